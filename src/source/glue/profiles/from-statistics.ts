import type { ColumnStatistics, ColumnStatisticsData } from '@aws-sdk/client-glue'
import type { FieldProfile } from './profile.ts'

/**
 * What Glue has counted of a column (https://docs.aws.amazon.com/glue/latest/webapi/API_ColumnStatisticsData.html).
 * `rows`: of the table or partition, for shares; null where that is not known. An average length is no mean.
 */
export function fieldFromStatistics(
  { ColumnName, StatisticsData }: ColumnStatistics,
  rows: number | null
): FieldProfile | null {
  const data = StatisticsData === undefined ? null : countsIn(StatisticsData)
  if (ColumnName === undefined || data === null) return null
  const { nulls, distinct, min, max } = data
  const share = (count: number | undefined): number | undefined =>
    count === undefined || rows === null || rows <= 0 ? undefined : Math.min(1, count / rows)
  return defined({
    fieldPath: ColumnName,
    uniqueCount: distinct,
    uniqueProportion: share(distinct),
    nullCount: nulls,
    nullProportion: share(nulls),
    min,
    max
  })
}

interface Counts {
  readonly nulls: number | undefined
  readonly distinct: number | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** The one member that the type of the column fills. */
function countsIn(data: ColumnStatisticsData): Counts | null {
  const { LongColumnStatisticsData: long, DoubleColumnStatisticsData: double } = data
  const { DateColumnStatisticsData: date, DecimalColumnStatisticsData: decimal } = data
  const { StringColumnStatisticsData: text, BinaryColumnStatisticsData: binary } = data
  const number = long ?? double
  if (number !== undefined) {
    const [min, max] = [numeral(number.MinimumValue), numeral(number.MaximumValue)]
    return { nulls: number.NumberOfNulls, distinct: number.NumberOfDistinctValues, min, max }
  }
  if (date !== undefined) {
    const [min, max] = [day(date.MinimumValue), day(date.MaximumValue)]
    return { nulls: date.NumberOfNulls, distinct: date.NumberOfDistinctValues, min, max }
  }
  if (decimal !== undefined) {
    const [min, max] = [decimalText(decimal.MinimumValue), decimalText(decimal.MaximumValue)]
    return { nulls: decimal.NumberOfNulls, distinct: decimal.NumberOfDistinctValues, min, max }
  }
  if (text !== undefined) return { nulls: text.NumberOfNulls, distinct: text.NumberOfDistinctValues }
  if (binary !== undefined) return { nulls: binary.NumberOfNulls, distinct: undefined }
  return data.BooleanColumnStatisticsData === undefined ? null : booleans(data.BooleanColumnStatisticsData)
}

/** Of true and false one or two occur. */
function booleans(data: NonNullable<ColumnStatisticsData['BooleanColumnStatisticsData']>): Counts {
  const occurring = [data.NumberOfTrues, data.NumberOfFalses].filter((count) => (count ?? 0) > 0).length
  return { nulls: data.NumberOfNulls, distinct: occurring }
}

const numeral = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value))

/** A date of Glue's has no time. */
const day = (date: Date | undefined): string | undefined =>
  date === undefined || Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 'YYYY-MM-DD'.length)

type Decimal = NonNullable<NonNullable<ColumnStatisticsData['DecimalColumnStatisticsData']>['MinimumValue']>

const BITS_A_BYTE = 8n

/** An unscaled number in two's complement, the most significant byte first, with its point put in (Java's BigDecimal). */
function decimalText(value: Decimal | undefined): string | undefined {
  if (value?.UnscaledValue === undefined || value.Scale === undefined) return undefined
  const bytes = [...value.UnscaledValue]
  const unsigned = bytes.reduce((sum, byte) => (sum << BITS_A_BYTE) | BigInt(byte), 0n)
  const unscaled = BigInt.asIntN(Math.max(1, bytes.length) * Number(BITS_A_BYTE), unsigned)
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(value.Scale + 1, '0')
  const point = digits.length - Math.max(0, value.Scale)
  const fraction = digits.slice(point)
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${fraction === '' ? '' : `.${fraction}`}`
}

/** Without the members that are undefined. */
const defined = (field: { readonly [K in keyof FieldProfile]: FieldProfile[K] | undefined }): FieldProfile =>
  Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined)) as unknown as FieldProfile
