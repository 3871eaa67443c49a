import { GmsError } from './gms-error.ts'
import { aspectOfType } from './model.ts'
import { isObject, type Proposal } from './proposal.ts'

/**
 * The proposals in a MetadataChangeEvent: the body of `POST /entities?action=ingest`, which holds a snapshot of one
 * entity with several aspects under their type names.
 */
export function proposalsOfSnapshot(body: unknown): readonly Proposal[] {
  const entity = isObject(body) ? body.entity : undefined
  const value = isObject(entity) ? entity.value : undefined
  const [snapshot] = isObject(value) ? Object.values(value) : []
  if (!isObject(snapshot) || typeof snapshot.urn !== 'string' || !Array.isArray(snapshot.aspects)) {
    throw new GmsError(
      400,
      "Parameters of method 'ingest' failed validation with error 'ERROR :: /entity/value :: field is required'"
    )
  }
  const { urn, aspects } = snapshot
  const given = isObject(body) ? body.systemMetadata : undefined
  const systemMetadata = isObject(given) ? given : null
  return aspects
    .flatMap((aspect) => (isObject(aspect) ? Object.entries(aspect) : []))
    .map(([typeName, content]) => {
      const aspectName = aspectOfType(typeName)
      if (aspectName === null || content === undefined) throw new GmsError(400, `Unknown aspect ${typeName} of ${urn}`)
      return {
        entityType: urn.split(':')[2] ?? '',
        entityUrn: urn,
        aspectName,
        changeType: 'UPSERT',
        value: JSON.stringify(content),
        aspect: content,
        systemMetadata
      }
    })
}
