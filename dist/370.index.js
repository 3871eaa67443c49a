export const id = 370;
export const ids = [370];
export const modules = {

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

/***/ 4683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ contentTypeOf)
/* harmony export */ });
/** The content type of a proposal's aspect: GMS tells a patch from an aspect by it. */
const contentTypeOf = ({ changeType }) => changeType === 'PATCH' ? 'application/json-patch+json' : 'application/json';


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

/***/ 8370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveWrites: () => (/* binding */ serveWrites)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5919);
/* harmony import */ var _core_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9651);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _datahub_connect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5215);
/* harmony import */ var _flat_units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8429);
/* harmony import */ var _writer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5497);






/** Writes what WriterThread asks for, in the thread that this runs in. */
function serveWrites({ options, stamp, env, cwd }) {
    const tell = (told) => node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(told);
    const cancelling = new AbortController();
    const deps = { env, cwd, clock: _core_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m, signal: cancelling.signal, mask: (mask) => tell({ mask }) };
    const writer = (0,_datahub_connect_js__WEBPACK_IMPORTED_MODULE_3__/* .connectGms */ .I)(options, options.maxThreads, deps).then(({ client }) => (0,_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .writerHere */ .u)({ client, wire: (0,_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .wireOf */ .b)(options), stamp, clock: _core_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m }));
    // Who asks is told.
    writer.catch(() => { });
    node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.on('message', (asked) => {
        if (asked === 'cancel')
            cancelling.abort();
        else
            void answer(asked, writer, tell);
    });
}
async function answer({ id, units, asynchronous, retryFaults }, writer, tell) {
    try {
        const request = { units: (0,_flat_units_js__WEBPACK_IMPORTED_MODULE_5__/* .unflattened */ .p)(units), asynchronous, retryFaults };
        const answered = await (await writer).write(request, (event) => tell({ id, event }));
        tell({ id, answer: answered });
    }
    catch (error) {
        tell({ id, failed: failureOf(error) });
    }
}
function failureOf(error) {
    const known = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AppError */ .u ? { kind: error.kind, code: error.code, cure: error.cure ?? null } : null;
    return { message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error), known };
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
