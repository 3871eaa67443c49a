export const id = 692;
export const ids = [692];
export const modules = {

/***/ 692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(1116);
// EXTERNAL MODULE: ./lib/report/doctor.js
var doctor = __webpack_require__(9347);
// EXTERNAL MODULE: ./lib/report/exit-code.js
var exit_code = __webpack_require__(8456);
// EXTERNAL MODULE: ./lib/report/outcome.js
var outcome = __webpack_require__(5102);
// EXTERNAL MODULE: ./lib/report/progress.js
var progress = __webpack_require__(7751);
// EXTERNAL MODULE: ./lib/report/redact.js
var redact = __webpack_require__(6749);
// EXTERNAL MODULE: ./lib/report/render/escape.js
var render_escape = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/report/render/json.js
var json = __webpack_require__(7393);
// EXTERNAL MODULE: ./lib/report/render/text.js + 1 modules
var render_text = __webpack_require__(4905);
// EXTERNAL MODULE: ./lib/report/render/words.js
var words = __webpack_require__(5230);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
;// CONCATENATED MODULE: ./lib/cli/commands/options.js
/** Variables that recipes name. */
const ENV_FILE = {
    name: 'env-file',
    value: 'FILE',
    description: 'NAME=value lines for variables of recipes; the environment wins'
};
/** What is told on the way. */
const LOG_LEVEL = {
    name: 'log-level',
    value: 'LEVEL',
    description: 'debug, info, warning or error (default: info)'
};
/** Colour. */
const NO_COLOR = {
    name: 'no-color',
    value: null,
    description: 'No colour (as NO_COLOR says; FORCE_COLOR says the opposite)'
};
/** Help. */
const HELP = { name: 'help', short: 'h', value: null, description: 'Show this and end' };
/** When exit status 1 is given. */
const FAIL_ON = {
    name: 'fail-on',
    value: 'WHAT',
    description: 'What gives exit status 1: failure, warning or never (default: failure)'
};
/** As `datahub` names it. */
const STRICT_WARNINGS = {
    name: 'strict-warnings',
    value: null,
    description: 'The same as --fail-on warning'
};

;// CONCATENATED MODULE: ./lib/cli/commands/checks.js

/*
 * Commands that tell what is, or would be, and change nothing.
 */
/** `datahub-glue validate`. */
const VALIDATE = {
    name: 'validate',
    operands: 'FILE…',
    summary: 'Parse and check recipes, without reaching AWS or DataHub',
    options: [
        { name: 'format', value: 'FORMAT', description: 'text, json, or github for annotations (default: text)' },
        STRICT_WARNINGS,
        { ...FAIL_ON, description: 'With warning, a warning makes the exit status 1 (default: failure)' },
        ENV_FILE,
        LOG_LEVEL,
        NO_COLOR,
        HELP
    ]
};
/** `datahub-glue plan`. */
const PLAN = {
    name: 'plan',
    operands: '[FILE…]',
    summary: 'Tell what a change of recipes would do, and do nothing of it',
    options: [
        {
            name: 'base',
            value: 'REF',
            description: 'A commit, branch or tag to compare with (default: see README)'
        },
        { name: 'rate-limit', value: 'N', description: 'At most N requests a second to AWS Glue, from 0.1 to 1000' },
        { name: 'column-statistics', value: null, description: 'Make profiles of the column statistics that Glue has' },
        ENV_FILE,
        { name: 'no-least-privilege', value: null, description: 'Leave role sessions all that their role may do' },
        { name: 'out', value: 'DIR', description: 'Where plan.json goes (default: .datahub-glue)' },
        { name: 'format', value: 'FORMAT', description: 'text, json, or github for annotations (default: text)' },
        LOG_LEVEL,
        { name: 'no-progress', value: null, description: 'No progress lines' },
        NO_COLOR,
        HELP
    ]
};
/** `datahub-glue doctor`. */
const DOCTOR = {
    name: 'doctor',
    operands: '[RECIPE…]',
    summary: 'Try all that a recipe needs of AWS and DataHub, and tell who ingests Glue',
    options: [
        {
            name: 'config',
            short: 'c',
            value: 'FILE',
            repeatable: true,
            description: 'The recipe, as an operand; without one the environment is looked at'
        },
        { name: 'max-age', value: 'AGE', description: 'Fail when the newest Glue metadata is older, such as 26h or 2d' },
        { name: 'report-to', value: 'FILE', description: 'Write the report as JSON to this file, too' },
        STRICT_WARNINGS,
        { ...FAIL_ON, description: 'With warning, a warning makes the exit status 1 (default: failure)' },
        { name: 'column-statistics', value: null, description: 'Runs read column statistics, too: try it' },
        ENV_FILE,
        { name: 'no-least-privilege', value: null, description: 'Leave role sessions all that their role may do' },
        { name: 'out', value: 'DIR', description: 'Where report.json goes (default: .datahub-glue)' },
        { name: 'format', value: 'FORMAT', description: 'text, json, or github for annotations (default: text)' },
        LOG_LEVEL,
        NO_COLOR,
        HELP
    ]
};

;// CONCATENATED MODULE: ./lib/cli/commands/ingestion.js

/*
 * Commands that write to DataHub.
 */
/** `datahub-glue ingest`. */
const INGEST = {
    name: 'ingest',
    operands: null,
    summary: 'Read the Glue catalogue that a recipe names and write it to DataHub',
    options: [
        {
            name: 'config',
            short: 'c',
            value: 'FILE',
            repeatable: true,
            description: 'The recipe: a path, a folder or a glob; may be given several times'
        },
        { name: 'dry-run', short: 'n', value: null, description: 'Read and map everything, write nothing' },
        { name: 'report-to', value: 'FILE', description: 'Write the report as JSON to this file, too' },
        { name: 'no-default-report', value: null, description: 'Do not show the run in DataHub’s ingestion tab' },
        STRICT_WARNINGS,
        FAIL_ON,
        { name: 'rate-limit', value: 'N', description: 'At most N requests a second to AWS Glue, from 0.1 to 1000' },
        { name: 'column-statistics', value: null, description: 'Make profiles of the column statistics that Glue has' },
        { name: 'incremental', value: null, description: 'Do not send again what is as the last run left it' },
        ENV_FILE,
        {
            name: 'no-least-privilege',
            value: null,
            description: 'Leave role sessions all that their role may do'
        },
        { name: 'out', value: 'DIR', description: 'Where report.json and other files go (default: .datahub-glue)' },
        { name: 'format', value: 'FORMAT', description: 'text or json: one document on stdout (default: text)' },
        LOG_LEVEL,
        { name: 'no-progress', value: null, description: 'No progress lines' },
        NO_COLOR,
        HELP
    ]
};
/** `datahub-glue dag`. */
const DAG = {
    name: 'dag',
    operands: 'FILE',
    summary: 'Run a DAG of recipes, commands and checks as Airflow would',
    options: [
        { name: 'params', value: 'JSON', description: 'Values of params, as a JSON object' },
        { name: 'tasks', value: 'TASKS', repeatable: true, description: 'Only these tasks; TASK+ with all after it' },
        {
            name: 'clear',
            value: 'TASKS',
            repeatable: true,
            description: 'Run these again in the last run; TASK+ with all after it'
        },
        { name: 'resume', value: null, description: 'Go on with the last run: what failed, or what did not end' },
        { name: 'dry-run', short: 'n', value: null, description: 'Recipes read and map everything, and write nothing' },
        FAIL_ON,
        { name: 'rate-limit', value: 'N', description: 'At most N requests a second to AWS Glue for each recipe' },
        ENV_FILE,
        { name: 'no-least-privilege', value: null, description: 'Leave role sessions all that their role may do' },
        { name: 'out', value: 'DIR', description: 'Where dag-run.json and records go (default: .datahub-glue)' },
        { name: 'format', value: 'FORMAT', description: 'text or json: one document on stdout (default: text)' },
        LOG_LEVEL,
        { name: 'no-progress', value: null, description: 'No progress line' },
        NO_COLOR,
        HELP
    ]
};
/** `datahub-glue mcps`. */
const MCPS = {
    name: 'mcps',
    operands: 'FILE',
    summary: 'Send a file of proposals to DataHub: dead letters, or what a file sink wrote',
    options: [
        { name: 'config', short: 'c', value: 'FILE', description: 'A recipe whose sink it goes to (default: GMS_URL)' },
        { name: 'dry-run', short: 'n', value: null, description: 'Read and check everything, send nothing' },
        { name: 'report-to', value: 'FILE', description: 'Write the report as JSON to this file, too' },
        STRICT_WARNINGS,
        FAIL_ON,
        ENV_FILE,
        { name: 'out', value: 'DIR', description: 'Where report.json and other files go (default: .datahub-glue)' },
        { name: 'format', value: 'FORMAT', description: 'text or json: one document on stdout (default: text)' },
        LOG_LEVEL,
        { name: 'no-progress', value: null, description: 'No progress lines' },
        NO_COLOR,
        HELP
    ]
};

;// CONCATENATED MODULE: ./lib/cli/commands/recipes.js

/*
 * Commands that help to write recipes, and what runs them.
 */
/** `datahub-glue describe`. */
const DESCRIBE = {
    name: 'describe',
    operands: '[OPTION…]',
    summary: 'Tell what options of recipes and DAG files take, do, and are by default',
    options: [{ name: 'format', value: 'FORMAT', description: 'text or json (default: text)' }, HELP]
};
/** `datahub-glue explain`. */
const EXPLAIN = {
    name: 'explain',
    operands: 'FILE',
    summary: 'Tell which databases and tables a recipe keeps, and by which pattern, without reaching AWS',
    options: [
        { name: 'name', value: 'NAME', repeatable: true, description: 'DATABASE or DATABASE.TABLE; several times' },
        { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
        ENV_FILE,
        HELP
    ]
};
/** `datahub-glue scaffold`. */
const SCAFFOLD = {
    name: 'scaffold',
    operands: 'KIND [FILE…]',
    summary: 'Make a recipe, a dag, their workflow, that of pull requests (checks), AWS roles (iam), or all of it',
    options: [
        {
            name: 'output',
            short: 'o',
            value: 'FILE',
            description: 'Where it goes; - is standard output; iam: .tf or .json'
        },
        { name: 'force', short: 'f', value: null, description: 'Write over a file that is there' },
        {
            name: 'uses',
            value: 'ACTION',
            description: 'The action, for workflows and JSON Schemas: OWNER/REPOSITORY@REF, or ./'
        },
        {
            name: 'repository',
            value: 'NAME',
            description: 'iam: OWNER/NAME, or OWNER@ID/NAME@ID (default: of this clone)'
        },
        { name: 'branch', value: 'NAME', description: 'iam: whose runs may assume the role (default: main)' },
        {
            name: 'pull-requests',
            value: null,
            description: 'iam: runs for pull requests may, too, but those from forks'
        },
        { name: 'role', value: 'ARN', description: 'iam: the role that GitHub assumes (default: AWS_ROLE)' },
        { name: 'column-statistics', value: null, description: 'iam: runs read column statistics, too' },
        ENV_FILE,
        HELP
    ]
};

;// CONCATENATED MODULE: ./lib/cli/commands/runs.js

/*
 * Commands about runs that DataHub knows.
 */
/** `datahub-glue runs`. */
const RUNS = {
    name: 'runs',
    operands: null,
    summary: 'List the runs that DataHub knows, the newest first',
    options: [
        {
            name: 'config',
            short: 'c',
            value: 'FILE',
            description: 'Only runs of this recipe, from its sink (default: GMS_URL)'
        },
        { name: 'limit', value: 'N', description: 'Look at the newest so many runs (default: 100)' },
        ENV_FILE,
        { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
        HELP
    ]
};
/** `datahub-glue rollback`. */
const ROLLBACK = {
    name: 'rollback',
    operands: 'RUN_ID',
    summary: 'Take back what a run has written, as `datahub ingest rollback` does',
    options: [
        { name: 'config', short: 'c', value: 'FILE', description: 'A recipe whose sink is asked (default: GMS_URL)' },
        { name: 'dry-run', short: 'n', value: null, description: 'Tell what would be taken back, and do nothing' },
        { name: 'force', short: 'f', value: null, description: 'Do it; without this or --dry-run nothing is done' },
        ENV_FILE,
        { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
        HELP
    ]
};
/** `datahub-glue restore`. */
const RESTORE = {
    name: 'restore',
    operands: 'RUN_ID',
    summary: 'Bring back what a run has removed as stale',
    options: [
        { name: 'config', short: 'c', value: 'FILE', description: 'A recipe whose sink is asked (default: GMS_URL)' },
        { name: 'report', value: 'FILE', description: 'The report.json of the run (default: DataHub is asked)' },
        { name: 'dry-run', short: 'n', value: null, description: 'Tell what would be brought back, and do nothing' },
        ENV_FILE,
        { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
        HELP
    ]
};

;// CONCATENATED MODULE: ./lib/cli/definition.js




/** The commands that work in this version. */
const CLI_COMMANDS = [
    INGEST,
    VALIDATE,
    PLAN,
    DOCTOR,
    DAG,
    MCPS,
    RUNS,
    ROLLBACK,
    RESTORE,
    DESCRIBE,
    EXPLAIN,
    SCAFFOLD
];
/** Commands that are planned and that this version does not have. */
const UNAVAILABLE_COMMANDS = ['shard-plan', 'shard', 'shard-merge'];
/** Options of `datahub ingest` that this version does not have. */
const UNAVAILABLE_OPTIONS = [
    'preview',
    'preview-workunits',
    'test-source-connection',
    'record',
    'record-password',
    'record-output-path',
    'no-s3-upload',
    'no-secret-redaction'
];

;// CONCATENATED MODULE: ./lib/cli/arguments.js




/** What is wrong with a command line, and where to read how to write it. */
function usageError(command, message) {
    const help = command === null ? 'datahub-glue --help' : `datahub-glue ${command} --help`;
    return new errors/* AppError */.u(message, { kind: 'input', code: 'usage', cure: `See '${help}'` });
}
/**
 * Takes a command line apart; `argv` without the program itself.
 * @throws AppError for what is not well formed.
 */
function parseArguments(argv) {
    const [first, ...rest] = argv;
    if (first === '--help' || first === '-h' || first === 'help')
        return 'help';
    if (first === '--version')
        return 'version';
    if (first === undefined)
        throw usageError(null, 'No command is given');
    const command = CLI_COMMANDS.find((known) => known.name === first);
    if (command === undefined)
        throw usageError(null, commandFault(first));
    return parseOptions(command, rest);
}
function commandFault(word) {
    if (UNAVAILABLE_COMMANDS.includes(word))
        return `The command '${word}' is not available in this version`;
    if (word.startsWith('-'))
        return `The option '${word}' has to follow a command`;
    const near = (0,suggest/* suggest */.Z)(word, CLI_COMMANDS.map((command) => command.name));
    return `There is no command '${word}'${near === null ? '' : `; did you mean '${near}'?`}`;
}
function parseOptions(command, args) {
    const { tokens, positionals } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: Object.fromEntries(command.options.map(describe)),
        strict: false,
        allowPositionals: true,
        tokens: true
    });
    const options = new Map();
    for (const token of tokens) {
        if (token.kind !== 'option')
            continue;
        const option = command.options.find((known) => known.name === token.name);
        const fault = option === undefined ? optionFault(token, command) : valueFault(option, token, options);
        if (fault !== null)
            throw usageError(command.name, fault);
        options.set(token.name, [...(options.get(token.name) ?? []), token.value ?? '']);
    }
    const surplus = command.operands === null ? positionals[0] : undefined;
    if (surplus !== undefined && !options.has('help'))
        throw usageError(command.name, operandFault(surplus));
    return { command, options, operands: positionals };
}
function describe(option) {
    const short = option.short === undefined ? {} : { short: option.short };
    return [option.name, { type: option.value === null ? 'boolean' : 'string', ...short, multiple: true }];
}
function optionFault(token, command) {
    if (UNAVAILABLE_OPTIONS.includes(token.name))
        return `The option '${token.rawName}' is not available in this version`;
    const near = token.rawName.startsWith('--')
        ? (0,suggest/* suggest */.Z)(token.name, command.options.map((option) => option.name))
        : null;
    return `There is no option '${token.rawName}'${near === null ? '' : `; did you mean '--${near}'?`}`;
}
function valueFault(option, token, seen) {
    if (option.value === null)
        return token.inlineValue === true ? `The option '${token.rawName}' takes no value` : null;
    if (token.value === undefined || token.value === '')
        return `The option '${token.rawName}' needs a value (${option.value})`;
    if (token.inlineValue !== true && /^-./.test(token.value)) {
        return `The option '${token.rawName}' needs a value (${option.value}); one that begins with a dash is written ${token.rawName}=VALUE`;
    }
    if (seen.has(option.name) && option.repeatable !== true)
        return `The option '${token.rawName}' is given twice`;
    return null;
}
const operandFault = (word) => `There is no place for '${word}'; a recipe is given with --config (-c)`;

;// CONCATENATED MODULE: ./lib/cli/help.js

const WIDTH = 26;
const EXIT_STATUS = `Exit status:
  0  done
  1  it began, and something was lost or failed
  2  what was written on the command line or in a recipe is wrong
  3  it could not begin: identity, DataHub's server, the whole catalogue denied`;
/** The help of the program. */
function generalHelp() {
    const commands = CLI_COMMANDS.map((command) => `  ${command.name.padEnd(WIDTH - 2)}${command.summary}`);
    return [
        'Usage: datahub-glue COMMAND [OPTIONS]',
        '',
        'Ingests an AWS Glue Data Catalog into DataHub.',
        '',
        'Commands:',
        ...commands,
        '',
        'Options:',
        optionLine({ name: 'help', short: 'h', value: null, description: 'Show this, or with a command its own help' }),
        optionLine({ name: 'version', value: null, description: 'Show the version and end' }),
        '',
        EXIT_STATUS,
        ''
    ].join('\n');
}
/** The help of one command. */
function commandHelp(command) {
    const operands = command.operands === null ? '' : ` ${command.operands}`;
    return [
        `Usage: datahub-glue ${command.name} [OPTIONS]${operands}`,
        '',
        `${command.summary}.`,
        '',
        'Options:',
        ...command.options.map(optionLine),
        '',
        EXIT_STATUS,
        ''
    ].join('\n');
}
function optionLine(option) {
    const short = option.short === undefined ? '    ' : `-${option.short}, `;
    const value = option.value === null ? '' : ` ${option.value}`;
    return `  ${`${short}--${option.name}${value}`.padEnd(WIDTH)}${option.description}`;
}

// EXTERNAL MODULE: ./lib/core/age.js
var core_age = __webpack_require__(6515);
// EXTERNAL MODULE: ./lib/model/dag-params.js
var dag_params = __webpack_require__(9932);
// EXTERNAL MODULE: ./lib/model/secret.js
var secret = __webpack_require__(1817);
;// CONCATENATED MODULE: ./lib/cli/values.js



/** The variables fill what a recipe leaves open, as the action's inputs do. */
function inputsOf(args, env) {
    const token = firstOf(env, ['DATAHUB_GMS_TOKEN']);
    return {
        envFile: single(args, 'env-file'),
        identity: identityOf(args, env),
        gmsUrl: firstOf(env, ['GMS_URL', 'DATAHUB_GMS_URL']),
        gmsToken: token === null ? null : new secret/* Secret */.z(token)
    };
}
/** A terminal has no OIDC token: the SDK's default credential chain is where identity begins. */
function identityOf(args, env) {
    return {
        roleToAssume: null,
        region: firstOf(env, ['AWS_REGION', 'AWS_DEFAULT_REGION']),
        roleSessionName: 'datahub-glue-ingestion',
        roleDurationSeconds: 3600,
        audience: 'sts.amazonaws.com',
        allowedAccountIds: [],
        leastPrivilege: !args.options.has('no-least-privilege'),
        inlineSessionPolicy: null,
        managedSessionPolicies: []
    };
}
function firstOf(env, names) {
    return names.map((name) => (env[name] ?? '').trim()).find((value) => value !== '') ?? null;
}
/** The last value of an option; null: it is not given. */
const single = (args, option) => args.options.get(option)?.at(-1) ?? null;
/** One of a few words; the first is the default. */
function choiceOf(args, option, words) {
    const text = single(args, option);
    if (text === null)
        return words[0];
    const found = words.find((word) => word === text);
    if (found !== undefined)
        return found;
    const near = (0,suggest/* suggest */.Z)(text, words);
    const hint = near === null ? `write ${words.join(', ')}` : `did you mean '${near}'?`;
    throw usageError(args.command.name, `The option '--${option}' does not know '${text}'; ${hint}`);
}

;// CONCATENATED MODULE: ./lib/cli/request.js




/**
 * Reads the values of options.
 * @throws AppError for the first that is wrong.
 */
function requestOf(args, env) {
    if (args.command.name === 'ingest')
        return ingestOf(args, env);
    if (args.command.name === 'mcps')
        return mcpsOf(args, env);
    if (args.command.name === 'doctor')
        return doctorOf(args, env);
    if (args.command.name === 'plan')
        return planOf(args, env);
    return args.command.name === 'dag' ? dagOf(args, env) : validateOf(args, env);
}
function ingestOf(args, env) {
    const recipes = args.options.get('config') ?? [];
    if (recipes.length === 0)
        throw misuse(args, 'No recipe is given; write --config FILE (-c FILE)');
    const reportTo = single(args, 'report-to');
    if (reportTo === 'datahub')
        throw misuse(args, "'--report-to datahub' is not available in this version; give a file");
    const common = commonOf(args, ['text', 'json']);
    const request = {
        ...inputsOf(args, env),
        recipes,
        dryRun: args.options.has('dry-run'),
        failOn: common.failOn,
        rateLimit: rateLimitOf(args),
        columnStatistics: args.options.has('column-statistics'),
        incremental: args.options.has('incremental'),
        history: !args.options.has('no-default-report'),
        logLevel: common.logLevel,
        outDir: single(args, 'out') ?? '.datahub-glue'
    };
    return { ...common, command: 'ingest', request, reportTo, progress: !args.options.has('no-progress') };
}
function mcpsOf(args, env) {
    const [file, ...others] = args.operands;
    if (file === undefined || others.length > 0)
        throw misuse(args, 'One file is sent: datahub-glue mcps FILE');
    const common = commonOf(args, ['text', 'json']);
    const request = {
        ...inputsOf(args, env),
        file,
        recipe: single(args, 'config'),
        dryRun: args.options.has('dry-run'),
        failOn: common.failOn,
        outDir: single(args, 'out') ?? '.datahub-glue'
    };
    const reportTo = single(args, 'report-to');
    return { ...common, command: 'mcps', request, reportTo, progress: !args.options.has('no-progress') };
}
function doctorOf(args, env) {
    const common = commonOf(args, ['text', 'json', 'github']);
    const age = single(args, 'max-age');
    const maxAgeSeconds = age === null ? null : (0,core_age/* parseAge */.F)(age);
    if (age !== null && maxAgeSeconds === null) {
        throw misuse(args, `The option '--max-age' takes an age such as 90m, 26h or 2d, not '${age}'`);
    }
    const request = {
        ...inputsOf(args, env),
        recipes: [...(args.options.get('config') ?? []), ...args.operands],
        maxAgeSeconds,
        columnStatistics: args.options.has('column-statistics'),
        failOn: common.failOn,
        outDir: single(args, 'out') ?? '.datahub-glue'
    };
    return { ...common, command: 'doctor', request, reportTo: single(args, 'report-to') };
}
function dagOf(args, env) {
    const [file, ...others] = args.operands;
    if (file === undefined || others.length > 0)
        throw misuse(args, 'One DAG file is run: datahub-glue dag FILE');
    const common = commonOf(args, ['text', 'json']);
    const names = (option) => (args.options.get(option) ?? []).flatMap((text) => text.split(/[\s,]+/)).filter((name) => name !== '');
    const params = (0,dag_params/* parseParams */.S)(single(args, 'params') ?? '');
    if (!params.ok)
        throw misuse(args, `The option '--params' takes a JSON object: ${params.error}`);
    const request = {
        ...inputsOf(args, env),
        file,
        tasks: names('tasks'),
        clear: names('clear'),
        params: params.value,
        resume: args.options.has('resume'),
        githubToken: null,
        dryRun: args.options.has('dry-run'),
        failOn: common.failOn,
        rateLimit: rateLimitOf(args),
        columnStatistics: false,
        incremental: false,
        history: true,
        logLevel: common.logLevel,
        outDir: single(args, 'out') ?? '.datahub-glue'
    };
    return { ...common, command: 'dag', request, progress: !args.options.has('no-progress') };
}
function planOf(args, env) {
    const common = commonOf(args, ['text', 'json', 'github']);
    const request = {
        ...inputsOf(args, env),
        files: args.operands.length === 0 ? ['recipes'] : args.operands,
        base: single(args, 'base'),
        rateLimit: rateLimitOf(args),
        columnStatistics: args.options.has('column-statistics'),
        logLevel: common.logLevel,
        outDir: single(args, 'out') ?? '.datahub-glue'
    };
    return { ...common, command: 'plan', request, progress: !args.options.has('no-progress') };
}
function validateOf(args, env) {
    if (args.operands.length === 0)
        throw misuse(args, 'No recipe is given; write datahub-glue validate FILE…');
    const common = commonOf(args, ['text', 'json', 'github']);
    return { ...common, command: 'validate', request: { ...inputsOf(args, env), files: args.operands } };
}
function commonOf(args, formats) {
    return {
        format: choiceOf(args, 'format', formats),
        failOn: failOnOf(args),
        logLevel: choiceOf(args, 'log-level', ['info', 'debug', 'warning', 'error']),
        colour: !args.options.has('no-color')
    };
}
function failOnOf(args) {
    const failOn = choiceOf(args, 'fail-on', ['failure', 'warning', 'never']);
    if (!args.options.has('strict-warnings'))
        return failOn;
    if (args.options.has('fail-on') && failOn !== 'warning') {
        throw misuse(args, `'--strict-warnings' and '--fail-on ${failOn}' exclude each other`);
    }
    return 'warning';
}
const misuse = (args, message) => usageError(args.command.name, message);
function rateLimitOf(args) {
    const text = single(args, 'rate-limit');
    if (text === null)
        return null;
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= 0.1 && value <= 1000)
        return value;
    throw misuse(args, `The option '--rate-limit' takes a number from 0.1 to 1000, not '${text}'`);
}

// EXTERNAL MODULE: ./lib/report/render/dag-text.js
var dag_text = __webpack_require__(6571);
;// CONCATENATED MODULE: ./lib/cli/run-dag.js

/** Runs a DAG and shows its tasks as they go: lines with the task's name before them. */
async function runDagCommand(command) {
    const { screen, deps, tool, redactor } = command;
    const view = {
        line: (text) => screen.logger.info(text),
        progress: (text) => {
            if (command.progress && command.isTerminal)
                screen.progress(text);
        },
        tryLog: (name) => ({ line: (text) => screen.logger.info(`${name} | ${text}`), end: () => undefined })
    };
    const document = await command.app.dag(command.request, { ...deps, tool, view });
    screen.clear();
    return redactor.value(document);
}
/** What a DAG run has come to, as `--format` asks for it. */
const renderedDag = (document, format, colour) => format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : (0,dag_text/* renderDagText */.oP)(document, { colour });

;// CONCATENATED MODULE: ./lib/report/render/text-describe.js
/** With more answers than these, each has a line. */
const MOST_IN_FULL = 8;
/** Options with types, defaults and what they do, for people. */
function renderDescription({ options }) {
    const texts = options.length > MOST_IN_FULL ? options.map(lineOf) : options.map(blockOf);
    return `${texts.join(options.length > MOST_IN_FULL ? '\n' : '\n\n')}\n`;
}
const lineOf = ({ path, schema }) => [path, saidBy(schema)].filter(Boolean).join('  ');
function blockOf(option) {
    const { path, schema, members } = option;
    const facts = factsOf(option);
    return [
        path,
        ...(saidBy(schema) === '' ? [] : [`  ${saidBy(schema)}`]),
        ...(facts === '' ? [] : [`  ${facts}`]),
        ...(members.length === 0 ? [] : ['', ...members.flatMap(memberLines)])
    ].join('\n');
}
function memberLines(member) {
    const { name, schema, holds } = member;
    const facts = factsOf(member);
    return [
        `  ${name}${facts === '' ? '' : `  (${facts})`}`,
        ...(schema.description === undefined ? [] : [`      ${saidBy(schema)}`]),
        ...(holds.length === 0 ? [] : [`      holds ${holds.join(', ')}`])
    ];
}
/** What a mapping without a description is called says it, too. */
const saidBy = ({ description, title }) => textOf(description ?? title);
/** What it takes, and what it is when it is not there. */
function factsOf({ schema, required }) {
    const { title, description, deprecated } = schema;
    return [
        description === undefined ? '' : textOf(title),
        required ? 'required' : '',
        schema.default === undefined ? '' : `default: ${JSON.stringify(schema.default)}`,
        deprecated === true ? 'deprecated' : ''
    ]
        .filter((fact) => fact !== '')
        .join('; ');
}
const textOf = (value) => (typeof value === 'string' ? value : '');

;// CONCATENATED MODULE: ./lib/cli/run-describe.js


/** Tells of options, in text or as one JSON document. @throws AppError for an option that there is not. */
async function runDescribe(args, app, out) {
    const format = choiceOf(args, 'format', ['text', 'json']);
    const result = await app.describe(args.operands);
    const document = { schema: 1, kind: 'describe', ...result };
    out.write(format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : renderDescription(result));
}

;// CONCATENATED MODULE: ./lib/report/render/text-explain.js

const FILTER_WIDTH = 'database_pattern'.length;
/** What a recipe makes of names, for people. */
const renderExplanation = ({ file, names }) => names.map((answer) => `${linesOf(answer, file).map(render_escape/* visible */.RK).join('\n')}\n`).join('');
function linesOf({ name, droppedBy, filters, notes }, file) {
    return [
        `${name}: ${droppedBy === null ? 'kept' : `dropped by ${droppedBy}`}`,
        ...filters.map((answer) => `  ${answer.filter.padEnd(FILTER_WIDTH)}  ${text_explain_saidBy(answer, file)}`),
        ...notes.map((note) => `  note: ${note}`)
    ];
}
function text_explain_saidBy({ matched, list, pattern, place }, file) {
    const where = place === null ? 'the default' : `${file}:${place.line}:${place.column}`;
    if (pattern === null)
        return `'${matched}' matches no pattern of allow (${where})`;
    return `'${matched}' matches ${list} '${pattern}' (${where})`;
}

;// CONCATENATED MODULE: ./lib/cli/run-explain.js



/** What was asked for. @throws AppError for what cannot be answered. */
function run_explain_requestOf(args, env) {
    const [file, ...others] = args.operands;
    const names = args.options.get('name') ?? [];
    if (file === undefined || others.length > 0)
        throw usageError('explain', 'One recipe is asked: datahub-glue explain FILE --name DATABASE.TABLE');
    if (names.length === 0)
        throw usageError('explain', 'No name is given; write --name DATABASE or DATABASE.TABLE');
    const wrong = names.find((name) => !/^[^.]+(?:\..+)?$/su.test(name));
    if (wrong !== undefined)
        throw usageError('explain', `'${wrong}' is no name; write DATABASE or DATABASE.TABLE`);
    return { ...inputsOf(args, env), file, names };
}
/** Answers, in text or as one JSON document. @throws AppError when the recipe is wrong. */
async function runExplain(args, app, { env, cwd }, out) {
    const format = choiceOf(args, 'format', ['text', 'json']);
    const result = await app.explain(run_explain_requestOf(args, env), env, cwd);
    const document = { schema: 1, kind: 'explain', ...result };
    out.write(format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : renderExplanation(result));
}

// EXTERNAL MODULE: ./lib/report/plan-annotations.js
var plan_annotations = __webpack_require__(8156);
// EXTERNAL MODULE: ./lib/report/plan-total.js
var plan_total = __webpack_require__(268);
// EXTERNAL MODULE: ./lib/report/render/plan-text.js
var plan_text = __webpack_require__(3926);
;// CONCATENATED MODULE: ./lib/cli/workflow-commands.js

/** An annotation as a workflow command, as a GitHub runner reads it from a log (docs.github.com, "Workflow commands"). */
function workflowCommand({ level, title, message, place }, around) {
    const properties = [
        ...(place === null
            ? []
            : [`file=${escapeProperty(fromRoot(place.file, around))}`, `line=${place.line}`, `col=${place.column}`]),
        `title=${escapeProperty(title)}`
    ];
    return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}
/** The path from the repository's root, by which GitHub finds the file: a step may run deeper (`working-directory`). */
function fromRoot(file, { env, cwd }) {
    const root = env.GITHUB_WORKSPACE ?? '';
    if (root === '')
        return file;
    const path = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, file)).split(external_node_path_.sep).join('/');
    return path === '..' || path.startsWith('../') ? file : path;
}
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

