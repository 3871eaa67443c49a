export const id = 184;
export const ids = [184];
export const modules = {

/***/ 2665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ encodeBase85),
/* harmony export */   H: () => (/* binding */ decodeBase85)
/* harmony export */ });
/** Python's alphabet of base64.b85encode, which is that of RFC 1924. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
const GROUP_BYTES = 4;
const GROUP_DIGITS = 5;
const BASE = 85;
const DIGITS = new Map([...ALPHABET].map((digit, value) => [digit.charCodeAt(0), value]));
const CODES = Buffer.from(ALPHABET);
/** Bytes as Python's base64.b85encode writes them: five digits for four bytes, fewer for the last ones. */
function encodeBase85(bytes) {
    const digits = Buffer.allocUnsafe(Math.ceil(bytes.length / GROUP_BYTES) * GROUP_DIGITS);
    const missing = (GROUP_BYTES - (bytes.length % GROUP_BYTES)) % GROUP_BYTES;
    let at = 0;
    for (let from = 0; from < bytes.length; from += GROUP_BYTES) {
        let value = 0;
        for (let i = 0; i < GROUP_BYTES; i++)
            value = value * 256 + (bytes[from + i] ?? 0);
        for (let digit = GROUP_DIGITS - 1; digit >= 0; digit--) {
            digits[at + digit] = CODES[value % BASE] ?? 0;
            value = Math.floor(value / BASE);
        }
        at += GROUP_DIGITS;
    }
    return digits.toString('latin1', 0, at - missing);
}
/** The bytes of a text that Python's base64.b85encode wrote; null when it is none. */
function decodeBase85(text) {
    const missing = (GROUP_DIGITS - (text.length % GROUP_DIGITS)) % GROUP_DIGITS;
    const bytes = Buffer.allocUnsafe(((text.length + missing) / GROUP_DIGITS) * GROUP_BYTES);
    let at = 0;
    for (let from = 0; from < text.length; from += GROUP_DIGITS) {
        const value = groupAt(text, from);
        if (value === null)
            return null;
        at = bytes.writeUInt32BE(value, at);
    }
    return bytes.subarray(0, bytes.length - missing);
}
/** Five digits as a number; digits beyond the end count as the highest, as Python pads them. */
function groupAt(text, from) {
    let value = 0;
    for (let i = from; i < from + GROUP_DIGITS; i++) {
        const digit = i < text.length ? DIGITS.get(text.charCodeAt(i)) : BASE - 1;
        if (digit === undefined)
            return null;
        value = value * BASE + digit;
    }
    return value > 0xffffffff ? null : value;
}


/***/ }),

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ Gate)
/* harmony export */ });
/** Lets a number of tasks run at once; the others wait in the order in which they came. */
class Gate {
    #open;
    #waiting = [];
    constructor(places) {
        this.#open = places;
    }
    /** Runs `task` when there is a place for it. */
    async run(task) {
        if (this.#open > 0)
            this.#open -= 1;
        else
            await new Promise((enter) => this.#waiting.push(enter));
        try {
            return await task();
        }
        finally {
            // A place that becomes free is handed on, so that nobody who comes later can take it.
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#open += 1;
            else
                next();
        }
    }
}


/***/ }),

/***/ 8929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ shownServer),
/* harmony export */   q: () => (/* binding */ probeGms)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3252);
/* harmony import */ var _gms_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2577);
/* harmony import */ var _gms_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6013);




/**
 * Asks the server who it is, before anything is read or written.
 * @throws AppError of kind `cannot-begin` that names what answered, or why nothing did, and the cure.
 */
