import { resolve } from 'node:path'
import { AppError } from '../core/errors.ts'
import { quoted } from '../core/quote.ts'
import type { Recipe } from '../model/recipe.ts'

interface Named {
  readonly option: string
  readonly filename: string
}

/** The files that a run of a recipe writes, by the options that name them. */
function writtenBy({ sink, failureLog, reporting, stateful }: Recipe): readonly Named[] {
  const provider = stateful?.provider
  return [
    ...(sink.type === 'file' ? [{ option: 'sink.config.filename', filename: sink.filename }] : []),
    ...(failureLog === null ? [] : [{ option: 'failure_log.log_config.filename', filename: failureLog }]),
    ...reporting.flatMap((one) =>
      one.type === 'file' ? [{ option: 'reporting.config.filename', filename: one.filename }] : []
    ),
    ...(provider?.type === 'file' ? [{ option: 'state_provider.config.filename', filename: provider.filename }] : [])
  ]
}

/**
 * Each file that a run writes has to be its own: neither the recipe nor another one that it writes.
 * @throws AppError (input) with the options that name one file
 */
export function refuseSharedPlaces(recipe: Recipe, cwd: string): void {
  const taken = new Map([[resolve(cwd, recipe.file), 'the recipe itself']])
  for (const { option, filename } of writtenBy(recipe)) {
    const path = resolve(cwd, filename)
    const other = taken.get(path)
    if (other !== undefined) {
      throw new AppError(`${option} of ${recipe.file} names ${quoted(filename)}, which is ${other}`, {
        kind: 'input',
        code: 'shared-file',
        cure: 'give it the path of another file'
      })
    }
    taken.set(path, `the file of ${option} too`)
  }
}
