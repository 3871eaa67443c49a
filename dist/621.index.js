export const id = 621;
export const ids = [621,483];
export const modules = {

/***/ 6621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDagFile: () => (/* binding */ runDagFile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/dag/file/params.js
var file_params = __webpack_require__(8733);
// EXTERNAL MODULE: ./lib/dag/file/parse.js + 2 modules
var parse = __webpack_require__(6121);
// EXTERNAL MODULE: ./lib/report/exit-code.js
var exit_code = __webpack_require__(8456);
// EXTERNAL MODULE: ./lib/report/redact.js
var redact = __webpack_require__(6749);
// EXTERNAL MODULE: ./lib/report/stop.js
var stop = __webpack_require__(8596);
// EXTERNAL MODULE: ./lib/core/http-error.js
var http_error = __webpack_require__(3252);
;// CONCATENATED MODULE: ./lib/state/dag-run-journal.js




/** The files of one DAG's runs. */
const RECORD_FILE = 'dag-run.json';
const JOURNAL_FILE = 'dag-run.journal';
/**
 * The document and the journal as texts, taken together. A line of the journal counts only when it is whole: what a
 * killed process wrote half is left out, with everything after it. Lines of another generation are in the document.
 * Null when there is no document.
 * @throws AppError when the document cannot be understood.
 */
function recover(texts, rules) {
    if (texts.record === null)
        return null;
    const document = parseDocument(texts.record, rules);
    const lines = [...wholeLines(texts.journal ?? '')].filter(({ generation }) => generation === document.generation);
    return rules.apply(document, lines.flatMap(({ entries }) => entries));
}
function parseDocument(text, rules) {
    const fail = (why) => new errors/* AppError */.u(`The record of the DAG run cannot be read: ${why}`, {
        kind: 'input',
        code: 'dag-record',
        cure: `Remove ${RECORD_FILE} and ${JOURNAL_FILE} to start over`
    });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw fail((0,errors/* messageOf */.b)(error));
    }
    if (!rules.isDocument(value))
        throw fail('it is of another version of this program, or of something else');
    return value;
}
function* wholeLines(text) {
    for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n')) {
        if (line === '')
            continue;
        try {
            yield JSON.parse(line);
        }
        catch {
            return;
        }
    }
}
/** What lies in `folder`; null when there is no record. @throws AppError, as `recover`. */
function readRecord(folder, rules) {
    const record = textOf((0,external_node_path_.join)(folder, RECORD_FILE));
    return recover({ record, journal: textOf((0,external_node_path_.join)(folder, JOURNAL_FILE)) }, rules);
}
function textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if ((0,http_error/* codeOf */.$N)(error) === 'ENOENT')
            return null;
        throw error;
    }
}
/**
 * A document that survives its process: entries are on disk before `append` returns, batch by batch, whole or not at
 * all. Synchronous on purpose: nothing that follows from a change may begin before the change is written.
 */
