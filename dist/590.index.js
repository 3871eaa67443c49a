export const id = 590;
export const ids = [590];
export const modules = {

/***/ 9932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseParams)
/* harmony export */ });
/* harmony import */ var _core_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8490);

/** The params of a DAG run as a user gives them: a JSON object, or nothing. The error says what it is instead. */
function parseParams(text) {
    if (text.trim() === '')
        return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({});
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)('it is no JSON');
    }
    if (value === null)
        return (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({});
    return typeof value === 'object' && !Array.isArray(value) ? (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(value) : (0,_core_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)('it is no object');
}


/***/ }),

/***/ 4369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isFinal),
/* harmony export */   z: () => (/* binding */ instanceName)
/* harmony export */ });
/** `task`, or `task[3]` for an instance of a mapped task. */
const instanceName = (instance) => instance.mapIndex < 0 ? instance.taskId : `${instance.taskId}[${instance.mapIndex}]`;
const FINAL = new Set(['success', 'failed', 'skipped', 'upstream_failed', 'removed']);
/** Whether nothing more happens to an instance in this state. */
const isFinal = (state) => FINAL.has(state);


/***/ }),

/***/ 1116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   Oq: () => (/* binding */ MAX_PER_LEVEL),
/* harmony export */   h2: () => (/* binding */ MAX_MESSAGE)
/* harmony export */ });
/* harmony import */ var _render_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(292);
/* harmony import */ var _render_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9796);


/** GitHub keeps 10 of each level for a step (actions/toolkit, docs/problem-matchers.md). */
const MAX_PER_LEVEL = 10;
/** GitHub cuts a message after this many characters (actions/runner, `_maxIssueMessageLength`). */
const MAX_MESSAGE = 4096;
/** What a run's page shows of a report: of each level at most 10, the last of which says how many more there are. */
function annotationsOf(report) {
    const all = report.kind === 'ingest' ? report.recipes.flatMap(ofRun) : report.diagnostics.map(ofDiagnostic);
    const stop = report.stopped === null ? [] : [ofStop(report.stopped)];
    return ['error', 'warning', 'notice'].flatMap((level) => limited([...stop, ...all].filter((annotation) => annotation.level === level)));
}
function limited(list) {
    const last = list[MAX_PER_LEVEL - 1];
    if (list.length <= MAX_PER_LEVEL || last === undefined)
        return list;
    const hidden = list.length - MAX_PER_LEVEL + 1;
    const more = {
        level: last.level,
        title: `${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(hidden)} more`,
        message: `${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(hidden, `more ${last.level}`)} like these: the step summary and report.json have them`,
        place: null
    };
    return [...list.slice(0, MAX_PER_LEVEL - 1), more];
}
/** A recipe's own mistakes first: they have a place to point at. Notices about a run stay in its summary. */
function ofRun(run) {
    return [
        ...(run.stopped === null ? [] : [ofStop(run.stopped)]),
        ...run.diagnostics.map(ofDiagnostic),
        ...run.failures.map((group) => ofGroup(group, 'error')),
        ...run.warnings.map((group) => ofGroup(group, 'warning'))
    ];
}
const ofStop = (stop) => ({
    level: 'error',
    title: stop.code,
    message: worded(stop.message, stop.cure),
    place: null
});
const ofDiagnostic = (d) => ({
    level: d.severity,
    title: d.code,
    message: worded(d.message, d.cure),
    place: { file: d.file, line: d.line, column: d.column }
});
function ofGroup(group, level) {
    const names = group.resources.slice(0, 3).join(', ');
    const rest = group.count > 3 ? ` and ${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(group.count - 3)} more` : '';
    const where = names === '' ? '' : `: ${names}${rest}`;
    return { level, title: group.code, message: worded(`${group.message}${where}`, group.cure), place: null };
}
/** What and cure, in which every character can be seen, within GitHub's length. */
function worded(what, cure) {
    const lines = [what, ...(cure === undefined ? [] : cure.split(/\r?\n/))];
    return (0,_render_format_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(lines.map(_render_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK).join('\n'), MAX_MESSAGE);
}


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

/***/ 5102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ reportIngestion),
/* harmony export */   k: () => (/* binding */ reportValidation)
/* harmony export */ });
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8596);
/* harmony import */ var _total_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2764);


/** The report of an ingestion, whatever becomes of it. Never rejects. */
async function reportIngestion(ingest, dryRun, invocation) {
    const { tool, clock } = invocation;
    const startedAt = clock.now();
    const begun = clock.monotonic();
    const ended = await outcomeOf(ingest, invocation);
    const durationMs = clock.monotonic() - begun;
    return (0,_total_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e)(ended.value ?? [], ended.stopped, { tool, dryRun, startedAt, durationMs });
}
/** The report of a validation, whatever becomes of it. Never rejects. */
async function reportValidation(validate, failOn, invocation) {
    const ended = await outcomeOf(validate, invocation);
    const result = ended.value ?? { files: [], dags: [], diagnostics: [] };
    return (0,_total_js__WEBPACK_IMPORTED_MODULE_1__/* .validationOf */ .D)(result, ended.stopped, { tool: invocation.tool, failOn });
}
/** The only place where what a use case throws is caught, and made part of the report. */
async function outcomeOf(work, { signal, logger }) {
    try {
        return { value: await work(), stopped: null };
    }
    catch (thrown) {
        const stopped = (0,_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .stopOf */ .E)(thrown, signal);
        if (stopped.kind === 'defect' && thrown instanceof Error)
            logger.debug(thrown.stack ?? thrown.message);
        return { value: null, stopped };
    }
}


