import type { JsonObject } from '../../../src/core/json.ts'
import type { JobSet } from '../catalogue/jobs.ts'
import { GlueError } from './glue-errors.ts'
import type { GlueCall } from './glue-operations.ts'

/** Glue's default for GetJobs is 100; a smaller one shows that pages are followed. */
const PAGE = 15

const NO_JOBS: JobSet = { jobs: [], scripts: {}, graphs: new Map(), connections: {} }

const bodyOf = (answer: JsonObject): Buffer => Buffer.from(JSON.stringify(answer))

const textIn = (call: GlueCall, member: string): string => {
  const value = call.input[member]
  return typeof value === 'string' ? value : ''
}

/** `GetJobs`, page by page. */
export function getJobs(call: GlueCall): Buffer {
  call.authorise('job/*')
  const { jobs } = call.jobs ?? NO_JOBS
  const start = Number(textIn(call, 'NextToken') || 0)
  const end = start + PAGE
  return bodyOf({ Jobs: jobs.slice(start, end), ...(end < jobs.length ? { NextToken: String(end) } : {}) })
}

/** `GetDataflowGraph`: a graph is known for each script that Glue Studio made. */
export function getDataflowGraph(call: GlueCall): Buffer {
  call.authorise('*')
  const graph = (call.jobs ?? NO_JOBS).graphs.get(textIn(call, 'PythonScript'))
  if (graph === undefined) throw new GlueError('InvalidInputException', 'Unable to parse the script into a graph')
  return bodyOf(graph)
}

/** `GetConnection`. */
export function getConnection(call: GlueCall): Buffer {
  const name = textIn(call, 'Name')
  call.authorise(`connection/${name}`)
  const { connections } = call.jobs ?? NO_JOBS
  const found = Object.hasOwn(connections, name) ? connections[name] : undefined
  if (found === undefined) throw new GlueError('EntityNotFoundException', `Connection ${name} not found.`)
  return bodyOf({ Connection: { Name: name, ...found } })
}

/** `GetJob`. */
export function getJob(call: GlueCall): Buffer {
  const name = textIn(call, 'JobName')
  call.authorise(`job/${name}`)
  const found = (call.jobs ?? NO_JOBS).jobs.find((job) => job.Name === name)
  if (found === undefined) throw new GlueError('EntityNotFoundException', `Entity Not Found: Job ${name} not found.`)
  return bodyOf({ Job: found })
}
