import type { JsonObject } from '../../../src/core/json.ts'
import { type JobSet, jobsOf } from '../../emulator/catalogue/jobs.ts'
import type { ParityCase } from './case.ts'

const JOBS = { include_view_lineage: false, ignore_resource_links: true }

const withJobs = (seed: number, jobs: JobSet = jobsOf(seed)) => ({ seed, standIns: { aws: { glue: { jobs } } } })

const UNSUPPORTED = /"(?:dynamodb|marketplace\.spark|kafka)/

/** Without the steps that end the peer's run when they are not to be ignored: their scripts are none of Glue's then. */
function supportedOnly(jobs: JobSet): JobSet {
  const isSupported = ([, graph]: readonly [string, JsonObject]) => !UNSUPPORTED.test(JSON.stringify(graph))
  return { ...jobs, graphs: new Map([...jobs.graphs].filter(isSupported)) }
}

/** Jobs, their scripts, steps and lineage. */
export const JOB_CASES: readonly ParityCase[] = [
  { name: 'jobs', catalogue: 'plain', ...withJobs(61), config: JOBS },
  {
    name: 'jobs-instance',
    catalogue: 'plain',
    ...withJobs(62),
    config: { ...JOBS, platform_instance: 'pi', env: 'DEV' }
  },
  { name: 'jobs-athena', catalogue: 'plain', ...withJobs(63), config: { ...JOBS, platform: 'athena' } },
  {
    name: 'jobs-target-platforms',
    catalogue: 'plain',
    ...withJobs(64),
    config: {
      ...JOBS,
      target_platform_configs: {
        postgres: { platform_instance: 'pg1', env: 'STG' },
        mysql: { env: 'QA' },
        mssql: { platform_instance: 'sql' }
      }
    }
  },
  {
    name: 'jobs-other-catalogues',
    catalogue: 'plain',
    ...withJobs(65),
    config: {
      ...JOBS,
      catalog_to_platform_instance: {
        'arn:aws:glue:eu-west-1:444455556666': { platform_instance: 'owner', env: 'STG' }
      }
    }
  },
  { name: 'jobs-catalog-id', catalogue: 'plain', ...withJobs(66), config: { ...JOBS, catalog_id: '111122223333' } },
  {
    name: 'jobs-lenient',
    catalogue: 'plain',
    ...withJobs(68),
    config: { ...JOBS, ignore_unsupported_connectors: true }
  },
  {
    name: 'jobs-strict',
    catalogue: 'plain',
    ...withJobs(69, supportedOnly(jobsOf(69))),
    config: { ...JOBS, ignore_unsupported_connectors: false }
  },
  { name: 'jobs-more', catalogue: 'realistic', ...withJobs(67), config: { ...JOBS, extract_transforms: 'yes' } }
]
