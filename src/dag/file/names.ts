import { type ConfigMap, type ConfigNode, entryOf, isOpen, memberOf } from '../../core/config/node.ts'
import type { ReadContext, Told } from '../../core/config/types.ts'
import { suggest } from '../../core/suggest.ts'
import type { Counts } from '../../model/report.ts'
import type { Dag } from '../dag.ts'
import { conditionPaths, parseCondition, pathOf, templatePaths } from './expression.ts'
import type { Param } from './params.ts'
import type { ReadTask } from './task.ts'

/** What a text may name besides what its own task gives it. */
export interface KnownNames {
  readonly params: readonly Param[]
  readonly tasks: readonly ReadTask[]
  /** null: the graph is not right, so nobody can say what comes before what. */
  readonly dag: Dag | null
}

/** One name in a template or condition. */
interface Use {
  readonly node: ConfigNode
  readonly path: readonly string[]
  readonly where: 'task' | 'check' | 'webhook'
}

const PLAIN = ['dag_id', 'run_id', 'task_id', 'map_index', 'try_number', 'logical_date']
const ROOTS = ['params', 'map', 'env', 'tasks', ...PLAIN]

const COUNTS: Readonly<Record<keyof Counts, true>> = {
  databases: true,
  tables: true,
  views: true,
  filtered: true,
  skipped: true,
  produced: true,
  written: true,
  accepted: true,
  unchanged: true,
  rejected: true,
  undelivered: true,
  removed: true,
  kept: true,
  retried: true
}

const NAME_ONE = 'name a task_id of this file'

/** What a recipe's report is asked for by name. */
const FACTS = [...Object.keys(COUNTS), 'status', 'run_id', 'report', 'counts', 'warnings', 'failures']

/** Tells the names in a task's templates and conditions that there are not, as far as that is known before a run. */
export function tellTaskNames(task: ReadTask, node: ConfigNode, known: KnownNames, context: ReadContext): void {
  if (node.kind !== 'map') return
  for (const use of usesOf(node)) tellUse(use, { task, known }, context)
  for (const name of followed(node)) {
    const groups = known.tasks.flatMap(({ spec }) => (spec.group === null ? [] : groupsAbove(spec.group)))
    const names = [...known.tasks.map(({ spec }) => spec.id), ...groups]
    if (name.kind !== 'scalar' || names.includes(String(name.value))) continue
    const message = `branch follows ${String(name.value)}, which is no task or group of this DAG`
    tell(name, { code: 'unknown-task', message, ...nearTo(String(name.value), names, NAME_ONE) }, context)
  }
}

/** The same for what stands beside the tasks: default_args, and the DAG's own callbacks. */
export function tellSharedNames(node: ConfigNode | undefined, known: KnownNames, context: ReadContext): void {
  if (node?.kind !== 'map') return
  for (const use of usesOf(node)) tellUse(use, { task: null, known }, context)
}

interface Scope {
  readonly task: ReadTask | null
  readonly known: KnownNames
}

function tellUse(use: Use, scope: Scope, context: ReadContext): void {
  const fault = use.where === 'webhook' ? webhookFault(use.path) : nameFault(use, scope)
  if (fault !== null) tell(use.node, fault, context)
  else tellIfNotBefore(use, scope, context)
}

const tell = (node: ConfigNode, told: Told, context: ReadContext): void => context.tell(node.at, 'error', told)

function nameFault({ path, where }: Use, { task, known }: Scope): Told | null {
  const [first = '', ...rest] = path
  if (first === 'params')
    return memberFault(
      'param',
      rest[0],
      known.params.map(({ name }) => name)
    )
  if (first === 'map') return memberFault('map', rest[0], (task === null ? known.tasks : [task]).flatMap(mappedNames))
  if (first === 'env' && rest.length === 1) return null
  if (first === 'tasks') return taskFault(rest, known)
  if (rest.length === 0 && PLAIN.includes(first)) return null
  if (where === 'check' && task !== null) return factFault(first, task, known)
  const message = `there is nothing named ${path.join('.')}`
  return { code: 'unknown-name', message, ...nearTo(first, ROOTS, `there are ${ROOTS.join(', ')}`) }
}

const mappedNames = ({ fileTask }: ReadTask): readonly string[] => fileTask.expand.map(({ name }) => name)

function memberFault(what: 'param' | 'map', name: string | undefined, names: readonly string[]): Told | null {
  if (name === undefined || names.includes(name)) return null
  const message = what === 'param' ? `there is no param ${name}` : `the task does not map over ${name}`
  const otherwise = what === 'param' ? 'define it under params' : 'add it to expand'
  return { code: what === 'param' ? 'unknown-param' : 'unknown-name', message, ...nearTo(name, names, otherwise) }
}

