import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Objects made before the size is looked at again, and how often that is done at most. */
const AT_ONCE = 1_000
const AT_MOST = 200

const size = (): number => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0

/**
 * Lets V8's young generation grow once, by a factor, and then no more. V8 has no setting for it while a program runs, and
 * an action cannot set one before; but it reads the factor each time that it grows, and it grows as soon as more survives
 * than there is room for. A few thousand objects see to that, in two milliseconds.
 */
export function growYoungGeneration(factor: number): void {
  const first = size()
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
  const survivors: object[] = []
  for (let time = 0; time < AT_MOST && size() === first; time++) {
    for (let count = 0; count < AT_ONCE; count++) survivors.push({})
  }
  setFlagsFromString('--semi-space-growth-factor=1')
}
