export const id = 460;
export const ids = [460];
export const modules = {

/***/ 3855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ askGms),
/* harmony export */   c: () => (/* binding */ askRuns)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3252);
/* harmony import */ var _datahub_connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5215);
/* harmony import */ var _datahub_gms_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2577);
/* harmony import */ var _datahub_gms_config_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6013);
/* harmony import */ var _datahub_gms_probe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8929);
/* harmony import */ var _datahub_gms_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4924);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7918);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4742);









/**
 * Finds the DataHub that is meant, and lets `work` ask it.
 * @throws AppError (input) when none is named, (cannot-begin) when it cannot be reached.
 */
async function askGms(command, inputs, deps, work) {
    const env = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .recipeEnvironment */ .gl)(inputs, deps.env, deps.cwd);
    const { recipe, server } = await (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .serverOf */ .F)(command, inputs, { ...deps, env });
    const { cwd, clock, signal, onEvent } = deps;
    const { client, close } = await (0,_datahub_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connectGms */ .I)(server, server.maxThreads, { env, cwd, clock, signal, mask: deps.mask });
    try {
        await (0,_datahub_gms_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .probeGms */ .q)(client, server.server, onEvent);
        const shown = (0,_datahub_gms_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .shownServer */ .H)(server.server);
        return await work({
            recipe,
            client,
            reader: new _datahub_gms_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .GmsReader */ .z(client, { server: shown, clock, emit: onEvent }),
            server: shown
        });
    }
    finally {
        close();
    }
}
/**
 * Asks GMS about runs; gives the `value` of its answer.
 * @throws AppError (cannot-begin) with what GMS says.
 */
async function askRuns({ client, server }, action, body) {
    try {
        const answer = await client.runs(action, body, () => { });
        const value = answer.status === 200 ? (0,_datahub_gms_config_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(answer.text)?.value : undefined;
        if (value === undefined)
            throw refused(server, (0,_datahub_gms_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(answer));
        return value;
    }
    catch (error) {
        if (error instanceof _core_http_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr)
            throw refused(server, error.message);
        throw error;
    }
}
const refused = (server, why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`DataHub at ${server} does not tell of its runs: ${why}`, {
    kind: 'cannot-begin',
    code: 'gms-runs',
    cure: 'check that the token may manage ingestion, and that GMS is well'
});


/***/ }),

/***/ 4397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pipelineOf),
/* harmony export */   h: () => (/* binding */ forgetFingerprints)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _datahub_gms_config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6013);
/* harmony import */ var _report_history_aspects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1576);
/* harmony import */ var _state_checkpoint_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6636);
/* harmony import */ var _state_fingerprints_ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(898);





/** The pipeline that a run was of: that of the recipe, or else by the recipe that the run told; variables in it say nothing. */
async function pipelineOf(runId, { recipe, reader }) {
    if (recipe.pipelineName !== null)
        return recipe.pipelineName;
    const input = await reader.aspect((0,_report_history_aspects_js__WEBPACK_IMPORTED_MODULE_1__/* .requestUrn */ .TH)(runId), 'dataHubExecutionRequestInput');
    const args = input?.args;
    const told = isObject(args) && typeof args.recipe === 'string' ? (0,_datahub_gms_config_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(args.recipe) : null;
    const name = isObject(told) ? told.pipeline_name : undefined;
    return typeof name === 'string' && !name.includes('$') ? name : null;
}
/**
 * Has the next incremental run of a pipeline send everything: what DataHub holds is no longer what was acknowledged.
 * @returns whether it will; null when the pipeline is not known.
 */
async function forgetFingerprints({ client }, pipelineName, runId, { clock, logger }) {
    if (pipelineName === null)
        return null;
    const urn = (0,_state_checkpoint_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .checkpointUrn */ .Im)('datahub', pipelineName, _state_fingerprints_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .LEDGER_JOB */ .Q5);
    const aspect = (0,_state_fingerprints_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .begunAspect */ .e7)({ pipelineName, runId, now: clock.now() });
    try {
        const answer = await client.propose({ urn, entityType: 'dataJob', aspectName: _state_checkpoint_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .ASPECT */ .Rm, aspect }, () => { });
        if (answer.kind !== 'ok')
            logger.warning(`What was sent before could not be forgotten: ${answer.message}`);
        return answer.kind === 'ok';
    }
    catch (error) {
        logger.warning(`What was sent before could not be forgotten: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)}`);
        return false;
    }
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 4460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _ask_gms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3855);
/* harmony import */ var _forget_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4397);


