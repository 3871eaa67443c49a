import { checkAvro } from './avro-rules.ts'
import type { FieldAttributes } from './field-type.ts'
import { walkFields } from './field-walk.ts'
import { looksPrimitive, parseHiveType } from './hive-parser.ts'
import { HiveTypeError } from './hive-type.ts'

/** A field of a column whose name is not filled in yet. */
export interface FieldTemplate {
  /** The path before and after the column's name. */
  readonly before: string
  readonly after: string
  /** `whole`: as it is. `annotation`: as a step of a path. `none`: it is not in this path. */
  readonly name: 'whole' | 'annotation' | 'none'
  readonly attributes: FieldAttributes
}

/** Stands for the column's name; nothing before it in a path can hold it. */
const NAME = '\u0000'

/** The fields of any column of this type; null when it cannot be parsed. */
export function makeTemplates(type: string, nullable: boolean): readonly FieldTemplate[] | null {
  try {
    const parsed = parseHiveType(type)
    checkAvro(parsed)
    if (looksPrimitive(type)) {
      // Such a column has no name in its paths: the peer appends it to the first one.
      return walkFields(parsed, null, nullable).map(({ path, attributes }, index) =>
        index === 0
          ? { before: `${path}.`, after: '', name: 'whole', attributes }
          : { before: path, after: '', name: 'none', attributes }
      )
    }
    return walkFields(parsed, NAME, nullable).map(({ path, attributes }) => {
      const at = path.indexOf(NAME)
      return { before: path.slice(0, at), after: path.slice(at + NAME.length), name: 'annotation', attributes }
    })
  } catch (error) {
    if (error instanceof HiveTypeError) return null
    throw error
  }
}
