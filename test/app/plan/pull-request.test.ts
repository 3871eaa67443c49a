import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { Secret } from '../../../src/model/secret.ts'
import { type GmsServer, startGms } from '../../emulator/gms/gms.ts'
import type { Scene } from '../rig.ts'
import { closeChanges, type Files, type PlanChanges, type Planned, PULL_REQUEST, planOf, startChange } from './rig.ts'

let scene: Scene
let evil: GmsServer
afterEach(async () => {
  await Promise.all([scene.close(), evil.close()])
})
afterAll(closeChanges)

const FILE = 'recipes/glue.yml'
const TOKEN = 'the-very-secret-token'
/** As a recipe writes it. */
const VARIABLE = '$' + '{DATAHUB_GMS_TOKEN}'

const recipe = (config = '', server = '$' + '{GMS_URL}', sink = ''): string => `source:
  type: glue
  config:
    aws_region: \${AWS_DEFAULT_REGION}
    extract_transforms: false
${config.replace(/^(?=.)/gm, '    ')}
sink:
  type: datahub-rest
  config:
    server: '${server}'
    token: \${DATAHUB_GMS_TOKEN}
${sink}`

/** Plans as on a pull request of the repository itself, with a token that nobody but GMS may see. */
async function planned(base: Files, head: (evil: string) => Files, changes: PlanChanges = {}): Promise<Planned> {
  evil = await startGms()
  scene = await startChange(base, head(evil.url), { gms: { token: TOKEN } })
  const done = await planOf(scene, {
    ...changes,
    deps: { github: PULL_REQUEST, ...changes.deps },
    request: { gmsUrl: scene.gms.url, gmsToken: new Secret(TOKEN), ...changes.request },
    env: { DATAHUB_GMS_TOKEN: TOKEN, EVIL: evil.url, ...changes.env }
  })
  expect(evil.requests).toEqual([])
  expect(JSON.stringify([done.report, done.log])).not.toContain(TOKEN)
  return done
}

describe('a plan on a pull request', () => {
  it('asks the server of the base branch, whatever server the edit names', async () => {
    const { report, plan } = await planned({ [FILE]: recipe() }, (url) => ({
      [FILE]: recipe('database_pattern: {deny: [hr]}', `${url}/${VARIABLE}`)
    }))
    expect(report).toMatchObject({ exitCode: 0, counts: { toRemove: 4 } })
    expect(plan.held).toMatchObject({ asked: 8 })
    const server = plan.options.find(({ path }) => path === 'sink.config.server')
    expect(server?.heldBack).toMatch(/comes from the inputs or the base branch/u)
    expect(plan.options.find(({ path }) => path.includes('deny'))?.heldBack).toBeNull()
  })

  it('goes to AWS as the base branch says', async () => {
    const { plan } = await planned({ [FILE]: recipe() }, (url) => ({
      [FILE]: recipe(
        `aws_endpoint_url: ${url}\naws_role: arn:aws:iam::111122223333:role/evil\naws_profile: evil\nenv: DEV`
      )
    }))
    expect(plan).toMatchObject({ unread: null, counts: { toAdd: 12, toRemove: 12 } })
    expect(plan.options.filter(({ heldBack }) => heldBack !== null).map(({ path }) => path)).toEqual([
      'source.config.aws_endpoint_url',
      'source.config.aws_role',
      'source.config.aws_profile'
    ])
  })

  it('tells no variable that the edit puts into a name', async () => {
    const tag = `transformers:\n  - {type: simple_add_dataset_tags, config: {tag_urns: ['${VARIABLE}']}}\n`
    const { plan } = await planned({ [FILE]: recipe() }, () => ({
      [FILE]: recipe(`platform_instance: ${VARIABLE}`, undefined, tag)
    }))
    expect(plan.counts).toEqual({ toAdd: 0, toChange: 0, toRemove: 0 })
    expect(plan.options.map(({ path, heldBack }) => [path, heldBack !== null])).toEqual([
      ['source.config.platform_instance', true],
      ['transformers[0].type', true],
      ['transformers[0].config.tag_urns[0]', true]
    ])
  })

  it('takes the connection of a new recipe from the inputs', async () => {
    const { report, plan } = await planned({}, (url) => ({
      [FILE]: recipe('aws_endpoint_url: http://127.0.0.1:9', url)
    }))
    expect(report).toMatchObject({ exitCode: 0, counts: { toAdd: 12 } })
    expect(plan).toMatchObject({ edit: 'added', held: { asked: 12 }, identity: { source: 'github-oidc' } })
    const held = plan.options.filter(({ heldBack }) => heldBack !== null).map(({ path }) => path)
    expect(held).toEqual(['source.config.aws_endpoint_url', 'sink.config.server'])
  })

  it('reads the env file of the base branch', async () => {
    const text = recipe('', '$' + '{SERVER}')
    const { plan } = await planned(
      { [FILE]: text, 'ci.env': 'SERVER=http://127.0.0.1:9\n' },
      (url) => ({ [FILE]: text.replace('false', 'true').replace('true', 'false # x'), 'ci.env': `SERVER=${url}\n` }),
      { request: { envFile: 'ci.env' } }
    )
    expect(plan).toMatchObject({ options: [], unasked: { code: 'gms-unreachable' } })
  })

  it('holds for a command in a step of its own, too', async () => {
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request' }
    const head = (url: string) => ({ [FILE]: recipe('', url) })
    const { plan } = await planned({ [FILE]: recipe() }, head, { deps: { github: null }, env })
    expect(plan).toMatchObject({ held: { asked: 12 }, options: [{ path: 'sink.config.server' }] })
    expect(plan.options[0]?.heldBack).not.toBeNull()
  })

  it('reads the catalogue for no fork, whatever the runner could', async () => {
    const github = { ...PULL_REQUEST, isForkPullRequest: true }
    const head = () => ({ [FILE]: recipe('env: DEV') })
    const { report, plan } = await planned({ [FILE]: recipe() }, head, { deps: { github } })
    expect([report.exitCode, plan.unread?.code, scene.asked()]).toEqual([0, 'fork-has-no-token', 0])
  })

  it('reads no file that a link leads to out of the repository', async () => {
    const { symlinkSync, rmSync } = await import('node:fs')
    const { report } = await planned({ [FILE]: recipe() }, () => ({ 'a/b.yml': 'x: 1\n' }), {
      request: { files: ['recipes', 'a'] }
    })
    expect(report.recipes).toHaveLength(1)
    rmSync(`${scene.folder}/${FILE}`)
    symlinkSync('/etc/hostname', `${scene.folder}/${FILE}`)
    const again = await planOf(scene, { deps: { github: PULL_REQUEST } })
    expect(again.report).toMatchObject({ exitCode: 2, stopped: { code: 'link-outside' } })
  })
})