async function probeGms(client, server, emit) {
    const response = await ask(client, server, emit);
    const config = response.status === 200 ? (0,_gms_config_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGmsConfig */ .PI)(response.text) : null;
    if (config !== null)
        return config;
    throw refusal(server, response);
}
/** A server's address as it may be shown: without the user and password that it may hold. */
function shownServer(server) {
    const url = new URL(server);
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
async function ask(client, server, emit) {
    try {
        return await client.config(emit);
    }
    catch (error) {
        if (error instanceof _core_http_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr)
            throw unreachable(server, error);
        throw error;
    }
}
const RUNNER_CURE = "check the url and its port. A GMS inside a VPC cannot be reached from GitHub's own runners: let the job run on a self-hosted runner in that network (`runs-on:`)";
const SCHEME_CURE = 'check whether `server` should begin with http:// and not https://, or the other way round';
const NETWORK_CURES = {
    'untrusted-certificate': 'give its authority as `ca_certificate_path` in the recipe’s sink, or in NODE_EXTRA_CA_CERTS',
    'expired-certificate': 'renew the server’s certificate, and check the clock of this machine',
    'wrong-host-certificate': 'use the host name that the certificate is for as `server`',
    'client-certificate': 'give `client_certificate_path` and `client_key_path` in the recipe’s sink',
    tls: SCHEME_CURE,
    'not-http': SCHEME_CURE,
    proxy: 'check HTTPS_PROXY and HTTP_PROXY, and put the host into NO_PROXY if it is reached directly',
    cancelled: 'run it again'
};
function unreachable(server, error) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`DataHub GMS cannot be reached at ${shownServer(server)}: ${error.message}`, {
        kind: 'cannot-begin',
        code: 'gms-unreachable',
        cure: NETWORK_CURES[error.reason] ?? RUNNER_CURE,
        cause: error
    });
}
function refusal(server, response) {
    const { code, what, cure } = explain(server, response);
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`${shownServer(server)} ${what}`, { kind: 'cannot-begin', code, cure });
}
const FRONTEND_CURE = "give GMS's own address as `server`: port 8080 by default, or the frontend's address with /api/gms behind it";
function explain(server, response) {
    const { status, headers } = response;
    if (status === 401 || status === 403) {
        return {
            code: 'gms-unauthorized',
            what: `refuses the token, or asks for one: ${(0,_gms_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(response)}`,
            cure: 'set the sink’s `token` (input gms-token or DATAHUB_GMS_TOKEN) to a personal access token that has not expired'
        };
    }
    if (status >= 300 && status < 400)
        return redirected(server, status, headers.location);
    if (/plain HTTP request was sent to HTTPS port/i.test(response.text)) {
        return { code: 'gms-not-gms', what: `expects https (status ${status})`, cure: 'let `server` begin with https://' };
    }
    if (status < 500 && status !== 408 && status !== 429) {
        const what = (0,_gms_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response)
            ? `answers with a web page (status ${status})`
            : `is no DataHub GMS (status ${status})`;
        return { code: 'gms-not-gms', what, cure: FRONTEND_CURE };
    }
    return {
        code: 'gms-unavailable',
        what: `is not ready: ${(0,_gms_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(response)}`,
        cure: 'look at the health and the log of GMS, then run this again'
    };
}
/** Where `/config` has moved tells where GMS has. The query of a redirect may hold secrets, and a login page is no GMS. */
function redirected(server, status, location) {
    const asked = `${server}/config`;
    const target = location !== undefined && URL.canParse(location, asked) ? new URL(location, asked) : null;
    const code = 'gms-redirects';
    if (target === null)
        return { code, what: `redirects (status ${status}), and does not say where`, cure: FRONTEND_CURE };
    const moved = shownServer(target.href);
    const what = `redirects to ${target.origin} (status ${status})`;
    if (!moved.endsWith('/config') || shownServer(asked) === moved)
        return { code, what, cure: FRONTEND_CURE };
    return {
        code,
        what,
        cure: `set \`server\` to ${moved.slice(0, -'/config'.length)}: a redirected write would be lost`
    };
}


/***/ }),

/***/ 4924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ GmsReader)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8532);
/* harmony import */ var _core_http_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3252);
/* harmony import */ var _gms_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2577);
/* harmony import */ var _gms_config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6013);