;// CONCATENATED MODULE: ./lib/cli/run-plan.js









/** Plans, writes plan.json, and shows the plan. @returns the exit status. */
async function runPlanCommand(asked, means) {
    const { io, out, deps, screen, redactor, progress } = means;
    const found = await (0,plan_total/* reportPlan */._S)(() => io.app.plan(asked.request, deps), { ...io, logger: screen.logger });
    await progress?.stop();
    screen.clear();
    const report = redactor.value(found);
    const path = (0,external_node_path_.join)(asked.request.outDir, 'plan.json');
    const written = await isWritten((0,external_node_path_.resolve)(io.cwd, path), report, (why) => screen.logger.error(`The plan cannot be written to ${path}: ${why}`));
    out.write(rendered(report, asked, means));
    return written ? report.exitCode : Math.max(report.exitCode, exit_code/* EXIT */.dc.lost);
}
async function isWritten(path, report, failed) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, (0,json/* renderJson */.h)(report));
        return true;
    }
    catch (error) {
        failed((0,errors/* messageOf */.b)(error));
        return false;
    }
}
function rendered(report, { format }, { io, colour }) {
    if (format === 'json')
        return (0,json/* renderJson */.h)(report);
    if (format === 'text')
        return (0,plan_text/* renderPlanText */.$)(report, { colour });
    const commands = (0,plan_annotations/* planAnnotations */.m)(report).map((annotation) => workflowCommand(annotation, io));
    return [...commands, (0,plan_text/* planOutcome */.W)(report), ''].join('\n');
}

