import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/core/json.ts'
import {
  isRequest,
  requestInput,
  requestResult,
  requestUrn,
  sourceInfo,
  sourceUrn
} from '../../../src/report/history/aspects.ts'
import { redactedRecipe } from '../../../src/report/history/redact-recipe.ts'
import { structuredReport } from '../../../src/report/history/structured.ts'
import { runReport } from '../factory.ts'

/** What the peer's classes made of the same recipes and names. */
const PEER = JSON.parse(readFileSync(join(import.meta.dirname, '../../testdata/run-history.json'), 'utf8')) as {
  readonly recipes: readonly (readonly [JsonObject, JsonObject])[]
  readonly sources: readonly (readonly [Readonly<Record<string, string>>, string, string])[]
}

describe('the history of runs', () => {
  it.each(PEER.recipes)('hides in a recipe what the peer hides: %j', (recipe, redacted) => {
    expect(redactedRecipe(recipe)).toEqual(redacted)
  })

  it.each(PEER.sources)('has the peer’s source: %j', (names, urn, name) => {
    const key = { pipelineName: names.pipeline_name ?? null, platformInstance: names.platform_instance ?? null }
    expect(sourceUrn(key)).toBe(urn)
    expect(sourceInfo(key, '{}')).toMatchObject({ name, type: 'glue' })
    expect(requestInput(key, '{}', 5)).toMatchObject({
      requestedAt: 5,
      source: { type: 'CLI_INGESTION_SOURCE', ingestionSource: urn }
    })
  })

  it('goes on with the request of somebody else', () => {
    expect(requestUrn('glue-1')).toBe('urn:li:dataHubExecutionRequest:glue-1')
    expect(requestUrn('urn:li:dataHubExecutionRequest:x')).toBe('urn:li:dataHubExecutionRequest:x')
    expect([isRequest('glue-1'), isRequest('urn:li:dataHubExecutionRequest:x')]).toEqual([false, true])
  })

  it.each([
    ['success', 'SUCCESS'],
    ['failure', 'FAILURE'],
    ['cancelled', 'CANCELLED']
  ] as const)('tells of a %s what it was', (status, word) => {
    const run = runReport({
      status,
      failures: [{ code: 'c', message: 'm', cure: 'do', count: 3, resources: ['a'] }],
      removed: Array.from({ length: 12 }, (_, index) => `urn:${index}`),
      stopped: status === 'cancelled' ? { kind: 'cancelled', code: 'cancelled', message: 'stopped' } : null
    })
    const structured = structuredReport(run, { dataset: { status: 3 } }, 'https://github.test/run')
    const result = requestResult(run, structured, `${'x'.repeat(900_000)}end`)
    expect(result).toMatchObject({ status: word, startTimeMs: Date.parse(run.startedAt) })
    expect(String(result.report as string)).toHaveLength(800_000)
    expect(structured).toMatchObject({
      cli: { github_run: 'https://github.test/run' },
      source: {
        type: 'glue',
        report: {
          aspects: { dataset: { status: 3 } },
          failures: [{ title: 'c', message: 'm do', context: ['a', '... sampled of 3 total elements'] }].concat(
            status === 'cancelled' ? [{ title: 'cancelled', message: 'stopped', context: [] }] : []
          )
        }
      },
      sink: { type: 'datahub-rest' }
    })
    const { source } = structured as { source: { report: { soft_deleted_stale_entities: readonly string[] } } }
    expect(source.report.soft_deleted_stale_entities).toHaveLength(11)
  })
})
