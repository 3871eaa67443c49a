import { afterEach, describe, expect, it } from '@jest/globals'
import { type CommentInputs, commentOn } from '../../src/action/comment.ts'
import { markerOf } from '../../src/action/comment-sticky.ts'
import type { PlanReport } from '../../src/model/plan.ts'
import type { GithubContext } from '../../src/model/request.ts'
import { Secret } from '../../src/model/secret.ts'
import { manualClock } from '../emulator/clock.ts'
import { type RestOptions, type RestServer, startRest } from '../emulator/github/rest.ts'
import { forkPlan, fullPlan, largePlan, planReport, recipePlan } from '../report/plan-factory.ts'
import { keepingRunner } from './ports.ts'

/* The comment on a pull request, against a stand-in for GitHub's REST API. */

const servers: RestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const GITHUB: GithubContext = {
  repository: 'example/data-platform',
  eventName: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: 'c0ffee',
  workflow: 'Validate recipes',
  runId: '100',
  runAttempt: 1,
  schedule: null,
  runUrl: 'https://github.com/example/data-platform/actions/runs/100',
  isForkPullRequest: false,
  pullRequest: { number: 7, baseSha: 'f00d', headSha: 'c0ffeec0ffee' }
}

interface Scene {
  readonly rest: RestServer
  readonly log: readonly string[]
  readonly slept: readonly number[]
  /** Has a run tell its plan. */
  readonly run: (
    report: PlanReport,
    inputs?: Partial<CommentInputs>,
    github?: Partial<GithubContext> | null
  ) => Promise<void>
  /** What was annotated. */
  readonly warnings: () => readonly string[]
  /** Writes that were asked for, such as `POST`. */
  readonly writes: () => readonly string[]
}

async function scene(options: RestOptions = {}): Promise<Scene> {
  const rest = await startRest({ keep: 'bodies', token: 'ghs_token-of-the-test', ...options })
  servers.push(rest)
  const runner = keepingRunner()
  const clock = manualClock()
  const log: string[] = []
  const line = (text: string): void => void log.push(text)
  return {
    rest,
    log,
    slept: clock.slept,
    warnings: () => runner.annotations.map(({ message }) => message),
    run: (report, inputs = {}, github = {}) =>
      commentOn(
        report,
        { mode: 'true', label: '', token: new Secret(rest.token), ...inputs },
        {
          env: { GITHUB_API_URL: rest.url },
          clock,
          signal: new AbortController().signal,
          github: github === null ? null : { ...GITHUB, ...github },
          logger: { debug: line, info: line, notice: line, warning: line, error: line },
          runner
        }
      ),
    writes: () =>
      rest.requests
        .map(({ method, label }) => [method, label])
        .flatMap(([method = '', label = '']) => (method === 'GET' || label.includes('graphql') ? [] : [method]))
  }
}

const PLAN = planReport([fullPlan()])
const EMPTY = planReport([recipePlan()])
const UNTOUCHED = planReport([])

