import { tmpdir } from 'node:os'
import { describe, expect, it } from '@jest/globals'
import { nodesUnderTest } from '../nodes.ts'
import { runCli } from './cli.ts'

/** Tells at the end how many mebibytes V8's young generation has, both halves of it. */
const HOOK = `data:text/javascript,${encodeURIComponent(`
import { getHeapSpaceStatistics } from 'node:v8'
process.on('exit', () => {
  const { space_size } = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
  process.stderr.write('young generation ' + space_size / 1024 / 1024)
})`)}`

describe.each(nodesUnderTest())('$name', ({ path }) => {
  it('has given V8 a young generation that what is soon garbage fits into', async () => {
    const { stderr } = await runCli({
      node: path,
      cwd: tmpdir(),
      args: ['--version'],
      env: { NODE_OPTIONS: `--import=${HOOK}` }
    })
    const [, size] = /young generation (\d+)$/.exec(stderr) ?? []
    expect(Number(size)).toBeGreaterThanOrEqual(32)
    // Twice 32, and not once more.
    expect(Number(size)).toBeLessThanOrEqual(64)
  })
})
