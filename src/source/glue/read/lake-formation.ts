import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Failure } from '../../../model/event.ts'
import type { ResourceLfTags, TaggedResource } from '../../../model/lf-tags.ts'
import type { SourceContext } from '../context.ts'
import type { DatabaseFacts, TableFacts } from '../facts.ts'
import { databaseLfTags, tableLfTags } from '../map/lf-tags.ts'
import { textOf } from '../map/record-values.ts'
import type { LakeFormationLike } from './client.ts'
import type { NamedDatabase } from './databases.ts'
import type { NamedTable } from './tables.ts'

/**
 * Asks Lake Formation for the tags of databases and tables, one call each: the answer for a table has the tags of its
 * columns, and those of its database as it inherits them. What cannot be found out is a warning of that record.
 */
export class LakeFormationReader {
  readonly #client: LakeFormationLike
  readonly #context: SourceContext
  /** Accounts for which IAM refused: it knows the action for a whole account only, so nothing there can be told. */
  readonly #refused = new Set<string>()

  constructor(client: LakeFormationLike, context: SourceContext) {
    this.#client = client
    this.#context = context
  }

  /** The tags that are assigned to a database. */
  async ofDatabase(database: NamedDatabase): Promise<Partial<DatabaseFacts>> {
    const answer = await this.#ask({ account: this.#accountOf(database.CatalogId), database: database.Name })
    return answer === null ? {} : { lfTags: databaseLfTags(answer) }
  }

  /** The tags of a table and its columns. */
  async ofTable(table: NamedTable): Promise<Partial<TableFacts>> {
    const { lakeFormationTags } = this.#context.options
    if (lakeFormationTags === null) return {}
    const { DatabaseName: database, Name } = table
    const answer = await this.#ask({ account: this.#accountOf(table.CatalogId), database, table: Name })
    if (answer === null) return {}
    return { lfTags: tableLfTags(answer, lakeFormationTags), lfTagsAt: this.#context.clock.now() }
  }

  /** The peer loses a table that does not tell its account; here the catalogue's takes its place. */
  #accountOf(catalogId: unknown): string {
    const { options, where } = this.#context
    return textOf(catalogId) || options.catalogId || where.account
  }

  async #ask(resource: TaggedResource): Promise<ResourceLfTags | null> {
    if (this.#refused.has(resource.account)) return null
    try {
      return await this.#client.resourceLfTags(resource, this.#context.signal)
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error
      this.#tell(error, resource)
      return null
    }
  }

  #tell(error: AwsCallError, { account, database, table }: TaggedResource): void {
    const { emit, where } = this.#context
    if (isRefusedByIam(error)) {
      if (this.#refused.has(account)) return
      this.#refused.add(account)
      const failure = { ...refusedByIam(where.arn), resource: `account ${account}` }
      emit({ type: 'failed', severity: 'failure', failure })
      return
    }
    const resource = table === undefined ? database : `${database}.${table}`
    emit({ type: 'failed', severity: 'warning', failure: { ...failureOf(error, where.arn), resource } })
  }
}

/** IAM says who may not do what; Lake Formation says which permission is insufficient. */
const isRefusedByIam = (error: AwsCallError): boolean =>
  error.kind === 'denied' && /not authorized to perform/iu.test(error.message)

const STATEMENT = JSON.stringify({ Effect: 'Allow', Action: ['lakeformation:GetResourceLFTags'], Resource: ['*'] })

const refusedByIam = (arn: string): Failure => ({
  code: 'lake-formation-tags-refused',
  message: 'AWS refused to tell any Lake Formation tags (lakeformation:GetResourceLFTags): all is written without them',
  cure: `Add ${STATEMENT} to the policy of ${arn}, or set extract_lakeformation_tags to false`
})

function failureOf(error: AwsCallError, arn: string): Failure {
  if (error.kind === 'denied' || error.kind === 'not-found') {
    return {
      code: 'lake-formation-tags-denied',
      message: `Lake Formation does not tell its tags (lakeformation:GetResourceLFTags): it is written without them`,
      cure: `Grant DESCRIBE on it, and on its LF-Tags, to ${arn} in Lake Formation (Permissions, Data permissions)`
    }
  }
  return {
    code: `lake-formation-tags-${error.kind === 'other' ? 'failed' : error.kind}`,
    message: `Its Lake Formation tags could not be read (${error.action}): ${error.code} after ${error.attempts} ${error.attempts === 1 ? 'attempt' : 'attempts'}: it is written without them`,
    cure: CURES[error.kind]
  }
}

const CURES: Readonly<Record<AwsCallError['kind'], string>> = {
  throttle: 'Run it at a quieter time or lower rate-limit: the account has one quota for all who ask Lake Formation',
  transient: 'Run it again; if it comes back, check the network between the runner and AWS Lake Formation',
  denied: 'Grant the permission that is named',
  'not-found': 'Run it again',
  expired: 'Use role-to-assume, whose sessions are renewed: these credentials ran out during the run',
  other: 'Run it again; if it comes back, look for the error code in the Lake Formation documentation'
}
