export const id = 255;
export const ids = [255];
export const modules = {

/***/ 6255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/doctor.js
var doctor = __webpack_require__(9347);
// EXTERNAL MODULE: ./lib/report/exit-code.js
var exit_code = __webpack_require__(8456);
// EXTERNAL MODULE: ./lib/report/outcome.js
var outcome = __webpack_require__(5102);
// EXTERNAL MODULE: ./lib/report/progress.js
var report_progress = __webpack_require__(7751);
// EXTERNAL MODULE: ./lib/report/redact.js
var redact = __webpack_require__(6749);
// EXTERNAL MODULE: ./lib/report/render/json.js
var json = __webpack_require__(7393);
// EXTERNAL MODULE: ./lib/report/render/text.js + 1 modules
var render_text = __webpack_require__(4905);
// EXTERNAL MODULE: ./lib/report/total.js
var total = __webpack_require__(2764);
// EXTERNAL MODULE: ./lib/report/annotations.js
var report_annotations = __webpack_require__(1116);
// EXTERNAL MODULE: ./lib/report/render/words.js
var words = __webpack_require__(5230);
;// CONCATENATED MODULE: ./lib/action/annotate.js


/**
 * Annotates the run with what the report says, within GitHub's limits. A step that fails has at least one error that
 * says so, even when it fails for its warnings.
 */
function annotate(report, runner) {
    const annotations = (0,report_annotations/* annotationsOf */.Ih)(report);
    if (report.exitCode !== 0 && !annotations.some((annotation) => annotation.level === 'error')) {
        runner.error((0,words/* outcomeOf */.sG)(report), {});
    }
    for (const { level, title, message, place } of annotations) {
        const where = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
        runner[level](message, { title, ...where });
    }
}

// EXTERNAL MODULE: ./lib/core/age.js
var age = __webpack_require__(6515);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
// EXTERNAL MODULE: ./lib/model/dag-params.js
var dag_params = __webpack_require__(9932);
// EXTERNAL MODULE: ./lib/model/secret.js
var secret = __webpack_require__(1817);
;// CONCATENATED MODULE: ./lib/action/comment-inputs.js
/** The first stands in where the input is wrong. */
const MODES = ['true', 'changes-only', 'false'];
/** A label stands in a hidden HTML comment, which `--` would end, and in the title. */
const LABEL = /^(?!.*--)[\w .:/-]{1,60}$/;
/** What is asked of the comment. */
function commentInputs(reader, token) {
    const label = reader.text('label');
    if (label !== '' && !LABEL.test(label)) {
        const cure = 'write up to 60 letters, digits, spaces and _.:/-, without two hyphens in a row';
        reader.fault('label', 'it holds something else than a label may', cure);
    }
    return { mode: reader.choice('comment', MODES), label, token };
}

;// CONCATENATED MODULE: ./lib/action/definition.js
/** All inputs that work in this version, in the order in which they are documented. */
const INPUTS = [
    {
        name: 'command',
        description: '`ingest` reads the Glue catalogue and writes it to DataHub. `validate` parses and checks the recipes, reaches ' +
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
        description: 'The DataHub recipe to run: a path, a folder or a glob, relative to the workspace; several of them one a line. ' +
            'Several recipes run in turn, their counts add up, and the worst outcome is the outcome of the step. The ' +
            'repository has to be checked out first (`actions/checkout`).',
        default: 'recipes/glue.yml'
    },
    {
        name: 'base-ref',
        description: 'The commit, branch or tag that the command `plan` compares the recipes with. By default, on a pull request, it ' +
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
        description: 'The file that the command `mcps` sends to `gms-url`, in the format of the file sink, relative to the workspace; ' +
            'such as the `dead-letters.json` of an earlier run. By default there is none.',
        default: null
    },
    {
        name: 'tasks',
        description: 'The only tasks of the DAG to run, one a line or separated by commas; `TASK+` with everything after it. By ' +
            'default all are run.',
        default: null
    },
    {
        name: 'clear',
        description: 'Tasks to run again in the last run of the DAG instead of beginning a new one, one a line or separated by ' +
            'commas; `TASK+` with everything after it. It needs `github-token`. By default none.',
        default: null
    },
    {
        name: 'params',
        description: 'The params of the DAG run, as a JSON object. By default each has the default that the DAG file gives it.',
        default: null
    },
    {
        name: 'github-token',
        description: "The token for GitHub itself, as a rule the job's own, `github.token`. `dag` reads with it the records that earlier " +
            'attempts and runs have kept as artifacts (`permissions: actions: read`); `plan` writes with it the comment on the ' +
            'pull request (`permissions: pull-requests: write`). It is masked, and sent to no one but GitHub. By default there ' +
            'is none: a re-run starts over, and there is no comment.',
        default: null
    },
    {
        name: 'comment',
        description: 'Whether `plan` tells the plan in a comment on the pull request, one that later runs edit in place. `true`: as soon ' +
            'as the pull request touches a recipe. `changes-only`: only once there is something to tell; a comment that is ' +
            'there is kept up to date. `false`: never. It needs `github-token`; on pull requests from forks there is none.',
        default: 'true'
    },
    {
        name: 'label',
        description: 'Tells several comments on one pull request apart, such as those of plans for two environments: up to 60 letters, ' +
            'digits, spaces and `_.:/-`. By default there is one comment.',
        default: null
    },
    {
        name: 'dry-run',
        description: 'With `true` everything is read and mapped, and nothing is written: the summary says what would be. DataHub need ' +
            'not be reachable. Without effect on `validate`.',
        default: 'false'
    },
    {
        name: 'rate-limit',
        description: 'Requests a second to AWS Glue, at most, over all parallel listings: a number from 0.1 to 1000. By default there ' +
            'is no limit of ours, and requests that Glue throttles are retried more slowly.',
        default: null
    },
    {
        name: 'column-statistics',
        description: 'Whether the column statistics that Glue has computed (minimum, maximum, nulls, distinct values) become profiles ' +
            'in DataHub. It costs a request or more a table.',
        default: 'false'
    },
    {
        name: 'incremental',
        description: 'With `true` what is as the last run left it is not sent again. Every 24th run sends everything, and so does one ' +
            'whose recipe, version of this action or GMS is another. It needs a `pipeline_name` and the sink `datahub-rest`.',
        default: 'false'
    },
    {
        name: 'fail-on',
        description: 'What fails the step once the run has begun. `failure`: anything that was lost or failed. `warning`: a warning, ' +
            'too. `never`: neither; the output `status` still tells. Wrong input and a run that could not begin fail the ' +
            'step whatever is said here.',
        default: 'failure'
    },
    {
        name: 'max-age',
        description: 'What `doctor` fails beyond: the age of the newest Glue metadata in DataHub, such as `90m`, `26h` or `2d`. A ' +
            'workflow of its own alarms by it when ingestion has stopped. By default no age is a failure.',
        default: null
    },
    {
        name: 'env-file',
        description: 'A file of `NAME=value` lines for the variables that recipes name as `${NAME}`, relative to the workspace. A ' +
            'variable of the environment wins over one of the file. By default there is none.',
        default: null
    },
    {
        name: 'role-to-assume',
        description: "The ARN of the IAM role that GitHub's OIDC token is exchanged for. The job needs `permissions: id-token: write`. " +
            'By default it is the environment variable `AWS_ROLE`; without that, and wherever GitHub offers no OIDC token, ' +
            "the AWS SDK's default credential chain is used (an instance profile, a container role, `AWS_ACCESS_KEY_ID` …). " +
            "The recipe's own `aws_role` is assumed from there, unless it already is the current role.",
        default: null
    },
    {
        name: 'aws-region',
        description: 'The AWS region, such as `eu-central-1`. It fills `${AWS_REGION}` and `${AWS_DEFAULT_REGION}` in recipes and ' +
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
        description: 'How long a role session lasts, from 900 to 43200 seconds, within what the role itself allows; roles assumed from ' +
            'another role last an hour at most. A run may outlast its session: it then asks for a new one.',
        default: '3600'
    },
    {
        name: 'audience',
        description: "The audience of GitHub's OIDC token, as the role's trust policy expects it. Without effect where no token is used.",
        default: 'sts.amazonaws.com'
    },
    {
        name: 'allowed-account-ids',
        description: 'The AWS accounts that a run may act in: 12-digit ids, one a line or separated by commas. Any other account stops ' +
            'the run before anything is read. By default any account is allowed.',
        default: null
    },
    {
        name: 'least-privilege',
        description: 'With `true` role sessions carry a session policy that holds only what the recipe needs, whatever else the role ' +
            'may do. `false` leaves the session everything that the role may do.',
        default: 'true'
    },
    {
        name: 'inline-session-policy',
        description: 'A session policy of your own, as JSON, of at most 2,048 characters. It takes the place of the one that ' +
            '`least-privilege` makes. By default there is none.',
        default: null
    },
    {
        name: 'managed-session-policies',
        description: 'ARNs of managed policies that limit role sessions further: at most 10, one a line or separated by commas. By ' +
            'default there are none.',
        default: null
    },
    {
        name: 'gms-url',
        description: "The address of DataHub's metadata service (GMS), such as `https://datahub.example.com/api/gms`. It fills " +
            "`${GMS_URL}` and `${DATAHUB_GMS_URL}` in recipes and never overrides a recipe's own `server`. By default it is " +
            'the environment variable `GMS_URL`, or `DATAHUB_GMS_URL`.',
        default: null
    },
    {
        name: 'gms-token',
        description: 'The access token for GMS. It is masked, is sent to the origin of `gms-url` and to no other, and never overrides ' +
            "a recipe's own `token`. By default it is the environment variable `DATAHUB_GMS_TOKEN`; without one, requests are " +
            'not authenticated.',
        default: null
    },
    {
        name: 'log-level',
        description: 'The least that a line of the log must matter to be shown: `debug`, `info`, `warning` or `error`. Annotations and ' +
            'the summary do not depend on it.',
        default: 'info'
    }
];
/** All outputs that have a value in this version. They are set however the run ends. */
const OUTPUTS = [
    {
        name: 'status',
        description: '`success`, `failure` or `cancelled`. With `fail-on: never` it may be `failure` although the step is green.'
    },
    {
        name: 'run-id',
        description: 'The run id that marks in DataHub what was written; of several recipes one a line, in their order.'
    },
    { name: 'tables', description: 'Tables read, views not counted.' },
    { name: 'views', description: 'Views read.' },
    { name: 'aspects-written', description: 'Aspects that DataHub has stored. A dry run writes none.' },
    { name: 'warnings', description: 'How many warnings there were, counted one by one.' },
    { name: 'failures', description: 'How many failures there were, counted one by one; 0 when nothing was lost.' },
    { name: 'to-add', description: 'Of the command `plan`: databases, tables and views that the change lets in.' },
    { name: 'to-change', description: 'Of the command `plan`: databases, tables and views that it makes otherwise.' },
    { name: 'to-remove', description: 'Of the command `plan`: databases, tables and views that it leaves out.' },
    {
        name: 'plan-path',
        description: 'Of the command `plan`: the path of plan.json, whose JSON Schema, `plan.schema.json`, lies beside that of ' +
            'report.json. Other commands leave these four empty.'
    },
    {
        name: 'report-path',
        description: 'The path of report.json (of a DAG run, dag-run.json), which holds everything that the summary shows and more, for a later step to read or ' +
            'upload. Its JSON Schema is `dist/schema/report.schema.json`.'
    }
];
/** The commands that design and action agree on, and whether they work in this version. */
const COMMANDS = {
    ingest: true,
    validate: true,
    plan: true,
    doctor: true,
    dag: true,
    mcps: true,
    'shard-plan': false,
    shard: false,
    'shard-merge': false
};

// EXTERNAL MODULE: ./lib/aws/arn.js
var arn = __webpack_require__(8690);
;// CONCATENATED MODULE: ./lib/action/identity-inputs.js

/** The inputs that say as whom to act in AWS. */
function identityOf(reader) {
    return {
        roleToAssume: roleOf(reader),
        region: regionOf(reader),
        roleSessionName: sessionNameOf(reader),
        roleDurationSeconds: reader.number('role-duration-seconds', { min: 900, max: 43_200, whole: true }) ?? 0,
        audience: reader.text('audience'),
        allowedAccountIds: accountsOf(reader),
        leastPrivilege: reader.boolean('least-privilege'),
        inlineSessionPolicy: inlinePolicyOf(reader),
        managedSessionPolicies: managedPoliciesOf(reader)
    };
}
function roleOf(reader) {
    const role = reader.optional('role-to-assume', ['AWS_ROLE']);
    if (role === null)
        return null;
    if ((0,arn/* parseRoleArn */.DM)(role.value) === null) {
        const cure = 'write an ARN such as arn:aws:iam::123456789012:role/datahub-glue';
        reader.fault('role-to-assume', `'${role.value}' ${(0,arn/* faultOfRoleArn */.BI)(role.value)}`, cure, role.variable);
    }
    return role.value;
}
/** As the SDK's own endpoints name regions: words and a number, joined by dashes. */
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;
function regionOf(reader) {
    const region = reader.optional('aws-region', ['AWS_REGION', 'AWS_DEFAULT_REGION']);
    if (region === null)
        return null;
    if (!REGION.test(region.value)) {
        const cure = 'write a region code such as eu-central-1';
        reader.fault('aws-region', `'${region.value}' cannot be the name of an AWS region`, cure, region.variable);
    }
    return region.value;
}
function sessionNameOf(reader) {
    const name = reader.text('role-session-name');
    if (!/^[\w=,.@+-]{2,64}$/.test(name)) {
        reader.fault('role-session-name', `'${name}' is not a session name`, 'write 2 to 64 letters, digits and _=,.@+-');
    }
    return name;
}
function accountsOf(reader) {
    const ids = reader.list('allowed-account-ids', { commas: true });
    const wrong = ids.filter((id) => !/^\d{12}$/.test(id));
    if (wrong.length > 0) {
        const cure = 'an account id has 12 digits; in YAML put it in quotes, for it may begin with 0';
        reader.fault('allowed-account-ids', `'${wrong.join("', '")}' cannot be an account id`, cure);
    }
    return ids;
}
function inlinePolicyOf(reader) {
    const policy = reader.optional('inline-session-policy')?.value ?? null;
    if (policy !== null && !isJsonObject(policy)) {
        reader.fault('inline-session-policy', 'it is not a JSON object', 'write an IAM policy document as JSON');
    }
    return policy;
}
function isJsonObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value);
    }
    catch {
        return false;
    }
}
/** STS takes at most 10 (AssumeRole, PolicyArns). */
const MAX_POLICIES = 10;
function managedPoliciesOf(reader) {
    const arns = reader.list('managed-session-policies', { commas: true });
    const wrong = arns.filter((arn) => !/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/.+$/.test(arn));
    if (wrong.length > 0) {
        const cure = 'write ARNs such as arn:aws:iam::aws:policy/AWSGlueConsoleFullAccess';
        reader.fault('managed-session-policies', `'${wrong.join("', '")}' is not the ARN of a managed policy`, cure);
    }
    if (arns.length > MAX_POLICIES) {
        reader.fault('managed-session-policies', `${arns.length} policies are too many`, `STS takes ${MAX_POLICIES} at most`);
    }
    return arns;
}

;// CONCATENATED MODULE: ./lib/action/input-reader.js


/**
 * Reads inputs as the runner hands them over (`INPUT_DRY-RUN`, as core.getInput reads them), and collects what is wrong
 * with them instead of stopping at the first. A reading with a fault gives the fallback, which is never used.
 */
