import type { ParityCase } from './cases/case.ts'
import { JOB_CASES } from './cases/jobs.ts'
import { LINEAGE_CASES } from './cases/lineage.ts'
import { LINK_CASES } from './cases/links.ts'
import { MOTO_CASES } from './cases/moto.ts'
import { PLAIN_CASES } from './cases/plain.ts'
import { PROCESSOR_CASES } from './cases/processors.ts'
import { PROFILE_CASES } from './cases/profiles.ts'
import { SCHEMA_CASES } from './cases/schema.ts'
import { STATEFUL_CASES } from './cases/stateful.ts'
import { TAG_CASES } from './cases/tags.ts'
import { TRANSFORMER_CASES } from './cases/transformers.ts'
import { VIEW_CASES } from './cases/views.ts'

/** Every case, by what it is about. */
export const CASES: readonly ParityCase[] = [
  ...PLAIN_CASES,
  ...SCHEMA_CASES,
  ...LINEAGE_CASES,
  ...LINK_CASES,
  ...JOB_CASES,
  ...PROFILE_CASES,
  ...TAG_CASES,
  ...VIEW_CASES,
  ...PROCESSOR_CASES,
  ...TRANSFORMER_CASES,
  ...STATEFUL_CASES,
  ...MOTO_CASES
]