// EXTERNAL MODULE: ./lib/report/render/format.js
var format = __webpack_require__(9796);
;// CONCATENATED MODULE: ./lib/report/render/runs.js


/** Runs in columns, the newest first. */
function runsText({ runs, server }) {
    if (runs.length === 0)
        return `DataHub at ${server} knows no such runs\n`;
    const rows = runs.map(({ runId, aspects, at, status, source }) => [
        (0,render_escape/* visible */.RK)(runId),
        at.slice(0, 19).replace('T', ' '),
        (0,format/* formatCount */.B4)(aspects),
        status ?? '-',
        (0,render_escape/* visible */.RK)(source ?? '-')
    ]);
    const all = [['run id', 'last written (UTC)', 'aspects', 'outcome', 'ingestion source'], ...rows];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    const lines = all.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    return `${lines.join('\n')}\n`;
}
/** What was rolled back, or would be. */
function rollbackText(result) {
    const { dryRun, runId, entities, aspects, hidden, unsafe, sample, forgotten } = result;
    const verb = dryRun ? 'would be' : 'were';
    const shown = sample.map(({ urn, aspect }) => `  ${(0,render_escape/* visible */.RK)(urn)}  ${(0,render_escape/* visible */.RK)(aspect)}`);
    const more = aspects - sample.length;
    return [
        `${(0,render_escape/* visible */.RK)(runId)}: ${entitiesOf(entities)} ${verb} removed, ${(0,format/* formatNoun */.i$)(aspects, 'aspect')} ${verb} set back`,
        ...shown,
        ...(more > 0 && sample.length > 0 ? [`  and ${(0,format/* formatCount */.B4)(more)} more`] : []),
        ...(hidden > 0 ? [`${(0,format/* formatNoun */.i$)(hidden, 'aspect')} of others on these entities ${verb} hidden with them`] : []),
        ...(unsafe.length > 0
            ? [`${entitiesOf(unsafe.length)} ${dryRun ? 'would stay' : 'stayed'}, since others have written to them`]
            : []),
        ...unsafe.slice(0, sample.length).map((urn) => `  ${(0,render_escape/* visible */.RK)(urn)}`),
        ...aboutForgetting(forgotten),
        ''
    ].join('\n');
}
/** What was brought back, or would be. */
function restoreText({ dryRun, runId, restored, already, failed, forgotten }) {
    const isNothing = restored.length + already + failed.length === 0;
    return [
        isNothing
            ? `${(0,render_escape/* visible */.RK)(runId)}: nothing is known that this run has removed and that is still removed`
            : `${(0,render_escape/* visible */.RK)(runId)}: ${dryRun ? 'would bring' : 'brought'} back ${entitiesOf(restored.length)}`,
        ...restored.slice(0, MOST_SHOWN).map((urn) => `  ${(0,render_escape/* visible */.RK)(urn)}`),
        ...(restored.length > MOST_SHOWN ? [`  and ${(0,format/* formatCount */.B4)(restored.length - MOST_SHOWN)} more`] : []),
        ...(already > 0 ? [`${entitiesOf(already)} ${already === 1 ? 'is' : 'are'} not removed any more`] : []),
        ...(failed.length > 0 ? [`${entitiesOf(failed.length)} could not be brought back:`] : []),
        ...failed.slice(0, MOST_SHOWN).map(({ urn, message }) => `  ${(0,render_escape/* visible */.RK)(urn)}  ${(0,render_escape/* visible */.RK)(message)}`),
        ...aboutForgetting(forgotten),
        ''
    ].join('\n');
}
/** Urns that are listed. */
const MOST_SHOWN = 20;
const entitiesOf = (count) => (0,format/* formatNoun */.i$)(count, 'entity', 'entities');
function aboutForgetting(forgotten) {
    if (forgotten === true)
        return [];
    const why = forgotten === null
        ? 'Of which pipeline the run was is not known: give its recipe (-c), or'
        : 'To have it all sent again,';
    return [`${why} let the next run be one without incremental`];
}

