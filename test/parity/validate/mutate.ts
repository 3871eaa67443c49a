// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import type { Random } from '../../emulator/random.ts'
import { OPTION_PATHS, VALUES } from '../recipes/options.ts'

/** One change to a recipe: what a person, or a slip, does to it. Gives back whether there was anything to change. */
type Change = (document: Document, random: Random) => boolean

/** Every `key: value` of a recipe, with the mapping it stands in. */
function pairsOf(document: Document): readonly { readonly pair: Pair; readonly map: YAMLMap }[] {
  const pairs: { pair: Pair; map: YAMLMap }[] = []
  visit(document, {
    Map: (_, map) => {
      for (const pair of map.items) if (isPair(pair)) pairs.push({ pair, map })
    }
  })
  return pairs
}

function onPair(change: (found: { pair: Pair; map: YAMLMap }, document: Document, random: Random) => void): Change {
  return (document, random) => {
    const pairs = pairsOf(document)
    if (pairs.length === 0) return false
    change(random.pick(pairs), document, random)
    return true
  }
}

function misspelt(word: string, random: Random): string {
  const at = random.int(0, Math.max(0, word.length - 1))
  switch (random.int(0, 3)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1)
    case 1:
      return word.slice(0, at) + (word[at] ?? '') + word.slice(at)
    case 2:
      return word.slice(0, at) + (word[at + 1] ?? 's') + (word[at] ?? '') + word.slice(at + 2)
    default:
      return word.toUpperCase() === word ? word.toLowerCase() : word.toUpperCase()
  }
}

const remove = onPair(({ pair, map }) => {
  map.items.splice(map.items.indexOf(pair), 1)
})

const misspellKey = onPair(({ pair }, document, random) => {
  pair.key = document.createNode(misspelt(String(pair.key), random))
})

const otherValue = onPair(({ pair }, _, random) => {
  pair.value = parseDocument(random.pick(VALUES)).contents
})

const wrapInList = onPair(({ pair }, document) => {
  pair.value = document.createNode([pair.value])
})

const unwrapList = onPair(({ pair }) => {
  if (isSeq(pair.value)) pair.value = pair.value.items[0] ?? null
})

const textOfNumber = onPair(({ pair }) => {
  if (isScalar(pair.value) && typeof pair.value.value !== 'string') pair.value.value = String(pair.value.value)
})

/** An option that slipped out of the mapping it belongs to. */
const moveToTop = onPair(({ pair, map }, document) => {
  map.items.splice(map.items.indexOf(pair), 1)
  if (isMap(document.contents)) document.contents.items.push(pair as never)
})

/** An option that slipped into its neighbour. */
const moveInside: Change = (document, random) => {
  const pairs = pairsOf(document)
  const inside = pairs.filter(({ pair }) => isMap(pair.value))
  if (inside.length === 0) return false
  const { pair: target } = random.pick(inside)
  const { pair, map } = random.pick(pairs)
  if (pair === target || !isMap(target.value)) return false
  if (map.items.length > 1 && !isMap(pair.value)) {
    map.items.splice(map.items.indexOf(pair), 1)
    target.value.items.push(pair as never)
  }
  return true
}

const PATTERNS = [
  '(',
  '*x',
  '[a',
  'a{2}{3}',
  '(?<n>x)',
  '(?P<n>x)(?P=n)',
  '\\q',
  'x\\',
  '^sales$',
  '(?i)X',
  'a++',
  'a**'
]
const TEXTS = [
  '',
  ' ',
  'urn:li:tag',
  'urn:li:tags:x',
  'urn:li:corpuser:',
  '${UNSET}',
  '${UNSET:-x}',
  '${',
  'a$',
  '$STAGE'
]

const otherText: Change = (document, random) => {
  const texts: Scalar[] = []
  visit(document, {
    Scalar: (key, scalar) => {
      if (key !== 'key' && typeof scalar.value === 'string') texts.push(scalar)
    }
  })
  if (texts.length === 0) return false
  const scalar = random.pick(texts)
  const known = String(scalar.value)
  scalar.value = random.pick([
    random.pick(PATTERNS),
    random.pick(TEXTS),
    misspelt(known, random),
    misspelt(known, random)
  ])
  scalar.type = 'QUOTE_SINGLE'
  return true
}