/***/ }),

/***/ 7751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wX: () => (/* binding */ reportProgress)
/* harmony export */ });
/* unused harmony exports startProgress, advance, progressLine, readSoFar */
/* harmony import */ var _render_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9796);

/** Nothing has happened yet. */
const startProgress = (startedAt) => ({
    startedAt,
    tables: 0,
    views: 0,
    filtered: 0,
    delivered: 0,
    databasesDone: 0,
    databases: 0,
    current: null
});
/** The progress after one more event. */
function advance(progress, event) {
    switch (event.type) {
        case 'read':
            return read(progress, event);
        case 'filtered':
        case 'skipped':
            return event.kind === 'database' ? progress : { ...progress, filtered: progress.filtered + 1 };
        case 'listing-ended':
            return { ...progress, databasesDone: progress.databasesDone + 1 };
        case 'delivered':
            return { ...progress, delivered: progress.delivered + event.count };
        case 'databases-listed':
        case 'failed':
        case 'jobs-listed':
        case 'removed':
        case 'kept':
        case 'changes-known':
        case 'changed':
        case 'produced':
        case 'retried':
            return progress;
    }
}
function read(progress, event) {
    const current = event.database;
    if (event.kind === 'table')
        return { ...progress, current, tables: progress.tables + 1 };
    if (event.kind === 'view')
        return { ...progress, current, views: progress.views + 1 };
    return { ...progress, current, databases: progress.databases + 1 };
}
/**
 * `1,234 tables and views, 11,020 aspects delivered, 240/s, 5.1 s so far, in sales (12 of 40 databases done)`.
 * The rate is that of the time since `last`, so that a run that hangs can be seen to hang.
 */
function progressLine(progress, last, now) {
    const seconds = (now - last.at) / 1000;
    const rate = seconds > 0 ? (readSoFar(progress) - last.read) / seconds : 0;
    const parts = [progress.views === 0 ? (0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(progress.tables, 'table') : tablesAndViews(progress)];
    if (progress.filtered > 0)
        parts.push(`${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(progress.filtered)} left out`);
    parts.push(`${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(progress.delivered, 'aspect')} delivered`, `${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRate */ .CE)(rate)} tables/s`);
    parts.push(`${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)((now - progress.startedAt) / 1000)} so far`);
    return `${parts.join(', ')}${placeOf(progress)}`;
}
const tablesAndViews = (progress) => `${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(progress.tables, 'table')}, ${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(progress.views, 'view')}`;
/** Tables and views read or left out: what the rate is counted in. */
const readSoFar = (progress) => progress.tables + progress.views + progress.filtered;
function placeOf(progress) {
    const known = Math.max(progress.databases, progress.databasesDone);
    const done = known === 0 ? '' : `${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(progress.databasesDone)} of ${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(known, 'database')} done`;
    if (progress.current === null)
        return done === '' ? '' : ` (${done})`;
    return `, in ${progress.current}${done === '' ? '' : ` (${done})`}`;
}
/** Shows a line each interval for as long as it is not stopped; a run shorter than the interval shows none. */
function reportProgress({ clock, intervalMs, line }) {
    const ended = new AbortController();
    let progress = startProgress(clock.monotonic());
    const tick = async () => {
        let last = { at: progress.startedAt, read: 0 };
        while (await slept(clock, intervalMs, ended.signal)) {
            const now = clock.monotonic();
            line(progressLine(progress, last, now));
            last = { at: now, read: readSoFar(progress) };
        }
    };
    const ticking = tick();
    return {
        add: (event) => {
            progress = advance(progress, event);
        },
        stop: () => {
            ended.abort();
            return ticking;
        }
    };
}
/** Whether the whole time passed; false when the signal came first. */
async function slept(clock, ms, signal) {
    try {
        await clock.sleep(ms, signal);
        return !signal.aborted;
    }
    catch (error) {
        if (signal.aborted)
            return false;
        throw error;
    }
}


/***/ }),

/***/ 6749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1817);

/** Shorter values are no secrets, and hiding every `1` would hide the report. */
const LEAST_LENGTH = 4;
/**
 * Takes secrets out of texts. What is printed is made of messages that hold none already; this is the net below: a
 * server may repeat a token in its answer.
 */
class Redactor {
    #forms = [];
    /** From now on `secret` is hidden: as it is, each of its lines, and as JSON and addresses write it. */
    add(secret) {
        const parts = [secret, ...secret.split(/\r?\n/)].map((part) => part.trim());
        const forms = parts.flatMap((part) => [
            part,
            JSON.stringify(part).slice(1, -1),
            encodeURIComponent(wellFormed(part))
        ]);
        const all = new Set([...this.#forms, ...forms.filter((form) => form.length >= LEAST_LENGTH)]);
        this.#forms = [...all].sort((a, b) => b.length - a.length);
    }
    /** `text` with `***` in place of every secret; the longest first, for one may be part of another. */
    text(text) {
        return this.#forms.reduce((done, form) => (done.includes(form) ? done.replaceAll(form, _model_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN */ .R) : done), text);
    }
    /** A report, or any part of it, with every text in it redacted. Names of members stay. */
    value(value) {
        return this.#forms.length === 0 ? value : this.#deep(value);
    }
    #deep(value) {
        if (typeof value === 'string')
            return this.text(value);
        if (Array.isArray(value))
            return value.map((item) => this.#deep(item));
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#deep(member)]));
    }
}
/** encodeURIComponent throws on half a surrogate pair. */
const wellFormed = (text) => text.replace(/\p{Cs}/gu, '\uFFFD');


/***/ }),

