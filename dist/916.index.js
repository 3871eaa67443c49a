export const id = 916;
export const ids = [916];
export const modules = {

/***/ 5144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ keepLosses),
/* harmony export */   g: () => (/* binding */ letterFileOf)
/* harmony export */ });
/** The file of what a recipe's run has lost, by the recipe's place in the invocation; the design's name for the first. */
const letterFileOf = (index) => `dead-letters${index === 0 ? '' : `-${index + 1}`}.json`;
/**
 * Brings a delivery to its end and keeps what it lost, however it ends. `kept` is told before anything is thrown.
 * @throws whatever the delivery throws.
 */
async function keepLosses(delivery, letters, kept, replaces = true) {
    let isWhole = false;
    try {
        for await (const outcomes of delivery)
            await letters?.add(outcomes);
        isWhole = true;
    }
    finally {
        // What an earlier run lost is written again by a run that comes to its end.
        if (letters !== null)
            kept(await letters.end(replaces && isWhole));
    }
}


/***/ }),

/***/ 4426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeRunId)
/* harmony export */ });
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const SUFFIX_LENGTH = 6;
/** `glue-2026_11_23-04_17_09-x7k2pq`: the peer's form of a run id (pipeline_config.py), in UTC, with the source's type. */
function makeRunId(clock, source = 'glue') {
    const iso = new Date(clock.now()).toISOString();
    const time = iso
        .slice(0, 19)
        .replace('T', '-')
        .replaceAll(':', '_')
        .replace(/^(\d+)-(\d+)-(\d+)/, '$1_$2_$3');
    const suffix = Array.from({ length: SUFFIX_LENGTH }, () => ALPHABET[Math.floor(clock.random() * ALPHABET.length)]);
    return `${source}-${time}-${suffix.join('')}`;
}


/***/ }),

/***/ 6936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E4: () => (/* binding */ incapable),
  Ch: () => (/* binding */ openStore),
  y6: () => (/* binding */ sinksStore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/datahub/connect.js + 4 modules
var connect = __webpack_require__(5215);
// EXTERNAL MODULE: ./lib/datahub/gms-probe.js
var gms_probe = __webpack_require__(8929);
// EXTERNAL MODULE: ./lib/datahub/gms-answer.js
var gms_answer = __webpack_require__(2577);
// EXTERNAL MODULE: ./lib/datahub/gms-config.js
var gms_config = __webpack_require__(6013);
// EXTERNAL MODULE: ./lib/datahub/status-support.js
var status_support = __webpack_require__(6903);
// EXTERNAL MODULE: ./lib/state/checkpoint/checkpoint.js
var checkpoint = __webpack_require__(6636);
;// CONCATENATED MODULE: ./lib/state/checkpoint/datahub-store.js




const SYSTEM_ACTOR = 'urn:li:corpuser:__datahub_system';
/** Checkpoints as an aspect of a data job in DataHub (state_provider/datahub_ingestion_checkpointing_provider.py). */
class DatahubStore {
    #deps;
    constructor(deps) {
        this.#deps = deps;
    }
    get shown() {
        return `DataHub at ${this.#deps.server}`;
    }
    async read(job) {
        const { client, pipelineName, emit } = this.#deps;
        const wanted = { entityType: 'dataJob', aspectName: checkpoint/* ASPECT */.Rm, field: 'pipelineName', value: pipelineName };
        const answer = await client.latestValue({ urn: this.#urn(job), ...wanted }, emit);
        if (answer.status !== 200)
            throw new Error(`GMS says: ${(0,gms_answer/* messageOf */.bD)(answer)}`);
        return valueIn((0,gms_config/* parseJson */.qF)(answer.text));
    }
    /**
     * The job is kept out of searches as a removed one. The time in its status makes each write a change, so that DataHub's
     * own clean-up never takes the job away; servers that do not know that member would refuse it.
     */
    async write(job, aspect) {
        const { clock, gms } = this.#deps;
        const urn = this.#urn(job);
        const now = clock.now();
        const stamp = { lifecycleLastUpdated: { time: now, actor: SYSTEM_ACTOR } };
        const status = { removed: true, ...((0,status_support/* knowsLifecycle */.p)(gms) ? stamp : {}) };
        const entity = { urn, entityType: 'dataJob' };
        await this.#propose({ ...entity, aspectName: 'status', aspect: status, systemMetadata: { lastObserved: now } });
        await this.#propose({ ...entity, aspectName: checkpoint/* ASPECT */.Rm, aspect });
    }
    async #propose(proposal) {
        const answer = await this.#deps.client.propose(proposal, this.#deps.emit);
        if (answer.kind !== 'ok')
            throw new Error(`GMS says: ${answer.message}`);
    }
    #urn(job) {
        return (0,checkpoint/* checkpointUrn */.Im)('datahub', this.#deps.pipelineName, job);
    }
}
/** `{"value": {"values": [{"aspect": {"value": "…"}}]}}`: the aspect is JSON in a text. */
function valueIn(answer) {
    const values = member(member(answer, 'value'), 'values');
    if (!Array.isArray(values))
        throw new Error('GMS answers something that is no list of values');
    if (values.length === 0)
        return null;
    const text = member(member(values[0], 'aspect'), 'value');
    const aspect = typeof text === 'string' ? (0,gms_config/* parseJson */.qF)(text) : undefined;
    if (aspect === undefined)
        throw new Error('GMS answers an aspect that is no JSON');
    return aspect;
}
const member = (value, name) => typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/core/http-error.js
var http_error = __webpack_require__(3252);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/state/checkpoint/file-store.js





const INDENT = 4;
/** Checkpoints in a file of proposals (state_provider/file_ingestion_checkpointing_provider.py). */
class FileStore {
    #options;
    constructor(options) {
        this.#options = options;
    }
    get shown() {
        return `the file ${this.#options.shownPath}`;
    }
    async read(job) {
        const urn = this.#urn(job);
        for (const record of await this.#records()) {
            if (!isObject(record) || record.entityUrn !== urn || record.aspectName !== checkpoint/* ASPECT */.Rm)
                continue;
            const aspect = aspectOf(record);
            if (isObject(aspect) && aspect.pipelineName === this.#options.pipelineName)
                return aspect;
        }
        return null;
    }
    /** What else is in the file stays; it is replaced as a whole, so that there is always one that can be read. */
    async write(job, aspect) {
        const { path } = this.#options;
        const urn = this.#urn(job);
        const others = (await this.#records()).filter((record) => !isObject(record) || record.entityUrn !== urn);
        const entity = { entityType: 'dataJob', entityUrn: urn, changeType: 'UPSERT', aspectName: checkpoint/* ASPECT */.Rm };
        const text = (0,json/* escapeNonAscii */.A)(JSON.stringify([...others, { ...entity, aspect: { json: aspect } }], null, INDENT));
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        const part = `${path}.part`;
        try {
            await (0,promises_.writeFile)(part, text);
            await (0,promises_.rename)(part, path);
        }
        catch (error) {
            await (0,promises_.rm)(part, { force: true });
            throw error;
        }
    }
    async #records() {
        const text = await (0,promises_.readFile)(this.#options.path, 'utf8').catch((error) => {
            if ((0,http_error/* codeOf */.$N)(error) === 'ENOENT')
                return '[]';
            throw error;
        });
        const value = parsed(text);
        if (!Array.isArray(value))
            throw new Error('it is no list of proposals');
        return value;
    }
    #urn(job) {
        return (0,checkpoint/* checkpointUrn */.Im)('file', this.#options.pipelineName, job);
    }
}
/** `{json}`, or in the old form `{value}` with JSON in a text. */
function aspectOf({ aspect }) {
    if (!isObject(aspect))
        return undefined;
    return aspect.json ?? (typeof aspect.value === 'string' ? parsed(aspect.value) : undefined);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new Error('it is no JSON');
    }
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./lib/app/stateful/open-store.js






/**
 * Opens the place where the recipe keeps its state.
 * @throws AppError (cannot-begin) when the server cannot be reached, or keeps no state.
 */
async function openStore(recipe, stateful, deps) {
    const { provider } = stateful;
    const pipelineName = recipe.pipelineName ?? '';
    if (provider.type === 'file') {
        const path = (0,external_node_path_.resolve)(deps.cwd, provider.filename);
        return { store: new FileStore({ path, shownPath: provider.filename, pipelineName }), close: () => { } };
    }
    const { connection } = provider;
    const { sink, clock, emit } = deps;
    const isSink = connection === recipe.sink && sink.client !== null && sink.gms !== null;
    const opened = isSink
        ? { client: sink.client, gms: sink.gms, close: () => { } }
        : await connectedStore(connection, deps);
    const server = (0,gms_probe/* shownServer */.H)(connection.server);
    if (!opened.gms.statefulIngestionCapable) {
        opened.close();
        throw incapable(server);
    }
    const store = new DatahubStore({ client: opened.client, gms: opened.gms, server, pipelineName, clock, emit });
    return { store, close: opened.close };
}
/**
 * Where incremental runs note what the sink's server has acknowledged: with that server, so that the one is never lost
 * without the other. null: the sink is none, or one that keeps no state, or the recipe has no name to keep it under.
 */
function sinksStore(recipe, { sink, clock, emit }) {
    const { client, gms } = sink;
    if (recipe.sink.type !== 'datahub-rest' || client === null || gms === null || recipe.pipelineName === null)
        return null;
    const server = (0,gms_probe/* shownServer */.H)(recipe.sink.server);
    const { pipelineName } = recipe;
    return gms.statefulIngestionCapable ? new DatahubStore({ client, gms, server, pipelineName, clock, emit }) : null;
}
async function connectedStore(connection, deps) {
    const { client, close } = await (0,connect/* connectGms */.I)(connection, 1, deps);
    try {
        return { client, gms: await (0,gms_probe/* probeGms */.q)(client, connection.server, deps.emit), close };
    }
    catch (error) {
        close();
        throw error;
    }
}
/** @param server as it may be shown */
const incapable = (server) => new errors/* AppError */.u(`DataHub at ${server} keeps no state of ingestions`, {
    kind: 'cannot-begin',
    code: 'state-not-supported',
    cure: 'upgrade DataHub, or set `stateful_ingestion: {enabled: false}`'
});


/***/ }),

