import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ColumnStatistics } from '@aws-sdk/client-glue'
import { describe, expect, it } from '@jest/globals'
import { fieldFromStatistics } from '../../../../src/source/glue/profiles/from-statistics.ts'

interface StatisticsCase {
  readonly case: string
  readonly rows: number | null
  readonly statistics: object
  readonly field: object | null
}

const FILE = join(import.meta.dirname, '../../../testdata/glue/profiles/statistics.json')
const CASES = JSON.parse(readFileSync(FILE, 'utf8')) as readonly StatisticsCase[]

/** JSON has neither dates nor bytes: `{date}` and `{hex, scale}` stand for them. */
function answered(statistics: object): ColumnStatistics {
  const revive = (_name: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if ('date' in value) return new Date(String(value.date))
    return 'hex' in value && 'scale' in value
      ? { UnscaledValue: new Uint8Array(Buffer.from(String(value.hex), 'hex')), Scale: value.scale }
      : value
  }
  return JSON.parse(JSON.stringify(statistics), revive) as ColumnStatistics
}

describe('what Glue has counted of a column', () => {
  it.each(CASES)('$case', ({ rows, statistics, field }) => {
    expect(fieldFromStatistics(answered(statistics), rows)).toEqual(field)
  })
})