/***/ 6571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o7: () => (/* binding */ transitionLine),
/* harmony export */   oP: () => (/* binding */ renderDagText),
/* harmony export */   yY: () => (/* binding */ dagProgress)
/* harmony export */ });
/* harmony import */ var _model_dag_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4369);
/* harmony import */ var _dag_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5651);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(292);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9796);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6674);





/** A mapped task of more instances than these is one line. */
const MOST_INSTANCES = 12;
/** What a run has come to, for a terminal or a pipe; its last line is the outcome. */
function renderDagText(document, { colour }) {
    const style = (0,_style_js__WEBPACK_IMPORTED_MODULE_4__/* .styleOf */ .V)(colour);
    const { stopped } = document;
    const lines = [
        ...document.diagnostics.flatMap((d) => [
            `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(d.file)}:${d.line}:${d.column}: ${d.severity}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(d.message)} [${d.code}]`,
            ...(d.cure === undefined ? [] : [`    ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(d.cure)}`])
        ]),
        ...tasksOf(document, style),
        ...document.blocked.map(({ name, why }) => `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(name)} could not begin: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(why)}`),
        ...document.warnings.map((one) => `${style.yellow('warning:')} ${one.resource === undefined ? '' : `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(one.resource)}: `}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(one.message)} [${one.code}]`),
        ...(stopped === null
            ? []
            : [
                `${style.red('error:')} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(stopped.message)} [${stopped.code}]`,
                ...(stopped.cure ?? '').split('\n').flatMap((line) => (line === '' ? [] : [`    ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(line)}`]))
            ]),
        outcome(document, style)
    ];
    return `${lines.join('\n')}\n`;
}
function outcome(document, style) {
    const paint = document.status === 'success' ? style.green : document.status === 'failure' ? style.red : style.yellow;
    return paint(style.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)((0,_dag_words_js__WEBPACK_IMPORTED_MODULE_1__/* .dagOutcome */ .VM)(document))));
}
function* tasksOf(document, style) {
    for (const [taskId, instances] of (0,_dag_words_js__WEBPACK_IMPORTED_MODULE_1__/* .byTask */ .Pp)(document)) {
        const isMany = instances.length > MOST_INSTANCES;
        const bad = instances.filter(({ state }) => state === 'failed' || state === 'upstream_failed');
        if (isMany)
            yield `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(taskId)}: ${(0,_dag_words_js__WEBPACK_IMPORTED_MODULE_1__/* .stateCounts */ ._d)(instances)}`;
        for (const instance of isMany ? bad.slice(0, MOST_INSTANCES) : instances)
            yield lineOf(instance, document, style);
    }
}
function lineOf(instance, document, style) {
    const seconds = (0,_dag_words_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsOf */ .TM)(instance, document);
    const tries = instance.tryNumber > 1 ? `, ${instance.tryNumber} tries` : '';
    const took = seconds === null ? '' : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(seconds)}${tries})`;
    const { failure } = instance;
    const why = failure === null ? '' : `: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(failure.message)} [${failure.code}]`;
    return `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)((0,_model_dag_run_js__WEBPACK_IMPORTED_MODULE_0__/* .instanceName */ .z)(instance))}: ${painted(instance.state, style)}${took}${why}`;
}
function painted(state, style) {
    if (state === 'success')
        return style.green(state);
    if (state === 'failed' || state === 'upstream_failed')
        return style.red(state);
    return state === null ? style.dim('not begun') : style.yellow(state);
}
/** A change as a line of a live log; null for changes that nobody watches for. */
function transitionLine(transition) {
    if (transition.type === 'expanded')
        return `${transition.taskId}: ${transition.instances.length} mapped instances`;
    if (transition.type === 'run')
        return null;
    const { instance, why } = transition;
    const name = (0,_model_dag_run_js__WEBPACK_IMPORTED_MODULE_0__/* .instanceName */ .z)(instance);
    switch (instance.state) {
        case 'running':
            return `${name}: running, try ${instance.tryNumber} of ${Math.max(instance.maxTries + 1, instance.tryNumber)}`;
        case 'scheduled':
        case null:
            return null;
        case 'success':
            return `${name}: success${took(instance.startedAt, instance.endedAt)}`;
        case 'failed':
        case 'up_for_retry':
            return `${name}: ${instance.state}${took(instance.startedAt, instance.endedAt)}: ${instance.failure?.message ?? why}${nextTry(instance)}`;
        default:
            return `${name}: ${instance.state}: ${why}`;
    }
}
const took = (from, to) => from === null || to === null ? '' : ` in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(Math.max(0, to - from) / 1000)}`;
function nextTry({ retryAt, endedAt }) {
    if (retryAt === null || endedAt === null)
        return '';
    return `; again in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)((retryAt - endedAt) / 1000)}`;
}
/** How far a run has come, in a line that can be written over: `3 of 12 done, 2 running: a, b[1]`. */
function dagProgress(document) {
    const { instances } = document.record;
    const running = instances.filter(({ state }) => state === 'running').map(_model_dag_run_js__WEBPACK_IMPORTED_MODULE_0__/* .instanceName */ .z);
    const open = instances.filter(({ state }) => state === null || state === 'scheduled' || state === 'up_for_retry').length;
    const done = instances.length - open - running.length;
    const names = running.length === 0 ? '' : `: ${running.slice(0, 5).join(', ')}${running.length > 5 ? ' …' : ''}`;
    return `${done} of ${instances.length} done, ${running.length} running${names}`;
}


/***/ }),

/***/ 5651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ worstState),
/* harmony export */   Pp: () => (/* binding */ byTask),
/* harmony export */   TM: () => (/* binding */ secondsOf),
/* harmony export */   VM: () => (/* binding */ dagOutcome),
/* harmony export */   _d: () => (/* binding */ stateCounts),
/* harmony export */   kc: () => (/* binding */ stateWord),
/* harmony export */   t7: () => (/* binding */ STATE_MARKS)
/* harmony export */ });
/* unused harmony export tryName */
/* harmony import */ var _model_dag_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4369);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9796);


/** How states are drawn where a picture says more than a word; null is "no status". */
const STATE_MARKS = {
    success: '✅',
    failed: '❌',
    upstream_failed: '⛔',
    skipped: '⏭️',
    removed: '🗑️',
    running: '▶️',
    scheduled: '⏳',
    up_for_retry: '🔁',
    none: '⚪'
};
/** The state as a word. */
const stateWord = (state) => state ?? 'none';
/** Worst first: what a mapped task's instances are called together. */
const RANK = [
    'failed',
    'upstream_failed',
    'running',
    'up_for_retry',
    'scheduled',
    null,
    'success',
    'skipped',
    'removed'
];
/** What several instances of one task are called together: the worst of their states. */
function worstState(instances) {
    const states = new Set(instances.map(({ state }) => state));
    return RANK.find((state) => states.has(state)) ?? null;
}
/** How many instances are in which state, in order of rank: `1 failed, 5 success`. */
function stateCounts(instances) {
    const counts = RANK.map((state) => [state, instances.filter((one) => one.state === state).length]);
    return counts
        .filter(([, count]) => count > 0)
        .map(([state, count]) => `${count} ${state === null ? 'not begun' : state}`)
        .join(', ');
}
/** Instances by task, in the order of the graph. */
function byTask(document) {
    const tasks = new Map(document.graph.map(({ taskId }) => [taskId, []]));
    for (const instance of document.record.instances)
        tasks.get(instance.taskId)?.push(instance);
    return tasks;
}
/** Seconds that the instance's tries took together; null when none has ended. */
function secondsOf(instance, document) {
    const mine = document.tries.filter(({ taskId, mapIndex, endedAt }) => taskId === instance.taskId && mapIndex === instance.mapIndex && endedAt !== null);
    if (mine.length === 0)
        return null;
    return mine.reduce((sum, one) => sum + Math.max(0, (one.endedAt ?? one.startedAt) - one.startedAt), 0) / 1000;
}
/** The outcome of a run in a line: `DAG lake failed: 1 failed, 5 success; 6 tries in 12.3 s`. */
function dagOutcome(document) {
    const { dagId, status, stopped, record } = document;
    const name = dagId === '' ? `DAG ${document.file}` : `DAG ${dagId}`;
    if (stopped !== null && stopped.kind !== 'cancelled')
        return `${name} did not come to its end: ${stopped.message}`;
    const done = `${stateCounts(record.instances) || 'nothing to run'}; ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(document.tries.length, 'try', 'tries')} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(document.durationSeconds)}`;
    if (status === 'cancelled')
        return `${name} was cancelled: ${done}`;
    if (status === 'running')
        return `${name} is running: ${done}`;
    const why = record.reason === null || record.reason === 'success' || record.reason === 'task_failure'
        ? ''
        : ` (${record.reason})`;
    return `${name} ${status === 'success' ? 'succeeded' : `failed${why}`}: ${done}`;
}
/** `task[3] (try 2)`: one try, as messages call it. */
const tryName = (one) => (one.tryNumber > 1 ? `${instanceName(one)} (try ${one.tryNumber})` : instanceName(one));


/***/ }),

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Jf: () => (/* binding */ htmlLines),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   h8: () => (/* binding */ htmlCode)
/* harmony export */ });
/* unused harmony export htmlText */
/**
 * One function for each place that foreign text can be put into. Table names, comments and servers' messages are foreign:
 * they may hold Markdown, HTML, terminal sequences, workflow commands or characters that reorder a line.
 */
/** Half an emoji sequence: a zero-width joiner after a pictograph belongs to the picture. */
const JOINED = /(?<=\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D/u;
/** What cannot be seen or changes how its neighbours look: controls, formatting, lone surrogates, line separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;
/** Nearly every name there is; spares the search below. */
const PRINTABLE = /^[\x20-\x7e]*$/;
/**
 * Text as one line in which everything can be seen: control, bidirectional and invisible characters are written as
 * `\n`, `\u202e` …, as in a JSON string. For terminals and logs, and the first step of everything below.
 */
function visible(text) {
    if (PRINTABLE.test(text))
        return text;
    return text.replace(INVISIBLE, (char, offset) => (isJoiner(text, char, offset) ? char : spell(char)));
}
const SHORT = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function spell(char) {
    const code = char.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return SHORT[char] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}
function isJoiner(text, char, offset) {
    return char === '\u200D' && JOINED.test(text.slice(Math.max(0, offset - 6), offset + 1));
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    // Not HTML's, but Markdown's and GitHub's own: a stray one must not pair with another further on.
    '`': '&#96;',
    $: '&#36;',
    '|': '&#124;',
    '\\': '&#92;',
    '*': '&#42;',
    '[': '&#91;',
    ']': '&#93;',
    '~': '&#126;'
};
const entity = (char) => ENTITIES[char] ?? char;
/** Foreign text inside an HTML element of an HTML block, on one line. Not enough outside `<code>`: see `prose`. */
const htmlText = (text) => visible(text).replace(/[&<>"'`$|\\*[\]~]/g, entity);
/**
 * A foreign name as inline code inside an HTML block. GitHub looks for mentions, issue numbers and emoji codes nowhere
 * in `<code>`, and Markdown reads nothing in an HTML block, which ends at an empty line that this cannot hold.
 */
const htmlCode = (text) => `<code>${htmlText(text)}</code>`;
/** Several foreign lines as they are, inside an HTML block: line ends are written as entities, so that none is empty. */
const htmlLines = (text) => `<pre>${text.split(/\r?\n/).map(htmlText).join('&#10;')}</pre>`;
const ZERO_WIDTH_SPACE = '&#8203;';
/**
 * A foreign sentence inside an HTML block. An invisible break keeps GitHub from making mentions, references and emoji of
 * `@name`, `#1`, `GH-1` and `:name:`. Addresses need none: in an HTML block GitHub makes no links.
 */
const prose = (text) => htmlText(text).replace(/@(?=\w)|(?<!&)#(?=\d)|\bGH-(?=\d)|(?<![\w:]):(?=[\w+-]+:)/gi, (found) => `${found}${ZERO_WIDTH_SPACE}`);
/**
 * A line for a GitHub runner's log that the runner does not take for a command: neither `::command::` at its start nor
 * `##[command]` anywhere.
 */
const logLine = (line) => visible(line)
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replace(/##(?=\[)/g, '# #');


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
        return [`${formatNoun(counts.produced, 'aspect')} to write`];
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

/***/ 7393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/** The report as report.json holds it: one document, ended by a line end. */
const renderJson = (report) => `${JSON.stringify(report, null, 2)}\n`;


/***/ }),

/***/ 6674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ styleOf)
/* harmony export */ });
const sgr = (open, close) => (text) => `\u001b[${open}m${text}\u001b[${close}m`;
const same = (text) => text;
/** Select Graphic Rendition sequences of ECMA-48, which every terminal knows. */
const COLOUR = { bold: sgr(1, 22), dim: sgr(2, 22), red: sgr(31, 39), yellow: sgr(33, 39), green: sgr(32, 39) };
const PLAIN = { bold: same, dim: same, red: same, yellow: same, green: same };
/** The style of a terminal that shows colour, or of a pipe. */
const styleOf = (colour) => (colour ? COLOUR : PLAIN);


