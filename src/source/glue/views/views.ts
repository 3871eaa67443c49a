import { messageOf } from '../../../core/errors.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Page } from '../../../model/ports.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { SourceContext } from '../context.ts'
import type { MappedTable } from '../map/table.ts'
import type { NamedTable } from '../read/tables.ts'
import { sqlColumns } from './columns.ts'
import { schemasOf } from './schemas.ts'
import { type SpooledView, ViewSpool } from './spool.ts'
import type { SqlReader } from './sql-reader.ts'
import { candidateUrns } from './tables.ts'
import { tablesOf, understand } from './understand.ts'
import { viewUnits } from './view-units.ts'

/** Views that are resolved together: the columns of their tables are in memory at once. */
const VIEWS_AT_ONCE = 500
/** Views whose SQL is being read: as many are in memory at once. */
const READ_AT_ONCE = 100

type UnreadView = Omit<SpooledView, 'facts'>

/** Collects the views of a run and has their SQL read, and finds their lineage when all tables are known. */
export class Views {
  readonly #context: SourceContext
  readonly #reader: SqlReader
  readonly #underWay = new Set<Promise<void>>()
  #failure: Error | null = null
  #spool: ViewSpool | null = null
  #count = 0

  constructor(context: SourceContext, reader: SqlReader) {
    this.#context = context
    this.#reader = reader
  }

  /** Takes note of a table or view, whose columns a view may name. */
  async note(table: NamedTable, mapped: MappedTable): Promise<void> {
    const { urn, schema, view, units } = mapped
    this.#spool ??= await ViewSpool.create()
    if (schema !== null) await this.#spool.addSchema({ urn, columns: sqlColumns(schema.fields) })
    if (view === null) return
    const own = units.find((unit) => unit.urn === urn && unit.aspectName === 'upstreamLineage')
    const name = `${table.DatabaseName}.${table.Name}`
    // A table's own lineage is no patch, so it is an object (model/work-unit.ts).
    const lineage = (own?.aspect as JsonObject | undefined) ?? null
    await this.#read({ urn, name, database: table.DatabaseName, sql: view.sql, dialect: view.dialect, lineage })
  }

  /** The lineage of all views, some hundred at a time. A view that cannot be understood is told by its name. */
  async *units(): AsyncGenerator<Page<WorkUnit>> {
    await Promise.all(this.#underWay)
    if (this.#failure !== null) throw this.#failure
    const spool = this.#spool
    if (spool === null || this.#count === 0) return
    let batch: SpooledView[] = []
    for await (const view of spool.views()) {
      batch.push(view)
      if (batch.length === VIEWS_AT_ONCE) {
        yield await this.#resolve(batch, spool)
        batch = []
      }
    }
    if (batch.length > 0) yield await this.#resolve(batch, spool)
  }

  /** Takes away what was kept on disk. */
  async dispose(): Promise<void> {
    await Promise.all(this.#underWay)
    await this.#spool?.dispose()
    this.#spool = null
  }

  /** Has a view's SQL read, and returns when there is room for another one. */
  async #read(view: UnreadView): Promise<void> {
    while (this.#underWay.size >= READ_AT_ONCE) await Promise.race(this.#underWay)
    if (this.#failure !== null) throw this.#failure
    this.#count += 1
    const reading: Promise<void> = this.#facts(view).finally(() => this.#underWay.delete(reading))
    this.#underWay.add(reading)
  }

  /** Never rejects: nobody may be waiting when it does. */
  async #facts(view: UnreadView): Promise<void> {
    try {
      const facts = await this.#reader.facts(view.sql, view.dialect)
      if (facts === null) this.#tell(view)
      else await this.#spool?.addView({ ...view, facts })
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(messageOf(error))
    }
  }

  async #resolve(views: readonly SpooledView[], spool: ViewSpool): Promise<Page<WorkUnit>> {
    const { options, clock } = this.#context
    const wanted = new Set(views.flatMap(tablesOf).flatMap((name) => candidateUrns(name, options)))
    const schemas = await schemasOf(wanted, spool, this.#context)
    const deps = { reader: this.#reader, options }
    const understood = await Promise.all(views.map((view) => understand(view, schemas, deps)))
    const setting = { platform: options.platform, now: clock.now() }
    return understood.flatMap((view) => viewUnits(view, setting))
  }

  #tell({ name }: UnreadView): void {
    this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...NOT_UNDERSTOOD, resource: name } })
  }
}

const NOT_UNDERSTOOD = {
  code: 'view-sql-not-parsed',
  message: 'The SQL of a view is not understood, so its lineage is missing',
  cure: 'Check the view in Athena or Spark; set include_view_lineage to false to do without'
}
