import { fc } from '../../../properties.ts'

/** Tables of the queries, and their columns. `id` is in all of them. */
export const TABLES: Readonly<Record<string, readonly string[]>> = {
  orders: ['id', 'amount', 'Customer', 'day'],
  items: ['id', 'order_id', 'price', 'day'],
  people: ['id', 'name', 'born']
}

const NAMES = Object.keys(TABLES)
/** Of one table, of several, of none. */
const COLUMNS = [...new Set(Object.values(TABLES).flat()), 'nowhere']

/** Columns of queries in FROM. */
const MADE = ['one', 'two', 'three', 'id', 'day']

interface Source {
  readonly sql: string
  readonly alias: string
  /** Those that it has; of a query in FROM, those that it may have. */
  readonly columns: readonly string[]
}

const table = fc.record({
  name: fc.constantFrom(...NAMES),
  alias: fc.constantFrom('', 'x', 'y', 'AS z'),
  database: fc.constantFrom('', 'sales.')
})

const source: fc.Arbitrary<Source> = table.map(({ name, alias, database }) => ({
  sql: `${database}${name} ${alias}`.trim(),
  alias: alias === '' ? name : (alias.split(' ').at(-1) ?? name),
  columns: TABLES[name] ?? []
}))

/** Mostly one of its own, with its alias. */
const columnOf = ({ alias, columns }: Source): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...columns).map((name) => `${alias}.${name}`) },
    { weight: 3, arbitrary: fc.constantFrom(...columns) },
    { weight: 1, arbitrary: fc.constantFrom(...COLUMNS) },
    { weight: 1, arbitrary: fc.constantFrom('one', 'two', 'Four') },
    { weight: 1, arbitrary: fc.constantFrom(...COLUMNS).map((name) => `${alias}.${name}`) }
  )

const column = (sources: readonly Source[]): fc.Arbitrary<string> => fc.oneof(...sources.map(columnOf))

const expression = (sources: readonly Source[]): fc.Arbitrary<string> => {
  const one = column(sources)
  return fc.oneof(
    { weight: 5, arbitrary: one },
    fc.tuple(one, one).map(([a, b]) => `${a} * ${b}`),
    one.map((a) => `sum(${a})`),
    fc.constantFrom('count(*)', 'count( * )', '1', "'naïve * text'", 'current_date'),
    fc.tuple(one, one).map(([a, b]) => `CASE WHEN ${a} IS NULL THEN ${b} ELSE 0 END`),
    one.map((a) => `row_number() OVER (PARTITION BY ${a} ORDER BY ${a})`),
    fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...COLUMNS)).map(([t, c]) => `(SELECT max(${c}) FROM ${t})`)
  )
}

const projection = (sources: readonly Source[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(
          expression(sources),
          fc.constantFrom('', ' AS one', ' two', ' AS "Three"', ' four', ' five', ' six', ' AS day', ' id')
        )
        .map((parts) => parts.join(''))
    },
    fc.constantFrom('*', 'id', ...sources.map(({ alias }) => `${alias}.*`))
  )

const selectFrom = (sources: readonly Source[], from: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(projection(sources), { minLength: 1, maxLength: 4 }), fc.option(column(sources)))
    .map(([list, where]) => `SELECT ${list.join(', ')} FROM ${from}${where === null ? '' : ` WHERE ${where} > 1`}`)

const plain = fc.oneof(
  source.chain((one) => selectFrom([one], one.sql)),
  fc
    .tuple(source, source, fc.constantFrom('JOIN', 'LEFT JOIN'))
    .chain(([one, two, join]) =>
      selectFrom([one, two], `${one.sql} ${join} ${two.sql} ON ${one.alias}.id = ${two.alias}.id`)
    ),
  fc.tuple(source, source).chain(([one, two]) => selectFrom([one, two], `${one.sql}, ${two.sql}`)),
  fc.tuple(source, source).chain(([one, two]) => selectFrom([one, two], `${one.sql} NATURAL JOIN ${two.sql}`))
)

/** Queries as views have them: plain ones, unions, queries in FROM and in WITH. Not all of them are right. */
export const query: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: plain },
  fc.tuple(plain, plain).map(([one, two]) => `${one} UNION ALL ${two}`),
  plain.chain((inner) => selectFrom([{ sql: '', alias: 'q', columns: MADE }], `(${inner}) q`)),
  fc
    .tuple(plain, source)
    .chain(([inner, two]) =>
      selectFrom([{ sql: '', alias: 'w', columns: MADE }, two], `w JOIN ${two.sql} ON w.id = ${two.alias}.id`).map(
        (outer) => `WITH w AS (${inner}) ${outer}`
      )
    )
)
