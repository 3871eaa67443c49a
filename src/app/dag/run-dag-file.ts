import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { AppError, messageOf } from '../../core/errors.ts'
import type { DagFile } from '../../dag/file/dag-file.ts'
import { parseDagFile } from '../../dag/file/parse.ts'
import type { DagRunDocument } from '../../model/dag-run.ts'
import type { Logger } from '../../model/ports.ts'
import type { DagDeps, DagRequest } from '../../model/request.ts'
import { EXIT, STOP_CODE } from '../../report/exit-code.ts'
import { Redactor } from '../../report/redact.ts'
import { loggedStop } from '../../report/stop.ts'
import { writing } from '../../state/dag-run-fault.ts'
import { RECORD_FILE, replaceFile } from '../../state/dag-run-journal.ts'
import { lockFolder } from '../../state/dag-run-lock.ts'
import { readText } from '../read-text.ts'
import type { RunMeans } from './means.ts'
import { emptyDocument } from './new-document.ts'
import { performRun } from './perform.ts'

/** Runs a DAG file from its text to its record. Never rejects: why it broke off stands in the record. */
export async function runDagFile(request: DagRequest, given: DagDeps): Promise<DagRunDocument> {
  const redactor = new Redactor()
  const mask = (secret: string): void => {
    given.mask(secret)
    redactor.add(secret)
  }
  for (const secret of [request.gmsToken, request.githubToken]) if (secret !== null) redactor.add(secret.reveal())
  const deps: DagDeps = { ...given, mask }
  const begun = deps.clock.now()
  let document = emptyDocument(request.file, deps)
  try {
    const dagFile = await load(request.file, deps.cwd)
    if (!dagFile.ok) {
      document = { ...document, status: 'failure', exitCode: EXIT.input, diagnostics: dagFile.error }
    } else {
      document = { ...document, dagId: dagFile.value.spec.dagId }
      document = await locked(dagFile.value, { request, deps, redactor, document })
    }
  } catch (thrown) {
    const stopped = redactor.value(loggedStop(thrown, deps))
    const durationSeconds = (deps.clock.now() - begun) / 1000
    const status = stopped.kind === 'cancelled' ? 'cancelled' : 'failure'
    document = { ...document, status, exitCode: STOP_CODE[stopped.kind], stopped, durationSeconds }
  }
  // A run that another process drives has a document already.
  return document.stopped?.code === 'dag-locked'
    ? document
    : publish(document, resolve(deps.cwd, request.outDir), deps.logger)
}

/** Writes dag-run.json, where later steps look for it. What cannot be written there is told, and counts as lost. */
function publish(document: DagRunDocument, folder: string, logger: Logger): DagRunDocument {
  const path = join(folder, RECORD_FILE)
  try {
    writing(path, () => {
      mkdirSync(folder, { recursive: true })
      replaceFile(path, `${JSON.stringify(document, null, 1)}\n`)
    })
    return document
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (document.stopped?.code !== error.code) logger.error(`${error.message}. ${error.cure ?? ''}`)
    const status = document.status === 'success' ? 'failure' : document.status
    return { ...document, status, exitCode: Math.max(document.exitCode, EXIT.lost) }
  }
}

async function locked(dagFile: DagFile, means: RunMeans): Promise<DagRunDocument> {
  const { request, deps } = means
  const out = resolve(deps.cwd, request.outDir)
  const folder = join(out, 'dags', folderName(dagFile.spec.dagId))
  const unlock = lockFolder(folder, process.pid)
  try {
    return await performRun(dagFile, { ...means, folder })
  } finally {
    unlock()
  }
}

/** A dag_id as a folder's name. */
const folderName = (dagId: string): string => (/^\.+$/.test(dagId) ? `_${dagId}` : dagId)

type Loaded =
  | { readonly ok: true; readonly value: DagFile }
  | { readonly ok: false; readonly error: readonly Diagnostic[] }

/** @throws AppError when the file cannot be read. */
async function load(file: string, cwd: string): Promise<Loaded> {
  let text: string
  try {
    text = await readText('DAG file', file, cwd)
  } catch (error) {
    if (error instanceof AppError) throw error
    const cure = `check the path; it is resolved against ${cwd}. In a workflow, actions/checkout has to run before`
    const message = `The DAG file '${file}' cannot be read: ${messageOf(error)}`
    throw new AppError(message, { kind: 'input', code: 'file-not-found', cure, cause: error })
  }
  const parsed = parseDagFile({ file, text })
  return parsed.ok ? { ok: true, value: parsed.value.dagFile } : parsed
}
