import type { Clock } from '../core/clock.ts'

/** How long what has been read may still be delivered after a run was cancelled. GitHub kills the process after 10 s. */
const GRACE_MS = 5_000

/** Does `work` with a signal that follows `signal` after a moment of grace. */
export async function withGrace<T>(
  signal: AbortSignal,
  clock: Clock,
  work: (late: AbortSignal) => Promise<T>
): Promise<T> {
  const late = new AbortController()
  const done = new AbortController()
  const follow = (): void => {
    clock.sleep(GRACE_MS, done.signal).then(
      () => late.abort(),
      () => undefined
    )
  }
  if (signal.aborted) follow()
  else signal.addEventListener('abort', follow, { once: true })
  try {
    return await work(late.signal)
  } finally {
    signal.removeEventListener('abort', follow)
    done.abort()
  }
}

/**
 * Waits for `work` and not beyond `signal`; what it gives after that is handed to `tooLate`, to be put away.
 * @throws the signal's reason; whatever `work` throws.
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, tooLate: (value: T) => void): Promise<T> {
  const done = new AbortController()
  const aborted = new Promise<never>((_resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason)
      work.then(tooLate, () => undefined)
    }
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true, signal: done.signal })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    done.abort()
  }
}
