import { AppError } from '../../core/errors.ts'
import { Gate } from '../../core/gate.ts'
import type { HttpResponse } from '../../core/http.ts'
import { NetworkError } from '../../core/http-error.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { isHtml, messageOf } from '../../datahub/gms-answer.ts'
import type { EntitiesWanted, GmsClient } from '../../datahub/gms-client.ts'
import { entitiesIn, type FoundEntity } from '../../datahub/gms-entities.ts'
import type { Emit } from '../../model/event.ts'

/** Requests at once. */
const AT_ONCE = 4

/** Asks GMS what it holds. What it does not tell is an answer, too: the reason. */
export class GmsQuestions {
  readonly client: GmsClient
  readonly #emit: Emit
  readonly #gate = new Gate(AT_ONCE)

  constructor(client: GmsClient, emit: Emit) {
    this.client = client
    this.#emit = emit
  }

  /** A page of entities, and where the next one begins. */
  async entities(
    wanted: EntitiesWanted
  ): Promise<Result<{ readonly entities: readonly FoundEntity[]; readonly scrollId: string | null }, string>> {
    const answer = await this.text(() => this.client.entities(wanted, this.#emit))
    return answer.ok ? ok(entitiesIn(answer.value)) : answer
  }

  /** Single entities with one aspect and its writer; those without it are left out. */
  async some(entityType: string, aspectName: string, urns: readonly string[]): Promise<readonly FoundEntity[]> {
    if (urns.length === 0) return []
    const wanted = { entityType, aspectName, urns, withWriters: true }
    const answer = await this.text(() => this.client.batchGet(wanted, this.#emit))
    return answer.ok ? entitiesIn(answer.value).entities : []
  }

  /** The body of a good answer, or why there is none. */
  text(ask: (emit: Emit) => Promise<HttpResponse>): Promise<Result<string, string>> {
    return this.#gate.run(async () => {
      try {
        const answer = await ask(this.#emit)
        return answer.status === 200 && !isHtml(answer) ? ok(answer.text) : err(messageOf(answer))
      } catch (error) {
        // A token that is fetched for each request may be had once and not again.
        if (error instanceof NetworkError || error instanceof AppError) return err(error.message)
        throw error
      }
    })
  }
}

/** A condition of a query string: the field has this value. */
export const term = (field: string, value: string): string => `${field}:"${value.replace(/["\\]/gu, '\\$&')}"`
