import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../core/errors.ts'
import { MAX_LENGTH } from '../core/yaml.ts'

/** So many bytes are more characters than are taken, whole ones alone: no more of a file has to be read. */
const MOST_BYTES = 3 * (MAX_LENGTH + 2)

/**
 * The text of a recipe or a DAG file, in UTF-8; of one that is too long, so much that it is still seen to be.
 * @throws AppError when it is no UTF-8, and what the system says when the file cannot be read.
 */
export async function readText(what: string, file: string, cwd: string): Promise<string> {
  const handle = await open(resolve(cwd, file), 'r')
  try {
    return decoded(await beginOf(handle), `${what} '${file}'`)
  } finally {
    await handle.close()
  }
}

/** Read until nothing comes any more, as a pipe does not tell its size. */
async function beginOf(handle: FileHandle): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let length = 0; length < MOST_BYTES; ) {
    const piece = Buffer.allocUnsafe(Math.min(MOST_BYTES - length, 256 * 1024))
    const { bytesRead } = await handle.read(piece, 0, piece.length, null)
    if (bytesRead === 0) break
    pieces.push(piece.subarray(0, bytesRead))
    length += bytesRead
  }
  return Buffer.concat(pieces)
}

/** What is no UTF-8 is refused, as by the peer (configuration/config_loader.py), and never guessed at. */
function decoded(bytes: Buffer, name: string): string {
  if (isUtf16(bytes)) throw notUtf8(`The ${name} is UTF-16`)
  try {
    // Where a long one was cut off, half a character may stand at the end.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: bytes.length === MOST_BYTES
    })
  } catch {
    throw notUtf8(`The ${name} is not UTF-8: ${placeOfFault(bytes)}`)
  }
}

/** As its mark says, or one of its first two bytes: texts of these files begin in ASCII. */
const isUtf16 = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (first !== undefined && second !== undefined && (first === 0) !== (second === 0))

function placeOfFault(bytes: Buffer): string {
  // The first character that cannot be read, and where it stands.
  const [before = ''] = bytes.toString('utf8').split('\uFFFD', 1)
  const at = Buffer.byteLength(before)
  const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0')
  return `the byte 0x${hex} in line ${before.split('\n').length} begins no character`
}

const notUtf8 = (message: string): AppError =>
  new AppError(message, { kind: 'input', code: 'not-utf-8', cure: 'Save it as UTF-8' })
