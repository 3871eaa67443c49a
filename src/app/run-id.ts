import type { Clock } from '../core/clock.ts'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const SUFFIX_LENGTH = 6

/** `glue-2026_11_23-04_17_09-x7k2pq`: the peer's form of a run id (pipeline_config.py), in UTC, with the source's type. */
export function makeRunId(clock: Clock, source: 'glue' | 'file' = 'glue'): string {
  const iso = new Date(clock.now()).toISOString()
  const time = iso
    .slice(0, 19)
    .replace('T', '-')
    .replaceAll(':', '_')
    .replace(/^(\d+)-(\d+)-(\d+)/, '$1_$2_$3')
  const suffix = Array.from({ length: SUFFIX_LENGTH }, () => ALPHABET[Math.floor(clock.random() * ALPHABET.length)])
  return `${source}-${time}-${suffix.join('')}`
}
