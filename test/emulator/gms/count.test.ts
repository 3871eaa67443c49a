import { describe, expect, it } from '@jest/globals'
import { fc } from '../../properties.ts'
import { countProposals } from './count.ts'

const query = new URLSearchParams('action=ingestProposalBatch')

const pieces = (text: string, size: number): readonly Buffer[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    Buffer.from(text.slice(size * index, size * (index + 1)))
  )

describe('counting proposals', () => {
  it('finds each once, wherever a body is cut', () => {
    const pieceSize = fc.integer({ min: 1, max: 40 })
    const spaces = fc.constantFrom(0, 1)
    fc.assert(
      fc.property(fc.nat({ max: 5 }), pieceSize, spaces, (count, size, indent) => {
        const proposal = {
          aspectName: 'status',
          aspect: { value: '{"aspectName":"a","ctName":"b"}' },
          systemMetadata: { pipelineName: 'nightly' }
        }
        const body = JSON.stringify({ proposals: Array.from({ length: count }, () => proposal) }, null, indent)
        expect(countProposals({ query, parts: pieces(body, size) })).toBe(count)
      })
    )
  })

  it('finds none in what writes nothing', () => {
    const parts = [Buffer.from('{"aspectName":"status"}')]
    expect(countProposals({ query: new URLSearchParams('action=getTimeseriesAspectValues'), parts })).toBe(0)
  })
})
