import type { Severity } from '../core/diagnostic.ts'

/** A rule that recipes and DAG files are looked at by. Its id is stable: comments in files name it. */
export interface Rule {
  readonly id: string
  /** Worst first. Only what DataHub refuses too, or what would surely fail, is an error. */
  readonly severities: readonly Severity[]
  /** What it finds, in one line of Markdown. */
  readonly finds: string
  /** It says that the file cannot be read: no comment silences it. */
  readonly isFixed?: boolean
}

const rule = (id: string, finds: string, ...severities: Severity[]): Rule => ({
  id,
  finds,
  severities: severities.length === 0 ? ['error'] : severities
})

const fixed = (id: string, finds: string): Rule => ({ ...rule(id, finds), isFixed: true })

/** Rules of any file. */
const TEXT: readonly Rule[] = [
  fixed('empty-file', 'A file that holds nothing.'),
  fixed('file-type', 'A file that is neither YAML nor JSON.'),
  fixed('json-syntax', 'Text that is no JSON.'),
  fixed('yaml-syntax', 'Text that is no YAML 1.1 as DataHub reads it.'),
  fixed('not-utf-8', 'A file in another encoding than UTF-8.'),
  fixed('yaml-alias', 'An anchor that is defined twice, or that stands for something around it.'),
  fixed('yaml-multiple-documents', 'A second document behind `---`.'),
  fixed('yaml-too-deep', 'More than 100 levels.'),
  fixed('yaml-too-large', 'More than one mebibyte, or aliases that unfold to more than 100,000 values.'),
  fixed('yaml-value', 'A value that is not what its tag or its look says, a key that is no text.'),
  rule('duplicate-key', 'A key twice in a mapping: the first one is dropped.', 'warning'),
  rule('bad-ignore', 'An ignore without a reason, or for a rule that there is not.', 'warning')
]

/** Rules of options, in recipes and in DAG files. */
const OPTIONS: readonly Rule[] = [
  rule('bad-pattern', 'A regular expression that does not compile.'),
  rule('bad-value', 'A word that is none of those an option knows.'),
  rule('missing-key', 'An option that has to be there.'),
  rule('not-supported-yet', 'An option that DataHub has and this program does not.'),
  rule('out-of-range', 'A number beyond its limits.'),
  rule('unknown-key', 'An option that there is not, or not here.'),
  rule('unused-option', 'An option without effect beside the others.', 'warning', 'error'),
  rule('wrong-type', 'A value of another kind than the option’s.')
]