/** Aspects that are named. */
const SAMPLE = 20;
/** Takes back what a run has written, as GMS does it for `datahub ingest rollback`. */
function rollback(request, deps) {
    const { runId, dryRun } = request;
    return (0,_ask_gms_js__WEBPACK_IMPORTED_MODULE_0__/* .askGms */ .b)('rollback', request, deps, async (gms) => {
        // Asked before it is rolled back with everything else.
        const pipeline = await (0,_forget_js__WEBPACK_IMPORTED_MODULE_1__/* .pipelineOf */ .g)(runId, gms);
        const value = await (0,_ask_gms_js__WEBPACK_IMPORTED_MODULE_0__/* .askRuns */ .c)(gms, 'rollback', { runId, dryRun, safe: true });
        const told = resultOf(isObject(value) ? value : {}, { server: gms.server, runId, dryRun });
        return { ...told, forgotten: dryRun ? true : await (0,_forget_js__WEBPACK_IMPORTED_MODULE_1__/* .forgetFingerprints */ .h)(gms, pipeline, runId, deps) };
    });
}
function resultOf(value, about) {
    const count = (name) => (typeof value[name] === 'number' ? value[name] : 0);
    const list = (name) => {
        const found = value[name];
        return Array.isArray(found) ? found.filter(isObject) : [];
    };
    const text = (row, name) => (typeof row[name] === 'string' ? row[name] : '');
    return {
        ...about,
        entities: count('entitiesAffected'),
        aspects: count('aspectsReverted'),
        hidden: count('aspectsAffected'),
        unsafe: list('unsafeEntities').map((row) => text(row, 'urn')),
        sample: list('aspectRowSummaries')
            .filter((row) => row.runId === about.runId)
            .slice(0, SAMPLE)
            .map((row) => ({ urn: text(row, 'urn'), aspect: text(row, 'aspectName') }))
    };
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 4742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ targetOf),
/* harmony export */   F: () => (/* binding */ serverOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _recipe_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3785);
/* harmony import */ var _load_recipe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4034);



/**
 * The recipe whose sink is meant; without one, a recipe that says nothing but the server that the inputs name.
 * @throws AppError (input) that says what is wrong with it.
 */
async function targetOf(command, inputs, { env, cwd, mask }) {
    const { recipe: file } = inputs;
    const parsed = file === null
        ? (0,_recipe_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecipe */ .C)({ file: 'sink.yml', text: NO_RECIPE, env, mode: 'ingest', defaults: defaultsOf(inputs) })
        : (await (0,_load_recipe_js__WEBPACK_IMPORTED_MODULE_2__/* .recipeReader */ ._s)(file, { env, cwd, inputs, mode: 'ingest' }))(new Map());
    if (parsed.ok && parsed.value.references.length === 0) {
        for (const secret of parsed.value.secrets)
            mask(secret);
        return parsed.value.recipe;
    }
    if (file === null) {
        const cure = 'Set gms-url (GMS_URL or DATAHUB_GMS_URL), and gms-token (DATAHUB_GMS_TOKEN) where GMS asks for one';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u('No server is given to send to', { kind: 'input', code: 'no-gms', cure });
    }
    const [first] = parsed.ok ? [] : parsed.error;
    const message = first === undefined ? `${file} refers to values in AWS, which ${command} does not read` : first.message;
    const place = first === undefined ? file : `${file}:${first.line}:${first.column}`;
    const cure = `'datahub-glue validate ${file}' tells all that is wrong`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`The sink cannot be taken from ${place}: ${message}`, { kind: 'input', code: 'bad-recipe', cure });
}
/** The same for what can be asked of a server only. @throws AppError (input) as above, or when the sink is none. */
async function serverOf(command, inputs, deps) {
    const recipe = await targetOf(command, inputs, deps);
    if (recipe.sink.type === 'datahub-rest')
        return { recipe, server: recipe.sink };
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`${command} asks DataHub, and the sink of ${inputs.recipe ?? 'the recipe'} is none`, {
        kind: 'input',
        code: 'needs-datahub',
        cure: 'give a recipe with the sink datahub-rest, or leave -c out and set GMS_URL'
    });
}
/** A recipe that says nothing of its sink. */
const NO_RECIPE = 'source: { type: glue, config: { aws_region: us-east-1 } }';
const defaultsOf = ({ gmsUrl, gmsToken }) => ({ gmsUrl, gmsToken: gmsToken?.reveal() ?? null });