/** Who asks within this time asks together; in milliseconds. */
const GATHERING_MS = 1;
const MOST_URNS = 100;
const REQUESTS_AT_ONCE = 4;
/** Reads aspects from GMS: what is asked for at the same time goes out in one request, and the same thing only once. */
class GmsReader {
    #client;
    #deps;
    #gate = new _core_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .Gate */ .i(REQUESTS_AT_ONCE);
    /** Aspect and entity type → who waits for the next request. */
    #gathering = new Map();
    /** What is under way. */
    #asked = new Map();
    /** Servers before 0.14 have no batchGet. */
    #batches = true;
    constructor(client, deps) {
        this.#client = client;
        this.#deps = deps;
    }
    async aspect(urn, aspectName) {
        const key = `${aspectName} ${urn}`;
        const asked = this.#asked.get(key) ?? this.#ask(urn, aspectName);
        this.#asked.set(key, asked);
        try {
            return await asked;
        }
        finally {
            this.#asked.delete(key);
        }
    }
    async urnsNamed(entityType, name) {
        const answer = await this.#answer(() => this.#client.searchByName(entityType, name, this.#deps.emit));
        const entities = member(member(this.#json(answer), 'value'), 'entities');
        if (!Array.isArray(entities))
            return [];
        return entities.map((entity) => member(entity, 'entity')).filter((urn) => typeof urn === 'string');
    }
    async search(wanted) {
        const found = [];
        for (let scrollId = null;;) {
            const after = scrollId;
            const answer = await this.#answer(() => this.#client.scroll(wanted, after, this.#deps.emit));
            // Servers before 0.14 cannot search that way, and have nothing of what is searched for.
            if (answer.status === 404)
                return found;
            const page = this.#json(answer);
            found.push(...inBatch(member(page, 'entities'), wanted.aspectName).values());
            const next = member(page, 'scrollId');
            if (typeof next !== 'string' || next === '' || next === after)
                return found;
            scrollId = next;
        }
    }
    #ask(urn, aspectName) {
        const group = `${urn.split(':')[2] ?? ''} ${aspectName}`;
        return new Promise((resolve, reject) => {
            const waiting = this.#gathering.get(group) ?? [];
            waiting.push({ urn, resolve, reject });
            if (waiting.length === 1) {
                this.#gathering.set(group, waiting);
                void this.#sendSoon(group);
            }
            else if (waiting.length === MOST_URNS)
                void this.#send(group);
        });
    }
    async #sendSoon(group) {
        await this.#deps.clock.sleep(GATHERING_MS);
        await this.#send(group);
    }
    /** Asks for everything that waits; each gets its answer or the failure. */
    async #send(group) {
        const waiting = this.#gathering.get(group);
        if (waiting === undefined)
            return;
        this.#gathering.delete(group);
        const [entityType = '', aspectName = ''] = group.split(' ');
        const wanted = { entityType, aspectName, urns: waiting.map(({ urn }) => urn) };
        try {
            const found = await this.#gate.run(() => this.#read(wanted));
            for (const one of waiting)
                one.resolve(found.get(one.urn) ?? null);
        }
        catch (error) {
            for (const one of waiting)
                one.reject(error);
        }
    }
    async #read(wanted) {
        if (this.#batches) {
            const answer = await this.#answer(() => this.#client.batchGet(wanted, this.#deps.emit));
            if (answer.status !== 404 && answer.status !== 405)
                return inBatch(this.#json(answer), wanted.aspectName);
            this.#batches = false;
        }
        const read = wanted.urns.map(async (urn) => [urn, await this.#readOne(urn, wanted.aspectName)]);
        const found = await Promise.all(read);
        return new Map(found.flatMap(([urn, aspect]) => (aspect === null ? [] : [[urn, aspect]])));
    }
    async #readOne(urn, aspectName) {
        const answer = await this.#answer(() => this.#client.aspect(urn, aspectName, this.#deps.emit));
        if (answer.status === 404)
            return null;
        // `{"version": 0, "aspect": {"com.linkedin.schema.SchemaMetadata": {…}}}`
        const holder = member(this.#json(answer), 'aspect');
        return asObject(isObject(holder) ? Object.values(holder)[0] : undefined);
    }
    async #answer(ask) {
        try {
            return await ask();
        }
        catch (error) {
            if (error instanceof _core_http_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr)
                throw this.#unread(error.message, error);
            throw error;
        }
    }
    #json(answer) {
        if (answer.status !== 200 || (0,_gms_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(answer))
            throw this.#unread((0,_gms_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(answer));
        return (0,_gms_config_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(answer.text);
    }
    #unread(why, cause) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`DataHub at ${this.#deps.server} could not be asked what it holds: ${why}`, {
            kind: 'cannot-begin',
            code: 'gms-not-read',
            cure: 'check that GMS is well and that the token may read metadata',
            cause
        });
    }
}
/** `[{"urn": …, "schemaMetadata": {"value": {…}}}]`. */
function inBatch(answer, aspectName) {
    const entities = Array.isArray(answer) ? answer : [];
    return new Map(entities.flatMap((entity) => {
        const urn = member(entity, 'urn');
        const value = asObject(member(member(entity, aspectName), 'value'));
        return typeof urn === 'string' && value !== null ? [[urn, value]] : [];
    }));
}
const isObject = (value) => typeof value === 'object' && value !== null;
const member = (value, name) => (isObject(value) ? Reflect.get(value, name) : undefined);
const asObject = (value) => isObject(value) && !Array.isArray(value) ? value : null;


/***/ }),

