/** A group of AWS regions with an identity system of its own. ARNs and host names carry it. */
export interface AwsPartition {
  /** The second part of an ARN, such as `aws-cn`. */
  readonly id: string
  /** What host names end with, such as `amazonaws.com.cn`. */
  readonly dnsSuffix: string
  /** The same for hosts that are reached by IPv6 too, such as `api.aws`. */
  readonly dualStackDnsSuffix: string
}

const COMMERCIAL: AwsPartition = { id: 'aws', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: 'api.aws' }

/** By the first words of a region's name, as the SDKs' `partitions.json` tells them apart. */
const OTHERS: readonly (readonly [RegExp, AwsPartition])[] = [
  [/^cn-/u, { id: 'aws-cn', dnsSuffix: 'amazonaws.com.cn', dualStackDnsSuffix: 'api.amazonwebservices.com.cn' }],
  [/^us-gov-/u, { id: 'aws-us-gov', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: 'api.aws' }],
  [/^us-iso-/u, { id: 'aws-iso', dnsSuffix: 'c2s.ic.gov', dualStackDnsSuffix: 'api.aws.ic.gov' }],
  [/^us-isob-/u, { id: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov', dualStackDnsSuffix: 'api.aws.scloud' }],
  [/^eu-isoe-/u, { id: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk', dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk' }],
  [/^us-isof-/u, { id: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov', dualStackDnsSuffix: 'api.aws.hci.ic.gov' }],
  [/^eusc-/u, { id: 'aws-eusc', dnsSuffix: 'amazonaws.eu', dualStackDnsSuffix: 'api.amazonwebservices.eu' }]
]

/** Regions that were asked for: every table's ARN asks. */
const known = new Map<string, AwsPartition>()

/** The partition of a region; a region that is not known is taken for a commercial one, as the peer does (glue.py). */
export function partitionOf(region: string): AwsPartition {
  const found = known.get(region) ?? OTHERS.find(([name]) => name.test(region))?.[1] ?? COMMERCIAL
  known.set(region, found)
  return found
}
