export const id = 127;
export const ids = [127];
export const modules = {

/***/ 3855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ askGms),
/* harmony export */   c: () => (/* binding */ askRuns)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3252);
/* harmony import */ var _datahub_connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5215);
/* harmony import */ var _datahub_gms_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2577);
/* harmony import */ var _datahub_gms_config_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6013);
/* harmony import */ var _datahub_gms_probe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8929);
/* harmony import */ var _datahub_gms_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4924);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7918);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4742);









/**
 * Finds the DataHub that is meant, and lets `work` ask it.
 * @throws AppError (input) when none is named, (cannot-begin) when it cannot be reached.
 */
async function askGms(command, inputs, deps, work) {
    const env = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .recipeEnvironment */ .gl)(inputs, deps.env, deps.cwd);
    const { recipe, server } = await (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .serverOf */ .F)(command, inputs, { ...deps, env });
    const { cwd, clock, signal, onEvent } = deps;
    const { client, close } = await (0,_datahub_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connectGms */ .I)(server, server.maxThreads, { env, cwd, clock, signal, mask: deps.mask });
    try {
        await (0,_datahub_gms_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .probeGms */ .q)(client, server.server, onEvent);
        const shown = (0,_datahub_gms_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .shownServer */ .H)(server.server);
        return await work({
            recipe,
            client,
            reader: new _datahub_gms_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .GmsReader */ .z(client, { server: shown, clock, emit: onEvent }),
            server: shown
        });
    }
    finally {
        close();
    }
}
/**
 * Asks GMS about runs; gives the `value` of its answer.
 * @throws AppError (cannot-begin) with what GMS says.
 */
async function askRuns({ client, server }, action, body) {
    try {
        const answer = await client.runs(action, body, () => { });
        const value = answer.status === 200 ? (0,_datahub_gms_config_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(answer.text)?.value : undefined;
        if (value === undefined)
            throw refused(server, (0,_datahub_gms_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(answer));
        return value;
    }
    catch (error) {
        if (error instanceof _core_http_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr)
            throw refused(server, error.message);
        throw error;
    }
}
const refused = (server, why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`DataHub at ${server} does not tell of its runs: ${why}`, {
    kind: 'cannot-begin',
    code: 'gms-runs',
    cure: 'check that the token may manage ingestion, and that GMS is well'
});


/***/ }),

/***/ 8127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listRuns: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var _report_history_aspects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1576);
/* harmony import */ var _ask_gms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3855);


/** The newest runs, with what the ingestion tab says of them (the peer's `datahub ingest list-runs`). */
function listRuns(request, deps) {
    return (0,_ask_gms_js__WEBPACK_IMPORTED_MODULE_1__/* .askGms */ .b)('runs', request, deps, async (gms) => {
        const value = await (0,_ask_gms_js__WEBPACK_IMPORTED_MODULE_1__/* .askRuns */ .c)(gms, 'list', { pageOffset: 0, pageSize: request.limit, includeSoft: false });
        const rows = await Promise.all((Array.isArray(value) ? value : []).filter(isObject).map((row) => rowOf(row, gms)));
        const { recipe } = gms;
        const own = (0,_report_history_aspects_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceUrn */ .HS)({ pipelineName: recipe.pipelineName, platformInstance: recipe.source.platformInstance });
        const runs = rows.filter(({ of }) => request.recipe === null || of === own).map(({ row }) => row);
        return { server: gms.server, runs };
    });
}
/** A run, and the urn of the source that it belongs to. */
async function rowOf({ runId, rows, timestamp }, { reader }) {
    const id = typeof runId === 'string' ? runId : '';
    const request = (0,_report_history_aspects_js__WEBPACK_IMPORTED_MODULE_0__/* .requestUrn */ .TH)(id);
    const [input, result] = await Promise.all([
        reader.aspect(request, 'dataHubExecutionRequestInput'),
        reader.aspect(request, 'dataHubExecutionRequestResult')
    ]);
    const asked = isObject(input?.source) ? input.source.ingestionSource : undefined;
    const of = typeof asked === 'string' ? asked : null;
    const info = of === null ? null : await reader.aspect(of, 'dataHubIngestionSourceInfo');
    const ended = typeof result?.status === 'string' ? result.status : null;
    const row = {
        runId: id,
        aspects: typeof rows === 'number' ? rows : 0,
        at: new Date(typeof timestamp === 'number' ? timestamp : 0).toISOString(),
        status: ended ?? (input === null ? null : 'RUNNING'),
        source: typeof info?.name === 'string' ? info.name : of
    };
    return { row, of };
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 4742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ targetOf),
/* harmony export */   F: () => (/* binding */ serverOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _recipe_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3785);
/* harmony import */ var _load_recipe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4034);



/**
 * The recipe whose sink is meant; without one, a recipe that says nothing but the server that the inputs name.
 * @throws AppError (input) that says what is wrong with it.
 */
async function targetOf(command, inputs, { env, cwd, mask }) {
    const { recipe: file } = inputs;
    const parsed = file === null
        ? (0,_recipe_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecipe */ .C)({ file: 'sink.yml', text: NO_RECIPE, env, mode: 'ingest', defaults: defaultsOf(inputs) })
        : (await (0,_load_recipe_js__WEBPACK_IMPORTED_MODULE_2__/* .recipeReader */ ._s)(file, { env, cwd, inputs, mode: 'ingest' }))(new Map());
    if (parsed.ok && parsed.value.references.length === 0) {
        for (const secret of parsed.value.secrets)
            mask(secret);
        return parsed.value.recipe;
    }
    if (file === null) {
        const cure = 'Set gms-url (GMS_URL or DATAHUB_GMS_URL), and gms-token (DATAHUB_GMS_TOKEN) where GMS asks for one';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u('No server is given to send to', { kind: 'input', code: 'no-gms', cure });
    }
    const [first] = parsed.ok ? [] : parsed.error;
    const message = first === undefined ? `${file} refers to values in AWS, which ${command} does not read` : first.message;
    const place = first === undefined ? file : `${file}:${first.line}:${first.column}`;
    const cure = `'datahub-glue validate ${file}' tells all that is wrong`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`The sink cannot be taken from ${place}: ${message}`, { kind: 'input', code: 'bad-recipe', cure });
}
/** The same for what can be asked of a server only. @throws AppError (input) as above, or when the sink is none. */
async function serverOf(command, inputs, deps) {
    const recipe = await targetOf(command, inputs, deps);
    if (recipe.sink.type === 'datahub-rest')
        return { recipe, server: recipe.sink };
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`${command} asks DataHub, and the sink of ${inputs.recipe ?? 'the recipe'} is none`, {
        kind: 'input',
        code: 'needs-datahub',
        cure: 'give a recipe with the sink datahub-rest, or leave -c out and set GMS_URL'
    });
}
/** A recipe that says nothing of its sink. */
const NO_RECIPE = 'source: { type: glue, config: { aws_region: us-east-1 } }';
const defaultsOf = ({ gmsUrl, gmsToken }) => ({ gmsUrl, gmsToken: gmsToken?.reveal() ?? null });


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


/***/ })

};
