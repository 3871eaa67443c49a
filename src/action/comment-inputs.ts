import type { Secret } from '../model/secret.ts'
import type { CommentInputs, CommentMode } from './comment.ts'
import type { InputReader } from './input-reader.ts'

/** The first stands in where the input is wrong. */
const MODES = ['true', 'changes-only', 'false'] as const satisfies readonly CommentMode[]

/** A label stands in a hidden HTML comment, which `--` would end, and in the title. */
const LABEL = /^(?!.*--)[\w .:/-]{1,60}$/

/** What is asked of the comment; what is wrong with it is nobody's business when there is no plan. */
export function commentInputs(reader: InputReader, isAsked: boolean, token: Secret | null): CommentInputs {
  if (!isAsked) return { mode: 'false', label: '', token: null }
  const label = reader.text('label')
  if (label !== '' && !LABEL.test(label)) {
    reader.fault('label', 'it is no label', 'write up to 60 letters, digits, spaces and _.:/-, without --')
  }
  return { mode: reader.choice('comment', MODES), label, token }
}
