import type { Secret } from '../model/secret.ts'
import type { CommentInputs, CommentMode } from './comment.ts'
import type { InputReader } from './input-reader.ts'

/** The first stands in where the input is wrong. */
const MODES = ['true', 'changes-only', 'false'] as const satisfies readonly CommentMode[]

/** A label stands in a hidden HTML comment, which `--` would end, and in the title. */
const LABEL = /^(?!.*--)[\w .:/-]{1,60}$/

/** What is asked of the comment. */
export function commentInputs(reader: InputReader, token: Secret | null): CommentInputs {
  const label = reader.text('label')
  if (label !== '' && !LABEL.test(label)) {
    const cure = 'write up to 60 letters, digits, spaces and _.:/-, without two hyphens in a row'
    reader.fault('label', 'it holds something else than a label may', cure)
  }
  return { mode: reader.choice('comment', MODES), label, token }
}
