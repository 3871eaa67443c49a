import type { Random } from '../../emulator/random.ts'
import { seededRandom } from '../../emulator/random.ts'
import type { JobCase } from './ours.ts'

/** How each kind of database quotes a name, and a URL that leads to one. */
const DATABASES = [
  { url: 'jdbc:postgresql://h/Db', type: 'postgresql', quote: (name: string) => `"${name}"` },
  { url: 'jdbc:mysql://h/Db', type: 'mysql', quote: (name: string) => `\`${name}\`` },
  { url: 'jdbc:redshift://h/Db', type: 'redshift', quote: (name: string) => `"${name}"` },
  { url: 'jdbc:oracle:thin:@//h:1521/Db', type: 'oracle', quote: (name: string) => `"${name}"` },
  { url: 'jdbc:sqlserver://h;databaseName=Db', type: 'sqlserver', quote: (name: string) => `[${name}]` }
] as const

type Database = (typeof DATABASES)[number]

const WORDS = ['orders', 'Items', 'T', 'sales', 'x_y', 'a1', 'Kunden']

function tableName(random: Random, { quote }: Database): string {
  const part = (): string => (random.chance(0.2) ? quote(random.pick([...WORDS, 'a b', 'ü'])) : random.pick(WORDS))
  return Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, part).join('.')
}

/** Names in one query are not given twice, which databases refuse. */
function relation(random: Random, database: Database, depth: number): string {
  const alias = `${random.pick(['o', 'I', 'k'])}${random.int(0, 99_999)}`
  if (depth > 0 && random.chance(0.2)) return `(${query(random, database, depth - 1)}) ${alias}`
  return `${tableName(random, database)}${random.chance(0.7) ? ` ${random.pick(['', 'AS '])}${alias}` : ''}`
}

const CONDITIONS = ['', '', ' WHERE 1 = 1', " WHERE name LIKE 'a%'", ' GROUP BY id', ' ORDER BY id DESC']

function select(random: Random, database: Database, depth: number): string {
  const columns = random.pick([
    '*',
    'id',
    'id, COUNT(*) AS n',
    'MAX(id) AS m',
    "CASE WHEN id > 1 THEN 'a' ELSE 'b' END AS c"
  ])
  const join = random.chance(0.4)
    ? ` ${random.pick(['JOIN', 'LEFT JOIN', 'INNER JOIN'])} ${relation(random, database, depth)} ON 1 = 1`
    : ''
  // Redshift takes a second name there for a column of the first.
  const more = database.type !== 'redshift' && random.chance(0.1) ? `, ${relation(random, database, depth)}` : ''
  const inner =
    depth > 0 && random.chance(0.2) ? ` WHERE id IN (${query(random, database, depth - 1)})` : random.pick(CONDITIONS)
  return `SELECT ${columns} FROM ${relation(random, database, depth)}${more}${join}${inner}`
}

function query(random: Random, database: Database, depth: number): string {
  const first = select(random, database, depth)
  if (depth > 0 && random.chance(0.15)) return `${first} UNION ALL ${select(random, database, depth - 1)}`
  if (depth > 1 && random.chance(0.2))
    return `WITH c AS (${first}) SELECT * FROM c JOIN ${tableName(random, database)} z ON 1 = 1`
  return first
}

/** A job whose steps read what queries give. */
export function randomQueryCase(seed: number): JobCase {
  const random = seededRandom(seed)
  const argument = (Name: string, value: unknown) => ({ Name, Value: JSON.stringify(value) })
  const nodes = Array.from({ length: 4 }, (_, index) => {
    const database = random.pick(DATABASES)
    const text = `${random.chance(0.1) ? '-- why\n' : ''}${query(random, database, 2)}${random.chance(0.1) ? ';' : ''}`
    const options = { url: database.url, query: text }
    const Args = [argument('connection_type', database.type), argument('connection_options', options)]
    return { Id: `in${index}`, NodeType: 'DataSource', Args }
  })
  const steps = nodes.map(({ Id }) => ({ Id: `step of ${Id}`, NodeType: 'Filter', Args: [] }))
  const DagEdges = nodes.map(({ Id }) => ({ Source: Id, Target: `step of ${Id}` }))
  return {
    case: `queries of seed ${seed}`,
    config: {},
    jobs: [{ Name: 'a', Role: 'etl', Command: { ScriptLocation: 's3://scripts/a.py' } }],
    scripts: { 'scripts/a.py': 'print(1)' },
    graphs: { 'print(1)': { DagNodes: [...nodes, ...steps], DagEdges } },
    connections: {}
  }
}
