import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { githubRunner } from '../../src/action/runner.ts'

afterEach(() => {
  jest.restoreAllMocks()
})

describe('githubRunner', () => {
  it('speaks in workflow commands', () => {
    const written: string[] = []
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text))
      return true
    })
    githubRunner.error('100 %\nwrong', { title: 'unknown-key', file: 'a,b.yml', startLine: 3, startColumn: 7 })
    githubRunner.warning('Hm', {})
    githubRunner.setSecret('very-secret')
    githubRunner.startGroup('Report')
    githubRunner.info('line')
    githubRunner.endGroup()
    expect(written.join('').split('\n')).toEqual([
      '::error title=unknown-key,file=a%2Cb.yml,line=3,col=7::100 %25%0Awrong',
      '::warning::Hm',
      '::add-mask::very-secret',
      '::group::Report',
      'line',
      '::endgroup::',
      ''
    ])
  })
})
