import type { Json, JsonObject } from '../../../src/core/json.ts'
import { validateAspect } from './aspect-validation.ts'
import { GmsError } from './gms-error.ts'
import { metadataModel } from './model.ts'
import { checkUrn } from './urn.ts'

/** One aspect of one entity that a client asks GMS to store. */
export interface Proposal {
  readonly entityType: string
  readonly entityUrn: string
  readonly aspectName: string
  readonly changeType: string
  /** The content as JSON text: an aspect, or a patch. */
  readonly value: string
  /** The same, parsed. */
  readonly aspect: Json
  readonly systemMetadata: JsonObject | null
}

export interface ProposalRules {
  /** Whether contents are checked against DataHub's model. */
  readonly validateAspects: boolean
  /** Longest urn, URL-encoded; 0: any. */
  readonly maxUrnBytes: number
}

const CHANGE_TYPES = ['UPSERT', 'CREATE', 'UPDATE', 'DELETE', 'PATCH', 'RESTATE', 'CREATE_ENTITY']

/** Reads one proposal of the Rest.li wire form, and refuses what GMS refuses. */
export function readProposal(wire: unknown, rules: ProposalRules): Proposal {
  if (!isObject(wire)) throw new GmsError(400, 'Parameters of method are invalid: a proposal is not a record')
  const entityUrn = text(wire, 'entityUrn')
  const aspect = member(wire, 'aspect')
  if (!isObject(aspect)) throw new GmsError(400, `aspect is required for ${entityUrn}`)
  const value = text(aspect, 'value')
  if (!isAscii(value)) {
    throw new GmsError(
      400,
      `Parameters of method 'ingestProposal' failed validation with error 'ERROR :: /aspect/value :: "${value.slice(0, 80)}" is not a valid string representation of bytes' for ${entityUrn}`
    )
  }
  const changeType = text(wire, 'changeType')
  checkContentType(aspect, changeType, entityUrn)
  const systemMetadata = member(wire, 'systemMetadata')
  const proposal: Proposal = {
    entityType: text(wire, 'entityType'),
    entityUrn,
    aspectName: text(wire, 'aspectName'),
    changeType,
    value,
    aspect: parse(value, entityUrn),
    systemMetadata: isObject(systemMetadata) ? systemMetadata : null
  }
  checkProposal(proposal, rules)
  return proposal
}

function checkContentType(aspect: JsonObject, changeType: string, urn: string): void {
  const contentType = text(aspect, 'contentType')
  const wanted = changeType === 'PATCH' ? 'application/json-patch+json' : 'application/json'
  if (contentType !== wanted)
    throw new GmsError(400, `${contentType} is not a supported aspect content type for ${urn}`)
}

/** Refuses a proposal that DataHub's model has no place for. */
export function checkProposal(proposal: Proposal, rules: ProposalRules): void {
  const { entityType, entityUrn, aspectName, changeType } = proposal
  if (!CHANGE_TYPES.includes(changeType))
    throw new GmsError(400, `"${changeType}" is not an enum symbol for ${entityUrn}`)
  const aspects = metadataModel().entities[entityType]
  if (aspects === undefined)
    throw new GmsError(400, `Failed to find entity with name ${entityType} in EntityRegistry for ${entityUrn}`)
  checkUrn(entityUrn, entityType, rules.maxUrnBytes)
  if (!aspects.includes(aspectName))
    throw new GmsError(400, `Unknown aspect ${aspectName} for entity ${entityType} of ${entityUrn}`)
  if (changeType === 'PATCH' || !rules.validateAspects) return
  const findings = validateAspect(aspectName, proposal.aspect)
  if (findings.length === 0) return
  const type = metadataModel().aspects[aspectName]?.type ?? ''
  throw new GmsError(
    422,
    `ValidationExceptionCollection{EntityAspect:(${entityUrn},${aspectName}) Exceptions: [Failed to validate record with class ${type}: ${findings.join('\n')}]}`
  )
}

function parse(value: string, urn: string): Json {
  try {
    return JSON.parse(value) as Json
  } catch (error) {
    throw new GmsError(400, `Could not parse aspect.value of ${urn}: ${String(error)}`)
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function member(object: JsonObject, name: string): Json | undefined {
  return object[name]
}

function text(object: JsonObject, name: string): string {
  const value = object[name]
  if (typeof value === 'string') return value
  const found = value === undefined ? 'field is required but not found and has no default value' : 'is not a string'
  throw new GmsError(
    400,
    `Parameters of method 'ingestProposal' failed validation with error 'ERROR :: /${name} :: ${found}'`
  )
}

function isAscii(value: string): boolean {
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) > 0x7f) return false
  return true
}
