import { GetColumnStatisticsForTableCommand, GetPartitionsCommand } from '@aws-sdk/client-glue'
import { describe, expect, it } from '@jest/globals'
import type { Json } from '../../../../src/core/json.ts'
import { AwsCallError } from '../../../../src/model/aws-call-error.ts'
import type { Event, Failure } from '../../../../src/model/event.ts'
import type { GlueOptions, ProfilingOptions } from '../../../../src/model/recipe.ts'
import type { WorkUnit } from '../../../../src/model/work-unit.ts'
import type { SourceContext } from '../../../../src/source/glue/context.ts'
import { profilerOf } from '../../../../src/source/glue/profiles/profiles.ts'
import type { NamedTable } from '../../../../src/source/glue/read/tables.ts'
import { manualClock } from '../../../emulator/clock.ts'
import { validateAspect } from '../../../emulator/gms/aspect-validation.ts'
import { fc } from '../../../properties.ts'
import { runs } from '../../../runs.ts'
import { glueOptions } from '../map/options.ts'

const EVERYTHING = { allows: () => true, decidedBy: () => ({ allowed: true, pattern: null, index: null }) }

const PROFILING: ProfilingOptions = {
  tableLevelOnly: false,
  parameters: {
    rowCount: 'rows',
    columnCount: 'columns',
    uniqueCount: 'unique',
    uniqueProportion: 'unique_share',
    nullCount: 'nulls',
    nullProportion: 'null_share',
    min: 'min',
    max: 'max',
    mean: 'mean',
    median: null,
    stdev: null
  },
  partitionPatterns: EVERYTHING,
  days: null
}

type Send = SourceContext['client']['send']

async function profiled(tables: readonly unknown[], send: Send, options: Partial<GlueOptions>) {
  const failures: Failure[] = []
  const never = (): never => {
    throw new Error('not asked for in this test')
  }
  const context: SourceContext = {
    client: { send },
    lakeFormation: { resourceLfTags: never },
    s3: never,
    where: { region: 'eu-west-1', account: '111122223333', arn: 'arn:aws:iam::111122223333:role/datahub' },
    datahub: null,
    search: null,
    clock: manualClock(),
    signal: new AbortController().signal,
    options: glueOptions(options),
    emit: (event: Event) => {
      if (event.type === 'failed') failures.push(event.failure)
    }
  }
  const units: WorkUnit[] = []
  const profiler = profilerOf(context)
  if (profiler !== null) {
    // Records may be anything: that is what is tested.
    for await (const page of profiler.unitsOf(tables as readonly NamedTable[])) units.push(...page)
  }
  return { units, failures }
}

/** Partitions of 2026, two a page. */
const pages: Send = (async (command: unknown) => {
  if (!(command instanceof GetPartitionsCommand)) throw new Error('not asked for in this test')
  const month = Number(command.input.NextToken ?? '1')
  const partition = (number: number) => ({
    Values: [`2026-0${number}`, 'eu'],
    Parameters: { rows: String(number * 10) },
    StorageDescriptor: { Columns: [{ Name: 'id', Parameters: { nulls: '1' } }] }
  })
  return {
    Partitions: [partition(month), partition(month + 1)],
    ...(month < 5 ? { NextToken: String(month + 2) } : {})
  }
}) as Send

const PARTITIONED = {
  Name: 'orders',
  DatabaseName: 'sales',
  CatalogId: '111122223333',
  PartitionKeys: [{ Name: 'month' }, { Name: 'place' }],
  StorageDescriptor: { Columns: [{ Name: 'id', Type: 'int' }] }
}

const partitionsIn = (units: readonly WorkUnit[]): readonly Json[] =>
  units.map(({ aspect }) => JSON.parse(JSON.stringify(aspect)).partitionSpec.partition)