;// CONCATENATED MODULE: ./lib/cli/run-runs.js




/** The commands about runs that have been. */
const COMMANDS = {
    runs: async (args, { app, env, deps }) => {
        const request = { ...inputsOf(args, env), recipe: single(args, 'config'), limit: limitOf(args) };
        const result = await app.runs(request, deps);
        return { result, text: runsText(result), exitCode: exit_code/* EXIT */.dc.done };
    },
    rollback: async (args, { app, env, deps }) => {
        const dryRun = args.options.has('dry-run');
        const runId = runIdOf(args);
        if (!dryRun && !args.options.has('force')) {
            throw usageError('rollback', 'A rollback changes DataHub; look with --dry-run first, and do it with --force');
        }
        const result = await app.rollback({ ...inputsOf(args, env), runId, dryRun, recipe: single(args, 'config') }, deps);
        return { result, text: rollbackText(result), exitCode: result.forgotten === false ? exit_code/* EXIT */.dc.lost : exit_code/* EXIT */.dc.done };
    },
    restore: async (args, { app, env, deps }) => {
        const about = { runId: runIdOf(args), dryRun: args.options.has('dry-run'), report: single(args, 'report') };
        const result = await app.restore({ ...inputsOf(args, env), ...about, recipe: single(args, 'config') }, deps);
        const isWhole = result.failed.length === 0 && result.forgotten !== false;
        return { result, text: restoreText(result), exitCode: isWhole ? exit_code/* EXIT */.dc.done : exit_code/* EXIT */.dc.lost };
    }
};
/** Whether a command is one of these. */
const isAboutRuns = (args) => args.command.name in COMMANDS;
/** Runs one of them. @throws AppError for a wrong command line, or when DataHub does not answer. */
async function runAboutRuns(args, means) {
    const format = choiceOf(args, 'format', ['text', 'json']);
    const perform = COMMANDS[args.command.name];
    if (perform === undefined)
        throw usageError(args.command.name, 'This is no command about runs');
    const { result, text, exitCode } = await perform(args, means);
    return { out: format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : text, exitCode };
}
function runIdOf(args) {
    const [runId, ...others] = args.operands;
    if (runId !== undefined && others.length === 0)
        return runId;
    throw usageError(args.command.name, `One run is named: datahub-glue ${args.command.name} RUN_ID; 'datahub-glue runs' lists them`);
}
function limitOf(args) {
    const text = single(args, 'limit') ?? '100';
    if (/^[1-9]\d{0,3}$/u.test(text))
        return Number(text);
    throw usageError('runs', `The option '--limit' takes a number from 1 to 9999, not '${text}'`);
}

