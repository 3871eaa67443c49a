import { relative, resolve, sep } from 'node:path'
import type { Environment } from '../core/environment.ts'
import type { Annotation } from '../report/annotations.ts'

/** Where the files of annotations are found from. */
interface Around {
  readonly env: Environment
  readonly cwd: string
}

/** An annotation as a workflow command, as a GitHub runner reads it from a log (docs.github.com, "Workflow commands"). */
export function workflowCommand({ level, title, message, place }: Annotation, around: Around): string {
  const properties = [
    ...(place === null
      ? []
      : [`file=${escapeProperty(fromRoot(place.file, around))}`, `line=${place.line}`, `col=${place.column}`]),
    `title=${escapeProperty(title)}`
  ]
  return `::${level} ${properties.join(',')}::${escapeData(message)}`
}

/** The path from the repository's root, by which GitHub finds the file: a step may run deeper (`working-directory`). */
function fromRoot(file: string, { env, cwd }: Around): string {
  const root = env.GITHUB_WORKSPACE ?? ''
  if (root === '') return file
  const path = relative(root, resolve(cwd, file)).split(sep).join('/')
  return path === '..' || path.startsWith('../') ? file : path
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