function taskFault(path: readonly string[], { tasks }: KnownNames): Told | null {
  const ids = tasks.map(({ spec }) => spec.id)
  const id = idIn(path, ids)
  if (id === null) {
    const written = path
      .slice(
        0,
        Math.max(
          1,
          path.findIndex((word) => word === 'state' || word === 'output')
        )
      )
      .join('.')
    const message = `tasks.${written} is no task of this DAG`
    return { code: 'unknown-task', message, ...nearTo(written, ids, NAME_ONE) }
  }
  const what = path[id.split('.').length]
  if (what === 'state' || what === 'output') return null
  const message = `of a task there are only state and output, not ${what ?? 'itself'}`
  return { code: 'unknown-name', message, cure: `write tasks.${id}.state or tasks.${id}.output` }
}

/** The longest id with which the path begins: ids may hold dots. */
function idIn(path: readonly string[], ids: readonly string[]): string | null {
  for (let length = path.length; length > 0; length--) {
    const id = path.slice(0, length).join('.')
    if (ids.includes(id)) return id
  }
  return null
}

/** What a command writes is not known before it ran; what a recipe reports is. */
function factFault(name: string, { fileTask }: ReadTask, { tasks }: KnownNames): Told | null {
  if (fileTask.action.kind !== 'check') return null
  const { task: id } = fileTask.action
  const checked = tasks.find(({ spec }) => spec.id === id)
  if (checked?.fileTask.action.kind !== 'recipe' || FACTS.includes(name)) return null
  const message = `the report of a recipe has no ${name}`
  return { code: 'unknown-name', message, ...nearTo(name, FACTS, `there are ${FACTS.join(', ')}`) }
}

function webhookFault(path: readonly string[]): Told | null {
  if (path[0] === 'env' && path.length === 2) return null
  const message = `a webhook can name only variables, not ${path.join('.')}`
  return { code: 'unknown-name', message, cure: 'write {{ env.NAME }}' }
}

/** A task that need not have ended has no output yet: what is read then depends on chance. */
function tellIfNotBefore({ node, path }: Use, { task, known }: Scope, context: ReadContext): void {
  if (path[0] !== 'tasks' || task === null || known.dag === null) return
  const id = idIn(path.slice(1), [...known.dag.tasks.keys()])
  if (id === null || known.dag.task(id).descendants.has(task.spec.id)) return
  const message = `task ${task.spec.id} uses ${id}, which need not have ended when it begins`
  context.tell(node.at, 'warning', { code: 'not-upstream', message, cure: `add ${id} to depends_on` })
}

const nearTo = (word: string, names: readonly string[], otherwise?: string): { cure?: string } => {
  const near = suggest(word, names)
  if (near !== null) return { cure: `did you mean ${near}?` }
  return otherwise === undefined ? {} : { cure: otherwise }
}

/** `a.b.c`, `a.b`, `a`. */
const groupsAbove = (group: string): readonly string[] =>
  group.split('.').map((_, i, words) => words.slice(0, words.length - i).join('.'))

function* usesOf(task: ConfigMap): Generator<Use> {
  const at = (name: string): ConfigNode | undefined => entryOf(task, name)?.value
  for (const node of [at('recipe'), ...membersOf(at('with')), ...membersOf(at('env'))]) yield* inTemplate(node, 'task')
  for (const node of [at('when'), at('short_circuit')]) yield* inCondition(node, 'task')
  for (const one of itemsOf(at('branch'))) yield* inCondition(memberOf(one, 'when'), 'task')
  for (const node of itemsOf(memberOf(at('check'), 'assert'))) yield* inCondition(node, 'check')
  for (const event of ['on_success', 'on_failure', 'on_retry']) {
    for (const one of itemsOf(at(event))) yield* inTemplate(memberOf(one, 'webhook'), 'webhook')
  }
}

function* followed(task: ConfigMap): Generator<ConfigNode> {
  for (const one of itemsOf(entryOf(task, 'branch')?.value)) yield* itemsOf(memberOf(one, 'follow'))
}

const membersOf = (node: ConfigNode | undefined): readonly ConfigNode[] =>
  node?.kind === 'map' ? node.entries.map(({ value }) => value) : []
const itemsOf = (node: ConfigNode | undefined): readonly ConfigNode[] =>
  node === undefined ? [] : node.kind === 'list' ? node.items : [node]

const textIn = (node: ConfigNode | undefined): string | null =>
  node?.kind === 'scalar' && node.type !== 'null' && !isOpen(node) ? String(node.value) : null

function* inTemplate(node: ConfigNode | undefined, where: Use['where']): Generator<Use> {
  const text = textIn(node)
  const paths = text === null ? null : templatePaths(text)
  if (node === undefined || paths === null || !paths.ok) return
  for (const path of paths.value) yield { node, path: pathOf(path), where }
}

function* inCondition(node: ConfigNode | undefined, where: Use['where']): Generator<Use> {
  const text = textIn(node)
  const condition = text === null ? null : parseCondition(text)
  if (node === undefined || condition === null || !condition.ok) return
  for (const path of conditionPaths(condition.value)) yield { node, path, where }
}
