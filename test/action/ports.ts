import type { Runner } from '../../src/action/runner.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { App } from '../../src/model/request.ts'

/** A runner that keeps what it is told. */
export interface KeepingRunner extends Runner {
  readonly log: string[]
  readonly debugged: string[]
  readonly secrets: string[]
  readonly outputs: Map<string, string>
  readonly annotations: { readonly level: string; readonly message: string; readonly place: object }[]
}

export function keepingRunner(overrides: Partial<Runner> = {}): KeepingRunner {
  const runner = {
    log: [] as string[],
    debugged: [] as string[],
    secrets: [] as string[],
    outputs: new Map<string, string>()
  }
  const annotations: { level: string; message: string; place: object }[] = []
  const note = (level: string) => (message: string, place: object) => {
    annotations.push({ level, message, place })
  }
  return {
    ...runner,
    annotations,
    setSecret: (secret) => runner.secrets.push(secret),
    setOutput: (name, value) => runner.outputs.set(name, value),
    info: (line) => runner.log.push(line),
    debug: (line) => runner.debugged.push(line),
    error: note('error'),
    warning: note('warning'),
    notice: note('notice'),
    startGroup: (title) => runner.log.push(`▸ ${title}`),
    endGroup: () => runner.log.push('◂'),
    getIdToken: async (audience) => `token-for-${audience}`,
    ...overrides
  }
}

/** A clock that goes on by a second at each look, and on which nobody ever wakes up. */
export function steppingClock(): Clock {
  let now = Date.UTC(2026, 10, 23, 4, 17, 8)
  const look = (): number => {
    now += 1000
    return now
  }
  return {
    now: look,
    monotonic: look,
    random: () => 0,
    sleep: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
  }
}

const never = (): never => {
  throw new Error('not expected to be called')
}

/** Use cases of which only those given are expected to be called. */
export const appOf = (app: Partial<App>): App => ({
  ingest: async () => never(),
  dag: async () => never(),
  validate: async () => never(),
  plan: async () => never(),
  mcps: async () => never(),
  doctor: async () => never(),
  runs: async () => never(),
  rollback: async () => never(),
  restore: async () => never(),
  describe: async () => never(),
  explain: async () => never(),
  scaffold: async () => never(),
  ...app
})
