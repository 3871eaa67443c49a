import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { githubContext } from '../../src/action/github-context.ts'
import { idTokenRequest } from '../../src/action/id-token.ts'
import { createLogger } from '../../src/action/logger.ts'
import { writeSummary } from '../../src/action/summary.ts'
import type { LogLevel } from '../../src/model/request.ts'
import { fullReport } from '../report/factory.ts'
import { keepingRunner } from './ports.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'github-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const ENV = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/data',
  GITHUB_EVENT_NAME: 'schedule',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: 'abc',
  GITHUB_WORKFLOW: 'ingest',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SERVER_URL: 'https://ghe.example.com'
}

describe('githubContext', () => {
  it('is null outside GitHub Actions', async () => {
    expect(await githubContext({ ...ENV, GITHUB_ACTIONS: undefined })).toBeNull()
  })

  it('is what the runner says', async () => {
    expect(await githubContext(ENV)).toEqual({
      repository: 'acme/data',
      eventName: 'schedule',
      ref: 'refs/heads/main',
      sha: 'abc',
      workflow: 'ingest',
      runId: '7',
      runAttempt: 2,
      schedule: null,
      runUrl: 'https://ghe.example.com/acme/data/actions/runs/7',
      isForkPullRequest: false,
      pullRequest: null
    })
  })

  it('has the pull request that set the run off', async () => {
    const path = join(folder, 'pull-request.json')
    writeFileSync(path, JSON.stringify({ pull_request: { number: 7, base: { sha: 'f00d' }, head: { sha: 'c0ffee' } } }))
    const context = await githubContext({ ...ENV, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path })
    expect(context?.pullRequest).toEqual({ number: 7, baseSha: 'f00d', headSha: 'c0ffee' })
  })

  it.each<[string, string, unknown, boolean]>([
    [
      'a pull request of the repository',
      'pull_request',
      { pull_request: { head: { repo: { full_name: 'Acme/Data', fork: false } } } },
      false
    ],
    [
      'a pull request within a fork',
      'pull_request',
      { pull_request: { head: { repo: { full_name: 'acme/data', fork: true } } } },
      false
    ],
    [
      'a pull request of a fork',
      'pull_request',
      { pull_request: { head: { repo: { full_name: 'someone/data' } } } },
      true
    ],
    ['a pull request of a fork that is gone', 'pull_request', { pull_request: { head: { repo: null } } }, true],
    [
      'a review of one',
      'pull_request_review',
      { pull_request: { head: { repo: { full_name: 'someone/data' } } } },
      true
    ],
    [
      'pull_request_target, which has the rights of the base',
      'pull_request_target',
      { pull_request: { head: { repo: { full_name: 'someone/data' } } } },
      false
    ],
    ['a push', 'push', { repository: {} }, false],
    ['a payload that is no object', 'pull_request', 7, false]
  ])('tells a fork: %s', async (_, eventName, payload, expected) => {
    const path = join(folder, 'event.json')
    writeFileSync(path, JSON.stringify(payload))
    const context = await githubContext({ ...ENV, GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: path })
    expect(context?.isForkPullRequest).toBe(expected)
  })

  it.each([['{'], [null]])('takes an event that cannot be read for none of a fork: %s', async (text) => {
    const path = join(folder, 'broken.json')
    if (text !== null) writeFileSync(path, text)
    const env = {
      ...ENV,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: text === null ? join(folder, 'none') : path
    }
    expect((await githubContext(env))?.isForkPullRequest).toBe(false)
  })
})

describe('idTokenRequest', () => {
  it.each([[{}], [{ ACTIONS_ID_TOKEN_REQUEST_URL: '' }]])('is null where GitHub offers none: %j', (env) => {
    expect(idTokenRequest(env, keepingRunner())).toBeNull()
  })

  it('masks each token before it is used', async () => {
    const runner = keepingRunner()
    const request = idTokenRequest({ ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x' }, runner)
    expect(await request?.('sts.amazonaws.com')).toBe('token-for-sts.amazonaws.com')
    expect(runner.secrets).toEqual(['token-for-sts.amazonaws.com'])
  })
})

describe('createLogger', () => {
  it.each<[LogLevel, readonly string[], readonly string[]]>([
    ['debug', ['d', 'i', 'notice: n', 'warning: w', 'error: e'], []],
    ['info', ['i', 'notice: n', 'warning: w', 'error: e'], ['d']],
    ['warning', ['warning: w', 'error: e'], ['d']],
    ['error', ['error: e'], ['d']]
  ])('at %s', (level, log, debugged) => {
    const runner = keepingRunner()
    const logger = createLogger(runner, level)
    logger.debug('d')
    logger.info('i')
    logger.notice('n')
    logger.warning('w')
    logger.error('e')
    expect([runner.log, runner.debugged, runner.annotations]).toEqual([log, debugged, []])
  })

  it('lets no line be a command', () => {
    const runner = keepingRunner()
    createLogger(runner, 'info').info('table a\n::add-mask::b\n  ::stop-commands::c\nd ##[error]e')
    expect(runner.log).toEqual(['table a', ': :add-mask::b', '  : :stop-commands::c', 'd # #[error]e'])
  })
})

describe('writeSummary', () => {
  const MIB = 1024 * 1024

  it.each([
    ['nothing', 0],
    ['something', 5],
    ['half of it', MIB / 2],
    ['nearly all', MIB - 600],
    ['all', MIB]
  ])('stays within a mebibyte with what is there already: %s', async (_, size) => {
    const path = join(folder, `summary-${size}.md`)
    writeFileSync(path, 'x'.repeat(size))
    expect(await writeSummary(fullReport(), { GITHUB_STEP_SUMMARY: path })).toBe(true)
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('x'.repeat(size))).toBe(true)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MIB)
    expect(text.includes('<h2>')).toBe(size < MIB - 100)
  })

  it('makes the file where there is none, and does nothing where there is no place for it', async () => {
    const path = join(folder, 'new.md')
    expect(await writeSummary(fullReport(), { GITHUB_STEP_SUMMARY: path })).toBe(true)
    expect(readFileSync(path, 'utf8')).toMatch(/^<h2>/)
    expect(await writeSummary(fullReport(), {})).toBe(false)
  })
})
