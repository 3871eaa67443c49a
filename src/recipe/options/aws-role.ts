import type { RoleToAssume } from '../../model/recipe.ts'
import { entryOf, isOpen, type RecipeNode } from '../node.ts'
import { option, readOptions, required } from '../option.ts'
import { INVALID, type Invalid, mismatch, orNull, type ReadContext, type Type, text } from '../types.ts'

const NAME = 'a role ARN, or a list of them, each as text or as {RoleArn, ExternalId}'
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/

/** STS AssumeRole's own words; of what else it takes, the peer passes on everything and this program nothing. */
const ROLE_OPTIONS = {
  RoleArn: required(text, 'The ARN of the role.'),
  ExternalId: option(orNull(text), null, 'The external id that the role’s trust policy asks for.')
} as const

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

function readArn(node: RecipeNode, context: ReadContext): RoleToAssume | Invalid {
  if (node.kind === 'map') return mismatch(node, NAME, context, 'put it into a list: begin the line with "- "')
  const arn = text.read(node, context)
  return arn === INVALID ? INVALID : checked({ roleArn: arn, externalId: null }, node, context)
}

function readRole(node: RecipeNode & { kind: 'map' }, context: ReadContext): RoleToAssume | Invalid {
  const role = readOptions(node, ROLE_OPTIONS, { where: 'aws_role', unknown: 'error' }, context)
  if (role === INVALID) return INVALID
  const place = entryOf(node, 'RoleArn')?.value ?? node
  return checked({ roleArn: role.RoleArn, externalId: role.ExternalId }, place, context)
}

function checked(role: RoleToAssume, node: RecipeNode, context: ReadContext): RoleToAssume | Invalid {
  if (ROLE_ARN.test(role.roleArn)) return role
  context.tell(node.at, 'error', {
    code: 'bad-role-arn',
    message: `'${role.roleArn}' is no role ARN`,
    cure: 'write it as arn:aws:iam::<account id>:role/<name>'
  })
  return INVALID
}
