import { decodeBase85, encodeBase85 } from '../../core/base85.ts'
import { pythonJson } from '../../datahub/python-json.ts'
import { datasetUrn, platformUrn } from '../../datahub/urn.ts'
import { Bzip2 } from './bzip2.ts'

/** The state within a checkpoint: how it is written, and the text. */
export interface EncodedState {
  readonly formatVersion: string
  readonly serde: string
  readonly payload: string
}

/** A state that cannot be read; `message` says why, as the end of a sentence. */
export class UnreadableState extends Error {}

const SERDE = 'base85-bz2-json'

/** Urns as the peer writes them between the brackets of its list: `"urn:li:…", "urn:li:…"`. */
export const urnsText = (urns: readonly string[]): string => urns.map(pythonJson).join(', ')

/**
 * Encodes a list of urns as the peer does (state/checkpoint.py): bzip2 of Python's JSON, in base 85. `list`: what stands
 * between the brackets, as urnsText makes it, in pieces.
 */
export async function encodeUrns(list: Iterable<Uint8Array>): Promise<EncodedState> {
  const bzip2 = await Bzip2.load()
  return { formatVersion: '1.0', serde: SERDE, payload: encodeBase85(bzip2.compress(inBrackets(list))) }
}

/**
 * Makes the encoding of a long list twice as fast: V8 compiles WebAssembly well only once it has run, and does so beside
 * the run, which would wait for the list at its end. More than libbzip2 sorts in its way for short texts (10,000 bytes).
 */
export async function warmUpEncoding(): Promise<void> {
  const urns = Array.from({ length: 150 }, (_, index) => datasetUrn({ ...SAMPLE, name: `database.table_${index}` }))
  await encodeUrns([Buffer.from(urnsText(urns))])
}

const SAMPLE = { platform: 'glue', platformInstance: null, env: 'PROD' }

const HEAD = Buffer.from('{"urns": [')
const TAIL = Buffer.from(']}')

function* inBrackets(list: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield HEAD
  yield* list
  yield TAIL
}

/**
 * The urns of a state, each once, in their order.
 * @throws UnreadableState when it is none that the peer would read.
 */
export async function decodeUrns({
  serde,
  payload
}: Pick<EncodedState, 'serde' | 'payload'>): Promise<readonly string[]> {
  return urnsIn(parsed(await textOf(serde, payload)))
}

async function textOf(serde: string, payload: string): Promise<string> {
  switch (serde) {
    case 'utf-8':
      return payload
    case SERDE: {
      const packed = decodeBase85(payload)
      const text = packed === null ? null : (await Bzip2.load()).decompress(packed)
      if (text === null) throw new UnreadableState('its payload is damaged')
      return text.toString()
    }
    case 'base85':
      throw new UnreadableState('it is in the form base85 of DataHub before 0.10, which nothing reads any more')
    default:
      throw new UnreadableState(`it is in the form ${JSON.stringify(serde)}, which is not known`)
  }
}

function parsed(text: string): object {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UnreadableState('its payload is no JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnreadableState('its payload is no object')
  }
  return value
}

const datasetOf = (encoded: string): string => {
  const [platform = '', name = '', env = ''] = encoded.split('||')
  return platform.startsWith('urn:li:')
    ? `urn:li:dataset:(${platformUrn(platform.slice('urn:li:dataPlatform:'.length))},${name},${env})`
    : datasetUrn({ platform, platformInstance: null, name, env })
}

/** What older releases called their lists, and how they wrote urns in them (state/entity_removal_state.py). */
const OLD_LISTS: Readonly<Record<string, (encoded: string) => string>> = {
  encoded_table_urns: datasetOf,
  encoded_view_urns: datasetOf,
  encoded_container_urns: (guid) => `urn:li:container:${guid}`,
  encoded_assertion_urns: (guid) => `urn:li:assertion:${guid}`,
  encoded_topic_urns: datasetOf,
  encoded_node_urns: datasetOf
}

function urnsIn(state: object): readonly string[] {
  const urns = new Set<string>()
  for (const [name, list] of Object.entries(state)) {
    const urnOf = name === 'urns' ? (urn: string) => urn : OLD_LISTS[name]
    if (urnOf === undefined) throw new UnreadableState(`it holds ${JSON.stringify(name)}, which is not known`)
    if (!isTexts(list)) throw new UnreadableState(`its ${name} is no list of texts`)
    for (const one of list) urns.add(urnOf(one))
  }
  return [...urns]
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