/***/ 7638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HASH_BYTES),
/* harmony export */   b: () => (/* binding */ HashSet)
/* harmony export */ });
const INITIAL_SLOTS = 1024;
const FULL = 0.6;
/** Bytes of a hash (toBytes). */
const HASH_BYTES = 8;
/** A set of hashes of 64 bits, in some sixteen bytes each. The hash of zeros only stands for a free slot: it cannot be added. */
class HashSet {
    #hashes = new Uint32Array(INITIAL_SLOTS * 2);
    #size = 0;
    get size() {
        return this.#size;
    }
    has(high, low) {
        const slot = this.#slotOf(high, low);
        return this.#hashes[slot] !== 0 || this.#hashes[slot + 1] !== 0;
    }
    /** Whether it was not there before. */
    add(high, low) {
        if (this.has(high, low))
            return false;
        if (this.#size >= (this.#hashes.length / 2) * FULL)
            this.#grow();
        this.#insert(high, low);
        this.#size += 1;
        return true;
    }
    /** All of them in no order, eight bytes each: high and low, the lowest byte of each first. */
    toBytes() {
        const bytes = Buffer.alloc(this.#size * HASH_BYTES);
        const view = new DataView(bytes.buffer, bytes.byteOffset);
        let at = 0;
        for (let i = 0; i < this.#hashes.length; i += 2) {
            const high = this.#hashes[i] ?? 0;
            const low = this.#hashes[i + 1] ?? 0;
            if (high === 0 && low === 0)
                continue;
            view.setUint32(at, high, true);
            view.setUint32(at + 4, low, true);
            at += HASH_BYTES;
        }
        return bytes;
    }
    /** What toBytes made. */
    static ofBytes(bytes) {
        const set = new HashSet();
        for (let at = 0; at < bytes.length; at += HASH_BYTES)
            set.add(bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4));
        return set;
    }
    #insert(high, low) {
        const slot = this.#slotOf(high, low);
        this.#hashes[slot] = high;
        this.#hashes[slot + 1] = low;
    }
    /** The place of this hash: where it stands, or the free one where it would. A free one holds zeros. */
    #slotOf(high, low) {
        const hashes = this.#hashes;
        const slots = hashes.length / 2;
        let slot = (low >>> 1) % slots;
        for (;;) {
            const a = hashes[slot * 2];
            const b = hashes[slot * 2 + 1];
            if ((a === high && b === low) || (a === 0 && b === 0))
                return slot * 2;
            slot = (slot + 1) % slots;
        }
    }
    #grow() {
        const old = this.#hashes;
        this.#hashes = new Uint32Array(old.length * 2);
        for (let i = 0; i < old.length; i += 2) {
            const high = old[i] ?? 0;
            const low = old[i + 1] ?? 0;
            if (high !== 0 || low !== 0)
                this.#insert(high, low);
        }
    }
}


/***/ }),

/***/ 6096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ pythonJson),
/* harmony export */   k: () => (/* binding */ pythonJsonText)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);

/** A text as Python's json.dumps writes it: ASCII, and unlike JavaScript's with U+007F escaped. */
const pythonJsonText = (text) => (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asciiJson */ .i)(text).replace(/\u007f/g, '\\u007f');
/**
 * `value` as Python's json.dumps writes it by default: with a space after each comma and colon. Integers that a number
 * cannot hold are given as bigint.
 */
function pythonJson(value) {
    if (typeof value === 'string')
        return pythonJsonText(value);
    if (typeof value === 'bigint')
        return value.toString();
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value);
    if (isList(value))
        return `[${value.map(pythonJson).join(', ')}]`;
    const members = Object.entries(value).map(([key, member]) => `${pythonJsonText(key)}: ${pythonJson(member)}`);
    return `{${members.join(', ')}}`;
}
const isList = (value) => Array.isArray(value);


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ containerUrn),
/* harmony export */   P_: () => (/* binding */ encodeUrnPart),
/* harmony export */   Q5: () => (/* binding */ platformInstanceUrn),
/* harmony export */   XQ: () => (/* binding */ dataJobUrn),
/* harmony export */   Yc: () => (/* binding */ datasetUrn),
/* harmony export */   _U: () => (/* binding */ dataFlowUrn),
/* harmony export */   aw: () => (/* binding */ domainUrn),
/* harmony export */   dq: () => (/* binding */ userUrn),
/* harmony export */   rR: () => (/* binding */ schemaFieldUrn),
/* harmony export */   ty: () => (/* binding */ platformUrn)
/* harmony export */ });
/** Characters that would end a part of a urn (the peer's utilities/urns/urn.py); everything else stays as it is. */
const RESERVED = /[,()\u241f]/g;
/** A name as a part of a urn: the reserved characters are percent-encoded as UTF-8. */
const encodeUrnPart = (part) => part.replace(RESERVED, (character) => [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''));
const platformUrn = (platform) => `urn:li:dataPlatform:${platform}`;
/** The instance's urn; a recipe may give it whole (mce_builder.py make_dataplatform_instance_urn). */
const platformInstanceUrn = (platform, instance) => instance.startsWith('urn:li:dataPlatformInstance')
    ? instance
    : `urn:li:dataPlatformInstance:(${platformUrn(platform)},${instance})`;
function datasetUrn({ platform, platformInstance, name, env }) {
    const whole = platformInstance === null || platformInstance === '' ? name : `${platformInstance}.${name}`;
    return `urn:li:dataset:(${platformUrn(platform)},${encodeUrnPart(whole)},${env})`;
}
const containerUrn = (guid) => `urn:li:container:${guid}`;
/** The urn of a user; a urn of a user or group is taken as it is (mce_builder.py make_user_urn). */
const userUrn = (name) => name.startsWith('urn:li:corpuser:') || name.startsWith('urn:li:corpGroup:')
    ? name
    : `urn:li:corpuser:${encodeUrnPart(name)}`;
