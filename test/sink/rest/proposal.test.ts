import { describe, expect, it } from '@jest/globals'
import { asciiJson } from '../../../src/core/json.ts'
import type { SerialisedWorkUnit } from '../../../src/model/work-unit.ts'
import { RESTLI } from '../../../src/sink/rest/restli.ts'
import { ENVELOPE_BYTES } from '../../../src/sink/rest/size.ts'
import { type Stamp, systemMetadataOf } from '../../../src/sink/stamp.ts'
import { fc } from '../../properties.ts'
import { STAMP, unitOf, urnOf } from '../support.ts'

const NOW = Date.UTC(2026, 10, 23)

const textOf = (units: readonly SerialisedWorkUnit[], stamp: Stamp = STAMP, asynchronous = false): string =>
  Buffer.from(RESTLI.request(units, asynchronous, systemMetadataOf(stamp, NOW)).body).toString()

const proposalOf = (unit: SerialisedWorkUnit) => JSON.parse(textOf([unit])).proposals[0]

describe('a proposal', () => {
  it('is what rest.li takes', () => {
    const unit = unitOf('ä', { customProperties: { kommentar: 'Größe ≥ 3 "µ" 🐘' } })
    expect(proposalOf(unit)).toEqual({
      entityType: 'dataset',
      entityUrn: urnOf('ä'),
      changeType: 'UPSERT',
      aspectName: 'datasetProperties',
      aspect: {
        value: '{"customProperties":{"kommentar":"Gr\\u00f6\\u00dfe \\u2265 3 \\"\\u00b5\\" \\ud83d\\udc18"}}',
        contentType: 'application/json'
      },
      systemMetadata: {
        lastObserved: NOW,
        runId: 'glue-2026_11_23-04_17_09-x7k2pq',
        lastRunId: 'no-run-id-provided',
        pipelineName: 'nightly',
        properties: { clientId: 'datahub-glue-ingestion', clientVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/) }
      }
    })
  })

  it('says that a patch is one', () => {
    const unit = unitOf(1, [{ op: 'add', path: '/removed', value: false }], {
      changeType: 'PATCH',
      aspectName: 'status'
    })
    expect(proposalOf(unit)).toMatchObject({
      changeType: 'PATCH',
      aspect: { value: '[{"op":"add","path":"/removed","value":false}]', contentType: 'application/json-patch+json' }
    })
  })

  it('is ASCII and gives back what was put in, whatever that is', () => {
    const texts = fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.jsonValue())
    fc.assert(
      fc.property(texts, ([name, pipelineName, value]) => {
        const unit = unitOf(name, { value: asciiJson(JSON.parse(JSON.stringify(value))) })
        const stamp = { ...STAMP, run: { runId: name, pipelineName } }
        const text = textOf([unit], stamp)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the range ends right before what is not ASCII
        expect(text).toMatch(/^[\x00-\x7f]*$/)
        const metadata = asciiJson({ ...systemMetadataOf(stamp, NOW) })
        expect(text.length - ENVELOPE_BYTES).toBeLessThanOrEqual(RESTLI.mostBytes(unit) + metadata.length)
        const read = JSON.parse(text).proposals[0]
        expect([
          read.entityUrn,
          read.aspect.value,
          read.systemMetadata.runId,
          read.systemMetadata.pipelineName
        ]).toEqual([unit.urn, unit.value, name, pipelineName])
      })
    )
  })
})

describe('systemMetadata', () => {
  it.each([
    ['without the pipeline’s name', { setPipelineName: false }, { runId: STAMP.run.runId }],
    ['without a pipeline', { run: { runId: 'r', pipelineName: null } }, { runId: 'r' }],
    ['switched off', { setSystemMetadata: false }, { runId: 'no-run-id-provided' }]
  ])('%s', (_case, changes, expected) => {
    const { properties: _, ...metadata } = systemMetadataOf({ ...STAMP, ...changes }, NOW)
    expect(metadata).toEqual({ lastObserved: NOW, lastRunId: 'no-run-id-provided', ...expected })
  })
})

describe('a request', () => {
  it.each([
    [true, 'true'],
    [false, 'false']
  ])('has a string as `async`: %s', (asynchronous, text) => {
    const { proposals, async } = JSON.parse(textOf([unitOf(1), unitOf(2)], STAMP, asynchronous))
    expect(proposals.map(({ entityUrn }: { readonly entityUrn: string }) => entityUrn)).toEqual([urnOf(1), urnOf(2)])
    expect(async).toBe(text)
  })

  it('is as long as is reckoned with', () => {
    expect(textOf([])).toHaveLength(ENVELOPE_BYTES)
    expect(textOf([], STAMP, true).length).toBeLessThanOrEqual(ENVELOPE_BYTES)
    const alone = textOf([unitOf(1)]).length - ENVELOPE_BYTES
    expect(textOf([unitOf(1), unitOf(2)])).toHaveLength(ENVELOPE_BYTES + 2 * alone + 1)
  })
})
