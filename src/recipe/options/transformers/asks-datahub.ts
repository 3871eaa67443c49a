import type { TransformerOptions } from '../../../model/transformers.ts'

/** Whether a transformer cannot do its work without what DataHub holds. */
export function asksDatahub(options: TransformerOptions): boolean {
  switch (options.kind) {
    case 'clean-owners':
    case 'terms-from-tags':
    case 'domains-by-tags':
    case 'add-domains':
      return true
    default:
      return 'patch' in options && options.patch
  }
}
