import type { SerialisedWorkUnit } from '../model/work-unit.ts'

/** The content type of a proposal's aspect: GMS tells a patch from an aspect by it. */
export const contentTypeOf = ({ changeType }: Pick<SerialisedWorkUnit, 'changeType'>): string =>
  changeType === 'PATCH' ? 'application/json-patch+json' : 'application/json'