class InputReader {
    faults = [];
    #env;
    constructor(env) {
        this.#env = env;
    }
    /** The text of an input, trimmed; where nothing was given, its default, or ''. */
    text(name) {
        const given = (this.#env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
        return given === '' ? (DEFAULTS.get(name) ?? '') : given;
    }
    /** The text of an input, or of the first variable that has one; null where there is none. */
    optional(name, variables = []) {
        const text = this.text(name);
        if (text !== '')
            return { value: text, variable: null };
        for (const variable of variables) {
            const value = (this.#env[variable] ?? '').trim();
            if (value !== '')
                return { value, variable };
        }
        return null;
    }
    /** The booleans of YAML 1.2's core schema, as core.getBooleanInput takes them. */
    boolean(name) {
        const text = this.text(name);
        if (/^(true|True|TRUE)$/.test(text))
            return true;
        if (!/^(false|False|FALSE)$/.test(text))
            this.fault(name, `'${text}' is not a boolean`, 'write true or false');
        return false;
    }
    /** A number from `min` to `max`; null where nothing was given. */
    number(name, range) {
        const text = this.text(name);
        if (text === '')
            return null;
        const value = (range.whole ? /^\d+$/ : /^\d+(\.\d+)?$/).test(text) ? Number(text) : Number.NaN;
        if (value >= range.min && value <= range.max)
            return value;
        const kind = range.whole ? 'whole number' : 'number';
        this.fault(name, `'${text}' is not a ${kind} from ${range.min} to ${range.max}`, `write a ${kind} in that range`);
        return null;
    }
    /** One of a few words. */
    choice(name, words) {
        const text = this.text(name);
        const found = words.find((word) => word === text);
        if (found !== undefined)
            return found;
        const near = (0,suggest/* suggest */.Z)(text, words);
        const hint = near === null ? '' : `; did you mean ${near}?`;
        this.fault(name, `'${text}' is not one of ${words.join(', ')}`, `write ${words.join(', or ')}${hint}`);
        return words[0];
    }
    /** Items one a line; with `commas`, separated by commas too. Empty ones and lines that begin with # are left out. */
    list(name, { commas }) {
        return this.text(name)
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '' && !line.startsWith('#'))
            .flatMap((line) => (commas ? line.split(',').map((item) => item.trim()) : [line]))
            .filter((item) => item !== '');
    }
    /** Notes what is wrong with an input. */
    fault(input, message, cure, variable = null) {
        const from = variable === null ? '' : ` (from the environment variable ${variable})`;
        this.faults.push({ input, message: `${message}${from}`, cure });
    }
}
const DEFAULTS = new Map(INPUTS.flatMap((input) => (input.default === null ? [] : [[input.name, input.default]])));

;// CONCATENATED MODULE: ./lib/action/inputs.js










/** Where this program's files go, below the runner's own folder for them. */
const outDirOf = (env) => {
    const temp = env.RUNNER_TEMP ?? '';
    return temp === '' ? '.datahub-glue' : (0,external_node_path_.join)(temp, 'datahub-glue');
};
/** The first of each stands in where the input is wrong. */
const LEVELS = ['info', 'debug', 'warning', 'error'];
const FAIL_ON = ['failure', 'warning', 'never'];
/** Reads every input once. Secrets are masked as they are read; all that is wrong is told at once. */
function readInputs(env, mask) {
    const reader = new InputReader(env);
    const command = commandOf(reader);
    const recipes = reader.list('recipe', { commas: false });
    const inputs = {
        envFile: reader.optional('env-file')?.value ?? null,
        identity: identityOf(reader),
        gmsUrl: gmsUrlOf(reader),
        gmsToken: gmsTokenOf(reader, mask)
    };
    const common = {
        failOn: reader.choice('fail-on', FAIL_ON),
        logLevel: reader.choice('log-level', LEVELS),
        outDir: outDirOf(env)
    };
    const request = {
        ...inputs,
        ...common,
        recipes,
        dryRun: reader.boolean('dry-run'),
        rateLimit: reader.number('rate-limit', { min: 0.1, max: 1000, whole: false }),
        columnStatistics: reader.boolean('column-statistics'),
        incremental: reader.boolean('incremental'),
        history: true
    };
    const plan = { ...request, files: recipes, base: reader.optional('base-ref')?.value ?? null };
    const dag = { ...request, ...dagInputs(reader, command === 'dag', mask) };
    const doctor = { ...request, maxAgeSeconds: maxAgeOf(reader) };
    const comment = commentInputs(reader, dag.githubToken);
    const file = reader.optional('file')?.value ?? null;
    if (command === 'mcps' && file === null)
        reader.fault('file', 'no file is given to send', 'write the path of a file');
    if (reader.faults.length > 0)
        return (0,result/* err */._)(reader.faults);
    if (command === 'dag')
        return (0,result.ok)({ ...common, command, request: dag });
    if (command === 'doctor')
        return (0,result.ok)({ ...common, command, request: doctor });
    if (command === 'plan')
        return (0,result.ok)({ ...common, command, request: plan, comment });
    if (command === 'ingest')
        return (0,result.ok)({ ...common, command, request });
    if (command === 'mcps')
        return (0,result.ok)({ ...common, command, request: { ...request, file: file ?? '', recipe: null } });
    return (0,result.ok)({ ...common, command: 'validate', request: { ...inputs, files: recipes } });
}
/** What only a DAG has; what is wrong with it is nobody's business when it is not one. */
function dagInputs(reader, isAsked, mask) {
    const token = reader.optional('github-token');
    if (token !== null)
        mask(token.value);
    const params = (0,dag_params/* parseParams */.S)(reader.text('params'));
    if (!params.ok && isAsked)
        reader.fault('params', params.error, 'write a JSON object: {"NAME": VALUE}');
    return {
        file: reader.text('dag'),
        tasks: reader.list('tasks', { commas: true }),
        clear: reader.list('clear', { commas: true }),
        params: params.ok ? params.value : {},
        resume: false,
        githubToken: token === null ? null : new secret/* Secret */.z(token.value)
    };
}
function maxAgeOf(reader) {
    const given = reader.optional('max-age')?.value ?? null;
    const seconds = given === null ? null : (0,age/* parseAge */.F)(given);
    if (given !== null && seconds === null)
        reader.fault('max-age', `'${given}' is no age`, 'write 90m, 26h or 2d');
    return seconds;
}
/** All faults as the reason why nothing was begun. */
function stopOfFaults(faults) {
    const [first, ...others] = faults;
    const sentence = (fault) => `input ${fault.input}: ${fault.message}`;
    if (first !== undefined && others.length === 0) {
        return { kind: 'input', code: 'invalid-input', message: `The ${sentence(first)}`, cure: sayCure(first.cure) };
    }
    return {
        kind: 'input',
        code: 'invalid-input',
        message: `${faults.length} inputs are wrong: ${faults.map((fault) => fault.input).join(', ')}`,
        cure: faults.map((fault) => `${sentence(fault)}; ${fault.cure}`).join('\n')
    };
}
const sayCure = (cure) => `${cure.charAt(0).toUpperCase()}${cure.slice(1)}`;
const WORKING = ['ingest', 'validate', 'plan', 'doctor', 'dag', 'mcps'];
const WRITE_ONE = 'write ingest, validate, plan, doctor, dag or mcps';
function commandOf(reader) {
    const text = reader.text('command');
    const working = WORKING.find((word) => word === text);
    if (working !== undefined)
        return working;
    if (Object.hasOwn(COMMANDS, text)) {
        reader.fault('command', `'${text}' is not available in this version`, WRITE_ONE);
        return null;
    }
    const near = (0,suggest/* suggest */.Z)(text, Object.keys(COMMANDS));
    const hint = near === null ? '' : `; did you mean ${near}?`;
    reader.fault('command', `there is no command '${text}'`, `${WRITE_ONE}${hint}`);
    return null;
}
function gmsUrlOf(reader) {
    const given = reader.optional('gms-url', ['GMS_URL', 'DATAHUB_GMS_URL']);
    if (given === null)
        return null;
    const url = URL.canParse(given.value) ? new URL(given.value) : null;
    const cure = 'write an address such as https://datahub.example.com/api/gms';
    if (url === null || !/^https?:$/.test(url.protocol)) {
        reader.fault('gms-url', 'it is not an http or https address', cure, given.variable);
    }
    else if (url.username !== '' || url.password !== '') {
        reader.fault('gms-url', 'it holds a user name or password', 'put a token into gms-token instead', given.variable);
    }
    return given.value;
}
function gmsTokenOf(reader, mask) {
    const token = reader.optional('gms-token', ['DATAHUB_GMS_TOKEN']);
    if (token === null)
        return null;
    mask(token.value);
    if (/\s/.test(token.value)) {
        reader.fault('gms-token', 'it holds a space or a line end', 'check how the secret was stored', token.variable);
    }
    return new secret/* Secret */.z(token.value);
}

// EXTERNAL MODULE: ./lib/report/render/escape.js
var render_escape = __webpack_require__(292);
;// CONCATENATED MODULE: ./lib/action/logger.js

const RANK = { debug: 0, info: 1, warning: 2, error: 3 };
/**
 * Lines for the runner's log. None becomes an annotation: there are only ten of a level for a step, and those are picked
 * from the report. Debug lines that `level` hides are still there when step debugging is on.
 */
function createLogger(runner, level) {
    const shows = (least) => RANK[least] >= RANK[level];
    const write = (least, prefix, message) => {
        if (!shows(least))
            return;
        for (const line of safeLines(`${prefix}${message}`))
            runner.info(line);
    };
    return {
        debug: (message) => {
            if (shows('debug'))
                write('debug', '', message);
            else
                for (const line of safeLines(message))
                    runner.debug(line);
        },
        info: (message) => write('info', '', message),
        notice: (message) => write('info', 'notice: ', message),
        warning: (message) => write('warning', 'warning: ', message),
        error: (message) => write('error', 'error: ', message)
    };
}
/** A message line by line, none of which the runner takes for a command. */
const safeLines = (message) => message.split(/\r?\n/).map(render_escape/* logLine */.BP);

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/action/github-context.js

/** Events that run with a fork's own rights. `pull_request_target` runs with those of the base repository. */
const FORK_EVENTS = /^pull_request(_review|_review_comment)?$/;
/** Where in GitHub this process runs, from the runner's variables and the event's payload; null outside GitHub Actions. */
async function githubContext(env) {
    if (env.GITHUB_ACTIONS !== 'true')
        return null;
    const text = (name) => env[name] ?? '';
    const repository = text('GITHUB_REPOSITORY');
    const eventName = text('GITHUB_EVENT_NAME');
    const payload = await payloadOf(text('GITHUB_EVENT_PATH'));
    const schedule = member(payload, 'schedule');
    const server = text('GITHUB_SERVER_URL') || 'https://github.com';
    return {
        repository,
        eventName,
        ref: text('GITHUB_REF'),
        sha: text('GITHUB_SHA'),
        workflow: text('GITHUB_WORKFLOW'),
        runId: text('GITHUB_RUN_ID'),
        runAttempt: Number(text('GITHUB_RUN_ATTEMPT')) || 1,
        schedule: typeof schedule === 'string' ? schedule : null,
        runUrl: `${server}/${repository}/actions/runs/${text('GITHUB_RUN_ID')}`,
        isForkPullRequest: FORK_EVENTS.test(eventName) && isFromFork(payload, repository),
        pullRequest: pullRequestOf(payload)
    };
}
/** The event's payload; null where there is none to read: nothing depends on it but a better message. */
async function payloadOf(path) {
    if (path === '')
        return null;
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch {
        return null;
    }
}
/** A head in another repository, or in one that is gone. */
function isFromFork(payload, repository) {
    const head = member(member(payload, 'pull_request'), 'head');
    if (head === undefined)
        return false;
    const name = member(member(head, 'repo'), 'full_name');
    return typeof name !== 'string' || name.toLowerCase() !== repository.toLowerCase();
}
function pullRequestOf(payload) {
    const pull = member(payload, 'pull_request');
    const [number, baseSha] = [member(pull, 'number'), member(member(pull, 'base'), 'sha')];
    const headSha = member(member(pull, 'head'), 'sha');
    if (typeof number !== 'number' || typeof baseSha !== 'string')
        return null;
    return { number, baseSha, ...(typeof headSha === 'string' ? { headSha } : {}) };
}
function member(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

;// CONCATENATED MODULE: ./lib/action/id-token.js
/**
 * How to ask GitHub for OIDC tokens; null where GitHub offers none: without `permissions: id-token: write`, on a fork's
 * pull request, and outside GitHub. Tokens are masked as they come.
 */
function idTokenRequest(env, runner) {
    if ((env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '') === '')
        return null;
    return async (audience) => {
        const token = await runner.getIdToken(audience);
        runner.setSecret(token);
        return token;
    };
}

;// CONCATENATED MODULE: ./lib/action/means.js




/** From one progress line to the next. */
const PROGRESS_INTERVAL_MS = 10_000;
/** What the outside lends to the use case of a step. */
const depsOf = async ({ io, logger, mask }, onEvent) => ({
    env: io.env,
    cwd: io.cwd,
    clock: io.clock,
    logger,
    mask,
    onEvent,
    idToken: idTokenRequest(io.env, { getIdToken: io.runner.getIdToken, setSecret: mask }),
    github: await githubContext(io.env),
    signal: io.signal,
    stdout: (text) => printAll(text, io.runner)
});
/** Whether `act` succeeded; if not, says so and lets the rest go on. */
async function attempt(failure, logger, act) {
    try {
        await act();
        return true;
    }
    catch (error) {
        logger.error(`${failure}: ${(0,errors/* messageOf */.b)(error)}`);
        return false;
    }
}
/** A text in the log, each of its lines made safe. */
function printAll(text, runner) {
    for (const line of safeLines(text.replace(/\n$/, '')))
        runner.info(line);
}

// EXTERNAL MODULE: ./lib/report/counts.js
var report_counts = __webpack_require__(5836);
;// CONCATENATED MODULE: ./lib/action/outputs.js


/** The outputs that only a plan has, where there is none. */
const NO_PLAN = { 'to-add': '', 'to-change': '', 'to-remove': '', 'plan-path': '' };
/** The value of every output. A validation reads no tables; its mistakes are its failures. */
function outputsOf(report, reportPath) {
    const counts = report.kind === 'ingest' ? report.counts : (0,report_counts/* noCounts */.Y)();
    const problems = (0,words/* problemsIn */._n)(report);
    return {
        status: report.status,
        'run-id': report.kind === 'ingest' ? report.recipes.map((recipe) => recipe.runId).join('\n') : '',
        tables: String(counts.tables),
        views: String(counts.views),
        'aspects-written': String(counts.written),
        warnings: String(problems.warnings),
        failures: String(problems.failures),
        ...NO_PLAN,
        'report-path': reportPath
    };
}

// EXTERNAL MODULE: ./lib/model/dag-run.js
var dag_run = __webpack_require__(4369);
// EXTERNAL MODULE: ./lib/report/render/format.js
var format = __webpack_require__(9796);
;// CONCATENATED MODULE: ./lib/report/render/dag-annotations.js




/** What a run's page shows of a DAG: why it stopped, its failed tasks, its warnings; of each level at most ten. */
function dagAnnotations(document) {
    const { stopped, diagnostics, record, warnings, file } = document;
    const errors = [
        ...(stopped === null ? [] : [annotation('error', stopped.code, [stopped.message, stopped.cure ?? ''])]),
        ...diagnostics.filter(({ severity }) => severity === 'error').map(ofDiagnostic),
        ...record.instances
            .filter(({ state, failure }) => state === 'failed' && failure !== null)
            .map((one) => annotation('error', `${(0,dag_run/* instanceName */.z)(one)} failed`, [one.failure?.message ?? '', one.failure?.cure ?? '']))
    ];
    const failed = document.status === 'failure' && errors.length === 0;
    const summary = failed
        ? [annotation('error', document.dagId, [`${file}: the run failed (${record.reason ?? 'unknown'})`])]
        : [];
    return [
        ...limited([...errors, ...summary]),
        ...limited([
            ...diagnostics.filter(({ severity }) => severity === 'warning').map(ofDiagnostic),
            ...warnings.map((one) => annotation('warning', one.code, [`${one.resource === undefined ? '' : `${one.resource}: `}${one.message}`]))
        ])
    ];
}
const ofDiagnostic = (d) => ({
    ...annotation(d.severity, d.code, [d.message, d.cure ?? '']),
    place: { file: d.file, line: d.line, column: d.column }
});
const annotation = (level, title, lines) => ({
    level,
    title: (0,format/* clip */.$Q)((0,render_escape/* visible */.RK)(title), 100),
    message: (0,format/* clip */.$Q)(lines
        .flatMap((line) => line.split('\n'))
        .filter((line) => line !== '')
        .map(render_escape/* visible */.RK)
        .join('\n'), report_annotations/* MAX_MESSAGE */.h2),
    place: null
});
function limited(list) {
    const last = list[report_annotations/* MAX_PER_LEVEL */.Oq - 1];
    if (list.length <= report_annotations/* MAX_PER_LEVEL */.Oq || last === undefined)
        return list;
    const hidden = list.length - report_annotations/* MAX_PER_LEVEL */.Oq + 1;
    const message = `${(0,format/* formatNoun */.i$)(hidden, `more ${last.level}`)}: the step summary and dag-run.json have them`;
    return [...list.slice(0, report_annotations/* MAX_PER_LEVEL */.Oq - 1), { ...last, title: `${hidden} more`, message, place: null }];
}

;// CONCATENATED MODULE: ./lib/core/group-by.js
/** The items by a key of theirs, keys in the order in which they first appear. (Node 20 has no Map.groupBy.) */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}

;// CONCATENATED MODULE: ./lib/report/render/dag-gantt.js




/** More bars than these are no picture any more. */
const MOST_BARS = 60;
const LONGEST_NAME = 50;
/** How Mermaid draws a try: `crit` red, `done` grey, `active` light. */
const TAGS = {
    success: 'done, ',
    failed: 'crit, ',
    up_for_retry: 'crit, active, ',
    skipped: '',
    running: 'active, ',
    interrupted: 'active, '
};
/**
 * When which try ran, as a Gantt chart in Mermaid's language; of many tries the longest ones. Null when none ran.
 * @returns the text, and how many tries it does not show.
 */
function dagGantt(document) {
    const ended = document.tries.filter(({ endedAt }) => endedAt !== null);
    const shown = [...ended]
        .sort((a, b) => lengthOf(b) - lengthOf(a))
        .slice(0, MOST_BARS)
        .sort((a, b) => a.startedAt - b.startedAt);
    if (shown.length === 0)
        return null;
    const sections = groupBy(shown, ({ taskId }) => taskId);
    const lines = [...sections].flatMap(([taskId, tries]) => [`  section ${ganttText(taskId)}`, ...tries.map(bar)]);
    const text = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...lines].join('\n');
    return { text, hidden: document.tries.length - shown.length };
}
const lengthOf = ({ startedAt, endedAt }) => Math.max(1, (endedAt ?? startedAt) - startedAt);
const bar = (one) => `  ${ganttText((0,dag_run/* instanceName */.z)(one))} try ${one.tryNumber} :${TAGS[one.state]}${one.startedAt}, ${one.startedAt + lengthOf(one)}`;
/** A foreign name in a Gantt chart, which knows no escapes: what it could read as its own is left out. */
const ganttText = (text) => (0,format/* clip */.$Q)((0,render_escape/* visible */.RK)(text), LONGEST_NAME).replace(/[^\p{L}\p{N} _.…[\]-]/gu, ' ');

