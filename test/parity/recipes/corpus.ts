import { type Random, seededRandom } from '../../emulator/random.ts'
import { OPTION_PATHS, VALUES } from './options.ts'

/** A mapping whose leaves are YAML text. */
interface Tree {
  [key: string]: Tree | string
}

export interface CorpusCase {
  readonly name: string
  readonly text: string
}

const base = (): Tree => ({
  source: { type: 'glue', config: { aws_region: 'us-east-1' } },
  sink: { type: 'datahub-rest', config: { server: '"http://gms:8080"' } }
})

/** Options whose neighbours decide whether they mean anything. */
const NEIGHBOURS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sink.type': { 'sink.config': '{}' },
  'datahub_api.token': { 'datahub_api.server': '"http://gms:8080"' },
  'datahub_api.timeout_sec': { 'datahub_api.server': '"http://gms:8080"' },
  'datahub_api.typo': { 'datahub_api.server': '"http://gms:8080"' },
  'stateful_ingestion.state_provider.config': { 'stateful_ingestion.state_provider.type': 'datahub' }
}

function put(tree: Tree, path: string, value: string): void {
  const names = path.replaceAll('*', 'some_name').split('.')
  const last = names.pop() ?? ''
  let node = tree
  for (const name of names) {
    const child = node[name]
    const next = typeof child === 'object' ? child : {}
    node[name] = next
    node = next
  }
  node[last] = value
}

function write(tree: Tree, indent = ''): string {
  return Object.entries(tree)
    .map(([key, value]) =>
      typeof value === 'string' ? `${indent}${key}: ${value}\n` : `${indent}${key}:\n${write(value, `${indent}  `)}`
    )
    .join('')
}

/** Every option with every value, alone in an otherwise good recipe. */
export function everyOption(): CorpusCase[] {
  return OPTION_PATHS.flatMap((path) =>
    VALUES.map((value) => {
      const tree = base()
      for (const [other, its] of Object.entries(NEIGHBOURS[path] ?? {})) put(tree, other, its)
      put(tree, path, value)
      return { name: `${path}: ${value}`, text: write(tree) }
    })
  )
}

/** Recipes with several mutations each: other values, options that are gone, misspelt or in the wrong place. */
export function mutations(seed: number, count: number): CorpusCase[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seededRandom(seed + i)
    const tree = base()
    for (let n = random.int(1, 4); n > 0; n -= 1) put(tree, random.pick(OPTION_PATHS), random.pick(VALUES))
    const text = write(tree)
    return { name: `mutation ${seed + i}`, text: random.chance(0.5) ? text : damaged(text, random) }
  })
}

const SLIPS = ['', ' ', '  ', ':', '-', '- ', '#', "'", '"', 'x', '\t', '\n', '{', ']', '_', '&', '*', '!', '$', '0']

/** A slip of the keyboard somewhere in the text. */
function damaged(text: string, random: Random): string {
  const at = random.int(0, text.length - 1)
  return text.slice(0, at) + random.pick(SLIPS) + text.slice(at + random.int(0, 2))
}
