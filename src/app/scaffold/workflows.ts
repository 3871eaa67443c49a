import { posix } from 'node:path'
import type { DagFile } from '../../dag/file/dag-file.ts'
import { type DispatchInput, paramInputs } from './dispatch-inputs.ts'
import { workflowText } from './workflow.ts'

/** What a workflow is made for. */
export interface WorkflowSetting {
  /** The recipe or DAG file, relative to the repository. */
  readonly file: string
  /** The action as workflows name it: `owner/repository@ref`, or `./`. */
  readonly uses: string
  /** Variables that its recipes name. */
  readonly variables: readonly string[]
}

const ID_TOKEN = "GitHub's OIDC token, which AWS STS takes for the role"
const TOKEN = `\${{ secrets.DATAHUB_GMS_TOKEN }}`
const OUT = `\${{ runner.temp }}/datahub-glue`

const only = (id: string, description: string): DispatchInput => ({ id, description, type: 'string', fallback: '' })
const given = (id: string, otherwise: string): string => `\${{ inputs.${id} || '${otherwise.replaceAll("'", "''")}' }}`

/** The workflow of a DAG file. */
export function dagWorkflow(dagFile: DagFile, { file, uses, variables }: WorkflowSetting): string {
  const { dagId } = dagFile.spec
  const { inputs, expression } = paramInputs(dagFile.params)
  return workflowText({
    about: 'Runs a DAG of recipes on a schedule, and by hand. "Re-run failed jobs" goes on with what failed.',
    name: 'Run DAG',
    cron: dagFile.schedule ?? oddCron(dagId),
    timezone: dagFile.timezone,
    inputs: [
      ...inputs,
      only('tasks', 'The only tasks to run; TASK+ with all after it'),
      only('clear', 'Tasks to run again in the last run; TASK+ with all after it')
    ],
    group: `datahub-glue-dag-${dagId}`,
    job: { id: 'dag', name: 'Run the DAG', minutes: 180 },
    permissions: {
      'actions: read': 'the records that earlier attempts and runs have kept as artifacts',
      'id-token: write': ID_TOKEN,
      'contents: read': 'the DAG and its recipes, by actions/checkout'
    },
    variables,
    checkout: 'Check out the DAG',
    step: {
      name: 'Run the DAG',
      uses,
      with: {
        command: 'dag',
        dag: file,
        ...(inputs.length === 0 ? {} : { params: expression }),
        tasks: given('tasks', ''),
        clear: given('clear', ''),
        'github-token': `\${{ github.token }}`,
        'gms-token': TOKEN
      }
    },
    upload: {
      about: 'A later attempt goes on from this record. The dag_id is part of its name.',
      step: 'Keep the record',
      name: `datahub-glue-dagrun-${dagId}`,
      path: `${OUT}/*`
    }
  })
}

/** What the workflow of a recipe is called, and its group: each recipe has its own, since a group runs one at a time. */
export function ingestName(file: string): string {
  const name = posix
    .basename(file)
    .replace(/\.\w+$/u, '')
    .replace(/[^\w.-]/gu, '_')
  return name === 'glue' ? 'ingest' : `ingest-${name}`
}

/** The workflow of a recipe. */
export function recipeWorkflow({ file, uses, variables }: WorkflowSetting): string {
  return workflowText({
    about: 'Ingests the Glue catalogue into DataHub on a schedule, and by hand.',
    name: 'Ingest Glue',
    cron: oddCron(file),
    timezone: 'UTC',
    inputs: [
      { id: 'dry-run', description: 'Read and map everything, write nothing', type: 'boolean', fallback: 'false' }
    ],
    group: `datahub-glue-${ingestName(file)}`,
    job: { id: 'ingest', name: 'Ingest', minutes: 60 },
    permissions: { 'id-token: write': ID_TOKEN, 'contents: read': 'the recipe, by actions/checkout' },
    variables,
    checkout: 'Check out the recipe',
    step: { name: 'Ingest', uses, with: { recipe: file, 'dry-run': given('dry-run', 'false'), 'gms-token': TOKEN } },
    upload: { about: null, step: 'Keep the report', name: 'datahub-glue-report-glue', path: `${OUT}/*.json` }
  })
}

const MINUTES = 60

/** Some minute after three in the morning that is no multiple of five, always the same for a name. */
function oddCron(name: string): string {
  const sum = [...name].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7)
  const minute = sum % MINUTES
  return `${minute % 5 === 0 ? minute + 2 : minute} 3 * * *`
}
