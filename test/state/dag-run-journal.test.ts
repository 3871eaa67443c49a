import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Journal, type JournalRules, readRecord } from '../../src/state/dag-run-journal.ts'
import { lockFolder } from '../../src/state/dag-run-lock.ts'

interface Sum {
  readonly generation: number
  readonly seen: readonly string[]
}

const RULES: JournalRules<Sum, string> = {
  apply: (document, entries) => ({ ...document, seen: [...document.seen, ...entries] }),
  isDocument: (value): value is Sum => typeof value === 'object' && value !== null && 'seen' in value
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

  it('says what to do about a record that it cannot read', () => {
    writeFileSync(join(folder, 'dag-run.json'), '{"schema": 7}')
    expect(() => readRecord(folder, RULES)).toThrow('cannot be read')
    expect(readRecord(join(folder, 'none'), RULES)).toBeNull()
  })
})

describe('the lock', () => {
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
