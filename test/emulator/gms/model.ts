import { readTestdata } from '../testdata.ts'

/** A type of DataHub's metadata model: the name of a primitive or named type, a union, an array or a map. */
export type ModelType = string | readonly ModelType[] | { readonly array: ModelType } | { readonly map: ModelType }

/** A record's fields (`name?` when it may be absent), or an enum's symbols. */
export type NamedType = { readonly record: Readonly<Record<string, ModelType>> } | { readonly enum: readonly string[] }

/** The part of DataHub's metadata model that ingestion touches, by entity type, aspect name and type name. */
export interface MetadataModel {
  /** The aspects that an entity type may have. */
  readonly entities: Readonly<Record<string, readonly string[]>>
  readonly aspects: Readonly<Record<string, { readonly type: string; readonly timeseries?: boolean }>>
  readonly types: Readonly<Record<string, NamedType>>
}

let loaded: MetadataModel | null = null

/** The model of `test/testdata/emulator/datahub-model.json`, read once. */
export function metadataModel(): MetadataModel {
  loaded ??= JSON.parse(readTestdata('datahub-model.json')) as MetadataModel
  return loaded
}

/** The aspect whose type is called `typeName`, such as `status` for `com.linkedin.common.Status`; null when there is none. */
export function aspectOfType(typeName: string): string | null {
  const found = Object.entries(metadataModel().aspects).find(([, aspect]) => aspect.type === typeName)
  return found?.[0] ?? null
}