/** The urn of a field of a dataset (mce_builder.py make_schema_field_urn). */
const schemaFieldUrn = (dataset, fieldPath) => `urn:li:schemaField:(${dataset},${encodeUrnPart(fieldPath)})`;
/** The urn of a domain that is given by its id or its urn (mce_builder.py make_domain_urn). */
const domainUrn = (domain) => domain.startsWith('urn:li:domain:') ? domain : `urn:li:domain:${domain}`;
/** The urn of a flow: a job or pipeline of `platform`. */
const dataFlowUrn = (platform, id, env) => `urn:li:dataFlow:(${encodeUrnPart(platform)},${encodeUrnPart(id)},${env})`;
/** The urn of a task of a flow. */
const dataJobUrn = (flow, id) => `urn:li:dataJob:(${flow},${encodeUrnPart(id)})`;


/***/ }),

/***/ 6636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   HQ: () => (/* binding */ readCheckpoint),
/* harmony export */   I8: () => (/* binding */ removalJob),
/* harmony export */   Im: () => (/* binding */ checkpointUrn),
/* harmony export */   Nx: () => (/* binding */ checkpointAspect),
/* harmony export */   Rm: () => (/* binding */ ASPECT)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _datahub_urn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8568);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5425);



const ASPECT = 'datahubIngestionCheckpoint';
/** Names the checkpoint of stale removal; what a platform was called first stays (stale_entity_removal_handler.py). */
const removalJob = (platform) => platform === 'glue' ? 'glue_stateful_ingestion' : `${platform}_stale_entity_removal`;
/** The data job that a checkpoint is an aspect of. `provider`: `datahub` or `file`. */
const checkpointUrn = (provider, pipelineName, job) => (0,_datahub_urn_js__WEBPACK_IMPORTED_MODULE_2__/* .dataJobUrn */ .XQ)((0,_datahub_urn_js__WEBPACK_IMPORTED_MODULE_2__/* .dataFlowUrn */ ._U)(provider, pipelineName, 'prod'), job);
/** A urn in sixteen characters. */
const markOf = (urn) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(urn).digest('hex').slice(0, 16);
/** A checkpoint as the peer's aspect. What is this program's own stands in `config`, which the peer leaves empty and does not read. */
function checkpointAspect(parts) {
    const { pipelineName, runId, state, catalogue, missingOnce, now } = parts;
    return {
        timestampMillis: now,
        partitionSpec: { partition: 'FULL_TABLE_SNAPSHOT', type: 'FULL_TABLE' },
        pipelineName,
        platformInstanceId: '',
        config: JSON.stringify(missingOnce.length === 0 ? { catalogue } : { catalogue, missingOnce }),
        state: { formatVersion: state.formatVersion, serde: state.serde, payload: state.payload },
        runId
    };
}
/**
 * Reads such an aspect.
 * @throws UnreadableState when it is no checkpoint, or none that the peer would read.
 */
async function readCheckpoint(aspect) {
    if (!isObject(aspect))
        throw new _payload_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableState */ .VB('it is no checkpoint');
    const { state, runId, config } = aspect;
    return {
        urns: await urnsOf(state),
        ...ownPart(config),
        runId: typeof runId === 'string' ? runId : ''
    };
}
/** A checkpoint without a payload is an empty one, as with the peer. */
async function urnsOf(state) {
    if (!isObject(state))
        throw new _payload_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableState */ .VB('it has no state');
    const { serde, payload } = state;
    if (payload === undefined || payload === null)
        return [];
    if (typeof serde !== 'string' || typeof payload !== 'string')
        throw new _payload_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableState */ .VB('its state is damaged');
    return (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeUrns */ .z6)({ serde, payload });
}
/** What this program wrote beside the state; what cannot be read was written by another one. */
function ownPart(config) {
    const { catalogue, missingOnce } = membersOf(config);
    const marks = Array.isArray(missingOnce) ? missingOnce.filter((mark) => typeof mark === 'string') : [];
    return { catalogue: typeof catalogue === 'string' ? catalogue : null, missingOnce: new Set(marks) };
}
function membersOf(text) {
    try {
        const value = typeof text === 'string' ? JSON.parse(text) : null;
        return isObject(value) ? value : {};
    }
    catch {
        return {};
    }
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 5425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VB: () => (/* binding */ UnreadableState),
  z6: () => (/* binding */ decodeUrns),
  zE: () => (/* binding */ encodeUrns),
  kc: () => (/* binding */ urnsText),
  sv: () => (/* binding */ warmUpEncoding)
});

