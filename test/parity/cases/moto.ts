import type { ParityCase } from './case.ts'

/* moto in place of this project's own stand-in for AWS: what it supports. */

const moto = { backend: 'moto', catalogue: 'plain', seed: 1 } as const

export const MOTO_CASES: readonly ParityCase[] = [
  { ...moto, name: 'moto-defaults' },
  { ...moto, name: 'moto-plain', config: { extract_transforms: false, include_view_lineage: false } },
  {
    ...moto,
    name: 'moto-tags-of-lake-formation',
    config: { extract_transforms: false, extract_lakeformation_tags: true }
  },
  {
    ...moto,
    name: 'moto-tags-of-s3',
    config: {
      extract_transforms: false,
      use_s3_bucket_tags: true,
      use_s3_object_tags: true,
      emit_storage_lineage: true
    }
  },
  {
    ...moto,
    name: 'moto-profiles',
    config: {
      extract_transforms: false,
      profiling: { enabled: true, row_count: 'numRows', partition_patterns: { allow: ['.*'] } }
    }
  }
]
