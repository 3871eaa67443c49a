import { AppError } from '../core/errors.ts'
import { quoted } from '../core/quote.ts'
import type { MetadataReader } from '../model/ports.ts'

/** Finds the urns of domains, each once (the peer's utilities/registries/domain_registry.py). */
export class DomainRegistry {
  readonly #datahub: MetadataReader | null
  readonly #known = new Map<string, Promise<string>>()

  /** `datahub`: null where there is none to ask: only urns and ids that look like DataHub's own are known. */
  constructor(datahub: MetadataReader | null) {
    this.#datahub = datahub
  }

  /**
   * The urn of a domain that is given by its urn, its id or its name.
   * @throws AppError (cannot-begin) when DataHub has no such domain: what belongs to it would be written without it.
   */
  urnOf(domain: string): Promise<string> {
    const known = this.#known.get(domain) ?? this.#find(domain)
    this.#known.set(domain, known)
    return known
  }

  async #find(domain: string): Promise<string> {
    if (domain.startsWith('urn:li:domain')) return domain
    const urn = `urn:li:domain:${domain}`
    // An id of DataHub's own making has four dashes, and is not looked up.
    if (domain.split('-').length === 5) return urn
    const properties = (await this.#datahub?.aspect(urn, 'domainProperties')) ?? null
    if (properties !== null) return urn
    const [named] = (await this.#datahub?.urnsNamed('domain', domain)) ?? []
    if (named !== undefined) return named
    throw new AppError(`DataHub has no domain ${quoted(domain)}`, {
      kind: 'cannot-begin',
      code: 'domain-unknown',
      cure: 'create the domain in DataHub first, or write its urn: urn:li:domain:…'
    })
  }
}