// EXTERNAL MODULE: ./lib/core/base85.js
var base85 = __webpack_require__(2665);
// EXTERNAL MODULE: ./lib/datahub/python-json.js
var python_json = __webpack_require__(6096);
// EXTERNAL MODULE: ./lib/datahub/urn.js
var urn = __webpack_require__(8568);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/state/checkpoint/library-file.js

/**
 * libbzip2, compressed. Alone in its module: the bundler finds a file that is read in this form, and not in modules where
 * other things puzzle it.
 */
const readLibrary = () => (0,promises_.readFile)(__webpack_require__.ab + "bzip2.wasm.br");

;// CONCATENATED MODULE: ./lib/state/checkpoint/libbzip2.js



/** WebAssembly's memory grows by pages. */
const PAGE_BYTES = 65_536;
const unpack = (0,external_node_util_.promisify)(external_node_zlib_.brotliDecompress);
/** Compiled once: V8 makes better code of what has run for a while. Memory is each instance's own, and goes with it. */
let compiled = null;
const compile = async () => WebAssembly.compile(await unpack(await readLibrary()));
/** Loads the library. */
async function loadLibrary() {
    compiled ??= compile();
    const memory = { lib: null };
    const instance = await WebAssembly.instantiate(await compiled, importsFor(memory));
    const lib = instance.exports;
    memory.lib = lib;
    lib.__wasm_call_ctors();
    return lib;
}
/** What the compiled code asks of its host: more memory; its writing to files is never reached. */
function importsFor(memory) {
    const bytes = () => new Uint8Array(memory.lib?.memory.buffer ?? new ArrayBuffer(0));
    const grow = (wanted) => {
        const missing = Math.ceil(((wanted >>> 0) - bytes().length) / PAGE_BYTES);
        try {
            memory.lib?.memory.grow(Math.max(missing, 0));
            return 1;
        }
        catch {
            return 0;
        }
    };
    const unused = () => -1;
    return {
        env: {
            exit: (status) => {
                throw new Error(`libbzip2 gave up: ${status}`);
            },
            emscripten_memcpy_big: (to, from, length) => bytes().copyWithin(to, from, from + length),
            emscripten_resize_heap: grow
        },
        wasi_snapshot_preview1: { fd_close: unused, fd_write: unused, fd_seek: unused }
    };
}

;// CONCATENATED MODULE: ./lib/state/checkpoint/bzip2.js

/** libbzip2's results (bzlib.h). */
const OK = 0;
const OUT_OF_ROOM = -8;
/** Hundreds of kilobytes in a block: the most, and Python's choice (bz2.compress). */
const BLOCK_SIZE = 9;
/** A state of more bytes than this is none that anyone wrote: as many as 5 million urns. */
const MOST_BYTES = 512 * 1024 * 1024;
/**
 * What becomes one stream, in bytes: a block of bzip2 and no more, so that memory does not grow with what is compressed.
 * Streams may stand one behind the other, which Python reads as one text (bz2.decompress), and bzip2 does too.
 */