// EXTERNAL MODULE: ./lib/model/tool.js
var tool = __webpack_require__(1207);
;// CONCATENATED MODULE: ./lib/cli/scaffold-repository.js


const RECIPE = 'recipes/glue.yml';
const scaffold_repository_DAG = 'recipes/dag.yml';
/** What a repository needs to begin with, each made from those before it. `recipe`: one that is there already. */
function piecesOf(recipe) {
    const files = [recipe ?? RECIPE];
    return [
        ...(recipe === undefined ? [{ kind: 'recipe', files: [], output: RECIPE }] : []),
        { kind: 'dag', files, output: scaffold_repository_DAG },
        { kind: 'workflow', files, output: null },
        { kind: 'workflow', files: [scaffold_repository_DAG], output: null },
        { kind: 'checks', files: recipe === undefined ? [] : files, output: null },
        { kind: 'iam', files, output: 'datahub-glue.tf' },
        { kind: 'iam', files, output: 'datahub-glue.json' }
    ];
}
const BOTH_RUN = 'Both workflows run the recipe: keep the one that suits you, the DAG’s for several recipes and retries';
/**
 * Makes all of them. Files that are there are left as they are; what cannot be made is told and keeps nothing back.
 * @throws AppError at the end, when something could not be made.
 */
async function scaffoldRepository(pieces, make, out) {
    const next = new Set([BOTH_RUN]);
    const faults = [];
    for (const piece of pieces) {
        const made = await make(piece).catch(appError);
        if (!(made instanceof errors/* AppError */.u)) {
            out.write(`Wrote ${(0,render_escape/* visible */.RK)(made.path ?? piece.kind)}\n`);
            for (const line of made.next.filter(isForPeople))
                next.add(line);
        }
        else if (made.code === 'file-exists')
            out.write(`Kept  ${(0,render_escape/* visible */.RK)(made.message)}\n`);
        else
            faults.push(made);
    }
    for (const line of [...next, 'datahub-glue validate recipes'])
        out.write(`  ${(0,render_escape/* visible */.RK)(line)}\n`);
    if (faults.length > 0)
        throw notMade(faults);
}
function appError(thrown) {
    if (thrown instanceof errors/* AppError */.u)
        return thrown;
    throw thrown;
}
/** What else a piece would be made by: here all of them are. */
const isForPeople = (line) => !line.startsWith('datahub-glue ');
/** The same cause may keep several files from being made. */
function notMade(faults) {
    const lines = new Set(faults.map(({ message, cure }) => (cure === undefined ? message : `${message}: ${cure}`)));
    return new errors/* AppError */.u('Not everything could be made; what is there stays, and the same command makes the rest', {
        kind: 'input',
        code: 'scaffold',
        cure: [...lines].join('\n')
    });
}

