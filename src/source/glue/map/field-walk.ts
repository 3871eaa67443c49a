import { type FieldAttributes, fieldAttributes, optionOf } from './field-type.ts'
import type { HiveType, StructType, UnionType } from './hive-type.ts'

/** A schema field of a type: its v2 field path, and what it says about its type. */
export interface WalkedField {
  readonly path: string
  readonly attributes: FieldAttributes
}

const VERSION = '[version=2.0]'

/**
 * The fields of a type, as the peer finds them in its Avro schema (extractor/schema_util.py). `column`: the name of the
 * field that the type is the type of; null when the peer takes the type for one without a structure.
 * `nullable`: whether structures in it may be null.
 */
export function walkFields(type: HiveType, column: string | null, nullable: boolean): readonly WalkedField[] {
  const walk = new Walk(nullable)
  if (column === null) walk.type(type, VERSION, null)
  else walk.type(type, `${VERSION}.[type=struct]`, { name: column, type })
  return walk.fields
}

/** The field whose type is being walked; it is emitted at every primitive, struct and union on the way down. */
interface OpenField {
  readonly name: string
  readonly type: HiveType
}

class Walk {
  readonly fields: WalkedField[] = []
  readonly #nullable: boolean

  constructor(nullable: boolean) {
    this.#nullable = nullable
  }

  /** Emits what a type has to say at `path`; `field` is the innermost field around it, null at the top of a column. */
  type(type: HiveType, path: string, field: OpenField | null): void {
    switch (type.kind) {
      case 'primitive':
        this.#emit(type, `${path}.[type=${type.avro}]`, field, path)
        break
      case 'array':
        this.type(type.items, `${path}.[type=array]`, field)
        break
      case 'map':
        this.type(type.values, `${path}.[type=map]`, field)
        break
      case 'struct':
        this.#struct(type, path, field)
        break
      case 'union':
        this.#union(type, path, field)
    }
  }

  #struct(type: StructType, path: string, field: OpenField | null): void {
    const inside = `${path}.[type=struct${type.unionIndex ?? ''}]`
    if (field !== null) this.#emit(type, inside, field, path)
    const below = field === null ? inside : `${inside}.${nameAnnotation(field.name)}`
    for (const child of type.fields) this.type(child.type, below, child)
  }

  #union(type: UnionType, path: string, field: OpenField | null): void {
    const option = optionOf(type)
    if (option?.kind === 'primitive') {
      this.#emit(type, `${path}.[type=${option.avro}]`, field, path)
    } else if (option !== null) {
      this.type(option, path, field)
    } else {
      const inside = `${path}.[type=union]`
      this.#emit(type, inside, field, path)
      const shown = type.members.filter((member) => member.kind !== 'primitive' || member.avro !== 'null')
      for (const member of shown) this.type(member, inside, field)
    }
  }

  /**
   * Without a field around it, a type speaks for itself. A union has no native type: it gets the name of the step before
   * the last one, which without a field is the last of `outer`.
   */
  #emit(type: HiveType, path: string, field: OpenField | null, outer: string): void {
    const attributes = fieldAttributes(field?.type ?? type, this.#nullable, lastOf(field === null ? outer : path))
    this.fields.push({ path: field === null ? path : `${path}.${nameAnnotation(field.name)}`, attributes })
  }
}

/** The last step of a path; a type's name where the step is one. */
function lastOf(path: string): string {
  const step = path.slice(path.lastIndexOf('.[') + 1)
  return /^\[type=(.*)\]$/.exec(step)?.[1] ?? step
}

/** A name as a step of a field path: without what looks like a namespace; names of the peer's own structs are hidden. */
export function nameAnnotation(name: string): string {
  const plain = name.slice(name.lastIndexOf('.') + 1)
  if (plain.startsWith('__struct_')) return 'struct'
  if (plain.startsWith('__structn_')) return `struct${plain.split('_')[3] ?? ''}`
  return plain
}
