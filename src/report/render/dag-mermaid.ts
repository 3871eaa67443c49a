import { groupBy } from '../../core/group-by.ts'
import type { DagRunDocument, GraphTask, TaskState } from '../../model/dag-run.ts'
import { byTask, stateCounts, stateWord, worstState } from './dag-words.ts'
import { visible } from './escape.ts'
import { clip } from './format.ts'

/** Mermaid refuses texts of more than 50,000 characters and graphs of more than 500 edges; both with room to spare. */
const MOST_CHARACTERS = 40_000
const MOST_EDGES = 400
const MOST_NODES = 150
const LONGEST_LABEL = 60

/** Fill, line and text of each state's nodes: Airflow's colours, dark enough for white text where it is white. */
const COLOURS: Readonly<Record<TaskState | 'none', string>> = {
  success: 'fill:#1a7f37,stroke:#116329,color:#fff',
  failed: 'fill:#cf222e,stroke:#a40e26,color:#fff',
  upstream_failed: 'fill:#fb8500,stroke:#bc4c00,color:#000',
  skipped: 'fill:#f2b5c4,stroke:#bf3989,color:#000',
  removed: 'fill:#d0d7de,stroke:#6e7781,color:#000',
  running: 'fill:#54aeff,stroke:#0969da,color:#000',
  scheduled: 'fill:#eac54f,stroke:#9a6700,color:#000',
  up_for_retry: 'fill:#eac54f,stroke:#9a6700,color:#000',
  none: 'fill:#f6f8fa,stroke:#8c959f,color:#000'
}

interface Node {
  readonly id: string
  readonly label: string
  readonly state: TaskState | 'none'
  readonly role: GraphTask['role']
}

interface Picture {
  readonly nodes: readonly Node[]
  readonly edges: readonly (readonly [string, string])[]
}

/**
 * The graph in Mermaid's language, coloured by state; a mapped task is one node. A graph too large to be drawn is drawn
 * by its groups; null when that is too large as well.
 */
export function dagMermaid(document: DagRunDocument): string | null {
  for (const picture of [ofTasks(document), ofGroups(document)]) {
    if (picture.nodes.length > MOST_NODES || picture.edges.length > MOST_EDGES) continue
    const text = drawn(picture)
    if (text.length <= MOST_CHARACTERS) return text
  }
  return null
}

function drawn({ nodes, edges }: Picture): string {
  const used = [...new Set(nodes.map(({ state }) => state))]
  return [
    'flowchart LR',
    ...nodes.map(({ id, label, state, role }) => `  ${id}${shaped(role, label)}:::${state}`),
    ...edges.map(([from, to]) => `  ${from} --> ${to}`),
    ...used.map((state) => `  classDef ${state} ${COLOURS[state]}`)
  ].join('\n')
}

/** Setups and teardowns have the shape of a stadium. */
const shaped = (role: GraphTask['role'], label: string): string => (role === 'work' ? `["${label}"]` : `(["${label}"])`)

function ofTasks(document: DagRunDocument): Picture {
  const instances = byTask(document)
  const ids = new Map(document.graph.map(({ taskId }, i) => [taskId, `t${i}`]))
  const nodes = document.graph.map((task): Node => {
    const mine = instances.get(task.taskId) ?? []
    const counts =
      task.mapped && mine.some(({ mapIndex }) => mapIndex >= 0) ? `<br/>${mermaidText(stateCounts(mine))}` : ''
    const label = `${mermaidText(task.taskId)}${counts}`
    return { id: ids.get(task.taskId) ?? '', label, state: stateWord(worstState(mine)), role: task.role }
  })
  return { nodes, edges: linked(document, ids) }
}

/** Each outermost group as one node, and tasks without a group as they are. */
function ofGroups(document: DagRunDocument): Picture {
  const instances = byTask(document)
  const place = ({ taskId, group }: GraphTask): string => group?.split('.', 1)[0] ?? taskId
  const names = [...new Set(document.graph.map(place))]
  const ids = new Map(names.map((name, i) => [name, `g${i}`]))
  const members = groupBy(document.graph, place)
  const nodes = names.map((name): Node => {
    const mine = (members.get(name) ?? []).flatMap(({ taskId }) => instances.get(taskId) ?? [])
    const label = `${mermaidText(name)}<br/>${mermaidText(stateCounts(mine))}`
    return { id: ids.get(name) ?? '', label, state: stateWord(worstState(mine)), role: 'work' }
  })
  const ofTask = new Map(document.graph.map((task) => [task.taskId, ids.get(place(task)) ?? '']))
  return { nodes, edges: linked(document, ofTask) }
}

function linked(document: DagRunDocument, ids: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const edges = new Map<string, readonly [string, string]>()
  for (const { taskId, upstream } of document.graph) {
    const to = ids.get(taskId) ?? ''
    for (const before of upstream) {
      const from = ids.get(before) ?? ''
      if (from !== '' && from !== to) edges.set(`${from} ${to}`, [from, to])
    }
  }
  return [...edges.values()]
}

/**
 * A foreign name inside a quoted label: everything that Mermaid, HTML or the fence around it could read is written as
 * Mermaid's entity code.
 */
export const mermaidText = (text: string): string =>
  clip(visible(text), LONGEST_LABEL).replace(/[^\p{L}\p{N} _.,…-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`)