/***/ 2195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ leaveUntracked)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _state_fingerprints_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(898);


/**
 * Has the next incremental run of a pipeline send everything, since this run writes and does not note what. Where no run
 * has ever noted anything, nothing is written.
 */
async function leaveUntracked({ store, run, now, emit }) {
    try {
        if (!(0,_state_fingerprints_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .isLedger */ .SK)(await readOrNull(store)))
            return;
        await store.write(_state_fingerprints_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .LEDGER_JOB */ .Q5, (0,_state_fingerprints_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .begunAspect */ .e7)({ pipelineName: run.pipelineName ?? '', runId: run.runId, now }));
    }
    catch (error) {
        const message = `${NOT_FORGOTTEN.message}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)}`;
        emit({ type: 'failed', severity: 'warning', failure: { ...NOT_FORGOTTEN, message } });
    }
}
/** What cannot be read was not kept for this run. */
async function readOrNull(store) {
    try {
        return await store.read(_state_fingerprints_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .LEDGER_JOB */ .Q5);
    }
    catch {
        return null;
    }
}
const NOT_FORGOTTEN = {
    code: 'fingerprints-not-forgotten',
    message: 'What incremental runs of this pipeline have noted could not be taken back, though this run writes other things',
    cure: 'Run it again when DataHub is well, before the next incremental run'
};


/***/ }),

/***/ 6903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ knowsLifecycle)
/* harmony export */ });
/* harmony import */ var _gms_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6013);

/** From these versions on a status holds more than whether its entity is removed (the peer's auto_status_aspect.py). */
const LIFECYCLE = { core: [1, 7, 0], managed: [2, 1, 0] };
/** Whether this GMS knows the lifecycle of entities: members of a status that others refuse. */
const knowsLifecycle = (gms) => (0,_gms_config_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(gms, LIFECYCLE);


/***/ }),

/***/ 7360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ ReportFold)
});

// EXTERNAL MODULE: ./lib/report/changes.js
var changes = __webpack_require__(9495);
// EXTERNAL MODULE: ./lib/report/counts.js
var counts = __webpack_require__(5836);
// EXTERNAL MODULE: ./lib/report/exit-code.js
var exit_code = __webpack_require__(8456);
// EXTERNAL MODULE: ./lib/report/render/format.js
var format = __webpack_require__(9796);
// EXTERNAL MODULE: ./lib/report/sample.js
var sample = __webpack_require__(6774);
;// CONCATENATED MODULE: ./lib/report/groups.js