// EXTERNAL MODULE: ./lib/report/render/dag-words.js
var dag_words = __webpack_require__(5651);
;// CONCATENATED MODULE: ./lib/report/render/dag-mermaid.js




/** Mermaid refuses texts of more than 50,000 characters and graphs of more than 500 edges; both with room to spare. */
const MOST_CHARACTERS = 40_000;
const MOST_EDGES = 400;
const MOST_NODES = 150;
const LONGEST_LABEL = 60;
/** Fill, line and text of each state's nodes: Airflow's colours, dark enough for white text where it is white. */
const COLOURS = {
    success: 'fill:#1a7f37,stroke:#116329,color:#fff',
    failed: 'fill:#cf222e,stroke:#a40e26,color:#fff',
    upstream_failed: 'fill:#fb8500,stroke:#bc4c00,color:#000',
    skipped: 'fill:#f2b5c4,stroke:#bf3989,color:#000',
    removed: 'fill:#d0d7de,stroke:#6e7781,color:#000',
    running: 'fill:#54aeff,stroke:#0969da,color:#000',
    scheduled: 'fill:#eac54f,stroke:#9a6700,color:#000',
    up_for_retry: 'fill:#eac54f,stroke:#9a6700,color:#000',
    none: 'fill:#f6f8fa,stroke:#8c959f,color:#000'
};
/**
 * The graph in Mermaid's language, coloured by state; a mapped task is one node. A graph too large to be drawn is drawn
 * by its groups; null when that is too large as well.
 */
function dagMermaid(document) {
    for (const picture of [ofTasks(document), ofGroups(document)]) {
        if (picture.nodes.length > MOST_NODES || picture.edges.length > MOST_EDGES)
            continue;
        const text = drawn(picture);
        if (text.length <= MOST_CHARACTERS)
            return text;
    }
    return null;
}
function drawn({ nodes, edges }) {
    const used = [...new Set(nodes.map(({ state }) => state))];
    return [
        'flowchart LR',
        ...nodes.map(({ id, label, state, role }) => `  ${id}${shaped(role, label)}:::${state}`),
        ...edges.map(([from, to]) => `  ${from} --> ${to}`),
        ...used.map((state) => `  classDef ${state} ${COLOURS[state]}`)
    ].join('\n');
}
/** Setups and teardowns have the shape of a stadium. */
const shaped = (role, label) => (role === 'work' ? `["${label}"]` : `(["${label}"])`);
function ofTasks(document) {
    const instances = (0,dag_words/* byTask */.Pp)(document);
    const ids = new Map(document.graph.map(({ taskId }, i) => [taskId, `t${i}`]));
    const nodes = document.graph.map((task) => {
        const mine = instances.get(task.taskId) ?? [];
        const counts = task.mapped && mine.some(({ mapIndex }) => mapIndex >= 0) ? `<br/>${mermaidText((0,dag_words/* stateCounts */._d)(mine))}` : '';
        const label = `${mermaidText(task.taskId)}${counts}`;
        return { id: ids.get(task.taskId) ?? '', label, state: (0,dag_words/* stateWord */.kc)((0,dag_words/* worstState */.Fk)(mine)), role: task.role };
    });
    return { nodes, edges: linked(document, ids) };
}
/** Each outermost group as one node, and tasks without a group as they are. */
function ofGroups(document) {
    const instances = (0,dag_words/* byTask */.Pp)(document);
    const place = ({ taskId, group }) => group?.split('.', 1)[0] ?? taskId;
    const names = [...new Set(document.graph.map(place))];
    const ids = new Map(names.map((name, i) => [name, `g${i}`]));
    const members = groupBy(document.graph, place);
    const nodes = names.map((name) => {
        const mine = (members.get(name) ?? []).flatMap(({ taskId }) => instances.get(taskId) ?? []);
        const label = `${mermaidText(name)}<br/>${mermaidText((0,dag_words/* stateCounts */._d)(mine))}`;
        return { id: ids.get(name) ?? '', label, state: (0,dag_words/* stateWord */.kc)((0,dag_words/* worstState */.Fk)(mine)), role: 'work' };
    });
    const ofTask = new Map(document.graph.map((task) => [task.taskId, ids.get(place(task)) ?? '']));
    return { nodes, edges: linked(document, ofTask) };
}
function linked(document, ids) {
    const edges = new Map();
    for (const { taskId, upstream } of document.graph) {
        const to = ids.get(taskId) ?? '';
        for (const before of upstream) {
            const from = ids.get(before) ?? '';
            if (from !== '' && from !== to)
                edges.set(`${from} ${to}`, [from, to]);
        }
    }
    return [...edges.values()];
}
/**
 * A foreign name inside a quoted label: everything that Mermaid, HTML or the fence around it could read is written as
 * Mermaid's entity code.
 */
const mermaidText = (text) => (0,format/* clip */.$Q)((0,render_escape/* visible */.RK)(text), LONGEST_LABEL).replace(/[^\p{L}\p{N} _.,…-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);

// EXTERNAL MODULE: ./lib/report/render/html.js
var html = __webpack_require__(5314);
;// CONCATENATED MODULE: ./lib/report/render/dag-tasks.js






const LONGEST_FAILURE = 300;
/** Of each task its instances, the failed ones first; of a mapped task that did well one row says it all. */
function taskTable(document, most) {
    const rows = [...(0,dag_words/* byTask */.Pp)(document).values()].flatMap((instances) => rowsOf(instances, document));
    const hidden = rows.length - most;
    const more = hidden <= 0 ? [] : [(0,html/* row */.nM)(`<td colspan="6">… and ${(0,format/* formatCount */.B4)(hidden)} more</td>`)];
    const head = (0,html/* heading */.R_)('Task', 'State', 'Tries', 'Took', 'Counts', 'First failure');
    return (0,html/* table */.tp)([head, ...rows.slice(0, most), ...more]);
}
function rowsOf(instances, document) {
    const [first] = instances;
    if (first === undefined)
        return [];
    if (first.mapIndex < 0)
        return [instanceRow(first, document)];
    const failed = instances.filter(({ state }) => state === 'failed' || state === 'upstream_failed');
    const others = instances.filter((instance) => !failed.includes(instance));
    return [
        ...(failed.length === 0 ? [] : failed.map((instance) => instanceRow(instance, document))),
        ...(others.length === 0 ? [] : [togetherRow(others, document)])
    ];
}
function instanceRow(instance, document) {
    return (0,html/* row */.nM)((0,html/* cell */.Hn)((0,render_escape/* htmlCode */.h8)((0,dag_run/* instanceName */.z)(instance))), (0,html/* cell */.Hn)(stateCell(instance.state)), (0,html/* numberCell */.EH)(instance.tryNumber), (0,html/* cell */.Hn)(tookOf((0,dag_words/* secondsOf */.TM)(instance, document))), (0,html/* cell */.Hn)((0,render_escape/* prose */.CS)(countsOf(instance.output))), (0,html/* cell */.Hn)(failureOf(instance, document)));
}
function togetherRow(instances, document) {
    const states = [...groupBy(instances, ({ state }) => state)];
    const seconds = instances.map((instance) => (0,dag_words/* secondsOf */.TM)(instance, document) ?? 0);
    const taskId = instances[0]?.taskId ?? '';
    const said = states.map(([state, list]) => `${stateCell(state)} × ${(0,format/* formatCount */.B4)(list.length)}`).join('<br>');
    return (0,html/* row */.nM)((0,html/* cell */.Hn)(`${(0,render_escape/* htmlCode */.h8)(taskId)} × ${(0,format/* formatCount */.B4)(instances.length)}`), (0,html/* cell */.Hn)(states.length === 1 ? stateCell((0,dag_words/* worstState */.Fk)(instances)) : said), (0,html/* numberCell */.EH)(instances.reduce((sum, { tryNumber }) => sum + tryNumber, 0)), (0,html/* cell */.Hn)(tookOf(seconds.reduce((sum, one) => sum + one, 0))), (0,html/* cell */.Hn)((0,render_escape/* prose */.CS)(sumOfCounts(instances))), (0,html/* cell */.Hn)(''));
}
const stateCell = (state) => `${dag_words/* STATE_MARKS */.t7[(0,dag_words/* stateWord */.kc)(state)]} ${state ?? 'not begun'}`;
const tookOf = (seconds) => (seconds === null ? '' : (0,format/* formatDuration */.a3)(seconds));
/** Why it failed first: in an earlier try, or in its only one. */
function failureOf(instance, document) {
    const first = document.tries.find((one) => one.taskId === instance.taskId && one.mapIndex === instance.mapIndex && one.failure !== null);
    const failure = first?.failure ?? instance.failure;
    return failure === null ? '' : `${(0,render_escape/* prose */.CS)((0,format/* clip */.$Q)(failure.message, LONGEST_FAILURE))} (${(0,render_escape/* htmlCode */.h8)(failure.code)})`;
}
/** What a recipe's task gives as its counts, as far as a person wants to see them. */
const SHOWN = ['tables', 'views', 'written', 'rejected', 'undelivered', 'removed'];
function countsOf(output) {
    const counts = countsIn(output);
    return SHOWN.flatMap((name) => (counts[name] ? [`${(0,format/* formatCount */.B4)(counts[name])} ${name}`] : [])).join(', ');
}
function sumOfCounts(instances) {
    const sum = {};
    for (const { output } of instances) {
        for (const [name, count] of Object.entries(countsIn(output)))
            sum[name] = (sum[name] ?? 0) + count;
    }
    return countsOf({ counts: sum });
}
function countsIn(output) {
    const counts = memberOf(output, 'counts');
    if (typeof counts !== 'object' || counts === null || Array.isArray(counts))
        return {};
    return Object.fromEntries(Object.entries(counts).filter((entry) => typeof entry[1] === 'number'));
}
const memberOf = (value, name) => typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

;// CONCATENATED MODULE: ./lib/report/render/dag-markdown.js








/** From the whole to the least that is worth showing: rows of the task table, and whether pictures are drawn. */
const DETAILS = [
    { rows: 1000, pictures: true },
    { rows: 200, pictures: true },
    { rows: 50, pictures: false },
    { rows: 10, pictures: false }
];
/** The summary of a DAG's run for a workflow's step, in at most `limit` bytes; '' when not even the least fits. */
function renderDagMarkdown(document, limit) {
    for (const detail of DETAILS) {
        const text = whole(document, detail);
        if ((0,html/* bytesOf */.$$)(text) <= limit)
            return text;
    }
    return '';
}
function whole(document, detail) {
    const blocks = [
        `<h3>${words/* MARKS */.j7[markOf(document)]} ${(0,render_escape/* prose */.CS)((0,dag_words/* dagOutcome */.VM)(document))}</h3>`,
        ...stopOf(document),
        ...(detail.pictures ? [graphOf(document)] : []),
        ...(document.graph.length === 0 ? [] : [taskTable(document, detail.rows)]),
        ...blockedOf(document),
        ...warningsOf(document),
        ...(detail.pictures ? ganttOf(document) : []),
        factsOf(document)
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
function markOf({ status, warnings }) {
    if (status === 'running')
        return 'cancelled';
    return status === 'success' && warnings.length > 0 ? 'warning' : status;
}
function stopOf({ stopped, diagnostics }) {
    const said = diagnostics.map((d) => (0,html/* row */.nM)((0,html/* cell */.Hn)((0,render_escape/* htmlCode */.h8)(`${d.file}:${d.line}:${d.column}`)), (0,html/* cell */.Hn)(d.severity), (0,html/* cell */.Hn)(`${(0,render_escape/* prose */.CS)(d.message)}${d.cure === undefined ? '' : `<br>${(0,render_escape/* prose */.CS)(d.cure)}`}`)));
    const list = said.length === 0 ? [] : [(0,html/* table */.tp)([(0,html/* heading */.R_)('Where', 'What', 'Message'), ...said])];
    if (stopped === null)
        return list;
    const cure = stopped.cure === undefined ? '' : `\n${(0,render_escape/* htmlLines */.Jf)(stopped.cure)}`;
    return [`<p>${(0,render_escape/* prose */.CS)(stopped.message)} (${(0,render_escape/* htmlCode */.h8)(stopped.code)})</p>${cure}`, ...list];
}
function graphOf(document) {
    if (document.graph.length === 0)
        return '';
    const text = dagMermaid(document);
    return text === null ? '<p><i>The graph is too large to be drawn.</i></p>' : `\`\`\`mermaid\n${text}\n\`\`\``;
}
function ganttOf(document) {
    const chart = dagGantt(document);
    if (chart === null)
        return [];
    const rest = chart.hidden === 0 ? '' : `\n\n<p><i>Shorter tries, ${(0,format/* formatCount */.B4)(chart.hidden)} of them, are left out.</i></p>`;
    return [`<details><summary>When what ran</summary>\n\n\`\`\`mermaid\n${chart.text}\n\`\`\`${rest}\n\n</details>`];
}
const MOST_LISTED = 50;
function blockedOf({ blocked }) {
    if (blocked.length === 0)
        return [];
    const rows = blocked.slice(0, MOST_LISTED).map(({ name, why }) => (0,html/* row */.nM)((0,html/* cell */.Hn)((0,render_escape/* htmlCode */.h8)(name)), (0,html/* cell */.Hn)((0,render_escape/* prose */.CS)(why))));
    return [`<h4>What could not begin</h4>\n${(0,html/* table */.tp)([(0,html/* heading */.R_)('Task', 'Why'), ...rows])}`];
}
function warningsOf({ warnings }) {
    if (warnings.length === 0)
        return [];
    const rows = warnings
        .slice(0, MOST_LISTED)
        .map((one) => (0,html/* row */.nM)((0,html/* cell */.Hn)((0,render_escape/* htmlCode */.h8)(one.code)), (0,html/* cell */.Hn)((0,render_escape/* prose */.CS)(one.resource ?? '')), (0,html/* cell */.Hn)((0,render_escape/* prose */.CS)(one.message))));
    return [`<h4>Warnings</h4>\n${(0,html/* table */.tp)([(0,html/* heading */.R_)('Code', 'About', 'Message'), ...rows])}`];
}
function factsOf(document) {
    const { record, params } = document;
    const facts = [
        ['DAG', (0,render_escape/* htmlCode */.h8)(document.file)],
        ['About', document.description === null ? null : (0,render_escape/* prose */.CS)(document.description)],
        ['Run', `${(0,render_escape/* htmlCode */.h8)(document.runId)}, attempt ${document.attempt}`],
        ['Logical date', record.logicalDate === null ? null : (0,render_escape/* prose */.CS)((0,format/* formatInstant */.r4)(record.logicalDate))],
        ['Tasks asked for', document.tasks === null ? null : document.tasks.map(render_escape/* htmlCode */.h8).join(', ')],
        ['Params', Object.keys(params).length === 0 ? null : (0,render_escape/* htmlCode */.h8)(JSON.stringify(params))],
        ['Began', (0,render_escape/* prose */.CS)((0,format/* formatInstant */.r4)(document.startedAt))]
    ];
    const rows = facts.flatMap(([name, value]) => value === null ? [] : [(0,html/* row */.nM)(`<th align="left">${name}</th>`, (0,html/* cell */.Hn)(value))]);
    return (0,html/* details */.zH)('About this run', (0,html/* table */.tp)(rows));
}

// EXTERNAL MODULE: ./lib/report/render/dag-text.js
var dag_text = __webpack_require__(6571);
// EXTERNAL MODULE: ./lib/report/render/markdown.js + 3 modules
var markdown = __webpack_require__(9939);
;// CONCATENATED MODULE: ./lib/action/run-dag.js









/** The log of one try is held back until its end, for groups cannot be interleaved; of a longer one its end is shown. */
const MOST_LINES = 5_000;
/** Runs a DAG: lines as its tasks go, and the log of each try in a group of its own when it has ended. */
async function runDagStep({ request, app, tool, deps, runner }) {
    const view = {
        line: (text) => deps.logger.info(text),
        progress: () => undefined,
        tryLog: (name) => groupedLog(name, deps, runner)
    };
    return app.dag(request, { ...deps, tool, view });
}
function groupedLog(name, deps, runner) {
    let lines = [];
    let dropped = 0;
    return {
        line: (text) => {
            lines.push(text);
            if (lines.length <= MOST_LINES)
                return;
            dropped += lines.length / 2;
            lines = lines.slice(lines.length / 2);
        },
        end: () => {
            if (lines.length === 0)
                return;
            runner.startGroup(`Log of ${safeLines(name).join(' ')}`);
            if (dropped > 0)
                deps.logger.info(`… ${Math.floor(dropped)} lines before are left out`);
            for (const line of lines)
                deps.logger.info(line);
            runner.endGroup();
        }
    };
}
/** The text of a run, for the log. */
const dagLines = (document) => safeLines((0,dag_text/* renderDagText */.oP)(document, { colour: false }).trimEnd());
/** Annotates the run: failed tasks, warnings, why it stopped. */
function annotateDag(document, runner) {
    for (const { level, title, message, place } of dagAnnotations(document)) {
        const where = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
        runner[level](message, { title, ...where });
    }
}
/** The value of every output: the recipes' counts of all tasks, added up. */
function dagOutputs(document, outDir, cwd) {
    const sums = run_dag_countsOf(document);
    const failed = document.record.instances.filter(({ state }) => state === 'failed').length;
    return {
        status: document.status === 'running' ? 'failure' : document.status,
        'run-id': document.runId,
        tables: String(sums.tables ?? 0),
        views: String(sums.views ?? 0),
        'aspects-written': String(sums.written ?? 0),
        warnings: String(document.warnings.length),
        failures: String(failed + (document.stopped === null ? 0 : 1)),
        ...NO_PLAN,
        'report-path': (0,external_node_path_.resolve)(cwd, (0,external_node_path_.join)(outDir, 'dag-run.json'))
    };
}
function run_dag_countsOf({ record }) {
    const sums = { ...(0,report_counts/* noCounts */.Y)() };
    for (const { output } of record.instances) {
        const counts = typeof output === 'object' && output !== null && 'counts' in output ? output.counts : null;
        for (const [name, count] of Object.entries(counts ?? {})) {
            if (typeof count === 'number')
                sums[name] = (sums[name] ?? 0) + count;
        }
    }
    return sums;
}
/** Appends the run to the step's summary. */
async function writeDagSummary(document, env) {
    const path = env.GITHUB_STEP_SUMMARY ?? '';
    if (path !== '')
        await (0,promises_.appendFile)(path, renderDagMarkdown(document, markdown/* SUMMARY_LIMIT */.J));
}

// EXTERNAL MODULE: ./lib/report/plan-annotations.js
var plan_annotations = __webpack_require__(8156);
// EXTERNAL MODULE: ./lib/report/plan-total.js
var plan_total = __webpack_require__(268);
// EXTERNAL MODULE: ./lib/report/render/plan-markdown.js + 4 modules
var plan_markdown = __webpack_require__(3189);
// EXTERNAL MODULE: ./lib/report/render/plan-text.js
var plan_text = __webpack_require__(3926);
;// CONCATENATED MODULE: ./lib/action/summary.js


/** Room for the line ends between what is there already and what is added. */
const MARGIN = 16;
/** GitHub's limit for the summary of a step: 1 MiB. */
const MIB = 1_048_576;
/**
 * Appends the report to the step's summary, within what room earlier commands of the step have left.
 * @returns whether there was a summary to write to.
 */
const writeSummary = (report, env) => appendSummary((limit) => (0,markdown/* renderMarkdown */.G)(report, limit), env);
/**
 * Appends to the step's summary what `render` makes within the room that earlier commands of the step have left, in bytes.
 * @returns whether there was a summary to write to.
 */
async function appendSummary(render, env) {
    const path = env.GITHUB_STEP_SUMMARY ?? '';
    if (path === '')
        return false;
    const taken = await sizeOf(path);
    const text = render(Math.min(markdown/* SUMMARY_LIMIT */.J, MIB - taken - MARGIN));
    if (text !== '')
        await (0,promises_.appendFile)(path, taken > 0 ? `\n\n${text}` : text);
    return true;
}
async function sizeOf(path) {
    try {
        return (await (0,promises_.stat)(path)).size;
    }
    catch {
        return 0;
    }
}

;// CONCATENATED MODULE: ./lib/action/run-plan.js













/** Plans, and tells the plan everywhere a workflow looks for it. @returns the exit status of the process. */
async function publishPlan({ request, comment }, means) {
    const { io, logger, redactor } = means;
    const progress = (0,report_progress/* reportProgress */.wX)({
        clock: io.clock,
        intervalMs: PROGRESS_INTERVAL_MS,
        line: (text) => logger.info(text)
    });
    const deps = await depsOf(means, progress.add);
    const found = await (0,plan_total/* reportPlan */._S)(() => io.app.plan(request, deps), { ...io, logger });
    await progress.stop();
    const report = redactor.value(found);
    const path = (0,external_node_path_.resolve)(io.cwd, request.outDir, 'plan.json');
    await attempt('The plan cannot be shown', logger, () => {
        printPlan(report, io.runner);
        annotatePlan(report, io.runner);
    });
    const written = await attempt(`plan.json cannot be written to ${path}`, logger, async () => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, (0,json/* renderJson */.h)(report));
    });
    const told = await attempt('The outputs cannot be set', logger, () => {
        for (const [name, value] of Object.entries(planOutputs(report, written ? path : ''))) {
            io.runner.setOutput(name, value);
        }
    });
    await attempt('The step summary cannot be written', logger, () => appendSummary((limit) => (0,plan_markdown/* renderPlanSummary */.ON)(report, limit), io.env));
    const { commentOn } = await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(500)]).then(__webpack_require__.bind(__webpack_require__, 2500));
    await commentOn(report, comment, { ...io, logger, github: deps.github });
    return written && told ? report.exitCode : Math.max(report.exitCode, exit_code/* EXIT */.dc.lost);
}
/** The plan folded away, and below it its last line, which is the outcome. */
function printPlan(report, runner) {
    const lines = safeLines((0,plan_text/* renderPlanText */.$)(report, { colour: false }).trimEnd());
    runner.startGroup('Plan');
    for (const line of lines.slice(0, -1))
        runner.info(line);
    runner.endGroup();
    runner.info(lines.at(-1) ?? '');
}
/** A step that fails has at least one error that says so. */
function annotatePlan(report, runner) {
    const annotations = (0,plan_annotations/* planAnnotations */.m)(report);
    if (report.exitCode !== 0 && !annotations.some(({ level }) => level === 'error')) {
        runner.error((0,plan_text/* planOutcome */.W)(report), {});
    }
    for (const { level, title, message, place } of annotations) {
        const where = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
        runner[level](message, { title, ...where });
    }
}
/** The value of every output. What counts runs says nothing. */
function planOutputs(report, path) {
    const sum = (counts) => counts.reduce((all, one) => all + one, 0);
    const told = (of) => sum(report.recipes.flatMap((plan) => plan[of].map(({ count }) => count)));
    const found = (severity) => sum(report.recipes.map(({ diagnostics }) => diagnostics.filter((one) => one.severity === severity).length));
    const { counts } = report;
    const none = (0,report_counts/* noCounts */.Y)();
    return {
        status: report.status,
        'run-id': '',
        tables: String(none.tables),
        views: String(none.views),
        'aspects-written': String(none.written),
        warnings: String(told('warnings') + found('warning')),
        failures: String(told('failures') + found('error') + (report.stopped === null ? 0 : 1)),
        'to-add': String(counts.toAdd),
        'to-change': String(counts.toChange),
        'to-remove': String(counts.toRemove),
        'plan-path': path,
        'report-path': path
    };
}

;// CONCATENATED MODULE: ./lib/action/run.js


















/**
 * One step of a workflow: inputs, the use case, and then, however it ended, report.json, outputs, annotations, summary.
 * Never rejects.
 * @returns the exit status of the process.
 */
async function runAction(io) {
    const redactor = new redact/* Redactor */.p();
    const mask = (secret) => {
        if (secret.trim() === '')
            return;
        io.runner.setSecret(secret);
        redactor.add(secret);
    };
    const inputs = readInputs(io.env, mask);
    const logger = redacted(createLogger(io.runner, inputs.ok ? inputs.value.logLevel : 'info'), redactor);
    const asked = inputs.ok ? inputs.value : null;
    if (asked?.command === 'dag')
        return publishDag(asked, { io, logger, mask, redactor });
    if (asked?.command === 'plan')
        return publishPlan(asked, { io, logger, mask, redactor });
    const report = inputs.ok && asked !== null
        ? await perform(asked, { io, logger, mask })
        : (0,total/* totalOf */.e6)([], stopOfFaults(inputs.ok ? [] : inputs.error), {
            tool: io.tool,
            dryRun: false,
            startedAt: io.clock.now(),
            durationMs: 0
        });
    return publish(redactor.value(report), io, logger);
}
/** Runs a DAG, and tells its run everywhere a workflow looks for it. The use case itself has written dag-run.json. */
async function publishDag(asked, means) {
    const { io, logger, redactor } = means;
    const deps = await depsOf(means, () => undefined);
    const { request } = asked;
    const found = await runDagStep({ request, app: io.app, tool: io.tool, deps, runner: io.runner });
    const document = redactor.value(found);
    await attempt('The run cannot be shown', logger, () => {
        for (const line of dagLines(document))
            io.runner.info(line);
        annotateDag(document, io.runner);
    });
    const told = await attempt('The outputs cannot be set', logger, () => {
        for (const [name, value] of Object.entries(dagOutputs(document, request.outDir, io.cwd))) {
            io.runner.setOutput(name, value);
        }
    });
    await attempt('The step summary cannot be written', logger, () => writeDagSummary(document, io.env));
    return told ? document.exitCode : Math.max(document.exitCode, exit_code/* EXIT */.dc.lost);
}
async function perform(asked, means) {
    const { io, logger } = means;
    const progress = (0,report_progress/* reportProgress */.wX)({
        clock: io.clock,
        intervalMs: PROGRESS_INTERVAL_MS,
        line: (text) => logger.info(text)
    });
    const deps = await depsOf(means, progress.add);
    const invocation = { tool: io.tool, clock: io.clock, signal: io.signal, logger };
    try {
        if (asked.command === 'validate')
            return await (0,outcome/* reportValidation */.k3)(() => io.app.validate(asked.request, deps), asked.failOn, invocation);
        if (asked.command === 'doctor')
            return await (0,doctor/* reportDoctor */.u_)(() => io.app.doctor(asked.request, deps), asked.failOn, invocation);
        const run = () => (asked.command === 'mcps' ? io.app.mcps(asked.request, deps) : io.app.ingest(asked.request, deps));
        return await (0,outcome/* reportIngestion */.d1)(run, asked.request.dryRun, invocation);
    }
    finally {
        await progress.stop();
    }
}
/**
 * Tells the report everywhere a workflow looks for it, as far as that goes. Later steps rely on report.json and the
 * outputs: without them the step fails, whatever the run achieved.
 */
async function publish(report, io, logger) {
    const path = (0,external_node_path_.resolve)(io.cwd, outDirOf(io.env), 'report.json');
    await attempt('The report cannot be shown', logger, () => {
        printReport(report, io.runner);
        annotate(report, io.runner);
    });
    const written = await attempt(`report.json cannot be written to ${path}`, logger, async () => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, (0,json/* renderJson */.h)(report));
    });
    const told = await attempt('The outputs cannot be set', logger, () => {
        const outputs = Object.entries(outputsOf(report, written ? path : ''));
        for (const [name, value] of outputs)
            io.runner.setOutput(name, value);
    });
    await attempt('The step summary cannot be written', logger, () => writeSummary(report, io.env));
    return written && told ? report.exitCode : Math.max(report.exitCode, exit_code/* EXIT */.dc.lost);
}
/** The report folded away, and below it its last line, which is the outcome. */
function printReport(report, runner) {
    const lines = (0,render_text/* renderText */.S5)(report, { colour: false }).trimEnd().split('\n');
    runner.startGroup('Report');
    for (const line of lines.slice(0, -1))
        printAll(line, runner);
    runner.endGroup();
    printAll(lines.at(-1) ?? '', runner);
}
function redacted(logger, redactor) {
    return {
        debug: (message) => logger.debug(redactor.text(message)),
        info: (message) => logger.info(redactor.text(message)),
        notice: (message) => logger.notice(redactor.text(message)),
        warning: (message) => logger.warning(redactor.text(message)),
        error: (message) => logger.error(redactor.text(message))
    };
}


/***/ }),

/***/ 8690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ faultOfRoleArn),
/* harmony export */   DM: () => (/* binding */ parseRoleArn),
/* harmony export */   oi: () => (/* binding */ isSessionOf)
/* harmony export */ });
const ROLE = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:[\x21-\x7e]+\/)?([\w+=,.@-]{1,64})$/u;
const SESSION = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/[\w+=,.@-]+$/u;
/** Takes a role's ARN apart; null when it is not one. */
function parseRoleArn(arn) {
    const [, partition, account, name] = ROLE.exec(arn) ?? [];
    return partition === undefined || account === undefined || name === undefined
        ? null
        : { arn, partition, account, name };
}
/**
 * Whether a caller, as GetCallerIdentity names it, is a session of a role. A session's ARN says
 * `assumed-role/NAME/SESSION` and leaves the role's path out; names are unique in an account whatever their path.
 */
function isSessionOf(callerArn, roleArn) {
    const [, partition, account, name] = SESSION.exec(callerArn) ?? [];
    const role = parseRoleArn(roleArn);
    return role !== null && role.partition === partition && role.account === account && role.name === name;
}
/** What is wrong with a text that should be a role's ARN, as the end of a sentence. */
function faultOfRoleArn(text) {
    if (SESSION.test(text))
        return 'is the ARN of a session of a role, not of the role';
    if (/^arn:aws[a-z-]*:iam::\d{12}:instance-profile\//u.test(text))
        return 'is the ARN of an instance profile';
    if (/^arn:aws[a-z-]*:iam::\d{12}:user\//u.test(text))
        return 'is the ARN of a user';
    if (/^[\w+=,.@-]{1,64}$/u.test(text))
        return "is a role's name, not its ARN";
    if (text !== text.trim())
        return 'has spaces around it';
    return 'is not the ARN of an IAM role';
}


/***/ }),

/***/ 5314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   EH: () => (/* binding */ numberCell),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9796);

/** Pieces of HTML. Cells take what escape.ts has made safe; each piece is one line, for an empty one ends an HTML block. */
/** A cell of text. */
const cell = (html) => `<td>${html}</td>`;
/** A cell that holds a number. */
const numberCell = (count) => `<td align="right">${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count)}</td>`;
/** A row of cells. */
const row = (...cells) => `<tr>${cells.join('')}</tr>`;
/** A row of headings. */
const heading = (...titles) => `<tr>${titles.map((title) => `<th>${title}</th>`).join('')}</tr>`;
/** A table, one row a line. */
const table = (rows) => ['<table>', ...rows, '</table>'].join('\n');
/** A part that is folded away behind its title. */
const details = (title, body, open = false) => `<details${open ? ' open' : ''}><summary>${title}</summary>\n${body}\n</details>`;
/** Size as UTF-8. */
const bytesOf = (text) => Buffer.byteLength(text, 'utf8');


/***/ }),

/***/ 7071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ failureTable),
/* harmony export */   Mm: () => (/* binding */ filteredTable),
/* harmony export */   _B: () => (/* binding */ diagnosticTable),
/* harmony export */   iE: () => (/* binding */ moreRow),
/* harmony export */   sM: () => (/* binding */ stopBlock)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(292);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9796);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5314);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5230);




