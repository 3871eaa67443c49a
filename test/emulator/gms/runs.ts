import type { JsonObject } from '../../../src/core/json.ts'
import { jsonReply } from '../http/replies.ts'
import type { Reply } from '../http/server.ts'
import { GmsError } from './gms-error.ts'
import type { AspectStore, Writer } from './store.ts'

/** `/runs`: what GMS knows of runs, from the run ids of the aspects that are there (BatchIngestionRunResource). */
export function answerRuns(action: string | null, body: JsonObject, store: AspectStore): Reply {
  const ofRun = (): readonly Writer[] => [...store.writers()].filter(({ runId }) => runId === body.runId)
  switch (action) {
    case 'list':
      return jsonReply(200, { value: listed(store).slice(0, numberOf(body.pageSize, 100)) })
    case 'describe': {
      const start = numberOf(body.start, 0)
      return jsonReply(200, {
        value: ofRun()
          .slice(start, start + numberOf(body.count, 100))
          .map(rowOf)
      })
    }
    case 'rollback':
      return jsonReply(200, { value: rolledBack(ofRun(), body.dryRun === true, store) })
    default:
      throw new GmsError(400, `POST operation named ${action ?? ''} not supported on resource '/runs'`)
  }
}

const numberOf = (value: unknown, usual: number): number => (typeof value === 'number' ? value : usual)

const rowOf = ({ urn, aspectName, runId, at }: Writer): JsonObject => ({ urn, aspectName, runId, timestamp: at })

function listed(store: AspectStore): JsonObject[] {
  const runs = new Map<string, { rows: number; timestamp: number }>()
  for (const { runId, at } of store.writers()) {
    if (runId === 'no-run-id-provided') continue
    const known = runs.get(runId) ?? { rows: 0, timestamp: 0 }
    runs.set(runId, { rows: known.rows + 1, timestamp: Math.max(known.timestamp, at) })
  }
  return [...runs]
    .map(([runId, { rows, timestamp }]) => ({ runId, rows, timestamp }))
    .sort((a, b) => b.timestamp - a.timestamp)
}

/** Entities of which nothing else is left go; the other aspects become what they were. */
function rolledBack(rows: readonly Writer[], isDry: boolean, store: AspectStore): JsonObject {
  const urns = [...new Set(rows.map(({ urn }) => urn))]
  const isWhole = (urn: string): boolean =>
    rows.every((row) => row.urn !== urn || row.before === null) &&
    store.aspectsOf(urn).every((name) => rows.some((row) => row.urn === urn && row.aspectName === name))
  const whole = urns.filter(isWhole)
  const unsafe = urns.filter(
    (urn) => !whole.includes(urn) && rows.some((row) => row.urn === urn && row.before === null)
  )
  if (!isDry) for (const row of rows) store.revert(row)
  return {
    aspectRowSummaries: rows.map(rowOf),
    entitiesAffected: whole.length,
    aspectsReverted: rows.length,
    aspectsAffected: 0,
    unsafeEntitiesCount: unsafe.length,
    unsafeEntities: unsafe.map((urn) => ({ urn }))
  }
}
