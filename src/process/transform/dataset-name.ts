/** The parts of a dataset's urn: `urn:li:dataset:(urn:li:dataPlatform:glue,instance.db.table,PROD)`. */
export interface DatasetParts {
  readonly platform: string
  readonly name: string
  readonly env: string
}

const URN = /^urn:li:dataset:\(urn:li:dataPlatform:([^,]*),(.*),([^,]*)\)$/s

/** null for what is no dataset's urn. */
export function partsOf(urn: string): DatasetParts | null {
  const [, platform, name, env] = URN.exec(urn) ?? []
  return platform === undefined || name === undefined || env === undefined ? null : { platform, name, env }
}

/** A dataset's name, with its platform instance, as it stands in its urn. */
export const nameInUrn = (urn: string): string => partsOf(urn)?.name ?? ''