describe('Profiler', () => {
  it('reads the partitions of all pages', async () => {
    const { units, failures } = await profiled([PARTITIONED], pages, { profiling: PROFILING })
    expect(partitionsIn(units)).toEqual([1, 2, 3, 4, 5, 6].map((month) => `{'month': '2026-0${month}'}`))
    expect(units[2]?.aspect).toMatchObject({ rowCount: 30, fieldProfiles: [{ fieldPath: 'id', nullCount: 1 }] })
    expect(failures).toEqual([])
  })

  it('leaves out partitions that the recipe does not want', async () => {
    const partitionPatterns = { ...EVERYTHING, allows: (name: string) => name.includes("'2026-04'") }
    const { units } = await profiled([PARTITIONED], pages, { profiling: { ...PROFILING, partitionPatterns } })
    expect(partitionsIn(units)).toEqual(["{'month': '2026-04'}"])
  })

  it('tells by its name of a table that it may not ask about, and goes on with the next one', async () => {
    const send: Send = (async (command: { readonly input: { readonly TableName?: string } }) => {
      if (command.input.TableName === 'orders') {
        const denied = { kind: 'denied', code: 'AccessDeniedException', action: 'glue:GetPartitions' } as const
        throw new AwsCallError({ ...denied, attempts: 1, message: 'not authorized', requestId: null }, null)
      }
      return pages(command as never)
    }) as Send
    const other = { ...PARTITIONED, Name: 'items' }
    const { units, failures } = await profiled([PARTITIONED, other], send, { profiling: PROFILING })
    expect(units).toHaveLength(6)
    expect(failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ resource: 'sales.orders' })
    expect(`${failures[0]?.message} ${failures[0]?.cure}`).toContain('glue:GetPartitions')
  })

  it('joins what Glue has counted to what parameters say, which go before', async () => {
    const send: Send = (async (command: unknown) => {
      if (!(command instanceof GetColumnStatisticsForTableCommand)) throw new Error('not asked for in this test')
      const counted = { MinimumValue: 1, MaximumValue: 9, NumberOfNulls: 5, NumberOfDistinctValues: 4 }
      return {
        ColumnStatisticsList: [{ ColumnName: 'id', StatisticsData: { LongColumnStatisticsData: counted } }]
      }
    }) as Send
    const table = {
      Name: 'orders',
      DatabaseName: 'sales',
      CatalogId: '111122223333',
      Parameters: { rows: '10' },
      StorageDescriptor: { Columns: [{ Name: 'id', Type: 'int', Parameters: { nulls: '2', mean: '3.5' } }] }
    }
    const { units } = await profiled([table], send, { profiling: PROFILING, columnStatistics: true })
    expect(units.map(({ aspect }) => aspect)).toMatchObject([
      { fieldProfiles: [{ fieldPath: 'id', nullCount: 2, mean: '3.5', min: '1', max: '9', uniqueCount: 4 }] }
    ])
  })

  it('throws for no record, and makes no profile that DataHub would refuse', async () => {
    const anything = fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true })
    const orAnything = <T>(arbitrary: fc.Arbitrary<T>) =>
      fc.oneof({ weight: 3, arbitrary: arbitrary as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything })
    const number = fc.oneof(fc.integer().map(String), fc.double().map(String), fc.string(), fc.constant('９_0'))
    const names = ['rows', 'columns', 'unique', 'unique_share', 'nulls', 'null_share', 'min', 'mean']
    const parameters = orAnything(fc.dictionary(fc.constantFrom(...names), orAnything(number)))
    const column = orAnything(fc.record({ Name: orAnything(fc.string()), Parameters: parameters }))
    const storage = orAnything(fc.record({ Columns: orAnything(fc.array(column)) }))
    const table = fc.record({
      Name: fc.string(),
      DatabaseName: fc.string(),
      Parameters: parameters,
      PartitionKeys: orAnything(fc.array(fc.record({ Name: orAnything(fc.string()) }), { maxLength: 1 })),
      StorageDescriptor: storage
    })
    const partition = fc.record({ Values: fc.array(fc.string()), Parameters: parameters, StorageDescriptor: storage })
    await fc.assert(
      fc.asyncProperty(fc.array(table), fc.array(partition), async (tables, partitions) => {
        const send = (async () => ({ Partitions: partitions })) as unknown as Send
        const { units } = await profiled(tables, send, { profiling: PROFILING })
        for (const { aspect } of units) expect(validateAspect('datasetProfile', aspect as Json)).toEqual([])
      }),
      { numRuns: runs(100, 300) }
    )
  })
})