/** Different code and message pairs that are told apart; what comes after is counted under its code alone. */
const MAX_GROUPS = 500;
/** Longest message kept, in UTF-16 units: a server's HTML error page says no more after this. */
const MAX_MESSAGE = 2000;
const FURTHER = '(further messages)';
/** Failures of one severity, counted exactly by code and message. Memory is bounded however many there are. */
class FailureGroups {
    #groups = new Map();
    get isEmpty() {
        return this.#groups.size === 0;
    }
    add(failure) {
        const group = this.#groupOf(failure.code, (0,format/* clip */.$Q)(failure.message, MAX_MESSAGE));
        group.count += 1;
        if (failure.resource !== undefined)
            group.resources.add((0,format/* clip */.$Q)(failure.resource, MAX_MESSAGE));
        if (failure.cure !== undefined)
            group.cure = smaller(group.cure, failure.cure);
    }
    /** The most frequent first. */
    toList() {
        return [...this.#groups.values()]
            .sort((a, b) => b.count - a.count || (0,sample/* byCodeUnit */.X)(a.code, b.code) || (0,sample/* byCodeUnit */.X)(a.message, b.message))
            .map(({ code, message, cure, count, resources }) => ({
            code,
            message,
            ...(cure === undefined ? {} : { cure }),
            count,
            resources: resources.names()
        }));
    }
    #groupOf(code, message) {
        const known = this.#groups.get(keyOf(code, message));
        if (known !== undefined)
            return known;
        if (this.#groups.size < MAX_GROUPS || message === FURTHER)
            return this.#open(code, message);
        return this.#groupOf(code, FURTHER);
    }
    #open(code, message) {
        const group = { code, message, cure: undefined, count: 0, resources: new sample/* Sample */.$W() };
        this.#groups.set(keyOf(code, message), group);
        return group;
    }
}
/** What was left out, counted exactly by rule (or skip code) and kind. */
class FilteredGroups {
    #groups = new Map();
    /** `message` says why, where the rule's name does not; of several for a rule and kind one is kept, always the same. */
    add(rule, kind, name, message) {
        const key = keyOf(rule, kind);
        const group = this.#groups.get(key) ?? { rule, kind, message: undefined, count: 0, names: new sample/* Sample */.$W() };
        this.#groups.set(key, group);
        group.count += 1;
        group.names.add((0,format/* clip */.$Q)(name, MAX_MESSAGE));
        if (message !== undefined)
            group.message = smaller(group.message, (0,format/* clip */.$Q)(message, MAX_MESSAGE));
    }
    /** Ordered by rule and kind. */
    toList() {
        return [...this.#groups.values()]
            .sort((a, b) => (0,sample/* byCodeUnit */.X)(a.rule, b.rule) || (0,sample/* byCodeUnit */.X)(a.kind, b.kind))
            .map(({ rule, kind, message, count, names }) => ({
            rule,
            kind,
            ...(message === undefined ? {} : { message }),
            count,
            names: names.names()
        }));
    }
}
/** Retried requests, counted by service and reason. */
class RetryGroups {
    #counts = new Map();
    add(service, reason) {
        const known = this.#counts.get(keyOf(service, (0,format/* clip */.$Q)(reason, MAX_MESSAGE)));
        const kept = known === undefined && this.#counts.size >= MAX_GROUPS ? FURTHER : (0,format/* clip */.$Q)(reason, MAX_MESSAGE);
        const group = known ?? this.#counts.get(keyOf(service, kept)) ?? { service, reason: kept, count: 0 };
        this.#counts.set(keyOf(service, kept), group);
        group.count += 1;
    }
    /** The most frequent first. */
    toList() {
        return [...this.#counts.values()].sort((a, b) => b.count - a.count || (0,sample/* byCodeUnit */.X)(a.service, b.service) || (0,sample/* byCodeUnit */.X)(a.reason, b.reason));
    }
}
/** Of two texts always the same one, whichever came first. */
const smaller = (a, b) => (a === undefined || b < a ? b : a);
const keyOf = (a, b) => `${a}\u0000${b}`;

;// CONCATENATED MODULE: ./lib/report/fold.js





/**
 * Folds the events of one recipe's run into its report. Counts are exact; names are sampled; memory grows with the
 * number of databases and not with the number of tables.
 *
 * A database is `read` once, and its tables and views each once, as read, filtered or skipped; a database without a
 * `listing-ended` counts as one whose listing broke off.
 */
class ReportFold {
    #counts = (0,counts/* noCounts */.Y)();
    #databases = new Map();
    #groups = { failure: new FailureGroups(), warning: new FailureGroups(), notice: new FailureGroups() };
    #leftOut = new FilteredGroups();
    #retries = new RetryGroups();
    #changes = new changes/* Changes */.s();
    #removed = [];
    #kept = new FailureGroups();
    #databasesComplete = true;
    #isAccounted = false;
    /** Counts one event. Never throws. */
    add(event) {
        switch (event.type) {
            case 'databases-listed':
                this.#databasesComplete &&= event.complete;
                return;
            case 'read':
                this.#read(event.kind, event.database);
                return;
            case 'filtered':
                this.#leftOut.add(event.rule, event.kind, event.name);
                this.#leave('filtered', event);
                return;
            case 'skipped':
                this.#leftOut.add(event.failure.code, event.kind, event.name, event.failure.message);
                this.#leave('skipped', event);
                return;
            case 'failed':
                this.#groups[event.severity].add(event.failure);
                return;
            case 'listing-ended':
                this.#database(event.database).listing = event.listing;
                return;
            case 'jobs-listed':
                return;
            case 'changes-known':
                this.#changes.begin();
                return;
            case 'changed':
                this.#changes.add(event.change, event.isRead);
                return;
            case 'removed':
                this.#counts.removed += 1;
                this.#removed.push(event.urn);
                return;
            case 'kept':
                this.#counts.kept += 1;
                this.#kept.add({ ...event.failure, resource: event.urn });
                return;
            case 'produced':
                this.#counts.produced += event.count;
                return;
            case 'delivered':
                this.#counts[event.kind] += event.count;
                return;
            case 'retried':
                this.#counts.retried += 1;
                this.#retries.add(event.service, event.reason);
                return;
        }
    }
    /** The report of everything added so far. To be called when the run has ended, and again when more was added. */
    finish(end) {
        const { failOn, ...told } = end;
        const databases = [...this.#databases.values()].sort((a, b) => (0,sample/* byCodeUnit */.X)(a.name, b.name));
        this.#account(end, databases);
        const run = {
            ...told,
            counts: { ...this.#counts },
            databases,
            filtered: this.#leftOut.toList(),
            changes: this.#changes.toReport(),
            removed: this.#removed,
            kept: this.#kept.toList(),
            failures: this.#groups.failure.toList(),
            warnings: this.#groups.warning.toList(),
            notices: this.#groups.notice.toList(),
            retries: this.#retries.toList()
        };
        return { ...run, ...(0,exit_code/* verdictOf */.Vj)(run, failOn) };
    }
    #read(kind, database) {
        const report = this.#database(database);
        if (kind === 'database')
            this.#counts.databases += 1;
        else {
            const counted = kind === 'table' ? 'tables' : 'views';
            this.#counts[counted] += 1;
            report[counted] += 1;
        }
    }
    #leave(fate, event) {
        this.#counts[fate] += 1;
        if (event.kind === 'database')
            return;
        const report = event.database === undefined ? this.#ownerOf(event.name) : this.#database(event.database);
        if (report !== undefined)
            report[fate] += 1;
    }
    /** The known database that `database.table` is in; database names may hold dots too. */
    #ownerOf(name) {
        for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            const report = this.#databases.get(name.slice(0, dot));
            if (report !== undefined)
                return report;
        }
        return undefined;
    }
    #database(name) {
        const known = this.#databases.get(name);
        if (known !== undefined)
            return known;
        const report = {
            name,
            tables: 0,
            views: 0,
            filtered: 0,
            skipped: 0,
            listing: 'incomplete'
        };
        this.#databases.set(name, report);
        return report;
    }
    /** Adds what the numbers say and no event did: a loss never goes without a line that names it. */
    #account(end, databases) {
        if (this.#isAccounted)
            return;
        this.#isAccounted = true;
        const mismatch = mismatchOf(this.#counts, end.dryRun);
        if (mismatch !== null)
            this.#groups.failure.add(mismatch);
        if (!this.#groups.failure.isEmpty || end.stopped !== null)
            return;
        if (!this.#databasesComplete)
            this.#groups.failure.add(DATABASES_INCOMPLETE);
        for (const { name, listing } of databases) {
            const failure = LISTING_FAILURES[listing];
            if (failure !== null)
                this.#groups.failure.add({ ...failure, resource: name });
        }
        if (this.#counts.rejected + this.#counts.undelivered > 0)
            this.#groups.failure.add(NOT_DELIVERED);
    }
}
/**
 * Delivery is accounted: every work unit that entered the sink has left it in exactly one way. A dry run has no sink,
 * so there only what is unchanged leaves.
 */
function mismatchOf(counts, dryRun) {
    const { produced, written, accepted, unchanged, rejected, undelivered } = counts;
    const accounted = written + accepted + unchanged + rejected + undelivered;
    if (accounted === produced || (dryRun && accounted === unchanged))
        return null;
    return {
        code: 'accounting-mismatch',
        message: `${produced} work units were produced, and the fate of ${accounted} is known`,
        cure: 'Run it again; if it comes back, report it as a defect of this program together with report.json'
    };
}
const DATABASES_INCOMPLETE = {
    code: 'database-listing-incomplete',
    message: 'The list of databases broke off, so some may be missing'
};
const NOT_DELIVERED = { code: 'not-delivered', message: 'Some work units did not reach DataHub' };
const LISTING_FAILURES = {
    complete: null,
    empty: null,
    incomplete: { code: 'listing-incomplete', message: 'The list of its tables broke off, so some may be missing' },
    denied: { code: 'listing-denied', message: 'AWS refused the list of its tables' }
};


/***/ }),

/***/ 6774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ Sample),
/* harmony export */   X: () => (/* binding */ byCodeUnit)
/* harmony export */ });
/* unused harmony export SAMPLE_SIZE */
/** How many names a group shows; its count is exact all the same. */
const SAMPLE_SIZE = 10;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** 32-bit FNV-1a over UTF-16 units: spreads the sample over the alphabet without chance. */
function hashOf(text) {
    let hash = FNV_OFFSET;
    for (let i = 0; i < text.length; i += 1)
        hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
    return hash >>> 0;
}
/**
 * Up to `SAMPLE_SIZE` different names out of any number, in bounded memory. Which ones are kept depends on the names
 * alone and not on their order: databases are listed side by side, and a report must not change with the weather.
 */
class Sample {
    #kept = [];
    add(name) {
        const hash = hashOf(name);
        const last = this.#kept.at(-1);
        const full = this.#kept.length === SAMPLE_SIZE;
        if (full && last !== undefined && !before({ name, hash }, last))
            return;
        if (this.#kept.some((kept) => kept.name === name))
            return;
        if (full)
            this.#kept.pop();
        const at = this.#kept.findIndex((kept) => before({ name, hash }, kept));
        this.#kept.splice(at < 0 ? this.#kept.length : at, 0, { name, hash });
    }
    /** The names kept, ordered by code unit. */
    names() {
        return this.#kept.map((kept) => kept.name).sort(byCodeUnit);
    }
}
const before = (a, b) => a.hash < b.hash || (a.hash === b.hash && a.name < b.name);
/** Orders strings by code unit, the same on every machine. */
const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);


/***/ }),

/***/ 4683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ contentTypeOf)
/* harmony export */ });
/** The content type of a proposal's aspect: GMS tells a patch from an aspect by it. */
const contentTypeOf = ({ changeType }) => changeType === 'PATCH' ? 'application/json-patch+json' : 'application/json';


/***/ }),

/***/ 4261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ DeadLetters)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3085);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4722);





const INDENT = 4;
const LOST = new Set(['rejected', 'undelivered']);
/**
 * Keeps what was rejected or not delivered in a file of the peer's file-sink format, so that it can be sent again. It is
 * written as the losses come, beside its place, and takes its place at the end: an earlier file stays until then, and goes
 * when nothing was lost.
 */
