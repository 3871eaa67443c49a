import { hash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AwsSession } from '../../aws/session.ts'
import { makeTempFolder } from '../../core/temp-folder.ts'
import { AwsCallError } from '../../model/aws-call-error.ts'
import type { GlueSourceDeps } from '../../source/glue/context.ts'
import { pack, unpack } from './packed.ts'

type Clients = Pick<GlueSourceDeps, 'client' | 'lakeFormation' | 's3'>

type Kept = { readonly at: number; readonly size: number } | { readonly error: AwsCallError }

/**
 * What AWS has answered, on disk, by what it was asked: both versions of a recipe see one and the same catalogue, however it
 * changes meanwhile, and what both ask is asked once. In memory is where each answer stands.
 */
export class Tape {
  readonly #folder: string
  readonly #file: FileHandle
  readonly #kept = new Map<string, Kept>()
  #end = 0

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder
    this.#file = file
  }

  static async create(): Promise<Tape> {
    const folder = await makeTempFolder('datahub-glue-tape-')
    return new Tape(folder, await open(join(folder, 'answers'), 'w+'))
  }

  /** The clients of a session, whose answers are kept and given again. `s3` opens its client when it is first needed. */
  clientsOf(session: AwsSession, s3: Clients['s3']): Clients {
    const [client, lakeFormation] = [session.glueClient(), session.lakeFormationClient()]
    return {
      client: {
        send: (command, options) => {
          const asked = `${command.constructor.name} ${JSON.stringify(command.input)}`
          return this.#answer(asked, () => client.send(command, options))
        }
      },
      lakeFormation: {
        resourceLfTags: (resource, signal) =>
          this.#answer(`lf ${JSON.stringify(resource)}`, () => lakeFormation.resourceLfTags(resource, signal))
      },
      s3: async () => ({
        getObject: (bucket, key, signal) =>
          this.#answer(`object ${bucket}/${key}`, async () => (await s3()).getObject(bucket, key, signal)),
        getBucketTagging: (bucket, signal) =>
          this.#answer(`bucket ${bucket}`, async () => (await s3()).getBucketTagging(bucket, signal)),
        getObjectTagging: (bucket, key, signal) =>
          this.#answer(`tags ${bucket}/${key}`, async () => (await s3()).getObjectTagging(bucket, key, signal))
      })
    }
  }

  /** Takes the file away. */
  async dispose(): Promise<void> {
    await this.#file.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #answer<T>(asked: string, ask: () => Promise<T>): Promise<T> {
    const key = hash('sha256', asked, 'base64')
    const kept = this.#kept.get(key)
    if (kept === undefined) return this.#asked(key, ask)
    if ('error' in kept) throw kept.error
    const { buffer } = await this.#file.read(Buffer.allocUnsafe(kept.size), 0, kept.size, kept.at)
    // What was put in under this key.
    return unpack(buffer) as T
  }

  async #asked<T>(key: string, ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask()
      const bytes = pack(answer)
      const at = this.#end
      this.#end += bytes.length
      await this.#file.write(bytes, 0, bytes.length, at)
      this.#kept.set(key, { at, size: bytes.length })
      return answer
    } catch (error) {
      if (error instanceof AwsCallError) this.#kept.set(key, { error })
      throw error
    }
  }
}
