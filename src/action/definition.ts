// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
/** One input or output of the action. action.yml and README.md are written from these (`npm run docs`). */
export interface InputDefinition {
  readonly name: string
  /** What it is, its default, and what it excludes. Markdown, in full sentences. */
  readonly description: string
  /** The default that action.yml gives; null: what an absent value means is said in the description. */
  readonly default: string | null
}

export interface OutputDefinition {
  readonly name: string
  readonly description: string
}

/** All inputs that work in this version, in the order in which they are documented. */
export const INPUTS = [
  {
    name: 'command',
    description:
      '`ingest` reads the Glue catalogue and writes it to DataHub. `validate` parses and checks the recipes, reaches ' +
      'neither AWS nor DataHub, needs no credentials, and annotates every mistake at its line. `plan` tells what a change ' +
      'of recipes would do, compared with the live catalogue and with what DataHub holds, and does nothing of it. `doctor` ' +
      'tries the way to AWS and to DataHub and every permission that the recipe needs, says who ingests Glue and since ' +
      'when, and writes nothing. `dag` runs a DAG of recipes, commands and checks with the semantics of Airflow. `mcps` ' +
      'sends a file of proposals, such as the dead ' +
      'letters of an earlier run.',
    default: 'ingest'
  },
  {
    name: 'recipe',
    description:
      'The DataHub recipe to run: a path, a folder or a glob, relative to the workspace; several of them one a line. ' +
      'Several recipes run in turn, their counts add up, and the worst outcome is the outcome of the step. The ' +
      'repository has to be checked out first (`actions/checkout`).',
    default: 'recipes/glue.yml'
  },
  {
    name: 'base-ref',
    description:
      'The commit, branch or tag that the command `plan` compares the recipes with. By default, on a pull request, it ' +
      "is the base branch's side of the merge that is checked out (`fetch-depth: 2`); otherwise where the default " +
      'branch and this one part.',
    default: null
  },
  {
    name: 'dag',
    description: 'The DAG file that the command `dag` runs, relative to the workspace.',
    default: 'recipes/dag.yml'
  },
  {
    name: 'file',
    description:
      'The file that the command `mcps` sends to `gms-url`, in the format of the file sink, relative to the workspace; ' +
      'such as the `dead-letters.json` of an earlier run. By default there is none.',
    default: null
  },
  {
    name: 'tasks',
    description:
      'The only tasks of the DAG to run, one a line or separated by commas; `TASK+` with everything after it. By ' +
      'default all are run.',
    default: null
  },
  {
    name: 'clear',
    description:
      'Tasks to run again in the last run of the DAG instead of beginning a new one, one a line or separated by ' +
      'commas; `TASK+` with everything after it. It needs `github-token`. By default none.',
    default: null
  },
  {
    name: 'params',
    description:
      'The params of the DAG run, as a JSON object. By default each has the default that the DAG file gives it.',
    default: null
  },
  {
    name: 'github-token',
    description:
      "The token for GitHub itself, as a rule the job's own, `github.token`. `dag` reads with it the records that earlier " +
      'attempts and runs have kept as artifacts (`permissions: actions: read`); `plan` writes with it the comment on the ' +
      'pull request (`permissions: pull-requests: write`). It is masked, and sent to no one but GitHub. By default there ' +
      'is none: a re-run starts over, and there is no comment.',
    default: null
  },
  {
    name: 'comment',
    description:
      'Whether `plan` tells the plan in a comment on the pull request, one that later runs edit in place. `true`: as soon ' +
      'as the pull request touches a recipe. `changes-only`: only once there is something to tell; a comment that is ' +
      'there is kept up to date. `false`: never. It needs `github-token`; on pull requests from forks there is none.',
    default: 'true'
  },
  {
    name: 'label',
    description:
      'Tells several comments on one pull request apart, such as those of plans for two environments: up to 60 letters, ' +
      'digits, spaces and `_.:/-`. By default there is one comment.',
    default: null
  },
  {
    name: 'dry-run',
    description:
      'With `true` everything is read and mapped, and nothing is written: the summary says what would be. DataHub is ' +
      'asked what it holds, and has to be reachable. Without effect on `validate`.',
    default: 'false'
  },
  {
    name: 'rate-limit',
    description:
      'Requests a second to AWS Glue, at most, over all parallel listings: a number from 0.1 to 1000. By default there ' +
      'is no limit of ours, and requests that Glue throttles are retried more slowly.',
    default: null
  },
  {
    name: 'column-statistics',
    description:
      'Whether the column statistics that Glue has computed (minimum, maximum, nulls, distinct values) become profiles ' +
      'in DataHub. It costs a request or more a table.',
    default: 'false'
  },
  {
    name: 'incremental',
    description:
      'With `true` what is as the last run left it is not sent again. Every 24th run sends everything, and so does one ' +
      'whose recipe, version of this action or GMS is another. It needs a `pipeline_name` and the sink `datahub-rest`.',
    default: 'false'
  },
  {
    name: 'fail-on',
    description:
      'What fails the step once the run has begun. `failure`: anything that was lost or failed. `warning`: a warning, ' +
      'too. `never`: neither; the output `status` still tells. Wrong input and a run that could not begin fail the ' +
      'step whatever is said here.',
    default: 'failure'
  },
  {
    name: 'max-age',
    description:
      'What `doctor` fails beyond: the age of the newest Glue metadata in DataHub, such as `90m`, `26h` or `2d`. A ' +
      'workflow of its own alarms by it when ingestion has stopped. By default no age is a failure.',
    default: null
  },
  {
    name: 'env-file',
    description:
      'A file of `NAME=value` lines for the variables that recipes name as `${NAME}`, relative to the workspace. A ' +
      'variable of the environment wins over one of the file. By default there is none.',
    default: null
  },
  {
    name: 'role-to-assume',
    description:
      "The ARN of the IAM role that GitHub's OIDC token is exchanged for. The job needs `permissions: id-token: write`. " +
      'By default it is the environment variable `AWS_ROLE`; without that, and wherever GitHub offers no OIDC token, ' +
      "the AWS SDK's default credential chain is used (an instance profile, a container role, `AWS_ACCESS_KEY_ID` …). " +
      "The recipe's own `aws_role` is assumed from there, unless it already is the current role.",
    default: null
  },
  {
    name: 'aws-region',
    description:
      'The AWS region, such as `eu-central-1`. It fills `${AWS_REGION}` and `${AWS_DEFAULT_REGION}` in recipes and ' +
      "never overrides a recipe's own `aws_region`. By default it is the environment variable `AWS_REGION`, or " +
      '`AWS_DEFAULT_REGION`.',
    default: null
  },
  {
    name: 'role-session-name',
    description: 'The name of the role sessions, as CloudTrail shows it: 2 to 64 letters, digits and `_=,.@+-`.',
    default: 'datahub-glue-ingestion'
  },
  {
    name: 'role-duration-seconds',
    description:
      'How long a role session lasts, from 900 to 43200 seconds, within what the role itself allows; roles assumed from ' +
      'another role last an hour at most. A run may outlast its session: it then asks for a new one.',
    default: '3600'
  },
  {
    name: 'audience',
    description:
      "The audience of GitHub's OIDC token, as the role's trust policy expects it. Without effect where no token is used.",
    default: 'sts.amazonaws.com'
  },
  {
    name: 'allowed-account-ids',
    description:
      'The AWS accounts that a run may act in: 12-digit ids, one a line or separated by commas. Any other account stops ' +
      'the run before anything is read. By default any account is allowed.',
    default: null
  },
  {
    name: 'least-privilege',
    description:
      'With `true` role sessions carry a session policy that holds only what the recipe needs, whatever else the role ' +
      'may do. `false` leaves the session everything that the role may do.',
    default: 'true'
  },
  {
    name: 'inline-session-policy',
    description:
      'A session policy of your own, as JSON, of at most 2,048 characters. It takes the place of the one that ' +
      '`least-privilege` makes. By default there is none.',
    default: null
  },
  {
    name: 'managed-session-policies',
    description:
      'ARNs of managed policies that limit role sessions further: at most 10, one a line or separated by commas. By ' +
      'default there are none.',
    default: null
  },
  {
    name: 'gms-url',
    description:
      "The address of DataHub's metadata service (GMS), such as `https://datahub.example.com/api/gms`. It fills " +
      "`${GMS_URL}` and `${DATAHUB_GMS_URL}` in recipes and never overrides a recipe's own `server`. By default it is " +
      'the environment variable `GMS_URL`, or `DATAHUB_GMS_URL`.',
    default: null
  },
  {
    name: 'gms-token',
    description:
      'The access token for GMS. It is masked, is sent to the origin of `gms-url` and to no other, and never overrides ' +
      "a recipe's own `token`. By default it is the environment variable `DATAHUB_GMS_TOKEN`. What `DATAHUB_AUTH_TYPE` " +
      'describes goes before it; without any, requests are not authenticated.',
    default: null
  },
  {
    name: 'log-level',
    description:
      'The least that a line of the log must matter to be shown: `debug`, `info`, `warning` or `error`. Annotations and ' +
      'the summary do not depend on it.',
    default: 'info'
  }
] as const satisfies readonly InputDefinition[]

