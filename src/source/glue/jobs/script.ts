import { GetDataflowGraphCommand } from '@aws-sdk/client-glue'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { SourceContext } from '../context.ts'
import { graphNotMade, SCRIPT_LOCATION, scriptNotRead } from './failures.ts'
import type { NamedJob } from './map-job.ts'
import type { ScriptGraph } from './record.ts'

/** The script of a job; null when it has none or cannot be had, of which the latter is told (glue.py get_dataflow_script). */
export async function readScript(job: NamedJob, context: SourceContext): Promise<string | null> {
  const { emit, signal } = context
  const location = job.Command?.ScriptLocation
  if (location === undefined) return null
  // AWS writes the scheme twice at times.
  const path = location.toLowerCase().startsWith('s3://s3://') ? location.slice('s3://'.length) : location
  const place = objectAt(path)
  if (place === null) {
    emit({ type: 'failed', severity: 'warning', failure: { ...SCRIPT_LOCATION, resource: job.Name } })
    return null
  }
  try {
    const s3 = await context.s3()
    return (await s3.getObject(place.bucket, place.key, signal)).toString('utf8')
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    emit({ type: 'failed', severity: 'warning', failure: { ...scriptNotRead(error, path), resource: job.Name } })
    return null
  }
}

/** What follows a question mark is no part of a key to the peer, which takes the path for a URL. */
function objectAt(path: string): { readonly bucket: string; readonly key: string } | null {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/?]*)\/?([^?]*)/s.exec(path) ?? []
  return bucket === '' || key === '' ? null : { bucket, key }
}

/** Asks Glue for the steps of scripts, until it says that this is not allowed: its answer is the same for all scripts. */
export class Graphs {
  readonly #context: SourceContext
  #denied: AwsCallError | null = null

  constructor(context: SourceContext) {
    this.#context = context
  }

  /** The steps that Glue finds in a script; null when it finds none, which is told (glue.py get_dataflow_graph). */
  async read(job: NamedJob, script: string): Promise<ScriptGraph | null> {
    const { client, signal, emit } = this.#context
    try {
      if (this.#denied !== null) throw this.#denied
      const command = new GetDataflowGraphCommand({ PythonScript: script })
      // The SDK's types allow members that are undefined, where its answers leave them out.
      return (await client.send(command, { abortSignal: signal })) as ScriptGraph
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error
      if (error.kind === 'denied') this.#denied = error
      emit({ type: 'failed', severity: 'warning', failure: { ...graphNotMade(error), resource: job.Name } })
      return null
    }
  }
}
