import { PYTHON_SPACE, pythonInt } from '../../../datahub/python-text.ts'
import { HiveTypeError, type Primitive, type PrimitiveType } from './hive-type.ts'

const PRIMITIVES = new Map<string, Primitive>(
  Object.entries({
    string: 'string',
    int: 'int',
    integer: 'int',
    double: 'double',
    'double precision': 'double',
    binary: 'string',
    boolean: 'boolean',
    float: 'float',
    tinyint: 'int',
    smallint: 'int',
    bigint: 'long',
    varchar: 'string',
    char: 'string',
    long: 'long',
    bytes: 'bytes'
  })
)

/** Types of other engines that turn up in Glue. */
const FOREIGN = new Map<string, Primitive>(
  Object.entries({
    bool: 'boolean',
    bignumeric: 'long',
    bigdecimal: 'double',
    float64: 'double',
    int64: 'long',
    byteint: 'int'
  })
)

const SPACES = `[${PYTHON_SPACE}]*`
const FIXED_STRING = new RegExp(`^(?:var)?char\\(${SPACES}\\p{Nd}+${SPACES}\\)`, 'u')
const PRECISION_AND_SCALE = `\\(${SPACES}(\\p{Nd}+)${SPACES},${SPACES}(\\p{Nd}+)${SPACES}\\)`
const FIXED_DECIMAL = new RegExp(`^(?:decimal|numeric)(?:${PRECISION_AND_SCALE})?`, 'u')

/** A type without a structure, by its exact text; one that is not known becomes `null`. @throws HiveTypeError */
export function parsePrimitive(native: string): PrimitiveType {
  const known = PRIMITIVES.get(native)
  if (known !== undefined) return { kind: 'primitive', avro: known, native }
  if (FIXED_STRING.test(native)) return { kind: 'primitive', avro: 'string', native }
  const decimal = FIXED_DECIMAL.exec(native)
  if (decimal !== null) return decimalType(native, decimal[1], decimal[2])
  if (native === 'date') return { kind: 'primitive', avro: 'int', logical: 'date', native }
  if (native === 'timestamp' || native === 'datetime') {
    return { kind: 'primitive', avro: 'int', logical: 'timestamp-millis', native }
  }
  return { kind: 'primitive', avro: FOREIGN.get(native) ?? 'null', native }
}

function decimalType(native: string, precision: string | undefined, scale: string | undefined): PrimitiveType {
  const type = { kind: 'primitive', avro: 'bytes', logical: 'decimal', native } as const
  if (precision === undefined || scale === undefined) return type
  const decimal = [pythonInt(precision), pythonInt(scale)] as const
  if (decimal[0] === null || decimal[1] === null) throw new HiveTypeError('more digits than Python reads')
  return { ...type, decimal: [decimal[0], decimal[1]] }
}
