import type { ConfigNode } from '../../core/config/node.ts'
import { option, optionsSchema, required, section, type ValuesOf } from '../../core/config/option.ts'
import {
  anyMapping,
  checked,
  choice,
  flag,
  INVALID,
  type Invalid,
  integer,
  list,
  number,
  orNull,
  type ReadContext,
  record,
  schemaOf,
  type Told,
  type Type,
  text
} from '../../core/config/types.ts'
import type { JsonObject } from '../../core/json.ts'
import { isCron } from '../cron.ts'
import { TRIGGER_RULES } from '../model.ts'
import { isTimeZone } from '../time-zone.ts'
import type { Callback } from './dag-file.ts'
import { type Condition, parseCondition, templatePaths } from './expression.ts'
import { duration, refuse, scalarText, texts } from './values.ts'

const CONDITION_CURE = 'compare with ==, !=, <, <=, > or >=, and join comparisons by and'

/** A condition such as `tables >= 10 and params.full == true`. */
export const condition: Type<Condition> = {
  name: 'a condition such as params.full == true',
  schema: { type: ['string', 'number', 'boolean'], minLength: 1 },
  read(node, context) {
    const word = scalarText.read(node, context)
    if (word === INVALID) return INVALID
    const parsed = parseCondition(word)
    return parsed.ok
      ? parsed.value
      : refuse(node, context, { code: 'bad-condition', message: parsed.error, cure: CONDITION_CURE })
  }
}

const template = <T extends string>(type: Type<T>): Type<T> =>
  checked(type, (value, node, context) => {
    const paths = templatePaths(value)
    return paths.ok
      ? value
      : refuse(node, context, { code: 'bad-template', message: paths.error, cure: 'write {{ NAME }}' })
  })

const templated = template(text)
const templates = record(template(scalarText))

const CALLBACK = section(
  {
    run: option(text, null, 'A shell command; the run is told by variables DAG_ID, TASK_ID, STATE …'),
    webhook: option(templated, null, 'An https address that takes messages as Slack’s incoming webhooks do.')
  },
  'a callback'
)

const callback = checked(CALLBACK, ({ run, webhook }, node, context): Callback | Invalid => {
  if (run !== null && webhook === null) return { kind: 'run', command: run }
  if (webhook !== null && run === null) return { kind: 'webhook', url: webhook }
  return refuse(node, context, {
    code: 'bad-callback',
    message: 'a callback has either run or webhook',
    cure: 'write one of them; a list may hold both'
  })
})

/** One callback, or a list of them. */
const callbacks: Type<readonly Callback[]> = {
  name: 'a callback, or a list of them',
  schema: { anyOf: [schemaOf(callback), { type: 'array', items: schemaOf(callback) }] },
  read(node: ConfigNode, context: ReadContext) {
    if (node.kind === 'list') return list(callback).read(node, context)
    const one = callback.read(node, context)
    return one === INVALID ? INVALID : [one]
  }
}

const RETRY_RULE = section(
  {
    errors: required(texts, 'Classes of errors: throttle, denied, expired, timeout, gms-unreachable … or their codes.'),
    action: option(choice(['retry', 'fail']), 'retry', 'Whether the task is tried again or fails at once.'),
    delay: option(duration, null, 'The wait before the next try, instead of retry_delay.')
  },
  'a retry rule'
)

const backoff: Type<number> = {
  name: 'a number, or true or false',
  schema: schemaOf(number()),
  read: (node, context) => {
    if (node.kind === 'scalar' && node.type === 'boolean') return node.value ? 2 : 0
    return number().read(node, context)
  }
}

