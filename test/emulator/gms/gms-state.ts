import { GmsError } from './gms-error.ts'
import { checkProposal, isObject, type Proposal, type ProposalRules } from './proposal.ts'
import type { Recorder } from './recorder.ts'
import type { AspectStore } from './store.ts'

/** A record that GMS refuses, whatever it holds. Every given member must match for it to hit. */
export interface Poison {
  /** Regular expression on the urn. */
  readonly urn?: string
  /** The aspect's name. */
  readonly aspect?: string
  /** Default 422. */
  readonly status?: number
  readonly message?: string
}

const HISTORY: ReadonlySet<string> = new Set([
  'dataHubIngestionSourceInfo',
  'dataHubExecutionRequestInput',
  'dataHubExecutionRequestResult'
])

/** What the endpoints of GMS share. */
export class GmsState {
  readonly store: AspectStore
  readonly recorder: Recorder
  readonly rules: ProposalRules
  /** Proposals accepted that tell of runs and not of what runs bring. */
  history = 0
  readonly #poison: readonly (Poison & { readonly pattern: RegExp })[]

  constructor(parts: {
    readonly store: AspectStore
    readonly recorder: Recorder
    readonly rules: ProposalRules
    readonly poison: readonly Poison[]
  }) {
    this.store = parts.store
    this.recorder = parts.recorder
    this.rules = parts.rules
    this.#poison = parts.poison.map((poison) => ({ ...poison, pattern: new RegExp(poison.urn ?? '', 'u') }))
  }

  /** Refuses what DataHub's model has no place for. */
  check(proposal: Proposal): void {
    checkProposal(proposal, this.rules)
  }

  /** Stores and records all proposals of a request, or, when one of them is refused, none: GMS writes them in one transaction. */
  accept(proposals: readonly Proposal[]): void {
    for (const proposal of proposals) {
      this.#refusePoison(proposal)
      if (this.rules.validateAspects) this.#refuseUndefined(proposal)
    }
    this.store.write(proposals)
    this.history += proposals.filter(({ aspectName }) => HISTORY.has(aspectName)).length
    for (const proposal of proposals) this.recorder.add(proposal)
  }

  /** Values of properties that were not defined before this request (StructuredPropertiesValidator). */
  #refuseUndefined({ entityUrn, aspectName, aspect, changeType }: Proposal): void {
    if (aspectName !== 'structuredProperties' || changeType === 'PATCH') return
    const values = isObject(aspect) && Array.isArray(aspect.properties) ? aspect.properties : []
    const urns = values.map((value) =>
      isObject(value) && typeof value.propertyUrn === 'string' ? value.propertyUrn : ''
    )
    if (urns.every((urn) => this.store.read(urn, 'propertyDefinition') !== undefined)) return
    throw new GmsError(
      422,
      `ValidationExceptionCollection{EntityAspect:(${entityUrn},${aspectName}) Exceptions: [Unexpected null value found.]}`
    )
  }

  #refusePoison(proposal: Proposal): void {
    const hit = this.#poison.find(
      (poison) =>
        poison.pattern.test(proposal.entityUrn) &&
        (poison.aspect === undefined || poison.aspect === proposal.aspectName)
    )
    if (hit === undefined) return
    const message =
      hit.message ??
      `ValidationExceptionCollection{EntityAspect:(${proposal.entityUrn},${proposal.aspectName}) Exceptions: [the aspect is not acceptable]}`
    throw new GmsError(hit.status ?? 422, message)
  }
}
