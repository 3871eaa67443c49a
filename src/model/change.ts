/** How the columns of a table differ from those of the last run. */
export interface ColumnChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly retyped: readonly { readonly column: string; readonly from: string; readonly to: string }[]
}

/** A table or view that is otherwise than in the last run. */
export interface TableChange extends ColumnChanges {
  readonly urn: string
  /** `changed` without any change of columns: something else of it is otherwise. */
  readonly kind: 'new' | 'changed'
}
