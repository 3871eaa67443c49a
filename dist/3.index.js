export const id = 3;
export const ids = [3];
export const modules = {

/***/ 6515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseAge),
/* harmony export */   n: () => (/* binding */ formatAge)
/* harmony export */ });
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** `90m`, `26h`, `2d` or several of them, the largest first (`1d12h`), as seconds; null: it is no such text, or nothing. */
function parseAge(text) {
    const [whole, days = '0', hours = '0', minutes = '0'] = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(text) ?? [];
    if (whole === undefined)
        return null;
    const seconds = Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE;
    return seconds > 0 && Number.isSafeInteger(seconds) ? seconds : null;
}
/** Seconds as people tell an age: `45 s`, `12 min`, `26 h`, `3 d 4 h`. Rounded down, as ages are. */
function formatAge(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    if (whole < MINUTE)
        return `${whole} s`;
    if (whole < HOUR)
        return `${Math.floor(whole / MINUTE)} min`;
    if (whole < 2 * DAY)
        return `${Math.floor(whole / HOUR)} h${rest(Math.floor((whole % HOUR) / MINUTE), 'min')}`;
    return `${Math.floor(whole / DAY)} d${rest(Math.floor((whole % DAY) / HOUR), 'h')}`;
}
const rest = (count, unit) => (count === 0 ? '' : ` ${count} ${unit}`);


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

/***/ 1116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   N9: () => (/* binding */ ofDiagnostic),
/* harmony export */   Oq: () => (/* binding */ MAX_PER_LEVEL),
/* harmony export */   TJ: () => (/* binding */ limited),
/* harmony export */   VR: () => (/* binding */ ofGroup),
/* harmony export */   h2: () => (/* binding */ MAX_MESSAGE),
/* harmony export */   mU: () => (/* binding */ ofStop)
/* harmony export */ });
/* harmony import */ var _render_doctor_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3760);
/* harmony import */ var _render_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(292);
/* harmony import */ var _render_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9796);



/** GitHub keeps 10 of each level for a step (actions/toolkit, docs/problem-matchers.md). */
const MAX_PER_LEVEL = 10;
/** GitHub cuts a message after this many characters (actions/runner, `_maxIssueMessageLength`). */
const MAX_MESSAGE = 4096;
/** Where those are that are not shown. */
const USUAL_PLACE = 'the step summary and report.json have them';
/** What a run's page shows of a report: of each level at most 10, the last of which says how many more there are, and where. */
function annotationsOf(report, elsewhere = USUAL_PLACE) {
    const all = everythingIn(report);
    const stop = report.stopped === null ? [] : [ofStop(report.stopped)];
    return ['error', 'warning', 'notice'].flatMap((level) => limited([...stop, ...all].filter((annotation) => annotation.level === level), elsewhere));
}
function everythingIn(report) {
    if (report.kind === 'ingest')
        return report.recipes.flatMap(ofRun);
    if (report.kind === 'doctor')
        return report.recipes.flatMap(({ checks }) => checks.flatMap(ofCheck));
    return report.diagnostics.map(ofDiagnostic);
}
/** What failed, and what somebody should look at. */
function ofCheck({ status, title, found, cure, code }) {
    if (status !== 'failed' && status !== 'warning')
        return [];
    const level = status === 'failed' ? 'error' : 'warning';
    return [
        {
            level,
            title: (0,_render_format_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_render_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(code ?? title), 100),
            message: worded(`${(0,_render_doctor_words_js__WEBPACK_IMPORTED_MODULE_0__/* .labelOf */ .Wy)(title)} ${found}`, cure ?? undefined),
            place: null
        }
    ];
}
/** Of a level's annotations at most 10. */
function limited(list, elsewhere = USUAL_PLACE) {
    const last = list[MAX_PER_LEVEL - 1];
    if (list.length <= MAX_PER_LEVEL || last === undefined)
        return list;
    const hidden = list.length - MAX_PER_LEVEL + 1;
    const more = {
        level: last.level,
        title: `${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(hidden)} more`,
        message: `${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(hidden, `more ${last.level}`)} like these: ${elsewhere}`,
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
/** Why it did not come to its end. */
const ofStop = (stop) => ({
    level: 'error',
    title: stop.code,
    message: worded(stop.message, stop.cure),
    place: null
});
/** What there is to say about a place of a file. */
const ofDiagnostic = (d) => ({
    level: d.severity,
    title: d.code,
    message: worded(d.message, d.cure),
    place: { file: d.file, line: d.line, column: d.column }
});
/** Equal failures as one annotation. */
function ofGroup(group, level) {
    const names = group.resources.slice(0, 3).join(', ');
    const rest = group.count > 3 ? ` and ${(0,_render_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(group.count - 3)} more` : '';
    const where = names === '' ? '' : `: ${names}${rest}`;
    return { level, title: group.code, message: worded(`${group.message}${where}`, group.cure), place: null };
}
/** What and cure, in which every character can be seen, within GitHub's length. */
function worded(what, cure) {
    const lines = [what, ...(cure === undefined ? [] : cure.split(/\r?\n/))];
    return (0,_render_format_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(lines.map(_render_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK).join('\n'), MAX_MESSAGE);
}


/***/ }),

/***/ 9347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u_: () => (/* binding */ reportDoctor)
/* harmony export */ });
/* unused harmony exports doctorReportOf, countChecks */
/* harmony import */ var _exit_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8456);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5102);


/** The report of `doctor`, whatever becomes of it. Never rejects. */
async function reportDoctor(look, failOn, invocation) {
    const { tool, clock } = invocation;
    const startedAt = clock.now();
    const begun = clock.monotonic();
    const ended = await (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeOf */ .sG)(look, invocation);
    const durationMs = clock.monotonic() - begun;
    return doctorReportOf(ended.value ?? [], ended.stopped, { tool, failOn, startedAt, durationMs });
}
/** What was found, as one report. */
function doctorReportOf(recipes, stopped, about) {
    const { tool, failOn, startedAt, durationMs } = about;
    return {
        schema: 1,
        kind: 'doctor',
        tool,
        ...verdictOf(recipes, stopped, failOn),
        startedAt: new Date(startedAt).toISOString(),
        durationSeconds: Math.round(durationMs) / 1000,
        stopped,
        counts: countChecks(recipes),
        recipes
    };
}
/**
 * 2 when a recipe or an input is wrong, else 1 when a check failed: to find out that AWS or GMS cannot be reached is what
 * this command is for, so that it is no 3. `fail-on` decides about 1 alone.
 */
function verdictOf(recipes, stopped, failOn) {
    if (stopped !== null) {
        const status = stopped.kind === 'cancelled' ? 'cancelled' : 'failure';
        return { status, exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .STOP_CODE */ .ZP[stopped.kind] };
    }
    const checks = recipes.flatMap((recipe) => recipe.checks);
    if (checks.some(({ status, isInput }) => status === 'failed' && isInput)) {
        return { status: 'failure', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.input };
    }
    const { failed, warnings } = countChecks(recipes);
    if (failed === 0 && (warnings === 0 || failOn !== 'warning'))
        return { status: 'success', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done };
    return { status: 'failure', exitCode: failOn === 'never' ? _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done : _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.lost };
}
/** How many checks ended how. */
function countChecks(recipes) {
    const count = (status) => recipes.reduce((sum, { checks }) => sum + checks.filter((check) => check.status === status).length, 0);
    return { ok: count('ok'), failed: count('failed'), warnings: count('warning'), notTested: count('not-tested') };
}


/***/ }),

/***/ 5102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d1: () => (/* binding */ reportIngestion),
/* harmony export */   k3: () => (/* binding */ reportValidation),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
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
    return (0,_total_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(ended.value ?? [], ended.stopped, { tool, dryRun, startedAt, durationMs });
}
/** The report of a validation, whatever becomes of it. Never rejects. */
async function reportValidation(validate, failOn, invocation) {
    const ended = await outcomeOf(validate, invocation);
    const result = ended.value ?? { files: [], dags: [], diagnostics: [] };
    return (0,_total_js__WEBPACK_IMPORTED_MODULE_1__/* .validationOf */ .D2)(result, ended.stopped, { tool: invocation.tool, failOn });
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

/***/ 8156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ planAnnotations)
/* harmony export */ });
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1116);

