import { existsSync, readFileSync, rmSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { Report } from '../../../src/model/report.ts'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import { startStandIns } from '../../emulator/stand-ins.ts'
import { runStep, type StepResult } from '../demo-runner.ts'
import { nodesUnderTest } from '../nodes.ts'
import { BAD_RECIPES, BAD_SURROUNDINGS, type BadInput } from './bad-inputs.ts'
import { makeWorkspace, STACK_LINE } from './scene.ts'

/*
 * dist/index.js as a runner starts it, with one thing wrong: it says what, once, with the cure; its exit status tells whose
 * turn it is; and nothing has been written, to GMS or to the checkout.
 */

const catalogue = plainCatalogue({ tables: 12, columns: 3, databases: 2 })

interface Outcome {
  readonly step: StepResult
  readonly report: Report
  readonly accepted: number
  readonly asked: number
  readonly changed: boolean
}

async function attempt(bad: BadInput, node: string): Promise<Outcome> {
  const standIns = await startStandIns({ catalogue, ...bad.standIns })
  const workspace = makeWorkspace(bad.files)
  const before = workspace.files()
  const env = Object.entries({ ...standIns.environment, ...bad.env?.(standIns) })
  try {
    const step = await runStep({
      root: process.cwd(),
      workspace: workspace.folder,
      node,
      env: Object.fromEntries(env.filter((entry): entry is [string, string] => entry[1] !== undefined)),
      log: () => undefined,
      ...(bad.inputs === undefined ? {} : { inputs: bad.inputs })
    })
    const path = step.outputs['report-path'] ?? ''
    const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
    rmSync(step.temp, { recursive: true, force: true })
    const asked = standIns.aws.requests.length + standIns.gms.requests.length + standIns.oidc.requests.length
    const changed = JSON.stringify(workspace.files()) !== JSON.stringify(before)
    return { step, report, accepted: standIns.gms.accepted(), asked, changed }
  } finally {
    workspace.remove()
    await standIns.close()
  }
}

/** Everything that a report says is wrong: code, and the texts. */
function faultsOf(report: Report): readonly { readonly code: string }[] {
  const runs = report.kind === 'ingest' ? report.recipes : []
  return [report, ...runs].flatMap((part) => [
    ...('stopped' in part && part.stopped !== null ? [part.stopped] : []),
    ...('diagnostics' in part ? part.diagnostics.filter(({ severity }) => severity === 'error') : []),
    ...('failures' in part ? part.failures : [])
  ])
}

const errorsIn = (step: StepResult): readonly string[] =>
  step.written.filter((line) => line.startsWith('::error')).map((line) => decodeURIComponent(line))

function expectOneClearLine({ step, report }: Outcome, bad: BadInput): void {
  expect(faultsOf(report).map(({ code }) => code)).toEqual(bad.codes)
  const [annotation = '', ...more] = errorsIn(step)
  expect(more).toHaveLength(bad.codes.length - 1)
  expect(annotation).toMatch(bad.cure)
  const text = step.written.filter((line) => !line.startsWith('::'))
  const line = text.findIndex((one) => one.includes(` [${bad.codes[0]}]`))
  expect(text[line] ?? text.join('\n')).toMatch(bad.says)
  expect(text.slice(line + 1).join('\n')).toMatch(bad.cure)
}

function expectNothingElse({ step, report, accepted, changed }: Outcome, bad: BadInput): void {
  expect(report.exitCode).toBe(bad.exitCode)
  expect(step.outputs).toMatchObject({ status: 'failure', 'aspects-written': '0' })
  expect(step.summary).not.toBe('')
  expect([accepted, changed]).toEqual([0, false])
  const shown = [...step.written.filter((line) => !line.startsWith('::add-mask::')), step.summary].join('\n')
  expect(shown).not.toMatch(STACK_LINE)
  expect(`${shown}${JSON.stringify(report)}`).not.toMatch(/wrong-token-of-the-test|eyJ[\w-]{20,}\.eyJ/u)
}

describe.each(nodesUnderTest())('$name', ({ path }) => {
  it.each(BAD_RECIPES)('$name', async (bad) => {
    const outcome = await attempt(bad, path)
    expectOneClearLine(outcome, bad)
    expectNothingElse(outcome, bad)
    expect([outcome.step.exitCode, outcome.asked]).toEqual([bad.exitCode, 0])
  })

  it.each(BAD_SURROUNDINGS)('$name', async (bad) => {
    const outcome = await attempt(bad, path)
    expectOneClearLine(outcome, bad)
    expectNothingElse(outcome, bad)
    expect(outcome.step.exitCode).toBe(bad.exitCode)
  })

  it.each([
    { failOn: 'failure', exitCode: 1 },
    { failOn: 'never', exitCode: 0 }
  ])('a region without the catalogue is a failure, with fail-on: $failOn', async ({ failOn, exitCode }) => {
    const elsewhere = { region: 'eu-north-1' }
    const { step, report } = await attempt(
      {
        name: 'another region',
        inputs: { 'fail-on': failOn },
        standIns: { aws: { glue: elsewhere } },
        exitCode: 1,
        codes: ['glue-catalogue-empty'],
        says: /has no databases/u,
        cure: /region/u
      },
      path
    )
    expect(step).toMatchObject({ exitCode, outputs: { status: 'failure', failures: '1', tables: '0' } })
    expect(report).toMatchObject({ recipes: [{ failures: [{ code: 'glue-catalogue-empty', count: 1 }] }] })
    expect(step.written.join('\n')).toMatch(/has no databases.*\[glue-catalogue-empty\]\n.*Check the region/u)
  })
})
