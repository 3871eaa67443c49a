import { oddColumnParameters } from './odd-columns.ts'
import { oddDelta } from './odd-delta.ts'
import { oddLineage } from './odd-lineage.ts'
import { oddSharing } from './odd-links.ts'
import { oddDatabases, oddMissing, oddOwners } from './odd-missing.ts'
import { oddColumns, oddNames } from './odd-names.ts'
import { oddRandom } from './odd-random.ts'
import { oddStorage } from './odd-storage.ts'
import { oddTypes } from './odd-types.ts'
import { oddLinks, oddViews } from './odd-views.ts'
import type { Catalogue } from './types.ts'

/**
 * A catalogue of edge cases, one database a kind, so that a recipe's `database_pattern` can leave a kind out. The peer
 * gets through all of it; where it reports a table as failed, README.md says so.
 */
export function oddCatalogue(seed: number): Catalogue {
  return [
    oddNames(),
    oddColumns(),
    oddTypes(),
    oddStorage(),
    oddMissing(),
    oddOwners(),
    oddViews(),
    ...oddLinks(),
    ...oddDatabases(),
    oddRandom(seed, 60),
    oddDelta(seed),
    oddColumnParameters(seed),
    oddLineage(seed),
    ...oddSharing(seed)
  ]
}
