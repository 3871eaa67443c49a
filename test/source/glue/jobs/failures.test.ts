import { afterEach, describe, expect, it } from '@jest/globals'
import { systemClock } from '../../../../src/core/clock.ts'
import type { JsonObject } from '../../../../src/core/json.ts'
import type { Event, Failure } from '../../../../src/model/event.ts'
import type { GlueOptions } from '../../../../src/model/recipe.ts'
import type { WorkUnit } from '../../../../src/model/work-unit.ts'
import { GlueSource } from '../../../../src/source/glue/source.ts'
import { type AwsSide, type AwsSideOptions, glueOptions, open, startAwsSide } from '../../../aws/support.ts'
import type { JobSet } from '../../../emulator/catalogue/jobs.ts'
import { column, databaseOf, entryOf, storageOf, tableOf } from '../../../emulator/catalogue/table.ts'
import type { FaultRule } from '../../../emulator/http/faults.ts'

let side: AwsSide | undefined

afterEach(async () => {
  await side?.close()
})

const CATALOGUE = [
  entryOf(databaseOf('sales'), [tableOf('orders', { StorageDescriptor: storageOf([column('id', 'int')]) })])
]

const arg = (Name: string, value: unknown): JsonObject => ({ Name, Value: JSON.stringify(value) })

const GRAPH: JsonObject = {
  DagNodes: [
    { Id: 'in', NodeType: 'DataSource', Args: [arg('database', 'sales'), arg('table_name', 'orders')] },
    { Id: 'step', NodeType: 'ApplyMapping', Args: [] },
    {
      Id: 'out',
      NodeType: 'DataSink',
      Args: [arg('connection_type', 'jdbc'), arg('connection_options', { connectionName: 'c', dbtable: 'o' })]
    }
  ],
  DagEdges: [
    { Source: 'in', Target: 'step' },
    { Source: 'step', Target: 'out' }
  ]
}

const job = (Name: string, ScriptLocation = `s3://scripts/${Name}.py`): JsonObject => ({
  Name,
  Role: 'etl',
  Command: { Name: 'glueetl', ScriptLocation }
})

/** Jobs with a script each, and one graph for all of them. */
function jobSet(names: readonly string[], graph: JsonObject = GRAPH): JobSet {
  return {
    jobs: names.map((name) => job(name)),
    scripts: Object.fromEntries(names.map((name) => [`scripts/${name}.py`, `# ${name}`])),
    graphs: new Map(names.map((name) => [`# ${name}`, graph])),
    connections: { c: { ConnectionType: 'MYSQL', ConnectionProperties: { DATABASE: 'shop' } } }
  }
}

interface Reading {
  readonly jobs?: JobSet
  readonly faults?: readonly FaultRule[]
  readonly aws?: AwsSideOptions['aws']
  readonly options?: Partial<GlueOptions>
}

async function read({ jobs = jobSet(['a', 'b']), faults = [], aws = {}, options = {} }: Reading) {
  side = await startAwsSide({ catalogue: CATALOGUE, aws: { faults, ...aws }, glue: { jobs } })
  const recipe = glueOptions({ viewLineage: false, jobs: true, ...options })
  const { session } = await open(side, { options: recipe })
  const [events, units]: [Event[], WorkUnit[]] = [[], []]
  const deps = {
    client: session.glueClient(),
    lakeFormation: session.lakeFormationClient(),
    s3: () => session.s3Client(),
    where: session.identity,
    datahub: null,
    search: null,
    clock: systemClock,
    signal: new AbortController().signal
  }
  const source = new GlueSource(recipe, deps)
  for await (const page of source.read((event) => events.push(event))) units.push(...page)
  const failed = events.flatMap((event) => (event.type === 'failed' ? [event] : []))
  return {
    units,
    failures: failed.map(({ failure }) => failure),
    told: failed.map(({ severity, failure }) => `${severity} ${failure.code} ${failure.resource ?? ''}`.trim()),
    asked: (operation: string) => side?.aws.requests.filter(({ label }) => label.startsWith(operation)).length ?? 0
  }
}

const of = (units: readonly WorkUnit[], entityType: string): readonly string[] => [
  ...new Set(units.filter((unit) => unit.entityType === entityType).map(({ urn }) => urn))
]

const cures = (failures: readonly Failure[]): string => failures.map(({ cure }) => cure).join(' ')

const denied = (match: string): FaultRule => ({ match, code: 'AccessDeniedException', message: 'not authorized' })

describe('jobs', () => {
  it('come after the last table, in the order of Glue, whatever answers first', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `job${index}`)
    const { units, told } = await read({
      jobs: jobSet(names),
      faults: [{ match: 'GetObject', rate: 0.2, delayMs: 30 }]
    })
    expect(told).toEqual([])
    const flows = of(units, 'dataFlow')
    expect(flows).toEqual(names.map((name) => `urn:li:dataFlow:(glue,${name},PROD)`))
    const firstFlow = units.findIndex(({ entityType }) => entityType === 'dataFlow')
    expect(units.findLastIndex(({ entityType }) => entityType === 'dataset')).toBeLessThan(firstFlow)
  })

  it('ask for each connection once', async () => {
    const { units, asked } = await read({ jobs: jobSet(['a', 'b', 'c', 'd']) })
    expect(asked('GetConnection')).toBe(1)
    const edges = units.filter(({ aspectName }) => aspectName === 'dataJobInputOutput').map(({ aspect }) => aspect)
    expect(edges).toHaveLength(4)
    expect(edges[0]).toEqual({
      inputDatasets: ['urn:li:dataset:(urn:li:dataPlatform:glue,sales.orders,PROD)'],
      outputDatasets: ['urn:li:dataset:(urn:li:dataPlatform:mysql,shop.o,PROD)'],
      inputDatajobs: []
    })
  })

  it('are not asked for when the recipe does not want them', async () => {
    const { asked, units } = await read({ options: { jobs: false } })
    expect(asked('GetJobs')).toBe(0)
    expect(of(units, 'dataFlow')).toEqual([])
  })
})

