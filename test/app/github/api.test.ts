import { describe, expect, it } from '@jest/globals'
import { GithubApi, graphqlAddress } from '../../../src/app/github/api.ts'
import { Secret } from '../../../src/model/secret.ts'
import { manualClock } from '../../emulator/clock.ts'

const api = (url: string | undefined): GithubApi =>
  new GithubApi({
    env: url === undefined ? {} : { GITHUB_API_URL: url },
    token: new Secret('ghs_x'),
    clock: manualClock(),
    signal: new AbortController().signal
  })

describe("the address of GitHub's API", () => {
  it.each([
    [undefined, 'https://api.github.com/repos/a/b'],
    [' ', 'https://api.github.com/repos/a/b'],
    ['https://ghe.example.com/api/v3', 'https://ghe.example.com/api/v3/repos/a/b'],
    ['https://ghe.example.com/api/v3//', 'https://ghe.example.com/api/v3/repos/a/b']
  ])('of %s', (url, address) => {
    const github = api(url)
    expect(github.address('/repos/a/b').href).toBe(address)
    github.close()
  })

  it('is told when it is none', () => {
    expect(() => api('api.github.com')).toThrow(expect.objectContaining({ code: 'github-address', kind: 'input' }))
  })

  it.each([
    ['https://api.github.com', undefined, 'https://api.github.com/graphql'],
    ['https://api.github.com', 'https://api.github.com/graphql', 'https://api.github.com/graphql'],
    ['https://ghe.example.com/api/v3', '', 'https://ghe.example.com/api/graphql'],
    ['https://ghe.example.com/api/v3', 'https://ghe.example.com/api/graphql', 'https://ghe.example.com/api/graphql'],
    ['https://api.github.com', 'https://elsewhere.example.com/graphql', null],
    ['https://api.github.com', 'http://api.github.com/graphql', null],
    ['https://api.github.com', 'graphql', null]
  ])('%s has GraphQL where %s says, of the same origin', (base, given, address) => {
    expect(graphqlAddress(new URL(base), given)?.href ?? null).toBe(address)
  })
})
