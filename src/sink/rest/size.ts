/** Bytes of a request around its work units, whichever of GMS's interfaces it goes to. */
export const ENVELOPE_BYTES = JSON.stringify({ proposals: [], async: 'false' }).length

/** Bytes of what surrounds a work unit within a request, at most: names of members, of its type and of its aspect. */
export const AROUND_UNIT = 512
