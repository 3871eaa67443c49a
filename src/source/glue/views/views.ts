import type { QueryAnalysis, Schema } from '@polyglot-sql/sdk'
import { AppError } from '../../../core/errors.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Page } from '../../../model/ports.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { SourceContext } from '../context.ts'
import type { MappedTable } from '../map/table.ts'
import type { NamedTable } from '../read/tables.ts'
import { sqlColumns } from './columns.ts'
import { listIn } from './json-list.ts'
import type { SelectedColumn, SqlParser } from './parser.ts'
import { type SpooledColumn, type SpooledView, ViewSpool } from './spool.ts'
import { candidateUrns, qualified } from './tables.ts'
import { columnLineage, type FoundTable } from './view-lineage.ts'
import { type UnderstoodView, viewUnits } from './view-units.ts'

/** Views that are resolved together: the columns of their tables are in memory at once. */
const VIEWS_AT_ONCE = 500

/** Collects the views of a run, and finds their lineage when all tables are known. */
export class Views {
  readonly #context: SourceContext
  readonly #parser: () => Promise<SqlParser>
  #spool: ViewSpool | null = null
  #count = 0

  /** `parser` is called when there is a view. */
  constructor(context: SourceContext, parser: () => Promise<SqlParser>) {
    this.#context = context
    this.#parser = parser
  }

  /** Takes note of a table or view, whose columns a view may name. */
  async note(table: NamedTable, mapped: MappedTable): Promise<void> {
    const { urn, schema, view, units } = mapped
    this.#spool ??= await ViewSpool.create()
    if (schema !== null) await this.#spool.addSchema({ urn, columns: sqlColumns(schema.fields) })
    if (view === null) return
    this.#count += 1
    const own = units.find((unit) => unit.urn === urn && unit.aspectName === 'upstreamLineage')
    const name = `${table.DatabaseName}.${table.Name}`
    // A table's own lineage is no patch, so it is an object (model/work-unit.ts).
    const lineage = (own?.aspect as JsonObject | undefined) ?? null
    await this.#spool.addView({
      urn,
      name,
      database: table.DatabaseName,
      sql: view.sql,
      dialect: view.dialect,
      lineage
    })
  }

  /** The lineage of all views, some hundred at a time. A view that cannot be understood is told by its name. */
  async *units(): AsyncGenerator<Page<WorkUnit>> {
    if (this.#spool === null || this.#count === 0) return
    const parser = await this.#parser()
    let batch: SpooledView[] = []
    for await (const view of this.#spool.views()) {
      batch.push(view)
      if (batch.length === VIEWS_AT_ONCE) {
        yield await this.#resolve(batch, parser)
        batch = []
      }
    }
    if (batch.length > 0) yield await this.#resolve(batch, parser)
  }

  /** Takes away what was kept on disk. */
  async dispose(): Promise<void> {
    await this.#spool?.dispose()
    this.#spool = null
  }

  async #resolve(views: readonly SpooledView[], parser: SqlParser): Promise<Page<WorkUnit>> {
    const { options, clock } = this.#context
    const read = views.flatMap((view) => {
      const tables = tablesOf(view, parser)
      if (tables === null) this.#tell(view)
      return tables === null ? [] : [{ view, tables }]
    })
    const wanted = new Set(read.flatMap(({ tables }) => tables.flatMap((name) => candidateUrns(name, options))))
    const schemas = await this.#schemasOf(wanted)
    const setting = { platform: options.platform, now: clock.now() }
    return read.flatMap(({ view, tables }) => viewUnits(this.#understand(view, tables, schemas, parser), setting))
  }

  #understand(
    view: SpooledView,
    names: readonly string[],
    schemas: ReadonlyMap<string, readonly SpooledColumn[]>,
    parser: SqlParser
  ): UnderstoodView {
    const { options } = this.#context
    const tables = new Map<string, FoundTable>()
    const schema: Schema = { tables: [], strict: false }
    for (const name of names) {
      const candidates = candidateUrns(name, options)
      const urn = candidates.find((candidate) => schemas.has(candidate)) ?? candidates.at(-1) ?? ''
      const columns = schemas.get(urn) ?? null
      tables.set(name.toLowerCase(), { urn, columns: columns === null ? null : byLowerCase(columns) })
      if (columns !== null) schema.tables.push(tableSchema(name, columns))
    }
    const known = [...tables.values()].filter(({ columns }) => columns !== null).length
    const analysis = parser.analyse(view.sql, view.dialect, schema)
    const columns =
      analysis === null
        ? []
        : columnLineage({
            analysis,
            database: view.database,
            tables,
            selected: selectedColumns(view, analysis, parser)
          })
    const notSelf = columns.map((column) => ({
      ...column,
      upstreams: column.upstreams.filter(({ urn }) => urn !== view.urn)
    }))
    return {
      view,
      statement: parser.format(view.sql, view.dialect),
      upstreams: [...new Set([...tables.values()].map(({ urn }) => urn))].filter((urn) => urn !== view.urn).sort(),
      columns: notSelf,
      confidence: known === tables.size ? 0.9 : 0.2 + (0.3 * known) / tables.size
    }
  }

  /** The columns of datasets: those of this run, and of others what DataHub holds. */
  async #schemasOf(urns: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly SpooledColumn[]>> {
    const found = new Map<string, readonly SpooledColumn[]>()
    if (this.#spool !== null) {
      for await (const { urn, columns } of this.#spool.schemas()) if (urns.has(urn)) found.set(urn, columns)
    }
    const rest = [...urns].filter((urn) => !found.has(urn))
    const held = await Promise.all(rest.map((urn) => this.#held(urn)))
    for (const [index, columns] of held.entries()) if (columns !== null) found.set(rest[index] ?? '', columns)
    return found
  }

  async #held(urn: string): Promise<readonly SpooledColumn[] | null> {
    try {
      const schema = (await this.#context.datahub?.aspect(urn, 'schemaMetadata')) ?? null
      if (schema === null) return null
      const fields = listIn(schema, 'fields').map(({ fieldPath, nativeDataType }) => ({
        fieldPath: typeof fieldPath === 'string' ? fieldPath : '',
        nativeDataType: typeof nativeDataType === 'string' ? nativeDataType : ''
      }))
      return sqlColumns(fields)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const failure = { ...NOT_HELD, message: `${NOT_HELD.message}: ${error.message}`, resource: urn }
      this.#context.emit({ type: 'failed', severity: 'warning', failure })
      return null
    }
  }

  #tell({ name }: SpooledView): void {
    this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...NOT_UNDERSTOOD, resource: name } })
  }
}

