/** One arrow of the graph. `written` is the name under which `to` asks for it: `from` itself, or a group that holds it. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly written: string
}

/**
 * Something that makes a DAG impossible to run, told by names. Whoever read the file knows where `taskId`'s `key` and,
 * in it, `value` stand, and makes a Diagnostic of it.
 */
export interface DagProblem {
  /** Stable identifier in kebab-case. */
  readonly code:
    | 'duplicate-task'
    | 'duplicate-group'
    | 'bad-task-id'
    | 'unknown-upstream'
    | 'cycle'
    | 'bad-trigger-rule'
    | 'bad-teardown'
    | 'bad-expand'
    | 'unknown-pool'
    | 'bad-pool-slots'
  readonly message: string
  readonly cure: string
  /** The task at fault; null when it is the DAG itself. */
  readonly taskId: string | null
  /** The key at fault, as a DAG file spells it, such as `depends_on`. */
  readonly key: string
  /** The value at fault under that key, when it is one of several. */
  readonly value?: string
  /** For a cycle: its edges in order, the last one closing it. */
  readonly trail?: readonly Edge[]
}
