import { describe, expect, it } from '@jest/globals'
import { AppError } from '../../src/core/errors.ts'
import { noCounts } from '../../src/report/counts.ts'
import { Redactor } from '../../src/report/redact.ts'
import {
  formatAchievement,
  formatCount,
  formatDuration,
  formatInstant,
  formatRate
} from '../../src/report/render/format.ts'
import { SAMPLE_SIZE, Sample } from '../../src/report/sample.ts'
import { CANCELLED, stopOf } from '../../src/report/stop.ts'
import { totalOf } from '../../src/report/total.ts'
import { fc } from '../properties.ts'
import { EVENTS, folded, fullReport, runReport, TOOL } from './factory.ts'

describe('formatting', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567']
  ])('counts %d', (count, text) => {
    expect(formatCount(count)).toBe(text)
  })

  it.each([
    [0, '0.0 s'],
    [0.04, '0.0 s'],
    [1.94, '1.9 s'],
    [59.94, '59.9 s'],
    [59.96, '1 min 0 s'],
    [125, '2 min 5 s'],
    [3599.6, '1 h 0 min'],
    [7384, '2 h 3 min']
  ])('durations of %d s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text)
  })

  it.each([
    [0, '0'],
    [0.44, '0.4'],
    [12.6, '13'],
    [2058.4, '2,058']
  ])('rates of %d', (rate, text) => {
    expect(formatRate(rate)).toBe(text)
  })

  it('instants', () => {
    expect(formatInstant('2026-11-23T04:17:09.123Z')).toBe('2026-11-23 04:17:09 UTC')
  })

  it('what a run achieved', () => {
    const counts = { ...noCounts(), tables: 412, written: 3911, produced: 3911 }
    expect(formatAchievement(counts, false, 1.9)).toBe('412 tables, 3,911 aspects written in 1.9 s')
    expect(formatAchievement(counts, true, 1.9)).toBe('412 tables, 3,911 aspects to write in 1.9 s')
  })
})

describe('Sample', () => {
  it('keeps the same names whatever their order, each once', () => {
    const sampled = (names: readonly string[]): readonly string[] => {
      const sample = new Sample()
      for (const name of names) sample.add(name)
      return sample.names()
    }
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 40 }), (names) => {
        const kept = sampled(names)
        expect(sampled(names.toReversed())).toEqual(kept)
        expect(sampled([...names, ...names])).toEqual(kept)
        expect(kept.length).toBe(Math.min(SAMPLE_SIZE, new Set(names).size))
        expect(kept.every((name) => names.includes(name))).toBe(true)
        expect(kept).toEqual([...kept].sort())
      })
    )
  })
})

describe('stopOf', () => {
  const aborted = AbortSignal.abort()
  it.each([
    [
      'wrong input',
      new AppError('No', { kind: 'input', code: 'x', cure: 'Yes' }),
      undefined,
      { kind: 'input', code: 'x', message: 'No', cure: 'Yes' }
    ],
    [
      'no begin',
      new AppError('No', { kind: 'cannot-begin', code: 'x' }),
      undefined,
      { kind: 'cannot-begin', code: 'x', message: 'No' }
    ],
    [
      'a defect',
      new TypeError('x is not a function'),
      undefined,
      { kind: 'defect', code: 'unexpected-error', message: 'x is not a function' }
    ],
    ['a thrown text', 'boom', undefined, { kind: 'defect', message: 'boom' }],
    ['anything after the signal', new Error('aborted'), aborted, CANCELLED]
  ])('%s', (_, thrown, signal, expected) => {
    expect(stopOf(thrown, signal)).toMatchObject(expected)
  })
})

describe('totalOf', () => {
  it('leaves the words that programs compare, which a short key would make unreadable', () => {
    const redactor = new Redactor()
    redactor.add('test')
    expect(redactor.value({ status: 'not-tested', found: 'test' })).toEqual({ status: 'not-tested', found: '***' })
  })

  it('adds up counts and has the worst verdict', () => {
    const total = totalOf([folded(EVENTS), folded(EVENTS), runReport({ stopped: CANCELLED })], null, {
      tool: TOOL,
      dryRun: false,
      startedAt: 0,
      durationMs: 1234.5
    })
    expect(total.counts).toMatchObject({ databases: 4, tables: 6, views: 2, written: 80, produced: 80 })
    expect(total).toMatchObject({
      status: 'cancelled',
      exitCode: 1,
      startedAt: '1970-01-01T00:00:00.000Z',
      durationSeconds: 1.235
    })
  })
})

describe('Redactor', () => {
  it.each([
    ['as it is', 'tok"en/1', 'a tok"en/1 b', 'a *** b'],
    ['as JSON writes it', 'tok"en/1', '{"t":"tok\\"en/1"}', '{"t":"***"}'],
    ['as addresses write it', 'tok"en/1', '?t=tok%22en%2F1', '?t=***'],
    ['line by line', 'first-line\nsecond-line', 'x second-line', 'x ***'],
    ['not when it is too short to be one', 'abc', 'abcdef', 'abcdef'],
    ['half a pair', 'secret\ud800', 'x secret\ud800', 'x ***']
  ])('hides a secret: %s', (_, secret, text, expected) => {
    const redactor = new Redactor()
    redactor.add(secret)
    expect(redactor.text(text)).toBe(expected)
  })

  it('hides the longest first', () => {
    const redactor = new Redactor()
    redactor.add('secret')
    redactor.add('secret-longer')
    expect(redactor.text('secret-longer')).toBe('***')
  })

  it('goes through a report, and leaves the rest as it is', () => {
    const redactor = new Redactor()
    expect(redactor.value(fullReport())).toEqual(fullReport())
    redactor.add('locked')
    const redacted = redactor.value(fullReport())
    expect(JSON.stringify(redacted)).not.toContain('locked')
    expect(JSON.stringify(redacted)).toBe(JSON.stringify(fullReport()).replaceAll('locked', '***'))
  })
})
