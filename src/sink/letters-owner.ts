import { type FileHandle, open } from 'node:fs/promises'

/** As much of a file's beginning as its first record's first member, and of its end as its systemMetadata can be long. */
const HEAD_BYTES = 256
const TAIL_BYTES = 16 * 1024
/** How a file of the file sink begins (sink/record.ts). */
const RECORDS = /^\s*\[\s*(?:\]|\{\s*"entityType")/
/** The last member of the last record. */
const PIPELINE = /"pipelineName": ("(?:[^"\\]|\\.)*")\s*\}\s*\}\s*\]\s*$/

/** Whose losses a file holds. */
export interface Owner {
  /** null: the file does not say. */
  readonly pipelineName: string | null
}

/** Whose losses a file of dead letters holds; null: it is no such file, but somebody's own. @throws when it cannot be read */
export async function ownerOf(path: string): Promise<Owner | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (!RECORDS.test(await textIn(file, 0, Math.min(size, HEAD_BYTES)))) return null
    const length = Math.min(size, TAIL_BYTES)
    const [, name] = PIPELINE.exec(await textIn(file, size - length, length)) ?? []
    return { pipelineName: name === undefined ? null : (JSON.parse(name) as string) }
  } finally {
    await file.close()
  }
}

async function textIn(file: FileHandle, from: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.toString('utf8', 0, bytesRead)
}
