import type { Operation } from '../../../datahub/aspect-types.ts'
import { FULL_TABLE } from '../../../datahub/aspects.ts'
import type { TableTimes } from './dataset-properties.ts'

/** That a table was created, and when it was changed since; both are `operation`s of their own time. */
export function operations({ created, updated }: TableTimes): Operation[] {
  return [
    ...(created === null ? [] : [operation('CREATE', created)]),
    ...(updated === null || updated === created ? [] : [operation('UPDATE', updated)])
  ]
}

const operation = (operationType: Operation['operationType'], time: number): Operation => ({
  timestampMillis: time,
  partitionSpec: FULL_TABLE,
  operationType,
  lastUpdatedTimestamp: time
})
