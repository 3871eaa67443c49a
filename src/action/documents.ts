import { between, markdownTable } from '../core/marked-text.ts'
import { INPUTS, type InputDefinition, OUTPUTS, type OutputDefinition } from './definition.ts'

/** Documents written from the definitions of inputs and outputs, so that they cannot say anything else. */

const WIDTH = 100

/** action.yml, whole. */
export function actionYml(): string {
  return [
    '# Written by `npm run docs` from src/action/definition.ts.',
    'name: DataHub Glue Ingestion',
    'description: Ingest an AWS Glue Data Catalog into DataHub by a recipe, with a role assumed by OIDC and a summary of the run',
    'branding:',
    '  icon: database',
    '  color: blue',
    'inputs:',
    ...INPUTS.flatMap(inputYml),
    'outputs:',
    ...OUTPUTS.flatMap(outputYml),
    'runs:',
    '  using: node24',
    '  main: dist/index.js',
    ''
  ].join('\n')
}

function inputYml(input: InputDefinition): readonly string[] {
  const value = input.default === null ? [] : [`    default: '${input.default.replaceAll("'", "''")}'`]
  return [`  ${input.name}:`, ...described(input.description), '    required: false', ...value]
}

const outputYml = (output: OutputDefinition): readonly string[] => [
  `  ${output.name}:`,
  ...described(output.description)
]

const described = (text: string): readonly string[] => [
  '    description: >-',
  ...wrapped(text).map((line) => `      ${line}`)
]

/** Words in lines of at most `WIDTH` characters; a folded YAML scalar puts them together again. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

/** The inputs as a Markdown table. */
export const inputTable = (): string =>
  markdownTable(
    ['Input', 'Default', 'What it is'],
    INPUTS.map((input: InputDefinition) => [
      `\`${input.name}\``,
      input.default === null ? '' : `\`${input.default}\``,
      input.description
    ])
  )

/** The outputs as a Markdown table. */
export const outputTable = (): string =>
  markdownTable(
    ['Output', 'What it holds'],
    OUTPUTS.map((output) => [`\`${output.name}\``, output.description])
  )

/**
 * README.md with its tables as they should be: between `<!-- inputs -->` and `<!-- /inputs -->`, and the same for
 * `outputs`. A README without these marks is given back as it is.
 */
export function withTables(readme: string): string {
  return between(between(readme, 'inputs', inputTable()), 'outputs', outputTable())
}
