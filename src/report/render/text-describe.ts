import type { Json, JsonObject } from '../../core/json.ts'
import type { DescribedMember, DescribedOption, DescribeResult } from '../../model/describe.ts'

/** With more answers than these, each has a line. */
const MOST_IN_FULL = 8

/** Options with types, defaults and what they do, for people. */
export function renderDescription({ options }: DescribeResult): string {
  const texts = options.length > MOST_IN_FULL ? options.map(lineOf) : options.map(blockOf)
  return `${texts.join(options.length > MOST_IN_FULL ? '\n' : '\n\n')}\n`
}

const lineOf = ({ path, schema }: DescribedOption): string => [path, saidBy(schema)].filter(Boolean).join('  ')

function blockOf(option: DescribedOption): string {
  const { path, schema, members } = option
  const facts = factsOf(option)
  return [
    path,
    ...(saidBy(schema) === '' ? [] : [`  ${saidBy(schema)}`]),
    ...(facts === '' ? [] : [`  ${facts}`]),
    ...(members.length === 0 ? [] : ['', ...members.flatMap(memberLines)])
  ].join('\n')
}

function memberLines(member: DescribedMember): readonly string[] {
  const { name, schema, holds } = member
  const facts = factsOf(member)
  return [
    `  ${name}${facts === '' ? '' : `  (${facts})`}`,
    ...(schema.description === undefined ? [] : [`      ${saidBy(schema)}`]),
    ...(holds.length === 0 ? [] : [`      holds ${holds.join(', ')}`])
  ]
}

/** What a mapping without a description is called says it, too. */
const saidBy = ({ description, title }: JsonObject): string => textOf(description ?? title)

/** What it takes, and what it is when it is not there. */
function factsOf({ schema, required }: Pick<DescribedOption, 'schema' | 'required'>): string {
  const { title, description, deprecated } = schema
  return [
    description === undefined ? '' : textOf(title),
    required ? 'required' : '',
    schema.default === undefined ? '' : `default: ${JSON.stringify(schema.default)}`,
    deprecated === true ? 'deprecated' : ''
  ]
    .filter((fact) => fact !== '')
    .join('; ')
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
