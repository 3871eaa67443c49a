import type { Clock } from '../../core/clock.ts'
import { once } from '../../core/once.ts'
import { DomainRegistry } from '../../datahub/domain-registry.ts'
import type { Emit } from '../../model/event.ts'
import type { Page, Stage } from '../../model/ports.ts'
import type { AppDeps } from '../../model/request.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { processed } from '../../process/chain.ts'
import { transformStages } from '../../process/transform/transformers.ts'
import { GlueSource } from '../../source/glue/source.ts'
import type { OpenSide } from './sides.ts'
import type { Tape } from './tape.ts'

export interface Reading {
  readonly deps: AppDeps
  /** The one moment at which all that is planned is made, in milliseconds since the epoch. */
  readonly now: number
  /** null: nobody will ask the same again. */
  readonly tape: Tape | null
  readonly emit: Emit
  /** Sees what comes out of the processors. */
  readonly between?: Stage
}

/** Everything that a version would write, as an ingestion makes it. Nothing of it goes anywhere. */
export function readSide(
  { recipe, session, sink, datahub }: OpenSide,
  reading: Reading
): AsyncGenerator<Page<SerialisedWorkUnit>> {
  const { deps, now, tape, emit, between } = reading
  const s3 = once(() => session.s3Client())
  const clients =
    tape === null
      ? { client: session.glueClient(), lakeFormation: session.lakeFormationClient(), s3 }
      : tape.clientsOf(session, s3)
  const { region, identity } = session
  const source = new GlueSource(recipe.source, {
    ...clients,
    where: { region, account: identity.account, arn: identity.arn },
    datahub: datahub.reader,
    search: datahub.reader,
    clock: standing(deps.clock, now),
    signal: deps.signal,
    ...(deps.thread === undefined ? {} : { sqlThread: deps.thread })
  })
  const transformDeps = { datahub: datahub.reader, domains: new DomainRegistry(datahub.reader), now }
  return processed(source.read(emit), {
    source: recipe.source,
    flags: recipe.flags,
    gms: sink.gms,
    transformers: transformStages(recipe.transformers, transformDeps),
    emit,
    ...(between === undefined ? {} : { between })
  })
}

/** A clock that always tells the same time of day: both versions put the same moments into what they make. */
const standing = (clock: Clock, now: number): Clock => ({
  now: () => now,
  monotonic: () => clock.monotonic(),
  sleep: (ms, signal) => clock.sleep(ms, signal),
  random: () => clock.random()
})
