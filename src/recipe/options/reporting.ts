import { type ConfigMap, entryOf, isOpen } from '../../core/config/node.ts'
import { option, readOptions, required } from '../../core/config/option.ts'
import {
  anything,
  flag,
  INVALID,
  type Invalid,
  list,
  mismatch,
  type ReadContext,
  type Type,
  text
} from '../../core/config/types.ts'
import { quoted } from '../../core/quote.ts'
import type { ReporterOptions } from '../../model/recipe.ts'

const REPORTER = {
  type: required(text, 'Where a run is reported to: datahub or file.'),
  config: option(anything, null, 'The options of the place.'),
  required: option(flag, false, 'Whether a run fails when it cannot be reported.')
} as const

/** `config` of the reporter `datahub` (reporting/datahub_ingestion_run_summary_provider.py). */
export const DATAHUB_REPORTER = {
  report_recipe: option(flag, true, 'Whether the recipe is shown with the run, its secrets hidden.')
} as const

/** `config` of the reporter `file` (reporting/file_reporter.py). */
export const FILE_REPORTER = {
  filename: required(text, 'The file that the report is written to, as JSON.'),
  format: option(text, 'json', 'The form of the report: json.')
} as const

const WHERE = { where: 'reporting.config', unknown: 'error' } as const

/** One entry of `reporting`; what there is not is passed over with a warning, as with the peer, unless it is required. */
const reporter: Type<ReporterOptions | null> = {
  name: 'a mapping with `type` and `config`',
  schema: { type: 'object' },
  read(node, context) {
    if (node.kind !== 'map') return mismatch(node, this.name, context)
    const values = readOptions(node, REPORTER, { where: 'reporting', unknown: 'error' }, context)
    if (values === INVALID) return INVALID
    const given = entryOf(node, 'config')?.value
    const config = given?.kind === 'map' ? given : { kind: 'map' as const, at: node.at, entries: [] }
    if (values.type === 'datahub') {
      const own = readOptions(config, DATAHUB_REPORTER, WHERE, context)
      return own === INVALID
        ? INVALID
        : { type: 'datahub', reportsRecipe: own.report_recipe, required: values.required }
    }
    if (values.type === 'file') return fileReporter(config, values.required, context)
    const place = entryOf(node, 'type')?.value ?? node
    if (isOpen(place)) return null
    const message = `runs cannot be reported to ${quoted(values.type)}`
    const told = { code: 'unknown-reporter', message, cure: 'use datahub or file' }
    context.tell(place.at, values.required ? 'error' : 'warning', told)
    return values.required ? INVALID : null
  }
}

function fileReporter(config: ConfigMap, isRequired: boolean, context: ReadContext): ReporterOptions | Invalid {
  const own = readOptions(config, FILE_REPORTER, WHERE, context)
  if (own === INVALID) return INVALID
  if (own.format === '' || own.format.toLowerCase() === 'json') {
    return { type: 'file', filename: own.filename, required: isRequired }
  }
  const at = entryOf(config, 'format')?.value.at ?? config.at
  const told = { code: 'bad-value', message: 'a report is written as json only', cure: 'leave `format` out' }
  context.tell(at, 'error', told)
  return INVALID
}

/** `reporting`: where runs are reported to beside DataHub's ingestion tab. */
export const reporters = list(reporter)
