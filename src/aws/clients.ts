import { GlueClient, type ServiceInputTypes, type ServiceOutputTypes } from '@aws-sdk/client-glue'
import { callAws } from './call.ts'
import { readFaster } from './fast-answers.ts'
import type { RateLimit } from './rate-limit.ts'
import type { CredentialSource } from './refreshing-credentials.ts'
import type { StsDeps } from './sts.ts'

/** Calls Glue: `send` as the SDK's client has it, with this program's retries, pacing and session renewal. */
export interface GlueSender {
  /** @throws AwsCallError when it failed for good · AppError when the identity was lost · the signal's reason */
  send<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
    command: Parameters<typeof GlueClient.prototype.send<Input, Output>>[0],
    options?: { readonly abortSignal?: AbortSignal }
  ): Promise<Output>
}

export interface ClientDeps extends StsDeps {
  readonly credentials: CredentialSource
  readonly limit: RateLimit
}

/** A Glue client that acts as the owner of `credentials`. */
export function createGlueClient(deps: ClientDeps): GlueSender {
  const { clock, emit, retries, limit, credentials } = deps
  const client = new GlueClient({ ...deps.transport.settingsFor('GLUE'), credentials })
  readFaster(client)
  const policy = { service: 'glue', retries, clock, emit, limit, renew: credentials.dropOlderThan }
  return {
    send: (command, options = {}) => {
      const signal = options.abortSignal
      const operation = command.constructor.name.replace(/Command$/u, '')
      return callAws(
        policy,
        operation,
        () => client.send(command, signal === undefined ? {} : { abortSignal: signal }),
        signal
      )
    }
  }
}
