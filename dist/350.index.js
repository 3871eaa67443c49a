export const id = 350;
export const ids = [350];
export const modules = {

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unlessAborted),
/* harmony export */   p: () => (/* binding */ withGrace)
/* harmony export */ });
/** How long what has been read may still be delivered after a run was cancelled. GitHub kills the process after 10 s. */
const GRACE_MS = 5_000;
/** Does `work` with a signal that follows `signal` after a moment of grace. */
async function withGrace(signal, clock, work) {
    const late = new AbortController();
    const done = new AbortController();
    const follow = () => {
        clock.sleep(GRACE_MS, done.signal).then(() => late.abort(), () => undefined);
    };
    if (signal.aborted)
        follow();
    else
        signal.addEventListener('abort', follow, { once: true });
    try {
        return await work(late.signal);
    }
    finally {
        signal.removeEventListener('abort', follow);
        done.abort();
    }
}
/**
 * Waits for `work` and not beyond `signal`; what it gives after that is handed to `tooLate`, to be put away.
 * @throws the signal's reason; whatever `work` throws.
 */
async function unlessAborted(work, signal, tooLate) {
    const done = new AbortController();
    const aborted = new Promise((_resolve, reject) => {
        const leave = () => {
            reject(signal.reason);
            work.then(tooLate, () => undefined);
        };
        if (signal.aborted)
            leave();
        else
            signal.addEventListener('abort', leave, { once: true, signal: done.signal });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        done.abort();
    }
}


/***/ }),

/***/ 8321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mcps: () => (/* binding */ mcps)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/fold.js + 1 modules
var report_fold = __webpack_require__(7360);
// EXTERNAL MODULE: ./lib/report/stop.js
var stop = __webpack_require__(8596);
// EXTERNAL MODULE: ./lib/sink/dead-letters.js
var dead_letters = __webpack_require__(4261);
// EXTERNAL MODULE: ./lib/sink/open.js + 12 modules
var sink_open = __webpack_require__(5328);
// EXTERNAL MODULE: ./lib/app/environment.js
var environment = __webpack_require__(7918);
// EXTERNAL MODULE: ./lib/app/grace.js
var grace = __webpack_require__(5131);
// EXTERNAL MODULE: ./lib/app/losses.js
var losses = __webpack_require__(5144);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/source/mcps/records.js
/** A text that is no JSON list, and no JSON value by itself. */
class NoJson extends Error {
}
const [QUOTE, BACKSLASH, COMMA, BRACKET] = ['"', '\\', ',', ']'].map((it) => it.charCodeAt(0));
const OPENING = new Set(['[', '{'].map((it) => it.charCodeAt(0)));
const CLOSING = new Set([']', '}'].map((it) => it.charCodeAt(0)));
const isSpace = (text) => text.trim() === '';
/**
 * The texts of the items of a JSON list that comes in pieces, each as soon as it is whole; what is no list is one text.
 * Never more of the list is in memory than one item and one piece. Whether an item is JSON is for the reader to find out.
 * @throws NoJson when the list breaks off, or something follows it
 */
