import type { SerialisedWorkUnit } from '../../model/work-unit.ts'

/**
 * Whether a work unit makes something known that others refer to. GMS refuses values of a structured property whose
 * definition it has not stored before the request (the peer writes definitions past its sink for that reason: glue.py
 * _get_column_param_workunits).
 */
export const isDefinition = ({ aspectName }: Pick<SerialisedWorkUnit, 'aspectName'>): boolean =>
  aspectName === 'propertyDefinition'
