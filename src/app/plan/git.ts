import { spawn } from 'node:child_process'
import type { Environment } from '../../core/environment.ts'
import { AppError, messageOf } from '../../core/errors.ts'

/** How a call of git ended. */
interface Ended {
  readonly code: number
  readonly out: Buffer
  readonly err: string
}

/** Files that git gives are cut at this size: recipes are at most a mebibyte. */
const MOST_BYTES = 64 * 1024 * 1024

/** Reads a clone by the program `git`. Nothing in it is changed. */
export class Git {
  readonly #cwd: string
  readonly #env: Environment
  readonly #signal: AbortSignal

  constructor(cwd: string, env: Environment, signal: AbortSignal) {
    this.#cwd = cwd
    this.#env = env
    this.#signal = signal
  }

  /** The same, in another folder. */
  in(cwd: string): Git {
    return new Git(cwd, this.#env, this.#signal)
  }

  /**
   * The folder of the clone that the working directory is in; null: it is in none, or there is no git.
   * @throws AppError when git refuses to look into it.
   */
  async root(): Promise<string | null> {
    const ended = await this.#run(['rev-parse', '--show-toplevel'])
    if (ended === null || (ended.code !== 0 && /not a git repository/iu.test(ended.err))) return null
    if (ended.code !== 0) throw failed('look into the clone', ended)
    return lineOf(ended.out)
  }

  /** The commit that a name stands for; null: there is none of this name. */
  async commit(name: string): Promise<string | null> {
    const ended = await this.#run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
    return ended?.code === 0 ? lineOf(ended.out) : null
  }

  /** Where two commits part; null: they do not meet, or not as far as the clone reaches. */
  async mergeBase(a: string, b: string): Promise<string | null> {
    const ended = await this.#run(['merge-base', '--end-of-options', a, b])
    return ended?.code === 0 ? lineOf(ended.out) : null
  }

  /** What a symbolic reference, such as refs/remotes/origin/HEAD, points at; null: there is none. */
  async target(reference: string): Promise<string | null> {
    const ended = await this.#run(['symbolic-ref', '--quiet', reference])
    return ended?.code === 0 ? lineOf(ended.out) : null
  }

  /** The text of a file in a commit; null: it is not in it. */
  async file(commit: string, path: string): Promise<string | null> {
    const ended = await this.#run(['cat-file', 'blob', '--end-of-options', `${commit}:${path}`])
    return ended?.code === 0 ? ended.out.toString('utf8') : null
  }

  /** The output of a command that has to succeed, in the parts that zero bytes separate. @throws AppError */
  async parts(args: readonly string[], what: string): Promise<readonly string[]> {
    const ended = await this.#run(args)
    if (ended === null || ended.code !== 0) throw failed(what, ended)
    return ended.out.toString('utf8').split('\0').slice(0, -1)
  }

  /** null: git cannot be started. */
  #run(args: readonly string[]): Promise<Ended | null> {
    return new Promise((resolve, reject) => {
      const env = Object.fromEntries(Object.entries(this.#env).filter(([name]) => NEEDED.test(name)))
      const child = spawn('git', ['--no-optional-locks', '--literal-pathspecs', ...args], {
        cwd: this.#cwd,
        env: { ...env, LC_ALL: 'C' },
        stdio: ['ignore', 'pipe', 'pipe'],
        signal: this.#signal
      })
      const out: Buffer[] = []
      let [size, err] = [0, '']
      child.stdout.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MOST_BYTES) child.kill()
        else out.push(chunk)
      })
      child.stderr.on('data', (chunk: Buffer) => {
        err = (err + chunk.toString('utf8')).slice(0, 4096)
      })
      child.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') resolve(null)
        else reject(this.#signal.aborted ? this.#signal.reason : new Error(`git: ${messageOf(error)}`))
      })
      child.once('close', (code) => resolve({ code: code ?? 1, out: Buffer.concat(out), err }))
    })
  }
}

/**
 * What git needs to be found, and to find its settings. Secrets are none of its business, and GIT_DIR and its like would lead
 * to another clone than that of the working directory.
 */
const NEEDED = /^(?:PATH|HOME|XDG_CONFIG_HOME|GIT_CONFIG_.*|USERPROFILE|SYSTEMROOT|TMPDIR|TEMP|TMP)$/iu

const lineOf = (out: Buffer): string => out.toString('utf8').replace(/\n$/u, '')

function failed(what: string, ended: Ended | null): AppError {
  const said = ended === null ? 'it cannot be started' : (ended.err.trim().split('\n', 1)[0] ?? '')
  return new AppError(`git could not ${what}: ${said}`, {
    kind: 'cannot-begin',
    code: 'git-failed',
    cure: /dubious ownership/u.test(said)
      ? 'Let git trust the folder: git config --global --add safe.directory FOLDER'
      : 'Check the clone, with the command git status'
  })
}
