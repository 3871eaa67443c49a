import type { ParityCase } from './cases/case.ts'
import { PLAIN_CASES } from './cases/plain.ts'

/** Every case, by what it is about. */
export const CASES: readonly ParityCase[] = [...PLAIN_CASES]
