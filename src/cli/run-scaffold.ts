import type { App, ScaffoldRequest } from '../model/request.ts'
import { TOOL } from '../model/tool.ts'
import { visible } from '../report/render/escape.ts'
import { type Arguments, usageError } from './arguments.ts'
import type { Writer } from './terminal.ts'

const KINDS: readonly ScaffoldRequest['kind'][] = ['recipe', 'dag', 'workflow']

/** The action of this version, where its users have it from. */
const ACTION = `acme/datahub-glue-ingestion@v${TOOL.version}`

/** `./`, a path in the repository, or `owner/repository@ref`. */
const USES = /^(?:\.\/[\w./-]*|[\w.-]+\/[\w./-]+@[\w./-]+)$/u

/** What was asked for. @throws AppError for a kind that there is not. */
function requestOf(args: Arguments): ScaffoldRequest {
  const [kind = '', ...files] = args.operands
  const found = KINDS.find((known) => known === kind)
  if (found === undefined) {
    const what = kind === '' ? 'Nothing is named to make' : `There is no '${kind}' to make`
    throw usageError('scaffold', `${what}; write recipe, dag or workflow`)
  }
  const uses = args.options.get('uses')?.at(-1) ?? ACTION
  if (!USES.test(uses)) throw usageError('scaffold', `'${uses}' is no action; write OWNER/REPOSITORY@REF, or ./`)
  return {
    kind: found,
    files,
    output: args.options.get('output')?.at(-1) ?? null,
    force: args.options.has('force'),
    uses
  }
}

/** Makes it. With `--output -` standard output holds it and nothing else. @throws AppError when it cannot be made. */
export async function runScaffold(args: Arguments, app: App, cwd: string, out: Writer): Promise<void> {
  const { text, path, next } = await app.scaffold(requestOf(args), cwd)
  if (path === null) out.write(text)
  else out.write([`Wrote ${visible(path)}`, ...next.map((line) => `  ${visible(line)}`), ''].join('\n'))
}
