import type { Environment } from '../core/environment.ts'
import type { App, ScaffoldIam, ScaffoldRequest } from '../model/request.ts'
import { TOOL } from '../model/tool.ts'
import { visible } from '../report/render/escape.ts'
import { type Arguments, usageError } from './arguments.ts'
import type { Writer } from './terminal.ts'
import { inputsOf } from './values.ts'

const KINDS: readonly ScaffoldRequest['kind'][] = ['recipe', 'dag', 'workflow', 'checks', 'iam']

/** Options that only roles have. */
const OF_IAM = ['repository', 'branch', 'pull-requests', 'role', 'column-statistics', 'env-file']

/** The action of this version, where its users have it from. */
const ACTION = `acme/datahub-glue-ingestion@v${TOOL.version}`

/** `./`, a path in the repository, or `owner/repository@ref`. */
const USES = /^(?:\.\/[\w./-]*|[\w.-]+\/[\w./-]+@[\w./-]+)$/u

/** What was asked for. @throws AppError for a kind that there is not. */
function requestOf(args: Arguments, env: Environment): ScaffoldRequest {
  const [kind = '', ...files] = args.operands
  const found = KINDS.find((known) => known === kind)
  if (found === undefined) {
    const what = kind === '' ? 'Nothing is named to make' : `There is no '${kind}' to make`
    throw usageError('scaffold', `${what}; write recipe, dag, workflow, checks or iam`)
  }
  const surplus = found === 'iam' ? undefined : OF_IAM.find((name) => args.options.has(name))
  if (surplus !== undefined) throw usageError('scaffold', `'--${surplus}' is for iam, not for a ${found}`)
  const uses = args.options.get('uses')?.at(-1) ?? ACTION
  if (!USES.test(uses)) throw usageError('scaffold', `'${uses}' is no action; write OWNER/REPOSITORY@REF, or ./`)
  return {
    kind: found,
    files,
    output: args.options.get('output')?.at(-1) ?? null,
    force: args.options.has('force'),
    uses,
    ...(found === 'iam' ? { iam: iamOf(args, env) } : {})
  }
}

function iamOf(args: Arguments, env: Environment): ScaffoldIam {
  const branch = args.options.get('branch')?.at(-1) ?? 'main'
  // Neither stands in a branch's name (git-check-ref-format), and both mean something in a policy.
  if (/[*?:\s]/u.test(branch)) throw usageError('scaffold', `'${branch}' is no name of a branch`)
  const named = (env.AWS_ROLE ?? '').trim()
  return {
    inputs: inputsOf(args, env),
    env,
    repository: args.options.get('repository')?.at(-1) ?? null,
    branch,
    pullRequests: args.options.has('pull-requests'),
    role: args.options.get('role')?.at(-1) ?? (named === '' ? null : named),
    columnStatistics: args.options.has('column-statistics')
  }
}

/** Makes it. With `--output -` standard output holds it and nothing else. @throws AppError when it cannot be made. */
export async function runScaffold(
  args: Arguments,
  app: App,
  { env, cwd }: { readonly env: Environment; readonly cwd: string },
  out: Writer
): Promise<void> {
  const { text, path, next } = await app.scaffold(requestOf(args, env), cwd)
  if (path === null) out.write(text)
  else out.write([`Wrote ${visible(path)}`, ...next.map((line) => `  ${visible(line)}`), ''].join('\n'))
}