;// CONCATENATED MODULE: ./lib/cli/run-scaffold.js





const KINDS = ['recipe', 'dag', 'workflow', 'checks', 'iam'];
/** Options that only roles have. */
const OF_IAM = ['repository', 'branch', 'pull-requests', 'role', 'column-statistics', 'env-file'];
/** The action of this version, where its users have it from. */
const ACTION = `acme/datahub-glue-ingestion@v${tool/* TOOL */.j.version}`;
/** `./`, a path in the repository, or `owner/repository@ref`. */
const USES = /^(?:\.\/[\w./-]*|[\w.-]+\/[\w./-]+@[\w./-]+)$/u;
/** Everything that a repository needs. */
const REPOSITORY = 'repository';
/** What was asked for. @throws AppError for a kind that there is not. */
function pieceOf(args) {
    const [kind = '', ...files] = args.operands;
    const found = KINDS.find((known) => known === kind);
    if (found === undefined) {
        const what = kind === '' ? 'Nothing is named to make' : `There is no '${kind}' to make`;
        throw usageError('scaffold', `${what}; write ${REPOSITORY}, ${KINDS.slice(0, -1).join(', ')} or iam`);
    }
    const surplus = found === 'iam' ? undefined : OF_IAM.find((name) => args.options.has(name));
    if (surplus !== undefined)
        throw usageError('scaffold', `'--${surplus}' is for iam, not for a ${found}`);
    return { kind: found, files, output: args.options.get('output')?.at(-1) ?? null };
}
/** @throws AppError for options that say nothing. */
function run_scaffold_requestOf(piece, args, env) {
    const uses = args.options.get('uses')?.at(-1) ?? ACTION;
    if (!USES.test(uses))
        throw usageError('scaffold', `'${uses}' is no action; write OWNER/REPOSITORY@REF, or ./`);
    return {
        ...piece,
        force: args.options.has('force'),
        uses,
        ...(piece.kind === 'iam' ? { iam: iamOf(args, env) } : {})
    };
}
function iamOf(args, env) {
    const branch = args.options.get('branch')?.at(-1) ?? 'main';
    // Neither stands in a branch's name (git-check-ref-format), and both mean something in a policy.
    if (/[*?:\s]/u.test(branch))
        throw usageError('scaffold', `'${branch}' is no name of a branch`);
    const named = (env.AWS_ROLE ?? '').trim();
    return {
        inputs: inputsOf(args, env),
        env,
        repository: args.options.get('repository')?.at(-1) ?? null,
        branch,
        pullRequests: args.options.has('pull-requests'),
        role: args.options.get('role')?.at(-1) ?? (named === '' ? null : named),
        columnStatistics: args.options.has('column-statistics')
    };
}
/** Makes it. With `--output -` standard output holds it and nothing else. @throws AppError when it cannot be made. */
async function runScaffold(args, app, { env, cwd }, out) {
    const make = (piece) => app.scaffold(run_scaffold_requestOf(piece, args, env), cwd);
    if (args.operands[0] === REPOSITORY)
        return scaffoldRepository(repositoryPieces(args), make, out);
    const { text, path, next } = await make(pieceOf(args));
    if (path === null)
        out.write(text);
    else
        out.write([`Wrote ${(0,render_escape/* visible */.RK)(path)}`, ...next.map((line) => `  ${(0,render_escape/* visible */.RK)(line)}`), ''].join('\n'));
}
/** @throws AppError for more than one recipe, and for a place where one file would go. */
function repositoryPieces({ operands: [, recipe, surplus], options }) {
    if (surplus !== undefined)
        throw usageError('scaffold', 'A repository is begun with one recipe; make the others after it');
    if (options.has('output'))
        throw usageError('scaffold', "'--output' is for one file, not for a repository");
    return piecesOf(recipe);
}