async function* recordTexts(pieces) {
    let head = '';
    let list = null;
    for await (const piece of pieces) {
        if (list !== null) {
            yield* list.add(piece);
            continue;
        }
        head += piece;
        const begin = head.replace(/^\uFEFF/u, '').trimStart();
        if (!begin.startsWith('['))
            continue;
        list = new ItemSplitter();
        yield* list.add(begin.slice(1));
        head = '';
    }
    if (list === null)
        yield head.replace(/^\uFEFF/u, '');
    else
        list.end();
}
class ItemSplitter {
    /** What there is of the item that is not whole yet. */
    #open = [];
    #depth = 0;
    #inText = false;
    #isEscaped = false;
    #count = 0;
    /** @throws NoJson when the list has not ended */
    end() {
        if (!this.#isOver)
            throw new NoJson();
    }
    *add(piece) {
        let from = 0;
        for (let at = 0; at < piece.length && !this.#isOver; at++) {
            if (!this.#isEnd(piece.charCodeAt(at)))
                continue;
            const item = this.#item(piece.slice(from, at));
            if (item !== null)
                yield item;
            from = at + 1;
        }
        const rest = piece.slice(from);
        if (!this.#isOver)
            this.#open.push(rest);
        else if (!isSpace(rest))
            throw new NoJson();
    }
    /** Whether the list has ended. */
    get #isOver() {
        return this.#depth < 0;
    }
    /** Takes note of a character; whether an item ends with it. */
    #isEnd(code) {
        if (this.#inText)
            this.#passText(code);
        else if (code === QUOTE)
            this.#inText = true;
        else if (OPENING.has(code))
            this.#depth += 1;
        else if (CLOSING.has(code))
            this.#close(code);
        else
            return code === COMMA && this.#depth === 0;
        return this.#isOver;
    }
    /** What closes within an item is the item's own business. */
    #close(code) {
        if (this.#depth === 0 && code !== BRACKET)
            throw new NoJson();
        this.#depth -= 1;
    }
    #passText(code) {
        if (this.#isEscaped)
            this.#isEscaped = false;
        else if (code === BACKSLASH)
            this.#isEscaped = true;
        else if (code === QUOTE)
            this.#inText = false;
    }
    /** The item that ends here; null: there is none in the list. */
    #item(end) {
        const text = [...this.#open, end].join('');
        this.#open = [];
        if (this.#isOver && this.#count === 0 && isSpace(text))
            return null;
        this.#count += 1;
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/source/mcps/proposals.js


/** Names that become part of a request as they are. */
const NAME = /^[A-Za-z][A-Za-z0-9]*$/u;
const CHANGES = ['UPSERT', 'PATCH'];
const NO_JSON = { record: 0, message: 'it is no JSON: a file sink that broke off leaves none' };
/**
 * The proposals of a file in the peer's file-sink format (datahub/ingestion/sink/file.py), a list or one object, as it is
 * read, and what is wrong with each record that is none. Where the text is no JSON, a bad record of number 0 is the last.
 */
async function* proposalsIn(pieces) {
    let number = 0;
    try {
        for await (const text of recordTexts(pieces)) {
            number += 1;
            const record = parsed(text);
            if (record === undefined)
                throw new NoJson();
            const unit = unitOf(record);
            yield typeof unit === 'string' ? { record: number, message: unit } : { unit, pipelineName: pipelineOf(record) };
        }
    }
    catch (error) {
        if (!(error instanceof NoJson))
            throw error;
        yield NO_JSON;
    }
}
function pipelineOf(record) {
    const metadata = isObject(record) ? record.systemMetadata : undefined;
    const name = isObject(metadata) ? metadata.pipelineName : undefined;
    return typeof name === 'string' && name !== '' ? name : null;
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

;// CONCATENATED MODULE: ./lib/app/proposal-file.js





/** Bad records that are told one by one. */
const MOST_TOLD = 5;
/** Proposals that are handed on together. */
const PAGE = 500;
/**
 * Reads the file through to its end, so that nothing of a bad one is sent.
 * @throws AppError for a file that cannot be read, or holds anything but proposals.
 */
async function checkedFile(file, text) {
    const pipelines = new Set();
    const bad = [];
    let count = 0;
    for await (const read of proposalsIn(text())) {
        if (!('unit' in read))
            bad.push(read);
        else {
            count += 1;
            if (read.pipelineName !== null)
                pipelines.add(read.pipelineName);
        }
    }
    if (bad.length > 0)
        throw badFile(file, bad);
    return { count, pipelines };
}
/** What is no JSON to its end says nothing of its records. */
function badFile(file, all) {
    const broken = all.filter(({ record }) => record === 0);
    const bad = broken.length > 0 ? broken : all;
    const told = bad
        .slice(0, MOST_TOLD)
        .map(({ record, message }) => (record === 0 ? message : `record ${record}: ${message}`));
    const more = bad.length > MOST_TOLD ? `; and ${bad.length - MOST_TOLD} more` : '';
    return new errors/* AppError */.u(`${file} is no file of proposals: ${told.join('; ')}${more}`, {
        kind: 'input',
        code: 'bad-proposals',
        cure: 'Nothing was sent. Correct or remove these records, or write the file again with a file sink'
    });
}
/** What is no regular file, such as a pipe, can be read once only: its text is kept. */
async function openText(file, cwd) {
    const path = (0,external_node_path_.resolve)(cwd, file);
    const told = (error) => unreadable(file, cwd, error);
    try {
        if ((await (0,promises_.stat)(path)).isFile())
            return () => piecesOf(path, told);
        const text = await (0,promises_.readFile)(path, 'utf8');
        return async function* () {
            yield text;
        };
    }
    catch (error) {
        throw told(error);
    }
}
async function* piecesOf(path, told) {
    try {
        yield* (0,external_node_fs_.createReadStream)(path, 'utf8');
    }
    catch (error) {
        throw told(error);
    }
}
function unreadable(file, cwd, error) {
    const cure = `check the path; it is resolved against ${cwd}`;
    const message = `The file '${file}' cannot be read: ${(0,errors/* messageOf */.b)(error)}`;
    return new errors/* AppError */.u(message, { kind: 'input', code: 'file-not-readable', cure, cause: error });
}
async function* pagesOf(file, { text, count, signal }) {
    let page = [];
    let left = count;
    for await (const read of proposalsIn(text())) {
        left -= 1;
        if (!('unit' in read) || left < 0)
            break;
        page.push(read.unit);
        if (page.length < PAGE)
            continue;
        signal.throwIfAborted();
        yield page;
        page = [];
    }
    signal.throwIfAborted();
    if (page.length > 0)
        yield page;
    if (left !== 0)
        throw new errors/* AppError */.u(`${file} has changed while it was sent`, CHANGED);
}
const CHANGED = {
    kind: 'input',
    code: 'bad-proposals',
    cure: 'Let nothing write to the file meanwhile, and send it again'
};

// EXTERNAL MODULE: ./lib/app/run-id.js
var run_id = __webpack_require__(4426);
// EXTERNAL MODULE: ./lib/app/stateful/open-store.js + 2 modules
var open_store = __webpack_require__(6936);
// EXTERNAL MODULE: ./lib/app/stateful/untracked.js
var untracked = __webpack_require__(2195);
// EXTERNAL MODULE: ./lib/app/target.js
var target = __webpack_require__(4742);
;// CONCATENATED MODULE: ./lib/app/mcps.js













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
    const env = await (0,environment/* recipeEnvironment */.gl)(request, deps.env, cwd);
    const { sink: options, flags } = await (0,target/* targetOf */.$)('mcps', request, { ...deps, env });
    const text = await openText(request.file, cwd);
    const { count, pipelines } = await checkedFile(request.file, text);
    const stamp = { run, setSystemMetadata: flags.setSystemMetadata, setPipelineName: false };
    const { dryRun, outDir } = request;
    const sink = await (0,sink_open/* openSink */.A)(options, { env, cwd, clock, stdout, mask: deps.mask, emit, signal: late, dryRun, stamp });
    try {
        progress.sink = sink.report;
        deps.logger.info(`${count} proposals of ${request.file} to ${sink.report.target}, run ${run.runId}`);
        if (!dryRun)
            await leavePipelines(pipelines, { sink, options, run, clock, emit });
        const shownPath = (0,external_node_path_.join)(outDir, (0,losses/* letterFileOf */.g)(0));
        const kept = { path: (0,external_node_path_.resolve)(cwd, shownPath), shownPath, stamp, clock, emit };
        const letters = dryRun ? null : new dead_letters/* DeadLetters */.g(kept);
        const delivery = sink.sink.deliver(pagesOf(request.file, { text, count, signal }), emit);
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
/** What is sent again may be older than what a later run has written: the pipelines' next runs send everything. */
async function leavePipelines(pipelines, { sink, options, ...about }) {
    const { clock, emit, run } = about;
    for (const pipelineName of pipelines) {
        const store = (0,open_store/* sinksStore */.y6)({ sink: options, pipelineName }, { sink, clock, emit });
        if (store !== null)
            await (0,untracked/* leaveUntracked */.R)({ store, run: { ...run, pipelineName }, now: clock.now(), emit });
    }
}


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

/***/ 9495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isBreaking),
/* harmony export */   s: () => (/* binding */ Changes)
/* harmony export */ });
/** Tables kept by name of each sort: those that break something, and the others. */
const MOST = 500;
/** Whether who reads the table may notice: a column is gone, or is of another type. */
const isBreaking = ({ removed, retyped }) => removed.length + retyped.length > 0;
/** Counts what is otherwise than in the last run. Memory is bounded however much it is. */
class Changes {
    #isKnown = false;
    #counts = { new: 0, changed: 0, breaking: 0, unread: 0 };
    #breaking = [];
    #others = [];
    /** From now on nothing told means that nothing has changed. */
    begin() {
        this.#isKnown = true;
    }
    add(change, isRead) {
        this.#counts[change.kind] += 1;
        if (!isRead)
            this.#counts.unread += 1;
        if (isBreaking(change))
            this.#counts.breaking += 1;
        const list = isBreaking(change) ? this.#breaking : this.#others;
        if (list.length < MOST)
            list.push(change);
    }
    toReport() {
        if (!this.#isKnown)
            return null;
        const byUrn = (a, b) => (a.urn < b.urn ? -1 : 1);
        return { ...this.#counts, tables: [...this.#breaking.sort(byUrn), ...this.#others.sort(byUrn)] };
    }
}


/***/ }),

/***/ 5836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ noCounts),
/* harmony export */   c: () => (/* binding */ addCounts)
/* harmony export */ });
const NAMES = [
    'databases',
    'tables',
    'views',
    'filtered',
    'skipped',
    'produced',
    'written',
    'accepted',
    'unchanged',
    'rejected',
    'undelivered',
    'removed',
    'kept',
    'retried'
];
/** Counts of a run in which nothing has happened yet. */
function noCounts() {
    return {
        databases: 0,
        tables: 0,
        views: 0,
        filtered: 0,
        skipped: 0,
        produced: 0,
        written: 0,
        accepted: 0,
        unchanged: 0,
        rejected: 0,
        undelivered: 0,
        removed: 0,
        kept: 0,
        retried: 0
    };
}
/** The sum of both, name by name. */
function addCounts(a, b) {
    const sum = { ...a };
    for (const name of NAMES)
        sum[name] += b[name];
    return sum;
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   ZP: () => (/* binding */ STOP_CODE),
/* harmony export */   dc: () => (/* binding */ EXIT),
/* harmony export */   hm: () => (/* binding */ worstOf)
/* harmony export */ });
/* harmony import */ var _core_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(876);