/***/ }),

/***/ 1574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ guidOf),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _python_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);


/** The peer's datahub_guid (mce_builder.py): md5 of Python's compact JSON with sorted keys. `key` is flat. */
function guidOf(key) {
    const sorted = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1));
    const members = sorted.map(([name, value]) => `${(0,_python_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pythonJsonText */ .k)(name)}:${(0,_python_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pythonJsonText */ .k)(value)}`);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('md5', `{${members.join(',')}}`);
}
/** The peer's generate_hash (sql_parsing/sql_parsing_common.py, sqlglot_utils.py): SHA-256 in hexadecimal. */
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', text);


/***/ }),

/***/ 1576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ sourceInfo),
/* harmony export */   HS: () => (/* binding */ sourceUrn),
/* harmony export */   TH: () => (/* binding */ requestUrn),
/* harmony export */   XO: () => (/* binding */ requestResult),
/* harmony export */   ks: () => (/* binding */ isRequest),
/* harmony export */   uD: () => (/* binding */ requestInput)
/* harmony export */ });
/* harmony import */ var _datahub_guid_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1574);
/* harmony import */ var _datahub_urn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8568);
/* harmony import */ var _model_tool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1207);



/** Who ran it, as DataHub's user interface knows the CLI's runs. */
const EXECUTOR = '__datahub_cli_';
const VERSION = `${_model_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .TOOL */ .j.name} ${_model_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .TOOL */ .j.version}`;
/** Characters of a report's text. With the structured report beside it, GMS has to take the aspect in one request. */
const MOST_TEXT = 800_000;
/** The ingestion source that runs of a recipe belong to, whichever program runs it. */
const sourceUrn = (key) => `urn:li:dataHubIngestionSource:cli-${(0,_datahub_guid_js__WEBPACK_IMPORTED_MODULE_0__/* .guidOf */ .d)(keyOf(key))}`;
/** One run. A run id that is such a urn names the request of somebody who has asked for the run. */
const requestUrn = (runId) => (isRequest(runId) ? runId : `${REQUEST}${runId}`);
const REQUEST = 'urn:li:dataHubExecutionRequest:';
/** Whether somebody else keeps the source and the request of the run. */
const isRequest = (runId) => runId.startsWith(REQUEST);
/** `dataHubIngestionSourceInfo`. `recipe`: JSON, or empty when it is not to be shown. */
const sourceInfo = (key, recipe) => ({
    name: nameOf(key),
    type: 'glue',
    platform: (0,_datahub_urn_js__WEBPACK_IMPORTED_MODULE_2__/* .platformUrn */ .ty)('glue'),
    config: { recipe, version: VERSION, executorId: EXECUTOR }
});
/** `dataHubExecutionRequestInput`. `now`: milliseconds since the epoch. */
const requestInput = (key, recipe, now) => ({
    task: 'CLI Ingestion',
    args: { recipe, version: VERSION },
    executorId: EXECUTOR,
    requestedAt: now,
    source: { type: 'CLI_INGESTION_SOURCE', ingestionSource: sourceUrn(key) }
});
/** `dataHubExecutionRequestResult`. `text`: for people; its end is kept where it is long. */
const requestResult = (run, structured, text) => ({
    status: STATUS[run.status],
    startTimeMs: Date.parse(run.startedAt),
    durationMs: Math.round(run.durationSeconds * 1000),
    report: text.slice(-MOST_TEXT),
    structuredReport: {
        type: 'CLI_INGEST',
        serializedValue: JSON.stringify(structured, null, 2),
        contentType: 'application/json'
    }
});
const STATUS = { success: 'SUCCESS', failure: 'FAILURE', cancelled: 'CANCELLED' };
const keyOf = ({ pipelineName, platformInstance }) => ({
    type: 'glue',
    ...(pipelineName === null || pipelineName === '' ? {} : { pipeline_name: pipelineName }),
    ...(platformInstance === null ? {} : { platform_instance: platformInstance })
});
function nameOf({ pipelineName, platformInstance }) {
    const instance = platformInstance === null ? '' : ` (${platformInstance})`;
    const pipeline = pipelineName === null || pipelineName === '' ? '' : ` [${pipelineName}]`;
    return `[CLI] glue${instance}${pipeline}`;
}


/***/ })

};
