import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TRIGGER_RULES, type TriggerRule } from '../../src/dag/model.ts'
import { judgeTriggerRule, type UpstreamCounts } from '../../src/dag/trigger-rule.ts'

interface TruthRow {
  readonly rule: TriggerRule
  readonly upstream: readonly string[]
  /** Which of them are setups. */
  readonly setups: readonly number[]
  /** What the real Airflow makes of a task that is not mapped. */
  readonly verdict: string
  /** And of the first three instances of a mapped one. */
  readonly mapped?: readonly string[]
}

const TRUTH = JSON.parse(
  readFileSync(new URL('../testdata/airflow/truth/trigger-rules.json', import.meta.url), 'utf8')
) as readonly TruthRow[]

function countsOf({ upstream, setups }: TruthRow): UpstreamCounts {
  const count = (state: string): number => upstream.filter((s) => s === state).length
  const setupStates = setups.map((index) => upstream[index])
  return {
    total: upstream.length,
    success: count('success'),
    failed: count('failed'),
    upstreamFailed: count('upstream_failed'),
    skipped: count('skipped'),
    removed: count('removed'),
    setups: setups.length,
    setupSuccess: setupStates.filter((s) => s === 'success').length,
    setupSkipped: setupStates.filter((s) => s === 'skipped').length
  }
}

function judged(row: TruthRow, mapIndex: number): string {
  const verdict = judgeTriggerRule(row.rule, countsOf(row), mapIndex)
  return verdict.kind === 'set' ? verdict.state : verdict.kind
}

describe('the trigger-rule table', () => {
  it.each(TRIGGER_RULES)('%s is as in the real Airflow, for every set of up to three upstreams', (rule) => {
    const rows = TRUTH.filter((row) => row.rule === rule)
    expect(rows.length).toBeGreaterThanOrEqual(83)
    expect(rows.filter((row) => judged(row, -1) !== row.verdict)).toEqual([])
    expect(rows.filter((row) => row.mapped?.some((verdict, index) => judged(row, index) !== verdict))).toEqual([])
  })

  it('lets a task without upstream begin, whatever its rule', () => {
    const none = countsOf({ rule: 'always', upstream: [], setups: [], verdict: 'run' })
    expect(TRIGGER_RULES.map((rule) => judgeTriggerRule(rule, none, -1).kind)).toEqual(TRIGGER_RULES.map(() => 'run'))
  })

  it('says what it asks for and what there is', () => {
    const row: TruthRow = {
      rule: 'all_success',
      upstream: ['success', 'failed', 'running'],
      setups: [],
      verdict: 'upstream_failed'
    }
    expect(judgeTriggerRule(row.rule, countsOf(row), -1)).toEqual({
      kind: 'set',
      state: 'upstream_failed',
      reason: 'all_success needs every upstream to succeed; of 3: 1 success, 1 failed, 1 not done'
    })
  })
})
