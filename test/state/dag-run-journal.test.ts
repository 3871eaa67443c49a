import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Journal, type JournalRules, readRecord } from '../../src/state/dag-run-journal.ts'
import { lockFolder } from '../../src/state/dag-run-lock.ts'
import { appErrorOf } from '../aws/support.ts'

interface Sum {
  readonly generation: number
  readonly seen: readonly string[]
}

const RULES: JournalRules<Sum, string> = {
  apply: (document, entries) => ({ ...document, seen: [...document.seen, ...entries] }),
  isDocument: (value): value is Sum => typeof value === 'object' && value !== null && 'seen' in value,
  isEntry: (value): value is string => typeof value === 'string'
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (): Journal<Sum, string> => new Journal(folder, { generation: 4, seen: [] }, RULES)
const journalFile = (): string => join(folder, 'dag-run.journal')

describe('a journal', () => {
  it('holds what was appended, for whoever reads it after a kill', () => {
    const journal = open()
    journal.append(['a', 'b'])
    journal.append(['c'], false)
    expect(readRecord(folder, RULES)).toEqual({ generation: 5, seen: ['a', 'b', 'c'] })
    expect(journal.document.seen).toEqual(['a', 'b', 'c'])
    journal.close()
  })

  it('loses no whole batch and keeps no half one, cut at any byte', () => {
    const journal = open()
    journal.append(['first', 'é'])
    journal.append(['second'])
    journal.close()
    const whole = readFileSync(journalFile())
    const firstEnd = whole.indexOf('\n') + 1
    for (let length = 0; length <= whole.length; length++) {
      writeFileSync(journalFile(), whole.subarray(0, length))
      const seen = readRecord(folder, RULES)?.seen
      expect(seen).toEqual(
        length === whole.length ? ['first', 'é', 'second'] : length >= firstEnd ? ['first', 'é'] : []
      )
    }
  })

  it('passes over lines that are in the document already', () => {
    const journal = open()
    journal.append(['a'])
    const old = readFileSync(journalFile(), 'utf8')
    journal.compact((document) => document)
    appendFileSync(journalFile(), old)
    expect(readRecord(folder, RULES)).toEqual({ generation: 6, seen: ['a'] })
    journal.close()
  })

  it.each([
    ['garbage', 'line 2'],
    ['null', 'line 2'],
    ['[]', 'line 2'],
    ['{"generation":5}', 'line 2'],
    ['{"generation":"5","entries":[]}', 'line 2'],
    ['{"generation":5,"entries":[null]}', 'line 2']
  ])('refuses a line that is whole and none of its own: %s', async (line, place) => {
    const journal = open()
    for (const entry of ['a', 'b', 'c']) journal.append([entry])
    journal.close()
    const lines = readFileSync(journalFile(), 'utf8').split('\n')
    for (const kept of [lines.toSpliced(1, 1, line), [lines[0], line, '']]) {
      writeFileSync(journalFile(), kept.join('\n'))
      const error = await appErrorOf(async () => readRecord(folder, RULES))
      expect(error).toMatchObject({ kind: 'input', code: 'dag-record' })
      expect(error.message).toContain(`${place} of ${journalFile()}`)
      expect(error.cure).toContain(`Remove ${join(folder, 'dag-run.json')} and ${journalFile()} to start over`)
      expect(error.cure).toContain(`take ${place} and all after it out of`)
    }
  })

  it.each(['dag-run.json', 'dag-run.journal'])('says so when %s is a folder', async (name) => {
    open().close()
    rmSync(join(folder, name))
    mkdirSync(join(folder, name))
    const error = await appErrorOf(async () => readRecord(folder, RULES))
    expect(error).toMatchObject({ kind: 'input', code: 'dag-record' })
    expect(error.message).toContain(join(folder, name))
    expect(await appErrorOf(async () => open())).toMatchObject({ kind: 'input', code: 'dag-out' })
  })

  it('says what to do about a record that it cannot read', () => {
    writeFileSync(join(folder, 'dag-run.json'), '{"schema": 7}')
    expect(() => readRecord(folder, RULES)).toThrow('cannot be read')
    expect(readRecord(join(folder, 'none'), RULES)).toBeNull()
  })
})

describe('the lock', () => {
  it('says so when it, or its folder, cannot be written', async () => {
    mkdirSync(join(folder, 'dag-run.lock'))
    writeFileSync(join(folder, 'file'), '')
    for (const [where, path] of [
      [folder, join(folder, 'dag-run.lock')],
      [join(folder, 'file', 'd'), join(folder, 'file', 'd', 'dag-run.lock')]
    ] as const) {
      const error = await appErrorOf(async () => lockFolder(where, process.pid))
      expect(error).toMatchObject({ kind: 'input', code: 'dag-out' })
      expect(error.message).toContain(path)
    }
  })

  it('keeps a second one out until it is given back', () => {
    const unlock = lockFolder(folder, process.pid)
    expect(() => lockFolder(folder, process.pid)).toThrow('runs this DAG')
    unlock()
    lockFolder(folder, process.pid)()
  })

  it('does not count when its process is gone, or is another one by now', () => {
    writeFileSync(join(folder, 'dag-run.lock'), JSON.stringify({ pid: 2 ** 22 + 1, began: '1' }))
    lockFolder(folder, process.pid)()
    writeFileSync(join(folder, 'dag-run.lock'), JSON.stringify({ pid: process.ppid, began: 'another' }))
    lockFolder(folder, process.pid)()
    writeFileSync(join(folder, 'dag-run.lock'), '')
    const unlock = lockFolder(folder, process.pid)
    expect(() => lockFolder(folder, process.pid)).toThrow('runs this DAG')
    unlock()
  })
})