class Journal {
    #folder;
    #rules;
    #document;
    /** Written, and not yet taken into the document. */
    #pending = [];
    #fd;
    /** Begins with `document`, which is written as the next generation. Whatever lay in the folder is replaced. */
    constructor(folder, document, rules) {
        this.#folder = folder;
        this.#rules = rules;
        this.#document = document;
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        this.#fd = (0,external_node_fs_.openSync)((0,external_node_path_.join)(folder, JOURNAL_FILE), 'a');
        this.compact((same) => same);
    }
    get document() {
        if (this.#pending.length > 0) {
            this.#document = this.#rules.apply(this.#document, this.#pending);
            this.#pending = [];
        }
        return this.#document;
    }
    /** Writes a batch. `durable`: on the disk itself when this returns, so that it outlives the machine too. */
    append(entries, durable = true) {
        const line = { generation: this.#document.generation, entries };
        writeAll(this.#fd, `${JSON.stringify(line)}\n`);
        if (durable)
            (0,external_node_fs_.fdatasyncSync)(this.#fd);
        this.#pending.push(...entries);
    }
    /**
     * Writes the document whole, changed by `change`, and empties the journal. Killed in between, the journal's lines are
     * of an older generation than the document, and are passed over.
     */
    compact(change) {
        const { generation } = this.document;
        this.#document = { ...change(this.document), generation: generation + 1 };
        const path = (0,external_node_path_.join)(this.#folder, RECORD_FILE);
        replaceFile(path, `${JSON.stringify(this.#document, null, 1)}\n`);
        (0,external_node_fs_.ftruncateSync)(this.#fd, 0);
        (0,external_node_fs_.fdatasyncSync)(this.#fd);
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#fd);
    }
}
function writeAll(fd, text) {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;)
        at += (0,external_node_fs_.writeSync)(fd, bytes, at);
}
/** Puts a text in a file's place: whoever reads it sees the old or the new one, whole. */
function replaceFile(path, text) {
    const next = `${path}.new`;
    (0,external_node_fs_.writeFileSync)(next, text, { flush: true });
    (0,external_node_fs_.renameSync)(next, path);
    const folder = (0,external_node_fs_.openSync)((0,external_node_path_.dirname)(path), 'r');
    try {
        (0,external_node_fs_.fsyncSync)(folder);
    }
    finally {
        (0,external_node_fs_.closeSync)(folder);
    }
}

;// CONCATENATED MODULE: ./lib/state/dag-run-lock.js




const LOCK_FILE = 'dag-run.lock';
/**
 * Keeps other processes out of a DAG's folder until the returned function is called. The lock of a process that is gone,
 * as a killed one leaves it behind, does not count; a process that took the dead one's number is told apart by when it
 * began.
 * @throws AppError (cannot-begin) when another process has it.
 */
function lockFolder(folder, pid) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, LOCK_FILE);
    for (let tries = 0; tries < 3; tries++) {
        if (take(path, pid))
            return () => (0,external_node_fs_.rmSync)(path, { force: true });
        const holder = holderOf(path);
        if (holder !== null && lives(holder, pid))
            throw taken(holder.pid, folder);
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
    throw taken(null, folder);
}
function take(path, pid) {
    try {
        const fd = (0,external_node_fs_.openSync)(path, 'wx');
        (0,external_node_fs_.writeSync)(fd, JSON.stringify({ pid, began: beginOf(pid) }));
        (0,external_node_fs_.closeSync)(fd);
        return true;
    }
    catch (error) {
        if ((0,http_error/* codeOf */.$N)(error) === 'EEXIST')
            return false;
        throw error;
    }
}
function holderOf(path) {
    try {
        const value = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
        if (typeof value !== 'object' || value === null || !('pid' in value) || !('began' in value))
            return null;
        const { pid, began } = value;
        return typeof pid === 'number' && typeof began === 'string' ? { pid, began } : null;
    }
    catch {
        return null;
    }
}
function lives(holder, own) {
    if (holder.pid === own)
        return beginOf(own) === holder.began;
    try {
        process.kill(holder.pid, 0);
    }
    catch (error) {
        return (0,http_error/* codeOf */.$N)(error) === 'EPERM';
    }
    return beginOf(holder.pid) === holder.began;
}
/** When a process began, in the kernel's ticks (proc_pid_stat(5), field 22); '' where the system does not tell. */
function beginOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    catch {
        return '';
    }
}
const taken = (pid, folder) => new errors/* AppError */.u(`Another process${pid === null ? '' : ` (${pid})`} runs this DAG`, {
    kind: 'cannot-begin',
    code: 'dag-locked',
    cure: `Wait for it to end. Its lock is ${(0,external_node_path_.join)(folder, LOCK_FILE)}`
});

;// CONCATENATED MODULE: ./lib/app/dag/new-document.js
/** The record of a run of which nothing is known yet. */
const emptyDocument = (file, { tool, clock, github }) => ({
    schema: 1,
    kind: 'dag-run',
    tool,
    generation: 0,
    file,
    dagId: '',
    description: null,
    runId: '',
    attempt: github?.runAttempt ?? 1,
    params: {},
    tasks: null,
    databases: {},
    status: 'running',
    exitCode: 0,
    startedAt: new Date(clock.now()).toISOString(),
    durationSeconds: 0,
    stopped: null,
    diagnostics: [],
    graph: [],
    record: {
        schema: 1,
        dagId: '',
        runId: '',
        logicalDate: null,
        state: 'queued',
        reason: null,
        clearNumber: 0,
        startedAt: null,
        endedAt: null,
        instances: []
    },
    tries: [],
    callbacks: { owed: [], done: [] },
    warnings: [],
    blocked: []
});
/** The tasks as a picture of them needs to know them. */
const graphOf = (dag, dagFile) => [...dag.tasks.values()].map((task) => ({
    taskId: task.id,
    kind: dagFile.tasks.get(task.id)?.action.kind ?? 'empty',
    group: task.group,
    upstream: task.upstream,
    role: task.role,
    mapped: task.expand !== null
}));

// EXTERNAL MODULE: ./lib/model/dag-run.js
var dag_run = __webpack_require__(4369);
;// CONCATENATED MODULE: ./lib/dag/record.js
// The record of a run is the model's, as stages exchange it; the dag's own files find it here.

/** The record after these transitions. Applying some again that it holds already changes nothing. */
function applyTransitions(record, transitions) {
    const tasks = new Map();
    for (const instance of record.instances)
        put(tasks, instance);
    let run = record;
    for (const transition of transitions) {
        if (transition.type === 'task')
            put(tasks, transition.instance);
        else if (transition.type === 'run')
            run = withRunState(run, transition);
        else
            tasks.set(transition.taskId, new Map(transition.instances.map((instance) => [instance.mapIndex, instance])));
    }
    const instances = [...tasks.values()].flatMap((task) => [...task.values()].sort((a, b) => a.mapIndex - b.mapIndex));
    return { ...run, instances };
}
function put(tasks, instance) {
    const task = tasks.get(instance.taskId);
    if (task === undefined)
        tasks.set(instance.taskId, new Map([[instance.mapIndex, instance]]));
    else
        task.set(instance.mapIndex, instance);
}
function withRunState(run, { to, at, reason }) {
    const ended = to === 'success' || to === 'failed';
    return { ...run, state: to, reason, startedAt: run.startedAt ?? at, endedAt: ended ? at : null };
}

// EXTERNAL MODULE: ./lib/dag/scope.js
var scope = __webpack_require__(7888);
;// CONCATENATED MODULE: ./lib/dag/state.js
// The words are the model's, as the record of a run is what stages exchange; the dag's own files find them here.

/** Whether a scheduler pass looks at an instance in this state. */
const isSchedulable = (state) => state === null || state === 'up_for_retry';
/** Whether the state is a failure, its own or one upstream. */
const isFailure = (state) => state === 'failed' || state === 'upstream_failed';

;// CONCATENATED MODULE: ./lib/dag/clear.js



/**
 * The record in which the asked instances are undecided again and have a full new set of retries. What they gave and
 * decided is kept until their next try. A run that had ended is queued; if nothing matches it stays as it was.
 */
function clearRun(dag, record, request) {
    const wanted = request.tasks === undefined ? null : clear_select(dag, request.tasks, request);
    const matches = (instance) => (wanted === null || wanted.has(instance.taskId) || wanted.has((0,dag_run/* instanceName */.z)(instance))) &&
        (request.onlyFailed !== true || isFailure(instance.state));
    const cleared = record.instances.filter(matches).map(dag_run/* instanceName */.z);
    if (cleared.length === 0)
        return { record, cleared };
    const instances = record.instances.map((instance) => (matches(instance) ? undecided(dag, instance) : instance));
    return {
        record: { ...record, ...(hasEnded(record) ? QUEUED : {}), clearNumber: record.clearNumber + 1, instances },
        cleared
    };
}
const QUEUED = { state: 'queued', reason: null, startedAt: null, endedAt: null };
const hasEnded = ({ state }) => state === 'success' || state === 'failed';
/**
 * The record of a run whose DAG was changed since `before`, `after` having its tasks: one that had ended goes on when
 * there are new tasks, and when it had failed and something is gone that may have been why.
 */
function reopened(before, after) {
    const has = ({ instances }) => new Set(instances.map(({ taskId }) => taskId));
    const [old, now] = [has(before), has(after)];
    const isNew = [...now].some((taskId) => !old.has(taskId));
    const isGone = after.state === 'failed' && [...old].some((taskId) => !now.has(taskId));
    return hasEnded(after) && (isNew || isGone) ? { ...after, ...QUEUED, clearNumber: after.clearNumber + 1 } : after;
}
/**
 * What "re-run failed jobs" clears: the failed instances, and everything after them whatever its state, so that what
 * was skipped or went on regardless because of a failure is judged anew.
 */
function clearFailed(dag, record) {
    const failed = record.instances.filter(({ state }) => isFailure(state));
    const after = new Set(failed.flatMap(({ taskId }) => [...(dag.tasks.get(taskId)?.descendants ?? [])]));
    const tasks = [...failed.map(dag_run/* instanceName */.z), ...after];
    return tasks.length === 0 ? { record, cleared: [] } : clearRun(dag, record, { tasks });
}
function undecided(dag, instance) {
    const retries = dag.tasks.get(instance.taskId)?.retry.retries;
    const maxTries = retries === undefined ? Math.max(instance.maxTries, instance.tryNumber) : instance.tryNumber + retries;
    return { ...instance, state: null, maxTries, retryAt: null };
}
const INSTANCE = /^(.*)\[\d+\]$/;
/** The asked names, and the ids of what has to be cleared with them (Airflow's `partial_subset`). */
function clear_select(dag, names, request) {
    const asked = new Set(names.map((name) => INSTANCE.exec(name)?.[1] ?? name));
    const matched = [...dag.tasks.values()].filter((task) => asked.has(task.id));
    const withIt = new Set(matched.flatMap((task) => [...companions(dag, task, asked, request)]));
    for (const id of asked)
        withIt.delete(id);
    return new Set([...names, ...withIt]);
}
function* companions(dag, task, asked, request) {
    const lookup = (id) => dag.task(id);
    const teardowns = (of) => of.downstream.filter((id) => id !== task.id && dag.task(id).role === 'teardown');
    if (request.downstream === true) {
        for (const id of task.descendants) {
            yield id;
            if (!asked.has(id) && dag.task(id).role === 'work')
                yield* (0,scope/* setupsAndTeardowns */.Ph)(dag.task(id), lookup);
        }
    }
    else if (task.role === 'setup') {
        yield* teardowns(task);
    }
    if (request.upstream === true) {
        for (const id of task.ancestors) {
            yield id;
            if (dag.task(id).role === 'setup')
                yield* teardowns(dag.task(id));
        }
    }
    else if (task.role === 'work') {
        yield* (0,scope/* setupsAndTeardowns */.Ph)(task, lookup);
    }
}

;// CONCATENATED MODULE: ./lib/dag/mapping.js
/** Why an output cannot be mapped over, in one line; null when it can. `output` null means that nothing was given. */
function unmappable(output, maxLength) {
    if (output === null)
        return 'gave no output, and a downstream maps over it';
    if (typeof output !== 'object')
        return `gave a ${typeof output}; a downstream maps over it and needs a list or map`;
    const length = lengthOf(output);
    return length > maxLength ? `gave ${length} values to map over; ${maxLength} is the most` : null;
}
/** How many instances the mapping makes; null while a source is not there yet. */
function mapLength(expand, values) {
    const sources = expand.kind === 'rows' ? [expand.source] : expand.args.map((arg) => arg.source);
    let product = 1;
    for (const source of sources) {
        const list = resolve(source, values);
        if (list === null)
            return null;
        product *= lengthOf(list);
    }
    return product;
}
/** How many instances the mapping makes when all its lists are written out; null when one is not. */
const literalLength = (expand) => mapLength(expand, () => null);
/**
 * The arguments of the instance at `index`. In a product the last argument varies fastest; a map's values are
 * `[key, value]` pairs. Empty when a source is not there.
 */
function mappedValues(expand, index, values) {
    if (expand.kind === 'rows') {
        const row = at(resolve(expand.source, values), index);
        return isObject(row) ? row : {};
    }
    const picked = [];
    let rest = index;
    for (const { name, source } of [...expand.args].reverse()) {
        const list = resolve(source, values);
        const length = list === null ? 0 : lengthOf(list);
        if (length === 0)
            return {};
        picked.push([name, at(list, rest % length)]);
        rest = Math.floor(rest / length);
    }
    return Object.fromEntries(picked.reverse());
}
function resolve(source, values) {
    if (source.from === 'literal')
        return source.values;
    const output = values(source.taskId);
    return typeof output === 'object' ? output : null;
}
const isList = (value) => Array.isArray(value);
const isObject = (value) => typeof value === 'object' && value !== null && !isList(value);
const lengthOf = (list) => (isList(list) ? list.length : Object.keys(list).length);
function at(list, index) {
    if (list === null)
        return null;
    if (isList(list))
        return list[index] ?? null;
    const entry = Object.entries(list)[index];
    return entry === undefined ? null : [entry[0], entry[1] ?? null];
}

;// CONCATENATED MODULE: ./lib/dag/tally.js
const emptyTally = () => ({
    total: 0,
    success: 0,
    failed: 0,
    skipped: 0,
    upstream_failed: 0,
    removed: 0
});
/** Instances that are in a final state. */
const doneOf = (t) => t.success + t.failed + t.skipped + t.upstream_failed + t.removed;
/** The counts that a trigger rule is judged by, over several tasks. */
function sumTallies(tallies) {
    const all = emptyTally();
    const setups = emptyTally();
    for (const { tally, setup } of tallies) {
        addTo(all, tally);
        if (setup)
            addTo(setups, tally);
    }
    return {
        total: all.total,
        success: all.success,
        failed: all.failed,
        upstreamFailed: all.upstream_failed,
        skipped: all.skipped,
        removed: all.removed,
        setups: setups.total,
        setupSuccess: setups.success,
        setupSkipped: setups.skipped
    };
}
function addTo(sum, tally) {
    sum.total += tally.total;
    sum.success += tally.success;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
    sum.upstream_failed += tally.upstream_failed;
    sum.removed += tally.removed;
}

;// CONCATENATED MODULE: ./lib/dag/waiting.js
/** A list that is kept sorted, so that the next in line is found without sorting the others again. */
class SortedList {
    #items = [];
    #compare;
    /** `compare` must never call two different items equal. */
    constructor(compare) {
        this.#compare = compare;
    }
    get size() {
        return this.#items.length;
    }
    add(item) {
        this.#items.splice(this.#place(item), 0, item);
    }
    delete(item) {
        const at = this.#place(item);
        if (this.#items[at] === item)
            this.#items.splice(at, 1);
    }
    /** First in line first. The list must not change while it is walked. */
    [Symbol.iterator]() {
        return this.#items[Symbol.iterator]();
    }
    /** The index of the first item that does not come before `item`. */
    #place(item) {
        let low = 0;
        let high = this.#items.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            const there = this.#items[middle];
            if (there !== undefined && this.#compare(there, item) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

;// CONCATENATED MODULE: ./lib/dag/run.js




/** Highest effective weight first, then by map index as Airflow has it, then in definition order. */
const preferred = (a, b) => b.task.weight - a.task.weight || a.record.mapIndex - b.record.mapIndex || a.task.order - b.task.order;
/**
 * The state of a run, and the only way to change it: every change keeps the counts, marks the tasks that it concerns,
 * and is told to `emit` at the next `commit`. It decides nothing.
 */
class DagRun {
    dag;
    runId;
    logicalDate;
    clearNumber;
    state;
    reason;
    startedAt;
    endedAt;
    /** How many instances are not in a final state. */
    unfinished = 0;
    /** Waiting for slots, the next in line first. */
    scheduled = new SortedList(preferred);
    running = new Set();
    retrying = new Set();
    /** Tasks for the next pass to look at, as something that they depend on changed. */
    #concerned = new Set();
    #groups = new Map();
    #emit;
    #uncommitted = [];
    /** Goes on from `record`; tasks that it does not know are new, and those that `dag` does not know are dropped. */
    constructor(dag, record, emit) {
        this.dag = dag;
        this.runId = record.runId;
        this.logicalDate = record.logicalDate;
        this.clearNumber = record.clearNumber;
        this.state = record.state;
        this.reason = record.reason;
        this.startedAt = record.startedAt;
        this.endedAt = record.endedAt;
        this.#emit = emit;
        const known = new Map();
        for (const instance of record.instances) {
            const others = known.get(instance.taskId);
            if (others === undefined)
                known.set(instance.taskId, [instance]);
            else
                others.push(instance);
        }
        for (const task of dag.tasks.values()) {
            const fitting = (known.get(task.id) ?? []).filter((r) => task.expand !== null || r.mapIndex < 0);
            const records = fitting.length > 0 ? fitting : newInstances(task);
            const cells = records.map((r) => ({ task, record: r })).sort((a, b) => a.record.mapIndex - b.record.mapIndex);
            this.#groups.set(task.id, { task, cells, tally: emptyTally() });
            for (const cell of cells)
                this.#count(cell, 1);
            this.#concerned.add(task);
        }
    }
    /** The instances of a task, by map index. */
    instances(taskId) {
        return this.#group(taskId).cells;
    }
    /** The instance with that map index, -1 for one that is not mapped. */
    instance(taskId, mapIndex) {
        return this.#cell(taskId, mapIndex);
    }
    tally(taskId) {
        return this.#group(taskId).tally;
    }
    /** All instances, in definition order and then by map index. */
    *all() {
        for (const group of this.#groups.values())
            yield* group.cells;
    }
    /** What a downstream maps over: an upstream's output, or the list of its instances' outputs when all have ended. */
    output(taskId) {
        const { task, cells } = this.#group(taskId);
        if (task.expand === null)
            return cells[0]?.record.output ?? null;
        if (cells.some((cell) => !(0,dag_run/* isFinal */.d)(cell.record.state)))
            return null;
        return cells.flatMap(({ record }) => (record.mapIndex < 0 || record.output === null ? [] : [record.output]));
    }
    /** Gives an instance a new state, and what goes with it. */
    move(instance, to, at, { why, ...change }) {
        const cell = this.#cell(instance.task.id, instance.record.mapIndex);
        if (cell === undefined || cell !== instance)
            throw new Error(`${instance.task.id} has lost an instance`);
        const from = cell.record.state;
        this.#count(cell, -1);
        cell.record = { ...cell.record, retryAt: null, ...change, state: to };
        this.#count(cell, 1);
        this.#concerned.add(cell.task);
        if ((0,dag_run/* isFinal */.d)(from) || (0,dag_run/* isFinal */.d)(to))
            this.#concernWatchers(cell.task);
        this.#uncommitted.push({ type: 'task', at, from, why, instance: cell.record });
    }
    /** Gives a mapped task the instances 0 … length-1; those that it has stay, except one that was not expanded yet. */
    expand(taskId, length, at) {
        const group = this.#group(taskId);
        const unexpanded = group.cells.find((cell) => cell.record.mapIndex < 0);
        const cells = group.cells.filter((cell) => cell.record.mapIndex >= 0);
        const added = [];
        for (let index = cells.length; index < length; index++) {
            const seed = index === 0 && unexpanded !== undefined ? unexpanded.record : newInstance(group.task, -1);
            added.push({ task: group.task, record: { ...seed, mapIndex: index } });
        }
        if (unexpanded !== undefined)
            this.#count(unexpanded, -1);
        for (const cell of added)
            this.#count(cell, 1);
        group.cells = [...cells, ...added];
        this.#concerned.add(group.task);
        this.#concernWatchers(group.task);
        this.#uncommitted.push({ type: 'expanded', at, taskId, instances: group.cells.map((cell) => cell.record) });
        return added;
    }
    /** The tasks for a pass to look at; they are then taken as looked at. */
    takeConcerned() {
        const tasks = new Set(this.#concerned);
        this.#concerned.clear();
        return tasks;
    }
    /** Sees to it that the next pass looks at the task again. */
    concern(task) {
        this.#concerned.add(task);
    }
    setState(to, reason, at) {
        const from = this.state;
        this.state = to;
        this.reason = reason;
        this.startedAt ??= at;
        this.endedAt = to === 'success' || to === 'failed' ? at : null;
        this.#uncommitted.push({ type: 'run', at, from, to, reason });
    }
    /** Tells what has changed since the last time. */
    commit() {
        if (this.#uncommitted.length === 0)
            return;
        const transitions = this.#uncommitted;
        this.#uncommitted = [];
        this.#emit(transitions);
    }
    record() {
        return {
            schema: 1,
            dagId: this.dag.dagId,
            runId: this.runId,
            logicalDate: this.logicalDate,
            state: this.state,
            reason: this.reason,
            clearNumber: this.clearNumber,
            startedAt: this.startedAt,
            endedAt: this.endedAt,
            instances: [...this.all()].map((instance) => instance.record)
        };
    }
    #group(taskId) {
        const group = this.#groups.get(taskId);
        if (group === undefined)
            throw new Error(`${taskId} is no task of ${this.dag.dagId}`);
        return group;
    }
    #cell(taskId, mapIndex) {
        const { cells } = this.#group(taskId);
        const likely = cells[Math.max(0, mapIndex)];
        return likely?.record.mapIndex === mapIndex ? likely : cells.find((cell) => cell.record.mapIndex === mapIndex);
    }
    #concernWatchers(task) {
        for (const id of task.watchers)
            this.#concerned.add(this.dag.task(id));
    }
    #count(cell, by) {
        const { state } = cell.record;
        const { tally } = this.#group(cell.task.id);
        tally.total += by;
        if ((0,dag_run/* isFinal */.d)(state))
            tally[state] += by;
        else
            this.unfinished += by;
        const list = { scheduled: this.scheduled, running: this.running, up_for_retry: this.retrying };
        if (state === 'scheduled' || state === 'running' || state === 'up_for_retry') {
            if (by === 1)
                list[state].add(cell);
            else
                list[state].delete(cell);
        }
    }
}
/** The record as `dag` can go on with it: without tasks that are not in `dag` any more, and with those that are new. */
const recordFor = (dag, record) => new DagRun(dag, record, () => undefined).record();
/** The record of a run that has not begun. */
function newRun(dag, runId, logicalDate) {
    return {
        schema: 1,
        dagId: dag.dagId,
        runId,
        logicalDate,
        state: 'queued',
        reason: null,
        clearNumber: 0,
        startedAt: null,
        endedAt: null,
        instances: [...dag.tasks.values()].flatMap(newInstances)
    };
}
/** A mapping whose lists are written out is expanded when the run is made; any other when its turn comes. */
function newInstances(task) {
    const length = task.expand === null ? null : literalLength(task.expand);
    if (length === null || length === 0)
        return [newInstance(task, -1)];
    return Array.from({ length }, (_, index) => newInstance(task, index));
}
function newInstance(task, mapIndex) {
    return {
        taskId: task.id,
        mapIndex,
        state: null,
        tryNumber: 0,
        maxTries: task.retry.retries,
        startedAt: null,
        endedAt: null,
        retryAt: null,
        failure: null,
        output: null,
        decision: null
    };
}

;// CONCATENATED MODULE: ./lib/dag/attempt.js

/** Node's timers cannot wait longer; what is longer is waited for in pieces, or never comes in a run's life. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;
/** Begins a try. A task that throws has failed; one whose time is up has failed whatever it says afterwards. */
function beginAttempt(options) {
    const { clock, timeoutSeconds, graceMs } = options;
    const stopping = new AbortController();
    const over = new AbortController();
    let timedOut = false;
    let giveUp = () => undefined;
    const givenUp = new Promise((resolve) => {
        giveUp = resolve;
    });
    const after = (ms, then) => {
        clock.sleep(Math.min(ms, LONGEST_SLEEP_MS), over.signal).then(then, () => undefined);
    };
    const stop = (why) => {
        if (stopping.signal.aborted)
            return;
        stopping.abort(new Error(why));
        after(graceMs, () => giveUp(failed('dag-task-did-not-stop', `did not stop within ${graceMs / 1000} s: ${why}`)));
    };
    if (timeoutSeconds !== null) {
        after(Math.max(0, timeoutSeconds * 1000), () => {
            timedOut = true;
            stop(`execution_timeout of ${timeoutSeconds} s`);
        });
    }
    const ended = Promise.race([call(options.execute, { ...options.context, signal: stopping.signal }), givenUp]);
    return { stop, ended: ended.then(close) };
    function close(result) {
        over.abort();
        return timedOut ? failed('dag-task-timeout', `took longer than its ${timeoutSeconds} s`) : result;
    }
}
const failed = (code, message) => ({ outcome: 'failed', failure: { code, message } });
async function call(execute, context) {
    try {
        return await execute(context);
    }
    catch (thrown) {
        return failed('dag-task-threw', (0,errors/* messageOf */.b)(thrown));
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/dag/backoff.js

/** `core.max_task_retry_delay`: no wait with backoff is longer than a day. */
const LONGEST_SECONDS = 86_400;
/**
 * Seconds to wait after a failed try, exactly as Airflow's `TaskInstance.next_retry_datetime`: a constant wait is taken
 * as it is; one with backoff gets a jitter between once and twice the base from a hash of the instance's identity.
 */
function retryDelaySeconds(input) {
    if (input.backoff === 1 || !(input.backoff > 0))
        return input.delaySeconds;
    const base = baseSeconds(input);
    const text = `${input.dagId}#${input.taskId}#${input.logicalDate}#${input.tryNumber}`;
    const hash = BigInt(`0x${(0,external_node_crypto_.createHash)('sha1').update(text, 'utf8').digest('hex')}`);
    const jittered = base + (hash % base);
    const seconds = jittered > LONGEST_SECONDS ? LONGEST_SECONDS : Number(jittered);
    return input.maxDelaySeconds === null || input.maxDelaySeconds === 0
        ? seconds
        : Math.min(seconds, input.maxDelaySeconds);
}
function baseSeconds({ delaySeconds, backoff, tryNumber }) {
    const grown = Math.ceil(delaySeconds * backoff ** (tryNumber - 1));
    if (!Number.isFinite(grown))
        return BigInt(LONGEST_SECONDS);
    return grown < 1 ? 1n : BigInt(grown);
}
const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/;
/**
 * A moment as Python prints an aware UTC datetime, which is what Airflow hashes: `2024-01-01 00:00:00+00:00`, with six
 * digits of microseconds when they are not zero, and `None` for a run without a logical date. Without an offset, UTC.
 */
function logicalDateText(iso) {
    if (iso === null)
        return 'None';
    const parts = ISO.exec(iso);
    if (parts === null)
        return iso;
    const [, day, time, fraction = '', offset = 'Z'] = parts;
    const utc = new Date(`${day}T${time}${offset}`).toISOString().slice(0, 19).replace('T', ' ');
    const micros = fraction.padEnd(6, '0').slice(0, 6);
    return `${utc}${Number(micros) === 0 ? '' : `.${micros}`}+00:00`;
}

// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
;// CONCATENATED MODULE: ./lib/dag/branch.js

/** What a choice comes to in this DAG, or the names in it that are no task or group of the DAG. */
function resolveChoice(dag, task, choice) {
    return choice.kind === 'follow' ? follow(dag, task, choice.names) : (0,result.ok)(shortCircuit(dag, task, choice.scope));
}
/**
 * The direct downstreams that are neither named nor reached from a named task are skipped (Airflow's
 * `skip_all_except`): a join behind the chosen task is not.
 */
function follow(dag, task, names) {
    const unknown = names.filter((name) => !dag.tasks.has(name) && !dag.groups.has(name));
    if (unknown.length > 0)
        return (0,result/* err */._)(unknown);
    if (task.downstream.length === 0)
        return (0,result.ok)({ decision: null, skip: [] });
    const keep = new Set();
    for (const id of names.flatMap((name) => (dag.tasks.has(name) ? [name] : groupRoots(dag, name)))) {
        keep.add(id);
        for (const further of dag.task(id).descendants)
            keep.add(further);
    }
    const followed = task.downstream.filter((id) => keep.has(id));
    return (0,result.ok)({ decision: { followed }, skip: task.downstream.filter((id) => !keep.has(id)) });
}
/** Airflow's ShortCircuitOperator: with scope `descendants` the trigger rules further down are not asked. */
function shortCircuit(dag, task, scope) {
    const reach = scope === 'descendants' ? [...task.descendants] : task.downstream;
    const skip = reach.filter((id) => dag.task(id).role !== 'teardown');
    return { decision: skip.length === 0 ? null : { skipped: skip }, skip };
}
/** The tasks of a group that follow none of its others: what a branch means by the group's name. */
function groupRoots(dag, group) {
    const members = new Set(dag.groups.get(group) ?? []);
    return [...members].filter((id) => !dag.task(id).upstream.some((up) => members.has(up)));
}

// EXTERNAL MODULE: ./lib/dag/model.js
var model = __webpack_require__(9541);
;// CONCATENATED MODULE: ./lib/dag/retry.js

/**
 * Whether and when a failed try is made again. No rule and no wish of the task makes more tries than `retries` allows.
 */
function decideRetry(failed) {
    const rule = ruleFor(failed.options.rules, failed.failure.code);
    if (failed.retry === 'never')
        return { kind: 'fail', reason: 'a retry would not help' };
    if (rule?.action === 'fail')
        return { kind: 'fail', reason: `${failed.failure.code} is not retried` };
    if (failed.maxTries === 0)
        return { kind: 'fail', reason: 'no retries' };
    if (failed.tryNumber > failed.maxTries)
        return { kind: 'fail', reason: `try ${failed.tryNumber} was the last` };
    const delaySeconds = failed.delaySeconds ?? rule?.delaySeconds ?? retryDelaySeconds(backoffInput(failed));
    return { kind: 'retry', delaySeconds, reason: `try ${failed.tryNumber} failed: ${failed.failure.message}` };
}
const ruleFor = (rules, code) => rules.find((rule) => rule.codes.includes(code));
function backoffInput(failed) {
    const { options } = failed;
    return {
        dagId: failed.dagId,
        taskId: failed.taskId,
        logicalDate: failed.logicalDate,
        tryNumber: failed.tryNumber,
        delaySeconds: options.delaySeconds,
        backoff: options.backoff,
        maxDelaySeconds: options.maxDelaySeconds
    };
}

;// CONCATENATED MODULE: ./lib/dag/end.js





/**
 * Takes the result of a running instance's try into the run. Returns the other instances that were running and are now
 * failed, because of fail_fast: whoever runs them has to stop them.
 */
function endTry(run, instance, result, now) {
    switch (result.outcome) {
        case 'success':
            return succeed(run, instance, result, now);
        case 'skipped':
            run.move(instance, 'skipped', now, { endedAt: now, why: result.why });
            return [];
        case 'failed':
            return fail(run, instance, result, now);
    }
}
function succeed(run, instance, result, now) {
    const { task, record } = instance;
    const output = result.output ?? null;
    const bad = task.mappedOver && record.mapIndex < 0 ? unmappable(output, model/* DEFAULTS */.zY.maxMapLength) : null;
    if (bad !== null)
        return fail(run, instance, end_failed('dag-unmappable-output', `task ${task.id} ${bad}`), now);
    let chosen = { decision: null, skip: [] };
    if (result.choice !== undefined) {
        const resolved = resolveChoice(run.dag, task, result.choice);
        if (!resolved.ok) {
            const message = `task ${task.id} chose ${resolved.error.join(', ')}, which is no task or group of this DAG`;
            return fail(run, instance, end_failed('dag-unknown-branch', message), now);
        }
        chosen = resolved.value;
    }
    run.move(instance, 'success', now, { endedAt: now, output, decision: chosen.decision, why: 'done' });
    if (record.mapIndex < 0)
        skipNow(run, chosen.skip, task.id, now);
    return [];
}
const end_failed = (code, message) => ({ outcome: 'failed', failure: { code, message } });
/**
 * A branch's skips are written when it ends, over every state except those of instances that run or have run. Instances
 * of a mapped task that is expanded already are skipped by the next pass, which asks the decision again.
 */
function skipNow(run, ids, by, now) {
    for (const id of ids) {
        const instance = run.instance(id, -1);
        if (instance === undefined)
            continue;
        const { state } = instance.record;
        if (state === 'running' || state === 'success' || state === 'failed' || state === 'skipped')
            continue;
        run.move(instance, 'skipped', now, { endedAt: now, why: `${by} did not choose it` });
    }
}
function fail(run, instance, result, now) {
    const { task, record } = instance;
    const decision = decideRetry({
        dagId: run.dag.dagId,
        taskId: task.id,
        logicalDate: logicalDateText(run.logicalDate),
        tryNumber: record.tryNumber,
        maxTries: record.maxTries,
        options: task.retry,
        failure: result.failure,
        retry: result.retry ?? 'default',
        ...(result.delaySeconds === undefined ? {} : { delaySeconds: result.delaySeconds })
    });
    const ended = { endedAt: now, failure: result.failure, why: decision.reason };
    if (decision.kind === 'retry') {
        run.move(instance, 'up_for_retry', now, { ...ended, retryAt: now + decision.delaySeconds * 1000 });
        return [];
    }
    run.move(instance, 'failed', now, ended);
    return run.dag.failFast ? stopOthers(run, instance, now) : [];
}
/**
 * Airflow's fail_fast: with the final failure of one task the instances of all others that are not teardowns and have
 * not succeeded or failed end: those that run as failed, all others, even those with a failed upstream, as skipped.
 */
function stopOthers(run, culprit, now) {
    const stopped = [];
    const failure = { code: 'dag-fail-fast', message: `stopped because ${culprit.task.id} failed` };
    for (const instance of [...run.all()]) {
        const { task, record } = instance;
        if (task === culprit.task || task.role === 'teardown')
            continue;
        if (record.state === 'success' || record.state === 'failed' || record.state === 'skipped')
            continue;
        if (record.state === 'running') {
            run.move(instance, 'failed', now, { endedAt: now, failure, why: failure.message });
            stopped.push(instance);
        }
        else {
            run.move(instance, 'skipped', now, { endedAt: now, why: `fail_fast: ${culprit.task.id} failed` });
        }
    }
    return stopped;
}

;// CONCATENATED MODULE: ./lib/dag/past.js
/**
 * Why the run before does not allow `task` to begin, in one line; null when it does. Met without such a run; met when
 * every instance of the same task there is success or skipped, and with `wait_for_downstream` every instance of its
 * direct downstreams too. A task that was not there is not met.
 */
function pastHinders(task, dag, previous) {
    if (previous === null || !(task.dependsOnPast || task.waitForDownstream))
        return null;
    const mine = previous.instances.filter((instance) => instance.taskId === task.id);
    if (mine.length === 0)
        return `depends_on_past: ${task.id} was not in run ${previous.runId}`;
    const asked = new Set(task.waitForDownstream ? [task.id, ...dag.task(task.id).downstream] : [task.id]);
    const bad = previous.instances.find(({ taskId, state }) => asked.has(taskId) && state !== 'success' && state !== 'skipped');
    if (bad === undefined)
        return null;
    return `depends_on_past: ${bad.taskId} was ${bad.state ?? 'not decided'} in run ${previous.runId}`;
}

;// CONCATENATED MODULE: ./lib/dag/trigger-rule.js
const failures = (c) => c.failed + c.upstreamFailed;
const done = (c) => c.success + failures(c) + c.skipped + c.removed;
const allDone = (c) => done(c) >= c.total;
const anyFailed = (c) => failures(c) > 0;
const anySkipped = (c) => c.skipped > 0;
const both = (a, b) => (c) => a(c) && b(c);
/**
 * Airflow 3.3's trigger rules, one row each (`ti_deps/deps/trigger_rule_dep.py`). `removed` instances count as neither
 * success nor failure: the rules that ask for "all" take them off the total.
 */
const TRIGGER_RULE_TABLE = {
    all_success: {
        needs: 'every upstream to succeed',
        set: [
            [anyFailed, 'upstream_failed'],
            [anySkipped, 'skipped']
        ],
        run: (c) => c.success + c.removed >= c.total
    },
    all_failed: {
        needs: 'every upstream to fail',
        set: [[(c) => c.success + c.skipped > 0, 'skipped']],
        run: (c) => failures(c) + c.removed >= c.total
    },
    all_done: { needs: 'every upstream to end', set: [], run: allDone },
    all_done_min_one_success: {
        needs: 'every upstream to end, none skipped and at least one with success',
        set: [
            [anySkipped, 'skipped'],
            [both(allDone, (c) => c.success === 0), 'upstream_failed']
        ],
        run: (c) => c.skipped === 0 && c.success > 0 && c.success + failures(c) >= c.total - c.removed
    },
    all_done_setup_success: {
        needs: 'every upstream to end, and at least one setup among them with success',
        set: [
            [both(allDone, (c) => c.setups > 0 && c.setupSkipped >= c.setups), 'skipped'],
            [both(allDone, (c) => c.setups > 0 && c.setupSuccess === 0), 'upstream_failed']
        ],
        run: both(allDone, (c) => c.setups === 0 || c.setupSuccess > 0)
    },
    one_success: {
        needs: 'one upstream to succeed',
        set: [
            [both(allDone, (c) => c.skipped === done(c)), 'skipped'],
            [both(allDone, (c) => c.success === 0), 'upstream_failed']
        ],
        run: (c) => c.success > 0
    },
    one_failed: {
        needs: 'one upstream to fail',
        set: [[both(allDone, (c) => failures(c) === 0), 'skipped']],
        run: anyFailed
    },
    one_done: {
        needs: 'one upstream to succeed or to fail by itself',
        set: [[both(allDone, (c) => c.success + c.failed === 0), 'skipped']],
        run: (c) => c.success + c.failed > 0
    },
    none_failed: {
        needs: 'every upstream to succeed or be skipped',
        set: [[anyFailed, 'upstream_failed']],
        run: (c) => c.success + c.skipped + c.removed >= c.total
    },
    none_failed_min_one_success: {
        needs: 'every upstream to succeed or be skipped, and at least one to succeed',
        set: [
            [anyFailed, 'upstream_failed'],
            [(c) => c.skipped === c.total, 'skipped'],
            [both(allDone, (c) => c.success === 0), 'upstream_failed']
        ],
        run: (c) => c.success > 0 && c.success + c.skipped + c.removed >= c.total
    },
    none_skipped: {
        needs: 'every upstream to end, none skipped',
        set: [[anySkipped, 'skipped']],
        run: both(allDone, (c) => c.skipped === 0)
    },
    all_skipped: {
        needs: 'every upstream to be skipped',
        set: [[(c) => c.success + failures(c) > 0, 'skipped']],
        run: (c) => c.skipped >= c.total
    },
    always: { needs: 'nothing', set: [], run: () => true }
};
/**
 * What `rule` says about an instance with these upstreams. `mapIndex` is -1 for an instance that is not mapped.
 * A mapped instance under `all_success` whose index is beyond its successful upstreams, some being removed, is removed.
 */
function judgeTriggerRule(rule, counts, mapIndex) {
    if (counts.total === 0)
        return { kind: 'run', reason: 'no upstream' };
    const row = TRIGGER_RULE_TABLE[rule];
    if (rule === 'always')
        return { kind: 'run', reason: explain(rule, row, counts) };
    for (const [holds, state] of row.set) {
        if (holds(counts))
            return { kind: 'set', state, reason: explain(rule, row, counts) };
    }
    if (rule === 'all_success' && counts.removed > 0 && counts.success > 0 && mapIndex >= counts.success) {
        return { kind: 'set', state: 'removed', reason: `only ${counts.success} upstream instances are left` };
    }
    return { kind: row.run(counts) ? 'run' : 'wait', reason: explain(rule, row, counts) };
}
/** `all_success needs every upstream to succeed; of 3: 1 success, 1 failed, 1 not done`. */
function explain(rule, row, c) {
    const parts = [
        [c.success, 'success'],
        [c.failed, 'failed'],
        [c.upstreamFailed, 'upstream_failed'],
        [c.skipped, 'skipped'],
        [c.removed, 'removed'],
        [c.total - done(c), 'not done']
    ];
    const shown = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
    return `${rule} needs ${row.needs}; of ${c.total}: ${shown.join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/dag/decide.js



function outlookOf(run, task, previous) {
    return {
        direct: count(run, task.upstream),
        setups: task.indirectSetups.length === 0 ? null : count(run, task.indirectSetups),
        openScope: task.scope.reduce((sum, id) => sum + run.tally(id).total - doneOf(run.tally(id)), 0),
        past: pastHinders(task, run.dag, previous),
        ended: task.upstream.filter((id) => doneOf(run.tally(id)) > 0)
    };
}
const count = (run, ids) => sumTallies(ids.map((id) => ({ tally: run.tally(id), setup: run.dag.task(id).role === 'setup' })));
/**
 * Asks everything that an instance depends on. All is asked even when one thing already hinders it, as Airflow does:
 * an instance that waits for its retry is skipped when a branch above decides so meanwhile.
 *
 * Where two checks set different states in one pass, Airflow's answer depends on the order of a Python set. Here a
 * branch's decision comes first, as it overwrites everything when it is made; then a failure; then what is mapped over.
 * `mapped` is what `mapSourceEnded` says now, in the midst of the pass.
 */
function decide(run, instance, outlook, mapped, now) {
    const branch = branchSkips(run, instance, outlook.ended);
    if (branch !== null)
        return branch;
    const rule = ruleFinding(instance, outlook);
    if (rule.kind === 'set' && rule.state === 'upstream_failed')
        return rule;
    if (mapped?.kind === 'set')
        return mapped;
    if (rule.kind === 'set')
        return rule;
    const { retryAt } = instance.record;
    if (retryAt !== null && retryAt > now)
        return { kind: 'wait', why: 'its retry is not due' };
    if (outlook.past !== null)
        return { kind: 'wait', why: outlook.past };
    return mapped ?? rule;
}
/** Whether a branch or short circuit right above decided against the task. Its decision is kept until it runs again. */
function branchSkips(run, { task, record }, ended) {
    for (const id of ended) {
        const parent = run.dag.task(id);
        const decision = run.instance(id, parent.expand === null ? -1 : record.mapIndex)?.record.decision ?? null;
        if (decision === null)
            continue;
        const skip = 'followed' in decision ? !decision.followed.includes(task.id) : decision.skipped.includes(task.id);
        if (skip)
            return { kind: 'set', state: 'skipped', why: `${id} did not choose it` };
    }
    return null;
}
/** What becomes of a mapped task when a task that it maps over, and that was not itself expanded, ended without a list. */
function mapSourceEnded(run, task) {
    const ended = task.mapSources.flatMap((id) => {
        const source = run.instance(id, -1);
        return source === undefined || source.record.state === null ? [] : [source.record];
    });
    const bad = ended.find(({ state }) => state === 'failed' || state === 'upstream_failed');
    if (bad !== undefined)
        return { kind: 'set', state: 'upstream_failed', why: `it maps over ${bad.taskId}, which failed` };
    const skipped = ended.find(({ state }) => state === 'skipped');
    if (skipped !== undefined)
        return { kind: 'set', state: 'skipped', why: `it maps over ${skipped.taskId}, which was skipped` };
    const removed = ended.find(({ state }) => state === 'removed');
    return removed === undefined ? null : { kind: 'wait', why: `it maps over ${removed.taskId}, which was removed` };
}
/** The trigger rule, with what setups and teardowns add to it. */
function ruleFinding({ task, record }, outlook) {
    if (task.upstream.length === 0)
        return { kind: 'run', why: 'no upstream' };
    if (task.triggerRule === 'always')
        return { kind: 'run', why: 'always' };
    const constraint = outlook.setups === null ? null : setupConstraint(outlook.setups, record.mapIndex);
    if (constraint?.kind === 'set')
        return constraint;
    const rule = findingOf(judgeTriggerRule(task.triggerRule, outlook.direct, record.mapIndex));
    if (rule.kind === 'set')
        return rule;
    if (constraint !== null)
        return constraint;
    if (rule.kind === 'run' && outlook.openScope > 0) {
        return { kind: 'wait', why: `${outlook.openScope} instances between it and its setups have not ended` };
    }
    return rule;
}
/** The setups that bear on a task without being direct upstreams have to succeed, whatever the trigger rule says. */
function setupConstraint(setups, mapIndex) {
    if (setups.failed + setups.upstreamFailed > 0) {
        return { kind: 'set', state: 'upstream_failed', why: 'one of its setups failed' };
    }
    if (setups.skipped > 0)
        return { kind: 'set', state: 'skipped', why: 'one of its setups was skipped' };
    const mapped = mapIndex >= 0;
    if (mapped && setups.removed > 0 && setups.success > 0 && mapIndex >= setups.success) {
        return { kind: 'set', state: 'removed', why: `only ${setups.success} of its setups' instances are left` };
    }
    const missing = setups.total - setups.success - (mapped ? setups.removed : 0);
    return missing > 0 ? { kind: 'wait', why: `${missing} of its setups have not succeeded` } : null;
}
function findingOf(verdict) {
    return verdict.kind === 'set'
        ? { kind: 'set', state: verdict.state, why: verdict.reason }
        : { kind: verdict.kind, why: verdict.reason };
}

;// CONCATENATED MODULE: ./lib/dag/pass.js



/**
 * One scheduler pass (Airflow's `DagRun.update_state`): looks at the instances that something changed for, skips or
 * fails those that cannot run any more, expands mapped ones, and schedules those that may begin.
 *
 * What it judges by is the state before the pass: a task that it skips is seen by its downstreams in the next. Only
 * whether there is something to map over is asked anew for each task, in the order of task ids, as Airflow asks its
 * database for that in the midst of the pass.
 */
function schedulerPass(run, now, previous) {
    for (const instance of run.retrying)
        if ((instance.record.retryAt ?? 0) <= now)
            run.concern(instance.task);
    const looks = withMapped(run, run.takeConcerned()).map((task) => ({ task, outlook: outlookOf(run, task, previous) }));
    let changed = 0;
    const ready = [];
    for (const { task, outlook } of looks) {
        const done = settle(run, task, outlook, now);
        changed += done.changed;
        ready.push(...done.ready);
    }
    for (const instance of ready) {
        run.move(instance, 'scheduled', now, { tryNumber: instance.record.tryNumber + 1, why: 'may begin' });
    }
    return { changed, scheduled: ready.length };
}
/** The tasks and those that map over them, in the order of their ids. */
function withMapped(run, tasks) {
    const all = new Set(tasks);
    for (const task of all) {
        if (!task.mappedOver)
            continue;
        for (const id of task.downstream)
            if (run.dag.task(id).mapSources.includes(task.id))
                all.add(run.dag.task(id));
    }
    return [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
}
/** Decides about the instances of one task. Those that may begin are returned, not yet scheduled. */
function settle(run, task, outlook, now) {
    const mapped = mapSourceEnded(run, task);
    let changed = 0;
    const runnable = (instances) => instances.filter((instance) => {
        const finding = decide(run, instance, outlook, mapped, now);
        if (finding.kind === 'set') {
            run.move(instance, finding.state, now, { endedAt: now, why: finding.why });
            changed += 1;
        }
        return finding.kind === 'run';
    });
    const ready = runnable(run.instances(task.id).filter((instance) => isSchedulable(instance.record.state)));
    const grown = grow(run, task, ready, now);
    ready.push(...runnable(grown.fresh));
    const still = ready.filter((instance) => isSchedulable(instance.record.state) && isThere(run, instance));
    return { changed: changed + grown.changed, ready: [...still, ...grown.unasked] };
}
/** An instance that was expanded is there no more. */
const isThere = (run, instance) => run.instance(instance.task.id, instance.record.mapIndex) === instance;
const NOT_GROWN = { changed: 0, fresh: [], unasked: [] };
/** Gives a mapped task that may begin its instances: the first time, or anew when what it maps over has changed. */
function grow(run, task, runnable, now) {
    const [first] = runnable;
    if (task.expand === null || first === undefined)
        return NOT_GROWN;
    const length = mapLength(task.expand, (taskId) => run.output(taskId));
    if (first.record.mapIndex >= 0)
        return length === null ? NOT_GROWN : revise(run, task, length, now);
    if (length === null || length === 0) {
        const state = length === null ? 'upstream_failed' : 'skipped';
        const why = length === null ? 'what it maps over is not there' : 'there is nothing to map over';
        run.move(first, state, now, { endedAt: now, why });
        return { changed: 1, fresh: [], unasked: [] };
    }
    return { changed: 1, fresh: run.expand(task.id, length, now), unasked: [] };
}
/** A rerun upstream may give a list of another length: what is beyond its end is removed, what is new is added. */
function revise(run, task, length, now) {
    const surplus = run.instances(task.id).filter(({ record }) => record.mapIndex >= length && record.state !== 'removed');
    for (const instance of surplus) {
        run.move(instance, 'removed', now, { endedAt: now, why: `there are only ${length} values to map over` });
    }
    const unasked = run.instances(task.id).length < length ? run.expand(task.id, length, now) : [];
    return { changed: surplus.length + unasked.length, fresh: [], unasked };
}

;// CONCATENATED MODULE: ./lib/dag/pick.js
/**
 * One round of handing slots to waiting instances, as Airflow's `_executable_task_instances_to_queued`: the first of
 * the line that the limits leave room for are looked at in turn. One that asks for more slots than are open is passed
 * over and those behind it may go. A round that gave nothing and set something aside looks again without that.
 *
 * `waiting` is in order of preference; `active` are the instances that hold slots now.
 */
function pickRound(waiting, active, limits) {
    const desk = new Desk(limits, active);
    const line = [...waiting];
    const most = Math.min(limits.maxTisPerQuery || Number.POSITIVE_INFINITY, desk.room(), desk.openSlots());
    const picked = [];
    const examined = new Set();
    while (most > 0) {
        const window = firstOf(line, Math.min(limits.maxActiveTasks, most), (instance) => !desk.isAside(instance));
        const aside = desk.asideCount();
        for (const instance of window) {
            examined.add(instance);
            if (desk.admit(instance))
                picked.push(instance);
        }
        if (picked.length > 0 || window.length < most || desk.asideCount() === aside)
            break;
    }
    return { picked, examined: [...examined] };
}
function firstOf(line, most, wanted) {
    const found = [];
    for (const instance of line) {
        if (found.length >= most)
            break;
        if (wanted(instance))
            found.push(instance);
    }
    return found;
}
/** Keeps count of slots in use, and of what need not be looked at again in this round. */
class Desk {
    #limits;
    #open;
    #activeOf = new Map();
    #fullPools = new Set();
    #passedOver = new Set();
    #active = 0;
    #runIsFull = false;
    constructor(limits, active) {
        this.#limits = limits;
        this.#open = new Map([...limits.pools].map(([name, n]) => [name, n < 0 ? Number.POSITIVE_INFINITY : n]));
        for (const instance of active)
            this.#occupy(instance);
        for (const [name, open] of this.#open)
            if (open <= 0)
                this.#fullPools.add(name);
    }
    /** Places left before the machine is full; none when the run itself is. */
    room() {
        return this.#active >= this.#limits.maxActiveTasks ? 0 : this.#limits.parallelism - this.#active;
    }
    openSlots() {
        return [...this.#open.values()].reduce((sum, open) => sum + Math.max(0, open), 0);
    }
    isAside({ task }) {
        return this.#runIsFull || this.#fullPools.has(task.pool) || this.#passedOver.has(task.id);
    }
    asideCount() {
        return this.#fullPools.size + this.#passedOver.size + (this.#runIsFull ? 1 : 0);
    }
    /** Gives the instance its slots, or sets aside what stands in its way. */
    admit(instance) {
        const { task } = instance;
        const open = this.#open.get(task.pool) ?? 0;
        const most = task.maxActiveTis ?? Number.POSITIVE_INFINITY;
        if (open <= 0)
            this.#fullPools.add(task.pool);
        else if (task.poolSlots > open)
            this.#passedOver.add(task.id);
        else if (this.#active >= this.#limits.maxActiveTasks)
            this.#runIsFull = true;
        else if ((this.#activeOf.get(task.id) ?? 0) >= most)
            this.#passedOver.add(task.id);
        else {
            this.#occupy(instance);
            return true;
        }
        return false;
    }
    #occupy({ task }) {
        this.#active += 1;
        this.#activeOf.set(task.id, (this.#activeOf.get(task.id) ?? 0) + 1);
        const open = this.#open.get(task.pool);
        if (open !== undefined)
            this.#open.set(task.pool, open - task.poolSlots);
    }
}
/**
 * All that may begin now: rounds until one gives nothing, and then on down the line without what was passed over, so
 * that nothing waits only because what is before it cannot go.
 */
function* pickAll(waiting, active, limits) {
    let line = [...waiting];
    const busy = [...active];
    while (line.length > 0) {
        const { picked, examined } = pickRound(line, busy, limits);
        if (examined.length === 0)
            return;
        const gone = new Set(picked.length > 0 ? picked : examined);
        line = line.filter((instance) => !gone.has(instance));
        busy.push(...picked);
        yield* picked;
    }
}

;// CONCATENATED MODULE: ./lib/dag/verdict.js



/**
 * Whether the run has ended, judged right after a pass. Only leaves decide: a failure that something downstream
 * absorbed leaves the run a success. Removed instances do not count.
 *
 * A run in which nothing can go on any more, although not all has ended, has failed (Airflow's deadlock). Airflow waits
 * for ever when `depends_on_past` is what hinders it; here the run before does not change any more, so it ends.
 */
function runVerdict(run, pass, now) {
    if (run.unfinished === 0) {
        const failed = run.dag.leaves.some((id) => run.instances(id).some(({ record }) => isFailure(record.state)));
        return failed ? 'task_failure' : 'success';
    }
    const goesOn = pass.changed + pass.scheduled + run.scheduled.size + run.running.size > 0;
    const waits = [...run.retrying].some(({ record }) => record.retryAt !== null && record.retryAt > now);
    return goesOn || waits ? null : 'all_tasks_deadlocked';
}
/** Why each instance that has not ended could not begin; for a run in which nothing can go on. */
function whatBlocks(run, previous, now) {
    const blocked = [];
    for (const { task, record } of run.scheduled) {
        blocked.push({ name: (0,dag_run/* instanceName */.z)(record), why: `no slots for it: pool ${task.pool} or max_active_tis_per_dag` });
    }
    for (const instance of run.all()) {
        if (!isSchedulable(instance.record.state))
            continue;
        const outlook = outlookOf(run, instance.task, previous);
        const { why } = decide(run, instance, outlook, mapSourceEnded(run, instance.task), now);
        blocked.push({ name: (0,dag_run/* instanceName */.z)(instance.record), why });
    }
    return blocked;
}

;// CONCATENATED MODULE: ./lib/dag/runner.js








/** Airflow's defaults of `core.parallelism` and `scheduler.max_tis_per_query`. */
const DEFAULT_LIMITS = { parallelism: 32, maxTisPerQuery: 16 };
const DEFAULT_GRACE_MS = 10_000;
/** Runs a DAG from a record to its end, or until it is cancelled. Rejects only for a defect of this program. */
const runDag = (options) => new Runner(options).run();
class Runner {
    #options;
    #run;
    #limits;
    #attempts = new Map();
    /** Told to stop, with their end decided already; they hold their slots until they do. */
    #lingering = new Map();
    #inbox = [];
    #wake = () => undefined;
    constructor(options) {
        const { dag } = options;
        this.#options = options;
        this.#run = new DagRun(dag, options.record, options.emit ?? (() => undefined));
        this.#limits = {
            pools: dag.pools,
            maxActiveTasks: dag.maxActiveTasks,
            parallelism: options.parallelism ?? DEFAULT_LIMITS.parallelism,
            maxTisPerQuery: options.maxTisPerQuery ?? DEFAULT_LIMITS.maxTisPerQuery
        };
    }
    async run() {
        const options = this.#options;
        const { signal } = options;
        const run = this.#run;
        if (run.state === 'success' || run.state === 'failed')
            return { record: run.record(), interrupted: false, blocked: [] };
        const wake = () => this.#wake();
        signal?.addEventListener('abort', wake);
        try {
            this.#begin();
            const reason = await this.#untilEnd();
            const blocked = reason === 'all_tasks_deadlocked' ? whatBlocks(run, options.previous ?? null, this.#now()) : [];
            if (reason === null)
                await this.#interrupt();
            else
                await this.#end(reason);
            return { record: run.record(), interrupted: reason === null, blocked };
        }
        finally {
            signal?.removeEventListener('abort', wake);
        }
    }
    /** What was running when its process was killed makes the same try again: it lost nothing by it. */
    #begin() {
        const now = this.#now();
        for (const instance of [...this.#run.running]) {
            this.#run.move(instance, 'scheduled', now, { why: 'its process ended; the try is made again' });
        }
        if (this.#run.state !== 'running')
            this.#run.setState('running', null, now);
        this.#run.commit();
    }
    /** The main loop. Null when cancelled. */
    async #untilEnd() {
        for (;;) {
            this.#takeEnded();
            if (this.#options.signal?.aborted === true)
                return null;
            if (this.#now() >= (this.#deadline() ?? Number.POSITIVE_INFINITY))
                return 'timed_out';
            const looked = this.#look();
            if (looked.verdict !== null)
                return looked.verdict;
            const started = this.#startAll();
            const again = looked.changed > 0 && (this.#options.pace !== 'wave' || started === 0);
            if (!again && !(await this.#idle()))
                return 'all_tasks_deadlocked';
        }
    }
    /** One pass, if the pace lets it be made now. */
    #look() {
        if (this.#options.pace === 'wave' && this.#attempts.size + this.#lingering.size > 0) {
            return { changed: 0, verdict: null };
        }
        const now = this.#now();
        const pass = schedulerPass(this.#run, now, this.#options.previous ?? null);
        this.#run.commit();
        return { changed: pass.changed, verdict: runVerdict(this.#run, pass, now) };
    }
    /** Waits for something to do. False when nothing will ever come: what waits can get no slots. */
    async #idle() {
        if (this.#inbox.length > 0 || this.#options.signal?.aborted === true)
            return true;
        const until = this.#nextTime();
        const running = this.#attempts.size + this.#lingering.size;
        if (running === 0 && until === null)
            return false;
        const over = new AbortController();
        const events = [
            new Promise((resolve) => {
                this.#wake = resolve;
            })
        ];
        if (until !== null) {
            const wait = Math.min(Math.max(0, until - this.#now()), LONGEST_SLEEP_MS);
            events.push(this.#options.clock.sleep(wait, over.signal).catch(() => undefined));
        }
        this.#options.onIdle?.(running, until);
        await Promise.race(events);
        over.abort();
        return true;
    }
    /** When the next retry is due or the run's time is up. */
    #nextTime() {
        const times = [...this.#run.retrying].flatMap(({ record }) => record.retryAt ?? []);
        const deadline = this.#deadline();
        if (deadline !== null)
            times.push(deadline);
        return times.length === 0 ? null : Math.min(...times);
    }
    #deadline() {
        const { dagrunTimeoutSeconds } = this.#options.dag;
        const { startedAt } = this.#run;
        return dagrunTimeoutSeconds === null || startedAt === null ? null : startedAt + dagrunTimeoutSeconds * 1000;
    }
    /** Hands free slots to those that wait, and begins their tries. */
    #startAll() {
        if (this.#run.scheduled.size === 0)
            return 0;
        const active = [...this.#run.running, ...this.#lingering.values()];
        let started = 0;
        for (const instance of pickAll(this.#run.scheduled, active, this.#limits)) {
            this.#start(instance);
            started += 1;
        }
        return started;
    }
    #start(instance) {
        const run = this.#run;
        const { task, record } = instance;
        const fresh = { startedAt: this.#now(), endedAt: null, failure: null, output: null, decision: null };
        const values = task.expand === null ? {} : mappedValues(task.expand, record.mapIndex, (id) => run.output(id));
        run.move(instance, 'running', this.#now(), { ...fresh, why: `try ${record.tryNumber}` });
        run.commit();
        const attempt = beginAttempt({
            execute: this.#options.execute,
            clock: this.#options.clock,
            timeoutSeconds: task.executionTimeoutSeconds,
            graceMs: this.#options.graceMs ?? DEFAULT_GRACE_MS,
            context: {
                dagId: run.dag.dagId,
                runId: run.runId,
                logicalDate: run.logicalDate,
                taskId: task.id,
                mapIndex: record.mapIndex,
                tryNumber: record.tryNumber,
                maxTries: record.maxTries,
                values,
                instances: (id) => run.instances(id).map((other) => other.record)
            }
        });
        this.#attempts.set(instance, attempt);
        void attempt.ended.then((result) => {
            this.#inbox.push({ attempt, instance, result });
            this.#wake();
        });
    }
    /** Takes in what has ended, in the order in which it did. */
    #takeEnded() {
        for (const { attempt, instance, result } of this.#inbox.splice(0)) {
            if (this.#lingering.delete(attempt))
                continue;
            this.#attempts.delete(instance);
            const stopped = endTry(this.#run, instance, result, this.#now());
            this.#run.commit();
            for (const other of stopped)
                this.#linger(other, 'fail_fast');
        }
    }
    #linger(instance, why) {
        const attempt = this.#attempts.get(instance);
        if (attempt === undefined)
            return;
        this.#attempts.delete(instance);
        this.#lingering.set(attempt, instance);
        attempt.stop(why);
    }
    /** Cancelled: lets what runs come to rest. What ends well counts; what does not makes the same try again next time. */
    async #interrupt() {
        for (const attempt of this.#attempts.values())
            attempt.stop('the run was cancelled');
        await Promise.all([...this.#attempts.values(), ...this.#lingering.keys()].map((attempt) => attempt.ended));
        for (const { attempt, instance, result } of this.#inbox.splice(0)) {
            if (this.#lingering.delete(attempt) || result.outcome === 'failed')
                continue;
            endTry(this.#run, instance, result, this.#now());
        }
        for (const instance of [...this.#run.running]) {
            this.#run.move(instance, 'scheduled', this.#now(), { why: 'interrupted; the try is made again' });
        }
        this.#run.commit();
    }
    /** Ends the run. Out of time, everything that has not ended is skipped. */
    async #end(reason) {
        const run = this.#run;
        if (reason === 'timed_out') {
            const now = this.#now();
            for (const instance of [...run.all()].filter(({ record }) => !(0,dag_run/* isFinal */.d)(record.state))) {
                run.move(instance, 'skipped', now, { endedAt: now, why: 'the run took longer than its dagrun_timeout' });
                this.#linger(instance, 'dagrun_timeout');
            }
        }
        await Promise.all([...this.#lingering.keys()].map((attempt) => attempt.ended));
        run.setState(reason === 'success' ? 'success' : 'failed', reason, this.#now());
        run.commit();
    }
    #now() {
        return this.#options.clock.now();
    }
}

// EXTERNAL MODULE: ./lib/report/render/dag-text.js
var dag_text = __webpack_require__(6571);
// EXTERNAL MODULE: ./lib/dag/check.js + 4 modules
var check = __webpack_require__(6409);
// EXTERNAL MODULE: ./lib/dag/file/task.js
var file_task = __webpack_require__(1842);
// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
;// CONCATENATED MODULE: ./lib/app/dag/subset.js


/** Reads `task` and `task+`. @throws AppError for a name that is no task or group of the DAG. */
function askedTasks(texts, dag, what) {
    return texts.map((text) => {
        const downstream = text.endsWith('+');
        const name = downstream ? text.slice(0, -1) : text;
        const id = name.replace(/\[\d+\]$/, '');
        if (dag.tasks.has(id) || dag.groups.has(id))
            return { name, downstream };
        const near = (0,suggest/* suggest */.Z)(id, [...dag.tasks.keys(), ...dag.groups.keys()]);
        const cure = near === null ? `There are ${[...dag.tasks.keys()].slice(0, 20).join(', ')}` : `Did you mean ${near}?`;
        throw new errors/* AppError */.u(`${what}: there is no task '${id}'`, { kind: 'input', code: 'unknown-task', cure });
    });
}
/** The ids of the asked tasks: groups as their tasks. */
function idsOf(asked, dag) {
    const ids = asked.flatMap(({ name, downstream }) => {
        const own = dag.groups.get(name) ?? [name];
        return downstream
            ? [...own, ...own.flatMap((id) => [...(dag.tasks.get(id.replace(/\[\d+\]$/, ''))?.descendants ?? [])])]
            : own;
    });
    return [...new Set(ids)];
}
/** The DAG with only these tasks; edges to others are left out (Airflow's `partial_subset`). */
function subsetOf(spec, dag, ids) {
    const tasks = spec.tasks
        .filter(({ id }) => ids.has(id))
        .map((task) => ({ ...task, dependsOn: dag.task(task.id).upstream.filter((id) => ids.has(id)) }));
    return { ...spec, tasks };
}

;// CONCATENATED MODULE: ./lib/app/dag/build.js




/**
 * The DAG with its lists filled in from params and catalogues, cut down to the tasks that were asked for.
 * @throws AppError for a param that is no list, a catalogue that cannot be listed, a task that is not there.
 */
async function buildDag(dagFile, values) {
    const listed = new Map();
    const databases = (recipe) => {
        const list = listed.get(recipe) ?? values.databases(recipe);
        listed.set(recipe, list);
        return list;
    };
    const whole = dagOf(dagFile, dagFile.spec);
    const asked = idsOf(askedTasks(values.tasks, whole, 'tasks'), whole);
    const spec = asked.length === 0 ? dagFile.spec : subsetOf(dagFile.spec, whole, new Set(asked));
    const tasks = [];
    for (const task of spec.tasks) {
        const fileTask = dagFile.tasks.get(task.id);
        const expand = fileTask === undefined ? null : (0,file_task/* specExpand */.w8)(fileTask.expand, await listsOf(fileTask, values.params, databases));
        tasks.push({ ...task, expand });
    }
    return dagOf(dagFile, { ...spec, tasks });
}
function dagOf(dagFile, spec) {
    const checked = (0,check/* checkDag */.b)(spec);
    if (checked.ok)
        return checked.value;
    const [first] = checked.error;
    throw new errors/* AppError */.u(`${dagFile.file}: ${first?.message ?? 'it is no DAG'}`, {
        kind: 'input',
        code: first?.code ?? 'bad-dag',
        ...(first === undefined ? {} : { cure: first.cure })
    });
}
async function listsOf({ expand, id }, params, databases) {
    const lists = new Map();
    for (const { name, over } of expand) {
        if (over.from === 'param')
            lists.set(name, { from: 'literal', values: listOf(params[over.name], id, over.name) });
        if (over.from === 'databases')
            lists.set(name, { from: 'literal', values: await databases(over.recipe) });
    }
    return lists;
}
function listOf(value, task, param) {
    if (typeof value === 'object' && value !== null)
        return value;
    const message = `task ${task} maps over param ${param}, which is no list or mapping`;
    throw new errors/* AppError */.u(message, { kind: 'input', code: 'bad-params', cure: `give ${param} as a JSON list` });
}

// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(2151);
// EXTERNAL MODULE: ./lib/dag/file/expression.js
var expression = __webpack_require__(7777);
;// CONCATENATED MODULE: ./lib/app/dag/document.js


/** How the journal of a DAG's run is read. */
const DOCUMENT_RULES = { apply: applyEntries, isDocument };
function isDocument(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { schema, kind, generation, record } = value;
    return schema === 1 && kind === 'dag-run' && typeof generation === 'number' && record?.schema === 1;
}
/** The document after these entries. */
function applyEntries(document, entries) {
    if (entries.length === 0)
        return document;
    const transitions = entries.flatMap((entry) => (entry.kind === 'transition' ? [entry.transition] : []));
    const called = entries.flatMap((entry) => (entry.kind === 'called' ? [entry.key] : []));
    const warnings = entries.flatMap((entry) => (entry.kind === 'warning' ? [entry.failure] : []));
    const owed = [...document.callbacks.owed, ...transitions.flatMap((one) => callbackKeyOf(one, document) ?? [])];
    const done = new Set([...document.callbacks.done, ...called]);
    return {
        ...document,
        record: applyTransitions(document.record, transitions),
        tries: withTries(document.tries, transitions),
        callbacks: { owed: [...new Set(owed)].filter((key) => !done.has(key)), done: [...done] },
        warnings: [...document.warnings, ...warnings]
    };
}
/**
 * The key of the callbacks that a change asks for; null when it asks for none. As in Airflow, only what ran by itself
 * has callbacks: nothing is said about upstream_failed, skips, and tasks that fail_fast stopped.
 */
function callbackKeyOf(transition, { record }) {
    const key = (about) => JSON.stringify(about);
    if (transition.type === 'run') {
        if (transition.to !== 'success' && transition.to !== 'failed')
            return null;
        const event = transition.to === 'success' ? 'on_success' : 'on_failure';
        return key({ event, taskId: null, mapIndex: -1, number: record.clearNumber });
    }
    if (transition.type === 'expanded' || transition.from !== 'running')
        return null;
    const { instance } = transition;
    const event = eventOf(instance);
    return event === null
        ? null
        : key({ event, taskId: instance.taskId, mapIndex: instance.mapIndex, number: instance.tryNumber });
}
function eventOf({ state, failure }) {
    if (state === 'success')
        return 'on_success';
    if (state === 'up_for_retry')
        return 'on_retry';
    return state === 'failed' && failure?.code !== 'dag-fail-fast' ? 'on_failure' : null;
}
/** What a key is about. */
const callbackAbout = (key) => JSON.parse(key);
function withTries(before, transitions) {
    const tries = [...before];
    const open = new Map();
    tries.forEach((one, at) => {
        if (one.endedAt === null)
            open.set((0,dag_run/* instanceName */.z)(one), at);
    });
    const close = (name, end) => {
        const at = open.get(name);
        const one = at === undefined ? undefined : tries[at];
        if (at !== undefined && one !== undefined)
            tries[at] = { ...one, ...end };
        open.delete(name);
    };
    for (const transition of transitions) {
        if (transition.type !== 'task')
            continue;
        const { instance, from, at } = transition;
        const name = (0,dag_run/* instanceName */.z)(instance);
        if (instance.state === 'running') {
            close(name, { endedAt: at, state: 'interrupted', failure: null });
            open.set(name, tries.length);
            tries.push(begun(instance, at));
        }
        else if (from === 'running') {
            close(name, {
                endedAt: at,
                state: endOf(instance),
                failure: instance.state === 'success' ? null : instance.failure
            });
        }
    }
    return tries;
}
const begun = ({ taskId, mapIndex, tryNumber, startedAt }, at) => ({
    taskId,
    mapIndex,
    tryNumber,
    startedAt: startedAt ?? at,
    endedAt: null,
    state: 'running',
    failure: null
});
function endOf({ state }) {
    if (state === 'success' || state === 'failed' || state === 'skipped' || state === 'up_for_retry')
        return state;
    return 'interrupted';
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/app/dag/shell.js



/** A line that does not end is shown in pieces of this length. */
const LONGEST_LINE = 16_384;
/** What is left of a command's output when it has ended but a child of it keeps the pipe open is waited for so long. */
const DRAIN_MS = 500;
/**
 * Runs a command by `bash -e -o pipefail`, as a workflow's step does with `shell: bash`, in a process group of its own,
 * so that what it started ends with it.
 */
async function runShell(options) {
    const { command, env, cwd, signal } = options;
    if (signal.aborted)
        return { kind: 'signal', signal: 'SIGTERM' };
    const child = (0,external_node_child_process_.spawn)('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', command], {
        cwd,
        env: { ...env },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe']
    });
    const flush = [child.stdout, child.stderr].map((stream) => readLines(stream, options.line));
    const over = new AbortController();
    const stop = () => void terminate(child, options, over.signal);
    signal.addEventListener('abort', stop, { once: true });
    try {
        const ended = shell_endOf(child);
        const closed = new Promise((resolve) => child.once('close', () => resolve()));
        const end = await ended;
        if (end.kind !== 'not-started')
            await drained(closed, options.clock);
        return end;
    }
    finally {
        signal.removeEventListener('abort', stop);
        over.abort();
        for (const rest of flush)
            rest();
        if (signal.aborted)
            kill(child, 'SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
    }
}
function shell_endOf(child) {
    return new Promise((resolve) => {
        child.once('error', (error) => resolve({ kind: 'not-started', why: (0,errors/* messageOf */.b)(error) }));
        child.once('exit', (code, signal) => resolve(code === null ? { kind: 'signal', signal: signal ?? 'SIGKILL' } : { kind: 'exit', code }));
    });
}
async function drained(closed, clock) {
    const over = new AbortController();
    await Promise.race([closed, clock.sleep(DRAIN_MS, over.signal).catch(() => undefined)]);
    over.abort();
}
async function terminate(child, { clock, killAfterMs }, over) {
    kill(child, 'SIGTERM');
    try {
        await clock.sleep(killAfterMs, over);
    }
    catch {
        return;
    }
    kill(child, 'SIGKILL');
}
/** Signals the whole process group; nobody may be left in it. */
function kill(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, signal);
    }
    catch {
        // It has ended already.
    }
}
/** Hands on a stream line by line. @returns what hands on the last line, which no line end closed. */
function readLines(stream, line) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const one of lines)
            line(one.replace(/\r$/, ''));
        while (rest.length > LONGEST_LINE) {
            line(rest.slice(0, LONGEST_LINE));
            rest = rest.slice(LONGEST_LINE);
        }
    };
    stream.on('data', (chunk) => take(decoder.write(chunk)));
    return () => {
        take(decoder.end());
        if (rest !== '')
            line(rest);
        rest = '';
    };
}

;// CONCATENATED MODULE: ./lib/app/dag/run-task.js



/** Milliseconds from SIGTERM to SIGKILL: within what GitHub leaves a cancelled step. */
const KILL_AFTER_MS = 5_000;
/** The exit status by which a command says that it was skipped (Airflow's `skip_on_exit_code`). */
const SKIP_STATUS = 99;
/** Variables that are this program's own, and none of a command's business. */
const OWN = /^(INPUT_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_|GITHUB_(OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$)/;
/** Runs a command. What it wrote to $DAG_OUTPUT is its output; `return_value` alone, as JSON, is the whole of it. */
async function runCommand(task) {
    const { command, context, cwd, clock, redactor } = task;
    await (0,promises_.mkdir)(task.folder, { recursive: true });
    const file = (0,external_node_path_.join)(task.folder, 'output');
    await (0,promises_.writeFile)(file, '');
    const env = {
        ...commandEnv(task.env),
        ...task.taskEnv,
        ...contextEnv(context),
        DAG_OUTPUT: file,
        GITHUB_OUTPUT: file
    };
    const line = (text) => task.line(redactor.text(text));
    const end = await runShell({ command, env, cwd, line, signal: context.signal, clock, killAfterMs: KILL_AFTER_MS });
    const output = outputsIn(await (0,promises_.readFile)(file, 'utf8'));
    await (0,promises_.rm)(file, { force: true });
    if (end.kind === 'exit' && end.code === 0)
        return { outcome: 'success', output: redactor.value(output) };
    if (end.kind === 'exit' && end.code === SKIP_STATUS) {
        return { outcome: 'skipped', why: `the command ended with exit status ${SKIP_STATUS}` };
    }
    const failure = end.kind === 'exit'
        ? { code: `exit-${end.code}`, message: `the command ended with exit status ${end.code}` }
        : end.kind === 'signal'
            ? { code: 'killed', message: `the command was ended by ${end.signal}` }
            : { code: 'not-started', message: `the command could not be started: ${end.why}` };
    return { outcome: 'failed', failure };
}
/** The environment that commands get: the process's, without what is this program's own. */
const commandEnv = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !OWN.test(name)));
/** What a command knows of its try. */
const contextEnv = (context) => ({
    DAG_ID: context.dagId,
    DAG_RUN_ID: context.runId,
    DAG_LOGICAL_DATE: context.logicalDate ?? '',
    TASK_ID: context.taskId,
    TASK_MAP_INDEX: String(context.mapIndex),
    TASK_TRY_NUMBER: String(context.tryNumber),
    ...Object.fromEntries(Object.entries(context.values).map(([name, value]) => [
        `MAP_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`,
        typeof value === 'string' ? value : JSON.stringify(value)
    ]))
});
/** `NAME=value` lines and `NAME<<END` blocks, as GitHub's $GITHUB_OUTPUT takes them. */
function outputsIn(text) {
    const outputs = Object.fromEntries(pairsIn(text.split(/\r?\n/)));
    if (Object.keys(outputs).length === 0)
        return null;
    return outputs.return_value === undefined ? outputs : parsed(outputs.return_value);
}
function* pairsIn(lines) {
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at] ?? '';
        const [, block, delimiter] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
        const equals = line.indexOf('=');
        if (block !== undefined && delimiter !== undefined) {
            const end = lines.indexOf(delimiter, at + 1);
            const last = end < 0 ? lines.length : end;
            yield [block, lines.slice(at + 1, last).join('\n')];
            at = last;
        }
        else if (equals > 0)
            yield [line.slice(0, equals), line.slice(equals + 1)];
    }
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/app/dag/slack.js
/** `&`, `<` and `>` are what Slack's markup is made of (api.slack.com, "Formatting text for app surfaces"). */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** A notice as Slack's incoming webhooks take it, and whatever is compatible with them. */
const slackMessage = ({ text, good, fields }) => ({
    text: escaped(text),
    attachments: [
        {
            color: good ? 'good' : 'danger',
            fallback: escaped(text),
            fields: Object.entries(fields)
                .filter(([, value]) => value !== '')
                .map(([title, value]) => ({ title, value: escaped(value), short: value.length <= 40 }))
        }
    ]
});

;// CONCATENATED MODULE: ./lib/app/dag/callbacks.js








/** Longest time of one callback, and of all that are under way when a run was cancelled. */
const LONGEST_MS = 30_000;
const CANCELLED_MS = 3_000;
/** Makes the callbacks of a run, each once. None of them can change the run. */
class CallbackCaller {
    #options;
    #running = new Set();
    #stop = new AbortController();
    constructor(options) {
        this.#options = options;
    }
    /** Whether anyone is to be told of what the key is about. */
    concerns(key) {
        return this.#handlers(callbackAbout(key)).length > 0;
    }
    /** Begins the callbacks of a key; `instance` is the task instance as it was then, null for the run itself. */
    call(key, instance) {
        const about = callbackAbout(key);
        const handlers = this.#handlers(about);
        if (handlers.length === 0)
            return;
        this.#options.begin(key);
        const notice = this.#notice(about, instance);
        for (const handler of handlers) {
            const work = this.#make(handler, notice).catch((error) => this.#failed(about, (0,errors/* messageOf */.b)(error)));
            this.#running.add(work);
            void work.finally(() => this.#running.delete(work));
        }
    }
    /** Waits for what is under way; not long when the run was cancelled. */
    async settle(cancelled) {
        const over = new AbortController();
        const late = this.#options.clock.sleep(cancelled ? CANCELLED_MS : LONGEST_MS, over.signal).then(() => this.#stop.abort(), () => undefined);
        await Promise.race([Promise.allSettled([...this.#running]), late]);
        over.abort();
        await Promise.allSettled([...this.#running]);
    }
    #handlers({ event, taskId }) {
        const { dagFile } = this.#options;
        const callbacks = taskId === null ? dagFile.callbacks : dagFile.tasks.get(taskId)?.callbacks;
        return callbacks?.[event] ?? [];
    }
    #notice({ event, taskId, mapIndex }, instance) {
        const { record, attempt } = this.#options.document();
        const name = taskId === null ? '' : (0,dag_run/* instanceName */.z)({ taskId, mapIndex });
        const state = instance?.state ?? record.state;
        const failure = instance?.failure ?? null;
        const what = taskId === null ? `DAG ${record.dagId}` : `DAG ${record.dagId}, task ${name}`;
        const why = failure === null ? '' : `: ${failure.message}`;
        return {
            text: `${what}: ${state ?? 'none'}${why}`,
            good: event === 'on_success',
            fields: {
                dag_id: record.dagId,
                run_id: record.runId,
                logical_date: record.logicalDate ?? '',
                attempt: String(attempt),
                event,
                task_id: name,
                state: state ?? '',
                try_number: instance === null ? '' : String(instance.tryNumber),
                reason: taskId === null ? (record.reason ?? '') : '',
                error_code: failure?.code ?? '',
                error: failure?.message ?? '',
                run_url: this.#options.runUrl
            }
        };
    }
    async #make(callback, notice) {
        if (callback.kind === 'webhook')
            await this.#post(callback.url, notice);
        else
            await this.#run(callback.command, notice);
    }
    async #run(command, notice) {
        const { env, cwd, clock, line, redact } = this.#options;
        const own = Object.entries(notice.fields).map(([name, value]) => [`DAG_${name.toUpperCase()}`, value]);
        const given = { ...commandEnv(env), ...Object.fromEntries(own), DAG_MESSAGE: notice.text };
        const shown = (text) => line(`callback: ${redact(text)}`);
        const end = await runShell({
            command,
            env: given,
            cwd,
            line: shown,
            signal: this.#stop.signal,
            clock,
            killAfterMs: 1000
        });
        if (end.kind === 'exit' && end.code !== 0)
            throw new Error(`its command ended with exit status ${end.code}`);
        if (end.kind !== 'exit')
            throw new Error('its command was ended or could not be started');
    }
    async #post(template, notice) {
        const { env, mask } = this.#options;
        const lookup = ([first, name = '']) => (first === 'env' ? env[name] : undefined);
        const filled = (0,expression/* fill */.GS)(template, lookup);
        if (!filled.ok || filled.value === '')
            throw new Error(`its address: ${filled.ok ? 'it is empty' : filled.error}`);
        mask(filled.value);
        const url = URL.canParse(filled.value) ? new URL(filled.value) : null;
        if (url === null || !isSafe(url))
            throw new Error('its address is no https address');
        const client = new http/* HttpClient */.Q(url, { env });
        try {
            const headers = { 'content-type': 'application/json', 'user-agent': 'datahub-glue-ingestion' };
            const body = JSON.stringify(slackMessage(notice));
            const request = { method: 'POST', url, headers, body, timeoutMs: LONGEST_MS, signal: this.#stop.signal };
            const { status } = await client.request(request);
            if (status < 200 || status > 299)
                throw new Error(`the webhook answered ${status}`);
        }
        finally {
            client.close();
        }
    }
    #failed({ event, taskId, mapIndex }, why) {
        const resource = taskId === null ? 'the DAG' : (0,dag_run/* instanceName */.z)({ taskId, mapIndex });
        this.#options.warn({ code: 'callback-failed', message: `${event} failed: ${this.#options.redact(why)}`, resource });
    }
}
/** A message may hold what is nobody's business on the way; within this machine there is no way. */
const isSafe = ({ protocol, hostname }) => protocol === 'https:' || (protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname));

// EXTERNAL MODULE: ./lib/aws/rate-limit.js
var rate_limit = __webpack_require__(729);
// EXTERNAL MODULE: ./lib/source/glue/read/databases.js
var databases = __webpack_require__(1806);
// EXTERNAL MODULE: ./lib/app/environment.js
var environment = __webpack_require__(7918);
// EXTERNAL MODULE: ./lib/app/load-recipe.js
var load_recipe = __webpack_require__(4034);
// EXTERNAL MODULE: ./lib/app/recipe-session.js + 17 modules
var recipe_session = __webpack_require__(9006);
// EXTERNAL MODULE: ./lib/app/settle-recipe.js
var settle_recipe = __webpack_require__(3071);
;// CONCATENATED MODULE: ./lib/app/dag/databases.js







/**
 * The names of the databases that a recipe reads: listed as the recipe would, with its identity and its patterns.
 * @throws AppError when the recipe is wrong, or the list cannot be had whole.
 */
async function databasesOf(file, request, deps) {
    const { clock, mask, signal } = deps;
    const env = await (0,environment/* recipeEnvironment */.gl)(request, deps.env, deps.cwd);
    const setting = { request, deps, env, limits: (0,rate_limit/* createRateLimits */.V)(clock, request.rateLimit), emit: () => undefined };
    const open = (known, kept) => (0,recipe_session/* openRecipeSession */.p)(known, setting, kept);
    const read = await (0,load_recipe/* recipeReader */._s)(file, { env, cwd: deps.cwd, inputs: request, mode: 'ingest' });
    const settled = await (0,settle_recipe/* settleRecipe */.K)({ file, read, open, mask, signal });
    if (!settled.parsed.ok)
        throw wrongRecipe(file, settled.parsed.error);
    const { recipe, secrets } = settled.parsed.value;
    for (const secret of secrets)
        mask(secret);
    const { source: options } = recipe;
    const problems = [];
    const session = settled.session ?? (await open(recipe));
    try {
        const where = { region: session.region, account: session.identity.account, arn: session.identity.arn };
        const emit = (event) => {
            if (event.type === 'failed' && event.severity === 'failure')
                problems.push(event.failure);
        };
        const names = [];
        const list = (0,databases/* listDatabases */.P)({ client: session.glueClient(), options, where, emit, signal });
        for await (const { Name } of list)
            names.push(Name);
        const [problem] = problems;
        if (problem === undefined)
            return names;
        const { code, message, cure } = problem;
        throw new errors/* AppError */.u(`expand: ${message}`, { kind: 'cannot-begin', code, ...(cure === undefined ? {} : { cure }) });
    }
    finally {
        session.close();
    }
}
function wrongRecipe(file, [first]) {
    const message = `expand: the recipe ${file} is wrong: ${first?.message ?? ''}`;
    return new errors/* AppError */.u(message, { kind: 'input', code: 'bad-recipe', cure: `datahub-glue validate ${file} tells all` });
}

// EXTERNAL MODULE: ./lib/core/gate.js
var core_gate = __webpack_require__(8532);
;// CONCATENATED MODULE: ./lib/app/dag/lookup.js
/**
 * `params.NAME`, `map.ARGUMENT`, `env.NAME`, `tasks.ID.state`, `tasks.ID.output.…`, `dag_id`, `run_id`, `task_id`,
 * `map_index`, `try_number`, `logical_date`. Of a mapped task, `output` is the list of its instances' outputs.
 */
function lookupOf(names) {
    const { context, params, env } = names;
    const plain = {
        dag_id: context.dagId,
        run_id: context.runId,
        task_id: context.taskId,
        map_index: context.mapIndex,
        try_number: context.tryNumber,
        logical_date: context.logicalDate
    };
    return ([first = '', ...rest]) => {
        if (first === 'params')
            return inside(params, rest);
        if (first === 'map')
            return inside(context.values, rest);
        if (first === 'env')
            return rest.length === 1 ? env[rest[0] ?? ''] : undefined;
        if (first === 'tasks')
            return ofTask(rest, names);
        return rest.length === 0 ? plain[first] : undefined;
    };
}
function ofTask(path, { context, taskIds }) {
    for (let length = path.length - 1; length > 0; length--) {
        const id = path.slice(0, length).join('.');
        if (!taskIds.includes(id))
            continue;
        const [what = '', ...rest] = path.slice(length);
        const instances = context.instances(id);
        const isMapped = instances.some(({ mapIndex }) => mapIndex >= 0);
        const list = instances.map((one) => (what === 'state' ? one.state : one.output));
        if (what !== 'state' && what !== 'output')
            return undefined;
        return inside(isMapped ? list : (list[0] ?? null), rest);
    }
    return undefined;
}
/** What lies at a path inside a value. */
function inside(value, path) {
    let found = value;
    for (const name of path) {
        if (typeof found !== 'object' || found === null)
            return undefined;
        found = Array.isArray(found) ? found[Number(name)] : found[name];
    }
    return found;
}

// EXTERNAL MODULE: ./lib/model/secret.js
var secret = __webpack_require__(1817);
// EXTERNAL MODULE: ./lib/report/counts.js
var report_counts = __webpack_require__(5836);
// EXTERNAL MODULE: ./lib/app/ingest.js
var ingest = __webpack_require__(3483);
;// CONCATENATED MODULE: ./lib/app/dag/failure-class.js
/**
 * The classes of errors that a DAG's retry rules name, by the codes that belong to them; the first that matches counts.
 * A code without a class is its own.
 */
const CLASSES = [
    ['throttle', /throttle/],
    ['denied', /denied|unauthorized|not-trusting|not-allowed|permission-missing|credentials-(missing|invalid)|forbidden/],
    ['expired', /expired/],
    ['gms-unreachable', /^gms-(unreachable|unavailable|breaker-open|undelivered)$/],
    ['gms-rejected', /^gms-rejected$/],
    ['transient', /transient|unreachable|unavailable|sts-failed|listing-incomplete/],
    ['timeout', /timeout/],
    ['not-found', /not-found/]
];
/** The class of an error, by its code. */
const classOf = (code) => CLASSES.find(([, codes]) => codes.test(code))?.[0] ?? code;
/**
 * Why a recipe's run counts as failed, as one failure: what stopped it, else what is wrong with the recipe, else what
 * went wrong most. Its code is the class, for the retry rules; the code itself stands in the message.
 */
function failureOf(report) {
    const { stopped, diagnostics, failures, warnings, recipe } = report;
    const error = diagnostics.find(({ severity }) => severity === 'error');
    if (error !== undefined) {
        const message = `${error.file}:${error.line}:${error.column}: ${error.message}`;
        return { code: 'input', message, resource: recipe, ...(error.cure === undefined ? {} : { cure: error.cure }) };
    }
    if (stopped !== null) {
        const code = stopped.kind === 'input' ? 'input' : classOf(stopped.code);
        return {
            code,
            message: stopped.message,
            resource: recipe,
            ...(stopped.cure === undefined ? {} : { cure: stopped.cure })
        };
    }
    const worst = [...failures].sort((a, b) => b.count - a.count)[0] ?? warnings[0];
    if (worst === undefined) {
        return { code: 'incomplete', message: 'the listing of a database did not come to its end', resource: recipe };
    }
    const count = worst.count > 1 ? ` (${worst.count} times)` : '';
    const first = worst.resources[0];
    const message = `${worst.message}${first === undefined ? '' : `: ${first}`}${count} [${worst.code}]`;
    return {
        code: classOf(worst.code),
        message,
        resource: recipe,
        ...(worst.cure === undefined ? {} : { cure: worst.cure })
    };
}

;// CONCATENATED MODULE: ./lib/app/dag/recipe-task.js







/** More recipes at once than these wait: each holds pages of a catalogue and a window of deliveries in memory. */
const MOST_RECIPES = 4;
/** Runs a recipe, keeps its report, and says what became of it. */
function runRecipeTask(task) {
    return task.gate.run(async () => {
        const { deps, folder, redactor } = task;
        if (deps.signal.aborted)
            return recipe_task_failed('cancelled', 'stopped before it began');
        try {
            const asked = withInputs(withEnvironment(task.request, task.env), task.with);
            const request = { ...asked, recipes: [task.recipe], outDir: folder };
            const found = await (0,ingest.ingest)(request, { ...deps, env: { ...deps.env, ...task.env } });
            const reports = redactor.value(found);
            const path = (0,external_node_path_.join)(folder, 'report.json');
            await (0,promises_.mkdir)(folder, { recursive: true });
            await (0,promises_.writeFile)(path, `${JSON.stringify(reports, null, 1)}\n`);
            return resultOf(reports, path);
        }
        catch (error) {
            if (!(error instanceof errors/* AppError */.u))
                throw error;
            const code = error.kind === 'input' ? 'input' : classOf(error.code);
            return { ...recipe_task_failed(code, error.message), ...(error.kind === 'input' ? { retry: 'never' } : {}) };
        }
    });
}
const recipe_task_failed = (code, message) => ({ outcome: 'failed', failure: { code, message } });
function resultOf(reports, path) {
    const bad = reports.find(({ exitCode }) => exitCode !== 0);
    if (bad === undefined)
        return { outcome: 'success', output: outputOf(reports, path) };
    const failure = failureOf(bad);
    return { outcome: 'failed', failure, ...(failure.code === 'input' ? { retry: 'never' } : {}) };
}
/** What downstreams can use, and checks are made on: counts by name, and where the whole report is. */
function outputOf(reports, path) {
    const counts = reports.map((report) => report.counts).reduce(report_counts/* addCounts */.c, (0,report_counts/* noCounts */.Y)());
    const sum = (of) => reports.reduce((all, report) => all + of(report), 0);
    const total = (groups) => groups.reduce((all, one) => all + one.count, 0);
    return {
        status: reports.every(({ status }) => status === 'success') ? 'success' : 'failure',
        run_id: reports.map(({ runId }) => runId).join(','),
        report: path,
        counts: { ...counts },
        warnings: sum(({ warnings }) => total(warnings)),
        failures: sum(({ failures, stopped }) => total(failures) + (stopped === null ? 0 : 1))
    };
}
/** A task's variables stand before the inputs of the whole run, which came from the same variables of the process. */
function withEnvironment(request, env) {
    const first = (...names) => names.map((name) => env[name]).find(Boolean);
    const { identity } = request;
    const token = first('DATAHUB_GMS_TOKEN');
    return {
        ...request,
        identity: {
            ...identity,
            region: first('AWS_REGION', 'AWS_DEFAULT_REGION') ?? identity.region,
            roleToAssume: first('AWS_ROLE') ?? identity.roleToAssume
        },
        gmsUrl: first('GMS_URL', 'DATAHUB_GMS_URL') ?? request.gmsUrl,
        gmsToken: token === undefined ? request.gmsToken : new secret/* Secret */.z(token)
    };
}
const booleanOf = (value) => (value === 'true' ? true : value === 'false' ? false : null);
/** The inputs that a task may have of its own; null for a value that the input cannot have. */
const INPUTS = {
    'dry-run': (request, value) => {
        const dryRun = booleanOf(value);
        return dryRun === null ? null : { ...request, dryRun };
    },
    'column-statistics': (request, value) => {
        const columnStatistics = booleanOf(value);
        return columnStatistics === null ? null : { ...request, columnStatistics };
    },
    incremental: (request, value) => {
        const incremental = booleanOf(value);
        return incremental === null ? null : { ...request, incremental };
    },
    'rate-limit': (request, value) => {
        const rateLimit = Number(value);
        return rateLimit >= 0.1 && rateLimit <= 1000 ? { ...request, rateLimit } : null;
    },
    'fail-on': (request, value) => value === 'failure' || value === 'warning' || value === 'never' ? { ...request, failOn: value } : null,
    'aws-region': (request, region) => ({ ...request, identity: { ...request.identity, region } }),
    'role-to-assume': (request, roleToAssume) => ({ ...request, identity: { ...request.identity, roleToAssume } }),
    'gms-url': (request, gmsUrl) => ({ ...request, gmsUrl }),
    'env-file': (request, envFile) => ({ ...request, envFile })
};
/** @throws AppError for an input that a task cannot have. */
function withInputs(request, inputs) {
    let changed = request;
    for (const [name, value] of Object.entries(inputs)) {
        const change = INPUTS[name];
        const next = change === undefined ? null : change(changed, value);
        if (next === null) {
            const message = change === undefined ? `with: there is no input ${name} here` : `with: '${value}' is no ${name}`;
            const cure = `A task may have ${Object.keys(INPUTS).join(', ')} of its own`;
            throw new errors/* AppError */.u(message, { kind: 'input', code: 'bad-input', cure });
        }
        changed = next;
    }
    return changed;
}

;// CONCATENATED MODULE: ./lib/app/dag/check-task.js





/**
 * Asserts conditions on an upstream's report, also of one that failed: `tables`, `warnings` and all counts by their
 * names, summed over mapped instances. Of a task without a report its output is asked. A name that is there nowhere
 * does not hold.
 */
async function runCheck(check, context, others) {
    const instances = context.instances(check.task).filter(({ state }) => state !== 'skipped' && state !== 'removed');
    const facts = [];
    for (const instance of instances)
        facts.push((await factsOf(instance, others.reportPath)) ?? instance.output);
    const lookup = (path) => factAt(facts, path) ?? others.lookup(path);
    const broken = check.assert.flatMap((condition) => {
        const judged = (0,expression/* judge */.S4)(condition, lookup, 'fails');
        return judged.ok ? [] : [judged.error];
    });
    if (broken.length === 0)
        return { outcome: 'success', output: { checked: check.assert.length } };
    const about = instances.map(dag_run/* instanceName */.z).slice(0, 3).join(', ') || check.task;
    const message = `${broken.join('; ')}`;
    return { outcome: 'failed', failure: { code: 'check-failed', message, resource: about } };
}
/** The sum of a number over all instances; of anything else the first one's. */
function factAt(facts, path) {
    const values = facts.flatMap((fact) => inside(fact, path) ?? inside(fact, ['counts', ...path]) ?? []);
    const numbers = values.map((value) => (typeof value === 'string' && value !== '' ? Number(value) : value));
    if (values.length > 0 &&
        numbers.every((value) => typeof value === 'number' && !Number.isNaN(value))) {
        return numbers.reduce((sum, value) => sum + value, 0);
    }
    return values[0];
}
async function factsOf(instance, reportPath) {
    const path = reportPath(instance);
    try {
        const reports = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
        return outputOf(reports, path);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/app/dag/execute.js









/** The function that does what the tasks of a DAG file say. */
function executorOf(executor) {
    const gate = new core_gate/* Gate */.i(MOST_RECIPES);
    return async (context) => {
        const task = executor.dagFile.tasks.get(context.taskId);
        if (task === undefined)
            throw new Error(`${context.taskId} is no task of the file`);
        const log = executor.deps.view.tryLog((0,dag_run/* instanceName */.z)(context));
        try {
            return executor.redactor.value(await perform(task, context, { ...executor, gate, log }));
        }
        catch (error) {
            return broken(executor.redactor.text((0,errors/* messageOf */.b)(error)));
        }
        finally {
            log.end();
        }
    };
}
const broken = (message) => ({ outcome: 'failed', failure: { code: 'dag-task-threw', message } });
async function perform(task, context, run) {
    const { deps, params, dagFile } = run;
    const names = { context, params, env: deps.env, taskIds: [...dagFile.tasks.keys()] };
    const lookup = lookupOf(names);
    if (task.when !== null) {
        const judged = (0,expression/* judge */.S4)(task.when, lookup);
        if (!judged.ok)
            return { outcome: 'skipped', why: judged.error };
    }
    const env = filled(task.env, lookup);
    const { action } = task;
    switch (action.kind) {
        case 'empty':
            return { outcome: 'success', output: null };
        case 'recipe':
            return recipe(action, { context, env, lookup }, run);
        case 'run':
            return runCommand({
                command: action.command,
                context,
                env: deps.env,
                taskEnv: env,
                cwd: deps.cwd,
                folder: folderOf(run.folder, context),
                line: run.log.line,
                clock: deps.clock,
                redactor: run.redactor
            });
        case 'check':
            return runCheck(action, context, { lookup, reportPath: reportPathIn(run.folder) });
        case 'branch': {
            const found = action.cases.find(({ when }) => when === null || (0,expression/* judge */.S4)(when, lookup).ok);
            return {
                outcome: 'success',
                output: [...(found?.follow ?? [])],
                choice: { kind: 'follow', names: found?.follow ?? [] }
            };
        }
        case 'short-circuit': {
            const judged = (0,expression/* judge */.S4)(action.condition, lookup);
            if (judged.ok)
                return { outcome: 'success', output: true };
            run.log.line(judged.error);
            return { outcome: 'success', output: false, choice: { kind: 'short-circuit', scope: action.scope } };
        }
    }
}
function recipe(action, { context, env, lookup }, run) {
    const { recipe: path = '' } = filled({ recipe: action.recipe }, lookup);
    const mapped = Object.entries(context.values).flatMap(([name, value]) => typeof value === 'string' || typeof value === 'number'
        ? [[`MAP_${name.toUpperCase()}`, String(value)]]
        : []);
    return runRecipeTask({
        request: run.request,
        deps: {
            ...run.deps,
            signal: context.signal,
            logger: loggerOf(run.log),
            onEvent: () => undefined,
            stdout: (text) => run.log.line(text.replace(/\n$/, ''))
        },
        recipe: path,
        env: { ...Object.fromEntries(mapped), ...env },
        with: filled(action.with, lookup),
        folder: folderOf(run.folder, context),
        gate: run.gate,
        redactor: run.redactor
    });
}
/** @throws Error for a template that names nothing. */
function filled(texts, lookup) {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => {
        const result = (0,expression/* fill */.GS)(text, lookup);
        if (!result.ok)
            throw new Error(`${name}: ${result.error}`);
        return [name, result.value];
    }));
}
const loggerOf = (log) => ({
    debug: () => undefined,
    info: (message) => log.line(message),
    notice: (message) => log.line(`notice: ${message}`),
    warning: (message) => log.line(`warning: ${message}`),
    error: (message) => log.line(`error: ${message}`)
});
/** `tasks/NAME/try-N`; of an instance's name only what no file system minds. */
function folderOf(folder, one) {
    const name = (0,dag_run/* instanceName */.z)(one).replace(/[^\p{L}\p{N}._-]/gu, '-');
    return (0,external_node_path_.join)(folder, 'tasks', /^\.+$/.test(name) ? `_${name}` : name, `try-${one.tryNumber}`);
}
const reportPathIn = (folder) => (instance) => (0,external_node_path_.join)(folderOf(folder, instance), 'report.json');

// EXTERNAL MODULE: ./lib/dag/cron.js
var cron = __webpack_require__(7354);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/core/zip.js

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/**
 * The files of a ZIP archive, as its central directory lists them (PKWARE APPNOTE 4.3), stored or deflated. What needs
 * ZIP64, encryption or several disks is refused: an artifact of GitHub's has none of it below 4 GiB.
 * @throws Error when it is no such archive.
 */
function readZip(bytes) {
    const end = endOfDirectory(bytes);
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    if (count === 0xffff || at === 0xffffffff)
        throw new Error('the archive is a ZIP64');
    const entries = [];
    for (let i = 0; i < count; i++) {
        if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY)
            throw zip_broken('directory');
        const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
        const entry = { ...headerOf(bytes, at), name };
        entries.push({ name, read: (maxBytes) => contentOf(bytes, entry, maxBytes) });
        at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return entries.filter(({ name }) => !name.endsWith('/'));
}
function endOfDirectory(bytes) {
    const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
    for (let at = bytes.length - END_SIZE; at >= first; at--) {
        if (bytes.readUInt32LE(at) === END_OF_DIRECTORY)
            return at;
    }
    throw new Error('it is no ZIP archive');
}
const headerOf = (bytes, at) => ({
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    compressedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42)
});
function contentOf(bytes, entry, maxBytes) {
    const { offset, size } = entry;
    if (entry.encrypted)
        throw new Error(`${entry.name} is encrypted`);
    if (size > maxBytes)
        throw new Error(`${entry.name} has ${size} bytes, more than ${maxBytes}`);
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY)
        throw zip_broken(entry.name);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const packed = bytes.subarray(start, start + entry.compressedSize);
    if (packed.length !== entry.compressedSize)
        throw zip_broken(entry.name);
    const content = unpacked(packed, entry, maxBytes);
    if (content.length !== size)
        throw zip_broken(entry.name);
    return content;
}
function unpacked(packed, { method }, maxBytes) {
    if (method === STORED)
        return packed;
    if (method === DEFLATED)
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, maxBytes) });
    throw new Error(`it is compressed by method ${method}`);
}
const zip_broken = (where) => new Error(`the archive is broken at ${where}`);

// EXTERNAL MODULE: ./lib/app/github/api.js
var github_api = __webpack_require__(7571);
;// CONCATENATED MODULE: ./lib/app/dag/github-rest.js




const TIMEOUT_MS = 30_000;
const PER_PAGE = 100;
/** Artifacts are listed newest first: what is not among the first thousand is too old to matter. */
const MOST_PAGES = 10;
/** The longest artifact that is read, and the longest file in it. */
const MOST_BYTES = 256 * 1024 * 1024;
/** GitHub's REST API, as far as a DAG run needs it: its own run, and artifacts of earlier ones (`actions: read`). */
class GithubRest {
    #options;
    #base;
    constructor(options) {
        this.#options = options;
        this.#base = `/repos/${options.repository}`;
    }
    /** When the run was made, which its later attempts do not change; ISO 8601. @throws AppError */
    async createdAt(runId) {
        const run = await this.#json(`/actions/runs/${encodeURIComponent(runId)}/attempts/1`);
        const createdAt = (0,github_api/* textAt */.$6)(run, 'created_at');
        if (createdAt === null)
            throw unreadable('it does not say when the run was made');
        return createdAt;
    }
    /** The newest artifact of that name; null when there is none, or it has expired. @throws AppError */
    async artifactNamed(name) {
        const page = await this.#json(`/actions/artifacts?per_page=${PER_PAGE}&name=${encodeURIComponent(name)}`);
        return artifactsIn(page).find((artifact) => artifact.name === name) ?? null;
    }
    /** The newest artifact whose name `wanted` takes; null when there is none. @throws AppError */
    async newestArtifact(wanted) {
        for (let page = 1; page <= MOST_PAGES; page++) {
            const answer = await this.#json(`/actions/artifacts?per_page=${PER_PAGE}&page=${page}`);
            const found = artifactsIn(answer).find(wanted);
            if (found !== undefined)
                return found;
            if (listIn(answer).length < PER_PAGE)
                return null;
        }
        return null;
    }
    /** The files in an artifact. @throws AppError */
    async files(artifact) {
        const path = `/actions/artifacts/${artifact.id}/zip`;
        const first = await this.#get(path);
        const place = first.headers.location;
        if (first.status !== 302 || place === undefined || !URL.canParse(place))
            throw this.#refused(first, 'the artifact');
        const stored = await this.#stored(new URL(place));
        if (stored.status !== 200)
            throw this.#refused(stored, 'the artifact');
        try {
            const entries = readZip(Buffer.from(stored.text, 'latin1'));
            return new Map(entries.map((entry) => [entry.name, entry.read(MOST_BYTES)]));
        }
        catch (error) {
            throw unreadable(`the artifact ${artifact.name}: ${(0,errors/* messageOf */.b)(error)}`);
        }
    }
    async #json(path) {
        const answer = await this.#get(path);
        if (answer.status !== 200)
            throw this.#refused(answer, path);
        const json = (0,github_api/* jsonOf */.o_)(answer);
        if (json === undefined)
            throw unreadable('the answer is no JSON');
        return json;
    }
    async #get(path) {
        const api = new github_api/* GithubApi */.QS(this.#options);
        try {
            return await api.request({ method: 'GET', path: `${this.#base}${path}`, maxAnswerBytes: MOST_BYTES });
        }
        catch (error) {
            throw unreadable((0,errors/* messageOf */.b)(error), error);
        }
        finally {
            api.close();
        }
    }
    /** What the storage keeps; its address holds its own right to read, and GitHub's token is not for it. */
    async #stored(url) {
        const { env, signal } = this.#options;
        const client = new http/* HttpClient */.Q(url, { env });
        try {
            const headers = { 'user-agent': github_api/* USER_AGENT */._O };
            const request = { method: 'GET', url, headers, timeoutMs: TIMEOUT_MS, signal, encoding: 'latin1' };
            return await client.request({ ...request, maxAnswerBytes: MOST_BYTES });
        }
        catch (error) {
            throw unreadable((0,errors/* messageOf */.b)(error), error);
        }
        finally {
            client.close();
        }
    }
    #refused({ status }, what) {
        if (status === 401 || status === 403 || status === 404) {
            return new errors/* AppError */.u(`GitHub does not show ${what} (${status})`, {
                kind: 'cannot-begin',
                code: 'github-refused',
                cure: 'The job needs permissions: actions: read, and the input github-token'
            });
        }
        return unreadable(`it answered ${status}`);
    }
}
const unreadable = (why, cause) => new errors/* AppError */.u(`GitHub's REST API cannot be read: ${why}`, { kind: 'cannot-begin', code: 'github-unreachable', cause });
function artifactsIn(page) {
    return listIn(page).flatMap((item) => {
        const id = (0,github_api/* memberOf */.C5)(item, 'id');
        const name = (0,github_api/* textAt */.$6)(item, 'name');
        const run = (0,github_api/* memberOf */.C5)((0,github_api/* memberOf */.C5)(item, 'workflow_run'), 'id');
        if (typeof id !== 'number' || name === null || (0,github_api/* memberOf */.C5)(item, 'expired') === true)
            return [];
        return [
            { id, name, runId: typeof run === 'number' ? String(run) : '', createdAt: (0,github_api/* textAt */.$6)(item, 'created_at') ?? '' }
        ];
    });
}
function listIn(page) {
    const list = (0,github_api/* memberOf */.C5)(page, 'artifacts');
    return Array.isArray(list) ? list : [];
}

;// CONCATENATED MODULE: ./lib/app/dag/records.js



/** The name of the artifact that holds the record of one attempt. */
const artifactName = (dagId, runId, attempt) => `datahub-glue-dagrun-${dagId}-${runId}-${attempt}`;
/** The record of the latest earlier attempt of this workflow run; null when none was kept. @throws AppError */
async function earlierAttempt(rest, dagId, { runId, runAttempt }) {
    for (let attempt = runAttempt - 1; attempt > 0; attempt--) {
        const artifact = await rest.artifactNamed(artifactName(dagId, runId, attempt));
        if (artifact !== null)
            return documentIn(await rest.files(artifact), dagId);
    }
    return null;
}
/** The record of the latest run of this DAG in another workflow run; null when none was kept. @throws AppError */
async function earlierRun(rest, dagId, { runId }) {
    const prefix = artifactName(dagId, '', 0).slice(0, -2);
    const artifact = await rest.newestArtifact(({ name }) => {
        const [, run] = name.startsWith(prefix) ? (/^-?(\d+)-\d+$/.exec(name.slice(prefix.length)) ?? []) : [];
        return run !== undefined && run !== runId;
    });
    return artifact === null ? null : documentIn(await rest.files(artifact), dagId);
}
/** The record among an artifact's files, wherever in it they lie. @throws AppError when it cannot be understood. */
function documentIn(files, dagId) {
    const folders = [...files.keys()].filter((name) => (0,external_node_path_.basename)(name) === RECORD_FILE);
    for (const name of folders.sort((a, b) => b.length - a.length)) {
        const journal = files.get(`${name.slice(0, -RECORD_FILE.length)}${JOURNAL_FILE}`);
        const record = files.get(name)?.toString('utf8') ?? null;
        const document = recover({ record, journal: journal?.toString('utf8') ?? null }, DOCUMENT_RULES);
        if (document?.dagId === dagId)
            return document;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/app/dag/find-record.js






/**
 * Finds the record to go on with: on this disk, or in the artifacts of earlier attempts and runs on GitHub. Without one
 * a new run begins, and says so where one was expected.
 * @throws AppError when the record cannot be understood, or one is asked for that is not there.
 */
async function findRecord(dagFile, means) {
    const { dagId } = dagFile.spec;
    const { request, deps, folder } = means;
    const here = readRecord(folder, DOCUMENT_RULES);
    const { github } = deps;
    const asked = request.resume || request.clear.length > 0;
    if (github !== null)
        return onGithub(dagFile, github, { means, here, asked });
    const now = new Date(deps.clock.now()).toISOString();
    if (asked && here === null)
        throw nothingThere(dagId);
    if (asked)
        return { current: here, previous: null, runId: here?.runId ?? '', logicalDate: now };
    if (here?.status === 'running') {
        deps.logger.warning(`Run ${here.runId} of ${dagId} did not come to its end; --resume would have gone on with it`);
    }
    return { current: null, previous: here, runId: `manual__${now}`, logicalDate: now };
}
async function onGithub({ spec: { dagId }, timezone }, github, { means, here, asked }) {
    const { request, deps } = means;
    const runId = `github__${github.runId}`;
    const rest = request.githubToken === null
        ? null
        : new GithubRest({
            env: deps.env,
            token: request.githubToken,
            repository: github.repository,
            clock: deps.clock,
            signal: deps.signal
        });
    const kept = (read, lost) => attempt(rest, read, lost, means);
    const madeAt = await kept((from) => from.createdAt(github.runId), 'the logical date is that of now');
    const logicalDate = logicalDateOf(madeAt === null ? deps.clock.now() : Date.parse(madeAt), github.schedule, timezone);
    const own = here?.runId === runId ? here : null;
    const over = 'the run starts over';
    const earlier = own ?? (github.runAttempt > 1 ? await kept((from) => earlierAttempt(from, dagId, github), over) : null);
    if (earlier === null && github.runAttempt > 1) {
        deps.logger.warning(`There is no record of attempt ${github.runAttempt - 1} of ${dagId}: ${over}`);
    }
    if (earlier !== null)
        return { current: earlier, previous: null, runId, logicalDate };
    const before = await kept((from) => earlierRun(from, dagId, github), 'depends_on_past knows of no run before');
    if (asked && before === null)
        throw nothingThere(dagId);
    return { current: asked ? before : null, previous: before, runId, logicalDate };
}
/** What GitHub keeps; null, with a warning, when it cannot be had. */
async function attempt(rest, read, lost, { deps }) {
    if (rest === null) {
        deps.logger.debug(`Without the input github-token: ${lost}`);
        return null;
    }
    try {
        return await read(rest);
    }
    catch (error) {
        if (!(error instanceof errors/* AppError */.u))
            throw error;
        deps.logger.warning(`${error.message}${error.cure === undefined ? '' : ` (${error.cure})`}: ${lost}`);
        return null;
    }
}
/** The schedule's tick at or before the run was made; of a run without a schedule, when it was made. */
function logicalDateOf(madeAt, schedule, timezone) {
    return new Date((schedule === null ? null : (0,cron/* lastTick */.I)(schedule, madeAt, timezone)) ?? madeAt).toISOString();
}
const nothingThere = (dagId) => new errors/* AppError */.u(`There is no run of ${dagId} to go on with`, {
    kind: 'input',
    code: 'dag-no-record',
    cure: 'Begin a new run: leave --resume and clear out'
});

;// CONCATENATED MODULE: ./lib/app/dag/perform.js
















/** How long tasks that were told to stop may take: GitHub kills a cancelled step after ten seconds. */
const GRACE_MS = 8_000;
/** Begins a run, or goes on with one, and brings it to its end. @throws AppError when it cannot begin. */
async function performRun(dagFile, means) {
    const { request, deps, folder } = means;
    const found = await findRecord(dagFile, means);
    const params = found.current?.params ?? means.params;
    const known = new Map(Object.entries(found.current?.databases ?? {}));
    const databases = async (recipe) => {
        const names = known.get(recipe) ?? (await databasesOf(recipe, request, deps));
        known.set(recipe, names);
        return names;
    };
    const dag = await buildDag(dagFile, { params, databases, tasks: found.current?.tasks ?? request.tasks });
    const document = documentOf(dag, dagFile, { ...means, params }, found);
    const begun = { ...document, databases: Object.fromEntries(known) };
    const journal = new Journal(folder, begun, DOCUMENT_RULES);
    try {
        return await drive(dag, dagFile, { ...means, params, journal, previous: found.previous?.record ?? null });
    }
    finally {
        journal.close();
    }
}
/** The record to go on from: a new run's, or the one that is there, with what has to run again cleared. */
function documentOf(dag, dagFile, means, { current, runId, logicalDate }) {
    const { request, deps, document } = means;
    const graph = graphOf(dag, dagFile);
    const { description } = dagFile;
    if (current !== null) {
        const record = reopened(current.record, cleared(dag, withoutLost(dag, current.record, means), means));
        const attempt = deps.github?.runAttempt ?? current.attempt + 1;
        return {
            ...current,
            graph,
            description,
            record,
            attempt,
            status: 'running',
            stopped: null,
            blocked: [],
            tool: deps.tool
        };
    }
    return {
        ...document,
        dagId: dag.dagId,
        description,
        runId,
        params: means.params,
        tasks: request.tasks.length === 0 ? null : request.tasks,
        graph,
        record: newRun(dag, runId, logicalDate)
    };
}
/** What the DAG file does not have any more is not gone on with, and that is told. */
function withoutLost(dag, record, { deps }) {
    const lost = new Set(record.instances.filter(({ taskId }) => !dag.tasks.has(taskId)).map(({ taskId }) => taskId));
    if (lost.size > 0)
        deps.logger.warning(`No longer in the DAG, and left out: ${listed([...lost])}`);
    return recordFor(dag, record);
}
const listed = (names) => `${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}`;
function cleared(dag, record, { request, deps }) {
    const asked = askedTasks(request.clear, dag, 'clear');
    const say = (names) => {
        if (names.length > 0)
            deps.logger.info(`Runs again: ${listed(names)}`);
    };
    if (asked.length > 0) {
        return asked.reduce((after, { name, downstream }) => {
            const tasks = dag.groups.get(name) ?? [name];
            const next = clearRun(dag, after, { tasks, downstream });
            say(next.cleared);
            return next.record;
        }, record);
    }
    if (record.state !== 'failed')
        return record;
    const next = clearFailed(dag, record);
    say(next.cleared);
    return next.record;
}
async function drive(dag, dagFile, means) {
    const { request, deps, folder, redactor, params, journal, previous } = means;
    const begun = deps.clock.monotonic();
    const callbacks = callerOf(dagFile, means);
    oweAnew(journal, callbacks);
    const telling = { ...means, clearNumber: journal.document.record.clearNumber };
    const emit = (batch) => {
        journal.append(batch.map((transition) => ({ kind: 'transition', transition })), batch.some(isEnd));
        for (const transition of batch)
            tell(transition, telling, callbacks);
    };
    const outcome = await runDag({
        dag,
        record: journal.document.record,
        execute: executorOf({ dagFile, request, deps, params, folder, redactor }),
        clock: deps.clock,
        emit,
        signal: deps.signal,
        previous,
        graceMs: GRACE_MS,
        onIdle: () => deps.view.progress((0,dag_text/* dagProgress */.yY)(journal.document))
    });
    await callbacks.settle(outcome.interrupted);
    const failed = outcome.record.state === 'failed';
    const seconds = (deps.clock.monotonic() - begun) / 1000;
    journal.compact((document) => ({
        ...document,
        status: outcome.interrupted ? 'cancelled' : failed ? 'failure' : 'success',
        exitCode: outcome.interrupted || (failed && request.failOn !== 'never') ? exit_code/* EXIT */.dc.lost : exit_code/* EXIT */.dc.done,
        stopped: outcome.interrupted ? stop/* CANCELLED */.g : null,
        blocked: outcome.blocked,
        durationSeconds: Math.round((document.durationSeconds + seconds) * 1000) / 1000,
        callbacks: { ...document.callbacks, owed: document.callbacks.owed.filter((key) => callbacks.concerns(key)) }
    }));
    return journal.document;
}
/** What must outlive the machine: that something has ended. What is lost of a beginning makes the same try again. */
const isEnd = (transition) => transition.type !== 'task' || transition.from === 'running';
function tell(transition, { deps, redactor, clearNumber }, callbacks) {
    const line = (0,dag_text/* transitionLine */.o7)(transition);
    if (line !== null)
        deps.view.line(redactor.text(line));
    const key = callbackKeyOf(transition, { record: { clearNumber } });
    if (key !== null)
        callbacks.call(key, transition.type === 'task' ? transition.instance : null);
}
/** Callbacks that a killed process owed. */
function oweAnew(journal, callbacks) {
    const { callbacks: kept, record } = journal.document;
    for (const key of kept.owed) {
        const about = JSON.parse(key);
        const name = about.taskId === null ? null : (0,dag_run/* instanceName */.z)({ taskId: about.taskId, mapIndex: about.mapIndex });
        callbacks.call(key, record.instances.find((instance) => (0,dag_run/* instanceName */.z)(instance) === name) ?? null);
    }
}
function callerOf(dagFile, { deps, journal, redactor }) {
    return new CallbackCaller({
        dagFile,
        env: deps.env,
        cwd: deps.cwd,
        clock: deps.clock,
        mask: deps.mask,
        redact: (text) => redactor.text(text),
        line: deps.view.line,
        runUrl: deps.github?.runUrl ?? '',
        document: () => journal.document,
        begin: (key) => journal.append([{ kind: 'called', key }]),
        warn: (failure) => {
            journal.append([{ kind: 'warning', failure }]);
            deps.logger.warning(`${failure.resource ?? ''}: ${failure.message}`);
        }
    });
}

;// CONCATENATED MODULE: ./lib/app/dag/run-dag-file.js













/** Runs a DAG file from its text to its record. Never rejects: why it broke off stands in the record. */
async function runDagFile(request, given) {
    const redactor = new redact/* Redactor */.p();
    const mask = (secret) => {
        given.mask(secret);
        redactor.add(secret);
    };
    for (const secret of [request.gmsToken, request.githubToken])
        if (secret !== null)
            redactor.add(secret.reveal());
    const deps = { ...given, mask };
    const begun = deps.clock.now();
    let document = emptyDocument(request.file, deps);
    try {
        const dagFile = await load(request.file, deps.cwd);
        if (!dagFile.ok) {
            document = { ...document, status: 'failure', exitCode: exit_code/* EXIT */.dc.input, diagnostics: dagFile.error };
        }
        else {
            document = { ...document, dagId: dagFile.value.spec.dagId };
            document = await locked(dagFile.value, { request, deps, redactor, document });
        }
    }
    catch (thrown) {
        const stopped = redactor.value((0,stop/* stopOf */.E)(thrown, deps.signal));
        if (stopped.kind === 'defect' && thrown instanceof Error)
            deps.logger.debug(thrown.stack ?? thrown.message);
        const durationSeconds = (deps.clock.now() - begun) / 1000;
        const status = stopped.kind === 'cancelled' ? 'cancelled' : 'failure';
        document = { ...document, status, exitCode: exit_code/* STOP_CODE */.ZP[stopped.kind], stopped, durationSeconds };
    }
    // A run that another process drives has a document already.
    if (document.stopped?.code !== 'dag-locked')
        publish(document, (0,external_node_path_.resolve)(deps.cwd, request.outDir));
    return document;
}
/** Writes dag-run.json, where later steps look for it. */
function publish(document, folder) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    replaceFile((0,external_node_path_.join)(folder, 'dag-run.json'), `${JSON.stringify(document, null, 1)}\n`);
}
async function locked(dagFile, means) {
    const { request, deps } = means;
    const params = (0,file_params/* resolveParams */.xg)(dagFile.params, request.params);
    if (!params.ok) {
        const message = `The params are wrong: ${params.error.join('; ')}`;
        throw new errors/* AppError */.u(message, { kind: 'input', code: 'bad-params', cure: 'Give them as JSON: {"NAME": VALUE}' });
    }
    const out = (0,external_node_path_.resolve)(deps.cwd, request.outDir);
    const folder = (0,external_node_path_.join)(out, 'dags', folderName(dagFile.spec.dagId));
    const unlock = lockFolder(folder, process.pid);
    try {
        return await performRun(dagFile, { ...means, params: params.value, folder });
    }
    finally {
        unlock();
    }
}
/** A dag_id as a folder's name. */
const folderName = (dagId) => (/^\.+$/.test(dagId) ? `_${dagId}` : dagId);
/** @throws AppError when the file cannot be read. */
async function load(file, cwd) {
    let text;
    try {
        text = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8');
    }
    catch (error) {
        const cure = `check the path; it is resolved against ${cwd}. In a workflow, actions/checkout has to run before`;
        const message = `The DAG file '${file}' cannot be read: ${(0,errors/* messageOf */.b)(error)}`;
        throw new errors/* AppError */.u(message, { kind: 'input', code: 'file-not-found', cure, cause: error });
    }
    const parsed = (0,parse/* parseDagFile */.W)({ file, text });
    return parsed.ok ? { ok: true, value: parsed.value.dagFile } : parsed;
}


/***/ }),

/***/ 7571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   QS: () => (/* binding */ GithubApi),
/* harmony export */   _O: () => (/* binding */ USER_AGENT),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
/* unused harmony export graphqlAddress */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2151);
/* harmony import */ var _core_http_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3252);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9531);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6249);





const TIMEOUT_MS = 30_000;
const API_VERSION = '2022-11-28';
const USER_AGENT = 'datahub-glue-ingestion';
/**
 * GitHub's REST API, on github.com and GitHub Enterprise. It tries again what is worth it (retry.ts), follows no redirect
 * and gives every other answer as it is.
 */
class GithubApi {
    #options;
    #base;
    #client;
    /** @throws AppError of kind `input` when the address, the proxy or a certificate cannot be used. */
    constructor(options) {
        this.#options = options;
        const given = (options.env.GITHUB_API_URL ?? '').trim() || 'https://api.github.com';
        if (!URL.canParse(given))
            throw noAddress(given);
        this.#base = new URL(given.replace(/\/+$/, ''));
        this.#client = new _core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Q(this.#base, { env: options.env });
    }
    /** The address of a path. */
    address(path) {
        return new URL(`${this.#base.href.replace(/\/$/, '')}${path}`);
    }
    /** @throws NetworkError when no answer came; any status is an answer. */
    request(request) {
        return this.#tried(this.address(request.path), request, request.method !== 'POST');
    }
    /**
     * The login of whose token it is, such as `github-actions[bot]`: REST tells that only to people, GraphQL to apps as
     * well. null: it is not told.
     */
    async viewer() {
        const url = graphqlAddress(this.#base, this.#options.env.GITHUB_GRAPHQL_URL);
        if (url === null)
            return null;
        try {
            const body = { query: '{ viewer { login } }' };
            const answer = await this.#tried(url, { method: 'POST', path: '', body }, true);
            const login = textAt(memberOf(memberOf(jsonOf(answer), 'data'), 'viewer'), 'login');
            return answer.status === 200 ? login : null;
        }
        catch (error) {
            if (this.#options.signal.aborted)
                throw error;
            return null;
        }
    }
    /** Ends the connections that are kept alive. */
    close() {
        this.#client.close();
    }
    async #tried(url, request, repeatable) {
        const { clock, signal, onRetry } = this.#options;
        for (let retry = 1;; retry++) {
            const outcome = await this.#once(url, request).catch(_core_http_error_js__WEBPACK_IMPORTED_MODULE_2__/* .networkError */ .x6);
            const attempt = { retry, repeatable, now: clock.now(), random: clock.random() };
            const again = (0,_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .againOf */ .KJ)(outcome, attempt);
            if (again === null) {
                if (outcome instanceof Error)
                    throw outcome;
                return outcome;
            }
            onRetry?.(again.reason, again.afterMs);
            await clock.sleep(again.afterMs, signal);
        }
    }
    #once(url, { method, body, maxAnswerBytes }) {
        const { token, signal } = this.#options;
        return this.#client.request({
            method,
            url,
            headers: {
                'user-agent': USER_AGENT,
                accept: 'application/vnd.github+json',
                'x-github-api-version': API_VERSION,
                authorization: `Bearer ${token.reveal()}`,
                ...(body === undefined ? {} : { 'content-type': 'application/json' })
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            ...(maxAnswerBytes === undefined ? {} : { maxAnswerBytes }),
            timeoutMs: TIMEOUT_MS,
            signal
        });
    }
}
/**
 * Where GraphQL answers: what the runner says, as long as it is of the same origin; otherwise null. Where it says nothing,
 * https://HOST/api/v3 has https://HOST/api/graphql beside it (docs.github.com, GraphQL on GitHub Enterprise Server).
 */
function graphqlAddress(base, given) {
    const said = (given ?? '').trim() || `${base.href.replace(/\/$/, '').replace(/\/v3$/, '')}/graphql`;
    if (!URL.canParse(said))
        return null;
    const url = new URL(said);
    return url.origin === base.origin ? url : null;
}
const noAddress = (given) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`The environment variable GITHUB_API_URL is no address: ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(given)}`, {
    kind: 'input',
    code: 'github-address',
    cure: 'Leave it as the runner sets it'
});
/** The JSON of an answer; undefined when it is none. */
function jsonOf({ text }) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A member of an object; undefined when it has none or is no object. */
const memberOf = (value, name) => typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
/** A text in an object; null when there is none. */
function textAt(value, name) {
    const member = memberOf(value, name);
    return typeof member === 'string' ? member : null;
}


/***/ }),

/***/ 6249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ GITHUB_RETRY),
/* harmony export */   KJ: () => (/* binding */ againOf),
/* harmony export */   lU: () => (/* binding */ isLimited)
/* harmony export */ });
/* harmony import */ var _core_http_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3252);
/* harmony import */ var _core_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7493);


/** Pauses of up to 1, 4 and 16 seconds; what GitHub asks for is waited for up to two minutes. */
const GITHUB_RETRY = {
    retries: 3,
    baseMs: 1_000,
    factor: 4,
    maxMs: 16_000,
    maxRetryAfterMs: 120_000
};
/** "If … none of the headers is there, wait for at least one minute" (docs.github.com, rate limits for the REST API). */
const WITHOUT_HEADER_MS = 60_000;
/** What may pass. Certificates and cancellations do not mend themselves. */
const PASSING = new Set(['reset', 'timeout', 'other', ...notSent()]);
/** Reasons by which the request has not reached GitHub. */
function notSent() {
    return ['refused', 'unknown-host', 'unreachable', 'proxy'];
}
const NOT_SENT = new Set(notSent());
/**
 * Whether and when an attempt is made again; null: its outcome stands. A limit that was hit is waited for whatever the
 * request, because GitHub has not acted on it; anything that leaves open whether it has only when it may be repeated.
 */
function againOf(outcome, attempt, policy = GITHUB_RETRY) {
    const { retry, repeatable, random } = attempt;
    const after = (reason, wait) => {
        if (wait !== null && wait > policy.maxRetryAfterMs)
            return null;
        const afterMs = (0,_core_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseBefore */ .GB)(retry, policy, { random, retryAfterMs: wait });
        return afterMs === null ? null : { reason, afterMs };
    };
    if (outcome instanceof _core_http_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr) {
        const again = repeatable ? PASSING : NOT_SENT;
        return again.has(outcome.reason) ? after(outcome.message, null) : null;
    }
    if (isLimited(outcome))
        return after(`a rate limit (${outcome.status})`, limitMs(outcome, attempt.now));
    return outcome.status >= 500 && repeatable ? after(`status ${outcome.status}`, null) : null;
}
/** A rate limit, primary or secondary, and no missing permission, which has the same status. */
function isLimited({ status, headers, text }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /secondary rate limit|rate limit exceeded/i.test(text));
}
/** Milliseconds until a limit is over. */
function limitMs({ headers }, now) {
    const asked = (0,_core_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfterMs */ .Vs)(headers['retry-after'], now);
    if (asked !== null)
        return asked;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] === '0' && reset > 0)
        return Math.max(0, reset * 1000 - now);
    return WITHOUT_HEADER_MS;
}


