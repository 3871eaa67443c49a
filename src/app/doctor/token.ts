import { AppError } from '../../core/errors.ts'
import type { HttpResponse } from '../../core/http.ts'
import { NetworkError } from '../../core/http-error.ts'
import { asObject, type Json, type JsonObject } from '../../core/json.ts'
import { isHtml, messageOf } from '../../datahub/gms-answer.ts'
import type { GmsClient } from '../../datahub/gms-client.ts'
import { parseJson } from '../../datahub/gms-config.ts'
import type { Check } from '../../model/doctor.ts'
import type { Emit } from '../../model/event.ts'
import { type About, failed, untested, warned, well } from './check.ts'

const TOKEN: About = { id: 'gms-token', family: 'gms', title: 'Token for GMS' }
const PRIVILEGES: About = { id: 'gms-privileges', family: 'gms', title: 'Privilege to manage ingestion' }
const WRITES: About = { id: 'gms-write', family: 'gms', title: 'Privilege to write metadata' }

const NOT_WITHOUT_WRITING =
  'GMS tells it only of something that is written, and nothing is written here; ingest with dry-run: false shows it'

/** The three checks, where GMS cannot be asked. */
export const untriedToken = (why: string): readonly Check[] =>
  [TOKEN, PRIVILEGES, WRITES].map((one) => untested(one, why))

/** Since DataHub 0.8.x; whatever the server adds to it, these stay. */
const ME = 'query me { me { corpUser { urn } platformPrivileges { manageIngestion } } }'

/** Asks GMS whose the token is and what it may do; where GMS has no GraphQL, whether it is taken at all. */
export async function tokenChecks(client: GmsClient, emit: Emit): Promise<readonly Check[]> {
  const untriedWrites = untested(WRITES, NOT_WITHOUT_WRITING)
  const asked = await answerOf(() => client.graphql(ME, emit))
  if (typeof asked !== 'string' && asked.status === 401) return [refusedToken(asked), ...afterRefusal()]
  const me = typeof asked === 'string' || asked.status !== 200 || isHtml(asked) ? null : meIn(asked.text)
  if (me !== null) return [well(TOKEN, `GMS takes it for ${me.urn}`), privilegeCheck(me), untriedWrites]
  const why = typeof asked === 'string' ? asked : messageOf(asked)
  const privileges = untested(PRIVILEGES, `GMS does not tell by GraphQL: ${why}`)
  return [await readCheck(client, emit), privileges, untriedWrites]
}

const afterRefusal = (): readonly Check[] => [PRIVILEGES, WRITES].map((one) => untested(one, 'the token is refused'))

function privilegeCheck({ urn, manageIngestion }: Me): Check {
  if (manageIngestion) return well(PRIVILEGES, 'runs can be shown in the ingestion tab')
  return warned(PRIVILEGES, {
    code: 'gms-no-manage-ingestion',
    found: `${urn} may not manage ingestion: runs are not shown in DataHub's ingestion tab`,
    cure: `Give ${urn} the platform privilege Manage Metadata Ingestion (DataHub: Settings, Permissions, Policies)`
  })
}

/** Reads what every DataHub holds. */
async function readCheck(client: GmsClient, emit: Emit): Promise<Check> {
  const wanted = { entityType: 'dataPlatform', aspectName: 'dataPlatformInfo', urns: ['urn:li:dataPlatform:glue'] }
  const answer = await answerOf(() => client.batchGet(wanted, emit))
  if (typeof answer === 'string') return untested(TOKEN, answer)
  if (answer.status === 401 || answer.status === 403) return refusedToken(answer)
  if (answer.status === 200 && !isHtml(answer)) return well(TOKEN, 'GMS takes it, and does not tell whose it is')
  return untested(TOKEN, `GMS answers neither by GraphQL nor by OpenAPI: ${messageOf(answer)}`)
}

const refusedToken = (answer: HttpResponse): Check =>
  failed(TOKEN, {
    code: 'gms-unauthorized',
    found: `GMS refuses the token, or asks for one: ${messageOf(answer)}`,
    cure: "Set the sink's `token` (input gms-token or DATAHUB_GMS_TOKEN) to a personal access token that has not expired (DataHub: Settings, Access Tokens)"
  })

/** An answer, or why there is none. */
async function answerOf(ask: () => Promise<HttpResponse>): Promise<HttpResponse | string> {
  try {
    return await ask()
  } catch (error) {
    // As with a token of `auth` that cannot be had.
    if (error instanceof NetworkError || error instanceof AppError) return error.message
    throw error
  }
}

interface Me {
  readonly urn: string
  readonly manageIngestion: boolean
}

function meIn(text: string): Me | null {
  const me = objectIn(objectIn(objectIn(parseJson(text) as Json).data).me)
  const { urn } = objectIn(me.corpUser)
  const { manageIngestion } = objectIn(me.platformPrivileges)
  return typeof urn === 'string' && typeof manageIngestion === 'boolean' ? { urn, manageIngestion } : null
}

const objectIn = (value: Json | undefined): JsonObject => asObject(value) ?? {}
