import type { ProfilingOptions } from '../../../model/recipe.ts'

const DAYS_A_WEEK = 7

/**
 * Whether profiles are made at `now`, milliseconds since the epoch (operation_config.py is_profiling_enabled). Days are
 * those of UTC, whatever the machine's time zone. 0 is Monday.
 */
export function isProfilingDay({ days }: Pick<ProfilingOptions, 'days'>, now: number): boolean {
  if (days === null) return true
  const today = new Date(now)
  const weekday = (today.getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK
  const isWeekday = days.dayOfWeek === null || days.dayOfWeek === weekday
  return isWeekday && (days.dateOfMonth === null || days.dateOfMonth === today.getUTCDate())
}