/** Why a run did not come to its end, with the cure. */
function stopBlock(stop) {
    const cure = stop.cure === undefined ? '' : `\n${cureBlock(stop.cure)}`;
    return `<p><b>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(stop.message)}</b> (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(stop.code)})</p>${cure}`;
}
/** A cure of several lines is something to paste; one of a single line is a sentence. */
const cureBlock = (cure) => (isSnippet(cure) ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlLines */ .Jf)(cure) : `<p>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(cure)}</p>`);
const isSnippet = (cure) => cure.includes('\n');
/** Failures, warnings or notices as a table; the most frequent first. */
function failureTable(groups, detail) {
    const rows = groups
        .slice(0, detail.groups)
        .map((group) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)((0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .numberCell */ .EH)(group.count), (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(whatHappened(group)), (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(samples(group.resources, group.count, detail.samples))));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)([(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .heading */ .R_)('Times', 'What happened', 'Where'), ...rows, ...moreRow(groups.length - rows.length, 3)]);
}
function whatHappened(group) {
    const cure = group.cure === undefined ? '' : isSnippet(group.cure) ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlLines */ .Jf)(group.cure) : `<br>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(group.cure)}`;
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(group.message)} (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(group.code)})${cure}`;
}
/** Names, and how many more there are. `count` counts occurrences, and a name may occur twice: the rest is no promise. */
function samples(names, count, max) {
    const shown = names.slice(0, max);
    const rest = count - shown.length;
    const more = rest > 0 && shown.length > 0 ? [`and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(rest)} more`] : [];
    return [...shown.map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8), ...more].join('<br>');
}
/** What was left out, and why. */
function filteredTable(groups, detail) {
    const rows = groups
        .slice(0, detail.groups)
        .map((group) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)((0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countedKind */ .ph)(group.count, group.kind)), (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(`${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .whyLeftOut */ .qC)(group))} (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(group.rule)})`), (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(samples(group.names, group.count, detail.samples))));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)([(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .heading */ .R_)('Left out', 'Why', 'Which'), ...rows, ...moreRow(groups.length - rows.length, 3)]);
}
/** What there is to say about the text of recipes. */
function diagnosticTable(diagnostics, detail) {
    const rows = diagnostics.slice(0, detail.groups).map((d) => {
        const cure = d.cure === undefined ? '' : `<br>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(d.cure)}`;
        const place = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(`${d.file}:${d.line}:${d.column}`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)((0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(d.severity), (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(place), (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(`${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(d.message)} (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(d.code)})${cure}`));
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)([(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .heading */ .R_)('', 'Place', 'What'), ...rows, ...moreRow(diagnostics.length - rows.length, 3)]);
}
/** The last row of a table that was cut. */
function moreRow(hidden, columns) {
    return hidden > 0 ? [`<tr><td colspan="${columns}">and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(hidden)} more</td></tr>`] : [];
}


/***/ }),

/***/ 9939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ SUMMARY_LIMIT),
  G: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./lib/report/render/escape.js
var render_escape = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/report/render/format.js
var format = __webpack_require__(9796);
// EXTERNAL MODULE: ./lib/report/render/html.js
var html = __webpack_require__(5314);
// EXTERNAL MODULE: ./lib/report/render/doctor-words.js
var doctor_words = __webpack_require__(3760);
// EXTERNAL MODULE: ./lib/report/render/markdown-groups.js
var markdown_groups = __webpack_require__(7071);
// EXTERNAL MODULE: ./lib/report/changes.js
var report_changes = __webpack_require__(9495);
// EXTERNAL MODULE: ./lib/report/render/words.js
var words = __webpack_require__(5230);
;// CONCATENATED MODULE: ./lib/report/render/markdown-run.js






/** The steps by which a section is shortened until it fits, and what each still shows. */
const FULL = { groups: 200, samples: 10 };
const TOP_DATABASES = { groups: 50, samples: 5 };
const COUNTS_ONLY = { groups: 5, samples: 1 };
/** Fewer databases than this are not worth a table. */
const LEAST_DATABASES = 10;
/**
 * One recipe's section in at most `limit` bytes of UTF-8, or null when not even its counts fit. Shortened in steps, each
 * of which says so: everything · the top databases · counts only.
 */
function renderRun(run, limit) {
    const full = [...sections(run, FULL), ...databaseSection(run.databases, run.databases.length)].join('\n\n');
    if ((0,html/* bytesOf */.$$)(full) <= limit)
        return full;
    return withTopDatabases(run, limit) ?? countsOnly(run, limit);
}
function withTopDatabases(run, limit) {
    const body = [...sections(run, TOP_DATABASES), shortened('the databases that matter most')].join('\n\n');
    const empty = databaseSection(run.databases, 0).join('');
    let left = limit - (0,html/* bytesOf */.$$)(body) - (0,html/* bytesOf */.$$)(empty) - SEPARATORS;
    let shown = 0;
    for (const database of [...run.databases].sort(words/* byInterest */.ad)) {
        left -= (0,html/* bytesOf */.$$)(databaseRow(database)) + 1;
        if (left < 0)
            break;
        shown += 1;
    }
    if (shown < Math.min(LEAST_DATABASES, run.databases.length))
        return null;
    return [body, ...databaseSection(run.databases, shown)].join('\n\n');
}
/** Line ends between parts, and the row that says how many databases are not shown. */
const SEPARATORS = 200;
function countsOnly(run, limit) {
    const text = [...sections(run, COUNTS_ONLY), shortened('counts')].join('\n\n');
    return (0,html/* bytesOf */.$$)(text) <= limit ? text : null;
}
/** Says that something was shortened, to what, and where everything is. */
const shortened = (what) => `<p><i>Shortened to ${what}, for GitHub shows no summary of more than 1 MiB. Everything is in report.json (output <code>report-path</code>).</i></p>`;
function sections(run, detail) {
    return [
        ...(run.stopped === null ? [] : [(0,markdown_groups/* stopBlock */.sM)(run.stopped)]),
        ...((0,words/* hasBegun */.SU)(run.counts) ? [countsTable(run)] : []),
        ...titled('In the recipe', run.diagnostics, () => (0,markdown_groups/* diagnosticTable */._B)(run.diagnostics, detail)),
        ...titled('Failures', run.failures, () => (0,markdown_groups/* failureTable */.Bj)(run.failures, detail)),
        ...titled('Warnings', run.warnings, () => (0,markdown_groups/* failureTable */.Bj)(run.warnings, detail)),
        ...changesSection(run, detail),
        factsTable(run),
        ...removedSection(run, detail),
        ...folded('Kept in DataHub, though not seen', run.kept, () => (0,markdown_groups/* failureTable */.Bj)(run.kept, detail)),
        ...folded('Left out', run.filtered, () => (0,markdown_groups/* filteredTable */.Mm)(run.filtered, detail)),
        ...folded('Notices', run.notices, () => (0,markdown_groups/* failureTable */.Bj)(run.notices, detail))
    ];
}
const titled = (title, list, body) => list.length === 0 ? [] : [`<h4>${title}</h4>\n${body()}`];
function folded(title, list, body) {
    const count = list.reduce((sum, group) => sum + group.count, 0);
    return count === 0 ? [] : [(0,html/* details */.zH)(`${title} (${(0,format/* formatCount */.B4)(count)})`, body())];
}
/** Tables that are otherwise than in the last run. Those that lost something are shown at once, the others when asked for. */
function changesSection({ changes }, { groups }) {
    if (changes === null || changes.new + changes.changed === 0)
        return [];
    const rows = changes.tables.slice(0, groups).map((change) => {
        const what = (0,render_escape/* prose */.CS)((0,words/* changeOf */.C2)(change));
        return (0,html/* row */.nM)((0,html/* cell */.Hn)((0,render_escape/* htmlCode */.h8)(change.urn)), (0,html/* cell */.Hn)((0,report_changes/* isBreaking */.E)(change) ? `⚠️ <b>${what}</b>` : what));
    });
    const hidden = changes.new + changes.changed - rows.length;
    const body = (0,html/* table */.tp)([(0,html/* heading */.R_)('Table', 'What changed'), ...rows, ...(0,markdown_groups/* moreRow */.iE)(hidden, 2)]);
    const title = `What changed: ${(0,render_escape/* prose */.CS)((0,words/* changesOf */.fs)(changes))}`;
    return [changes.breaking > 0 ? `<h4>${title}</h4>\n${body}` : (0,html/* details */.zH)(title, body)];
}
/** What is no longer in Glue. Urns of tables hold their names. */
function removedSection({ removed, dryRun }, { groups }) {
    if (removed.length === 0)
        return [];
    const title = `${dryRun ? 'Would be removed from DataHub' : 'Removed in DataHub'} (${(0,format/* formatCount */.B4)(removed.length)})`;
    const rows = removed.slice(0, groups).map((urn) => (0,html/* row */.nM)((0,html/* cell */.Hn)((0,render_escape/* htmlCode */.h8)(urn))));
    return [(0,html/* details */.zH)(title, (0,html/* table */.tp)([...rows, ...(0,markdown_groups/* moreRow */.iE)(removed.length - rows.length, 1)]))];
}
/** Counts side by side. What can be nothing and then says nothing is left out. */
function countsTable({ counts, dryRun }) {
    const always = [
        ['Databases', counts.databases],
        ['Tables', counts.tables],
        ['Views', counts.views],
        dryRun ? ['Aspects to write', counts.produced - counts.unchanged] : ['Aspects written', counts.written]
    ];
    const sometimes = [
        ['Accepted', counts.accepted],
        ['Unchanged', counts.unchanged],
        ['Rejected', counts.rejected],
        ['Undelivered', counts.undelivered],
        [dryRun ? 'To remove' : 'Removed', counts.removed],
        ['Kept', counts.kept],
        ['Left out', counts.filtered + counts.skipped]
    ];
    const shown = [...always, ...sometimes.filter(([, count]) => count > 0)];
    return (0,html/* table */.tp)([(0,html/* heading */.R_)(...shown.map(([title]) => title)), (0,html/* row */.nM)(...shown.map(([, count]) => (0,html/* numberCell */.EH)(count)))]);
}
function factsTable(run) {
    const facts = [
        ['Recipe', (0,render_escape/* htmlCode */.h8)(run.recipe)],
        ['Pipeline', run.pipelineName === null ? null : (0,render_escape/* htmlCode */.h8)(run.pipelineName)],
        ['Run id', (0,render_escape/* htmlCode */.h8)(run.runId)],
        ['Acted as', identityOf(run)],
        [run.dryRun ? 'Would write to' : 'Written to', sinkOf(run)],
        ['Took', `${duration(run)}, from ${(0,render_escape/* prose */.CS)((0,format/* formatInstant */.r4)(run.startedAt))}`],
        ['Kept to be sent again', lettersOf(run)],
        ['Retried', retriesOf(run)]
    ];
    return (0,html/* table */.tp)(facts.flatMap(([name, value]) => (value === null ? [] : [(0,html/* row */.nM)(`<th align="left">${name}</th>`, (0,html/* cell */.Hn)(value))])));
}
function lettersOf({ deadLetters }) {
    if (deadLetters === null)
        return null;
    const command = (0,render_escape/* htmlCode */.h8)(`datahub-glue mcps ${deadLetters.path}`);
    return `${(0,format/* formatNoun */.i$)(deadLetters.count, 'aspect')} in ${(0,render_escape/* htmlCode */.h8)(deadLetters.path)}; ${command} sends them`;
}
function identityOf({ identity }) {
    if (identity === null)
        return null;
    const chain = identity.roles.length > 1 ? `, through ${identity.roles.slice(0, -1).map(render_escape/* htmlCode */.h8).join(', ')}` : '';
    const place = `account ${(0,render_escape/* htmlCode */.h8)(identity.account)}, region ${(0,render_escape/* htmlCode */.h8)(identity.region)}`;
    return `${(0,render_escape/* htmlCode */.h8)(identity.arn)}<br>${place}, ${(0,render_escape/* prose */.CS)(words/* SOURCE */.u2[identity.source])}${chain}`;
}
function sinkOf({ sink }) {
    if (sink === null)
        return null;
    const version = sink.version === null ? '' : `, version ${(0,render_escape/* htmlCode */.h8)(sink.version)}`;
    return `${(0,render_escape/* htmlCode */.h8)(sink.target)} (${(0,render_escape/* htmlCode */.h8)(sink.type)}${version})`;
}
function duration({ durationSeconds, counts, dryRun }) {
    const aspects = dryRun ? counts.produced : counts.written + counts.accepted;
    const rate = durationSeconds > 0 && aspects > 0 ? ` (${(0,format/* formatRate */.CE)(aspects / durationSeconds)} aspects/s)` : '';
    return `${(0,format/* formatDuration */.a3)(durationSeconds)}${rate}`;
}
const RETRIES_SHOWN = 5;
function retriesOf({ retries }) {
    if (retries.length === 0)
        return null;
    const shown = retries
        .slice(0, RETRIES_SHOWN)
        .map((r) => `${(0,format/* formatCount */.B4)(r.count)} × ${(0,render_escape/* prose */.CS)(`${r.service}: ${r.reason}`)}`);
    return [...shown, ...(retries.length > RETRIES_SHOWN ? ['…'] : [])].join('<br>');
}
function databaseSection(databases, shown) {
    if (databases.length === 0)
        return [];
    const rows = [...databases].sort(words/* byInterest */.ad).slice(0, shown).map(databaseRow);
    const head = (0,html/* heading */.R_)('Database', 'Tables', 'Views', 'Filtered', 'Skipped', 'Listing');
    const body = (0,html/* table */.tp)([head, ...rows, ...(0,markdown_groups/* moreRow */.iE)(databases.length - shown, 6)]);
    return [(0,html/* details */.zH)((0,format/* formatNoun */.i$)(databases.length, 'database'), body)];
}
const databaseRow = (database) => (0,html/* row */.nM)((0,html/* cell */.Hn)((0,render_escape/* htmlCode */.h8)(database.name)), (0,html/* numberCell */.EH)(database.tables), (0,html/* numberCell */.EH)(database.views), (0,html/* numberCell */.EH)(database.filtered), (0,html/* numberCell */.EH)(database.skipped), (0,html/* cell */.Hn)(words/* LISTING */.ZV[database.listing]));

;// CONCATENATED MODULE: ./lib/report/render/markdown-doctor.js







/** How statuses are drawn. */
const STATUS_MARKS = {
    ok: words/* MARKS */.j7.success,
    failed: words/* MARKS */.j7.failure,
    warning: words/* MARKS */.j7.warning,
    'not-tested': '➖'
};
/** Ingesters that are listed. */
const MOST_INGESTERS = 50;
/** The summary, as parts of at most `limit` bytes together; the first is the outcome. */
function renderDoctor(report, limit) {
    const head = [`<h2>${words/* MARKS */.j7[(0,words/* markOf */.Fg)(report.status, (0,doctor_words/* doctorProblems */.Qu)(report))]} ${(0,render_escape/* prose */.CS)((0,doctor_words/* doctorOutcome */.mr)(report))}</h2>`];
    if (report.stopped !== null)
        head.push((0,markdown_groups/* stopBlock */.sM)(report.stopped));
    const full = [...head, ...report.recipes.flatMap((diagnosis) => section(diagnosis, true))];
    const short = [
        ...head,
        ...report.recipes.flatMap((diagnosis) => section(diagnosis, false)),
        shortened('what is wrong')
    ];
    return [full, short].find((parts) => (0,html/* bytesOf */.$$)(parts.join('\n\n')) + 1 <= limit) ?? head;
}
/** What is wrong first, with its cure; everything else folded away below. */
function section(diagnosis, isFull) {
    const wrong = diagnosis.checks.filter(({ status }) => status === 'failed' || status === 'warning');
    return [
        `<h3>${(0,render_escape/* htmlCode */.h8)((0,doctor_words/* subjectOf */.et)(diagnosis))}</h3>`,
        ...(wrong.length === 0 ? [] : [checkTable('To be mended', wrong)]),
        ...answer(diagnosis),
        ...ingesterTable(diagnosis),
        ...(isFull ? doctor_words/* FAMILIES */.BU.flatMap(([family, title]) => familyPart(title, (0,doctor_words/* checksOf */.tg)(diagnosis, family))) : [])
    ];
}
/** What people come for, where it is not among what is to be mended. */
function answer({ checks }) {
    const check = checks.find(({ id, status }) => id === 'glue-freshness' && (status === 'ok' || status === 'not-tested'));
    if (check === undefined)
        return [];
    const lines = [`${STATUS_MARKS[check.status]} <b>${(0,render_escape/* prose */.CS)((0,doctor_words/* labelOf */.Wy)(check.title))}</b> ${(0,render_escape/* prose */.CS)(check.found)}`];
    return [`<p>${[...lines, ...check.details.map(render_escape/* prose */.CS)].join('<br>')}</p>`];
}
function familyPart(title, checks) {
    if (checks.length === 0)
        return [];
    const counts = ['failed', 'warning', 'ok', 'not-tested'].flatMap((status) => {
        const count = checks.filter((check) => check.status === status).length;
        return count === 0 ? [] : [`${STATUS_MARKS[status]} ${count}`];
    });
    const rows = checks.map(({ status, title: name, found, details: more }) => (0,html/* row */.nM)((0,html/* cell */.Hn)(`${STATUS_MARKS[status]} ${doctor_words/* STATUS_WORDS */.ly[status]}`), (0,html/* cell */.Hn)((0,render_escape/* prose */.CS)(name)), (0,html/* cell */.Hn)([(0,render_escape/* prose */.CS)(found), ...more.map(render_escape/* htmlCode */.h8)].join('<br>'))));
    return [(0,html/* details */.zH)(`${(0,render_escape/* htmlText */.js)(title)}: ${counts.join(' ')}`, (0,html/* table */.tp)([(0,html/* heading */.R_)('', 'What', 'Found'), ...rows]))];
}
function checkTable(title, checks) {
    const rows = checks.map((check) => {
        const { status, title: name, found, code, cure, details: more } = check;
        const what = `<b>${(0,render_escape/* prose */.CS)((0,doctor_words/* labelOf */.Wy)(name))}</b> ${(0,render_escape/* prose */.CS)(found)}${code === null ? '' : ` (${(0,render_escape/* htmlCode */.h8)(code)})`}`;
        return (0,html/* row */.nM)((0,html/* cell */.Hn)(STATUS_MARKS[status]), (0,html/* cell */.Hn)([what, ...more.map(render_escape/* htmlCode */.h8)].join('<br>') + cureOf(cure)));
    });
    return (0,html/* table */.tp)([(0,html/* heading */.R_)('', `${title} (${(0,format/* formatNoun */.i$)(checks.length, 'check')})`), ...rows]);
}
/** A cure of several lines is something to paste; one of a single line is a sentence. */
function cureOf(cure) {
    if (cure === null)
        return '';
    return cure.includes('\n') ? (0,render_escape/* htmlLines */.Jf)(cure) : `<br>${(0,render_escape/* prose */.CS)(cure)}`;
}
function ingesterTable({ ingesters }) {
    if (ingesters.length === 0)
        return [];
    const rows = ingesters
        .slice(0, MOST_INGESTERS)
        .map((ingester) => (0,html/* row */.nM)(...(0,doctor_words/* ingesterCells */.VL)(ingester).map((one) => (0,html/* cell */.Hn)((0,render_escape/* prose */.CS)(one)))));
    const hidden = ingesters.length - rows.length;
    return [(0,html/* table */.tp)([(0,html/* heading */.R_)(...doctor_words/* INGESTER_TITLES */.aW), ...rows, ...(0,markdown_groups/* moreRow */.iE)(hidden, doctor_words/* INGESTER_TITLES */.aW.length)])];
}

;// CONCATENATED MODULE: ./lib/report/render/markdown-validation.js





/** Diagnostics listed at each step of shortening. */
const STEPS = [1000, 200, 50, 5];
/** Files listed by name. */
const MAX_FILES = 200;
/** Room for what stands between the parts. */
const SLACK = 100;
/** The summary of a validation, as parts of at most `limit` bytes together; the first is the outcome. */
function renderValidation(report, limit) {
    const { diagnostics, status, stopped } = report;
    const counts = { failures: (0,words/* countOf */.pq)(diagnostics, 'error'), warnings: (0,words/* countOf */.pq)(diagnostics, 'warning') };
    const head = [`<h2>${words/* MARKS */.j7[(0,words/* markOf */.Fg)(status, counts)]} ${(0,render_escape/* prose */.CS)((0,words/* outcomeOf */.sG)(report))}</h2>`];
    if (stopped !== null)
        head.push((0,markdown_groups/* stopBlock */.sM)(stopped));
    const tables = diagnostics.length === 0 ? [[]] : STEPS.map((groups) => [(0,markdown_groups/* diagnosticTable */._B)(diagnostics, { groups, samples: 1 })]);
    const steps = [
        ...tables.map((table) => [...head, ...table, ...fileList(report.files)]),
        [...head, ...(tables.at(-1) ?? [])]
    ];
    return steps.find((parts) => (0,html/* bytesOf */.$$)(parts.join('')) + SLACK <= limit) ?? head;
}
function fileList(files) {
    if (files.length === 0)
        return [];
    const more = files.length > MAX_FILES ? ['…'] : [];
    const names = [...files.slice(0, MAX_FILES).map(render_escape/* htmlCode */.h8), ...more];
    return [(0,html/* details */.zH)(`Files (${(0,format/* formatCount */.B4)(files.length)})`, `<p>${names.join('<br>')}</p>`)];
}

;// CONCATENATED MODULE: ./lib/report/render/markdown.js








/**
 * GitHub refuses a step summary of more than 1 MiB (docs.github.com, "Workflow commands", step isolation and limits).
 * The rest is room for what other commands of the step append.
 */
const SUMMARY_LIMIT = 1_000_000;
const SEPARATOR = '\n\n';
/**
 * The step summary, in at most `limit` bytes of UTF-8. All of it is HTML blocks, in which Markdown reads nothing, so that
 * one way of escaping serves for every place. Where not even the outcome fits it is empty.
 */
function renderMarkdown(report, limit = SUMMARY_LIMIT) {
    const parts = partsOf(report, limit);
    const fitting = [parts, parts.slice(0, 1)].map(joined).find((text) => (0,html/* bytesOf */.$$)(text) <= limit);
    return fitting ?? '';
}
function partsOf(report, limit) {
    if (report.kind === 'doctor')
        return renderDoctor(report, limit);
    return report.kind === 'ingest' ? ingestion(report, limit) : renderValidation(report, limit);
}
const joined = (parts) => `${parts.join(SEPARATOR)}\n`;
function ingestion(report, limit) {
    const head = [`<h2>${words/* MARKS */.j7[(0,words/* markOf */.Fg)(report.status, (0,words/* problemsOfAll */.Rn)(report))]} ${(0,render_escape/* prose */.CS)((0,words/* outcomeOf */.sG)(report))}</h2>`];
    if (report.dryRun)
        head.push(`<blockquote><b>${words/* DRY_RUN */.yE}</b></blockquote>`);
    if (report.stopped !== null)
        head.push((0,markdown_groups/* stopBlock */.sM)(report.stopped));
    if (report.recipes.length > 1)
        head.push(overview(report.recipes));
    return [...head, ...markdown_sections(report.recipes, limit - (0,html/* bytesOf */.$$)(joined(head)))];
}
/** What says that recipes have no section; its size is set aside. */
const leftOut = (count, all) => all === 1
    ? shortened('the outcome')
    : shortened(`the others; ${(0,format/* formatNoun */.i$)(count, 'recipe has', 'recipes have')} no section`);
/** Recipes share what room there is: each may use an equal part of what those before it have left. */
function markdown_sections(runs, room) {
    const parts = [];
    let left = room - (0,html/* bytesOf */.$$)(leftOut(runs.length, runs.length)) - SEPARATOR.length;
    runs.forEach((run, i) => {
        const share = Math.floor(left / (runs.length - i)) - SEPARATOR.length;
        const part = runs.length === 1 ? renderRun(run, share) : foldedRun(run, share);
        if (part === null)
            return;
        parts.push(part);
        left -= (0,html/* bytesOf */.$$)(part) + SEPARATOR.length;
    });
    return parts.length === runs.length ? parts : [...parts, leftOut(runs.length - parts.length, runs.length)];
}
function foldedRun(run, limit) {
    const title = `${words/* MARKS */.j7[(0,words/* markOf */.Fg)(run.status, (0,words/* problemsOf */.GW)(run))]} ${(0,render_escape/* htmlCode */.h8)(run.recipe)}`;
    const wrap = (body) => (0,html/* details */.zH)(title, body, run.status !== 'success');
    const body = renderRun(run, limit - (0,html/* bytesOf */.$$)(wrap('')));
    return body === null ? null : wrap(body);
}
/** More recipes than this are counted, not listed. */
const OVERVIEW_ROWS = 200;
function overview(runs) {
    const rows = runs
        .toSorted((a, b) => b.exitCode - a.exitCode)
        .slice(0, OVERVIEW_ROWS)
        .map(overviewRow);
    const head = (0,html/* heading */.R_)('Recipe', 'Tables', 'Views', 'Aspects', 'Failures', 'Warnings', 'Took');
    return (0,html/* table */.tp)([head, ...rows, ...(0,markdown_groups/* moreRow */.iE)(runs.length - rows.length, 7)]);
}
function overviewRow(run) {
    const problems = (0,words/* problemsOf */.GW)(run);
    return (0,html/* row */.nM)((0,html/* cell */.Hn)(`${words/* MARKS */.j7[(0,words/* markOf */.Fg)(run.status, problems)]} ${(0,render_escape/* htmlCode */.h8)(run.recipe)}`), (0,html/* numberCell */.EH)(run.counts.tables), (0,html/* numberCell */.EH)(run.counts.views), (0,html/* numberCell */.EH)(run.dryRun ? run.counts.produced : run.counts.written), (0,html/* numberCell */.EH)(problems.failures), (0,html/* numberCell */.EH)(problems.warnings), (0,html/* cell */.Hn)((0,format/* formatDuration */.a3)(run.durationSeconds)));
}


/***/ }),

/***/ 5460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ shortCountsOf),
/* harmony export */   Gn: () => (/* binding */ recipeMark),
/* harmony export */   KS: () => (/* binding */ planTitle),
/* harmony export */   OS: () => (/* binding */ hasNews),
/* harmony export */   Rz: () => (/* binding */ breaksReaders),
/* harmony export */   TU: () => (/* binding */ planMark),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   Z2: () => (/* binding */ DATABASE_CHANGE),
/* harmony export */   _0: () => (/* binding */ editOf),
/* harmony export */   cG: () => (/* binding */ isWrong),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* harmony import */ var _core_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(876);
/* harmony import */ var _plan_total_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(268);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9796);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5230);




/** `3 to add, 1 to change, 2 to remove`, as `terraform plan` says it; without any, `no changes`. */
function countsOf({ toAdd, toChange, toRemove }) {
    if (toAdd + toChange + toRemove === 0)
        return 'no changes';
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(toAdd)} to add, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(toChange)} to change, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(toRemove)} to remove`;
}
/** The same without what there is none of: `3 to add`. */
function shortCountsOf({ toAdd, toChange, toRemove }) {
    const parts = [
        `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(toAdd)} to add`,
        `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(toChange)} to change`,
        `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(toRemove)} to remove`
    ];
    const shown = parts.filter((part) => !part.startsWith('0 '));
    return shown.length === 0 ? 'no changes' : shown.join(', ');
}
/** How many entities enter, change or leave. */
const sumOf = ({ toAdd, toChange, toRemove }) => toAdd + toChange + toRemove;
/** Whether the head's text is wrong, so that nothing else is known. */
const isWrong = (recipe) => (0,_core_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrors */ .Cs)(recipe.diagnostics);
/** Whether readers of a table may break: a column is gone, or has another type. */
const breaksReaders = (columns) => columns !== null && columns.removed.length + columns.retyped.length > 0;
/** The plan in a line: `DataHub Glue plan: 3 to add, 1 to change, 2 to remove`. */
function planTitle(report) {
    const { recipes, stopped } = report;
    if (stopped !== null)
        return `DataHub Glue plan ${STOPPED[stopped.kind]}`;
    if (recipes.length === 0)
        return 'DataHub Glue plan: no recipe is touched';
    const wrong = recipes.filter(isWrong).length;
    const unread = recipes.filter((recipe) => recipe.unread !== null && !isWrong(recipe)).length;
    const read = recipes.length - wrong - unread;
    const counts = read > 0 || sumOf(report.counts) > 0 ? [countsOf(report.counts)] : [];
    return `DataHub Glue plan: ${[...counts, ...wrongPart(wrong, recipes.length), ...unreadPart(unread, read + wrong)].join('; ')}`;
}
const wrongPart = (wrong, all) => wrong === 0
    ? []
    : [
        all === 1
            ? 'the recipe is wrong'
            : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(wrong)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(all, 'recipe')} ${isAre(wrong)} wrong`
    ];
function unreadPart(unread, others) {
    if (unread === 0)
        return [];
    if (others === 0)
        return [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(unread, 'recipe')} validated, the catalogue was not read to its end`];
    return [`the catalogue was not read to its end for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(unread, 'recipe')}`];
}
const isAre = (count) => (count === 1 ? 'is' : 'are');
const STOPPED = {
    input: 'was not made: its input is wrong',
    'cannot-begin': 'could not be made',
    cancelled: 'was cancelled',
    defect: 'broke off on an unexpected error'
};
/** The mark of a plan: one that takes something away, or does not know everything, is to be looked at. */
function planMark(report) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .markOf */ .Fg)(report.status, { failures: 0, warnings: report.recipes.filter(isToBeLookedAt).length });
}
/** The mark of one recipe's part. */
function recipeMark(recipe) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .markOf */ .Fg)((0,_plan_total_js__WEBPACK_IMPORTED_MODULE_1__/* .planVerdict */ .Ft)(recipe).status, { failures: 0, warnings: isToBeLookedAt(recipe) ? 1 : 0 });
}
/** Whether a reviewer should look twice. What a fork cannot know is no fault of its. */
function isToBeLookedAt(recipe) {
    return (recipe.counts.toRemove > 0 ||
        (recipe.stale?.count ?? 0) > 0 ||
        recipe.diagnostics.length + recipe.failures.length + recipe.warnings.length > 0 ||
        recipe.options.some(({ heldBack }) => heldBack !== null) ||
        recipe.databases.some(({ entities }) => entities.some(({ columns }) => breaksReaders(columns))));
}
/**
 * Whether there is anything for a reviewer in it: something enters, changes, leaves or would be deleted, something is
 * wrong, or it is not known. A plan without is what `comment: changes-only` keeps silent about.
 */
