import type { Catalogue } from '../emulator/catalogue/types.ts'
import type { GmsOptions } from '../emulator/gms/gms.ts'
import type { FaultRule } from '../emulator/http/faults.ts'
import type { StandInOptions } from '../emulator/stand-ins.ts'

/** What is to become of a run. README.md shows the first three of each. */
export interface FaultCase {
  readonly fault: string
  /** As a person reads it. */
  readonly outcome: string
  readonly exitCode: 0 | 1 | 3
  /** `all`: the same as without the fault · `rest`: all but what is lost, which is told · `begun`: what came before the stop. */
  readonly stored: 'all' | 'rest' | 'begun'
  /** Why the run stopped; absent: it came to its end. */
  readonly stop?: string
  readonly gms?: GmsOptions
  readonly aws?: StandInOptions['aws']
  readonly catalogue?: (catalogue: Catalogue) => Catalogue
}

/** Writes through either interface of GMS. */
const WRITES = String.raw`ingestProposalBatch|^(POST|PATCH) /openapi/v3/entity/\w+$`
const write = (rule: FaultRule): FaultRule => ({ match: WRITES, ...rule })
const HTML = '<html><body><h1>Sign in</h1></body></html>'

/** Everything that may go wrong on the way to DataHub. */
const GMS_CASES: readonly FaultCase[] = [
  {
    fault: 'GMS answers every fifth request with 503',
    outcome: 'tried again; everything is written',
    exitCode: 0,
    stored: 'all',
    gms: { faults: [write({ status: 503, rate: 0.2 })] }
  },
  {
    fault: 'connections to GMS break, before the answer or in the middle of it',
    outcome: 'sent again, perhaps twice; everything is written',
    exitCode: 0,
    stored: 'all',
    gms: { faults: [write({ reset: 'before', rate: 0.15 }), write({ reset: 'half', rate: 0.15 })] }
  },
  {
    fault: 'GMS answers slowly',
    outcome: 'waited for; everything is written',
    exitCode: 0,
    stored: 'all',
    gms: { faults: [write({ delayMs: 50, rate: 0.5 })] }
  },
  {
    fault: 'a proxy before GMS takes only small requests (413)',
    outcome: 'requests are halved until they are taken; everything is written',
    exitCode: 0,
    stored: 'all',
    gms: { maxBodyBytes: 20_000 }
  },
  {
    fault: 'GMS limits the rate (429 with Retry-After)',
    outcome: 'waits as long as it is told to; everything is written',
    exitCode: 0,
    stored: 'all',
    gms: { faults: [write({ status: 429, headers: { 'retry-after': '1' }, rate: 0.2 })] }
  },
  {
    fault: 'GMS refuses one aspect in a hundred',
    outcome: 'these are named with what GMS says and kept as dead letters; everything else is written',
    exitCode: 1,
    stored: 'rest',
    gms: { poison: [{ urn: '_000..3', aspect: 'datasetProperties' }] }
  },
  {
    fault: 'the token may not edit an entity of a batch (403)',
    outcome: 'its aspects are named with what GMS says and kept as dead letters; everything else is written',
    exitCode: 1,
    stored: 'rest',
    gms: { poison: [{ urn: 'table_000021,', status: 403, message: 'the token is unauthorized to edit it' }] }
  },
  {
    fault: 'the token may write nothing (403)',
    outcome: 'the run stops after a thousand refused work units; what was under way is kept as dead letters',
    exitCode: 3,
    stored: 'begun',
    stop: 'gms-forbidden',
    gms: { faults: [write({ status: 403 })] }
  },
  {
    fault: 'a load balancer answers every fifth request with its own error page',
    outcome: 'tried again; everything is written',
    exitCode: 0,
    stored: 'all',
    gms: { faults: [write({ status: 502, body: HTML, headers: { 'content-type': 'text/html' }, rate: 0.2 })] }
  },
  {
    fault: 'a login page takes the place of GMS in the middle of a run',
    outcome: 'the run stops; what was under way is kept as dead letters',
    exitCode: 3,
    stored: 'begun',
    stop: 'gms-misrouted',
    gms: { faults: [write({ status: 200, body: HTML, headers: { 'content-type': 'text/html' }, after: 3 })] }
  },
  {
    fault: 'GMS redirects writes',
    outcome: 'the run stops, since a redirected write is lost; what was under way is kept as dead letters',
    exitCode: 3,
    stored: 'begun',
    stop: 'gms-misrouted',
    gms: { faults: [write({ status: 302, headers: { location: 'https://example.com/' }, after: 3 })] }
  },
  {
    fault: 'the token for GMS expires in the middle of a run',
    outcome: 'the run stops; what was under way is kept as dead letters',
    exitCode: 3,
    stored: 'begun',
    stop: 'gms-unauthorized',
    gms: { token: 'a-token', tokenExpiresAfter: 3 }
  },
  {
    fault: 'GMS dies in the middle of a run',
    outcome: 'the run stops after five requests in a row; what was under way is kept as dead letters',
    exitCode: 3,
    stored: 'begun',
    stop: 'gms-breaker-open',
    gms: { faults: [write({ reset: 'before', after: 3 })] }
  }
]

/** Everything that may go wrong on the way from AWS Glue. */
const GLUE_CASES: readonly FaultCase[] = [
  {
    fault: 'AWS Glue throttles three requests in ten',
    outcome: 'slows down and tries again; everything is written',
    exitCode: 0,
    stored: 'all',
    aws: { faults: [{ match: 'Get(Tables|Databases)', code: 'ThrottlingException', rate: 0.3 }] }
  },
  {
    fault: 'AWS refuses one database',
    outcome: 'it is named with the permission that is missing; everything else is written',
    exitCode: 1,
    stored: 'rest',
    aws: { glue: { deniedDatabases: ['db_001'] } }
  },
  {
    fault: 'a database is listed as empty',
    outcome: 'its tables stay in DataHub as they are',
    exitCode: 0,
    stored: 'rest',
    catalogue: (catalogue) => catalogue.map((entry, index) => (index === 1 ? { ...entry, tables: [] } : entry))
  },
  {
    fault: 'a page of tables cannot be read, however often it is asked for',
    outcome: 'the listing of that database counts as incomplete; everything else is written',
    exitCode: 1,
    stored: 'rest',
    aws: { faults: [{ match: 'GetTables db_001', code: 'InternalServiceException', after: 1 }] }
  }
]

export const FAULT_CASES: readonly FaultCase[] = [...GMS_CASES, ...GLUE_CASES]

/** What test/faults/kill.test.ts does. */
export const KILLED: Pick<FaultCase, 'fault' | 'outcome' | 'exitCode'> = {
  fault: 'the process is killed at any moment, and run again',
  outcome: 'the second run writes everything',
  exitCode: 0
}