const STREAM_BYTES = 890_000;
/** A stream with anything in it begins with `BZh`, a digit for the size of its blocks, and this. */
const FIRST_BLOCK = Buffer.from('1AY&SY');
const HEADER = /^BZh[1-9]$/;
/** Compresses and decompresses bzip2, which Node cannot do and the peer's checkpoints are written in (ADR 0013). */
class Bzip2 {
    #lib;
    constructor(lib) {
        this.#lib = lib;
    }
    static async load() {
        return new Bzip2(await loadLibrary());
    }
    /** Compresses what comes in pieces, none of which is kept. @throws Error when there is not enough memory. */
    compress(pieces) {
        const streams = [];
        const block = Buffer.allocUnsafe(STREAM_BYTES);
        let used = 0;
        for (const piece of pieces) {
            for (let at = 0; at < piece.length;) {
                const part = piece.subarray(at, at + STREAM_BYTES - used);
                block.set(part, used);
                used += part.length;
                at += part.length;
                if (used < STREAM_BYTES)
                    continue;
                streams.push(this.#stream(block));
                used = 0;
            }
        }
        if (used > 0 || streams.length === 0)
            streams.push(this.#stream(block.subarray(0, used)));
        return Buffer.concat(streams);
    }
    #stream(bytes) {
        // What cannot be compressed grows by at most this (bzlib's manual, BZ2_bzBuffToBuffCompress).
        const room = bytes.length + Math.ceil(bytes.length / 100) + 600;
        const made = this.#call(bytes, room, (lib, to, length, from) => lib.BZ2_bzBuffToBuffCompress(to, length, from, bytes.length, BLOCK_SIZE, 0, 0));
        if (typeof made === 'number')
            throw new Error(`libbzip2 cannot compress: error ${made}`);
        return made;
    }
    /** null: these bytes are no bzip2, or make more than any state has. */
    decompress(bytes) {
        const texts = [];
        let left = MOST_BYTES;
        for (const stream of streamsIn(bytes)) {
            const text = this.#text(stream, left);
            if (text === null)
                return null;
            texts.push(text);
            left -= text.length;
        }
        return Buffer.concat(texts);
    }
    /** What a stream holds, if that is not more than `most` bytes. */
    #text(stream, most) {
        for (let room = Math.max(stream.length * 16, STREAM_BYTES); room <= most; room *= 4) {
            const made = this.#call(stream, room, (lib, to, length, from) => lib.BZ2_bzBuffToBuffDecompress(to, length, from, stream.length, 0, 0));
            if (typeof made !== 'number')
                return made;
            if (made !== OUT_OF_ROOM)
                return null;
        }
        return null;
    }
    /** What `work` writes into a buffer of `room` bytes, or libbzip2's error. */
    #call(input, room, work) {
        const lib = this.#lib;
        const from = this.#allocate(input.length);
        const to = this.#allocate(room);
        const length = this.#allocate(4);
        try {
            new Uint8Array(lib.memory.buffer).set(input, from);
            new DataView(lib.memory.buffer).setUint32(length, room, true);
            const result = work(lib, to, length, from);
            if (result !== OK)
                return result;
            // The memory may have grown, which makes a new buffer of it.
            const made = new DataView(lib.memory.buffer).getUint32(length, true);
            return Buffer.from(new Uint8Array(lib.memory.buffer, to, made));
        }
        finally {
            for (const pointer of [from, to, length])
                lib.free(pointer);
        }
    }
    #allocate(bytes) {
        const pointer = this.#lib.malloc(Math.max(bytes, 1));
        if (pointer === 0)
            throw new Error(`libbzip2 cannot have ${bytes} bytes of memory`);
        return pointer;
    }
}
/** The streams that stand one behind the other; what is no bzip2 is one that cannot be read. */
function* streamsIn(bytes) {
    let start = 0;
    for (let at = bytes.indexOf(FIRST_BLOCK); at >= 0; at = bytes.indexOf(FIRST_BLOCK, at + 1)) {
        const next = at - 4;
        if (next <= start || !HEADER.test(bytes.toString('latin1', next, at)))
            continue;
        yield bytes.subarray(start, next);
        start = next;
    }
    yield bytes.subarray(start);
}

;// CONCATENATED MODULE: ./lib/state/checkpoint/payload.js




/** A state that cannot be read; `message` says why, as the end of a sentence. */
class UnreadableState extends Error {
}
const SERDE = 'base85-bz2-json';
/** Urns as the peer writes them between the brackets of its list: `"urn:li:…", "urn:li:…"`. */
const urnsText = (urns) => urns.map(python_json/* pythonJson */.b).join(', ');
/**
 * Encodes a list of urns as the peer does (state/checkpoint.py): bzip2 of Python's JSON, in base 85. `list`: what stands
 * between the brackets, as urnsText makes it, in pieces.
 */
async function encodeUrns(list) {
    const bzip2 = await Bzip2.load();
    return { formatVersion: '1.0', serde: SERDE, payload: (0,base85/* encodeBase85 */.$)(bzip2.compress(inBrackets(list))) };
}
/**
 * Makes the encoding of a long list twice as fast: V8 compiles WebAssembly well only once it has run, and does so beside
 * the run, which would wait for the list at its end. More than libbzip2 sorts in its way for short texts (10,000 bytes).
 */
async function warmUpEncoding() {
    const urns = Array.from({ length: 150 }, (_, index) => (0,urn/* datasetUrn */.Yc)({ ...SAMPLE, name: `database.table_${index}` }));
    await encodeUrns([Buffer.from(urnsText(urns))]);
}
const SAMPLE = { platform: 'glue', platformInstance: null, env: 'PROD' };
const HEAD = Buffer.from('{"urns": [');
const TAIL = Buffer.from(']}');
function* inBrackets(list) {
    yield HEAD;
    yield* list;
    yield TAIL;
}
/**
 * The urns of a state, each once, in their order.
 * @throws UnreadableState when it is none that the peer would read.
 */
