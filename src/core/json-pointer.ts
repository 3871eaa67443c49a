/** A part of a JSON pointer (RFC 6901, 3). */
export const pointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')
