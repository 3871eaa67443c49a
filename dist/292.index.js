export const id = 292;
export const ids = [292];
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

/***/ 1574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ guidOf),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _python_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);


/** The peer's datahub_guid (mce_builder.py): md5 of Python's compact JSON with sorted keys. `key` is flat. */
function guidOf(key) {
    const sorted = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1));
    const members = sorted.map(([name, value]) => `${(0,_python_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pythonJsonText */ .k)(name)}:${(0,_python_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pythonJsonText */ .k)(value)}`);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('md5', `{${members.join(',')}}`);
}
/** The peer's generate_hash (sql_parsing/sql_parsing_common.py, sqlglot_utils.py): SHA-256 in hexadecimal. */
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', text);


/***/ }),

/***/ 7638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ HashSet)
/* harmony export */ });
const INITIAL_SLOTS = 1024;
const FULL = 0.6;
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
    /** All of them, in no order. */
    *entries() {
        for (let i = 0; i < this.#hashes.length; i += 2) {
            const [high = 0, low = 0] = [this.#hashes[i], this.#hashes[i + 1]];
            if (high !== 0 || low !== 0)
                yield [high, low];
        }
    }
    #insert(high, low) {
        const slot = this.#slotOf(high, low);
        this.#hashes[slot] = high;
        this.#hashes[slot + 1] = low;
    }
    /** The place of this hash: where it stands, or the free one where it would. A free one holds zeros. */
    #slotOf(high, low) {
        const slots = this.#hashes.length / 2;
        let slot = (low >>> 1) % slots;
        for (;;) {
            const [a, b] = [this.#hashes[slot * 2], this.#hashes[slot * 2 + 1]];
            if ((a === high && b === low) || (a === 0 && b === 0))
                return slot * 2;
            slot = (slot + 1) % slots;
        }
    }
    #grow() {
        const old = this.#hashes;
        this.#hashes = new Uint32Array(old.length * 2);
        for (let i = 0; i < old.length; i += 2) {
            const [high = 0, low = 0] = [old[i], old[i + 1]];
            if (high !== 0 || low !== 0)
                this.#insert(high, low);
        }
    }
}


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

/***/ 1576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ sourceInfo),
/* harmony export */   HS: () => (/* binding */ sourceUrn),
/* harmony export */   TH: () => (/* binding */ requestUrn),
/* harmony export */   XO: () => (/* binding */ requestResult),
/* harmony export */   ks: () => (/* binding */ isRequest),
/* harmony export */   uD: () => (/* binding */ requestInput)
/* harmony export */ });
/* harmony import */ var _datahub_guid_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1574);
/* harmony import */ var _datahub_urn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8568);
/* harmony import */ var _model_tool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1207);



