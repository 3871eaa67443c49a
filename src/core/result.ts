/** The outcome of something that can fail for a reason the caller is expected to handle. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** A success that holds `value`. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** A failure that holds `error`. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })
