import { schemaFieldUrn } from '../../../datahub/urn.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { GlueTable } from '../record.ts'
import { recordsOf, textOf, textsOf } from './record-values.ts'
import { schemaFields } from './schema-field.ts'

/**
 * The parameters of columns as structured properties of their fields, each property's definition before its first use in
 * this table (glue.py _get_column_param_workunits).
 */
export function columnParameters(table: GlueTable, dataset: string, origin: string): readonly WorkUnit[] {
  const defined = new Set<string>()
  const columns = [...recordsOf(table.StorageDescriptor?.Columns), ...recordsOf(table.PartitionKeys)]
  return columns.flatMap((column): readonly WorkUnit[] => {
    const parameters = Object.entries(textsOf(column.Parameters))
    const name = textOf(column.Name)
    if (parameters.length === 0 || name === undefined) return []
    const [field] = schemaFields({
      name,
      type: textOf(column.Type) ?? 'string',
      description: undefined,
      nullable: true
    })
    if (field === undefined) return []
    const keys = parameters.map(([key]) => key).filter((key) => !defined.has(propertyUrn(key)))
    const fresh = keys.filter(
      (key, index) => keys.findIndex((other) => propertyUrn(other) === propertyUrn(key)) === index
    )
    for (const key of fresh) defined.add(propertyUrn(key))
    const properties = parameters.map(([key, string]) => ({ propertyUrn: propertyUrn(key), values: [{ string }] }))
    const urn = schemaFieldUrn(dataset, field.fieldPath)
    const unit = {
      entityType: 'schemaField',
      aspectName: 'structuredProperties',
      changeType: 'UPSERT',
      origin
    } as const
    return [...fresh.map((key) => definition(key, origin)), { ...unit, urn, aspect: { properties } }]
  })
}

const qualifiedName = (key: string): string => `io.datahubproject.glue.column.${key.replace(/[^a-zA-Z0-9._]/gu, '_')}`

const propertyUrn = (key: string): string => `urn:li:structuredProperty:${qualifiedName(key)}`

function definition(key: string, origin: string): WorkUnit {
  const aspect = {
    qualifiedName: qualifiedName(key),
    displayName: key,
    valueType: 'urn:li:dataType:datahub.string',
    cardinality: 'SINGLE',
    entityTypes: ['urn:li:entityType:datahub.schemaField'],
    immutable: false
  }
  const unit = { entityType: 'structuredProperty', aspectName: 'propertyDefinition', changeType: 'UPSERT' } as const
  return { ...unit, urn: propertyUrn(key), aspect, origin }
}
