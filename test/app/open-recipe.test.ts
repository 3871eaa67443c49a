import { afterEach, describe, expect, it } from '@jest/globals'
import { recipeReader } from '../../src/app/load-recipe.ts'
import { openRecipe, type RecipeToOpen } from '../../src/app/open-recipe.ts'
import { withOwnOptions } from '../../src/app/own-options.ts'
import { createRateLimits } from '../../src/aws/rate-limit.ts'
import type { KeptValues } from '../../src/model/iam-actions.ts'
import { identityOptions, idTokenFrom } from '../aws/support.ts'
import { ROLE_ARN } from '../emulator/stand-ins.ts'
import { hastyClock, type Scene, startScene } from './rig.ts'

const SSM = {
  '/datahub/role': { value: ROLE_ARN },
  '/datahub/token': { value: 'token-kept-by-aws', type: 'SecureString' }
} as const

let scene: Scene
afterEach(() => scene.close())

interface Look {
  readonly opened: Awaited<ReturnType<typeof openRecipe>>
  readonly masked: readonly string[]
  /** What each session was opened for. */
  readonly openings: readonly (KeptValues | undefined)[]
}

async function open(config: string, token: string, more: Partial<RecipeToOpen> = {}): Promise<Look> {
  const text = `source: { type: glue, config: { aws_region: eu-west-1, ${config} } }
sink: { type: datahub-rest, config: { server: 'http://gms:8080', token: '${token}' } }
`
  scene = await startScene({ 'r.yml': text }, { aws: { ssm: SSM, keep: 'bodies' } })
  const masked: string[] = []
  const openings: (KeptValues | undefined)[] = []
  const quiet = (): void => undefined
  const env = scene.environment
  const inputs = {
    envFile: null,
    identity: identityOptions({ roleToAssume: ROLE_ARN, region: 'eu-west-1' }),
    gmsUrl: null,
    gmsToken: null
  }
  const deps = {
    env,
    cwd: scene.folder,
    clock: hastyClock,
    logger: { debug: quiet, info: quiet, notice: quiet, warning: quiet, error: quiet },
    mask: (secret: string) => void masked.push(secret),
    onEvent: quiet,
    idToken: idTokenFrom(scene.oidc),
    github: null,
    signal: new AbortController().signal,
    stdout: quiet
  }
  const read = await recipeReader('r.yml', { env, cwd: scene.folder, inputs, mode: 'ingest' })
  const setting = { request: inputs, deps, env, limits: createRateLimits(hastyClock, null), emit: quiet }
  const opening = (kept: KeptValues | undefined): void => void openings.push(kept)
  return { opened: await openRecipe({ file: 'r.yml', read, setting, opening, ...more }), masked, openings }
}

const COMPLETE: Partial<RecipeToOpen> = {
  complete: (recipe) => withOwnOptions(recipe, { columnStatistics: true }, { DATAHUB_DATASET_URN_TO_LOWER: 'true' })
}

/** The session policies that roles were assumed with, in turn. */
const policies = (): readonly string[] =>
  scene.aws.requests.filter(({ label }) => label.startsWith('Assume')).map(({ body }) => String(body))

describe('a recipe that is opened', () => {
  it('asks nobody before its session is needed, and gives the same one from then on', async () => {
    const { opened, masked, openings } = await open('', 'written-token')
    if (!opened.ok) throw new Error('it is wrong')
    expect([scene.asked(), openings, masked]).toEqual([0, [], ['written-token']])
    const [first, second] = await Promise.all([opened.value.session(), opened.value.session()])
    expect(first).toBe(second)
    expect(openings).toEqual([undefined])
    opened.value.close()
  })

  it('goes on with the session that references of its sink were read in', async () => {
    const { opened, masked, openings } = await open('', `\${ssm:/datahub/token}`)
    if (!opened.ok) throw new Error('it is wrong')
    await opened.value.session()
    expect(openings).toEqual([{ parameters: ['/datahub/token'], secrets: [] }])
    expect(masked).toContain('token-kept-by-aws')
    expect(opened.value.recipe.sink).toMatchObject({ token: 'token-kept-by-aws' })
    opened.value.close()
  })

  it('has what is asked for elsewhere in what it gives, and each of its sessions was opened for that', async () => {
    const { opened, openings } = await open(`aws_role: '\${ssm:/datahub/role}'`, `\${ssm:/datahub/token}`, COMPLETE)
    if (!opened.ok) throw new Error('it is wrong')
    expect(opened.value.recipe.source).toMatchObject({ columnStatistics: true, lowercaseUrns: true })
    await opened.value.session()
    expect(openings).toHaveLength(2)
    expect(policies().length).toBeGreaterThanOrEqual(2)
    for (const policy of policies()) expect(policy).toContain('GetColumnStatisticsForTable')
    opened.value.close()
  })

  it('is told by what is wrong with it, and holds no session then', async () => {
    const { opened } = await open('', `\${ssm:/nowhere}`)
    expect(opened).toMatchObject({ ok: false, error: [{ code: 'reference-without-value', file: 'r.yml' }] })
  })
})
