import type { JsonObject } from '../../../src/core/json.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import type { StandInOptions } from '../../emulator/stand-ins.ts'

/** One recipe over one seeded catalogue, run by the peer and by this project. */
export interface ParityCase {
  readonly name: string
  readonly catalogue: 'plain' | 'realistic' | 'odd'
  readonly seed: number
  /** `source.config` beyond the connection. */
  readonly config?: JsonObject
  /** `sink.config` beyond the server. */
  readonly sink?: JsonObject
  /** `source.extractor_config`; with `unpack_mces_into_mcps` the peer's transformers see one aspect at a time. */
  readonly extractorConfig?: JsonObject
  /** Further top-level keys of the recipe. */
  readonly recipe?: JsonObject
  /** Changes the catalogue before it is served. */
  readonly change?: (catalogue: Catalogue) => Catalogue
  /** What the stand-ins hold or do besides, merged over what the run sets up. */
  readonly standIns?: Partial<Pick<StandInOptions, 'aws' | 'gms'>>
  /** What plays AWS. Default: this project's own stand-in; `moto` is filled once for all cases that name it. */
  readonly backend?: 'moto'
  /** A second run, with the same GMS and another catalogue. */
  readonly again?: SecondRun
  /** GMS's version; the peer writes auto-status as a PATCH from 1.7.0 on. */
  readonly gmsVersion?: string
}

/** What is otherwise in the second run of a case. */
export interface SecondRun {
  /** Changes the catalogue of the first run. */
  readonly change: (catalogue: Catalogue) => Catalogue
  /** `source.config` in place of the first run's. */
  readonly config?: JsonObject
  readonly aws?: StandInOptions['aws']
  /** Who runs in this project's place, first and second. Default: this project. */
  readonly by?: readonly [Runner, Runner]
}

export type Runner = 'peer' | 'ours'
