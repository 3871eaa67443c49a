import { resolve } from 'node:path'
import { messageOf } from '../core/errors.ts'
import { asciiJson, type JsonObject } from '../core/json.ts'
import { writeWhole } from '../core/whole-file.ts'
import { type ConnectedGms, connectGms } from '../datahub/connect.ts'
import type { Emit } from '../model/event.ts'
import type { Recipe } from '../model/recipe.ts'
import type { RunReport } from '../model/report.ts'
import type { RunIdentity } from '../model/run.ts'
import {
  isRequest,
  requestInput,
  requestResult,
  requestUrn,
  type SourceKey,
  sourceInfo,
  sourceUrn
} from '../report/history/aspects.ts'
import { redactedRecipe } from '../report/history/redact-recipe.ts'
import { structuredReport } from '../report/history/structured.ts'
import { WrittenAspects } from '../report/history/written.ts'
import { Redactor } from '../report/redact.ts'
import { styleOf } from '../report/render/style.ts'
import { runBlock } from '../report/render/text-run.ts'
import type { Invocation } from './invocation.ts'

/** A cancelled run has a few seconds left, and of a GMS that has stopped the run little is to be expected. */
const HASTY = { retryMaxTimes: 0, timeoutSeconds: 3 }

/**
 * Shows the run in DataHub's ingestion tab, among those of DataHub's own CLI: that it has begun, and at its very end how it
 * ended. What cannot be told there is a warning, and does not change what the run has done; where GMS has stopped the run,
 * that has been said.
 */
export class RunHistory {
  readonly written = new WrittenAspects()
  readonly #recipe: Recipe
  readonly #run: RunIdentity
  readonly #invocation: Invocation
  readonly #emit: Emit
  readonly #redactor = new Redactor()
  #hasBegun = false

  constructor(
    recipe: Recipe,
    run: RunIdentity,
    invocation: Invocation & { readonly emit: Emit },
    secrets: readonly string[]
  ) {
    this.#recipe = recipe
    this.#run = run
    this.#invocation = invocation
    this.#emit = invocation.emit
    for (const secret of secrets) this.#redactor.add(secret)
  }

  /** To be called once DataHub is known to be there. */
  async begin(): Promise<void> {
    const { request, deps } = this.#invocation
    const reporter = this.#recipe.reporting.find(({ type }) => type === 'datahub')
    if (this.#recipe.sink.type !== 'datahub-rest' || request.dryRun) return
    if (!request.history && reporter === undefined) return
    this.#hasBegun = true
    if (isRequest(this.#run.runId)) return
    const isShown = reporter?.type !== 'datahub' || reporter.reportsRecipe
    const recipe = isShown ? asciiJson(this.#redactor.value(redactedRecipe(this.#recipe.asWritten))) : ''
    const refusal = await this.#send([
      [sourceUrn(this.#key), 'dataHubIngestionSourceInfo', sourceInfo(this.#key, recipe)],
      [this.#urn, 'dataHubExecutionRequestInput', requestInput(this.#key, recipe, deps.clock.now())]
    ])
    if (refusal !== null) this.#warn(refusal)
  }

  /** The last thing that a run does. */
  async end(report: RunReport): Promise<void> {
    const runUrl = this.#invocation.deps.github?.runUrl ?? null
    const told = this.#redactor.value(report)
    const structured = structuredReport(told, this.written.toJson(), runUrl)
    await this.#writeFiles(structured)
    if (!this.#hasBegun) return
    const link = runUrl === null ? [] : [`GitHub Actions: ${runUrl}`, '']
    const text = [...link, ...runBlock(told, styleOf(false)), ''].join('\n')
    const isGmsToBlame = report.stopped?.code.startsWith('gms-') ?? false
    const refusal = await this.#send(
      [[this.#urn, 'dataHubExecutionRequestResult', requestResult(told, structured, text)]],
      isGmsToBlame || report.status === 'cancelled'
    )
    if (refusal !== null && !isGmsToBlame) this.#warn(refusal)
  }

  /** The reporter `file` (reporting/file_reporter.py). */
  async #writeFiles(structured: JsonObject): Promise<void> {
    for (const reporter of this.#recipe.reporting) {
      if (reporter.type !== 'file') continue
      try {
        await writeWhole(resolve(this.#invocation.deps.cwd, reporter.filename), asciiJson(structured))
      } catch (error) {
        const message = `The run could not be reported to the file: ${messageOf(error)}`
        const failure = { code: 'report-not-written', message, resource: reporter.filename }
        this.#emit({ type: 'failed', severity: reporter.required ? 'failure' : 'warning', failure })
      }
    }
  }

  get #urn(): string {
    return requestUrn(this.#run.runId)
  }

  get #key(): SourceKey {
    return { pipelineName: this.#run.pipelineName, platformInstance: this.#recipe.source.platformInstance }
  }

  /** @returns why GMS did not take them; null: it did. */
  async #send(
    aspects: readonly (readonly [urn: string, name: string, aspect: JsonObject])[],
    hasty = false
  ): Promise<string | null> {
    const { sink } = this.#recipe
    const { env, deps } = this.#invocation
    if (sink.type !== 'datahub-rest') return null
    let gms: ConnectedGms | null = null
    try {
      const { cwd, clock } = deps
      // Not the run's signal: a run that was cancelled has an end that is worth telling.
      const signal = new AbortController().signal
      gms = await connectGms(hasty ? { ...sink, ...HASTY } : sink, 1, { env, cwd, clock, signal, mask: deps.mask })
      for (const [urn, aspectName, aspect] of aspects) {
        const answer = await gms.client.propose(
          { urn, entityType: urn.split(':')[2] ?? '', aspectName, aspect },
          this.#emit
        )
        if (answer.kind !== 'ok') return answer.message
      }
      return null
    } catch (error) {
      return messageOf(error)
    } finally {
      gms?.close()
    }
  }

  #warn(refusal: string): void {
    const message = `The run could not be shown in DataHub's ingestion tab: ${refusal}`
    const isRequired = this.#recipe.reporting.some(({ type, required }) => type === 'datahub' && required)
    this.#emit({ type: 'failed', severity: isRequired ? 'failure' : 'warning', failure: { ...NOT_SHOWN, message } })
  }
}

const NOT_SHOWN = {
  code: 'history-not-written',
  cure: 'Give the token the privilege to manage ingestion sources and executions, or run with --no-default-report'
}