/** The tables that a view reads, by name; null when its SQL is not understood. */
function tablesOf({ sql, dialect, database }: SpooledView, parser: SqlParser): readonly string[] | null {
  const tables = parser.tables(sql, dialect)
  if (tables === null) return null
  const names = tables.map((table) => qualified(table, database))
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}

/** How columns are computed; a column without a table is the only table's, where there is one. */
function selectedColumns(
  { sql, dialect }: SpooledView,
  { relations }: QueryAnalysis,
  parser: SqlParser
): readonly SelectedColumn[] | null {
  const [only, ...others] = relations
  const table = others.length > 0 || only === undefined ? null : (only.alias ?? only.table ?? only.name)
  return parser.selectList(sql, dialect, table)
}

const byLowerCase = (columns: readonly SpooledColumn[]): ReadonlyMap<string, string> =>
  new Map(columns.map(([name]) => [name.toLowerCase(), name]))

function tableSchema(name: string, columns: readonly SpooledColumn[]): Schema['tables'][number] {
  const parts = name.split('.')
  return {
    name: parts.at(-1) ?? '',
    schema: parts.slice(0, -1).join('.'),
    columns: columns.map(([column, type]) => ({ name: column.toLowerCase(), type }))
  }
}

const NOT_UNDERSTOOD = {
  code: 'view-sql-not-parsed',
  message: 'The SQL of a view is not understood, so its lineage is missing',
  cure: 'Check the view in Athena or Spark; set include_view_lineage to false to do without'
}

const NOT_HELD = {
  code: 'view-schema-not-held',
  message: 'DataHub could not be asked for the columns of a table that a view reads',
  cure: 'Check that the token may read metadata'
}
