import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom, seedOf } from '../random.ts'

/** Jobs, the scripts and graphs behind them, and connections. */
export interface JobSet {
  /** As GetJobs gives them. */
  readonly jobs: readonly JsonObject[]
  /** `bucket/key` → script. */
  readonly scripts: Readonly<Record<string, string>>
  /** Script → the answer of GetDataflowGraph; a script that is not here is none that Glue understands. */
  readonly graphs: ReadonlyMap<string, JsonObject>
  readonly connections: Readonly<Record<string, JsonObject>>
}

const BUCKET = 'example-scripts'

const arg = (Name: string, value: unknown): JsonObject => ({ Name, Value: JSON.stringify(value), Param: false })

type Make = (random: Random) => readonly JsonObject[]

const catalogTable: Make = (random) => [
  arg('database', random.pick(['sales', 'odd_names', 'ü'])),
  arg('table_name', random.pick(['orders', 'a b', 'x.y', 'a,b'])),
  ...(random.chance(0.3) ? [arg('catalog_id', random.pick(['444455556666', '111122223333', '']))] : []),
  arg('transformation_ctx', 'DataSource0')
]

const S3_PATHS = [
  's3://bucket/data/',
  's3://bucket/a.parquet',
  's3a://bucket/x.y/z',
  's3://bucket',
  's3://b/ü,(1).csv',
  's3://b/.hidden'
]

const s3: Make = (random) => {
  const path = random.pick(S3_PATHS)
  const options = random.chance(0.5)
    ? { path, partitionKeys: [] }
    : { paths: [path, 's3://other/place'], recurse: true }
  return [arg('connection_type', 's3'), arg('format', 'json'), arg('connection_options', options)]
}

const TABLES = ['orders', 'public.orders', 'db.sch.orders', 'ü', 'a b']

const QUERIES = [
  'SELECT * FROM Orders o JOIN s2.Items i ON o.id = i.id',
  'SELECT a FROM T WHERE x IN (SELECT y FROM U)',
  'WITH x AS (SELECT 1 AS a FROM t) SELECT * FROM x',
  'SELECT 1 AS a',
  'SELECT count(*) AS n FROM a UNION ALL SELECT 2 FROM b'
]

/** A query instead of a table, or neither. */
const queryOf = (random: Random): JsonObject => (random.chance(0.7) ? { query: random.pick(QUERIES) } : {})

const jdbc: Make = (random) => {
  const [type, url] = random.pick([
    ['postgresql', 'jdbc:postgresql://host:5432/db?ssl=true'],
    ['mysql', 'jdbc:mysql://host/db'],
    ['sqlserver', 'jdbc:sqlserver://host:1433;databaseName=sales;encrypt=true'],
    ['oracle', 'jdbc:oracle:thin:@//host:1521/service'],
    ['redshift', 'jdbc:redshift://c.eu-west-1.redshift.amazonaws.com:5439/dev'],
    ['mysql', 'jdbc:mariadb://host:3306/shop'],
    ['postgresql', 'postgresql://host/db'],
    ['postgresql', '']
  ] as const)
  const table = random.chance(0.7) ? { dbtable: random.pick(TABLES) } : queryOf(random)
  return [arg('connection_type', type), arg('connection_options', { url, ...table, user: 'u', password: 'p' })]
}

const CONNECTIONS: Readonly<Record<string, JsonObject>> = {
  pg: {
    ConnectionType: 'JDBC',
    ConnectionProperties: { JDBC_CONNECTION_URL: 'jdbc:postgresql://h:5432/warehouse', USERNAME: 'x' }
  },
  spark: {
    ConnectionType: 'JDBC',
    ConnectionProperties: {},
    SparkProperties: { JDBC_CONNECTION_URL: 'jdbc:sqlserver://h;databaseName=erp' }
  },
  native: { ConnectionType: 'REDSHIFT', ConnectionProperties: { DATABASE: 'dev', HOST: 'h' } },
  'native mysql': { ConnectionType: 'MYSQL', ConnectionProperties: { DATABASE: 'shop' } },
  no_url: { ConnectionType: 'JDBC', ConnectionProperties: {} },
  bad_url: { ConnectionType: 'JDBC', ConnectionProperties: { JDBC_CONNECTION_URL: 'not jdbc' } },
  no_database: { ConnectionType: 'POSTGRESQL', ConnectionProperties: {} },
  kafka: { ConnectionType: 'KAFKA', ConnectionProperties: { KAFKA_BOOTSTRAP_SERVERS: 'k' } }
}