class DeadLetters {
    #deps;
    #file = null;
    #count = 0;
    #isBroken = false;
    constructor(deps) {
        this.#deps = deps;
    }
    /** Keeps those of the outcomes that are losses. Never throws: a loss that cannot be kept is told. */
    async add(outcomes) {
        const lost = outcomes.filter(({ kind }) => LOST.has(kind));
        if (lost.length === 0 || this.#isBroken)
            return;
        await this.#attempt(async () => {
            this.#file ??= await this.#open();
            const now = this.#deps.clock.now();
            const records = lost.map(({ unit }) => JSON.stringify((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .z)(unit, this.#deps.stamp, now), null, INDENT));
            await this.#file.appendFile(`${this.#count === 0 ? '[\n' : ',\n'}${(0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeNonAscii */ .A)(records.join(',\n'))}`);
            this.#count += lost.length;
        });
    }
    /** Ends the file; null when nothing was lost. `replaces`: whether an earlier file has had its time. */
    async end(replaces) {
        const { path, shownPath } = this.#deps;
        await this.#attempt(async () => {
            if (this.#isBroken)
                return;
            if (this.#file !== null) {
                await this.#file.appendFile('\n]\n');
                await this.#file.close();
                this.#file = null;
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(partOf(path), path);
            }
            else if (replaces)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        });
        await this.#file?.close().catch(() => undefined);
        return this.#count === 0 || this.#isBroken ? null : { path: shownPath, count: this.#count };
    }
    async #open() {
        const { path } = this.#deps;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(partOf(path), 'w');
    }
    async #attempt(work) {
        try {
            await work();
        }
        catch (error) {
            this.#isBroken = true;
            const failure = {
                ...NOT_KEPT,
                message: `${NOT_KEPT.message}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error)}`,
                resource: this.#deps.shownPath
            };
            this.#deps.emit({ type: 'failed', severity: 'failure', failure });
        }
    }
}
const partOf = (path) => `${path}.part`;
const NOT_KEPT = {
    code: 'dead-letters-not-kept',
    message: 'What could not be delivered could not be kept in a file either',
    cure: 'Give this process a folder that it may write to and that has room (RUNNER_TEMP, or --out); run it again'
};


/***/ }),

/***/ 5328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ openSink),
  h: () => (/* binding */ startWriter)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/datahub/connect.js + 4 modules
var connect = __webpack_require__(5215);
// EXTERNAL MODULE: ./lib/datahub/gms-probe.js
var gms_probe = __webpack_require__(8929);
// EXTERNAL MODULE: ./lib/datahub/gms-reader.js
var gms_reader = __webpack_require__(4924);
;// CONCATENATED MODULE: ./lib/sink/announce.js
/** Counts outcomes in events, and names each work unit that GMS refused or that could not be sent. */
function announce(outcomes, emit) {
    const counts = new Map();
    for (const outcome of outcomes) {
        counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
        const failure = failureOf(outcome);
        if (failure !== null)
            emit({ type: 'failed', severity: 'failure', failure });
    }
    for (const [kind, count] of counts)
        emit({ type: 'delivered', kind, count });
}
/** A refusal is told with its record, which it is about; the reason why nothing could be sent is the same for many. */
function failureOf({ unit, kind, reason = 'no reason given' }) {
    if (kind !== 'rejected' && kind !== 'undelivered')
        return null;
    const resource = `${unit.urn} ${unit.aspectName}`;
    if (kind === 'rejected')
        return { ...REJECTED, resource: `${resource}: ${reason}` };
    return { ...UNDELIVERED, message: `Could not be sent: ${reason}`, resource };
}
const REJECTED = {
    code: 'gms-rejected',
    message: 'GMS refused it',
    cure: 'look at what GMS says of it; everything else in the same request was written'
};
const UNDELIVERED = {
    code: 'gms-undelivered',
    cure: 'run this again once GMS answers; what was written stays written'
};

;// CONCATENATED MODULE: ./lib/sink/blackhole.js

/** Swallows everything, which counts as written, as with the peer (sink/blackhole.py): to measure or to try a source. */
class BlackholeSink {
    async *deliver(units, emit) {
        for await (const page of units) {
            emit({ type: 'produced', count: page.length });
            const outcomes = page.map((unit) => ({ unit, kind: 'written' }));
            announce(outcomes, emit);
            yield outcomes;
        }
    }
}

// EXTERNAL MODULE: ./lib/sink/record.js
var record = __webpack_require__(4722);
;// CONCATENATED MODULE: ./lib/sink/console.js


