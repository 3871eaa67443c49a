import { describe, expect, it } from '@jest/globals'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { FailureGroup } from '../../src/model/report.ts'
import { annotationsOf, MAX_MESSAGE, MAX_PER_LEVEL } from '../../src/report/annotations.ts'
import { totalOf, validationOf } from '../../src/report/total.ts'
import { fc } from '../properties.ts'
import { fullReport, ingestReport, runReport, TOOL } from './factory.ts'

const group = (i: number): FailureGroup => ({ code: `code-${i}`, message: `Broke ${i}`, count: 1, resources: [] })
const said = (i: number, severity: Diagnostic['severity']): Diagnostic => ({
  file: 'recipes/a.yml',
  line: i + 1,
  column: 3,
  severity,
  code: 'x',
  message: `Wrong ${i}`
})

describe('annotationsOf', () => {
  it('has a recipe’s mistakes at their place, failures and warnings, and no notices of a run', () => {
    expect(annotationsOf(fullReport())).toEqual([
      {
        level: 'error',
        title: 'glue-access-denied',
        message:
          'AWS refused glue:GetTables: locked\nGrant the role this:\n{\n  "Effect": "Allow",\n\n  "Action": "glue:GetTables"\n}',
        place: null
      },
      {
        level: 'error',
        title: 'gms-rejected',
        message: 'GMS answered 400: no: urn:li:dataset:(a,b,PROD)',
        place: null
      },
      { level: 'error', title: 'gms-unreachable', message: 'GMS cannot be reached\nCheck the VPC', place: null },
      {
        level: 'warning',
        title: 'unknown-key',
        message: "The sink has no option 'tokn'\nDid you mean 'token'?",
        place: { file: 'recipes/glue.yml', line: 9, column: 5 }
      },
      {
        level: 'warning',
        title: 'column-type',
        message: 'Its type is not known: sales.orders\nLook at it',
        place: null
      }
    ])
  })

  it.each([
    [9, 9],
    [10, 10],
    [11, 10],
    [500, 10]
  ])('keeps to ten of a level: %d become %d', (given, expected) => {
    const failures = Array.from({ length: given }, (_, i) => group(i))
    const annotations = annotationsOf(ingestReport(runReport({ failures, warnings: failures })))
    expect(annotations.filter((a) => a.level === 'error')).toHaveLength(expected)
    expect(annotations.filter((a) => a.level === 'warning')).toHaveLength(expected)
    const last = annotations.filter((a) => a.level === 'error').at(-1)
    expect(last?.title).toBe(given > MAX_PER_LEVEL ? `${given - 9} more` : `code-${given - 1}`)
  })

  it('puts why nothing was begun first, before ten others', () => {
    const stop = { kind: 'input', code: 'invalid-input', message: 'No' } as const
    const report = totalOf([runReport({ failures: Array.from({ length: 20 }, (_, i) => group(i)) })], stop, {
      tool: TOOL,
      dryRun: false,
      startedAt: 0,
      durationMs: 0
    })
    expect(annotationsOf(report)[0]).toMatchObject({ level: 'error', title: 'invalid-input', message: 'No' })
    expect(annotationsOf(report)).toHaveLength(10)
  })

  it('has the mistakes of a validation, each level by itself', () => {
    const diagnostics = [
      ...Array.from({ length: 12 }, (_, i) => said(i, 'error')),
      said(0, 'warning'),
      said(0, 'notice')
    ]
    const report = validationOf({ files: [], dags: [], diagnostics }, null, { tool: TOOL, failOn: 'failure' })
    expect(annotationsOf(report).map((a) => a.level)).toEqual([...Array(10).fill('error'), 'warning', 'notice'])
  })

  it('has messages of at most 4,096 characters in which everything can be seen', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 0, maxLength: 30 }),
        fc.integer({ min: 1, max: 400 }),
        (text, n) => {
          const failures = [{ ...group(0), message: text.repeat(n), resources: [text], cure: text }]
          for (const { message } of annotationsOf(ingestReport(runReport({ failures })))) {
            expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE)
            expect(message.replaceAll('\n', '').replaceAll('\u200d', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
          }
        }
      ),
      { numRuns: 50 }
    )
  })
})
