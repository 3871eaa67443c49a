import { AppError } from '../../core/errors.ts'
import type { Check, CheckFamily } from '../../model/doctor.ts'

/** What tells one check from another. */
export interface About {
  readonly id: string
  readonly family: CheckFamily
  readonly title: string
}

export const well = (about: About, found: string, details: readonly string[] = []): Check => ({
  ...about,
  ...NOTHING_WRONG,
  status: 'ok',
  found,
  details
})

export const untested = (about: About, why: string): Check => ({
  ...about,
  ...NOTHING_WRONG,
  status: 'not-tested',
  found: why,
  details: []
})

const NOTHING_WRONG = { cure: null, code: null, isInput: false } as const

/** What is wrong, and what to do about it. */
export interface Fault {
  readonly code: string
  readonly found: string
  readonly cure: string | null
  readonly details?: readonly string[]
  /** As of Check; default: no. */
  readonly isInput?: boolean
}

export const failed = (about: About, fault: Fault): Check => withFault(about, 'failed', fault)
export const warned = (about: About, fault: Fault): Check => withFault(about, 'warning', fault)

function withFault(about: About, status: 'failed' | 'warning', fault: Fault): Check {
  const { code, found, cure, details = [], isInput = false } = fault
  return { ...about, status, found, details, cure, code, isInput }
}

/** A check that ended with an error that a user can act on. */
export const failedBy = (about: About, { code, message, cure, kind }: AppError): Check =>
  failed(about, { code, found: message, cure: cure === undefined ? null : sentence(cure), isInput: kind === 'input' })

/** Errors write their cure behind a semicolon at times. */
const sentence = (cure: string): string => `${cure.charAt(0).toUpperCase()}${cure.slice(1)}`

/** What `work` gives, or the AppError that it ended with. @throws everything else */
export async function outcomeOf<T>(
  work: () => Promise<T>
): Promise<{ readonly value: T; readonly error: null } | { readonly value: null; readonly error: AppError }> {
  try {
    return { value: await work(), error: null }
  } catch (error) {
    if (error instanceof AppError) return { value: null, error }
    throw error
  }
}