describe('the comment on a pull request', () => {
  it('is made, edited in place, and left alone when it would say the same', async () => {
    const { rest, run, writes, log } = await scene()
    await run(EMPTY)
    expect(rest.comments.all.map(({ issue }) => issue)).toEqual([7])
    expect(rest.comments.all[0]?.body).toMatch(
      /^<!-- datahub-glue-plan: -->\n\n<h3>✅ DataHub Glue plan: no changes<\/h3>/
    )
    await run(PLAN, {}, { runId: '101' })
    await run(PLAN, {}, { runId: '102', runUrl: 'https://github.com/example/data-platform/actions/runs/102' })
    expect(writes()).toEqual(['POST', 'PATCH'])
    expect(rest.comments.all).toHaveLength(1)
    expect(rest.comments.all[0]?.body).toContain('4 to add, 2 to change, 2 to remove')
    expect(rest.comments.all[0]?.body).toContain('href="https://github.com/example/data-platform/actions/runs/100"')
    expect(rest.comments.all[0]?.body).toContain('<code>c0ffeec</code>')
    expect(log).toEqual([
      'The plan was told in a new comment on the pull request',
      'The comment on the pull request was brought up to date',
      'The comment on the pull request says the same already'
    ])
  })

  it('is one for each label', async () => {
    const { rest, run } = await scene()
    await run(PLAN, { label: 'prod' })
    await run(PLAN, { label: 'prod-2' })
    await run(EMPTY, { label: 'prod' })
    expect(rest.comments.all.map(({ body }) => body.split('\n')[0])).toEqual([markerOf('prod'), markerOf('prod-2')])
    expect(rest.comments.all[0]?.body).toContain('no changes (prod)')
  })

  it('is found among more than a page of others', async () => {
    const { rest, run, writes } = await scene()
    for (let i = 0; i < 120; i++) rest.comments.add({ issue: 7, body: `Comment ${i}`, login: 'octocat', type: 'User' })
    await run(EMPTY)
    await run(PLAN)
    expect(writes()).toEqual(['POST', 'PATCH'])
    expect(rest.requests.filter(({ method }) => method === 'GET').map(({ target }) => target.split('?')[1])).toEqual([
      'per_page=100&page=1',
      'per_page=100&page=2',
      'per_page=100&page=1',
      'per_page=100&page=2'
    ])
  })

  it('is never what a person or another app has written', async () => {
    const { rest, run } = await scene()
    const marker = markerOf('')
    const others = [
      rest.comments.add({ issue: 7, body: `${marker}\nI copied this`, login: 'octocat', type: 'User' }),
      rest.comments.add({ issue: 7, body: `${marker}\nby an app`, login: 'other[bot]', type: 'Bot' }),
      rest.comments.add({ issue: 7, body: `> ${marker}\n\nquoted`, login: 'github-actions[bot]', type: 'Bot' }),
      rest.comments.add({ issue: 7, body: `${marker}\nnot a bot`, login: 'github-actions', type: 'User' })
    ]
    await run(PLAN)
    expect(rest.comments.all.slice(0, 4)).toEqual(others)
    expect(rest.comments.all).toHaveLength(5)
  })

  it.each([
    ['an app of its own', 'acme-data[bot]', 'Bot'],
    ['a person', 'octocat', 'User']
  ] as const)("is %s's when the token is", async (_, viewer, type) => {
    const { rest, run, writes } = await scene({ comments: { viewer } })
    await run(EMPTY)
    await run(PLAN)
    expect(writes()).toEqual(['POST', 'PATCH'])
    expect(rest.comments.all).toMatchObject([{ login: viewer, type }])
  })

  it("is GitHub Actions' where it is not told whose token it is", async () => {
    const { rest, run, writes } = await scene({ comments: { viewer: null } })
    await run(EMPTY)
    await run(PLAN)
    expect(writes()).toEqual(['POST', 'PATCH'])
    expect(rest.comments.all).toHaveLength(1)
  })

  it('is one again when runs side by side have made several: the newest', async () => {
    const { rest, run } = await scene()
    const made = ['a', 'b', 'c'].map((text) => rest.comments.add({ issue: 7, body: `${markerOf('')}\n${text}` }))
    await run(PLAN)
    expect(rest.comments.all.map(({ id }) => id)).toEqual([made[2]?.id])
    expect(rest.comments.all[0]?.body).toContain('2 to remove')
  })

  it('stays as a later run has left it', async () => {
    const { run, writes, log } = await scene()
    await run(PLAN, {}, { runId: '12345678901234567890' })
    await run(EMPTY, {}, { runId: '9999' })
    expect(writes()).toEqual(['POST'])
    expect(log.at(-1)).toContain('A later run')
  })

  it('says that no recipe is touched any more, and is not made for that', async () => {
    const { rest, run, writes } = await scene()
    await run(UNTOUCHED)
    expect(writes()).toEqual([])
    await run(PLAN)
    await run(UNTOUCHED)
    await run(UNTOUCHED)
    expect(writes()).toEqual(['POST', 'PATCH'])
    expect(rest.comments.all[0]?.body).toContain('no recipe is touched any more')
    expect(rest.comments.all[0]?.body).not.toContain('to remove')
  })

  it('does not begin with nothing when only changes are asked for, and is kept up to date', async () => {
    const { rest, run, writes } = await scene()
    const mode = 'changes-only'
    await run(EMPTY, { mode })
    expect(writes()).toEqual([])
    await run(PLAN, { mode })
    await run(EMPTY, { mode })
    expect(writes()).toEqual(['POST', 'PATCH'])
    expect(rest.comments.all[0]?.body).toContain('no changes')
  })

  it('is the same to GitHub’s own editor, which ends lines otherwise', async () => {
    const { rest, run, writes } = await scene()
    await run(PLAN)
    const body = rest.comments.all[0]?.body ?? ''
    rest.comments.clear()
    rest.comments.add({ issue: 7, body: body.replaceAll('\n', '\r\n') })
    await run(PLAN)
    expect(writes()).toEqual(['POST'])
  })
})

describe('no comment is written', () => {
  it.each<[string, Partial<CommentInputs>, Partial<GithubContext> | null, readonly string[]]>([
    ['when none is asked for', { mode: 'false' }, {}, ['No comment is asked for']],
    ['outside GitHub', {}, null, ['There is no pull request to comment on']],
    [
      'without a pull request',
      {},
      { eventName: 'push', pullRequest: null },
      ['There is no pull request to comment on']
    ],
    ['without a token', { token: null }, {}, ['No comment: the input github-token is not given']],
    [
      'for a fork, whose token may not',
      {},
      { isForkPullRequest: true },
      ['No comment: GitHub gives pull requests from forks no right to write one']
    ]
  ])('%s', async (_, inputs, github, lines) => {
    const { rest, run, log, warnings } = await scene()
    await run(planReport([forkPlan()]), inputs, github)
    expect(rest.requests).toEqual([])
    expect(log).toEqual(lines)
    expect(warnings()).toEqual([])
  })
})

