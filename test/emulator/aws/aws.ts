import { systemClock } from '../../../src/core/clock.ts'
import type { Catalogue } from '../catalogue/types.ts'
import type { EmulatedRequest, RunningServer, ServerOptions, Service } from '../http/server.ts'
import { startServer } from '../http/server.ts'
import { type CredentialOptions, CredentialStore } from './credentials.ts'
import { type GlueOptions, glueService } from './glue.ts'
import { isForLakeFormation, type LakeFormationOptions, lakeFormationService } from './lake-formation.ts'
import { isForS3, type S3Options, s3Service } from './s3.ts'
import { isForSecretsManager, type SecretsManagerOptions, secretsManagerService } from './secrets-manager.ts'
import { isForSsm, type SsmOptions, ssmService } from './ssm.ts'
import { stsService } from './sts.ts'
import type { StsContext } from './sts-context.ts'

export interface AwsOptions extends ServerOptions, Omit<CredentialOptions, 'clock'> {
  /** STS's roles and the OIDC providers that it trusts. Absent: no roles. */
  readonly sts?: Omit<StsContext, 'credentials' | 'clock'>
  /** Absent: an empty catalogue in account 111122223333. */
  readonly glue?: Omit<GlueOptions, 'seed'>
  /** Tags on what is in Glue's catalogues. Absent: none. */
  readonly lakeFormation?: LakeFormationOptions
  /** Buckets, objects and tags. Absent: none but the scripts of Glue's jobs. */
  readonly s3?: S3Options
  /** Parameters of Systems Manager, by name. Absent: none. */
  readonly ssm?: SsmOptions
  /** Secrets of Secrets Manager, by name. Absent: none. */
  readonly secrets?: SecretsManagerOptions
  /** Keys given out by another stand-in. Absent: a store of its own. */
  readonly credentials?: CredentialStore
}

/** STS, Glue, Lake Formation, S3, Systems Manager and Secrets Manager behind one endpoint, for `AWS_ENDPOINT_URL`. */
export interface AwsServer extends RunningServer {
  /** The keys that are known, for tests that let sessions expire. */
  readonly credentials: CredentialStore
}

/** The account of stand-ins that are given none. AWS's documentation uses it too. */
export const ACCOUNT = '111122223333'

/** Starts STS and Glue. Requests with an `X-Amz-Target` are Glue's, all others STS's. */
export async function startAws(options: AwsOptions = {}): Promise<AwsServer> {
  const clock = options.clock ?? systemClock
  const credentials = options.credentials ?? new CredentialStore({ ...options, clock })
  const sts = stsService({ roles: [], ...options.sts, credentials, clock })
  const glue = glueService(glueOptions(options), credentials)
  const lakeFormation = lakeFormationService(
    {
      ...options.lakeFormation,
      catalogues: catalogues(options),
      seed: options.seed ?? 1,
      clock
    },
    credentials
  )
  const scripts = options.glue?.jobs?.scripts ?? {}
  const s3 = s3Service({ ...options.s3, objects: { ...scripts, ...options.s3?.objects } }, credentials)
  const ssm = ssmService(options.ssm ?? {}, credentials)
  const secrets = secretsManagerService(options.secrets ?? {}, credentials)
  const server = await startServer(frontDoor({ sts, glue, lakeFormation, s3, ssm, secrets }), options)
  const close = async (): Promise<void> => {
    await server.close()
    glue.dispose()
  }
  return { ...server, credentials, close }
}

function glueOptions(options: AwsOptions): GlueOptions {
  const glue = options.glue ?? { catalogue: [], account: ACCOUNT }
  return options.seed === undefined ? glue : { ...glue, seed: options.seed }
}

function catalogues(options: AwsOptions): Readonly<Record<string, Catalogue>> {
  const { account, catalogue, catalogues: others } = glueOptions(options)
  return { [account]: catalogue, ...others }
}

interface Services {
  readonly sts: Service
  readonly glue: Service
  readonly lakeFormation: Service
  readonly s3: Service
  readonly ssm: Service
  readonly secrets: Service
}

function frontDoor({ sts, glue, lakeFormation, s3, ssm, secrets }: Services): Service {
  const serviceOf = (request: EmulatedRequest): Service => {
    if (isForLakeFormation(request)) return lakeFormation
    if (isForS3(request)) return s3
    if (isForSsm(request)) return ssm
    if (isForSecretsManager(request)) return secrets
    return request.headers['x-amz-target'] === undefined ? sts : glue
  }
  return {
    label: (request) => serviceOf(request).label(request),
    answer: (request) => serviceOf(request).answer(request),
    failure: (fault, request) => serviceOf(request).failure(fault, request)
  }
}
