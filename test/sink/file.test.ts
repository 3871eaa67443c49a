import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { AppError } from '../../src/core/errors.ts'
import { FileSink } from '../../src/sink/file.ts'
import { manualClock } from '../emulator/clock.ts'
import { countsOf, deliver, failuresIn, keepingEvents, Pages, STAMP, unitOf, unitsOf } from './support.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-sink-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sinkTo = (path: string): FileSink => new FileSink(path, STAMP, manualClock())
const textIn = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('FileSink', () => {
  it("writes the peer's form, byte for byte as Python's json.dumps", async () => {
    const units = [
      unitOf('ä', { description: 'Größe\u2028🐘', tags: [], customProperties: {} }),
      unitOf('b', [{ op: 'add', path: '/removed', value: false }], { aspectName: 'status', changeType: 'PATCH' })
    ]
    const delivered = await deliver(sinkTo(join(folder, 'out.json')), new Pages(units, 1))
    expect(delivered.thrown).toBeUndefined()
    expect(textIn('out.json')).toBe(readFileSync(join(import.meta.dirname, '../testdata/sink/file-sink.json'), 'utf8'))
    expect(delivered.outcomes).toEqual(units.map((unit) => ({ unit, kind: 'written' })))
    expect(countsOf(delivered.events)).toEqual({ produced: 2, written: 2 })
  })

  it("writes the peer's old form with aspects as texts, byte for byte", async () => {
    const units = [
      unitOf('ä', { customProperties: { a: 'b' }, description: 'Größe', tags: [] }),
      unitOf('b', [{ op: 'add', path: '/customProperties/k', value: 'ü' }], { changeType: 'PATCH' })
    ]
    const sink = new FileSink(join(folder, 'old.json'), STAMP, manualClock(), true)
    expect((await deliver(sink, new Pages(units, 1))).thrown).toBeUndefined()
    const expected = readFileSync(join(import.meta.dirname, '../testdata/sink/file-sink-nested.json'), 'utf8')
    expect(textIn('old.json')).toBe(expected)
  })

  it('writes an empty list where there is nothing', async () => {
    await deliver(sinkTo(join(folder, 'none.json')), new Pages([]))
    expect(textIn('none.json')).toBe('[]')
  })

  it('makes the folders on the way, and holds nothing but the file in the end', async () => {
    await deliver(sinkTo(join(folder, 'a/b/out.json')), new Pages(unitsOf(250), 30))
    expect(JSON.parse(textIn('a/b/out.json'))).toHaveLength(250)
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['out.json'])
  })

  it('leaves an earlier file as it was until the new one is whole', async () => {
    const path = join(folder, 'out.json')
    writeFileSync(path, 'earlier')
    const broken = new Error('the identity is lost')
    const { thrown, events } = await deliver(sinkTo(path), new Pages(unitsOf(5), 2, broken))
    expect(thrown).toBe(broken)
    expect([textIn('out.json'), readdirSync(folder)]).toEqual(['earlier', ['out.json']])
    expect(countsOf(events)).toEqual({ produced: 5, undelivered: 5 })
    expect(failuresIn(events)).toEqual([expect.objectContaining({ code: 'file-not-written', resource: path })])
    await deliver(sinkTo(path), new Pages(unitsOf(5), 2))
    expect(JSON.parse(textIn('out.json'))).toHaveLength(5)
  })

  it('writes nothing, and says so, when the consumer leaves', async () => {
    const { events, emit } = keepingEvents()
    const delivery = sinkTo(join(folder, 'out.json')).deliver(new Pages(unitsOf(5), 2), emit)
    await delivery.next()
    await delivery.return(undefined)
    expect(readdirSync(folder)).toEqual([])
    expect(countsOf(events)).toEqual({ produced: 2, undelivered: 2 })
  })

  it('follows a link and writes into what is no file', async () => {
    writeFileSync(join(folder, 'real.json'), 'earlier')
    symlinkSync('real.json', join(folder, 'link.json'))
    await deliver(sinkTo(join(folder, 'link.json')), new Pages([]))
    expect([textIn('real.json'), readlinkSync(join(folder, 'link.json'))]).toEqual(['[]', 'real.json'])
    const delivered = await deliver(sinkTo('/dev/null'), new Pages(unitsOf(3)))
    expect(countsOf(delivered.events)).toEqual({ produced: 3, written: 3 })
  })

  it.each<[string, (folder: string) => string, RegExp]>([
    ['a folder', (at) => at, /EISDIR/],
    ['a path below a file', (at) => join(at, 'file', 'out.json'), /ENOTDIR|EEXIST/],
    ['a name that is too long', (at) => join(at, 'x'.repeat(300)), /ENAMETOOLONG/]
  ])('cannot write to %s', async (_case, pathIn, why) => {
    writeFileSync(join(folder, 'file'), '')
    const { thrown, outcomes, events } = await deliver(sinkTo(pathIn(folder)), new Pages(unitsOf(3)))
    expect(thrown).toBeInstanceOf(AppError)
    expect(thrown).toMatchObject({
      kind: 'cannot-begin',
      code: 'file-sink',
      message: expect.stringMatching(why),
      cure: expect.stringContaining('filename')
    })
    expect([outcomes, events]).toEqual([[], []])
  })

  it('says so when the disk is full', async () => {
    const { thrown, events } = await deliver(sinkTo('/dev/full'), new Pages(unitsOf(3)))
    expect(thrown).toMatchObject({ code: 'file-sink', message: expect.stringContaining('ENOSPC') })
    expect(countsOf(events)).toEqual({ produced: 3, undelivered: 3 })
  })

  it('says so when the file cannot be put in its place', async () => {
    const path = join(folder, 'out.json')
    const pages = new Pages(unitsOf(3))
    const { events, emit } = keepingEvents()
    const delivery = sinkTo(path).deliver(pages, emit)
    await delivery.next()
    mkdirSync(path)
    await expect(delivery.next()).rejects.toMatchObject({ code: 'file-sink' })
    expect(readdirSync(folder)).toEqual(['out.json'])
    expect(countsOf(events)).toEqual({ produced: 3, undelivered: 3 })
  })

  it('is written by one run at a time', async () => {
    const path = join(folder, 'both.json')
    const first = sinkTo(path).deliver(new Pages(unitsOf(20), 10), () => undefined)
    await first.next()
    const second = await deliver(sinkTo(path), new Pages(unitsOf(5)))
    expect(second.thrown).toBeInstanceOf(AppError)
    expect(second.thrown).toMatchObject({ code: 'file-sink', message: expect.stringContaining('another run') })
    for await (const _ of first);
    expect(JSON.parse(textIn('both.json'))).toHaveLength(20)
    expect((await deliver(sinkTo(path), new Pages(unitsOf(5)))).thrown).toBeUndefined()
    expect(readdirSync(folder)).toEqual(['both.json'])
  })
})
