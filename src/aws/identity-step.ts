import type { Identity } from '../model/report.ts'
import type { Caller } from './sts.ts'

/** How far the way to an identity has come, for who wants to tell of it hop by hop. */
export type IdentityStep =
  /** Where it begins and the roles that come after. `firstRole`: the one that GitHub's token is exchanged for. */
  | {
      readonly kind: 'planned'
      readonly source: Identity['source']
      readonly firstRole: string | null
      readonly chain: readonly string[]
      readonly region: string
    }
  /** AWS has confirmed who the credentials are, of the role that was assumed; null: those that it begins with. */
  | { readonly kind: 'proven'; readonly role: string | null; readonly caller: Caller }
  /** A role of the chain that the identity is a session of already. */
  | { readonly kind: 'skipped'; readonly role: string }
