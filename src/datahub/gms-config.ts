/** What `GET /config` says about a GMS. */
export interface GmsConfig {
  /** As the server tells it, such as `v1.3.0`; null when it does not. */
  readonly version: string | null
  /** DataHub Core is `core`; everything else is a managed DataHub. */
  readonly serverEnv: string
  readonly statefulIngestionCapable: boolean
  readonly patchCapable: boolean
}

/** A JSON object with members of any type. */
type Members = Readonly<Record<string, unknown>>

const members = (value: unknown): Members => (typeof value === 'object' && value !== null ? { ...value } : {})
/** GMS writes a version that it does not know as "null". */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.toLowerCase() !== 'null' ? value : null

/**
 * Reads the answer of `/config`; null when it is not a GMS's. GMS says `"noCode": "true"`, a string, and the frontend
 * does not (the peer's rest_emitter.py test_connection).
 */
export function parseGmsConfig(text: string): GmsConfig | null {
  const config = members(parseJson(text))
  if (config.noCode !== 'true' && config.noCode !== true) return null
  const versions = members(config.versions)
  const datahub = members(versions['acryldata/datahub'])
  return {
    version: textOf(datahub.version),
    serverEnv: textOf(members(config.datahub).serverEnv) ?? 'core',
    statefulIngestionCapable: config.statefulIngestionCapable === true,
    patchCapable: config.patchCapable === true
  }
}

/** The value of a JSON text, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The numbers of a server's version: `v1.3.0.2rc1` → [1, 3, 0, 2]; zeros when it tells none. */
export function versionNumbers(version: string | null): readonly [number, number, number, number] {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version ?? '')
  const part = (index: number): number => Number(match?.[index] ?? 0)
  return [part(1), part(2), part(3), part(4)]
}

/** Whether the server is at least the version named for its kind, such as `{core: [1, 7, 0], managed: [2, 1, 0]}`. */
export function isAtLeast(
  config: Pick<GmsConfig, 'version' | 'serverEnv'>,
  needed: { readonly core: readonly number[]; readonly managed: readonly number[] }
): boolean {
  const floor = config.serverEnv === 'core' ? needed.core : needed.managed
  const actual = versionNumbers(config.version)
  for (const [index, number] of floor.entries()) {
    const difference = (actual[index] ?? 0) - number
    if (difference !== 0) return difference > 0
  }
  return true
}