/** What YAML 1.1, pydantic or the peer's own expansion reads in its own way. */
const ODD_VALUES = [
  ...[
    'y',
    'n',
    'Yes',
    'NO',
    'On',
    'oFF',
    '0o17',
    '0b101',
    '0x1F',
    '0X1F',
    '1:30',
    '190:20:30.15',
    '08',
    '+1',
    '-0',
    '1_0'
  ],
  ...['.5', '5.', '1.e+3', '1e5', '6.02e+23', '-.INF', '.NaN', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43'],
  ...[
    'Null',
    'NULL',
    '!!str 1',
    '!!int "3"',
    '!!int "x"',
    '!!bool "yes"',
    '!!bool "1"',
    '!!float 1',
    '!!null ""',
    '!!null x'
  ],
  ...[
    '!!binary aGk=',
    '!!set {a, b}',
    '!!omap [a: 1]',
    '!!pairs [a: 1]',
    '!!timestamp 2001-01-01',
    '!own x',
    '! 12',
    '='
  ],
  ...['"\\u0041"', '"\\x41\\n"', "'it''s'", '|\n  a\n  b', '>-\n  a\n  b', '[[], {}]', '[a, ~]', '{~: a}', '{true: a}'],
  ...[
    '{2001-01-01: a}',
    '{1.5: a}',
    '{a: {b: {c: d}}}',
    '[1, two, 3.0, true, ~]',
    '[{a: 1}, {a: 1}]',
    '1e400',
    '"\\ud83d"'
  ],
  ...[
    "'§{UNSET:-}'",
    "'§{UNSET-def}'",
    "'§{AWS_REGION:+x}'",
    "'§{UNSET:+x}'",
    "'§{!STAGE}'",
    "'§{STAGE:0:1}'",
    "'§{#STAGE}'"
  ],
  ...[
    "'§{UNSET:=y}'",
    "'§§'",
    "'§STAGE/x'",
    "'x§STAGE'",
    "'§{}'",
    "'§{ STAGE }'",
    "'§{STAGE.x}'",
    "'§{1}'",
    "'\\§STAGE'"
  ],
  ...[
    "'§{STAGE}§{UNSET}'",
    "'§{UNSET:-§{TOKEN}}'",
    "'§{UNSET:-true}'",
    "'§{UNSET:-7}'",
    "'§{UNSET:?}'",
    "'§{ssm:/a/b}'"
  ]
].map((value) => value.replaceAll('§', '$'))

const oddValue = onPair(({ pair }, _, random) => {
  pair.value = parseDocument(random.pick(ODD_VALUES)).contents
})

/** Another option's name: of its own mapping it is one too many, of another it is none. */
const otherKey = onPair(({ pair }, document, random) => {
  pair.key = document.createNode(nameOf(random.pick(OPTION_PATHS)))
})

const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

const KEYS = [
  'x',
  '',
  ' ',
  '1',
  'true',
  '~',
  '1.5',
  '2001-01-01',
  '__proto__',
  'constructor',
  'config',
  'type',
  '<<',
  '$STAGE'
]

const addPair = onPair(({ map }, document, random) => {
  const name = random.chance(0.5) ? nameOf(random.pick(OPTION_PATHS)) : parseDocument(random.pick(KEYS)).contents
  const value = parseDocument(random.pick(random.chance(0.5) ? VALUES : ODD_VALUES)).contents
  map.items.push(document.createPair(name, value) as never)
})

const wrapInMap = onPair(({ pair }, document, random) => {
  pair.value = document.createNode({ [random.pick(['config', 'type', 'allow', 'rules', 'value'])]: pair.value })
})

const unwrapMap = onPair(({ pair }) => {
  if (isMap(pair.value)) pair.value = (pair.value.items[0]?.value as Scalar | undefined) ?? null
})

/** Without aliases; null where they would unfold to more than the library lets them. */
function copyOf(value: Node, document: Document): Node | null {
  try {
    return document.createNode(value.toJS(document))
  } catch (error) {
    if (error instanceof ReferenceError) return null
    throw error
  }
}

/** A part of the recipe in the place of another. */
const copy = onPair(({ pair }, document, random) => {
  const { value } = random.pick(pairsOf(document)).pair
  pair.value = isNode(value) ? copyOf(value, document) : null
})

const changeList: Change = (document, random) => {
  const lists: YAMLSeq[] = []
  visit(document, { Seq: (_, list) => void lists.push(list) })
  if (lists.length === 0) return false
  const { items } = random.pick(lists)
  const put = parseDocument(random.pick(random.chance(0.5) ? VALUES : ODD_VALUES)).contents
  items.splice(random.int(0, items.length), random.int(0, 1), ...(random.chance(0.8) ? [put] : []))
  return true
}

const CHANGES: readonly Change[] = [
  ...[remove, misspellKey, misspellKey, otherValue, otherValue, wrapInList, unwrapList],
  ...[textOfNumber, moveToTop, moveInside, otherText, otherText],
  ...[oddValue, oddValue, otherKey, addPair, addPair, wrapInMap, unwrapMap, copy, changeList]
]

const SLIPS = ['', ' ', '  ', ':', '-', '#', "'", '"', '\t', '\n', '{', ']', '*', '&', '!', '%', '@', '|']

/** A slip of the keyboard somewhere in the text. */
function slipped(text: string, random: Random): string {
  const at = random.int(0, text.length - 1)
  return text.slice(0, at) + random.pick(SLIPS) + text.slice(at + random.int(0, 2))
}

/** Those after which every value still stands under the name that it had. */
const UNDER_OWN_NAMES = CHANGES.filter((change) => change !== otherKey && change !== copy && change !== unwrapMap)

/**
 * The recipe with one to three changes in it, or with none; a text that is no YAML only slips. `keepsNames`: no value comes
 * under the name of another option, where nothing tells that it is a secret.
 */
export function mutated(text: string, random: Random, keepsNames = false): string {
  const changed = changedByMeaning(text, random, keepsNames ? UNDER_OWN_NAMES : CHANGES) ?? text
  return random.chance(0.15) ? slipped(changed, random) : changed
}

/** null: there is nothing to change, or nothing to write it with: an alias whose anchor went. */
function changedByMeaning(text: string, random: Random, changes: readonly Change[]): string | null {
  const document = parseDocument(text)
  if (document.errors.length > 0) return null
  for (let n = random.int(0, 3); n > 0; n -= 1) random.pick(changes)(document, random)
  try {
    return document.toString({ lineWidth: 0 })
  } catch {
    return null
  }
}
