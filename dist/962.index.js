export const id = 962;
export const ids = [962];
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

/***/ 7393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/** The report as report.json holds it: one document, ended by a line end. */
const renderJson = (report) => `${JSON.stringify(report, null, 2)}\n`;


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
        ['read', begun ? readOf(counts) : null],
        ['aspects', begun ? aspects(run) : null],
        ['retried', counts.retried === 0 ? null : (0,format/* formatNoun */.i$)(counts.retried, 'request')],
        ['took', (0,format/* formatDuration */.a3)(run.durationSeconds)]
    ];
    return list.flatMap(([name, value]) => (value === null ? [] : [`  ${style.dim(name.padEnd(11))} ${(0,render_escape/* visible */.RK)(value)}`]));
}
const readOf = (counts) => [(0,format/* formatNoun */.i$)(counts.databases, 'database'), (0,format/* formatNoun */.i$)(counts.tables, 'table'), (0,format/* formatNoun */.i$)(counts.views, 'view')].join(', ');
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
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   Rn: () => (/* binding */ problemsOfAll),
/* harmony export */   SU: () => (/* binding */ hasBegun),
/* harmony export */   ZV: () => (/* binding */ LISTING),
/* harmony export */   ad: () => (/* binding */ byInterest),
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
