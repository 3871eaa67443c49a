import { err, ok, type Result } from '../../../src/core/result.ts'
import type { SerialisedWorkUnit } from '../../../src/model/work-unit.ts'
import { type BadRecord, proposalsIn } from '../../../src/source/mcps/proposals.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

/** All proposals of a text that comes in pieces of this size, or what is wrong with each record that is none. */
export async function readAll(
  text: string,
  size = 1000
): Promise<Result<readonly SerialisedWorkUnit[], readonly BadRecord[]>> {
  const units: SerialisedWorkUnit[] = []
  const bad: BadRecord[] = []
  for await (const read of proposalsIn(inPieces(text, size))) {
    if ('unit' in read) units.push(read.unit)
    else bad.push(read)
  }
  return bad.length > 0 ? err(bad) : ok(units)
}

/** The pipelines that proposals name. */
export async function pipelinesIn(text: string): Promise<readonly (string | null)[]> {
  const names: (string | null)[] = []
  for await (const read of proposalsIn(inPieces(text, 7))) if ('unit' in read) names.push(read.pipelineName)
  return names
}
