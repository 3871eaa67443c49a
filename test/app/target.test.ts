import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Stop } from '../../src/model/report.ts'
import type { AppDeps, RecipeInputs } from '../../src/model/request.ts'
import { identityOptions, idTokenFrom } from '../aws/support.ts'
import { ACCOUNT } from '../emulator/aws/aws.ts'
import { ROLE_ARN, type StandInOptions } from '../emulator/stand-ins.ts'
import { closeShared, hastyClock, type Scene, startScene } from './rig.ts'

/* Commands that take the sink of a recipe whose values AWS keeps. */

const TOKEN = 'token-kept-by-aws'
const SSM = {
  '/datahub/token': { value: TOKEN, type: 'SecureString' },
  '/datahub/name': { value: 'nightly' },
  '/datahub/role': { value: ROLE_ARN }
} as const

let scene: Scene
afterEach(() => scene.close())
afterAll(closeShared)

interface Written {
  readonly top?: string
  readonly source?: string
  readonly token?: string
  readonly sink?: string
}

function recipeOf({ top = '', source = '', token = TOKEN, sink }: Written): string {
  const rest = `{ type: datahub-rest, config: { server: '\${GMS_URL}', token: '${token}' } }`
  return `${top}\nsource: { type: glue, config: { ${source} } }\nsink: ${sink ?? rest}\n`
}

/** What the run that is asked about has written. */
const OF_A_RUN = {
  urn: 'urn:li:tag:a',
  aspectName: 'status',
  aspect: { removed: false },
  systemMetadata: { runId: 'glue-x', lastObserved: 1 }
}

const start = async (written: Written, aws: StandInOptions['aws'] = { ssm: SSM }): Promise<void> => {
  scene = await startScene(
    { 'r.yml': recipeOf(written), 'a.json': '[]' },
    { aws, gms: { token: TOKEN, holds: [OF_A_RUN] } }
  )
}

const COMMANDS = ['mcps', 'runs', 'rollback', 'restore'] as const
type Command = (typeof COMMANDS)[number]

interface Done {
  readonly stopped: Pick<Stop, 'kind' | 'code' | 'message' | 'cure'> | null
  /** As they were when GMS was asked for the first time. */
  readonly masked: readonly string[]
  readonly log: readonly string[]
}

async function run(command: Command, identity: Partial<RecipeInputs['identity']> = {}): Promise<Done> {
  const masked: string[] = []
  const log: string[] = []
  const note = (message: string): void => void log.push(message)
  const inputs = {
    envFile: null,
    identity: identityOptions({ roleToAssume: ROLE_ARN, region: 'eu-west-1', ...identity }),
    gmsUrl: null,
    gmsToken: null,
    recipe: 'r.yml'
  }
  const deps: AppDeps = {
    env: scene.environment,
    cwd: scene.folder,
    clock: hastyClock,
    logger: { debug: note, info: note, notice: note, warning: note, error: note },
    mask: (secret) => void (scene.gms.requests.length === 0 && masked.push(secret)),
    onEvent: () => undefined,
    idToken: idTokenFrom(scene.oidc),
    github: null,
    signal: new AbortController().signal,
    stdout: note
  }
  const runs = { ...inputs, runId: 'glue-x', dryRun: true }
  const perform: Readonly<Record<Command, () => Promise<unknown>>> = {
    mcps: () => app.mcps({ ...inputs, file: 'a.json', dryRun: false, failOn: 'failure', outDir: 'out' }, deps),
    runs: () => app.runs({ ...inputs, limit: 10 }, deps),
    rollback: () => app.rollback(runs, deps),
    restore: () => app.restore({ ...runs, report: null }, deps)
  }
  try {
    const [report] = [await perform[command]()].flat() as readonly { readonly stopped?: Stop | null }[]
    return { stopped: report?.stopped ?? null, masked, log }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { kind, code, message, cure = '' } = error
    return { stopped: { kind, code, message, cure }, masked, log }
  }
}

const parametersAsked = (): readonly string[] =>
  scene.aws.requests.map(({ label }) => label).filter((label) => label.startsWith('GetParameters'))

const askedOfAws = (): number => scene.aws.requests.length + scene.oidc.requests.length

