import { AppError } from '../../../core/errors.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Page } from '../../../model/ports.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { SourceContext } from '../context.ts'
import type { MappedTable } from '../map/table.ts'
import type { NamedTable } from '../read/tables.ts'
import { sqlColumns } from './columns.ts'
import { listIn } from './json-list.ts'
import type { SqlParser } from './parser.ts'
import { type SpooledColumn, type SpooledView, ViewSpool } from './spool.ts'
import { candidateUrns } from './tables.ts'
import { type ReadView, readView, type Schemas, understand } from './understand.ts'
import { viewUnits } from './view-units.ts'

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
    // Loading goes on beside the reading. What keeps it from loading is thrown where the parser is needed.
    if (this.#count === 0) this.#parser().catch(() => {})
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
    const read: ReadView[] = []
    for (const view of views) {
      const one = readView(view, parser)
      if (one === null) this.#tell(view)
      else read.push(one)
    }
    const wanted = new Set(read.flatMap(({ tables }) => tables.flatMap((name) => candidateUrns(name, options))))
    const schemas = await this.#schemasOf(wanted)
    const setting = { platform: options.platform, now: clock.now() }
    return read.flatMap((one) => viewUnits(understand(one, schemas, parser, options), setting))
  }

  /** The columns of datasets: those of this run, and of others what DataHub holds. */
  async #schemasOf(urns: ReadonlySet<string>): Promise<Schemas> {
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
