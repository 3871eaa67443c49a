import { execFileSync } from 'node:child_process'

/** A Node that the bundle has to run on. */
export interface NodeUnderTest {
  /** `Node 20`. */
  readonly name: string
  readonly path: string
}

/**
 * The Nodes to test with: the one that runs the tests, and Node 24, which GitHub's runners use, from the variable NODE24
 * (`.ci/run` brings it). Without it a developer's machine tests with its own Node only; CI may not.
 * @throws Error in CI when NODE24 is missing.
 */
export function nodesUnderTest(): readonly NodeUnderTest[] {
  const own = nodeAt(process.execPath)
  const path = node24()
  return path === null ? [own] : [own, nodeAt(path)]
}

/** The path of Node 24; null where a developer has none. */
export function node24(): string | null {
  if (process.version.startsWith('v24.')) return process.execPath
  const path = process.env.NODE24 ?? ''
  if (path === '' && process.env.CI === 'true')
    throw new Error('NODE24 must name the binary of Node 24; .ci/run sets it')
  return path === '' ? null : path
}

function nodeAt(path: string): NodeUnderTest {
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()
  return { name: `Node ${version.slice(1).split('.', 1)[0] ?? ''}`, path }
}
