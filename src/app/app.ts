import type { App } from '../model/request.ts'
import { validate } from './validate.ts'

/** The use cases, for action and cli. What reads Glue is loaded when it is needed: validating needs no AWS SDK. */
export const app: App = {
  ingest: async (request, deps) => (await import('./ingest.ts')).ingest(request, deps),
  dag: async (request, deps) => (await import('./dag/run-dag-file.ts')).runDagFile(request, deps),
  validate
}
