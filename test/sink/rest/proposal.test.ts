import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asciiJson } from '../../../src/core/json.ts'
import { batchBody, ENVELOPE_BYTES, proposalOf, systemMetadataText } from '../../../src/sink/rest/proposal.ts'
import { STAMP, unitOf, urnOf } from '../support.ts'

const NOW = Date.UTC(2026, 10, 23)

describe('proposalOf', () => {
  it('is what rest.li takes', () => {
    const unit = unitOf('ä', { customProperties: { kommentar: 'Größe ≥ 3 "µ" 🐘' } })
    expect(JSON.parse(proposalOf(unit, systemMetadataText(STAMP, NOW)).join(''))).toEqual({
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
    expect(JSON.parse(proposalOf(unit, '{}').join(''))).toMatchObject({
      changeType: 'PATCH',
      aspect: { value: '[{"op":"add","path":"/removed","value":false}]', contentType: 'application/json-patch+json' }
    })
  })

  it('is ASCII and gives back what was put in, whatever that is', () => {
    const texts = fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.jsonValue())
    fc.assert(
      fc.property(texts, ([name, pipelineName, value]) => {
        const unit = unitOf(name, { value: asciiJson(JSON.parse(JSON.stringify(value))) })
        const metadata = systemMetadataText({ ...STAMP, run: { runId: name, pipelineName } }, NOW)
        const text = proposalOf(unit, metadata).join('')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the range ends right before what is not ASCII
        expect(text).toMatch(/^[\x00-\x7f]*$/)
        const read = JSON.parse(text)
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
    const { properties: _, ...metadata } = JSON.parse(systemMetadataText({ ...STAMP, ...changes }, NOW))
    expect(metadata).toEqual({ lastObserved: NOW, lastRunId: 'no-run-id-provided', ...expected })
  })
})

describe('batchBody', () => {
  it.each([
    [true, 'true'],
    [false, 'false']
  ])('has a string as `async`: %s', (asynchronous, text) => {
    expect(
      JSON.parse(
        batchBody(
          ['{"a":1}', '{"b":2}'].map((text) => Buffer.from(text)),
          asynchronous
        ).toString()
      )
    ).toEqual({
      proposals: [{ a: 1 }, { b: 2 }],
      async: text
    })
  })

  it('is as long as is reckoned with', () => {
    expect(batchBody([Buffer.from('{}'), Buffer.from('{}')], false)).toHaveLength(ENVELOPE_BYTES + 5)
    expect(batchBody([], true).length).toBeLessThanOrEqual(ENVELOPE_BYTES)
  })
})