/***/ }),

/***/ 6951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./lib/report/render/escape.js
var render_escape = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/report/render/style.js
var render_style = __webpack_require__(6674);
// EXTERNAL MODULE: ./lib/report/changes.js
var report_changes = __webpack_require__(9495);
// EXTERNAL MODULE: ./lib/report/render/format.js
var format = __webpack_require__(9796);
// EXTERNAL MODULE: ./lib/report/render/words.js
var words = __webpack_require__(5230);
;// CONCATENATED MODULE: ./lib/report/render/text-run.js




/** Databases listed in a terminal; report.json has all of them. */
const MAX_DATABASES = 20;
/** Groups of failures, of warnings … listed in a terminal. */
const MAX_GROUPS = 20;
/**
 * One recipe's run. What is worst comes last, next to where a terminal's reader is looking. Every foreign text is made
 * visible on its line.
 */
function runBlock(run, style) {
    return [
        `${style.bold((0,render_escape/* visible */.RK)(run.recipe))} ${style.dim((0,render_escape/* visible */.RK)(run.runId))}`,
        ...facts(run, style),
        ...databases(run, style),
        ...leftOut(run, style),
        ...changed(run, style),
        ...removed(run, style),
        ...groups('Kept in DataHub, though not seen', run.kept, style.dim, style),
        ...groups('Notices', run.notices, style.dim, style),
        ...groups('Warnings', run.warnings, style.yellow, style),
        ...groups('Failures', run.failures, style.red, style)
    ];
}
function facts(run, style) {
    const { identity, sink, counts } = run;
    const begun = (0,words/* hasBegun */.SU)(counts);
    const list = [
        ['identity', identity && `${identity.arn}, ${identity.region}, ${words/* SOURCE */.u2[identity.source]}`],
        [run.dryRun ? 'would write' : 'sink', sink && [sink.type, sink.target, sink.version ?? ''].join(' ').trimEnd()],
        ['read', begun && counts.databases > 0 ? readOf(counts) : null],
        ['aspects', begun ? aspects(run) : null],
        ['not sent', lettersOf(run)],
        ['changes', run.changes === null ? null : (0,words/* changesOf */.fs)(run.changes)],
        ['retried', counts.retried === 0 ? null : (0,format/* formatNoun */.i$)(counts.retried, 'request')],
        ['took', (0,format/* formatDuration */.a3)(run.durationSeconds)]
    ];
    return list.flatMap(([name, value]) => (value === null ? [] : [`  ${style.dim(name.padEnd(11))} ${(0,render_escape/* visible */.RK)(value)}`]));
}
const readOf = (counts) => [(0,format/* formatNoun */.i$)(counts.databases, 'database'), (0,format/* formatNoun */.i$)(counts.tables, 'table'), (0,format/* formatNoun */.i$)(counts.views, 'view')].join(', ');
function lettersOf({ deadLetters }) {
    if (deadLetters === null)
        return null;
    const { path, count } = deadLetters;
    return `${(0,format/* formatNoun */.i$)(count, 'aspect')} kept in ${path}; datahub-glue mcps ${path} sends them again`;
}
function aspects({ counts, dryRun }) {
    if (dryRun)
        return `${(0,format/* formatCount */.B4)(counts.produced)} to write`;
    const others = ['accepted', 'unchanged', 'rejected', 'undelivered'].filter((fate) => counts[fate] > 0);
    return [
        `${(0,format/* formatCount */.B4)(counts.written)} written`,
        ...others.map((fate) => `${(0,format/* formatCount */.B4)(counts[fate])} ${fate}`)
    ].join(', ');
}
function groups(title, list, paint, style) {
    if (list.length === 0)
        return [];
    const shown = list.slice(0, MAX_GROUPS).flatMap((group) => {
        const times = group.count === 1 ? '' : `${(0,format/* formatCount */.B4)(group.count)} × `;
        const cure = group.cure === undefined ? [] : group.cure.split(/\r?\n/).map((line) => `      ${(0,render_escape/* visible */.RK)(line)}`.trimEnd());
        const head = `    ${paint(`${times}${(0,render_escape/* visible */.RK)(group.message)}`)} ${style.dim(`[${group.code}]`)}`;
        return [head, ...cure, ...sampled(group.resources, group.count, style)];
    });
    return [`  ${style.bold(title)}`, ...shown, ...more(list.length - MAX_GROUPS)];
}
/** `a, b, c and 7 more`, set in; nothing where there are no names. */
function sampled(names, count, style) {
    if (names.length === 0)
        return [];
    const rest = count > names.length ? ` and ${(0,format/* formatCount */.B4)(count - names.length)} more` : '';
    return [style.dim(`      ${names.map(render_escape/* visible */.RK).join(', ')}${rest}`)];
}
function leftOut(run, style) {
    if (run.filtered.length === 0)
        return [];
    const shown = run.filtered
        .slice(0, MAX_GROUPS)
        .flatMap((group) => [
        `    ${(0,words/* countedKind */.ph)(group.count, group.kind)}: ${(0,render_escape/* visible */.RK)((0,words/* whyLeftOut */.qC)(group))} ${style.dim(`[${group.rule}]`)}`,
        ...sampled(group.names, group.count, style)
    ]);
    return [`  ${style.bold('Left out')}`, ...shown, ...more(run.filtered.length - MAX_GROUPS)];
}
/** Tables that are otherwise than in the last run, those that lost something in yellow. */
function changed({ changes }, style) {
    if (changes === null || changes.tables.length === 0)
        return [];
    const shown = changes.tables.slice(0, MAX_GROUPS).map((table) => {
        const line = `    ${(0,render_escape/* visible */.RK)(table.urn)}  ${(0,render_escape/* visible */.RK)((0,words/* changeOf */.C2)(table))}`;
        return (0,report_changes/* isBreaking */.E)(table) ? style.yellow(line) : line;
    });
    return [`  ${style.bold('What changed')}`, ...shown, ...more(changes.new + changes.changed - shown.length)];
}
/** What is no longer in Glue, by urn. */
function removed({ removed: urns, dryRun }, style) {
    if (urns.length === 0)
        return [];
    const title = `${dryRun ? 'Would be removed from' : 'Removed in'} DataHub: ${(0,format/* formatCount */.B4)(urns.length)}`;
    const shown = urns.slice(0, MAX_GROUPS).map((urn) => `    ${style.yellow((0,render_escape/* visible */.RK)(urn))}`);
    return [`  ${style.bold(title)}`, ...shown, ...more(urns.length - MAX_GROUPS)];
}
/** Numbers first, so that names of any width do no harm to the columns. */
function databases(run, style) {
    if (run.databases.length === 0)
        return [];
    const rows = run.databases
        .toSorted(words/* byInterest */.ad)
        .slice(0, MAX_DATABASES)
        .map((d) => {
        const numbers = [d.tables, d.views, d.filtered + d.skipped].map((n) => (0,format/* formatCount */.B4)(n).padStart(9)).join('');
        return `${numbers}  ${(0,render_escape/* visible */.RK)(d.name)}${d.listing === 'complete' ? '' : style.dim(` (${words/* LISTING */.ZV[d.listing]})`)}`;
    });
    const head = style.dim(['tables', 'views', 'left out'].map((title) => title.padStart(9)).join(''));
    return [`  ${style.bold('Databases')}`, head, ...rows, ...more(run.databases.length - MAX_DATABASES)];
}
const more = (hidden) => (hidden > 0 ? [`    and ${(0,format/* formatCount */.B4)(hidden)} more`] : []);