describe.each(COMMANDS)('%s', (command) => {
  it('reads what the sink needs of AWS, and nothing of the source', async () => {
    await start({ source: `platform: '\${ssm:/nowhere}'`, token: `\${ssm:/datahub/token}` })
    const { stopped, masked, log } = await run(command)
    expect(stopped).toBeNull()
    expect(parametersAsked()).toEqual(['GetParameters /datahub/token'])
    expect(masked).toContain(TOKEN)
    expect(log.join('\n')).not.toContain(TOKEN)
    expect(scene.gms.requests.length).toBeGreaterThan(0)
  })

  it('does not need AWS for what stands in the source alone', async () => {
    await start({ source: `aws_region: '\${ssm:/datahub/region}', platform: '\${ssm:/nowhere}'` })
    expect((await run(command)).stopped).toBeNull()
    expect(askedOfAws()).toBe(0)
  })

  it('reads as the identity that the recipe names, of which AWS may keep the name', async () => {
    await start({ source: `aws_role: '\${ssm:/datahub/role}'`, token: `\${ssm:/datahub/token}` })
    expect((await run(command)).stopped).toBeNull()
    expect(parametersAsked()).toEqual(['GetParameters /datahub/role', 'GetParameters /datahub/token'])
  })

  it('says what keeps it from AWS, and how to mend it', async () => {
    await start({ token: `\${ssm:/datahub/token}` })
    const { stopped } = await run(command, { roleToAssume: `arn:aws:iam::${ACCOUNT}:role/another` })
    expect(stopped).toMatchObject({
      kind: 'cannot-begin',
      message: expect.stringMatching(/^r\.yml takes values from AWS, which cannot be asked: .*role\/another/u),
      cure: expect.stringContaining('trust policy')
    })
    expect(scene.gms.requests).toEqual([])
  })

  it('names what AWS does not have, with a cure that is one', async () => {
    await start({ token: `\${ssm:/nowhere}` })
    expect((await run(command)).stopped).toMatchObject({
      kind: 'input',
      code: 'bad-recipe',
      message: `The sink cannot be taken from r.yml:3:68: \${ssm:/nowhere} has no value: there is no such parameter in account ${ACCOUNT}, eu-west-1`,
      cure: 'check its name; what another account or region keeps is named by its ARN'
    })
    expect(scene.gms.requests).toEqual([])
  })
})

describe('the sink of a recipe', () => {
  it('may stand at AWS as a whole, for a sink that is no server', async () => {
    await start(
      { sink: `{ type: '\${ssm:/sink}', config: { filename: '\${ssm:/file}' } }` },
      {
        ssm: { '/sink': { value: 'file' }, '/file': { value: 'out.json' } }
      }
    )
    expect((await run('mcps')).stopped).toBeNull()
    expect(scene.textOf('out.json')).toMatch(/^\[\s*\]/u)
  })

  it('is told by all that is wrong, for validate would not tell of variables', async () => {
    await start({ token: `\${UNSET}` })
    writeFileSync(join(scene.folder, 'r.yml'), recipeOf({ token: `\${UNSET}`, top: `pipeline_name: '\${NOT_SET}'` }))
    expect((await run('runs')).stopped).toMatchObject({
      code: 'bad-recipe',
      message: 'The sink cannot be taken from r.yml:1:16: the variable NOT_SET is not set',
      cure: expect.stringMatching(
        /^set it in .*\nr\.yml:3:68 error missing-variable: the variable UNSET is not set — /u
      )
    })
  })
})

describe('the pipeline', () => {
  it.each(['runs', 'rollback', 'restore'] as const)('is known to %s by a name that AWS keeps', async (command) => {
    await start({ top: `pipeline_name: '\${ssm:/datahub/name}'` })
    expect((await run(command)).stopped).toBeNull()
    expect(parametersAsked()).toEqual(['GetParameters /datahub/name'])
  })

  it('is read for mcps too, whose file may not say of which pipeline it is', async () => {
    await start({ top: `pipeline_name: '\${ssm:/datahub/name}'` })
    expect((await run('mcps')).stopped).toBeNull()
    expect(askedOfAws()).toBeGreaterThan(0)
  })

  it('is told from others by its platform instance, which runs reads', async () => {
    await start({ source: `platform_instance: '\${ssm:/datahub/name}'` })
    expect((await run('runs')).stopped).toBeNull()
    expect(parametersAsked()).toEqual(['GetParameters /datahub/name'])
  })
})
