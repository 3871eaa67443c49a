import { repeated } from '../../../core/repeated-json.ts'
import { SeenBefore } from '../../../core/seen-before.ts'
import type { SchemaField } from '../../../datahub/aspect-types.ts'
import type { FieldTemplate } from './field-templates.ts'

/** What is kept has a bound, in fields. */
const MAX_FIELDS = 50_000

/** A type, with the columns that have it. */
export interface KnownType {
  /** The fields of any column of this type; null when it cannot be parsed. */
  readonly templates: readonly FieldTemplate[] | null
  /** By name, the last one of it. */
  readonly columns: Map<string, KnownColumn>
}

interface KnownColumn {
  readonly description: string | undefined
  readonly fields: readonly SchemaField[]
  /** Whether its fields have been given out again. */
  isShared: boolean
}

interface ColumnName {
  readonly name: string
  readonly description: string | undefined
}

type MakeTemplates = (type: string, nullable: boolean) => readonly FieldTemplate[] | null

/**
 * Types and columns that have come before: catalogues repeat few types many times, and layers of a lake repeat each other's
 * columns. A column is kept once its name has come twice, since keeping what never comes again costs more than is gained.
 */
export class KnownColumns {
  readonly #makeTemplates: MakeTemplates
  readonly #nullable = new Map<string, KnownType>()
  readonly #required = new Map<string, KnownType>()
  readonly #names = new SeenBefore()
  #fields = 0

  constructor(makeTemplates: MakeTemplates) {
    this.#makeTemplates = makeTemplates
  }

  type(type: string, nullable: boolean): KnownType {
    const types = nullable ? this.#nullable : this.#required
    const known = types.get(type)
    if (known !== undefined) return known
    const templates = this.#makeTemplates(type, nullable)
    const made = { templates, columns: new Map<string, KnownColumn>() }
    this.#makeRoom(templates?.length ?? 1)
    types.set(type, made)
    return made
  }

  /** The fields of a column of this type as they were given out before; null: it is not known. */
  fields({ columns }: KnownType, { name, description }: ColumnName): readonly SchemaField[] | null {
    const known = columns.get(name)
    if (known === undefined || known.description !== description) return null
    if (!known.isShared) for (const field of known.fields) repeated(field)
    known.isShared = true
    return known.fields
  }

  /** Keeps the fields of a column that has none yet, or another description. */
  keep({ columns }: KnownType, { name, description }: ColumnName, fields: readonly SchemaField[]): void {
    if (!this.#names.note(name)) return
    this.#makeRoom(fields.length)
    columns.set(name, { description, fields, isShared: false })
  }

  #makeRoom(fields: number): void {
    this.#fields += fields
    if (this.#fields <= MAX_FIELDS) return
    this.#nullable.clear()
    this.#required.clear()
    this.#fields = fields
  }
}
