import { entryOf, isOpen, memberOf, shown } from '../../core/config/node.ts'
import type { Lint } from './rule.ts'

/** Types of transformers that the peer calls deprecated, and what they are now (transformer/dataset_domain.py, …). */
const RENAMED: Readonly<Record<string, string>> = {
  simple_add_dataset_ownership: 'simple_add_ownership',
  pattern_add_dataset_ownership: 'pattern_add_ownership',
  simple_add_dataset_domain: 'simple_add_domain',
  pattern_add_dataset_domain: 'pattern_add_domain'
}

/** Old names of transformers and of their options. */
export const lintDeprecated: Lint = (root, context) => {
  const transformers = memberOf(root, 'transformers')
  for (const node of transformers?.kind === 'list' ? transformers.items : []) {
    const type = memberOf(node, 'type')
    if (type?.kind !== 'scalar' || type.type !== 'string' || isOpen(type)) continue
    const now = Object.hasOwn(RENAMED, type.value) ? RENAMED[type.value] : undefined
    if (now !== undefined) {
      const cure = `write '${now}', with \`entity_types: [dataset]\` where only datasets are meant`
      context.tell(type.at, 'warning', { code: 'deprecated-name', message: `${shown(type)} is an old name`, cure })
    }
    const config = memberOf(node, 'config')
    const prefix = config?.kind === 'map' ? entryOf(config, 'tag_prefix') : undefined
    if (type.value !== 'extract_ownership_from_tags' || prefix === undefined) continue
    const told = { code: 'deprecated-name', message: "'tag_prefix' is an old name", cure: "write 'tag_pattern'" }
    context.tell(prefix.key.at, 'warning', told)
  }
}