/** What a task and default_args have in common. Absent: default_args, and then Airflow's default. */
export const SHARED = {
  env: option(templates, null, 'Variables for the recipe or command.'),
  trigger_rule: option(choice(TRIGGER_RULES), null, 'When the task may begin, by the states of its upstreams.'),
  retries: option(integer(), null, 'Tries beyond the first.'),
  retry_delay: option(duration, null, 'The wait before the next try.'),
  retry_exponential_backoff: option(backoff, null, 'How many times longer each wait is than the one before.'),
  max_retry_delay: option(duration, null, 'The longest wait, with backoff.'),
  retry_rules: option(list(RETRY_RULE), null, 'What the class of an error says about its retry; the first counts.'),
  execution_timeout: option(duration, null, 'The longest time of one try.'),
  pool: option(text, null, 'The pool whose slots it takes.'),
  pool_slots: option(integer(), null, 'How many slots it takes.'),
  priority_weight: option(integer(), null, 'What is preferred when slots are few.'),
  weight_rule: option(choice(['downstream', 'upstream', 'absolute']), null, 'Whose weights are added to its own.'),
  max_active_tis_per_dag: option(integer({ min: 1 }), null, 'Most instances of the task that run at once.'),
  depends_on_past: option(flag, null, 'Whether it asks that it went well in the run before.'),
  wait_for_downstream: option(flag, null, 'As depends_on_past, and its direct downstreams went well too.'),
  on_success: option(callbacks, null, 'Told when it succeeded.'),
  on_failure: option(callbacks, null, 'Told when it failed for good.'),
  on_retry: option(callbacks, null, 'Told when it failed and is tried again.')
} as const

const CHECK = section(
  {
    task: required(text, 'The task whose report is looked at.'),
    assert: required(
      {
        name: 'a condition or a list of them',
        schema: { anyOf: [schemaOf(condition), { type: 'array', items: schemaOf(condition) }] },
        read: (node, context) => conditions(node, context)
      },
      'Conditions such as tables >= 10, warnings == 0, removed <= 5.'
    )
  },
  'check'
)

function conditions(node: ConfigNode, context: ReadContext): readonly Condition[] | Invalid {
  if (node.kind === 'list') return list(condition).read(node, context)
  const one = condition.read(node, context)
  return one === INVALID ? INVALID : [one]
}

const BRANCH_CASE = section(
  {
    when: option(condition, null, 'Follows this when it holds; absent: whenever no case before did.'),
    follow: required(texts, 'The tasks or groups to follow.')
  },
  'a case of branch'
)

/** A text that becomes part of a name; the pattern is also what editors check. */
const nameOf = (pattern: string, told: Told): Type<string> => ({
  ...checked(text, (value, node, context) =>
    new RegExp(pattern, 'u').test(value) ? value : refuse(node, context, told)
  ),
  schema: { type: 'string', pattern }
})

/** Airflow's rule for keys. The name becomes that of a folder and of an artifact. */
const dagId = nameOf(String.raw`^[\p{L}\p{N}_.\-]{1,250}$`, {
  code: 'bad-dag-id',
  message: 'dag_id cannot be used as a name',
  cure: 'use up to 250 letters, digits, dashes, dots and underscores'
})

/** A group's own name has no dot, as in Airflow: dots stand between a group and the group that it is in. */
const groupPath = nameOf(String.raw`^[\p{L}\p{N}_\-]+(?:\.[\p{L}\p{N}_\-]+)*$`, {
  code: 'bad-group',
  message: 'group cannot be used as a name',
  cure: 'use letters, digits, dashes and underscores, with a dot between a group and one inside it'
})

const named = (key: string, schema: JsonObject): JsonObject => ({
  type: 'object',
  required: [key],
  properties: { [key]: schema },
  additionalProperties: false
})

/** What one argument of `expand` may be; task.ts reads it. */
const EXPAND_OVER: JsonObject = {
  anyOf: [
    { type: 'array' },
    ...['task', 'param', 'databases'].map((key) => named(key, { type: 'string' })),
    named('values', { type: ['object', 'array'] })
  ]
}

