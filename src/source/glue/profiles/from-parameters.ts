import { pythonFloat, pythonWhole } from '../../../datahub/python-number.ts'
import type { Failure } from '../../../model/event.ts'
import type { ProfileParameter, ProfilingOptions } from '../../../model/recipe.ts'
import { recordsOf, textOf, textsOf } from '../map/record-values.ts'
import type { GlueColumn } from '../record.ts'
import type { FieldProfile, TableProfile } from './profile.ts'

/** What a profile is made from: a table, or one of its partitions. */
export interface Profiled {
  readonly parameters: unknown
  readonly columns: readonly GlueColumn[] | undefined
}

/** A profile, and parameters that say nothing that could be read. */
export interface ReadProfile {
  readonly profile: TableProfile
  readonly warnings: readonly Failure[]
}

/** Reads the parameters that the recipe names (glue.py _create_profile_mcp). A column without parameters has no profile. */
export function profileFromParameters({ parameters, columns }: Profiled, options: ProfilingOptions): ReadProfile {
  const warnings: Failure[] = []
  const table = new Parameters(textsOf(parameters), options, warnings)
  const fields = recordsOf(columns).flatMap((column): readonly FieldProfile[] => {
    const fieldPath = textOf(column.Name)
    if (fieldPath === undefined || column.Parameters === undefined || column.Parameters === null) return []
    if (options.tableLevelOnly) return [{ fieldPath }]
    return [fieldProfile(fieldPath, new Parameters(textsOf(column.Parameters), options, warnings))]
  })
  const profile = { ...table.whole('rowCount'), ...table.whole('columnCount'), fields }
  return { profile, warnings }
}

const fieldProfile = (fieldPath: string, values: Parameters): FieldProfile => ({
  fieldPath,
  ...values.whole('uniqueCount'),
  ...values.share('uniqueProportion'),
  ...values.whole('nullCount'),
  ...values.share('nullProportion'),
  ...values.text('min'),
  ...values.text('max'),
  ...values.text('mean'),
  ...values.text('median'),
  ...values.text('stdev')
})

/** The parameters of one table or column, by what they mean. */
class Parameters {
  readonly #values: Readonly<Record<string, string>>
  readonly #options: ProfilingOptions
  readonly #warnings: Failure[]

  constructor(values: Readonly<Record<string, string>>, options: ProfilingOptions, warnings: Failure[]) {
    this.#values = values
    this.#options = options
    this.#warnings = warnings
  }

  whole<Name extends ProfileParameter>(name: Name): { readonly [K in Name]?: number } {
    return this.#number(name, pythonWhole)
  }

  share<Name extends ProfileParameter>(name: Name): { readonly [K in Name]?: number } {
    return this.#number(name, pythonFloat)
  }

  text<Name extends ProfileParameter>(name: Name): { readonly [K in Name]?: string } {
    const { value } = this.#find(name)
    return member(name, value)
  }

  #number<Name extends ProfileParameter>(
    name: Name,
    read: (text: string) => number | null
  ): { readonly [K in Name]?: number } {
    const { parameter, value } = this.#find(name)
    if (value === null) return {}
    const number = read(value)
    if (number === null) this.#warnings.push(notANumber(parameter))
    return member(name, number)
  }

  #find(name: ProfileParameter): { readonly parameter: string; readonly value: string | null } {
    const parameter = this.#options.parameters[name]
    if (parameter === null || !Object.hasOwn(this.#values, parameter)) return { parameter: '', value: null }
    return { parameter, value: this.#values[parameter] ?? null }
  }
}

/** An object with the one member, or with none. */
const member = <Name extends string, T>(name: Name, value: T | null): { readonly [K in Name]?: T } =>
  // The computed name is known to be `Name`, which TypeScript does not see.
  (value === null ? {} : { [name]: value }) as { readonly [K in Name]?: T }

/** The peer ends its run over such a parameter. */
const notANumber = (parameter: string): Failure => ({
  code: 'profile-parameter-not-a-number',
  message: `The parameter '${parameter}' of a table or column is no number: the profile goes without it`,
  cure: 'Correct the parameter in AWS Glue, or name another one under profiling in the recipe'
})