/***/ }),

/***/ 3483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ingest: () => (/* binding */ ingest)
/* harmony export */ });
/* harmony import */ var _aws_rate_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(729);
/* harmony import */ var _dag_validate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9218);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7918);
/* harmony import */ var _find_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3786);
/* harmony import */ var _run_recipe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1053);





/**
 * Runs each recipe in turn and gives one report for each, in their order (model/request.ts App).
 * @throws AppError when there is nothing to run.
 */
async function ingest(request, deps) {
    const files = await (0,_find_files_js__WEBPACK_IMPORTED_MODULE_2__/* .findFiles */ .l)(request.recipes, deps.cwd);
    const env = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .recipeEnvironment */ .gl)(request, deps.env, deps.cwd);
    const invocation = { request, deps, env, limits: (0,_aws_rate_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .createRateLimits */ .V)(deps.clock, request.rateLimit) };
    const reports = [];
    for (const [index, file] of files.entries()) {
        // A folder of recipes may hold the DAG that runs them. Named by itself, it is told to be no recipe.
        if (files.length > 1 && (await (0,_dag_validate_js__WEBPACK_IMPORTED_MODULE_0__/* .dagDiagnostics */ .t)(file, deps.cwd)) !== null)
            deps.logger.info(`${file} is a DAG, not a recipe`);
        else
            reports.push(await (0,_run_recipe_js__WEBPACK_IMPORTED_MODULE_3__/* .runRecipe */ .G)(file, { ...invocation, index }));
    }
    return reports;
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


/***/ })

};