/** Prints one proposal a line, as JSON in the file sink's shape. */
class ConsoleSink {
    #print;
    #stamp;
    #clock;
    constructor(print, stamp, clock) {
        this.#print = print;
        this.#stamp = stamp;
        this.#clock = clock;
    }
    async *deliver(units, emit) {
        for await (const page of units) {
            emit({ type: 'produced', count: page.length });
            const now = this.#clock.now();
            for (const unit of page)
                this.#print(`${JSON.stringify((0,record/* recordOf */.z)(unit, this.#stamp, now))}\n`);
            const outcomes = page.map((unit) => ({ unit, kind: 'written' }));
            announce(outcomes, emit);
            yield outcomes;
        }
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/sink/file.js






const INDENT = 4;
/**
 * Writes the peer's file-sink format (datahub/ingestion/sink/file.py), byte for byte as Python's json.dumps: a JSON array
 * of proposals whose aspects are plain JSON. It is written beside its place and moved there at the end, so that a run that
 * breaks off neither leaves half a file nor destroys an earlier one. Only then does anything count as written.
 */
class FileSink {
    #path;
    #stamp;
    #clock;
    #nestsText;
    /** @param nestsText whether aspects are texts within the JSON, as in the peer's old form */
    constructor(path, stamp, clock, nestsText = false) {
        this.#path = path;
        this.#stamp = stamp;
        this.#clock = clock;
        this.#nestsText = nestsText;
    }
    /**
     * The outcomes hold once the delivery has come to its end.
     * @throws AppError when the file cannot be written; whatever `units` throws.
     */
    async *deliver(units, emit) {
        const place = await this.#place();
        const file = await this.#ask(() => openNew(place.part));
        let count = 0;
        let whole = false;
        try {
            let separator = '[\n';
            for await (const page of units) {
                emit({ type: 'produced', count: page.length });
                count += page.length;
                if (page.length === 0)
                    continue;
                await this.#ask(() => file.appendFile(separator + this.#textOf(page)));
                separator = ',\n';
                yield page.map((unit) => ({ unit, kind: 'written' }));
            }
            await this.#ask(() => finish(file, count === 0 ? '[]' : '\n]', place));
            whole = true;
        }
        finally {
            if (!whole)
                await discard(file, place);
            if (count > 0)
                emit({ type: 'delivered', kind: whole ? 'written' : 'undelivered', count });
            if (count > 0 && !whole)
                emit({ type: 'failed', severity: 'failure', failure: { ...UNFINISHED, resource: this.#path } });
        }
    }
    #textOf(page) {
        const now = this.#clock.now();
        const records = page.map((unit) => JSON.stringify((0,record/* recordOf */.z)(unit, this.#stamp, now, this.#nestsText), null, INDENT));
        return (0,json/* escapeNonAscii */.A)(records.join(',\n'));
    }
    /** A link stays a link: what it points to is replaced. */
    async #place() {
        const known = await (0,promises_.stat)(this.#path).catch(() => null);
        if (known === null)
            return { part: `${this.#path}.part`, path: this.#path };
        if (!known.isFile())
            return { part: this.#path, path: this.#path };
        const path = await (0,promises_.realpath)(this.#path);
        return { part: `${path}.part`, path };
    }
    async #ask(work) {
        try {
            return await work();
        }
        catch (error) {
            throw new errors/* AppError */.u(`The file sink cannot write to ${this.#path}: ${(0,errors/* messageOf */.b)(error)}`, {
                kind: 'cannot-begin',
                code: 'file-sink',
                cure: 'give `filename` a path in a folder that this process may write to and that has room',
                cause: error
            });
        }
    }
}
const UNFINISHED = {
    code: 'file-not-written',
    message: 'The run broke off, so the file was not written; an earlier one stays as it was',
    cure: 'run this again once the cause is mended'
};
async function openNew(path) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    return (0,promises_.open)(path, 'w');
}
async function finish(file, end, { part, path }) {
    await file.appendFile(end);
    await file.close();
    if (part !== path)
        await (0,promises_.rename)(part, path);
}
/** Never throws: whatever ended the writing is what there is to say. */
async function discard(file, { part, path }) {
    await file.close().catch(() => undefined);
    if (part !== path)
        (0,external_node_fs_.rmSync)(part, { force: true });
}

;// CONCATENATED MODULE: ./lib/sink/none.js
/** The sink of a dry run: counts what would have been sent. Nothing leaves it, so it has no outcomes. */
class NoSink {
    async *deliver(units, emit) {
        for await (const page of units) {
            emit({ type: 'produced', count: page.length });
            yield [];
        }
    }
}

// EXTERNAL MODULE: ./lib/sink/rest/size.js
var size = __webpack_require__(8318);
;// CONCATENATED MODULE: ./lib/sink/rest/pack.js

/** The peer's limits of a request (rest_emitter.py): proposals, and bytes of the body as sent. */
const MAX_PROPOSALS = 200;
const MAX_BYTES = 15_728_640;
/** Whether a proposal is too large for any request of its own. */
const isTooLarge = (packed, limits) => packed.size + size/* ENVELOPE_BYTES */.h > limits.maxBytes;
/**
 * Gathers proposals into requests. Neighbours of one urn stay together where the limits allow it, so that few requests
 * have to wait for one another: the order of one urn's aspects is kept across requests (see Dispatcher).
 */
class Packer {
    #limits;
    #open = [];
    #bytes = size/* ENVELOPE_BYTES */.h;
    /** Where the last urn's run of neighbours begins in `#open`. */
    #runStart = 0;
    constructor(limits) {
        this.#limits = limits;
    }
    /** Takes one proposal; gives the request that became full by it, without it, or null. */
    add(packed) {
        const full = this.#isFullWith(packed) ? this.#cut(packed) : null;
        if (this.#open.at(-1)?.unit.urn !== packed.unit.urn)
            this.#runStart = this.#open.length;
        this.#open.push(packed);
        this.#bytes += packed.size + 1;
        return full;
    }
    /** The last request, or null when nothing is left. */
    flush() {
        const rest = this.#open;
        this.#restart([]);
        return rest.length === 0 ? null : rest;
    }
    #isFullWith(packed) {
        if (this.#open.length === 0)
            return false;
        return this.#open.length >= this.#limits.maxProposals || this.#bytes + packed.size > this.#limits.maxBytes;
    }
    /** Closes the request: before the run that `next` goes on with, if there is something before it and both fit together. */
    #cut(next) {
        const run = this.#open.at(-1)?.unit.urn === next.unit.urn ? this.#open.slice(this.#runStart) : [];
        const kept = this.#runStart > 0 && bytesOf(run) + next.size <= this.#limits.maxBytes ? run : [];
        const full = this.#open.slice(0, this.#open.length - kept.length);
        this.#restart(kept);
        return full;
    }
    #restart(open) {
        this.#open = open;
        this.#bytes = bytesOf(open);
        this.#runStart = 0;
    }
}
/** Bytes of a request that holds these and is to hold more: each is followed by a comma. */
const bytesOf = (open) => open.reduce((sum, { size }) => sum + size + 1, size/* ENVELOPE_BYTES */.h);

// EXTERNAL MODULE: ./lib/sink/stamp.js
var stamp = __webpack_require__(4960);
;// CONCATENATED MODULE: ./lib/sink/rest/breaker.js

/** Requests in a row of which nothing arrived, after all their retries, that end the delivery. */
const LIMIT = 5;
/** Ends a delivery that cannot succeed any more: a dead GMS, a token that is not accepted, something else in its place. */
class Breaker {
    #server;
    #lost = 0;
    #hasArrived = false;
    #reason = null;
    constructor(server) {
        this.#server = server;
    }
    /** Why the delivery ended early; null while it may go on. */
    get reason() {
        return this.#reason;
    }
    /** Ends the delivery because of something that nobody foresaw. */
    stop(thrown) {
        this.#reason ??= thrown instanceof Error ? thrown : new Error((0,errors/* messageOf */.b)(thrown));
    }
    /** Takes note of what became of a request. */
    note({ outcomes, stop }) {
        const arrived = outcomes.some(({ kind }) => kind !== 'undelivered');
        this.#hasArrived ||= arrived;
        this.#lost = arrived ? 0 : this.#lost + 1;
        if (stop !== null)
            this.#reason ??= this.#stopped(stop);
        const last = outcomes.findLast(({ kind }) => kind === 'undelivered')?.reason ?? 'no answer';
        if (this.#lost >= LIMIT)
            this.#reason ??= this.#opened(last);
    }
    #opened(last) {
        return new errors/* AppError */.u(`${LIMIT} requests in a row could not be delivered to ${this.#server}; the last: ${last}`, {
            kind: 'cannot-begin',
            code: 'gms-breaker-open',
            cure: 'look at the health, the load and the log of GMS, then run this again'
        });
    }
    #stopped(answer) {
        const message = answer.kind === 'ok' ? '' : answer.message;
        if (answer.kind === 'unauthorized')
            return this.#unauthorized(message);
        return new errors/* AppError */.u(`${this.#server} does not answer writes as GMS does: ${message}`, {
            kind: 'cannot-begin',
            code: 'gms-misrouted',
            cure: "set `server` to GMS's own address, past redirects and login pages; a redirected write would be lost"
        });
    }
    /** GMS answers `/config` to everyone: that a token is missing or wrong shows at the first write only. */
    #unauthorized(message) {
        const what = this.#hasArrived ? 'does not accept the token any more' : 'does not accept the token, or asks for one';
        return new errors/* AppError */.u(`${this.#server} ${what}: ${message}`, {
            kind: 'cannot-begin',
            code: 'gms-unauthorized',
            cure: this.#hasArrived
                ? 'the token may have expired during the run; give it a longer life'
                : 'set the sink’s `token` (input gms-token or DATAHUB_GMS_TOKEN) to an access token that has not expired and may write metadata'
        });
    }
}

;// CONCATENATED MODULE: ./lib/sink/rest/definition.js
/**
 * Whether a work unit makes something known that others refer to. GMS refuses values of a structured property whose
 * definition it has not stored before the request (the peer writes definitions past its sink for that reason: glue.py
 * _get_column_param_workunits).
 */
const isDefinition = ({ aspectName }) => aspectName === 'propertyDefinition';

;// CONCATENATED MODULE: ./lib/sink/rest/dispatcher.js
/**
 * Keeps a bounded number of requests under way. A request that holds a urn of another one under way waits for it, so that
 * the aspects of one urn arrive in the order in which they were made.
 */
class Dispatcher {
    #limit;
    #settle;
    #underWay = new Set();
    /** For each urn under way, the last request that holds it. */
    #byUrn = new Map();
    #settled = [];
    /** @param settle must not reject: nobody may be waiting when it does */
    constructor(limit, settle) {
        this.#limit = limit;
        this.#settle = settle;
    }
    /** Starts a request as soon as there is room for it and nothing before it has to be waited for. */
    async start(batch) {
        const urns = new Set(batch.map(({ unit }) => unit.urn));
        while (this.#underWay.size >= this.#limit)
            await Promise.race(this.#underWay);
        for (const urn of urns) {
            const before = this.#byUrn.get(urn);
            if (before !== undefined)
                await before;
        }
        const running = this.#run(batch).then(() => this.#end(running, urns));
        this.#underWay.add(running);
        for (const urn of urns)
            this.#byUrn.set(urn, running);
    }
    /** Waits until every request under way that holds one of these urns is settled. */
    async answered(batch) {
        for (const { unit } of batch)
            await this.#byUrn.get(unit.urn);
    }
    /** What has been settled since the last call. */
    take() {
        const settled = this.#settled;
        this.#settled = [];
        return settled;
    }
    /** Waits until one more request is settled; false when none is under way. */
    async next() {
        if (this.#underWay.size === 0)
            return false;
        await Promise.race(this.#underWay);
        return true;
    }
    /** Waits until no request is under way. */
    async idle() {
        await Promise.all(this.#underWay);
    }
    async #run(batch) {
        // The list is looked up only now: take() may have replaced it in the meantime.
        const settled = await this.#settle(batch);
        this.#settled.push(settled);
    }
    #end(request, urns) {
        this.#underWay.delete(request);
        for (const urn of urns)
            if (this.#byUrn.get(urn) === request)
                this.#byUrn.delete(urn);
    }
}

;// CONCATENATED MODULE: ./lib/sink/rest/settle.js
/** Why a work unit is undelivered that no request was made for. */
const NOT_TRIED = 'not tried any more';
/**
 * Server errors in a row after which they are no longer blamed on records. Halving 200 records down to one takes nine
 * requests, and each neighbour that GMS fails at too takes two more: a table has about ten aspects, whose urn they share.
 */
const PATIENCE = 40;
/**
 * Delivers one batch and finds the records in it that GMS refuses: a refused batch is halved until they are alone, and
 * everything else is written. A server error may be one record's doing, so it is halved too, but it is blamed on a record
 * only where GMS took or judged another one of the batch: where it did not, GMS is at fault, and what it said counts as
 * undelivered.
 */
async function settle(batch, send, done) {
    return new Settling(send, done).deliver(batch);
}
class Settling {
    #send;
    #done;
    #patience = PATIENCE;
    #first = true;
    /** Whether GMS took, or refused for a reason, anything of the batch. */
    #works = false;
    /** The records that were alone in a request that GMS answered with a server error. */
    #blamed = new Set();
    constructor(send, done) {
        this.#send = send;
        this.#done = done;
    }
    async deliver(batch) {
        const { outcomes, stop } = await this.#settle(batch);
        if (this.#works || this.#blamed.size === 0)
            return { outcomes, stop };
        const acquitted = (outcome) => this.#blamed.has(outcome) ? { ...outcome, kind: 'undelivered' } : outcome;
        return { outcomes: outcomes.map(acquitted), stop };
    }
    async #settle(batch) {
        if (this.#patience === 0)
            return ended(batch, 'undelivered', 'GMS answers every request with a server error');
        const answer = await this.#send(batch, this.#first);
        this.#first = false;
        switch (answer.kind) {
            case 'ok':
                this.#noteWorking();
                return ended(batch, this.#done);
            case 'faulty':
                this.#patience -= 1;
                return batch.length === 1 ? this.#blame(batch, answer.message) : this.#split(batch, answer.message);
            case 'rejected':
                this.#noteWorking();
                return this.#split(batch, answer.message);
            case 'too-large':
                return this.#split(batch, answer.message);
            case 'unavailable':
                return ended(batch, 'undelivered', answer.message);
            case 'unauthorized':
            case 'misrouted':
                return { ...ended(batch, 'undelivered', answer.message), stop: answer };
        }
    }
    #noteWorking() {
        this.#works = true;
        this.#patience = PATIENCE;
    }
    #blame(batch, message) {
        const settled = ended(batch, 'rejected', message);
        for (const outcome of settled.outcomes)
            this.#blamed.add(outcome);
        return settled;
    }
    /** One half after the other, which keeps the order of one urn's aspects. A record that is alone is the culprit. */
    async #split(batch, message) {
        if (batch.length === 1)
            return ended(batch, 'rejected', message);
        const middle = Math.ceil(batch.length / 2);
        const first = await this.#settle(batch.slice(0, middle));
        const rest = batch.slice(middle);
        const second = first.stop === null ? await this.#settle(rest) : ended(rest, 'undelivered', NOT_TRIED);
        return { outcomes: [...first.outcomes, ...second.outcomes], stop: first.stop ?? second.stop };
    }
}
/** The same fate for every work unit of a batch. */
function ended(batch, kind, reason) {
    const outcomes = batch.map(({ unit }) => (reason === undefined ? { unit, kind } : { unit, kind, reason }));
    return { outcomes, stop: null };
}

;// CONCATENATED MODULE: ./lib/sink/rest/rest-sink.js










/**
 * Writes to GMS, several requests at once, as fast as GMS takes them and no faster than they
 * are made. Every work unit that comes in leaves in one outcome. When GMS is dead or refuses the token, the work units
 * under way are given out as undelivered, no more are pulled, and the reason is thrown. When reading breaks off, what was
 * read is still delivered before its error is thrown.
 */
class RestSink {
    #settings;
    #writer;
    #clock;
    /** What the run's systemMetadata takes within each work unit. */
    #metadataBytes;
    constructor(settings, writer, clock) {
        this.#settings = settings;
        this.#writer = writer;
        this.#clock = clock;
        this.#metadataBytes = (0,json/* asciiJson */.i)({ ...this.#metadata() }).length;
    }
    /** @throws AppError of kind `cannot-begin` when the delivery had to be stopped; whatever `units` throws. */
    async *deliver(units, emit) {
        const { limits, parallel, server } = this.#settings;
        const breaker = new Breaker(server);
        const dispatcher = new Dispatcher(parallel, (batch) => this.#settle(batch, breaker, emit));
        const delivery = { breaker, dispatcher, packer: new Packer(limits), definitions: new Packer(limits) };
        try {
            yield* this.#send(units, delivery, emit);
        }
        finally {
            await leave(delivery, emit);
        }
        if (breaker.reason !== null)
            throw breaker.reason;
    }
    async *#send(units, delivery, emit) {
        const { breaker, dispatcher } = delivery;
        let broken = null;
        try {
            for await (const page of units) {
                emit({ type: 'produced', count: page.length });
                for (const batch of this.#pack(page, delivery))
                    await start(batch, dispatcher);
                yield* given(dispatcher, emit);
                if (breaker.reason !== null)
                    break;
            }
        }
        catch (thrown) {
            broken = { thrown };
        }
        for (const batch of rest(delivery))
            await start(batch, dispatcher);
        while (await dispatcher.next())
            yield* given(dispatcher, emit);
        yield* given(dispatcher, emit);
        if (broken !== null && breaker.reason === null)
            throw broken.thrown;
    }
    /** The requests that a page fills, each behind the definitions that were made before it. */
    *#pack(page, { packer, definitions }) {
        for (const unit of page) {
            const defines = isDefinition(unit);
            const full = (defines ? definitions : packer).add({ unit, size: this.#sizeOf(unit) });
            if (full === null)
                continue;
            const before = defines ? null : definitions.flush();
            if (before !== null)
                yield before;
            yield full;
        }
    }
    /** Only what is large is measured: as many as a request holds of anything else are within its limit whatever they are. */
    #sizeOf(unit) {
        const { wire, limits } = this.#settings;
        const most = wire.mostBytes(unit) + this.#metadataBytes;
        if (most * limits.maxProposals + size/* ENVELOPE_BYTES */.h <= limits.maxBytes)
            return most;
        return wire.request([unit], false, this.#metadata()).body.length - size/* ENVELOPE_BYTES */.h;
    }
    #metadata() {
        return (0,stamp/* systemMetadataOf */.k)(this.#settings.stamp, this.#clock.now());
    }
    /** Sends a batch in as many requests as the interface needs for it, one after the other. */
    async #settle(batch, breaker, emit) {
        const parts = this.#settings.wire.split(batch);
        const outcomes = [];
        for (const part of parts)
            outcomes.push(...(await this.#settlePart(part, breaker, emit)));
        return { outcomes, stop: null };
    }
    /** Never rejects: what was not foreseen ends the delivery like a dead GMS. */
    async #settlePart(batch, breaker, emit) {
        if (breaker.reason !== null)
            return ended(batch, 'undelivered', NOT_TRIED).outcomes;
        const { limits } = this.#settings;
        const [first] = batch;
        const asynchronous = this.#settings.asynchronous && !definesAny(batch);
        if (batch.length === 1 && first !== undefined && isTooLarge(first, limits)) {
            const size = `${first.size} bytes are more than the ${limits.maxBytes} that a request may have`;
            return ended(batch, 'rejected', size).outcomes;
        }
        const send = async (part, retryFaults) => {
            if (breaker.reason !== null)
                return { kind: 'unavailable', message: NOT_TRIED };
            return this.#writer.write({ units: part.map(({ unit }) => unit), asynchronous, retryFaults }, emit);
        };
        try {
            const settled = await settle(batch, send, asynchronous ? 'accepted' : 'written');
            breaker.note(settled);
            return settled.outcomes;
        }
        catch (error) {
            breaker.stop(error);
            return ended(batch, 'undelivered', (0,errors/* messageOf */.b)(error)).outcomes;
        }
    }
}
const definesAny = (batch) => batch.some(({ unit }) => isDefinition(unit));
/** What is left, definitions first. */
function* rest({ definitions, packer }) {
    for (const open of [definitions, packer]) {
        const batch = open.flush();
        if (batch !== null)
            yield batch;
    }
}
/** Starts a request. After definitions nothing else starts until GMS has answered: it knows only what it has stored. */
async function start(batch, dispatcher) {
    await dispatcher.start(batch);
    if (definesAny(batch))
        await dispatcher.answered(batch);
}
/** Gives out what was settled since the last time, after it was told in events: the consumer may leave in between. */
function* given(dispatcher, emit) {
    const settled = dispatcher.take();
    for (const { outcomes } of settled)
        announce(outcomes, emit);
    for (const { outcomes } of settled)
        yield outcomes;
}
/** Leaves no request running and no work unit untold, where the consumer went away before the end. */
async function leave(delivery, emit) {
    const { dispatcher } = delivery;
    for (const unsent of rest(delivery))
        announce(ended(unsent, 'undelivered', NOT_TRIED).outcomes, emit);
    await dispatcher.idle();
    for (const { outcomes } of dispatcher.take())
        announce(outcomes, emit);
}

// EXTERNAL MODULE: ./lib/sink/rest/writer.js + 5 modules
var rest_writer = __webpack_require__(5497);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
// EXTERNAL MODULE: ./lib/sink/rest/flat-units.js
var flat_units = __webpack_require__(8429);
;// CONCATENATED MODULE: ./lib/sink/rest/writer-thread.js




/**
 * Makes requests and sends them in a thread of its own, beside reading and mapping: what they cost is a third of a run
 * (ADR 0008). Of a thread that ends before its time every request fails, and what was in it counts as undelivered.
 */
class WriterThread {
    #worker;
    #waiting = new Map();
    #signal;
    #next = 0;
    #ended = null;
    #cancel = () => this.#worker.postMessage('cancel');
    /** `entry`: what the thread runs; it has to call serveWrites. */
    constructor(entry, setup, { signal, mask }) {
        this.#worker = new external_node_worker_threads_.Worker(entry, { workerData: setup, argv: [], stdin: false });
        this.#worker.on('message', (told) => ('mask' in told ? mask(told.mask) : this.#take(told)));
        this.#worker.on('error', (error) => this.#lost(error));
        this.#worker.on('exit', () => this.#lost(new Error('the thread that writes to DataHub has ended')));
        this.#signal = signal;
        (0,external_node_events_.setMaxListeners)(0, signal);
        if (signal.aborted)
            this.#cancel();
        else
            signal.addEventListener('abort', this.#cancel, { once: true });
    }
    write({ units, asynchronous, retryFaults }, emit) {
        return new Promise((answered, failed) => {
            if (this.#ended !== null)
                return failed(this.#ended);
            const id = this.#next++;
            this.#waiting.set(id, { emit, answered, failed });
            this.#worker.postMessage({ id, units: (0,flat_units/* flattened */.a)(units), asynchronous, retryFaults });
        });
    }
    close() {
        this.#signal.removeEventListener('abort', this.#cancel);
        void this.#worker.terminate();
    }
    #take(told) {
        const waiting = this.#waiting.get(told.id);
        if ('event' in told) {
            waiting?.emit(told.event);
            return;
        }
        this.#waiting.delete(told.id);
        if ('answer' in told)
            waiting?.answered(told.answer);
        else
            waiting?.failed(errorOf(told.failed));
    }
    #lost(error) {
        this.#ended ??= error;
        for (const { failed } of this.#waiting.values())
            failed(this.#ended);
        this.#waiting.clear();
    }
}
function errorOf({ message, known }) {
    if (known === null)
        return new Error(message);
    const { kind, code, cure } = known;
    return new errors/* AppError */.u(message, { kind, code, ...(cure === null ? {} : { cure }) });
}

;// CONCATENATED MODULE: ./lib/sink/open.js












/**
 * Makes the recipe's sink. GMS is asked who it is first, in a dry run too: it decides which aspects are made, and a run
 * that could not write should not look as if it could.
 * @throws AppError of kind `cannot-begin` when GMS cannot be reached or is none.
 */
async function openSink(options, deps) {
    switch (options.type) {
        case 'datahub-rest':
            return openRest(options, deps);
        case 'file': {
            const path = (0,external_node_path_.resolve)(deps.cwd, options.filename);
            const sink = deps.dryRun ? new NoSink() : new FileSink(path, deps.stamp, deps.clock, options.nestsText);
            return local(sink, 'file', options.filename);
        }
        case 'console': {
            const sink = deps.dryRun ? new NoSink() : new ConsoleSink(deps.stdout, deps.stamp, deps.clock);
            return local(sink, 'console', 'console');
        }
        case 'blackhole':
            return local(deps.dryRun ? new NoSink() : new BlackholeSink(), 'blackhole', 'blackhole');
    }
}
const local = (sink, type, target) => ({
    sink,
    report: { type, target, version: null },
    gms: null,
    reader: null,
    client: null,
    close: () => { }
});
async function openRest(options, deps) {
    const { client, close } = await (0,connect/* connectGms */.I)(options, options.maxThreads, deps);
    try {
        const gms = await (0,gms_probe/* probeGms */.q)(client, options.server, deps.emit);
        const report = { type: options.type, target: new URL(options.server).origin, version: gms.version };
        const reader = new gms_reader/* GmsReader */.z(client, { server: report.target, clock: deps.clock, emit: deps.emit });
        const base = { report, gms, reader, client };
        if (deps.dryRun)
            return { ...base, sink: new NoSink(), close };
        const writer = deps.writer ?? (0,rest_writer/* writerHere */.u)({ client, wire: (0,rest_writer/* wireOf */.b)(options), stamp: deps.stamp, clock: deps.clock });
        return { ...base, sink: restSink(options, writer, deps), close };
    }
    catch (error) {
        close();
        throw error;
    }
}
/**
 * Starts the thread that writes to GMS, where the sink has one and writes at all; null: nothing was started. It takes a
 * tenth of a second to begin, which is not to be waited for: it may be started before anything else is known to work.
 * @param thread this program's own file
 */
function startWriter(options, { stamp, env, cwd, dryRun, signal, mask }, thread) {
    if (options.type !== 'datahub-rest' || dryRun)
        return null;
    // A copy: what process.env is cannot be handed to a thread.
    return new WriterThread(thread, { options, stamp, env: { ...env }, cwd }, { signal, mask });
}
function restSink(options, writer, deps) {
    const settings = {
        server: (0,gms_probe/* shownServer */.H)(options.server),
        limits: { maxProposals: Math.min(options.maxPerBatch, MAX_PROPOSALS), maxBytes: MAX_BYTES },
        parallel: options.maxThreads,
        asynchronous: options.mode === 'async',
        wire: (0,rest_writer/* wireOf */.b)(options),
        stamp: deps.stamp
    };
    return new RestSink(settings, writer, deps.clock);
}


/***/ }),

/***/ 4722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _datahub_python_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);
/* harmony import */ var _content_type_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4683);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4960);



/**
 * A proposal in the peer's file format (datahub/ingestion/sink/file.py): the aspect as JSON, not as text, and no
 * systemMetadata where the recipe's flags turn it off. `nestsText`: the old form, where the aspect is a text of its own,
 * written as Python's json.dumps does.
 */
function recordOf(unit, stamp, now, nestsText = false) {
    const aspect = JSON.parse(unit.value);
    const { properties: _client, ...systemMetadata } = (0,_stamp_js__WEBPACK_IMPORTED_MODULE_0__/* .systemMetadataOf */ .k)(stamp, now);
    return {
        entityType: unit.entityType,
        entityUrn: unit.urn,
        changeType: unit.changeType,
        aspectName: unit.aspectName,
        aspect: nestsText ? { value: (0,_datahub_python_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pythonJson */ .b)(aspect), contentType: (0,_content_type_js__WEBPACK_IMPORTED_MODULE_2__/* .contentTypeOf */ .J)(unit) } : { json: aspect },
        ...(stamp.setSystemMetadata ? { systemMetadata } : {})
    };
}


/***/ }),

/***/ 8429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ flattened),
/* harmony export */   p: () => (/* binding */ unflattened)
/* harmony export */ });
/** What a request is made of; where a work unit came from is not. */
function flattened(units) {
    const urns = [];
    const runs = [];
    const kinds = [];
    const kindOf = [];
    const values = [];
    for (const unit of units) {
        if (urns.at(-1) === unit.urn)
            runs.push((runs.pop() ?? 0) + 1);
        else {
            urns.push(unit.urn);
            runs.push(1);
        }
        kindOf.push(placeOf(unit, kinds));
        values.push(unit.value);
    }
    return { urns, runs, kinds, kindOf, values };
}
/** The place of a work unit's kind, behind the last one where it is new. */
function placeOf({ entityType, aspectName, changeType }, kinds) {
    for (let place = 0; place < kinds.length; place++) {
        const kind = kinds[place];
        if (kind?.aspectName === aspectName && kind.entityType === entityType && kind.changeType === changeType)
            return place;
    }
    return kinds.push({ entityType, aspectName, changeType }) - 1;
}
/** The same the other way. */
function unflattened({ urns, runs, kinds, kindOf, values }) {
    const units = [];
    for (const [index, urn] of urns.entries()) {
        for (let left = runs[index] ?? 0; left > 0; left--) {
            const at = units.length;
            const kind = kinds[kindOf[at] ?? 0];
            if (kind !== undefined)
                units.push({ urn, ...kind, value: values[at] ?? '' });
        }
    }
    return units;
}


/***/ }),

/***/ 8318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ AROUND_UNIT),
/* harmony export */   h: () => (/* binding */ ENVELOPE_BYTES)
/* harmony export */ });
/** Bytes of a request around its work units, whichever of GMS's interfaces it goes to. */
const ENVELOPE_BYTES = JSON.stringify({ proposals: [], async: 'false' }).length;
/** Bytes of what surrounds a work unit within a request, at most: names of members, of its type and of its aspect. */
const AROUND_UNIT = 512;


