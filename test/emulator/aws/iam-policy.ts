/** A statement of an IAM policy, as its JSON writes it. */
export interface PolicyStatement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | boolean | readonly string[]>>>>
}

/** An IAM policy document: a permissions policy, a session policy or a role's trust policy. */
export interface PolicyDocument {
  readonly Version?: string
  readonly Statement: PolicyStatement | readonly PolicyStatement[]
}

/** What is asked of a policy. */
export interface PolicyQuestion {
  readonly action: string
  readonly resource?: string
  /** Principals that the caller counts as, by kind: `{AWS: […], Federated: […]}`. Only trust policies look at them. */
  readonly principals?: Readonly<Record<string, readonly string[]>>
  /** Condition keys and their values, such as `sts:ExternalId`. Keys are compared without regard to case. */
  readonly context?: Readonly<Record<string, string>>
}

/** `deny` is an explicit one and wins over everything; `silent` is IAM's implicit deny. */
export type Decision = 'allow' | 'deny' | 'silent'

/** Decides as IAM does: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function decide(policy: PolicyDocument, question: PolicyQuestion): Decision {
  const matching = listOf(policy.Statement).filter((statement) => applies(statement, question))
  if (matching.some((statement) => statement.Effect === 'Deny')) return 'deny'
  return matching.length > 0 ? 'allow' : 'silent'
}

function applies(statement: PolicyStatement, question: PolicyQuestion): boolean {
  return (
    actionApplies(statement, question.action) &&
    resourceApplies(statement, question.resource) &&
    principalApplies(statement, question) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => conditionHolds(operator, wanted, contextValue(question, key)))
    )
  )
}

function actionApplies(statement: PolicyStatement, action: string): boolean {
  if (statement.NotAction !== undefined) return !listOf(statement.NotAction).some((glob) => like(glob, action, 'iu'))
  return listOf(statement.Action ?? []).some((glob) => like(glob, action, 'iu'))
}

function resourceApplies(statement: PolicyStatement, resource: string | undefined): boolean {
  if (resource === undefined) return true
  return listOf(statement.Resource ?? []).some((glob) => like(glob, resource, 'u'))
}

function principalApplies(statement: PolicyStatement, question: PolicyQuestion): boolean {
  const asked = question.principals
  if (asked === undefined) return true
  if (statement.Principal === undefined) return false
  if (statement.Principal === '*') return true
  return Object.entries(statement.Principal).some(([kind, wanted]) =>
    listOf(wanted).some((principal) => principal === '*' || (asked[kind] ?? []).includes(principal))
  )
}

function contextValue(question: PolicyQuestion, key: string): string | undefined {
  const wanted = key.toLowerCase()
  return Object.entries(question.context ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1]
}

type Wanted = string | boolean | readonly string[]

function conditionHolds(written: string, wanted: Wanted, actual: string | undefined): boolean {
  const operator = written.replace(/^For(Any|All)Values?:/u, '')
  const values = (Array.isArray(wanted) ? wanted : [wanted]).map(String)
  if (operator === 'Null') return values.includes(String(actual === undefined))
  if (actual === undefined) return operator.endsWith('IfExists') || written.startsWith('ForAllValues:')
  return compare(operator.replace(/IfExists$/u, ''), values, actual)
}

function compare(operator: string, values: readonly string[], actual: string): boolean {
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return values.includes(actual)
    case 'StringNotEquals':
      return !values.includes(actual)
    case 'StringEqualsIgnoreCase':
      return values.some((value) => value.toLowerCase() === actual.toLowerCase())
    case 'StringLike':
    case 'ArnLike':
    case 'ArnEquals':
      return values.some((glob) => like(glob, actual, 'u'))
    case 'StringNotLike':
    case 'ArnNotLike':
      return !values.some((glob) => like(glob, actual, 'u'))
    default:
      throw new Error(`the stand-in knows no condition operator ${operator}`)
  }
}

function like(glob: string, text: string, flags: 'u' | 'iu'): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\/]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${pattern}$`, `${flags}s`).test(text)
}

function listOf<T>(oneOrMany: T | readonly T[]): readonly T[] {
  return Array.isArray(oneOrMany) ? oneOrMany : [oneOrMany as T]
}
