import { compareDiagnostics, type Diagnostic, type Position } from './diagnostic.ts'
import { quotedKey } from './quote.ts'
import { suggest } from './suggest.ts'
import { type YamlComment, yamlComments } from './yaml-comments.ts'

/** `# datahub-glue-ignore: RULE reason`, several rules with commas between them. */
const WORD = 'datahub-glue-ignore'
const DIRECTIVE = /^datahub-glue-ignore\b[ \t]*:?[ \t]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?[ \t]*(?:[-–—:][ \t]*)?(.*)$/u

/** What the comments of a file may silence. */
export interface IgnorableRules {
  /** Every rule there is. */
  readonly known: ReadonlySet<string>
  /** Rules without which nothing could be said of the file. */
  readonly never: ReadonlySet<string>
}

/** A comment that silences rules. */
interface Ignore {
  readonly rules: readonly string[]
  /** The line that it is about. */
  readonly line: number
  readonly at: Position
}

/**
 * What is left to say of a file: findings of rules that a comment in their line, or alone in the line before, silences with a
 * reason are left out; comments that silence nothing that there is, or give no reason, are told.
 */
export function withoutIgnored(
  { file, text }: { readonly file: string; readonly text: string },
  found: readonly Diagnostic[],
  rules: IgnorableRules
): readonly Diagnostic[] {
  // JSON has no comments.
  if (!text.includes(WORD) || file.endsWith('.json')) return found
  const told: Diagnostic[] = []
  const ignores = directivesOf(text).flatMap((directive) => readDirective(directive, file, rules, told))
  const silencing = (d: Diagnostic): Ignore | undefined =>
    ignores.find(({ line, rules: silenced }) => line === d.line && silenced.includes(d.code))
  return [...found.filter((d) => silencing(d) === undefined), ...told].sort(compareDiagnostics)
}

interface Directive extends YamlComment {
  readonly line: number
}

/** Comments that begin with the word; one that stands alone is about the first line below that is no comment. */
function directivesOf(text: string): readonly Directive[] {
  const comments = yamlComments(text)
  const alone = new Set(comments.filter(({ isAlone }) => isAlone).map(({ at }) => at.line))
  const lineBelow = (line: number): number => (alone.has(line) ? lineBelow(line + 1) : line)
  return comments
    .filter((comment) => comment.text.startsWith(WORD))
    .map((comment) => ({ ...comment, line: comment.isAlone ? lineBelow(comment.at.line) : comment.at.line }))
}

function readDirective(directive: Directive, file: string, rules: IgnorableRules, told: Diagnostic[]): Ignore[] {
  const { at, line } = directive
  const [, names = '', reason = ''] = DIRECTIVE.exec(directive.text) ?? []
  const tell = (message: string, cure: string): Ignore[] => {
    told.push({ file, ...at, severity: 'warning', code: 'bad-ignore', message, cure })
    return []
  }
  if (names === '') return tell('this comment names no rule', `write # ${WORD}: <rule> <reason>`)
  const silenced = names.split(',').map((name) => name.trim())
  const fixed = silenced.find((name) => rules.never.has(name))
  if (fixed !== undefined) return tell(`'${fixed}' cannot be silenced: the file cannot be read`, 'mend what it tells')
  const unknown = silenced.find((name) => !rules.known.has(name))
  if (unknown !== undefined) {
    // What resembles no rule is not repeated: in a broken text anything may stand behind the word.
    const near = suggest(unknown, rules.known)
    return near === null
      ? tell('this comment names a rule that there is not', 'the README lists the rules')
      : tell(`there is no rule ${quotedKey(unknown)}`, `did you mean '${near}'?`)
  }
  if (reason.trim() === '') return tell('this comment gives no reason', 'say behind the rule why it does not hold here')
  return [{ rules: silenced, line, at }]
}