/***/ }),

/***/ 5497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ wireOf),
  u: () => (/* binding */ writerHere)
});

// EXTERNAL MODULE: ./lib/sink/stamp.js
var sink_stamp = __webpack_require__(4960);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/sink/rest/size.js
var size = __webpack_require__(8318);
;// CONCATENATED MODULE: ./lib/sink/rest/wire.js
/** ASCII text as bytes. */
const bytesOf = (text) => Buffer.from(text, 'latin1');

;// CONCATENATED MODULE: ./lib/sink/rest/openapi.js



/** `endpoint: OPENAPI`: GMS's OpenAPI v3 entities, one entity type and one method a request (emitter/request_helper.py). */
const OPENAPI = {
    mostBytes: ({ value, urn }) => value.length + 6 * urn.length + size/* AROUND_UNIT */.R,
    split: byRoute,
    request(part, asynchronous, metadata) {
        const [unit] = part;
        const written = (0,json/* asciiJson */.i)({ ...metadata });
        return {
            method: unit?.changeType === 'PATCH' ? 'PATCH' : 'POST',
            path: `/openapi/v3/entity/${unit?.entityType ?? ''}?async=${asynchronous}`,
            body: bytesOf(`[${part.map((one) => entityOf(one, written)).join()}]`)
        };
    }
};
/** One aspect of one entity, as JSON in JSON: everything is ASCII. */
const entityOf = (unit, metadata) => `{"urn":${(0,json/* asciiJson */.i)(unit.urn)},"${unit.aspectName}":{"value":${contentOf(unit)},"systemMetadata":${metadata},"headers":{}}}`;
/** A list of operations becomes the `patch` of an object; an object already is one. */
const contentOf = ({ changeType, value }) => changeType === 'PATCH' && value.startsWith('[') ? `{"patch":${value}}` : value;
/**
 * Each work unit goes into the first group of its route that is not before another one with its urn: a patch never
 * overtakes what it is to be applied to, and few requests are made where patches and aspects alternate.
 */
