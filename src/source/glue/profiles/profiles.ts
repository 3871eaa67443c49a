import { pythonWhole } from '../../../datahub/python-number.ts'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Failure } from '../../../model/event.ts'
import type { Page } from '../../../model/ports.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { SourceContext } from '../context.ts'
import { textsOf } from '../map/record-values.ts'
import { tableUrn } from '../map/table-urn.ts'
import { sideBySide } from '../read/side-by-side.ts'
import type { NamedTable } from '../read/tables.ts'
import { isProfilingDay } from './days.ts'
import { type Profiled, profileFromParameters } from './from-parameters.ts'
import { fieldFromStatistics } from './from-statistics.ts'
import { type GluePartition, partitionKey, partitionPages, partitionSpec } from './partitions.ts'
import { merged, profileUnit, type TableProfile } from './profile.ts'
import { columnStatistics } from './statistics.ts'

/** Tables that are asked about side by side. */
const TABLES_AT_ONCE = 8

/** Makes the profiles of tables; null when the recipe wants none today. */
export function profilerOf(context: SourceContext): Profiler | null {
  const { options, clock } = context
  const now = clock.now()
  const byParameters = options.profiling !== null && isProfilingDay(options.profiling, now)
  return byParameters || options.columnStatistics ? new Profiler(context, { now, byParameters }) : null
}

/** The moment of the run, which all its profiles have, and what it looks at. */
interface Setting {
  readonly now: number
  readonly byParameters: boolean
}

/** Profiles of tables and partitions, page by page: a table may have a hundred thousand partitions. */
export class Profiler {
  readonly #context: SourceContext
  readonly #setting: Setting

  constructor(context: SourceContext, setting: Setting) {
    this.#context = context
    this.#setting = setting
  }

  /** The profiles of a page of tables. What cannot be read is told, and never ends a run. */
  async *unitsOf(tables: readonly NamedTable[]): AsyncGenerator<Page<WorkUnit>> {
    const profiled = tables.filter((table) => table.StorageDescriptor !== undefined)
    // Nothing has to be asked for where the record itself says everything.
    const own = profiled.filter((table) => !this.#asks(table))
    const units = own.flatMap((table) => this.#unit(table, this.#fromRecord(table, table.StorageDescriptor)))
    if (units.length > 0) yield units
    async function* asked(all: readonly NamedTable[]): AsyncGenerator<NamedTable> {
      yield* all
    }
    const asking = asked(profiled.filter((table) => this.#asks(table)))
    const steps = sideBySide(
      asking,
      TABLES_AT_ONCE,
      (table) => this.#told(table),
      () => {}
    )
    for await (const step of steps) if (step.kind === 'item' && step.item.length > 0) yield step.item
  }

  #asks(table: NamedTable): boolean {
    return this.#context.options.columnStatistics || partitionKey(table) !== null
  }

  async *#told(table: NamedTable): AsyncGenerator<Page<WorkUnit>> {
    try {
      yield* this.#ask(table)
    } catch (error) {
      if (this.#context.signal.aborted) return
      if (!(error instanceof AwsCallError)) throw error
      this.#tell(notProfiled(error), table)
    }
  }

  async *#ask(table: NamedTable): AsyncGenerator<Page<WorkUnit>> {
    const key = partitionKey(table)
    const counted = await this.#counted(table, null)
    if (key === null) {
      const profile = this.#fromRecord(table, table.StorageDescriptor)
      yield this.#unit(table, merged(profile, counted))
      return
    }
    yield this.#unit(table, counted)
    // Glue counts a table as a whole or each of its partitions.
    const deep = this.#context.options.columnStatistics && counted.fields.length === 0
    if (!deep && !this.#setting.byParameters) return
    for await (const page of partitionPages(table, this.#context)) {
      const units = await Promise.all(page.map((partition) => this.#partition(table, { key, partition, deep })))
      yield units.flat()
    }
  }

  async #partition(
    table: NamedTable,
    { key, partition, deep }: { readonly key: string; readonly partition: GluePartition; readonly deep: boolean }
  ): Promise<Page<WorkUnit>> {
    const spec = partitionSpec(key, partition)
    const patterns = this.#context.options.profiling?.partitionPatterns
    if (spec === null || (patterns !== undefined && !patterns.allows(spec))) return []
    const counted = deep ? await this.#counted(table, partition) : { fields: [] }
    const profile = this.#fromRecord({ ...table, Parameters: partition.Parameters ?? {} }, partition.StorageDescriptor)
    return this.#unit(table, { ...merged(profile, counted), partition: spec })
  }

  /** What Glue has counted, where that is asked for. */
  async #counted(table: NamedTable, partition: GluePartition | null): Promise<TableProfile> {
    if (!this.#context.options.columnStatistics) return { fields: [] }
    const statistics = await columnStatistics(
      table,
      this.#context,
      partition === null ? null : (partition.Values ?? [])
    )
    const rows = rowsIn(partition === null ? table.Parameters : partition.Parameters)
    const fields = statistics.flatMap((one) => fieldFromStatistics(one, rows) ?? [])
    return { ...(rows === null || fields.length === 0 ? {} : { rowCount: rows }), fields }
  }

  #fromRecord(table: NamedTable, storage: { readonly Columns?: Profiled['columns'] } | undefined): TableProfile {
    const { profiling } = this.#context.options
    if (profiling === null || !this.#setting.byParameters) return { fields: [] }
    const { profile, warnings } = profileFromParameters(
      { parameters: table.Parameters, columns: storage?.Columns },
      profiling
    )
    for (const failure of warnings) this.#tell(failure, table)
    return profile
  }

  #unit(table: NamedTable, profile: TableProfile): Page<WorkUnit> {
    const name = `${table.DatabaseName}.${table.Name}`
    const urn = tableUrn(name, table.CatalogId, this.#context.options)
    const unit = profileUnit(urn, name, profile, this.#setting.now)
    return unit === null ? [] : [unit]
  }

  #tell(failure: Failure, { DatabaseName, Name }: NamedTable): void {
    const resource = `${DatabaseName}.${Name}`
    this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource } })
  }
}

/** The number of rows that a crawler (`recordCount`) or Hive (`numRows`) has left; Hive writes -1 for one that it does not know. */
function rowsIn(parameters: unknown): number | null {
  const { recordCount, numRows } = textsOf(parameters)
  const rows = pythonWhole(recordCount ?? numRows ?? '')
  return rows === null || rows < 0 ? null : rows
}

const notProfiled = (error: AwsCallError): Failure => ({
  code: error.kind === 'denied' ? 'profile-denied' : 'profile-not-read',
  message: `A table’s profile is missing or incomplete (${error.action}): ${error.message}`,
  cure:
    error.kind === 'denied'
      ? `Allow ${error.action} on the table to the role, or switch off profiling and column-statistics`
      : 'Run it again; lower rate-limit if AWS throttles'
})
