import { option, section } from '../../core/config/option.ts'
import { INVALID, orNull, record, schemaOf, type Type, text } from '../../core/config/types.ts'
import { quotedKey } from '../../core/quote.ts'

/** The instance and environment that another recipe gives the same assets (source/aws/glue.py TargetPlatformConfig). */
const TARGET = {
  platform_instance: option(orNull(text), null, 'The platform instance that the other recipe uses.'),
  env: option(orNull(text), null, 'The environment that the other recipe uses.')
} as const

type Targets = Readonly<Record<string, { readonly platform_instance: string | null; readonly env: string | null }>>

export const targetPlatforms: Type<Targets> = record(section(TARGET, 'source.config.target_platform_configs'))

const CATALOGUE_ARN = /^arn:(aws[a-z-]*):glue:([^:\s]+):\d{12}$/

/** Regions of AWS's partitions other than the commercial one (botocore's endpoints.json). */
const PARTITIONS: readonly (readonly [RegExp, string])[] = [
  [/^cn-\w+-\d+$/, 'aws-cn'],
  [/^us-gov-\w+-\d+$/, 'aws-us-gov'],
  [/^us-iso-\w+-\d+$/, 'aws-iso'],
  [/^us-isob-\w+-\d+$/, 'aws-iso-b'],
  [/^eu-isoe-\w+-\d+$/, 'aws-iso-e'],
  [/^us-isof-\w+-\d+$/, 'aws-iso-f'],
  [/^eusc-de-\w+-\d+$/, 'aws-eusc']
]

/** The partition of a region; one that nobody knows is taken for commercial, as the peer does. */
export const partitionOf = (region: string): string =>
  PARTITIONS.find(([pattern]) => pattern.test(region))?.[1] ?? 'aws'

const instances = record(section(TARGET, 'source.config.catalog_to_platform_instance'))

/** Keys are `arn:{partition}:glue:{region}:{account}`, and the partition is that of the region. */
export const catalogueInstances: Type<Targets> = {
  name: instances.name,
  schema: schemaOf(instances),
  read(node, context) {
    const values = instances.read(node, context)
    if (node.kind !== 'map') return values
    const wrong = node.entries.filter(({ key }) => {
      const [, partition, region = ''] = CATALOGUE_ARN.exec(String(key.value)) ?? []
      return partition !== partitionOf(region)
    })
    for (const { key } of wrong) {
      context.tell(key.at, 'error', {
        code: 'bad-catalogue-arn',
        message: `${quotedKey(String(key.value))} is no ARN of a Glue catalogue`,
        cure: 'write it as arn:<partition of the region>:glue:<region>:<account id>'
      })
    }
    return wrong.length > 0 ? INVALID : values
  }
}