function byRoute(batch) {
    const groups = [];
    const lastOf = new Map();
    for (const packed of batch) {
        const { urn, entityType, changeType } = packed.unit;
        const route = `${changeType === 'PATCH'} ${entityType}`;
        const from = lastOf.get(urn) ?? 0;
        const found = groups.findIndex((group, index) => index >= from && group.route === route);
        const at = found < 0 ? groups.length : found;
        if (found < 0)
            groups.push({ route, members: [packed] });
        else
            groups[at]?.members.push(packed);
        lastOf.set(urn, at);
    }
    return groups.map(({ members }) => members);
}

// EXTERNAL MODULE: ./lib/sink/content-type.js
var content_type = __webpack_require__(4683);
;// CONCATENATED MODULE: ./lib/sink/rest/escape-into.js
const BACKSLASH = 0x5c;
/** 1 for the bytes that are escaped: quotes and backslashes. Every eighth byte is one, which no processor can foresee. */
const ESCAPED = new Uint8Array(256);
for (const character of '"\\')
    ESCAPED[character.charCodeAt(0)] = 1;
/** Room for the bytes of one text, used again and again; it grows with the longest one. */
let room = Buffer.allocUnsafeSlow(64 * 1024);
/**
 * Writes JSON in ASCII, as JSON.stringify makes it, as the inside of a JSON string, into a buffer that has room for twice
 * its length. Such a text holds no control characters: there is nothing to escape but quotes and backslashes.
 * @returns the place behind it
 */
