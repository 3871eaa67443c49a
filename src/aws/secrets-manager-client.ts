import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { callAws } from './call.ts'
import type { ClientDeps } from './clients.ts'

/** Reads secrets of AWS Secrets Manager. */
export interface SecretReader {
  /**
   * The text of a secret's current version, by its name or ARN; null: it holds bytes.
   * @throws AwsCallError when it failed for good · AppError when the identity was lost · the signal's reason
   */
  secret(id: string, signal?: AbortSignal): Promise<string | null>
}

/** A client for Secrets Manager that acts as the owner of `credentials`. */
export function createSecretReader(deps: ClientDeps): SecretReader {
  const { clock, emit, retries, limit, credentials } = deps
  const client = new SecretsManagerClient({ ...deps.transport.settingsFor('SECRETS_MANAGER'), credentials })
  const policy = { service: 'secretsmanager', retries, clock, emit, limit, renew: credentials.dropOlderThan }
  return {
    secret: async (id, signal) => {
      const command = new GetSecretValueCommand({ SecretId: id })
      const options = signal === undefined ? {} : { abortSignal: signal }
      const answer = await callAws(policy, 'GetSecretValue', () => client.send(command, options), signal)
      return answer.SecretString ?? null
    }
  }
}
