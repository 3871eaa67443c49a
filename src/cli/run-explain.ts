import type { Environment } from '../core/environment.ts'
import type { App, ExplainRequest } from '../model/request.ts'
import { renderExplanation } from '../report/render/text-explain.ts'
import { type Arguments, usageError } from './arguments.ts'
import type { Writer } from './terminal.ts'
import { choiceOf, inputsOf } from './values.ts'

/** What was asked for. @throws AppError for what cannot be answered. */
function requestOf(args: Arguments, env: Environment): ExplainRequest {
  const [file, ...others] = args.operands
  const names = args.options.get('name') ?? []
  if (file === undefined || others.length > 0)
    throw usageError('explain', 'One recipe is asked: datahub-glue explain FILE --name DATABASE.TABLE')
  if (names.length === 0) throw usageError('explain', 'No name is given; write --name DATABASE or DATABASE.TABLE')
  const wrong = names.find((name) => !/^[^.]+(?:\..+)?$/su.test(name))
  if (wrong !== undefined) throw usageError('explain', `'${wrong}' is no name; write DATABASE or DATABASE.TABLE`)
  return { ...inputsOf(args, env), file, names }
}

/** Answers, in text or as one JSON document. @throws AppError when the recipe is wrong. */
export async function runExplain(
  args: Arguments,
  app: App,
  { env, cwd }: { readonly env: Environment; readonly cwd: string },
  out: Writer
): Promise<void> {
  const format = choiceOf(args, 'format', ['text', 'json'])
  const result = await app.explain(requestOf(args, env), env, cwd)
  const document = { schema: 1, kind: 'explain', ...result }
  out.write(format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : renderExplanation(result))
}
