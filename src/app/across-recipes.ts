import type { Diagnostic } from '../core/diagnostic.ts'
import type { PipelineName } from '../recipe/pipeline-name.ts'

/** Recipes that keep their state in the same place, told of each but the first. */
export function duplicateNames(names: readonly PipelineName[]): readonly Diagnostic[] {
  const first = new Map<string, PipelineName>()
  return names.flatMap((name): Diagnostic[] => {
    const other = first.get(name.identity)
    if (other === undefined) {
      first.set(name.identity, name)
      return []
    }
    const message = `${other.file}:${other.at.line} has this pipeline_name too, for the same server: with stateful ingestion each takes the state of the other for its own and removes what it wrote`
    const cure = 'give each recipe a pipeline_name of its own'
    return [{ file: name.file, ...name.at, severity: 'warning', code: 'duplicate-pipeline-name', message, cure }]
  })
}