/** Exit statuses. They are part of the interface: README.md lists them. */
const EXIT = {
    /** Done. */
    done: 0,
    /** It began, and anything was lost or failed (or warned, with `fail-on: warning`). */
    lost: 1,
    /** What the user wrote is wrong. */
    input: 2,
    /** It could not begin, or had to be stopped: identity, GMS, the whole catalogue denied. */
    cannotBegin: 3
};
/**
 * The verdict on one recipe's run: a pure function of what it reports.
 *
 * `fail-on` decides about runs that came to their end, and about nothing else: a run that was cancelled or that broke on
 * a defect is not made green by `never`. With `never` the status still says `failure`; only the exit status is 0.
 */
function verdictOf(run, failOn) {
    const stop = stopCode(run);
    if (stop !== EXIT.done)
        return { status: run.stopped?.kind === 'cancelled' ? 'cancelled' : 'failure', exitCode: stop };
    const lost = hasLost(run);
    const warned = failOn === 'warning' && hasWarned(run);
    if (!lost && !warned)
        return { status: 'success', exitCode: EXIT.done };
    return { status: 'failure', exitCode: failOn === 'never' ? EXIT.done : EXIT.lost };
}
/** The verdict on several runs: the worst of theirs. A cancelled one outweighs a failed one. */
function worstOf(verdicts) {
    return verdicts.reduce((worst, next) => ({
        status: RANK[next.status] > RANK[worst.status] ? next.status : worst.status,
        exitCode: Math.max(worst.exitCode, next.exitCode)
    }), { status: 'success', exitCode: EXIT.done });
}
const RANK = { success: 0, failure: 1, cancelled: 2 };
/** The exit status that a stop of each kind has. */
const STOP_CODE = {
    input: EXIT.input,
    'cannot-begin': EXIT.cannotBegin,
    cancelled: EXIT.lost,
    defect: EXIT.lost
};
function stopCode(run) {
    if ((0,_core_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrors */ .Cs)(run.diagnostics))
        return EXIT.input;
    if (run.stopped !== null)
        return STOP_CODE[run.stopped.kind];
    return isWholeCatalogueDenied(run) ? EXIT.cannotBegin : EXIT.done;
}
const isWholeCatalogueDenied = ({ databases }) => databases.length > 0 && databases.every((database) => database.listing === 'denied');
const hasLost = (run) => run.failures.length > 0 ||
    run.counts.rejected + run.counts.undelivered > 0 ||
    run.databases.some(({ listing }) => listing === 'incomplete' || listing === 'denied');
