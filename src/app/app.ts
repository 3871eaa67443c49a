import type { App } from '../model/request.ts'
import { validate } from './validate.ts'

/** The use cases, for action and cli. What reads Glue is loaded when it is needed: validating needs no AWS SDK. */
export const app: App = {
  ingest: async (request, deps) => (await import('./ingest.ts')).ingest(request, deps),
  dag: async (request, deps) => (await import('./dag/run-dag-file.ts')).runDagFile(request, deps),
  validate,
  plan: async (request, deps) => (await import('./plan/plan.ts')).plan(request, deps),
  mcps: async (request, deps) => (await import('./mcps.ts')).mcps(request, deps),
  doctor: async (request, deps) => (await import('./doctor/doctor.ts')).doctor(request, deps),
  runs: async (request, deps) => (await import('./runs/list-runs.ts')).listRuns(request, deps),
  restore: async (request, deps) => (await import('./runs/restore.ts')).restore(request, deps),
  rollback: async (request, deps) => (await import('./runs/rollback.ts')).rollback(request, deps),
  describe: async (paths) => (await import('./describe/describe.ts')).describeOptions(paths),
  explain: async (request, env, cwd) => (await import('./explain.ts')).explain(request, env, cwd),
  scaffold: async (request, cwd) => (await import('./scaffold/scaffold.ts')).scaffold(request, cwd)
}

/** The same, with threads, which run `thread`. */
export const appWithThreads = (thread: URL): App => ({
  ...app,
  ingest: (request, deps) => app.ingest(request, { ...deps, thread }),
  dag: (request, deps) => app.dag(request, { ...deps, thread }),
  plan: (request, deps) => app.plan(request, { ...deps, thread })
})
