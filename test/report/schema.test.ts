import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Report, Stop } from '../../src/model/report.ts'
import { renderJson } from '../../src/report/render/json.ts'
import { REPORT_SCHEMA } from '../../src/report/schema.ts'
import { totalOf, validationOf } from '../../src/report/total.ts'
import { doctorReport, fullDoctorReport } from './doctor-factory.ts'
import { EVENTS, folded, fullReport, ingestReport, TOOL } from './factory.ts'

const validate = new Ajv2020({ validateFormats: false }).compile(REPORT_SCHEMA)
const stop: Stop = { kind: 'input', code: 'invalid-input', message: 'No', cure: 'Yes' }
const about = { tool: TOOL, dryRun: false, startedAt: 0, durationMs: 12.3456 }

const REPORTS: readonly (readonly [string, Report])[] = [
  ['full', fullReport()],
  ['plain', ingestReport(folded(EVENTS))],
  ['nothing begun', totalOf([], stop, about)],
  ['validation', validationOf({ files: ['a'], dags: [], diagnostics: [] }, null, { tool: TOOL, failOn: 'failure' })],
  [
    'validation not begun',
    validationOf({ files: [], dags: [], diagnostics: [] }, stop, { tool: TOOL, failOn: 'failure' })
  ],
  ['doctor', fullDoctorReport()],
  ['doctor not begun', doctorReport([], { stopped: stop })]
]

/** Every path to a member of a value, arrays looked at as a whole. */
function paths(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => paths(item, `${at}[]`)))]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [`${at}.${name}`, ...paths(member, `${at}.${name}`)])
}

describe('REPORT_SCHEMA', () => {
  it.each(REPORTS)('admits a report: %s', (_, report) => {
    validate(JSON.parse(renderJson(report)))
    expect(validate.errors).toBeNull()
  })

  it.each(paths(JSON.parse(renderJson(fullReport()))).filter((path) => !/\.(cure|message)$/.test(path)))(
    'demands %s',
    (path) => {
      const report: unknown = JSON.parse(renderJson(fullReport()))
      remove(report, path.split('.').slice(1))
      expect(validate(report)).toBe(false)
    }
  )

  it.each(paths(JSON.parse(renderJson(fullDoctorReport()))))('demands %s of a doctor', (path) => {
    const report: unknown = JSON.parse(renderJson(fullDoctorReport()))
    remove(report, path.split('.').slice(1))
    expect(validate(report)).toBe(false)
  })

  it('admits nothing unknown', () => {
    expect(validate({ ...fullReport(), extra: 1 })).toBe(false)
    expect(validate({ ...fullReport(), schema: 2 })).toBe(false)
    expect(validate({ ...fullReport(), exitCode: 4 })).toBe(false)
  })
})

/** Takes the member at a path out of every place that it leads to. */
function remove(value: unknown, path: readonly string[]): void {
  const [head = '', ...rest] = path
  const name = head.replace(/(\[\])+$/, '')
  if (typeof value !== 'object' || value === null) return
  if (rest.length === 0) {
    Reflect.deleteProperty(value, name)
    return
  }
  const member: unknown = Reflect.get(value, name)
  for (const item of Array.isArray(member) ? member : [member]) remove(item, rest)
}
