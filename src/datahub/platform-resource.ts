import { isObject, type JsonObject } from '../core/json.ts'
import type { PlatformResourceInfo } from './aspect-types.ts'
import { guidOf } from './guid.ts'
import { pythonJson } from './python-json.ts'

/** The resource type under which DataHub keeps Lake Formation's tags (the peer's tag_entities.py). */
export const LF_TAG_RESOURCE = 'LakeFormationTagPlatformResource'

/** What tells one Lake Formation tag from another. Keys and values as they are shown. */
export interface LfTagId {
  readonly key: string
  readonly value: string | null
  /** The account that owns the tag. */
  readonly catalog: string | null
  readonly platformInstance: string | null
  readonly inLakeFormation: boolean
  readonly persisted: boolean
}

/** What DataHub knows of one Lake Formation tag: the tags of its own that stand for it. */
export interface LfTagResource {
  readonly id: LfTagId
  readonly urns: readonly string[]
  readonly managedByDatahub: boolean
  readonly allowedValues: readonly string[] | null
}

/** A platform resource's primary key; a tag without a value ends with Python's word for nothing. */
export const primaryKeyOf = ({ catalog, key, value }: LfTagId): string =>
  `${catalog === null || catalog === '' ? '' : `${catalog}.`}${key}:${value ?? 'None'}`

/** The urn of a tag's platform resource (api/entities/platformresource PlatformResourceKey). */
export function platformResourceUrn(id: LfTagId): string {
  const key = { platform: 'glue', resource_type: LF_TAG_RESOURCE, primary_key: primaryKeyOf(id) }
  const instance = id.platformInstance === null ? {} : { platform_instance: id.platformInstance }
  return `urn:li:platformResource:${guidOf({ ...key, ...instance })}`
}

/** The aspect that holds it. */
export function platformResourceInfo(resource: LfTagResource): PlatformResourceInfo {
  const { id, urns } = resource
  // In the order of their names, as the peer sorts them.
  const blob = pythonJson({
    allowed_values: resource.allowedValues,
    datahub_urns: { urns },
    id: {
      catalog: id.catalog,
      exists_in_lake_formation: id.inLakeFormation,
      persisted: id.persisted,
      platform_instance: id.platformInstance,
      tag_key: id.key,
      tag_value: id.value
    },
    managed_by_datahub: resource.managedByDatahub
  })
  return {
    resourceType: LF_TAG_RESOURCE,
    primaryKey: primaryKeyOf(id),
    secondaryKeys: urns,
    value: { contentType: 'JSON', blob, schemaType: 'JSON', schemaRef: LF_TAG_RESOURCE }
  }
}

/** Reads the aspect as DataHub holds it; null when it is not of this kind. */
export function readPlatformResource(aspect: JsonObject): LfTagResource | null {
  const value = objectIn(aspect.value)
  if (aspect.resourceType !== LF_TAG_RESOURCE || value.schemaType !== 'JSON' || typeof value.blob !== 'string') {
    return null
  }
  const content = parsed(value.blob)
  const id = objectIn(content.id)
  const urns = textsIn(objectIn(content.datahub_urns).urns)
  if (typeof id.tag_key !== 'string' || urns === null || typeof content.managed_by_datahub !== 'boolean') return null
  return {
    id: {
      key: id.tag_key,
      value: textOrNull(id.tag_value),
      catalog: textOrNull(id.catalog),
      platformInstance: textOrNull(id.platform_instance),
      inLakeFormation: id.exists_in_lake_formation === true,
      persisted: id.persisted === true
    },
    urns,
    managedByDatahub: content.managed_by_datahub,
    allowedValues: textsIn(content.allowed_values)
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return objectIn(JSON.parse(text))
  } catch {
    return {}
  }
}

const objectIn = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? { ...value } : {})

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const textsIn = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : null
