import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { callAws } from './call.ts'
import type { ClientDeps } from './clients.ts'

/** Reads parameters of AWS Systems Manager. */
export interface ParameterReader {
  /**
   * The values of parameters, decrypted, by the names they are asked for (`/path/name`, an ARN, either with `:version` or
   * `:label`). What is not there has none.
   * @throws AwsCallError when it failed for good · AppError when the identity was lost · the signal's reason
   */
  parameters(names: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, string>>
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html, `Names` */
const MOST_NAMES = 10

/** A client for Systems Manager that acts as the owner of `credentials`. */
export function createParameterReader(deps: ClientDeps): ParameterReader {
  const { clock, emit, retries, limit, credentials } = deps
  const client = new SSMClient({ ...deps.transport.settingsFor('SSM'), credentials })
  const policy = { service: 'ssm', retries, clock, emit, limit, renew: credentials.dropOlderThan }
  const read = async (
    names: readonly string[],
    signal?: AbortSignal
  ): Promise<readonly (readonly [string, string])[]> => {
    const command = new GetParametersCommand({ Names: [...names], WithDecryption: true })
    const options = signal === undefined ? {} : { abortSignal: signal }
    const { Parameters = [] } = await callAws(policy, 'GetParameters', () => client.send(command, options), signal)
    return Parameters.flatMap(({ Name = '', ARN = '', Selector = '', Value = '' }) => [
      [`${Name}${Selector}`, Value] as const,
      [`${ARN}${Selector}`, Value] as const
    ])
  }
  return {
    parameters: async (names, signal) => {
      const values = new Map<string, string>()
      for (let from = 0; from < names.length; from += MOST_NAMES) {
        for (const [name, value] of await read(names.slice(from, from + MOST_NAMES), signal)) values.set(name, value)
      }
      return values
    }
  }
}
