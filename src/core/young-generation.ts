import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

const MEBIBYTE = 1024 * 1024

/** Elements of the arrays that are made between two looks at the size, and how often that is done at most. */
const ELEMENTS = 1_000
const AT_MOST = 2_000

const size = (): number => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0

/**
 * Lets each half of V8's young generation grow once to so many mebibytes, and then no more. V8 has no setting for it while
 * a program runs, and an action cannot set one before; but it reads a factor each time that they grow, and they grow as
 * soon as more survives than there is room for. Some hundred arrays see to that, in five milliseconds.
 */
export function growYoungGeneration(mebibytes: number): void {
  // Before the first collection there is only one half.
  const half = Math.max(size() / 2, MEBIBYTE)
  setFlagsFromString(`--semi-space-growth-factor=${Math.ceil((mebibytes * MEBIBYTE) / half)}`)
  const survivors: object[] = []
  for (let time = 0; time < AT_MOST && size() < mebibytes * MEBIBYTE; time++) {
    survivors.push(new Array<number>(ELEMENTS).fill(0))
  }
  setFlagsFromString('--semi-space-growth-factor=1')
}