/** One of `tasks`. */
export const TASK_OPTIONS = {
  ...SHARED,
  task_id: required(text, 'Its name, unique in its group.'),
  recipe: option(templated, null, 'The recipe to run: a path or a glob.'),
  with: option(templates, null, 'Inputs of the action that this recipe has otherwise, such as dry-run.'),
  run: option(text, null, 'A shell command. It writes NAME=value lines to the file $DAG_OUTPUT.'),
  check: option(CHECK, null, 'Conditions on the report of an upstream’s recipe.'),
  branch: option(list(BRANCH_CASE), null, 'Chooses which downstreams are followed.'),
  short_circuit: option(condition, null, 'Skips everything after it when it does not hold.'),
  ignore_downstream_trigger_rules: option(flag, true, 'Whether a short circuit skips all descendants.'),
  when: option(condition, null, 'The task is skipped when it does not hold.'),
  depends_on: option(texts, [], 'The tasks or groups that come before.'),
  expand: option(
    record({ name: 'anything', schema: EXPAND_OVER, read: (node) => node }),
    null,
    'Makes an instance for each combination.'
  ),
  setup: option(flag, false, 'Whether it prepares what the tasks after it need.'),
  teardown: option(
    orNull({
      name: 'true, or the setups it belongs to',
      schema: { anyOf: [{ type: 'boolean' }, schemaOf(texts)] },
      read: readTeardown
    }),
    null,
    'Whether it clears up.'
  ),
  on_failure_fail_dagrun: option(flag, false, 'Whether a teardown’s failure fails the run.'),
  group: option(groupPath, null, 'The group it is in, such as extract or extract.eu.')
} as const

function readTeardown(node: ConfigNode, context: ReadContext): readonly string[] | Invalid | null {
  if (node.kind === 'scalar' && node.type === 'boolean') return node.value ? [] : null
  return texts.read(node, context)
}

const cronLine = checked(text, (value, node, context) =>
  isCron(value)
    ? value
    : refuse(node, context, {
        code: 'bad-schedule',
        message: `schedule is no cron line: ${value}`,
        cure: "write minute, hour, day of the month, month and day of the week, such as '37 3 * * *'"
      })
)

const timezone = checked(text, (value, node, context) =>
  isTimeZone(value)
    ? value
    : refuse(node, context, {
        code: 'bad-timezone',
        message: `there is no time zone ${value}`,
        cure: 'use a name of the IANA time zone database, such as UTC or Europe/Berlin'
      })
)

/** The file itself. Tasks are read one by one, for their places. */
export const DAG_OPTIONS = {
  dag_id: required(dagId, 'The name of the DAG.'),
  description: option(text, null, 'What it is for.'),
  schedule: option(cronLine, null, 'When the workflow that scaffold makes runs it: a cron line of five fields.'),
  timezone: option(timezone, 'UTC', 'The time zone of schedule, such as Europe/Berlin.'),
  default_args: option(section(SHARED, 'default_args'), null, 'What tasks have that do not say otherwise.'),
  params: option(anyMapping, {}, 'Values that a run is given: a default, or default, description and a JSON Schema.'),
  pools: option(record(integer({ min: -1 })), {}, 'Slots by pool; -1 is without limit.'),
  max_active_tasks: option(integer({ min: 1 }), 16, 'Most tasks that run at once.'),
  fail_fast: option(flag, false, 'Whether the first failure ends everything.'),
  dagrun_timeout: option(duration, null, 'The longest time of a run.'),
  on_success: option(callbacks, null, 'Told when the run succeeded.'),
  on_failure: option(callbacks, null, 'Told when the run failed.'),
  tasks: required<readonly ConfigNode[]>(
    {
      name: 'a list of tasks',
      schema: { type: 'array', minItems: 1, items: optionsSchema(TASK_OPTIONS) },
      read: (node, context) =>
        node.kind === 'list' && node.items.length > 0
          ? node.items
          : refuse(node, context, { code: 'wrong-type', message: 'tasks is a list of at least one task' })
    },
    'The tasks.'
  )
} as const

export type TaskValues = ValuesOf<typeof TASK_OPTIONS>
export type SharedValues = ValuesOf<typeof SHARED>
