/**
 * How often a property is tried: `few` times in `npm test`, which is to be quick, and all the times that it takes to be
 * sure in `npm run test:properties`.
 */
export const runs = (few: number, all: number): number => (process.env.ALL_RUNS === undefined ? few : all)
