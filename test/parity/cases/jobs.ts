import { jobsOf } from '../../emulator/catalogue/jobs.ts'
import type { ParityCase } from './case.ts'

const JOBS = { include_view_lineage: false, ignore_resource_links: true }

const withJobs = (seed: number) => ({ seed, standIns: { aws: { glue: { jobs: jobsOf(seed) } } } })

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
  { name: 'jobs-more', catalogue: 'realistic', ...withJobs(67), config: { ...JOBS, extract_transforms: 'yes' } }
]