const hasWarned = (run) => run.warnings.length > 0 || run.diagnostics.some((diagnostic) => diagnostic.severity === 'warning');


/***/ }),

/***/ 9796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   i$: () => (/* binding */ formatNoun),
/* harmony export */   n1: () => (/* binding */ formatAchievement),
/* harmony export */   r4: () => (/* binding */ formatInstant)
/* harmony export */ });
/** `3911` → `3,911`. */
function formatCount(count) {
    return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 table`, `2 tables`; `plural` where an s does not do. */
function formatNoun(count, singular, plural = `${singular}s`) {
    return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds as `0.4 s`, `12.3 s`, `2 min 5 s` or `1 h 2 min`. */
function formatDuration(seconds) {
    const tenths = Math.round(seconds * 10) / 10;
    if (tenths < MINUTE)
        return `${tenths.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < HOUR)
        return `${Math.floor(whole / MINUTE)} min ${whole % MINUTE} s`;
    const minutes = Math.floor(whole / MINUTE);
    return `${Math.floor(minutes / MINUTE)} h ${minutes % MINUTE} min`;
}
/** Per second: `0.4`, `12`, `1,240`. */
function formatRate(perSecond) {
    return perSecond < 10 ? (Math.round(perSecond * 10) / 10).toString() : formatCount(perSecond);
}
/**
 * What a run achieved, in a line: `412 tables, 3,911 aspects written in 1.9 s`. Kinds of which there is nothing are left
 * out, tables excepted.
 */
