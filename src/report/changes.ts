import type { TableChange } from '../model/change.ts'
import type { ChangesReport } from '../model/report.ts'

/** Tables kept by name of each sort: those that break something, and the others. */
const MOST = 500

/** Whether who reads the table may notice: a column is gone, or is of another type. */
export const isBreaking = ({ removed, retyped }: TableChange): boolean => removed.length + retyped.length > 0

/** Counts what is otherwise than in the last run. Memory is bounded however much it is. */
export class Changes {
  #isKnown = false
  readonly #counts = { new: 0, changed: 0, breaking: 0, unread: 0 }
  readonly #breaking: TableChange[] = []
  readonly #others: TableChange[] = []

  /** From now on nothing told means that nothing has changed. */
  begin(): void {
    this.#isKnown = true
  }

  add(change: TableChange, isRead: boolean): void {
    this.#counts[change.kind] += 1
    if (!isRead) this.#counts.unread += 1
    if (isBreaking(change)) this.#counts.breaking += 1
    const list = isBreaking(change) ? this.#breaking : this.#others
    if (list.length < MOST) list.push(change)
  }

  toReport(): ChangesReport | null {
    if (!this.#isKnown) return null
    const byUrn = (a: TableChange, b: TableChange): number => (a.urn < b.urn ? -1 : 1)
    return { ...this.#counts, tables: [...this.#breaking.sort(byUrn), ...this.#others.sort(byUrn)] }
  }
}
