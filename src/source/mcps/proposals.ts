import { asciiJson, isObject, type Json, type JsonObject } from '../../core/json.ts'
import type { ChangeType, EntityType, SerialisedWorkUnit } from '../../model/work-unit.ts'
import { NoJson, recordTexts } from './records.ts'

/** A record of a file that is no proposal, by its place in it, from 1. */
export interface BadRecord {
  readonly record: number
  readonly message: string
}

/** Names that become part of a request as they are. */
const NAME = /^[A-Za-z][A-Za-z0-9]*$/u
const CHANGES: readonly string[] = ['UPSERT', 'PATCH'] satisfies readonly ChangeType[]

/** A proposal of a file, and the pipeline whose run made it, where it says so. */
export interface ReadProposal {
  readonly unit: SerialisedWorkUnit
  readonly pipelineName: string | null
}

const NO_JSON: BadRecord = { record: 0, message: 'it is no JSON: a file sink that broke off leaves none' }

/**
 * The proposals of a file in the peer's file-sink format (datahub/ingestion/sink/file.py), a list or one object, as it is
 * read, and what is wrong with each record that is none. Where the text is no JSON, a bad record of number 0 is the last.
 */
export async function* proposalsIn(pieces: AsyncIterable<string>): AsyncGenerator<ReadProposal | BadRecord> {
  let number = 0
  try {
    for await (const text of recordTexts(pieces)) {
      number += 1
      const record = parsed(text)
      if (record === undefined) throw new NoJson()
      const unit = unitOf(record)
      yield typeof unit === 'string' ? { record: number, message: unit } : { unit, pipelineName: pipelineOf(record) }
    }
  } catch (error) {
    if (!(error instanceof NoJson)) throw error
    yield NO_JSON
  }
}

function pipelineOf(record: Json): string | null {
  const metadata = isObject(record) ? record.systemMetadata : undefined
  const name = isObject(metadata) ? metadata.pipelineName : undefined
  return typeof name === 'string' && name !== '' ? name : null
}

/** The work unit of a record, or why it is none. */
function unitOf(record: Json): SerialisedWorkUnit | string {
  if (!isObject(record)) return 'it is no object'
  if ('proposedSnapshot' in record) {
    return 'it is a snapshot (MCE); write the file with unpack_mces_into_mcps, or by this program'
  }
  const names = namesOf(record)
  if (typeof names === 'string') return names
  const { changeType } = names
  const content = contentOf(record.aspect)
  if (content === null) return 'its aspect has no content: {"json": …}'
  if (changeType === 'PATCH' && !isPatch(content)) return 'its patch is no list of operations'
  if (changeType !== 'PATCH' && !isObject(content)) return 'its aspect is no object'
  return { ...names, value: asciiJson(content) }
}

/** The names of a proposal; which entities and aspects there are is for GMS to say. */
function namesOf({
  entityType,
  entityUrn,
  aspectName,
  changeType
}: JsonObject): Omit<SerialisedWorkUnit, 'value'> | string {
  if (typeof entityUrn !== 'string' || !entityUrn.startsWith('urn:li:')) return 'its entityUrn is no urn'
  if (typeof entityType !== 'string' || !NAME.test(entityType)) return 'its entityType is no name of an entity type'
  if (typeof aspectName !== 'string' || !NAME.test(aspectName)) return 'its aspectName is no name of an aspect'
  if (typeof changeType !== 'string' || !CHANGES.includes(changeType)) {
    return `its changeType is ${JSON.stringify(changeType ?? null)}; only ${CHANGES.join(' and ')} can be sent`
  }
  return { urn: entityUrn, entityType: entityType as EntityType, aspectName, changeType: changeType as ChangeType }
}

/** `{json}`, or as it is sent: `{value}` with JSON in a text. */
function contentOf(aspect: Json | undefined): JsonObject | readonly Json[] | null {
  if (!isObject(aspect)) return null
  const { json, value } = aspect
  const content = json === undefined && typeof value === 'string' ? parsed(value) : json
  return isObject(content) || Array.isArray(content) ? content : null
}

/** A list of operations, or an object that holds one and says by what its lists are keyed (GenericJsonPatch). */
const isPatch = (content: JsonObject | readonly Json[]): boolean =>
  Array.isArray(content) || (isObject(content) && Array.isArray(content.patch))

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
