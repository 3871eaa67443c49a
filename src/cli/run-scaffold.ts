import type { Environment } from '../core/environment.ts'
import type { App, ScaffoldIam, ScaffoldRequest } from '../model/request.ts'
import { TOOL } from '../model/tool.ts'
import { visible } from '../report/render/escape.ts'
import { type Arguments, usageError } from './arguments.ts'
import { type Piece, piecesOf, scaffoldRepository } from './scaffold-repository.ts'
import type { Writer } from './terminal.ts'
import { inputsOf } from './values.ts'

const KINDS: readonly ScaffoldRequest['kind'][] = ['recipe', 'dag', 'workflow', 'checks', 'iam']

/** Options that only roles have. */
const OF_IAM = ['repository', 'branch', 'pull-requests', 'role', 'column-statistics', 'env-file']

/** The action of this version, where its users have it from. */
const ACTION = `acme/datahub-glue-ingestion@v${TOOL.version}`

/** `./`, a path in the repository, or `owner/repository@ref`. */
const USES = /^(?:\.\/[\w./-]*|[\w.-]+\/[\w./-]+@[\w./-]+)$/u

/** Everything that a repository needs. */
const REPOSITORY = 'repository'

/** What was asked for. @throws AppError for a kind that there is not. */
function pieceOf(args: Arguments): Piece {
  const [kind = '', ...files] = args.operands
  const found = KINDS.find((known) => known === kind)
  if (found === undefined) {
    const what = kind === '' ? 'Nothing is named to make' : `There is no '${kind}' to make`
    throw usageError('scaffold', `${what}; write ${REPOSITORY}, ${KINDS.slice(0, -1).join(', ')} or iam`)
  }
  const surplus = found === 'iam' ? undefined : OF_IAM.find((name) => args.options.has(name))
  if (surplus !== undefined) throw usageError('scaffold', `'--${surplus}' is for iam, not for a ${found}`)
  return { kind: found, files, output: args.options.get('output')?.at(-1) ?? null }
}

/** @throws AppError for options that say nothing. */
function requestOf(piece: Piece, args: Arguments, env: Environment): ScaffoldRequest {
  const uses = args.options.get('uses')?.at(-1) ?? ACTION
  if (!USES.test(uses)) throw usageError('scaffold', `'${uses}' is no action; write OWNER/REPOSITORY@REF, or ./`)
  return {
    ...piece,
    force: args.options.has('force'),
    uses,
    ...(piece.kind === 'iam' ? { iam: iamOf(args, env) } : {})
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
  const make = (piece: Piece) => app.scaffold(requestOf(piece, args, env), cwd)
  if (args.operands[0] === REPOSITORY) return scaffoldRepository(repositoryPieces(args), make, out)
  const { text, path, next } = await make(pieceOf(args))
  if (path === null) out.write(text)
  else out.write([`Wrote ${visible(path)}`, ...next.map((line) => `  ${visible(line)}`), ''].join('\n'))
}

/** @throws AppError for more than one recipe, and for a place where one file would go. */
function repositoryPieces({ operands: [, recipe, surplus], options }: Arguments): readonly Piece[] {
  if (surplus !== undefined)
    throw usageError('scaffold', 'A repository is begun with one recipe; make the others after it')
  if (options.has('output')) throw usageError('scaffold', "'--output' is for one file, not for a repository")
  return piecesOf(recipe)
}
