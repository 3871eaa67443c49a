import { open } from 'node:fs/promises'

/** As much of a file's end as its last record's systemMetadata can be long. */
const TAIL_BYTES = 16 * 1024
/** The last member of the last record (sink/record.ts). */
const PIPELINE = /"pipelineName": ("(?:[^"\\]|\\.)*")\s*\}\s*\}\s*\]\s*$/

/** The pipeline whose losses a file of dead letters holds; null: it does not say. @throws when it cannot be read */
export async function pipelineIn(path: string): Promise<string | null> {
  const [, name] = PIPELINE.exec(await tailOf(path)) ?? []
  return name === undefined ? null : (JSON.parse(name) as string)
}

async function tailOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const length = Math.min(size, TAIL_BYTES)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
