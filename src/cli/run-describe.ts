import type { App } from '../model/request.ts'
import { renderDescription } from '../report/render/text-describe.ts'
import type { Arguments } from './arguments.ts'
import type { Writer } from './terminal.ts'
import { choiceOf } from './values.ts'

/** Tells of options, in text or as one JSON document. @throws AppError for an option that there is not. */
export async function runDescribe(args: Arguments, app: App, out: Writer): Promise<void> {
  const format = choiceOf(args, 'format', ['text', 'json'])
  const result = await app.describe(args.operands)
  const document = { schema: 1, kind: 'describe', ...result }
  out.write(format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : renderDescription(result))
}
