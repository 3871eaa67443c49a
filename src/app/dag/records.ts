import { basename } from 'node:path'
import type { DagRunDocument } from '../../model/dag-run.ts'
import type { GithubContext } from '../../model/request.ts'
import { JOURNAL_FILE, RECORD_FILE, recover } from '../../state/dag-run-journal.ts'
import { DOCUMENT_RULES } from './document.ts'
import type { GithubRest } from './github-rest.ts'

/** The name of the artifact that holds the record of one attempt. */
export const artifactName = (dagId: string, runId: string, attempt: number): string =>
  `datahub-glue-dagrun-${dagId}-${runId}-${attempt}`

/** The record of the latest earlier attempt of this workflow run; null when none was kept. @throws AppError */
export async function earlierAttempt(
  rest: GithubRest,
  dagId: string,
  { runId, runAttempt }: GithubContext
): Promise<DagRunDocument | null> {
  for (let attempt = runAttempt - 1; attempt > 0; attempt--) {
    const artifact = await rest.artifactNamed(artifactName(dagId, runId, attempt))
    if (artifact !== null) return documentIn(await rest.files(artifact), dagId)
  }
  return null
}

/** The record of the latest run of this DAG in another workflow run; null when none was kept. @throws AppError */
export async function earlierRun(
  rest: GithubRest,
  dagId: string,
  { runId }: GithubContext
): Promise<DagRunDocument | null> {
  const prefix = artifactName(dagId, '', 0).slice(0, -2)
  const artifact = await rest.newestArtifact(({ name }) => {
    const [, run] = name.startsWith(prefix) ? (/^-?(\d+)-\d+$/.exec(name.slice(prefix.length)) ?? []) : []
    return run !== undefined && run !== runId
  })
  return artifact === null ? null : documentIn(await rest.files(artifact), dagId)
}

/** The record among an artifact's files, wherever in it they lie. @throws AppError when it cannot be understood. */
function documentIn(files: ReadonlyMap<string, Buffer>, dagId: string): DagRunDocument | null {
  const folders = [...files.keys()].filter((name) => basename(name) === RECORD_FILE)
  for (const name of folders.sort((a, b) => b.length - a.length)) {
    const place = { record: name, journal: `${name.slice(0, -RECORD_FILE.length)}${JOURNAL_FILE}` }
    const textOf = (file: string): string | null => files.get(file)?.toString('utf8') ?? null
    const texts = { record: textOf(place.record), journal: textOf(place.journal) }
    const document = recover(texts, DOCUMENT_RULES, place)
    if (document?.dagId === dagId) return document
  }
  return null
}
