import { describe, expect, it } from '@jest/globals'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { DatabaseReport, FailureGroup, RunReport, Stop } from '../../src/model/report.ts'
import type { FailOn } from '../../src/model/request.ts'
import { noCounts } from '../../src/report/counts.ts'
import { verdictOf, worstOf } from '../../src/report/exit-code.ts'
import { runReport } from './factory.ts'

const group: FailureGroup = { code: 'x', message: 'x', count: 1, resources: [] }
const database = (listing: DatabaseReport['listing']): DatabaseReport => ({
  name: 'd',
  tables: 0,
  views: 0,
  filtered: 0,
  skipped: 0,
  listing
})
const said = (severity: Diagnostic['severity']): Diagnostic => ({
  file: 'f',
  line: 1,
  column: 1,
  severity,
  code: 'x',
  message: 'x'
})
const stop = (kind: Stop['kind']): Stop => ({ kind, code: 'x', message: 'x' })

/** What the run reports, and for each `fail-on` the status and exit code. */
const CASES: readonly (readonly [string, Partial<RunReport>, Readonly<Record<FailOn, string>>])[] = [
  ['nothing wrong', {}, { failure: 'success 0', warning: 'success 0', never: 'success 0' }],
  ['a failure', { failures: [group] }, { failure: 'failure 1', warning: 'failure 1', never: 'failure 0' }],
  ['a warning', { warnings: [group] }, { failure: 'success 0', warning: 'failure 1', never: 'success 0' }],
  ['a notice', { notices: [group] }, { failure: 'success 0', warning: 'success 0', never: 'success 0' }],
  [
    'something skipped',
    { counts: { ...noCounts(), skipped: 1 } },
    { failure: 'success 0', warning: 'success 0', never: 'success 0' }
  ],
  [
    'a retry',
    { counts: { ...noCounts(), retried: 1 } },
    { failure: 'success 0', warning: 'success 0', never: 'success 0' }
  ],
  [
    'a rejection',
    { counts: { ...noCounts(), rejected: 1 } },
    { failure: 'failure 1', warning: 'failure 1', never: 'failure 0' }
  ],
  [
    'something undelivered',
    { counts: { ...noCounts(), undelivered: 1 } },
    { failure: 'failure 1', warning: 'failure 1', never: 'failure 0' }
  ],
  [
    'something accepted only',
    { counts: { ...noCounts(), accepted: 1 } },
    { failure: 'success 0', warning: 'success 0', never: 'success 0' }
  ],
  [
    'a listing broken off',
    { databases: [database('complete'), database('incomplete')] },
    { failure: 'failure 1', warning: 'failure 1', never: 'failure 0' }
  ],
  [
    'one database denied',
    { databases: [database('empty'), database('denied')] },
    { failure: 'failure 1', warning: 'failure 1', never: 'failure 0' }
  ],
  [
    'the whole catalogue denied',
    { databases: [database('denied'), database('denied')] },
    { failure: 'failure 3', warning: 'failure 3', never: 'failure 3' }
  ],
  [
    'an empty database',
    { databases: [database('empty')] },
    { failure: 'success 0', warning: 'success 0', never: 'success 0' }
  ],
  [
    'a mistake in the recipe',
    { diagnostics: [said('error')] },
    { failure: 'failure 2', warning: 'failure 2', never: 'failure 2' }
  ],
  [
    'a warning about the recipe',
    { diagnostics: [said('warning')] },
    { failure: 'success 0', warning: 'failure 1', never: 'success 0' }
  ],
  [
    'a notice about the recipe',
    { diagnostics: [said('notice')] },
    { failure: 'success 0', warning: 'success 0', never: 'success 0' }
  ],
  ['wrong input', { stopped: stop('input') }, { failure: 'failure 2', warning: 'failure 2', never: 'failure 2' }],
  [
    'it could not begin',
    { stopped: stop('cannot-begin') },
    { failure: 'failure 3', warning: 'failure 3', never: 'failure 3' }
  ],
  [
    'the breaker stopped it after losses',
    { stopped: stop('cannot-begin'), failures: [group] },
    { failure: 'failure 3', warning: 'failure 3', never: 'failure 3' }
  ],
  [
    'it was cancelled',
    { stopped: stop('cancelled') },
    { failure: 'cancelled 1', warning: 'cancelled 1', never: 'cancelled 1' }
  ],
  ['a defect', { stopped: stop('defect') }, { failure: 'failure 1', warning: 'failure 1', never: 'failure 1' }]
]

describe('verdictOf', () => {
  it.each(CASES)('%s', (_, facts, expected) => {
    const verdict = (failOn: FailOn): string => Object.values(verdictOf(runReport(facts), failOn)).join(' ')
    expect({ failure: verdict('failure'), warning: verdict('warning'), never: verdict('never') }).toEqual(expected)
  })
})

describe('worstOf', () => {
  it.each([
    [[], 'success 0'],
    [['success 0', 'success 0'], 'success 0'],
    [['success 0', 'failure 1'], 'failure 1'],
    [['failure 2', 'failure 1'], 'failure 2'],
    [['failure 3', 'cancelled 1', 'success 0'], 'cancelled 3'],
    [['failure 0', 'success 0'], 'failure 0']
  ])('%j', (texts, expected) => {
    const parse = (text: string): Pick<RunReport, 'status' | 'exitCode'> => {
      const status = (['success', 'failure', 'cancelled'] as const).find((known) => text.startsWith(known))
      return { status: status ?? 'failure', exitCode: Number(text.at(-1)) }
    }
    expect(Object.values(worstOf(texts.map(parse))).join(' ')).toBe(expected)
  })
})