;// CONCATENATED MODULE: ./lib/report/render/text.js




/** The report for a terminal or a pipe; its last line is the outcome. */
function renderText(report, { colour }) {
    const style = (0,render_style/* styleOf */.V)(colour);
    const lines = report.kind === 'ingest' ? ingestion(report, style) : validation(report, style);
    return `${[...lines, outcomeLine(report, style)].join('\n')}\n`;
}
function ingestion(report, style) {
    const banner = report.dryRun ? [style.bold(words/* DRY_RUN */.yE), ''] : [];
    const stop = report.stopped === null ? [] : [...stopLines(report.stopped, style), ''];
    return [...banner, ...report.recipes.flatMap((run) => [...recipeBlock(run, style), '']), ...stop];
}
function recipeBlock(run, style) {
    const stop = run.stopped === null ? [] : stopLines(run.stopped, style);
    return [...runBlock(run, style), ...run.diagnostics.flatMap((d) => diagnosticLines(d, style)), ...stop];
}
function validation(report, style) {
    const stop = report.stopped === null ? [] : stopLines(report.stopped, style);
    return [...report.diagnostics.flatMap((d) => diagnosticLines(d, style)), ...stop];
}
/** `recipes/glue.yml:4:5: error: message [code]`, the form that editors and terminals make clickable, and the cure below. */
function diagnosticLines(d, style) {
    const paint = { error: style.red, warning: style.yellow, notice: style.dim }[d.severity];
    const place = `${(0,render_escape/* visible */.RK)(d.file)}:${d.line}:${d.column}`;
    const line = `${place}: ${paint(`${d.severity}:`)} ${(0,render_escape/* visible */.RK)(d.message)} ${style.dim(`[${d.code}]`)}`;
    return d.cure === undefined ? [line] : [line, ...indented(d.cure)];
}
function stopLines(stop, style) {
    const line = `${style.red('error:')} ${(0,render_escape/* visible */.RK)(stop.message)} ${style.dim(`[${stop.code}]`)}`;
    return stop.cure === undefined ? [line] : [line, ...indented(stop.cure)];
}
/** Foreign text of several lines, set in; each line is made safe by itself. */
const indented = (text) => text.split(/\r?\n/).map((line) => `    ${(0,render_escape/* visible */.RK)(line)}`.trimEnd());
function outcomeLine(report, style) {
    const problems = report.kind === 'ingest' ? (0,words/* problemsOfAll */.Rn)(report) : { failures: 0, warnings: 0 };
    const paint = {
        success: style.green,
        warning: style.yellow,
        failure: style.red,
        cancelled: style.yellow
    };
    return paint[(0,words/* markOf */.Fg)(report.status, problems)](style.bold((0,render_escape/* visible */.RK)((0,words/* outcomeOf */.sG)(report))));
}


