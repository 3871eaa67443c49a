import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/json.ts'
import { validateAspect } from '../../../emulator/gms/aspect-validation.ts'
import { type JobCase, readJobs } from '../../../parity/jobs/ours.ts'
import { fc } from '../../../properties.ts'
import { runs } from '../../../runs.ts'

const text = fc.string({ unit: 'binary', maxLength: 12 })
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
const path = fc.oneof(
  text,
  text.map((rest) => `s3://${rest}`)
)
const url = fc.oneof(
  text,
  fc
    .tuple(fc.constantFrom('', 'mysql', 'postgresql', 'sqlserver'), text)
    .map(([type, rest]) => `jdbc:${type}://${rest}`)
)
const options = fc.oneof(
  scalar,
  fc.record(
    {
      path: fc.oneof(path, scalar),
      paths: fc.oneof(fc.array(path), scalar),
      url: fc.oneof(url, scalar),
      dbtable: scalar,
      query: scalar,
      connectionName: fc.oneof(fc.constant('c'), scalar)
    },
    { requiredKeys: [] }
  )
)

const argument = (name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<JsonObject> =>
  fc.oneof(
    { weight: 8, arbitrary: value.map((it) => ({ Name: name, Value: JSON.stringify(it) ?? 'null' })) },
    { weight: 1, arbitrary: text.map((it) => ({ Name: name, Value: it })) },
    { weight: 1, arbitrary: fc.constant({ Name: name }) }
  )

const node = fc.record(
  {
    Id: fc.constantFrom('a', 'b', 'c', '', '__proto__'),
    NodeType: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('DataSource', 'DataSink', 'Join') },
      { weight: 1, arbitrary: text }
    ),
    Args: fc.array(
      fc.oneof(
        argument('database', scalar),
        argument('table_name', scalar),
        argument('catalog_id', scalar),
        argument('connection_type', fc.constantFrom('s3', 'mysql', 'postgresql', 'sqlserver', 'x', null)),
        argument('connection_options', options)
      )
    )
  },
  { requiredKeys: [] }
)
const end = fc.constantFrom('a', 'b', 'c', '', '__proto__', 'nobody')
const graph = fc.record(
  { DagNodes: fc.array(node), DagEdges: fc.array(fc.record({ Source: end, Target: end }, { requiredKeys: [] })) },
  { requiredKeys: [] }
)
const connection = fc.record(
  {
    ConnectionType: fc.constantFrom('JDBC', 'MYSQL', 'X', '__proto__'),
    ConnectionProperties: fc.record({ JDBC_CONNECTION_URL: url, DATABASE: text }, { requiredKeys: [] })
  },
  { requiredKeys: [] }
)
const job = fc.record(
  {
    Name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    Description: text,
    Role: text,
    CreatedOn: fc.double({ min: -6e10, max: 2e11, noNaN: true }),
    Command: fc.record({ ScriptLocation: fc.oneof(fc.constant('s3://scripts/a.py'), path) }, { requiredKeys: [] })
  },
  { requiredKeys: ['Name'] }
)

const caseOf = (record: JsonObject, steps: JsonObject, via: JsonObject): JobCase => ({
  case: 'hostile',
  config: {},
  jobs: [record],
  scripts: { 'scripts/a.py': 'print(1)' },
  graphs: { 'print(1)': steps },
  connections: { c: via }
})

describe('hostile jobs', () => {
  it('are shown all the same, in aspects that DataHub takes', async () => {
    const withGraph = job.map((record) => ({ ...record, Command: { ScriptLocation: 's3://scripts/a.py' } }))
    await fc.assert(
      fc.asyncProperty(fc.oneof(job, withGraph), graph, connection, async (record, steps, via) => {
        const { proposals, failures } = await readJobs(
          caseOf(record as JsonObject, steps as JsonObject, via as JsonObject)
        )
        expect(failures.filter(({ code }) => code === 'record-not-mapped')).toEqual([])
        expect(proposals.filter(({ aspectName }) => aspectName === 'dataFlowInfo')).toHaveLength(1)
        for (const { aspectName, aspect } of proposals) {
          expect(validateAspect(aspectName, aspect)).toEqual([])
        }
      }),
      { numRuns: runs(120, 500) }
    )
  })
})