describe('a comment that GitHub does not take', () => {
  it.each<[string, RestOptions, RegExp]>([
    [
      'the permission is missing',
      { comments: { pullRequests: 'read' } },
      /answered 403, Resource not accessible by integration\. The job needs permissions: pull-requests: write/
    ],
    ['the token cannot see it', { comments: { pulls: [] } }, /answered 404.*pull-requests: write/],
    [
      'the conversation is locked',
      { comments: { locked: true } },
      /locked\.?\. The conversation takes no more comments: unlock it/
    ],
    [
      'the token is wrong',
      { faults: [{ status: 401, message: 'Bad credentials' }] },
      /github-token: \$\{\{ github.token/
    ],
    ['it is down', { faults: [{ status: 503, message: 'No server is available' }] }, /answered 503/],
    ['it limits for an hour', { faults: [{ status: 429, headers: { 'retry-after': '3600' } }] }, /again later/],
    ['it answers something else', { faults: [{ status: 200 }] }, /no list of comments/]
  ])('is a warning: %s', async (_, options, message) => {
    const { run, warnings, log, rest } = await scene(options)
    await run(PLAN)
    expect(warnings()).toEqual([expect.stringMatching(message)])
    expect(log.join('\n')).toMatch(message)
    expect(log.join('\n')).not.toContain(rest.token)
  })

  it('is a warning where nobody answers', async () => {
    const { run, warnings, rest } = await scene()
    await rest.close()
    await run(PLAN)
    expect(warnings()).toEqual([expect.stringContaining('the connection was refused')])
  })

  it('is shortened when GitHub finds it too long, and then known again', async () => {
    const { run, writes, warnings, rest } = await scene({ comments: { longest: 40_000 } })
    const large = planReport([largePlan(5000, 40)])
    await run(large)
    await run(large)
    expect(writes()).toEqual(['POST', 'POST'])
    expect(warnings()).toEqual([])
    expect(rest.comments.all[0]?.body.length).toBeLessThanOrEqual(30_000)
    expect(rest.comments.all[0]?.body).toContain('The whole plan')
  })

  it('is given up when it is too long however short', async () => {
    const { run, writes, warnings } = await scene({ comments: { longest: 100 } })
    await run(planReport([largePlan(5000, 40)]))
    expect(writes()).toEqual(['POST', 'POST'])
    expect(warnings()).toEqual([expect.stringContaining('answered 422')])
  })

  it('is tried again while GitHub is down or asks for patience', async () => {
    const { run, rest, slept, warnings } = await scene({
      faults: [
        { match: '^GET', first: 2, status: 502 },
        { match: '^POST .*comments', first: 1, status: 403, headers: { 'retry-after': '20' } }
      ]
    })
    await run(PLAN)
    expect(rest.comments.all).toHaveLength(1)
    expect(slept).toEqual([500, 2000, 20_500])
    expect(warnings()).toEqual([])
  })

  it('is made once, also when GitHub has made it and the answer is lost', async () => {
    const { run, rest, writes, warnings } = await scene({
      faults: [{ match: '^POST .*comments', first: 1, reset: 'half' }]
    })
    await run(PLAN)
    expect(rest.comments.all).toHaveLength(1)
    expect(writes()).toEqual(['POST'])
    expect(warnings()).toEqual([])
  })

  it('is made when the first attempt came to nothing', async () => {
    const { run, rest, writes } = await scene({ faults: [{ match: '^POST .*comments', first: 1, status: 502 }] })
    await run(PLAN)
    expect(writes()).toEqual(['POST', 'POST'])
    expect(rest.comments.all).toHaveLength(1)
  })
})

describe('the token', () => {
  it("goes to the API's own origin only", async () => {
    const { run, rest } = await scene()
    const elsewhere = await startRest()
    servers.push(elsewhere)
    rest.comments.add({ issue: 7, body: markerOf('') })
    await commentOn(
      PLAN,
      { mode: 'true', label: '', token: new Secret(rest.token) },
      {
        env: { GITHUB_API_URL: rest.url, GITHUB_GRAPHQL_URL: `${elsewhere.url}/graphql` },
        clock: manualClock(),
        signal: new AbortController().signal,
        github: GITHUB,
        logger: { debug: () => {}, info: () => {}, notice: () => {}, warning: () => {}, error: () => {} },
        runner: keepingRunner()
      }
    )
    await run(EMPTY)
    expect(elsewhere.requests).toEqual([])
    expect(rest.comments.all).toHaveLength(1)
  })
})