/** What a run's page shows of a plan, within GitHub's limits. What changes stands in the summary and the comment. */
function planAnnotations(report) {
    const all = [...(report.stopped === null ? [] : [(0,_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .ofStop */ .mU)(report.stopped)]), ...report.recipes.flatMap(ofRecipe)];
    return ['error', 'warning', 'notice'].flatMap((level) => (0,_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .limited */ .TJ)(all.filter((annotation) => annotation.level === level)));
}
function ofRecipe(plan) {
    return [
        ...plan.diagnostics.map(_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .ofDiagnostic */ .N9),
        ...[plan.unread, plan.unasked].flatMap((gap) => (gap === null ? [] : [ofGap(gap, plan.recipe)])),
        ...plan.failures.map((group) => (0,_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .ofGroup */ .VR)(group, 'error')),
        ...plan.warnings.map((group) => (0,_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .ofGroup */ .VR)(group, 'warning'))
    ];
}
/** What nobody has to act on is a notice. */
function ofGap({ code, message, cure, fault }, recipe) {
    const told = (0,_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .ofStop */ .mU)({
        kind: 'input',
        code,
        message: `${recipe}: ${message}`,
        ...(cure === undefined ? {} : { cure })
    });
    return { ...told, level: fault === null ? 'notice' : 'error' };
}


/***/ }),

/***/ 268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ planVerdict),
/* harmony export */   JO: () => (/* binding */ noPlanCounts),
/* harmony export */   _S: () => (/* binding */ reportPlan),
/* harmony export */   bM: () => (/* binding */ addPlanCounts)
/* harmony export */ });
/* unused harmony export planOf */
/* harmony import */ var _core_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(876);
/* harmony import */ var _exit_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8456);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5102);
/* harmony import */ var _total_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2764);




/** The plan of an invocation, whatever becomes of it. Never rejects. */
async function reportPlan(work, invocation) {
    const { tool, clock } = invocation;
    const startedAt = clock.now();
    const begun = clock.monotonic();
    const ended = await (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeOf */ .sG)(work, invocation);
    return planOf(ended.value, ended.stopped, { tool, startedAt, durationMs: clock.monotonic() - begun });
}
/** The plans of all recipes as one: counts added up, the worst verdict. `result` is null when there is none. */
function planOf(result, stopped, about) {
    const recipes = result?.recipes ?? [];
    const verdicts = recipes.map(planVerdict);
    const verdict = (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .worstOf */ .hm)(stopped === null ? verdicts : [...verdicts, (0,_total_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOfStop */ .Fn)(stopped)]);
    return {
        schema: 1,
        kind: 'plan',
        tool: about.tool,
        status: verdict.status,
        exitCode: verdict.exitCode,
        startedAt: new Date(about.startedAt).toISOString(),
        durationSeconds: Math.round(about.durationMs) / 1000,
        stopped,
        base: result?.base ?? null,
        counts: recipes.map(({ counts }) => counts).reduce(addPlanCounts, noPlanCounts()),
        recipes
    };
}
/**
 * The verdict on one recipe's plan: its text is wrong (2), the catalogue could not be read although somebody should have
 * seen to it (as with a run), or not to its end (1). What only nobody's credentials keep from being known is no failure.
 */
function planVerdict({ diagnostics, unread, failures }) {
    if ((0,_core_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrors */ .Cs)(diagnostics))
        return { status: 'failure', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.input };
    const fault = unread?.fault ?? null;
    if (fault !== null) {
        return { status: fault === 'cancelled' ? 'cancelled' : 'failure', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .STOP_CODE */ .ZP[fault] };
    }
    return failures.length > 0 ? { status: 'failure', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.lost } : { status: 'success', exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.done };
}
/** Nothing becomes otherwise. */
const noPlanCounts = () => ({ toAdd: 0, toChange: 0, toRemove: 0 });
/** The sum of two. */
const addPlanCounts = (a, b) => ({
    toAdd: a.toAdd + b.toAdd,
    toChange: a.toChange + b.toChange,
    toRemove: a.toRemove + b.toRemove
});


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

/***/ 7393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/** The report as report.json or plan.json holds it: one document, ended by a line end. */
const renderJson = (report) => `${JSON.stringify(report, null, 2)}\n`;


/***/ }),

/***/ 3926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ renderPlanText),
/* harmony export */   W: () => (/* binding */ planOutcome)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(292);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9796);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6674);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4905);




