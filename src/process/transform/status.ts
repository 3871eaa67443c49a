import type { Transformer } from './transformer.ts'

/** mark_dataset_status. */
export const markStatus = (removed: boolean): Transformer => ({
  entityTypes: new Set(['dataset']),
  aspectName: 'status',
  transform: async (_entity, aspect) => ({ aspect: { ...aspect, removed } })
})
