import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Diagnostic } from '../core/diagnostic.ts'
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

/** A file that is no UTF-8: refused, as by the peer (configuration/config_loader.py), and never guessed at. */
export class NotUtf8 extends AppError {
  /** What is wrong, in words that go on from `it`. */
  readonly fault: string
  readonly line: number

  constructor(name: string, { fault, line }: Fault) {
    super(`The ${name} ${fault}`, { kind: 'input', code: NOT_UTF8, cure: SAVE_IT })
    this.fault = fault
    this.line = line
  }
}

const NOT_UTF8 = 'not-utf-8'
const SAVE_IT = 'Save it as UTF-8'

interface Fault {
  readonly fault: string
  readonly line: number
}

function decoded(bytes: Buffer, name: string): string {
  if (isUtf16(bytes)) throw new NotUtf8(name, { fault: 'is UTF-16', line: 1 })
  try {
    // Where a long one was cut off, half a character may stand at the end.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: bytes.length === MOST_BYTES
    })
  } catch {
    throw new NotUtf8(name, faultIn(bytes))
  }
}

/** Bytes by which a text without a mark is known for UTF-16. */
const SAMPLE = 16

/** As its mark says, or every second byte: texts of these files begin in ASCII. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const sample = [...bytes.subarray(0, SAMPLE)]
  const isZero = (odd: number): boolean => sample.every((byte, index) => (byte === 0) === (index % 2 === odd))
  return sample.length >= SAMPLE / 2 && (isZero(0) || isZero(1))
}

function faultIn(bytes: Buffer): Fault {
  // The first character that cannot be read, and where it stands.
  const [before = ''] = bytes.toString('utf8').split('\uFFFD', 1)
  const at = Buffer.byteLength(before)
  const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0')
  const line = before.split('\n').length
  return { fault: `is not UTF-8: the byte 0x${hex} in line ${line} begins no character`, line }
}

/** The same, where everything that is wrong is told at its place. */
export const diagnosticOf = (file: string, { fault, line }: NotUtf8): Diagnostic => ({
  file,
  line,
  column: 1,
  severity: 'error',
  code: NOT_UTF8,
  message: `the file ${fault}`,
  cure: SAVE_IT
})
