export const id = 781;
export const ids = [781];
export const modules = {

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

/***/ 6749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1817);

/** Shorter values are no secrets, and hiding every `1` would hide the report. */
const LEAST_LENGTH = 4;
/** Members that programs compare, and that a short key of a stand-in for AWS, such as `test`, would make unreadable. */
const OWN_WORDS = new Set(['not-tested']);
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
            return OWN_WORDS.has(value) ? value : this.text(value);
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

/***/ 3760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ FAMILIES),
/* harmony export */   Qu: () => (/* binding */ doctorProblems),
/* harmony export */   VL: () => (/* binding */ ingesterCells),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   aW: () => (/* binding */ INGESTER_TITLES),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   ly: () => (/* binding */ STATUS_WORDS),
/* harmony export */   mr: () => (/* binding */ doctorOutcome),
/* harmony export */   tg: () => (/* binding */ checksOf)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9796);

/** Families in the order in which they are told, and their titles. */
const FAMILIES = [
    ['recipe', 'Recipe'],
    ['identity', 'Identity in AWS'],
    ['permissions', 'Permissions in AWS'],
    ['gms', "DataHub's metadata service (GMS)"],
    ['clock', 'Clocks'],
    ['ingestion', 'Ingestion of Glue']
];
/** How a status is written. */
const STATUS_WORDS = {
    ok: 'ok',
    failed: 'failed',
    warning: 'warning',
    'not-tested': 'not tested'
};
/** How many things are wrong, as every command counts them. */
const doctorProblems = ({ counts, stopped }) => ({
    failures: counts.failed + (stopped === null ? 0 : 1),
    warnings: counts.warnings
});
/** `DataHub Glue doctor: 2 of 31 checks failed, 1 warning, 4 not tested, in 1.9 s`. */
function doctorOutcome({ counts, stopped, durationSeconds, recipes }) {
    if (stopped !== null)
        return 'The DataHub Glue doctor could not look';
    const { ok, failed, warnings, notTested } = counts;
    const all = ok + failed + warnings + notTested;
    const parts = [
        failed > 0 ? `${failed} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(all, 'check')} failed` : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(ok, 'check')} ok, none failed`,
        ...(warnings > 0 ? [(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(warnings, 'warning')] : []),
        ...(notTested > 0 ? [`${notTested} not tested`] : [])
    ];
    const of = recipes.length > 1 ? ` of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNoun */ .i$)(recipes.length, 'recipe')}` : '';
    return `DataHub Glue doctor${of}: ${parts.join(', ')}, in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(durationSeconds)}`;
}
/** A check's title, as what is found follows it. */
const labelOf = (title) => (title.endsWith('?') ? title : `${title}:`);
/** The checks of one family, in their order. */
const checksOf = ({ checks }, family) => checks.filter((check) => check.family === family);
/** What is looked at, as a heading. */
const subjectOf = ({ recipe, server }) => recipe ?? server ?? 'What the inputs say';
/** Columns of an ingester: who, how it is run, its last run, what it wrote last. */
function ingesterCells({ name, kind, schedule, runs, wrote, isRecipe }) {
    const [last] = runs;
    const run = last === undefined ? '-' : `${last.status}${last.startedAt === null ? '' : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(last.startedAt)}`}`;
    return [
        isRecipe ? `${name} (this recipe)` : name,
        schedule === null ? KINDS[kind] : `DataHub, at ${schedule.cron} (${schedule.timezone})`,
        run,
        wrote === null ? '-' : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(wrote.at)} by ${wrote.runId}`
    ];
}
const KINDS = {
    ui: 'DataHub, by hand',
    cli: 'a command line or workflow',
    unknown: 'not known'
};
/** Titles of these columns. */
const INGESTER_TITLES = ['Who ingests Glue', 'Run by', 'Last run', 'Newest dataset'];


/***/ }),

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Jf: () => (/* binding */ htmlLines),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   js: () => (/* binding */ htmlText)
/* harmony export */ });
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

/***/ 5248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ runBlock)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9495);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(292);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9796);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5230);




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
        `${style.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(run.recipe))} ${style.dim((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(run.runId))}`,
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
    const begun = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .hasBegun */ .SU)(counts);
    const list = [
        ['identity', identity && `${identity.arn}, ${identity.region}, ${_words_js__WEBPACK_IMPORTED_MODULE_2__/* .SOURCE */ .u2[identity.source]}`],
        [run.dryRun ? 'would write' : 'sink', sink && [sink.type, sink.target, sink.version ?? ''].join(' ').trimEnd()],
        ['read', begun && counts.databases > 0 ? readOf(counts) : null],
        ['aspects', begun ? aspects(run) : null],
        ['not sent', lettersOf(run)],
        ['changes', run.changes === null ? null : (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOf */ .fs)(run.changes)],
        ['retried', counts.retried === 0 ? null : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(counts.retried, 'request')],
        ['took', (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(run.durationSeconds)]
    ];
    return list.flatMap(([name, value]) => (value === null ? [] : [`  ${style.dim(name.padEnd(11))} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(value)}`]));
}
const readOf = (counts) => [(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(counts.databases, 'database'), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(counts.tables, 'table'), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(counts.views, 'view')].join(', ');
function lettersOf({ deadLetters }) {
    if (deadLetters === null)
        return null;
    const { path, count } = deadLetters;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNoun */ .i$)(count, 'aspect')} kept in ${path}; datahub-glue mcps ${path} sends them again`;
}
function aspects({ counts, dryRun }) {
    const { produced, unchanged } = counts;
    const same = unchanged === 0 ? '' : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(unchanged)} unchanged`;
    if (dryRun)
        return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(produced - unchanged)} to write${same}`;
    const others = ['accepted', 'unchanged', 'rejected', 'undelivered'].filter((fate) => counts[fate] > 0);
    return [
        `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(counts.written)} written`,
        ...others.map((fate) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(counts[fate])} ${fate}`)
    ].join(', ');
}
function groups(title, list, paint, style) {
    if (list.length === 0)
        return [];
    const shown = list.slice(0, MAX_GROUPS).flatMap((group) => {
        const times = group.count === 1 ? '' : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(group.count)} × `;
        const cure = group.cure === undefined ? [] : group.cure.split(/\r?\n/).map((line) => `      ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(line)}`.trimEnd());
        const head = `    ${paint(`${times}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(group.message)}`)} ${style.dim(`[${group.code}]`)}`;
        return [head, ...cure, ...sampled(group.resources, group.count, style)];
    });
    return [`  ${style.bold(title)}`, ...shown, ...more(list.length - MAX_GROUPS)];
}
/** `a, b, c and 7 more`, set in; nothing where there are no names. */
function sampled(names, count, style) {
    if (names.length === 0)
        return [];
    const rest = count > names.length ? ` and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count - names.length)} more` : '';
    return [style.dim(`      ${names.map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK).join(', ')}${rest}`)];
}
function leftOut(run, style) {
    if (run.filtered.length === 0)
        return [];
    const shown = run.filtered
        .slice(0, MAX_GROUPS)
        .flatMap((group) => [
        `    ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countedKind */ .ph)(group.count, group.kind)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .whyLeftOut */ .qC)(group))} ${style.dim(`[${group.rule}]`)}`,
        ...sampled(group.names, group.count, style)
    ]);
    return [`  ${style.bold('Left out')}`, ...shown, ...more(run.filtered.length - MAX_GROUPS)];
}
/** Tables that are otherwise than in the last run, those that lost something in yellow. */
function changed({ changes }, style) {
    if (changes === null || changes.tables.length === 0)
        return [];
    const shown = changes.tables.slice(0, MAX_GROUPS).map((table) => {
        const line = `    ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(table.urn)}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOf */ .C2)(table))}`;
        return (0,_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .isBreaking */ .E)(table) ? style.yellow(line) : line;
    });
    return [`  ${style.bold('What changed')}`, ...shown, ...more(changes.new + changes.changed - shown.length)];
}
/** What is no longer in Glue, by urn. */
function removed({ removed: urns, dryRun }, style) {
    if (urns.length === 0)
        return [];
    const title = `${dryRun ? 'Would be removed from' : 'Removed in'} DataHub: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(urns.length)}`;
    const shown = urns.slice(0, MAX_GROUPS).map((urn) => `    ${style.yellow((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(urn))}`);
    return [`  ${style.bold(title)}`, ...shown, ...more(urns.length - MAX_GROUPS)];
}
/** Numbers first, so that names of any width do no harm to the columns. */
function databases(run, style) {
    if (run.databases.length === 0)
        return [];
    const rows = run.databases
        .toSorted(_words_js__WEBPACK_IMPORTED_MODULE_2__/* .byInterest */ .ad)
        .slice(0, MAX_DATABASES)
        .map((d) => {
        const numbers = [d.tables, d.views, d.filtered + d.skipped].map((n) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(n).padStart(9)).join('');
        return `${numbers}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(d.name)}${d.listing === 'complete' ? '' : style.dim(` (${_words_js__WEBPACK_IMPORTED_MODULE_2__/* .LISTING */ .ZV[d.listing]})`)}`;
    });
    const head = style.dim(['tables', 'views', 'left out'].map((title) => title.padStart(9)).join(''));
    return [`  ${style.bold('Databases')}`, head, ...rows, ...more(run.databases.length - MAX_DATABASES)];
}
const more = (hidden) => (hidden > 0 ? [`    and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(hidden)} more`] : []);


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
/* harmony export */   _n: () => (/* binding */ problemsIn),
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
/* harmony import */ var _doctor_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3760);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9796);



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
/** The problems of anything; a validation's are the mistakes that it found. */
function problemsIn(report) {
    if (report.kind === 'doctor')
        return (0,_doctor_words_js__WEBPACK_IMPORTED_MODULE_1__/* .doctorProblems */ .Qu)(report);
    if (report.kind === 'ingest')
        return problemsOfAll(report);
    const { diagnostics, stopped } = report;
    return {
        failures: countOf(diagnostics, 'error') + (stopped === null ? 0 : 1),
        warnings: countOf(diagnostics, 'warning')
    };
}
/** How many diagnostics of a severity there are. */
const countOf = (diagnostics, severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
/** The outcome of anything in a line: `DataHub Glue ingestion failed: 412 tables, 3,900 aspects written in 1.9 s`. */
function outcomeOf(report) {
    if (report.kind === 'doctor')
        return (0,_doctor_words_js__WEBPACK_IMPORTED_MODULE_1__/* .doctorOutcome */ .mr)(report);
    return report.kind === 'ingest' ? ingestionOutcome(report) : validationOutcome(report);
}
function ingestionOutcome(report) {
    const what = report.dryRun ? 'DataHub Glue dry run' : 'DataHub Glue ingestion';
    const done = (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatAchievement */ .n1)(report.counts, report.dryRun, report.durationSeconds);
    const stop = stopKindOf(report);
    if (stop !== null && !hasBegun(report.counts))
        return `${what} ${STOPPED[stop]}`;
    if (report.status === 'cancelled')
        return `${what} was cancelled: ${done}`;
    if (report.status === 'failure')
        return `${what} failed: ${done}`;
    const { warnings } = problemsOfAll(report);
    return `${what}: ${done}${warnings === 0 ? '' : `, with ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(warnings, 'warning')}`}`;
}
function validationOutcome({ files, dags, diagnostics, stopped }) {
    if (stopped !== null)
        return 'No DataHub Glue recipe was validated';
    const found = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(countOf(diagnostics, 'error'), 'error')}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(countOf(diagnostics, 'warning'), 'warning')}`;
    const recipes = files.length - dags.length;
    const looked = [
        ...(recipes > 0 || dags.length === 0 ? [(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(recipes, 'DataHub Glue recipe')] : []),
        ...(dags.length > 0 ? [(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(dags.length, 'DAG')] : [])
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
const countedKind = (count, kind) => (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNoun */ .i$)(count, kind);
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


/***/ })

};
