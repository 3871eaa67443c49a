import {
  type ConfigMap,
  type ConfigNode,
  type ConfigScalar,
  isOpen,
  keyText,
  memberOf,
  shown
} from '../../core/config/node.ts'
import { flag, INVALID, type ReadContext } from '../../core/config/types.ts'
import { compilePattern } from '../../core/pattern.ts'
import { matchesAll, mayMatch, type NameForm } from '../../core/pattern-reach.ts'
import { NAMES } from './names.ts'
import type { Lint } from './rule.ts'

/** Patterns of one option: what they are held against, and why one of them may never match. */
interface Held {
  readonly form: NameForm
  readonly ignoreCase: boolean
  /** The first that a name would have to be for the pattern to match, and what to say then. */
  readonly reasons: readonly Reason[]
}

interface Reason {
  readonly form: NameForm
  readonly why: string
  /** `pattern`: null where it must not be shown. */
  readonly cure: (pattern: string | null) => string
}

const UPPER: Omit<Reason, 'form'> = {
  why: 'Glue’s names are in lower case, and this asks for upper case with `ignoreCase: false`',
  cure: () => 'write it in lower case, or remove `ignoreCase: false`'
}
const CONTRADICTION: Reason = { form: NAMES.any, why: 'no name is like this', cure: () => 'mend it, or remove it' }

const DATABASES: readonly Reason[] = [
  { form: NAMES.databaseInAnyCase, ...UPPER },
  {
    ...CONTRADICTION,
    why: 'it is held against the name of a database, which has no dot',
    cure: () => 'patterns of tables belong to table_pattern'
  }
]
const TABLES: readonly Reason[] = [
  { form: NAMES.tableInAnyCase, ...UPPER },
  {
    ...CONTRADICTION,
    why: 'it is held against `database.table`, and there is no place for a database in it',
    cure: (pattern) => suggested(String.raw`[^.]+\.`, pattern, NAMES.table)
  }
]
const EITHER: readonly Reason[] = [{ form: NAMES.any, ...UPPER }]
const URNS: readonly Reason[] = [
  {
    ...CONTRADICTION,
    why: 'it is held against urns, which begin with `urn:li:`',
    cure: (pattern) => suggested('.*', pattern, NAMES.urn)
  }
]

/** The pattern behind another, where that mends it. */
function suggested(before: string, pattern: string | null, form: NameForm): string {
  const mended = `${before}${pattern?.replace(/^\^/, '')}`
  return pattern !== null && /^[\w.*+?^$|()[\]\\:,-]{1,80}$/.test(mended) && mayMatch(mended, false, form)
    ? `did you mean '${mended}'?`
    : 'write it as a pattern of the whole name'
}

/** Patterns that match nothing, everything, or other names than they seem to. */
export const lintPatterns: Lint = (root, context) => {
  const config = memberOf(memberOf(root, 'source'), 'config')
  lintFilter(memberOf(config, 'database_pattern'), { form: NAMES.database, reasons: DATABASES }, context)
  lintFilter(memberOf(config, 'table_pattern'), { form: NAMES.table, reasons: TABLES }, context)
  const domains = memberOf(config, 'domain')
  for (const { value } of domains?.kind === 'map' ? domains.entries : []) {
    lintFilter(value, { form: NAMES.either, reasons: EITHER }, context)
  }
  const transformers = memberOf(root, 'transformers')
  for (const node of transformers?.kind === 'list' ? transformers.items : []) lintTransformer(node, context)
}

/** `{allow, deny, ignoreCase}`. */
function lintFilter(node: ConfigNode | undefined, held: Omit<Held, 'ignoreCase'>, context: ReadContext): void {
  if (node?.kind !== 'map') return
  const [allow, deny] = [memberOf(node, 'allow'), memberOf(node, 'deny')]
  const full = { ...held, ignoreCase: ignoresCase(node) }
  for (const list of [allow, deny]) for (const pattern of textsOf(list)) lintPattern(pattern, full, context)
  if (allow?.kind === 'list' && allow.items.length === 0) {
    const cure = 'remove the line to let everything in, or write a pattern'
    context.tell(allow.at, 'warning', { code: 'nothing-left', message: 'an empty list lets nothing in', cure })
  }
  const all = textsOf(deny).find(({ value }) => matchesAll(value))
  if (all !== undefined) {
    const message = `${shown(all)} matches every name: nothing is let in`
    context.tell(all.at, 'warning', { code: 'nothing-left', message, cure: 'narrow the pattern' })
  }
}

function ignoresCase(filter: ConfigMap): boolean {
  const node = memberOf(filter, 'ignoreCase')
  if (node === undefined || isOpen(node)) return true
  const value = node.kind === 'scalar' && node.type === 'null' ? false : flag.read(node, UNTOLD)
  return value === INVALID || value
}

/** The reader tells of what is wrong by itself. */
const UNTOLD: ReadContext = { ignoredKeys: 'warning', tell: () => undefined }

type Text = ConfigScalar & { readonly type: 'string' }

const isText = (node: ConfigNode): node is Text => node.kind === 'scalar' && node.type === 'string' && !isOpen(node)

const textsOf = (node: ConfigNode | undefined): readonly Text[] =>
  node?.kind === 'list' ? node.items.filter(isText) : []

function lintPattern(node: Text, { form, ignoreCase, reasons }: Held, context: ReadContext): void {
  const { value: pattern, written } = node
  if (!compilePattern(pattern, { ignoreCase, use: 'match' }).ok) return
  if (!mayMatch(pattern, ignoreCase, form)) {
    const reason = [...reasons, CONTRADICTION].find((other) => mayMatch(pattern, ignoreCase, other.form))
    const { why, cure } = reason ?? CONTRADICTION
    const message = `${shown(node)} can never match: ${why}`
    context.tell(node.at, 'warning', {
      code: 'never-matches',
      message,
      cure: cure(written === undefined ? pattern : null)
    })
  } else if (written === undefined && /^\^?[\w-]*[A-Za-z0-9_-]\*$/.test(pattern)) {
    const start = pattern.slice(0, -1)
    const last = start.slice(-1)
    const message = `${shown(node)} is a regular expression: its last two characters mean '${last}' any number of times`
    context.tell(node.at, 'warning', { code: 'looks-like-a-glob', message, cure: `did you mean '${start}.*'?` })
  }
}

/** Options of transformers whose rules are patterns of urns. */
const URN_PATTERNS = ['owner_pattern', 'tag_pattern', 'term_pattern', 'domain_pattern']
const PRODUCT_PATTERN = 'dataset_to_data_product_urns_pattern'

/** Transformers of fields hold their patterns against the paths of fields. */
const ofFields = (type: ConfigNode | undefined): boolean =>
  type?.kind === 'scalar' && String(type.value).startsWith('pattern_add_dataset_schema_')

function lintTransformer(node: ConfigNode, context: ReadContext): void {
  const type = memberOf(node, 'type')
  if (type === undefined || isOpen(type) || ofFields(type)) return
  for (const option of [...URN_PATTERNS, PRODUCT_PATTERN]) {
    const rules = memberOf(memberOf(memberOf(node, 'config'), option), 'rules')
    for (const { key } of rules?.kind === 'map' ? rules.entries : []) {
      if (key.type !== 'string' || keyText(key) === '') continue
      lintPattern(key, { form: NAMES.urn, ignoreCase: false, reasons: URNS }, context)
    }
  }
}