describe('jobs that cannot be had', () => {
  it('are a failure when the list is denied, and the tables are written', async () => {
    const { told, units, failures } = await read({ faults: [denied('GetJobs')] })
    expect(told).toEqual(['failure glue-jobs-denied'])
    expect(cures(failures)).toContain('glue:GetJobs')
    expect(of(units, 'dataset')).toHaveLength(1)
    expect(of(units, 'dataFlow')).toEqual([])
  })

  it('are a failure when AWS throttles the list for good, and the pages before stay', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `job${index}`)
    const faults = [{ match: 'GetJobs', after: 1, code: 'ThrottlingException' }]
    const { told, units } = await read({ jobs: jobSet(names), faults })
    expect(told).toEqual(['failure glue-jobs-not-listed'])
    expect(of(units, 'dataFlow')).toHaveLength(15)
  })

  it('are told without their steps when their script may not be read', async () => {
    const { told, units, failures } = await read({ aws: { s3: { denied: ['scripts'] } } })
    expect(told).toEqual(['warning job-script-denied a', 'warning job-script-denied b'])
    expect(cures(failures)).toContain('s3:GetObject')
    expect(cures(failures)).toContain('arn:aws:s3:::scripts/a.py')
    expect(of(units, 'dataJob')).toHaveLength(2)
  })

  it.each([
    ['a script that is gone', 's3://scripts/gone.py', 'job-script-not-read'],
    ['a bucket that is gone', 's3://elsewhere/a.py', 'job-script-not-read'],
    ['a bucket that cannot be', 's3://no such bucket/a.py', 'job-script-not-read'],
    ['a bucket with odd letters', 's3://Ü(1)/a.py', 'job-script-not-read'],
    ['a place that is not in S3', '/tmp/a.py', 'job-script-location'],
    ['a bucket without a key', 's3://scripts/', 'job-script-location']
  ])('are told without their steps because of %s', async (_case, location, code) => {
    const { told, units } = await read({ jobs: { ...jobSet([]), jobs: [job('a', location)] } })
    expect(told).toEqual([`warning ${code} a`])
    expect(of(units, 'dataJob')).toEqual(['urn:li:dataJob:(urn:li:dataFlow:(glue,a,PROD),a)'])
  })

  it('ask for no more graphs when one was denied, and name each job', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `job${index}`)
    const { told, asked, failures, units } = await read({ jobs: jobSet(names), faults: [denied('GetDataflowGraph')] })
    expect(told).toHaveLength(30)
    expect(new Set(told.map((text) => text.split(' ')[1]))).toEqual(new Set(['job-graph-denied']))
    expect(cures(failures)).toContain('glue:GetDataflowGraph')
    expect(asked('GetDataflowGraph')).toBeLessThanOrEqual(8)
    expect(units.filter(({ aspectName }) => aspectName === 'dataTransformLogic')).toHaveLength(30)
  })

  it('keep their other edges when a connection is denied', async () => {
    const { told, units, failures } = await read({ jobs: jobSet(['a']), faults: [denied('GetConnection')] })
    expect(told).toEqual([
      'warning glue-connection-denied c',
      'warning job-step-not-shown a: DataSink-out',
      'warning job-edge-broken a: step → out'
    ])
    expect(cures(failures)).toContain('glue:GetConnection')
    const edges = units.find(({ aspectName }) => aspectName === 'dataJobInputOutput')?.aspect
    expect(edges).toMatchObject({ outputDatasets: [] })
    expect(Reflect.get(Object(edges), 'inputDatasets')).toHaveLength(1)
  })

  it.each([
    [true, 'warning'],
    [false, 'failure']
  ])('with ignore_unsupported_connectors: %s make a step of another kind a %s', async (ignore, severity) => {
    const kafka = { Id: 'k', NodeType: 'DataSource', Args: [arg('connection_type', 'kafka')] }
    const jobs = jobSet(['a', 'b'], { DagNodes: [kafka, { Id: 't', NodeType: 'Join', Args: [] }], DagEdges: [] })
    const { told, units } = await read({ jobs, options: { ignoreUnsupportedConnectors: ignore } })
    expect(told).toEqual([
      `${severity} job-step-not-shown a: DataSource-k`,
      `${severity} job-step-not-shown b: DataSource-k`
    ])
    expect(of(units, 'dataJob')).toHaveLength(2)
  })

  it('are told without a step whose arguments are no YAML', async () => {
    const broken = { Id: 's', NodeType: 'DataSource', Args: [{ Name: 'database', Value: '"unclosed' }] }
    const { told } = await read({ jobs: jobSet(['a'], { DagNodes: [broken], DagEdges: [] }) })
    expect(told).toEqual(['warning job-step-not-shown a: DataSource-s'])
  })

  it('are told by a script that breaks off once and is read again', async () => {
    const { told, units } = await read({
      jobs: jobSet(['a']),
      faults: [{ match: 'GetObject', first: 1, reset: 'half' }]
    })
    expect(told).toEqual([])
    expect(units.filter(({ aspectName }) => aspectName === 'dataJobInputOutput')).toHaveLength(1)
  })
})