async function decodeUrns({ serde, payload }) {
    return urnsIn(parsed(await textOf(serde, payload)));
}
async function textOf(serde, payload) {
    switch (serde) {
        case 'utf-8':
            return payload;
        case SERDE: {
            const packed = (0,base85/* decodeBase85 */.H)(payload);
            const text = packed === null ? null : (await Bzip2.load()).decompress(packed);
            if (text === null)
                throw new UnreadableState('its payload is damaged');
            return text.toString();
        }
        case 'base85':
            throw new UnreadableState('it is in the form base85 of DataHub before 0.10, which nothing reads any more');
        default:
            throw new UnreadableState(`it is in the form ${JSON.stringify(serde)}, which is not known`);
    }
}
function parsed(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new UnreadableState('its payload is no JSON');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new UnreadableState('its payload is no object');
    }
    return value;
}
const datasetOf = (encoded) => {
    const [platform = '', name = '', env = ''] = encoded.split('||');
    return platform.startsWith('urn:li:')
        ? `urn:li:dataset:(${(0,urn/* platformUrn */.ty)(platform.slice('urn:li:dataPlatform:'.length))},${name},${env})`
        : (0,urn/* datasetUrn */.Yc)({ platform, platformInstance: null, name, env });
};
/** What older releases called their lists, and how they wrote urns in them (state/entity_removal_state.py). */
const OLD_LISTS = {
    encoded_table_urns: datasetOf,
    encoded_view_urns: datasetOf,
    encoded_container_urns: (guid) => `urn:li:container:${guid}`,
    encoded_assertion_urns: (guid) => `urn:li:assertion:${guid}`,
    encoded_topic_urns: datasetOf,
    encoded_node_urns: datasetOf
};
function urnsIn(state) {
    const urns = new Set();
    for (const [name, list] of Object.entries(state)) {
        const urnOf = name === 'urns' ? (urn) => urn : OLD_LISTS[name];
        if (urnOf === undefined)
            throw new UnreadableState(`it holds ${JSON.stringify(name)}, which is not known`);
        if (!isTexts(list))
            throw new UnreadableState(`its ${name} is no list of texts`);
        for (const one of list)
            urns.add(urnOf(one));
    }
    return [...urns];
}
const isTexts = (value) => Array.isArray(value) && value.every((one) => typeof one === 'string');


/***/ }),

/***/ 898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ ledgerAspect),
/* harmony export */   Q5: () => (/* binding */ LEDGER_JOB),
/* harmony export */   SC: () => (/* binding */ readLedger),
/* harmony export */   SK: () => (/* binding */ isLedger),
/* harmony export */   e7: () => (/* binding */ begunAspect)
/* harmony export */ });
/* harmony import */ var _core_base85_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2665);
/* harmony import */ var _datahub_hash_set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7638);


const SERDE = 'base85-u64';
/** The name of the checkpoint. */
const LEDGER_JOB = 'glue_fingerprints';
/** A ledger as a checkpoint's aspect: eight bytes for each entity. */
function ledgerAspect({ fingerprints, basis, runs, stateOf, ...about }) {
    return aspectOf(about, { basis, runs, stateOf }, (0,_core_base85_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeBase85 */ .$)(fingerprints.toBytes()));
}
/**
 * Says that a run has begun to write: should it never come to its end, nobody knows what was acknowledged last, and the
 * next run sends everything.
 */
const begunAspect = (about) => aspectOf(about, { begun: true }, '');
function aspectOf({ pipelineName, runId, now }, config, payload) {
    return {
        timestampMillis: now,
        partitionSpec: { partition: 'FULL_TABLE_SNAPSHOT', type: 'FULL_TABLE' },
        pipelineName,
        platformInstanceId: '',
        config: JSON.stringify(config),
        state: { formatVersion: '1.0', serde: SERDE, payload },
        runId
    };
}
/** Reads such an aspect; null when it is no ledger, or that of a run which never ended. */
function readLedger(aspect) {
    if (!isObject(aspect) || !isObject(aspect.state) || typeof aspect.config !== 'string')
        return null;
    const { serde, payload } = aspect.state;
    const { basis, runs, stateOf } = membersOf(aspect.config);
    if (serde !== SERDE || typeof payload !== 'string' || typeof basis !== 'string' || typeof runs !== 'number')
        return null;
    const bytes = (0,_core_base85_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBase85 */ .H)(payload);
    return bytes === null || bytes.length % _datahub_hash_set_js__WEBPACK_IMPORTED_MODULE_1__/* .HASH_BYTES */ .F > 0
        ? null
        : { fingerprints: _datahub_hash_set_js__WEBPACK_IMPORTED_MODULE_1__/* .HashSet */ .b.ofBytes(bytes), basis, runs, stateOf: textOrNull(stateOf) };
}
/** Whether there is such an aspect of a run that has ended, whatever it holds. */
const isLedger = (aspect) => isObject(aspect) && typeof aspect.config === 'string' && membersOf(aspect.config).begun !== true;
const textOrNull = (value) => (typeof value === 'string' ? value : null);
function membersOf(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : {};
    }
    catch {
        return {};
    }
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ })

};
