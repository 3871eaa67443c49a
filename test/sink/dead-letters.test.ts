import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Event } from '../../src/model/event.ts'
import type { Outcome, OutcomeKind } from '../../src/model/work-unit.ts'
import { DeadLetters } from '../../src/sink/dead-letters.ts'
import { manualClock } from '../emulator/clock.ts'
import { readAll } from '../source/mcps/support.ts'
import { STAMP, unitOf } from './support.ts'

let folder = ''
let events: Event[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letters-'))
  events = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function letters(name = 'out/dead-letters.json', pipelineName: string | null = null, sent?: string): DeadLetters {
  const path = join(folder, name)
  return new DeadLetters({
    path,
    shownPath: name,
    stamp: { ...STAMP, run: { ...STAMP.run, pipelineName }, setPipelineName: true },
    ...(sent === undefined ? {} : { sent: join(folder, sent) }),
    clock: manualClock(),
    emit: (event) => events.push(event)
  })
}

const outcome = (kind: OutcomeKind, name: string, value = {}): Outcome => ({
  kind,
  unit: unitOf(name, value),
  reason: 'no'
})
const read = (name = 'out/dead-letters.json'): string => readFileSync(join(folder, name), 'utf8')

describe('DeadLetters', () => {
  it('keeps what was lost and nothing else, as a file that can be sent again', async () => {
    const kept = letters()
    const lost = [outcome('rejected', 'a', { naïve: '🚀 "\n' }), outcome('undelivered', 'b')]
    const patch = { ...unitOf('c', [{ op: 'add', path: '/x', value: 1 }]), changeType: 'PATCH' } as const
    await kept.add([outcome('written', 'w'), ...lost, outcome('unchanged', 'u')])
    await kept.add([outcome('accepted', 'x')])
    await kept.add([{ kind: 'rejected', unit: patch }])
    expect(existsSync(join(folder, 'out/dead-letters.json'))).toBe(false)
    expect(await kept.end(true)).toEqual({ path: 'out/dead-letters.json', count: 3 })
    const proposals = await readAll(read())
    expect(proposals).toEqual({ ok: true, value: [...lost.map(({ unit }) => unit), patch] })
    expect(JSON.parse(read())[0]).toMatchObject({ systemMetadata: { runId: STAMP.run.runId } })
    expect(read()).toMatch(/^[\n\x20-\x7e]*$/)
  })

  it('makes no file where nothing is lost, and takes that of an earlier run away', async () => {
    const earlier = letters('letters.json')
    await earlier.add([outcome('rejected', 'a')])
    await earlier.end(true)
    const kept = letters('letters.json')
    await kept.add([outcome('written', 'w')])
    expect(await kept.end(true)).toBeNull()
    expect(existsSync(join(folder, 'letters.json'))).toBe(false)
  })

  it('leaves that of an earlier run where this one broke off without a loss', async () => {
    writeFileSync(join(folder, 'letters.json'), 'earlier')
    expect(await letters('letters.json').end(false)).toBeNull()
    expect(read('letters.json')).toBe('earlier')
  })

  it('leaves those of another pipeline, and goes to the next place that is free', async () => {
    const runOf = async (pipeline: string | null, ...kinds: readonly OutcomeKind[]) => {
      const kept = letters('letters.json', pipeline)
      for (const kind of kinds) await kept.add([outcome(kind, `${pipeline}`, { pipelineName: 'sales' })])
      return (await kept.end(true))?.path ?? null
    }
    expect(await runOf('nächtlich "a"', 'rejected')).toBe('letters.json')
    expect(await runOf('sales', 'written')).toBeNull()
    expect(await runOf('sales', 'rejected', 'rejected')).toBe('letters-2.json')
    expect(await runOf(null, 'rejected')).toBe('letters-3.json')
    expect(await runOf('sales', 'rejected')).toBe('letters-2.json')
    expect(JSON.parse(read('letters.json'))).toMatchObject([
      { entityUrn: outcome('written', 'nächtlich "a"').unit.urn }
    ])
    expect(await runOf('sales', 'written')).toBeNull()
    expect(await runOf(null, 'written')).toBeNull()
    expect(readdirSync(folder)).toEqual(['letters.json'])
    expect(await runOf('nächtlich "a"', 'written')).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves what is somebody’s own file', async () => {
    writeFileSync(join(folder, 'letters.json'), 'source: {type: glue}')
    expect(await letters('letters.json').end(true)).toBeNull()
    const kept = letters('letters.json')
    await kept.add([outcome('rejected', 'a')])
    expect(await kept.end(true)).toEqual({ path: 'letters-2.json', count: 1 })
    expect(read('letters.json')).toBe('source: {type: glue}')
  })

  it('takes the place of the file that was sent again, whoever’s it is', async () => {
    const first = letters('letters.json', 'sales')
    await first.add([outcome('rejected', 'a'), outcome('rejected', 'b')])
    await first.end(true)
    const again = letters('letters.json', null, 'letters.json')
    await again.add([outcome('rejected', 'b')])
    expect(await again.end(false)).toEqual({ path: 'letters.json', count: 1 })
    const other = letters('letters.json', null, 'other.json')
    await other.add([outcome('rejected', 'c')])
    expect(await other.end(false)).toEqual({ path: 'letters-2.json', count: 1 })
    expect(readdirSync(folder).sort()).toEqual(['letters-2.json', 'letters.json'])
  })

  it('tells once that it cannot keep them, and lets the run go on', async () => {
    writeFileSync(join(folder, 'file'), '')
    const kept = letters('file/letters.json')
    await kept.add([outcome('rejected', 'a')])
    await kept.add([outcome('rejected', 'b')])
    expect(await kept.end(true)).toBeNull()
    expect(events).toMatchObject([{ type: 'failed', severity: 'failure', failure: { code: 'dead-letters-not-kept' } }])
  })
})