const RECIPES: readonly Rule[] = [
  fixed('not-a-recipe', 'A file that is no mapping.'),
  rule('bad-catalogue-arn', 'A key of `catalog_to_platform_instance` that is no ARN of a Glue catalogue.'),
  rule('bad-catalogue-id', 'A `catalog_id` that is no account and no catalogue in one.', 'warning'),
  rule('bad-header', 'A header that cannot be sent.'),
  rule('bad-policy-arn', 'A session policy of a role that is no ARN of a policy.', 'warning'),
  rule('bad-reference', 'A reference to SSM or Secrets Manager that names nothing AWS could keep.'),
  rule('bad-region', 'A region that AWS has not, and that is nearly one that it has.', 'warning'),
  rule('bad-role-argument', 'Arguments of `aws_role` that do not go together.'),
  rule('bad-role-arn', 'An `aws_role` that is no ARN of a role.'),
  rule('bad-server', 'A server that is no http address.'),
  rule(
    'bad-urn',
    'A tag, term, owner, domain, data product or dataset that is no urn of its kind.',
    'error',
    'warning'
  ),
  rule('bad-variable', 'A variable that cannot be expanded.'),
  rule('conflicting-keys', 'Options that exclude each other.'),
  rule('deprecated-name', 'An old name of an option or a transformer.', 'warning'),
  rule(
    'duplicate-pipeline-name',
    'Two recipes of one name for one server: they overwrite each other’s state.',
    'warning'
  ),
  rule(
    'looks-like-a-glob',
    'A pattern such as `sales_*`, which as a regular expression means something else.',
    'warning'
  ),
  rule('missing-pipeline-name', 'Stateful ingestion without the name that its state is kept under.'),
  rule('missing-sink', 'Neither a sink nor a server from the inputs.'),
  rule(
    'missing-variable',
    'A variable that is not declared: an error where an env file says which there are, a warning where a workflow that runs the recipe does not set it.',
    'error',
    'warning'
  ),
  rule(
    'needs-datahub',
    'A transformer or a state that asks DataHub, beside a sink that is none, without a `datahub_api`.'
  ),
  rule('needs-python', 'A transformer that runs Python code.'),
  rule(
    'never-matches',
    'A pattern that no name matches, such as `^orders$` as a `table_pattern`: tables are `database.table`.',
    'warning'
  ),
  rule('nothing-left', 'A filter that lets nothing in.', 'warning'),
  rule('option-twice', 'An option that is given in two places.'),
  rule('plaintext-secret', 'A token, password or key that is written out.', 'warning'),
  rule('renamed-twice', 'An option under its old and its new name.'),
  rule('token-over-http', 'A token for a server beyond one’s own network, without TLS.', 'warning'),
  rule('unknown-auth', 'A token provider that there is not.'),
  rule('unused-auth', 'A token provider of the environment that is for another server.', 'warning'),
  rule('unknown-reporter', 'A place to report runs to that there is not.', 'warning', 'error'),
  rule('unknown-sink', 'A sink that there is not, or not here.'),
  rule('unknown-source', 'A source that there is not, or not here.'),
  rule('unknown-state-provider', 'A place to keep state in that there is not.'),
  rule('unknown-transformer', 'A transformer that there is not.'),
  rule('unverified-tls', '`disable_ssl_verification`.', 'warning')
]

const DAGS: readonly Rule[] = [
  rule('bad-callback', 'An `on_success`, `on_failure` or `on_retry` that calls nothing.'),
  rule('bad-condition', 'A condition that cannot be read.'),
  rule('bad-dag-id', 'A `dag_id` that is no name of a file.'),
  rule('bad-default', 'A default that its param’s own schema refuses.'),
  rule('bad-expand', 'An `expand` that ranges over nothing.'),
  rule('bad-group', 'A group with an empty part in its name.'),
  rule('bad-pool-slots', 'More slots than the pool has.'),
  rule('bad-schedule', 'A `schedule` that is no cron line.'),
  rule('bad-schema', 'A param’s schema that is none.'),
  rule('bad-task-id', 'A `task_id` with other characters than Airflow allows, or that is a group’s.'),
  rule('bad-teardown', 'A teardown that is something else too.'),
  rule('bad-template', 'A `{{ … }}` that cannot be read.'),
  rule('bad-timezone', 'A `timezone` that there is not.'),
  rule('bad-trigger-rule', 'A trigger rule that there is not, or that cannot be here.'),
  rule('cycle', 'Tasks that wait for each other.', 'error', 'notice'),
  rule('duplicate-group', 'A group whose name a task has.'),
  rule('duplicate-task', 'A `task_id` twice.'),
  rule('file-not-found', 'A recipe that a DAG names and that is not there.'),
  rule('not-upstream', 'A task’s output that is used before it can be there.', 'warning'),
  rule('two-actions', 'A task that does two things.'),
  rule('unknown-keyword', 'A keyword that JSON Schema has not, or not here.'),
  rule('unknown-name', 'A name in a template or condition that there is not.'),
  rule('unknown-param', 'A param that is not defined.'),
  rule('unknown-pool', 'A pool that is not defined.'),
  rule('unknown-task', 'A task that there is not.'),
  rule('unknown-upstream', 'A `depends_on` that names no task and no group.')
]

/** Every rule there is, by what it looks at. */
export const RULES = { 'Any file': TEXT, Options: OPTIONS, Recipes: RECIPES, 'DAG files': DAGS } as const

const ALL = Object.values(RULES).flat()

/** What comments may silence (core/ignore.ts). */
export const IGNORABLE_RULES = {
  known: new Set(ALL.map(({ id }) => id)),
  never: new Set(ALL.filter(({ isFixed }) => isFixed === true).map(({ id }) => id))
}
