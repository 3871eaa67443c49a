import type { Dag } from '../../dag/dag.ts'
import type { DagFile } from '../../dag/file/dag-file.ts'
import type { DagRunDocument, GraphTask } from '../../model/dag-run.ts'
import type { DagDeps } from '../../model/request.ts'

/** The record of a run of which nothing is known yet. */
export const emptyDocument = (
  file: string,
  { tool, clock, github }: Pick<DagDeps, 'tool' | 'clock' | 'github'>
): DagRunDocument => ({
  schema: 1,
  kind: 'dag-run',
  tool,
  generation: 0,
  file,
  dagId: '',
  description: null,
  runId: '',
  attempt: github?.runAttempt ?? 1,
  params: {},
  tasks: null,
  databases: {},
  status: 'running',
  exitCode: 0,
  startedAt: new Date(clock.now()).toISOString(),
  durationSeconds: 0,
  stopped: null,
  diagnostics: [],
  graph: [],
  record: {
    schema: 1,
    dagId: '',
    runId: '',
    logicalDate: null,
    state: 'queued',
    reason: null,
    clearNumber: 0,
    startedAt: null,
    endedAt: null,
    instances: []
  },
  tries: [],
  callbacks: { owed: [], done: [] },
  warnings: [],
  blocked: []
})

/** The tasks as a picture of them needs to know them. */
export const graphOf = (dag: Dag, dagFile: DagFile): readonly GraphTask[] =>
  [...dag.tasks.values()].map((task) => ({
    taskId: task.id,
    kind: dagFile.tasks.get(task.id)?.action.kind ?? 'empty',
    group: task.group,
    upstream: task.upstream,
    role: task.role,
    mapped: task.expand !== null
  }))