// EXTERNAL MODULE: ./lib/report/render/style.js
var render_style = __webpack_require__(6674);
;// CONCATENATED MODULE: ./lib/cli/screen.js



const RANK = { debug: 0, info: 1, warning: 2, error: 3 };
/** Back to the line's start, and erase to its end (ECMA-48 EL). */
const ERASE = '\r\u001b[K';
/** A screen on a stream, usually stderr: stdout is for results. */
function createScreen({ writer, columns, colour, level }) {
    const style = (0,render_style/* styleOf */.V)(colour);
    let shown = false;
    const clear = () => {
        if (shown)
            writer.write(ERASE);
        shown = false;
    };
    const write = (least, prefix, message) => {
        if (RANK[least] < RANK[level])
            return;
        clear();
        const lines = message.split(/\r?\n/).map(render_escape/* visible */.RK);
        writer.write(`${prefix}${lines.join('\n')}\n`);
    };
    const progress = (line) => {
        const text = (0,render_escape/* visible */.RK)(line);
        shown = columns !== null;
        writer.write(columns === null ? `${text}\n` : `${ERASE}${style.dim((0,format/* clip */.$Q)(text, columns - 1))}`);
    };
    return {
        logger: {
            debug: (message) => write('debug', style.dim('debug: '), message),
            info: (message) => write('info', '', message),
            notice: (message) => write('info', 'notice: ', message),
            warning: (message) => write('warning', style.yellow('warning: '), message),
            error: (message) => write('error', style.red('error: '), message)
        },
        progress,
        clear
    };
}

;// CONCATENATED MODULE: ./lib/cli/terminal.js
/**
 * A writer that falls silent when its reader has gone (`datahub-glue … | head`), instead of ending the run: what is being
 * written to DataHub matters more than who watches. Any other error of the stream is passed on.
 */
function createWriter(stream, onError) {
    let gone = false;
    stream.on('error', (error) => {
        gone = true;
        if (!('code' in error && error.code === 'EPIPE'))
            onError(error);
    });
    return {
        write: (text) => {
            if (!gone)
                stream.write(text);
        }
    };
}
/**
 * Whether to show colour: FORCE_COLOR (https://force-color.org) before NO_COLOR (https://no-color.org) before what the
 * stream is.
 */
function showsColour(env, stream) {
    const forced = env.FORCE_COLOR;
    if (forced !== undefined)
        return forced !== '0' && forced !== 'false';
    if ((env.NO_COLOR ?? '') !== '')
        return false;
    return stream.isTTY === true && env.TERM !== 'dumb';
}

;// CONCATENATED MODULE: ./lib/cli/run.js

























/** From one progress line to the next, where they follow each other and where they replace each other. */
const INTERVAL_MS = { lines: 10_000, inPlace: 500 };
/** A terminal that does not tell its width. */
const USUAL_COLUMNS = 80;
/**
 * One command of the command line. Results go to stdout, everything else to stderr. Never rejects.
 * @returns the exit status of the process.
 */