/***/ }),

/***/ 5230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   Rn: () => (/* binding */ problemsOfAll),
/* harmony export */   SU: () => (/* binding */ hasBegun),
/* harmony export */   ZV: () => (/* binding */ LISTING),
/* harmony export */   ad: () => (/* binding */ byInterest),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   ph: () => (/* binding */ countedKind),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   qC: () => (/* binding */ whyLeftOut),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   u2: () => (/* binding */ SOURCE),
/* harmony export */   yE: () => (/* binding */ DRY_RUN)
/* harmony export */ });
/* harmony import */ var _exit_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8456);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9796);


/** How marks are drawn in HTML. */
const MARKS = { success: '✅', warning: '⚠️', failure: '❌', cancelled: '🚫' };
/** The mark of a status: a success that someone should look at has one of its own. */
function markOf(status, problems) {
    return status === 'success' && problems.warnings > 0 ? 'warning' : status;
}
/** Failures and warnings of a run, with what there is to say about the recipe's text. */
function problemsOf(run) {
    const stopped = run.stopped === null ? 0 : 1;
    const total = (groups) => groups.reduce((sum, g) => sum + g.count, 0);
    return {
        failures: total(run.failures) + countOf(run.diagnostics, 'error') + stopped,
        warnings: total(run.warnings) + countOf(run.diagnostics, 'warning')
    };
}
/** Failures and warnings of all recipes together. */
function problemsOfAll(report) {
    const all = report.recipes.map(problemsOf);
    return {
        failures: all.reduce((sum, p) => sum + p.failures, report.stopped === null ? 0 : 1),
        warnings: all.reduce((sum, p) => sum + p.warnings, 0)
    };
}
/** How many diagnostics of a severity there are. */
const countOf = (diagnostics, severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
/** The outcome of anything in a line: `DataHub Glue ingestion failed: 412 tables, 3,900 aspects written in 1.9 s`. */
function outcomeOf(report) {
    return report.kind === 'ingest' ? ingestionOutcome(report) : validationOutcome(report);
}
function ingestionOutcome(report) {
    const what = report.dryRun ? 'DataHub Glue dry run' : 'DataHub Glue ingestion';
    const done = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatAchievement */ .n1)(report.counts, report.dryRun, report.durationSeconds);
    const stop = stopKindOf(report);
    if (stop !== null && !hasBegun(report.counts))
        return `${what} ${STOPPED[stop]}`;
    if (report.status === 'cancelled')
        return `${what} was cancelled: ${done}`;
    if (report.status === 'failure')
        return `${what} failed: ${done}`;
    const { warnings } = problemsOfAll(report);
    return `${what}: ${done}${warnings === 0 ? '' : `, with ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(warnings, 'warning')}`}`;
}
function validationOutcome({ files, dags, diagnostics, stopped }) {
    if (stopped !== null)
        return 'No DataHub Glue recipe was validated';
    const found = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(countOf(diagnostics, 'error'), 'error')}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(countOf(diagnostics, 'warning'), 'warning')}`;
    const recipes = files.length - dags.length;
    const looked = [
        ...(recipes > 0 || dags.length === 0 ? [(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(recipes, 'DataHub Glue recipe')] : []),
        ...(dags.length > 0 ? [(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(dags.length, 'DAG')] : [])
    ];
    return `${looked.join(' and ')} validated: ${found}`;
}
/** Whether a run came so far that its counts say something. */
const hasBegun = (counts) => counts.databases + counts.tables + counts.produced > 0;
/** What kept an invocation from its end: its own stop, or that of its recipes. */
function stopKindOf({ stopped, recipes, exitCode }) {
    if (stopped !== null)
        return stopped.kind;
    if (exitCode === _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.input)
        return 'input';
    return recipes.find((recipe) => recipe.stopped !== null)?.stopped?.kind ?? null;
}
const STOPPED = {
    input: 'did not begin: its input is wrong',
    'cannot-begin': 'could not begin',
    cancelled: 'was cancelled before it began',
    defect: 'broke off on an unexpected error'
};
/** Why a rule, or the reason of a skip, keeps something out. */
function whyLeftOut(group) {
    return group.message ?? RULES[group.rule] ?? '';
}
const RULES = {
    database_pattern: "the recipe's database_pattern does not let it through",
    table_pattern: "the recipe's table_pattern does not let it through",
    catalog_id: "it is in another catalogue than the recipe's catalog_id",
    ignore_resource_links: 'it is a resource link, and the recipe says ignore_resource_links'
};
/** `7 tables`, `1 database`. */
const countedKind = (count, kind) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(count, kind);
/** How a listing ended, for a table's cell. */
const LISTING = {
    complete: 'complete',
    empty: 'complete, nothing in it',
    incomplete: 'broke off',
    denied: 'denied by AWS'
};
/** Where the credentials came from. */
const SOURCE = {
    'github-oidc': 'by GitHub OIDC',
    'default-chain': "by the SDK's default credential chain",
    'recipe-keys': "with the recipe's keys",
    'recipe-profile': "with the recipe's profile"
};
/** Databases with trouble first, then the largest, then by name: the order of which the top is worth showing. */
function byInterest(a, b) {
    return (TROUBLE[b.listing] - TROUBLE[a.listing] ||
        b.tables + b.views - (a.tables + a.views) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
const TROUBLE = { complete: 0, empty: 0, incomplete: 1, denied: 2 };
/** What is said above the summary of a dry run. */
const DRY_RUN = 'Dry run: nothing was written.';
/** How a table is otherwise than in the last run: `+ a, b; − c; d: int → bigint`. */
function changeOf({ kind, added, removed, retyped }) {
    const parts = [
        ...(removed.length === 0 ? [] : [`− ${removed.join(', ')}`]),
        ...retyped.map(({ column, from, to }) => `${column}: ${from} → ${to}`),
        ...(added.length === 0 ? [] : [`+ ${added.join(', ')}`])
    ];
    if (parts.length > 0)
        return parts.join('; ');
    return kind === 'new' ? 'new' : 'the same columns';
}
/** `3 new, 12 changed, 1 of them without a column or with one of another type`. */
function changesOf({ new: added, changed, breaking }) {
    const broken = breaking === 0 ? '' : `, ${breaking} of them without a column or with one of another type`;
    return `${added} new, ${changed} changed${broken}`;
}


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


/***/ }),

/***/ 2764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ validationOf),
/* harmony export */   e: () => (/* binding */ totalOf)
/* harmony export */ });
/* harmony import */ var _core_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(876);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5836);
/* harmony import */ var _exit_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8456);



/** The reports of all recipes as one: counts added up, the worst verdict. */
function totalOf(recipes, stopped, about) {
    const verdict = (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .worstOf */ .hm)(stopped === null ? recipes : [...recipes, verdictOfStop(stopped)]);
    return {
        schema: 1,
        kind: 'ingest',
        tool: about.tool,
        status: verdict.status,
        exitCode: verdict.exitCode,
        dryRun: about.dryRun,
        startedAt: new Date(about.startedAt).toISOString(),
        durationSeconds: Math.round(about.durationMs) / 1000,
        stopped,
        counts: recipes.map((recipe) => recipe.counts).reduce(_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .addCounts */ .c, (0,_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .noCounts */ .Y)()),
        recipes
    };
}
/**
 * The report of a validation. A file with an error is a user's mistake (2); with `fail-on: warning` a warning fails
 * too (1). `fail-on: never` changes neither.
 */
function validationOf(result, stopped, options) {
    return {
        schema: 1,
        kind: 'validate',
        tool: options.tool,
        ...validationVerdict(result, stopped, options.failOn),
        stopped,
        files: result.files,
        dags: result.dags,
        diagnostics: result.diagnostics
    };
}
function validationVerdict(result, stopped, failOn) {
    if (stopped !== null)
        return verdictOfStop(stopped);
    if ((0,_core_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrors */ .Cs)(result.diagnostics))
        return { status: 'failure', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.input };
    const warned = result.diagnostics.some((diagnostic) => diagnostic.severity === 'warning');
    if (warned && failOn === 'warning')
        return { status: 'failure', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.lost };
    return { status: 'success', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.done };
}
const verdictOfStop = (stop) => ({
    status: stop.kind === 'cancelled' ? 'cancelled' : 'failure',
    exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .STOP_CODE */ .ZP[stop.kind]
});


/***/ })

};
