import { repeated } from '../../../core/repeated-json.ts'
import type { Container, ContainerProperties, DataPlatformInstance } from '../../../datahub/aspect-types.ts'
import { containerAspect, dataPlatformInstanceAspect, statusAspect, subTypesAspect } from '../../../datahub/aspects.ts'
import { guidOf } from '../../../datahub/guid.ts'
import { longDate } from '../../../datahub/python-time.ts'
import { containerUrn } from '../../../datahub/urn.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { DatabaseFacts } from '../facts.ts'
import type { GlueDatabase } from '../record.ts'
import { glueArn } from './arn.ts'
import { domainsOf } from './domain.ts'
import { textOf, textsOf } from './record-values.ts'
import { containerTags } from './tags.ts'
import { unitsOf } from './unit.ts'

/**
 * The urn of a database's container. Without a platform instance the environment takes its place in the guid, and with
 * one the environment is no part of it: an old mistake that existing catalogues depend on (mcp_builder.py ContainerKey).
 */
export const databaseUrn = (database: string, options: GlueOptions): string => homeOf(database, options).urn

/** What the tables of a database have in common. */
export interface Home {
  /** The database's container. */
  readonly urn: string
  readonly container: Container
  readonly platformInstance: DataPlatformInstance
}

/** Where the tables of a database belong; made once for all of them. */
export function homeOf(database: string, options: GlueOptions): Home {
  const known = homes.get(options) ?? new Map<string, Home>()
  const found = known.get(database)
  if (found !== undefined) return found
  const home = madeHome(database, options)
  homes.set(options, known.set(database, home))
  return home
}

const homes = new WeakMap<GlueOptions, Map<string, Home>>()

function madeHome(database: string, { platform, platformInstance, env }: GlueOptions): Home {
  const urn = containerUrn(guidOf({ database, platform, instance: platformInstance ?? env }))
  return {
    urn,
    container: repeated(containerAspect(urn)),
    platformInstance: repeated(dataPlatformInstanceAspect(platform, platformInstance))
  }
}

/** A database as a container: properties, status, platform instance, subtype (glue.py gen_database_containers). */
export function mapDatabase(
  database: GlueDatabase & { readonly Name: string },
  options: GlueOptions,
  facts: DatabaseFacts = {}
): WorkUnit[] {
  const domains = domainsOf(database.Name, options)
  const tags = containerTags(facts.lfTags ?? [])
  const { urn, platformInstance } = homeOf(database.Name, options)
  const unit = unitsOf('container', urn, database.Name)
  return [
    unit('containerProperties', properties(database, options)),
    unit('status', statusAspect(false)),
    unit('dataPlatformInstance', platformInstance),
    unit('subTypes', subTypesAspect('Database')),
    ...(domains === null ? [] : [unit('domains', domains)]),
    ...(tags === null ? [] : [unit('globalTags', tags)])
  ]
}

function properties(database: GlueDatabase & { readonly Name: string }, options: GlueOptions): ContainerProperties {
  const name = database.Name
  const account = textOf(database.CatalogId) || options.catalogId
  return {
    name,
    customProperties: { ...keyProperties(name, options), ...ownProperties(database) },
    description: textOf(database.Description),
    qualifiedName: account === null || account === '' ? undefined : glueArn(options, account, name),
    env: options.env
  }
}

type Properties = Readonly<Record<string, string>>

/** The parts of the container's key, which the peer shows as properties. */
function keyProperties(database: string, { platform, platformInstance, env }: GlueOptions): Properties {
  return { platform, ...(platformInstance === null ? {} : { instance: platformInstance }), env, database }
}

/** The database's parameters, its location and the time of its creation, each hiding what came before. */
function ownProperties(database: GlueDatabase): Properties {
  const location = textOf(database.LocationUri)
  const created = database.CreateTime instanceof Date ? longDate(database.CreateTime) : null
  return {
    ...textsOf(database.Parameters),
    ...(location === undefined ? {} : { LocationUri: location }),
    ...(created === null ? {} : { CreateTime: created })
  }
}
