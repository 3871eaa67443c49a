/** How much a diagnostic matters: an `error` makes its file unusable, a `warning` does not. */
export type Severity = 'error' | 'warning' | 'notice'

/** A place in a text file. Lines and columns are counted from 1, as editors and GitHub annotations count them. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Something to say about one place of one file that the user wrote. */
export interface Diagnostic {
  /** Path as the user gave it, relative to the working directory where possible. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: Severity
  /** Stable identifier in kebab-case, such as `unknown-key`. */
  readonly code: string
  /** What is wrong, in one line. Never contains a secret. */
  readonly message: string
  /** How to mend it, in one line. */
  readonly cure?: string
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 }

/** Orders diagnostics worst first, then by file, line and column. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column
  )
}

/** `recipes/glue.yml:4:5 error unknown-key: … — cure`, the form that editors and terminals make clickable. */
export function formatDiagnostic(d: Diagnostic): string {
  const cure = d.cure === undefined ? '' : ` — ${d.cure}`
  return `${d.file}:${d.line}:${d.column} ${d.severity} ${d.code}: ${d.message}${cure}`
}

/** Whether any of the diagnostics makes its file unusable. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error')
