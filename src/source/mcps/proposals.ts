import type { Json, JsonObject } from '../../core/json.ts'
import { asciiJson } from '../../core/json.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { ChangeType, EntityType, SerialisedWorkUnit } from '../../model/work-unit.ts'

/** A record of a file that is no proposal, by its place in it, from 1. */
export interface BadRecord {
  readonly record: number
  readonly message: string
}

/** Names that become part of a request as they are. */
const NAME = /^[A-Za-z][A-Za-z0-9]*$/u
const CHANGES: readonly string[] = ['UPSERT', 'PATCH'] satisfies readonly ChangeType[]

/**
 * The proposals of a file in the peer's file-sink format (datahub/ingestion/sink/file.py): a list, or one object. Either
 * all of them or what is wrong with each that is none; a text that is no JSON is one bad record, of number 0.
 */
export function proposalsIn(text: string): Result<readonly SerialisedWorkUnit[], readonly BadRecord[]> {
  let value: Json
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return err([{ record: 0, message: 'it is no JSON: a file sink that broke off leaves none' }])
  }
  const records: readonly Json[] = Array.isArray(value) ? value : [value]
  const units: SerialisedWorkUnit[] = []
  const bad: BadRecord[] = []
  for (const [index, record] of records.entries()) {
    const unit = unitOf(record)
    if (typeof unit === 'string') bad.push({ record: index + 1, message: unit })
    else units.push(unit)
  }
  return bad.length > 0 ? err(bad) : ok(units)
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

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
