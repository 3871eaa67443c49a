import { posix } from 'node:path'

/** The schemas that scaffolded files are checked by (app/schemas.ts). */
type SchemaName = 'recipe.schema.json' | 'dag.schema.json'

const OF_A_REPOSITORY = /^([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)@([\w./-]+)$/u

/**
 * The comment by which editors find the JSON Schema of a file (yaml-language-server): that of the action's own version, or
 * where the action is a folder of the same repository the file there. `path` is the file's own.
 */
export function schemaLine(name: SchemaName, uses: string, path: string): string {
  return `# yaml-language-server: $schema=${placeOf(name, uses, path)}\n`
}

function placeOf(name: SchemaName, uses: string, path: string): string {
  const [, repository, folder = '', ref] = OF_A_REPOSITORY.exec(uses) ?? []
  if (repository !== undefined && ref !== undefined) {
    return `https://raw.githubusercontent.com/${repository}/${ref}${folder}/dist/schema/${name}`
  }
  return posix.relative(posix.dirname(path.replaceAll('\\', '/')), posix.join(uses, 'dist/schema', name))
}
