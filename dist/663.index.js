export const id = 663;
export const ids = [663];
export const modules = {

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
    const parts = [formatNoun(counts.tables, 'table')];
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
