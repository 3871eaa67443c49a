/** An IAM role's ARN, taken apart. */
export interface RoleArn {
  readonly arn: string
  readonly partition: string
  readonly account: string
  /** The last part, without the path: unique in its account. */
  readonly name: string
}

const ROLE = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:[\x21-\x7e]+\/)?([\w+=,.@-]{1,64})$/u
const SESSION = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/[\w+=,.@-]+$/u

/** Takes a role's ARN apart; null when it is not one. */
export function parseRoleArn(arn: string): RoleArn | null {
  const [, partition, account, name] = ROLE.exec(arn) ?? []
  return partition === undefined || account === undefined || name === undefined
    ? null
    : { arn, partition, account, name }
}

/**
 * Whether a caller, as GetCallerIdentity names it, is a session of a role. A session's ARN says
 * `assumed-role/NAME/SESSION` and leaves the role's path out; names are unique in an account whatever their path.
 */
export function isSessionOf(callerArn: string, roleArn: string): boolean {
  const [, partition, account, name] = SESSION.exec(callerArn) ?? []
  const role = parseRoleArn(roleArn)
  return role !== null && role.partition === partition && role.account === account && role.name === name
}

/** What is wrong with a text that should be a role's ARN, as the end of a sentence. */
export function faultOfRoleArn(text: string): string {
  if (SESSION.test(text)) return 'is the ARN of a session of a role, not of the role'
  if (/^arn:aws[a-z-]*:iam::\d{12}:instance-profile\//u.test(text)) return 'is the ARN of an instance profile'
  if (/^arn:aws[a-z-]*:iam::\d{12}:user\//u.test(text)) return 'is the ARN of a user'
  if (/^[\w+=,.@-]{1,64}$/u.test(text)) return "is a role's name, not its ARN"
  if (text !== text.trim()) return 'has spaces around it'
  return 'is not the ARN of an IAM role'
}
