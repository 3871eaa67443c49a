export const id = 257;
export const ids = [257];
export const modules = {

/***/ 4257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mcps: () => (/* binding */ mcps)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/recipe/parse.js + 43 modules
var parse = __webpack_require__(524);
// EXTERNAL MODULE: ./lib/report/fold.js + 2 modules
var report_fold = __webpack_require__(7504);
// EXTERNAL MODULE: ./lib/report/stop.js
var stop = __webpack_require__(8596);
// EXTERNAL MODULE: ./lib/sink/dead-letters.js
var dead_letters = __webpack_require__(4261);
// EXTERNAL MODULE: ./lib/sink/open.js + 16 modules
var sink_open = __webpack_require__(1827);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
;// CONCATENATED MODULE: ./lib/source/mcps/proposals.js


/** Names that become part of a request as they are. */
const NAME = /^[A-Za-z][A-Za-z0-9]*$/u;
const CHANGES = ['UPSERT', 'PATCH'];
/**
 * The proposals of a file in the peer's file-sink format (datahub/ingestion/sink/file.py): a list, or one object. Either
 * all of them or what is wrong with each that is none; a text that is no JSON is one bad record, of number 0.
 */
function proposalsIn(text) {
    let value;
    try {
        value = JSON.parse(text.replace(/^\uFEFF/u, ''));
    }
    catch {
        return (0,result/* err */._)([{ record: 0, message: 'it is no JSON: a file sink that broke off leaves none' }]);
    }
    const records = Array.isArray(value) ? value : [value];
    const units = [];
    const bad = [];
    for (const [index, record] of records.entries()) {
        const unit = unitOf(record);
        if (typeof unit === 'string')
            bad.push({ record: index + 1, message: unit });
        else
            units.push(unit);
    }
    return bad.length > 0 ? (0,result/* err */._)(bad) : (0,result.ok)(units);
}
/** The work unit of a record, or why it is none. */
function unitOf(record) {
    if (!isObject(record))
        return 'it is no object';
    if ('proposedSnapshot' in record) {
        return 'it is a snapshot (MCE); write the file with unpack_mces_into_mcps, or by this program';
    }
    const names = namesOf(record);
    if (typeof names === 'string')
        return names;
    const { changeType } = names;
    const content = contentOf(record.aspect);
    if (content === null)
        return 'its aspect has no content: {"json": …}';
    if (changeType === 'PATCH' && !isPatch(content))
        return 'its patch is no list of operations';
    if (changeType !== 'PATCH' && !isObject(content))
        return 'its aspect is no object';
    return { ...names, value: (0,json/* asciiJson */.i)(content) };
}
/** The names of a proposal; which entities and aspects there are is for GMS to say. */
function namesOf({ entityType, entityUrn, aspectName, changeType }) {
    if (typeof entityUrn !== 'string' || !entityUrn.startsWith('urn:li:'))
        return 'its entityUrn is no urn';
    if (typeof entityType !== 'string' || !NAME.test(entityType))
        return 'its entityType is no name of an entity type';
    if (typeof aspectName !== 'string' || !NAME.test(aspectName))
        return 'its aspectName is no name of an aspect';
    if (typeof changeType !== 'string' || !CHANGES.includes(changeType)) {
        return `its changeType is ${JSON.stringify(changeType ?? null)}; only ${CHANGES.join(' and ')} can be sent`;
    }
    return { urn: entityUrn, entityType: entityType, aspectName, changeType: changeType };
}
/** `{json}`, or as it is sent: `{value}` with JSON in a text. */
function contentOf(aspect) {
    if (!isObject(aspect))
        return null;
    const { json, value } = aspect;
    const content = json === undefined && typeof value === 'string' ? parsed(value) : json;
    return isObject(content) || Array.isArray(content) ? content : null;
}
/** A list of operations, or an object that holds one and says by what its lists are keyed (GenericJsonPatch). */
const isPatch = (content) => Array.isArray(content) || (isObject(content) && Array.isArray(content.patch));
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

// EXTERNAL MODULE: ./lib/app/environment.js
var environment = __webpack_require__(7918);
// EXTERNAL MODULE: ./lib/app/grace.js
var grace = __webpack_require__(5131);
// EXTERNAL MODULE: ./lib/app/load-recipe.js
var load_recipe = __webpack_require__(4034);
// EXTERNAL MODULE: ./lib/app/losses.js
var losses = __webpack_require__(5144);
// EXTERNAL MODULE: ./lib/app/run-id.js
var run_id = __webpack_require__(4426);
;// CONCATENATED MODULE: ./lib/app/mcps.js














/** Proposals that are handed on together. */
const PAGE = 500;
/** Bad records that are told one by one. */
const MOST_TOLD = 5;
/**
 * Sends a file of proposals to GMS, as `datahub ingest mcps` does, under a run id of its own (model/request.ts App). A file
 * that holds anything else is refused as a whole.
 */
async function mcps(request, deps) {
    const { clock, signal } = deps;
    const fold = new report_fold/* ReportFold */.s();
    const emit = (event) => {
        fold.add(event);
        deps.onEvent(event);
    };
    const run = { runId: (0,run_id/* makeRunId */.f)(clock, 'file'), pipelineName: null };
    const startedAt = new Date(clock.now()).toISOString();
    const begun = clock.monotonic();
    const progress = { sink: null, deadLetters: null };
    let stopped = null;
    try {
        await (0,grace/* withGrace */.p)(signal, clock, (late) => send(request, { deps, emit, late, run, progress }));
        stopped = signal.aborted ? stop/* CANCELLED */.g : null;
    }
    catch (thrown) {
        stopped = (0,stop/* stopOf */.E)(thrown, signal);
        if (stopped.kind === 'defect' && thrown instanceof Error)
            deps.logger.debug(thrown.stack ?? thrown.message);
    }
    const durationSeconds = Math.round(clock.monotonic() - begun) / 1000;
    const { dryRun, failOn, file } = request;
    const about = { ...run, recipe: file, dryRun, startedAt, durationSeconds, identity: null, diagnostics: [], failOn };
    return [fold.finish({ ...about, ...progress, stopped })];
}
async function send(request, { deps, emit, late, run, progress }) {
    const { cwd, clock, stdout, signal } = deps;
    const env = await (0,environment/* recipeEnvironment */.g)(request, deps.env, cwd);
    const { options, flags } = await targetOf(request, { ...deps, env });
    const units = await readUnits(request.file, cwd);
    const stamp = { run, setSystemMetadata: flags.setSystemMetadata, setPipelineName: false };
    const { dryRun, outDir } = request;
    const sink = await (0,sink_open/* openSink */.A)(options, { env, cwd, clock, stdout, emit, signal: late, dryRun, stamp });
    try {
        progress.sink = sink.report;
        deps.logger.info(`${units.length} proposals of ${request.file} to ${sink.report.target}, run ${run.runId}`);
        const shownPath = (0,external_node_path_.join)(outDir, (0,losses/* letterFileOf */.g)(0));
        const kept = { path: (0,external_node_path_.resolve)(cwd, shownPath), shownPath, stamp, clock, emit };
        const letters = dryRun ? null : new dead_letters/* DeadLetters */.g(kept);
        const delivery = sink.sink.deliver(pagesOf(units, signal), emit);
        const told = (report) => {
            progress.deadLetters = report;
        };
        // What the file held may be in that very place: it is replaced by what is left of it, and never just removed.
        await (0,losses/* keepLosses */.L)(delivery, letters, told, false);
    }
    finally {
        sink.close();
    }
}
/** A sink other than the server that the inputs name is that of a recipe. */
async function targetOf(request, { env, cwd, mask }) {
    const { recipe: file } = request;
    const parsed = file === null
        ? (0,parse/* parseRecipe */.C)({ file: 'mcps.yml', text: NO_RECIPE, env, mode: 'ingest', defaults: defaultsOf(request) })
        : (await (0,load_recipe/* recipeReader */._)(file, { env, cwd, inputs: request, mode: 'ingest' }))(new Map());
    if (parsed.ok && parsed.value.references.length === 0) {
        for (const secret of parsed.value.secrets)
            mask(secret);
        return { options: parsed.value.recipe.sink, flags: parsed.value.recipe.flags };
    }
    if (file === null) {
        const cure = 'Set gms-url (GMS_URL or DATAHUB_GMS_URL), and gms-token (DATAHUB_GMS_TOKEN) where GMS asks for one';
        throw new errors/* AppError */.u('No server is given to send to', { kind: 'input', code: 'no-gms', cure });
    }
    const [first] = parsed.ok ? [] : parsed.error;
    const message = first === undefined ? `${file} refers to values in AWS, which mcps does not read` : first.message;
    const place = first === undefined ? file : `${file}:${first.line}:${first.column}`;
    const cure = `'datahub-glue validate ${file}' tells all that is wrong`;
    throw new errors/* AppError */.u(`The sink cannot be taken from ${place}: ${message}`, { kind: 'input', code: 'bad-recipe', cure });
}
/** A recipe that says nothing of its sink. */
const NO_RECIPE = 'source: { type: glue, config: { aws_region: us-east-1 } }';
const defaultsOf = ({ gmsUrl, gmsToken }) => ({ gmsUrl, gmsToken: gmsToken?.reveal() ?? null });
/** @throws AppError for a file that cannot be read, or holds anything but proposals. */
async function readUnits(file, cwd) {
    let text;
    try {
        text = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8');
    }
    catch (error) {
        const cure = `check the path; it is resolved against ${cwd}`;
        const message = `The file '${file}' cannot be read: ${(0,errors/* messageOf */.b)(error)}`;
        throw new errors/* AppError */.u(message, { kind: 'input', code: 'file-not-readable', cure, cause: error });
    }
    const proposals = proposalsIn(text);
    if (proposals.ok)
        return proposals.value;
    const bad = proposals.error;
    const told = bad
        .slice(0, MOST_TOLD)
        .map(({ record, message }) => (record === 0 ? message : `record ${record}: ${message}`));
    const more = bad.length > MOST_TOLD ? `; and ${bad.length - MOST_TOLD} more` : '';
    throw new errors/* AppError */.u(`${file} is no file of proposals: ${told.join('; ')}${more}`, {
        kind: 'input',
        code: 'bad-proposals',
        cure: 'Nothing was sent. Correct or remove these records, or write the file again with a file sink'
    });
}
async function* pagesOf(units, signal) {
    for (let at = 0; at < units.length; at += PAGE) {
        signal.throwIfAborted();
        yield units.slice(at, at + PAGE);
    }
}


/***/ })

};