function hasNews({ counts, recipes, stopped }) {
    return stopped !== null || sumOf(counts) > 0 || recipes.some(isNews);
}
const isNews = (recipe) => recipe.unread !== null ||
    Object.values(recipe.others).some((counts) => sumOf(counts) > 0) ||
    (recipe.stale?.count ?? 0) > 0 ||
    recipe.diagnostics.length + recipe.failures.length + recipe.warnings.length > 0 ||
    recipe.options.some(({ heldBack }) => heldBack !== null);
/** What becomes of the file. */
function editOf({ edit, renamedFrom }) {
    return renamedFrom === null ? EDITS[edit] : `${EDITS[edit]}, renamed`;
}
const EDITS = {
    added: 'new',
    modified: 'edited',
    removed: 'removed',
    unchanged: 'not edited'
};
/** What becomes of a database itself, beside what is in it. */
const DATABASE_CHANGE = {
    enters: 'enters',
    leaves: 'leaves',
    changes: 'changes',
    stays: null
};


/***/ }),

/***/ 3189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rE: () => (/* binding */ renderOrigin),
  nZ: () => (/* binding */ renderOutdated),
  zk: () => (/* binding */ renderPlanComment),
  ON: () => (/* binding */ renderPlanSummary)
});

// UNUSED EXPORTS: COMMENT_LIMIT

// EXTERNAL MODULE: ./lib/report/render/escape.js
var render_escape = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/report/render/format.js
var format = __webpack_require__(9796);
// EXTERNAL MODULE: ./lib/report/render/html.js
var html = __webpack_require__(5314);
// EXTERNAL MODULE: ./lib/report/render/markdown.js + 3 modules
var markdown = __webpack_require__(9939);
// EXTERNAL MODULE: ./lib/report/render/markdown-groups.js
var markdown_groups = __webpack_require__(7071);
;// CONCATENATED MODULE: ./lib/report/render/plan-markdown-names.js


/** Names and texts of a plan, no longer than a reader of a pull request reads; plan.json has them whole. */
/** UTF-16 units of a name. Glue's own limit is 255 for a database and for a table. */
const LONGEST_NAME = 160;
/** UTF-16 units of a value or a sentence. */
const LONGEST_TEXT = 400;
/** A foreign name. */
const plan_markdown_names_name = (text) => (0,render_escape/* htmlCode */.h8)((0,format/* clip */.$Q)(text, LONGEST_NAME));
/** A foreign value, such as the JSON of an option. */
const value = (text) => (0,render_escape/* htmlCode */.h8)((0,format/* clip */.$Q)(text, LONGEST_TEXT));
/** A foreign sentence. */
const sentence = (text) => (0,render_escape/* prose */.CS)((0,format/* clip */.$Q)(text, LONGEST_TEXT));
/** What is not known, why, and how to mend that. */
function gapBlock(gap) {
    const cure = gap.cure === undefined ? '' : `<br>${sentence(gap.cure)}`;
    return `<blockquote>${gap.fault === null ? 'ℹ️' : '❌'} ${sentence(gap.message)} (${plan_markdown_names_name(gap.code)})${cure}</blockquote>`;
}
/** Lines of a cell, and how many more there are. */
function someOf(lines, count) {
    const rest = count - lines.length;
    return [...lines, ...(rest > 0 ? [lines.length === 0 ? '' : `and ${(0,format/* formatCount */.B4)(rest)} more`] : [])].join('<br>');
}

// EXTERNAL MODULE: ./lib/report/render/plan-markdown-words.js
var plan_markdown_words = __webpack_require__(5460);
// EXTERNAL MODULE: ./lib/report/render/words.js
var words = __webpack_require__(5230);
;// CONCATENATED MODULE: ./lib/report/render/plan-markdown-standouts.js





/**
 * What must not be overlooked in a recipe's plan, as a table; null: nothing. What leaves, what breaks readers, what would
 * be deleted, which edit is not gone by, which databases were not listed to their end.
 * @param samples Names shown of each.
 */
function standOutTable(recipe, samples) {
    const found = [leaving, breaking, deleted, heldBack, unlisted].flatMap((look) => look(recipe, samples));
    if (found.length === 0)
        return null;
    const rows = found.map(({ what, lines, count }) => (0,html/* row */.nM)((0,html/* cell */.Hn)(`⚠️ <b>${what}</b>`), (0,html/* cell */.Hn)(someOf(lines, count))));
    return (0,html/* table */.tp)([(0,html/* heading */.R_)('What stands out', 'Which'), ...rows]);
}
function leaving({ databases, counts }, samples) {
    if (counts.toRemove === 0)
        return [];
    const lines = entitiesOf(databases)
        .filter(({ change }) => change === 'remove')
        .slice(0, samples)
        .map((entity) => `${plan_markdown_names_name(entity.name)}${reasonOf(entity)}`);
    return [
        {
            what: `${(0,format/* formatNoun */.i$)(counts.toRemove, 'entity', 'entities')} would no longer be ingested`,
            lines,
            count: counts.toRemove
        }
    ];
}
const reasonOf = ({ rule }) => (rule === null ? '' : ` by ${plan_markdown_names_name(rule)}`);
function breaking({ databases }, samples) {
    const found = entitiesOf(databases).filter(({ columns }) => (0,plan_markdown_words/* breaksReaders */.Rz)(columns));
    if (found.length === 0)
        return [];
    const least = isSampled(databases) ? 'At least ' : '';
    return [
        {
            what: `${least}${(0,format/* formatNoun */.i$)(found.length, 'table')} would lose a column, or have one of another type`,
            lines: found.slice(0, samples).map((entity) => `${plan_markdown_names_name(entity.name)}: ${columnsOf(entity)}`),
            count: found.length
        }
    ];
}
/** How the columns of an entity change; '' where they stay. */
const columnsOf = ({ columns, urn }) => columns === null ? '' : sentence((0,words/* changeOf */.C2)({ ...columns, urn, kind: 'changed' }));
const isSampled = (databases) => databases.some(({ counts, entities }) => counts.toChange > entities.filter(({ change }) => change === 'change').length);
function deleted({ stale }, samples) {
    if (stale === null || stale.count === 0)
        return [];
    return [
        {
            what: `Stale removal would delete ${(0,format/* formatNoun */.i$)(stale.count, 'entity', 'entities')} from DataHub at the next run`,
            lines: stale.removed.slice(0, samples).map(plan_markdown_names_name),
            count: stale.count
        }
    ];
}
function heldBack({ options }, samples) {
    const held = options.flatMap(({ path, heldBack: why }) => (why === null ? [] : [`${value(path)}: ${sentence(why)}`]));
    if (held.length === 0)
        return [];
    const what = `${(0,format/* formatNoun */.i$)(held.length, 'option is', 'options are')} held back: the plan does not go by what the edit says`;
    return [{ what, lines: held.slice(0, samples), count: held.length }];
}
function unlisted({ databases }, samples) {
    const found = databases.filter(({ listing }) => listing === 'incomplete' || listing === 'denied');
    if (found.length === 0)
        return [];
    return [
        {
            what: `${(0,format/* formatNoun */.i$)(found.length, 'database')} not listed to the end: there may be more`,
            lines: found.slice(0, samples).map((database) => `${plan_markdown_names_name(database.name)}: ${words/* LISTING */.ZV[database.listing]}`),
            count: found.length
        }
    ];
}
const entitiesOf = (databases) => databases.flatMap(({ entities }) => entities);
/** How many entities each aspect changes of. */
function aspectLines(aspects, most) {
    const all = Object.entries(aspects);
    return someOf(all.slice(0, most).map(([aspect, count]) => `${plan_markdown_names_name(aspect)}: ${(0,format/* formatNoun */.i$)(count, 'entity', 'entities')}`), all.length);
}

;// CONCATENATED MODULE: ./lib/report/render/plan-markdown-databases.js







/** Between two parts stands an empty line. */
const SEPARATOR = 2;
/** Fewer rows of databases than this are not worth a table. */
const LEAST_ROWS = 10;
/** What each database becomes, folded, with its tables; null: that is more than `room` bytes of UTF-8. */
function allLists(databases, room) {
    if (room < 0)
        return null;
    const lists = [];
    let left = room;
    for (const database of databases) {
        const list = databaseList(database);
        left -= (0,html/* bytesOf */.$$)(list) + SEPARATOR;
        if (left < 0)
            return null;
        lists.push(list);
    }
    return lists;
}
/**
 * As much of it as `room` bytes of UTF-8 hold: the counts of every database, or of those in which most happens, and the
 * tables of as many databases as fit, the smallest first. null: not even a few counts fit.
 */
function fittingLists(databases, room) {
    if (room < 0)
        return null;
    const ranked = [...databases].sort(byExtent);
    const rows = ranked.map((database) => databaseRow(database));
    const shown = fitting(rows, room - (0,html/* bytesOf */.$$)(countsTable([], ranked.length)) - SEPARATOR);
    if (shown < Math.min(LEAST_ROWS, ranked.length))
        return null;
    if (shown < ranked.length)
        return [countsTable(rows.slice(0, shown), ranked.length - shown)];
    let left = room - (0,html/* bytesOf */.$$)(countsTable(rows, 0)) - SEPARATOR;
    let first = ranked.length;
    // A list that is shown needs no row, but that it is the last to go keeps the sum simple.
    while (first > 0) {
        const database = ranked[first - 1];
        if (database === undefined)
            break;
        left -= (0,html/* bytesOf */.$$)(databaseList(database)) + SEPARATOR;
        if (left < 0)
            break;
        first -= 1;
    }
    const listed = new Set(ranked.slice(first));
    const counted = first === 0 ? [] : [countsTable(rows.slice(0, first), 0)];
    return [...counted, ...databases.filter((database) => listed.has(database)).map(databaseList)];
}
/** How many rows from the first on fit. */
function fitting(rows, room) {
    let left = room;
    const end = rows.findIndex((line) => {
        left -= (0,html/* bytesOf */.$$)(line) + 1;
        return left < 0;
    });
    return end < 0 ? rows.length : end;
}
function countsTable(rows, hidden) {
    const head = (0,html/* heading */.R_)('Database', 'To add', 'To change', 'To remove', 'Listing');
    const title = (0,format/* formatNoun */.i$)(rows.length + hidden, 'database without its list', 'databases without their lists');
    return (0,html/* details */.zH)(title, (0,html/* table */.tp)([head, ...rows, ...(0,markdown_groups/* moreRow */.iE)(hidden, 5)]));
}
function databaseRow(database) {
    const { counts, listing } = database;
    const change = plan_markdown_words/* DATABASE_CHANGE */.Z2[database.change];
    return (0,html/* row */.nM)((0,html/* cell */.Hn)(`${plan_markdown_names_name(database.name)}${change === null ? '' : ` ${change}`}`), (0,html/* numberCell */.EH)(counts.toAdd), (0,html/* numberCell */.EH)(counts.toChange), (0,html/* numberCell */.EH)(counts.toRemove), (0,html/* cell */.Hn)(words/* LISTING */.ZV[listing]));
}
/** Where most happens first, then by name. */
const byExtent = (a, b) => (0,plan_markdown_words/* sumOf */.XN)(b.counts) - (0,plan_markdown_words/* sumOf */.XN)(a.counts) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
function databaseList(database) {
    const change = plan_markdown_words/* DATABASE_CHANGE */.Z2[database.change];
    const trouble = database.listing === 'complete' || database.listing === 'empty' ? [] : [words/* LISTING */.ZV[database.listing]];
    const facts = [...(change === null ? [] : [change]), (0,plan_markdown_words/* shortCountsOf */.Ge)(database.counts), ...trouble];
    const rows = database.entities.map((entity) => entityRow(entity, database.name));
    const hidden = Math.max(0, (0,plan_markdown_words/* sumOf */.XN)(database.counts) - rows.length);
    const title = `${plan_markdown_names_name(database.name)}: ${facts.join(', ')}`;
    if (rows.length === 0)
        return `<p>${title}</p>`;
    return (0,html/* details */.zH)(title, (0,html/* table */.tp)([(0,html/* heading */.R_)('', 'Name', 'What'), ...rows, ...(0,markdown_groups/* moreRow */.iE)(hidden, 3)]));
}
const SIGN = { add: '+', change: '±', remove: '−' };
function entityRow(entity, database) {
    const own = entity.name.startsWith(`${database}.`) ? entity.name.slice(database.length + 1) : entity.name;
    const kind = entity.kind === 'table' ? '' : ` (${entity.kind})`;
    return (0,html/* row */.nM)((0,html/* cell */.Hn)(`<b>${SIGN[entity.change]}</b>`), (0,html/* cell */.Hn)(`${plan_markdown_names_name(own)}${kind}`), (0,html/* cell */.Hn)(whatOf(entity)));
}
function whatOf(entity) {
    const { change, rule, aspects } = entity;
    if (change === 'add')
        return rule === null ? 'enters' : `let in by ${plan_markdown_names_name(rule)}`;
    if (change === 'remove')
        return rule === null ? 'leaves' : `kept out by ${plan_markdown_names_name(rule)}`;
    const columns = columnsOf(entity);
    return [...(columns === '' ? [] : [columns]), ...(aspects.length === 0 ? [] : [aspects.map(plan_markdown_names_name).join(', ')])].join('<br>');
}