const connection: Make = (random) => {
  const connectionName = random.pick([...Object.keys(CONNECTIONS), 'missing'])
  const table = random.chance(0.7) ? { dbtable: random.pick(TABLES) } : queryOf(random)
  return [
    arg('connection_type', 'jdbc'),
    arg('connection_options', { useConnectionProperties: 'true', connectionName, ...table })
  ]
}

const unsupported: Make = (random) => [
  arg('connection_type', random.pick(['dynamodb', 'marketplace.spark', 'kafka'])),
  arg('connection_options', random.pick([{}, { x: [1, null, true] }, null]))
]

const TRANSFORMS = ['ApplyMapping', 'Join', 'SelectFields', 'Filter', 'ResolveChoice']

/** Seeded jobs of every kind that Glue Studio makes, and of kinds that it does not. */
export function jobsOf(seed: number, count = 40): JobSet {
  const random = seededRandom(seedOf('jobs', seed))
  const scripts: Record<string, string> = {}
  const graphs = new Map<string, JsonObject>()
  const jobs = Array.from({ length: count }, (_, index): JsonObject => {
    const name = `${random.pick(['load', 'job with space', 'a,b(c)', 'ü', 'x.y', 'Job'])} ${index}`
    const kind = random.pick([
      'graph',
      'graph',
      'graph',
      'graph',
      'by-hand',
      'no-script',
      'no-location',
      'bad-location',
      'sources-only'
    ])
    return { ...jobOf(name, random), ...command(name, kind, { scripts, graphs, random }) }
  })
  return { jobs, scripts, graphs, connections: CONNECTIONS }
}

function jobOf(Name: string, random: Random): JsonObject {
  return {
    Name,
    ...(random.chance(0.7) ? { Description: `What ${Name} does` } : {}),
    Role: random.pick(['arn:aws:iam::111122223333:role/etl', 'etl']),
    ...(random.chance(0.8)
      ? { CreatedOn: 1_600_000_000 + random.int(0, 10_000_000) + random.pick([0, 0.5, 0.123]) }
      : {}),
    ...(random.chance(0.8) ? { LastModifiedOn: 1_650_000_000.25 } : {}),
    ExecutionProperty: { MaxConcurrentRuns: 1 },
    MaxRetries: 0,
    GlueVersion: '4.0'
  }
}

interface Making {
  readonly scripts: Record<string, string>
  readonly graphs: Map<string, JsonObject>
  readonly random: Random
}

function command(name: string, kind: string, { scripts, graphs, random }: Making): JsonObject {
  if (kind === 'no-location') return { Command: { Name: 'glueetl', PythonVersion: '3' } }
  if (kind === 'bad-location')
    return {
      Command: {
        Name: 'glueetl',
        ScriptLocation: random.pick(['/tmp/x.py', 's3://bucket', 's3://bucket/', 'https://x/y.py'])
      }
    }
  const key = `jobs/${name.replaceAll(/[^a-z0-9]/giu, '_')}.py`
  const location = `${random.chance(0.1) ? 's3://' : ''}s3://${BUCKET}/${key}`
  const Command = { Name: 'glueetl', ScriptLocation: location, PythonVersion: '3' }
  if (kind === 'no-script') return { Command }
  const script = `# ${name}\nargs = {"db_password": "geheim", "Secret \\"key\\"": "x", "user": "u"}\nprint('ü')\n`
  scripts[`${BUCKET}/${key}`] = script
  if (kind !== 'by-hand') graphs.set(script, graphOf(random, kind === 'sources-only'))
  return { Command }
}

function graphOf(random: Random, sourcesOnly: boolean): JsonObject {
  const makers = [catalogTable, catalogTable, s3, s3, jdbc, connection, unsupported]
  const dataset =
    (NodeType: string) =>
    (Id: string): JsonObject => ({ Id, NodeType, Args: random.pick(makers)(random), LineNumber: 1 })
  const sources = Array.from({ length: random.int(1, 3) }, (_, i) => dataset('DataSource')(`DataSource${i}`))
  const transforms = sourcesOnly
    ? []
    : Array.from({ length: random.int(0, 4) }, (_, i) => ({
        Id: `Transform${i}`,
        NodeType: random.pick(TRANSFORMS),
        Args: [arg('mappings', [['a', 'int', 'b', 'long']]), { Name: 'transformation_ctx', Value: '"ü"' }],
        LineNumber: 2
      }))
  const sinks = Array.from({ length: random.int(0, 2) }, (_, i) => dataset('DataSink')(`DataSink${i}`))
  const nodes = [...sources, ...transforms, ...sinks]
  const DagEdges = nodes.slice(1).map((node, index) => ({
    Source: random.pick(nodes.slice(0, index + 1)).Id ?? '',
    Target: node.Id ?? '',
    TargetParameter: 'frame'
  }))
  return { DagNodes: nodes, DagEdges }
}
