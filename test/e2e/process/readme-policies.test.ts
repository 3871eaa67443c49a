import { readFileSync, rmSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { ACCOUNT } from '../../emulator/aws/aws.ts'
import type { PolicyDocument } from '../../emulator/aws/iam-policy.ts'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import type { OidcOptions } from '../../emulator/github/oidc.ts'
import { REGION, ROLE_ARN, startStandIns } from '../../emulator/stand-ins.ts'
import { runStep, type StepResult } from '../demo-runner.ts'
import { makeWorkspace } from './scene.ts'

/* The two policies that the README has for copying, as the policies of a role: they let this program in, and no other. */

/** The README's placeholders, and what the stand-ins are called. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/123456789012/gu, ACCOUNT],
  [/eu-central-1/gu, REGION],
  [/acme/gu, 'example'],
  [/@1234567\b/gu, '@81234567'],
  [/@7654321\b/gu, '@712345678']
]

const readme = NAMES.reduce((text, [name, stands]) => text.replace(name, stands), readFileSync('README.md', 'utf8'))
const [trustPolicy, policy] = [...readme.matchAll(/^```json\n([\s\S]*?)\n```$/gmu)].map(
  ([, text = '']): PolicyDocument => JSON.parse(text)
)

async function run(oidc: OidcOptions, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  if (trustPolicy === undefined || policy === undefined) throw new Error('README.md has no two policies as JSON')
  const standIns = await startStandIns({
    catalogue: plainCatalogue({ tables: 20, columns: 2, databases: 2 }),
    roles: [{ arn: ROLE_ARN, trustPolicy, policy }],
    oidc
  })
  const workspace = makeWorkspace()
  try {
    const env = standIns.environment
    const step = await runStep({ root: process.cwd(), workspace: workspace.folder, env, inputs, log: () => undefined })
    rmSync(step.temp, { recursive: true, force: true })
    return step
  } finally {
    workspace.remove()
    await standIns.close()
  }
}

it.each(['classic', 'immutable'] as const)('let the repository in by the %s form of its name', async (subject) => {
  const step = await run({ subject })
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: 'success', tables: '20', failures: '0' } })
})

it('let its pull requests in, which plan', async () => {
  const step = await run({ claims: { sub: 'repo:example/data-platform:pull_request' } }, { 'dry-run': 'true' })
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: 'success', tables: '20' } })
})

it('are enough without the session policy, too', async () => {
  expect(await run({}, { 'least-privilege': 'false' })).toMatchObject({ exitCode: 0, outputs: { tables: '20' } })
})

it.each([
  { name: 'another branch', oidc: { ref: 'refs/heads/experiment' } },
  { name: 'another repository', oidc: { repository: 'example/data-platform-fork' } },
  {
    name: 'a pull request of another repository',
    oidc: {
      repository: 'example/data-platform-fork',
      claims: { sub: 'repo:example/data-platform-fork:pull_request' }
    }
  },
  { name: 'an environment', oidc: { claims: { sub: 'repo:example/data-platform:environment:test' } } }
])('keep out $name', async ({ oidc }) => {
  const step = await run(oidc)
  expect(step.exitCode).toBe(3)
  expect(step.written.join('\n')).toContain('[role-not-trusting]')
})
