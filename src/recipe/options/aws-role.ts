import { type ConfigMap, type ConfigNode, entryOf, isOpen, shown } from '../../core/config/node.ts'
import {
  type Option,
  option,
  optionsSchema,
  planned,
  readOptions,
  required,
  section
} from '../../core/config/option.ts'
import {
  anything,
  INVALID,
  type Invalid,
  integer,
  list,
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
/** An empty text is no role. */
const ARN_SCHEMA = { type: 'string', pattern: `^$|${ROLE_ARN.source}` } as const

/** Absent as null is: the peer leaves out what is null (aws_common.py assume_role). */
const argument = <T>(type: Type<T>, doc: string): Option<T | null> => option(orNull(type), null, doc)

const POLICY_ARN = { arn: required(text, 'The ARN of a managed policy.') } as const
const TAG = { Key: required(text, 'The key of a session tag.'), Value: required(text, 'Its value.') } as const

const ROLE_OPTIONS = {
  RoleArn: required(text, 'The ARN of the role.'),
  ExternalId: argument(text, 'The external id that the role’s trust policy asks for.'),
  RoleSessionName: argument(text, 'The name of the session; by default the input role-session-name.'),
  DurationSeconds: argument(integer({ min: 900, max: 43_200 }), 'How long the session lasts.'),
  Policy: argument(text, 'A policy, as JSON, that the session is narrowed to.'),
  PolicyArns: argument(list(section(POLICY_ARN, 'PolicyArns')), 'Managed policies that the session is narrowed to.'),
  Tags: argument(list(section(TAG, 'Tags')), 'Session tags.'),
  TransitiveTagKeys: argument(list(text), 'The tags that the next roles’ sessions inherit.'),
  SourceIdentity: argument(text, 'Who stands behind the session.'),
  SerialNumber: argument(text, 'The MFA device of the caller.'),
  TokenCode: argument(text, 'What the MFA device shows, as a variable.'),
  ProvidedContexts: planned(anything, null, 'Trusted contexts of identity providers.')
} as const

/** `aws_role`: one role or several; an empty text is none, as with the peer. */
export const awsRoles: Type<readonly RoleToAssume[]> = {
  name: NAME,
  schema: {
    anyOf: [
      ARN_SCHEMA,
      { type: 'null' },
      { type: 'array', items: { anyOf: [ARN_SCHEMA, optionsSchema(ROLE_OPTIONS)] } }
    ]
  },
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
  const role = readOptions(node, ROLE_OPTIONS, { where: 'aws_role', unknown: 'error' }, context)
  if (role === INVALID) return INVALID
  const { RoleArn, ExternalId, ProvidedContexts: _refused, ...others } = role
  if ((role.SerialNumber === null) !== (role.TokenCode === null)) return withoutPair(node, context)
  const given = Object.entries(others).filter(([, value]) => value !== null)
  const place = entryOf(node, 'RoleArn')?.value ?? node
  const plain = { roleArn: RoleArn, externalId: ExternalId }
  const full = given.length === 0 ? plain : { ...plain, others: Object.fromEntries(given) }
  return checkedRole(full, place, context)
}

/** STS asks for both, and the code is good for one call: a session that is renewed needs a new one. */
function withoutPair(node: ConfigMap, context: ReadContext): Invalid {
  const message = 'SerialNumber and TokenCode belong together'
  context.tell(node.at, 'error', { code: 'bad-role-argument', message, cure: 'give both, or none' })
  return INVALID
}

function checkedRole(role: RoleToAssume, node: ConfigNode, context: ReadContext): RoleToAssume | Invalid {
  if (ROLE_ARN.test(role.roleArn) || isOpen(node)) return role
  const message = `${node.kind === 'scalar' ? shown(node) : quoted(role.roleArn)} is no role ARN`
  const cure = 'write it as arn:aws:iam::<account id>:role/<name>'
  context.tell(node.at, 'error', { code: 'bad-role-arn', message, cure })
  return INVALID
}