function formatAchievement(counts, dryRun, seconds) {
    // What is sent from a file is no table.
    const isFile = counts.databases + counts.tables + counts.views === 0 && counts.produced > 0;
    const parts = isFile ? [] : [formatNoun(counts.tables, 'table')];
    if (counts.views > 0)
        parts.push(formatNoun(counts.views, 'view'));
    parts.push(...aspectParts(counts, dryRun));
    return `${parts.join(', ')} in ${formatDuration(seconds)}`;
}
function aspectParts(counts, dryRun) {
    if (dryRun)
        return [`${formatNoun(counts.produced - counts.unchanged, 'aspect')} to write`];
    const fates = ['written', 'accepted', 'unchanged', 'rejected', 'undelivered'];
    const present = fates.filter((fate) => counts[fate] > 0);
    const shown = present.length === 0 ? fates.slice(0, 1) : present;
    return shown.map((fate, i) => `${i === 0 ? formatNoun(counts[fate], 'aspect') : formatCount(counts[fate])} ${fate}`);
}
/** Cuts a text to at most `max` UTF-16 units, never between the halves of a surrogate pair. */
function clip(text, max) {
    if (text.length <= max)
        return text;
    const end = isHighSurrogate(text.charCodeAt(max - 2)) ? max - 2 : max - 1;
    return `${text.slice(0, end)}…`;
}
const isHighSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdbff;
/** `2026-11-23T04:17:09.000Z` → `2026-11-23 04:17:09 UTC`. */
const formatInstant = (iso) => iso.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');


/***/ }),

/***/ 8596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ stopOf),
/* harmony export */   g: () => (/* binding */ CANCELLED)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

/** What is said when the user or the runner stopped a run. */
const CANCELLED = {
    kind: 'cancelled',
    code: 'cancelled',
    message: 'The run was stopped before its end; what is counted as written stays written'
};
/**
 * What was thrown, as the reason why a run stopped: an AppError speaks for itself, and anything else is a defect of this
 * program. Once `signal` is aborted, whatever was thrown came of that.
 */
function stopOf(thrown, signal) {
    if (signal?.aborted === true)
        return CANCELLED;
    if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u) {
        const { kind, code, message, cure } = thrown;
        return { kind, code, message, ...(cure === undefined ? {} : { cure }) };
    }
    return {
        kind: 'defect',
        code: 'unexpected-error',
        message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(thrown),
        cure: 'This is a defect of this program: report it with the lines above, which log-level: debug makes more of'
    };
}


/***/ })

};