function escapeInto(body, from, text) {
    if (text.length > room.length)
        room = Buffer.allocUnsafeSlow(2 * text.length);
    const length = room.write(text, 'latin1');
    let at = from;
    for (let index = 0; index < length; index++) {
        const byte = room[index] ?? 0;
        body[at] = BACKSLASH;
        at += ESCAPED[byte] ?? 0;
        body[at++] = byte;
    }
    return at;
}

;// CONCATENATED MODULE: ./lib/sink/rest/proposal.js




/** Every character of the aspect may be one that is escaped, and of the urn one that becomes `\\uXXXX`. */
const mostProposalBytes = ({ value, urn }) => 2 * value.length + 6 * urn.length + size/* AROUND_UNIT */.R;
const HEAD = '{"proposals":[';
/**
 * Room for one body, used again and again; it grows with the largest one. A body may turn out half as large as it might
 * have been, and what is kept of it until GMS has answered is memory that V8 collects garbage for.
 */
let proposal_room = Buffer.allocUnsafeSlow(512 * 1024);
/**
 * What ingestProposalBatch takes, in ASCII. In a proposal the aspect is a string in a string, which makes up nearly all of
 * it: it is written byte by byte, since JSON.stringify takes twice as long. `async` is a string there, not a boolean.
 */
function batchBody(units, asynchronous, systemMetadata) {
    const metadata = (0,json/* asciiJson */.i)({ ...systemMetadata });
    const tail = `],"async":"${asynchronous}"}`;
    const most = units.reduce((sum, unit) => sum + mostProposalBytes(unit) + metadata.length, HEAD.length + tail.length);
    if (most > proposal_room.length)
        proposal_room = Buffer.allocUnsafeSlow(2 * most);
    const body = proposal_room;
    let at = body.write(HEAD, 'latin1');
    for (const [index, unit] of units.entries()) {
        at += body.write(`${index === 0 ? '' : ','}${beginningOf(unit)}`, at, 'latin1');
        at = escapeInto(body, at, unit.value);
        at += body.write(`","contentType":"${(0,content_type/* contentTypeOf */.J)(unit)}"},"systemMetadata":${metadata}}`, at, 'latin1');
    }
    at += body.write(tail, at, 'latin1');
    return Buffer.copyBytesFrom(body, 0, at);
}
/** A proposal as far as its aspect's first character. */
const beginningOf = ({ entityType, urn, changeType, aspectName }) => `{"entityType":"${entityType}","entityUrn":${(0,json/* asciiJson */.i)(urn)},"changeType":"${changeType}",` +
    `"aspectName":"${aspectName}","aspect":{"value":"`;

;// CONCATENATED MODULE: ./lib/sink/rest/restli.js

/** `endpoint: RESTLI`: ingestProposalBatch takes proposals of any kind. */
const RESTLI = {
    mostBytes: mostProposalBytes,
    split: (batch) => [batch],
    request: (part, asynchronous, metadata) => ({
        method: 'POST',
        path: '/aspects?action=ingestProposalBatch',
        body: batchBody(part, asynchronous, metadata)
    })
};

;// CONCATENATED MODULE: ./lib/sink/rest/writer.js



/** The interface of GMS that a recipe names. */
const wireOf = ({ endpoint }) => endpoint === 'openapi' ? OPENAPI : RESTLI;
/** A writer in this thread. Whoever made the client closes it. */
const writerHere = ({ client, wire, stamp, clock }) => ({
    write({ units, asynchronous, retryFaults }, emit) {
        const metadata = (0,sink_stamp/* systemMetadataOf */.k)(stamp, clock.now());
        return client.write(wire.request(units, asynchronous, metadata), emit, retryFaults);
    }
});


/***/ }),

/***/ 4960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ systemMetadataOf)
/* harmony export */ });
/* harmony import */ var _model_tool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1207);

const NO_RUN = 'no-run-id-provided';
/** The systemMetadata of proposals sent at `now` (milliseconds since the epoch). */
function systemMetadataOf({ run, setSystemMetadata, setPipelineName }, now) {
    const named = setSystemMetadata && setPipelineName && run.pipelineName !== null;
    return {
        lastObserved: now,
        runId: setSystemMetadata ? run.runId : NO_RUN,
        lastRunId: NO_RUN,
        ...(named ? { pipelineName: run.pipelineName ?? '' } : {}),
        properties: { clientId: _model_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .TOOL */ .j.name, clientVersion: _model_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .TOOL */ .j.version }
    };
}


/***/ })

};
