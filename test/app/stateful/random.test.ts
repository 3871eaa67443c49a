import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { type Random, seededRandom } from '../../emulator/random.ts'
import { runs } from '../../runs.ts'
import { SEED } from '../../seed.ts'
import { closeNights, datasetUrn, type Names, type Night, Nights } from './nights.ts'

let nights: Nights
afterEach(() => nights.close())
afterAll(closeNights)

const SCENARIOS = runs(2, 5)
const NIGHTS = 5
const DATABASES = ['sales', 'hr', 'a.b', 'tmp']

/** Some databases with some tables each. */
const anyNames = (random: Random): Names =>
  Object.fromEntries(
    DATABASES.filter(() => random.chance(0.8)).map((database) => [
      database,
      Array.from({ length: 6 }, (_, index) => `t${index}`).filter(() => random.chance(0.8))
    ])
  )

const LACK =
  'User: x is not authorized to perform: glue:GetTable on resource: y because no identity-based policy allows it'

/** What goes wrong in a night, if anything. */
function anyNight(random: Random): Night {
  const stateful = { fail_safe_threshold: random.pick([75, 100]) }
  const fault = random.pick([
    {},
    {},
    { glue: { deniedDatabases: [random.pick(DATABASES)] } },
    { faults: [{ match: `^GetTables ${random.pick(DATABASES)}`, code: 'InternalServiceException' }] },
    { faults: [{ match: '^Get(Table|Database) ', code: 'AccessDeniedException', message: LACK }] },
    { faults: [{ match: '^Get(Table|Database) ', code: 'ThrottlingException' }] },
    { faults: [{ match: '^GetTables', rate: 0.3, code: 'ThrottlingException' }] }
  ])
  return { stateful, aws: fault, request: { incremental: random.chance(0.5) } }
}

const urnsOf = (names: Names): readonly string[] =>
  Object.entries(names).flatMap(([database, tables]) => tables.map((table) => datasetUrn(`${database}.${table}`)))

/** Tables that DataHub shows. */
function shownIn({ gms }: Nights): readonly string[] {
  const removed = new Set(nights.removed())
  return gms.store.urns().filter((urn) => urn.startsWith('urn:li:dataset:') && !removed.has(urn))
}

describe(`any nights (seed ${SEED})`, () => {
  it.each(Array.from({ length: SCENARIOS }, (_, index) => index))(
    'remove nothing that is in Glue: %s',
    async (index) => {
      const random = seededRandom(SEED + index)
      nights = await Nights.start()
      await nights.run(anyNames(random))
      let last: Names = {}
      for (let night = 0; night < NIGHTS; night++) {
        const names = anyNames(random)
        if (Object.values(names).flat().length === 0) continue
        last = names
        const report = await nights.run(names, anyNight(random))
        const alive = new Set(urnsOf(names))
        expect(report.removed.filter((urn) => alive.has(urn))).toEqual([])
        const { produced, written, unchanged, rejected, undelivered } = report.counts
        expect(written + unchanged + rejected + undelivered).toBe(produced)
      }
      // Nothing goes wrong any more: what is gone goes, at the latest with the second run, and all else is there.
      const good = { stateful: { fail_safe_threshold: 100 }, request: { incremental: index % 2 === 0 } }
      for (let night = 0; night < 2; night++) await nights.run(last, good)
      expect([...shownIn(nights)].sort()).toEqual([...urnsOf(last)].sort())
    },
    30_000
  )
})
