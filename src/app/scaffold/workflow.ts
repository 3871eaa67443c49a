import type { DispatchInput } from './dispatch-inputs.ts'
import { sourceOf, toSet } from './variables.ts'
import { yamlComment, yamlText } from './yaml-text.ts'

/** The actions that workflows use, pinned; the repository's own workflows use the same (a test holds that). */
export const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'
export const UPLOAD = 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0'

/** What one workflow has that others have not. */
export interface WorkflowPlan {
  /** What it does, in a sentence or two. */
  readonly about: string
  readonly name: string
  /** A cron line and its time zone. */
  readonly cron: string
  readonly timezone: string
  readonly inputs: readonly DispatchInput[]
  readonly group: string
  readonly job: { readonly id: string; readonly name: string; readonly minutes: number }
  /** Permission → why it is asked for. */
  readonly permissions: Readonly<Record<string, string>>
  /** Names of variables. */
  readonly variables: readonly string[]
  readonly checkout: string
  readonly step: { readonly name: string; readonly uses: string; readonly with: Readonly<Record<string, string>> }
  readonly upload: {
    readonly about: string | null
    readonly step: string
    readonly name: string
    readonly path: string
  }
}

/** A workflow that runs the action on a schedule and by hand. */
export function workflowText(plan: WorkflowPlan): string {
  return [...head(plan), ...triggers(plan), ...frame(plan), ...job(plan), ''].join('\n')
}

const RUNS_ON = 'RUNS_ON (the label of a self-hosted runner) when GMS is reachable from inside a network only'
const TOKEN = 'DATAHUB_GMS_TOKEN, when GMS asks for a token'

function head({ about, name, variables }: WorkflowPlan): readonly string[] {
  const { vars, secrets } = toSet(variables)
  const ofSecrets =
    secrets.length === 0 ? `Repository secret: ${TOKEN}` : `Repository secrets: ${secrets.join(', ')}, and ${TOKEN}`
  return [
    yamlComment(about),
    '#',
    ...wrapped(`Repository variables: ${vars.join(', ')}, and ${RUNS_ON}. ${ofSecrets}.`),
    `name: ${yamlText(name)}`,
    ''
  ]
}

const WIDTH = 118

/** A text as comments, of lines that are not too long. */
export function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`# ${word}`)
  }
  return lines
}

const AT_FULL_HOUR = /^\s*(?:\*|0+(?!\d))/u
const LATE = 'at the full hour GitHub starts schedules late, or drops them.'

function triggers({ cron, timezone, inputs }: WorkflowPlan): readonly string[] {
  return [
    'on:',
    '  schedule:',
    `    # ${AT_FULL_HOUR.test(cron) ? 'Another minute is better' : 'An odd minute'}: ${LATE}`,
    `    - cron: '${cron.trim().replace(/\s+/gu, ' ')}'`,
    ...(timezone === 'UTC' ? [] : [`      timezone: ${yamlText(timezone)}`]),
    '  workflow_dispatch:',
    ...(inputs.length === 0 ? [] : ['    inputs:', ...inputs.flatMap(inputLines)]),
    ''
  ]
}

function inputLines({ id, description, type, fallback, options }: DispatchInput): readonly string[] {
  return [
    `      ${id}:`,
    `        description: ${yamlText(description)}`,
    `        type: ${type}`,
    fallback === null
      ? '        required: true'
      : `        default: ${type === 'string' || type === 'choice' ? yamlText(fallback) : fallback}`,
    ...(options === undefined ? [] : ['        options:', ...options.map((one) => `          - ${yamlText(one)}`)])
  ]
}

function frame({ group }: WorkflowPlan): readonly string[] {
  return [
    'permissions: {}',
    '',
    '# One run at a time; the one that is under way ends first.',
    'concurrency:',
    `  group: ${yamlText(group)}`,
    '  cancel-in-progress: false',
    ''
  ]
}

function job({ job: { id, name, minutes }, permissions, variables, checkout, step, upload }: WorkflowPlan) {
  return [
    'jobs:',
    `  ${id}:`,
    `    name: ${yamlText(name)}`,
    `    runs-on: \${{ vars.RUNS_ON || 'ubuntu-latest' }}`,
    `    timeout-minutes: ${minutes}`,
    '    permissions:',
    ...Object.entries(permissions).map(([permission, why]) => `      ${permission} # ${why}`),
    '    env:',
    ...variables.map((variable) => `      ${variable}: ${yamlText(sourceOf(variable))}`),
    '    steps:',
    `      - name: ${yamlText(checkout)}`,
    `        uses: ${CHECKOUT}`,
    '        with:',
    '          persist-credentials: false',
    '',
    `      - name: ${yamlText(step.name)}`,
    `        id: ${id}`,
    `        uses: ${step.uses}`,
    '        with:',
    ...Object.entries(step.with).map(([input, value]) => `          ${input}: ${yamlText(value)}`),
    '',
    ...(upload.about === null ? [] : [`      # ${upload.about}`]),
    `      - name: ${yamlText(upload.step)}`,
    '        if: always()',
    `        uses: ${UPLOAD}`,
    '        with:',
    `          name: ${upload.name}-\${{ github.run_id }}-\${{ github.run_attempt }}`,
    `          path: ${upload.path}`,
    '          if-no-files-found: warn',
    '          retention-days: 30'
  ]
}
