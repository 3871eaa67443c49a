import { type ConfigMap, entryOf, isOpen } from '../../core/config/node.ts'
import { option, section } from '../../core/config/option.ts'
import { flag, integer, orNull, type ReadContext, text } from '../../core/config/types.ts'
import { ALLOW_ALL, nameFilter } from './name-filter.ts'

const parameter = (what: string) => option(orNull(text), null, `The parameter of a table or column that holds ${what}.`)

const OPERATION = {
  lower_freq_profile_enabled: option(flag, false, 'Whether profiles are made on some days only.'),
  profile_day_of_week: option(orNull(integer({ min: 0, max: 6 })), null, 'The day of the week, 0 is Monday.'),
  profile_date_of_month: option(orNull(integer({ min: 1, max: 31 })), null, 'The day of the month.')
} as const

interface Days {
  readonly profile_day_of_week: number | null
  readonly profile_date_of_month: number | null
}

const DAYS = ['profile_day_of_week', 'profile_date_of_month'] as const

/** The peer looks at the value before it is read as a boolean: any text but an empty one counts (operation_config.py). */
function checkDays(days: Days, map: ConfigMap, context: ReadContext): boolean {
  const enabled = entryOf(map, 'lower_freq_profile_enabled')
  const value = enabled?.value
  const isOn = value?.kind === 'scalar' && value.open !== true && value.type !== 'null' && Boolean(value.value)
  const isDayOpen = DAYS.some((day) => isOpen(entryOf(map, day)?.value ?? map))
  if (!isOn || isDayOpen || DAYS.some((day) => days[day] !== null)) return true
  context.tell(enabled?.key.at ?? map.at, 'error', {
    code: 'missing-key',
    message: 'lower_freq_profile_enabled is set without a day',
    cure: 'add profile_day_of_week or profile_date_of_month'
  })
  return false
}

/** `profiling` (source/glue_profiling_config.py). */
export const PROFILING = {
  enabled: option(flag, false, 'Whether profiles are made from table and column parameters.'),
  profile_table_level_only: option(flag, false, 'Whether profiles leave out columns.'),
  row_count: parameter('the number of rows'),
  column_count: parameter('the number of columns'),
  unique_count: parameter('the number of distinct values'),
  unique_proportion: parameter('the share of distinct values'),
  null_count: parameter('the number of nulls'),
  null_proportion: parameter('the share of nulls'),
  min: parameter('the smallest value'),
  max: parameter('the largest value'),
  mean: parameter('the mean'),
  median: parameter('the median'),
  stdev: parameter('the standard deviation'),
  partition_patterns: option(nameFilter, ALLOW_ALL, 'Which partitions get a profile.'),
  operation_config: option(
    section(OPERATION, 'source.config.profiling.operation_config', { check: checkDays }),
    null,
    'On which days profiles are made.'
  )
} as const
