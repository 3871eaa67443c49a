/** An annotation as a workflow run shows it. */
export interface Annotation {
  readonly level: string
  readonly message: string
  readonly file: string | null
  readonly line: number | null
  readonly title: string | null
}

/** What act tells of a run. Steps and outputs are those of all jobs; see `jobs` where there are several. */
export interface ActEvents {
  /** That of the job that ended last. */
  readonly jobResult: string | null
  /** Job id → its own part. */
  readonly jobs: Readonly<Record<string, ActJob>>
  /** Step id or number → `success`, `failure` or `skipped`. */
  readonly steps: Readonly<Record<string, string>>
  /** Outputs of all steps. */
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** The log, line by line, masked as act masks it. */
  readonly log: readonly string[]
}

/** One job of a run. */
export type ActJob = Omit<ActEvents, 'jobs'>

export interface ActRun extends ActEvents {
  readonly exitCode: number | null
  /** The home folder that act had; to be removed. */
  readonly home: string
  /** What act itself wrote to stderr. */
  readonly errors: string
  /** Artifact name → names of the files in it. */
  readonly artifacts: Readonly<Record<string, readonly string[]>>
}

/** A line of `act --json`: only what is used here. */
interface Line {
  readonly msg?: string
  readonly command?: string
  readonly arg?: string
  readonly name?: string
  readonly content?: string
  readonly raw?: string
  readonly raw_output?: boolean
  readonly stage?: string
  readonly stepID?: readonly string[]
  readonly stepResult?: string
  readonly jobResult?: string
  readonly jobID?: string
}

const LEVELS = ['error', 'warning', 'notice']

/** Reads what `act --json` wrote. */
export function readEvents(text: string): ActEvents {
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Line => JSON.parse(line))
  const ids = [...new Set(lines.flatMap(({ jobID }) => (jobID === undefined ? [] : [jobID])))]
  const jobs = ids.map((id) => [id, eventsIn(lines.filter(({ jobID }) => jobID === id))])
  return { ...eventsIn(lines), jobs: Object.fromEntries(jobs) }
}

function eventsIn(lines: readonly Line[]): ActJob {
  const commands = (name: string): readonly Line[] => lines.filter((line) => line.command === name)
  const main = lines.filter(
    (line) => line.stage === 'Main' && line.stepID?.length === 1 && line.stepResult !== undefined
  )
  return {
    jobResult: lines.findLast((line) => line.jobResult !== undefined)?.jobResult ?? null,
    steps: Object.fromEntries(main.map((line) => [line.stepID?.[0] ?? '', line.stepResult ?? ''])),
    outputs: Object.fromEntries(commands('set-output').map((line) => [line.name ?? '', line.arg ?? ''])),
    summary: commands('summary')
      .map((line) => line.content ?? '')
      .join(''),
    annotations: lines.filter((line) => LEVELS.includes(line.command ?? '')).map(annotationOf),
    log: lines.filter((line) => line.raw_output === true).map((line) => (line.msg ?? '').replace(/\n$/u, ''))
  }
}

/** `::error file=…,line=…::message`. act itself takes the last `::` for the end of the properties, which an ARN has too. */
const COMMAND = /^::\w+ ?(.*?)::(.*)$/su

function annotationOf({ command, raw }: Line): Annotation {
  const [, properties = '', message = ''] = COMMAND.exec((raw ?? '').trimEnd()) ?? []
  const pairs = properties.split(',').map((pair) => pair.split(/=(.*)/su, 2).map(decodeURIComponent))
  const { file, line, title }: Record<string, string | undefined> = Object.fromEntries(pairs)
  return {
    level: command ?? '',
    message: decodeURIComponent(message),
    file: file ?? null,
    line: line === undefined ? null : Number(line),
    title: title ?? null
  }
}
