import { isObject, type Json, type JsonObject } from '../../core/json.ts'
import { parseJson } from '../../datahub/gms-config.ts'
import type { FoundEntity } from '../../datahub/gms-entities.ts'
import { platformUrn } from '../../datahub/urn.ts'
import type { GlueWrite } from '../../model/doctor.ts'
import { type GmsQuestions, term } from './ask-gms.ts'

/** Glue datasets that were looked at, and the runs that wrote them. */
export interface GlueWrites {
  readonly looked: number
  readonly isAll: boolean
  /** The newest of each run, newest first. */
  readonly writes: readonly GlueWrite[]
  /** Why nothing was told; null: something was. */
  readonly untold: string | null
}

/** Aspects that every full run writes of every dataset, and that are small. */
const ASPECTS = ['status', 'container']
const PAGE = 1000
const PAGES = 5

/** Runs that GMS is asked for, those of them that are looked at, and what is looked at of each. */
const RUNS = 100
const RUNS_LOOKED = 24
const ROWS = 500

/**
 * Looks at the datasets of a platform, the first thousands by urn, and at what the newest runs have written: a run that
 * sends only what changed need not have touched the first thousands.
 */
export async function glueWrites(platform: string, gms: GmsQuestions): Promise<GlueWrites> {
  const [sample, ofRuns] = await Promise.all([sampled(platform, gms), writtenByRuns(platform, gms)])
  const newest = new Map<string, GlueWrite>()
  for (const write of [...sample.writes, ...ofRuns]) {
    const known = newest.get(write.runId)
    if (known === undefined || known.at < write.at) newest.set(write.runId, write)
  }
  const writes = [...newest.values()].sort((a, b) => (a.at < b.at ? 1 : -1))
  const untold = writes.length > 0 ? null : sample.untold
  return { looked: Math.max(sample.looked, ofRuns.length), isAll: sample.isAll, writes, untold }
}

async function sampled(platform: string, gms: GmsQuestions): Promise<GlueWrites> {
  const urn = platformUrn(platform)
  // The index has a platform as a text with a keyword below it, or as a keyword.
  const query = `${term('platform.keyword', urn)} OR ${term('platform', urn)}`
  const writes: GlueWrite[] = []
  let looked = 0
  let scrollId: string | null = null
  for (let page = 0; page < PAGES; page++) {
    const wanted = { entityType: 'dataset', query, aspectNames: ASPECTS, count: PAGE, newestBy: null, scrollId }
    const found = await gms.entities(wanted)
    if (!found.ok) return { looked, isAll: false, writes, untold: looked === 0 ? found.error : null }
    const datasets = found.value.entities.filter((one) => isOf(platform, one.urn))
    looked += datasets.length
    writes.push(...datasets.flatMap(writeOf))
    scrollId = found.value.scrollId
    if (scrollId === null || found.value.entities.length === 0) return { looked, isAll: true, writes, untold: null }
  }
  return { looked, isAll: false, writes, untold: null }
}

/** What the newest runs wrote, by their own lists; those that look like runs of Glue are looked at first. */
async function writtenByRuns(platform: string, gms: GmsQuestions): Promise<readonly GlueWrite[]> {
  const list = { pageOffset: 0, pageSize: RUNS, includeSoft: false }
  const answer = await gms.text((emit) => gms.client.runs('list', list, emit))
  const ids = answer.ok ? rowsIn(answer.value).flatMap(({ runId }) => (typeof runId === 'string' ? [runId] : [])) : []
  const likely = ids.filter((id) => /glue/iu.test(id))
  const others = ids.filter((id) => !likely.includes(id))
  const looked = [...likely.slice(0, RUNS_LOOKED / 2), ...others.slice(0, RUNS_LOOKED / 2)]
  const urns = await Promise.all(looked.map((runId) => datasetOf(runId, platform, gms)))
  const known = [...new Set(urns.flatMap((urn) => urn ?? []))]
  const found = await gms.some('dataset', 'status', known)
  return found.filter(({ aspects }) => aspects.get('status')?.removed !== true).flatMap(writeOf)
}

/** A dataset of the platform among what a run wrote. */
async function datasetOf(runId: string, platform: string, gms: GmsQuestions): Promise<string | null> {
  const body = { runId, start: 0, count: ROWS, includeSoft: false }
  const answer = await gms.text((emit) => gms.client.runs('describe', body, emit))
  if (!answer.ok) return null
  const row = rowsIn(answer.value).find(({ urn, aspectName }) => aspectName === 'status' && isOf(platform, urn))
  return typeof row?.urn === 'string' ? row.urn : null
}

function rowsIn(text: string): readonly JsonObject[] {
  const answer = parseJson(text) as Json | undefined
  const { value } = isObject(answer) ? answer : {}
  return Array.isArray(value) ? value.filter(isObject) : []
}

function writeOf({ urn, writer }: FoundEntity): readonly GlueWrite[] {
  if (writer === null) return []
  const { at, runId, pipelineName } = writer
  return [{ at: new Date(at).toISOString(), urn, runId, pipelineName }]
}

const isOf = (platform: string, urn: Json | undefined): boolean =>
  typeof urn === 'string' && urn.startsWith(`urn:li:dataset:(${platformUrn(platform)},`)
