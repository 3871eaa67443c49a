import * as core from '@actions/core'

/** Where in the repository an annotation points, in core's own words. */
export type Place = core.AnnotationProperties

/** What a GitHub runner does for an action. */
export interface Runner {
  readonly setSecret: (secret: string) => void
  readonly setOutput: (name: string, value: string) => void
  /** Writes a line to the log. */
  readonly info: (line: string) => void
  /** Writes a line that is shown when step debugging is on. */
  readonly debug: (line: string) => void
  readonly error: (message: string, place: Place) => void
  readonly warning: (message: string, place: Place) => void
  readonly notice: (message: string, place: Place) => void
  /** Folds the lines that follow, up to `endGroup`. */
  readonly startGroup: (title: string) => void
  readonly endGroup: () => void
  readonly getIdToken: (audience: string) => Promise<string>
}

/** The runner that this process runs under, by the workflow commands and files of @actions/core. */
export const githubRunner: Runner = {
  setSecret: core.setSecret,
  setOutput: core.setOutput,
  info: core.info,
  debug: core.debug,
  error: core.error,
  warning: core.warning,
  notice: core.notice,
  startGroup: core.startGroup,
  endGroup: core.endGroup,
  getIdToken: core.getIDToken
}
