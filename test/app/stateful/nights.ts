import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../src/core/clock.ts'
import type { Json, JsonObject } from '../../../src/core/json.ts'
import type { RunReport } from '../../../src/model/report.ts'
import { readCheckpoint } from '../../../src/state/checkpoint/checkpoint.ts'
import { startAws } from '../../emulator/aws/aws.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import { type GmsOptions, type GmsServer, startGms } from '../../emulator/gms/gms.ts'
import { awsOptions, type StandInOptions, type StandIns, startStandIns } from '../../emulator/stand-ins.ts'
import { type Changes, ingest } from '../rig.ts'

/** The data job that keeps the state. */
export const JOB = 'urn:li:dataJob:(urn:li:dataFlow:(datahub,nightly,prod),glue_stateful_ingestion)'

/** Names of databases and of their tables. */
export type Names = Readonly<Record<string, readonly string[]>>

/** A catalogue of tables with one column. */
export const catalogueOf = (names: Names): Catalogue =>
  Object.entries(names).map(([database, tables]) => ({
    database: { Name: database, CatalogId: '111122223333' },
    tables: tables.map((Name) => ({
      Name,
      DatabaseName: database,
      CatalogId: '111122223333',
      TableType: 'EXTERNAL_TABLE',
      StorageDescriptor: { Columns: [{ Name: 'id', Type: 'bigint' }], Location: `s3://lake/${database}/${Name}/` }
    }))
  }))

/** `t00`, `t01` … */
export const tables = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, index) => `t${String(from + index).padStart(2, '0')}`)

export const datasetUrn = (name: string): string => `urn:li:dataset:(urn:li:dataPlatform:glue,${name},PROD)`

export interface Night extends Changes {
  /** `stateful_ingestion` beyond `enabled: true`. */
  readonly stateful?: JsonObject
  /** `source.config` beyond what all nights have. */
  readonly config?: JsonObject
  readonly sink?: JsonObject
  readonly recipe?: JsonObject
  readonly aws?: StandInOptions['aws']
}

/** What a state says. */
interface State {
  readonly urns: readonly string[]
  readonly uncounted: readonly string[]
  /** true: everything; otherwise the databases. */
  readonly isHeld: true | readonly string[]
  readonly missingOnce: number
}

let shared: Promise<StandIns> | null = null

/** GitHub, started once for all runs of a file: its keys take time. */
function sharedStandIns(): Promise<StandIns> {
  shared ??= startStandIns({ catalogue: [] })
  return shared
}

/** To be called when all nights of a file are over. */
export async function closeNights(): Promise<void> {
  await (await shared)?.close()
  shared = null
}

/** Runs of one recipe over a catalogue that changes, with one GMS that remembers. */
export class Nights {
  readonly gms: GmsServer
  readonly folder: string

  private constructor(gms: GmsServer, folder: string) {
    this.gms = gms
    this.folder = folder
  }

  static async start(gms: GmsOptions = {}): Promise<Nights> {
    const folder = mkdtempSync(join(tmpdir(), 'nights-'))
    mkdirSync(join(folder, 'recipes'))
    return new Nights(await startGms(gms), folder)
  }

  async close(): Promise<void> {
    await this.gms.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** One run; gives its report. */
  async run(names: Names | Catalogue, night: Night = {}): Promise<RunReport> {
    const catalogue = Array.isArray(names) ? (names as Catalogue) : catalogueOf(names as Names)
    const { oidc, environment } = await sharedStandIns()
    const options = { catalogue, ...(night.aws === undefined ? {} : { aws: night.aws }) }
    const aws = await startAws({ clock: systemClock, ...awsOptions(options, oidc.jwksUrl) })
    writeFileSync(join(this.folder, 'recipes/glue.json'), JSON.stringify(this.#recipe(night)))
    try {
      const scene = {
        oidc,
        aws,
        gms: this.gms,
        environment: { ...environment, AWS_ENDPOINT_URL: aws.url, GMS_URL: this.gms.url },
        close: () => aws.close(),
        folder: this.folder,
        textOf: (file: string) => readFileSync(join(this.folder, file), 'utf8'),
        asked: () => 0
      }
      const { reports } = await ingest(scene, night)
      const [report] = reports
      if (report === undefined) throw new Error('there is no report')
      return report
    } finally {
      await aws.close()
    }
  }

  /** The last state that DataHub holds; null: none. */
  async state(job: string = JOB): Promise<State | null> {
    const [aspect] = this.gms.store.readTimeseries(job, 'datahubIngestionCheckpoint')
    if (aspect === undefined) return null
    const { urns, uncounted, held, missingOnce } = await readCheckpoint(aspect)
    const isHeld = held.all || [...held.databases]
    return { urns: [...urns].sort(), uncounted: [...uncounted].sort(), isHeld, missingOnce: missingOnce.size }
  }

  /** Puts a checkpoint into DataHub, as if a run had left it there now. */
  async leave(job: string, aspect: JsonObject): Promise<void> {
    // Later than what a run has left in this very millisecond.
    const value = JSON.stringify({ ...aspect, timestampMillis: Date.now() + 1 })
    const proposal = {
      entityType: 'dataJob',
      entityUrn: job,
      changeType: 'UPSERT',
      aspectName: 'datahubIngestionCheckpoint',
      aspect: { value, contentType: 'application/json' }
    }
    const body = JSON.stringify({ proposal, async: 'false' })
    const answer = await fetch(`${this.gms.url}/aspects?action=ingestProposal`, { method: 'POST', body })
    if (!answer.ok) throw new Error(await answer.text())
  }

  /** Urns that DataHub shows as removed. */
  removed(): readonly string[] {
    const isRemoved = (status: Json | undefined): boolean =>
      typeof status === 'object' && status !== null && Reflect.get(status, 'removed') === true
    const shown = this.gms.store.urns().filter((urn) => !urn.startsWith('urn:li:dataJob:(urn:li:dataFlow:(datahub,'))
    return shown.filter((urn) => isRemoved(this.gms.store.read(urn, 'status'))).sort()
  }

  #recipe({ stateful, config, sink, recipe }: Night): JsonObject {
    return {
      pipeline_name: 'nightly',
      source: {
        type: 'glue',
        config: {
          aws_region: 'eu-west-1',
          extract_transforms: false,
          stateful_ingestion: { enabled: true, ...stateful },
          ...config
        }
      },
      sink: { type: 'datahub-rest', config: { server: this.gms.url }, ...sink },
      ...recipe
    }
  }
}
