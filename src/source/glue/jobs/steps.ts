import type { JsonObject } from '../../../core/json.ts'
import type { Failure } from '../../../model/event.ts'
import type { SourceContext } from '../context.ts'
import { argumentsOf } from './arguments.ts'
import type { Connections } from './connections.ts'
import { BROKEN_EDGE, STEP_FAILURES } from './failures.ts'
import { connect, type Step, stepOf } from './graph.ts'
import { flowUrn, type NamedJob, stepUrn } from './map-job.ts'
import { databaseTarget, type NodeTarget, platformUrn, targetOf } from './node-dataset.ts'
import type { GraphNode, ScriptGraph } from './record.ts'

/** What finding the steps of jobs needs. */
export interface StepFinder {
  readonly context: SourceContext
  readonly connections: Connections
  /** The tables that a query reads, as the platform names them; null when they cannot be found out. */
  tablesOf(query: QueryIn): Promise<readonly string[] | null>
}

/** A query of a database. */
export interface QueryIn {
  readonly platform: string
  readonly database: string
  readonly sql: string
}

/** The steps of a job that are known, with the lineage between them. What is not known is told. */
export async function findSteps(job: NamedJob, graph: ScriptGraph, finder: StepFinder): Promise<readonly Step[]> {
  const found: Step[] = []
  for (const node of graph.DagNodes ?? []) {
    const urns = await urnsOf(node, job, finder)
    if (urns !== null) found.push(stepOf(node, urns))
  }
  const { steps, broken } = connect(found, graph)
  for (const edge of broken) tell(BROKEN_EDGE, `${job.Name}: ${edge.Source} → ${edge.Target}`, finder.context)
  return steps
}

async function urnsOf(node: GraphNode, job: NamedJob, finder: StepFinder): Promise<readonly string[] | null> {
  const { Id: id = '', NodeType: type = '' } = node
  const { context } = finder
  if (type !== 'DataSource' && type !== 'DataSink') return [stepUrn(flowUrn(job, context.options), type, id)]
  const args = argumentsOf(node)
  const label = `${job.Name}: ${type}-${id}`
  if (args === null) {
    tell(STEP_FAILURES.arguments, label, context)
    return null
  }
  const target = await resolved(targetOf(args, context.options), finder)
  if (target.kind === 'datasets') return target.urns
  const why = target.kind === 'unknown' ? target.why : 'unsupported'
  const isLost = why === 'unsupported' && !context.options.ignoreUnsupportedConnectors
  tell(STEP_FAILURES[why], label, context, isLost ? 'failure' : 'warning')
  return null
}

/** Follows a connection to its database, and a query to its tables. */
async function resolved(target: NodeTarget, finder: StepFinder): Promise<NodeTarget> {
  const { options } = finder.context
  if (target.kind === 'connection') return resolved(await connected(target.name, target.options, finder), finder)
  if (target.kind !== 'query') return target
  const { database, sql } = target.query
  const tables = await finder.tablesOf({ platform: database.platform, database: database.name, sql })
  if (tables === null || tables.length === 0) return { kind: 'unknown', why: 'query-unknown' }
  return { kind: 'datasets', urns: tables.map((table) => platformUrn(database.platform, table, options)) }
}

async function connected(name: string, connection: JsonObject, finder: StepFinder): Promise<NodeTarget> {
  const database = await finder.connections.database(name)
  if (database === null) return { kind: 'unknown', why: 'connection-unknown' }
  return databaseTarget(database, connection, finder.context.options)
}

function tell(
  failure: Failure,
  resource: string,
  { emit }: SourceContext,
  severity: 'failure' | 'warning' = 'warning'
): void {
  emit({ type: 'failed', severity, failure: { ...failure, resource } })
}
