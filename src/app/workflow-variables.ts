import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ConfigMap, type ConfigNode, keyText, memberOf } from '../core/config/node.ts'
import { AppError } from '../core/errors.ts'
import { parseYaml } from '../core/yaml.ts'
import { FILLED_BY_INPUTS, VARIABLES_OF } from './environment.ts'
import { findFiles } from './find-files.ts'

/** A step of a workflow that runs recipes, in a job of which it is known what variables it has. */
export interface IngestStep {
  /** `.github/workflows/ingest.yml:45`. */
  readonly place: string
  /** The recipes that it runs, as findFiles names them. */
  readonly recipes: readonly string[]
  /** The variables that workflow, job, step and inputs give it. */
  readonly variables: readonly string[]
}

const FOLDER = '.github/workflows'

/**
 * The steps that run recipes in the workflows below `cwd`. Left out is where more may be set than is written: behind steps
 * that may write to GITHUB_ENV, with an env file, in containers, on machines that are somebody's own.
 */
export async function ingestSteps(cwd: string): Promise<readonly IngestStep[]> {
  const names = await readdir(resolve(cwd, FOLDER)).catch(() => [])
  const files = names.filter((name) => /\.ya?ml$/u.test(name)).sort()
  return (await Promise.all(files.map((name) => stepsOf(`${FOLDER}/${name}`, cwd)))).flat()
}

async function stepsOf(file: string, cwd: string): Promise<readonly IngestStep[]> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch(() => '')
  if (!text.includes('recipe')) return []
  const document = parseYaml({ file, text })
  const root = document.ok ? document.value.root : null
  if (root?.kind !== 'map') return []
  const jobs = memberOf(root, 'jobs')
  const found = (jobs?.kind === 'map' ? jobs.entries : []).flatMap(({ value }) => settledSteps(value))
  const steps = found.map(async ({ step, job }): Promise<readonly IngestStep[]> => {
    const own = [root, job, step].map((node) => namesIn(memberOf(node, 'env')))
    if (own.includes(null)) return []
    const given = memberOf(step, 'with')
    const filled = [...entriesOf(given)].flatMap(({ key }) => FILLED_BY_INPUTS[keyText(key)] ?? [])
    const recipes = await filesOf(literal(memberOf(given, 'recipe')), cwd)
    const variables = withSynonyms([...own.flatMap((names) => names ?? []), ...filled])
    return [{ place: `${file}:${step.at.line}`, recipes, variables }]
  })
  return (await Promise.all(steps)).flat()
}

interface Found {
  readonly job: ConfigNode
  readonly step: ConfigMap
}

/** The ingesting steps of a job before which nothing but a checkout runs. */
function settledSteps(job: ConfigNode): readonly Found[] {
  const machine = literal(memberOf(job, 'runs-on'))
  if (machine === null || !/^(?:ubuntu|windows|macos)-/u.test(machine) || memberOf(job, 'container') !== undefined)
    return []
  const steps = memberOf(job, 'steps')
  const found: Found[] = []
  for (const step of steps?.kind === 'list' ? steps.items : []) {
    if (step.kind !== 'map') return found
    if (isIngestion(step)) found.push({ job, step })
    else if (!/^actions\/checkout@/u.test(literal(memberOf(step, 'uses')) ?? '')) return found
  }
  return found
}

function isIngestion(step: ConfigMap): boolean {
  const given = memberOf(step, 'with')
  const command = memberOf(given, 'command')
  return (
    literal(memberOf(step, 'uses')) !== null &&
    literal(memberOf(given, 'recipe')) !== null &&
    memberOf(given, 'env-file') === undefined &&
    (command === undefined || literal(command) === 'ingest')
  )
}

const OTHERWISE = /^\$\{\{[^']*\|\|\s*'((?:[^']|'')*)'\s*\}\}$/u

/** What a value is, or by default is: `x`, or that of `${{ inputs.a || 'x' }}`; null: it is not known here. */
function literal(node: ConfigNode | undefined): string | null {
  if (node?.kind !== 'scalar' || node.type !== 'string') return null
  if (!node.value.includes('${{')) return node.value
  return OTHERWISE.exec(node.value.trim())?.[1]?.replaceAll("''", "'") ?? null
}

const entriesOf = (node: ConfigNode | undefined): ConfigMap['entries'] => (node?.kind === 'map' ? node.entries : [])

/** The names of an `env`; null: an expression says which. */
const namesIn = (env: ConfigNode | undefined): readonly string[] | null =>
  env === undefined || env.kind === 'map' ? entriesOf(env).map(({ key }) => keyText(key)) : null

/** One of those that stand for the same thing fills the others (environment.ts). */
const withSynonyms = (names: readonly string[]): readonly string[] => [
  ...names,
  ...Object.values(VARIABLES_OF).flatMap((group) => (group.some((name) => names.includes(name)) ? group : []))
]

async function filesOf(patterns: string | null, cwd: string): Promise<readonly string[]> {
  const lines = (patterns ?? '').split('\n').map((line) => line.trim())
  try {
    return await findFiles(
      lines.filter((line) => line !== ''),
      cwd
    )
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}
