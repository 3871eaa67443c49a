import { type HiveType, HiveTypeError, type UnionType } from './hive-type.ts'

/*
 * How deep a type may be nested before Python's stack ends and the peer gives up on the column (RecursionError in
 * extractor/schema_util.py). Each step costs some of its frames; with `datahub ingest`, 317 arrays or 158 structs fit.
 */
const FRAMES = 952
const FRAMES_OF_STRUCT = 6
const FRAMES_OF_OTHERS = 3

/**
 * Avro's rules, wherever fields come from: a field has a name; a union holds no other one, and no kind twice; and it is
 * not nested too deep. Keys of maps are not looked at.
 * @throws HiveTypeError
 */
export function checkAvro(type: HiveType, frames: number = FRAMES): void {
  if (frames < 0) throw new HiveTypeError('nested too deep')
  if (type.kind === 'array') checkAvro(type.items, frames - FRAMES_OF_OTHERS)
  if (type.kind === 'map') checkAvro(type.values, frames - FRAMES_OF_OTHERS)
  if (type.kind === 'union') checkUnion(type, frames - FRAMES_OF_OTHERS)
  if (type.kind === 'struct') {
    if (type.fields.some(({ name }) => name === '')) throw new HiveTypeError('a field needs a name')
    for (const field of type.fields) checkAvro(field.type, frames - FRAMES_OF_STRUCT)
  }
}

/** Structs are told apart by their names, so there may be several in a union. */
function checkUnion({ members }: UnionType, frames: number): void {
  for (const member of members) checkAvro(member, frames)
  const kinds = members.map((member) => (member.kind === 'primitive' ? member.avro : member.kind))
  const single = kinds.filter((kind) => kind !== 'struct')
  if (kinds.includes('union')) throw new HiveTypeError('a union in a union')
  if (new Set(single).size < single.length) throw new HiveTypeError('a kind twice in a union')
}
