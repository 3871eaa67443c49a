import type { ResourceLfTags, TaggedResource } from '../model/lf-tags.ts'
import { readShape, type Shape } from './answer-shape.ts'
import { callAws } from './call.ts'
import type { ClientDeps } from './clients.ts'
import { type JsonServiceDeps, jsonService } from './json-service.ts'

/** Calls Lake Formation, with this program's retries, pacing and session renewal. */
export interface LakeFormationCaller {
  /** @throws AwsCallError when it failed for good · AppError when the identity was lost · the signal's reason */
  resourceLfTags(resource: TaggedResource, signal?: AbortSignal): Promise<ResourceLfTags>
}

const pairs: Shape = { list: { members: { CatalogId: 'text', TagKey: 'text', TagValues: { list: 'text' } } } }

const answer: Shape = {
  members: {
    LFTagOnDatabase: pairs,
    LFTagsOnTable: pairs,
    LFTagsOnColumns: { list: { members: { Name: 'text', LFTags: pairs } } }
  }
}

/** A client for Lake Formation that acts as the owner of `credentials`. */
export function createLakeFormationClient(deps: ClientDeps & JsonServiceDeps): LakeFormationCaller {
  const { clock, emit, retries, limit, credentials } = deps
  const call = jsonService('lakeformation', deps)
  const policy = { service: 'lakeformation', retries, clock, emit, limit, renew: credentials.dropOlderThan }
  return {
    resourceLfTags: (resource, signal) => {
      const input = inputFor(resource)
      const attempt = async (): Promise<ResourceLfTags> =>
        // The shape says what is in it.
        (readShape(answer, await call('/GetResourceLFTags', input, signal)) ?? {}) as ResourceLfTags
      return callAws(policy, 'GetResourceLFTags', attempt, signal)
    }
  }
}

/** In the form of the peer's calls (glue.py get_table_lf_tags). */
function inputFor({ account: CatalogId, database, table }: TaggedResource): object {
  const Resource =
    table === undefined
      ? { Database: { CatalogId, Name: database } }
      : { Table: { CatalogId, DatabaseName: database, Name: table } }
  return { CatalogId, Resource, ShowAssignedLFTags: true }
}
