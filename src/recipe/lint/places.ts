import { type ConfigNode, type ConfigScalar, isOpen, keyText, memberOf, shown } from '../../core/config/node.ts'
import type { ReadContext } from '../../core/config/types.ts'
import { suggest } from '../../core/suggest.ts'
import { REGIONS } from '../../model/aws-regions.ts'
import type { Lint } from './rule.ts'

/** Regions, accounts, ARNs and urns that are hardly what was meant. */
export const lintPlaces: Lint = (root, context) => {
  const config = memberOf(memberOf(root, 'source'), 'config')
  lintRegion(memberOf(config, 'aws_region'), context)
  lintRegion(memberOf(memberOf(config, 'aws_advanced_config'), 'region_name'), context)
  lintCatalogue(memberOf(config, 'catalog_id'), context)
  const domains = memberOf(config, 'domain')
  for (const { key } of domains?.kind === 'map' ? domains.entries : []) lintDomain(key, context)
  lintPolicies(memberOf(config, 'aws_role'), context)
  const transformers = memberOf(root, 'transformers')
  for (const node of transformers?.kind === 'list' ? transformers.items : []) lintTransformer(node, context)
}

type Text = ConfigScalar & { readonly type: 'string' }

const isText = (node: ConfigNode | undefined): node is Text =>
  node?.kind === 'scalar' && node.type === 'string' && !isOpen(node) && node.value !== ''

const REGION = /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}$/

/** What stands before a region's number. */
const areaOf = (region: string): string => region.replace(/\d+$/, '')

/** A region may be newer than the list: only one that has a known one's likeness, and not its area, is a slip. */
function lintRegion(node: ConfigNode | undefined, context: ReadContext): void {
  if (!isText(node) || REGIONS.includes(node.value)) return
  const isNew = REGION.test(node.value) && REGIONS.some((known) => areaOf(known) === areaOf(node.value))
  const near = suggest(node.value, REGIONS)
  if (isNew || (near === null && REGION.test(node.value))) return
  const cure = near === null ? 'write it as eu-central-1' : `did you mean '${near}'?`
  context.tell(node.at, 'warning', { code: 'bad-region', message: `${shown(node)} is no region of AWS`, cure })
}

/** What was meant for an account: digits, and what people put between them. Other catalogues have names. */
const LIKE_AN_ACCOUNT = /^[\d\s-]+(?=:|$)/
const ACCOUNT = /^\d{12}(?=:|$)/

function lintCatalogue(node: ConfigNode | undefined, context: ReadContext): void {
  if (!isText(node) || ACCOUNT.test(node.value) || !LIKE_AN_ACCOUNT.test(node.value)) return
  const message = `${shown(node)} is no id of a catalogue`
  context.tell(node.at, 'warning', { code: 'bad-catalogue-id', message, cure: 'write the 12 digits of the account' })
}

function lintDomain(node: ConfigScalar, context: ReadContext): void {
  const domain = String(node.value)
  if (!domain.startsWith('urn:') || /^urn:li:domain:./.test(domain)) return
  const message = `${shown(node)} is no urn of a domain`
  const cure = 'write it as urn:li:domain:…, or give the id or the name of the domain'
  context.tell(node.at, 'warning', { code: 'bad-urn', message, cure })
}

const POLICY = /^arn:aws[a-z-]*:iam::(?:aws|\d{12}):policy\/.+$/

/** Policies that the sessions of roles are narrowed to. */
function lintPolicies(roles: ConfigNode | undefined, context: ReadContext): void {
  for (const role of roles?.kind === 'list' ? roles.items : []) {
    const policies = memberOf(role, 'PolicyArns')
    for (const policy of policies?.kind === 'list' ? policies.items : []) {
      const arn = memberOf(policy, 'arn')
      if (!isText(arn) || POLICY.test(arn.value)) continue
      const cure = 'write it as arn:aws:iam::<account id>:policy/<name>'
      const message = `${shown(arn)} is no ARN of a policy`
      context.tell(arn.at, 'warning', { code: 'bad-policy-arn', message, cure })
    }
  }
}

/** Where transformers name domains, owners and datasets. */
function lintTransformer(node: ConfigNode, context: ReadContext): void {
  const config = memberOf(node, 'config')
  for (const domain of textsBelow(memberOf(config, 'domains'))) lintDomain(domain, context)
  const patterns = memberOf(memberOf(config, 'domain_pattern'), 'rules')
  const mapping = memberOf(config, 'domain_mapping')
  for (const domain of [...valuesOf(patterns), ...valuesOf(mapping)]) lintDomain(domain, context)
  const owners = [
    ...textsBelow(memberOf(config, 'owner_urns')),
    ...valuesOf(memberOf(memberOf(config, 'owner_pattern'), 'rules'))
  ]
  for (const owner of owners) lintOwner(owner, context)
  const products = memberOf(config, 'dataset_to_data_product_urns')
  for (const { key } of products?.kind === 'map' ? products.entries : []) {
    if (/^urn:li:(?:dataset:\(.+,.+,.+\)|container:.+)$/.test(keyText(key))) continue
    const cure = 'write it as urn:li:dataset:(urn:li:dataPlatform:glue,database.table,PROD)'
    context.tell(key.at, 'warning', { code: 'bad-urn', message: 'this is no urn of a dataset', cure })
  }
}

const OWNER = /^urn:li:corp(?:user|Group):./

/** DataHub stores any urn as an owner, and shows only users and groups. */
function lintOwner(owner: Text, context: ReadContext): void {
  if (!owner.value.startsWith('urn:li:') || OWNER.test(owner.value)) return
  const near = suggest(owner.value.split(':')[2] ?? '', ['corpuser', 'corpGroup'])
  const cure = near === null ? 'write urn:li:corpuser:… or urn:li:corpGroup:…' : `did you mean urn:li:${near}:…?`
  context.tell(owner.at, 'warning', { code: 'bad-urn', message: `${shown(owner)} is neither a user nor a group`, cure })
}

const textsBelow = (node: ConfigNode | undefined): readonly Text[] =>
  node?.kind === 'list' ? node.items.filter(isText) : []

/** The texts in a mapping's values, which are texts or lists of them. */
const valuesOf = (node: ConfigNode | undefined): readonly Text[] =>
  node?.kind !== 'map' ? [] : node.entries.flatMap(({ value }) => (isText(value) ? [value] : textsBelow(value)))
