export const id = 881;
export const ids = [881];
export const modules = {

/***/ 2881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./lib/aws/rate-limit.js
var rate_limit = __webpack_require__(729);
// EXTERNAL MODULE: ./lib/core/diagnostic.js
var diagnostic = __webpack_require__(876);
// EXTERNAL MODULE: ./lib/report/fold.js + 1 modules
var report_fold = __webpack_require__(7360);
// EXTERNAL MODULE: ./lib/report/plan-total.js
var plan_total = __webpack_require__(268);
// EXTERNAL MODULE: ./lib/report/stop.js
var report_stop = __webpack_require__(8596);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/app/plan/base.js

/**
 * The commit to compare with: the one that was asked for, or what suits the event or the clone; null: there is no commit.
 * @throws AppError when the clone does not reach so far.
 */
async function findBase(git, asked, github) {
    const head = await git.commit('HEAD');
    if (asked !== null)
        return namedBase(git, asked, head);
    if (head === null)
        return null;
    const pull = github?.pullRequest ?? null;
    if (pull !== null)
        return pullRequestBase(git, pull.baseSha, head);
    return clonesOwn(git, head);
}
async function namedBase(git, name, head) {
    if (name.startsWith('-')) {
        const cure = 'write a commit, a branch or a tag, such as origin/main';
        throw new errors/* AppError */.u(`'${name}' names no commit`, { kind: 'input', code: 'base-ref', cure });
    }
    const commit = (await git.commit(name)) ?? (await git.commit(`refs/remotes/origin/${name}`));
    if (commit === null)
        throw notThere(`'${name}'`);
    return parting(git, commit, head, name);
}
/** Where the two part, for what others have merged since is not this change. */
async function parting(git, commit, head, name) {
    const common = head === null ? null : await git.mergeBase(commit, head);
    return common === null || common === commit
        ? { commit, why: name }
        : { commit: common, why: `where this commit and ${name} part` };
}
/**
 * A pull request's run checks out the merge of both sides, whose first parent is the base branch as it was merged with.
 * Where the pull request's own head is checked out, it is where the two part.
 */
async function pullRequestBase(git, baseSha, head) {
    const [first, second] = [await git.commit(`${head}^1`), await git.commit(`${head}^2`)];
    const known = await git.commit(baseSha);
    const isMerge = first !== null && second !== null && (known === null || (await git.mergeBase(known, first)) === known);
    if (isMerge)
        return { commit: first, why: "the base branch's side of the merge" };
    const common = known === null ? null : await git.mergeBase(known, head);
    if (common === null)
        throw notThere(`the base branch's commit ${baseSha}`);
    return { commit: common, why: 'where the pull request leaves the base branch' };
}
/** Where this branch leaves the default one; on it, the last commit: what is not committed yet is planned. */
async function clonesOwn(git, head) {
    const remote = await git.target('refs/remotes/origin/HEAD');
    for (const name of [remote, ...USUAL].filter((one) => one !== null)) {
        const commit = await git.commit(name);
        const common = commit === null ? null : await git.mergeBase(commit, head);
        if (common !== null)
            return { commit: common, why: `where this commit leaves ${shortName(name)}` };
    }
    return { commit: head, why: 'the last commit' };
}
const USUAL = ['refs/remotes/origin/main', 'refs/remotes/origin/master', 'refs/heads/main', 'refs/heads/master'];
const shortName = (reference) => reference.replace(/^refs\/(?:remotes|heads)\//u, '');
const notThere = (what) => new errors/* AppError */.u(`${what} is not in this clone`, {
    kind: 'input',
    code: 'base-not-in-clone',
    cure: 'In a workflow give actions/checkout `fetch-depth: 2`, with which a pull request has its base, or `fetch-depth: 0` for all commits; elsewhere `git fetch` it'
});

// EXTERNAL MODULE: ./lib/state/fingerprints/schema-change.js
var schema_change = __webpack_require__(8777);
;// CONCATENATED MODULE: ./lib/app/plan/columns.js

/** Of more tables than this columns are not compared. */
const MOST_COMPARED = 2_000;
/** Compares the columns of tables whose schemas are otherwise, by a second look at both versions. */
class Columns {
    #wanted;
    #schemas = { base: new Map(), head: new Map() };
    /** `entities`: those among which the changed schemas are. */
    constructor(entities) {
        const changed = [...entities].filter(({ aspects }) => aspects.includes('schemaMetadata'));
        this.#wanted = new Set(changed.slice(0, MOST_COMPARED).map(({ urn }) => urn));
    }
    get isNeeded() {
        return this.#wanted.size > 0;
    }
    /** Takes note of a schema that is wanted. @returns whether nothing more is wanted of this version. */
    add(side, { urn, aspectName, value }) {
        const schemas = this.#schemas[side];
        if (aspectName === 'schemaMetadata' && this.#wanted.has(urn)) {
            // The fields' paths and types are all that is compared: descriptions are many times longer.
            const { fields } = JSON.parse(value);
            const short = (Array.isArray(fields) ? fields : []).map((field) => {
                const { fieldPath, nativeDataType } = field;
                return { fieldPath: fieldPath ?? null, nativeDataType: nativeDataType ?? null };
            });
            schemas.set(urn, { fields: short });
        }
        return schemas.size === this.#wanted.size;
    }
    /** How the columns differ; null: they do not, or were not compared. */
    of(urn) {
        const [before, after] = [this.#schemas.base.get(urn), this.#schemas.head.get(urn)];
        if (!this.#wanted.has(urn) || (before === undefined && after === undefined))
            return null;
        const changes = (0,schema_change/* columnChanges */.W)(before ?? {}, after ?? {});
        return changes.added.length + changes.removed.length + changes.retyped.length === 0 ? null : changes;
    }
}

;// CONCATENATED MODULE: ./lib/datahub/hash-index.js
const INITIAL_SLOTS = 1024;
const FULL = 0.6;
/** High half, low half, number. */
const STRIDE = 3;
/** Numbers hashes of 64 bits in the order of their coming, in some twenty bytes each. The hash of zeros only is none. */
class HashIndex {
    #slots = new Uint32Array(INITIAL_SLOTS * STRIDE);
    #size = 0;
    get size() {
        return this.#size;
    }
    /** The number of a hash; null: it has not come. */
    find(high, low) {
        const at = this.#slotOf(high, low);
        return this.#isFree(at) ? null : (this.#slots[at + 2] ?? 0);
    }
    /** The number of a hash, which it gets now when it has not come before. */
    add(high, low) {
        const at = this.#slotOf(high, low);
        if (!this.#isFree(at))
            return this.#slots[at + 2] ?? 0;
        const number = this.#size;
        this.#size += 1;
        this.#put(at, high, low, number);
        if (this.#size >= (this.#slots.length / STRIDE) * FULL)
            this.#grow();
        return number;
    }
    #isFree(at) {
        return this.#slots[at] === 0 && this.#slots[at + 1] === 0;
    }
    #put(at, high, low, number) {
        this.#slots[at] = high;
        this.#slots[at + 1] = low;
        this.#slots[at + 2] = number;
    }
    /** The place of this hash: where it stands, or the free one where it would. */
    #slotOf(high, low) {
        const count = this.#slots.length / STRIDE;
        let slot = (low >>> 1) % count;
        for (;;) {
            const at = slot * STRIDE;
            if ((this.#slots[at] === high && this.#slots[at + 1] === low) || this.#isFree(at))
                return at;
            slot = (slot + 1) % count;
        }
    }
    #grow() {
        const old = this.#slots;
        this.#slots = new Uint32Array(old.length * 2);
        for (let i = 0; i < old.length; i += STRIDE) {
            const [high = 0, low = 0, number = 0] = [old[i], old[i + 1], old[i + 2]];
            if (high !== 0 || low !== 0)
                this.#put(this.#slotOf(high, low), high, low, number);
        }
    }
}

// EXTERNAL MODULE: ./lib/datahub/urn-set.js
var urn_set = __webpack_require__(3685);
;// CONCATENATED MODULE: ./lib/app/plan/cells.js
const INITIAL_CELLS = 4096;
/** Aspect, hash of base, hash of head, the entity's next cell (0: none; else its number plus one). */
const cells_STRIDE = 6;
/** Hashes of the aspects of entities, as two versions of a recipe make them: 24 bytes for each aspect of each entity. */
class Cells {
    #names = [];
    #numbers = new Map();
    #first = new Uint32Array(1024);
    #cells = new Uint32Array(INITIAL_CELLS * cells_STRIDE);
    #size = 0;
    /** What is added to an aspect that has come before is put together, in whatever order it comes. */
    add(entity, aspectName, side, [high, low]) {
        const at = this.#cellOf(entity, this.numberOf(aspectName)) * cells_STRIDE;
        const place = at + (side === 'base' ? 1 : 3);
        this.#cells[place] = (this.#cells[place] ?? 0) + high;
        this.#cells[place + 1] = (this.#cells[place + 1] ?? 0) + low;
    }
    /** Names of the aspects that the versions make otherwise, or only one of them makes, in order. */
    otherwise(entity) {
        const found = [];
        for (let next = this.#first[entity] ?? 0; next > 0; next = this.#cells[(next - 1) * cells_STRIDE + 5] ?? 0) {
            const at = (next - 1) * cells_STRIDE;
            const [aspect = 0, baseHigh, baseLow, headHigh, headLow] = this.#cells.subarray(at, at + cells_STRIDE);
            if (baseHigh !== headHigh || baseLow !== headLow)
                found.push(this.#names[aspect] ?? '');
        }
        return found.sort();
    }
    /** The number that stands for a name of aspects. */
    numberOf(aspectName) {
        const known = this.#numbers.get(aspectName);
        if (known !== undefined)
            return known;
        this.#numbers.set(aspectName, this.#names.length);
        return this.#names.push(aspectName) - 1;
    }
    #cellOf(entity, aspect) {
        if (entity >= this.#first.length)
            this.#first = grown(this.#first, entity);
        const first = this.#first[entity] ?? 0;
        for (let next = first; next > 0;) {
            const at = (next - 1) * cells_STRIDE;
            if (this.#cells[at] === aspect)
                return next - 1;
            next = this.#cells[at + 5] ?? 0;
        }
        const number = this.#size;
        this.#size += 1;
        if (this.#size * cells_STRIDE > this.#cells.length)
            this.#cells = grown(this.#cells, this.#size * cells_STRIDE);
        this.#cells[number * cells_STRIDE] = aspect;
        this.#cells[number * cells_STRIDE + 5] = first;
        this.#first[entity] = number + 1;
        return number;
    }
}
function grown(old, least) {
    const array = new Uint32Array(Math.max(old.length * 2, least + 1));
    array.set(old);
    return array;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/app/plan/entity-names.js




/** What is written at once, in characters. */
const CHUNK = 256 * 1024;
/** The names of a run's entities, by number, on disk. */
class EntityNames {
    #folder;
    #file;
    #open = [];
    #length = 0;
    #size = 0;
    constructor(folder, file) {
        this.#folder = folder;
        this.#file = file;
    }
    static async create() {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'datahub-glue-names-'));
        return new EntityNames(folder, await (0,promises_.open)((0,external_node_path_.join)(folder, 'names'), 'w+'));
    }
    get size() {
        return this.#size;
    }
    /** Gives the next number to an entity. */
    add(urn, name) {
        // Characters that end a line in a reader's eyes are escaped in it.
        const line = `${(0,json/* asciiJson */.i)([urn, name])}\n`;
        this.#size += 1;
        this.#length += line.length;
        this.#open.push(line);
    }
    /** Writes what has come together, when it is much. */
    async settle() {
        if (this.#length > CHUNK)
            await this.#write();
    }
    /** All of them, in order of their numbers. */
    async *all() {
        await this.#write();
        for await (const line of this.#file.readLines({ start: 0, autoClose: false })) {
            const [urn, name] = JSON.parse(line);
            yield { urn, name };
        }
    }
    /** Takes the file away. */
    async dispose() {
        await this.#file.close();
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
    async #write() {
        const text = this.#open.join('');
        this.#open = [];
        this.#length = 0;
        await this.#file.appendFile(text);
    }
}

;// CONCATENATED MODULE: ./lib/app/plan/comparison.js




const BITS = { base: 1, head: 2, both: 3 };
const OWN = 4;
const VIEW = 8;
const ASKED = 16;
const HELD = 32;
/** DataHub's model has some hundred aspects. */
const MOST_NAMES = 1024;
/**
 * What two versions of a recipe make, entity by entity and aspect by aspect. In memory is a hash of each urn and of each
 * aspect; names are on disk.
 */
class Comparison {
    #platforms;
    #urns = new HashIndex();
    #cells = new Cells();
    #names;
    #filtered = { base: new Map(), head: new Map() };
    #filteredNames = new HashIndex();
    /** Aspects that DataHub holds otherwise: the number of the entity, and that of the aspect's name. */
    #otherwise = new Set();
    #flags = new Uint8Array(1024);
    #last = { urn: '', index: -1 };
    constructor(platforms, names) {
        this.#platforms = platforms.map((platform) => `urn:li:dataset:(urn:li:dataPlatform:${platform},`);
        this.#names = names;
    }
    /** `platforms`: those that the recipe's own datasets are shown under. */
    static async create(platforms) {
        return new Comparison(platforms, await EntityNames.create());
    }
    /** Entities of the recipe's own that the head makes. */
    get ownOfHead() {
        return this.#count((flags) => (flags & OWN) !== 0 && (flags & BITS.head) !== 0);
    }
    /** Notes what a version makes. */
    add(side, unit) {
        const index = this.#indexOf(unit);
        const flags = this.#flags[index] ?? 0;
        this.#flags[index] = flags | BITS[side] | (unit.aspectName === 'viewProperties' ? VIEW : 0);
        const hash = (0,urn_set/* hashOf */.q)(unit.changeType === 'PATCH' ? `PATCH ${unit.value}` : unit.value);
        if (side !== 'head')
            this.#cells.add(index, unit.aspectName, 'base', hash);
        if (side !== 'base')
            this.#cells.add(index, unit.aspectName, 'head', hash);
    }
    /** To be waited for now and then: names go to disk. */
    settle() {
        return this.#names.settle();
    }
    /** Notes by which rule a version leaves out a database or table. */
    leaveOut(side, name, rule) {
        this.#filtered[side].set(this.#filteredNames.add(...(0,urn_set/* hashOf */.q)(name)), rule);
    }
    /** The rule by which a version leaves out a table, itself or with its database; null: none does. */
    ruleFor(side, name, database) {
        const rules = [name, database].map((one) => this.#filteredNames.find(...(0,urn_set/* hashOf */.q)(one)));
        const found = rules.flatMap((number) => (number === null ? [] : [this.#filtered[side].get(number)]));
        return found.find((rule) => rule !== undefined) ?? null;
    }
    /** Whether a unit is of an entity of the recipe's own. */
    isOwn({ entityType, urn, origin }) {
        if (origin === undefined)
            return false;
        return entityType === 'container' || (entityType === 'dataset' && this.#platforms.some((it) => urn.startsWith(it)));
    }
    /** Notes that DataHub is asked about an entity. */
    ask(urn) {
        this.#mark(urn, ASKED);
    }
    wasAsked(urn) {
        const index = this.#urns.find(...(0,urn_set/* hashOf */.q)(urn));
        return index !== null && ((this.#flags[index] ?? 0) & ASKED) !== 0;
    }
    /** Notes how DataHub holds an aspect; of an aspect that is made twice the last one counts. */
    noteHeld(urn, aspectName, held) {
        if (held === 'as-made' || held === 'otherwise')
            this.#mark(urn, HELD);
        const key = (this.#urns.find(...(0,urn_set/* hashOf */.q)(urn)) ?? 0) * MOST_NAMES + this.#cells.numberOf(aspectName);
        if (held === 'as-made' || held === 'unknown')
            this.#otherwise.delete(key);
        else
            this.#otherwise.add(key);
    }
    /** What DataHub said of the entities that it was asked about. */
    heldCounts() {
        const asked = this.#count((flags) => (flags & ASKED) !== 0);
        const toAdd = this.#count((flags) => (flags & ASKED) !== 0 && (flags & HELD) === 0);
        const changed = new Set([...this.#otherwise].map((key) => Math.floor(key / MOST_NAMES)));
        const toChange = [...changed].filter((index) => ((this.#flags[index] ?? 0) & HELD) !== 0).length;
        return { asked, toAdd, toChange, unchanged: asked - toAdd - toChange };
    }
    /** Every entity, in the order in which they came first. */
    async *fates() {
        let index = 0;
        for await (const name of this.#names.all()) {
            const flags = this.#flags[index] ?? 0;
            const aspects = (flags & BITS.both) === BITS.both ? this.#cells.otherwise(index) : [];
            yield {
                ...name,
                change: changeOf(flags, aspects.length),
                isOwn: (flags & OWN) !== 0,
                isView: (flags & VIEW) !== 0,
                aspects
            };
            index += 1;
        }
    }
    /** Takes the files away. */
    dispose() {
        return this.#names.dispose();
    }
    #indexOf(unit) {
        if (unit.urn === this.#last.urn)
            return this.#last.index;
        const index = this.#urns.add(...(0,urn_set/* hashOf */.q)(unit.urn));
        if (index === this.#names.size) {
            this.#names.add(unit.urn, unit.origin ?? '');
            if (index >= this.#flags.length)
                this.#grow();
            this.#flags[index] = this.isOwn(unit) ? OWN : 0;
        }
        this.#last = { urn: unit.urn, index };
        return index;
    }
    #grow() {
        const flags = new Uint8Array(this.#flags.length * 2);
        flags.set(this.#flags);
        this.#flags = flags;
    }
    #mark(urn, flag) {
        const index = this.#urns.find(...(0,urn_set/* hashOf */.q)(urn));
        if (index !== null)
            this.#flags[index] = (this.#flags[index] ?? 0) | flag;
    }
    #count(fits) {
        return this.#flags.subarray(0, this.#urns.size).reduce((sum, flags) => sum + (fits(flags) ? 1 : 0), 0);
    }
}
function changeOf(flags, otherwise) {
    if ((flags & BITS.both) === BITS.both)
        return otherwise > 0 ? 'change' : 'same';
    return (flags & BITS.head) === 0 ? 'remove' : 'add';
}

// EXTERNAL MODULE: ./lib/report/sample.js
var sample = __webpack_require__(6774);
;// CONCATENATED MODULE: ./lib/app/plan/entities.js


/** Entities that a plan shows of one database, and of all. Counts are exact. */
const MOST_SHOWN = 500;
const MOST_OF_ALL = 10_000;
/** Puts the fates of entities together, by database. What a version could not list counts neither as come nor as gone. */
async function entitiesOf(comparison, listings) {
    const summary = new Summary(comparison, listings);
    for await (const fate of comparison.fates())
        summary.add(fate);
    return summary.finish();
}
/** The same with the changes of columns that were found by a second look. */
function withColumns(databases, of) {
    return databases.map((database) => ({
        ...database,
        entities: [...database.entities.map((entity) => ({ ...entity, columns: of(entity.urn) }))].sort(worstFirst)
    }));
}
const ADDED = { toAdd: 1, toChange: 0, toRemove: 0 };
const CHANGED = { toAdd: 0, toChange: 1, toRemove: 0 };
const REMOVED = { toAdd: 0, toChange: 0, toRemove: 1 };
const COUNTED = { add: ADDED, change: CHANGED, remove: REMOVED };
class Summary {
    #comparison;
    #listings;
    #databases = new Map();
    #others = new Map();
    #aspects = new Map();
    #shown = 0;
    constructor(comparison, listings) {
        this.#comparison = comparison;
        this.#listings = listings;
    }
    add(fate) {
        const { change, isOwn, urn } = fate;
        if (!isOwn)
            this.#addOther(urn, change);
        else if (urn.startsWith('urn:li:container:'))
            this.#addDatabase(fate);
        else if (change !== 'same')
            this.#addTable(fate);
    }
    finish() {
        const touched = [...this.#databases.values()].filter(({ name, counts, change }) => change !== 'stays' || sumOf(counts) > 0 || isBroken(this.#listingOf(name)));
        const databases = touched
            .sort((a, b) => (0,sample/* byCodeUnit */.X)(a.name, b.name))
            .map(({ name, change, counts, entities }) => {
            const listing = this.#listingOf(name);
            return { name, change, listing, counts, entities: entities.sort(worstFirst).slice(0, MOST_SHOWN) };
        });
        return {
            counts: databases.map(({ counts }) => counts).reduce(plan_total/* addPlanCounts */.bM, (0,plan_total/* noPlanCounts */.JO)()),
            databases,
            others: Object.fromEntries([...this.#others].sort(([a], [b]) => (0,sample/* byCodeUnit */.X)(a, b))),
            aspects: Object.fromEntries([...this.#aspects].sort(([a, x], [b, y]) => y - x || (0,sample/* byCodeUnit */.X)(a, b)))
        };
    }
    #addOther(urn, change) {
        if (change === 'same')
            return;
        const type = urn.split(':', 3)[2] ?? '';
        this.#others.set(type, (0,plan_total/* addPlanCounts */.bM)(this.#others.get(type) ?? (0,plan_total/* noPlanCounts */.JO)(), COUNTED[change]));
    }
    #addDatabase(fate) {
        const database = this.#database(fate.name);
        const { change, name } = fate;
        if (change === 'same')
            return;
        const isKnown = change === 'change' || this.#hasListedAll(change === 'add' ? 'base' : 'head', name);
        if (!isKnown)
            return;
        // Where urns are otherwise altogether, the database goes and comes.
        database.change = database.change === 'stays' ? DATABASE_CHANGES[change] : 'changes';
        this.#tell(database, fate, 'database');
    }
    #addTable(fate) {
        const database = this.#database(this.#databaseOf(fate.name));
        const { change } = fate;
        if (change === 'add' && !this.#hasListed('base', database.name))
            return;
        if (change === 'remove' && !this.#hasListed('head', database.name))
            return;
        this.#tell(database, fate, fate.isView ? 'view' : 'table');
    }
    #tell(database, { urn, name, change, aspects }, kind) {
        if (change === 'same')
            return;
        database.counts = (0,plan_total/* addPlanCounts */.bM)(database.counts, COUNTED[change]);
        for (const aspect of aspects)
            this.#aspects.set(aspect, (this.#aspects.get(aspect) ?? 0) + 1);
        if (database.shown[change] >= MOST_SHOWN || this.#shown >= MOST_OF_ALL)
            return;
        this.#shown += 1;
        database.shown[change] += 1;
        const rule = change === 'change' ? null : this.#ruleOf(change, name, database.name);
        database.entities.push({ name, urn, kind, change, rule, aspects, columns: null });
    }
    /** What comes was left out by base, and what goes is left out by head. */
    #ruleOf(change, name, database) {
        const rule = this.#comparison.ruleFor(change === 'add' ? 'base' : 'head', name, database);
        return rule ?? this.#listings.cause;
    }
    #database(name) {
        const known = this.#databases.get(name);
        if (known !== undefined)
            return known;
        const shown = { add: 0, change: 0, remove: 0 };
        const opened = { name, change: 'stays', counts: (0,plan_total/* noPlanCounts */.JO)(), entities: [], shown };
        this.#databases.set(name, opened);
        return opened;
    }
    /** Names of databases may hold dots: the longest one that is known is meant. */
    #databaseOf(table) {
        for (let dot = table.lastIndexOf('.'); dot > 0; dot = table.lastIndexOf('.', dot - 1)) {
            if (this.#databases.has(table.slice(0, dot)))
                return table.slice(0, dot);
        }
        return table.slice(0, Math.max(0, table.indexOf('.')));
    }
    /** Whether a version would have shown all tables of a database, which it may have left out on purpose. */
    #hasListed(side, database) {
        const listing = this.#listings[side].get(database);
        return listing === undefined ? this.#hasListedAll(side, database) : !isBroken(listing);
    }
    #hasListedAll(side, database) {
        return this.#listings.complete[side] || this.#comparison.ruleFor(side, database, database) !== null;
    }
    #listingOf(database) {
        return this.#listings.head.get(database) ?? this.#listings.base.get(database) ?? 'complete';
    }
}
const DATABASE_CHANGES = { add: 'enters', change: 'changes', remove: 'leaves' };
const isBroken = (listing) => listing === 'incomplete' || listing === 'denied';
const sumOf = ({ toAdd, toChange, toRemove }) => toAdd + toChange + toRemove;
/** What leaves, what breaks readers, what changes otherwise, and what enters; each by name. */
function worstFirst(a, b) {
    return rankOf(a) - rankOf(b) || (0,sample/* byCodeUnit */.X)(a.name, b.name);
}
function rankOf({ change, columns }) {
    if (change === 'remove')
        return 0;
    if (columns !== null && columns.removed.length + columns.retyped.length > 0)
        return 1;
    return change === 'change' ? 2 : 3;
}

// EXTERNAL MODULE: ./lib/aws/auth-mode.js
var auth_mode = __webpack_require__(1483);
;// CONCATENATED MODULE: ./lib/app/plan/gaps.js

/** Where there are no credentials, there is nobody to blame: the recipe itself is checked and compared all the same. */
const WITHOUT_CREDENTIALS = new Set([
    'aws-credentials-missing',
    'oidc-permission-missing',
    'oidc-fork'
]);
/** Why the catalogue was not read. */
function gapOf({ kind, code, message, cure }, { env, idToken }) {
    const isAlone = idToken === null && !(0,auth_mode/* hasCredentialsOfItsOwn */.S)(env);
    const isExcused = WITHOUT_CREDENTIALS.has(code) || (code === 'aws-region-missing' && isAlone);
    return { code, message, ...(cure === undefined ? {} : { cure }), fault: isExcused ? null : kind };
}
/** DataHub that could not be asked keeps nobody from merging. */
const unaskedGap = ({ code, message, cure }) => ({
    code,
    message,
    ...(cure === undefined ? {} : { cure }),
    fault: null
});
/** A fork's author proposes what is read, and sees the plan: nothing is read for them, whatever the runner could. */
const FORK = {
    code: 'fork-has-no-token',
    message: 'A pull request from a fork gets neither a token nor secrets: the recipe is checked and compared, and no more',
    fault: null
};
/** Nothing is known of a recipe that is wrong. */
const WRONG = { code: 'recipe-wrong', message: 'The recipe is wrong', fault: null };
/** A removed recipe that was wrong leaves nothing behind. */
const NOTHING = {
    code: 'nothing-to-read',
    message: 'The recipe is removed, and what it was cannot be read',
    fault: null
};
const gaps_REMOVED = {
    code: 'recipe-removed',
    message: 'The recipe is removed: it does not run any more, and what DataHub holds of it stays there',
    fault: null
};
/** Whole catalogues that AWS refuses are no plan, as they are no run. */
const DENIED = {
    code: 'catalogue-denied',
    message: 'AWS refuses the lists of tables of every database',
    fault: 'cannot-begin'
};
/** Codes of what only variables say, which another workflow may set. */
const OPEN = new Set(['missing-variable', 'missing-sink']);
/** A recipe that is right as such, and cannot run with the variables as they are. */
function notRunnable(problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const others = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const place = first === undefined ? '' : `${first.file}:${first.line}:${first.column} `;
    return {
        code: 'recipe-not-runnable',
        message: `With the variables that are set here it cannot run: ${place}${first?.message ?? ''}${others}`,
        ...(first?.cure === undefined ? {} : { cure: first.cure }),
        fault: errors.every(({ code }) => OPEN.has(code)) ? null : 'input'
    };
}

;// CONCATENATED MODULE: ./lib/datahub/holds.js
/**
 * Whether DataHub holds an aspect as it is written. GMS fills in what the writer leaves out, such as an audit stamp of an
 * unknown actor at the time 0; and moments from `since` on (milliseconds since the epoch) are those of the writing.
 */
function holdsAspect(held, written, since) {
    if (written === undefined || written === null)
        return isNothing(held);
    if (Array.isArray(written)) {
        if (!Array.isArray(held))
            return written.length === 0 && isNothing(held);
        return held.length === written.length && written.every((item, index) => holdsAspect(held[index], item, since));
    }
    if (typeof written !== 'object')
        return holdsValue(held, written, since);
    // The type is known: lists were told apart above.
    const members = written;
    if (typeof held !== 'object' || held === null || Array.isArray(held)) {
        return held === undefined && Object.values(members).every((member) => holdsAspect(undefined, member, since));
    }
    const others = held;
    const names = new Set([...Object.keys(members), ...Object.keys(others)]);
    return [...names].every((name) => holdsAspect(others[name], members[name], since));
}
function holdsValue(held, written, since) {
    if (held === written || (isNothing(held) && isNothing(written)))
        return true;
    return typeof written === 'number' && written >= since && typeof held === 'number';
}
const UNKNOWN_ACTOR = 'urn:li:corpuser:unknown';
/** What a member is when nobody has said anything: absent, the default of its type, or made of these. */
function isNothing(value) {
    if (value === undefined || value === null || value === 0 || value === false)
        return true;
    if (value === '' || value === UNKNOWN_ACTOR)
        return true;
    return typeof value === 'object' && Object.values(value).every(isNothing);
}

;// CONCATENATED MODULE: ./lib/app/plan/held.js



/** Entities that DataHub is asked about, at most: some ten thousand requests' worth of aspects. */
const MOST_ASKED = 20_000;
/** Pages whose answers are waited for while the next ones are read. */
const PAGES_AT_ONCE = 4;
/** What is added to a series, and does not take the place of anything. */
const SERIES = new Set(['operation', 'datasetProfile']);
/**
 * Asks DataHub what it holds of the entities that pass by, an aspect of up to a hundred of them in a request, and compares it
 * with what would be written in its place. A server that fails is not asked any more.
 */
class HeldAspects {
    #comparison;
    #reader;
    #since;
    #underWay = new Set();
    /** What is noted of a page waits for the page before: of what is written twice, the last one counts. */
    #last = Promise.resolve();
    #asked = 0;
    #gap = null;
    /** Told when everything is done: nobody waits for it before. */
    #defect = null;
    /** `since`: moments from here on are those of the run. */
    constructor(comparison, reader, since) {
        this.#comparison = comparison;
        this.#reader = reader;
        this.#since = since;
    }
    /** Looks at a page of what the head makes, once the comparison knows of it. */
    async add(page) {
        if (this.#gap !== null)
            return;
        const wanted = page.filter((unit) => this.#isWanted(unit));
        if (wanted.length === 0)
            return;
        const asking = this.#ask(wanted, this.#last).finally(() => this.#underWay.delete(asking));
        this.#last = asking;
        this.#underWay.add(asking);
        if (this.#underWay.size >= PAGES_AT_ONCE)
            await Promise.race(this.#underWay);
    }
    /** What DataHub holds, or why it did not tell. */
    async finish() {
        await Promise.all(this.#underWay);
        if (this.#defect !== null)
            throw this.#defect;
        if (this.#gap !== null)
            return { held: null, unasked: this.#gap };
        return { held: { of: this.#comparison.ownOfHead, ...this.#comparison.heldCounts() }, unasked: null };
    }
    #isWanted(unit) {
        if (SERIES.has(unit.aspectName) || !this.#comparison.isOwn(unit))
            return false;
        if (this.#comparison.wasAsked(unit.urn))
            return true;
        if (unit.changeType === 'PATCH' || this.#asked >= MOST_ASKED)
            return false;
        this.#asked += 1;
        this.#comparison.ask(unit.urn);
        return true;
    }
    async #ask(units, before) {
        try {
            const found = await Promise.all(units.map((unit) => this.#compared(unit)));
            await before;
            for (const [index, { urn, aspectName }] of units.entries()) {
                this.#comparison.noteHeld(urn, aspectName, found[index] ?? 'nothing');
            }
        }
        catch (error) {
            if (error instanceof errors/* AppError */.u)
                this.#gap ??= unaskedGap(error);
            else
                this.#defect ??= error;
        }
    }
    async #compared({ urn, aspectName, changeType, value }) {
        if (changeType === 'PATCH')
            return 'unknown';
        const held = await this.#reader.aspect(urn, aspectName);
        if (held === null)
            return 'nothing';
        return holdsAspect(held, JSON.parse(value), this.#since) ? 'as-made' : 'otherwise';
    }
}

// EXTERNAL MODULE: ./lib/core/once.js
var once = __webpack_require__(3898);
// EXTERNAL MODULE: ./lib/datahub/domain-registry.js
var domain_registry = __webpack_require__(3875);
// EXTERNAL MODULE: ./lib/process/chain.js + 10 modules
var chain = __webpack_require__(3280);
// EXTERNAL MODULE: ./lib/process/transform/transformers.js + 14 modules
var transformers = __webpack_require__(6305);
// EXTERNAL MODULE: ./lib/source/glue/source.js + 72 modules
var glue_source = __webpack_require__(8272);
;// CONCATENATED MODULE: ./lib/app/plan/read-side.js





/** Everything that a version would write, as an ingestion makes it. Nothing of it goes anywhere. */
function readSide({ recipe, session, sink }, reading) {
    const { deps, now, tape, emit, between } = reading;
    const s3 = (0,once/* once */.O)(() => session.s3Client());
    const clients = tape === null
        ? { client: session.glueClient(), lakeFormation: session.lakeFormationClient(), s3 }
        : tape.clientsOf(session, s3);
    const { region, identity } = session;
    const source = new glue_source/* GlueSource */.p(recipe.source, {
        ...clients,
        where: { region, account: identity.account, arn: identity.arn },
        datahub: sink.reader,
        search: sink.reader,
        clock: standing(deps.clock, now),
        signal: deps.signal,
        ...(deps.thread === undefined ? {} : { sqlThread: deps.thread })
    });
    const transformDeps = { datahub: sink.reader, domains: new domain_registry/* DomainRegistry */.A(sink.reader), now };
    return (0,chain/* processed */.B)(source.read(emit), {
        source: recipe.source,
        flags: recipe.flags,
        gms: sink.gms,
        transformers: (0,transformers/* transformStages */.m)(recipe.transformers, transformDeps),
        emit,
        ...(between === undefined ? {} : { between })
    });
}
/** A clock that always tells the same time of day: both versions put the same moments into what they make. */
const standing = (clock, now) => ({
    now: () => now,
    monotonic: () => clock.monotonic(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    random: () => clock.random()
});

;// CONCATENATED MODULE: ./lib/app/plan/side-fold.js

/** What one version's reading tells about itself. */
class SideFold {
    #fold = new report_fold/* ReportFold */.s();
    #side;
    #comparison;
    #listings = new Map();
    #isComplete = false;
    constructor(side, comparison) {
        this.#side = side;
        this.#comparison = comparison;
    }
    emit = (event) => {
        this.#fold.add(event);
        if (event.type === 'filtered')
            this.#comparison.leaveOut(this.#side, event.name, event.rule);
        else if (event.type === 'listing-ended')
            this.#listings.set(event.database, event.listing);
        else if (event.type === 'databases-listed')
            this.#isComplete = event.complete;
        else if (event.type === 'read' && event.kind === 'database')
            this.#listings.set(event.name, 'incomplete');
    };
    /** How far each list of tables came, and whether that of the databases came to its end. */
    listings() {
        return { listings: this.#listings, isComplete: this.#isComplete };
    }
    told() {
        const { failures, warnings, databases } = this.#fold.finish(NO_END);
        const isDenied = databases.length > 0 && databases.every(({ listing }) => listing === 'denied');
        return { failures, warnings, isDenied };
    }
}
/** A reading is no run: what it is called, and who it is, is told elsewhere. */
const NO_END = {
    runId: 'plan',
    pipelineName: null,
    recipe: '',
    dryRun: true,
    startedAt: '',
    durationSeconds: 0,
    identity: null,
    sink: null,
    stopped: null,
    deadLetters: null,
    diagnostics: [],
    failOn: 'failure'
};
/** Both lists, of which the same is told once. */
function merged(head, base) {
    const known = new Set(head.map(({ code, message }) => `${code} ${message}`));
    return [...head, ...base.filter(({ code, message }) => !known.has(`${code} ${message}`))];
}

// EXTERNAL MODULE: ./lib/app/stateful/open.js + 13 modules
var stateful_open = __webpack_require__(9461);
;// CONCATENATED MODULE: ./lib/app/plan/stale.js



/** Urns that a plan shows. */
const stale_MOST_SHOWN = 1_000;
/** What the next run of the head would remove as stale. The last run's state is read, and nothing is written anywhere. */
class StaleLook {
    #stateful;
    #fold;
    constructor(stateful, fold) {
        this.#stateful = stateful;
        this.#fold = fold;
    }
    /** null: the recipe removes nothing. @throws AppError when the place of the state cannot be reached. */
    static async open({ recipe, session, sink }, invocation) {
        if (recipe.stateful === null)
            return null;
        const fold = new report_fold/* ReportFold */.s();
        const emit = (event) => fold.add(event);
        const run = { ...invocation, emit, letterFile: '', late: invocation.deps.signal };
        const identity = { runId: 'plan', pipelineName: recipe.pipelineName };
        const stateful = await (0,stateful_open/* openStateful */.F)(recipe, { session, sink }, run, identity);
        return stateful === null ? null : new StaleLook(stateful, fold);
    }
    /** Sees all that the head makes. */
    get stage() {
        return this.#stateful.removal?.stage;
    }
    /** Sees all that is told of the reading. */
    get emit() {
        return this.#stateful.emit;
    }
    /** To be asked when everything was read. What a run would fail or warn for is a warning here. */
    async finish() {
        const before = this.#told();
        for await (const _ of this.#stateful.removal?.units() ?? []) {
            // What is removed, and what is kept, comes as events.
        }
        const { removed, kept, failures, warnings } = this.#told();
        const known = new Set([...before.failures, ...before.warnings].map(({ code, message }) => `${code} ${message}`));
        const news = [...failures, ...warnings].filter(({ code, message }) => !known.has(`${code} ${message}`));
        return { stale: { count: removed.length, removed: removed.slice(0, stale_MOST_SHOWN), kept }, warnings: news };
    }
    close() {
        return this.#stateful.close();
    }
    #told() {
        return this.#fold.finish(NO_END);
    }
}
/** Why the state of the last run could not be looked at. */
const staleGroup = (error) => ({
    code: error.code,
    message: `What stale removal would do is not known: ${error.message}`,
    ...(error.cure === undefined ? {} : { cure: error.cure }),
    count: 1,
    resources: []
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/model/aws-call-error.js
var aws_call_error = __webpack_require__(9597);
;// CONCATENATED MODULE: ./lib/app/plan/packed.js
/** What stands for a moment, and for bytes, in JSON; no member of an answer is called so. */
const MOMENT = '\u0000moment';
const BYTES = '\u0000bytes';
/** An answer of AWS as JSON; what JSON has no words for is put in others. */
const pack = (answer) => Buffer.from(JSON.stringify(packed(answer)) ?? 'null');
/** The answer as it was, but for members that are undefined. */
const unpack = (bytes) => unpacked(JSON.parse(bytes.toString('utf8')));
/** What holds nothing of these is not copied: this is done for every table of a catalogue. */
function packed(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (value instanceof Date)
        return { [MOMENT]: value.getTime() };
    if (value instanceof Uint8Array)
        return { [BYTES]: Buffer.from(value).toString('base64') };
    if (Array.isArray(value)) {
        const items = value.map(packed);
        return items.every((item, index) => item === value[index]) ? value : items;
    }
    const changed = Object.entries(value).flatMap(([name, member]) => {
        const other = packed(member);
        return other === member ? [] : [[name, other]];
    });
    return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}
/** Changes what was parsed, where it is. */
function unpacked(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (Object.hasOwn(value, MOMENT)) {
        const moment = Reflect.get(value, MOMENT);
        // JSON has null for a moment that is none.
        return new Date(typeof moment === 'number' ? moment : Number.NaN);
    }
    if (Object.hasOwn(value, BYTES))
        return Buffer.from(String(Reflect.get(value, BYTES)), 'base64');
    for (const name of Object.keys(value)) {
        const member = Reflect.get(value, name);
        if (typeof member === 'object' && member !== null)
            Reflect.set(value, name, unpacked(member));
    }
    return value;
}

;// CONCATENATED MODULE: ./lib/app/plan/tape.js






/**
 * What AWS has answered, on disk, by what it was asked: both versions of a recipe see one and the same catalogue, however it
 * changes meanwhile, and what both ask is asked once. In memory is where each answer stands.
 */
class Tape {
    #folder;
    #file;
    #kept = new Map();
    #end = 0;
    constructor(folder, file) {
        this.#folder = folder;
        this.#file = file;
    }
    static async create() {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'datahub-glue-tape-'));
        return new Tape(folder, await (0,promises_.open)((0,external_node_path_.join)(folder, 'answers'), 'w+'));
    }
    /** The clients of a session, whose answers are kept and given again. `s3` opens its client when it is first needed. */
    clientsOf(session, s3) {
        const [client, lakeFormation] = [session.glueClient(), session.lakeFormationClient()];
        return {
            client: {
                send: (command, options) => {
                    const asked = `${command.constructor.name} ${JSON.stringify(command.input)}`;
                    return this.#answer(asked, () => client.send(command, options));
                }
            },
            lakeFormation: {
                resourceLfTags: (resource, signal) => this.#answer(`lf ${JSON.stringify(resource)}`, () => lakeFormation.resourceLfTags(resource, signal))
            },
            s3: async () => ({
                getObject: (bucket, key, signal) => this.#answer(`object ${bucket}/${key}`, async () => (await s3()).getObject(bucket, key, signal)),
                getBucketTagging: (bucket, signal) => this.#answer(`bucket ${bucket}`, async () => (await s3()).getBucketTagging(bucket, signal)),
                getObjectTagging: (bucket, key, signal) => this.#answer(`tags ${bucket}/${key}`, async () => (await s3()).getObjectTagging(bucket, key, signal))
            })
        };
    }
    /** Takes the file away. */
    async dispose() {
        await this.#file.close();
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
    async #answer(asked, ask) {
        const key = (0,external_node_crypto_.hash)('sha256', asked, 'base64');
        const kept = this.#kept.get(key);
        if (kept === undefined)
            return this.#asked(key, ask);
        if ('error' in kept)
            throw kept.error;
        const { buffer } = await this.#file.read(Buffer.allocUnsafe(kept.size), 0, kept.size, kept.at);
        // What was put in under this key.
        return unpack(buffer);
    }
    async #asked(key, ask) {
        try {
            const answer = await ask();
            const bytes = pack(answer);
            const at = this.#end;
            this.#end += bytes.length;
            await this.#file.write(bytes, 0, bytes.length, at);
            this.#kept.set(key, { at, size: bytes.length });
            return answer;
        }
        catch (error) {
            if (error instanceof aws_call_error/* AwsCallError */.i)
                this.#kept.set(key, { error });
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/app/plan/catalogue.js










/** Reads the live catalogue as both versions say, and compares what they make: with each other, and with what DataHub holds. */
async function planCatalogue(sides, invocation) {
    const known = [sides.base, sides.head].filter((side) => side !== null);
    const isTwice = sides.base !== null && sides.head !== null && isOneCatalogue(sides.base, sides.head);
    const tape = isTwice ? await Tape.create() : null;
    const comparison = await Comparison.create([...new Set(known.map(({ recipe }) => recipe.source.platform))]);
    try {
        return await new Look(sides, invocation, comparison, tape).plan();
    }
    finally {
        await comparison.dispose();
        await tape?.dispose();
    }
}
const isOneCatalogue = (a, b) => JSON.stringify(a.recipe.source.aws) === JSON.stringify(b.recipe.source.aws);
class Look {
    #sides;
    #invocation;
    #comparison;
    #tape;
    #now;
    #folds;
    constructor(sides, invocation, comparison, tape) {
        this.#sides = sides;
        this.#invocation = invocation;
        this.#comparison = comparison;
        this.#tape = tape;
        this.#now = invocation.deps.clock.now();
        this.#folds = { base: new SideFold('base', comparison), head: new SideFold('head', comparison) };
    }
    async plan() {
        const { base, head, isSame } = this.#sides;
        const { signal, logger } = this.#invocation.deps;
        if (base !== null) {
            logger.info('Reading the catalogue as the base says');
            await this.#read(base, 'base', this.#folds.base.emit);
        }
        if (head !== null)
            logger.info(`Reading the catalogue as the head says${isSame ? ', and the base' : ''}`);
        const seen = head === null ? NOTHING_SEEN : await this.#readHead(head);
        signal.throwIfAborted();
        const listings = this.#listings();
        const entities = await entitiesOf(this.#comparison, listings);
        const databases = await this.#withColumns(entities.databases);
        const [ofBase, ofHead] = [this.#folds.base.told(), this.#folds.head.told()];
        return {
            ...entities,
            ...seen,
            databases,
            identity: (head ?? base)?.session.identity ?? null,
            failures: merged(ofHead.failures, ofBase.failures),
            warnings: [...merged(ofHead.warnings, ofBase.warnings), ...seen.warnings],
            isDenied: ofHead.isDenied || (head === null && ofBase.isDenied)
        };
    }
    async #read(side, which, emit) {
        const pages = readSide(side, { ...this.#reading(), emit: this.#shown(emit) });
        for await (const page of pages) {
            for (const unit of page)
                this.#comparison.add(which, unit);
            await this.#comparison.settle();
        }
        this.#invocation.deps.signal.throwIfAborted();
    }
    /** The head's own reading also tells what DataHub holds, and what would be stale. */
    async #readHead(head) {
        const { reader } = head.sink;
        const opened = await openStale(head, this.#invocation);
        const { look } = opened;
        try {
            const held = reader === null ? null : new HeldAspects(this.#comparison, reader, this.#now);
            const emit = (event) => {
                this.#folds.head.emit(event);
                look?.emit(event);
            };
            const between = look?.stage;
            const reading = { ...this.#reading(), emit: this.#shown(emit), ...(between === undefined ? {} : { between }) };
            for await (const page of readSide(head, reading)) {
                for (const unit of page)
                    this.#comparison.add(this.#sides.isSame ? 'both' : 'head', unit);
                emit({ type: 'produced', count: page.length });
                await this.#comparison.settle();
                await held?.add(page);
            }
            this.#invocation.deps.signal.throwIfAborted();
            const told = (await held?.finish()) ?? { held: null, unasked: head.unasked };
            const stale = (await look?.finish()) ?? { stale: null, warnings: [] };
            return { ...told, stale: stale.stale, warnings: [...opened.warnings, ...stale.warnings] };
        }
        finally {
            await look?.close();
        }
    }
    /** A second look, at those schemas only that the first one has found to be otherwise. */
    async #withColumns(databases) {
        const { base, head } = this.#sides;
        const columns = new Columns(databases.flatMap(({ entities }) => entities));
        if (base === null || head === null || !columns.isNeeded)
            return databases;
        for (const [which, side] of [['base', base], ['head', head]]) {
            await seeAll(readSide(side, { ...this.#reading(), emit: () => undefined }), (unit) => columns.add(which, unit));
        }
        return withColumns(databases, (urn) => columns.of(urn));
    }
    #reading() {
        return { deps: this.#invocation.deps, now: this.#now, tape: this.#tape };
    }
    #shown(emit) {
        return (event) => {
            emit(event);
            this.#invocation.deps.onEvent(event);
        };
    }
    #listings() {
        const { base, head, isSame } = this.#sides;
        const ofHead = this.#folds.head.listings();
        const ofBase = isSame ? ofHead : this.#folds.base.listings();
        const none = { listings: new Map(), isComplete: true };
        const [left, right] = [base === null && !isSame ? none : ofBase, head === null ? none : ofHead];
        return {
            base: left.listings,
            head: right.listings,
            complete: { base: left.isComplete, head: right.isComplete },
            cause: base === null || head === null ? null : causeOf(base.recipe.source, head.recipe.source)
        };
    }
}
const NOTHING_SEEN = { held: null, unasked: gaps_REMOVED, stale: null, warnings: [] };
/** Without a DataHub there is nothing to remove. State that cannot be looked at is no reason to plan nothing. */
async function openStale(head, invocation) {
    if (head.unasked !== null)
        return { look: null, warnings: [] };
    try {
        return { look: await StaleLook.open(head, invocation), warnings: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* AppError */.u))
            throw error;
        return { look: null, warnings: [staleGroup(error)] };
    }
}
async function seeAll(pages, see) {
    for await (const page of pages)
        if (page.map(see).includes(true))
            return;
}
/** The option that makes all urns others, and with them everything new. */
function causeOf(base, head) {
    if (base.platform !== head.platform)
        return 'platform';
    if (base.platformInstance !== head.platformInstance)
        return 'platform_instance';
    if (base.env !== head.env)
        return 'env';
    return JSON.stringify(base.catalogInstances) === JSON.stringify(head.catalogInstances)
        ? null
        : 'catalog_to_platform_instance';
}

// EXTERNAL MODULE: ./lib/dag/file/parse.js + 2 modules
var parse = __webpack_require__(6121);
// EXTERNAL MODULE: ./lib/app/find-files.js
var find_files = __webpack_require__(3786);
// EXTERNAL MODULE: ./lib/app/load-recipe.js
var load_recipe = __webpack_require__(4034);
;// CONCATENATED MODULE: ./lib/app/plan/changed.js







/**
 * The recipes among `patterns` whose files differ from those of base, in order of name. DAG files are none.
 * @throws AppError when a pattern names nothing on either side.
 */
async function changedRecipes(patterns, cwd, clone) {
    const touched = await touchedFiles(clone);
    const inside = (0,external_node_path_.resolve)(clone.root, (0,external_node_path_.relative)(await (0,promises_.realpath)(clone.root), await (0,promises_.realpath)(cwd)));
    const wanted = await wantedAmong(patterns, { cwd: inside, root: clone.root, touched });
    const found = [];
    for (const file of touched.filter(({ path }) => wanted.has(path))) {
        const before = await clone.git.file(clone.commit, file.renamedFrom ?? file.path);
        const after = await textInside(file.path, clone.root);
        if ((0,parse/* isDagText */.A)({ file: file.path, text: after ?? before ?? '' }))
            continue;
        if (before !== null || after !== null)
            found.push({ ...file, before, after, edit: editOf(before, after) });
    }
    return found;
}
/** Every recipe among `patterns` as a new one, where there is nothing to compare with. @throws AppError as above. */
async function newRecipes(patterns, cwd) {
    const found = [];
    for (const path of await (0,find_files/* findFiles */.l)(patterns, cwd)) {
        const after = await (0,load_recipe/* readRecipeText */.gl)(path, cwd);
        if ((0,parse/* isDagText */.A)({ file: path, text: after }))
            continue;
        found.push({ path, renamedFrom: null, before: null, after, edit: 'added' });
    }
    return found;
}
function editOf(before, after) {
    if (before === null)
        return 'added';
    if (after === null)
        return 'removed';
    return before === after ? 'unchanged' : 'modified';
}
/** What differs from base, what is not committed and what is not even known to git included. */
async function touchedFiles({ git, root, commit }) {
    const here = git.in(root);
    const diff = ['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--end-of-options', commit, '--'];
    const known = await here.parts(diff, 'compare the files');
    const others = await here.parts(['ls-files', '--others', '--exclude-standard', '-z'], 'list the new files');
    const touched = others.map((path) => ({ path, renamedFrom: null }));
    for (let at = 0; at < known.length;) {
        const [status = '', first = '', second = ''] = known.slice(at, at + 3);
        const isPair = /^[RC]/u.test(status);
        touched.push({ path: isPair ? second : first, renamedFrom: status.startsWith('R') ? first : null });
        at += isPair ? 3 : 2;
    }
    return touched.sort((a, b) => (a.path < b.path ? -1 : 1));
}
/**
 * Which of the touched files the patterns name. Files that are gone cannot be found by patterns, so those of both sides are
 * laid out once more, empty, for the same search.
 */
async function wantedAmong(patterns, { cwd, root, touched }) {
    const stage = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'datahub-glue-plan-')));
    try {
        const paths = touched.flatMap(({ path, renamedFrom }) => [path, ...(renamedFrom === null ? [] : [renamedFrom])]);
        await (0,promises_.mkdir)((0,external_node_path_.join)(stage, (0,external_node_path_.relative)(root, cwd)), { recursive: true });
        for (const path of paths.filter((one) => /\.(?:ya?ml|json)$/iu.test(one))) {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(stage, path)), { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(stage, path), '');
        }
        const there = (0,external_node_path_.join)(stage, (0,external_node_path_.relative)(root, cwd));
        const wanted = new Set();
        for (const pattern of patterns) {
            const moved = (0,external_node_path_.isAbsolute)(pattern) ? (0,external_node_path_.join)(stage, (0,external_node_path_.relative)(root, pattern)) : pattern;
            const found = await (0,find_files/* findFiles */.l)([moved], there).catch(none);
            if (found === null)
                await (0,find_files/* findFiles */.l)([pattern], cwd);
            for (const file of found ?? [])
                wanted.add((0,external_node_path_.relative)(stage, (0,external_node_path_.resolve)(there, file)).split(external_node_path_.sep).join('/'));
        }
        for (const { path, renamedFrom } of touched)
            if (renamedFrom !== null && wanted.has(renamedFrom))
                wanted.add(path);
        return wanted;
    }
    finally {
        await (0,promises_.rm)(stage, { recursive: true, force: true });
    }
}
function none(error) {
    if (error instanceof errors/* AppError */.u)
        return null;
    throw error;
}
/**
 * A file of the clone; null: it is not there.
 * @throws AppError when a link leads out of the clone: what lies there is nobody's recipe.
 */
async function textInside(path, root) {
    const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch(() => null);
    if (real === null)
        return null;
    const within = (0,external_node_path_.relative)(await (0,promises_.realpath)(root), real);
    if (within.startsWith('..') || (0,external_node_path_.isAbsolute)(within)) {
        const cure = 'put the recipe itself in the place of the link';
        throw new errors/* AppError */.u(`${path} is a link that leads out of the repository`, {
            kind: 'input',
            code: 'link-outside',
            cure
        });
    }
    return (0,load_recipe/* readRecipeText */.gl)(path, root);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/app/plan/git.js


/** Files that git gives are cut at this size: recipes are at most a mebibyte. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Reads a clone by the program `git`. Nothing in it is changed. */
class Git {
    #cwd;
    #env;
    #signal;
    constructor(cwd, env, signal) {
        this.#cwd = cwd;
        this.#env = env;
        this.#signal = signal;
    }
    /** The same, in another folder. */
    in(cwd) {
        return new Git(cwd, this.#env, this.#signal);
    }
    /**
     * The folder of the clone that the working directory is in; null: it is in none, or there is no git.
     * @throws AppError when git refuses to look into it.
     */
    async root() {
        const ended = await this.#run(['rev-parse', '--show-toplevel']);
        if (ended === null || (ended.code !== 0 && /not a git repository/iu.test(ended.err)))
            return null;
        if (ended.code !== 0)
            throw failed('look into the clone', ended);
        return lineOf(ended.out);
    }
    /** The commit that a name stands for; null: there is none of this name. */
    async commit(name) {
        const ended = await this.#run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
        return ended?.code === 0 ? lineOf(ended.out) : null;
    }
    /** Where two commits part; null: they do not meet, or not as far as the clone reaches. */
    async mergeBase(a, b) {
        const ended = await this.#run(['merge-base', '--end-of-options', a, b]);
        return ended?.code === 0 ? lineOf(ended.out) : null;
    }
    /** What a symbolic reference, such as refs/remotes/origin/HEAD, points at; null: there is none. */
    async target(reference) {
        const ended = await this.#run(['symbolic-ref', '--quiet', reference]);
        return ended?.code === 0 ? lineOf(ended.out) : null;
    }
    /** The text of a file in a commit; null: it is not in it. */
    async file(commit, path) {
        const ended = await this.#run(['cat-file', 'blob', '--end-of-options', `${commit}:${path}`]);
        return ended?.code === 0 ? ended.out.toString('utf8') : null;
    }
    /** The output of a command that has to succeed, in the parts that zero bytes separate. @throws AppError */
    async parts(args, what) {
        const ended = await this.#run(args);
        if (ended === null || ended.code !== 0)
            throw failed(what, ended);
        return ended.out.toString('utf8').split('\0').slice(0, -1);
    }
    /** null: git cannot be started. */
    #run(args) {
        return new Promise((resolve, reject) => {
            const env = Object.fromEntries(Object.entries(this.#env).filter(([name]) => NEEDED.test(name)));
            const child = (0,external_node_child_process_.spawn)('git', ['--no-optional-locks', '--literal-pathspecs', ...args], {
                cwd: this.#cwd,
                env: { ...env, LC_ALL: 'C' },
                stdio: ['ignore', 'pipe', 'pipe'],
                signal: this.#signal
            });
            const out = [];
            let [size, err] = [0, ''];
            child.stdout.on('data', (chunk) => {
                size += chunk.length;
                if (size > MOST_BYTES)
                    child.kill();
                else
                    out.push(chunk);
            });
            child.stderr.on('data', (chunk) => {
                err = (err + chunk.toString('utf8')).slice(0, 4096);
            });
            child.once('error', (error) => {
                if (error.code === 'ENOENT')
                    resolve(null);
                else
                    reject(this.#signal.aborted ? this.#signal.reason : new Error(`git: ${(0,errors/* messageOf */.b)(error)}`));
            });
            child.once('close', (code) => resolve({ code: code ?? 1, out: Buffer.concat(out), err }));
        });
    }
}
/**
 * What git needs to be found, and to find its settings. Secrets are none of its business, and GIT_DIR and its like would lead
 * to another clone than that of the working directory.
 */
const NEEDED = /^(?:PATH|HOME|XDG_CONFIG_HOME|GIT_CONFIG_.*|USERPROFILE|SYSTEMROOT|TMPDIR|TEMP|TMP)$/iu;
const lineOf = (out) => out.toString('utf8').replace(/\n$/u, '');
function failed(what, ended) {
    const said = ended === null ? 'it cannot be started' : (ended.err.trim().split('\n', 1)[0] ?? '');
    return new errors/* AppError */.u(`git could not ${what}: ${said}`, {
        kind: 'cannot-begin',
        code: 'git-failed',
        cure: /dubious ownership/u.test(said)
            ? 'Let git trust the folder: git config --global --add safe.directory FOLDER'
            : 'Check the clone, with the command git status'
    });
}

// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
// EXTERNAL MODULE: ./lib/recipe/parse.js + 18 modules
var recipe_parse = __webpack_require__(3785);
// EXTERNAL MODULE: ./lib/sink/open.js + 12 modules
var sink_open = __webpack_require__(5328);
// EXTERNAL MODULE: ./lib/app/recipe-session.js + 17 modules
var recipe_session = __webpack_require__(9006);
// EXTERNAL MODULE: ./lib/app/run-recipe.js + 5 modules
var run_recipe = __webpack_require__(1053);
// EXTERNAL MODULE: ./lib/app/settle-recipe.js
var settle_recipe = __webpack_require__(3071);
;// CONCATENATED MODULE: ./lib/app/plan/sides.js









/** What ends before anything is read, as a gap. */
class Unreadable extends Error {
    gap;
    constructor(gap) {
        super(gap.message);
        this.gap = gap;
    }
}
/**
 * Opens a version: its text with values for variables and references, AWS, and DataHub where that can be reached. `like`: the
 * other version, whose ends are used again where they are the same.
 * @throws Unreadable · AppError when there is no identity.
 */
async function openSide(version, invocation, emit, like) {
    const { deps } = invocation;
    const open = (recipe, kept) => (0,recipe_session/* openRecipeSession */.p)(recipe, { ...invocation, env: version.env, emit }, kept);
    const settling = { file: version.file, open, mask: deps.mask, signal: deps.signal };
    const whole = await (0,settle_recipe/* settleRecipe */.K)({ ...settling, read: readerOf(version, version.root, invocation) });
    const settled = whole.parsed.ok
        ? whole
        : await (0,settle_recipe/* settleRecipe */.K)({ ...settling, read: readerOf(version, withoutDatahub(version.root), invocation) });
    if (!settled.parsed.ok)
        throw new Unreadable(notRunnable(whole.parsed.ok ? [] : whole.parsed.error));
    for (const secret of settled.parsed.value.secrets)
        deps.mask(secret);
    const recipe = (0,run_recipe/* withInputs */.w)(settled.parsed.value.recipe, invocation.request, version.env);
    const sameSession = like !== null && settled.session === null && needsOf(like.recipe.source) === needsOf(recipe.source);
    const session = sameSession ? like.session : (settled.session ?? (await open(recipe)));
    const closeSession = () => (sameSession ? undefined : session.close());
    try {
        const ends = await openDatahub(recipe, { ...invocation, env: version.env }, emit, like);
        const fault = whole.parsed.ok ? null : unaskedGap(notRunnable(whole.parsed.error));
        const close = () => {
            ends.close();
            closeSession();
        };
        return { recipe, session, sink: ends.sink, unasked: fault ?? ends.unasked, close };
    }
    catch (error) {
        closeSession();
        throw error;
    }
}
/** DataHub that cannot be reached is no failure: then nothing is known of it. */
async function openDatahub(recipe, { deps, env }, emit, like) {
    if (like !== null && JSON.stringify(like.recipe.sink) === JSON.stringify(recipe.sink)) {
        return { sink: like.sink, unasked: like.unasked, close: () => undefined };
    }
    const { cwd, clock, signal, mask } = deps;
    const stamp = { run: { runId: 'plan', pipelineName: null }, setSystemMetadata: false, setPipelineName: false };
    // A dry run's sink takes everything and sends nothing.
    const sinkDeps = { env, cwd, clock, signal, mask, stdout: () => undefined, stamp, dryRun: true, emit };
    try {
        const sink = await (0,sink_open/* openSink */.A)(recipe.sink, sinkDeps);
        return { sink, unasked: sink.reader === null ? NO_SERVER : null, close: () => sink.close() };
    }
    catch (error) {
        if (!(error instanceof errors/* AppError */.u))
            throw error;
        const sink = await (0,sink_open/* openSink */.A)({ type: 'blackhole' }, sinkDeps);
        return { sink, unasked: unaskedGap(error), close: () => sink.close() };
    }
}
const NO_SERVER = {
    code: 'sink-is-no-datahub',
    message: 'The sink of the recipe is no DataHub that could be asked',
    fault: null
};
function readerOf({ file, text, env, limited }, root, { request }) {
    const held = { root, limited: limited ?? { env: {}, applies: () => false } };
    return (values) => {
        const parsed = (0,recipe_parse/* parseRecipe */.C)({ file, text, env, mode: 'ingest', values, defaults: (0,load_recipe/* sinkDefaults */.qI)(request), held });
        return parsed.ok ? parsed : (0,result/* err */._)(parsed.error);
    };
}
/** The catalogue can be read without the other end, whose server or token may not be known here. */
function withoutDatahub(root) {
    const { at } = root;
    const scalar = (value) => ({ kind: 'scalar', type: 'string', value, at });
    const type = { key: scalar('type'), value: scalar('blackhole') };
    const sink = { key: scalar('sink'), value: { kind: 'map', at, entries: [type] } };
    const kept = without(root, ['sink', 'datahub_api', 'reporting', 'failure_log']);
    const entries = kept.entries.map((entry) => (isNamed(entry, 'source') ? inSource(entry) : entry));
    return { ...root, entries: [...entries, sink] };
}
const isNamed = ({ key }, name) => key.type === 'string' && key.value === name;
const without = (map, names) => ({
    ...map,
    entries: map.entries.filter((entry) => !names.some((name) => isNamed(entry, name)))
});
/** `source.config.stateful_ingestion` keeps its state in DataHub. */
function inSource({ key, value: source }) {
    if (source.kind !== 'map')
        return { key, value: source };
    const entries = source.entries.map((entry) => isNamed(entry, 'config') && entry.value.kind === 'map'
        ? { ...entry, value: without(entry.value, ['stateful_ingestion']) }
        : entry);
    return { key, value: { ...source, entries } };
}
/** What a session is opened by: how AWS is reached, and what its policy has to allow. */
const needsOf = (options) => JSON.stringify([
    options.aws,
    options.catalogId,
    options.jobs,
    options.profiling !== null,
    options.columnStatistics,
    options.lakeFormationTags !== null,
    options.s3BucketTags,
    options.s3ObjectTags
]);

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/app/environment.js
var environment = __webpack_require__(7918);
;// CONCATENATED MODULE: ./lib/app/plan/variables.js



/**
 * The variables for both versions. On a pull request an env file of the repository is that of base: it may say what a server
 * is called.
 * @throws AppError when the env file cannot be read.
 */
async function planVariables(request, deps, clone) {
    const { envFile } = request;
    const isPullRequest = eventOf(deps).startsWith('pull_request');
    const ownEnv = await (0,environment/* readEnvFile */.SF)(envFile, deps.cwd);
    const base = isPullRequest && clone !== null ? await baseEnvFile(envFile, deps.cwd, clone) : null;
    const env = base === null
        ? await (0,environment/* recipeEnvironment */.gl)(request, deps.env, deps.cwd)
        : await (0,environment/* recipeEnvironment */.gl)({ ...request, envFile: null }, { ...base, ...deps.env }, deps.cwd);
    const declared = envFile === null ? null : [...new Set([...Object.keys(env), ...Object.keys(ownEnv)])];
    return { env, ownEnv, declared, isPullRequest };
}
/** The event of a workflow, of which a command in a step of its own is told by its environment only. */
const eventOf = ({ github, env }) => github?.eventName ?? (env.GITHUB_ACTIONS === 'true' ? (env.GITHUB_EVENT_NAME ?? '') : '');
/** The env file as base has it; null: it is no file of the clone. */
async function baseEnvFile(file, cwd, { git, root, commit }) {
    if (file === null)
        return null;
    const path = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, file));
    if (path.startsWith('..') || (0,external_node_path_.isAbsolute)(path))
        return null;
    return (0,external_node_util_.parseEnv)((await git.file(commit, path)) ?? '');
}

// EXTERNAL MODULE: ./lib/core/config/node.js
var config_node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/core/ignore.js + 1 modules
var ignore = __webpack_require__(1720);
// EXTERNAL MODULE: ./lib/core/yaml.js + 7 modules
var yaml = __webpack_require__(1937);
// EXTERNAL MODULE: ./lib/model/rules.js
var rules = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/app/validate.js + 3 modules
var validate = __webpack_require__(3664);
;// CONCATENATED MODULE: ./lib/recipe/diff.js
/**
 * What two versions of a recipe say otherwise, value by value, in the order of `after`; what is gone comes behind its
 * neighbours. The order of keys means nothing, that of items does. Numbers of items are those of `after`, and of `before`
 * for what is gone.
 */
function valueChanges(before, after, path = []) {
    if (isEqual(before, after))
        return [];
    if (isObject(before) && isObject(after))
        return changesOfMaps(before, after, path);
    if (Array.isArray(before) && Array.isArray(after))
        return changesOfLists(before, after, path);
    // A mapping or list that comes or goes is told by the values in it.
    const [olds, news] = [isNested(before) ? before : undefined, isNested(after) ? after : undefined];
    if (olds === undefined && news === undefined)
        return [{ path, before, after }];
    const gone = olds === undefined ? valuesOf(before, path, 'before') : membersOf(olds, path, 'before');
    const come = news === undefined ? valuesOf(after, path, 'after') : membersOf(news, path, 'after');
    return [...gone, ...come];
}
function changesOfMaps(before, after, path) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return keys.flatMap((key) => valueChanges(own(before, key), own(after, key), [...path, key]));
}
const membersOf = (value, path, side) => entriesOf(value).flatMap(([key, member]) => side === 'before'
    ? valueChanges(member, undefined, [...path, key])
    : valueChanges(undefined, member, [...path, key]));
const valuesOf = (value, path, side) => value === undefined
    ? []
    : [side === 'before' ? { path, before: value, after: undefined } : { path, before: undefined, after: value }];
function entriesOf(value) {
    if (Array.isArray(value))
        return value.map((item, index) => [index, item]);
    return isObject(value) ? Object.entries(value) : [];
}
/** Items that stay are found first; between them what is gone and what has come stand for each other in order. */
function changesOfLists(before, after, path) {
    const changes = [];
    let [old, now] = [0, 0];
    for (const [stays, staysAs] of [...common(before, after), [before.length, after.length]]) {
        const gone = before.slice(old, stays).map((item, index) => ({ item, path: [...path, old + index] }));
        const come = after.slice(now, staysAs).map((item, index) => ({ item, path: [...path, now + index] }));
        changes.push(...paired(gone, come));
        old = stays + 1;
        now = staysAs + 1;
    }
    return changes;
}
function paired(gone, come) {
    return Array.from({ length: Math.max(gone.length, come.length) }).flatMap((_, index) => {
        const [a, b] = [gone[index], come[index]];
        if (a !== undefined && b !== undefined && isOfOneKind(a.item, b.item))
            return valueChanges(a.item, b.item, b.path);
        return [
            ...(a === undefined ? [] : valueChanges(a.item, undefined, a.path)),
            ...(b === undefined ? [] : valueChanges(undefined, b.item, b.path))
        ];
    });
}
/** Two transformers are compared option by option when they are of one type. */
const isOfOneKind = (a, b) => isObject(a) && isObject(b) ? a.type === b.type : !isNested(a) && !isNested(b);
/** Of lists longer than this only what both begin and end with is taken for the same: the table below would be too large. */
const diff_MOST_COMPARED = 2_000;
/** Items that both lists have in this order, as pairs of their numbers: the longest such row. */
function common(a, b) {
    const [left, right] = [a.map(canonical), b.map(canonical)];
    let start = 0;
    while (start < left.length && start < right.length && left[start] === right[start])
        start += 1;
    let end = 0;
    while (left.length - end > start && right.length - end > start && left.at(-1 - end) === right.at(-1 - end))
        end += 1;
    const head = Array.from({ length: start }, (_, at) => [at, at]);
    const tail = Array.from({ length: end }, (_, at) => [left.length - end + at, right.length - end + at]);
    const middle = longest(left.slice(start, left.length - end), right.slice(start, right.length - end));
    return [...head, ...middle.map(([x, y]) => [x + start, y + start]), ...tail];
}
function longest(a, b) {
    if (a.length > diff_MOST_COMPARED || b.length > diff_MOST_COMPARED)
        return [];
    const width = b.length + 1;
    // Row by row from behind: how many items both have from here on.
    const lengths = new Uint16Array((a.length + 1) * width);
    const at = (x, y) => lengths[x * width + y] ?? 0;
    for (let x = a.length - 1; x >= 0; x -= 1) {
        for (let y = b.length - 1; y >= 0; y -= 1) {
            lengths[x * width + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
        }
    }
    const pairs = [];
    for (let [x, y] = [0, 0]; x < a.length && y < b.length;) {
        if (a[x] === b[y])
            pairs.push([x++, y++]);
        else if (at(x + 1, y) >= at(x, y + 1))
            x += 1;
        else
            y += 1;
    }
    return pairs;
}
const isEqual = (a, b) => a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);
/** The same text for what means the same: keys in order of name. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (!isObject(value))
        return JSON.stringify(value);
    const members = Object.keys(value).sort();
    return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}
const own = (value, key) => (Object.hasOwn(value, key) ? value[key] : undefined);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A mapping or list with something in it. */
const isNested = (value) => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

// EXTERNAL MODULE: ./lib/recipe/expand.js
var expand = __webpack_require__(5232);
// EXTERNAL MODULE: ./lib/recipe/expand-text.js
var expand_text = __webpack_require__(1018);
// EXTERNAL MODULE: ./lib/recipe/references.js
var recipe_references = __webpack_require__(6482);
// EXTERNAL MODULE: ./lib/recipe/secrets.js
var secrets = __webpack_require__(5335);
;// CONCATENATED MODULE: ./lib/app/plan/held-back.js






/**
 * Holds back what a pull request's edit may not decide. Servers, tokens, roles, keys, endpoints and files come from the base
 * branch's recipe, or for a new recipe from the inputs. Variables and references that the base branch's recipe does not name
 * apart from these have no value: a name in a plan would tell it to everybody.
 */
function heldBack(head, trusted) {
    const holding = new Holding(trusted);
    const root = holding.map(head, trusted.base ?? undefined, []);
    const reasonAt = (path) => {
        if (!isConnection(path))
            return holding.reasonAt(path);
        return trusted.base === null && repeats(head, path, trusted.inputs) ? null : CONNECTION;
    };
    return { root, limited: holding.limited, reasonAt };
}
const CONNECTION = 'on a pull request, where and as whom to read comes from the inputs or the base branch, not from the edit';
/** Whether an option says to whom requests go, as whom, through what, and by which files. */
function isConnection([top, config, name, inner]) {
    if (top === 'sink' || top === 'datahub_api')
        return true;
    if (top !== 'source' || config !== 'config')
        return false;
    return String(name).startsWith('aws_') || (name === 'stateful_ingestion' && inner === 'state_provider');
}
/** Whether a new recipe says at a path what the inputs say anyway. */
function repeats(head, path, inputs) {
    const node = path.reduce((at, part) => memberAt(at, part), head);
    return node?.kind === 'scalar' && (inputs[path.join('.')] ?? []).includes(String(node.value));
}
const memberAt = (node, part) => node?.kind === 'list' ? node.items[Number(part)] : valueIn(node, String(part));
const valueIn = (node, key) => node?.kind === 'map' ? node.entries.find((entry) => (0,config_node/* keyText */.Pu)(entry.key) === key)?.value : undefined;
/** Variables whose values are no secret wherever they stand. */
const HARMLESS = ['AWS_REGION', 'AWS_DEFAULT_REGION'];
class Holding {
    limited;
    #reasons = new Map();
    constructor({ base, env, ownEnv }) {
        const scalars = base === null ? [] : [...scalarsIn(base, [])];
        const fromBase = new Set(scalars.map(({ node }) => node));
        const open = scalars.filter(({ path }) => !isConnection(path) && !path.some((part) => (0,secrets/* hasSecretName */._o)(String(part))));
        const named = new Set([...HARMLESS, ...open.flatMap(({ node }) => namesIn(node))]);
        const known = Object.fromEntries(Object.entries(env).filter(([name]) => named.has(name)));
        this.limited = { env: { ...ownEnv, ...known }, applies: (node) => !fromBase.has(node) };
    }
    map(head, base, path) {
        const edited = head.entries.flatMap(({ key, value }) => {
            const kept = this.#value(value, valueIn(base, (0,config_node/* keyText */.Pu)(key)), [...path, (0,config_node/* keyText */.Pu)(key)]);
            return kept === undefined ? [] : [{ key, value: kept }];
        });
        const others = base?.kind === 'map' ? base.entries : [];
        const takenAway = others.filter(({ key }) => isConnection([...path, (0,config_node/* keyText */.Pu)(key)]) && valueIn(head, (0,config_node/* keyText */.Pu)(key)) === undefined);
        return { ...head, entries: [...edited, ...takenAway] };
    }
    reasonAt(path) {
        const lengths = path.map((_, index) => path.length - index);
        const known = lengths.map((length) => this.#reasons.get(keyOf(path.slice(0, length))));
        return known.find((reason) => reason !== undefined) ?? null;
    }
    /** What is read in place of a value; undefined: nothing. */
    #value(head, base, path) {
        if (isConnection(path))
            return base;
        if (base !== undefined && valueChanges((0,config_node/* toJson */.aB)(base), (0,config_node/* toJson */.aB)(head)).length === 0)
            return base;
        if (head.kind === 'map')
            return this.map(head, base, path);
        const unknown = [...scalarsIn(head, path)].map(({ node }) => this.#unknownIn(node)).find((one) => one !== null);
        if (unknown === undefined)
            return head;
        this.#reasons.set(keyOf(path), `${unknown} ${NOT_NAMED}`);
        return base;
    }
    /** The variable or reference in a text that has no value here; null: none. */
    #unknownIn(node) {
        if (node.type !== 'string' || !node.value.includes('$'))
            return null;
        const variables = (0,expand/* variablesOf */.h)(this.limited.env);
        const { marked, references, problems: inside } = (0,recipe_references/* markReferences */.G1)(node.value, variables);
        const { names, problems: around } = (0,expand_text/* expandText */.w)(marked, variables);
        const [problem] = [...inside, ...around];
        if (problem?.kind === 'unset')
            return `\${${problem.name}}`;
        if (problem !== undefined)
            return 'what is written there';
        // A text that only begins with a variable stays as it is when that is not set.
        const bare = /^\$\w+/u.exec(node.value)?.[0];
        return references[0]?.text ?? (bare !== undefined && names.length === 0 ? bare : null);
    }
}
const NOT_NAMED = "has no value on a pull request: the base branch's recipe does not name it, or only in a connection or a secret";
const keyOf = (path) => JSON.stringify(path);
function namesIn(node) {
    return node.type === 'string' && node.value.includes('$') ? (0,expand_text/* expandText */.w)(node.value, new Map()).names : [];
}
function* scalarsIn(node, path) {
    if (node.kind === 'scalar')
        yield { node, path };
    else if (node.kind === 'list')
        for (const [index, item] of node.items.entries())
            yield* scalarsIn(item, [...path, index]);
    else
        for (const { key, value } of node.entries)
            yield* scalarsIn(value, [...path, (0,config_node/* keyText */.Pu)(key)]);
}

// EXTERNAL MODULE: ./lib/report/history/redact-recipe.js
var redact_recipe = __webpack_require__(9595);
;// CONCATENATED MODULE: ./lib/app/plan/option-changes.js



/** What two versions of a recipe say otherwise, as it may be shown to everybody. `heldBack` says why a value is not used. */
function optionChanges(before, after, heldBack) {
    const literal = new Set([before, after].flatMap((one) => (one === null ? [] : (0,secrets/* likelySecrets */.gc)(one.text))));
    const shown = (path, value) => value === undefined ? null : JSON.stringify(shownValue(path, value, literal));
    return valueChanges(before?.value ?? undefined, after?.value ?? undefined).map((change) => ({
        path: pathText(change.path),
        before: shown(change.path, change.before),
        after: shown(change.path, change.after),
        heldBack: heldBack(change.path)
    }));
}
/** `source.config.table_pattern.deny[0]`; a key that could be mistaken for a path is quoted: `domain["a.b"]`. */
const pathText = (path) => path
    .map((part, index) => {
    if (typeof part === 'number')
        return `[${part}]`;
    if (!/^[\w-]+$/u.test(part))
        return `[${JSON.stringify(part)}]`;
    return index === 0 ? part : `.${part}`;
})
    .join('');
/** The user's password in an address. */
const ADDRESS = /([a-z][a-z0-9+.-]*:\/\/[^/?#:@\s]*:)[^/?#@\s]+@/giu;
/** Keys of AWS and web tokens, wherever they stand (recipe/lint/secrets.ts). */
const TOKENS = /(?:AKIA|ASIA)[A-Z0-9]{16}|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/gu;
/** A variable or a reference and nothing else: names are no secrets. */
const NAMES = /^\$(?:\{[A-Za-z_]\w*\}|[A-Z_][A-Z0-9_]*|\{(?:ssm|secretsmanager):[^{}]+\})$/u;
function shownValue(path, value, literal) {
    if (value === null || typeof value === 'boolean' || typeof value === 'object')
        return value;
    if (isSecretPlace(path))
        return typeof value === 'string' && (value === '' || NAMES.test(value)) ? value : redact_recipe/* HIDDEN */.RG;
    if (typeof value !== 'string')
        return value;
    let text = value.replace(ADDRESS, `$1${redact_recipe/* HIDDEN */.RG}@`).replace(TOKENS, redact_recipe/* HIDDEN */.RG);
    for (const secret of literal)
        text = text.replaceAll(secret, redact_recipe/* HIDDEN */.RG);
    return text;
}
/** By the rules for recipes that DataHub shows, and those for secrets of recipes; what is below such a key is one, too. */
function isSecretPlace(path) {
    return path.some((part, index) => {
        if (typeof part === 'number')
            return false;
        return (0,redact_recipe/* isSecretKey */.uE)(part) || (0,secrets/* hasSecretName */._o)(part) || (path[index - 1] === 'extra_headers' && (0,secrets/* isSecretHeader */.io)(part));
    });
}

;// CONCATENATED MODULE: ./lib/app/plan/versions.js
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes









/** Looks at both versions of a recipe. `isPullRequest`: the edit may not decide everything (held-back.ts). */
function versionsOf({ path: file, before, after }, request, variables) {
    const old = before === null ? null : treeOf(file, before);
    const now = after === null ? null : treeOf(file, after);
    const baseFault = before === null ? null : firstError(checked(file, before, request, variables));
    const held = now === null || !variables.isPullRequest ? null : heldOf(now, old, request, variables);
    const written = (root, text) => root === null || text === null ? null : { text, value: (0,config_node/* toJson */.aB)(root) };
    const version = (root, text) => root === null || text === null ? null : { file, text, root, env: variables.env };
    const head = version(held?.root ?? now, after);
    return {
        diagnostics: after === null ? [] : checked(file, after, request, variables),
        // Of a head that is no mapping nothing can be said.
        options: after !== null && now === null
            ? []
            : optionChanges(written(old, before), written(now, after), held?.reasonAt ?? (() => null)),
        pipelineName: nameOf(now ?? old),
        base: baseFault === null ? version(old, before) : null,
        head: head === null || held === null ? head : { ...head, limited: held.limited },
        baseFault
    };
}
function heldOf(head, base, request, { env, ownEnv }) {
    const { gmsUrl, identity } = request;
    const either = (names, value) => value === null ? names : [...names, value];
    const inputs = {
        'sink.type': ['datahub-rest'],
        'sink.config.server': either(['${GMS_URL}', '${DATAHUB_GMS_URL}'], gmsUrl),
        'sink.config.token': ['${DATAHUB_GMS_TOKEN}'],
        'source.config.aws_region': either(['${AWS_REGION}', '${AWS_DEFAULT_REGION}'], identity.region),
        'source.config.aws_role': either(['${AWS_ROLE}'], identity.roleToAssume)
    };
    return heldBack(head, { base, env, ownEnv, inputs });
}
function treeOf(file, text) {
    const document = (0,yaml/* parseConfigFile */.me)({ file, text });
    return document.ok && document.value.root?.kind === 'map' ? document.value.root : null;
}
/** What `validate` says of a text by itself. */
function checked(file, text, request, { env, declared }) {
    const defaults = (0,load_recipe/* sinkDefaults */.qI)(request);
    const parsed = (0,recipe_parse/* parseRecipe */.C)({ file, text, ...(0,validate/* variablesOf */.h)(env, declared), mode: 'validate', defaults });
    const found = parsed.ok ? parsed.value.diagnostics : parsed.error;
    return (0,ignore/* withoutIgnored */.f)({ file, text }, found, rules/* IGNORABLE_RULES */.A);
}
const firstError = (found) => found.find(({ severity }) => severity === 'error') ?? null;
/** The name as written: what its variables stand for may be nobody's business. */
function nameOf(root) {
    const node = root === null ? undefined : (0,config_node/* entryOf */.Ms)(root, 'pipeline_name')?.value;
    return node?.kind === 'scalar' && node.type === 'string' ? node.value : null;
}

;// CONCATENATED MODULE: ./lib/app/plan/plan.js














/**
 * Tells what a change of recipes would do, recipe by recipe, and does nothing of it (model/request.ts App).
 * @throws AppError when there is nothing to compare, such as a base that is not in the clone.
 */
async function plan(request, deps) {
    const clone = await cloneOf(request, deps);
    const recipes = clone === null ? await newRecipes(request.files, deps.cwd) : await changedRecipes(request.files, deps.cwd, clone);
    const variables = await planVariables(request, deps, clone);
    const invocation = invocationOf(request, deps, variables);
    const plans = [];
    for (const recipe of recipes)
        plans.push(await planRecipe(recipe, { request, variables, invocation }));
    return { base: clone?.commit ?? null, recipes: plans };
}
/** What a reading is asked to do: as an ingestion, and none of it is written. */
function invocationOf(request, deps, { env }) {
    const { files, base: _, ...asked } = request;
    const options = { recipes: files, dryRun: true, failOn: 'failure', incremental: false, history: false };
    return { request: { ...asked, ...options }, deps, env, limits: (0,rate_limit/* createRateLimits */.V)(deps.clock, request.rateLimit) };
}
async function cloneOf({ base: asked }, { cwd, env, signal, github, logger }) {
    const git = new Git(cwd, env, signal);
    const root = await git.root();
    const base = root === null ? null : await findBase(git, asked, github);
    if (root === null || base === null) {
        logger.warning('There is no git commit to compare with: each recipe is planned as a new one');
        return null;
    }
    logger.info(`Compared with ${base.commit.slice(0, 12)}, ${base.why}`);
    return { git, root, commit: base.commit };
}
/** One recipe's plan. Never rejects: why it is not whole stands in it. */
async function planRecipe(recipe, planning) {
    const { request, variables, invocation } = planning;
    const versions = versionsOf(recipe, request, variables);
    const known = {
        recipe: recipe.path,
        pipelineName: versions.pipelineName,
        edit: recipe.edit,
        renamedFrom: recipe.renamedFrom,
        diagnostics: versions.diagnostics,
        options: versions.options
    };
    const isFork = invocation.deps.github?.isForkPullRequest === true;
    if ((0,diagnostic/* hasErrors */.Cs)(versions.diagnostics))
        return { ...known, ...nothingKnown(WRONG) };
    if (isFork)
        return { ...known, ...nothingKnown(FORK), warnings: baseWarnings(versions) };
    const found = await lookAt(versions, invocation);
    return { ...known, ...found, warnings: [...baseWarnings(versions), ...found.warnings] };
}
const nothingKnown = (gap) => ({
    identity: null,
    unread: gap,
    unasked: gap,
    counts: (0,plan_total/* noPlanCounts */.JO)(),
    databases: [],
    others: {},
    aspects: {},
    held: null,
    stale: null,
    failures: [],
    warnings: []
});
function baseWarnings({ baseFault }) {
    if (baseFault === null)
        return [];
    const { line, column, message } = baseFault;
    const said = `The recipe in base is wrong (${line}:${column} ${message}): the head's is planned as a new one`;
    return [{ code: 'base-recipe-wrong', message: said, count: 1, resources: [] }];
}
async function lookAt(versions, invocation) {
    const { deps } = invocation;
    const opened = [];
    // What sessions and connections tell, of whichever version.
    const ends = new report_fold/* ReportFold */.s();
    const emit = (event) => {
        ends.add(event);
        deps.onEvent(event);
    };
    try {
        deps.signal.throwIfAborted();
        const isSame = versions.options.length === 0 && versions.base !== null && versions.head !== null;
        const open = async (version) => {
            if (version === null)
                return null;
            const side = await openSide(version, invocation, emit, opened[0] ?? null);
            opened.push(side);
            return side;
        };
        const base = isSame ? null : await open(versions.base);
        const head = await open(versions.head);
        if (base === null && head === null)
            return nothingKnown(NOTHING);
        const { isDenied, ...found } = await planCatalogue({ base, head, isSame }, invocation);
        const told = ends.finish(NO_END);
        const failures = merged(told.failures, found.failures);
        if (isDenied)
            return { ...nothingKnown(DENIED), identity: found.identity, failures };
        return { ...found, unread: null, failures, warnings: merged(told.warnings, found.warnings) };
    }
    catch (thrown) {
        if (thrown instanceof Unreadable)
            return nothingKnown(thrown.gap);
        const stop = (0,report_stop/* stopOf */.E)(thrown, deps.signal);
        if (stop.kind === 'defect' && thrown instanceof Error)
            deps.logger.debug(thrown.stack ?? thrown.message);
        return nothingKnown(gapOf(stop, deps));
    }
    finally {
        for (const side of opened.reverse())
            side.close();
    }
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
