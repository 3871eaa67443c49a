import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, posix, resolve } from 'node:path'
import { AppError, messageOf } from '../../core/errors.ts'
import { codeOf } from '../../core/http-error.ts'
import { parseConfigFile, type TextFile } from '../../core/yaml.ts'
import { isDagText, parseDagFile } from '../../dag/file/parse.ts'
import type { ScaffoldRequest, ScaffoldResult } from '../../model/request.ts'
import { findFiles } from '../find-files.ts'
import { readRecipeText } from '../load-recipe.ts'
import { checksWorkflow } from './checks.ts'
import { makeIam } from './make-iam.ts'
import { schemaLine } from './schema-line.ts'
import { STARTER_RECIPE, starterDag } from './starters.ts'
import { variablesIn } from './variables.ts'
import { dagWorkflow, ingestName, recipeWorkflow } from './workflows.ts'

/** What is made, where it goes when nobody says otherwise, and what to do with it. */
interface Made {
  readonly text: string
  readonly path: string
  readonly next: (path: string) => readonly string[]
}

/** Makes a recipe, a DAG file or a workflow to begin with (model/request.ts App). */
export async function scaffold(request: ScaffoldRequest, cwd: string): Promise<ScaffoldResult> {
  const { text, path, next } = await MAKERS[request.kind](request, cwd)
  const place = request.output ?? path
  if (place === '-') return { text, path: null, next: [] }
  await write(resolve(cwd, place), text, { place, force: request.force })
  return { text, path: place, next: next(place) }
}

type Maker = (request: ScaffoldRequest, cwd: string) => Promise<Made>

const MAKERS: Readonly<Record<ScaffoldRequest['kind'], Maker>> = {
  recipe: makeRecipe,
  dag: makeDag,
  workflow: makeWorkflow,
  checks: makeChecks,
  iam: makeRoles
}

const RECIPE = 'recipes/glue.yml'
const DAG = 'recipes/dag.yml'

async function makeRecipe({ files, output, uses }: ScaffoldRequest): Promise<Made> {
  const [surplus] = files
  if (surplus !== undefined)
    throw wrong(`A recipe is made from nothing, not from '${surplus}'`, 'name its place with --output')
  return {
    text: schemaLine('recipe.schema.json', uses, placed(output, RECIPE)) + STARTER_RECIPE,
    path: RECIPE,
    next: (path) => [`datahub-glue validate ${path}`, `datahub-glue scaffold workflow ${path}`]
  }
}

async function makeDag({ files, output, uses }: ScaffoldRequest, cwd: string): Promise<Made> {
  const found = await readAll(files.length > 0 ? files : ['recipes'], cwd)
  const recipes = found.filter((file) => !isDagText(file)).map(({ file }) => file)
  if (recipes.length === 0)
    throw wrong('There is no recipe to make a DAG of', "make one with 'datahub-glue scaffold recipe'")
  return {
    text: schemaLine('dag.schema.json', uses, placed(output, DAG)) + starterDag(recipes),
    path: output ?? DAG,
    next: (path) => [`datahub-glue validate ${path}`, `datahub-glue scaffold workflow ${path}`]
  }
}

/** Where a file will stand: what goes to standard output is meant for its usual place. */
const placed = (output: string | null, usual: string): string => (output === null || output === '-' ? usual : output)

async function makeWorkflow({ files: [file, ...others], uses }: ScaffoldRequest, cwd: string): Promise<Made> {
  if (others.length > 0) throw wrong('A workflow runs one recipe or one DAG file', 'make a DAG of several recipes')
  const [read] = file === undefined ? await firstOf([DAG, RECIPE], cwd) : await readAll([file], cwd)
  if (read === undefined)
    throw wrong('There is no recipe to make a workflow for', "make one with 'datahub-glue scaffold recipe'")
  const name = posix.normalize(read.file.replaceAll('\\', '/'))
  if (name.includes('${{')) throw wrong(`'${name}' would be an expression in a workflow`, 'give the file another name')
  const folder = '.github/workflows'
  const next = (): readonly string[] => [...SET_VARIABLES, ...pinned(uses), 'datahub-glue scaffold checks']
  if (!isDagText(read)) {
    told(read, parseConfigFile(read))
    return {
      text: recipeWorkflow({ file: name, uses, variables: variablesIn([read], []) }),
      path: `${folder}/${ingestName(name)}.yml`,
      next
    }
  }
  const dag = told(read, parseDagFile(read))
  const patterns = dag.recipes.map(({ pattern }) => pattern)
  const recipes = patterns.length === 0 ? [] : await readAll(patterns, cwd)
  const text = dagWorkflow(dag.dagFile, { file: name, uses, variables: variablesIn(recipes, [read]) })
  return { text, path: `${folder}/${posix.basename(name).replace(/\.\w+$/u, '')}.yml`, next }
}

