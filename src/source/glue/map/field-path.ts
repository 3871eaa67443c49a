/**
 * A v2 field path without its types: `[version=2.0].[type=struct].[type=string].a` → `a`. Paths through arrays, maps and
 * unions stay as they are (the peer's api/entities/dataset/dataset.py _simplify_field_path). Dots of names are lost in it,
 * as with the peer.
 */
export function simpleFieldPath(path: string): string {
  if (/\[type=(?:array|map|union)\]/.test(path) || !path.startsWith('[version=2.0]')) return path
  const steps: string[] = []
  let step = ''
  let inType = false
  for (const character of path) {
    if (character === '[') {
      if (step !== '') steps.push(step)
      step = ''
      inType = true
    } else if (character === ']') inType = false
    else if (character !== '.' && !inType) step += character
  }
  if (step !== '') steps.push(step)
  return steps.join('.')
}
