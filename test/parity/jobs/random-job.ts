import type { Json, JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'
import type { JobCase } from './ours.ts'

const NAMES = ['a', 'load orders', 'a,b(c)', 'ü', 'x.y', 'Job', '%41', "it's", 'a/b', '日本', 'a:b', '"q"']

/** As Glue writes the values of arguments: most are JSON, and YAML reads all of them. A bare 1.0 is no name that it writes. */
const ODD_VALUES = [
  '',
  '~',
  'null',
  'yes',
  'No',
  '123',
  '0x1F',
  '0o7',
  '1e3',
  '1.5',
  '1_000',
  '12:30',
  '2020-01-01',
  '2020-01-01 10:00:00',
  'plain',
  "'it''s'",
  '"\\u00fc"',
  '[]',
  '{}',
  '[1, 2]',
  '{a: b}',
  '!!str 1',
  '  padded  ',
  '# comment',
  '"a\\nb"',
  '-1',
  '.5',
  '&x y',
  'True'
]

const VALUES: readonly Json[] = ['sales', 'a b', 'x.y', 'a,b(c)', 'ü', '', 0, 7, 1.5, true, false, null, [], ['a'], {}]

const argument = (Name: string, value: Json, random: Random): JsonObject => ({
  Name,
  Value: random.chance(0.08) ? random.pick(ODD_VALUES) : JSON.stringify(value),
  ...(random.chance(0.2) ? { Param: random.chance(0.5) } : {})
})

const maybe = (random: Random, probability: number, members: () => JsonObject): JsonObject =>
  random.chance(probability) ? members() : {}

const text = (random: Random): Json => (random.chance(0.85) ? random.pick(NAMES) : random.pick(VALUES))

const PATHS = [
  's3://bucket/data/',
  's3://bucket/a.parquet',
  's3a://bucket/x.y/z',
  's3n://b/c.tar.gz',
  's3://bucket',
  's3://b/ü,(1).csv',
  's3://b/.hidden',
  's3://b/..a',
  's3://b/...',
  's3://b/x.',
  's3://b.c/d',
  's3://b.c',
  's3://b/.a.b',
  's3://b/a//',
  's3://b/a b%20c.%41',
  's3://b/a\nb.c',
  's3://',
  's3:///',
  's3://.x'
]

function s3Options(random: Random): Json {
  const path = random.pick(PATHS)
  if (random.chance(0.05))
    return random.pick([{ paths: [] }, {}, { path: 5 }, { path: 'hdfs://x' }, null, 'x', { path: '' }])
  return random.pick([{ path }, { paths: [path, 's3://other/x'] }, { path: null, paths: [path] }, { path, paths: [] }])
}

const URLS = [
  'jdbc:postgresql://host:5432/db?ssl=true',
  'jdbc:mysql://host/db',
  'jdbc:sqlserver://host:1433;databaseName=sales;encrypt=true',
  'jdbc:sqlserver://host;databaseName=a=b;databaseName=c',
  'jdbc:sqlserver://host;databaseName=x/y',
  'jdbc:oracle:thin:@//host:1521/service',
  'jdbc:oracle:thin:@host:1521:sid',
  'jdbc:redshift://c.eu-west-1.redshift.amazonaws.com:5439/dev',
  'jdbc:mariadb://host:3306/shop',
  'jdbc:mysql://host/',
  'jdbc:mysql://host//db//',
  'jdbc:mysql://host/a/b#frag',
  'jdbc:mysql://host/db;x=1',
  'jdbc:MySQL://host/ü',
  'jdbc:snowflake://acc/?db=x',
  'jdbc:mysql://[::1]:3306/db',
  'jdbc:mysql://[::1/db',
  'jdbc:mysql://h]/db',
  'jdbc:mysql://[x]/db',
  'jdbc:1mysql://h/db',
  'jdbc:',
  'jdbc:mysql',
  'jdbc: mysql://h/db',
  'jdbc:my\tsql://h/d\nb',
  'JDBC:mysql://h/db',
  'postgresql://host/db',
  'jdbc:mysql://h\u2100/db',
  'jdbc:mysql://u:p@h/d%41b',
  ''
]

const TABLES = ['orders', 'public.orders', 'db.sch.orders', 'ü', 'a b', '.x', 'x.', '(select 1) t', 'a,b', '"S"."T"']

const QUERIES = ['SELECT * FROM Orders', 'select a from x.y join db.x.z using (a)', 'not sql at all (', 'SELECT 1', '']

function tableOptions(random: Random): JsonObject {
  return {
    ...maybe(random, 0.8, () => ({ dbtable: random.chance(0.95) ? random.pick(TABLES) : random.pick(['', null]) })),
    ...maybe(random, 0.1, () => ({ query: random.pick(QUERIES) }))
  }
}

type Make = (random: Random) => readonly JsonObject[]

const catalogTable: Make = (random) => [
  argument('database', text(random), random),
  argument('table_name', text(random), random),
  ...(random.chance(0.3)
    ? [argument('catalog_id', random.pick(['444455556666', '111122223333', '', null, 444455556666]), random)]
    : [])
]

const s3: Make = (random) => [
  argument('connection_type', 's3', random),
  argument('connection_options', s3Options(random), random)
]

const jdbc: Make = (random) => {
  const type = random.pick(['postgresql', 'mysql', 'mariadb', 'redshift', 'oracle', 'sqlserver'])
  const url = maybe(random, 0.95, () => ({ url: random.pick(URLS) }))
  return [
    argument('connection_type', type, random),
    argument('connection_options', { ...url, ...tableOptions(random) }, random)
  ]
}

const connection: Make = (random) => {
  const connectionName = random.chance(0.9) ? `c${random.int(0, 7)}` : random.pick(['', null, 'c 99', 5, 'constructor'])
  const options = { connectionName, ...tableOptions(random), ...maybe(random, 0.2, () => ({ url: random.pick(URLS) })) }
  return [
    ...(random.chance(0.8) ? [argument('connection_type', random.pick(['jdbc', 'mysql', 'x']), random)] : []),
    argument('connection_options', options, random)
  ]
}

const other: Make = (random) =>
  random.pick([
    [],
    [argument('connection_type', random.pick(['dynamodb', 'kafka', null, 5]), random)],
    [argument('database', 'only', random)],
    [argument('connection_type', 'x', random), argument('connection_options', random.pick([null, {}, []]), random)]
  ])

const MAKERS = [catalogTable, catalogTable, catalogTable, s3, s3, s3, jdbc, jdbc, connection, connection, other]

/** Of these one or none ends the peer's run, so there are few of them. */
const NODE_TYPES = ['DataSource', 'DataSource', 'DataSink', 'ApplyMapping', 'Join', 'Filter', 'ü x', 'DataSource ']

function randomNode(random: Random, index: number): JsonObject {
  const NodeType = random.pick(NODE_TYPES)
  const isData = NodeType === 'DataSource' || NodeType === 'DataSink'
  const extra = random.chance(0.3)
    ? [argument(random.pick([...NAMES, 'nodeId', '__proto__']), text(random), random)]
    : []
  return {
    Id: random.chance(0.9) ? `${NodeType}${index}` : random.pick(NAMES),
    NodeType,
    Args: isData ? [...random.pick(MAKERS)(random), ...extra] : extra,
    LineNumber: index
  }
}

function randomGraph(random: Random): JsonObject {
  const nodes = Array.from({ length: random.int(0, 6) }, (_, index) => randomNode(random, index))
  const idOf = (): Json => (nodes.length > 0 && random.chance(0.95) ? (random.pick(nodes).Id ?? '') : 'nobody')
  const DagEdges = Array.from({ length: random.int(0, 8) }, () => ({ Source: idOf(), Target: idOf() }))
  return { DagNodes: nodes, DagEdges }
}

function randomConnection(random: Random): JsonObject {
  const url = () => ({ JDBC_CONNECTION_URL: random.pick(URLS) })
  const ConnectionType = random.pick([
    'JDBC',
    'JDBC',
    'POSTGRESQL',
    'MYSQL',
    'REDSHIFT',
    'ORACLE',
    'SQLSERVER',
    'KAFKA'
  ])
  const properties = {
    ...maybe(random, 0.7, url),
    ...maybe(random, 0.7, () => ({ DATABASE: random.pick(['dev', 'ü', 'a.b', '', 'X y']) }))
  }
  return {
    Name: 'c',
    ...maybe(random, 0.95, () => ({ ConnectionType })),
    ...maybe(random, 0.95, () => ({ ConnectionProperties: properties })),
    ...maybe(random, 0.3, () => ({ SparkProperties: maybe(random, 0.8, url) }))
  }
}

const LOCATIONS = [
  's3://scripts/a.py',
  's3://scripts/a.py',
  's3://scripts/a.py',
  's3://scripts/a.py',
  's3://S3://scripts/a.py',
  'S3://s3://scripts/a.py',
  's3://s3://scripts/a.py',
  'S3://scripts/a.py',
  's3://scripts/a.py?version=1',
  's3://scripts/a.py#frag',
  's3://scripts/b;c/d.py',
  's3://scripts//a.py',
  's3://scripts/ü b.py',
  's3://scripts/',
  's3://scripts',
  's3://',
  's3:///a.py',
  's3://bad bucket/a.py',
  's3://scripts/missing.py',
  's3://u@scripts/a.py',
  's3://scripts:8080/a.py',
  's3://[x/a.py',
  's3://scripts/a\n.py',
  ' s3://scripts/a.py',
  '/tmp/a.py',
  'https://x/a.py',
  ''
]

const SCRIPTS = [
  'print(1)\n',
  '',
  '\ufeffimport sys\n',
  'x = {"db_password": "p", "user": "u"}\n',
  'x = {"a\\"secret": "p\\"q"}\n'
]

const KEYS = ['a.py', 'a.py?version=1', 'a.py#frag', 'b;c/d.py', '/a.py', 'ü b.py', 'a\n.py']

const TIMES = [1_600_000_000, 1_600_000_000.5, 1_650_000_000.123, 0, 1_234_567_890.001, 4_000_000_000.999]

function randomJob(random: Random): JsonObject {
  return {
    Name: random.pick(NAMES),
    ...maybe(random, 0.7, () => ({ Description: random.pick(['', 'What it does', 'ü\n"x"']) })),
    Role: random.pick(['arn:aws:iam::111122223333:role/etl', 'etl', '']),
    ...maybe(random, 0.8, () => ({ CreatedOn: random.pick(TIMES) })),
    ...maybe(random, 0.8, () => ({ LastModifiedOn: random.pick(TIMES) })),
    ...maybe(random, 0.97, () => ({
      Command: { Name: 'glueetl', ...maybe(random, 0.97, () => ({ ScriptLocation: random.pick(LOCATIONS) })) }
    }))
  }
}

const INSTANCES = ['pi', 'a b', 'x,(y)', 'ü', '']

function randomConfig(random: Random): JsonObject {
  const place = () => ({
    ...maybe(random, 0.7, () => ({ platform_instance: random.pick(INSTANCES) })),
    ...maybe(random, 0.5, () => ({ env: random.pick(['DEV', 'PROD', 'STG']) }))
  })
  const platforms = ['postgres', 'mysql', 'redshift', 'oracle', 'mssql', 'snowflake', 's3', 'glue']
  const some = platforms.filter(() => random.chance(0.4))
  return {
    ...maybe(random, 0.3, () => ({ platform_instance: random.pick(INSTANCES) })),
    ...maybe(random, 0.3, () => ({ env: random.pick(['DEV', 'prod', 'Stg']) })),
    ...maybe(random, 0.2, () => ({ platform: 'athena' })),
    ...maybe(random, 0.2, () => ({ catalog_id: '444455556666' })),
    ...maybe(random, 0.2, () => ({ aws_region: random.pick(['cn-north-1', 'xx', null]) })),
    ...maybe(random, 0.2, () => ({ ignore_unsupported_connectors: random.chance(0.5) })),
    ...maybe(random, 0.5, () => ({ target_platform_configs: Object.fromEntries(some.map((name) => [name, place()])) })),
    ...maybe(random, 0.4, () => ({
      catalog_to_platform_instance: { 'arn:aws:glue:eu-west-1:444455556666': place() }
    }))
  }
}

/** One job that the seed makes up, with all that it refers to. */
export function randomJobCase(seed: number): JobCase {
  const random = seededRandom(seed)
  const script = random.pick(SCRIPTS)
  const graphs = random.chance(0.9) ? { [script]: randomGraph(random) } : {}
  return {
    case: `seed ${seed}`,
    config: randomConfig(random),
    jobs: [randomJob(random)],
    scripts: Object.fromEntries(KEYS.map((key) => [`scripts/${key}`, script])),
    graphs,
    connections: Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`c${index}`, randomConnection(random)]))
  }
}
