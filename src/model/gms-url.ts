/** The variables that name a GMS, in the order in which they are looked at. */
export const GMS_URL_VARIABLES = ['GMS_URL', 'DATAHUB_GMS_URL'] as const

/** What is wrong with the address of a GMS, and how to mend it. */
export interface GmsUrlFault {
  /** In one line that goes on from `it`; without the address, which may hold a password. */
  readonly message: string
  readonly cure: string
}

/** What is wrong with an address that an input or a variable gives; null: nothing. `token`: where a token belongs. */
export function gmsUrlFault(address: string, token: string): GmsUrlFault | null {
  const url = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null
  if (url === null) {
    const cure = 'write an address such as https://datahub.example.com/api/gms'
    return { message: 'it is not an http or https address', cure }
  }
  if (url.username === '' && url.password === '') return null
  return { message: 'it holds a user name or password', cure: `put a token into ${token} instead` }
}