/** The name of an input. */
export type InputName = (typeof INPUTS)[number]['name']

/** All outputs that have a value in this version. They are set however the run ends. */
export const OUTPUTS = [
  {
    name: 'status',
    description:
      '`success`, `failure` or `cancelled`. With `fail-on: never` it may be `failure` although the step is green.'
  },
  {
    name: 'run-id',
    description: 'The run id that marks in DataHub what was written; of several recipes one a line, in their order.'
  },
  { name: 'tables', description: 'Tables read, views not counted.' },
  { name: 'views', description: 'Views read.' },
  { name: 'aspects-written', description: 'Aspects that DataHub has stored. A dry run writes none.' },
  {
    name: 'aspects-unchanged',
    description: 'Aspects that were not sent, since DataHub has acknowledged the same ones before (`incremental`).'
  },
  {
    name: 'removed',
    description: 'Entities that are gone from Glue and were removed from DataHub. In a dry run: that would be.'
  },
  { name: 'warnings', description: 'How many warnings there were, counted one by one.' },
  { name: 'failures', description: 'How many failures there were, counted one by one; 0 when nothing was lost.' },
  { name: 'to-add', description: 'Of the command `plan`: databases, tables and views that the change lets in.' },
  { name: 'to-change', description: 'Of the command `plan`: databases, tables and views that it makes otherwise.' },
  { name: 'to-remove', description: 'Of the command `plan`: databases, tables and views that it leaves out.' },
  {
    name: 'plan-path',
    description:
      'Of the command `plan`: the path of plan.json, whose JSON Schema, `plan.schema.json`, lies beside that of ' +
      'report.json. Other commands leave these four empty.'
  },
  {
    name: 'report-path',
    description:
      'The path of report.json (of a DAG run, dag-run.json), which holds everything that the summary shows and more, for a later step to read or ' +
      'upload. Its JSON Schema is `dist/schema/report.schema.json`.'
  }
] as const satisfies readonly OutputDefinition[]

/** The name of an output. */
export type OutputName = (typeof OUTPUTS)[number]['name']

/** The commands that design and action agree on, and whether they work in this version. */
export const COMMANDS = {
  ingest: true,
  validate: true,
  plan: true,
  doctor: true,
  dag: true,
  mcps: true,
  'shard-plan': false,
  shard: false,
  'shard-merge': false
} as const satisfies Readonly<Record<string, boolean>>
