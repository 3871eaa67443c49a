import { STSClient } from '@aws-sdk/client-sts'
import type { Environment } from '../core/environment.ts'
import { AppError } from '../core/errors.ts'
import { QUIET } from './transport.ts'

export interface RegionSources {
  /** `aws_region` of the recipe. */
  readonly recipe: string | null
  /** The input `aws-region`. */
  readonly input: string | null
  readonly env: Environment
  /** `aws_profile` of the recipe: its section of ~/.aws/config may name a region. */
  readonly profile: string | null
}

const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/u

/**
 * The region that a run acts in: the recipe's, else the input's, else AWS_REGION, AWS_DEFAULT_REGION, else the profile's.
 * @throws AppError (input) when there is none, or when it cannot be the name of a region.
 */
export async function resolveRegion(sources: RegionSources): Promise<string> {
  const { recipe, input, env } = sources
  const named = [
    [recipe, 'aws_region in the recipe'],
    [input, 'the input aws-region'],
    [env.AWS_REGION, 'the environment variable AWS_REGION'],
    [env.AWS_DEFAULT_REGION, 'the environment variable AWS_DEFAULT_REGION']
  ] as const
  for (const [value, where] of named) {
    if (value !== null && value !== undefined && value.trim() !== '') return checked(value.trim(), where)
  }
  const ofProfile = await regionOfProfile(sources.profile ?? env.AWS_PROFILE ?? null)
  if (ofProfile !== null) return checked(ofProfile, 'the AWS configuration file')
  throw new AppError('No AWS region is given', {
    kind: 'input',
    code: 'aws-region-missing',
    cure: 'Set the input aws-region, aws_region in the recipe, or the environment variable AWS_REGION'
  })
}

function checked(region: string, where: string): string {
  if (REGION.test(region)) return region
  throw new AppError(`"${region}" cannot be the name of an AWS region (from ${where})`, {
    kind: 'input',
    code: 'aws-region-invalid',
    cure: 'Write a region code such as eu-central-1'
  })
}

/** The SDK reads ~/.aws/config (or AWS_CONFIG_FILE) itself. */
async function regionOfProfile(profile: string | null): Promise<string | null> {
  const client = new STSClient({ ...(profile === null ? {} : { profile }), logger: QUIET })
  try {
    return await client.config.region()
  } catch {
    return null
  } finally {
    client.destroy()
  }
}
