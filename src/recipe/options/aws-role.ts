import { type ConfigMap, type ConfigNode, entryOf, isOpen, shown } from '../../core/config/node.ts'
import { type Options, option, planned, readOptions, required } from '../../core/config/option.ts'
import {
  anything,
  INVALID,
  type Invalid,
  mismatch,
  orNull,
  type ReadContext,
  type Type,
  text
} from '../../core/config/types.ts'
import { quoted } from '../../core/quote.ts'
import type { RoleToAssume } from '../../model/recipe.ts'

const NAME = 'a role ARN, or a list of them, each as text or as {RoleArn, ExternalId}'
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/

/** What else STS AssumeRole takes; the peer passes it on as it is. */
const OTHER_ARGUMENTS = [
  ...['RoleSessionName', 'PolicyArns', 'Policy', 'DurationSeconds', 'Tags', 'TransitiveTagKeys', 'SerialNumber'],
  ...['TokenCode', 'SourceIdentity', 'ProvidedContexts']
] as const

const ROLE_OPTIONS = {
  RoleArn: required(text, 'The ARN of the role.'),
  ExternalId: option(orNull(text), null, 'The external id that the role’s trust policy asks for.')
} as const

const ALL_ARGUMENTS: Options & typeof ROLE_OPTIONS = {
  ...ROLE_OPTIONS,
  ...Object.fromEntries(OTHER_ARGUMENTS.map((name) => [name, planned(anything, null, 'An argument of AssumeRole.')]))
}

/** `aws_role`: one role or several; an empty text is none, as with the peer. */
export const awsRoles: Type<readonly RoleToAssume[]> = {
  name: NAME,
  read(node, context) {
    if (node.kind === 'scalar' && (node.type === 'null' || (node.type === 'string' && node.value === ''))) return []
    if (node.kind !== 'list') return one(readArn(node, context))
    const known = node.items.filter((item) => !isOpen(item))
    const roles = known.map((item) => (item.kind === 'map' ? readRole(item, context) : readArn(item, context)))
    const valid = roles.flatMap((role) => (role === INVALID ? [] : [role]))
    return valid.length < roles.length ? INVALID : valid
  }
}

const one = (role: RoleToAssume | Invalid): readonly RoleToAssume[] | Invalid => (role === INVALID ? INVALID : [role])

function readArn(node: ConfigNode, context: ReadContext): RoleToAssume | Invalid {
  if (node.kind === 'map') return mismatch(node, NAME, context, 'put it into a list: begin the line with "- "')
  const arn = text.read(node, context)
  return arn === INVALID ? INVALID : checkedRole({ roleArn: arn, externalId: null }, node, context)
}

function readRole(node: ConfigMap, context: ReadContext): RoleToAssume | Invalid {
  const role = readOptions(node, ALL_ARGUMENTS, { where: 'aws_role', unknown: 'error' }, context)
  if (role === INVALID) return INVALID
  const place = entryOf(node, 'RoleArn')?.value ?? node
  return checkedRole({ roleArn: role.RoleArn, externalId: role.ExternalId }, place, context)
}

function checkedRole(role: RoleToAssume, node: ConfigNode, context: ReadContext): RoleToAssume | Invalid {
  if (ROLE_ARN.test(role.roleArn) || isOpen(node)) return role
  const message = `${node.kind === 'scalar' ? shown(node) : quoted(role.roleArn)} is no role ARN`
  const cure = 'write it as arn:aws:iam::<account id>:role/<name>'
  context.tell(node.at, 'error', { code: 'bad-role-arn', message, cure })
  return INVALID
}
