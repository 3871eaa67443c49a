/** `name = value` in HCL. */
export interface HclAttribute {
  readonly name: string
  /** An expression. */
  readonly value: string
}

export const attribute = (name: string, value: string): HclAttribute => ({ name, value })

/** A block with attributes and blocks in it, laid out as `terraform fmt` does. */
export function block(head: string, body: readonly (HclAttribute | string)[]): string {
  const lines: string[] = []
  for (const [index, part] of body.entries()) {
    const before = body[index - 1]
    if (typeof part === 'string') {
      // A blank line before each block but the first thing.
      lines.push(...(before === undefined ? [] : ['']), ...part.split('\n').map(indented))
      continue
    }
    if (typeof before === 'string') lines.push('')
    lines.push(...attributeLines(part, widthAround(body, index)).map(indented))
  }
  return [`${head} {`, ...lines, '}'].join('\n')
}

const indented = (line: string): string => (line === '' ? '' : `  ${line}`)

function attributeLines({ name, value }: HclAttribute, width: number): readonly string[] {
  const [first = '', ...rest] = value.split('\n')
  return [`${name.padEnd(rest.length === 0 ? width : 0)} = ${first}`, ...rest]
}

/** Values of neighbouring attributes on one line each begin in one column. */
function widthAround(body: readonly (HclAttribute | string)[], index: number): number {
  const isShort = (part: HclAttribute | string | undefined): part is HclAttribute =>
    part !== undefined && typeof part !== 'string' && !part.value.includes('\n')
  let [from, to] = [index, index]
  while (isShort(body[from - 1])) from -= 1
  while (isShort(body[to + 1])) to += 1
  return Math.max(...body.slice(from, to + 1).map((part) => (isShort(part) ? part.name.length : 0)))
}

/** A text as a template without any: `${` and `%{` would begin one (HCL's native syntax, "Template Expressions"). */
export const text = (value: string): string => JSON.stringify(value).replace(/[$%](?=\{)/gu, '$&$&')

const LONGEST = 100

/** A list of expressions, over several lines when it is long. */
export function list(values: readonly string[]): string {
  const short = `[${values.join(', ')}]`
  return short.length <= LONGEST ? short : `[\n${values.map((value) => `  ${value},\n`).join('')}]`
}
