import { inflateRawSync } from 'node:zlib'

/** A file in a ZIP archive. */
export interface ZipEntry {
  /** With the folders in it, separated by `/`. */
  readonly name: string
  /** @throws Error when the archive is broken there, or holds more than `maxBytes`. */
  read(maxBytes: number): Buffer
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8

/**
 * The files of a ZIP archive, as its central directory lists them (PKWARE APPNOTE 4.3), stored or deflated. What needs
 * ZIP64, encryption or several disks is refused: an artifact of GitHub's has none of it below 4 GiB.
 * @throws Error when it is no such archive.
 */
export function readZip(bytes: Buffer): readonly ZipEntry[] {
  const end = endOfDirectory(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) throw new Error('the archive is a ZIP64')
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken('directory')
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    const entry = { ...headerOf(bytes, at), name }
    entries.push({ name, read: (maxBytes) => contentOf(bytes, entry, maxBytes) })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries.filter(({ name }) => !name.endsWith('/'))
}

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT)
  for (let at = bytes.length - END_SIZE; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw new Error('it is no ZIP archive')
}

interface Header {
  readonly encrypted: boolean
  readonly method: number
  readonly compressedSize: number
  readonly size: number
  readonly offset: number
}

const headerOf = (bytes: Buffer, at: number): Header => ({
  encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  method: bytes.readUInt16LE(at + 10),
  compressedSize: bytes.readUInt32LE(at + 20),
  size: bytes.readUInt32LE(at + 24),
  offset: bytes.readUInt32LE(at + 42)
})

function contentOf(bytes: Buffer, entry: Header & { readonly name: string }, maxBytes: number): Buffer {
  const { offset, size } = entry
  if (entry.encrypted) throw new Error(`${entry.name} is encrypted`)
  if (size > maxBytes) throw new Error(`${entry.name} has ${size} bytes, more than ${maxBytes}`)
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw broken(entry.name)
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + entry.compressedSize)
  if (packed.length !== entry.compressedSize) throw broken(entry.name)
  const content = unpacked(packed, entry, maxBytes)
  if (content.length !== size) throw broken(entry.name)
  return content
}

function unpacked(packed: Buffer, { method }: Header, maxBytes: number): Buffer {
  if (method === STORED) return packed
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) })
  throw new Error(`it is compressed by method ${method}`)
}

const broken = (where: string): Error => new Error(`the archive is broken at ${where}`)
