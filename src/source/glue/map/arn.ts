import { partitionOf } from '../../../model/aws-partition.ts'
import type { GlueOptions } from '../../../model/recipe.ts'

/**
 * The ARN of a database, or with `table` of a table, as the peer writes it (glue.py get_glue_arn): with the region that
 * the recipe names, which may be none.
 */
export function glueArn(options: GlueOptions, account: string, database: string, table?: string): string {
  const region = options.aws.region ?? ''
  const prefix = `arn:${partitionOf(region).id}:glue:${region}:${account}`
  return table === undefined || table === '' ? `${prefix}:database/${database}` : `${prefix}:table/${database}/${table}`
}