const CHECKS = '.github/workflows/validate-recipes.yml'

async function makeChecks({ files, uses }: ScaffoldRequest, cwd: string): Promise<Made> {
  const recipes = files.length > 0 ? files.map((file) => posix.normalize(file.replaceAll('\\', '/'))) : ['recipes']
  const odd = recipes.find((recipe) => recipe.includes('${{') || /[\n\r]/u.test(recipe))
  if (odd !== undefined) throw wrong(`'${odd}' means something else in a workflow`, 'give the file another name')
  const found = (await readAll(recipes, cwd)).filter((file) => !isDagText(file))
  return {
    text: checksWorkflow({ recipes, uses, variables: variablesIn(found, []) }),
    path: CHECKS,
    next: () => [
      ...SET_VARIABLES,
      "Let the role's trust policy take the subject repo:OWNER/NAME:pull_request",
      ...pinned(uses)
    ]
  }
}

const SET_VARIABLES = ['Set the variables that it names, under Settings, Secrets and variables, Actions']

const pinned = (uses: string): readonly string[] =>
  uses.startsWith('./') ? [] : ['Pin the action in it to the full commit sha of the version that you use (--uses)']

const IAM = 'datahub-glue.tf'

async function makeRoles({ files: [file, ...others], output, iam }: ScaffoldRequest, cwd: string): Promise<Made> {
  if (others.length > 0) throw wrong('Roles are made for one recipe', 'call it once for each, with --output')
  if (iam === undefined) throw new Error('roles are made for somebody')
  const [recipe, surplus] = file === undefined ? await firstOf([RECIPE], cwd) : await readAll([file], cwd)
  if (surplus !== undefined) throw wrong(`'${file}' names several recipes`, 'name one of them')
  if (recipe === undefined)
    throw wrong('There is no recipe to make roles for', "make one with 'datahub-glue scaffold recipe'")
  if (output !== null && !/^-$|\.(?:tf|json)$/u.test(output))
    throw wrong(`'${output}' is neither Terraform nor JSON`, 'let it end in .tf or .json')
  const format = output?.endsWith('.json') === true ? 'json' : 'terraform'
  return { path: IAM, ...(await makeIam(recipe.file, iam, { cwd, format })) }
}

/** @throws AppError with the first of what is wrong. */
function told<T>({ file }: TextFile, parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  const [first] = parsed.error
  const place = first === undefined ? file : `${file}:${first.line}:${first.column}`
  throw wrong(
    `${place} ${first?.message ?? 'cannot be read'}`,
    `'datahub-glue validate ${file}' tells all that is wrong`
  )
}

type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly error: readonly { readonly line: number; readonly column: number; readonly message: string }[]
    }

async function readAll(patterns: readonly string[], cwd: string): Promise<readonly TextFile[]> {
  const files = await findFiles(patterns, cwd)
  return Promise.all(files.map(async (file) => ({ file, text: await readRecipeText(file, cwd) })))
}

/** The first of these files that is there. */
async function firstOf(paths: readonly string[], cwd: string): Promise<readonly TextFile[]> {
  for (const file of paths) {
    try {
      return [{ file, text: await readFile(resolve(cwd, file), 'utf8') }]
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
  return []
}

const ANOTHER = 'give another place with --output, or --force'

async function write(path: string, text: string, { place, force }: { place: string; force: boolean }): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new AppError(`${place} is there already`, { kind: 'input', code: 'file-exists', cure: ANOTHER })
    throw wrong(`${place} cannot be written: ${messageOf(error)}`, 'give another place with --output')
  }
}

const wrong = (message: string, cure: string): AppError =>
  new AppError(message, { kind: 'input', code: 'scaffold', cure })
