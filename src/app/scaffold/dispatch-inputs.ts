import type { Json } from '../../core/json.ts'
import type { Param } from '../../dag/file/params.ts'

/** An input of `workflow_dispatch` (docs.github.com, "Workflow syntax", on.workflow_dispatch.inputs). */
export interface DispatchInput {
  readonly id: string
  readonly description: string
  readonly type: 'string' | 'number' | 'boolean' | 'choice'
  /** As text; null: it has to be given. */
  readonly fallback: string | null
  /** Of a choice. */
  readonly options?: readonly string[]
}

/** The params of a DAG as inputs, and the expression that makes the JSON of them that the action takes. */
export interface ParamInputs {
  readonly inputs: readonly DispatchInput[]
  readonly expression: string
}

/** GitHub takes 25 inputs; two are those of every DAG. */
const MOST = 23
const TAKEN: ReadonlySet<string> = new Set(['tasks', 'clear'])

const ONE_FOR_ALL: ParamInputs = {
  inputs: [{ id: 'params', description: 'Params of the run, as a JSON object', type: 'string', fallback: '{}' }],
  expression: `\${{ inputs.params || '{}' }}`
}

/** Each param becomes an input by its JSON Schema; lists and objects are written as JSON. */
export function paramInputs(params: readonly Param[]): ParamInputs {
  if (params.length > MOST) return ONE_FOR_ALL
  const ids = new Set<string>()
  const made = params.map((param) => ({ param, input: inputOf(param, idOf(param.name, ids)) }))
  if (made.length === 0) return { inputs: [], expression: "'{}'" }
  const members = made.map(({ param }, index) => `${braced(JSON.stringify(param.name))}:{${index}}`)
  const values = made.map(({ input, param }) => (isText(param) ? `toJSON(inputs.${input.id})` : `inputs.${input.id}`))
  const json = `format('{{${members.join(',')}}}', ${values.join(', ')})`
  return {
    inputs: made.map(({ input }) => input),
    expression: `\${{ github.event_name == 'workflow_dispatch' && ${json} || '{}' }}`
  }
}

const EXPRESSION = '${{'
const isExpression = (value: unknown): boolean => typeof value === 'string' && value.includes(EXPRESSION)

/** In a text of `format` braces are written twice, and in a text of an expression single quotes. */
const braced = (text: string): string => text.replace(/[{}]/gu, '$&$&').replaceAll("'", "''")

function idOf(name: string, taken: Set<string>): string {
  const plain = name.replace(/\W/gu, '_')
  const begun = /^[A-Za-z_]/u.test(plain) && !TAKEN.has(plain.toLowerCase()) ? plain : `param_${plain}`
  let id = begun
  for (let number = 2; taken.has(id.toLowerCase()); number++) id = `${begun}_${number}`
  taken.add(id.toLowerCase())
  return id
}

function inputOf(param: Param, id: string): DispatchInput {
  const { description, fallback } = param
  const type = typeOf(param)
  // GitHub refuses expressions in descriptions.
  const told = (description === '' ? param.name : description).replaceAll(EXPRESSION, '{{')
  const options = type === 'choice' ? { options: choicesOf(param) ?? [] } : {}
  return {
    id,
    description: isText(param) || type !== 'string' ? told : `${told} (JSON)`,
    type,
    fallback: fallback === undefined ? null : textOf(fallback, param),
    ...options
  }
}

/** GitHub refuses expressions in defaults too; JSON can write them otherwise. */
const textOf = (value: Json, param: Param): string =>
  isText(param) && typeof value === 'string' ? value : JSON.stringify(value).replaceAll(EXPRESSION, '\\u0024{{')

/** Whether what is typed is the value itself, and not JSON. */
const isText = (param: Param): boolean =>
  (param.schema.type === 'string' && !isExpression(param.fallback)) || choicesOf(param) !== null

function typeOf(param: Param): DispatchInput['type'] {
  const { type } = param.schema
  if (choicesOf(param) !== null) return 'choice'
  if (type === 'boolean') return 'boolean'
  return type === 'integer' || type === 'number' ? 'number' : 'string'
}

/** A choice is one of a few texts. */
function choicesOf({ schema, fallback }: Param): readonly string[] | null {
  const { enum: values } = schema
  const fit = (value: unknown): boolean => typeof value === 'string' && !isExpression(value)
  if (!Array.isArray(values) || values.length === 0 || !values.every(fit)) return null
  return fallback === undefined || values.some((value) => value === fallback) ? (values as readonly string[]) : null
}
