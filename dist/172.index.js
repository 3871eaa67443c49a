export const id = 172;
export const ids = [172];
export const modules = {

/***/ 9172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   appWithThreads: () => (/* binding */ appWithThreads)
/* harmony export */ });
/* unused harmony export app */
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3664);

/** The use cases, for action and cli. What reads Glue is loaded when it is needed: validating needs no AWS SDK. */
const app = {
    ingest: async (request, deps) => (await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(590), __webpack_require__.e(215), __webpack_require__.e(184), __webpack_require__.e(781), __webpack_require__.e(440), __webpack_require__.e(379), __webpack_require__.e(916), __webpack_require__.e(434), __webpack_require__.e(483)]).then(__webpack_require__.bind(__webpack_require__, 3483))).ingest(request, deps),
    dag: async (request, deps) => (await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(590), __webpack_require__.e(215), __webpack_require__.e(184), __webpack_require__.e(781), __webpack_require__.e(440), __webpack_require__.e(379), __webpack_require__.e(916), __webpack_require__.e(434), __webpack_require__.e(621)]).then(__webpack_require__.bind(__webpack_require__, 6621))).runDagFile(request, deps),
    validate: _validate_js__WEBPACK_IMPORTED_MODULE_0__/* .validate */ .t,
    plan: async (request, deps) => (await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(590), __webpack_require__.e(215), __webpack_require__.e(184), __webpack_require__.e(781), __webpack_require__.e(440), __webpack_require__.e(379), __webpack_require__.e(916), __webpack_require__.e(434), __webpack_require__.e(881)]).then(__webpack_require__.bind(__webpack_require__, 2881))).plan(request, deps),
    mcps: async (request, deps) => (await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(215), __webpack_require__.e(184), __webpack_require__.e(916), __webpack_require__.e(350)]).then(__webpack_require__.bind(__webpack_require__, 8321))).mcps(request, deps),
    doctor: async (request, deps) => (await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(590), __webpack_require__.e(215), __webpack_require__.e(440), __webpack_require__.e(379), __webpack_require__.e(985)]).then(__webpack_require__.bind(__webpack_require__, 8238))).doctor(request, deps),
    runs: async (request, deps) => (await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(215), __webpack_require__.e(127)]).then(__webpack_require__.bind(__webpack_require__, 8127))).listRuns(request, deps),
    restore: async (request, deps) => (await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(215), __webpack_require__.e(184), __webpack_require__.e(0)]).then(__webpack_require__.bind(__webpack_require__, 2000))).restore(request, deps),
    rollback: async (request, deps) => (await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(215), __webpack_require__.e(184), __webpack_require__.e(460)]).then(__webpack_require__.bind(__webpack_require__, 4460))).rollback(request, deps),
    describe: async (paths) => (await __webpack_require__.e(/* import() */ 178).then(__webpack_require__.bind(__webpack_require__, 3178))).describeOptions(paths),
    explain: async (request, env, cwd) => (await __webpack_require__.e(/* import() */ 652).then(__webpack_require__.bind(__webpack_require__, 8652))).explain(request, env, cwd),
    scaffold: async (request, cwd) => (await Promise.all(/* import() */[__webpack_require__.e(440), __webpack_require__.e(139)]).then(__webpack_require__.bind(__webpack_require__, 139))).scaffold(request, cwd)
};
/** The same, with threads, which run `thread`. */
const appWithThreads = (thread) => ({
    ...app,
    ingest: (request, deps) => app.ingest(request, { ...deps, thread }),
    dag: (request, deps) => app.dag(request, { ...deps, thread }),
    plan: (request, deps) => app.plan(request, { ...deps, thread })
});


/***/ }),

/***/ 9218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ dagDiagnostics),
  g: () => (/* binding */ dagFindingsOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
// EXTERNAL MODULE: ./lib/dag/file/parse.js + 2 modules
var parse = __webpack_require__(6121);
// EXTERNAL MODULE: ./lib/app/find-files.js
var find_files = __webpack_require__(3786);
// EXTERNAL MODULE: ./lib/app/environment.js
var environment = __webpack_require__(7918);
;// CONCATENATED MODULE: ./lib/app/dag/declared.js


/** The variables that a DAG's tasks set for their recipes. */
async function declaredByTasks(dag, cwd) {
    const tasks = [...dag.tasks.values()];
    return (await Promise.all(tasks.map((task) => declaredBy(task, cwd)))).flat();
}
async function declaredBy({ env, action }, cwd) {
    if (action.kind !== 'recipe')
        return [];
    const filled = Object.keys(action.with).flatMap((input) => environment/* FILLED_BY_INPUTS */.Hh[input] ?? []);
    return [...Object.keys(env), ...filled, ...(await namesIn(action.with['env-file'] ?? null, cwd))];
}
/** A file whose name is filled in when the task runs, or that only the run has, declares nothing. */
async function namesIn(envFile, cwd) {
    try {
        return Object.keys(await (0,environment/* readEnvFile */.SF)(envFile, cwd));
    }
    catch (error) {
        if (error instanceof errors/* AppError */.u)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/app/dag/validate.js







/** Looks at a DAG file, and whether the recipes that it names are there; null for a file that is none. */
async function dagFindingsOf({ file, text }, cwd) {
    if (!(0,parse/* isDagText */.A)({ file, text }))
        return null;
    const parsed = (0,parse/* parseDagFile */.W)({ file, text });
    if (!parsed.ok)
        return { diagnostics: parsed.error, recipes: [], variables: [] };
    const diagnostics = [...parsed.value.diagnostics];
    const recipes = new Set();
    for (const named of parsed.value.recipes) {
        const found = await filesOf(named, file, cwd);
        if (found.ok)
            for (const recipe of found.value)
                recipes.add(recipe);
        else
            diagnostics.push(found.error);
    }
    const variables = await declaredByTasks(parsed.value.dagFile, cwd);
    return { diagnostics, recipes: [...recipes], variables };
}
/** What there is to say about a DAG file itself; null for a file that is none, or that cannot be read. */
async function dagDiagnostics(file, cwd) {
    let text;
    try {
        text = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8');
    }
    catch {
        return null;
    }
    return (await dagFindingsOf({ file, text }, cwd))?.diagnostics ?? null;
}
async function filesOf({ pattern, at }, file, cwd) {
    try {
        return (0,result.ok)(await (0,find_files/* findFiles */.l)([pattern], cwd));
    }
    catch (error) {
        if (!(error instanceof errors/* AppError */.u))
            throw error;
        const { code, message, cure } = error;
        return (0,result/* err */._)({ file, ...at, severity: 'error', code, message, ...(cure === undefined ? {} : { cure }) });
    }
}


/***/ }),

/***/ 7918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ FILLED_BY_INPUTS),
/* harmony export */   MK: () => (/* binding */ VARIABLES_OF),
/* harmony export */   SF: () => (/* binding */ readEnvFile),
/* harmony export */   gl: () => (/* binding */ recipeEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);




/** Variables that stand for one thing, in the order in which an input's default looks at them. */
const VARIABLES_OF = {
    region: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    role: ['AWS_ROLE'],
    gmsUrl: ['GMS_URL', 'DATAHUB_GMS_URL']
};
/** The inputs that fill them (action/definition.ts), in steps of workflows as in tasks of DAGs. */
const FILLED_BY_INPUTS = {
    'aws-region': VARIABLES_OF.region,
    'role-to-assume': VARIABLES_OF.role,
    'gms-url': VARIABLES_OF.gmsUrl
};
/**
 * The variables a recipe may name. A variable of the process wins over the env file, as with `node --env-file`; an input
 * that was given wins over both, and one that only stands for its default fills what is open.
 * @throws AppError when the env file cannot be read.
 */
async function recipeEnvironment(inputs, env, cwd) {
    const named = { ...(await readEnvFile(inputs.envFile, cwd)), ...env };
    const fill = (names, value) => {
        if (value === null)
            return;
        const isGiven = value !== defaultOf(names, env);
        for (const name of names)
            if (isGiven || (named[name] ?? '') === '')
                named[name] = value;
    };
    fill(VARIABLES_OF.region, inputs.identity.region);
    fill(VARIABLES_OF.role, inputs.identity.roleToAssume);
    fill(VARIABLES_OF.gmsUrl, inputs.gmsUrl);
    return named;
}
/** What an input is when it is not given: the first variable of the process that says something. */
const defaultOf = (names, env) => names.map((name) => (env[name] ?? '').trim()).find((value) => value !== '');
/**
 * The variables of an env file; of none there are none.
 * @throws AppError when it cannot be read.
 */
async function readEnvFile(file, cwd) {
    if (file === null)
        return {};
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_2__.parseEnv)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file), 'utf8'));
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .AppError */ .u(`The env file '${file}' cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .b)(error)}`, {
            kind: 'input',
            code: 'env-file',
            cure: 'give the path of a file of NAME=value lines, relative to the working directory',
            cause: error
        });
    }
}


/***/ }),

/***/ 3786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var tinyglobby__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3382);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);




const RECIPE_ENDINGS = ['.yml', '.yaml', '.json'];
/**
 * The files that `patterns` (paths, folders or globs, relative to `cwd`) name: each once, however many links lead to it,
 * and relative to `cwd` where possible. A pattern's own files are in order of name; patterns keep their order. A folder
 * stands for the recipes in it.
 * @throws AppError when a pattern names nothing, or when there is none.
 */
async function findFiles(patterns, cwd) {
    if (patterns.length === 0) {
        const cure = 'give the path of a recipe, such as recipes/glue.yml';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AppError */ .u('No recipe is given', { kind: 'input', code: 'no-recipe', cure });
    }
    const found = new Map();
    for (const pattern of patterns) {
        const files = (0,tinyglobby__WEBPACK_IMPORTED_MODULE_3__/* .isDynamicPattern */ .ey)(pattern) ? await expandGlob(pattern, cwd) : await expandPath(pattern, cwd);
        for (const file of files) {
            const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file));
            if (!found.has(real))
                found.set(real, shownPath(file, cwd));
        }
    }
    return [...found.values()];
}
async function expandGlob(pattern, cwd) {
    const literal = await kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, pattern));
    if (literal === 'file')
        return [pattern];
    const files = await (0,tinyglobby__WEBPACK_IMPORTED_MODULE_3__/* .glob */ .TI)(pattern, { cwd, absolute: true, expandDirectories: false });
    if (files.length === 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AppError */ .u(`No file matches '${pattern}'`, {
            kind: 'input',
            code: 'file-not-found',
            cure: `check the pattern; it is resolved against ${cwd}`
        });
    }
    return files.sort();
}
async function expandPath(path, cwd) {
    const kind = path === '' ? 'nothing' : await kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path));
    if (kind === 'file')
        return [path];
    if (kind === 'folder') {
        const inside = RECIPE_ENDINGS.map((ending) => `**/*${ending}`);
        const files = await (0,tinyglobby__WEBPACK_IMPORTED_MODULE_3__/* .glob */ .TI)(inside, { cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path), absolute: true });
        if (files.length > 0)
            return files.sort();
    }
    const what = kind === 'folder' ? `The folder '${path}' holds no recipe` : `There is no file '${path}'`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AppError */ .u(what, { kind: 'input', code: 'file-not-found', cure: notFoundCure(path, cwd) });
}
function notFoundCure(path, cwd) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? 'check the path' : `check the path; it is resolved against ${cwd}`;
    return `${place}. In a workflow, actions/checkout has to run before this step`;
}
async function kindOf(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? 'folder' : 'file';
    }
    catch {
        return 'nothing';
    }
}
/** The path as a person would write it: relative when it lies below `cwd`. */
function shownPath(path, cwd) {
    const short = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(cwd, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path));
    return short === '' || short.startsWith('..') ? path : short;
}


/***/ }),

/***/ 4034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ loadRecipe),
/* harmony export */   _s: () => (/* binding */ recipeReader),
/* harmony export */   gl: () => (/* binding */ readRecipeText),
/* harmony export */   qI: () => (/* binding */ sinkDefaults)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_ignore_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1720);
/* harmony import */ var _core_result_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8490);
/* harmony import */ var _model_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4458);
/* harmony import */ var _recipe_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3785);







/**
 * Reads and validates the recipe in `file`.
 * @throws AppError when the file cannot be read; what is wrong inside is told by the result.
 */
async function loadRecipe(file, context) {
    const read = await recipeReader(file, context);
    return read(new Map());
}
/**
 * The same as often as values become known.
 * @throws AppError when the file cannot be read
 */
async function recipeReader(file, context) {
    const { env, inputs, mode } = context;
    const text = await readRecipeText(file, context.cwd);
    const defaults = sinkDefaults(inputs);
    return (values) => {
        const parsed = (0,_recipe_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRecipe */ .C)({ file, text, env, mode, values, defaults });
        if (!parsed.ok)
            return parsed;
        const diagnostics = (0,_core_ignore_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutIgnored */ .f)({ file, text }, parsed.value.diagnostics, _model_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .IGNORABLE_RULES */ .A);
        return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_6__.ok)({ ...parsed.value, diagnostics });
    };
}
/** What the inputs give a recipe without a sink, or a sink without a token. */
const sinkDefaults = ({ gmsUrl, gmsToken }) => ({
    gmsUrl,
    gmsToken: gmsToken?.reveal() ?? null
});
/** @throws AppError when the file cannot be read */
async function readRecipeText(file, cwd) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file), 'utf8');
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AppError */ .u(`The recipe '${file}' cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error)}`, {
            kind: 'input',
            code: 'file-not-readable',
            cure: 'check the path and its permissions',
            cause: error
        });
    }
}


/***/ }),

/***/ 3664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ validate_validate),
  h: () => (/* binding */ variablesOf)
});

// EXTERNAL MODULE: ./lib/core/diagnostic.js
var diagnostic = __webpack_require__(876);
// EXTERNAL MODULE: ./lib/core/ignore.js + 1 modules
var ignore = __webpack_require__(1720);
// EXTERNAL MODULE: ./lib/model/rules.js
var rules = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/recipe/parse.js + 18 modules
var parse = __webpack_require__(3785);
// EXTERNAL MODULE: ./lib/core/config/node.js
var config_node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/core/yaml.js + 7 modules
var yaml = __webpack_require__(1937);
// EXTERNAL MODULE: ./lib/recipe/expand.js
var expand = __webpack_require__(5232);
;// CONCATENATED MODULE: ./lib/recipe/pipeline-name.js



/** The pipeline_name of a recipe, which need not be a good one; null: it has none. */
function pipelineNameOf({ file, text, env }) {
    if (!text.includes('pipeline_name'))
        return null;
    const document = (0,yaml/* parseConfigFile */.me)({ file, text });
    if (!document.ok || document.value.root?.kind !== 'map')
        return null;
    const { root } = (0,expand/* expandTree */.r)(document.value.root, { file, env, mayBeOpen: () => true, values: new Map() });
    const name = (0,config_node/* memberOf */.C5)(root, 'pipeline_name');
    if (name?.kind !== 'scalar' || name.type !== 'string' || name.value === '')
        return null;
    return { file, at: name.at, identity: JSON.stringify([textOf(name), ...placesOf(root)]) };
}
/** Where state is kept: the provider's own place, else `datahub_api`, else the sink. */
function placesOf(root) {
    const provider = (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(root, 'source'), 'config'), 'stateful_ingestion'), 'state_provider');
    const kept = (0,config_node/* memberOf */.C5)(provider, 'config');
    const servers = [
        (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(kept, 'datahub_api'), 'server'),
        (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(root, 'datahub_api'), 'server'),
        (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(root, 'sink'), 'config'), 'server')
    ];
    const server = servers.find((node) => node?.kind === 'scalar');
    const file = (0,config_node/* memberOf */.C5)(kept, 'filename');
    return [file, server].map((node) => (node?.kind === 'scalar' ? textOf(node).replace(/\/+$/, '') : null));
}
/** What is not known here is the same when it is written the same. */
const textOf = (node) => String((0,config_node/* isOpen */.nT)(node) ? (node.written ?? node.value) : node.value);

;// CONCATENATED MODULE: ./lib/app/across-recipes.js
/** Recipes that keep their state in the same place, told of each but the first. */
function duplicateNames(names) {
    const first = new Map();
    return names.flatMap((name) => {
        const other = first.get(name.identity);
        if (other === undefined) {
            first.set(name.identity, name);
            return [];
        }
        const message = `${other.file}:${other.at.line} has this pipeline_name too, for the same server: with stateful ingestion each takes the state of the other for its own and removes what it wrote`;
        const cure = 'give each recipe a pipeline_name of its own';
        return [{ file: name.file, ...name.at, severity: 'warning', code: 'duplicate-pipeline-name', message, cure }];
    });
}

// EXTERNAL MODULE: ./lib/app/dag/validate.js + 1 modules
var validate = __webpack_require__(9218);
// EXTERNAL MODULE: ./lib/app/environment.js
var environment = __webpack_require__(7918);
// EXTERNAL MODULE: ./lib/app/find-files.js
var find_files = __webpack_require__(3786);
// EXTERNAL MODULE: ./lib/app/load-recipe.js
var load_recipe = __webpack_require__(4034);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/app/workflow-variables.js







const FOLDER = '.github/workflows';
/**
 * The steps that run recipes in the workflows below `cwd`. Left out is where more may be set than is written: behind steps
 * that may write to GITHUB_ENV, with an env file, in containers, on machines that are somebody's own.
 */
async function ingestSteps(cwd) {
    const names = await (0,promises_.readdir)((0,external_node_path_.resolve)(cwd, FOLDER)).catch(() => []);
    const files = names.filter((name) => /\.ya?ml$/u.test(name)).sort();
    return (await Promise.all(files.map((name) => stepsOf(`${FOLDER}/${name}`, cwd)))).flat();
}
async function stepsOf(file, cwd) {
    const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8').catch(() => '');
    if (!text.includes('recipe'))
        return [];
    const document = (0,yaml/* parseYaml */.hN)({ file, text });
    const root = document.ok ? document.value.root : null;
    if (root?.kind !== 'map')
        return [];
    const jobs = (0,config_node/* memberOf */.C5)(root, 'jobs');
    const found = (jobs?.kind === 'map' ? jobs.entries : []).flatMap(({ value }) => settledSteps(value));
    const steps = found.map(async ({ step, job }) => {
        const own = [root, job, step].map((node) => namesIn((0,config_node/* memberOf */.C5)(node, 'env')));
        if (own.includes(null))
            return [];
        const given = (0,config_node/* memberOf */.C5)(step, 'with');
        const filled = [...entriesOf(given)].flatMap(({ key }) => environment/* FILLED_BY_INPUTS */.Hh[(0,config_node/* keyText */.Pu)(key)] ?? []);
        const recipes = await filesOf(literal((0,config_node/* memberOf */.C5)(given, 'recipe')), cwd);
        const variables = withSynonyms([...own.flatMap((names) => names ?? []), ...filled]);
        return [{ place: `${file}:${step.at.line}`, recipes, variables }];
    });
    return (await Promise.all(steps)).flat();
}
/** The ingesting steps of a job before which nothing but a checkout runs. */
function settledSteps(job) {
    const machine = literal((0,config_node/* memberOf */.C5)(job, 'runs-on'));
    if (machine === null || !/^(?:ubuntu|windows|macos)-/u.test(machine) || (0,config_node/* memberOf */.C5)(job, 'container') !== undefined)
        return [];
    const steps = (0,config_node/* memberOf */.C5)(job, 'steps');
    const found = [];
    for (const step of steps?.kind === 'list' ? steps.items : []) {
        if (step.kind !== 'map')
            return found;
        if (isIngestion(step))
            found.push({ job, step });
        else if (!/^actions\/checkout@/u.test(literal((0,config_node/* memberOf */.C5)(step, 'uses')) ?? ''))
            return found;
    }
    return found;
}
function isIngestion(step) {
    const given = (0,config_node/* memberOf */.C5)(step, 'with');
    const command = (0,config_node/* memberOf */.C5)(given, 'command');
    return (literal((0,config_node/* memberOf */.C5)(step, 'uses')) !== null &&
        literal((0,config_node/* memberOf */.C5)(given, 'recipe')) !== null &&
        (0,config_node/* memberOf */.C5)(given, 'env-file') === undefined &&
        (command === undefined || literal(command) === 'ingest'));
}
const OTHERWISE = /^\$\{\{[^']*\|\|\s*'((?:[^']|'')*)'\s*\}\}$/u;
/** What a value is, or by default is: `x`, or that of `${{ inputs.a || 'x' }}`; null: it is not known here. */
function literal(node) {
    if (node?.kind !== 'scalar' || node.type !== 'string')
        return null;
    if (!node.value.includes('${{'))
        return node.value;
    return OTHERWISE.exec(node.value.trim())?.[1]?.replaceAll("''", "'") ?? null;
}
const entriesOf = (node) => (node?.kind === 'map' ? node.entries : []);
/** The names of an `env`; null: an expression says which. */
const namesIn = (env) => env === undefined || env.kind === 'map' ? entriesOf(env).map(({ key }) => (0,config_node/* keyText */.Pu)(key)) : null;
/** One of those that stand for the same thing fills the others (environment.ts). */
const withSynonyms = (names) => [
    ...names,
    ...Object.values(environment/* VARIABLES_OF */.MK).flatMap((group) => (group.some((name) => names.includes(name)) ? group : []))
];
async function filesOf(patterns, cwd) {
    const lines = (patterns ?? '').split('\n').map((line) => line.trim());
    try {
        return await (0,find_files/* findFiles */.l)(lines.filter((line) => line !== ''), cwd);
    }
    catch (error) {
        if (error instanceof errors/* AppError */.u)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/app/validate.js











/**
 * Looks at every recipe and DAG file without credentials and without the network (model/request.ts App).
 * @throws AppError when there is nothing to look at.
 */
async function validate_validate(request, deps) {
    const env = await (0,environment/* recipeEnvironment */.gl)(request, deps.env, deps.cwd);
    const { files, dags, recipes, found, declared } = await readFiles(request.files, deps.cwd);
    const variables = variablesOf(env, request.envFile === null ? null : [...Object.keys(env), ...declared]);
    const diagnosticsOf = (recipe, known) => {
        const parsed = (0,parse/* parseRecipe */.C)({ ...recipe, ...known, mode: 'validate', defaults: (0,load_recipe/* sinkDefaults */.qI)(request) });
        return parsed.ok ? parsed.value.diagnostics : parsed.error;
    };
    const steps = variables.declared === undefined && recipes.length > 0 ? await ingestSteps(deps.cwd) : [];
    for (const recipe of recipes) {
        found.push(...diagnosticsOf(recipe, variables));
        for (const { place, variables: names } of steps.filter((step) => step.recipes.includes(recipe.file))) {
            const known = { ...variables, declared: [...names, ...Object.keys(env), ...declared] };
            found.push(...unsetIn(place, diagnosticsOf(recipe, known)));
        }
    }
    found.push(...duplicateNames(recipes.flatMap((recipe) => pipelineNameOf({ ...recipe, env: variables.env }) ?? [])));
    return { files, dags: dags.map(({ file }) => file), diagnostics: withoutSilenced([...dags, ...recipes], found) };
}
/** Variables that the runner sets on every machine of GitHub's (docs.github.com, "Default environment variables"). */
const OF_THE_RUNNER = /^the variable (?:GITHUB_\w+|RUNNER_\w+|CI|HOME|PATH|LANG|USER|SHELL|PWD) /u;
/** Variables that a step of a workflow does not set for a recipe that it runs: told of the recipe, as advice. */
const unsetIn = (place, told) => told
    .filter(({ code, message }) => code === 'missing-variable' && !OF_THE_RUNNER.test(message))
    .map((d) => ({ ...d, severity: 'warning', message: `${d.message} (by ${place}, which runs this recipe)` }));
/** Reads what there is to look at. Recipes that a DAG names are looked at too: they join the end of the list. */
async function readFiles(patterns, cwd) {
    const files = [...(await (0,find_files/* findFiles */.l)(patterns, cwd))];
    const [dags, recipes] = [[], []];
    const found = [];
    const declared = [];
    for (const file of files) {
        const read = { file, text: await (0,load_recipe/* readRecipeText */.gl)(file, cwd) };
        const dag = await (0,validate/* dagFindingsOf */.g)(read, cwd);
        const kind = dag === null ? recipes : dags;
        kind.push(read);
        found.push(...(dag?.diagnostics ?? []));
        declared.push(...(dag?.variables ?? []));
        files.push(...(dag?.recipes ?? []).filter((recipe) => !files.includes(recipe)));
    }
    return { files, dags, recipes, found, declared };
}
/**
 * What is set to nothing has its value elsewhere: secrets are empty for pull requests from forks, and names in an env file
 * declare what the run sets. `declared`: null where nobody says which variables there will be, as without an env file.
 */
function variablesOf(env, declared) {
    const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
    return declared === null ? { env: set } : { env: set, declared };
}
/** What comments in the files silence is left out; what is left is sorted, worst first. */
function withoutSilenced(looked, found) {
    const byFile = new Map(looked.map(({ file }) => [file, []]));
    for (const diagnostic of found)
        byFile.get(diagnostic.file)?.push(diagnostic);
    return looked
        .flatMap((file) => (0,ignore/* withoutIgnored */.f)(file, byFile.get(file.file) ?? [], rules/* IGNORABLE_RULES */.A))
        .sort(diagnostic/* compareDiagnostics */.oV);
}


/***/ }),

/***/ 6672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   nT: () => (/* binding */ isOpen)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9531);

/** Whether the value depends on a variable that is not known here: nothing can be said about it. */
const isOpen = (node) => node.kind === 'scalar' && node.open === true;
const REFERENCE = /\$\{?[!#]?(\w+)/g;
/**
 * A value for messages. Of what came from variables only their names are shown, `${NAME}`: they may be secrets. A text
 * with space in it is not shown either: in a broken recipe anything may have come together.
 */
function shown(node) {
    if (node.written !== undefined) {
        const names = [...node.written.matchAll(REFERENCE)].map(([, name = '']) => `\${${name}}`);
        const isAll = names.length === 1 && names[0] === node.written;
        return `'${isAll ? node.written : `…${names.join('…')}…`}'${node.value === '' ? ' (which is empty)' : ''}`;
    }
    const text = String(node.value);
    return /\S\s+\S/.test(text) ? "'…'" : (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text);
}
/** The key of an entry as text; keys that are no strings are shown as they would be in Python. */
const keyText = (key) => (key.type === 'null' ? 'None' : String(key.value));
/** The value of `name` in a mapping. */
const entryOf = (map, name) => map.entries.find(({ key }) => key.type === 'string' && key.value === name);
/** What a node holds under `name`; undefined when it is no mapping or has no such key. */
const memberOf = (node, name) => node?.kind === 'map' ? entryOf(node, name)?.value : undefined;
/** The plain value of a node. Integers that a number cannot hold become text. */
function toJson(node) {
    if (node.kind === 'map') {
        return Object.fromEntries(node.entries.map(({ key, value }) => [keyText(key), toJson(value)]));
    }
    if (node.kind === 'list')
        return node.items.map(toJson);
    if (node.type !== 'integer')
        return node.value;
    const number = Number(node.value);
    return Number.isSafeInteger(number) ? number : String(node.value);
}
/** What a node is, for messages: `a number`, `a list`. */
function kindOf(node) {
    if (node.kind === 'map')
        return 'a mapping';
    if (node.kind === 'list')
        return 'a list';
    return SCALARS[node.type];
}
const SCALARS = {
    string: 'a string',
    boolean: 'a boolean',
    integer: 'a number',
    float: 'a number',
    null: 'empty',
    timestamp: 'a date',
    binary: 'binary data'
};


/***/ }),

/***/ 4737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tt: () => (/* binding */ readOptions),
/* harmony export */   ci: () => (/* binding */ optionsSchema),
/* harmony export */   lM: () => (/* binding */ planned),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   uK: () => (/* binding */ option),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   wv: () => (/* binding */ TOP)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9531);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3029);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(983);




/** An option that may be left out. */
const option = (type, fallback, doc) => ({
    type,
    fallback,
    doc
});
/** An option that has to be there. */
const required = (type, doc) => ({ type, fallback: undefined, doc });
/** An option that is known and does nothing yet: only its default and what `inert` names are accepted. */
const planned = (type, fallback, doc, inert) => ({
    type,
    fallback,
    doc,
    inert: (value) => JSON.stringify(value) === JSON.stringify(fallback) || inert?.(value) === true
});
/** What a message calls the recipe's own mapping. */
const TOP = 'the recipe';
/** With more options than these, naming them all helps nobody. */
const MOST_NAMED = 12;
/** Reads a mapping by its table: every key checked, all problems told at once. INVALID when any is an error. */
function readOptions(map, table, options, context) {
    tellUnknown(map, table, options, context);
    const values = Object.entries(table).map(([name, known]) => [name, readOption(map, name, known, options, context)]);
    if (values.some(([, value]) => value === _types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY))
        return _types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY;
    return Object.fromEntries(values);
}
function readOption(map, name, known, { where }, context) {
    const entry = (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .Ms)(map, name);
    if (entry === undefined)
        return absent(map, name, known, where, context);
    const { key, value: node } = entry;
    if ((0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(node))
        return openValue(node, known);
    const value = known.type.read(node, context);
    if (value === _types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY || known.inert === undefined || known.inert(value))
        return value;
    context.tell(key.at, 'error', {
        code: 'not-supported-yet',
        message: `${where === TOP ? name : `${where}.${name}`} is not supported yet`,
        cure: `remove it${offHint(known)}: what it asks for would silently be missing`
    });
    return _types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY;
}
/** What stands in for a value that is not known here: the default, or the text with its variables. */
function openValue(node, { fallback }) {
    if (fallback !== undefined)
        return fallback;
    return node.kind === 'scalar' ? String(node.value) : _types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY;
}
const offHint = ({ fallback }) => (typeof fallback === 'boolean' ? ', or set it to false' : '');
function absent(map, name, known, where, context) {
    if (known.fallback !== undefined)
        return known.fallback;
    const message = `${where} has no '${name}', which has to be ${known.type.name}`;
    context.tell(map.at, 'error', { code: 'missing-key', message, cure: `add '${name}:' to ${where}` });
    return _types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY;
}
function tellUnknown(map, table, options, context) {
    for (const { key, value } of map.entries) {
        const name = (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)(key);
        if (key.type === 'string' && Object.hasOwn(table, name))
            continue;
        const cure = key.type === 'string' ? unknownCure(name, table, options) : 'remove it, or put the key in quotes';
        // Without a value it may be one itself, whose colon became a comma: {password, secret}.
        const isValue = value.kind === 'scalar' && value.type === 'null' && !cure.startsWith(MEANT);
        const message = `${options.where} has no option ${isValue ? "'…'" : (0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedKey */ .k5)(name)}`;
        context.tell(key.at, options.unknown, { code: 'unknown-key', message, cure });
    }
}
const MEANT = 'did you mean';
function unknownCure(name, table, options) {
    const place = options.misplaced?.(name) ?? null;
    if (place !== null)
        return `it belongs to ${place}`;
    const current = Object.entries(table).flatMap(([known, { renamedTo }]) => (renamedTo === undefined ? [known] : []));
    const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .Z)(name, current);
    if (near !== null)
        return `${MEANT} '${near}'?`;
    if (options.unknown === 'warning')
        return 'remove it: it is ignored';
    if (current.length > MOST_NAMED)
        return 'remove it; the README lists the options';
    return current.length === 0 ? 'remove it' : `remove it; there are ${current.join(', ')}`;
}
/** A mapping with a table of its own, as the type of an option. */
function section(table, where, { extra = 'forbidden', check } = {}) {
    return {
        name: 'a mapping',
        schema: optionsSchema(table, extra),
        read(node, context) {
            if (node.kind !== 'map')
                return (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .mismatch */ .J4)(node, 'a mapping', context);
            const unknown = extra === 'ignored' ? context.ignoredKeys : 'error';
            const values = readOptions(node, table, { where, unknown }, context);
            if (values === _types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY || check === undefined)
                return values;
            return check(values, node, context) ? values : _types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY;
        }
    };
}
/** The JSON Schema of a mapping with this table: what an editor completes, explains and underlines. */
function optionsSchema(table, extra = 'forbidden') {
    const names = Object.keys(table).filter((name) => table[name]?.fallback === undefined);
    return {
        type: 'object',
        ...(names.length === 0 ? {} : { required: names }),
        properties: Object.fromEntries(Object.entries(table).map(([name, known]) => [name, optionSchema(known)])),
        additionalProperties: extra === 'ignored'
    };
}
/** The title says what the option takes, in the words of messages; the description what it does. */
function optionSchema(known) {
    const { type, fallback, doc, renamedTo } = known;
    return {
        ...(0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)(type),
        title: type.name,
        description: known.inert === undefined ? doc : `${doc} Not supported yet: only its default is accepted.`,
        ...(isPlain(fallback) ? { default: fallback } : {}),
        ...(renamedTo === undefined ? {} : { deprecated: true })
    };
}
/** Whether a default can be shown: null stands for none, and what was made of a value is not what a recipe would say. */
const isPlain = (value) => typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (Array.isArray(value) && value.every(isPlain));


/***/ }),

/***/ 983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Hz: () => (/* binding */ anyMapping),
/* harmony export */   J4: () => (/* binding */ mismatch),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Xd: () => (/* binding */ orNull),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   pP: () => (/* binding */ schemaOf),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   uY: () => (/* binding */ INVALID),
/* harmony export */   yD: () => (/* binding */ secretText)
/* harmony export */ });
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3029);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);


/** Says that a value could not be read; why has been told to the context. */
const INVALID = Symbol('invalid');
/** The schema of what a type reads. */
const schemaOf = ({ schema }) => schema ?? {};
/**
 * Tells that `node` is not what it should be. Texts are not repeated: what stands in a wrong place may be a secret.
 */
function mismatch(node, expected, context, cure) {
    const isShown = isScalar(node) && node.type !== 'null' && (node.type !== 'string' || node.written !== undefined);
    const what = isShown ? `${(0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(node)}, ${(0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(node)},` : (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(node);
    const told = { code: 'wrong-type', message: `this is ${what} and should be ${expected}` };
    const isEmpty = node.kind === 'scalar' && node.type === 'null';
    const mend = isEmpty ? 'give a value, or remove the line' : cure;
    context.tell(node.at, 'error', mend === undefined ? told : { ...told, cure: mend });
    return INVALID;
}
const isScalar = (node) => node.kind === 'scalar';
/** A string. As with the peer, a number is none: an account id has to be quoted. */
const text = {
    name: 'a string',
    schema: { type: 'string' },
    read(node, context) {
        if (isScalar(node) && node.type === 'string')
            return node.value;
        const quotable = isScalar(node) && node.type !== 'null';
        return mismatch(node, 'a string', context, quotable ? 'put it in quotes' : undefined);
    }
};
/** A string that must not be shown: nothing of it is told (recipe/secrets.ts finds it by its name). */
const secretText = {
    name: 'a string',
    schema: { type: 'string' },
    read(node, context) {
        if (isScalar(node) && node.type === 'string')
            return node.value;
        const told = { code: 'wrong-type', message: `this is ${(0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(node)} and should be a string` };
        context.tell(node.at, 'error', { ...told, cure: 'put it in quotes, or take it from a variable' });
        return INVALID;
    }
};
const TRUE = new Set(['true', 't', '1', 'on', 'yes', 'y']);
const FALSE = new Set(['false', 'f', '0', 'off', 'no', 'n']);
/** A boolean, also as the words and numbers that pydantic takes for one. Space around a word is not taken away. */
const flag = {
    name: 'true or false',
    schema: {
        anyOf: [{ type: 'boolean' }, { type: 'string', pattern: anyCase([...TRUE, ...FALSE]) }, { enum: [0, 1] }]
    },
    read(node, context) {
        if (isScalar(node)) {
            if (node.type === 'boolean')
                return node.value;
            const word = node.type === 'string' ? node.value.toLowerCase() : String(Number(node.value));
            const readable = node.type === 'string' || node.type === 'integer' || node.type === 'float';
            if (readable && TRUE.has(word))
                return true;
            if (readable && FALSE.has(word))
                return false;
        }
        return mismatch(node, 'true or false', context);
    }
};
/** A regular expression for some words whatever their case: JSON Schema has no flag for it. */
function anyCase(words) {
    const letters = (word) => Array.from(word, (one) => one.toLowerCase() === one.toUpperCase() ? one : `[${one.toLowerCase()}${one.toUpperCase()}]`).join('');
    return `^(?:${words.map(letters).join('|')})$`;
}
const INTEGER_WORD = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/;
const NUMBER_WORD = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+)?$/i;
/** A number, also as text; a `whole` one also with a fraction of zero. */
function numeric(whole, range) {
    const { min, above, max } = range;
    const limits = [
        min === undefined ? '' : ` from ${min}`,
        above === undefined ? '' : ` above ${above}`,
        max === undefined ? '' : ` to ${max}`
    ].join('');
    const name = `a ${whole ? 'whole number' : 'number'}${limits}`;
    return {
        name,
        schema: numericSchema(whole, range),
        read(node, context) {
            const value = isScalar(node) ? numberOf(node, whole) : null;
            if (value === null || !isScalar(node))
                return mismatch(node, name, context);
            const fits = (min === undefined || value >= min) && (max === undefined || value <= max);
            if (fits && Number.isFinite(value) && (above === undefined || value > above))
                return value;
            context.tell(node.at, 'error', { code: 'out-of-range', message: `${(0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(node)} is not ${name}` });
            return INVALID;
        }
    };
}
function numericSchema(whole, { min, above, max }) {
    const limits = {
        ...(min === undefined ? {} : { minimum: min }),
        ...(above === undefined ? {} : { exclusiveMinimum: above }),
        ...(max === undefined ? {} : { maximum: max })
    };
    const word = (whole ? INTEGER_WORD : NUMBER_WORD).source
        .replaceAll('e[', '[eE][')
        .replace(/^\^(.*)\$$/, '^\\s*(?:$1)\\s*$');
    const { type } = whole ? { type: 'integer' } : { type: 'number' };
    return { anyOf: [{ type, ...limits }, { type: 'string', pattern: word }, { type: 'boolean' }] };
}
/** What pydantic takes for a number; null: it is none. */
function numberOf(node, whole) {
    if (node.type === 'integer')
        return Number(node.value);
    if (node.type === 'boolean')
        return node.value ? 1 : 0;
    if (node.type === 'float')
        return whole && !Number.isInteger(node.value) ? null : node.value;
    if (node.type !== 'string')
        return null;
    const word = node.value.trim();
    if ((whole ? INTEGER_WORD : NUMBER_WORD).test(word))
        return Number(word.replaceAll('_', ''));
    return !whole && /^[+-]?(?:inf|infinity|nan)$/i.test(word) ? Number.NaN : null;
}
const integer = (range = {}) => numeric(true, range);
const number = (range = {}) => numeric(false, range);
/** One of some words. `fold`: whatever the case; the word is given back as it is listed. */
function choice(words, { fold = false } = {}) {
    const name = `one of ${words.join(', ')}`;
    return {
        name,
        schema: fold
            ? { anyOf: [{ enum: [...words] }, { type: 'string', pattern: anyCase(words) }] }
            : { enum: [...words] },
        read(node, context) {
            if (!isScalar(node) || node.type !== 'string')
                return mismatch(node, name, context);
            const word = node.value;
            const found = words.find((known) => known === word || (fold && known.toLowerCase() === word.toLowerCase()));
            if (found !== undefined)
                return found;
            const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .Z)(word, words);
            const told = { code: 'bad-value', message: `${(0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(node)} is not ${name}` };
            context.tell(node.at, 'error', near === null ? told : { ...told, cure: `did you mean '${near}'?` });
            return INVALID;
        }
    };
}
/** Nothing at all, or a value. */
const orNull = (type) => ({
    name: `${type.name}, or null`,
    ...(type.schema === undefined ? {} : { schema: { anyOf: [type.schema, { type: 'null' }] } }),
    read: (node, context) => (isScalar(node) && node.type === 'null' ? null : type.read(node, context))
});
/** A list. What depends on variables that are not known here is passed over. */
function list(type) {
    const name = `a list of which each is ${type.name}`;
    return {
        name,
        schema: { type: 'array', items: schemaOf(type) },
        read(node, context) {
            if (node.kind !== 'list')
                return mismatch(node, name, context);
            const items = node.items.filter((item) => !(0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(item));
            const values = items.map((item) => type.read(item, context));
            const valid = values.flatMap((value) => (value === INVALID ? [] : [value]));
            return valid.length < values.length ? INVALID : valid;
        }
    };
}
/** Any names, each with a value of one kind. What depends on variables that are not known here is passed over. */
function record(type) {
    const name = `a mapping of which each value is ${type.name}`;
    return {
        name,
        schema: { type: 'object', additionalProperties: schemaOf(type) },
        read(node, context) {
            if (node.kind !== 'map')
                return mismatch(node, name, context);
            const members = node.entries
                .filter(({ value }) => !(0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(value))
                .map(({ key, value }) => {
                const read = type.read(value, context);
                if (key.type !== 'string')
                    mismatch(key, 'a string', context, 'put the key in quotes');
                return [(0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)(key), key.type === 'string' ? read : INVALID];
            });
            const valid = members.flatMap(([key, value]) => (value === INVALID ? [] : [[key, value]]));
            return valid.length < members.length ? INVALID : Object.fromEntries(valid);
        }
    };
}
/** A value that some rule refuses or changes after it was read. `rule` tells the context why. */
const checked = (type, rule) => ({
    name: type.name,
    ...(type.schema === undefined ? {} : { schema: type.schema }),
    read(node, context) {
        const value = type.read(node, context);
        return value === INVALID ? INVALID : rule(value, node, context);
    }
});
/** Anything; what it means is decided elsewhere, or it has no meaning here. */
const anything = { name: 'anything', read: _node_js__WEBPACK_IMPORTED_MODULE_0__/* .toJson */ .aB };
/** Any mapping of names to anything. */
const anyMapping = record(anything);


/***/ }),

/***/ 876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ hasErrors),
/* harmony export */   oV: () => (/* binding */ compareDiagnostics),
/* harmony export */   xy: () => (/* binding */ formatDiagnostic)
/* harmony export */ });
const RANK = { error: 0, warning: 1, notice: 2 };
/** Orders diagnostics worst first, then by file, line and column. */
function compareDiagnostics(a, b) {
    return (RANK[a.severity] - RANK[b.severity] ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
        a.line - b.line ||
        a.column - b.column);
}
/** `recipes/glue.yml:4:5 error unknown-key: … — cure`, the form that editors and terminals make clickable. */
function formatDiagnostic(d) {
    const cure = d.cure === undefined ? '' : ` — ${d.cure}`;
    return `${d.file}:${d.line}:${d.column} ${d.severity} ${d.code}: ${d.message}${cure}`;
}
/** Whether any of the diagnostics makes its file unusable. */
const hasErrors = (diagnostics) => diagnostics.some((d) => d.severity === 'error');


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf),
/* harmony export */   u: () => (/* binding */ AppError)
/* harmony export */ });
/**
 * An error that a user can act on: one line that says what is wrong and, in `cure`, how to mend it.
 * It is shown without a stack trace. Every other error is a defect of this program.
 */
class AppError extends Error {
    kind;
    code;
    cure;
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'AppError';
        this.kind = details.kind;
        this.code = details.code;
        this.cure = details.cure;
    }
}
/** The message of anything that was thrown, without a stack trace. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message === '' ? thrown.name : thrown.message;
    return String(thrown);
}


/***/ }),

/***/ 1720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ withoutIgnored)
});

// EXTERNAL MODULE: ./lib/core/diagnostic.js
var diagnostic = __webpack_require__(876);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/core/yaml-lines.js
var yaml_lines = __webpack_require__(2486);
;// CONCATENATED MODULE: ./lib/core/yaml-comments.js


/** Lexemes that stand for no text of the file. */
const MARKS = [dist/* CST */.DB.DOCUMENT, dist/* CST */.DB.FLOW_END, dist/* CST */.DB.SCALAR];
/** The comments of a text, in order; a `#` inside of a value is none. The text need not be right. */
function yamlComments(text) {
    const positionOf = (0,yaml_lines/* lineFinder */.z)(text);
    const lines = text.split(/\r\n?|\n/);
    const comments = [];
    let offset = 0;
    let isValue = false;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (MARKS.includes(lexeme)) {
            isValue = lexeme === dist/* CST */.DB.SCALAR;
            continue;
        }
        // A byte order mark is a lexeme of its own and stands in the text.
        if (lexeme.startsWith('#') && !isValue) {
            const at = positionOf(offset);
            const isAlone = (lines[at.line - 1] ?? '').slice(0, at.column - 1).trim() === '';
            comments.push({ text: lexeme.replace(/^#+/, '').trim(), at, isAlone });
        }
        offset += lexeme.length;
        isValue = false;
    }
    return comments;
}

;// CONCATENATED MODULE: ./lib/core/ignore.js




/** `# datahub-glue-ignore: RULE reason`, several rules with commas between them. */
const WORD = 'datahub-glue-ignore';
const DIRECTIVE = /^datahub-glue-ignore\b[ \t]*:?[ \t]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?[ \t]*(?:[-–—:][ \t]*)?(.*)$/u;
/**
 * What is left to say of a file: findings of rules that a comment in their line, or alone in the line before, silences with a
 * reason are left out; comments that silence nothing that there is, or give no reason, are told.
 */
function withoutIgnored({ file, text }, found, rules) {
    // JSON has no comments.
    if (!text.includes(WORD) || file.endsWith('.json'))
        return found;
    const told = [];
    const ignores = directivesOf(text).flatMap((directive) => readDirective(directive, file, rules, told));
    const silencing = (d) => ignores.find(({ line, rules: silenced }) => line === d.line && silenced.includes(d.code));
    return [...found.filter((d) => silencing(d) === undefined), ...told].sort(diagnostic/* compareDiagnostics */.oV);
}
/** Comments that begin with the word; one that stands alone is about the first line below that is no comment. */
function directivesOf(text) {
    const comments = yamlComments(text);
    const alone = new Set(comments.filter(({ isAlone }) => isAlone).map(({ at }) => at.line));
    const lineBelow = (line) => (alone.has(line) ? lineBelow(line + 1) : line);
    return comments
        .filter((comment) => comment.text.startsWith(WORD))
        .map((comment) => ({ ...comment, line: comment.isAlone ? lineBelow(comment.at.line) : comment.at.line }));
}
function readDirective(directive, file, rules, told) {
    const { at, line } = directive;
    const [, names = '', reason = ''] = DIRECTIVE.exec(directive.text) ?? [];
    const tell = (message, cure) => {
        told.push({ file, ...at, severity: 'warning', code: 'bad-ignore', message, cure });
        return [];
    };
    if (names === '')
        return tell('this comment names no rule', `write # ${WORD}: <rule> <reason>`);
    const silenced = names.split(',').map((name) => name.trim());
    const fixed = silenced.find((name) => rules.never.has(name));
    if (fixed !== undefined)
        return tell(`'${fixed}' cannot be silenced: the file cannot be read`, 'mend what it tells');
    const unknown = silenced.find((name) => !rules.known.has(name));
    if (unknown !== undefined) {
        // What resembles no rule is not repeated: in a broken text anything may stand behind the word.
        const near = (0,suggest/* suggest */.Z)(unknown, rules.known);
        return near === null
            ? tell('this comment names a rule that there is not', 'the README lists the rules')
            : tell(`there is no rule ${(0,quote/* quotedKey */.k5)(unknown)}`, `did you mean '${near}'?`);
    }
    if (reason.trim() === '')
        return tell('this comment gives no reason', 'say behind the rule why it does not hold here');
    return [{ rules: silenced, line, at }];
}


/***/ }),

/***/ 6934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ PatternParser)
});

;// CONCATENATED MODULE: ./lib/core/pattern-escape.js
const OCTAL = '01234567';
const DIGITS = '0123456789';
const HEX = '0123456789abcdefABCDEF';
const MAX_CODE_POINT = 0x10ffff;
const MAX_OCTAL = 0o377;
const CONTROLS = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
/** One code point as a member of a set. */
const single = (code) => ({ type: 'range', low: code, high: code });
/** `\d`, `\W` and their like; null for any other letter. */
function categoryOf(letter) {
    const lower = letter.toLowerCase();
    if (lower !== 'd' && lower !== 's' && lower !== 'w')
        return null;
    return { type: 'category', category: lower, negated: letter !== lower };
}
/** The set member that an escape stands for inside [ ], where `\b` is a backspace (_class_escape). */
function setEscape(reader, token) {
    const letter = token.slice(1);
    const start = reader.offset - [...token].length;
    const category = categoryOf(letter);
    if (category !== null)
        return category;
    if (OCTAL.includes(letter)) {
        const code = Number.parseInt(letter + reader.takeWhile(2, OCTAL), 8);
        if (code > MAX_OCTAL)
            reader.fail('an octal escape above \\377', start);
        return single(code);
    }
    return single(CONTROLS[letter] ?? codeEscape(reader, letter, start));
}
/** A group's number, or the code point that an escape outside of [ ] stands for (_escape). */
function textEscape(reader, token) {
    const letter = token.slice(1);
    const start = reader.offset - [...token].length;
    const category = categoryOf(letter);
    if (category !== null)
        return category;
    if (letter === '0')
        return single(Number.parseInt(letter + reader.takeWhile(2, OCTAL), 8));
    if (DIGITS.includes(letter))
        return numberEscape(reader, letter, start);
    const control = letter === 'b' ? undefined : CONTROLS[letter];
    return single(control ?? codeEscape(reader, letter, start));
}
/** `\1` to `\99` is a group, three octal digits are a code point. */
function numberEscape(reader, first, start) {
    const second = reader.takeWhile(1, DIGITS);
    const isOctal = second !== '' && OCTAL.includes(first) && OCTAL.includes(second);
    const third = isOctal ? reader.takeWhile(1, OCTAL) : '';
    if (third === '')
        return { group: Number(first + second) };
    const code = Number.parseInt(first + second + third, 8);
    if (code > MAX_OCTAL)
        reader.fail('an octal escape above \\377', start);
    return single(code);
}
const HEX_LENGTHS = { x: 2, u: 4, U: 8 };
function codeEscape(reader, letter, start) {
    const length = HEX_LENGTHS[letter];
    if (length !== undefined) {
        const digits = reader.takeWhile(length, HEX);
        if (digits.length < length)
            reader.fail(`\\${letter} needs ${length} hexadecimal digits`, start);
        const code = Number.parseInt(digits, 16);
        return code <= MAX_CODE_POINT ? code : reader.fail('there is no such character', start);
    }
    if (letter === 'N')
        reader.refuse('a character by its name, \\N{…}', start);
    if (/^[A-Za-z0-9]$/.test(letter))
        reader.fail(`\\${letter} is not an escape that Python knows`, start);
    return letter.codePointAt(0) ?? 0;
}

;// CONCATENATED MODULE: ./lib/core/pattern-flags.js
const LETTERS = 'iLmsxatu';
const NAMES = {
    i: 'ignoreCase',
    m: 'multiline',
    s: 'dotAll',
    x: 'verbose',
    a: 'ascii'
};
/** Reads inline flags whose first token is `first`, up to and with their `)` or `:` (re/_parser.py _parse_flags). */
function readFlags(reader, first) {
    let on = '';
    let token = first;
    while (token !== null && token !== '-' && token !== ')' && token !== ':') {
        on += flagLetter(reader, token);
        token = reader.next();
    }
    if (/a.*u|u.*a/.test(on))
        reader.fail("the flags 'a' and 'u' exclude each other");
    if (token === null)
        reader.fail("')' or ':' is missing after the flags");
    if (token === ')')
        return { on, off: '', global: true };
    if (on.includes('t'))
        reader.fail("the flag 't' holds only for a whole pattern");
    if (token === ':')
        return { on, off: '', global: false };
    const off = readOff(reader);
    if ([...on].some((letter) => off.includes(letter)))
        reader.fail('a flag is switched on and off');
    return { on, off, global: false };
}
function readOff(reader) {
    let off = '';
    for (;;) {
        const token = reader.next();
        if (token === null)
            return reader.fail(off === '' ? "a flag is missing after '-'" : "':' is missing after the flags");
        if (token === ':' && off !== '')
            return off;
        const letter = flagLetter(reader, token);
        if ('aut'.includes(letter))
            reader.fail(`the flag '${letter}' cannot be switched off`);
        off += letter;
    }
}
function flagLetter(reader, token) {
    if (token === 'L')
        reader.fail("the flag 'L' is for bytes only");
    return LETTERS.includes(token) ? token : reader.fail('an unknown flag');
}
/** The flags that hold after `change`. */
function changedFlags(flags, change) {
    const next = { ...flags };
    if (change.on.includes('u'))
        next.ascii = false;
    for (const [letter, name] of Object.entries(NAMES)) {
        if (change.on.includes(letter))
            next[name] = true;
        if (change.off.includes(letter))
            next[name] = false;
    }
    return next;
}

// EXTERNAL MODULE: ./lib/core/pattern-syntax.js
var pattern_syntax = __webpack_require__(5493);
;// CONCATENATED MODULE: ./lib/core/pattern-reader.js

/** Reads a pattern code point by code point; a backslash and what it escapes are one token (re/_parser.py Tokenizer). */
class PatternReader {
    #points;
    #index = 0;
    constructor(pattern) {
        this.#points = [...pattern];
        const backslashes = /\\*$/.exec(pattern)?.[0].length ?? 0;
        if (backslashes % 2 === 1)
            this.fail('nothing follows the last backslash', this.#points.length - 1);
    }
    /** Code points read so far. */
    get offset() {
        return this.#index;
    }
    /** The next token, or null at the end. */
    peek() {
        const point = this.#points[this.#index];
        if (point === undefined)
            return null;
        return point === '\\' ? `\\${this.#points[this.#index + 1] ?? ''}` : point;
    }
    /** The next token, which is then behind us. */
    next() {
        const token = this.peek();
        this.#index += token === null ? 0 : [...token].length;
        return token;
    }
    /** Steps over `token` if it is next. */
    take(token) {
        if (this.peek() !== token)
            return false;
        this.next();
        return true;
    }
    /** Up to `most` tokens of which each is one of `allowed`. */
    takeWhile(most, allowed) {
        let text = '';
        for (let count = 0; count < most; count += 1) {
            const token = this.peek();
            if (token === null || token.length !== 1 || !allowed.includes(token))
                break;
            text += token;
            this.next();
        }
        return text;
    }
    /** All before `end`, which is stepped over. */
    until(end, what) {
        const start = this.#index;
        let text = '';
        for (;;) {
            const token = this.next();
            if (token === null)
                this.fail(text === '' ? `the ${what} is missing` : `'${end}' is missing`, start);
            if (token === end)
                break;
            text += token;
        }
        if (text === '')
            this.fail(`the ${what} is missing`, start);
        return text;
    }
    /** Goes back to where `offset` once was. */
    back(offset) {
        this.#index = offset;
    }
    /** Python takes it, and JavaScript has no words for it. @throws PatternError */
    refuse(message, offset) {
        throw new pattern_syntax/* PatternError */.J(offset, message, 'untranslatable');
    }
    /** @throws PatternError */
    fail(message, offset = this.#index) {
        throw new pattern_syntax/* PatternError */.J(offset, message);
    }
}

;// CONCATENATED MODULE: ./lib/core/pattern-set.js

/** Reads a set whose `[` is behind `reader`, up to and with its `]` (the '[' branch of re/_parser.py _parse). */
function readSet(reader, flags) {
    const start = reader.offset - 1;
    const negated = reader.take('^');
    const items = [];
    for (;;) {
        const token = required(reader, start);
        if (token === ']' && items.length > 0)
            return { type: 'set', negated, items, flags };
        const low = member(reader, token);
        if (!reader.take('-')) {
            items.push(low);
            continue;
        }
        const end = required(reader, start);
        if (end === ']')
            return { type: 'set', negated, items: [...items, low, single(0x2d)], flags };
        items.push(range(reader, low, member(reader, end)));
    }
}
function required(reader, start) {
    return reader.next() ?? reader.fail("']' is missing", start);
}
function member(reader, token) {
    return token.startsWith('\\') ? setEscape(reader, token) : single(token.codePointAt(0) ?? 0);
}
function range(reader, low, high) {
    if (low.type === 'category' || high.type === 'category')
        return reader.fail('a range from or to a category');
    if (high.high < low.low)
        return reader.fail('a range whose end comes before its start');
    return { type: 'range', low: low.low, high: high.high };
}

;// CONCATENATED MODULE: ./lib/core/pattern-parse.js




const SPACE = ' \t\n\r\v\f';
const FLAG_LETTERS = 'iLmsxatu-';
const MAX_REPEAT = 4_294_967_295;
const PLACES = {
    '^': 'line-start',
    $: 'line-end',
    '\\A': 'text-start',
    '\\Z': 'text-end',
    '\\b': 'boundary',
    '\\B': 'no-boundary'
};
/** Reads a Python 3.11 regular expression (re/_parser.py). */
class PatternParser {
    #reader;
    #global;
    /** Group numbers from 1; true once a group is closed. */
    #closed = [];
    #names = new Map();
    /** Groups that were open or closed when the outermost lookbehind began; null outside of one. */
    #beforeLookbehind = null;
    #unicode = false;
    constructor(pattern, flags) {
        this.#reader = new PatternReader(pattern);
        this.#global = flags;
    }
    /** The names of groups that have one, and their numbers; known when the pattern is parsed. */
    get names() {
        return this.#names;
    }
    /** @throws PatternError */
    parse() {
        const node = this.#alternatives(this.#global, true);
        if (this.#reader.peek() !== null)
            this.#reader.fail("')' without a '('");
        return node;
    }
    #alternatives(flags, top) {
        const options = [];
        do {
            options.push(this.#sequence(top ? this.#global : flags, top && options.length === 0));
        } while (this.#reader.take('|'));
        const [only] = options;
        return options.length === 1 && only !== undefined ? only : { type: 'branch', options };
    }
    #sequence(outer, first) {
        const pieces = [];
        for (let token = this.#token(); token !== null; token = this.#token()) {
            const flags = first ? this.#global : outer;
            if ((flags.verbose && this.#skipped(token)) || this.#repeated(token, pieces))
                continue;
            const mayBeGlobal = first && pieces.length === 0;
            const piece = token === '(' ? this.#parenthesis(flags, mayBeGlobal) : this.#single(token, flags);
            if (piece !== null)
                pieces.push(piece);
        }
        return { type: 'sequence', items: pieces.map((piece) => piece.node) };
    }
    /** The next token of a sequence, or null at its end. */
    #token() {
        const token = this.#reader.peek();
        return token === null || token === '|' || token === ')' ? null : this.#reader.next();
    }
    #skipped(token) {
        if (token !== '#')
            return SPACE.includes(token);
        for (;;) {
            const next = this.#reader.next();
            if (next === null || next === '\n')
                return true;
        }
    }
    #single(token, flags) {
        const place = PLACES[token];
        if (place !== undefined)
            return { node: { type: 'at', place, flags }, repeatable: 'place' };
        return { node: this.#character(token, flags), repeatable: 'yes' };
    }
    #character(token, flags) {
        if (token === '.')
            return { type: 'any', flags };
        if (token === '[')
            return readSet(this.#reader, flags);
        const offset = this.#reader.offset - [...token].length;
        const item = token.startsWith('\\') ? textEscape(this.#reader, token) : single(token.codePointAt(0) ?? 0);
        if (!('group' in item))
            return { type: 'set', negated: false, items: [item], flags };
        return this.#reference(item.group, flags, offset);
    }
    #reference(group, flags, offset) {
        const closed = this.#closed[group - 1];
        if (closed === undefined)
            this.#reader.fail('a reference to a group that does not exist', offset);
        if (!closed)
            this.#reader.fail('a reference to a group from inside of it', offset);
        if (this.#beforeLookbehind !== null && group > this.#beforeLookbehind) {
            this.#reader.fail('a reference to a group of the same lookbehind', offset);
        }
        return { type: 'reference', group, flags, offset };
    }
    /** Whether `token` is a quantifier; then the last piece is repeated. */
    #repeated(token, pieces) {
        const bounds = this.#bounds(token);
        if (bounds === null)
            return false;
        const offset = this.#reader.offset - 1;
        const last = pieces.pop();
        if (last === undefined || last.repeatable === 'place')
            this.#reader.fail('there is nothing to repeat', offset);
        if (last.repeatable === 'repeat')
            this.#reader.fail('a repetition of a repetition', offset);
        const mode = this.#reader.take('?') ? 'lazy' : this.#reader.take('+') ? 'possessive' : 'greedy';
        pieces.push({ node: { type: 'repeat', item: last.node, ...bounds, mode, offset }, repeatable: 'repeat' });
        return true;
    }
    /** How often a quantifier repeats; null: `token` is no quantifier, as a `{` that does not begin one. */
    #bounds(token) {
        if (token === '?')
            return { min: 0, max: 1 };
        if (token === '*')
            return { min: 0, max: null };
        if (token === '+')
            return { min: 1, max: null };
        if (token !== '{' || this.#reader.peek() === '}')
            return null;
        const start = this.#reader.offset;
        const low = this.#reader.takeWhile(Number.POSITIVE_INFINITY, '0123456789');
        const high = this.#reader.take(',') ? this.#reader.takeWhile(Number.POSITIVE_INFINITY, '0123456789') : low;
        if (!this.#reader.take('}')) {
            this.#reader.back(start);
            return null;
        }
        const [min, max] = [low === '' ? 0 : Number(low), high === '' ? null : Number(high)];
        if (Math.max(min, max ?? 0) >= MAX_REPEAT)
            this.#reader.fail('a repetition count that is too large', start);
        if (max !== null && max < min)
            this.#reader.fail('the least count is above the greatest', start);
        return { min, max };
    }
    /** What follows a `(`; null where nothing comes of it: a comment, flags for the whole pattern. */
    #parenthesis(flags, mayBeGlobal) {
        const start = this.#reader.offset - 1;
        if (!this.#reader.take('?'))
            return this.#capture(flags, start, null);
        const kind = this.#reader.next() ?? this.#reader.fail("the pattern ends after '(?'");
        if (kind === 'P')
            return this.#named(flags, start);
        if (kind === '#')
            return this.#comment(start);
        if (kind === '=' || kind === '!')
            return this.#look(flags, start, { ahead: true, negated: kind === '!' });
        if (kind === '<')
            return this.#lookbehind(flags, start);
        if (kind === '(')
            return this.#reader.refuse("a condition on a group, '(?(…)'", start);
        if (kind === ':')
            return { node: { type: 'group', index: null, item: this.#inside(flags, start) }, repeatable: 'yes' };
        if (kind === '>') {
            return { node: { type: 'atomic', item: this.#inside(flags, start), offset: start }, repeatable: 'yes' };
        }
        if (kind.length === 1 && FLAG_LETTERS.includes(kind))
            return this.#flagged(flags, start, kind, mayBeGlobal);
        return this.#reader.fail(`'(?${kind}' is not something that Python knows`, start);
    }
    /** What stands in parentheses, up to and with the `)`. */
    #inside(flags, start) {
        const node = this.#alternatives(flags, false);
        if (!this.#reader.take(')'))
            this.#reader.fail("the ')' of this '(' is missing", start);
        return node;
    }
    #capture(flags, start, name) {
        const index = this.#closed.push(false);
        if (name !== null) {
            if (this.#names.has(name))
                this.#reader.fail('a second group of the same name', start);
            this.#names.set(name, index);
        }
        const item = this.#inside(flags, start);
        this.#closed[index - 1] = true;
        return { node: { type: 'group', index, item }, repeatable: 'yes' };
    }
    #named(flags, start) {
        if (this.#reader.take('<'))
            return this.#capture(flags, start, this.#groupName('>'));
        if (!this.#reader.take('='))
            this.#reader.fail("'(?P' is followed neither by '<' nor by '='", start);
        const group = this.#names.get(this.#groupName(')')) ?? this.#reader.fail('no group has this name', start);
        return { node: this.#reference(group, flags, start), repeatable: 'yes' };
    }
    #groupName(end) {
        const start = this.#reader.offset;
        const name = this.#reader.until(end, 'name of the group');
        return /^[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}]*$/u.test(name)
            ? name
            : this.#reader.fail('a group name that Python does not allow', start);
    }
    #comment(start) {
        for (;;) {
            const token = this.#reader.next();
            if (token === null)
                this.#reader.fail("the ')' of this comment is missing", start);
            if (token === ')')
                return null;
        }
    }
    #lookbehind(flags, start) {
        const kind = this.#reader.next();
        if (kind !== '=' && kind !== '!')
            this.#reader.fail("'(?<' is followed neither by '=' nor by '!'", start);
        const outermost = this.#beforeLookbehind === null;
        if (outermost)
            this.#beforeLookbehind = this.#closed.length;
        const piece = this.#look(flags, start, { ahead: false, negated: kind === '!' });
        if (outermost)
            this.#beforeLookbehind = null;
        return piece;
    }
    #look(flags, start, look) {
        return { node: { type: 'look', ...look, item: this.#inside(flags, start), offset: start }, repeatable: 'yes' };
    }
    #flagged(flags, start, first, mayBeGlobal) {
        const change = readFlags(this.#reader, first);
        if (!change.global) {
            const item = this.#inside(changedFlags(flags, change), start);
            return { node: { type: 'group', index: null, item }, repeatable: 'yes' };
        }
        if (!mayBeGlobal)
            this.#reader.fail('flags for the whole pattern stand at its very beginning only', start);
        this.#unicode ||= change.on.includes('u');
        this.#global = changedFlags(this.#global, { ...change, on: change.on.replace('u', '') });
        if (this.#unicode && this.#global.ascii)
            this.#reader.fail("the flags 'a' and 'u' exclude each other", start);
        return null;
    }
}


/***/ }),

/***/ 5493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PatternError)
/* harmony export */ });
/** Carries a fault out of the depths of a parse; never leaves core/pattern. */
class PatternError extends Error {
    offset;
    reason;
    constructor(offset, message, reason = 'invalid') {
        super(message);
        this.offset = offset;
        this.reason = reason;
    }
}


/***/ }),

/***/ 8896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rd: () => (/* binding */ compileCapturing),
  lt: () => (/* binding */ compileNameFilter),
  Eb: () => (/* binding */ compilePattern)
});

// UNUSED EXPORTS: ALLOW_ALL

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/core/pattern-case.js
/*
 * Which characters Python takes for the same when case does not matter: those whose simple upper case of the simple lower
 * case agree, and three pairs that only re/_casefix.py knows. JavaScript's own `i` agrees but for the dotted and
 * dotless i.
 */
/** The four letters i that Python takes for one. */
const LETTERS_I = [0x49, 0x69, 0x130, 0x131];
const EXTRA = [
    [0x390, 0x1fd3],
    [0x3b0, 0x1fe3],
    [0xfb05, 0xfb06]
];
/** No letter with a case lies above. */
const LAST_CASED = 0x1e943;
let classes = null;
/** All code points that are the same as `code` when case does not matter, itself included. */
function caseVariants(code, ascii) {
    if (ascii)
        return asciiVariants(code);
    classes ??= buildClasses();
    return classes.get(code) ?? [code];
}
/** All code points that are the same as one between `low` and `high` when case does not matter, without those. */
function rangeVariants(low, high, ascii) {
    classes ??= buildClasses();
    const cased = ascii ? ASCII_LETTERS : [...classes.keys()];
    const variants = cased
        .filter((code) => code >= low && code <= high)
        .flatMap((code) => caseVariants(code, ascii))
        .filter((code) => code < low || code > high);
    return [...new Set(variants)];
}
const ASCII_LETTERS = Array.from({ length: 26 }, (_, i) => [0x41 + i, 0x61 + i]).flat();
function asciiVariants(code) {
    return ASCII_LETTERS.includes(code) ? [code, code ^ 0x20] : [code];
}
/** Every letter that has a case, with all that it equals. Takes some milliseconds, and few patterns need it. */
function buildClasses() {
    const byKey = new Map();
    for (let code = 0x41; code <= LAST_CASED; code += 1) {
        const text = String.fromCodePoint(code);
        if (!/\p{Changes_When_Casemapped}/u.test(text))
            continue;
        const key = caseKey(code);
        byKey.set(key, [...(byKey.get(key) ?? []), code]);
    }
    byKey.set(-1, [...LETTERS_I]);
    for (const [index, pair] of EXTRA.entries())
        byKey.set(-2 - index, [...pair]);
    const all = new Map();
    for (const members of byKey.values())
        for (const code of members)
            all.set(code, members);
    return all;
}
function caseKey(code) {
    const lower = String.fromCodePoint(code).toLowerCase().codePointAt(0) ?? code;
    const upper = String.fromCodePoint(lower).toUpperCase();
    return [...upper].length === 1 ? (upper.codePointAt(0) ?? lower) : lower;
}

// EXTERNAL MODULE: ./lib/core/pattern-syntax.js
var pattern_syntax = __webpack_require__(5493);
;// CONCATENATED MODULE: ./lib/core/pattern-width.js

const NOTHING = { least: 0, most: 0 };
/**
 * The width of a node (re/_parser.py getwidth). `groups` collects the widths of captures, which references to them have.
 * @throws PatternError when a lookbehind in it has no fixed width, which Python wants.
 */
function widthOf(node, groups) {
    switch (node.type) {
        case 'set':
        case 'any':
            return { least: 1, most: 1 };
        case 'at':
            return NOTHING;
        case 'reference':
            return groups.get(node.group) ?? NOTHING;
        case 'atomic':
            return widthOf(node.item, groups);
        case 'group': {
            const width = widthOf(node.item, groups);
            if (node.index !== null)
                groups.set(node.index, width);
            return width;
        }
        case 'sequence':
            return node.items.map((item) => widthOf(item, groups)).reduce(together, NOTHING);
        case 'branch':
            return node.options.map((option) => widthOf(option, groups)).reduce(either);
        case 'repeat': {
            const item = widthOf(node.item, groups);
            const most = item.most === 0 ? 0 : item.most * (node.max ?? Number.POSITIVE_INFINITY);
            return { least: item.least * node.min, most };
        }
        case 'look': {
            const { least, most } = widthOf(node.item, groups);
            if (!node.ahead && least !== most)
                throw new pattern_syntax/* PatternError */.J(node.offset, 'a lookbehind without a fixed width');
            return NOTHING;
        }
    }
}
const together = (a, b) => ({ least: a.least + b.least, most: a.most + b.most });
const either = (a, b) => ({ least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) });

;// CONCATENATED MODULE: ./lib/core/pattern-emit.js



/** Any character. Not [^]: with the `v` flag Node 20 miscounts its repetitions. */
const ANY = '[\\s\\S]';
// Python's own classes, checked code point by code point: test/core/pattern.test.ts
const CATEGORIES = {
    d: { unicode: '\\p{Nd}', ascii: '0-9' },
    s: {
        unicode: '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000',
        ascii: '\\t-\\r\\x20'
    },
    w: { unicode: '\\p{L}\\p{N}_', ascii: 'a-zA-Z0-9_' }
};
/** Writes a parsed Python pattern as the source of a JavaScript RegExp with the `v` flag. */
class PatternEmitter {
    #caseMode;
    /** Python's group numbers → those of the RegExp, which has some more. */
    #groups = new Map();
    #captures = 0;
    constructor(caseMode) {
        this.#caseMode = caseMode;
    }
    /** Python's group numbers → those of the RegExp. */
    get groups() {
        return this.#groups;
    }
    /** @throws PatternError where JavaScript has no words for it. */
    emit(node) {
        return this.#node(node, { set: new Set(), inLookbehind: false });
    }
    #node(node, place) {
        switch (node.type) {
            case 'set':
                return this.#set(node.items, node.negated, node.flags);
            case 'any':
                return node.flags.dotAll ? ANY : '[^\\n]';
            case 'at':
                return pattern_emit_anchor(node.place, node.flags);
            case 'sequence':
                return node.items.map((item) => this.#node(item, place)).join('');
            case 'branch':
                return this.#branch(node.options, place);
            case 'repeat':
                return this.#repeat(node, place);
            case 'group':
                return this.#group(node.index, node.item, place);
            case 'atomic':
                return this.#atomic(node.item, node.offset, place);
            case 'look':
                return this.#look(node, place);
            case 'reference':
                return this.#reference(node.group, node.flags, node.offset, place);
        }
    }
    /** Only what every option captures is certain after a branch. */
    #branch(options, place) {
        const outcomes = options.map((option) => {
            const set = new Set(place.set);
            return { source: this.#node(option, { ...place, set }), set };
        });
        const [first] = outcomes;
        for (const group of first?.set ?? [])
            if (outcomes.every(({ set }) => set.has(group)))
                place.set.add(group);
        return `(?:${outcomes.map(({ source }) => source).join('|')})`;
    }
    #repeat(node, place) {
        const { item, min, max, mode, offset } = node;
        if (mode === 'possessive') {
            // Python and JavaScript end a repetition of nothing at different times.
            if (widthOf(item, new Map()).least === 0) {
                throw new pattern_syntax/* PatternError */.J(offset, 'a possessive repetition of what may be nothing', 'untranslatable');
            }
            return this.#atomic({ ...node, mode: 'greedy' }, offset, place);
        }
        const set = min > 0 ? place.set : new Set(place.set);
        const count = max === null ? `{${min},}` : `{${min},${max}}`;
        return `(?:${this.#node(item, { ...place, set })})${count}${mode === 'lazy' ? '?' : ''}`;
    }
    #group(index, item, place) {
        if (index === null)
            return `(?:${this.#node(item, place)})`;
        this.#captures += 1;
        this.#groups.set(index, this.#captures);
        const source = `(${this.#node(item, place)})`;
        place.set.add(index);
        return source;
    }
    /** A lookahead never gives back what it matched, so a reference to its capture is an atomic group. */
    #atomic(item, offset, place) {
        if (place.inLookbehind)
            throw new pattern_syntax/* PatternError */.J(offset, 'an atomic group inside a lookbehind', 'untranslatable');
        this.#captures += 1;
        const capture = this.#captures;
        return `(?=(${this.#node(item, place)}))(?:\\${capture})`;
    }
    #look(node, place) {
        const sign = `${node.ahead ? '' : '<'}${node.negated ? '!' : '='}`;
        const set = node.negated ? new Set(place.set) : place.set;
        const inLookbehind = !node.ahead || place.inLookbehind;
        return `(?:(?${sign}${this.#node(node.item, { set, inLookbehind })}))`;
    }
    /** A capture that took no part fails in Python and matches nothing in JavaScript: only certain ones are alike. */
    #reference(group, flags, offset, place) {
        if (place.inLookbehind || !place.set.has(group)) {
            throw new pattern_syntax/* PatternError */.J(offset, 'a reference to a group that may have matched nothing', 'untranslatable');
        }
        if (flags.ignoreCase && this.#caseMode === 'written-out') {
            throw new pattern_syntax/* PatternError */.J(offset, 'a reference where only a part of the pattern ignores case', 'untranslatable');
        }
        return `(?:\\${this.#groups.get(group) ?? 0})`;
    }
    #set(items, negated, flags) {
        const members = items.map((item) => this.#member(item, flags)).join('');
        const [only] = items;
        if (!negated && items.length === 1 && only?.type === 'range' && only.low === only.high) {
            const isLetterOfSeveral = members.length > character(only.low).length;
            if (!isLetterOfSeveral)
                return members;
        }
        return `[${negated ? '^' : ''}${members}]`;
    }
    #member(item, flags) {
        if (item.type === 'category') {
            const members = CATEGORIES[item.category][flags.ascii ? 'ascii' : 'unicode'];
            return `[${item.negated ? '^' : ''}${members}]`;
        }
        const { low, high } = item;
        const written = low === high ? character(low) : `${character(low)}-${character(high)}`;
        if (!flags.ignoreCase)
            return written;
        return written + this.#variants(low, high, flags).map(character).join('');
    }
    #variants(low, high, flags) {
        if (this.#caseMode === 'everywhere') {
            const hasI = LETTERS_I.some((code) => code >= low && code <= high);
            return hasI ? LETTERS_I.filter((code) => code < low || code > high) : [];
        }
        if (low === high)
            return caseVariants(low, flags.ascii).filter((code) => code !== low);
        return rangeVariants(low, high, flags.ascii);
    }
}
function pattern_emit_anchor(place, flags) {
    const word = CATEGORIES.w[flags.ascii ? 'ascii' : 'unicode'];
    switch (place) {
        case 'text-start':
            return '^';
        case 'text-end':
            return '$';
        case 'line-start':
            return flags.multiline ? '(?:^|(?<=\\n))' : '^';
        case 'line-end':
            return flags.multiline ? '(?:$|(?=\\n))' : '(?=\\n?$)';
        case 'boundary':
            return `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`;
        case 'no-boundary':
            // An empty text has neither boundaries nor places without one (Modules/_sre, SRE_AT_NON_BOUNDARY).
            return `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}])(?:(?=${ANY})|(?<=${ANY})))`;
    }
}
/** A code point as it may stand anywhere in a RegExp with the `v` flag. */
function character(code) {
    const text = String.fromCodePoint(code);
    return /^[A-Za-z0-9_ ]$/.test(text) ? text : `\\u{${code.toString(16)}}`;
}

// EXTERNAL MODULE: ./lib/core/pattern-parse.js + 4 modules
var pattern_parse = __webpack_require__(6934);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
;// CONCATENATED MODULE: ./lib/core/pattern.js






/** Characters of a pattern: room for a thousand names side by side. The RegExp of one much longer takes minutes to compile. */
const MAX_LENGTH = 30_000;
/**
 * A Python 3.11 regular expression (re, for str) as a JavaScript RegExp that matches the same texts. What Python refuses,
 * and the little that cannot be translated, is a fault with its place.
 */
function compilePattern(pattern, options) {
    const compiled = compileCapturing(pattern, options);
    return compiled.ok ? (0,result.ok)(compiled.value.regExp) : compiled;
}
/** The same for who wants to know what the groups matched. */
function compileCapturing(pattern, { ignoreCase, use }) {
    const flags = { ignoreCase, multiline: false, dotAll: false, verbose: false, ascii: false };
    if (pattern.length > MAX_LENGTH)
        return (0,result/* err */._)(TOO_LARGE);
    try {
        const parser = new pattern_parse/* PatternParser */.M(pattern, flags);
        const node = parser.parse();
        widthOf(node, new Map());
        const caseMode = caseModeOf(node);
        const emitter = new PatternEmitter(caseMode);
        const source = emitter.emit(node);
        const anchored = use === 'match' ? `^(?:${source})` : source;
        const regExp = proven(new RegExp(anchored, caseMode === 'everywhere' ? 'vi' : 'v'));
        return (0,result.ok)({ regExp, groups: emitter.groups, names: parser.names });
    }
    catch (error) {
        return (0,result/* err */._)(faultOf(error));
    }
}
const TOO_LARGE = { offset: 0, message: 'the pattern is too large', reason: 'untranslatable' };
function faultOf(error) {
    if (error instanceof pattern_syntax/* PatternError */.J)
        return { offset: error.offset, message: error.message, reason: error.reason };
    if (error instanceof SyntaxError)
        return TOO_LARGE;
    if (error instanceof RangeError)
        return { offset: 0, message: 'it is nested too deeply', reason: 'untranslatable' };
    throw new Error(`a pattern could not be compiled: ${(0,errors/* messageOf */.b)(error)}`, { cause: error });
}
/** A RegExp is compiled when it is first used, once for each width of text, and only then found to be too large. */
function proven(regExp) {
    for (const text of ['', '\u0100'])
        regExp.test(text);
    return regExp;
}
/** Whether all of a pattern ignores case, nothing of it, or only a part. */
function caseModeOf(node) {
    const sensitivities = new Set();
    const visit = (n) => {
        if (n.type === 'set' || n.type === 'reference') {
            sensitivities.add(n.flags.ignoreCase && n.flags.ascii ? 'ascii' : n.flags.ignoreCase);
        }
        else if (n.type === 'sequence')
            n.items.forEach(visit);
        else if (n.type === 'branch')
            n.options.forEach(visit);
        else if (n.type !== 'any' && n.type !== 'at')
            visit(n.item);
    };
    visit(node);
    if (sensitivities.size === 0 || (sensitivities.size === 1 && sensitivities.has(false)))
        return 'never';
    return sensitivities.size === 1 && sensitivities.has(true) ? 'everywhere' : 'written-out';
}
/** What the peer uses where a recipe says nothing. */
const ALLOW_ALL = { allow: ['.*'], deny: [], ignoreCase: true };
/**
 * Patterns match at the start of a name, not its whole. Deny goes first, then one of allow has to match: an empty allow
 * list lets nothing through.
 */
function compileNameFilter({ allow, deny, ignoreCase }) {
    const faults = [];
    const compile = (patterns, list) => patterns.flatMap((pattern, index) => {
        const compiled = compilePattern(pattern, { ignoreCase, use: 'match' });
        if (compiled.ok)
            return [{ pattern, regExp: compiled.value }];
        faults.push({ ...compiled.error, list, index });
        return [];
    });
    const lists = { allow: compile(allow, 'allow'), deny: compile(deny, 'deny') };
    return faults.length > 0 ? (0,result/* err */._)(faults) : (0,result.ok)(nameFilter(lists.allow, lists.deny));
}
function nameFilter(allow, deny) {
    const decision = (list, index, allowed) => {
        const pattern = list[index]?.pattern;
        return pattern === undefined ? { allowed: false, pattern: null, index: null } : { allowed, pattern, index };
    };
    const matching = (list, name) => list.findIndex(({ regExp }) => regExp.test(name));
    const decidedBy = (name) => {
        const denied = matching(deny, name);
        return denied >= 0 ? decision(deny, denied, false) : decision(allow, matching(allow, name), true);
    };
    return { decidedBy, allows: (name) => decidedBy(name).allowed };
}


/***/ }),

/***/ 9531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   k5: () => (/* binding */ quotedKey)
/* harmony export */ });
const MAX_LENGTH = 80;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal or a log line
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/g;
/** `text` without line breaks and control characters. */
const oneLine = (text) => text.replace(UNSAFE, ' ');
/** `text` in single quotes for a one-line message: without line breaks and control characters, cut when long. */
function quoted(text) {
    const line = oneLine(text);
    return `'${line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line}'`;
}
/** A key in single quotes; of what does not look like one nothing is shown: a broken text may hold a secret there. */
function quotedKey(text) {
    return /^[\w.:/${}-]{1,60}$/.test(text) ? quoted(text) : "'…'";
}


/***/ }),

/***/ 8490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ err),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
/** A success that holds `value`. */
const ok = (value) => ({ ok: true, value });
/** A failure that holds `error`. */
const err = (error) => ({ ok: false, error });


/***/ }),

/***/ 3029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/* unused harmony export distance */
/**
 * The one of `known` that `word` was probably meant to be, or null when none is near: at most one slip for every three
 * characters, case aside. Of equally near ones the first.
 */
function suggest(word, known) {
    const most = Math.max(1, Math.floor(word.length / 3));
    let best = null;
    let least = most + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - word.length) > most)
            continue;
        const slips = distance(word.toLowerCase(), candidate.toLowerCase());
        if (slips < least) {
            best = candidate;
            least = slips;
        }
    }
    return best;
}
/** Insertions, deletions, replacements and swaps of neighbours from `a` to `b` (optimal string alignment). */
function distance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            row[j] = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost, swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY);
        }
        beforeLast = last;
        last = row;
    }
    return at(last, b.length);
}
const at = (row, i) => row[i] ?? Number.POSITIVE_INFINITY;


/***/ }),

/***/ 2486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ lineFinder)
/* harmony export */ });
/** Finds the line and column (from 1, in UTF-16 units) of an offset in `text`. Lines end with LF, CR LF or CR. */
function lineFinder(text) {
    const starts = [0];
    for (const end of text.matchAll(/\r\n?|\n/g))
        starts.push(end.index + end[0].length);
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}


/***/ }),

/***/ 1937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  me: () => (/* binding */ parseConfigFile),
  hN: () => (/* binding */ parseYaml)
});

// UNUSED EXPORTS: parseJson

// EXTERNAL MODULE: ./lib/core/diagnostic.js
var diagnostic = __webpack_require__(876);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
;// CONCATENATED MODULE: ./lib/core/yaml-node.js
/**
 * What makes two keys the same key, as in a Python dict: 1, 1.0 and true are one key, 1 and '1' are two.
 */
function keyIdentity(key) {
    if (key.type === 'boolean')
        return `n${key.value ? 1 : 0}`;
    if (key.type === 'integer')
        return `n${key.value}`;
    if (key.type === 'float' && Number.isInteger(key.value))
        return `n${BigInt(key.value)}`;
    if (key.type === 'float')
        return `n${key.value}`;
    return `${key.type} ${key.value}`;
}

;// CONCATENATED MODULE: ./lib/core/yaml-scalar.js

const TAG_PREFIX = 'tag:yaml.org,2002:';
const NULL = /^(?:~|null|Null|NULL|)$/;
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER = /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** What a `!!float` tag admits besides. */
const DECIMAL = /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const TIMESTAMP = /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](\d\d?)(?::(\d\d))?))?)?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** The value of a plain (unquoted) scalar, by the implicit resolvers of PyYAML (yaml/resolver.py). */
function resolvePlain(text) {
    if (NULL.test(text))
        return (0,result.ok)({ type: 'null', value: null });
    if (TRUE.test(text))
        return (0,result.ok)({ type: 'boolean', value: true });
    if (FALSE.test(text))
        return (0,result.ok)({ type: 'boolean', value: false });
    if (FLOAT.test(text))
        return (0,result.ok)({ type: 'float', value: floatOf(text) });
    if (INTEGER.test(text))
        return integerOf(text);
    if (isTimestamp(text))
        return timestampOf(text);
    if (text === '=')
        return (0,result/* err */._)("a bare '=' has no value in YAML 1.1");
    if (text === '<<')
        return (0,result/* err */._)("'<<' merges mappings and stands only as a key");
    return (0,result.ok)({ type: 'string', value: text });
}
const plainOnly = (pattern) => (text) => pattern.test(text);
/** What PyYAML's SafeConstructor makes of a scalar whose tag says what it is; where it `fits`. */
const TAGS = {
    str: { fits: () => true, read: (text) => (0,result.ok)({ type: 'string', value: text }) },
    null: { fits: () => true, read: () => (0,result.ok)({ type: 'null', value: null }) },
    binary: { fits: () => true, read: (text) => (0,result.ok)({ type: 'binary', value: text }) },
    bool: { fits: (text) => TRUE.test(text) || FALSE.test(text), read: resolvePlain },
    int: { fits: plainOnly(INTEGER), read: integerOf },
    float: {
        fits: (text) => FLOAT.test(text) || DECIMAL.test(text),
        read: (text) => (0,result.ok)({ type: 'float', value: floatOf(text) })
    },
    timestamp: { fits: isTimestamp, read: timestampOf }
};
/** The value of a scalar with an explicit tag such as `!!str`. */
function resolveTagged(tag, text) {
    const name = tag.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : '';
    const rule = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
    if (rule === undefined)
        return (0,result/* err */._)('a tag that standard YAML does not know');
    return rule.fits(text) ? rule.read(text) : (0,result/* err */._)(`the value does not fit its tag !!${name}`);
}
function integerOf(text) {
    const negative = text.startsWith('-');
    const digits = text.replaceAll('_', '').replace(/^[-+]/, '');
    if (/^0[bx]$/.test(digits))
        return (0,result/* err */._)('the number has no digits');
    const magnitude = digits.includes(':') ? sexagesimal(digits) : BigInt(digits.replace(/^0(?=[0-7])/, '0o'));
    return (0,result.ok)({ type: 'integer', value: negative ? -magnitude : magnitude });
}
/** `1:30` is ninety: base 60, as YAML 1.1 writes times. */
function sexagesimal(digits) {
    return digits.split(':').reduce((total, part) => total * 60n + BigInt(part), 0n);
}
function floatOf(text) {
    const plain = text.replaceAll('_', '').toLowerCase();
    const sign = plain.startsWith('-') ? -1 : 1;
    const digits = plain.replace(/^[-+]/, '');
    if (digits === '.inf')
        return sign * Number.POSITIVE_INFINITY;
    if (digits === '.nan')
        return Number.NaN;
    if (!digits.includes(':'))
        return sign * Number(digits);
    return sign * digits.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}
/** A lone date needs two digits for month and day; before a time one is enough. */
function isTimestamp(text) {
    const match = TIMESTAMP.exec(text);
    return match !== null && (match[4] !== undefined || DATE.test(text));
}
function timestampOf(text) {
    const parts = (TIMESTAMP.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0));
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHours = 0, zoneMinutes = 0] = parts;
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    const exists = year > 0 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60;
    if (!exists || zoneHours * 60 + zoneMinutes >= 24 * 60)
        return (0,result/* err */._)('there is no such date');
    return (0,result.ok)({ type: 'timestamp', value: text });
}

;// CONCATENATED MODULE: ./lib/core/yaml-compose.js




const MAX_DEPTH = 100;
/** Nodes, every alias counted as often as it is used: enough for any recipe, far from what an alias bomb unfolds to. */
const MAX_NODES = 100_000;
const MERGE_TAG = 'tag:yaml.org,2002:merge';
const MAP_TAG = 'tag:yaml.org,2002:map';
const LIST_TAG = 'tag:yaml.org,2002:seq';
/** Resolves types, merge keys and aliases of a parsed text as PyYAML's safe_load does (composer.py, constructor.py). */
class YamlComposer {
    diagnostics = [];
    #file;
    #text;
    #positionOf;
    #anchors = new Map();
    #nodes = 0;
    /** How many [ ] and { } are open. */
    #flow = 0;
    constructor(file, { text, positionOf }) {
        this.#file = file;
        this.#text = text;
        this.#positionOf = positionOf;
    }
    /** The node that `raw` stands for. Where it is faulty, a null stands in and `diagnostics` says why. */
    compose(raw, depth = 0) {
        const at = this.#positionOf(raw.range[0]);
        const before = this.#nodes;
        this.#nodes += 1;
        if (depth > MAX_DEPTH)
            return this.#refuse(at, 'yaml-too-deep', 'the text is nested too deeply', 'nest it less');
        if ((0,dist/* isAlias */.Vj)(raw))
            return this.#aliased(raw.source, at);
        const anchor = raw.anchor;
        if (anchor !== undefined)
            this.#open(anchor, at);
        const node = (0,dist/* isScalar */.jn)(raw) ? this.#scalar(raw, at) : this.#collection(raw, at, depth);
        if (anchor !== undefined)
            this.#anchors.set(anchor, { node, size: this.#nodes - before });
        return node;
    }
    #aliased(name, at) {
        const target = this.#anchors.get(name);
        if (target === undefined) {
            const message = 'an alias (*name) that no anchor (&name) above it defines';
            return this.#refuse(at, 'yaml-syntax', message, 'put the value in quotes');
        }
        if (target === null)
            return this.#refuse(at, 'yaml-alias', 'an alias stands inside what it stands for', 'remove it');
        this.#nodes += target.size;
        return target.node;
    }
    #open(anchor, at) {
        if (this.#anchors.has(anchor))
            this.#say(at, 'error', 'yaml-alias', 'an anchor defined twice', 'rename one of them');
        this.#anchors.set(anchor, null);
    }
    #scalar(raw, at) {
        const fault = this.#refuseScalar(raw);
        if (fault !== null)
            return this.#refuse(at, 'yaml-syntax', fault.message, fault.cure);
        const plain = raw.type === undefined || raw.type === 'PLAIN';
        const tag = raw.tag === '!' ? undefined : raw.tag;
        if (tag === undefined && !plain)
            return { kind: 'scalar', at, type: 'string', value: raw.source };
        const value = tag === undefined ? resolvePlain(raw.source) : resolveTagged(tag, raw.source);
        if (value.ok)
            return { kind: 'scalar', at, ...value.value };
        return this.#refuse(at, 'yaml-value', value.error, 'put the value in quotes to make it text');
    }
    /** What the yaml package lets pass and PyYAML refuses. */
    #refuseScalar(raw) {
        const written = this.#text.slice(raw.range[0], raw.range[1]);
        if (raw.type === 'QUOTE_SINGLE' && !/^'(?:[^']|'')*'$/.test(written)) {
            return {
                message: 'a closing single quote is missing',
                cure: "end the value with one ' (a '' stands for a quote in it)"
            };
        }
        if (raw.type === 'PLAIN' && this.#flow > 0 && written.includes('?')) {
            return { message: "an unquoted '?' inside [ ] or { }", cure: 'put the value in single quotes' };
        }
        if (raw.type === 'PLAIN' && this.#flow > 0 && written.startsWith(':')) {
            return {
                message: "an unquoted ':' at the beginning of a value inside [ ] or { }",
                cure: 'put the value in single quotes'
            };
        }
        if (raw.type === 'PLAIN' && written.includes('\t')) {
            return { message: 'a tab inside an unquoted value', cure: 'use spaces, or put the value in quotes' };
        }
        return null;
    }
    #collection(raw, at, depth) {
        const expected = (0,dist/* isMap */.jh)(raw) ? MAP_TAG : LIST_TAG;
        if (raw.tag !== undefined && raw.tag !== expected && raw.tag !== '!') {
            return this.#refuse(at, 'yaml-value', 'a tag that is not read here', 'remove the tag');
        }
        const flow = raw.flow === true ? 1 : 0;
        this.#flow += flow;
        const node = (0,dist/* isMap */.jh)(raw)
            ? this.#map(raw, at, depth)
            : { kind: 'list', at, items: raw.items.map((item) => this.#item(item, at, depth)) };
        this.#flow -= flow;
        return node;
    }
    #item(raw, at, depth) {
        if (this.#nodes > MAX_NODES) {
            return this.#refuse(at, 'yaml-too-large', 'aliases make the text too large', 'use fewer aliases');
        }
        return raw === null ? { kind: 'scalar', at, type: 'null', value: null } : this.compose(raw, depth + 1);
    }
    #map(raw, at, depth) {
        const merged = [];
        const own = [];
        for (const pair of raw.items) {
            const keyAt = this.#positionOf(pair.key.range[0]);
            if (isMergeKey(pair.key)) {
                merged.push(...this.#merge(this.#item(pair.value, keyAt, depth)));
                continue;
            }
            const key = this.#key(pair.key, keyAt, depth);
            own.push({ key, value: this.#item(pair.value, keyAt, depth) });
        }
        this.#warnOfDuplicates(own);
        return { kind: 'map', at, entries: lastOfEachKey([...merged, ...own]) };
    }
    #key(raw, at, depth) {
        if ((0,dist/* isScalar */.jn)(raw) && raw.tag === undefined && raw.type !== 'QUOTE_SINGLE' && raw.type !== 'QUOTE_DOUBLE') {
            if (raw.source === '=')
                return { kind: 'scalar', at, type: 'string', value: '=' };
            if (raw.source === '')
                return this.#refuse(at, 'yaml-syntax', "a key is missing before ':'", 'write the key');
        }
        const key = this.compose(raw, depth + 1);
        if (key.kind === 'scalar')
            return key;
        return this.#refuse(at, 'yaml-value', 'a list or a mapping used as a key', 'put the key in quotes');
    }
    /** What `<<:` brings in. Of several mappings the first one wins, so the later ones come first. */
    #merge(value) {
        if (value.kind === 'list')
            return [...value.items].reverse().flatMap((item) => this.#mergeOne(item));
        return this.#mergeOne(value);
    }
    #mergeOne(value) {
        if (value.kind === 'map')
            return value.entries;
        this.#say(value.at, 'error', 'yaml-value', "'<<' merges something that is no mapping", 'merge an alias of a mapping');
        return [];
    }
    #warnOfDuplicates(own) {
        const seen = new Map();
        for (const { key } of own) {
            const first = seen.get(keyIdentity(key));
            seen.set(keyIdentity(key), key);
            if (first === undefined)
                continue;
            const message = `the key ${(0,quote/* quotedKey */.k5)(String(key.value))} appears twice; this one wins, the one in line ${first.at.line} is dropped`;
            this.#say(key.at, 'warning', 'duplicate-key', message, 'remove one of them');
        }
    }
    #refuse(at, code, message, cure) {
        this.#say(at, 'error', code, message, cure);
        return { kind: 'scalar', at, type: 'null', value: null };
    }
    #say(at, severity, code, message, cure) {
        this.diagnostics.push({ file: this.#file, ...at, severity, code, message, cure });
    }
}
function isMergeKey(key) {
    if (!(0,dist/* isScalar */.jn)(key))
        return false;
    if (key.tag !== undefined)
        return key.tag === MERGE_TAG;
    return key.source === '<<' && (key.type === undefined || key.type === 'PLAIN');
}
/** As in a Python dict: of equal keys the last value, in the place of the first. */
function lastOfEachKey(entries) {
    const byKey = new Map();
    for (const entry of entries)
        byKey.set(keyIdentity(entry.key), entry);
    return [...byKey.values()];
}

;// CONCATENATED MODULE: ./lib/core/yaml-json.js


const yaml_json_MAX_DEPTH = 100;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in strings
const STRING = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
/** NaN and the infinities are what Python's json module reads besides JSON. */
const WORDS = [
    ['true', { type: 'boolean', value: true }],
    ['false', { type: 'boolean', value: false }],
    ['null', { type: 'null', value: null }],
    ['NaN', { type: 'float', value: Number.NaN }],
    ['Infinity', { type: 'float', value: Number.POSITIVE_INFINITY }],
    ['-Infinity', { type: 'float', value: Number.NEGATIVE_INFINITY }]
];
/** Why a JSON text cannot be read, and where. */
class JsonFault extends Error {
    offset;
    constructor(offset, message) {
        super(message);
        this.offset = offset;
    }
}
/** Reads JSON as Python's json.load does, keeping the place of every key and value. Stops at the first error. */
class JsonReader {
    diagnostics = [];
    #file;
    #text;
    #positionOf;
    #next = 0;
    constructor(file, text, positionOf) {
        this.#file = file;
        this.#text = text;
        this.#positionOf = positionOf;
    }
    /** The root node, or null when there is none: `diagnostics` says why. */
    read() {
        try {
            const root = this.#value(0);
            this.#skipSpace();
            if (this.#next < this.#text.length)
                this.#fail('something follows after the end of the JSON value');
            return root;
        }
        catch (error) {
            if (!(error instanceof JsonFault))
                throw error;
            const cure = 'check the commas, quotes and brackets here and just before';
            this.diagnostics.push({
                file: this.#file,
                ...this.#positionOf(error.offset),
                severity: 'error',
                code: 'json-syntax',
                message: error.message,
                cure
            });
            return null;
        }
    }
    #value(depth) {
        if (depth > yaml_json_MAX_DEPTH)
            this.#fail('the text is nested too deeply');
        this.#skipSpace();
        const at = this.#positionOf(this.#next);
        if (this.#take('{'))
            return { kind: 'map', at, entries: this.#entries(depth) };
        if (this.#take('['))
            return { kind: 'list', at, items: this.#items(depth) };
        return { kind: 'scalar', at, ...this.#scalar() };
    }
    #entries(depth) {
        const entries = new Map();
        this.#skipSpace();
        if (this.#take('}'))
            return [];
        for (;;) {
            const key = this.#key();
            this.#skipSpace();
            if (!this.#take(':'))
                this.#fail("':' is missing after a key");
            const first = entries.get(keyIdentity(key));
            if (first !== undefined)
                this.#warnOfDuplicate(key, first.key);
            entries.set(keyIdentity(key), { key, value: this.#value(depth + 1) });
            this.#skipSpace();
            if (this.#take('}'))
                return [...entries.values()];
            if (!this.#take(','))
                this.#fail("',' or '}' is missing");
        }
    }
    #items(depth) {
        const items = [];
        this.#skipSpace();
        if (this.#take(']'))
            return items;
        for (;;) {
            items.push(this.#value(depth + 1));
            this.#skipSpace();
            if (this.#take(']'))
                return items;
            if (!this.#take(','))
                this.#fail("',' or ']' is missing");
        }
    }
    #key() {
        this.#skipSpace();
        const at = this.#positionOf(this.#next);
        const text = this.#match(STRING);
        if (text === null)
            return this.#fail('a key in double quotes is missing');
        return { kind: 'scalar', at, type: 'string', value: String(JSON.parse(text)) };
    }
    #scalar() {
        const text = this.#match(STRING);
        if (text !== null)
            return { type: 'string', value: String(JSON.parse(text)) };
        for (const [word, value] of WORDS)
            if (this.#take(word))
                return value;
        const number = this.#match(NUMBER);
        if (number === null)
            return this.#fail('a value is missing, or is not closed');
        if (/^-?[0-9]+$/.test(number))
            return { type: 'integer', value: BigInt(number) };
        return { type: 'float', value: Number(number) };
    }
    #match(pattern) {
        pattern.lastIndex = this.#next;
        const text = pattern.exec(this.#text)?.[0] ?? null;
        this.#next += text?.length ?? 0;
        return text;
    }
    #skipSpace() {
        this.#match(SPACE);
    }
    #take(token) {
        if (!this.#text.startsWith(token, this.#next))
            return false;
        this.#next += token.length;
        return true;
    }
    #fail(message) {
        throw new JsonFault(this.#next, message);
    }
    #warnOfDuplicate(key, first) {
        this.diagnostics.push({
            file: this.#file,
            ...key.at,
            severity: 'warning',
            code: 'duplicate-key',
            message: `the key ${(0,quote/* quotedKey */.k5)(String(key.value))} appears twice; this one wins, the one in line ${first.at.line} is dropped`,
            cure: 'remove one of them'
        });
    }
}

// EXTERNAL MODULE: ./lib/core/yaml-lines.js
var yaml_lines = __webpack_require__(2486);
;// CONCATENATED MODULE: ./lib/core/yaml-flow.js


const OPTIONS = {
    schema: 'failsafe',
    version: '1.1',
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    strict: true,
    prettyErrors: false,
    logLevel: 'silent'
};
const UNDER_INDENTED = /in block collection must be sufficiently indented/;
const UNCLOSED = /^Missing closing/;
/** More than any sane text is indented by. */
const PADDING = ' '.repeat(200);
const MOST_PADDED_LINES = 200;
/** Every line that is moved means parsing again: of a longer text nothing is moved. */
const LONGEST_TEXT = 65_536;
/**
 * Parses a text of YAML documents. Inside of brackets and quotes the lines may stand anywhere, as in YAML 1.1 and with
 * PyYAML; YAML 1.2 wants them further in than the mapping around them, so that such lines are moved in and parsed again.
 */
function parseDocuments(text) {
    const first = parseOnce(text);
    const lines = text.split('\n');
    const padded = new Set();
    let last = first;
    for (let line = misplacedLine(last, lines); line !== null; line = misplacedLine(last, lines)) {
        if (padded.has(line) || padded.size >= MOST_PADDED_LINES || text.length > LONGEST_TEXT)
            return whole(text, first);
        padded.add(line);
        lines[line] = PADDING + lines[line];
        last = parseOnce(lines.join('\n'));
    }
    if (last.some(({ errors }) => errors.length > 0))
        return whole(text, first);
    const find = (0,yaml_lines/* lineFinder */.z)(lines.join('\n'));
    const positionOf = (offset) => {
        const at = find(offset);
        const shift = padded.has(at.line - 1) ? PADDING.length : 0;
        return { line: at.line, column: Math.max(1, at.column - shift) };
    };
    return { documents: last, text: lines.join('\n'), positionOf };
}
const whole = (text, documents) => ({
    documents,
    text,
    positionOf: (0,yaml_lines/* lineFinder */.z)(text)
});
const parseOnce = (text) => [
    ...new dist/* Composer */.Dk(OPTIONS).compose(new dist/* Parser */.iX().parse(text))
];
/** The index of the first line that ends a bracket or a quote too early, because it is not indented enough, or null. */
function misplacedLine(documents, lines) {
    const [error] = documents.flatMap(({ errors }) => errors);
    if (error === undefined)
        return null;
    const { line, column } = (0,yaml_lines/* lineFinder */.z)(lines.join('\n'))(error.pos[0]);
    const isAtStart = lines[line - 1]?.slice(0, column - 1).trim() === '';
    if (UNDER_INDENTED.test(error.message))
        return isAtStart ? line - 1 : null;
    if (!UNCLOSED.test(error.message))
        return null;
    const next = lines.findIndex((text, index) => index >= line && text.trim() !== '');
    return next < 0 ? null : next;
}

;// CONCATENATED MODULE: ./lib/core/yaml-syntax.js
const ALIGN = 'align it with the lines it belongs to, with spaces';
const QUOTE = 'put the value in quotes';
const ADVICE = {
    ALIAS_PROPS: { message: 'an alias (*name) has an anchor or tag of its own', cure: 'remove the anchor or tag' },
    BAD_ALIAS: { message: 'an alias (*name) that no anchor (&name) above it defines', cure: QUOTE },
    BAD_COLLECTION_TYPE: { message: 'the tag does not fit the value', cure: 'remove the tag' },
    BAD_DIRECTIVE: { message: 'an unknown directive (a line that begins with %)', cure: 'remove the line' },
    BAD_DQ_ESCAPE: {
        message: 'a backslash escape that YAML does not know, in double quotes',
        cure: 'use single quotes, in which a backslash is just a backslash'
    },
    BAD_INDENT: { message: 'the line is indented differently from its neighbours', cure: ALIGN },
    BAD_PROP_ORDER: { message: 'an anchor or tag stands before a - or ? sign', cure: 'put it after the sign' },
    BAD_SCALAR_START: { message: 'an unquoted value begins with a character that YAML reserves', cure: QUOTE },
    BLOCK_AS_IMPLICIT_KEY: {
        message: "a second ': ' on one line, or the next line is indented further than this one",
        cure: `${QUOTE}, or align the next line with this one`
    },
    BLOCK_IN_FLOW: { message: 'an indented block inside [ ] or { }', cure: 'write it in [ ] or { } form too' },
    DUPLICATE_KEY: { message: 'a key appears twice', cure: 'remove one of them' },
    IMPOSSIBLE: { message: 'the text is not YAML', cure: 'check this line and the one before it' },
    KEY_OVER_1024_CHARS: { message: 'a key of more than 1,024 characters', cure: 'shorten the key' },
    MISSING_CHAR: {
        message: 'something is missing: a closing quote or bracket, or a space after a colon or comma',
        cure: 'complete it here, or on the line before'
    },
    MULTILINE_IMPLICIT_KEY: {
        message: "a key spans several lines, or ':' is missing after a key",
        cure: "write the key, ':' and a space on one line"
    },
    MULTIPLE_ANCHORS: { message: 'a value with two anchors', cure: 'keep one of them' },
    MULTIPLE_DOCS: { message: 'a second document begins here', cure: 'keep one document in the file' },
    MULTIPLE_TAGS: { message: 'a value with two tags', cure: 'keep one of them' },
    NON_STRING_KEY: { message: 'a key that is not text', cure: 'put the key in quotes' },
    RESOURCE_EXHAUSTION: { message: 'the text is nested too deeply', cure: 'nest it less' },
    TAB_AS_INDENT: { message: 'a tab is used as indentation', cure: 'indent with spaces' },
    TAG_RESOLVE_FAILED: { message: 'the tag does not fit the value', cure: 'remove the tag' },
    UNEXPECTED_TOKEN: {
        message: 'something stands here that YAML does not expect',
        cure: `${QUOTE} if it is one, or check the brackets, quotes and colons before it`
    }
};
/** What to say about an error of the YAML parser. */
function syntaxAdvice(code) {
    return ADVICE[code];
}

;// CONCATENATED MODULE: ./lib/core/yaml-read.js




/** Lexemes that stand for no text: the beginning of a document, the end of a flow, the beginning of a scalar. */
const MARKS = [dist/* CST */.DB.DOCUMENT, dist/* CST */.DB.FLOW_END, dist/* CST */.DB.SCALAR];
/**
 * Text that YAML 1.1 does not allow (PyYAML's reader.py), and the line breaks that only it knows: nobody sees them, and
 * YAML 1.2 parsers take them for text.
 */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** The first directive (a % line before the text) that is not one of YAML 1.x, which says nothing new. */
const DIRECTIVES = /^(?:[ \t]*(?:#.*)?\n|%YAML 1\.\d+ *\n)*%(?!YAML 1\.\d+ *\n)/;
/** Parses `text`, one document of YAML. Every syntax error becomes a diagnostic; of one line only the first. */
function readRaw(file, text) {
    const normal = text.replace(/\r(?!\n)/g, '\n');
    const refused = refuseCharacters(normal, sayAt(file, (0,yaml_lines/* lineFinder */.z)(text)));
    if (refused.length > 0)
        return refused;
    const parsed = parseDocuments(normal);
    const say = sayAt(file, parsed.positionOf);
    const faults = parsed.documents.flatMap((document) => document.errors.map((error) => explain(error, document, say)));
    if (faults.length > 0)
        return firstOfEachLine(faults);
    const [first, second] = parsed.documents;
    if (second === undefined)
        return { ...parsed, contents: first?.contents ?? null };
    return [say(second.range[0], 'yaml-multiple-documents', 'a second document begins here', 'keep one in the file')];
}
const sayAt = (file, positionOf) => (offset, code, message, cure) => ({ file, ...positionOf(offset), severity: 'error', code, message, cure });
function explain(error, document, say) {
    const quote = error.message.startsWith('Missing closing') ? openingQuote(document, error.pos[0]) : null;
    if (quote !== null)
        return say(quote, 'yaml-syntax', 'the quote that begins here is not closed', 'close it');
    const { message, cure } = syntaxAdvice(error.code);
    return say(error.pos[0], 'yaml-syntax', message, cure);
}
/** What YAML 1.2 lets pass and PyYAML refuses: odd characters, tabs between words, directives. */
function refuseCharacters(text, say) {
    const unprintable = UNPRINTABLE.exec(text);
    if (unprintable !== null) {
        const cure = 'remove it, or write it as an escape in double quotes';
        return [say(unprintable.index, 'yaml-syntax', 'a control character or an invisible line break', cure)];
    }
    const directive = DIRECTIVES.exec(text);
    if (directive !== null) {
        return [
            say(directive[0].length - 1, 'yaml-syntax', 'a line that begins with %', 'remove the line or quote the value')
        ];
    }
    const tab = tabBetweenWords(text);
    if (tab === null)
        return [];
    const isIndentation = /(?:^|\n)[ \t]*$/.test(text.slice(0, tab));
    const message = isIndentation ? 'a tab is used as indentation' : 'a tab stands between words';
    return [say(tab, 'yaml-syntax', message, 'use spaces')];
}
/** Where the quoted text begins that should have ended by `offset`; null: it cannot be told. */
function openingQuote(document, offset) {
    let opening = null;
    (0,dist/* visit */.YR)(document, {
        Scalar(_, { range, type }) {
            const isQuoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
            if (isQuoted && range && range[0] < offset && range[1] >= offset)
                opening = range[0];
        }
    });
    return opening;
}
/** The offset of the first tab outside of scalars and comments, or null. */
function tabBetweenWords(text) {
    if (!text.includes('\t'))
        return null;
    let offset = 0;
    let isText = false;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (!isText && MARKS.includes(lexeme)) {
            isText = lexeme === dist/* CST */.DB.SCALAR;
            continue;
        }
        if (!isText && /^[ \t]*\t/.test(lexeme))
            return offset + lexeme.indexOf('\t');
        isText = false;
        offset += lexeme.length;
    }
    return null;
}
/** One mistake often upsets the parser several times; what follows on the same line says nothing new. */
function firstOfEachLine(faults) {
    const byLine = new Map();
    for (const fault of faults)
        if (!byLine.has(fault.line))
            byLine.set(fault.line, fault);
    return [...byLine.values()];
}

;// CONCATENATED MODULE: ./lib/core/yaml.js






/** One mebibyte: hundreds of times the largest recipe. */
const MAX_LENGTH = 1_048_576;
/**
 * Reads a configuration file by its suffix, as the peer does (configuration/config_loader.py): `.yml` and `.yaml` as
 * YAML 1.1, `.json` as JSON; `-` (standard input) is YAML. Every other suffix is refused.
 */
function parseConfigFile({ file, text }) {
    if (file === '-' || /\.ya?ml$/.test(file))
        return parseYaml({ file, text });
    if (/\.json$/.test(file))
        return parseJson({ file, text });
    const toml = /\.toml$/i.test(file);
    const message = toml ? 'TOML files are not read here' : 'the name ends neither in .yml, .yaml nor .json';
    return (0,result/* err */._)([{ file, line: 1, column: 1, severity: 'error', code: 'file-type', message, cure: 'write it as YAML' }]);
}
/** Reads one YAML document with the place of every key and value. Values are what PyYAML's safe_load makes of them. */
function parseYaml({ file, text }) {
    const size = refuseSize({ file, text });
    if (size !== null)
        return (0,result/* err */._)([size]);
    const raw = readRaw(file, text);
    if (Array.isArray(raw))
        return (0,result/* err */._)(raw);
    const composer = new YamlComposer(file, raw);
    const root = raw.contents === null ? null : composer.compose(raw.contents);
    return finish(root, composer.diagnostics);
}
/** Reads a JSON text with the place of every key and value, as Python's json.load does. */
function parseJson({ file, text }) {
    const size = refuseSize({ file, text });
    if (size !== null)
        return (0,result/* err */._)([size]);
    if (text.trim() === '')
        return (0,result.ok)({ root: null, warnings: [] });
    const reader = new JsonReader(file, text, (0,yaml_lines/* lineFinder */.z)(text));
    return finish(reader.read(), reader.diagnostics);
}
function finish(root, diagnostics) {
    return (0,diagnostic/* hasErrors */.Cs)(diagnostics) ? (0,result/* err */._)(diagnostics) : (0,result.ok)({ root, warnings: diagnostics });
}
function refuseSize({ file, text }) {
    if (text.length <= MAX_LENGTH)
        return null;
    const message = 'the file is larger than one mebibyte';
    return { file, line: 1, column: 1, severity: 'error', code: 'yaml-too-large', message, cure: 'make it smaller' };
}


/***/ }),

/***/ 6409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ checkDag)
});

// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
;// CONCATENATED MODULE: ./lib/dag/cycle.js
/**
 * The cycles among `ids`, each as the trail on which it was found. Tasks are walked depth first in definition order;
 * cycles that share a task with one already found are not told again, as mending that one may mend them.
 */
function findCycles(ids, edges) {
    const out = new Map(ids.map((id) => [id, []]));
    for (const edge of edges)
        out.get(edge.from)?.push(edge);
    const ended = new Set();
    const inCycle = new Set();
    const found = [];
    for (const id of ids) {
        for (const trail of walk(id, out, ended)) {
            if (trail.some((edge) => inCycle.has(edge.from)))
                continue;
            for (const edge of trail)
                inCycle.add(edge.from);
            found.push(trail);
        }
    }
    return found;
}
/** Walks depth first from `start` without recursion, so that a long chain cannot exhaust the stack. */
function* walk(start, out, ended) {
    if (ended.has(start))
        return;
    const path = [{ id: start, by: null, next: 0 }];
    const onPath = new Set([start]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
        const edge = out.get(top.id)?.[top.next++];
        if (edge === undefined) {
            ended.add(top.id);
            onPath.delete(top.id);
            path.pop();
        }
        else if (onPath.has(edge.to)) {
            const from = path.findIndex((step) => step.id === edge.to);
            yield [...path.slice(from + 1).flatMap((step) => step.by ?? []), edge];
        }
        else if (!ended.has(edge.to)) {
            onPath.add(edge.to);
            path.push({ id: edge.to, by: edge, next: 0 });
        }
    }
}
/** A cycle, shown edge by edge: `a → b → c → a`. */
function cycleProblem(trail) {
    const last = trail.at(-1);
    const names = [...trail.map((edge) => edge.from), last?.to ?? ''];
    return {
        code: 'cycle',
        message: `the tasks wait for one another: ${names.join(' → ')}`,
        cure: `take one of these away: ${trail.map((edge) => `${edge.to} depends on ${edge.written}`).join('; ')}`,
        taskId: last?.to ?? null,
        key: 'depends_on',
        ...(last === undefined ? {} : { value: last.written }),
        trail
    };
}

// EXTERNAL MODULE: ./lib/dag/model.js
var model = __webpack_require__(9541);
;// CONCATENATED MODULE: ./lib/dag/resolve.js
/** The groups that tasks say they are in, with their outer groups: `a.b` is in `a`. */
function groupsOf(tasks) {
    const groups = new Map();
    for (const task of tasks) {
        for (let path = task.group ?? ''; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
            const members = groups.get(path);
            if (members === undefined)
                groups.set(path, [task.id]);
            else
                members.push(task.id);
        }
    }
    return groups;
}
/** Every name that `task` waits for: those it writes, and the tasks whose output it maps over. */
function writtenUpstreams(task) {
    return [...new Set([...task.dependsOn, ...mapSources(task)])];
}
/** The tasks whose output `task` maps over. */
function mapSources(task) {
    const { expand } = task;
    if (expand === null)
        return [];
    const sources = expand.kind === 'rows' ? [expand.source] : expand.args.map((arg) => arg.source);
    return [...new Set(sources.flatMap((source) => (source.from === 'task' ? [source.taskId] : [])))];
}
/** The edges that the tasks' names mean, or the names that mean nothing. Repeated edges are one. */
function resolveEdges(tasks, groups) {
    const byId = new Map(tasks.map((task) => [task.id, task]));
    const meant = (written) => {
        if (byId.has(written))
            return [written];
        const members = groups.get(written);
        return members === undefined ? undefined : groupLeaves(members, byId, groups);
    };
    const edges = new Map();
    const problems = [];
    for (const task of tasks) {
        for (const written of writtenUpstreams(task)) {
            const from = meant(written);
            if (from === undefined)
                problems.push(unknownUpstream(task, written, [...byId.keys(), ...groups.keys()]));
            for (const id of from ?? []) {
                const key = `${id}>${task.id}`;
                if (!edges.has(key))
                    edges.set(key, { from: id, to: task.id, written });
            }
        }
    }
    return { edges: [...edges.values()], problems };
}
function unknownUpstream(task, written, known) {
    const near = nearest(written, known);
    const expanded = !task.dependsOn.includes(written);
    return {
        code: 'unknown-upstream',
        message: `task ${task.id} ${expanded ? 'maps over' : 'depends on'} ${written}, which is no task or group of this DAG`,
        cure: near === undefined ? 'name a task_id or a group of this file' : `did you mean ${near}?`,
        taskId: task.id,
        key: expanded ? 'expand' : 'depends_on',
        value: written
    };
}
/**
 * What follows a group in place of it: its tasks without downstream inside the group; where that is a teardown, the
 * work before it (Airflow's `TaskGroup.get_leaves`).
 */
function groupLeaves(members, byId, groups) {
    const inside = members.flatMap((id) => byId.get(id) ?? []);
    const names = (task) => writtenUpstreams(task).flatMap((name) => (byId.has(name) ? [name] : (groups.get(name) ?? [])));
    const downstream = (id) => inside.filter((task) => names(task).includes(id));
    const leaves = new Set();
    const seen = new Set();
    const beforeTeardown = (teardown) => {
        if (seen.has(teardown.id))
            return;
        seen.add(teardown.id);
        for (const task of inside.filter((t) => names(teardown).includes(t.id))) {
            if (task.role === 'teardown')
                beforeTeardown(task);
            else if (task.role !== 'setup' && !downstream(task.id).some((d) => d.id !== teardown.id && d.role !== 'teardown'))
                leaves.add(task.id);
        }
    };
    for (const task of inside.filter((t) => downstream(t.id).length === 0)) {
        if (task.role === 'teardown')
            beforeTeardown(task);
        else
            leaves.add(task.id);
    }
    return [...leaves];
}
/** The name that differs least from `name`, if it differs by no more than a third of its letters. */
function nearest(name, known) {
    let best;
    let least = Math.max(1, Math.floor(name.length / 3));
    for (const candidate of known) {
        const distance = editDistance(name, candidate);
        if (distance <= least) {
            best = candidate;
            least = distance - 1;
        }
    }
    return best;
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

// EXTERNAL MODULE: ./lib/dag/scope.js
var scope = __webpack_require__(7888);
;// CONCATENATED MODULE: ./lib/dag/weight.js
const INT32 = 2 ** 31;
/** Airflow keeps weights in 32 bits and clamps what does not fit. */
const clampWeight = (weight) => Math.max(-INT32, Math.min(INT32 - 1, weight));
/**
 * The weight by which a waiting task is preferred: its own, and by its rule those of all its distinct descendants or
 * ancestors. Relatives count with their own weight, whatever their rule.
 */
function effectiveWeight(task, ownWeight) {
    const relatives = { downstream: task.descendants, upstream: task.ancestors, absolute: [] }[task.weightRule];
    let sum = task.priorityWeight;
    for (const id of relatives)
        sum += ownWeight(id);
    return clampWeight(sum);
}

;// CONCATENATED MODULE: ./lib/dag/dag.js




/**
 * A DAG that can be run: names resolved, no cycle, rules that go together. Only `checkDag` makes one, and as its tasks
 * are private to the class no look-alike passes for it.
 */
class Dag {
    dagId;
    #tasks;
    groups;
    /** With `default_pool`. */
    pools;
    maxActiveTasks;
    failFast;
    dagrunTimeoutSeconds;
    /** The tasks that decide the state of the run. */
    leaves;
    constructor(spec, edges, groups) {
        this.dagId = spec.dagId;
        this.groups = groups;
        this.pools = new Map([[model/* DEFAULT_POOL */.D5, model/* DEFAULTS */.zY.poolSlots], ...spec.pools]);
        this.maxActiveTasks = spec.maxActiveTasks;
        this.failFast = spec.failFast;
        this.dagrunTimeoutSeconds = spec.dagrunTimeoutSeconds;
        this.#tasks = place(spec.tasks, edges);
        this.leaves = effectiveLeaves([...this.#tasks.values()], (id) => this.task(id));
    }
    /** By id, in definition order. */
    get tasks() {
        return this.#tasks;
    }
    /** The task of that id, which must be one of this DAG. */
    task(id) {
        const task = this.#tasks.get(id);
        if (task === undefined)
            throw new Error(`${id} is no task of ${this.dagId}`);
        return task;
    }
}
/** Airflow loses a mapped teardown's `on_failure_fail_dagrun` when it stores a DAG, so there it has no effect. */
const ignorable = (task) => task.role === 'teardown' && (!task.onFailureFailDagrun || task.expand !== null);
/**
 * The tasks whose state is the run's: those that are not ignorable teardowns and are followed only by such. If there is
 * none, the tasks without downstream (Airflow's `_tis_for_dagrun_state`).
 */
function effectiveLeaves(tasks, lookup) {
    const leaves = tasks.filter((task) => !ignorable(task) && task.downstream.every((id) => ignorable(lookup(id))));
    return (leaves.length > 0 ? leaves : tasks.filter((task) => task.downstream.length === 0)).map((task) => task.id);
}
function place(specs, edges) {
    const up = new Map(specs.map((spec) => [spec.id, []]));
    const down = new Map(specs.map((spec) => [spec.id, []]));
    for (const edge of edges) {
        up.get(edge.to)?.push(edge.from);
        down.get(edge.from)?.push(edge.to);
    }
    const ancestors = closure(up, down);
    const descendants = closure(down, up);
    const none = new Set();
    const placed = new Map(specs.map((spec) => [
        spec.id,
        {
            ...spec,
            upstream: up.get(spec.id) ?? [],
            downstream: down.get(spec.id) ?? [],
            ancestors: ancestors.get(spec.id) ?? none,
            descendants: descendants.get(spec.id) ?? none
        }
    ]));
    return derive(placed);
}
/** For every task the tasks that it reaches over `links`; `back` are the same links turned round. No cycles. */
function closure(links, back) {
    const reached = new Map();
    const left = new Map([...links].map(([id, next]) => [id, next.length]));
    const ready = [...left].filter(([, count]) => count === 0).map(([id]) => id);
    for (const id of ready) {
        const mine = new Set();
        for (const next of links.get(id) ?? []) {
            mine.add(next);
            for (const further of reached.get(next) ?? [])
                mine.add(further);
        }
        reached.set(id, mine);
        for (const before of back.get(id) ?? []) {
            const count = (left.get(before) ?? 0) - 1;
            left.set(before, count);
            if (count === 0)
                ready.push(before);
        }
    }
    return reached;
}
function derive(placed) {
    const lookup = (id) => {
        const task = placed.get(id);
        if (task === undefined)
            throw new Error(`${id} is not placed`);
        return task;
    };
    const setups = new Map([...placed.values()].map((task) => [task.id, (0,scope/* indirectSetups */.$D)(task, lookup)]));
    const scopes = new Map([...placed.values()].map((task) => [task.id, (0,scope/* teardownScope */.tF)(task, lookup)]));
    const watchers = new Map([...placed.values()].map((task) => [task.id, new Set(task.downstream)]));
    const mappedOver = new Set();
    for (const task of placed.values()) {
        for (const id of [...(setups.get(task.id) ?? []), ...(scopes.get(task.id) ?? [])])
            watchers.get(id)?.add(task.id);
        for (const id of mapSources(task))
            mappedOver.add(id);
    }
    const ownWeight = (id) => clampWeight(lookup(id).priorityWeight);
    return new Map([...placed.values()].map((task, order) => [
        task.id,
        {
            ...task,
            order,
            weight: effectiveWeight({ ...task, priorityWeight: ownWeight(task.id) }, ownWeight),
            indirectSetups: setups.get(task.id) ?? [],
            scope: scopes.get(task.id) ?? [],
            mapSources: mapSources(task),
            mappedOver: mappedOver.has(task.id),
            watchers: [...(watchers.get(task.id) ?? [])]
        }
    ]));
}

;// CONCATENATED MODULE: ./lib/dag/check.js





const TASK_ID = /^[\p{L}\p{N}_.-]+$/u;
const LONGEST_ID = 250;
/**
 * The DAG that can be run, or everything that is wrong with it. Cycles are looked for only when every name is known,
 * as an unknown name often is the misspelt one that would close or open a cycle.
 */
function checkDag(spec) {
    const groups = groupsOf(spec.tasks);
    const problems = [...badIds(spec.tasks, new Set(groups.keys()))];
    const resolved = resolveEdges(spec.tasks, groups);
    problems.push(...resolved.problems);
    if (problems.length === 0) {
        const ids = spec.tasks.map((task) => task.id);
        problems.push(...findCycles(ids, resolved.edges).map(cycleProblem));
    }
    problems.push(...spec.tasks.flatMap((task) => [...badPool(task, spec), ...badTask(task, spec)]));
    if (problems.length > 0)
        return (0,result/* err */._)(problems);
    const dag = new Dag(spec, resolved.edges, groups);
    const refused = [...dag.tasks.values()].flatMap((task) => badSetupChild(task, dag));
    return refused.length > 0 ? (0,result/* err */._)(refused) : (0,result.ok)(dag);
}
function badIds(tasks, groups) {
    const problems = [];
    const seen = new Set();
    for (const { id } of tasks) {
        const about = { taskId: id, key: 'task_id', value: id };
        if (seen.has(id)) {
            const message = `task_id ${id} is there twice`;
            problems.push({ ...about, code: 'duplicate-task', message, cure: 'give each task a name of its own' });
        }
        seen.add(id);
        if (groups.has(id)) {
            const message = `${id} is the name of a task and of a group`;
            problems.push({ ...about, code: 'duplicate-group', message, cure: 'rename one of them' });
        }
        if (!TASK_ID.test(id) || id.length > LONGEST_ID) {
            const message = `task_id ${JSON.stringify(id.slice(0, 60))} cannot be used`;
            const cure = `use up to ${LONGEST_ID} letters, digits, dashes, dots and underscores`;
            problems.push({ ...about, code: 'bad-task-id', message, cure });
        }
    }
    return problems;
}
function badPool(task, spec) {
    const slots = spec.pools.get(task.pool) ?? (task.pool === model/* DEFAULT_POOL */.D5 ? model/* DEFAULTS */.zY.poolSlots : undefined);
    if (slots === undefined) {
        const message = `task ${task.id} uses pool ${task.pool}, which is not defined`;
        const cure = `add it to pools: { ${task.pool}: 1 }`;
        return [{ code: 'unknown-pool', message, cure, taskId: task.id, key: 'pool', value: task.pool }];
    }
    const about = { code: 'bad-pool-slots', taskId: task.id, key: 'pool_slots' };
    if (!Number.isInteger(task.poolSlots) || task.poolSlots < 1) {
        return [{ ...about, message: `pool_slots of ${task.id} is ${task.poolSlots}`, cure: 'write a whole number from 1' }];
    }
    if (slots >= 0 && task.poolSlots > slots) {
        const message = `task ${task.id} asks for ${task.poolSlots} slots of pool ${task.pool}, which has ${slots}`;
        return [{ ...about, message, cure: 'ask for fewer slots, or make the pool larger' }];
    }
    return [];
}
function badTask(task, spec) {
    const problems = [];
    const rule = task.triggerRule;
    if (spec.failFast && rule !== 'all_success' && rule !== 'all_done_setup_success') {
        const message = `task ${task.id} has trigger_rule ${rule}, but a DAG with fail_fast allows only all_success`;
        const cure = 'leave trigger_rule out, or take fail_fast away';
        problems.push({ code: 'bad-trigger-rule', message, cure, taskId: task.id, key: 'trigger_rule', value: rule });
    }
    if (task.onFailureFailDagrun && task.role !== 'teardown') {
        const message = `task ${task.id} has on_failure_fail_dagrun but is not a teardown`;
        const cure = 'take it away: the failure of any other task counts by the tasks after it';
        problems.push({ code: 'bad-teardown', message, cure, taskId: task.id, key: 'on_failure_fail_dagrun' });
    }
    if (task.expand?.kind === 'product' && task.expand.args.length === 0) {
        const message = `task ${task.id} has an expand without arguments`;
        const cure = 'name at least one list to map over';
        problems.push({ code: 'bad-expand', message, cure, taskId: task.id, key: 'expand' });
    }
    return problems;
}
function badSetupChild(task, dag) {
    if (task.role === 'teardown' || task.triggerRule === 'all_success')
        return [];
    const setup = task.upstream.find((id) => dag.task(id).role === 'setup');
    if (setup === undefined)
        return [];
    const message = `task ${task.id} follows setup ${setup} with trigger_rule ${task.triggerRule}`;
    const cure = 'a task right after a setup has to have trigger_rule all_success';
    return [{ code: 'bad-trigger-rule', message, cure, taskId: task.id, key: 'trigger_rule', value: task.triggerRule }];
}


/***/ }),

/***/ 7354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lastTick),
/* harmony export */   d: () => (/* binding */ isCron)
/* harmony export */ });
/* harmony import */ var _time_zone_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7042);

/** The five fields of a cron line: what each may be, and names for its numbers. */
const FIELDS = [
    { min: 0, max: 59, names: [] },
    { min: 0, max: 23, names: [] },
    { min: 1, max: 31, names: [] },
    { min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
    { min: 0, max: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }
];
const DAY_MS = 86_400_000;
/** 29 February comes back after eight years at the latest. */
const MOST_DAYS = 366 * 8 + 2;
/** Whether this is a cron line as GitHub takes it. */
const isCron = (line) => parseCron(line) !== null;
/**
 * The latest tick of a POSIX cron line at or before `at` (milliseconds), in a time zone, as GitHub's `schedule` reads it
 * (docs.github.com, "Events that trigger workflows"); null for what is no such line or never ticks. Day of the month and
 * day of the week: either of them, when both are restricted.
 */
function lastTick(line, at, zone = 'UTC') {
    const cron = parseCron(line);
    if (cron === null)
        return null;
    const today = Math.floor((0,_time_zone_js__WEBPACK_IMPORTED_MODULE_0__/* .wallTime */ .Ow)(at, zone) / DAY_MS) * DAY_MS;
    for (let back = 0; back <= MOST_DAYS; back++) {
        const day = today - back * DAY_MS;
        const last = cron.isDay(new Date(day)) ? lastOf(ticksOf(day, cron), at, zone) : null;
        if (last !== null)
            return last;
    }
    return null;
}
/** The ticks of a day, on the clock on the wall, latest first. */
function* ticksOf(day, { hours, minutes }) {
    for (const hour of hours)
        for (const minute of minutes)
            yield day + (hour * 60 + minute) * 60_000;
}
/** Where a clock is put back, a tick that is later on the wall may be earlier: that is over within three hours. */
const TURNED_BACK_MS = 3 * 3_600_000;
function lastOf(ticks, at, zone) {
    let last = null;
    let end = Number.NEGATIVE_INFINITY;
    for (const wall of ticks) {
        if (wall < end)
            break;
        const tick = (0,_time_zone_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)(wall, zone);
        if (tick > at)
            continue;
        if (last === null)
            end = zone === 'UTC' ? wall : wall - TURNED_BACK_MS;
        last = Math.max(last ?? tick, tick);
    }
    return last;
}
/** Hours and minutes latest first. */
function parseCron(line) {
    const texts = line.trim().split(/\s+/);
    if (texts.length !== FIELDS.length)
        return null;
    const sets = FIELDS.map((field, i) => valuesOf(texts[i] ?? '', field));
    const [minutes, hours, days, months, weekdays] = sets;
    if (!minutes || !hours || !days || !months || !weekdays)
        return null;
    const [everyDay, everyWeekday] = [texts[2]?.startsWith('*') === true, texts[4]?.startsWith('*') === true];
    const descending = (set) => [...set].sort((a, b) => b - a);
    return {
        minutes: descending(minutes),
        hours: descending(hours),
        isDay: (date) => {
            if (!months.has(date.getUTCMonth() + 1))
                return false;
            const inMonth = days.has(date.getUTCDate());
            const inWeek = weekdays.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekdays.has(7));
            return everyDay || everyWeekday ? inMonth && inWeek : inMonth || inWeek;
        }
    };
}
const PART = /^(\*|[a-z]{3}|\d+)(?:-([a-z]{3}|\d+))?(?:\/(\d+))?$/i;
function valuesOf(text, field) {
    const values = new Set();
    for (const part of text.split(',')) {
        const range = rangeOf(part, field);
        if (range === null || range.first > range.last || range.by < 1)
            return null;
        for (let value = range.first; value <= range.last; value += range.by)
            values.add(value);
    }
    return values;
}
function rangeOf(part, field) {
    const [, from = '', to, step] = PART.exec(part) ?? [];
    const by = Number(step ?? 1);
    if (from === '*')
        return to === undefined ? { first: field.min, last: field.max, by } : null;
    const first = numberOf(from, field);
    const open = step === undefined ? first : field.max;
    const last = to === undefined ? open : numberOf(to, field);
    return first === null || last === null ? null : { first, last, by };
}
function numberOf(text, { min, max, names }) {
    const named = names.indexOf(text.toLowerCase());
    const value = named >= 0 ? named + min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : null;
}


/***/ }),

/***/ 7777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   bX: () => (/* binding */ templatePaths),
/* harmony export */   kk: () => (/* binding */ conditionPaths),
/* harmony export */   zB: () => (/* binding */ parseCondition)
/* harmony export */ });
/* unused harmony export textOf */
/* harmony import */ var _core_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8490);

const OPERATORS = ['>=', '<=', '==', '!=', '>', '<'];
const PATH = /^[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+|\[\d+\])*$/u;
const NUMBER = /^-?\d+(\.\d+)?$/;
const QUOTED = /^(?:'([^']*)'|"([^"]*)")$/;
const COMPARISON = /^(.+?)\s*(>=|<=|==|!=|>|<)\s*(.+)$/s;
/** `tables >= 10 and params.full == true`; the error says in a line what cannot be read. */
function parseCondition(text) {
    const comparisons = [];
    for (const part of partsOf(text)) {
        const negated = /^not\s+/.test(part.trim());
        const plain = part.trim().replace(/^not\s+/, '');
        const [, left = plain, operator, right] = COMPARISON.exec(plain) ?? [];
        const first = parseOperand(left);
        const second = right === undefined ? null : parseOperand(right);
        if (first === null || (right !== undefined && second === null))
            return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(`'${part.trim()}' is no comparison`);
        const found = OPERATORS.find((known) => known === operator);
        const test = found === undefined || second === null ? null : { operator: found, right: second };
        comparisons.push({ text: part.trim(), left: first, test, negated });
    }
    return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ text, comparisons });
}
/** What stands between the `and`s. An `and` inside quotes is text. */
function partsOf(text) {
    const parts = [];
    let from = 0;
    for (const { 0: found, index } of text.matchAll(/'[^']*'|"[^"]*"|\s+and\s+/g)) {
        if (found.trim() !== 'and')
            continue;
        parts.push(text.slice(from, index));
        from = index + found.length;
    }
    return [...parts, text.slice(from)];
}
function parseOperand(text) {
    const word = text.trim();
    const quoted = QUOTED.exec(word);
    if (quoted !== null)
        return { kind: 'value', value: quoted[1] ?? quoted[2] ?? '' };
    if (NUMBER.test(word))
        return { kind: 'value', value: Number(word) };
    if (word === 'true' || word === 'false')
        return { kind: 'value', value: word === 'true' };
    if (word === 'null')
        return { kind: 'value', value: null };
    return PATH.test(word) ? { kind: 'path', path: pathOf(word) } : null;
}
/** `a.b[2]` → `a`, `b`, `2`. A task id may hold dots: who looks up a path puts such names together again. */
const pathOf = (text) => text.replaceAll('[', '.').replaceAll(']', '').split('.');
/**
 * Whether the condition holds, or else the comparison that does not, with the values that it had. `absent`: what is
 * said of a name that there is not. With `fails` it never holds, not even denied: a check must not pass by a slip.
 */
function judge(condition, lookup, absent = 'is-nothing') {
    for (const comparison of condition.comparisons) {
        const fault = comparisonFault(comparison, lookup, absent);
        if (fault !== null)
            return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(`${comparison.text} does not hold: ${fault}`);
    }
    return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(null);
}
function comparisonFault({ left, test, negated }, lookup, absent) {
    const first = operandValue(left, lookup);
    if (absent === 'fails' && first === undefined)
        return `there is no ${pathText(left)}`;
    if (test === null)
        return isTrue(first) === negated ? written(first) : null;
    const second = operandValue(test.right, lookup) ?? wordOf(test.right);
    if (absent === 'fails' && second === undefined)
        return `there is no ${pathText(test.right)}`;
    return compare(first, test.operator, second) === negated ? `${written(first)} and ${written(second)}` : null;
}
const written = (value) => JSON.stringify(value) ?? 'nothing';
/** The names that a condition uses. A word alone on the right may be text, so it is none of them. */
const conditionPaths = ({ comparisons }) => comparisons.flatMap(({ left, test }) => [
    ...(left.kind === 'path' ? [left.path] : []),
    ...(test?.right.kind === 'path' && test.right.path.length > 1 ? [test.right.path] : [])
]);
function operandValue(operand, lookup) {
    return operand.kind === 'value' ? operand.value : lookup(operand.path);
}
/** One word on the right that names nothing is text: `status == success`. */
const wordOf = (operand) => operand.kind === 'path' && operand.path.length === 1 ? operand.path[0] : undefined;
const pathText = (operand) => operand.kind === 'path' ? operand.path.join('.') : textOf(operand.value);
const isTrue = (value) => value !== undefined && value !== null && value !== false && value !== 0 && value !== '' && value !== 'false';
/** Numbers are compared as numbers, also where one is written as text; anything else as text. */
function compare(left, operator, right) {
    const [a, b] = [numberOf(left), numberOf(right)];
    if (a !== null && b !== null)
        return ORDER[operator](a - b);
    if (operator === '==' || operator === '!=') {
        const same = textOf(left) === textOf(right);
        return operator === '==' ? same : !same;
    }
    if (typeof left !== 'string' || typeof right !== 'string')
        return false;
    return ORDER[operator](left < right ? -1 : left > right ? 1 : 0);
}
const ORDER = {
    '>=': (d) => d >= 0,
    '<=': (d) => d <= 0,
    '==': (d) => d === 0,
    '!=': (d) => d !== 0,
    '>': (d) => d > 0,
    '<': (d) => d < 0
};
function numberOf(value) {
    if (typeof value === 'number')
        return value;
    return typeof value === 'string' && NUMBER.test(value) ? Number(value) : null;
}
/** A value as text, as a template writes it: texts as they are, nothing as '', the rest as JSON. */
const textOf = (value) => typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
const TEMPLATE = /\{\{\s*(.*?)\s*\}\}/gs;
/** The paths in a text's `{{ … }}`, or what cannot be read in it. */
function templatePaths(text) {
    const found = [...text.matchAll(TEMPLATE)].map(([, path = '']) => path);
    const bad = found.find((path) => !PATH.test(path));
    if (bad !== undefined)
        return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(`'{{ ${bad} }}' is no path such as {{ params.region }}`);
    return text.replace(TEMPLATE, '').includes('{{') ? (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)("a '{{' is not closed by '}}'") : (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(found);
}
/** The text with its `{{ … }}` filled in, or the path that names nothing. */
function fill(text, lookup) {
    let missing = null;
    const filled = text.replace(TEMPLATE, (_all, path) => {
        const value = lookup(pathOf(path));
        if (value === undefined)
            missing ??= path;
        return textOf(value);
    });
    return missing === null ? (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(filled) : (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(`{{ ${String(missing)} }} names nothing`);
}


/***/ }),

/***/ 8101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SG: () => (/* binding */ SHARED),
/* harmony export */   V2: () => (/* binding */ TASK_OPTIONS),
/* harmony export */   sk: () => (/* binding */ DAG_OPTIONS)
/* harmony export */ });
/* unused harmony export condition */
/* harmony import */ var _core_config_option_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4737);
/* harmony import */ var _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(983);
/* harmony import */ var _cron_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7354);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9541);
/* harmony import */ var _time_zone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7042);
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7777);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5309);







const CONDITION_CURE = 'compare with ==, !=, <, <=, > or >=, and join comparisons by and';
/** A condition such as `tables >= 10 and params.full == true`. */
const condition = {
    name: 'a condition such as params.full == true',
    schema: { type: ['string', 'number', 'boolean'], minLength: 1 },
    read(node, context) {
        const word = _values_js__WEBPACK_IMPORTED_MODULE_6__/* .scalarText */ .ws.read(node, context);
        if (word === _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY)
            return _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY;
        const parsed = (0,_expression_js__WEBPACK_IMPORTED_MODULE_5__/* .parseCondition */ .zB)(word);
        return parsed.ok
            ? parsed.value
            : (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(node, context, { code: 'bad-condition', message: parsed.error, cure: CONDITION_CURE });
    }
};
const template = (type) => (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .checked */ .KD)(type, (value, node, context) => {
    const paths = (0,_expression_js__WEBPACK_IMPORTED_MODULE_5__/* .templatePaths */ .bX)(value);
    return paths.ok
        ? value
        : (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(node, context, { code: 'bad-template', message: paths.error, cure: 'write {{ NAME }}' });
});
const templated = template(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq);
const templates = (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(template(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .scalarText */ .ws));
const CALLBACK = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    run: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, null, 'A shell command; the run is told by variables DAG_ID, TASK_ID, STATE …'),
    webhook: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(templated, null, 'An https address that takes messages as Slack’s incoming webhooks do.')
}, 'a callback');
const callback = (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .checked */ .KD)(CALLBACK, ({ run, webhook }, node, context) => {
    if (run !== null && webhook === null)
        return { kind: 'run', command: run };
    if (webhook !== null && run === null)
        return { kind: 'webhook', url: webhook };
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(node, context, {
        code: 'bad-callback',
        message: 'a callback has either run or webhook',
        cure: 'write one of them; a list may hold both'
    });
});
/** One callback, or a list of them. */
const callbacks = {
    name: 'a callback, or a list of them',
    schema: { anyOf: [(0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)(callback), { type: 'array', items: (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)(callback) }] },
    read(node, context) {
        if (node.kind === 'list')
            return (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(callback).read(node, context);
        const one = callback.read(node, context);
        return one === _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY ? _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY : [one];
    }
};
const RETRY_RULE = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    errors: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .texts */ .Te, 'Classes of errors: throttle, denied, expired, timeout, gms-unreachable … or their codes.'),
    action: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['retry', 'fail']), 'retry', 'Whether the task is tried again or fails at once.'),
    delay: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p0, null, 'The wait before the next try, instead of retry_delay.')
}, 'a retry rule');
const backoff = {
    name: 'a number, or true or false',
    schema: (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)()),
    read: (node, context) => {
        if (node.kind === 'scalar' && node.type === 'boolean')
            return node.value ? 2 : 0;
        return (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)().read(node, context);
    }
};
/** What a task and default_args have in common. Absent: default_args, and then Airflow's default. */
const SHARED = {
    env: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(templates, null, 'Variables for the recipe or command.'),
    trigger_rule: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(_model_js__WEBPACK_IMPORTED_MODULE_3__/* .TRIGGER_RULES */ .tn), null, 'When the task may begin, by the states of its upstreams.'),
    retries: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(), null, 'Tries beyond the first.'),
    retry_delay: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p0, null, 'The wait before the next try.'),
    retry_exponential_backoff: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(backoff, null, 'How many times longer each wait is than the one before.'),
    max_retry_delay: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p0, null, 'The longest wait, with backoff.'),
    retry_rules: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(RETRY_RULE), null, 'What the class of an error says about its retry; the first counts.'),
    execution_timeout: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p0, null, 'The longest time of one try.'),
    pool: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, null, 'The pool whose slots it takes.'),
    pool_slots: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(), null, 'How many slots it takes.'),
    priority_weight: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(), null, 'What is preferred when slots are few.'),
    weight_rule: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['downstream', 'upstream', 'absolute']), null, 'Whose weights are added to its own.'),
    max_active_tis_per_dag: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({ min: 1 }), null, 'Most instances of the task that run at once.'),
    depends_on_past: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, null, 'Whether it asks that it went well in the run before.'),
    wait_for_downstream: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, null, 'As depends_on_past, and its direct downstreams went well too.'),
    on_success: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(callbacks, null, 'Told when it succeeded.'),
    on_failure: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(callbacks, null, 'Told when it failed for good.'),
    on_retry: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(callbacks, null, 'Told when it failed and is tried again.')
};
const CHECK = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    task: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'The task whose report is looked at.'),
    assert: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)({
        name: 'a condition or a list of them',
        schema: { anyOf: [(0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)(condition), { type: 'array', items: (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)(condition) }] },
        read: (node, context) => conditions(node, context)
    }, 'Conditions such as tables >= 10, warnings == 0, removed <= 5.')
}, 'check');
function conditions(node, context) {
    if (node.kind === 'list')
        return (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(condition).read(node, context);
    const one = condition.read(node, context);
    return one === _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY ? _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY : [one];
}
const BRANCH_CASE = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    when: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(condition, null, 'Follows this when it holds; absent: whenever no case before did.'),
    follow: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .texts */ .Te, 'The tasks or groups to follow.')
}, 'a case of branch');
/** A text that becomes part of a name; the pattern is also what editors check. */
const nameOf = (pattern, told) => ({
    ...(0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .checked */ .KD)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, (value, node, context) => new RegExp(pattern, 'u').test(value) ? value : (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(node, context, told)),
    schema: { type: 'string', pattern }
});
/** Airflow's rule for keys. The name becomes that of a folder and of an artifact. */
const dagId = nameOf(String.raw `^[\p{L}\p{N}_.\-]{1,250}$`, {
    code: 'bad-dag-id',
    message: 'dag_id cannot be used as a name',
    cure: 'use up to 250 letters, digits, dashes, dots and underscores'
});
/** A group's own name has no dot, as in Airflow: dots stand between a group and the group that it is in. */
const groupPath = nameOf(String.raw `^[\p{L}\p{N}_\-]+(?:\.[\p{L}\p{N}_\-]+)*$`, {
    code: 'bad-group',
    message: 'group cannot be used as a name',
    cure: 'use letters, digits, dashes and underscores, with a dot between a group and one inside it'
});
const named = (key, schema) => ({
    type: 'object',
    required: [key],
    properties: { [key]: schema },
    additionalProperties: false
});
/** What one argument of `expand` may be; task.ts reads it. */
const EXPAND_OVER = {
    anyOf: [
        { type: 'array' },
        ...['task', 'param', 'databases'].map((key) => named(key, { type: 'string' })),
        named('values', { type: ['object', 'array'] })
    ]
};
/** One of `tasks`. */
const TASK_OPTIONS = {
    ...SHARED,
    task_id: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'Its name, unique in its group.'),
    recipe: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(templated, null, 'The recipe to run: a path or a glob.'),
    with: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(templates, null, 'Inputs of the action that this recipe has otherwise, such as dry-run.'),
    run: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, null, 'A shell command. It writes NAME=value lines to the file $DAG_OUTPUT.'),
    check: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(CHECK, null, 'Conditions on the report of an upstream’s recipe.'),
    branch: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(BRANCH_CASE), null, 'Chooses which downstreams are followed.'),
    short_circuit: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(condition, null, 'Skips everything after it when it does not hold.'),
    ignore_downstream_trigger_rules: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, true, 'Whether a short circuit skips all descendants.'),
    when: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(condition, null, 'The task is skipped when it does not hold.'),
    depends_on: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .texts */ .Te, [], 'The tasks or groups that come before.'),
    expand: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ name: 'anything', schema: EXPAND_OVER, read: (node) => node }), null, 'Makes an instance for each combination.'),
    setup: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, 'Whether it prepares what the tasks after it need.'),
    teardown: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .Xd)({
        name: 'true, or the setups it belongs to',
        schema: { anyOf: [{ type: 'boolean' }, (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .texts */ .Te)] },
        read: readTeardown
    }), null, 'Whether it clears up.'),
    on_failure_fail_dagrun: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, 'Whether a teardown’s failure fails the run.'),
    group: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(groupPath, null, 'The group it is in, such as extract or extract.eu.')
};
function readTeardown(node, context) {
    if (node.kind === 'scalar' && node.type === 'boolean')
        return node.value ? [] : null;
    return _values_js__WEBPACK_IMPORTED_MODULE_6__/* .texts */ .Te.read(node, context);
}
const cronLine = (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .checked */ .KD)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, (value, node, context) => (0,_cron_js__WEBPACK_IMPORTED_MODULE_2__/* .isCron */ .d)(value)
    ? value
    : (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(node, context, {
        code: 'bad-schedule',
        message: `schedule is no cron line: ${value}`,
        cure: "write minute, hour, day of the month, month and day of the week, such as '37 3 * * *'"
    }));
const timezone = (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .checked */ .KD)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, (value, node, context) => (0,_time_zone_js__WEBPACK_IMPORTED_MODULE_4__/* .isTimeZone */ .kQ)(value)
    ? value
    : (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(node, context, {
        code: 'bad-timezone',
        message: `there is no time zone ${value}`,
        cure: 'use a name of the IANA time zone database, such as UTC or Europe/Berlin'
    }));
/** The file itself. Tasks are read one by one, for their places. */
const DAG_OPTIONS = {
    dag_id: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(dagId, 'The name of the DAG.'),
    description: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, null, 'What it is for.'),
    schedule: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(cronLine, null, 'When the workflow that scaffold makes runs it: a cron line of five fields.'),
    timezone: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(timezone, 'UTC', 'The time zone of schedule, such as Europe/Berlin.'),
    default_args: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)(SHARED, 'default_args'), null, 'What tasks have that do not say otherwise.'),
    params: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .anyMapping */ .Hz, {}, 'Values that a run is given: a default, or default, description and a JSON Schema.'),
    pools: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({ min: -1 })), {}, 'Slots by pool; -1 is without limit.'),
    max_active_tasks: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({ min: 1 }), 16, 'Most tasks that run at once.'),
    fail_fast: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, 'Whether the first failure ends everything.'),
    dagrun_timeout: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p0, null, 'The longest time of a run.'),
    on_success: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(callbacks, null, 'Told when the run succeeded.'),
    on_failure: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(callbacks, null, 'Told when the run failed.'),
    tasks: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)({
        name: 'a list of tasks',
        schema: { type: 'array', minItems: 1, items: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .optionsSchema */ .ci)(TASK_OPTIONS) },
        read: (node, context) => node.kind === 'list' && node.items.length > 0
            ? node.items
            : (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(node, context, { code: 'wrong-type', message: 'tasks is a list of at least one task' })
    }, 'The tasks.')
};


/***/ }),

/***/ 8733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   Nz: () => (/* binding */ SCHEMA_KEYWORDS),
/* harmony export */   xg: () => (/* binding */ resolveParams)
/* harmony export */ });
/* harmony import */ var _core_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8490);

/** The keywords of JSON Schema that are known here; any other is refused. */
const SCHEMA_KEYWORDS = [
    'type',
    'enum',
    'const',
    'minimum',
    'maximum',
    'minLength',
    'maxLength',
    'pattern',
    'items',
    'minItems',
    'maxItems',
    'title',
    'examples'
];
/** The params of a run: defaults under what was given, as Airflow merges them: values replace, unknown names are new. */
function resolveParams(params, given) {
    const faults = [];
    const values = Object.create(null);
    for (const [name, value] of Object.entries(given))
        if (value !== undefined)
            values[name] = value;
    for (const { name, fallback, schema } of params) {
        // Given null is a value: it takes the default's place, as in Airflow.
        const value = Object.hasOwn(values, name) ? values[name] : fallback;
        if (value === undefined) {
            faults.push(`param ${name}: no value is given`);
            continue;
        }
        const typed = typeof value === 'string' ? fromText(value, schema) : value;
        const fault = faultOf(typed, schema);
        if (fault !== null)
            faults.push(`param ${name}: ${fault}`);
        values[name] = typed;
    }
    return faults.length > 0 ? (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(faults) : (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(Object.fromEntries(Object.entries(values)));
}
/** `workflow_dispatch` gives everything as text: a text becomes what the schema asks for, where it can be read so. */
function fromText(value, { type }) {
    const types = Array.isArray(type) ? type : [type ?? 'string'];
    if (types.includes('string'))
        return value;
    try {
        const parsed = JSON.parse(value);
        return types.some((one) => isOfType(parsed, one)) ? parsed : value;
    }
    catch {
        return value;
    }
}
function isOfType(value, type) {
    if (type === 'null')
        return value === null;
    if (type === 'integer')
        return typeof value === 'number' && Number.isInteger(value);
    if (type === 'array')
        return Array.isArray(value);
    if (type === 'object')
        return typeof value === 'object' && value !== null && !Array.isArray(value);
    return typeof value === type;
}
/** What the schema finds wrong, in a line; null when nothing. */
function faultOf(value, schema) {
    const { type } = schema;
    const types = Array.isArray(type) ? type : type === undefined ? [] : [type];
    if (types.length > 0 && !types.some((one) => isOfType(value, one)))
        return `${shown(value)} is not of type ${types.map(shown).join(' or ')}`;
    if (Array.isArray(schema.enum) && !schema.enum.some((one) => same(one, value))) {
        return `${shown(value)} is not one of ${schema.enum.map(shown).join(', ')}`;
    }
    if (schema.const !== undefined && !same(schema.const, value))
        return `${shown(value)} is not ${shown(schema.const)}`;
    if (typeof value === 'number')
        return limits(value, schema.minimum, schema.maximum, 'the number');
    if (typeof value === 'string')
        return textFault(value, schema);
    if (Array.isArray(value))
        return listFault(value, schema);
    return null;
}
function textFault(value, { minLength, maxLength, pattern }) {
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
        return `${shown(value)} does not match ${pattern}`;
    return limits([...value].length, minLength, maxLength, 'the length');
}
function listFault(value, { items, minItems, maxItems }) {
    if (typeof items === 'object' && items !== null && !Array.isArray(items)) {
        for (const item of value) {
            const fault = faultOf(item, items);
            if (fault !== null)
                return fault;
        }
    }
    return limits(value.length, minItems, maxItems, 'the number of items');
}
function limits(value, least, most, what) {
    if (typeof least === 'number' && value < least)
        return `${what} is ${value}, less than ${least}`;
    if (typeof most === 'number' && value > most)
        return `${what} is ${value}, more than ${most}`;
    return null;
}
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const shown = (value) => JSON.stringify(value).slice(0, 80);


/***/ }),

/***/ 6121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ isDagText),
  W: () => (/* binding */ parseDagFile)
});

// EXTERNAL MODULE: ./lib/core/config/node.js
var config_node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/core/config/option.js
var config_option = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/core/config/types.js
var types = __webpack_require__(983);
// EXTERNAL MODULE: ./lib/core/diagnostic.js
var diagnostic = __webpack_require__(876);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
// EXTERNAL MODULE: ./lib/core/yaml.js + 7 modules
var yaml = __webpack_require__(1937);
// EXTERNAL MODULE: ./lib/dag/check.js + 4 modules
var check = __webpack_require__(6409);
// EXTERNAL MODULE: ./lib/dag/file/expression.js
var expression = __webpack_require__(7777);
;// CONCATENATED MODULE: ./lib/dag/file/names.js



const PLAIN = ['dag_id', 'run_id', 'task_id', 'map_index', 'try_number', 'logical_date'];
const ROOTS = ['params', 'map', 'env', 'tasks', ...PLAIN];
const COUNTS = {
    databases: true,
    tables: true,
    views: true,
    filtered: true,
    skipped: true,
    produced: true,
    written: true,
    accepted: true,
    unchanged: true,
    rejected: true,
    undelivered: true,
    removed: true,
    kept: true,
    retried: true
};
const NAME_ONE = 'name a task_id of this file';
/** What a recipe's report is asked for by name. */
const FACTS = [...Object.keys(COUNTS), 'status', 'run_id', 'report', 'counts', 'warnings', 'failures'];
/** Tells the names in a task's templates and conditions that there are not, as far as that is known before a run. */
function tellTaskNames(task, node, known, context) {
    if (node.kind !== 'map')
        return;
    for (const use of usesOf(node))
        tellUse(use, { task, known }, context);
    for (const name of followed(node)) {
        const groups = known.tasks.flatMap(({ spec }) => (spec.group === null ? [] : groupsAbove(spec.group)));
        const names = [...known.tasks.map(({ spec }) => spec.id), ...groups];
        if (name.kind !== 'scalar' || names.includes(String(name.value)))
            continue;
        const message = `branch follows ${String(name.value)}, which is no task or group of this DAG`;
        tell(name, { code: 'unknown-task', message, ...nearTo(String(name.value), names, NAME_ONE) }, context);
    }
}
/** The same for what stands beside the tasks: default_args, and the DAG's own callbacks. */
function tellSharedNames(node, known, context) {
    if (node?.kind !== 'map')
        return;
    for (const use of usesOf(node))
        tellUse(use, { task: null, known }, context);
}
function tellUse(use, scope, context) {
    const fault = use.where === 'webhook' ? webhookFault(use.path) : nameFault(use, scope);
    if (fault !== null)
        tell(use.node, fault, context);
    else
        tellIfNotBefore(use, scope, context);
}
const tell = (node, told, context) => context.tell(node.at, 'error', told);
function nameFault({ path, where }, { task, known }) {
    const [first = '', ...rest] = path;
    if (first === 'params')
        return memberFault('param', rest[0], known.params.map(({ name }) => name));
    if (first === 'map')
        return memberFault('map', rest[0], (task === null ? known.tasks : [task]).flatMap(mappedNames));
    if (first === 'env' && rest.length === 1)
        return null;
    if (first === 'tasks')
        return taskFault(rest, known);
    if (rest.length === 0 && PLAIN.includes(first))
        return null;
    if (where === 'check' && task !== null)
        return factFault(first, task, known);
    const message = `there is nothing named ${path.join('.')}`;
    return { code: 'unknown-name', message, ...nearTo(first, ROOTS, `there are ${ROOTS.join(', ')}`) };
}
const mappedNames = ({ fileTask }) => fileTask.expand.map(({ name }) => name);
function memberFault(what, name, names) {
    if (name === undefined || names.includes(name))
        return null;
    const message = what === 'param' ? `there is no param ${name}` : `the task does not map over ${name}`;
    const otherwise = what === 'param' ? 'define it under params' : 'add it to expand';
    return { code: what === 'param' ? 'unknown-param' : 'unknown-name', message, ...nearTo(name, names, otherwise) };
}
function taskFault(path, { tasks }) {
    const ids = tasks.map(({ spec }) => spec.id);
    const id = idIn(path, ids);
    if (id === null) {
        const written = path
            .slice(0, Math.max(1, path.findIndex((word) => word === 'state' || word === 'output')))
            .join('.');
        const message = `tasks.${written} is no task of this DAG`;
        return { code: 'unknown-task', message, ...nearTo(written, ids, NAME_ONE) };
    }
    const what = path[id.split('.').length];
    if (what === 'state' || what === 'output')
        return null;
    const message = `of a task there are only state and output, not ${what ?? 'itself'}`;
    return { code: 'unknown-name', message, cure: `write tasks.${id}.state or tasks.${id}.output` };
}
/** The longest id with which the path begins: ids may hold dots. */
function idIn(path, ids) {
    for (let length = path.length; length > 0; length--) {
        const id = path.slice(0, length).join('.');
        if (ids.includes(id))
            return id;
    }
    return null;
}
/** What a command writes is not known before it ran; what a recipe reports is. */
function factFault(name, { fileTask }, { tasks }) {
    if (fileTask.action.kind !== 'check')
        return null;
    const { task: id } = fileTask.action;
    const checked = tasks.find(({ spec }) => spec.id === id);
    if (checked?.fileTask.action.kind !== 'recipe' || FACTS.includes(name))
        return null;
    const message = `the report of a recipe has no ${name}`;
    return { code: 'unknown-name', message, ...nearTo(name, FACTS, `there are ${FACTS.join(', ')}`) };
}
function webhookFault(path) {
    if (path[0] === 'env' && path.length === 2)
        return null;
    const message = `a webhook can name only variables, not ${path.join('.')}`;
    return { code: 'unknown-name', message, cure: 'write {{ env.NAME }}' };
}
/** A task that need not have ended has no output yet: what is read then depends on chance. */
function tellIfNotBefore({ node, path }, { task, known }, context) {
    if (path[0] !== 'tasks' || task === null || known.dag === null)
        return;
    const id = idIn(path.slice(1), [...known.dag.tasks.keys()]);
    if (id === null || known.dag.task(id).descendants.has(task.spec.id))
        return;
    const message = `task ${task.spec.id} uses ${id}, which need not have ended when it begins`;
    context.tell(node.at, 'warning', { code: 'not-upstream', message, cure: `add ${id} to depends_on` });
}
const nearTo = (word, names, otherwise) => {
    const near = (0,suggest/* suggest */.Z)(word, names);
    if (near !== null)
        return { cure: `did you mean ${near}?` };
    return otherwise === undefined ? {} : { cure: otherwise };
};
/** `a.b.c`, `a.b`, `a`. */
const groupsAbove = (group) => group.split('.').map((_, i, words) => words.slice(0, words.length - i).join('.'));
function* usesOf(task) {
    const at = (name) => (0,config_node/* entryOf */.Ms)(task, name)?.value;
    for (const node of [at('recipe'), ...membersOf(at('with')), ...membersOf(at('env'))])
        yield* inTemplate(node, 'task');
    for (const node of [at('when'), at('short_circuit')])
        yield* inCondition(node, 'task');
    for (const one of itemsOf(at('branch')))
        yield* inCondition((0,config_node/* memberOf */.C5)(one, 'when'), 'task');
    for (const node of itemsOf((0,config_node/* memberOf */.C5)(at('check'), 'assert')))
        yield* inCondition(node, 'check');
    for (const event of ['on_success', 'on_failure', 'on_retry']) {
        for (const one of itemsOf(at(event)))
            yield* inTemplate((0,config_node/* memberOf */.C5)(one, 'webhook'), 'webhook');
    }
}
function* followed(task) {
    for (const one of itemsOf((0,config_node/* entryOf */.Ms)(task, 'branch')?.value))
        yield* itemsOf((0,config_node/* memberOf */.C5)(one, 'follow'));
}
const membersOf = (node) => node?.kind === 'map' ? node.entries.map(({ value }) => value) : [];
const itemsOf = (node) => node === undefined ? [] : node.kind === 'list' ? node.items : [node];
const textIn = (node) => node?.kind === 'scalar' && node.type !== 'null' && !(0,config_node/* isOpen */.nT)(node) ? String(node.value) : null;
function* inTemplate(node, where) {
    const text = textIn(node);
    const paths = text === null ? null : (0,expression/* templatePaths */.bX)(text);
    if (node === undefined || paths === null || !paths.ok)
        return;
    for (const path of paths.value)
        yield { node, path: (0,expression/* pathOf */.XM)(path), where };
}
function* inCondition(node, where) {
    const text = textIn(node);
    const condition = text === null ? null : (0,expression/* parseCondition */.zB)(text);
    if (node === undefined || condition === null || !condition.ok)
        return;
    for (const path of (0,expression/* conditionPaths */.kk)(condition.value))
        yield { node, path, where };
}

// EXTERNAL MODULE: ./lib/dag/file/options.js
var options = __webpack_require__(8101);
// EXTERNAL MODULE: ./lib/dag/file/params.js
var params = __webpack_require__(8733);
// EXTERNAL MODULE: ./lib/dag/file/task.js
var file_task = __webpack_require__(1842);
;// CONCATENATED MODULE: ./lib/dag/file/param-schema.js



const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
/** The params of a file; what is wrong with their schemas is told. */
function paramsOf(values, node, context) {
    return Object.entries(values).map(([name, value]) => {
        if (!isSchema(value))
            return { name, fallback: value, description: '', schema: {} };
        const { default: fallback, description, ...schema } = value;
        const param = { name, fallback, description: typeof description === 'string' ? description : '', schema };
        const fault = schemaFault(schema, `params.${name}`) ?? defaultFault(param);
        if (fault !== null)
            context.tell((0,file_task/* nodeAt */.oB)(node, name).at, 'error', fault);
        return fault === null ? param : { ...param, schema: {} };
    });
}
/** A mapping is a param's description when it has a default or a type; any other mapping is a value. */
const isSchema = (value) => isObject(value) && ('default' in value || 'type' in value);
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A schema that would not do what it says: a keyword that is not known, or a value that a keyword cannot have. */
function schemaFault(schema, where) {
    for (const [keyword, value] of Object.entries(schema)) {
        const fault = params/* SCHEMA_KEYWORDS */.Nz.includes(keyword) ? valueFault(keyword, value, where) : unknownFault(keyword, where);
        if (fault !== null)
            return fault;
    }
    return isObject(schema.items) ? schemaFault(schema.items, `${where}.items`) : null;
}
function unknownFault(keyword, where) {
    const near = (0,suggest/* suggest */.Z)(keyword, params/* SCHEMA_KEYWORDS */.Nz);
    const cure = near === null ? `there are ${params/* SCHEMA_KEYWORDS */.Nz.join(', ')}` : `did you mean ${near}?`;
    return { code: 'unknown-keyword', message: `${where} has the keyword ${keyword}, which is not known here`, cure };
}
/** What a keyword's value has to be. Those that are not listed may have any. */
const VALUES = {
    minimum: ['a number', (value) => typeof value === 'number'],
    maximum: ['a number', (value) => typeof value === 'number'],
    minLength: ['a whole number from 0', isLength],
    maxLength: ['a whole number from 0', isLength],
    minItems: ['a whole number from 0', isLength],
    maxItems: ['a whole number from 0', isLength],
    enum: ['a list of values', (value) => Array.isArray(value) && value.length > 0],
    items: ['a schema', isObject]
};
function isLength(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
function valueFault(keyword, value, where) {
    const place = `${where}.${keyword}`;
    if (keyword === 'type')
        return typeFault(value, place);
    if (keyword === 'pattern' && !(typeof value === 'string' && isPattern(value))) {
        return {
            code: 'bad-pattern',
            message: `${place} is no regular expression`,
            cure: "write one as JavaScript has it, in 'quotes'"
        };
    }
    const [what, fits] = VALUES[keyword] ?? ['', () => true];
    return fits(value)
        ? null
        : { code: 'bad-schema', message: `${place} is not ${what}`, cure: `give it ${what}, or remove it` };
}
function typeFault(value, place) {
    const types = Array.isArray(value) ? value : [value];
    const wrong = types.find((one) => typeof one !== 'string' || !TYPES.includes(one));
    if (wrong === undefined && types.length > 0)
        return null;
    const near = typeof wrong === 'string' ? (0,suggest/* suggest */.Z)(wrong, TYPES) : null;
    const message = `${place} is not one of ${TYPES.join(', ')}`;
    return { code: 'bad-schema', message, cure: near === null ? 'write one of them' : `did you mean ${near}?` };
}
function defaultFault({ name, fallback, schema }) {
    const fault = fallback === undefined || fallback === null ? null : (0,params/* faultOf */.Kl)(fallback, schema);
    return fault === null
        ? null
        : {
            code: 'bad-default',
            message: `the default of params.${name}: ${fault}`,
            cure: 'change the default, or what the schema allows'
        };
}
function isPattern(pattern) {
    try {
        new RegExp(pattern, 'u').test('');
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/dag/file/parse.js













/** Whether a configuration file is a DAG's: a mapping with dag_id. */
function isDagText({ file, text }) {
    if (!text.includes('dag_id'))
        return false;
    const document = (0,yaml/* parseConfigFile */.me)({ file, text });
    const root = document.ok ? document.value.root : null;
    return root?.kind === 'map' && (0,config_node/* entryOf */.Ms)(root, 'dag_id') !== undefined;
}
/** Reads a DAG file: text → tree → options → graph. All problems are told, each with its place. */
function parseDagFile({ file, text }) {
    const document = (0,yaml/* parseConfigFile */.me)({ file, text });
    if (!document.ok)
        return (0,result/* err */._)(document.error);
    const { root, warnings } = document.value;
    const diagnostics = [...warnings];
    const context = {
        ignoredKeys: 'error',
        // Names of tasks, params and groups may hold anything.
        tell: ({ line, column }, severity, { code, message, cure }) => {
            const mend = cure === undefined ? {} : { cure: (0,quote/* oneLine */.TN)(cure) };
            diagnostics.push({ file, line, column, severity, code, message: (0,quote/* oneLine */.TN)(message), ...mend });
        }
    };
    if (root?.kind !== 'map') {
        const at = root?.at ?? { line: 1, column: 1 };
        context.tell(at, 'error', { code: 'not-a-dag', message: 'a DAG is a mapping with `dag_id` and `tasks`' });
        return (0,result/* err */._)(diagnostics);
    }
    const dagFile = readDag(file, root, context);
    diagnostics.sort(diagnostic/* compareDiagnostics */.oV);
    return dagFile === null || (0,diagnostic/* hasErrors */.Cs)(diagnostics)
        ? (0,result/* err */._)(diagnostics)
        : (0,result.ok)({ dagFile, diagnostics, recipes: recipesIn(root) });
}
/** The recipes of tasks, and those whose databases are mapped over. */
function recipesIn(root) {
    const tasks = (0,config_node/* memberOf */.C5)(root, 'tasks');
    const named = (tasks?.kind === 'list' ? tasks.items : []).flatMap((task) => {
        const expand = (0,config_node/* memberOf */.C5)(task, 'expand');
        const args = expand?.kind === 'map' ? expand.entries.map(({ value }) => value) : [];
        return [(0,config_node/* memberOf */.C5)(task, 'recipe'), ...args.map((over) => (0,config_node/* memberOf */.C5)(over, 'databases'))];
    });
    return named.flatMap((node) => node?.kind === 'scalar' && node.type === 'string' && !node.value.includes('{{')
        ? [{ pattern: node.value, at: node.at }]
        : []);
}
const keyOf = (options, key, place) => Object.hasOwn(options, key) ? place : null;
const IN_DAG = {
    where: 'the DAG',
    unknown: 'error',
    misplaced: (key) => keyOf(options/* SHARED */.SG, key, 'a task, or for all of them to default_args') ?? keyOf(options/* TASK_OPTIONS */.V2, key, 'a task')
};
const IN_TASK = {
    where: 'the task',
    unknown: 'error',
    misplaced: (key) => keyOf(options/* DAG_OPTIONS */.sk, key, 'the DAG itself, beside tasks')
};
function readDag(file, root, context) {
    const values = (0,config_option/* readOptions */.Tt)(root, options/* DAG_OPTIONS */.sk, IN_DAG, context);
    if (values === types/* INVALID */.uY) {
        // The graph cannot be known, but each task can be looked at by itself.
        const written = (0,config_node/* entryOf */.Ms)(root, 'tasks')?.value;
        if (written?.kind === 'list')
            for (const node of written.items)
                readTask(node, null, context);
        return null;
    }
    const read = values.tasks.map((node) => readTask(node, values.default_args, context));
    const params = paramsOf(values.params, (0,config_node/* entryOf */.Ms)(root, 'params')?.value ?? root, context);
    const tasks = read.flatMap((task) => (task === null ? [] : [task]));
    if (tasks.length < read.length)
        return null;
    const spec = {
        dagId: values.dag_id,
        tasks: withSetups(tasks),
        pools: new Map(Object.entries(values.pools)),
        maxActiveTasks: values.max_active_tasks,
        failFast: values.fail_fast,
        dagrunTimeoutSeconds: values.dagrun_timeout
    };
    const checked = (0,check/* checkDag */.b)(spec);
    const placed = {
        root,
        written: values.tasks,
        nodes: new Map(tasks.map(({ spec: { id } }, i) => [id, values.tasks[i] ?? root]))
    };
    for (const problem of checked.ok ? [] : checked.error)
        parse_tell(problem, placed, context);
    tellUnknownNames(tasks, placed, { params, tasks, dag: checked.ok ? checked.value : null }, context);
    return {
        file,
        description: values.description,
        schedule: values.schedule,
        timezone: values.timezone,
        params,
        callbacks: { on_success: values.on_success ?? [], on_failure: values.on_failure ?? [], on_retry: [] },
        tasks: new Map(tasks.map(({ fileTask }) => [fileTask.id, fileTask])),
        spec
    };
}
/** A task that a teardown names is its setup, whether it says so itself or not. */
function withSetups(tasks) {
    const setups = new Set(tasks.flatMap((task) => task.setups));
    return tasks.map(({ spec }) => (spec.role === 'work' && setups.has(spec.id) ? { ...spec, role: 'setup' } : spec));
}
function readTask(node, defaults, context) {
    if (node.kind !== 'map') {
        context.tell(node.at, 'error', { code: 'wrong-type', message: 'a task is a mapping with `task_id`' });
        return null;
    }
    const values = (0,config_option/* readOptions */.Tt)(node, options/* TASK_OPTIONS */.V2, IN_TASK, context);
    const task = values === types/* INVALID */.uY ? types/* INVALID */.uY : (0,file_task/* makeTask */.Wl)(values, defaults, node, context);
    return task === types/* INVALID */.uY ? null : task;
}
function parse_tell(problem, { root, nodes }, context) {
    const node = problem.taskId === null ? root : (nodes.get(problem.taskId) ?? root);
    const { code, message, cure, trail = [] } = problem;
    const first = trail[0];
    const at = first === undefined
        ? placeOf(node, problem, (0,config_node/* entryOf */.Ms)(root, 'default_args')?.value)
        : upstreamAt(nodes.get(first.to) ?? node, first.written);
    context.tell(at.at, 'error', { code, message, cure });
    for (const edge of trail.slice(1)) {
        const place = upstreamAt(nodes.get(edge.to) ?? root, edge.written);
        context.tell(place.at, 'notice', { code, message: `${edge.to} comes after ${edge.from}` });
    }
}
/** The node at fault. What a task does not say itself, default_args say for it. */
function placeOf(node, { key, value }, defaults) {
    if (key === 'depends_on' && value !== undefined)
        return upstreamAt(node, value);
    const own = key === 'expand' && value !== undefined ? expandedAt(node, value) : (0,file_task/* nodeAt */.oB)(node, key, value);
    return own === node && defaults !== undefined ? orElse((0,file_task/* nodeAt */.oB)(defaults, key, value), defaults, node) : own;
}
const orElse = (found, unless, other) => found === unless ? other : found;
/** What an argument of `expand` ranges over. */
const expandAt = (node, argument, kind) => (0,file_task/* nodeAt */.oB)((0,file_task/* nodeAt */.oB)((0,file_task/* nodeAt */.oB)(node, 'expand'), argument), kind);
/** Where `expand` names a task. */
function expandedAt(node, taskId) {
    const expand = (0,file_task/* nodeAt */.oB)(node, 'expand');
    const over = expand.kind === 'map' ? expand.entries.map(({ value }) => (0,file_task/* nodeAt */.oB)(value, 'task')) : [];
    return over.find((place) => place.kind === 'scalar' && place.value === taskId) ?? expand;
}
/** Where a task names an upstream: in depends_on, or as the setup of a teardown, or as what a check looks at. */
function upstreamAt(node, name) {
    const check = (0,file_task/* nodeAt */.oB)(node, 'check');
    const places = [(0,file_task/* nodeAt */.oB)(node, 'depends_on', name), (0,file_task/* nodeAt */.oB)(node, 'teardown', name), (0,file_task/* nodeAt */.oB)(check, 'task', name)];
    return places.find((place) => place.kind === 'scalar' && place.value === name) ?? places[0] ?? node;
}
/** Params that are mapped over, and all names in templates and conditions. */
function tellUnknownNames(tasks, placed, known, context) {
    const params = known.params.map(({ name }) => name);
    for (const [i, task] of tasks.entries()) {
        const node = placed.written[i] ?? placed.root;
        for (const { name, over } of task.fileTask.expand) {
            if (over.from !== 'param' || params.includes(over.name))
                continue;
            const near = (0,suggest/* suggest */.Z)(over.name, params);
            const cure = near === null ? 'define it under params' : `did you mean ${near}?`;
            const message = `expand.${name} names param ${over.name}, which is not defined`;
            context.tell(expandAt(node, name, 'param').at, 'error', { code: 'unknown-param', message, cure });
        }
        tellTaskNames(task, node, known, context);
    }
    tellSharedNames(placed.root, known, context);
    tellSharedNames((0,config_node/* entryOf */.Ms)(placed.root, 'default_args')?.value, known, context);
}


/***/ }),

/***/ 1842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wl: () => (/* binding */ makeTask),
/* harmony export */   oB: () => (/* binding */ nodeAt),
/* harmony export */   w8: () => (/* binding */ specExpand)
/* harmony export */ });
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(983);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9541);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5309);




/** Makes a task of what is written; `defaults` are the file's default_args. */
function makeTask(values, defaults, node, context) {
    const action = actionOf(values, node, context);
    const expand = expandOf(values, context);
    if (action === _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY || expand === _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY)
        return _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY;
    const isTeardown = values.teardown !== null;
    if (isTeardown && values.setup) {
        const message = `task ${values.task_id} is setup and teardown`;
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(nodeAt(node, 'teardown'), context, { code: 'bad-teardown', message, cure: 'make two tasks of it' });
    }
    const id = values.group === null ? values.task_id : `${values.group}.${values.task_id}`;
    const role = isTeardown ? 'teardown' : values.setup ? 'setup' : 'work';
    const checks = action.kind === 'check' ? [action.task] : [];
    const spec = {
        id,
        ...schedulingOf(values, defaults, role),
        group: values.group,
        dependsOn: [...new Set([...values.depends_on, ...(values.teardown ?? []), ...checks])],
        role,
        onFailureFailDagrun: values.on_failure_fail_dagrun,
        expand: specExpand(expand)
    };
    const env = { ...defaults?.env, ...values.env };
    const fileTask = { id, action, env, when: values.when, callbacks: callbacksOf(values, defaults), expand };
    return { spec, setups: values.teardown ?? [], fileTask };
}
function schedulingOf(values, defaults, role) {
    const of = (key, fallback) => values[key] ?? defaults?.[key] ?? fallback;
    const usual = role === 'teardown' ? 'all_done_setup_success' : 'all_success';
    return {
        triggerRule: values.trigger_rule ?? (role === 'work' ? defaults?.trigger_rule : null) ?? usual,
        retry: {
            retries: of('retries', 0),
            delaySeconds: of('retry_delay', _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULTS */ .zY.retryDelaySeconds),
            backoff: of('retry_exponential_backoff', 0),
            maxDelaySeconds: of('max_retry_delay', null),
            rules: of('retry_rules', []).map(({ errors, action, delay }) => ({
                codes: errors.flatMap((code) => CODES[code] ?? [code]),
                action,
                ...(delay === null ? {} : { delaySeconds: delay })
            }))
        },
        executionTimeoutSeconds: of('execution_timeout', null),
        pool: of('pool', _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_POOL */ .D5),
        poolSlots: of('pool_slots', 1),
        priorityWeight: of('priority_weight', 1),
        weightRule: of('weight_rule', 'downstream'),
        maxActiveTis: of('max_active_tis_per_dag', null),
        dependsOnPast: of('depends_on_past', false),
        waitForDownstream: of('wait_for_downstream', false)
    };
}
/** Classes whose failures the runner itself names otherwise. */
const CODES = {
    timeout: ['timeout', 'dag-task-timeout', 'dag-task-did-not-stop']
};
const callbacksOf = (values, defaults) => ({
    on_success: values.on_success ?? defaults?.on_success ?? [],
    on_failure: values.on_failure ?? defaults?.on_failure ?? [],
    on_retry: values.on_retry ?? defaults?.on_retry ?? []
});
const KINDS = ['recipe', 'run', 'check', 'branch', 'short_circuit'];
function actionOf(values, node, context) {
    const kinds = KINDS.filter((kind) => values[kind] !== null);
    if (kinds.length > 1) {
        const message = `task ${values.task_id} has ${kinds.join(' and ')}`;
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(node, context, { code: 'two-actions', message, cure: 'a task does one thing: make two tasks of it' });
    }
    if (values.with !== null && values.recipe === null) {
        const message = `task ${values.task_id} has 'with' but no recipe`;
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(node, context, { code: 'unused-option', message, cure: 'remove it; variables go under env' });
    }
    if (values.recipe !== null)
        return { kind: 'recipe', recipe: values.recipe, with: values.with ?? {} };
    if (values.run !== null)
        return { kind: 'run', command: values.run };
    if (values.check !== null)
        return { kind: 'check', ...values.check };
    if (values.branch !== null)
        return { kind: 'branch', cases: values.branch };
    if (values.short_circuit === null)
        return { kind: 'empty' };
    const scope = values.ignore_downstream_trigger_rules ? 'descendants' : 'direct';
    return { kind: 'short-circuit', condition: values.short_circuit, scope };
}
function expandOf({ expand }, context) {
    const args = Object.entries(expand ?? {}).map(([name, node]) => [name, overOf(name, node, context)]);
    const valid = args.flatMap(([name, over]) => (over === _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY ? [] : [{ name, over }]));
    return valid.length < args.length ? _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY : valid;
}
const SOURCES = ['task', 'param', 'databases', 'values'];
/** `[a, b]`, `{task: id}`, `{param: name}`, `{databases: recipe}` or `{values: {…}}`. */
function overOf(name, node, context) {
    if (node.kind === 'list')
        return { from: 'literal', values: node.items.map(_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .toJson */ .aB) };
    const message = `expand.${name} is no list, and none of { task: … }, { param: … }, { databases: RECIPE }, { values: { … } }`;
    const entry = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
    const key = SOURCES.find((one) => one === entry?.key.value);
    if (entry === undefined || key === undefined)
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(node, context, { code: 'bad-expand', message, cure: 'write a list, or one of these' });
    const value = (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .toJson */ .aB)(entry.value);
    if (key === 'values' && typeof value === 'object' && value !== null) {
        return { from: 'literal', values: value };
    }
    if (typeof value !== 'string')
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(entry.value, context, { code: 'bad-expand', message, cure: 'write a list, or one of these' });
    if (key === 'task')
        return { from: 'task', taskId: value };
    return key === 'param' ? { from: 'param', name: value } : { from: 'databases', recipe: value };
}
/** The mapping as the runner knows it; what is not known yet is an empty list. */
function specExpand(expand, lists) {
    if (expand.length === 0)
        return null;
    const source = (name, over) => {
        if (over.from === 'literal')
            return over;
        if (over.from === 'task')
            return over;
        return lists?.get(name) ?? { from: 'literal', values: [] };
    };
    return { kind: 'product', args: expand.map(({ name, over }) => ({ name, source: source(name, over) })) };
}
/** The node at a key of a task, or the task's own. */
function nodeAt(node, key, value) {
    const found = node.kind === 'map' ? (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .Ms)(node, key)?.value : undefined;
    if (found === undefined)
        return node;
    const item = found.kind === 'list' ? found.items.find((one) => one.kind === 'scalar' && one.value === value) : undefined;
    return item ?? found;
}


/***/ }),

/***/ 5309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   ws: () => (/* binding */ scalarText)
/* harmony export */ });
/* unused harmony export durationSeconds */
/* harmony import */ var _core_config_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(983);

const AMOUNT = String.raw `(\d+(?:\.\d+)?)`;
/** Each unit at most once, the larger ones first. */
const SHORT = new RegExp(`^${['d', 'h', 'm', 's', 'ms'].map((unit) => `(?:${AMOUNT} ?${unit} ?)?`).join('')}$`);
/** ISO 8601 without years and months, whose lengths differ. */
const ISO = new RegExp(`^P(?:${AMOUNT}W)?(?:${AMOUNT}D)?(?:T(?:${AMOUNT}H)?(?:${AMOUNT}M)?(?:${AMOUNT}S)?)?$`);
const SHORT_UNITS = [86_400, 3600, 60, 1, 0.001];
const ISO_UNITS = [604_800, 86_400, 3600, 60, 1];
/** The seconds that a duration such as `1h30m` or `PT1H30M` means; null for what is none. */
function durationSeconds(value) {
    const isIso = value.startsWith('P');
    const parts = (isIso ? ISO : SHORT).exec(value)?.slice(1);
    if (parts === undefined || value.endsWith('T') || parts.every((part) => part === undefined))
        return null;
    const units = isIso ? ISO_UNITS : SHORT_UNITS;
    const seconds = parts.reduce((sum, part, i) => sum + Number(part ?? 0) * (units[i] ?? 0), 0);
    return Number.isFinite(seconds) ? seconds : null;
}
/** A duration: `30s`, `5m`, `1h30m`, ISO 8601 such as `PT5M`, or a number of seconds. */
const duration = {
    name: 'a duration such as 30s, 5m, 1h30m, PT5M or a number of seconds',
    schema: {
        anyOf: [
            { type: 'number', minimum: 0 },
            // Neither pattern by itself sees that at least one part has to be there, also after the T.
            { type: 'string', pattern: `^(?!P?$|.*T$)(?:${SHORT.source}|${ISO.source})` }
        ]
    },
    read(node, context) {
        if (node.kind === 'scalar' && (node.type === 'integer' || node.type === 'float')) {
            const seconds = Number(node.value);
            return seconds >= 0 && Number.isFinite(seconds) ? seconds : (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .mismatch */ .J4)(node, this.name, context);
        }
        const seconds = node.kind === 'scalar' && node.type === 'string' ? durationSeconds(node.value) : null;
        return seconds ?? (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .mismatch */ .J4)(node, this.name, context);
    }
};
/** One text, or a list of them. */
const texts = {
    name: 'a string or a list of strings',
    schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    read(node, context) {
        const values = (node.kind === 'list' ? node.items : [node]).map((item) => _core_config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.read(item, context));
        const valid = values.flatMap((value) => (value === _core_config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .INVALID */ .uY ? [] : [value]));
        return valid.length < values.length ? _core_config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .INVALID */ .uY : valid;
    }
};
/** A scalar as text: what variables and inputs are set to. */
const scalarText = {
    name: 'a string, a number or true or false',
    schema: { type: ['string', 'number', 'boolean'] },
    read(node, context) {
        if (node.kind !== 'scalar' || node.type === 'null')
            return (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .mismatch */ .J4)(node, this.name, context);
        return String(node.value);
    }
};
/** Tells a problem at a node. */
function refuse(node, context, told) {
    context.tell(node.at, 'error', told);
    return _core_config_types_js__WEBPACK_IMPORTED_MODULE_0__/* .INVALID */ .uY;
}


/***/ }),

/***/ 9541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ DEFAULT_POOL),
/* harmony export */   tn: () => (/* binding */ TRIGGER_RULES),
/* harmony export */   zY: () => (/* binding */ DEFAULTS)
/* harmony export */ });
/* unused harmony export taskDefaults */
/** Airflow 3's trigger rules, in the order in which its documentation lists them. */
const TRIGGER_RULES = [
    'all_success',
    'all_failed',
    'all_done',
    'all_done_min_one_success',
    'all_done_setup_success',
    'one_success',
    'one_failed',
    'one_done',
    'none_failed',
    'none_failed_min_one_success',
    'none_skipped',
    'all_skipped',
    'always'
];
/** The pool of a task that names none. */
const DEFAULT_POOL = 'default_pool';
/** Airflow's defaults: `default_pool` 128 slots, `max_active_tasks_per_dag` 16, `default_task_retry_delay` 300 s. */
const DEFAULTS = {
    poolSlots: 128,
    maxActiveTasks: 16,
    retryDelaySeconds: 300,
    maxMapLength: 1024
};
/** A task with every key at Airflow's default. */
function taskDefaults(id) {
    return {
        id,
        group: null,
        dependsOn: [],
        triggerRule: 'all_success',
        role: 'work',
        onFailureFailDagrun: false,
        retry: { retries: 0, delaySeconds: DEFAULTS.retryDelaySeconds, backoff: 0, maxDelaySeconds: null, rules: [] },
        executionTimeoutSeconds: null,
        pool: DEFAULT_POOL,
        poolSlots: 1,
        priorityWeight: 1,
        weightRule: 'downstream',
        expand: null,
        maxActiveTis: null,
        dependsOnPast: false,
        waitForDownstream: false
    };
}


/***/ }),

/***/ 7888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ indirectSetups),
/* harmony export */   Ph: () => (/* binding */ setupsAndTeardowns),
/* harmony export */   tF: () => (/* binding */ teardownScope)
/* harmony export */ });
/* unused harmony export relevantSetups */
const teardownsOf = (task, lookup) => task.downstream.filter((id) => lookup(id).role === 'teardown');
/**
 * The setups that bear on `task`: its ancestors that are setups and have either no teardown among their direct
 * downstreams, or one that is a descendant of `task` (Airflow's `get_upstreams_only_setups`).
 */
function relevantSetups(task, lookup) {
    return [...task.ancestors].filter((id) => {
        const ancestor = lookup(id);
        if (ancestor.role !== 'setup')
            return false;
        const teardowns = teardownsOf(ancestor, lookup);
        return teardowns.length === 0 || teardowns.some((teardown) => task.descendants.has(teardown));
    });
}
/** The setups that bear on `task`, and their teardowns other than `task`: what is cleared with it. */
function setupsAndTeardowns(task, lookup) {
    return relevantSetups(task, lookup).flatMap((id) => [
        id,
        ...teardownsOf(lookup(id), lookup).filter((teardown) => teardown !== task.id)
    ]);
}
/**
 * The setups that `task` waits for beside its trigger rule: those that bear on it and are not its direct upstreams.
 * A teardown has none.
 */
function indirectSetups(task, lookup) {
    if (task.role === 'teardown')
        return [];
    return relevantSetups(task, lookup).filter((id) => !task.upstream.includes(id));
}
/** What a teardown waits for beside its trigger rule: every task between its direct setups and itself. */
function teardownScope(task, lookup) {
    if (task.role !== 'teardown')
        return [];
    const setups = task.upstream.map(lookup).filter((upstream) => upstream.role === 'setup');
    return [...task.ancestors].filter((id) => !task.upstream.includes(id) && setups.some((setup) => setup.descendants.has(id)));
}


/***/ }),

/***/ 7042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   Ow: () => (/* binding */ wallTime),
/* harmony export */   kQ: () => (/* binding */ isTimeZone)
/* harmony export */ });
const DAY_MS = 86_400_000;
/** Whether this is the name of a time zone that this machine knows, such as `Europe/Berlin`. */
function isTimeZone(name) {
    try {
        clockIn(name);
        return true;
    }
    catch {
        return false;
    }
}
const clocks = new Map();
function clockIn(zone) {
    const made = clocks.get(zone) ??
        new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            era: 'short',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric'
        });
    clocks.set(zone, made);
    return made;
}
/** What a clock on the wall shows at an instant, as milliseconds: those of the same numbers in UTC. */
function wallTime(at, zone) {
    if (zone === 'UTC')
        return at;
    const parts = Object.fromEntries(clockIn(zone)
        .formatToParts(at)
        .map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
}
/**
 * The instant at which a clock on the wall shows this. What it shows twice is the first time; what it never shows, since
 * it is put forward over it, is as long after that as it would have been.
 */
function instantOf(wall, zone) {
    if (zone === 'UTC')
        return wall;
    const offsetAt = (at) => wallTime(at, zone) - at;
    // Clocks are not changed twice within two days.
    const [before, after] = [wall - offsetAt(wall - DAY_MS), wall - offsetAt(wall + DAY_MS)];
    const shown = [before, after].filter((instant) => wallTime(instant, zone) === wall);
    return shown.length === 0 ? before : Math.min(...shown);
}


/***/ }),

/***/ 8791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ NO_ADVANCED_OPTIONS)
/* harmony export */ });
/** Nothing of it is said. */
const NO_ADVANCED_OPTIONS = {
    maxConnections: null,
    fips: null,
    dualStack: null,
    ignoreConfiguredEndpoints: null,
    userAgentExtra: null,
    appId: null,
    clientCertificate: null,
    proxyAuthorityPath: null,
    pathStyle: null,
    accelerate: false
};


/***/ }),

/***/ 4458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ IGNORABLE_RULES)
/* harmony export */ });
/* unused harmony export RULES */
const rule = (id, finds, ...severities) => ({
    id,
    finds,
    severities: severities.length === 0 ? ['error'] : severities
});
const fixed = (id, finds) => ({ ...rule(id, finds), isFixed: true });
/** Rules of any file. */
const TEXT = [
    fixed('empty-file', 'A file that holds nothing.'),
    fixed('file-type', 'A file that is neither YAML nor JSON.'),
    fixed('json-syntax', 'Text that is no JSON.'),
    fixed('yaml-syntax', 'Text that is no YAML 1.1 as DataHub reads it.'),
    fixed('yaml-alias', 'An anchor that is defined twice, or that stands for something around it.'),
    fixed('yaml-multiple-documents', 'A second document behind `---`.'),
    fixed('yaml-too-deep', 'More than 100 levels.'),
    fixed('yaml-too-large', 'More than one mebibyte, or aliases that unfold to more than 100,000 values.'),
    fixed('yaml-value', 'A value that is not what its tag or its look says, a key that is no text.'),
    rule('duplicate-key', 'A key twice in a mapping: the first one is dropped.', 'warning'),
    rule('bad-ignore', 'An ignore without a reason, or for a rule that there is not.', 'warning')
];
/** Rules of options, in recipes and in DAG files. */
const OPTIONS = [
    rule('bad-pattern', 'A regular expression that does not compile.'),
    rule('bad-value', 'A word that is none of those an option knows.'),
    rule('missing-key', 'An option that has to be there.'),
    rule('not-supported-yet', 'An option that DataHub has and this program does not.'),
    rule('out-of-range', 'A number beyond its limits.'),
    rule('unknown-key', 'An option that there is not, or not here.'),
    rule('unused-option', 'An option without effect beside the others.', 'warning', 'error'),
    rule('wrong-type', 'A value of another kind than the option’s.')
];
const RECIPES = [
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
    rule('bad-urn', 'A tag, term, owner, domain, data product or dataset that is no urn of its kind.', 'error', 'warning'),
    rule('bad-variable', 'A variable that cannot be expanded.'),
    rule('conflicting-keys', 'Options that exclude each other.'),
    rule('deprecated-name', 'An old name of an option or a transformer.', 'warning'),
    rule('duplicate-pipeline-name', 'Two recipes of one name for one server: they overwrite each other’s state.', 'warning'),
    rule('looks-like-a-glob', 'A pattern such as `sales_*`, which as a regular expression means something else.', 'warning'),
    rule('missing-pipeline-name', 'Stateful ingestion without the name that its state is kept under.'),
    rule('missing-sink', 'Neither a sink nor a server from the inputs.'),
    rule('missing-variable', 'A variable that is not declared: an error where an env file says which there are, a warning where a workflow that runs the recipe does not set it.', 'error', 'warning'),
    rule('needs-datahub', 'A transformer or a state that asks DataHub, beside a sink that is none.'),
    rule('needs-python', 'A transformer that runs Python code.'),
    rule('never-matches', 'A pattern that no name matches, such as `^orders$` as a `table_pattern`: tables are `database.table`.', 'warning'),
    rule('nothing-left', 'A filter that lets nothing in.', 'warning'),
    rule('option-twice', 'An option that is given in two places.'),
    rule('plaintext-secret', 'A token, password or key that is written out.', 'warning'),
    rule('renamed-twice', 'An option under its old and its new name.'),
    rule('token-over-http', 'A token for a server beyond one’s own network, without TLS.', 'warning'),
    rule('unknown-auth', 'A token provider that there is not.'),
    rule('unknown-reporter', 'A place to report runs to that there is not.', 'warning', 'error'),
    rule('unknown-sink', 'A sink that there is not, or not here.'),
    rule('unknown-source', 'A source that there is not, or not here.'),
    rule('unknown-state-provider', 'A place to keep state in that there is not.'),
    rule('unknown-transformer', 'A transformer that there is not.'),
    rule('unverified-tls', '`disable_ssl_verification`.', 'warning')
];
const DAGS = [
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
];
/** Every rule there is, by what it looks at. */
const RULES = { 'Any file': TEXT, Options: OPTIONS, Recipes: RECIPES, 'DAG files': DAGS };
const ALL = Object.values(RULES).flat();
/** What comments may silence (core/ignore.ts). */
const IGNORABLE_RULES = {
    known: new Set(ALL.map(({ id }) => id)),
    never: new Set(ALL.filter(({ isFixed }) => isFixed === true).map(({ id }) => id))
};


/***/ }),

/***/ 1817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ HIDDEN),
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** What is shown in place of a secret. */
const HIDDEN = '***';
/**
 * A value that must never be printed. Templates, JSON.stringify and console-like printing all show `***`;
 * only `reveal` gives the value, so that every use of it can be found by name.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The value itself. Never put it into a message, a report or a file. */
    reveal() {
        return this.#value;
    }
    toString() {
        return HIDDEN;
    }
    toJSON() {
        return HIDDEN;
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return HIDDEN;
    }
}


/***/ }),

/***/ 1018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ expandText)
/* harmony export */ });
/*
 * The peer's expansion of variables (its expandvars library and config_loader.py EnvResolver), rule by rule:
 * ${NAME}, ${NAME:-default}, ${NAME:?message}, ${NAME:=value}, ${NAME:+other}, ${!NAME}, ${#NAME}, ${NAME:1:2}, $NAME.
 */
const RECOVER = 'EXPANDVARS_RECOVER_NULL';
/**
 * The text with its variables filled in. Only a text that holds `${…}` or begins with `$` is looked at; in the latter
 * case it stays as it is when a variable is not set.
 */
function expandText(text, variables) {
    const braced = hasBraces(text);
    if (!braced && !text.startsWith('$'))
        return { value: text, names: [], problems: [] };
    const expansion = new Expander(variables).expand(text);
    const [first] = expansion.problems;
    return !braced && first !== undefined && isUnbound(first) ? { value: text, names: [], problems: [] } : expansion;
}
/** Whether Python's `\$\{.+\}` is found: `.` is anything but the end of a line. Not a RegExp, which would begin at each `${`. */
const hasBraces = (text) => text.includes('${') &&
    text.split('\n').some((line) => line.includes('${') && line.lastIndexOf('}') > line.indexOf('${') + 2);
const isUnbound = (problem) => problem.kind === 'unset' && problem.message === null;
class SyntaxProblem extends Error {
}
const OPERATORS = {
    '-': 'default',
    '=': 'set-default',
    '+': 'substitute',
    '?': 'strict'
};
const isNameCharacter = (character) => character !== undefined && /^[\p{L}\p{N}_]$/u.test(character);
/** Variables in what variables are by default: far more than people write, far fewer than the stack holds. */
const MAX_DEPTH = 100;
class Expander {
    #variables;
    #names = [];
    #problems = [];
    #depth = 0;
    constructor(variables) {
        this.#variables = variables;
    }
    expand(text) {
        let value = '';
        try {
            value = this.#text(text, true);
        }
        catch (error) {
            if (!(error instanceof SyntaxProblem))
                throw error;
            this.#problems.push({ kind: 'syntax', message: error.message });
        }
        return { value, names: this.#names, problems: this.#problems };
    }
    #text(text, strict) {
        if (this.#depth > MAX_DEPTH)
            throw new SyntaxProblem('variables are nested too deeply');
        this.#depth += 1;
        const expanded = this.#level(text, strict);
        this.#depth -= 1;
        return expanded;
    }
    #level(text, strict) {
        const cursor = new Cursor(text);
        let out = '';
        for (let character = cursor.take(); character !== undefined; character = cursor.take()) {
            const next = cursor.peek();
            if (character === '\\')
                out += escaped(cursor);
            else if (character === '$' && (isNameCharacter(next) || next === '{' || next === '$')) {
                out += this.#reference(readReference(cursor), strict);
            }
            else
                out += character;
        }
        return out;
    }
    #reference({ name, indirect, operator, operand }, strict) {
        if (name === '')
            throw new SyntaxProblem('a variable without a name');
        this.#names.push(name);
        const target = indirect ? this.#variables.get(name) : name;
        if (target === undefined)
            return this.#missing({ name });
        const value = this.#lookUp(target);
        const text = this.#text(operand, false);
        const result = operator === 'strict'
            ? value || this.#refused(name, operand)
            : this.#apply(operator, { name, value, operand: text });
        if (result !== undefined)
            return result;
        return strict ? this.#missing({ name, indirect, lacking: target }) : '';
    }
    #lookUp(name) {
        return name === '$' ? String(process.pid) : this.#variables.get(name);
    }
    /** undefined: the variable is not set, and nothing takes its place. Empty counts as not set, as with the peer. */
    #apply(operator, { name, value, operand }) {
        switch (operator) {
            case 'none':
                return value;
            case 'default':
                return value || operand;
            case 'set-default':
                if (!value)
                    this.#variables.set(name, operand);
                return value || operand;
            case 'substitute':
                return value ? operand : '';
            case 'length':
                if (operand !== '')
                    throw new SyntaxProblem(`bad substitution of ${name}`);
                return String([...(value ?? '')].length);
            case 'slice':
                return slice(name, value ?? '', operand);
        }
    }
    /** `${NAME:?message}` without a value. The message is told as written: what is filled into it may be a secret. */
    #refused(name, operand) {
        return this.#missing({ name, message: operand === '' ? 'it is needed here' : operand });
    }
    #missing(unset) {
        const recovered = this.#variables.get(RECOVER);
        const usual = { kind: 'unset', lacking: unset.name, message: null, indirect: false };
        if (recovered === undefined)
            this.#problems.push({ ...usual, ...unset });
        return recovered ?? '';
    }
}
/** A text, a character (not half of one) at a time. */
class Cursor {
    #characters;
    #next = 0;
    constructor(text) {
        this.#characters = [...text];
    }
    peek() {
        return this.#characters[this.#next];
    }
    take() {
        const character = this.peek();
        if (character !== undefined)
            this.#next += 1;
        return character;
    }
    /** Takes the next character when it is this one. */
    skip(character) {
        if (this.peek() !== character)
            return false;
        this.#next += 1;
        return true;
    }
}
/** What a backslash stands for; only `$` and the backslash itself are escaped by it. */
function escaped(cursor) {
    const next = cursor.take();
    if (next === undefined)
        throw new SyntaxProblem('a backslash at the end escapes nothing');
    return next === '$' || next === '\\' ? next : `\\${next}`;
}
/** A brace may also come after the first letters of the name: `$A{B}` is `${AB}`. */
function readReference(cursor) {
    const start = readName(cursor, '');
    if (!cursor.skip('{'))
        return { name: start, indirect: false, operator: 'none', operand: '' };
    const indirect = cursor.skip('!');
    const length = !indirect && cursor.skip('#');
    const name = readName(cursor, start);
    const none = { name, indirect, operator: length ? 'length' : 'none', operand: '' };
    if (cursor.skip('}'))
        return none;
    const colon = cursor.skip(':');
    if (colon && length)
        return { ...none, operand: readOperand(cursor) };
    return { name, indirect, ...readOperator(cursor) };
}
/** The rest of a name that begins with `start`; a `$` at the very beginning is the process id's. */
function readName(cursor, start) {
    let name = start === '' && cursor.skip('$') ? '$' : start;
    while (isNameCharacter(cursor.peek()))
        name += cursor.take();
    return name;
}
function readOperator(cursor) {
    const first = cursor.take();
    if (first === undefined)
        throw new SyntaxProblem('a closing brace is missing');
    const operator = OPERATORS[first];
    if (operator !== undefined)
        return { operator, operand: readOperand(cursor) };
    return { operator: 'slice', operand: first === '}' ? '' : first + readOperand(cursor) };
}
/** Everything up to the closing brace; braces in it are paired. */
function readOperand(cursor) {
    let operand = '';
    let depth = 0;
    for (let character = cursor.take(); character !== undefined; character = cursor.take()) {
        if (character === '}' && depth === 0)
            return operand;
        if (character === '{')
            depth += 1;
        if (character === '}')
            depth -= 1;
        operand += character;
    }
    throw new SyntaxProblem('a closing brace is missing');
}
const INTEGER = /^[+-]?\d+(?:_\d+)*$/;
/** `offset` or `offset:length`, by Python's rules for slices; an offset that is no number counts as 0. */
function slice(name, value, operand) {
    const [offsetText = '', lengthText, ...more] = operand.split(':').map((part) => part.trim());
    if (operand === '' || more.length > 0)
        throw new SyntaxProblem(`bad substitution of ${name}`);
    const characters = [...value];
    const offset = integer(offsetText) ?? 0;
    if (lengthText === undefined)
        return characters.slice(offset).join('');
    const length = integer(lengthText);
    if (length === null && ![...lengthText].every(isNameCharacter))
        throw new SyntaxProblem(`no length for ${name}`);
    if (length !== null && length < 0)
        throw new SyntaxProblem(`a negative length for ${name}`);
    return characters.slice(offset, offset + (length ?? 0)).join('');
}
const integer = (text) => (INTEGER.test(text) ? Number(text.replaceAll('_', '')) : null);


/***/ }),

/***/ 5232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ variablesOf),
/* harmony export */   r: () => (/* binding */ expandTree)
/* harmony export */ });
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9531);
/* harmony import */ var _core_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3029);
/* harmony import */ var _expand_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1018);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6482);





/** Fills in the variables of every string in the tree, and says where that cannot be done: all places at once. */
function expandTree(root, options) {
    const tree = new Tree(options);
    return { root: tree.map(root, []), problems: tree.problems, references: tree.references };
}
class Tree {
    problems = [];
    /** Those whose value is not known yet. */
    references = [];
    #options;
    #variables;
    #limited;
    constructor(options) {
        this.#options = options;
        this.#variables = variablesOf(options.env);
        this.#limited = variablesOf(options.limited?.env ?? {});
    }
    map(node, path) {
        const entries = node.entries.map(({ key, value }) => ({ key, value: this.#node(value, [...path, (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)(key)]) }));
        return { ...node, entries };
    }
    #node(node, path) {
        if (node.kind === 'map')
            return this.map(node, path);
        if (node.kind === 'list')
            return { ...node, items: node.items.map((item) => this.#node(item, path)) };
        return this.#scalar(node, path);
    }
    #scalar(node, path) {
        if (node.type !== 'string')
            return node;
        const variables = this.#options.limited?.applies(node) === true ? this.#limited : this.#variables;
        const { marked, references, problems: inside } = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .markReferences */ .G1)(node.value, variables);
        const { value, names, problems: around } = (0,_expand_text_js__WEBPACK_IMPORTED_MODULE_1__/* .expandText */ .w)(marked, variables);
        const problems = [...inside, ...around];
        const told = problems.filter((problem) => problem.kind === 'syntax' || !this.#options.mayBeOpen(problem.lacking));
        for (const problem of told)
            this.problems.push(this.#diagnostic(problem, node.at));
        if (problems.length > 0)
            return { ...node, open: true, written: node.value };
        const used = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .marksIn */ .MC)(value).flatMap((index) => references[index] ?? []);
        const unknown = used.filter(({ text }) => !this.#options.values.has(text));
        for (const reference of unknown)
            this.#remember({ ...reference, at: node.at, path });
        if (unknown.length > 0)
            return { ...node, open: true, written: node.value };
        const filled = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutMarks */ .zw)(value, (index) => this.#options.values.get(references[index]?.text ?? '') ?? '');
        return names.length === 0 && used.length === 0
            ? { ...node, value: filled }
            : { ...node, value: filled, written: node.value };
    }
    #remember(reference) {
        const fault = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .faultOfTarget */ .ln)(reference.target);
        if (fault === null)
            return void this.references.push(reference);
        const place = { file: this.#options.file, ...reference.at, severity: 'error' };
        const message = `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(reference.text)} ${fault.message}`;
        this.problems.push({ ...place, code: 'bad-reference', message, cure: fault.cure });
    }
    #diagnostic(problem, at) {
        const place = { file: this.#options.file, ...at, severity: 'error' };
        if (problem.kind === 'syntax') {
            const cure = `write variables as \${NAME} or \${NAME:-default}, and a dollar sign itself as \\$`;
            return { ...place, code: 'bad-variable', message: `this cannot be expanded: ${problem.message}`, cure };
        }
        const { name, message, indirect } = problem;
        const said = message === null ? 'is not set' : `is not set: ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(message)}`;
        const near = (0,_core_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .Z)(name, this.#options.declared ?? []);
        const set = `set it in the step's \`env:\` or in the env-file, or give it a default: \${${name}:-…}`;
        const cure = near === null ? set : `did you mean \${${near}}? Otherwise ${set}`;
        const which = indirect ? `that ${name} names` : name;
        return { ...place, code: 'missing-variable', message: `the variable ${which} ${said}`, cure };
    }
}
/** The variables that are set. */
const variablesOf = (env) => new Map(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));


/***/ }),

/***/ 7954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ AWS_OPTIONS),
  c: () => (/* binding */ DEFAULT_TIMEOUT)
});

// EXTERNAL MODULE: ./lib/core/config/option.js
var config_option = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/core/config/types.js
var types = __webpack_require__(983);
// EXTERNAL MODULE: ./lib/model/aws-options.js
var aws_options = __webpack_require__(8791);
;// CONCATENATED MODULE: ./lib/recipe/options/aws-advanced.js



const WHERE = 'source.config.aws_advanced_config';
/** A path, or the paths of a certificate and its key; a YAML list is what Python's tuple would be. */
const clientCertificate = {
    name: 'a path, or a list of the paths of certificate and key',
    schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 }] },
    read(node, context) {
        const items = node.kind === 'list' ? node.items : [node];
        const paths = items.map((item) => types/* text */.Qq.read(item, context));
        const [certificatePath, keyPath = certificatePath] = paths;
        if (paths.includes(types/* INVALID */.uY))
            return types/* INVALID */.uY;
        if (typeof certificatePath !== 'string' || typeof keyPath !== 'string' || paths.length > 2) {
            return (0,types/* mismatch */.J4)(node, this.name, context);
        }
        return { certificatePath, keyPath };
    }
};
const PROXIES_CONFIG = {
    proxy_ca_bundle: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'A PEM file with the authority of the proxy.'),
    proxy_client_cert: (0,config_option/* planned */.lM)(types/* anything */.D8, null, 'A client certificate for the proxy.'),
    proxy_use_forwarding_for_https: (0,config_option/* planned */.lM)((0,types/* orNull */.Xd)(types/* flag */.Jt), null, 'Whether https is forwarded in the open.', (on) => !on)
};
const S3 = {
    addressing_style: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* choice */.Yq)(['virtual', 'auto', 'path'])), null, 'How buckets are addressed.'),
    use_accelerate_endpoint: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), null, 'Whether buckets are reached by CloudFront.'),
    payload_signing_enabled: (0,config_option/* option */.uK)(types/* anything */.D8, null, 'No meaning here: nothing is written to S3.'),
    us_east_1_regional_endpoint: (0,config_option/* option */.uK)(types/* anything */.D8, null, 'No meaning here: endpoints are regional.')
};
const WITH_MEANING = {
    connect_timeout: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* number */.ai)({ above: 0 })), null, 'How many seconds a connection to AWS may take.'),
    region_name: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The region of calls to AWS, in place of aws_region.'),
    max_pool_connections: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* integer */.nd)({ min: 1 })), null, 'Connections at once to one service.'),
    use_fips_endpoint: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), null, 'Whether FIPS endpoints are used.'),
    use_dualstack_endpoint: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), null, 'Whether endpoints with IPv6 are used.'),
    ignore_configured_endpoint_urls: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), null, 'Whether AWS_ENDPOINT_URL is passed over.'),
    user_agent_extra: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'Added to the user agent.'),
    user_agent_appid: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The application id in the user agent.'),
    client_cert: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(clientCertificate), null, 'A client certificate for calls to AWS.'),
    proxies_config: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,config_option/* section */.uW)(PROXIES_CONFIG, `${WHERE}.proxies_config`)), null, 'More about proxies.'),
    s3: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,config_option/* section */.uW)(S3, `${WHERE}.s3`)), null, 'How buckets are reached.'),
    signature_version: (0,config_option/* planned */.lM)(types/* anything */.D8, null, 'How calls are signed: v4.', (it) => it === 'v4' || it === 's3v4')
};
/** What changes nothing of what is read, here or with botocore, for the operations that Glue recipes need. */
const WITHOUT_MEANING = [
    ...['tcp_keepalive', 'user_agent', 'parameter_validation', 'inject_host_prefix', 'endpoint_discovery_enabled'],
    ...['defaults_mode', 'request_min_compression_size_bytes', 'disable_request_compression', 'client_context_params'],
    ...['sigv4a_signing_region_set', 'request_checksum_calculation', 'response_checksum_validation'],
    ...['account_id_endpoint_mode', 'auth_scheme_preference']
];
/** What the peer sets itself, so that a second value ends its run: the option that is meant. */
const TWICE = {
    read_timeout: 'read_timeout',
    proxies: 'aws_proxy',
    retries: 'aws_retry_num and aws_retry_mode'
};
const ONCE = {
    ...WITH_MEANING,
    ...Object.fromEntries(WITHOUT_MEANING.map((name) => [name, (0,config_option/* option */.uK)(types/* anything */.D8, null, 'No meaning here.')]))
};
/** The options of botocore.config.Config (source/aws/aws_common.py _aws_config). */
const ADVANCED_OPTIONS = {
    ...ONCE,
    ...Object.fromEntries(Object.keys(TWICE).map((name) => [name, (0,config_option/* planned */.lM)(types/* anything */.D8, null, 'Has its own option.')]))
};
/** Nothing is said. */
const NO_ADVANCED = { ...aws_options/* NO_ADVANCED_OPTIONS */.o, connectTimeoutSeconds: null, region: null };
const advancedConfig = {
    name: 'a mapping of options of botocore',
    schema: (0,config_option/* optionsSchema */.ci)(ONCE),
    read(node, context) {
        if (node.kind !== 'map')
            return (0,types/* mismatch */.J4)(node, 'a mapping', context);
        const once = refuseTwice(node, context);
        const values = (0,config_option/* readOptions */.Tt)(once, ADVANCED_OPTIONS, { where: WHERE, unknown: 'error' }, context);
        return values === types/* INVALID */.uY || once.entries.length < node.entries.length ? types/* INVALID */.uY : optionsOf(values);
    }
};
function optionsOf(values) {
    const style = values.s3?.addressing_style ?? null;
    return {
        connectTimeoutSeconds: values.connect_timeout,
        region: values.region_name,
        maxConnections: values.max_pool_connections,
        fips: values.use_fips_endpoint,
        dualStack: values.use_dualstack_endpoint,
        ignoreConfiguredEndpoints: values.ignore_configured_endpoint_urls,
        userAgentExtra: values.user_agent_extra,
        appId: values.user_agent_appid,
        clientCertificate: values.client_cert,
        proxyAuthorityPath: values.proxies_config?.proxy_ca_bundle ?? null,
        pathStyle: style === null || style === 'auto' ? null : style === 'path',
        accelerate: values.s3?.use_accelerate_endpoint === true
    };
}
/** The mapping without what is set twice, of which each is told. */
function refuseTwice(node, context) {
    const entries = node.entries.filter(({ key }) => {
        const meant = Object.hasOwn(TWICE, String(key.value)) ? TWICE[String(key.value)] : undefined;
        if (meant === undefined)
            return true;
        const told = {
            code: 'option-twice',
            message: `'${key.value}' has an option of its own`,
            cure: `use ${meant} in source.config`
        };
        context.tell(key.at, 'error', told);
        return false;
    });
    return { ...node, entries };
}

// EXTERNAL MODULE: ./lib/core/config/node.js
var config_node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
;// CONCATENATED MODULE: ./lib/recipe/options/aws-role.js




const NAME = 'a role ARN, or a list of them, each as text or as {RoleArn, ExternalId}';
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;
/** An empty text is no role. */
const ARN_SCHEMA = { type: 'string', pattern: `^$|${ROLE_ARN.source}` };
/** Absent as null is: the peer leaves out what is null (aws_common.py assume_role). */
const argument = (type, doc) => (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(type), null, doc);
const POLICY_ARN = { arn: (0,config_option/* required */.mw)(types/* text */.Qq, 'The ARN of a managed policy.') };
const TAG = { Key: (0,config_option/* required */.mw)(types/* text */.Qq, 'The key of a session tag.'), Value: (0,config_option/* required */.mw)(types/* text */.Qq, 'Its value.') };
const ROLE_OPTIONS = {
    RoleArn: (0,config_option/* required */.mw)(types/* text */.Qq, 'The ARN of the role.'),
    ExternalId: argument(types/* text */.Qq, 'The external id that the role’s trust policy asks for.'),
    RoleSessionName: argument(types/* text */.Qq, 'The name of the session; by default the input role-session-name.'),
    DurationSeconds: argument((0,types/* integer */.nd)({ min: 900, max: 43_200 }), 'How long the session lasts.'),
    Policy: argument(types/* text */.Qq, 'A policy, as JSON, that the session is narrowed to.'),
    PolicyArns: argument((0,types/* list */.p_)((0,config_option/* section */.uW)(POLICY_ARN, 'PolicyArns')), 'Managed policies that the session is narrowed to.'),
    Tags: argument((0,types/* list */.p_)((0,config_option/* section */.uW)(TAG, 'Tags')), 'Session tags.'),
    TransitiveTagKeys: argument((0,types/* list */.p_)(types/* text */.Qq), 'The tags that the next roles’ sessions inherit.'),
    SourceIdentity: argument(types/* text */.Qq, 'Who stands behind the session.'),
    SerialNumber: argument(types/* text */.Qq, 'The MFA device of the caller.'),
    TokenCode: argument(types/* text */.Qq, 'What the MFA device shows, as a variable.'),
    ProvidedContexts: (0,config_option/* planned */.lM)(types/* anything */.D8, null, 'Trusted contexts of identity providers.')
};
/** `aws_role`: one role or several; an empty text is none, as with the peer. */
const awsRoles = {
    name: NAME,
    schema: {
        anyOf: [
            ARN_SCHEMA,
            { type: 'null' },
            { type: 'array', items: { anyOf: [ARN_SCHEMA, (0,config_option/* optionsSchema */.ci)(ROLE_OPTIONS)] } }
        ]
    },
    read(node, context) {
        if (node.kind === 'scalar' && (node.type === 'null' || (node.type === 'string' && node.value === '')))
            return [];
        if (node.kind !== 'list')
            return one(readArn(node, context));
        const known = node.items.filter((item) => !(0,config_node/* isOpen */.nT)(item));
        const roles = known.map((item) => (item.kind === 'map' ? readRole(item, context) : readArn(item, context)));
        const valid = roles.flatMap((role) => (role === types/* INVALID */.uY ? [] : [role]));
        return valid.length < roles.length ? types/* INVALID */.uY : valid;
    }
};
const one = (role) => (role === types/* INVALID */.uY ? types/* INVALID */.uY : [role]);
function readArn(node, context) {
    if (node.kind === 'map')
        return (0,types/* mismatch */.J4)(node, NAME, context, 'put it into a list: begin the line with "- "');
    const arn = types/* text */.Qq.read(node, context);
    return arn === types/* INVALID */.uY ? types/* INVALID */.uY : checkedRole({ roleArn: arn, externalId: null }, node, context);
}
function readRole(node, context) {
    const role = (0,config_option/* readOptions */.Tt)(node, ROLE_OPTIONS, { where: 'aws_role', unknown: 'error' }, context);
    if (role === types/* INVALID */.uY)
        return types/* INVALID */.uY;
    const { RoleArn, ExternalId, ProvidedContexts: _refused, ...others } = role;
    if ((role.SerialNumber === null) !== (role.TokenCode === null))
        return withoutPair(node, context);
    const given = Object.entries(others).filter(([, value]) => value !== null);
    const place = (0,config_node/* entryOf */.Ms)(node, 'RoleArn')?.value ?? node;
    const plain = { roleArn: RoleArn, externalId: ExternalId };
    const full = given.length === 0 ? plain : { ...plain, others: Object.fromEntries(given) };
    return checkedRole(full, place, context);
}
/** STS asks for both, and the code is good for one call: a session that is renewed needs a new one. */
function withoutPair(node, context) {
    const message = 'SerialNumber and TokenCode belong together';
    context.tell(node.at, 'error', { code: 'bad-role-argument', message, cure: 'give both, or none' });
    return types/* INVALID */.uY;
}
function checkedRole(role, node, context) {
    if (ROLE_ARN.test(role.roleArn) || (0,config_node/* isOpen */.nT)(node))
        return role;
    const message = `${node.kind === 'scalar' ? (0,config_node/* shown */.SP)(node) : (0,quote/* quoted */.TL)(role.roleArn)} is no role ARN`;
    const cure = 'write it as arn:aws:iam::<account id>:role/<name>';
    context.tell(node.at, 'error', { code: 'bad-role-arn', message, cure });
    return types/* INVALID */.uY;
}

;// CONCATENATED MODULE: ./lib/recipe/options/aws.js




/** botocore's default for both timeouts, in seconds. */
const DEFAULT_TIMEOUT = 60;
/** How to reach AWS: the peer's AwsConnectionConfig (source/aws/aws_common.py). */
const AWS_OPTIONS = {
    aws_region: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The AWS region of the catalogue; by default what the environment says.'),
    aws_role: (0,config_option/* option */.uK)(awsRoles, [], 'The role to assume, or several to assume one after the other, as ARNs or {RoleArn, ExternalId, …} with the arguments of AssumeRole.'),
    aws_access_key_id: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'An access key; better left to the environment or to OIDC.'),
    aws_secret_access_key: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* secretText */.yD), null, 'The secret of the access key, as a variable.'),
    aws_session_token: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* secretText */.yD), null, 'The session token of temporary keys, as a variable.'),
    aws_profile: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'A named profile of the AWS configuration files.'),
    aws_endpoint_url: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'An endpoint for S3 in place of AWS’s own; Glue and STS keep theirs.'),
    aws_proxy: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* record */.g1)(types/* text */.Qq)), null, 'Proxies for calls to AWS, by scheme.'),
    aws_retry_num: (0,config_option/* option */.uK)((0,types/* integer */.nd)({ min: 0 }), 5, 'How often a failed call to AWS is tried again.'),
    aws_retry_mode: (0,config_option/* option */.uK)((0,types/* choice */.Yq)(['legacy', 'standard', 'adaptive']), 'standard', 'The SDK’s retry mode: in each of them the same errors are tried again, and calls are paced as adaptive does.'),
    read_timeout: (0,config_option/* option */.uK)((0,types/* number */.ai)({ above: 0 }), DEFAULT_TIMEOUT, 'How many seconds an answer of AWS may take.'),
    aws_advanced_config: (0,config_option/* option */.uK)(advancedConfig, NO_ADVANCED, 'Options of botocore’s Config.')
};


/***/ }),

/***/ 7806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ CLIENT_OPTIONS),
  O: () => (/* binding */ datahubApi)
});

// EXTERNAL MODULE: ./lib/core/config/option.js
var config_option = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/core/config/types.js
var types = __webpack_require__(983);
// EXTERNAL MODULE: ./lib/core/config/node.js
var config_node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
// EXTERNAL MODULE: ./lib/recipe/options/typed-schema.js
var typed_schema = __webpack_require__(1867);
;// CONCATENATED MODULE: ./lib/recipe/options/auth.js






const AUTH = {
    type: (0,config_option/* required */.mw)(types/* text */.Qq, 'The kind of token provider: static, pat, k8s_oidc or oidc_client_credentials.'),
    config: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* anyMapping */.Hz), null, 'The options of the token provider.')
};
const STATIC = { token: (0,config_option/* required */.mw)(types/* secretText */.yD, 'The token, as a variable.') };
const PAT = {
    token: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* secretText */.yD), null, 'The token, as a variable.'),
    token_file: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The file that holds the token; it is read for every request.')
};
/** What EKS mounts (ingestion/auth/k8s_projected.py). */
const K8S_FILE = '/var/run/secrets/eks.amazonaws.com/serviceaccount/token';
const K8S = {
    token_file: (0,config_option/* option */.uK)(types/* text */.Qq, K8S_FILE, 'The projected token of the service account.'),
    audience: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'No meaning here: for whom the token was made.')
};
const OIDC = {
    token_endpoint: (0,config_option/* required */.mw)(types/* text */.Qq, 'The address that gives tokens.'),
    client_id: (0,config_option/* required */.mw)(types/* text */.Qq, 'The id of the client.'),
    client_secret: (0,config_option/* required */.mw)(types/* secretText */.yD, 'The secret of the client, as a variable.'),
    scope: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'Scopes, with spaces between them.'),
    audience: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'For whom the token is, where the provider asks.')
};
const TABLES = { static: STATIC, pat: PAT, k8s_oidc: K8S, oidc_client_credentials: OIDC };
/** Providers of DataHub's own CLI that there are not here. */
const OTHERS = ['azure_entra', 'oauth_session'];
const WHERE = { where: 'auth.config', unknown: 'error' };
/** `auth`: where the token comes from (ingestion/auth/*.py, emitter/token_provider.py). */
const auth = {
    name: 'a mapping with `type` and `config`',
    schema: {
        anyOf: [
            (0,typed_schema/* typedSchema */.g)(AUTH, Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, (0,config_option/* optionsSchema */.ci)(table)])), {
                others: true
            }),
            { type: 'null' }
        ]
    },
    read(node, context) {
        if (node.kind === 'scalar' && node.type === 'null')
            return null;
        if (node.kind !== 'map')
            return (0,types/* mismatch */.J4)(node, this.name, context);
        const values = (0,config_option/* readOptions */.Tt)(node, AUTH, { where: 'auth', unknown: 'error' }, context);
        if (values === types/* INVALID */.uY)
            return types/* INVALID */.uY;
        const given = (0,config_node/* entryOf */.Ms)(node, 'config')?.value;
        const config = given?.kind === 'map' ? given : { kind: 'map', at: node.at, entries: [] };
        const read = READERS[values.type];
        return read === undefined ? unknown(values.type, node, context) : read(config, context);
    }
};
const READERS = {
    static(config, context) {
        const values = (0,config_option/* readOptions */.Tt)(config, STATIC, WHERE, context);
        return values === types/* INVALID */.uY ? types/* INVALID */.uY : { type: 'token', token: values.token };
    },
    pat(config, context) {
        const values = (0,config_option/* readOptions */.Tt)(config, PAT, WHERE, context);
        if (values === types/* INVALID */.uY)
            return types/* INVALID */.uY;
        const { token, token_file: path } = values;
        if (token !== null && path === null)
            return { type: 'token', token };
        if (path !== null && token === null)
            return { type: 'file', path };
        const message = token === null ? 'the token provider pat has no token' : 'pat has a token and a token_file';
        context.tell(config.at, 'error', { code: 'conflicting-keys', message, cure: 'give it a token or a token_file' });
        return types/* INVALID */.uY;
    },
    k8s_oidc(config, context) {
        const values = (0,config_option/* readOptions */.Tt)(config, K8S, WHERE, context);
        return values === types/* INVALID */.uY ? types/* INVALID */.uY : { type: 'file', path: values.token_file };
    },
    oidc_client_credentials(config, context) {
        const values = (0,config_option/* readOptions */.Tt)(config, OIDC, WHERE, context);
        if (values === types/* INVALID */.uY)
            return types/* INVALID */.uY;
        const { token_endpoint: endpoint, client_id: clientId, client_secret: clientSecret, scope, audience } = values;
        if (/^https?:\/\//iu.test(endpoint) && URL.canParse(endpoint)) {
            return { type: 'oidc', endpoint, clientId, clientSecret, scope, audience };
        }
        const at = (0,config_node/* entryOf */.Ms)(config, 'token_endpoint')?.value.at ?? config.at;
        const message = `${(0,quote/* quoted */.TL)(endpoint)} is no http address`;
        context.tell(at, 'error', { code: 'bad-server', message, cure: 'write it as https://host/token' });
        return types/* INVALID */.uY;
    }
};
function unknown(type, node, context) {
    const at = (0,config_node/* entryOf */.Ms)(node, 'type')?.value.at ?? node.at;
    const isKnown = OTHERS.includes(type);
    const near = isKnown ? null : (0,suggest/* suggest */.Z)(type, Object.keys(TABLES));
    context.tell(at, 'error', {
        code: isKnown ? 'not-supported-yet' : 'unknown-auth',
        message: isKnown ? `the token provider ${type} is not supported yet` : `there is no token provider ${(0,quote/* quoted */.TL)(type)}`,
        cure: near === null ? `use one of ${Object.keys(TABLES).join(', ')}` : `did you mean '${near}'?`
    });
    return types/* INVALID */.uY;
}

;// CONCATENATED MODULE: ./lib/recipe/options/client.js



/** Python's enumerations by number, of which only the number itself is a member. */
const clientMode = {
    name: '1, 2 or 3',
    schema: { enum: [1, 2, 3, true] },
    read(node, context) {
        const isNumber = node.kind === 'scalar' && ['integer', 'float', 'boolean'].includes(node.type);
        const value = isNumber ? Number(node.value) : Number.NaN;
        return [1, 2, 3].includes(value) ? value : (0,types/* mismatch */.J4)(node, this.name, context);
    }
};
/** How to reach GMS: the peer's DatahubClientConfig (graph/config.py). It passes over every other key in silence. */
const CLIENT_OPTIONS = {
    server: (0,config_option/* required */.mw)(types/* text */.Qq, 'The address of DataHub’s metadata service (GMS).'),
    token: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* secretText */.yD), null, 'A personal access token, as a variable.'),
    auth: (0,config_option/* option */.uK)(auth, null, 'Other ways to get a token than writing it down.'),
    timeout_sec: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* number */.ai)({ min: 0 })), 30, 'How many seconds an answer of GMS may take.'),
    retry_status_codes: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* list */.p_)((0,types/* integer */.nd)())), [429, 500, 502, 503, 504], 'Statuses that are tried again.'),
    retry_max_times: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* integer */.nd)({ min: 0 })), 4, 'How often a request is tried again.'),
    extra_headers: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* record */.g1)(types/* text */.Qq)), {}, 'Headers that every request carries.'),
    ca_certificate_path: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'A PEM file with an authority to trust.'),
    client_certificate_path: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'A PEM file with a client certificate.'),
    client_key_path: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'A PEM file with the key of the client certificate.'),
    disable_ssl_verification: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether any certificate is accepted.'),
    pool_connections: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* integer */.nd)()), null, 'No meaning here: a connection for each request under way.'),
    pool_maxsize: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* integer */.nd)()), null, 'No meaning here.'),
    tcp_keepalive: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'No meaning here: connections are kept alive.'),
    respect_mcp_sync_marker: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), null, 'No meaning here: nothing carries the marker.'),
    openapi_ingestion: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), null, 'No meaning here, as with the peer’s sink: see endpoint.'),
    default_emit_mode: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* choice */.Yq)(['SYNC_WAIT', 'SYNC_PRIMARY', 'ASYNC', 'ASYNC_WAIT'], { fold: true })), null, 'No meaning here, as with the peer’s sink: see mode.'),
    client_mode: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(clientMode), null, 'No meaning here.'),
    datahub_component: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'No meaning here.'),
    server_config_refresh_interval: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* integer */.nd)()), null, 'No meaning here.')
};
/** `datahub_api`: the server that keeps state, where that is not the sink's. */
const datahubApi = (0,types/* orNull */.Xd)((0,config_option/* section */.uW)(CLIENT_OPTIONS, 'datahub_api', {
    extra: 'ignored',
    check(values, map, context) {
        if (values.token === null || values.auth === null)
            return true;
        context.tell(map.at, 'error', {
            code: 'conflicting-keys',
            message: 'datahub_api has a token and auth',
            cure: 'remove one of them'
        });
        return false;
    }
}));


/***/ }),

/***/ 9842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ FABRICS)
/* harmony export */ });
/** DataHub's fabric types (metadata/schema_classes.py FabricTypeClass). */
const FABRICS = [
    ...['PROD', 'DEV', 'TEST', 'QA', 'UAT', 'EI', 'PRE', 'STG', 'NON_PROD'],
    ...['CORP', 'RVW', 'PRD', 'TST', 'SIT', 'SBX', 'SANDBOX', 'CERT']
];


/***/ }),

/***/ 1106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ GLUE_OPTIONS)
});

// EXTERNAL MODULE: ./lib/core/config/option.js
var config_option = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/core/config/types.js
var types = __webpack_require__(983);
// EXTERNAL MODULE: ./lib/recipe/options/aws.js + 2 modules
var aws = __webpack_require__(7954);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
;// CONCATENATED MODULE: ./lib/recipe/options/catalog.js



/** The instance and environment that another recipe gives the same assets (source/aws/glue.py TargetPlatformConfig). */
const TARGET = {
    platform_instance: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The platform instance that the other recipe uses.'),
    env: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The environment that the other recipe uses.')
};
const targetPlatforms = (0,types/* record */.g1)((0,config_option/* section */.uW)(TARGET, 'source.config.target_platform_configs'));
const CATALOGUE_ARN = /^arn:(aws[a-z-]*):glue:([^:\s]+):\d{12}$/;
/** Regions of AWS's partitions other than the commercial one (botocore's endpoints.json). */
const PARTITIONS = [
    [/^cn-\w+-\d+$/, 'aws-cn'],
    [/^us-gov-\w+-\d+$/, 'aws-us-gov'],
    [/^us-iso-\w+-\d+$/, 'aws-iso'],
    [/^us-isob-\w+-\d+$/, 'aws-iso-b'],
    [/^eu-isoe-\w+-\d+$/, 'aws-iso-e'],
    [/^us-isof-\w+-\d+$/, 'aws-iso-f'],
    [/^eusc-de-\w+-\d+$/, 'aws-eusc']
];
/** The partition of a region; one that nobody knows is taken for commercial, as the peer does. */
const partitionOf = (region) => PARTITIONS.find(([pattern]) => pattern.test(region))?.[1] ?? 'aws';
const instances = (0,types/* record */.g1)((0,config_option/* section */.uW)(TARGET, 'source.config.catalog_to_platform_instance'));
/** Keys are `arn:{partition}:glue:{region}:{account}`, and the partition is that of the region. */
const catalogueInstances = {
    name: instances.name,
    schema: (0,types/* schemaOf */.pP)(instances),
    read(node, context) {
        const values = instances.read(node, context);
        if (node.kind !== 'map')
            return values;
        const wrong = node.entries.filter(({ key }) => {
            const [, partition, region = ''] = CATALOGUE_ARN.exec(String(key.value)) ?? [];
            return partition !== partitionOf(region);
        });
        for (const { key } of wrong) {
            context.tell(key.at, 'error', {
                code: 'bad-catalogue-arn',
                message: `${(0,quote/* quotedKey */.k5)(String(key.value))} is no ARN of a Glue catalogue`,
                cure: 'write it as arn:<partition of the region>:glue:<region>:<account id>'
            });
        }
        return wrong.length > 0 ? types/* INVALID */.uY : values;
    }
};

// EXTERNAL MODULE: ./lib/recipe/options/fabric.js
var fabric = __webpack_require__(9842);
// EXTERNAL MODULE: ./lib/recipe/options/name-filter.js
var name_filter = __webpack_require__(2651);
// EXTERNAL MODULE: ./lib/recipe/options/profiling.js
var profiling = __webpack_require__(6625);
// EXTERNAL MODULE: ./lib/recipe/options/stateful.js
var stateful = __webpack_require__(1711);
;// CONCATENATED MODULE: ./lib/recipe/options/glue.js








/** `source.config`: the peer's GlueSourceConfig (source/aws/glue.py), in its names. */
const GLUE_OPTIONS = {
    ...aws/* AWS_OPTIONS */.V,
    platform: (0,config_option/* option */.uK)((0,types/* choice */.Yq)(['glue', 'athena']), 'glue', 'The platform that datasets are shown under.'),
    platform_instance: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The instance of the platform that all assets belong to.'),
    env: (0,config_option/* option */.uK)((0,types/* choice */.Yq)(fabric/* FABRICS */.N, { fold: true }), 'PROD', 'The environment that all assets belong to.'),
    catalog_id: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The account whose catalogue is read; by default the caller’s own.'),
    database_pattern: (0,config_option/* option */.uK)(name_filter/* nameFilter */.I, name_filter/* ALLOW_ALL */.O, 'Which databases are read, by name.'),
    table_pattern: (0,config_option/* option */.uK)(name_filter/* nameFilter */.I, name_filter/* ALLOW_ALL */.O, 'Which tables and views are read, by `database.table`.'),
    extract_owners: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), true, 'Whether a table’s owner becomes its owner in DataHub.'),
    ignore_resource_links: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), false, 'Whether Lake Formation resource links are left out.'),
    extract_transforms: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), true, 'Whether Glue jobs are read.'),
    ignore_unsupported_connectors: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), true, 'Whether connectors that are not known are left out of jobs.'),
    emit_storage_lineage: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether tables get lineage to their storage.'),
    emit_s3_lineage: {
        ...(0,config_option/* option */.uK)(types/* flag */.Jt, false, 'The old name of emit_storage_lineage.'),
        renamedTo: 'emit_storage_lineage'
    },
    glue_storage_lineage_direction: (0,config_option/* option */.uK)((0,types/* choice */.Yq)(['upstream', 'downstream']), 'upstream', 'Which way storage lineage goes.'),
    glue_s3_lineage_direction: {
        ...(0,config_option/* option */.uK)((0,types/* choice */.Yq)(['upstream', 'downstream']), 'upstream', 'The old name of glue_storage_lineage_direction.'),
        renamedTo: 'glue_storage_lineage_direction'
    },
    include_column_lineage: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether lineage is told for columns too.'),
    include_view_lineage: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether the SQL of views is parsed for lineage.'),
    domain: (0,config_option/* option */.uK)((0,types/* record */.g1)(name_filter/* nameFilter */.I), {}, 'Which tables belong to which domain.'),
    use_s3_bucket_tags: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), false, 'Whether tables get the tags of their S3 bucket.'),
    use_s3_object_tags: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), false, 'Whether tables get the tags of their S3 objects.'),
    extract_lakeformation_tags: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), false, 'Whether Lake Formation tags are read.'),
    propagate_lakeformation_tags: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether tables and columns inherit Lake Formation tags.'),
    extract_lakeformation_column_tags: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether columns get their Lake Formation tags.'),
    extract_delta_schema_from_parameters: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* flag */.Jt), false, 'Whether Delta schemas are read from table parameters.'),
    extract_column_parameters: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether column parameters become structured properties.'),
    resolve_resource_link_schema: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether resource links get the schema of what they point at.'),
    target_platform_configs: (0,config_option/* option */.uK)(targetPlatforms, {}, 'Instances and environments of platforms that jobs read and write.'),
    catalog_to_platform_instance: (0,config_option/* option */.uK)(catalogueInstances, {}, 'Instances of catalogues that other accounts own.'),
    profiling: (0,config_option/* option */.uK)((0,config_option/* section */.uW)(profiling/* PROFILING */.j, 'source.config.profiling'), null, 'Profiles from Glue’s parameters.'),
    incremental_properties: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether properties are added to and not replaced.'),
    stateful_ingestion: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,config_option/* section */.uW)(stateful/* STATEFUL_INGESTION */.qu, 'source.config.stateful_ingestion')), null, 'State that is kept from run to run.')
};


/***/ }),

/***/ 7868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ FROM_ENVIRONMENT),
/* harmony export */   S$: () => (/* binding */ isServer),
/* harmony export */   TX: () => (/* binding */ gmsServer),
/* harmony export */   h4: () => (/* binding */ extraHeaders),
/* harmony export */   t6: () => (/* binding */ normalServer)
/* harmony export */ });
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(983);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9531);



/** In place of an address: server and token from the environment (rest_emitter.py). */
const FROM_ENVIRONMENT = '__from_env__';
/** GMS's address, without a slash at its end. */
const gmsServer = { ...(0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .checked */ .KD)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, readAddress), name: 'the address of a server' };
/** Whether text is an address that GMS can be reached at. */
const isServer = (address) => /^https?:\/\//i.test(address) && URL.canParse(address);
function readAddress(address, node, context) {
    if (address === FROM_ENVIRONMENT)
        return address;
    if (isServer(address))
        return normalServer(address);
    context.tell(node.at, 'error', {
        code: 'bad-server',
        message: `${node.kind === 'scalar' ? (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(node) : (0,_core_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(address)} is no http address`,
        cure: 'write it as http://host:8080, or as https://host/gms behind a proxy'
    });
    return _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY;
}
/** An address without a slash at its end; hosted DataHub's is completed (cli_utils.py fixup_gms_url). */
function normalServer(address) {
    const server = address.replace(/\/+$/, '');
    if (!server.includes('acryl.io'))
        return server;
    const secure = server.replace(/:8080$/, '').replace(/^http:\/\//i, 'https://');
    return secure.endsWith('acryl.io') ? `${secure}/gms` : secure.replace(/acryl\.io\/api\/gms$/, 'acryl.io/gms');
}
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const headers = (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq);
/** Headers that HTTP can carry (RFC 9110, 5.5 and 5.6.2); the peer finds out with its first request. */
const extraHeaders = {
    name: headers.name,
    schema: (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)(headers),
    read(node, context) {
        const values = headers.read(node, context);
        if (node.kind !== 'map')
            return values;
        const wrong = node.entries.filter(({ key, value }) => {
            const isText = value.kind === 'scalar' && value.type === 'string' && !(0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(value);
            return !HEADER_NAME.test(String(key.value)) || (isText && !HEADER_VALUE.test(value.value));
        });
        for (const { key } of wrong) {
            const message = `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedKey */ .k5)(String(key.value))} cannot be sent as a header`;
            const cure = 'its name takes letters, digits and dashes; its value stands on one line';
            context.tell(key.at, 'error', { code: 'bad-header', message, cure });
        }
        return wrong.length > 0 ? _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INVALID */ .uY : values;
    }
};


/***/ }),

/***/ 2651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ nameFilter),
/* harmony export */   O: () => (/* binding */ ALLOW_ALL)
/* harmony export */ });
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _core_config_option_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4737);
/* harmony import */ var _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(983);
/* harmony import */ var _core_pattern_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8896);




/** The peer's AllowDenyPattern (configuration/common.py). */
const FILTER_OPTIONS = {
    allow: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq), ['.*'], 'Patterns of what is let in.'),
    deny: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq), [], 'Patterns of what is left out; they win.'),
    ignoreCase: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .Xd)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt), true, 'Whether upper and lower case are the same.')
};
/** Lets everything through: what the peer uses where a recipe says nothing. */
const ALLOW_ALL = {
    allows: () => true,
    decidedBy: () => ({ allowed: true, pattern: '.*', index: 0 })
};
/** `{allow, deny, ignoreCase}` with Python's regular expressions, anchored at the start only (`re.match`). */
const nameFilter = {
    name: 'a mapping of allow, deny and ignoreCase',
    schema: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .optionsSchema */ .ci)(FILTER_OPTIONS),
    read(node, context) {
        if (node.kind !== 'map')
            return (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mismatch */ .J4)(node, this.name, context, 'write the patterns as a list under `allow:`');
        const told = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .readOptions */ .Tt)(node, FILTER_OPTIONS, { where: 'this pattern', unknown: 'error' }, context);
        if (told === _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY)
            return _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY;
        const compiled = (0,_core_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .compileNameFilter */ .lt)({ ...told, ignoreCase: told.ignoreCase === true });
        if (compiled.ok)
            return compiled.value;
        for (const fault of compiled.error)
            tellFault(fault, node, context);
        return _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY;
    }
};
function tellFault({ list, index, offset, message, reason }, node, context) {
    const patterns = (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .Ms)(node, list)?.value;
    const place = patterns?.kind === 'list' ? (patterns.items.filter((item) => !(0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(item))[index] ?? patterns) : node;
    const pattern = place.kind === 'scalar' ? (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(place) : `${list}[${index}]`;
    const invalid = reason === 'invalid';
    const glob = place.kind === 'scalar' && place.written === undefined ? globCure(String(place.value)) : null;
    context.tell(place.at, 'error', {
        code: 'bad-pattern',
        message: `${pattern} ${invalid ? 'is no regular expression' : 'cannot be used here'}: ${message} at position ${offset}`,
        cure: invalid
            ? (glob ?? 'write it as Python’s `re` understands it; a backslash before a character takes its meaning away')
            : 'write it with what JavaScript’s regular expressions have too'
    });
}
/** What a pattern of file names, such as `*_tmp`, is as a regular expression. */
function globCure(pattern) {
    return /^\*[\w.-]*\*?$/.test(pattern)
        ? `did you mean '${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}'?`
        : null;
}


/***/ }),

/***/ 2591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cc: () => (/* binding */ PIPELINE_OPTIONS),
  nQ: () => (/* binding */ SINK_OPTIONS),
  xK: () => (/* binding */ SOURCE_OPTIONS)
});

// EXTERNAL MODULE: ./lib/core/config/option.js
var config_option = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/core/config/types.js
var types = __webpack_require__(983);
// EXTERNAL MODULE: ./lib/recipe/options/client.js + 1 modules
var client = __webpack_require__(7806);
// EXTERNAL MODULE: ./lib/recipe/options/fabric.js
var fabric = __webpack_require__(9842);
// EXTERNAL MODULE: ./lib/core/config/node.js
var config_node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
;// CONCATENATED MODULE: ./lib/recipe/options/reporting.js




const REPORTER = {
    type: (0,config_option/* required */.mw)(types/* text */.Qq, 'Where a run is reported to: datahub or file.'),
    config: (0,config_option/* option */.uK)(types/* anything */.D8, null, 'The options of the place.'),
    required: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether a run fails when it cannot be reported.')
};
/** `config` of the reporter `datahub` (reporting/datahub_ingestion_run_summary_provider.py). */
const DATAHUB_REPORTER = {
    report_recipe: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether the recipe is shown with the run, its secrets hidden.')
};
/** `config` of the reporter `file` (reporting/file_reporter.py). */
const FILE_REPORTER = {
    filename: (0,config_option/* required */.mw)(types/* text */.Qq, 'The file that the report is written to, as JSON.'),
    format: (0,config_option/* option */.uK)(types/* text */.Qq, 'json', 'The form of the report: json.')
};
const WHERE = { where: 'reporting.config', unknown: 'error' };
/** One entry of `reporting`; what there is not is passed over with a warning, as with the peer, unless it is required. */
const reporter = {
    name: 'a mapping with `type` and `config`',
    schema: { type: 'object' },
    read(node, context) {
        if (node.kind !== 'map')
            return (0,types/* mismatch */.J4)(node, this.name, context);
        const values = (0,config_option/* readOptions */.Tt)(node, REPORTER, { where: 'reporting', unknown: 'error' }, context);
        if (values === types/* INVALID */.uY)
            return types/* INVALID */.uY;
        const given = (0,config_node/* entryOf */.Ms)(node, 'config')?.value;
        const config = given?.kind === 'map' ? given : { kind: 'map', at: node.at, entries: [] };
        if (values.type === 'datahub') {
            const own = (0,config_option/* readOptions */.Tt)(config, DATAHUB_REPORTER, WHERE, context);
            return own === types/* INVALID */.uY
                ? types/* INVALID */.uY
                : { type: 'datahub', reportsRecipe: own.report_recipe, required: values.required };
        }
        if (values.type === 'file')
            return fileReporter(config, values.required, context);
        const at = (0,config_node/* entryOf */.Ms)(node, 'type')?.value.at ?? node.at;
        const message = `runs cannot be reported to ${(0,quote/* quoted */.TL)(values.type)}`;
        const told = { code: 'unknown-reporter', message, cure: 'use datahub or file' };
        context.tell(at, values.required ? 'error' : 'warning', told);
        return values.required ? types/* INVALID */.uY : null;
    }
};
function fileReporter(config, isRequired, context) {
    const own = (0,config_option/* readOptions */.Tt)(config, FILE_REPORTER, WHERE, context);
    if (own === types/* INVALID */.uY)
        return types/* INVALID */.uY;
    if (own.format === '' || own.format.toLowerCase() === 'json') {
        return { type: 'file', filename: own.filename, required: isRequired };
    }
    const at = (0,config_node/* entryOf */.Ms)(config, 'format')?.value.at ?? config.at;
    const told = { code: 'bad-value', message: 'a report is written as json only', cure: 'leave `format` out' };
    context.tell(at, 'error', told);
    return types/* INVALID */.uY;
}
/** `reporting`: where runs are reported to beside DataHub's ingestion tab. */
const reporters = (0,types/* list */.p_)(reporter);

// EXTERNAL MODULE: ./lib/recipe/options/sink.js
var sink = __webpack_require__(3160);
// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
// EXTERNAL MODULE: ./lib/recipe/options/typed-schema.js
var typed_schema = __webpack_require__(1867);
// EXTERNAL MODULE: ./lib/core/pattern.js + 3 modules
var core_pattern = __webpack_require__(8896);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
;// CONCATENATED MODULE: ./lib/core/key-values.js


/** Patterns match at the start of a text, not its whole, and tell upper from lower case. */
function compileKeyValues({ rules, firstMatchOnly }) {
    const faults = [];
    const compiled = Object.entries(rules).flatMap(([pattern, values]) => {
        const regExp = (0,core_pattern/* compilePattern */.Eb)(pattern, { ignoreCase: false, use: 'match' });
        if (regExp.ok)
            return [{ regExp: regExp.value, values }];
        faults.push({ ...regExp.error, pattern });
        return [];
    });
    if (faults.length > 0)
        return (0,result/* err */._)(faults);
    return (0,result.ok)({
        valuesOf: (text) => {
            if (firstMatchOnly)
                return compiled.find(({ regExp }) => regExp.test(text))?.values ?? [];
            return [...new Set(compiled.flatMap(({ regExp, values }) => (regExp.test(text) ? values : [])))];
        }
    });
}
/** The same values for every text. */
const always = (values) => ({ valuesOf: () => values });

;// CONCATENATED MODULE: ./lib/recipe/options/transformers/shared.js





/** A type of transformer: what it does, in a sentence for users; its options; and what they mean. */
function transformer(doc, table, build, rules = {}) {
    const config = (0,types/* checked */.KD)((0,config_option/* section */.uW)(table, 'the transformer’s config', rules), build);
    return { ...config, schema: { ...config.schema, description: doc } };
}
/** TransformerSemanticsConfigModel (configuration/common.py). */
const MERGING = {
    semantics: (0,config_option/* option */.uK)((0,types/* choice */.Yq)(['OVERWRITE', 'PATCH'], { fold: true }), 'OVERWRITE', 'PATCH keeps what DataHub holds beside what is written; OVERWRITE does not.'),
    replace_existing: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether what the source says gives way.')
};
const mergingOf = (values) => ({
    patch: values.semantics === 'PATCH',
    replaceExisting: values.replace_existing
});
/** A text that begins like an urn of one of these kinds; anything else GMS refuses, after the run has begun. */
const urn = (...kinds) => (0,types/* checked */.KD)(types/* text */.Qq, (value, node, context) => {
    const prefixes = kinds.length === 0 ? ['urn:li:'] : kinds.map((kind) => `urn:li:${kind}:`);
    if (prefixes.some((prefix) => value.startsWith(prefix) && value.length > prefix.length))
        return value;
    context.tell(node.at, 'error', {
        code: 'bad-urn',
        message: `${node.kind === 'scalar' ? (0,config_node/* shown */.SP)(node) : (0,quote/* quoted */.TL)(value)} is no urn of this kind`,
        cure: `write it as ${prefixes.map((prefix) => `${prefix}…`).join(' or ')}`
    });
    return types/* INVALID */.uY;
});
const RULES = (values) => ({
    rules: (0,config_option/* option */.uK)((0,types/* record */.g1)(values), {}, 'Patterns, and the values that belong to what they match.'),
    first_match_only: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether only the first pattern that matches counts.')
});
/** `{rules, first_match_only}` (KeyValuePattern): patterns match at the start, and tell upper from lower case. */
function keyValues(value = types/* text */.Qq, values = (0,types/* list */.p_)(value)) {
    return (0,types/* checked */.KD)((0,config_option/* section */.uW)(RULES(values), 'this pattern'), (told, node, context) => {
        const compiled = compileKeyValues({ rules: told.rules, firstMatchOnly: told.first_match_only });
        if (compiled.ok)
            return compiled.value;
        const rules = node.kind === 'map' ? (0,config_node/* entryOf */.Ms)(node, 'rules')?.value : undefined;
        for (const fault of compiled.error) {
            const key = rules?.kind === 'map' ? (0,config_node/* entryOf */.Ms)(rules, fault.pattern)?.key : undefined;
            tellPattern(fault, fault.pattern, { at: key?.at ?? node.at, context });
        }
        return types/* INVALID */.uY;
    });
}
/** Nothing for anything: what stands in for a pattern that is not given. */
const NO_VALUES = { valuesOf: () => [] };
/** Tells what is wrong with a pattern. */
function tellPattern({ message, offset, reason }, pattern, { at, context }) {
    const invalid = reason === 'invalid';
    context.tell(at, 'error', {
        code: 'bad-pattern',
        message: `${(0,quote/* quoted */.TL)(pattern)} ${invalid ? 'is no regular expression' : 'cannot be used here'}: ${message} at position ${offset}`,
        cure: invalid
            ? 'write it as Python’s `re` understands it; a backslash before a character takes its meaning away'
            : 'write it with what JavaScript’s regular expressions have too'
    });
    return types/* INVALID */.uY;
}

;// CONCATENATED MODULE: ./lib/recipe/options/transformers/content.js



const PROPERTIES = { ...MERGING, properties: (0,config_option/* required */.mw)((0,types/* record */.g1)(types/* text */.Qq), 'Names and values.') };
const STATUS = { removed: (0,config_option/* required */.mw)(types/* flag */.Jt, 'Whether datasets are marked as removed.') };
const KEYWORDS = (0,config_option/* section */.uW)({ values: (0,config_option/* required */.mw)((0,types/* list */.p_)(types/* text */.Qq), 'Tags that are values of the property.') }, 'tag_structured_property_map');
const FROM_TAGS = {
    ...MERGING,
    process_key_value_tags: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether a tag `key:value` is a property of its own.'),
    key_value_separator: (0,config_option/* option */.uK)(types/* text */.Qq, ':', 'What stands between key and value.'),
    key_value_property_prefix: (0,config_option/* option */.uK)(types/* text */.Qq, '', 'What is put before the key to make the property’s id.'),
    tag_structured_property_map: (0,config_option/* option */.uK)((0,types/* record */.g1)(KEYWORDS), {}, 'Ids of properties, and the tags that are their values.'),
    remove_original_tags: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether the tags are left out.')
};
const anyUrn = urn();
/** An urn, or nothing but space, which the peer lets pass (set_attribution.py validate_actor_urn). */
const actor = {
    name: anyUrn.name,
    schema: (0,types/* schemaOf */.pP)(types/* text */.Qq),
    read(node, context) {
        const isBlank = node.kind === 'scalar' && node.type === 'string' && node.value.trim() === '';
        return (isBlank ? types/* text */.Qq : anyUrn).read(node, context);
    }
};
const ATTRIBUTION = {
    attribution_source: (0,config_option/* required */.mw)(urn(), 'The urn of what tags, owners and terms come from.'),
    actor: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(actor), 'urn:li:corpuser:datahub', 'The urn of who says so.'),
    source_detail: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* record */.g1)(types/* text */.Qq)), null, 'More about the source.'),
    patch_mode: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether what the source said before stays beside it.')
};
/** Transformers of what is written about an entity. */
const CONTENT = {
    simple_add_dataset_properties: transformer('Adds custom properties to each dataset.', PROPERTIES, (values) => ({
        kind: 'add-properties',
        ...mergingOf(values),
        properties: values.properties
    })),
    mark_dataset_status: transformer('Marks each dataset as removed, or as not removed.', STATUS, ({ removed }) => ({
        kind: 'status',
        removed
    })),
    tags_to_structured_properties: transformer('Makes structured properties of tags.', FROM_TAGS, (values) => ({
        kind: 'properties-from-tags',
        keyValue: values.process_key_value_tags
            ? { separator: values.key_value_separator, prefix: values.key_value_property_prefix }
            : null,
        keywords: Object.fromEntries(Object.entries(values.tag_structured_property_map).map(([id, it]) => [id, it.values])),
        removeTags: values.remove_original_tags
    })),
    set_attribution: transformer('Tells of tags, owners and terms where they come from.', ATTRIBUTION, (values) => ({
        kind: 'attribution',
        source: values.attribution_source,
        actor: values.actor,
        sourceDetail: values.source_detail,
        itemByItem: values.patch_mode
    }))
};

;// CONCATENATED MODULE: ./lib/core/pattern-find.js


/** Python's re.search (3.11, for str), and whether the pattern has a group at all. */
function compileFind(pattern) {
    const compiled = (0,core_pattern/* compileCapturing */.Rd)(pattern, { ignoreCase: false, use: 'search' });
    if (!compiled.ok)
        return compiled;
    const { regExp, groups } = compiled.value;
    const first = groups.get(1);
    const find = (text) => {
        const match = regExp.exec(text);
        if (match === null)
            return null;
        return { end: match.index + match[0].length, group: first === undefined ? null : (match[first] ?? null) };
    };
    return (0,result.ok)({ find, hasGroup: first !== undefined });
}

;// CONCATENATED MODULE: ./lib/core/pattern-replace.js


/**
 * Python's re.sub (3.11, for str): every match of `pattern` gives way to `replacement`, in which `\1`, `\g<1>` and
 * `\g<name>` stand for what a group matched.
 */
function compileReplacement(pattern, replacement) {
    const compiled = (0,core_pattern/* compileCapturing */.Rd)(pattern, { ignoreCase: false, use: 'search' });
    if (!compiled.ok)
        return compiled;
    const parts = parseReplacement(replacement, compiled.value);
    if (!parts.ok)
        return parts;
    const { regExp, groups } = compiled.value;
    const everywhere = new RegExp(regExp.source, `${regExp.flags}g`);
    return (0,result.ok)((text) => text.replace(everywhere, (...match) => parts.value.map((part) => (typeof part === 'string' ? part : captured(match[groups.get(part) ?? 0]))).join('')));
}
/** A group that took no part is empty. */
const captured = (value) => (typeof value === 'string' ? value : '');
const ESCAPES = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\'
};
/** What may stand behind a backslash: `g<…>`, an octal number, a group's number, a letter, anything else. */
const ESCAPE = /\\(?:g<([^>]*)>|(0[0-7]{0,2}|[1-3][0-7]{2})|([1-9]\d?)|([\s\S]))|\\$/y;
function parseReplacement(text, pattern) {
    const parts = [];
    for (let at = 0; at < text.length;) {
        const next = text.indexOf('\\', at);
        if (next !== at)
            parts.push(text.slice(at, next === -1 ? text.length : next));
        if (next === -1)
            break;
        ESCAPE.lastIndex = next;
        const match = ESCAPE.exec(text);
        const part = match === null ? null : partOf(match, pattern);
        if (match === null || part === null)
            return (0,result/* err */._)(fault(next, text));
        parts.push(part);
        at = next + match[0].length;
    }
    return (0,result.ok)(parts);
}
function partOf([, name, octal, number, other], pattern) {
    if (name !== undefined)
        return groupOf(name, pattern);
    if (octal !== undefined)
        return String.fromCharCode(Number.parseInt(octal, 8));
    if (number !== undefined)
        return groupOf(number, pattern);
    if (other === undefined)
        return null;
    const character = ESCAPES[other];
    if (character !== undefined)
        return character;
    // Python keeps letters that have no meaning for later; everything else stays as it is, with its backslash.
    return /[a-zA-Z]/.test(other) ? null : `\\${other}`;
}
function groupOf(name, { groups, names }) {
    const number = /^\d+$/.test(name) ? Number(name) : (names.get(name) ?? null);
    return number === 0 || (number !== null && groups.has(number)) ? number : null;
}
const fault = (offset, text) => ({
    offset,
    message: `the replacement '${text.slice(offset, offset + 8)}' names no group and is no escape`,
    reason: 'invalid'
});

;// CONCATENATED MODULE: ./lib/recipe/options/transformers/people.js








/** DataHub's own types of ownership (metadata/schema_classes.py OwnershipTypeClass). */
const TYPES = [
    ...['CUSTOM', 'TECHNICAL_OWNER', 'BUSINESS_OWNER', 'DATA_STEWARD', 'NONE', 'DEVELOPER', 'DATAOWNER', 'DELEGATE'],
    ...['PRODUCER', 'CONSUMER', 'STAKEHOLDER']
];
const TYPE_URN = /^urn:li:ownershipType:.+/;
/** A type by its name in any case, or one of the company's own by its urn (mce_builder.py validate_ownership_type). */
const ownershipType = (0,types/* checked */.KD)(types/* text */.Qq, (value, node, context) => {
    if (TYPE_URN.test(value))
        return { type: 'CUSTOM', typeUrn: value };
    const type = value.toUpperCase();
    if (TYPES.includes(type))
        return { type, typeUrn: null };
    context.tell(node.at, 'error', {
        code: 'bad-value',
        message: `${node.kind === 'scalar' ? (0,config_node/* shown */.SP)(node) : (0,quote/* quoted */.TL)(value)} is no type of ownership`,
        cure: `write one of ${TYPES.join(', ')}, or urn:li:ownershipType:…`
    });
    return types/* INVALID */.uY;
});
/** Kinds of entities; those that a Glue source never makes are accepted and change nothing. */
const entityTypes = (0,types/* orNull */.Xd)((0,types/* list */.p_)(types/* text */.Qq));
/** Everything that a Glue source makes and that can have owners and domains. */
const ALL_TYPES = ['dataset', 'container', 'dataJob', 'dataFlow'];
const typesOf = (given) => given === null || given.length === 0 ? ALL_TYPES : ALL_TYPES.filter((type) => given.includes(type));
const OWNER = urn();
const OWNERSHIP = {
    ...MERGING,
    ownership_type: (0,config_option/* option */.uK)(ownershipType, { type: 'DATAOWNER', typeUrn: null }, 'What kind of owners they are.'),
    default_actor: (0,config_option/* option */.uK)(types/* text */.Qq, 'urn:li:corpuser:etl', 'No meaning here, nor with the peer.'),
    entity_types: (0,config_option/* option */.uK)(entityTypes, null, 'Which kinds of entities get owners; the dataset_ forms pay no heed to it.')
};
const SIMPLE = { ...OWNERSHIP, owner_urns: (0,config_option/* required */.mw)((0,types/* list */.p_)(OWNER), 'The owners, as urns.') };
const PATTERN = {
    ...OWNERSHIP,
    owner_pattern: (0,config_option/* option */.uK)(keyValues(OWNER), NO_VALUES, 'Owners, as urns by pattern.'),
    is_container: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether the containers of what gets an owner get it too.')
};
/** The dataset_ forms are older than `entity_types`. */
const LEGACY = ['dataset', 'dataJob', 'dataFlow'];
const addOwners = (values, urns, more) => ({
    kind: 'add-owners',
    ...mergingOf(values),
    urns,
    ownershipType: values.ownership_type,
    entityTypes: more.legacy ? LEGACY : typesOf(values.entity_types),
    containers: more.containers
});
const simple = (doc, legacy) => transformer(doc, SIMPLE, (values) => addOwners(values, always(values.owner_urns), { containers: false, legacy }));
const byPattern = (doc, legacy) => transformer(doc, PATTERN, (values) => addOwners(values, values.owner_pattern, { containers: values.is_container, legacy }));
/** A pattern that is searched for. */
const searching = (0,types/* checked */.KD)(types/* text */.Qq, (pattern, node, context) => {
    const compiled = compileFind(pattern);
    return compiled.ok ? compiled.value.find : tellPattern(compiled.error, pattern, { at: node.at, context });
});
/** A pattern of which every match is taken away. */
const removing = (0,types/* checked */.KD)(types/* text */.Qq, (pattern, node, context) => {
    const compiled = compileReplacement(pattern, '');
    return compiled.ok ? compiled.value : tellPattern(compiled.error, pattern, { at: node.at, context });
});
const CLEANUP = { pattern_for_cleanup: (0,config_option/* required */.mw)((0,types/* list */.p_)(removing), 'Patterns of what is taken out of names.') };
const people_FROM_TAGS = {
    tag_pattern: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(searching), null, 'What stands before the owner in a tag.'),
    tag_prefix: { ...(0,config_option/* option */.uK)((0,types/* orNull */.Xd)(searching), null, 'The old name of tag_pattern.'), renamedTo: 'tag_pattern' },
    is_user: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether owners are users; otherwise they are groups.'),
    tag_character_mapping: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,types/* record */.g1)(types/* text */.Qq)), null, 'Texts of a tag, and what takes their place.'),
    email_domain: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'What is put behind the owner, after an @.'),
    extract_owner_type_from_tag_pattern: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether the first group of the pattern is the type.'),
    owner_type: (0,config_option/* option */.uK)(types/* text */.Qq, 'TECHNICAL_OWNER', 'What kind of owners they are.'),
    owner_type_urn: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The urn of a type of the company’s own.')
};
function ownersFromTags(values, node, context) {
    // Nothing before the owner: the whole tag is one.
    const nothing = () => ({ end: 0, group: null });
    const ownerType = ownerTypeOf(values, node, context);
    if (ownerType === types/* INVALID */.uY)
        return types/* INVALID */.uY;
    return {
        kind: 'owners-from-tags',
        find: values.tag_pattern ?? values.tag_prefix ?? nothing,
        isUser: values.is_user,
        replacements: values.tag_character_mapping ?? {},
        emailDomain: values.email_domain,
        typeFromTag: values.extract_owner_type_from_tag_pattern,
        ownershipType: ownerType
    };
}
/** A type that is none of DataHub's is a custom one, which needs an urn (extract_ownership_from_tags.py get_owner_type). */
function ownerTypeOf({ owner_type: type, owner_type_urn: typeUrn, extract_owner_type_from_tag_pattern: fromTag }, node, context) {
    const known = TYPES.includes(type) ? type : 'CUSTOM';
    if (known !== 'CUSTOM' || typeUrn !== null || fromTag)
        return { type: known, typeUrn };
    const place = node.kind === 'map' ? ((0,config_node/* entryOf */.Ms)(node, 'owner_type')?.value ?? node) : node;
    context.tell(place.at, 'error', {
        code: 'missing-key',
        message: 'an owner_type that is none of DataHub’s own needs an owner_type_urn',
        cure: `add owner_type_urn, or write one of ${TYPES.slice(1).join(', ')}`
    });
    return types/* INVALID */.uY;
}
/** Transformers of owners. */
const PEOPLE = {
    simple_add_ownership: simple('Adds owners to each entity.', false),
    pattern_add_ownership: byPattern('Adds owners to entities, by patterns of their urns.', false),
    simple_add_dataset_ownership: simple('Adds owners to each dataset.', true),
    pattern_add_dataset_ownership: byPattern('Adds owners to datasets, by patterns of their urns.', true),
    simple_remove_dataset_ownership: transformer('Takes all owners away from datasets.', {}, () => ({
        kind: 'remove-owners'
    })),
    pattern_cleanup_ownership: transformer('Takes what matches patterns out of the names of owners.', CLEANUP, ({ pattern_for_cleanup: cleaners }) => ({
        kind: 'clean-owners',
        clean: (name) => cleaners.reduce((cleaned, clean) => clean(cleaned), name)
    })),
    // A Glue source makes no usage statistics.
    pattern_cleanup_dataset_usage_user: transformer('Changes nothing: AWS Glue tells of no usage.', CLEANUP, () => ({
        kind: 'nothing'
    })),
    extract_ownership_from_tags: transformer('Makes owners of tags.', people_FROM_TAGS, ownersFromTags)
};

;// CONCATENATED MODULE: ./lib/recipe/options/transformers/place.js







const ENTITY_TYPES = {
    entity_types: (0,config_option/* option */.uK)(entityTypes, null, 'Which kinds of entities get domains; the dataset_ forms pay no heed to it.')
};
const SIMPLE_DOMAIN = {
    ...MERGING,
    ...ENTITY_TYPES,
    domains: (0,config_option/* required */.mw)((0,types/* list */.p_)(types/* text */.Qq), 'The domains, as urns, ids or names.'),
    on_conflict: (0,config_option/* option */.uK)((0,types/* choice */.Yq)(['DO_UPDATE', 'DO_NOTHING'], { fold: true }), 'DO_UPDATE', 'DO_NOTHING leaves alone what has a domain in DataHub.')
};
const PATTERN_DOMAIN = {
    ...MERGING,
    ...ENTITY_TYPES,
    domain_pattern: (0,config_option/* option */.uK)(keyValues(), NO_VALUES, 'Domains, as urns, ids or names by pattern.'),
    is_container: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether the containers of what gets a domain get it too.')
};
const simpleDomain = (doc, legacy) => transformer(doc, SIMPLE_DOMAIN, (values) => ({
    kind: 'add-domains',
    ...mergingOf(values),
    domains: always(values.domains),
    entityTypes: legacy ? ['dataset'] : typesOf(values.entity_types),
    containers: false,
    keepExisting: values.on_conflict === 'DO_NOTHING'
}));
const patternDomain = (doc, legacy) => transformer(doc, PATTERN_DOMAIN, (values) => ({
    kind: 'add-domains',
    ...mergingOf(values),
    domains: values.domain_pattern,
    entityTypes: legacy ? ['dataset'] : typesOf(values.entity_types),
    containers: values.is_container,
    keepExisting: false
}));
const BY_TAGS = { ...MERGING, domain_mapping: (0,config_option/* required */.mw)((0,types/* record */.g1)(types/* text */.Qq), 'Names of tags, and their domains.') };
const LEGACY_PATH = {
    ...MERGING,
    path_templates: (0,config_option/* required */.mw)((0,types/* list */.p_)(types/* text */.Qq), 'Paths with PLATFORM, DATASET_PARTS, ENV.')
};
const PATH = {
    ...MERGING,
    path: (0,config_option/* required */.mw)((0,types/* list */.p_)(types/* text */.Qq), 'Entries of the path; $container[*] stands for those there are.')
};
const PRODUCT = urn('dataProduct');
const PRODUCTS = {
    dataset_to_data_product_urns: (0,config_option/* required */.mw)((0,types/* record */.g1)(PRODUCT), 'Urns of datasets, and their data products.')
};
/** A dataset is an asset of one data product at most. */
const oneProduct = {
    name: 'an urn of a data product, or a list with one',
    schema: { anyOf: [(0,types/* schemaOf */.pP)(PRODUCT), { type: 'array', items: (0,types/* schemaOf */.pP)(PRODUCT), maxItems: 1 }] },
    read(node, context) {
        if (node.kind !== 'list') {
            const product = PRODUCT.read(node, context);
            return product === types/* INVALID */.uY ? types/* INVALID */.uY : [product];
        }
        if (node.items.length > 1)
            return (0,types/* mismatch */.J4)(node, this.name, context, 'leave one: a dataset has one data product');
        return (0,types/* list */.p_)(PRODUCT).read(node, context);
    }
};
const PRODUCT_PATTERN = {
    dataset_to_data_product_urns_pattern: (0,config_option/* required */.mw)((0,types/* checked */.KD)(keyValues(PRODUCT, oneProduct), (values, node, context) => {
        if (node.kind === 'map' && (0,config_node/* entryOf */.Ms)(node, 'rules') !== undefined)
            return values;
        return (0,types/* mismatch */.J4)(node, 'a mapping with `rules`', context);
    }), 'Data products, as urns by pattern.'),
    is_container: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether the container of a dataset becomes an asset too.')
};
const URL = {
    input_pattern: (0,config_option/* required */.mw)(types/* text */.Qq, 'A pattern of what is replaced in the address.'),
    replacement: (0,config_option/* required */.mw)(types/* text */.Qq, 'What takes its place; \\1 is what the first group matched.')
};
const externalUrl = (doc, entityType) => transformer(doc, URL, (values, node, context) => {
    const compiled = compileReplacement(values.input_pattern, values.replacement);
    if (compiled.ok)
        return { kind: 'external-url', entityType, replace: compiled.value };
    return tellPattern(compiled.error, values.input_pattern, { at: node.at, context });
});
/** Transformers of where an entity belongs, and of its addresses. */
const PLACE = {
    simple_add_domain: simpleDomain('Puts each entity into domains.', false),
    pattern_add_domain: patternDomain('Puts entities into domains, by patterns of their urns.', false),
    simple_add_dataset_domain: simpleDomain('Puts each dataset into domains.', true),
    pattern_add_dataset_domain: patternDomain('Puts datasets into domains, by patterns of their urns.', true),
    domain_mapping_based_on_tags: transformer('Puts datasets into domains by their tags.', BY_TAGS, (values) => ({
        kind: 'domains-by-tags',
        ...mergingOf(values),
        domains: values.domain_mapping
    })),
    set_dataset_browse_path: transformer('Gives datasets browse paths of the old kind.', LEGACY_PATH, (values) => ({
        kind: 'legacy-browse-path',
        ...mergingOf(values),
        templates: values.path_templates
    })),
    set_browse_path: transformer('Gives entities a browse path.', PATH, (values) => ({
        kind: 'browse-path',
        ...mergingOf(values),
        path: values.path
    })),
    simple_add_dataset_dataproduct: transformer('Makes datasets, by their urns, assets of data products.', PRODUCTS, ({ dataset_to_data_product_urns: products }) => ({
        kind: 'data-products',
        productsOf: { valuesOf: (urn) => (Object.hasOwn(products, urn) ? [products[urn] ?? ''] : []) },
        containers: false
    })),
    pattern_add_dataset_dataproduct: transformer('Makes datasets, by patterns of their urns, assets of data products.', PRODUCT_PATTERN, (values) => ({
        kind: 'data-products',
        productsOf: values.dataset_to_data_product_urns_pattern,
        containers: values.is_container
    })),
    replace_external_url: externalUrl('Replaces a part of the address that datasets link to.', 'dataset'),
    replace_external_url_container: externalUrl('Replaces a part of the address that containers link to.', 'container')
};

;// CONCATENATED MODULE: ./lib/recipe/options/transformers/vocabulary.js





const TAG = urn('tag');
const TERM = urn('glossaryTerm');
const TAGS = { ...MERGING, tag_urns: (0,config_option/* required */.mw)((0,types/* list */.p_)(TAG), 'The tags, as urns.') };
const TERMS = { ...MERGING, term_urns: (0,config_option/* required */.mw)((0,types/* list */.p_)(TERM), 'The glossary terms, as urns.') };
const TAG_PATTERN = { ...MERGING, tag_pattern: (0,config_option/* option */.uK)(keyValues(TAG), NO_VALUES, 'Tags, as urns by pattern.') };
const TERM_PATTERN = {
    ...MERGING,
    term_pattern: (0,config_option/* option */.uK)(keyValues(TERM), NO_VALUES, 'Glossary terms, as urns by pattern.')
};
const tagPattern = (doc, kind) => transformer(doc, TAG_PATTERN, (values) => ({ kind, ...mergingOf(values), urns: values.tag_pattern }));
const termPattern = (doc, kind) => transformer(doc, TERM_PATTERN, (values) => ({ kind, ...mergingOf(values), urns: values.term_pattern }));
/** A pattern with a group, which is what is found. */
const finding = (0,types/* checked */.KD)(types/* text */.Qq, (pattern, node, context) => {
    const compiled = compileFind(pattern);
    if (!compiled.ok)
        return tellPattern(compiled.error, pattern, { at: node.at, context });
    if (compiled.value.hasGroup)
        return compiled.value.find;
    const fault = {
        offset: pattern.length,
        message: 'it has no group, which would be the tag',
        reason: 'invalid'
    };
    return tellPattern(fault, pattern, { at: node.at, context });
});
const EXTRACT_TAGS = {
    ...MERGING,
    extract_tags_from: (0,config_option/* option */.uK)((0,types/* choice */.Yq)(['urn']), 'urn', 'Where the tag is looked for: the dataset’s name in its urn.'),
    extract_tags_regex: (0,config_option/* required */.mw)(finding, 'A pattern whose first group is the tag.')
};
const TAGS_TO_TERM = { ...MERGING, tags: (0,config_option/* required */.mw)((0,types/* list */.p_)(types/* text */.Qq), 'Names of tags that become terms.') };
/** Transformers of tags and glossary terms. */
const VOCABULARY = {
    simple_add_dataset_tags: transformer('Adds tags to each dataset.', TAGS, (values) => ({
        kind: 'add-tags',
        ...mergingOf(values),
        urns: always(values.tag_urns)
    })),
    simple_add_dataset_terms: transformer('Adds glossary terms to each dataset.', TERMS, (values) => ({
        kind: 'add-terms',
        ...mergingOf(values),
        urns: always(values.term_urns)
    })),
    pattern_add_dataset_tags: tagPattern('Adds tags to datasets, by patterns of their urns.', 'add-tags'),
    pattern_add_dataset_terms: termPattern('Adds glossary terms to datasets, by patterns of their urns.', 'add-terms'),
    pattern_add_dataset_schema_tags: tagPattern('Adds tags to columns, by patterns of their paths.', 'add-field-tags'),
    pattern_add_dataset_schema_terms: termPattern('Adds glossary terms to columns, by patterns of their paths.', 'add-field-terms'),
    extract_dataset_tags: transformer('Adds to each dataset a tag that is taken from its name.', EXTRACT_TAGS, (values) => ({
        kind: 'tags-from-name',
        ...mergingOf(values),
        find: values.extract_tags_regex
    })),
    tags_to_term: transformer('Makes glossary terms of tags.', TAGS_TO_TERM, (values) => ({
        kind: 'terms-from-tags',
        ...mergingOf(values),
        tags: values.tags
    }))
};

;// CONCATENATED MODULE: ./lib/recipe/options/transformers/transformers.js










/** Every transformer that runs here, by the peer's name for it. */
const TRANSFORMERS = {
    ...VOCABULARY,
    ...PEOPLE,
    ...PLACE,
    ...CONTENT
};
/** The peer's transformers that call Python code of the user's own, and what does without. */
const WITH_CODE = {
    add_dataset_tags: 'pattern_add_dataset_tags',
    add_dataset_terms: 'pattern_add_dataset_terms',
    add_dataset_ownership: 'pattern_add_ownership',
    add_ownership: 'pattern_add_ownership',
    add_dataset_domain: 'pattern_add_domain',
    add_domain: 'pattern_add_domain',
    add_dataset_properties: 'simple_add_dataset_properties',
    add_dataset_dataproduct: 'pattern_add_dataset_dataproduct'
};
const TRANSFORMER = {
    type: (0,config_option/* required */.mw)(types/* text */.Qq, 'What the transformer does.'),
    config: (0,config_option/* option */.uK)(types/* anything */.D8, null, 'The transformer’s own options.')
};
const CONFIGS = Object.fromEntries(Object.entries(TRANSFORMERS).map(([name, type]) => [name, (0,types/* schemaOf */.pP)(type)]));
/** One transformer: `type` decides what may stand in `config`. */
const transformers_transformer = {
    name: 'a mapping with `type` and `config`',
    schema: (0,typed_schema/* typedSchema */.g)(TRANSFORMER, CONFIGS, { always: true }),
    read(node, context) {
        if (node.kind !== 'map')
            return (0,types/* mismatch */.J4)(node, this.name, context);
        const values = (0,config_option/* readOptions */.Tt)(node, TRANSFORMER, { where: 'a transformer', unknown: 'error' }, context);
        if (values === types/* INVALID */.uY)
            return types/* INVALID */.uY;
        const known = Object.hasOwn(TRANSFORMERS, values.type) ? TRANSFORMERS[values.type] : undefined;
        return known === undefined ? tellUnknown(values.type, node, context) : readConfig(known, node, context);
    }
};
/** `transformers`, in order. */
const transformers = (0,types/* list */.p_)(transformers_transformer);
/** The peer wants a mapping even where every option has a default. */
function readConfig(type, node, context) {
    const config = (0,config_node/* entryOf */.Ms)(node, 'config');
    if (config !== undefined && (0,config_node/* isOpen */.nT)(config.value))
        return { kind: 'nothing' };
    if (config !== undefined)
        return type.read(config.value, context);
    const cure = 'add `config:`; where there is nothing to say, write `config: {}`';
    context.tell(node.at, 'error', { code: 'missing-key', message: 'the transformer has no config', cure });
    return types/* INVALID */.uY;
}
function tellUnknown(type, node, context) {
    const place = (0,config_node/* entryOf */.Ms)(node, 'type')?.value ?? node;
    if ((0,config_node/* isOpen */.nT)(place))
        return { kind: 'nothing' };
    const name = place.kind === 'scalar' ? (0,config_node/* shown */.SP)(place) : (0,quote/* quoted */.TL)(type);
    const instead = Object.hasOwn(WITH_CODE, type) ? WITH_CODE[type] : undefined;
    // A name with a dot or a colon is a class of the user's own to the peer.
    if (instead !== undefined || /[.:]/.test(type)) {
        const cure = instead === undefined ? 'use one of the transformers that the README lists' : `use ${instead}`;
        context.tell(place.at, 'error', { code: 'needs-python', message: `the transformer ${name} runs Python code`, cure });
        return types/* INVALID */.uY;
    }
    const near = (0,suggest/* suggest */.Z)(type, Object.keys(TRANSFORMERS));
    const cure = near === null ? 'the README lists the transformers' : `did you mean '${near}'?`;
    context.tell(place.at, 'error', { code: 'unknown-transformer', message: `there is no transformer ${name}`, cure });
    return types/* INVALID */.uY;
}

;// CONCATENATED MODULE: ./lib/recipe/options/pipeline.js







const EXTRACTOR_CONFIG = {
    unpack_mces_into_mcps: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'No meaning here: what is written is always proposals.')
};
/** `source` and `sink`: their `config` is read by the table of their type. */
const SOURCE_OPTIONS = {
    type: (0,config_option/* required */.mw)(types/* text */.Qq, 'The source to read from: glue.'),
    config: (0,config_option/* option */.uK)(types/* anything */.D8, null, 'The source’s own options.'),
    extractor: (0,config_option/* planned */.lM)((0,types/* choice */.Yq)(['generic']), 'generic', 'The extractor of the records; there is but one.'),
    extractor_config: (0,config_option/* option */.uK)((0,config_option/* section */.uW)(EXTRACTOR_CONFIG, 'source.extractor_config'), null, 'The extractor’s own options.')
};
const SINK_OPTIONS = {
    type: (0,config_option/* required */.mw)(types/* text */.Qq, 'The sink to write to: datahub-rest, file, console or blackhole.'),
    config: (0,config_option/* option */.uK)(types/* anything */.D8, null, 'The sink’s own options.')
};
const sample = (doc) => (0,config_option/* option */.uK)((0,types/* integer */.nd)({ min: 0 }), 10, doc);
const UPSTREAM_PLATFORM = {
    platform: (0,config_option/* required */.mw)(types/* text */.Qq, 'A platform that lineage names.'),
    platform_instance: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The instance of the platform.'),
    env: (0,config_option/* option */.uK)((0,types/* choice */.Yq)(fabric/* FABRICS */.N, { fold: true }), 'PROD', 'The environment of the platform.')
};
const LINEAGE_URNS = {
    enabled: (0,config_option/* planned */.lM)(types/* flag */.Jt, false, 'Whether the case of upstream urns is mended.', (on) => !on),
    upstream_platforms: (0,config_option/* option */.uK)((0,types/* list */.p_)((0,config_option/* section */.uW)(UPSTREAM_PLATFORM, 'flags.auto_resolve_lineage_urns.upstream_platforms')), [], 'Platforms whose assets are looked up.'),
    resolve_all_platforms: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether the assets of all platforms are looked up.')
};
const FLAGS = {
    generate_browse_path_v2: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether assets get browse paths.'),
    generate_browse_path_v2_dry_run: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether browse paths are made and not written.'),
    generate_memory_profiles: (0,config_option/* planned */.lM)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'Where memory profiles are written.'),
    auto_resolve_lineage_urns: {
        ...(0,config_option/* option */.uK)((0,config_option/* section */.uW)(LINEAGE_URNS, 'flags.auto_resolve_lineage_urns'), null, 'How upstream urns are mended.'),
        inert: () => true
    },
    set_system_metadata: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether aspects carry the id of the run.'),
    set_system_metadata_pipeline_name: (0,config_option/* option */.uK)(types/* flag */.Jt, true, 'Whether aspects carry the name of the pipeline.'),
    progress_report_max_failures: sample('No meaning here: reports hold ten samples.'),
    progress_report_max_warnings: sample('No meaning here.'),
    progress_report_max_infos: sample('No meaning here.'),
    report_failure_sample_size: sample('No meaning here.'),
    report_warning_sample_size: sample('No meaning here.'),
    report_info_sample_size: sample('No meaning here.')
};
const FAILURE_LOG = {
    enabled: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether what DataHub refused or never got is kept in this file.'),
    log_config: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,config_option/* section */.uW)(sink/* FILE_OPTIONS */.IY, 'failure_log.log_config')), null, 'The file.')
};
const RECORDING = {
    enabled: (0,config_option/* planned */.lM)(types/* flag */.Jt, false, 'Whether the run is recorded.', (on) => !on),
    password: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* secretText */.yD), null, 'The password of the recording.'),
    s3_upload: (0,config_option/* option */.uK)(types/* flag */.Jt, false, 'Whether the recording goes to S3.'),
    output_path: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'Where the recording goes.')
};
/** The recipe itself: the peer's PipelineConfig (run/pipeline_config.py). */
const PIPELINE_OPTIONS = {
    source: (0,config_option/* option */.uK)(types/* anything */.D8, null, 'What is read.'),
    sink: (0,config_option/* option */.uK)(types/* anything */.D8, null, 'Where it is written to.'),
    pipeline_name: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(types/* text */.Qq), null, 'The name under which runs and state are kept.'),
    run_id: (0,config_option/* option */.uK)(types/* text */.Qq, '', 'The id of the run; by default a new one each time.'),
    flags: (0,config_option/* option */.uK)((0,config_option/* section */.uW)(FLAGS, 'flags'), null, 'Switches of the pipeline.'),
    transformers: (0,config_option/* option */.uK)((0,types/* orNull */.Xd)(transformers), null, 'Changes to what is written.'),
    reporting: (0,config_option/* option */.uK)(reporters, [], 'Further places that runs are reported to.'),
    datahub_api: (0,config_option/* option */.uK)(client/* datahubApi */.O, null, 'A server that state is kept in, where it is not the sink’s.'),
    failure_log: (0,config_option/* option */.uK)((0,config_option/* section */.uW)(FAILURE_LOG, 'failure_log'), null, 'Where failed records are kept.'),
    recording: { ...(0,config_option/* option */.uK)((0,types/* orNull */.Xd)((0,config_option/* section */.uW)(RECORDING, 'recording')), null, 'Recording of a run.'), inert: () => true }
};


/***/ }),

/***/ 6625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ PROFILING)
/* harmony export */ });
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _core_config_option_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4737);
/* harmony import */ var _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(983);
/* harmony import */ var _name_filter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2651);




const parameter = (what) => (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .Xd)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq), null, `The parameter of a table or column that holds ${what}.`);
const OPERATION = {
    lower_freq_profile_enabled: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt, false, 'Whether profiles are made on some days only.'),
    profile_day_of_week: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .Xd)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 0, max: 6 })), null, 'The day of the week, 0 is Monday.'),
    profile_date_of_month: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .Xd)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 1, max: 31 })), null, 'The day of the month.')
};
/** The peer looks at the value before it is read as a boolean: any text but an empty one counts (operation_config.py). */
function checkDays(days, map, context) {
    const enabled = (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .Ms)(map, 'lower_freq_profile_enabled');
    const value = enabled?.value;
    const isOn = value?.kind === 'scalar' && value.open !== true && value.type !== 'null' && Boolean(value.value);
    if (!isOn || days.profile_day_of_week !== null || days.profile_date_of_month !== null)
        return true;
    context.tell(enabled?.key.at ?? map.at, 'error', {
        code: 'missing-key',
        message: 'lower_freq_profile_enabled is set without a day',
        cure: 'add profile_day_of_week or profile_date_of_month'
    });
    return false;
}
/** `profiling` (source/glue_profiling_config.py). */
const PROFILING = {
    enabled: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt, false, 'Whether profiles are made from table and column parameters.'),
    profile_table_level_only: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt, false, 'Whether profiles leave out columns.'),
    row_count: parameter('the number of rows'),
    column_count: parameter('the number of columns'),
    unique_count: parameter('the number of distinct values'),
    unique_proportion: parameter('the share of distinct values'),
    null_count: parameter('the number of nulls'),
    null_proportion: parameter('the share of nulls'),
    min: parameter('the smallest value'),
    max: parameter('the largest value'),
    mean: parameter('the mean'),
    median: parameter('the median'),
    stdev: parameter('the standard deviation'),
    partition_patterns: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_name_filter_js__WEBPACK_IMPORTED_MODULE_3__/* .nameFilter */ .I, _name_filter_js__WEBPACK_IMPORTED_MODULE_3__/* .ALLOW_ALL */ .O, 'Which partitions get a profile.'),
    operation_config: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .section */ .uW)(OPERATION, 'source.config.profiling.operation_config', { check: checkDays }), null, 'On which days profiles are made.')
};


/***/ }),

/***/ 3160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ FILE_OPTIONS),
/* harmony export */   Jn: () => (/* binding */ CONSOLE_OPTIONS),
/* harmony export */   en: () => (/* binding */ REST_OPTIONS),
/* harmony export */   tF: () => (/* binding */ BLACKHOLE_OPTIONS),
/* harmony export */   xZ: () => (/* binding */ SINKS)
/* harmony export */ });
/* harmony import */ var _core_config_option_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4737);
/* harmony import */ var _core_config_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(983);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7806);
/* harmony import */ var _gms_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7868);




/** GMS takes at most so many proposals in a request (rest_emitter.py). */
const MOST_PROPOSALS = 200;
const batchSize = (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({ min: 1, max: MOST_PROPOSALS });
/** The one number that the peer does not take as text: it compares before it reads (sink/datahub_rest.py). */
const maxPerBatch = {
    name: batchSize.name,
    schema: { anyOf: [{ type: 'integer', minimum: 1, maximum: MOST_PROPOSALS }, { const: true }] },
    read(node, context) {
        const isText = node.kind === 'scalar' && node.type === 'string';
        return isText ? (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .mismatch */ .J4)(node, batchSize.name, context, 'write it without quotes') : batchSize.read(node, context);
    }
};
/** `sink: {type: datahub-rest}`: the peer's DatahubRestSinkConfig (sink/datahub_rest.py). */
const REST_OPTIONS = {
    ..._client_js__WEBPACK_IMPORTED_MODULE_2__/* .CLIENT_OPTIONS */ .T,
    server: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(_gms_server_js__WEBPACK_IMPORTED_MODULE_3__/* .gmsServer */ .TX, _client_js__WEBPACK_IMPORTED_MODULE_2__/* .CLIENT_OPTIONS */ .T.server.doc),
    extra_headers: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .Xd)(_gms_server_js__WEBPACK_IMPORTED_MODULE_3__/* .extraHeaders */ .h4), {}, _client_js__WEBPACK_IMPORTED_MODULE_2__/* .CLIENT_OPTIONS */ .T.extra_headers.doc),
    mode: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['SYNC', 'ASYNC', 'ASYNC_BATCH'], { fold: true }), null, 'SYNC, the default: GMS stores before it answers. ASYNC and ASYNC_BATCH: GMS only queues, and refusals stay unseen.'),
    endpoint: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['RESTLI', 'OPENAPI'], { fold: true }), 'RESTLI', 'The interface of GMS that is written to.'),
    max_threads: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({ min: 1 }), 15, 'Requests under way at once.'),
    max_per_batch: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(maxPerBatch, MOST_PROPOSALS, 'Aspects in one request.'),
    max_pending_requests: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({ min: 1 }), 2000, 'No meaning here: as much is read as is delivered.'),
    min_process_interval_seconds: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)({ above: 0 }), 30, 'No meaning here: nothing waits for a full batch.')
};
/** `sink: {type: file}` (sink/file.py). */
const FILE_OPTIONS = {
    filename: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'The file that is written.'),
    legacy_nested_json_string: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, 'The file sink’s old format: aspects as text within the JSON.')
};
/** `sink: {type: console}`. */
const CONSOLE_OPTIONS = {};
/** `sink: {type: blackhole}` (sink/blackhole.py). */
const BLACKHOLE_OPTIONS = {};
/** Every sink, and what its `config` holds. */
const SINKS = {
    'datahub-rest': REST_OPTIONS,
    file: FILE_OPTIONS,
    console: CONSOLE_OPTIONS,
    blackhole: BLACKHOLE_OPTIONS
};


/***/ }),

/***/ 1711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qu: () => (/* binding */ STATEFUL_INGESTION)
/* harmony export */ });
/* unused harmony exports DATAHUB_STATE, FILE_STATE */
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _core_config_option_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4737);
/* harmony import */ var _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(983);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7806);
/* harmony import */ var _typed_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1867);





const WHERE = 'source.config.stateful_ingestion.state_provider';
const STATE_PROVIDER = {
    type: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, 'Where the state is kept: datahub or file.'),
    config: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .anyMapping */ .Hz, {}, 'The options of the place.')
};
/** `config` of the provider `datahub` (state_provider/datahub_ingestion_checkpointing_provider.py). */
const DATAHUB_STATE = {
    datahub_api: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_client_js__WEBPACK_IMPORTED_MODULE_3__/* .datahubApi */ .O, null, 'The server that keeps the state; by default the one that is written to.')
};
/** `config` of the provider `file` (state_provider/file_ingestion_checkpointing_provider.py). */
const FILE_STATE = {
    filename: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, 'The file that the state is kept in.')
};
const PROVIDERS = { datahub: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .optionsSchema */ .ci)(DATAHUB_STATE), file: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .optionsSchema */ .ci)(FILE_STATE) };
/** `state_provider`: its `config` is read by the table of its type. */
const stateProvider = {
    name: 'a mapping with `type` and `config`',
    schema: { anyOf: [(0,_typed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .typedSchema */ .g)(STATE_PROVIDER, PROVIDERS, { others: true }), { type: 'null' }] },
    read(node, context) {
        if (node.kind === 'scalar' && node.type === 'null')
            return null;
        if (node.kind !== 'map')
            return (0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mismatch */ .J4)(node, this.name, context);
        const provider = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .readOptions */ .Tt)(node, STATE_PROVIDER, { where: WHERE, unknown: 'error' }, context);
        if (provider === _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY)
            return _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY;
        if (provider.type !== 'file' && provider.type !== 'datahub')
            return { type: 'unknown', name: provider.type };
        const given = (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .Ms)(node, 'config')?.value;
        const config = given?.kind === 'map' ? given : { kind: 'map', at: node.at, entries: [] };
        const where = { where: `${WHERE}.config`, unknown: 'error' };
        if (provider.type === 'file') {
            const values = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .readOptions */ .Tt)(config, FILE_STATE, where, context);
            return values === _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY ? _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY : { type: 'file', filename: values.filename };
        }
        const values = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .readOptions */ .Tt)(config, DATAHUB_STATE, where, context);
        return values === _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY ? _core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INVALID */ .uY : { type: 'datahub', datahubApi: values.datahub_api };
    }
};
/** `stateful_ingestion` (state/stale_entity_removal_handler.py, state/stateful_ingestion_base.py). */
const STATEFUL_INGESTION = {
    enabled: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt, false, 'Whether what is gone from Glue is removed from DataHub.'),
    remove_stale_metadata: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt, true, 'Whether stale entities are removed.'),
    fail_safe_threshold: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)({ min: 0, max: 100 }), 75, 'The percentage beyond which nothing is removed.'),
    ignore_old_state: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt, false, 'Whether the last run’s state is left aside.'),
    ignore_new_state: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt, false, 'Whether this run’s state is not kept.'),
    max_checkpoint_state_size: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)((0,_core_config_types_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ min: 1 }), 16_777_216, 'The largest state in bytes.'),
    state_provider: (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)(stateProvider, null, 'Where the state is kept.')
};


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ typedSchema)
/* harmony export */ });
/* harmony import */ var _core_config_option_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4737);

/**
 * The JSON Schema of a mapping whose `type` decides what its `config` holds: `configs` by type. Where a `config` has to
 * hold something, it has to be there.
 */
function typedSchema(table, configs, rules) {
    const { properties, ...rest } = (0,_core_config_option_js__WEBPACK_IMPORTED_MODULE_0__/* .optionsSchema */ .ci)(table);
    const members = properties;
    const type = { ...members.type, ...(rules.others === true ? {} : { enum: Object.keys(configs) }) };
    const { title, description } = members.config ?? {};
    return {
        ...rest,
        properties: { ...members, type, config: { title, description } },
        allOf: Object.entries(configs).map(([name, schema]) => caseOf(name, schema, rules))
    };
}
function caseOf(name, schema, { always = false, nothing }) {
    const mayBeNothing = nothing !== undefined && schema.required === undefined;
    return {
        if: { properties: { type: { const: name } }, required: ['type'] },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        then: {
            ...(always || schema.required !== undefined ? { required: ['config'] } : {}),
            properties: { config: mayBeNothing ? { anyOf: [schema, nothing] } : schema }
        }
    };
}


/***/ }),

/***/ 3785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ parseRecipe)
});

// EXTERNAL MODULE: ./lib/core/config/node.js
var config_node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/core/config/types.js
var types = __webpack_require__(983);
// EXTERNAL MODULE: ./lib/core/diagnostic.js
var diagnostic = __webpack_require__(876);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
// EXTERNAL MODULE: ./lib/core/yaml.js + 7 modules
var yaml = __webpack_require__(1937);
// EXTERNAL MODULE: ./lib/model/secret.js
var model_secret = __webpack_require__(1817);
;// CONCATENATED MODULE: ./lib/recipe/directives.js

/** A key with which the peer writes its value into a file, and the file's path in its place (config_loader.py). */
const TO_FILE = '__DATAHUB_TO_FILE_';
/** Tells of every directive, and gives the mapping without them. */
function refuseDirectives(map, context) {
    const entries = map.entries.flatMap(({ key, value }) => {
        if (!(0,config_node/* keyText */.Pu)(key).startsWith(TO_FILE)) {
            return [{ key, value: value.kind === 'map' ? refuseDirectives(value, context) : value }];
        }
        context.tell(key.at, 'error', {
            code: 'not-supported-yet',
            message: `${TO_FILE}… is not supported yet`,
            cure: 'write the file in a step of its own, and its path here'
        });
        return [];
    });
    return { ...map, entries };
}

// EXTERNAL MODULE: ./lib/recipe/expand.js
var expand = __webpack_require__(5232);
;// CONCATENATED MODULE: ./lib/recipe/lint/connection.js


/** How the sink reaches DataHub: what others on the way could read or answer. */
const lintConnection = (root, context) => {
    const config = (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(root, 'sink'), 'config');
    const unverified = (0,config_node/* memberOf */.C5)(config, 'disable_ssl_verification');
    if (unverified !== undefined && !(0,config_node/* isOpen */.nT)(unverified) && types/* flag */.Jt.read(unverified, UNTOLD) === true) {
        const message = 'any certificate is accepted: whoever stands in between gets the token';
        const cure = 'name the authority of the server’s certificate in ca_certificate_path';
        context.tell(unverified.at, 'warning', { code: 'unverified-tls', message, cure });
    }
    const server = (0,config_node/* memberOf */.C5)(config, 'server');
    const isPlain = server?.kind === 'scalar' && !(0,config_node/* isOpen */.nT)(server) && isPlainAndFar(String(server.value));
    if (isPlain && isGiven((0,config_node/* memberOf */.C5)(config, 'token'))) {
        const message = 'the token goes to this server over http, where everybody on the way can read it';
        context.tell(server.at, 'warning', { code: 'token-over-http', message, cure: 'use an https address' });
    }
};
const UNTOLD = { ignoredKeys: 'warning', tell: () => undefined };
const isGiven = (token) => token?.kind === 'scalar' && ((0,config_node/* isOpen */.nT)(token) || (token.type === 'string' && token.value !== ''));
/** Names without a dot, and these, are of one's own network: a service of Kubernetes or Docker, the machine itself. */
const NEAR = /^(?:localhost|[\w-]+|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[.*\]|.*\.(?:local|internal|svc|localhost|lan))$/i;
function isPlainAndFar(server) {
    if (!/^http:\/\//i.test(server) || !URL.canParse(server))
        return false;
    return !NEAR.test(new URL(server).hostname);
}

;// CONCATENATED MODULE: ./lib/recipe/lint/deprecated.js

/** Types of transformers that the peer calls deprecated, and what they are now (transformer/dataset_domain.py, …). */
const RENAMED = {
    simple_add_dataset_ownership: 'simple_add_ownership',
    pattern_add_dataset_ownership: 'pattern_add_ownership',
    simple_add_dataset_domain: 'simple_add_domain',
    pattern_add_dataset_domain: 'pattern_add_domain'
};
/** Old names of transformers and of their options. */
const lintDeprecated = (root, context) => {
    const transformers = (0,config_node/* memberOf */.C5)(root, 'transformers');
    for (const node of transformers?.kind === 'list' ? transformers.items : []) {
        const type = (0,config_node/* memberOf */.C5)(node, 'type');
        if (type?.kind !== 'scalar' || type.type !== 'string' || (0,config_node/* isOpen */.nT)(type))
            continue;
        const now = Object.hasOwn(RENAMED, type.value) ? RENAMED[type.value] : undefined;
        if (now !== undefined) {
            const cure = `write '${now}', with \`entity_types: [dataset]\` where only datasets are meant`;
            context.tell(type.at, 'warning', { code: 'deprecated-name', message: `${(0,config_node/* shown */.SP)(type)} is an old name`, cure });
        }
        const config = (0,config_node/* memberOf */.C5)(node, 'config');
        const prefix = config?.kind === 'map' ? (0,config_node/* entryOf */.Ms)(config, 'tag_prefix') : undefined;
        if (type.value !== 'extract_ownership_from_tags' || prefix === undefined)
            continue;
        const told = { code: 'deprecated-name', message: "'tag_prefix' is an old name", cure: "write 'tag_pattern'" };
        context.tell(prefix.key.at, 'warning', told);
    }
};

// EXTERNAL MODULE: ./lib/core/pattern.js + 3 modules
var core_pattern = __webpack_require__(8896);
// EXTERNAL MODULE: ./lib/core/pattern-parse.js + 4 modules
var pattern_parse = __webpack_require__(6934);
// EXTERNAL MODULE: ./lib/core/pattern-syntax.js
var pattern_syntax = __webpack_require__(5493);
;// CONCATENATED MODULE: ./lib/core/pattern-reach.js


/** Stands for every character beyond ASCII. */
const OTHER = '\u{10FFFF}';
const ALPHABET = [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)), OTHER];
/** A repetition that is longer counts as one without end. */
const MOST_REPEATED = 24;
/** A pattern that needs more is not looked into. */
const MOST_STATES = 4_000;
class TooLarge extends Error {
}
/** Whether a pattern, matched from a name's start, may match one of this form. True for what cannot be told. */
function mayMatch(pattern, ignoreCase, form) {
    const node = parsed(pattern, ignoreCase);
    if (node === null)
        return true;
    try {
        const machine = new Machine();
        const last = machine.add(node, machine.state());
        return walk(machine.edges, last, form);
    }
    catch (error) {
        if (error instanceof TooLarge)
            return true;
        throw error;
    }
}
/** Whether a pattern matches every name there is, because it is content with nothing: `.*`, `x?`. */
function matchesAll(pattern) {
    const node = parsed(pattern, false);
    return node !== null && isContent(node);
}
function parsed(pattern, ignoreCase) {
    const flags = { ignoreCase, multiline: false, dotAll: false, verbose: false, ascii: false };
    try {
        return new pattern_parse/* PatternParser */.M(pattern, flags).parse();
    }
    catch (error) {
        if (error instanceof pattern_syntax/* PatternError */.J || error instanceof RangeError)
            return null;
        throw error;
    }
}
function isContent(node) {
    switch (node.type) {
        case 'at':
            return node.place === 'line-start' || node.place === 'text-start';
        case 'sequence':
            return node.items.every(isContent);
        case 'branch':
            return node.options.some(isContent);
        case 'repeat':
            return node.min === 0 || isContent(node.item);
        case 'group':
        case 'atomic':
            return isContent(node.item);
        default:
            return false;
    }
}
/** A pattern as states and edges between them (Thompson's construction). */
class Machine {
    edges = [];
    state() {
        if (this.edges.length >= MOST_STATES)
            throw new TooLarge();
        return this.edges.push([]) - 1;
    }
    /** Adds what `node` takes from the state `from`, and gives the state behind it. */
    add(node, from) {
        switch (node.type) {
            case 'set':
                return this.#take(from, ALPHABET.map((character) => isInSet(node, character)));
            case 'any':
                return this.#take(from, ALPHABET.map(() => true));
            case 'at':
                return this.#place(node.place, from);
            case 'sequence':
                return node.items.reduce((state, item) => this.add(item, state), from);
            case 'branch':
                return this.#join(node.options.map((option) => this.add(option, this.#free(from))));
            case 'repeat':
                return this.#repeat(node, from);
            case 'group':
            case 'atomic':
                return this.add(node.item, from);
            case 'look':
                return from;
            case 'reference':
                return this.#loop(from, (state) => this.#take(state, ALPHABET.map(() => true)));
        }
    }
    #take(from, accepts) {
        const to = this.state();
        this.edges[from]?.push({ type: 'take', to, accepts });
        return to;
    }
    #free(from, to = this.state()) {
        this.edges[from]?.push({ type: 'free', to });
        return to;
    }
    #join(ends) {
        const to = this.state();
        for (const end of ends)
            this.#free(end, to);
        return to;
    }
    #place(place, from) {
        const isStart = place === 'line-start' || place === 'text-start';
        const isEnd = place === 'line-end' || place === 'text-end';
        if (!isStart && !isEnd)
            return from;
        const to = this.state();
        this.edges[from]?.push(isStart ? { type: 'start', to } : { type: 'end', to });
        return to;
    }
    #repeat({ item, min, max }, from) {
        let state = from;
        for (let i = 0; i < Math.min(min, MOST_REPEATED); i += 1)
            state = this.add(item, state);
        if (max === null || max > MOST_REPEATED)
            return this.#loop(state, (begin) => this.add(item, begin));
        const ends = [state];
        for (let i = min; i < max; i += 1) {
            state = this.add(item, state);
            ends.push(state);
        }
        return this.#join(ends);
    }
    #loop(from, body) {
        const begin = this.#free(from);
        this.#free(body(begin), begin);
        return this.#free(begin);
    }
}
/** Whether a walk through both automata comes to an end of both. */
function walk(edges, last, form) {
    const seen = new Set();
    const open = [{ state: 0, place: 0, ended: false }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        // What follows a match is free, unless the pattern said that nothing does.
        if (next.state === last && (!next.ended || form.ends(next.place)))
            return true;
        for (const to of stepsFrom(next, edges[next.state] ?? [], form)) {
            const key = `${to.state} ${to.place} ${to.ended}`;
            if (!seen.has(key))
                open.push(to);
            seen.add(key);
        }
    }
    return false;
}
function stepsFrom({ place, ended }, edges, form) {
    return edges.flatMap((edge) => {
        if (edge.type === 'free')
            return [{ state: edge.to, place, ended }];
        if (edge.type === 'end')
            return [{ state: edge.to, place, ended: true }];
        if (edge.type === 'start')
            return place === 0 ? [{ state: edge.to, place, ended }] : [];
        if (ended)
            return [];
        return [...placesBehind(edge.accepts, place, form)].map((to) => ({ state: edge.to, place: to, ended: false }));
    });
}
function placesBehind(accepts, place, form) {
    const places = ALPHABET.map((character, i) => (accepts[i] === true ? form.step(place, character) : null));
    return new Set(places.filter((to) => to !== null));
}
function isInSet({ negated, items, flags }, character) {
    if (character === OTHER)
        return negated || items.some((item) => reachesOut(item, flags));
    const code = character.charCodeAt(0);
    const same = flags.ignoreCase ? variantsOf(character) : [code];
    return same.some((variant) => items.some((item) => holds(item, variant))) !== negated;
}
/** Letters beyond ASCII that are the same as one of it but for their case (pattern-case.ts). */
const SAME = { i: [0x130, 0x131], k: [0x212a], s: [0x17f] };
function variantsOf(character) {
    const lower = character.toLowerCase();
    return [lower.charCodeAt(0), character.toUpperCase().charCodeAt(0), ...(SAME[lower] ?? [])];
}
/** Whether an item may hold anything beyond ASCII. */
const reachesOut = (item, { ignoreCase }) => item.type === 'category' ||
    item.high > 0x7e ||
    (ignoreCase && ['i', 'k', 's'].some((letter) => variantsOf(letter).some((code) => holds(item, code))));
const CATEGORIES = { d: /\d/, s: /\s/, w: /\w/ };
function holds(item, code) {
    if (item.type === 'range')
        return item.low <= code && code <= item.high;
    return CATEGORIES[item.category].test(String.fromCodePoint(code)) !== item.negated;
}

;// CONCATENATED MODULE: ./lib/recipe/lint/names.js
/** States: nothing yet; something. */
const anything = { step: () => 1, ends: (state) => state > 0 };
/** A form without some characters. */
const without = (form, isOut) => ({
    ...form,
    step: (state, character) => (isOut(character) ? null : form.step(state, character))
});
const isUpper = (character) => /[A-Z]/.test(character);
/** `database.table`. States: nothing yet; in the database's name; behind the dot; in the table's name. */
const twoParts = {
    step(state, character) {
        if (state === 0)
            return character === '.' ? null : 1;
        if (state === 1)
            return character === '.' ? 2 : 1;
        return 3;
    },
    ends: (state) => state === 3
};
const URN = 'urn:li:';
/** States: how much of the beginning has been seen. */
const urn = {
    step: (state, character) => (state < URN.length ? (URN[state] === character ? state + 1 : null) : state),
    ends: (state) => state === URN.length
};
/**
 * What patterns are held against: Glue folds names to lower case, a table's is `database.table`, and what DataHub knows is
 * named by urns.
 */
const NAMES = {
    any: anything,
    database: without(anything, (character) => isUpper(character) || character === '.'),
    databaseInAnyCase: without(anything, (character) => character === '.'),
    table: without(twoParts, isUpper),
    tableInAnyCase: twoParts,
    /** Domains of a Glue source are given to databases and to tables. */
    either: without(anything, isUpper),
    urn
};

;// CONCATENATED MODULE: ./lib/recipe/lint/patterns.js





const UPPER = {
    why: 'Glue’s names are in lower case, and this asks for upper case with `ignoreCase: false`',
    cure: () => 'write it in lower case, or remove `ignoreCase: false`'
};
const CONTRADICTION = { form: NAMES.any, why: 'no name is like this', cure: () => 'mend it, or remove it' };
const DATABASES = [
    { form: NAMES.databaseInAnyCase, ...UPPER },
    {
        ...CONTRADICTION,
        why: 'it is held against the name of a database, which has no dot',
        cure: () => 'patterns of tables belong to table_pattern'
    }
];
const TABLES = [
    { form: NAMES.tableInAnyCase, ...UPPER },
    {
        ...CONTRADICTION,
        why: 'it is held against `database.table`, and there is no place for a database in it',
        cure: (pattern) => suggested(String.raw `[^.]+\.`, pattern, NAMES.table)
    }
];
const EITHER = [{ form: NAMES.any, ...UPPER }];
const URNS = [
    {
        ...CONTRADICTION,
        why: 'it is held against urns, which begin with `urn:li:`',
        cure: (pattern) => suggested('.*', pattern, NAMES.urn)
    }
];
/** The pattern behind another, where that mends it. */
function suggested(before, pattern, form) {
    const mended = `${before}${pattern?.replace(/^\^/, '')}`;
    return pattern !== null && /^[\w.*+?^$|()[\]\\:,-]{1,80}$/.test(mended) && mayMatch(mended, false, form)
        ? `did you mean '${mended}'?`
        : 'write it as a pattern of the whole name';
}
/** Patterns that match nothing, everything, or other names than they seem to. */
const lintPatterns = (root, context) => {
    const config = (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(root, 'source'), 'config');
    lintFilter((0,config_node/* memberOf */.C5)(config, 'database_pattern'), { form: NAMES.database, reasons: DATABASES }, context);
    lintFilter((0,config_node/* memberOf */.C5)(config, 'table_pattern'), { form: NAMES.table, reasons: TABLES }, context);
    const domains = (0,config_node/* memberOf */.C5)(config, 'domain');
    for (const { value } of domains?.kind === 'map' ? domains.entries : []) {
        lintFilter(value, { form: NAMES.either, reasons: EITHER }, context);
    }
    const transformers = (0,config_node/* memberOf */.C5)(root, 'transformers');
    for (const node of transformers?.kind === 'list' ? transformers.items : [])
        lintTransformer(node, context);
};
/** `{allow, deny, ignoreCase}`. */
function lintFilter(node, held, context) {
    if (node?.kind !== 'map')
        return;
    const [allow, deny] = [(0,config_node/* memberOf */.C5)(node, 'allow'), (0,config_node/* memberOf */.C5)(node, 'deny')];
    const full = { ...held, ignoreCase: ignoresCase(node) };
    for (const list of [allow, deny])
        for (const pattern of textsOf(list))
            lintPattern(pattern, full, context);
    if (allow?.kind === 'list' && allow.items.length === 0) {
        const cure = 'remove the line to let everything in, or write a pattern';
        context.tell(allow.at, 'warning', { code: 'nothing-left', message: 'an empty list lets nothing in', cure });
    }
    const all = textsOf(deny).find(({ value }) => matchesAll(value));
    if (all !== undefined) {
        const message = `${(0,config_node/* shown */.SP)(all)} matches every name: nothing is let in`;
        context.tell(all.at, 'warning', { code: 'nothing-left', message, cure: 'narrow the pattern' });
    }
}
function ignoresCase(filter) {
    const node = (0,config_node/* memberOf */.C5)(filter, 'ignoreCase');
    if (node === undefined || (0,config_node/* isOpen */.nT)(node))
        return true;
    const value = node.kind === 'scalar' && node.type === 'null' ? false : types/* flag */.Jt.read(node, patterns_UNTOLD);
    return value === types/* INVALID */.uY || value;
}
/** The reader tells of what is wrong by itself. */
const patterns_UNTOLD = { ignoredKeys: 'warning', tell: () => undefined };
const isText = (node) => node.kind === 'scalar' && node.type === 'string' && !(0,config_node/* isOpen */.nT)(node);
const textsOf = (node) => node?.kind === 'list' ? node.items.filter(isText) : [];
function lintPattern(node, { form, ignoreCase, reasons }, context) {
    const { value: pattern, written } = node;
    if (!(0,core_pattern/* compilePattern */.Eb)(pattern, { ignoreCase, use: 'match' }).ok)
        return;
    if (!mayMatch(pattern, ignoreCase, form)) {
        const reason = [...reasons, CONTRADICTION].find((other) => mayMatch(pattern, ignoreCase, other.form));
        const { why, cure } = reason ?? CONTRADICTION;
        const message = `${(0,config_node/* shown */.SP)(node)} can never match: ${why}`;
        context.tell(node.at, 'warning', {
            code: 'never-matches',
            message,
            cure: cure(written === undefined ? pattern : null)
        });
    }
    else if (written === undefined && /^\^?[\w-]*[A-Za-z0-9_-]\*$/.test(pattern)) {
        const start = pattern.slice(0, -1);
        const last = start.slice(-1);
        const message = `${(0,config_node/* shown */.SP)(node)} is a regular expression: its last two characters mean '${last}' any number of times`;
        context.tell(node.at, 'warning', { code: 'looks-like-a-glob', message, cure: `did you mean '${start}.*'?` });
    }
}
/** Options of transformers whose rules are patterns of urns. */
const URN_PATTERNS = ['owner_pattern', 'tag_pattern', 'term_pattern', 'domain_pattern'];
const PRODUCT_PATTERN = 'dataset_to_data_product_urns_pattern';
/** Transformers of fields hold their patterns against the paths of fields. */
const ofFields = (type) => type?.kind === 'scalar' && String(type.value).startsWith('pattern_add_dataset_schema_');
function lintTransformer(node, context) {
    const type = (0,config_node/* memberOf */.C5)(node, 'type');
    if (type === undefined || (0,config_node/* isOpen */.nT)(type) || ofFields(type))
        return;
    for (const option of [...URN_PATTERNS, PRODUCT_PATTERN]) {
        const rules = (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(node, 'config'), option), 'rules');
        for (const { key } of rules?.kind === 'map' ? rules.entries : []) {
            if (key.type !== 'string' || (0,config_node/* keyText */.Pu)(key) === '')
                continue;
            lintPattern(key, { form: NAMES.urn, ignoreCase: false, reasons: URNS }, context);
        }
    }
}

// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
;// CONCATENATED MODULE: ./lib/model/aws-regions.js
/** Regions of AWS, of all partitions (botocore 1.4x, data/partitions.json and endpoints.json). There may be newer ones. */
const REGIONS = [
    ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1'],
    ...['ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5'],
    ...['ap-southeast-6', 'ap-southeast-7', 'ca-central-1', 'ca-west-1', 'cn-north-1', 'cn-northwest-1', 'eu-central-1'],
    ...['eu-central-2', 'eu-isoe-west-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2'],
    ...['eu-west-3', 'eusc-de-east-1', 'il-central-1', 'me-central-1', 'me-south-1', 'me-west-1', 'mx-central-1'],
    ...['sa-east-1', 'sa-west-1', 'us-east-1', 'us-east-2', 'us-gov-east-1', 'us-gov-west-1', 'us-iso-east-1'],
    ...['us-iso-west-1', 'us-isob-east-1', 'us-isob-west-1', 'us-isof-east-1', 'us-isof-south-1', 'us-west-1'],
    ...['us-west-2']
];

;// CONCATENATED MODULE: ./lib/recipe/lint/places.js



/** Regions, accounts, ARNs and urns that are hardly what was meant. */
const lintPlaces = (root, context) => {
    const config = (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(root, 'source'), 'config');
    lintRegion((0,config_node/* memberOf */.C5)(config, 'aws_region'), context);
    lintRegion((0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(config, 'aws_advanced_config'), 'region_name'), context);
    lintCatalogue((0,config_node/* memberOf */.C5)(config, 'catalog_id'), context);
    const domains = (0,config_node/* memberOf */.C5)(config, 'domain');
    for (const { key } of domains?.kind === 'map' ? domains.entries : [])
        lintDomain(key, context);
    lintPolicies((0,config_node/* memberOf */.C5)(config, 'aws_role'), context);
    const transformers = (0,config_node/* memberOf */.C5)(root, 'transformers');
    for (const node of transformers?.kind === 'list' ? transformers.items : [])
        places_lintTransformer(node, context);
};
const places_isText = (node) => node?.kind === 'scalar' && node.type === 'string' && !(0,config_node/* isOpen */.nT)(node) && node.value !== '';
const REGION = /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}$/;
/** What stands before a region's number. */
const areaOf = (region) => region.replace(/\d+$/, '');
/** A region may be newer than the list: only one that has a known one's likeness, and not its area, is a slip. */
function lintRegion(node, context) {
    if (!places_isText(node) || REGIONS.includes(node.value))
        return;
    const isNew = REGION.test(node.value) && REGIONS.some((known) => areaOf(known) === areaOf(node.value));
    const near = (0,suggest/* suggest */.Z)(node.value, REGIONS);
    if (isNew || (near === null && REGION.test(node.value)))
        return;
    const cure = near === null ? 'write it as eu-central-1' : `did you mean '${near}'?`;
    context.tell(node.at, 'warning', { code: 'bad-region', message: `${(0,config_node/* shown */.SP)(node)} is no region of AWS`, cure });
}
/** What was meant for an account: digits, and what people put between them. Other catalogues have names. */
const LIKE_AN_ACCOUNT = /^[\d\s-]+(?=:|$)/;
const ACCOUNT = /^\d{12}(?=:|$)/;
function lintCatalogue(node, context) {
    if (!places_isText(node) || ACCOUNT.test(node.value) || !LIKE_AN_ACCOUNT.test(node.value))
        return;
    const message = `${(0,config_node/* shown */.SP)(node)} is no id of a catalogue`;
    context.tell(node.at, 'warning', { code: 'bad-catalogue-id', message, cure: 'write the 12 digits of the account' });
}
function lintDomain(node, context) {
    const domain = String(node.value);
    if (!domain.startsWith('urn:') || /^urn:li:domain:./.test(domain))
        return;
    const message = `${(0,config_node/* shown */.SP)(node)} is no urn of a domain`;
    const cure = 'write it as urn:li:domain:…, or give the id or the name of the domain';
    context.tell(node.at, 'warning', { code: 'bad-urn', message, cure });
}
const POLICY = /^arn:aws[a-z-]*:iam::(?:aws|\d{12}):policy\/.+$/;
/** Policies that the sessions of roles are narrowed to. */
function lintPolicies(roles, context) {
    for (const role of roles?.kind === 'list' ? roles.items : []) {
        const policies = (0,config_node/* memberOf */.C5)(role, 'PolicyArns');
        for (const policy of policies?.kind === 'list' ? policies.items : []) {
            const arn = (0,config_node/* memberOf */.C5)(policy, 'arn');
            if (!places_isText(arn) || POLICY.test(arn.value))
                continue;
            const cure = 'write it as arn:aws:iam::<account id>:policy/<name>';
            const message = `${(0,config_node/* shown */.SP)(arn)} is no ARN of a policy`;
            context.tell(arn.at, 'warning', { code: 'bad-policy-arn', message, cure });
        }
    }
}
/** Where transformers name domains, owners and datasets. */
function places_lintTransformer(node, context) {
    const config = (0,config_node/* memberOf */.C5)(node, 'config');
    for (const domain of textsBelow((0,config_node/* memberOf */.C5)(config, 'domains')))
        lintDomain(domain, context);
    const patterns = (0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(config, 'domain_pattern'), 'rules');
    const mapping = (0,config_node/* memberOf */.C5)(config, 'domain_mapping');
    for (const domain of [...valuesOf(patterns), ...valuesOf(mapping)])
        lintDomain(domain, context);
    const owners = [
        ...textsBelow((0,config_node/* memberOf */.C5)(config, 'owner_urns')),
        ...valuesOf((0,config_node/* memberOf */.C5)((0,config_node/* memberOf */.C5)(config, 'owner_pattern'), 'rules'))
    ];
    for (const owner of owners)
        lintOwner(owner, context);
    const products = (0,config_node/* memberOf */.C5)(config, 'dataset_to_data_product_urns');
    for (const { key } of products?.kind === 'map' ? products.entries : []) {
        if (/^urn:li:(?:dataset:\(.+,.+,.+\)|container:.+)$/.test((0,config_node/* keyText */.Pu)(key)))
            continue;
        const cure = 'write it as urn:li:dataset:(urn:li:dataPlatform:glue,database.table,PROD)';
        context.tell(key.at, 'warning', { code: 'bad-urn', message: 'this is no urn of a dataset', cure });
    }
}
const OWNER = /^urn:li:corp(?:user|Group):./;
/** DataHub stores any urn as an owner, and shows only users and groups. */
function lintOwner(owner, context) {
    if (!owner.value.startsWith('urn:li:') || OWNER.test(owner.value))
        return;
    const near = (0,suggest/* suggest */.Z)(owner.value.split(':')[2] ?? '', ['corpuser', 'corpGroup']);
    const cure = near === null ? 'write urn:li:corpuser:… or urn:li:corpGroup:…' : `did you mean urn:li:${near}:…?`;
    context.tell(owner.at, 'warning', { code: 'bad-urn', message: `${(0,config_node/* shown */.SP)(owner)} is neither a user nor a group`, cure });
}
const textsBelow = (node) => node?.kind === 'list' ? node.items.filter(places_isText) : [];
/** The texts in a mapping's values, which are texts or lists of them. */
const valuesOf = (node) => node?.kind !== 'map' ? [] : node.entries.flatMap(({ value }) => (places_isText(value) ? [value] : textsBelow(value)));

// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
// EXTERNAL MODULE: ./lib/recipe/secrets.js
var recipe_secrets = __webpack_require__(5335);
;// CONCATENATED MODULE: ./lib/recipe/lint/secrets.js



/** An access key of AWS: what it opens is found by its name alone. */
const ACCESS_KEY = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/;
/** A JSON Web Token, which is what DataHub's and most others' tokens are. */
const WEB_TOKEN = /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/;
/** An address with a password that is written out. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#:@]*:([^/?#@]+)@/i;
/** A variable or a reference without another in it, and what it is when it is not set: `${NAME:-this}`. */
const VARIABLE = /\$(?:\{(?:\w+:?[-=]([^{}]*)|[^{}]*)\}|\w+)/g;
/** Mappings of transformers whose keys are no options. */
const OWN_NAMES = ['properties', 'rules', 'domain_mapping', 'dataset_to_data_product_urns'];
const SCHEME = /^(?:Bearer|Basic|Token)\b/i;
/** Secrets that are written into the recipe, where everybody who reads it reads them. Nothing of them is told. */
const lintSecrets = (root, context) => visit(root, '', () => false, context);
function visit(node, name, isSecret, context) {
    if (node.kind === 'scalar')
        lintValue(node, name, isSecret(name), context);
    else if (node.kind === 'list')
        for (const item of node.items)
            visit(item, name, () => false, context);
    else {
        const isInside = name === 'extra_headers' ? recipe_secrets/* isSecretHeader */.io : recipe_secrets/* hasSecretName */._o;
        for (const { key, value } of node.entries) {
            // Names of properties and tags are the user's own: a sort_key is no secret.
            const isNamed = !OWN_NAMES.includes(name);
            visit(value, (0,config_node/* keyText */.Pu)(key), isNamed ? isInside : () => false, context);
        }
    }
}
function lintValue(node, name, isSecret, context) {
    if (node.type !== 'string')
        return;
    const written = node.written ?? node.value;
    const what = isSecret && isWrittenOut(written) ? `the value of ${(0,quote/* quotedKey */.k5)(name)}` : secretIn(written);
    if (what === null)
        return;
    const cure = `take it from a variable, \${NAME}, or from AWS, \${ssm:/name}, and change it: others may have read it`;
    context.tell(node.at, 'warning', { code: 'plaintext-secret', message: `${what} is written out`, cure });
}
/** Whether anything of a secret stands beside its variables, or as what one of them is by default. */
function isWrittenOut(written) {
    if ([...written.matchAll(VARIABLE)].some(([, other = '']) => other.trim() !== ''))
        return true;
    const beside = written.replace(VARIABLE, '');
    // Variables may stand in variables.
    return beside === written ? beside.trim().replace(SCHEME, '').trim() !== '' : isWrittenOut(beside);
}
function secretIn(written) {
    if (ACCESS_KEY.test(written))
        return 'an access key of AWS';
    if (WEB_TOKEN.test(written))
        return 'a token';
    const password = ADDRESS.exec(written)?.[1];
    return password !== undefined && isWrittenOut(password) ? 'the password of an address' : null;
}

;// CONCATENATED MODULE: ./lib/recipe/lint/lint.js





const LINTS = [lintPatterns, lintPlaces, lintSecrets, lintConnection, lintDeprecated];
/** Tells what a recipe may say and hardly means: warnings all, for it runs. What aliases repeat is told once. */
function lintRecipe(root, context) {
    const told = new Set();
    const once = {
        ...context,
        tell(at, severity, problem) {
            const key = `${at.line}:${at.column} ${problem.code} ${problem.message}`;
            if (!told.has(key))
                context.tell(at, severity, problem);
            told.add(key);
        }
    };
    for (const lint of LINTS)
        lint(root, once);
}

// EXTERNAL MODULE: ./lib/core/config/option.js
var config_option = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/recipe/options/client.js + 1 modules
var client = __webpack_require__(7806);
// EXTERNAL MODULE: ./lib/recipe/options/gms-server.js
var gms_server = __webpack_require__(7868);
;// CONCATENATED MODULE: ./lib/recipe/connection.js


/** A client's options as a connection; zero and null mean the default, as with the peer (rest_emitter.py). */
function connectionOf(values) {
    const { retry_status_codes: statuses, retry_max_times: retries } = client/* CLIENT_OPTIONS */.T;
    return {
        server: (0,gms_server/* normalServer */.t6)(values.server),
        token: values.token === '' ? null : values.token,
        auth: values.auth,
        timeoutSeconds: values.timeout_sec || client/* CLIENT_OPTIONS */.T.timeout_sec.fallback || 0,
        retryStatusCodes: values.retry_status_codes ?? statuses.fallback ?? [],
        retryMaxTimes: values.retry_max_times ?? retries.fallback ?? 0,
        extraHeaders: values.extra_headers ?? {},
        caCertificatePath: values.ca_certificate_path,
        clientCertificatePath: values.client_certificate_path,
        clientKeyPath: values.client_key_path,
        disableSslVerification: values.disable_ssl_verification
    };
}
/** The same of a client that may not be given. */
const connectionOrNull = (values) => values === null ? null : connectionOf(values);

// EXTERNAL MODULE: ./lib/recipe/options/pipeline.js + 10 modules
var options_pipeline = __webpack_require__(2591);
// EXTERNAL MODULE: ./lib/recipe/options/glue.js + 1 modules
var glue = __webpack_require__(1106);
// EXTERNAL MODULE: ./lib/recipe/options/profiling.js
var profiling = __webpack_require__(6625);
// EXTERNAL MODULE: ./lib/recipe/options/sink.js
var sink = __webpack_require__(3160);
// EXTERNAL MODULE: ./lib/recipe/options/stateful.js
var stateful = __webpack_require__(1711);
;// CONCATENATED MODULE: ./lib/recipe/options/places.js





const TOP = 'the top level of the recipe';
/** Mappings and what they hold, the likelier place first. */
const PLACES = [
    [TOP, options_pipeline/* PIPELINE_OPTIONS */.cc],
    ['source.config', glue/* GLUE_OPTIONS */.b],
    ['sink.config', sink/* REST_OPTIONS */.en],
    ['source', { extractor: options_pipeline/* SOURCE_OPTIONS */.xK.extractor, extractor_config: options_pipeline/* SOURCE_OPTIONS */.xK.extractor_config }],
    ['source.config.stateful_ingestion', stateful/* STATEFUL_INGESTION */.qu],
    ['source.config.profiling', profiling/* PROFILING */.j]
];
/** Names that mean different things in different places, so that they tell nothing. */
const COMMON = new Set(['enabled', 'type', 'config', 'env', 'min', 'max', 'mean']);
/** Where a key belongs that stands in the mapping `where`, which does not know it; null: nowhere. */
function placeOf(key, where) {
    if (key === 'allow' || key === 'deny' || key === 'ignoreCase')
        return 'database_pattern or table_pattern';
    if (COMMON.has(key))
        return null;
    const place = PLACES.find(([name, table]) => name !== where && Object.hasOwn(table, key));
    return place?.[0] ?? null;
}

;// CONCATENATED MODULE: ./lib/recipe/options/plugin-names.js
/*
 * What the peer has beside what runs here, by name (its entry points): so that a message can tell a slip from something
 * that this program does not do.
 */
const words = (text) => text.trim().split(/\s+/);
/** Source types other than glue. */
const OTHER_SOURCES = words(`
  abs aerospike airbyte athena azure-ad azure-data-factory bigid bigquery bigquery-queries cassandra clickhouse
  clickhouse-usage cockroachdb confluence csv-enricher cube datahub datahub-apply datahub-business-glossary
  datahub-debug datahub-documents datahub-gc datahub-lineage-file datahub-mock-data dataplex db2 dbt dbt-cloud
  delta-lake demo-data dlt doris dremio druid dynamodb elasticsearch excel fabric-data-factory fabric-onelake
  feast file fivetran flink gcs github-documents google-drive grafana hana hex hive hive-metastore iceberg
  informatica informix json-schema kafka kafka-connect kinesis ldap looker lookml mariadb matillion-dpc metabase
  microstrategy mlflow mode mongodb montecarlo mssql mysql neo4j nifi notion odcs okta omni openapi oracle
  pinecone postgres powerbi powerbi-report-server preset presto presto-on-hive pulsar qlik-sense quicksight rdf
  redash redshift s3 sac sagemaker salesforce sap-datasphere sigma slack snaplogic snowflake snowflake-queries
  snowflake-summary snowplow sql-queries sqlalchemy sqlmesh starburst-trino-usage starrocks superset tableau
  teradata thoughtspot tidb timescaledb trino unity-catalog vertexai vertica
`);
/** Sink types other than datahub-rest, file, console and blackhole. */
const OTHER_SINKS = words('datahub-kafka datahub-lite datahub-pg-queue');
/** Transformer types. */
const TRANSFORMERS = words(`
  add_dataset_dataproduct add_dataset_domain add_dataset_ownership add_dataset_properties add_dataset_tags
  add_dataset_terms add_domain add_ownership domain_mapping_based_on_tags extract_dataset_tags
  extract_ownership_from_tags mark_dataset_status pattern_add_dataset_dataproduct pattern_add_dataset_domain
  pattern_add_dataset_ownership pattern_add_dataset_schema_tags pattern_add_dataset_schema_terms
  pattern_add_dataset_tags pattern_add_dataset_terms pattern_add_domain pattern_add_ownership
  pattern_cleanup_dataset_usage_user pattern_cleanup_ownership replace_external_url replace_external_url_container
  set_attribution set_browse_path set_dataset_browse_path simple_add_dataset_dataproduct simple_add_dataset_domain
  simple_add_dataset_ownership simple_add_dataset_properties simple_add_dataset_tags simple_add_dataset_terms
  simple_add_domain simple_add_ownership simple_remove_dataset_ownership tags_to_structured_properties
  tags_to_term
`);

;// CONCATENATED MODULE: ./lib/recipe/options/transformers/asks-datahub.js
/** Whether a transformer cannot do its work without what DataHub holds. */
function asksDatahub(options) {
    switch (options.kind) {
        case 'clean-owners':
        case 'terms-from-tags':
        case 'domains-by-tags':
        case 'add-domains':
            return true;
        default:
            return 'patch' in options && options.patch;
    }
}

;// CONCATENATED MODULE: ./lib/recipe/read-sink.js










const TYPES = Object.keys(sink/* SINKS */.xZ);
/** Stands for a server that is not known while a recipe is only looked at. */
const UNKNOWN_SERVER = `\${DATAHUB_GMS_URL}`;
const inSink = { where: 'sink', unknown: 'error', misplaced: (key) => placeOf(key, 'sink') };
const inConfig = { where: 'sink.config', misplaced: (key) => placeOf(key, 'sink.config') };
/** The recipe's sink; without one the server that the inputs name, as the peer takes it from its environment. */
function readSink(recipe, reading, context) {
    const entry = (0,config_node/* entryOf */.Ms)(recipe, 'sink');
    const node = entry?.value;
    if (node === undefined || (node.kind === 'scalar' && node.type === 'null')) {
        return defaultSink(entry?.key.at ?? recipe.at, reading, context);
    }
    if (node.kind !== 'map')
        return (0,types/* mismatch */.J4)(node, 'a mapping with `type` and `config`', context);
    const sink = (0,config_option/* readOptions */.Tt)(node, options_pipeline/* SINK_OPTIONS */.nQ, inSink, context);
    const config = configOf(node, context);
    if (sink === types/* INVALID */.uY || config === types/* INVALID */.uY)
        return types/* INVALID */.uY;
    const type = (0,config_node/* entryOf */.Ms)(node, 'type')?.value ?? node;
    return (0,config_node/* isOpen */.nT)(type) ? { type: 'console' } : readConfig(sink.type, { config, type }, reading, context);
}
function readConfig(type, nodes, reading, context) {
    switch (type) {
        case 'datahub-rest':
            return readRest(nodes.config, reading, context);
        case 'file': {
            const values = (0,config_option/* readOptions */.Tt)(nodes.config, sink/* FILE_OPTIONS */.IY, { ...inConfig, unknown: 'error' }, context);
            return values === types/* INVALID */.uY
                ? types/* INVALID */.uY
                : readFile({ type: 'file', filename: values.filename, nestsText: values.legacy_nested_json_string }, nodes.config, context);
        }
        case 'console': {
            const values = (0,config_option/* readOptions */.Tt)(nodes.config, sink/* CONSOLE_OPTIONS */.Jn, { ...inConfig, unknown: 'error' }, context);
            return values === types/* INVALID */.uY ? types/* INVALID */.uY : { type: 'console' };
        }
        case 'blackhole': {
            const values = (0,config_option/* readOptions */.Tt)(nodes.config, sink/* BLACKHOLE_OPTIONS */.tF, { ...inConfig, unknown: 'error' }, context);
            return values === types/* INVALID */.uY ? types/* INVALID */.uY : { type: 'blackhole' };
        }
        default:
            return unknownType(type, nodes.type, context);
    }
}
/** `config`; whatever Python takes for nothing is an empty mapping, as with the peer (run/pipeline.py). */
function configOf(node, context) {
    const config = (0,config_node/* entryOf */.Ms)(node, 'config')?.value;
    if (config?.kind === 'map')
        return config;
    const isNothing = config === undefined ||
        (config.kind === 'list' && config.items.length === 0) ||
        (config.kind === 'scalar' && ((0,config_node/* isOpen */.nT)(config) || !config.value));
    return isNothing ? { kind: 'map', at: config?.at ?? node.at, entries: [] } : (0,types/* mismatch */.J4)(config, 'a mapping', context);
}
function unknownType(type, node, context) {
    const name = node.kind === 'scalar' ? (0,config_node/* shown */.SP)(node) : 'of this kind';
    const isKnown = OTHER_SINKS.includes(type) || /[.:]/.test(type);
    const near = isKnown ? null : (0,suggest/* suggest */.Z)(type, [...TYPES, ...OTHER_SINKS]);
    context.tell(node.at, 'error', {
        code: 'unknown-sink',
        message: isKnown ? `the sink ${name} is not supported yet` : `there is no sink ${name}`,
        cure: near === null ? `use one of ${TYPES.join(', ')}` : `did you mean '${near}'?`
    });
    return types/* INVALID */.uY;
}
function readFile(options, config, context) {
    const { filename } = options;
    const place = (0,config_node/* entryOf */.Ms)(config, 'filename')?.value;
    if ((filename !== '' && !/^[a-z][a-z0-9+]*:\/\//i.test(filename)) || (0,config_node/* isOpen */.nT)(place ?? config)) {
        return options;
    }
    const told = filename === ''
        ? { code: 'bad-value', message: 'the file has no name', cure: 'give a path' }
        : { code: 'not-supported-yet', message: 'only local files can be written', cure: 'give a path' };
    context.tell(place?.at ?? config.at, 'error', told);
    return types/* INVALID */.uY;
}
function readRest(config, reading, context) {
    const values = (0,config_option/* readOptions */.Tt)(config, sink/* REST_OPTIONS */.en, { ...inConfig, unknown: context.ignoredKeys }, context);
    if (values === types/* INVALID */.uY)
        return types/* INVALID */.uY;
    const { gmsUrl } = reading.defaults;
    const named = gmsUrl === null ? null : (0,gms_server/* normalServer */.t6)(gmsUrl);
    const server = values.server === gms_server/* FROM_ENVIRONMENT */.$c ? named : values.server;
    if (server === null && reading.mode === 'ingest')
        return missingSink(config.at, context);
    if (values.token !== null && values.auth !== null) {
        const told = { code: 'conflicting-keys', message: 'the sink has a token and auth', cure: 'remove one of them' };
        context.tell(config.at, 'error', told);
        return types/* INVALID */.uY;
    }
    return {
        ...connectionOf({ ...values, server: server ?? UNKNOWN_SERVER }),
        type: 'datahub-rest',
        token: values.auth === null ? tokenFor(server, values.token, reading.defaults) : null,
        mode: values.mode === null || values.mode === 'SYNC' ? 'sync' : 'async',
        endpoint: values.endpoint === 'OPENAPI' ? 'openapi' : 'restli',
        maxThreads: values.max_threads,
        maxPerBatch: values.max_per_batch
    };
}
/** The recipe's token; without one the inputs', and that only for the server it was given for. */
function tokenFor(server, token, { gmsUrl, gmsToken }) {
    if (token !== null && token !== '')
        return token;
    if (gmsToken === null || gmsUrl === null || server === null)
        return null;
    if (!(0,gms_server/* isServer */.S$)(gmsUrl) || !(0,gms_server/* isServer */.S$)(server))
        return null;
    return new URL((0,gms_server/* normalServer */.t6)(gmsUrl)).origin === new URL(server).origin ? gmsToken : null;
}
function defaultSink(at, reading, context) {
    const { gmsUrl } = reading.defaults;
    if (gmsUrl === null && reading.mode === 'ingest')
        return missingSink(at, context);
    const value = { kind: 'scalar', type: 'string', value: gmsUrl ?? UNKNOWN_SERVER, at, open: gmsUrl === null };
    const key = { kind: 'scalar', type: 'string', value: 'server', at };
    return readRest({ kind: 'map', at, entries: [{ key, value }] }, reading, context);
}
function missingSink(at, context) {
    const cure = 'add `sink:` with `type: datahub-rest`, or give the input gms-url (or GMS_URL)';
    context.tell(at, 'error', { code: 'missing-sink', message: 'the recipe names no server to write to', cure });
    return types/* INVALID */.uY;
}

// EXTERNAL MODULE: ./lib/recipe/options/aws.js + 2 modules
var aws = __webpack_require__(7954);
;// CONCATENATED MODULE: ./lib/recipe/read-stateful.js






/** `stateful_ingestion` as the source's options hold it; null: it is off (stale_entity_removal_handler.py). */
function statefulSettings(values) {
    if (values === null || !values.enabled)
        return null;
    const { state_provider: provider } = values;
    return {
        removesStale: values.remove_stale_metadata,
        failSafeThreshold: values.fail_safe_threshold,
        ignoreOldState: values.ignore_old_state,
        ignoreNewState: values.ignore_new_state,
        maxStateBytes: values.max_checkpoint_state_size,
        provider: provider?.type === 'file' || provider?.type === 'unknown'
            ? provider
            : { type: 'datahub', connection: connectionOrNull(provider?.datahubApi ?? null) }
    };
}
/** What is kept from run to run, and where; null: nothing. */
function readStateful({ settings, pipelineName, datahubApi, sink }, root, context) {
    if (settings === null)
        return null;
    if (pipelineName === null && !isLeftOpen(root, ['pipeline_name'])) {
        context.tell(read_stateful_placeOf(root).at, 'error', NO_NAME);
        return types/* INVALID */.uY;
    }
    const { provider: wanted, removesStale, ...rest } = settings;
    const provider = providerOf(wanted, { datahubApi, sink }, root, context);
    if (provider === types/* INVALID */.uY)
        return types/* INVALID */.uY;
    return removesStale ? { ...rest, provider } : null;
}
function providerOf(wanted, { datahubApi, sink }, root, context) {
    if (wanted.type === 'file')
        return wanted;
    if (wanted.type === 'unknown') {
        const at = nodeAt(root, [...STATEFUL, 'state_provider', 'type'])?.at ?? root.at;
        const near = (0,suggest/* suggest */.Z)(wanted.name, ['datahub', 'file']);
        const cure = near === null ? 'use datahub or file' : `did you mean '${near}'?`;
        const message = `state cannot be kept in ${(0,quote/* quoted */.TL)(wanted.name)}`;
        context.tell(at, 'error', { code: 'unknown-state-provider', message, cure });
        return types/* INVALID */.uY;
    }
    const connection = wanted.connection ?? datahubApi ?? (isRest(sink) ? sink : null);
    if (connection === null) {
        // Where it is not known yet what the sink is, it may be one.
        if (isLeftOpen(root, ['sink', 'type']))
            return { type: 'file', filename: '' };
        context.tell(read_stateful_placeOf(root).at, 'error', NO_SERVER);
        return types/* INVALID */.uY;
    }
    if (connection === sink || (0,gms_server/* isServer */.S$)(connection.server))
        return { type: 'datahub', connection };
    const message = `the state is to be kept at ${(0,quote/* quoted */.TL)(connection.server)}, which is no http address`;
    context.tell(read_stateful_placeOf(root).at, 'error', { code: 'bad-server', message, cure: 'write it as http://host:8080' });
    return types/* INVALID */.uY;
}
const isRest = (sink) => sink.type === 'datahub-rest';
const NO_NAME = {
    code: 'missing-pipeline-name',
    message: 'stateful ingestion needs a pipeline_name: state is kept under it',
    cure: 'add `pipeline_name:` at the top of the recipe, and never change it'
};
const NO_SERVER = {
    code: 'needs-datahub',
    message: 'stateful ingestion keeps its state in DataHub, and the sink is none',
    cure: 'use the sink datahub-rest, give the recipe a datahub_api, or set `state_provider: {type: file, config: {filename: …}}`'
};
/** Where the recipe says that there is to be state. */
const read_stateful_placeOf = (root) => nodeAt(root, [...STATEFUL, 'enabled']) ?? root;
const STATEFUL = ['source', 'config', 'stateful_ingestion'];
/** Whether a value depends on what is not known while a recipe is only looked at. */
function isLeftOpen(root, path) {
    const node = nodeAt(root, path);
    return node !== undefined && (0,config_node/* isOpen */.nT)(node);
}
function nodeAt(root, path) {
    return path.reduce((node, name) => (node?.kind === 'map' ? (0,config_node/* entryOf */.Ms)(node, name)?.value : undefined), root);
}

;// CONCATENATED MODULE: ./lib/recipe/read-source.js







const WHERE = {
    where: 'source.config',
    unknown: 'error',
    misplaced: (key) => placeOf(key, 'source.config')
};
/** `source.config` of a Glue recipe. */
function readGlueOptions(config, context) {
    const values = (0,config_option/* readOptions */.Tt)(config, glue/* GLUE_OPTIONS */.b, WHERE, context);
    const renamed = checkRenamed(config, context);
    if (values === types/* INVALID */.uY || !renamed)
        return types/* INVALID */.uY;
    warnOfUnused(values, config, context);
    return {
        aws: awsOptions(values),
        platform: values.platform,
        // The peer takes an empty one for an instance in the guids of containers, and for none in urns.
        platformInstance: values.platform_instance,
        env: values.env,
        catalogId: filled(values.catalog_id),
        databasePattern: values.database_pattern,
        tablePattern: values.table_pattern,
        extractOwners: values.extract_owners === true,
        ignoreResourceLinks: values.ignore_resource_links === true,
        resolveResourceLinkSchema: values.resolve_resource_link_schema,
        catalogInstances: places(values.catalog_to_platform_instance),
        ...lineageOptions(values),
        domains: Object.entries(values.domain).map(([domain, pattern]) => ({ domain, pattern })),
        s3BucketTags: values.use_s3_bucket_tags === true,
        s3ObjectTags: values.use_s3_object_tags === true,
        lakeFormationTags: lakeFormationTags(values),
        deltaSchema: values.extract_delta_schema_from_parameters === true,
        columnParameters: values.extract_column_parameters,
        incrementalProperties: values.incremental_properties,
        jobs: values.extract_transforms === true,
        ignoreUnsupportedConnectors: values.ignore_unsupported_connectors === true,
        targetPlatforms: places(values.target_platform_configs),
        profiling: read_source_profiling(values.profiling),
        stateful: statefulSettings(values.stateful_ingestion),
        columnStatistics: false
    };
}
/** The old names mean the same (checkRenamed refuses both at once). */
function lineageOptions(values) {
    const on = values.emit_storage_lineage || values.emit_s3_lineage;
    const directions = [values.glue_storage_lineage_direction, values.glue_s3_lineage_direction];
    return {
        storageLineage: on ? (directions.includes('downstream') ? 'downstream' : 'upstream') : null,
        columnLineage: values.include_column_lineage,
        viewLineage: values.include_view_lineage
    };
}
function lakeFormationTags(values) {
    if (values.extract_lakeformation_tags !== true)
        return null;
    return { propagate: values.propagate_lakeformation_tags, columns: values.extract_lakeformation_column_tags };
}
function places(targets) {
    const entries = Object.entries(targets);
    return Object.fromEntries(entries.map(([key, { platform_instance, env }]) => [key, { platformInstance: platform_instance, env }]));
}
function read_source_profiling(values) {
    if (values === null || !values.enabled)
        return null;
    const { operation_config: days } = values;
    return {
        tableLevelOnly: values.profile_table_level_only,
        parameters: {
            rowCount: values.row_count,
            columnCount: values.column_count,
            uniqueCount: values.unique_count,
            uniqueProportion: values.unique_proportion,
            nullCount: values.null_count,
            nullProportion: values.null_proportion,
            min: values.min,
            max: values.max,
            mean: values.mean,
            median: values.median,
            stdev: values.stdev
        },
        partitionPatterns: values.partition_patterns,
        days: days === null || !days.lower_freq_profile_enabled
            ? null
            : { dayOfWeek: days.profile_day_of_week, dateOfMonth: days.profile_date_of_month }
    };
}
/** An empty text means the same as none wherever the peer asks "is there one?". */
const filled = (text) => (text === '' ? null : text);
function awsOptions(values) {
    const id = filled(values.aws_access_key_id);
    const secret = filled(values.aws_secret_access_key);
    const { region, connectTimeoutSeconds, ...advanced } = values.aws_advanced_config;
    return {
        region: filled(region) ?? filled(values.aws_region),
        keys: id === null || secret === null ? null : { id, secret, sessionToken: filled(values.aws_session_token) },
        profile: filled(values.aws_profile),
        roles: values.aws_role,
        endpointUrl: filled(values.aws_endpoint_url),
        proxies: values.aws_proxy ?? {},
        retries: values.aws_retry_num,
        retryMode: values.aws_retry_mode,
        connectTimeoutSeconds: connectTimeoutSeconds ?? aws/* DEFAULT_TIMEOUT */.c,
        readTimeoutSeconds: values.read_timeout,
        advanced
    };
}
/** What the peer leaves unused without a word (source/aws/aws_common.py get_session). */
function warnOfUnused(values, config, context) {
    const { aws_access_key_id: id, aws_secret_access_key: secret, aws_role: roles } = values;
    const warn = (name, why, cure) => {
        const at = (0,config_node/* entryOf */.Ms)(config, name)?.key.at;
        if (at !== undefined)
            context.tell(at, 'warning', { code: 'unused-option', message: `${name} is not used: ${why}`, cure });
    };
    const [hasId, hasSecret] = [filled(id) !== null, filled(secret) !== null];
    if (hasId && !hasSecret)
        warn('aws_access_key_id', 'its secret is missing', 'add aws_secret_access_key');
    if (hasSecret && !hasId)
        warn('aws_secret_access_key', 'the key is missing', 'add aws_access_key_id');
    if (values.propagate_lakeformation_tags && values.extract_lakeformation_tags !== true) {
        const why = 'extract_lakeformation_tags is off';
        warn('propagate_lakeformation_tags', why, 'set extract_lakeformation_tags, or remove it');
    }
    if (roles.length === 0)
        return;
    if (hasId && hasSecret)
        warn('aws_role', 'access keys go before roles', 'remove the keys or the role');
    else if (filled(values.aws_profile) !== null)
        warn('aws_role', 'a profile goes before roles', 'remove one of them');
}
/** Old names work; both names at once are an error, as with the peer. */
function checkRenamed(config, context) {
    let valid = true;
    for (const [name, known] of Object.entries(glue/* GLUE_OPTIONS */.b)) {
        const entry = (0,config_node/* entryOf */.Ms)(config, name);
        if (!('renamedTo' in known) || entry === undefined)
            continue;
        const both = (0,config_node/* entryOf */.Ms)(config, known.renamedTo) !== undefined;
        context.tell(entry.key.at, both ? 'error' : 'warning', {
            code: both ? 'renamed-twice' : 'deprecated-name',
            message: both ? `'${name}' and '${known.renamedTo}' are the same option` : `'${name}' is an old name`,
            cure: both ? `remove '${name}'` : `write '${known.renamedTo}'`
        });
        valid &&= !both;
    }
    return valid;
}

;// CONCATENATED MODULE: ./lib/recipe/read-recipe.js












/** The tree of a recipe, variables filled in, as a valid recipe. */
function readRecipe(root, input, context) {
    const where = { where: config_option/* TOP */.wv, unknown: 'error', misplaced: (key) => topLevelHint(key) };
    const pipeline = (0,config_option/* readOptions */.Tt)(root, options_pipeline/* PIPELINE_OPTIONS */.cc, where, context);
    const source = readSource(root, context);
    const sink = readSink(root, input, context);
    if (pipeline === types/* INVALID */.uY || source === types/* INVALID */.uY || sink === types/* INVALID */.uY)
        return types/* INVALID */.uY;
    const transformers = pipeline.transformers ?? [];
    const stateful = readStateful({
        settings: source.stateful,
        pipelineName: pipeline.pipeline_name,
        datahubApi: connectionOrNull(pipeline.datahub_api),
        sink
    }, root, context);
    if (stateful === types/* INVALID */.uY)
        return types/* INVALID */.uY;
    if (sink.type !== 'datahub-rest' && !checkTransformers(transformers, root, context))
        return types/* INVALID */.uY;
    return {
        file: input.file,
        pipelineName: pipeline.pipeline_name,
        runId: pipeline.run_id === '' ? null : pipeline.run_id,
        source,
        sink,
        flags: flagsOf(pipeline.flags),
        stateful,
        reporting: pipeline.reporting.flatMap((one) => one ?? []),
        failureLog: failureLogOf(pipeline.failure_log),
        transformers,
        asWritten: input.asWritten
    };
}
/** Without a name it has the peer's (run/sink_callback.py). */
const failureLogOf = (log) => (log?.enabled === true ? (log.log_config?.filename ?? 'failed_events.json') : null);
/** Without a GMS there is nobody to ask what DataHub holds. */
function checkTransformers(transformers, root, context) {
    const node = (0,config_node/* entryOf */.Ms)(root, 'transformers')?.value;
    const asking = transformers.flatMap((options, index) => (asksDatahub(options) ? [index] : []));
    for (const index of asking) {
        const place = node?.kind === 'list' ? (node.items[index] ?? node) : root;
        context.tell(place.at, 'error', {
            code: 'needs-datahub',
            message: 'this transformer has to ask DataHub what it holds, and the sink is none that could be asked',
            cure: 'use the sink datahub-rest, or leave out `semantics: PATCH` and names of domains'
        });
    }
    return asking.length === 0;
}
function topLevelHint(key) {
    if (key === 'type' || key === 'config')
        return 'source or sink';
    if (key === 'deployment')
        return '`datahub ingest deploy`, which alone reads it';
    return placeOf(key, config_option/* TOP */.wv);
}
const flagsOf = (flags) => ({
    generateBrowsePathV2: flags === null || (flags.generate_browse_path_v2 && !flags.generate_browse_path_v2_dry_run),
    setSystemMetadata: flags?.set_system_metadata ?? true,
    setSystemMetadataPipelineName: flags?.set_system_metadata_pipeline_name ?? true
});
function readSource(root, context) {
    const node = (0,config_node/* entryOf */.Ms)(root, 'source')?.value;
    if (node === undefined) {
        context.tell(root.at, 'error', {
            code: 'missing-key',
            message: "the recipe has no 'source'",
            cure: 'add `source:` with `type: glue` and `config:` below it'
        });
        return types/* INVALID */.uY;
    }
    if (node.kind !== 'map')
        return (0,types/* mismatch */.J4)(node, 'a mapping with `type` and `config`', context);
    const where = { where: 'source', unknown: 'error', misplaced: (key) => placeOf(key, 'source') };
    const source = (0,config_option/* readOptions */.Tt)(node, options_pipeline/* SOURCE_OPTIONS */.xK, where, context);
    const type = (0,config_node/* entryOf */.Ms)(node, 'type')?.value;
    if (source !== types/* INVALID */.uY && source.type !== 'glue' && !(0,config_node/* isOpen */.nT)(type ?? node)) {
        return otherSource(source.type, type ?? node, context);
    }
    const options = read_recipe_readConfig(node, context);
    return source === types/* INVALID */.uY ? types/* INVALID */.uY : options;
}
/** The peer ends without a `config`; here it is at least said. */
function read_recipe_readConfig(node, context) {
    const config = (0,config_node/* entryOf */.Ms)(node, 'config');
    if (config?.value.kind === 'map')
        return readGlueOptions(config.value, context);
    const isEmpty = config?.value.kind === 'scalar' && config.value.type === 'null';
    if (config !== undefined && !isEmpty)
        return (0,types/* mismatch */.J4)(config.value, 'a mapping', context);
    const cure = 'add `config:` below `source:`, with `aws_region` in it';
    context.tell(config?.key.at ?? node.at, 'error', { code: 'missing-key', message: 'the source has no config', cure });
    return types/* INVALID */.uY;
}
function otherSource(type, place, context) {
    const name = place.kind === 'scalar' ? (0,config_node/* shown */.SP)(place) : 'of this kind';
    const isKnown = OTHER_SOURCES.includes(type) || /[.:]/.test(type);
    const near = isKnown ? null : (0,suggest/* suggest */.Z)(type, ['glue', ...OTHER_SOURCES]);
    context.tell(place.at, 'error', {
        code: 'unknown-source',
        message: isKnown
            ? `the source ${name} is DataHub's, and this program runs recipes for AWS Glue only`
            : `there is no source ${name}`,
        cure: near === null ? 'write `type: glue`, or run this recipe with `datahub ingest`' : `did you mean '${near}'?`
    });
    return types/* INVALID */.uY;
}

;// CONCATENATED MODULE: ./lib/recipe/parse.js











/** Reads a recipe: text → tree → variables → options. All problems are told at once, each with its place and its cure. */
function parseRecipe(input) {
    const { file, text } = input;
    const likely = (0,recipe_secrets/* likelySecrets */.gc)(text);
    const document = (0,yaml/* parseConfigFile */.me)({ file, text });
    if (!document.ok)
        return (0,result/* err */._)(document.error.map((told) => withoutSecrets(told, likely)));
    const { root: written, warnings } = document.value;
    const root = input.held?.root ?? written;
    if (root === null || root.kind !== 'map')
        return (0,result/* err */._)([notARecipe(file, root)]);
    const values = input.values ?? new Map();
    const { env, declared } = input;
    const limited = input.held?.limited;
    const expanded = (0,expand/* expandTree */.r)(root, { file, env, limited, declared, mayBeOpen: openVariables(input), values });
    const reading = new Reading(file, input.mode === 'validate' ? 'error' : 'warning');
    const asWritten = (0,config_node/* toJson */.aB)(root);
    const recipe = readRecipe(refuseDirectives(expanded.root, reading), { ...input, asWritten }, reading);
    if (input.mode === 'validate')
        lintRecipe(expanded.root, reading);
    const secrets = [...new Set([...(0,recipe_secrets/* secretsOf */.Fj)(expanded.root), ...(0,recipe_secrets/* secretsAmong */.o0)(values.values())])];
    const diagnostics = [...warnings, ...expanded.problems, ...reading.diagnostics]
        .map((told) => withoutSecrets(told, [...secrets, ...likely]))
        .sort(diagnostic/* compareDiagnostics */.oV);
    if (recipe === types/* INVALID */.uY || (0,diagnostic/* hasErrors */.Cs)(diagnostics))
        return (0,result/* err */._)(diagnostics);
    return (0,result.ok)({ recipe, references: expanded.references, diagnostics, secrets });
}
function openVariables({ mode, declared }) {
    if (mode === 'ingest')
        return () => false;
    if (declared === undefined)
        return () => true;
    const names = new Set(declared);
    return (name) => names.has(name);
}
function notARecipe(file, root) {
    const at = root?.at ?? { line: 1, column: 1 };
    const message = root === null ? 'the file is empty' : 'a recipe is a mapping with `source` and `sink`';
    const cure = 'begin with `source:`, `type: glue` below it';
    return { file, ...at, severity: 'error', code: root === null ? 'empty-file' : 'not-a-recipe', message, cure };
}
/** Values from variables and of secret options are never told; this is for a secret that stands where none belongs. */
function withoutSecrets(told, secrets) {
    const hide = (text) => secrets.reduce((hidden, secret) => (secret.length < 4 ? hidden : hidden.replaceAll(secret, model_secret/* HIDDEN */.R)), text);
    const hidden = { ...told, message: hide(told.message) };
    return told.cure === undefined ? hidden : { ...hidden, cure: hide(told.cure) };
}
/** Collects what is told while one file is read. */
class Reading {
    diagnostics = [];
    ignoredKeys;
    #file;
    constructor(file, ignoredKeys) {
        this.#file = file;
        this.ignoredKeys = ignoredKeys;
    }
    tell({ line, column }, severity, told) {
        this.diagnostics.push({ file: this.#file, line, column, severity, ...told });
    }
}


/***/ }),

/***/ 6482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G1: () => (/* binding */ markReferences),
/* harmony export */   MC: () => (/* binding */ marksIn),
/* harmony export */   ln: () => (/* binding */ faultOfTarget),
/* harmony export */   zw: () => (/* binding */ withoutMarks)
/* harmony export */ });
/* harmony import */ var _expand_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1018);

/** Braces inside are those of variables: `${ssm:/datahub/${STAGE}/token}`. */
const REFERENCE = /(?<!\\)\$\{(ssm|secretsmanager):((?:[^{}]|\$\{[^{}]*\})+)\}/gu;
const MARK = /\uE000(\d+)\uE001/gu;
/** What the peer's expansion knows behind a colon: an operator, or the numbers of a slice (expand-text.ts). */
const OF_A_VARIABLE = /^(?:[-?=+]|\s*[+-]?\d+\s*(?::\s*[+-]?\d*\s*)?$)/u;
/**
 * Finds the references of a text. What DataHub's own expansion understands stays a variable: `${ssm:-x}`, `${ssm:1:2}`,
 * and everything of a variable that is really called `ssm`. Any other `${ssm:…}` means an empty text there.
 */
function markReferences(text, variables) {
    const references = [];
    const problems = [];
    const marked = text.replace(REFERENCE, (whole, service, operand) => {
        if (variables.has(service) || OF_A_VARIABLE.test(operand))
            return whole;
        const inner = (0,_expand_text_js__WEBPACK_IMPORTED_MODULE_0__/* .expandText */ .w)(operand, variables);
        problems.push(...inner.problems);
        references.push({ target: targetOf(service, inner.value), text: `\${${service}:${inner.value}}` });
        return `\uE000${references.length - 1}\uE001`;
    });
    return { marked, references, problems };
}
function targetOf(service, operand) {
    if (service === 'ssm')
        return { service, name: operand.trim() };
    const hash = operand.indexOf('#');
    const [name, key] = hash < 0 ? [operand, null] : [operand.slice(0, hash), operand.slice(hash + 1)];
    return { service: 'secretsmanager', name: name.trim(), key };
}
/** The numbers of the marks that are left in a text after its variables were filled in. */
const marksIn = (text) => [...text.matchAll(MARK)].map(([, index]) => Number(index));
/** The text with its marks replaced. */
const withoutMarks = (text, lookUp) => text.replace(MARK, (_mark, index) => lookUp(Number(index)));
const PARAMETER = /^[\w./:-]+$/u;
const SECRET = /^[\w/+=.@:-]+$/u;
/** Why AWS would not even look for it; null: it may be there. */
function faultOfTarget(target) {
    if (target.service === 'ssm') {
        const cure = `write it as \${ssm:/path/name} or \${ssm:/path/name:version}`;
        return PARAMETER.test(target.name) ? null : { message: 'names no parameter', cure };
    }
    const cure = `write it as \${secretsmanager:name} or \${secretsmanager:name#json-key}`;
    return SECRET.test(target.name) && target.key !== '' ? null : { message: 'names no secret', cure };
}


/***/ }),

/***/ 5335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   _o: () => (/* binding */ hasSecretName),
/* harmony export */   gc: () => (/* binding */ likelySecrets),
/* harmony export */   io: () => (/* binding */ isSecretHeader),
/* harmony export */   o0: () => (/* binding */ secretsAmong)
/* harmony export */ });
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);

/** Options that hold a secret, wherever they stand (the peer's configuration/common.py REDACT_KEYS, without mere names). */
const SECRET_KEY = /^(?:password|token|secret|connection_string)$|[_-](?:password|token|secret|key|connection[_-]string)$/;
/** Headers that let somebody in. */
const SECRET_HEADER = /auth|token|cookie|secret|key|password/i;
/** The password of an address such as http://user:password@host. */
const ADDRESS_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#:@]*:([^/?#@]+)@/i;
/** `Bearer …`, `Basic …`: what follows is the secret proper. */
const SCHEME = /^[A-Za-z]+\s+(\S.*)$/;
/** Whether an option holds a secret, by its name. */
const hasSecretName = (option) => SECRET_KEY.test(option);
/** Whether a header holds a secret, by its name. */
const isSecretHeader = (header) => SECRET_HEADER.test(header);
/**
 * The values of a recipe that must not be shown: those of options and headers whose names say so, whether written down
 * or filled in, and passwords in addresses. Regions, addresses and names are none, wherever they come from.
 */
function secretsOf(root) {
    const secrets = new Set();
    visit(root, secrets, () => false);
    return [...secrets].filter((secret) => secret.trim() !== '');
}
const LEAST_MASKED = 4;
const WORD = /^(?:true|false|null|none|prod|dev)$/i;
/** Of values that AWS keeps, those that are masked: all but words that say nothing and would make every log unreadable. */
const secretsAmong = (values) => [...values].filter((value) => value.trim().length >= LEAST_MASKED && !WORD.test(value.trim()));
function visit(node, secrets, isSecret) {
    if (node.kind === 'list')
        for (const item of node.items)
            visit(item, secrets, () => false);
    if (node.kind !== 'map')
        return;
    for (const { key, value } of node.entries) {
        const name = (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)(key);
        if (value.kind === 'scalar')
            collect(value, secrets, SECRET_KEY.test(name) || isSecret(name));
        else
            visit(value, secrets, name === 'extra_headers' ? (header) => SECRET_HEADER.test(header) : () => false);
    }
}
function collect(node, secrets, isSecret) {
    if (node.open === true || node.type === 'null' || node.type === 'boolean')
        return;
    const value = String(node.value);
    const password = ADDRESS_PASSWORD.exec(value)?.[1];
    if (password !== undefined)
        secrets.add(password);
    if (!isSecret)
        return;
    secrets.add(value);
    const credential = SCHEME.exec(value)?.[1];
    if (credential !== undefined)
        secrets.add(credential);
}
/** It begins at the word and not before it: in one long line of letters that would take a lifetime. */
const WRITTEN = /(?:password|token|secret|[_-]key|authorization)["']?[ \t]*:[ \t]*["']?(?:(?:Bearer|Basic) +)?([^\s"'#,}]+)/gi;
const COMMENT = /^[ \t]*#.*$/gm;
const LEAST_LENGTH = 6;
/**
 * What looks like a secret in a text that may not even be YAML, by the word before it; to be left out of messages, and
 * too rough for anything else.
 */
function likelySecrets(text) {
    const values = [...text.replace(COMMENT, '').matchAll(WRITTEN)].map(([, value = '']) => value);
    return values.filter((value) => value.length >= LEAST_LENGTH && !value.startsWith('$'));
}


/***/ })

};