/** Entities of one database that a terminal shows; plan.json has more. */
const MOST_SHOWN = 20;
/** Longest value of an option that is shown. */
const LONGEST_VALUE = 200;
/** The plan for a terminal or a pipe; its last line is the outcome. */
function renderPlanText(report, { colour }) {
    const style = (0,_style_js__WEBPACK_IMPORTED_MODULE_2__/* .styleOf */ .V)(colour);
    const stop = report.stopped === null ? [] : [...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .stopLines */ .QN)(report.stopped, style), ''];
    const blocks = report.recipes.flatMap((plan) => [...recipeBlock(plan, style), '']);
    const base = report.base === null ? NO_BASE : `Compared with ${report.base}`;
    const head = report.recipes.length === 0 ? [] : [style.dim(base), ''];
    const paint = report.exitCode === 0 ? style.green : style.red;
    return `${[...head, ...blocks, ...stop, paint(style.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(planOutcome(report))))].join('\n')}\n`;
}
const NO_BASE = 'There is nothing to compare with: each recipe is planned as a new one';
/** The plan in one line. */
function planOutcome({ stopped, recipes, counts, status, exitCode, durationSeconds }) {
    if (stopped !== null)
        return `Not planned: ${stopped.message}`;
    if (recipes.length === 0)
        return 'Nothing to plan: no recipe has changed';
    const wrong = recipes.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error')).length;
    const what = wrong > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(wrong, 'recipe')} wrong; ` : exitCode === 0 ? '' : `${NOT_WHOLE[status]}; `;
    const unread = recipes.every((plan) => plan.unread !== null || plan.diagnostics.some((d) => d.severity === 'error'));
    const plan = unread ? 'the catalogue was not read' : `${countsText(counts)} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(durationSeconds)}`;
    return `Plan: ${what}${plan}. Nothing was written`;
}
const NOT_WHOLE = { success: 'whole', failure: 'not whole', cancelled: 'stopped' };
const countsText = ({ toAdd, toChange, toRemove }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(toAdd)} to add, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(toChange)} to change, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(toRemove)} to remove`;
function recipeBlock(plan, style) {
    const renamed = plan.renamedFrom === null ? '' : `, was ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(plan.renamedFrom)}`;
    const name = plan.pipelineName === null ? '' : ` ${style.dim((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(plan.pipelineName))}`;
    return [
        `${style.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(plan.recipe))} (${plan.edit}${renamed})${name}`,
        ...plan.diagnostics.flatMap((diagnostic) => (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnosticLines */ .NS)(diagnostic, style)),
        ...plan.options.flatMap((option) => optionLines(option, style)),
        ...gapLines('Catalogue not read', plan.unread, style),
        ...(plan.unread === null ? catalogueLines(plan, style) : []),
        ...gapLines('DataHub not asked', plan.unasked, style),
        ...datahubLines(plan),
        ...groupLines(plan.failures, style.red('failure:')),
        ...groupLines(plan.warnings, style.yellow('warning:'))
    ];
}
function optionLines({ path, before, after, heldBack }, style) {
    const value = (text) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(text, LONGEST_VALUE));
    const change = before === null
        ? `${style.green('+')} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(path)}: ${value(after ?? '')}`
        : after === null
            ? `${style.red('-')} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(path)}: ${value(before)}`
            : `${style.yellow('~')} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(path)}: ${value(before)} → ${value(after)}`;
    const held = heldBack === null ? [] : [style.yellow(`      not planned: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(heldBack)}`)];
    return [`  ${change}`, ...held];
}
function gapLines(title, gap, style) {
    if (gap === null)
        return [];
    const paint = gap.fault === null ? style.yellow : style.red;
    const cure = gap.cure === undefined ? [] : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .indented */ .gu)(gap.cure);
    return [`  ${paint(`${title}:`)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(gap.message)} ${style.dim(`[${gap.code}]`)}`, ...cure];
}
function catalogueLines(plan, style) {
    const aspects = Object.entries(plan.aspects).map(([name, count]) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(name)} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count)}`);
    const others = Object.entries(plan.others).map(([type, counts]) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(type)}: ${countsText(counts)}`);
    return [
        `  Databases, tables and views: ${countsText(plan.counts)}`,
        ...plan.databases.flatMap((database) => databaseLines(database, style)),
        ...(aspects.length === 0 ? [] : [`  Aspects written otherwise: ${aspects.join(', ')}`]),
        ...(others.length === 0 ? [] : [`  Besides: ${others.join('; ')}`])
    ];
}
const LISTINGS = {
    complete: '',
    empty: ', empty',
    incomplete: ', its listing broke off',
    denied: ', AWS refuses its listing'
};
function databaseLines(database, style) {
    const { name, change, listing, counts, entities } = database;
    const shown = entities.slice(0, MOST_SHOWN);
    const rest = counts.toAdd + counts.toChange + counts.toRemove - shown.length;
    const said = change === 'stays' ? '' : ` ${change}`;
    return [
        `  ${style.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(name))}${said} (${countsText(counts)}${LISTINGS[listing]})`,
        ...shown.map((entity) => `    ${entityLine(entity, style)}`),
        ...(rest > 0 ? [style.dim(`    … and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(rest)} more`)] : [])
    ];
}
function entityLine({ name, kind, change, rule, aspects, columns }, style) {
    const mark = { add: style.green('+'), change: style.yellow('~'), remove: style.red('-') }[change];
    const by = rule === null ? '' : ` by ${rule}`;
    const what = aspects.length === 0 ? '' : ` (${aspects.map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK).join(', ')})`;
    return `${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(name)}${kind === 'table' ? '' : ` [${kind}]`}${by}${what}${columnsText(columns)}`;
}
function columnsText(columns) {
    if (columns === null)
        return '';
    const { added, removed, retyped } = columns;
    const parts = [
        ...removed.map((name) => `-${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(name)}`),
        ...retyped.map(({ column, from, to }) => `~${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(column)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(from)}→${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(to)}`),
        ...added.map((name) => `+${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(name)}`)
    ];
    return ` columns ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(parts.join(' '), LONGEST_VALUE)}`;
}
function datahubLines({ held, stale }) {
    const partly = held !== null && held.asked < held.of ? ` (of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(held.of)}, the first)` : '';
    return [
        ...(held === null
            ? []
            : [
                `  DataHub, of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(held.asked, 'entity', 'entities')}${partly}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(held.toAdd)} to add, ` +
                    `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(held.toChange)} to change, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(held.unchanged)} as they are`
            ]),
        ...(stale === null
            ? []
            : [
                `  The next run removes ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(stale.count, 'stale entity', 'stale entities')}`,
                ...stale.removed.slice(0, MOST_SHOWN).map((urn) => `    - ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(urn)}`),
                ...(stale.count > MOST_SHOWN ? [`    … and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(stale.count - MOST_SHOWN)} more`] : []),
                ...stale.kept.map(({ message, count }) => `    kept ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(message)}`)
            ])
    ];
}
function groupLines(groups, mark) {
    return groups.flatMap(({ code, message, cure, count, resources }) => {
        const where = resources.length === 0 ? '' : `: ${resources.slice(0, 3).map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK).join(', ')}`;
        const times = count > 1 ? ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count)} times)` : '';
        return [`  ${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(message)}${where}${times} [${code}]`, ...(cure === undefined ? [] : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .indented */ .gu)(cure))];
    });
}


/***/ }),

/***/ 4905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NS: () => (/* binding */ diagnosticLines),
  gu: () => (/* binding */ text_indented),
  S5: () => (/* binding */ renderText),
  QN: () => (/* binding */ stopLines)
});

// EXTERNAL MODULE: ./lib/report/render/escape.js
var render_escape = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/report/render/style.js
var render_style = __webpack_require__(6674);
// EXTERNAL MODULE: ./lib/report/render/doctor-words.js
var doctor_words = __webpack_require__(3760);
;// CONCATENATED MODULE: ./lib/report/render/text-doctor.js


/** `not tested` and a space. */
const WIDTH = 11;
/** What was found, for a terminal or a log: a line a check, and below it what to do. */
function doctorLines({ recipes }, style) {
    return recipes.flatMap((diagnosis) => [...diagnosisLines(diagnosis, style), '']);
}
function diagnosisLines(diagnosis, style) {
    return [
        style.bold((0,render_escape/* visible */.RK)((0,doctor_words/* subjectOf */.et)(diagnosis))),
        ...doctor_words/* FAMILIES */.BU.flatMap(([family, title]) => {
            const checks = (0,doctor_words/* checksOf */.tg)(diagnosis, family);
            return checks.length === 0
                ? []
                : [`  ${style.bold(title)}`, ...checks.flatMap((check) => checkLines(check, style))];
        }),
        ...ingesterLines(diagnosis, style)
    ];
}
function checkLines({ status, title, found, details, cure, code }, style) {
    const paint = {
        ok: style.green,
        failed: style.red,
        warning: style.yellow,
        'not-tested': style.dim
    };
    const mark = paint[status](doctor_words/* STATUS_WORDS */.ly[status].padEnd(WIDTH));
    const suffix = code === null ? '' : ` ${style.dim(`[${(0,render_escape/* visible */.RK)(code)}]`)}`;
    return [
        `    ${mark}${(0,render_escape/* visible */.RK)((0,doctor_words/* labelOf */.Wy)(title))} ${(0,render_escape/* visible */.RK)(found)}${suffix}`,
        ...details.map((line) => style.dim(`${' '.repeat(4 + WIDTH)}${(0,render_escape/* visible */.RK)(line)}`)),
        ...indented(cure)
    ];
}
/** What to do, set in behind an arrow; each line of the foreign text is made safe by itself. */
const indented = (cure) => cure === null
    ? []
    : cure
        .split(/\r?\n/)
        .map((line, index) => `${' '.repeat(2 + WIDTH)}${index === 0 ? '→' : ' '} ${(0,render_escape/* visible */.RK)(line)}`.trimEnd());
function ingesterLines({ ingesters }, style) {
    if (ingesters.length === 0)
        return [];
    const rows = ingesters.map((ingester) => (0,doctor_words/* ingesterCells */.VL)(ingester).map(render_escape/* visible */.RK));
    const all = [doctor_words/* INGESTER_TITLES */.aW.map(String), ...rows];
    const widths = doctor_words/* INGESTER_TITLES */.aW.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    return all.map((row, index) => {
        const line = `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
        return index === 0 ? style.dim(line) : line;
    });
}

