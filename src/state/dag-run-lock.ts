import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../core/errors.ts'
import { codeOf } from '../core/http-error.ts'
import { writing } from './dag-run-fault.ts'

const LOCK_FILE = 'dag-run.lock'

/**
 * Keeps other processes out of a DAG's folder until the returned function is called. The lock of a process that is gone,
 * as a killed one leaves it behind, does not count; a process that took the dead one's number is told apart by when it
 * began.
 * @throws AppError (cannot-begin) when another process has it, (input) when the folder cannot be written to.
 */
export function lockFolder(folder: string, pid: number): () => void {
  const path = join(folder, LOCK_FILE)
  writing(path, () => mkdirSync(folder, { recursive: true }))
  for (let tries = 0; tries < 3; tries++) {
    if (writing(path, () => take(path, pid))) return () => rmSync(path, { force: true })
    const holder = holderOf(path)
    if (holder !== null && lives(holder, pid)) throw taken(holder.pid, folder)
    writing(path, () => rmSync(path, { force: true }))
  }
  throw taken(null, folder)
}

interface Holder {
  readonly pid: number
  readonly began: string
}

function take(path: string, pid: number): boolean {
  try {
    const fd = openSync(path, 'wx')
    try {
      writeSync(fd, JSON.stringify({ pid, began: beginOf(pid) } satisfies Holder))
    } finally {
      closeSync(fd)
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function holderOf(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('began' in value)) return null
    const { pid, began } = value
    return typeof pid === 'number' && typeof began === 'string' ? { pid, began } : null
  } catch {
    return null
  }
}

function lives(holder: Holder, own: number): boolean {
  if (holder.pid === own) return beginOf(own) === holder.began
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  return beginOf(holder.pid) === holder.began
}

/** When a process began, in the kernel's ticks (proc_pid_stat(5), field 22); '' where the system does not tell. */
function beginOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

const taken = (pid: number | null, folder: string): AppError =>
  new AppError(`Another process${pid === null ? '' : ` (${pid})`} runs this DAG`, {
    kind: 'cannot-begin',
    code: 'dag-locked',
    cure: `Wait for it to end. Its lock is ${join(folder, LOCK_FILE)}`
  })