;// CONCATENATED MODULE: ./lib/report/render/plan-markdown-recipe.js








/** The steps by which a recipe's part is shortened until it fits, and what each still shows. */
const FULL = { groups: 200, samples: 10 };
const SHORT = { groups: 20, samples: 5 };
const LEAST = { groups: 3, samples: 1 };
/** Names of each thing that stands out. */
const STAND_OUTS = 6;
/** More options than this are folded, and so are those of a file that is new or gone: they are the whole of it. */
const OPEN_OPTIONS = 12;
const joined = (parts) => parts.join('\n\n');
/**
 * One recipe's plan in at most `limit` bytes of UTF-8, or null when not even its totals fit. Shortened in steps, each of
 * which says so: everything · without the lists of the largest databases · counts of databases · totals.
 */
function renderRecipePlan(recipe, limit, place) {
    const whole = joined(sections(recipe, FULL, place));
    const all = allLists(recipe.databases, limit - (0,html/* bytesOf */.$$)(whole));
    if (all !== null)
        return joined([whole, ...all]);
    for (const detail of [FULL, SHORT, LEAST]) {
        const head = joined([...sections(recipe, detail, place), place.shortened('what fits here')]);
        const lists = fittingLists(recipe.databases, limit - (0,html/* bytesOf */.$$)(head) - SLACK);
        if (lists !== null)
            return joined([head, ...lists]);
    }
    return ([LEAST, null]
        .map((detail) => joined([
        ...(detail === null ? [totals(recipe, place)] : sections(recipe, detail, place)),
        place.shortened('totals')
    ]))
        .find((text) => (0,html/* bytesOf */.$$)(text) <= limit) ?? null);
}
/** Line ends between parts. */
const SLACK = 16;
function sections(recipe, detail, place) {
    const found = titled('In the recipe', recipe.diagnostics, () => (0,markdown_groups/* diagnosticTable */._B)(recipe.diagnostics, detail));
    // Of a text that is wrong nothing else is known, and what it says otherwise may be what is wrong.
    if ((0,plan_markdown_words/* isWrong */.cG)(recipe))
        return [totals(recipe, place), ...found];
    const standOuts = standOutTable(recipe, Math.min(detail.samples, STAND_OUTS));
    return [
        totals(recipe, place),
        ...gaps(recipe).map(gapBlock),
        ...found,
        ...(standOuts === null ? [] : [standOuts]),
        ...titled('Failures', recipe.failures, () => (0,markdown_groups/* failureTable */.Bj)(recipe.failures, detail)),
        ...titled('Warnings', recipe.warnings, () => (0,markdown_groups/* failureTable */.Bj)(recipe.warnings, detail)),
        ...optionSection(recipe, detail),
        ...factsTable(recipe, detail, place),
        ...keptSection(recipe, detail)
    ];
}
/** What is not known; one reason for both is told once. */
const gaps = ({ unread, unasked }) => [unread, unasked]
    .filter((gap) => gap !== null)
    .filter(({ code }, i, all) => i === 0 || all[0]?.code !== code);
const titled = (title, list, body) => list.length === 0 ? [] : [`<h4>${title}</h4>\n${body()}`];
/** What is said of a recipe whatever room there is. */
function totals(recipe, { isAlone }) {
    const pipeline = recipe.pipelineName === null ? '' : `, pipeline ${plan_markdown_names_name(recipe.pipelineName)}`;
    const from = recipe.renamedFrom === null ? '' : ` from ${plan_markdown_names_name(recipe.renamedFrom)}`;
    const isKnown = (0,plan_markdown_words/* sumOf */.XN)(recipe.counts) > 0 || (recipe.unread === null && !(0,plan_markdown_words/* isWrong */.cG)(recipe));
    const counts = isKnown && !isAlone ? `<br><b>${(0,plan_markdown_words/* countsOf */.mQ)(recipe.counts)}</b>` : '';
    return `<p>${plan_markdown_names_name(recipe.recipe)}, ${(0,plan_markdown_words/* editOf */._0)(recipe)}${from}${pipeline}${counts}</p>`;
}
function optionSection({ options, edit }, { groups }) {
    if (options.length === 0)
        return [];
    const rows = options.slice(0, groups).map(optionRow);
    const body = (0,html/* table */.tp)([(0,html/* heading */.R_)('Option', 'Before', 'After'), ...rows, ...(0,markdown_groups/* moreRow */.iE)(options.length - rows.length, 3)]);
    const title = `${(0,format/* formatNoun */.i$)(options.length, 'option')} changed`;
    return [(0,html/* details */.zH)(title, body, options.length <= OPEN_OPTIONS && edit !== 'added' && edit !== 'removed')];
}
const optionRow = ({ path, before, after, heldBack }) => (0,html/* row */.nM)((0,html/* cell */.Hn)(value(path)), (0,html/* cell */.Hn)(said(before)), (0,html/* cell */.Hn)(`${said(after)}${heldBack === null ? '' : '<br>⚠️ held back'}`));
const said = (json) => (json === null ? '<i>not set</i>' : value(json));
function factsTable(recipe, { groups }, { identity }) {
    const facts = [
        ['Aspects that change', Object.keys(recipe.aspects).length === 0 ? null : aspectLines(recipe.aspects, groups)],
        ['Besides', othersOf(recipe)],
        ['Compared with DataHub', heldOf(recipe)],
        ['Read as', identity ? identityOf(recipe) : null]
    ];
    const rows = facts.flatMap(([title, text]) => text === null ? [] : [(0,html/* row */.nM)(`<th align="left">${title}</th>`, (0,html/* cell */.Hn)(text))]);
    return rows.length === 0 ? [] : [(0,html/* table */.tp)(rows)];
}
/** What is neither database nor table, such as jobs and tags. */
function othersOf({ others }) {
    const lines = Object.entries(others)
        .filter(([, counts]) => (0,plan_markdown_words/* sumOf */.XN)(counts) > 0)
        .map(([type, counts]) => `${plan_markdown_names_name(type)}: ${(0,plan_markdown_words/* shortCountsOf */.Ge)(counts)}`);
    return lines.length === 0 ? null : someOf(lines.slice(0, MOST_TYPES), lines.length);
}
/** DataHub has fewer types of entities that a catalogue can hold. */
const MOST_TYPES = 10;
/** What the next run would find in DataHub; not all of it follows from this edit. */
function heldOf({ held }) {
    if (held === null)
        return null;
    const { toAdd, toChange, unchanged, of, asked } = held;
    const part = asked < of ? `of the first ${(0,format/* formatCount */.B4)(asked)} entities of ${(0,format/* formatCount */.B4)(of)}, ` : '';
    return `${part}the next run adds ${(0,format/* formatCount */.B4)(toAdd)}, changes ${(0,format/* formatCount */.B4)(toChange)} and leaves ${(0,format/* formatCount */.B4)(unchanged)} as they are`;
}
function identityOf({ identity }) {
    if (identity === null)
        return null;
    return `${value(identity.arn)}<br>account ${plan_markdown_names_name(identity.account)}, region ${plan_markdown_names_name(identity.region)}, ${words/* SOURCE */.u2[identity.source]}`;
}
/** What stale removal would keep, and why. */
function keptSection({ stale }, detail) {
    if (stale === null || stale.kept.length === 0)
        return [];
    const count = stale.kept.reduce((sum, group) => sum + group.count, 0);
    return [
        (0,html/* details */.zH)(`Kept in DataHub, though the next run would not see them (${(0,format/* formatCount */.B4)(count)})`, (0,markdown_groups/* failureTable */.Bj)(stale.kept, detail))
    ];
}

;// CONCATENATED MODULE: ./lib/report/render/plan-markdown.js









/**
 * GitHub refuses a comment of more than 65,536 characters (in comments it has been seen to take four times as many bytes
 * of UTF-8). Bytes are never fewer than characters, whatever is called one, so they are what is counted here.
 */
const COMMENT_LIMIT = 65_000;
const plan_markdown_SEPARATOR = '\n\n';
const plan_markdown_joined = (parts) => `${parts.join(plan_markdown_SEPARATOR)}\n`;
const IN_SUMMARY = {
    identity: true,
    shortened: (what) => `<p><i>Shortened to ${what}, for GitHub shows no summary of more than 1 MiB. Everything is in plan.json (output <code>plan-path</code>).</i></p>`
};
const IN_COMMENT = {
    identity: false,
    shortened: (what) => `<p><i>Shortened to ${what}, for GitHub takes no comment of more than 65,536 characters. The whole plan is linked below.</i></p>`
};
/** The plan for a step's summary, in at most `limit` bytes of UTF-8. All of it is HTML blocks, as in `renderMarkdown`. */
function renderPlanSummary(report, limit = markdown/* SUMMARY_LIMIT */.J) {
    return fitted(report, 'h2', '', { limit, place: IN_SUMMARY });
}
/**
 * The plan for a comment on a pull request, in at most `limit` bytes of UTF-8. The same plan is always the same text: it
 * says nothing of when and where it was made.
 * @param label Tells several comments on one pull request apart; '': there is one.
 */
function renderPlanComment(report, label, limit = COMMENT_LIMIT) {
    return fitted(report, 'h3', label === '' ? '' : ` (${label})`, { limit, place: IN_COMMENT });
}
function fitted(report, tag, label, { limit, place }) {
    const title = `<${tag}>${words/* MARKS */.j7[(0,plan_markdown_words/* planMark */.TU)(report)]} ${(0,render_escape/* prose */.CS)(`${(0,plan_markdown_words/* planTitle */.KS)(report)}${label}`)}</${tag}>`;
    const head = [title, ...(report.stopped === null ? [] : [(0,markdown_groups/* stopBlock */.sM)(report.stopped)])];
    const overviews = report.recipes.length > 1 ? OVERVIEW_ROWS.map((rows) => [overview(report.recipes, rows)]) : [[]];
    const heads = [...overviews.map((table) => [...head, ...table]), head, [title]];
    const fitting = heads.find((parts) => (0,html/* bytesOf */.$$)(plan_markdown_joined(parts)) <= limit / 2) ?? [title];
    const text = plan_markdown_joined([...fitting, ...plan_markdown_sections(report.recipes, { limit: limit - (0,html/* bytesOf */.$$)(plan_markdown_joined(fitting)), place })]);
    return [text, plan_markdown_joined([title])].find((candidate) => (0,html/* bytesOf */.$$)(candidate) <= limit) ?? '';
}
/** What says that recipes have no part; its size is set aside. */
const leftOut = (count, { shortened }) => shortened(`the others; ${(0,format/* formatNoun */.i$)(count, 'recipe has', 'recipes have')} no section`);
/** Less than this is not worth a part: some recipes then have one, and the others have none. */
const LEAST_SHARE = 1000;
/** Line ends between the parts and at the end. */
const plan_markdown_SLACK = 16;
/**
 * Recipes share what room there is: each may use an equal part of what those that need less have left. They stand in their
 * own order all the same.
 */
function plan_markdown_sections(recipes, { limit, place }) {
    const render = (recipe, room) => recipes.length === 1
        ? renderRecipePlan(recipe, room, { ...place, isAlone: true })
        : folded(recipe, room, { ...place, isAlone: false });
    const needed = recipes.map((recipe) => (0,html/* bytesOf */.$$)(render(recipe, limit) ?? '') || limit);
    const order = recipes.map((_, i) => i).sort((a, b) => (needed[a] ?? 0) - (needed[b] ?? 0) || a - b);
    const parts = recipes.map(() => null);
    let left = limit - (0,html/* bytesOf */.$$)(leftOut(recipes.length, place)) - plan_markdown_SLACK;
    order.forEach((at, i) => {
        const recipe = recipes[at];
        const share = Math.min(left, Math.max(LEAST_SHARE, Math.floor(left / (order.length - i)))) - plan_markdown_SEPARATOR.length;
        const part = recipe === undefined ? null : render(recipe, share);
        if (part === null)
            return;
        parts[at] = part;
        left -= (0,html/* bytesOf */.$$)(part) + plan_markdown_SEPARATOR.length;
    });
    const shown = parts.filter((part) => part !== null);
    return shown.length === recipes.length ? shown : [...shown, leftOut(recipes.length - shown.length, place)];
}
function folded(recipe, limit, place) {
    const wrap = (body) => (0,html/* details */.zH)(`${words/* MARKS */.j7[(0,plan_markdown_words/* recipeMark */.Gn)(recipe)]} ${plan_markdown_names_name(recipe.recipe)}`, body, (0,plan_markdown_words/* recipeMark */.Gn)(recipe) !== 'success');
    const body = renderRecipePlan(recipe, limit - (0,html/* bytesOf */.$$)(wrap('')), place);
    return body === null ? null : wrap(body);
}
/** Recipes in the table of them, at each step of shortening; of more the rest is counted. */
const OVERVIEW_ROWS = [200, 50, 10];
function overview(recipes, most) {
    const rows = recipes.slice(0, most).map(overviewRow);
    const head = (0,html/* heading */.R_)('Recipe', 'File', 'To add', 'To change', 'To remove');
    return (0,html/* table */.tp)([head, ...rows, ...(0,markdown_groups/* moreRow */.iE)(recipes.length - rows.length, 5)]);
}
function overviewRow(recipe) {
    const { counts } = recipe;
    const first = [(0,html/* cell */.Hn)(`${words/* MARKS */.j7[(0,plan_markdown_words/* recipeMark */.Gn)(recipe)]} ${plan_markdown_names_name(recipe.recipe)}`), (0,html/* cell */.Hn)((0,plan_markdown_words/* editOf */._0)(recipe))];
    if ((0,plan_markdown_words/* isWrong */.cG)(recipe))
        return (0,html/* row */.nM)(...first, '<td colspan="3">the recipe is wrong</td>');
    if (recipe.unread !== null)
        return (0,html/* row */.nM)(...first, '<td colspan="3">the catalogue was not read to its end</td>');
    return (0,html/* row */.nM)(...first, (0,html/* numberCell */.EH)(counts.toAdd), (0,html/* numberCell */.EH)(counts.toChange), (0,html/* numberCell */.EH)(counts.toRemove));
}
/** What stands in place of a plan when the pull request no longer touches a recipe. */
const renderOutdated = (label) => plan_markdown_joined([
    `<h3>${(0,render_escape/* prose */.CS)(`DataHub Glue plan${label === '' ? '' : ` (${label})`}: no recipe is touched any more`)}</h3>`,
    '<p>An earlier state of this pull request changed recipes; it no longer does.</p>'
]);
const SHORT_SHA = 7;
/** The last line of a comment. It is another with every run, and so no part of what is compared. */
function renderOrigin({ runUrl, head, base }) {
    const commit = (sha) => `<code>${(0,render_escape/* htmlText */.js)(sha.slice(0, SHORT_SHA))}</code>`;
    const of = head === '' ? '' : ` of ${commit(head)}`;
    const against = base === null ? '' : `, compared with ${commit(base)}`;
    return `<p><sub>Nothing was written to DataHub. <a href="${(0,render_escape/* htmlText */.js)(runUrl)}">The whole plan${of}</a>${against}.</sub></p>\n`;
}


/***/ })

};
