/** A table as Glue would be asked for it. */
export interface TablePlace {
  readonly database: string
  readonly table: string
}

/**
 * What a urn of an earlier run stands for in Glue.
 * - `table`: one of `places`, for names may hold dots and an instance may stand before them
 * - `database`: a container, whose urn does not tell its name · `job`, `step`: a flow, and a task of a flow
 * - `foreign`: other sources may know it too, such as tags, terms and what lies in S3
 */
export type Thing =
  | { readonly kind: 'table'; readonly places: readonly TablePlace[] }
  | { readonly kind: 'database' }
  | { readonly kind: 'job'; readonly name: string }
  | { readonly kind: 'step'; readonly flow: string }
  | { readonly kind: 'foreign' }

export interface Ownership {
  /** The platform that datasets are shown under. */
  readonly platform: string
  /** Platform instances that tables may have. */
  readonly instances: readonly string[]
}

const DATASET = /^urn:li:dataset:\(urn:li:dataPlatform:([^,]*),(.*),[A-Z_]+\)$/su
const FLOW = /^urn:li:dataFlow:\(([^,]*),(.*),[^,]*\)$/su
const JOB = /^urn:li:dataJob:\((urn:li:dataFlow:\(([^,]*),.*,[^,]*\)),[^,]*\)$/su

/** Finds out what a urn stands for. */
export function identify(urn: string, owned: Ownership): Thing {
  if (urn.startsWith('urn:li:container:')) return { kind: 'database' }
  const dataset = DATASET.exec(urn)
  if (dataset?.[1] === owned.platform) return tableOf(dataset[2] ?? '', owned)
  const flow = FLOW.exec(urn)
  if (flow?.[1] === owned.platform) return { kind: 'job', name: decoded(flow[2] ?? '') }
  const job = JOB.exec(urn)
  if (job?.[2] === owned.platform) return { kind: 'step', flow: job[1] ?? '' }
  return { kind: 'foreign' }
}

/** The type of a urn's entity: `urn:li:dataset:…`. */
export const entityTypeOf = (urn: string): string => urn.split(':', 3)[2] ?? ''

function tableOf(name: string, { instances }: Ownership): Thing {
  const places = [...new Set([name, decoded(name)])].flatMap((whole) => placesUnder(whole, instances))
  return places.length === 0 ? { kind: 'foreign' } : { kind: 'table', places }
}

/**
 * Behind an instance stands the database. Only where nothing does, the name is one of before the recipe had the instance:
 * else a database of the instance's name would be taken for that of every table.
 */
function placesUnder(name: string, instances: readonly string[]): readonly TablePlace[] {
  const behind = withoutInstance(name, instances).flatMap(placesIn)
  return behind.length > 0 ? behind : placesIn(name)
}

const withoutInstance = (name: string, instances: readonly string[]): readonly string[] =>
  instances.filter((instance) => name.startsWith(`${instance}.`)).map((instance) => name.slice(instance.length + 1))

/** Every way in which `a.b.c` can be a database and a table. */
function placesIn(name: string): readonly TablePlace[] {
  const places: TablePlace[] = []
  for (let dot = name.indexOf('.', 1); dot > 0 && dot < name.length - 1; dot = name.indexOf('.', dot + 1)) {
    places.push({ database: name.slice(0, dot), table: name.slice(dot + 1) })
  }
  return places
}

/** The characters that are reserved in urns (datahub/urn.ts encodeUrnPart). */
const decoded = (part: string): string => part.replace(/%2C|%28|%29|%E2%90%9F/gi, decodeURIComponent)
