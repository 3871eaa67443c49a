import { readFile } from 'node:fs/promises'

/**
 * libbzip2, compressed. Alone in its module: the bundler finds a file that is read in this form, and not in modules where
 * other things puzzle it.
 */
export const readLibrary = (): Promise<Buffer> => readFile(new URL('./bzip2.wasm.br', import.meta.url))
