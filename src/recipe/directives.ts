import { type ConfigMap, keyText } from '../core/config/node.ts'
import type { ReadContext } from '../core/config/types.ts'

/** A key with which the peer writes its value into a file, and the file's path in its place (config_loader.py). */
const TO_FILE = '__DATAHUB_TO_FILE_'

/** Tells of every directive, and gives the mapping without them. */
export function refuseDirectives(map: ConfigMap, context: ReadContext): ConfigMap {
  const entries = map.entries.flatMap(({ key, value }) => {
    if (!keyText(key).startsWith(TO_FILE)) {
      return [{ key, value: value.kind === 'map' ? refuseDirectives(value, context) : value }]
    }
    context.tell(key.at, 'error', {
      code: 'not-supported-yet',
      message: `${TO_FILE}… is not supported yet`,
      cure: 'write the file in a step of its own, and its path here'
    })
    return []
  })
  return { ...map, entries }
}
