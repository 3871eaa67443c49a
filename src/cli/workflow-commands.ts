import type { Annotation } from '../report/annotations.ts'

/** An annotation as a workflow command, as a GitHub runner reads it from a log (docs.github.com, "Workflow commands"). */
export function workflowCommand({ level, title, message, place }: Annotation): string {
  const properties = [
    ...(place === null ? [] : [`file=${escapeProperty(place.file)}`, `line=${place.line}`, `col=${place.column}`]),
    `title=${escapeProperty(title)}`
  ]
  return `::${level} ${properties.join(',')}::${escapeData(message)}`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
