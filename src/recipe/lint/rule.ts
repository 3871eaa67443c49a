import type { ConfigMap } from '../../core/config/node.ts'
import type { ReadContext } from '../../core/config/types.ts'

/** Looks at a whole recipe, variables filled in, and tells what is allowed and still hardly meant. */
export type Lint = (root: ConfigMap, context: ReadContext) => void