/** Who ran it, as DataHub's user interface knows the CLI's runs. */
const EXECUTOR = '__datahub_cli_';
const VERSION = `${_model_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .TOOL */ .j.name} ${_model_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .TOOL */ .j.version}`;
/** Characters of a report's text. With the structured report beside it, GMS has to take the aspect in one request. */
const MOST_TEXT = 800_000;
/** The ingestion source that runs of a recipe belong to, whichever program runs it. */
const sourceUrn = (key) => `urn:li:dataHubIngestionSource:cli-${(0,_datahub_guid_js__WEBPACK_IMPORTED_MODULE_0__/* .guidOf */ .d)(keyOf(key))}`;
/** One run. A run id that is such a urn names the request of somebody who has asked for the run. */
const requestUrn = (runId) => (isRequest(runId) ? runId : `${REQUEST}${runId}`);
const REQUEST = 'urn:li:dataHubExecutionRequest:';
/** Whether somebody else keeps the source and the request of the run. */
const isRequest = (runId) => runId.startsWith(REQUEST);
/** `dataHubIngestionSourceInfo`. `recipe`: JSON, or empty when it is not to be shown. */
const sourceInfo = (key, recipe) => ({
    name: nameOf(key),
    type: 'glue',
    platform: (0,_datahub_urn_js__WEBPACK_IMPORTED_MODULE_2__/* .platformUrn */ .ty)('glue'),
    config: { recipe, version: VERSION, executorId: EXECUTOR }
});
/** `dataHubExecutionRequestInput`. `now`: milliseconds since the epoch. */
const requestInput = (key, recipe, now) => ({
    task: 'CLI Ingestion',
    args: { recipe, version: VERSION },
    executorId: EXECUTOR,
    requestedAt: now,
    source: { type: 'CLI_INGESTION_SOURCE', ingestionSource: sourceUrn(key) }
});
/** `dataHubExecutionRequestResult`. `text`: for people; its end is kept where it is long. */
const requestResult = (run, structured, text) => ({
    status: STATUS[run.status],
    startTimeMs: Date.parse(run.startedAt),
    durationMs: Math.round(run.durationSeconds * 1000),
    report: text.slice(-MOST_TEXT),
    structuredReport: {
        type: 'CLI_INGEST',
        serializedValue: JSON.stringify(structured, null, 2),
        contentType: 'application/json'
    }
});
const STATUS = { success: 'SUCCESS', failure: 'FAILURE', cancelled: 'CANCELLED' };
const keyOf = ({ pipelineName, platformInstance }) => ({
    type: 'glue',
    ...(pipelineName === null || pipelineName === '' ? {} : { pipeline_name: pipelineName }),
    ...(platformInstance === null ? {} : { platform_instance: platformInstance })
});
function nameOf({ pipelineName, platformInstance }) {
    const instance = platformInstance === null ? '' : ` (${platformInstance})`;
    const pipeline = pipelineName === null || pipelineName === '' ? '' : ` [${pipelineName}]`;
    return `[CLI] glue${instance}${pipeline}`;
}


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
  kc: () => (/* binding */ urnsText)
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
/** Loads the library. */
async function loadLibrary() {
    const packed = await readLibrary();
    const memory = { lib: null };
    const { instance } = await WebAssembly.instantiate(await unpack(packed), importsFor(memory));
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
/** Compresses and decompresses bzip2, which Node cannot do and the peer's checkpoints are written in (ADR 0013). */
class Bzip2 {
    #lib;
    constructor(lib) {
        this.#lib = lib;
    }
    static async load() {
        return new Bzip2(await loadLibrary());
    }
    /** @throws Error when there is not enough memory. */
    compress(bytes) {
        // What cannot be compressed grows by at most this (bzlib's manual, BZ2_bzBuffToBuffCompress).
        const room = bytes.length + Math.ceil(bytes.length / 100) + 600;
        const made = this.#call(bytes, room, (lib, to, length, from) => lib.BZ2_bzBuffToBuffCompress(to, length, from, bytes.length, BLOCK_SIZE, 0, 0));
        if (typeof made === 'number')
            throw new Error(`libbzip2 cannot compress: error ${made}`);
        return made;
    }
    /** null: these bytes are no bzip2, or make more than any state has. */
    decompress(bytes) {
        for (let room = Math.max(bytes.length * 16, PAGE_BYTES); room <= MOST_BYTES; room *= 4) {
            const made = this.#call(bytes, room, (lib, to, length, from) => lib.BZ2_bzBuffToBuffDecompress(to, length, from, bytes.length, 0, 0));
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

;// CONCATENATED MODULE: ./lib/state/checkpoint/payload.js




/** A state that cannot be read; `message` says why, as the end of a sentence. */
class UnreadableState extends Error {
}
const SERDE = 'base85-bz2-json';
/** Urns as the peer writes them between the brackets of its list: `"urn:li:…", "urn:li:…"`. */
const urnsText = (urns) => urns.map(python_json/* pythonJson */.b).join(', ');
/**
 * Encodes a list of urns exactly as the peer does (state/checkpoint.py): bzip2 of Python's JSON, in base 85. `list`: what
 * stands between the brackets, as urnsText makes it.
 */
async function encodeUrns(list) {
    const text = Buffer.concat([Buffer.from('{"urns": ['), list, Buffer.from(']}')]);
    const bzip2 = await Bzip2.load();
    return { formatVersion: '1.0', serde: SERDE, payload: (0,base85/* encodeBase85 */.$)(bzip2.compress(text)) };
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
/* harmony export */   e7: () => (/* binding */ begunAspect)
/* harmony export */ });
/* harmony import */ var _core_base85_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2665);
/* harmony import */ var _datahub_hash_set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7638);


const SERDE = 'base85-u64';
const BYTES = 8;
/** The name of the checkpoint. */
const LEDGER_JOB = 'glue_fingerprints';
/** A ledger as a checkpoint's aspect: eight bytes for each entity. */
function ledgerAspect({ fingerprints, basis, runs, ...about }) {
    const bytes = Buffer.alloc(fingerprints.size * BYTES);
    let at = 0;
    for (const [high, low] of fingerprints.entries()) {
        bytes.writeUInt32LE(high, at);
        bytes.writeUInt32LE(low, at + 4);
        at += BYTES;
    }
    return aspectOf(about, { basis, runs }, (0,_core_base85_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeBase85 */ .$)(bytes));
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
    const { basis, runs } = membersOf(aspect.config);
    if (serde !== SERDE || typeof payload !== 'string' || typeof basis !== 'string' || typeof runs !== 'number')
        return null;
    const bytes = (0,_core_base85_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBase85 */ .H)(payload);
    return bytes === null || bytes.length % BYTES > 0 ? null : { fingerprints: setOf(bytes), basis, runs };
}
function setOf(bytes) {
    const set = new _datahub_hash_set_js__WEBPACK_IMPORTED_MODULE_1__/* .HashSet */ .b();
    for (let at = 0; at < bytes.length; at += BYTES)
        set.add(bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4));
    return set;
}
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
