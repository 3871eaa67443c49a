import type { IngestReport } from '../../src/model/report.ts'
import type { Catalogue, TableJson } from '../emulator/catalogue/types.ts'
import type { GmsServer } from '../emulator/gms/gms.ts'
import type { StepResult } from './demo-runner.ts'

/** What a catalogue holds, counted without the program's help. */
export interface Holdings {
  readonly databases: number
  /** Links among them. */
  readonly tables: number
  readonly views: number
  /** Tables that are links to another catalogue, or are reached through a database that is one. */
  readonly links: number
}

/** Counts a catalogue. */
export function holdingsOf(catalogue: Catalogue): Holdings {
  const all = catalogue.flatMap(({ database, tables }) =>
    [...tables].map((table) => kindOf(table, database.TargetDatabase !== undefined))
  )
  const count = (kind: string): number => all.filter((one) => one === kind).length
  const links = count('link')
  return { databases: catalogue.length, tables: count('table') + links, views: count('view'), links }
}

function kindOf(table: TableJson, linked: boolean): 'table' | 'view' | 'link' {
  if (linked || table.TargetTable !== undefined) return 'link'
  return table.TableType === 'VIRTUAL_VIEW' ? 'view' : 'table'
}

/** What the run says of itself that is not so, one line each; empty when everything agrees. */
export function disagreements(
  step: StepResult,
  report: IngestReport,
  held: Holdings,
  gms: GmsServer
): readonly string[] {
  const { counts } = report
  const datasets = gms.store.urns().filter((urn) => gms.store.read(urn, 'datasetProperties') !== undefined)
  const checks: readonly (readonly [string, unknown, unknown])[] = [
    ['exit status of the step', step.exitCode, 0],
    ['status in report.json', report.status, 'success'],
    ['aspects written, against what GMS stored', counts.written, gms.accepted()],
    ['fates of all work units, against work units produced', fates(report), counts.produced],
    ['tables read, against the catalogue', counts.tables, held.tables],
    ['views read, against the catalogue', counts.views, held.views],
    ['tables and views read, against datasets in GMS', counts.tables + counts.views, datasets.length],
    ['output aspects-written', step.outputs['aspects-written'], String(counts.written)],
    ['output tables', step.outputs.tables, String(counts.tables)],
    ['a summary', step.summary.trim() !== '', true]
  ]
  return checks
    .filter(([, found, wanted]) => found !== wanted)
    .map(([what, found, wanted]) => `${what}: ${String(found)}, not ${String(wanted)}`)
}

function fates({ counts }: IngestReport): number {
  return counts.written + counts.accepted + counts.unchanged + counts.rejected + counts.undelivered
}