async function runCli(io) {
    let broken = exit_code/* EXIT */.dc.done;
    const fail = () => {
        broken = exit_code/* EXIT */.dc.lost;
    };
    const out = createWriter(io.stdout, fail);
    const err = createWriter(io.stderr, fail);
    try {
        return Math.max(await dispatch(io, out, err), broken);
    }
    catch (thrown) {
        err.write(`error: ${(0,render_escape/* visible */.RK)((0,errors/* messageOf */.b)(thrown))}\n`);
        if (!(thrown instanceof errors/* AppError */.u))
            return exit_code/* EXIT */.dc.lost;
        if (thrown.cure !== undefined)
            err.write(`${thrown.cure}\n`);
        return exit_code/* STOP_CODE */.ZP[thrown.kind];
    }
}
/** @throws AppError for a command line that is not well formed. */
async function dispatch(io, out, err) {
    const args = parseArguments(io.argv);
    if (args === 'version')
        out.write(`${io.tool.name} ${io.tool.version}\n`);
    else if (args === 'help')
        out.write(generalHelp());
    else if (args.options.has('help'))
        out.write(commandHelp(args.command));
    else if (isAboutRuns(args))
        return performAboutRuns(args, { io, out, err });
    else if (args.command.name === 'describe')
        await runDescribe(args, io.app, out);
    else if (args.command.name === 'explain')
        await runExplain(args, io.app, io, out);
    else if (args.command.name === 'scaffold')
        await runScaffold(args, io.app, io, out);
    else
        return perform(requestOf(args, io.env), { io, out, err });
    return exit_code/* EXIT */.dc.done;
}
/** Commands that ask DataHub about runs, and print what it says. */
async function performAboutRuns(args, { io, out, err }) {
    const redactor = new redact/* Redactor */.p();
    const note = (message) => err.write(`${redactor.text((0,render_escape/* visible */.RK)(message))}\n`);
    const quiet = () => undefined;
    const deps = {
        env: io.env,
        cwd: io.cwd,
        clock: io.clock,
        logger: { debug: quiet, info: quiet, notice: note, warning: note, error: note },
        mask: (secret) => redactor.add(secret),
        onEvent: quiet,
        idToken: null,
        github: null,
        signal: io.signal,
        stdout: err.write
    };
    const done = await runAboutRuns(args, { app: io.app, env: io.env, deps });
    out.write(redactor.text(done.out));
    return done.exitCode;
}
async function perform(asked, means) {
    const redactor = new redact/* Redactor */.p();
    if (asked.request.gmsToken !== null)
        redactor.add(asked.request.gmsToken.reveal());
    const { io, out } = means;
    const screen = screenOf(asked, means, redactor);
    if (asked.command === 'dag') {
        const deps = depsOf(asked, { ...means, screen, redactor }, () => undefined);
        const { request, progress } = asked;
        const isTerminal = io.stderr.isTTY === true;
        const command = { request, app: io.app, tool: io.tool, deps, screen, redactor, progress, isTerminal };
        const document = await runDagCommand(command);
        out.write(renderedDag(document, asked.format, asked.colour && showsColour(io.env, io.stdout)));
        return document.exitCode;
    }
    if (asked.command === 'plan') {
        const progress = progressOf(asked, io, screen);
        const deps = depsOf(asked, { ...means, screen, redactor }, progress === null ? () => { } : progress.add);
        const colour = asked.colour && showsColour(io.env, io.stdout);
        return runPlanCommand(asked, { io, out, deps, screen, redactor, progress, colour });
    }
    const report = redactor.value(await reportOf(asked, { ...means, screen, redactor }));
    screen.clear();
    const written = await writeReports(report, asked, io.cwd, screen);
    out.write(run_rendered(report, asked, io));
    return written ? report.exitCode : Math.max(report.exitCode, exit_code/* EXIT */.dc.lost);
}
function screenOf(asked, { io, err }, redactor) {
    return createScreen({
        writer: { write: (text) => err.write(redactor.text(text)) },
        columns: io.stderr.isTTY === true ? (io.stderr.columns ?? USUAL_COLUMNS) : null,
        colour: asked.colour && showsColour(io.env, io.stderr),
        level: asked.logLevel
    });
}
const depsOf = (asked, { io, out, err, screen, redactor }, onEvent) => ({
    env: io.env,
    cwd: io.cwd,
    clock: io.clock,
    logger: screen.logger,
    mask: (secret) => redactor.add(secret),
    onEvent,
    idToken: null,
    github: null,
    signal: io.signal,
    // With --format json the one document is all that stdout holds.
    stdout: asked.format === 'json' ? err.write : out.write
});
async function reportOf(asked, shown) {
    const { io, screen } = shown;
    const progress = progressOf(asked, io, screen);
    const deps = depsOf(asked, shown, progress === null ? () => { } : progress.add);
    const invocation = { tool: io.tool, clock: io.clock, signal: io.signal, logger: screen.logger };
    try {
        if (asked.command === 'validate')
            return await (0,outcome/* reportValidation */.k3)(() => io.app.validate(asked.request, deps), asked.failOn, invocation);
        if (asked.command === 'doctor')
            return await (0,doctor/* reportDoctor */.u_)(() => io.app.doctor(asked.request, deps), asked.failOn, invocation);
        const run = () => (asked.command === 'mcps' ? io.app.mcps(asked.request, deps) : io.app.ingest(asked.request, deps));
        return await (0,outcome/* reportIngestion */.d1)(run, asked.request.dryRun, invocation);
    }
    finally {
        await progress?.stop();
    }
}
function progressOf(asked, io, screen) {
    if (!('progress' in asked) || asked.command === 'dag' || !asked.progress)
        return null;
    const intervalMs = io.stderr.isTTY === true ? INTERVAL_MS.inPlace : INTERVAL_MS.lines;
    return (0,progress/* reportProgress */.wX)({ clock: io.clock, intervalMs, line: screen.progress });
}
/** Whether every file that the report was to go to has been written. */
async function writeReports(report, asked, cwd, screen) {
    if (asked.command === 'validate')
        return true;
    const paths = [(0,external_node_path_.join)(asked.request.outDir, 'report.json'), ...(asked.reportTo === null ? [] : [asked.reportTo])];
    for (const path of paths) {
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, path)), { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.resolve)(cwd, path), (0,json/* renderJson */.h)(report));
        }
        catch (error) {
            screen.logger.error(`The report cannot be written to ${path}: ${(0,errors/* messageOf */.b)(error)}`);
            return false;
        }
    }
    return true;
}
function run_rendered(report, asked, io) {
    if (asked.format === 'json')
        return (0,json/* renderJson */.h)(report);
    if (asked.format === 'text')
        return (0,render_text/* renderText */.S5)(report, { colour: asked.colour && showsColour(io.env, io.stdout) });
    const elsewhere = asked.command === 'validate' ? '--format text lists them all' : 'report.json has them';
    const commands = (0,annotations/* annotationsOf */.Ih)(report, elsewhere).map((annotation) => workflowCommand(annotation, io));
    return [...commands, (0,words/* outcomeOf */.sG)(report), ''].join('\n');
}


/***/ })

};
