import { formatDiagnostic, type Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import { AppError } from '../core/errors.ts'
import { quoted } from '../core/quote.ts'
import type { TextFile } from '../core/yaml.ts'
import type { ExplainResult, FilterAnswer, FilterName, NameAnswer } from '../model/explain.ts'
import type { GlueOptions } from '../model/recipe.ts'
import type { ExplainRequest } from '../model/request.ts'
import { type FilterPlace, filterPlace } from '../recipe/filter-places.ts'
import { openTexts } from '../recipe/open-texts.ts'
import { databaseVerdict, tableVerdict, type Verdict } from '../source/glue/read/selection.ts'
import { recipeEnvironment } from './environment.ts'
import { loadRecipe, readRecipeText } from './load-recipe.ts'

/** Says what a recipe makes of names, by the rules that the source reads by (model/request.ts App). */
export async function explain(request: ExplainRequest, environment: Environment, cwd: string): Promise<ExplainResult> {
  const { file, names } = request
  const env = await recipeEnvironment(request, environment, cwd)
  const parsed = await loadRecipe(file, { env, cwd, inputs: request, mode: 'validate' })
  if (!parsed.ok) {
    const cure = parsed.error.map(formatDiagnostic).join('\n')
    throw new AppError(`The recipe '${file}' is wrong`, { kind: 'input', code: 'invalid-recipe', cure })
  }
  const written = { file, text: await readRecipeText(file, cwd) }
  const places = {
    database_pattern: settledPlace(written, 'database_pattern', env),
    table_pattern: settledPlace(written, 'table_pattern', env)
  }
  const { source } = parsed.value.recipe
  return { file, names: names.map((name) => answerOf(name, source, places)) }
}

type Places = Readonly<Record<FilterName, FilterPlace | null>>

/** @throws AppError when the filter depends on variables that are not set. */
function settledPlace(written: TextFile, filter: FilterName, env: Environment): FilterPlace | null {
  const [open] = openTexts(written, ['source', 'config', filter], env)
  if (open === undefined) return filterPlace(written, filter, env)
  const { line, column } = open.at
  throw new AppError(
    `${written.file}:${line}:${column} ${filter} depends on ${quoted(open.written)}, whose value is not known here`,
    {
      kind: 'input',
      code: 'missing-variable',
      cure: 'set its variables in the environment, or give them by --env-file'
    }
  )
}

function answerOf(name: string, options: GlueOptions, places: Places): NameAnswer {
  const dot = name.indexOf('.')
  const database = dot < 0 ? name : name.slice(0, dot)
  const table = dot < 0 ? null : name.slice(dot + 1)
  // What else keeps records out is not in their names: neither owner nor target is given.
  const ofDatabase = databaseVerdict(options, {}, database)
  const verdict =
    table === null || ofDatabase !== 'keep'
      ? ofDatabase
      : tableVerdict(options, { DatabaseName: database, Name: table }, database, table)
  const filters = [
    filterAnswer('database_pattern', database, options, places),
    ...(table === null || ofDatabase !== 'keep' ? [] : [filterAnswer('table_pattern', name, options, places)])
  ]
  return {
    name,
    kind: table === null ? 'database' : 'table',
    droppedBy: ruleOf(verdict),
    filters,
    notes: [
      ...tableAloneNotes(table, filters, { options, places }),
      ...(verdict === 'keep' ? recordNotes(options) : [])
    ]
  }
}

const ruleOf = (verdict: Verdict): NameAnswer['droppedBy'] => (verdict === 'keep' ? null : verdict.rule)

function filterAnswer(filter: FilterName, matched: string, options: GlueOptions, places: Places): FilterAnswer {
  const { allowed, pattern, index } = patternOf(options, filter).decidedBy(matched)
  const place = places[filter]
  if (pattern === null) return { filter, matched, allowed, list: null, pattern, place: place?.at ?? null }
  const list = allowed ? 'allow' : 'deny'
  // Without a place the pattern is that of the default.
  const entry = place?.[list][index ?? 0]
  const at: Position | null = entry?.at ?? null
  return { filter, matched, allowed, list, pattern: entry?.written ?? pattern, place: at }
}

const patternOf = (options: GlueOptions, filter: FilterName) =>
  filter === 'database_pattern' ? options.databasePattern : options.tablePattern

/** The classic slip: a pattern for a table's name that leaves out the database in front of it. */
function tableAloneNotes(
  table: string | null,
  filters: readonly FilterAnswer[],
  { options, places }: { readonly options: GlueOptions; readonly places: Places }
): readonly string[] {
  const asked = filters.find(({ filter }) => filter === 'table_pattern')
  if (table === null || asked === undefined) return []
  const alone = options.tablePattern.decidedBy(table)
  const isMeant = asked.allowed ? !alone.allowed && alone.pattern !== null : asked.list === null && alone.allowed
  if (!isMeant || alone.index === null) return []
  const { list, would } = asked.allowed
    ? ({ list: 'deny', would: 'leave out' } as const)
    : ({ list: 'allow', would: 'let in' } as const)
  const pattern = places.table_pattern?.[list][alone.index]?.written ?? alone.pattern ?? ''
  return [
    `${list} ${quoted(pattern)} would ${would} ${quoted(table)}, but patterns are matched from the start of ${quoted(asked.matched)}: begin it with the database, such as .*\\.`
  ]
}

function recordNotes({ ignoreResourceLinks, catalogId }: GlueOptions): readonly string[] {
  return [
    ...(ignoreResourceLinks ? ['ignore_resource_links: it is left out nevertheless if it is a resource link'] : []),
    ...(catalogId === null || catalogId === ''
      ? []
      : [`catalog_id: it is left out nevertheless if its database belongs to another account than ${catalogId}`])
  ]
}