// EXTERNAL MODULE: ./lib/report/render/text-run.js
var text_run = __webpack_require__(5248);
// EXTERNAL MODULE: ./lib/report/render/words.js
var words = __webpack_require__(5230);
;// CONCATENATED MODULE: ./lib/report/render/text.js





/** The report for a terminal or a pipe; its last line is the outcome. */
function renderText(report, { colour }) {
    const style = (0,render_style/* styleOf */.V)(colour);
    const lines = linesOf(report, style);
    return `${[...lines, outcomeLine(report, style)].join('\n')}\n`;
}
function linesOf(report, style) {
    if (report.kind === 'doctor') {
        return [...doctorLines(report, style), ...(report.stopped === null ? [] : stopLines(report.stopped, style))];
    }
    return report.kind === 'ingest' ? ingestion(report, style) : validation(report, style);
}
function ingestion(report, style) {
    const banner = report.dryRun ? [style.bold(words/* DRY_RUN */.yE), ''] : [];
    const stop = report.stopped === null ? [] : [...stopLines(report.stopped, style), ''];
    return [...banner, ...report.recipes.flatMap((run) => [...recipeBlock(run, style), '']), ...stop];
}
function recipeBlock(run, style) {
    const stop = run.stopped === null ? [] : stopLines(run.stopped, style);
    return [...(0,text_run/* runBlock */.r)(run, style), ...run.diagnostics.flatMap((d) => diagnosticLines(d, style)), ...stop];
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
    return d.cure === undefined ? [line] : [line, ...text_indented(d.cure)];
}
/** Why it did not come to its end, and what to do. */
function stopLines(stop, style) {
    const line = `${style.red('error:')} ${(0,render_escape/* visible */.RK)(stop.message)} ${style.dim(`[${stop.code}]`)}`;
    return stop.cure === undefined ? [line] : [line, ...text_indented(stop.cure)];
}
/** Foreign text of several lines, set in; each line is made safe by itself. */
const text_indented = (text) => text.split(/\r?\n/).map((line) => `    ${(0,render_escape/* visible */.RK)(line)}`.trimEnd());
function outcomeLine(report, style) {
    const problems = report.kind === 'validate' ? { failures: 0, warnings: 0 } : (0,words/* problemsIn */._n)(report);
    const paint = {
        success: style.green,
        warning: style.yellow,
        failure: style.red,
        cancelled: style.yellow
    };
    return paint[(0,words/* markOf */.Fg)(report.status, problems)](style.bold((0,render_escape/* visible */.RK)((0,words/* outcomeOf */.sG)(report))));
}


/***/ }),

/***/ 2764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D2: () => (/* binding */ validationOf),
/* harmony export */   Fn: () => (/* binding */ verdictOfStop),
/* harmony export */   e6: () => (/* binding */ totalOf)
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
/** The verdict on what did not come to its end. */
const verdictOfStop = (stop) => ({
    status: stop.kind === 'cancelled' ? 'cancelled' : 'failure',
    exitCode: _exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .STOP_CODE */ .ZP[stop.kind]
});


/***/ })

};
