import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type JobSet, jobsOf } from '../../emulator/catalogue/jobs.ts'
import type { JobCase } from './ours.ts'
import { runPeer } from './peer-run.ts'
import { randomJobCase } from './random-job.ts'

/*
 * Has the peer read a fixed set of jobs and writes both down for test/source/glue/jobs/recorded.test.ts, one file a case:
 * node lib/tools/test/parity/jobs/record.js
 */

const FOLDER = 'test/testdata/glue/jobs'

/** Options that change what is made of jobs, over the jobs of the stand-ins. */
const CONFIGS: Readonly<Record<string, JobCase['config']>> = {
  defaults: {},
  instance: { platform_instance: 'a b', env: 'dev' },
  athena: { platform: 'athena', aws_region: 'cn-north-1' },
  target_platforms: {
    target_platform_configs: { postgres: { platform_instance: 'pg', env: 'STG' }, mysql: { env: 'QA' }, mssql: {} }
  },
  other_catalogues: {
    catalog_id: '444455556666',
    catalog_to_platform_instance: {
      'arn:aws:glue:eu-west-1:444455556666': { platform_instance: 'owner', env: 'STG' }
    }
  }
}

function caseOf(name: string, config: JobCase['config'], { jobs, scripts, graphs, connections }: JobSet): JobCase {
  return { case: name, config, jobs, scripts, graphs: Object.fromEntries(graphs), connections }
}

/** Many, so that each rule is met. */
const RANDOM = Array.from({ length: 40 }, (_, index) => randomJobCase(9000 + index))

function main(): void {
  mkdirSync(FOLDER, { recursive: true })
  const named = Object.entries(CONFIGS).map(([name, config], index) => caseOf(name, config, jobsOf(80 + index, 12)))
  const cases = [...named, ...RANDOM]
  const peer = runPeer(cases)
  const results = cases.map((it, index) => ({ it, peer: peer[index] }))
  for (const { case: name } of named)
    write(
      name,
      results.filter(({ it }) => it.case === name)
    )
  write(
    'random',
    results.filter(({ it }) => it.case.startsWith('seed'))
  )
}

function write(name: string, recorded: readonly object[]): void {
  writeFileSync(join(FOLDER, `${name}.json`), `[\n${recorded.map((it) => JSON.stringify(it)).join(',\n')}\n]\n`)
}

main()
