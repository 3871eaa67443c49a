/** Characters that would end a part of a urn (the peer's utilities/urns/urn.py); everything else stays as it is. */
const RESERVED = /[,()\u241f]/g

/** A name as a part of a urn: the reserved characters are percent-encoded as UTF-8. */
export const encodeUrnPart = (part: string): string =>
  part.replace(RESERVED, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  )

export const platformUrn = (platform: string): string => `urn:li:dataPlatform:${platform}`

/** The instance's urn; a recipe may give it whole (mce_builder.py make_dataplatform_instance_urn). */
export const platformInstanceUrn = (platform: string, instance: string): string =>
  instance.startsWith('urn:li:dataPlatformInstance')
    ? instance
    : `urn:li:dataPlatformInstance:(${platformUrn(platform)},${instance})`

/** What tells one dataset from another. */
export interface DatasetName {
  readonly platform: string
  /** Put before the name with a dot, when there is one. */
  readonly platformInstance: string | null
  /** `database.table` */
  readonly name: string
  /** DataHub's fabric type, such as `PROD`. */
  readonly env: string
}

export function datasetUrn({ platform, platformInstance, name, env }: DatasetName): string {
  const whole = platformInstance === null || platformInstance === '' ? name : `${platformInstance}.${name}`
  return `urn:li:dataset:(${platformUrn(platform)},${encodeUrnPart(whole)},${env})`
}

export const containerUrn = (guid: string): string => `urn:li:container:${guid}`

/** The urn of a user; a urn of a user or group is taken as it is (mce_builder.py make_user_urn). */
export const userUrn = (name: string): string =>
  name.startsWith('urn:li:corpuser:') || name.startsWith('urn:li:corpGroup:')
    ? name
    : `urn:li:corpuser:${encodeUrnPart(name)}`

/** The urn of a field of a dataset (mce_builder.py make_schema_field_urn). */
export const schemaFieldUrn = (dataset: string, fieldPath: string): string =>
  `urn:li:schemaField:(${dataset},${encodeUrnPart(fieldPath)})`

/** The urn of a domain that is given by its id or its urn (mce_builder.py make_domain_urn). */
export const domainUrn = (domain: string): string =>
  domain.startsWith('urn:li:domain:') ? domain : `urn:li:domain:${domain}`

/** The urn of a flow: a job or pipeline of `platform`. */
export const dataFlowUrn = (platform: string, id: string, env: string): string =>
  `urn:li:dataFlow:(${encodeUrnPart(platform)},${encodeUrnPart(id)},${env})`

/** The urn of a task of a flow. */
export const dataJobUrn = (flow: string, id: string): string => `urn:li:dataJob:(${flow},${encodeUrnPart(id)})`
