import { GmsError } from './gms-error.ts'

/** How many parts a tuple urn of an entity type has; entity types that are not listed have one plain part. */
const TUPLE_PARTS: Readonly<Record<string, number>> = {
  dataset: 3,
  dataFlow: 3,
  dataJob: 2,
  schemaField: 2,
  dataPlatformInstance: 2
}

/** Refuses a urn as GMS's ValidationApiUtils.validateUrn does. `maxBytes` 0: any length. */
export function checkUrn(urn: string, entityType: string, maxBytes: number): void {
  const prefix = `urn:li:${entityType}:`
  if (!urn.startsWith(prefix)) {
    throw new GmsError(400, `Invalid urn: urn ${urn} does not match entityType ${entityType}`)
  }
  if (urn.trim() !== urn) refuse(urn, 'cannot provide an URN with leading or trailing whitespace')
  if (urn.includes('␟')) refuse(urn, 'URN cannot contain ␟ character')
  if (maxBytes > 0 && entityType !== 'schemaField' && encodedLength(urn) > maxBytes) {
    refuse(urn, `cannot provide an URN longer than ${maxBytes} bytes (when URL encoded)`)
  }
  const id = urn.slice(prefix.length)
  const parts = TUPLE_PARTS[entityType] ?? 1
  const found = partsOf(id)
  if (found !== parts || id === '')
    throw new GmsError(400, `Invalid urn: ${urn}\n Cause: expected ${parts} key part(s), found ${found}`)
}

function refuse(urn: string, why: string): never {
  throw new GmsError(400, `Error: ${why}: ${urn}`)
}

/** The length of Java's URLEncoder.encode, which also encodes `!'()~` and writes a space as `+`. */
function encodedLength(urn: string): number {
  return encodeURIComponent(urn)
    .replace(/[!'()~]/g, '%XX')
    .replaceAll('%20', '+').length
}

/** Parts of `(a,b,c)` at its own level; 1 for an id without parentheses; 0 when they do not pair. */
function partsOf(id: string): number {
  if (!id.startsWith('(')) return 1
  let level = 0
  let parts = 1
  for (let i = 0; i < id.length; i++) {
    const c = id.charAt(i)
    if (c === '(') level += 1
    else if (c === ')') level -= 1
    else if (c === ',' && level === 1) parts += 1
    if (level === 0 && i < id.length - 1) return 0
  }
  return level === 0 ? parts : 0
}
