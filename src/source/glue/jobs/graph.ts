import type { GraphEdge, GraphNode, ScriptGraph } from './record.ts'

/** A step of a job that is known in DataHub. */
export interface Step {
  readonly id: string
  readonly type: string
  readonly node: GraphNode
  /** Of a source or sink its datasets, the first of which is written to; of anything else the urn of its data job. */
  readonly urns: readonly string[]
  readonly inputDatasets: string[]
  readonly outputDatasets: string[]
  readonly inputDatajobs: string[]
}

export const isSource = ({ type }: Pick<Step, 'type'>): boolean => type === 'DataSource'
export const isSink = ({ type }: Pick<Step, 'type'>): boolean => type === 'DataSink'

/** A step as Glue tells it, with what it stands for. */
export const stepOf = (node: GraphNode, urns: readonly string[]): Step => ({
  id: node.Id ?? '',
  type: node.NodeType ?? '',
  node,
  urns,
  inputDatasets: [],
  outputDatasets: [],
  inputDatajobs: []
})

/** Steps whose inputs and outputs are filled in along the edges, and edges to steps that are not known. */
export interface ConnectedSteps {
  readonly steps: readonly Step[]
  readonly broken: readonly GraphEdge[]
}

/** Follows the edges between steps (glue.py process_dataflow_graph). The last step of an id counts. */
export function connect(steps: readonly Step[], { DagEdges = [] }: ScriptGraph): ConnectedSteps {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const broken: GraphEdge[] = []
  for (const edge of DagEdges) {
    const source = byId.get(edge.Source ?? '')
    const target = byId.get(edge.Target ?? '')
    if (source === undefined || target === undefined) broken.push(edge)
    else follow(source, target)
  }
  return { steps: [...byId.values()], broken }
}

function follow(source: Step, target: Step): void {
  const [urn = ''] = source.urns
  if (isSource(source)) target.inputDatasets.push(...source.urns)
  else target.inputDatajobs.push(urn)
  const [output] = target.urns
  if (isSink(target) && output !== undefined) source.outputDatasets.push(output)
}
