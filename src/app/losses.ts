import type { Page } from '../model/ports.ts'
import type { DeadLetterReport } from '../model/report.ts'
import type { Outcome } from '../model/work-unit.ts'
import type { DeadLetters } from '../sink/dead-letters.ts'

/** The file of what a recipe's run has lost, by the recipe's place in the invocation; the design's name for the first. */
export const letterFileOf = (index: number): string => `dead-letters${index === 0 ? '' : `-${index + 1}`}.json`

/**
 * Brings a delivery to its end and keeps what it lost, however it ends. `kept` is told before anything is thrown.
 * @throws whatever the delivery throws.
 */
export async function keepLosses(
  delivery: AsyncIterable<Page<Outcome>>,
  letters: DeadLetters | null,
  kept: (report: DeadLetterReport | null) => void,
  replaces = true
): Promise<void> {
  let isWhole = false
  try {
    for await (const outcomes of delivery) await letters?.add(outcomes)
    isWhole = true
  } finally {
    // What an earlier run lost is written again by a run that comes to its end.
    if (letters !== null) kept(await letters.end(replaces && isWhole))
  }
}
