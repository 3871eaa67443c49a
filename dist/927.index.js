export const id = 927;
export const ids = [927];
export const modules = {

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unlessAborted),
/* harmony export */   p: () => (/* binding */ withGrace)
/* harmony export */ });
/** How long what has been read may still be delivered after a run was cancelled. GitHub kills the process after 10 s. */
const GRACE_MS = 5_000;
/** Does `work` with a signal that follows `signal` after a moment of grace. */
async function withGrace(signal, clock, work) {
    const late = new AbortController();
    const done = new AbortController();
    const follow = () => {
        clock.sleep(GRACE_MS, done.signal).then(() => late.abort(), () => undefined);
    };
    if (signal.aborted)
        follow();
    else
        signal.addEventListener('abort', follow, { once: true });
    try {
        return await work(late.signal);
    }
    finally {
        signal.removeEventListener('abort', follow);
        done.abort();
    }
}
/**
 * Waits for `work` and not beyond `signal`; what it gives after that is handed to `tooLate`, to be put away.
 * @throws the signal's reason; whatever `work` throws.
 */
async function unlessAborted(work, signal, tooLate) {
    const done = new AbortController();
    const aborted = new Promise((_resolve, reject) => {
        const leave = () => {
            reject(signal.reason);
            work.then(tooLate, () => undefined);
        };
        if (signal.aborted)
            leave();
        else
            signal.addEventListener('abort', leave, { once: true, signal: done.signal });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        done.abort();
    }
}


/***/ }),

/***/ 5144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ keepLosses),
/* harmony export */   g: () => (/* binding */ letterFileOf)
/* harmony export */ });
/** The file of what a recipe's run has lost, by the recipe's place in the invocation; the design's name for the first. */
const letterFileOf = (index) => `dead-letters${index === 0 ? '' : `-${index + 1}`}.json`;
/**
 * Brings a delivery to its end and keeps what it lost, however it ends. `kept` is told before anything is thrown.
 * @throws whatever the delivery throws.
 */
async function keepLosses(delivery, letters, kept, replaces = true) {
    let isWhole = false;
    try {
        for await (const outcomes of delivery)
            await letters?.add(outcomes);
        isWhole = true;
    }
    finally {
        // What an earlier run lost is written again by a run that comes to its end.
        if (letters !== null)
            kept(await letters.end(replaces && isWhole));
    }
}


/***/ }),

/***/ 4426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeRunId)
/* harmony export */ });
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const SUFFIX_LENGTH = 6;
/** `glue-2026_11_23-04_17_09-x7k2pq`: the peer's form of a run id (pipeline_config.py), in UTC, with the source's type. */
function makeRunId(clock, source = 'glue') {
    const iso = new Date(clock.now()).toISOString();
    const time = iso
        .slice(0, 19)
        .replace('T', '-')
        .replaceAll(':', '_')
        .replace(/^(\d+)-(\d+)-(\d+)/, '$1_$2_$3');
    const suffix = Array.from({ length: SUFFIX_LENGTH }, () => ALPHABET[Math.floor(clock.random() * ALPHABET.length)]);
    return `${source}-${time}-${suffix.join('')}`;
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

/***/ 8102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ agentsFor)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);
/* harmony import */ var http_proxy_agent__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8947);
/* harmony import */ var https_proxy_agent__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1566);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3828);
/* harmony import */ var _http_proxy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8018);








const DEFAULT_MAX_SOCKETS = 50;
/**
 * Agents that keep connections alive and know proxies and certificates, for requests to the host of `url`.
 * @throws AppError of kind `input` when the proxy or a certificate cannot be used.
 */
function agentsFor(url, options) {
    const proxy = options.proxy ?? (0,_http_proxy_js__WEBPACK_IMPORTED_MODULE_7__/* .proxyFor */ .i)(url, options.env);
    const pool = { keepAlive: true, maxSockets: options.maxSockets ?? DEFAULT_MAX_SOCKETS };
    const secure = tlsOptions(options);
    if (proxy === null)
        return { httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_1__.Agent(pool), httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent({ ...pool, ...secure }) };
    return { httpAgent: new ForwardAgent(proxy, pool), httpsAgent: new TunnelAgent(proxy, pool, secure) };
}
/** Ends its connection attempts when it is destroyed; the package leaves those that hang open, and the process with them. */
class ForwardAgent extends http_proxy_agent__WEBPACK_IMPORTED_MODULE_4__/* .HttpProxyAgent */ .s {
    #closing;
    constructor(proxy, pool) {
        const closing = new AbortController();
        super(proxy, { ...pool, signal: closing.signal });
        this.#closing = closing;
    }
    destroy() {
        this.#closing.abort();
        super.destroy();
    }
}
/** A tunnel through the proxy, in which the certificates are for the server: the package uses them for the proxy alone. */
class TunnelAgent extends https_proxy_agent__WEBPACK_IMPORTED_MODULE_5__/* .HttpsProxyAgent */ .b {
    #closing;
    constructor(proxy, pool, secure) {
        const closing = new AbortController();
        super(proxy, { ...pool, ...secure, signal: closing.signal });
        Object.assign(this.options, secure);
        this.#closing = closing;
    }
    destroy() {
        this.#closing.abort();
        super.destroy();
    }
}
function tlsOptions({ ca, cert, key, rejectUnauthorized }) {
    const given = {
        ...(ca === undefined ? {} : { ca: [...usualAuthorities(), ...authoritiesIn(ca)] }),
        ...(cert === undefined ? {} : { cert }),
        ...(key === undefined ? {} : { key })
    };
    return {
        // Made once: Node would read all authorities anew for each connection.
        ...(Object.keys(given).length === 0 ? {} : { secureContext: contextOf(given) }),
        ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized })
    };
}
/** What Node trusts by itself: NODE_EXTRA_CA_CERTS is among them only where Node can tell (from 22.15). */
const usualAuthorities = () => node_tls__WEBPACK_IMPORTED_MODULE_3__.getCACertificates?.('default') ?? node_tls__WEBPACK_IMPORTED_MODULE_3__.rootCertificates;
const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
/** The certificates of a PEM file. Node would pass over what is none, and then trust nothing more than before. */
function authoritiesIn(pem) {
    const found = (pem.match(CERTIFICATE) ?? []).filter(isCertificate);
    if (found.length === 0)
        throw unusable('the file of authorities holds no certificate');
    return found;
}
function isCertificate(pem) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem).subject !== undefined;
    }
    catch {
        return false;
    }
}
function contextOf(given) {
    try {
        return node_tls__WEBPACK_IMPORTED_MODULE_3__.createSecureContext(given);
    }
    catch (error) {
        throw unusable((0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .b)(error));
    }
}
const unusable = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .AppError */ .u(`The certificates for TLS cannot be used: ${why}`, {
    kind: 'input',
    code: 'certificate-invalid',
    cure: 'give each as a PEM file (-----BEGIN CERTIFICATE-----), the key without a passphrase and matching its certificate'
});


/***/ }),

/***/ 3252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Dr: () => (/* binding */ NetworkError),
/* harmony export */   x6: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

/** A request that got no answer. Its message names the reason and never a header or a body. */
class NetworkError extends Error {
    reason;
    constructor(reason, message, cause) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'NetworkError';
        this.reason = reason;
    }
}
const UNKNOWN_AUTHORITY = ['untrusted-certificate', 'its certificate is signed by an unknown authority'];
const REFUSED_CERTIFICATE = [
    'client-certificate',
    'it does not accept the client certificate, or asks for one'
];
/** Node's and OpenSSL's codes (https://nodejs.org/api/errors.html, https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const MEANINGS = {
    ECONNREFUSED: ['refused', 'the connection was refused'],
    ECONNRESET: ['reset', 'the connection was reset'],
    EPIPE: ['reset', 'the connection was closed'],
    ECONNABORTED: ['reset', 'the connection was aborted'],
    ETIMEDOUT: ['timeout', 'connecting took too long'],
    ENOTFOUND: ['unknown-host', 'the host name is not known'],
    EAI_AGAIN: ['unknown-host', 'the host name could not be looked up'],
    EHOSTUNREACH: ['unreachable', 'there is no route to the host'],
    ENETUNREACH: ['unreachable', 'there is no route to the network'],
    EADDRNOTAVAIL: ['unreachable', 'there is no address to connect from'],
    SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
    DEPTH_ZERO_SELF_SIGNED_CERT: ['untrusted-certificate', 'its certificate is self-signed'],
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
    CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
    CERT_SIGNATURE_FAILURE: UNKNOWN_AUTHORITY,
    INVALID_CA: UNKNOWN_AUTHORITY,
    CERT_HAS_EXPIRED: ['expired-certificate', 'its certificate has expired'],
    CERT_NOT_YET_VALID: ['expired-certificate', 'its certificate is not valid yet'],
    ERR_TLS_CERT_ALTNAME_INVALID: ['wrong-host-certificate', 'its certificate is for another host'],
    HOSTNAME_MISMATCH: ['wrong-host-certificate', 'its certificate is for another host'],
    EPROTO: ['tls', 'it does not speak TLS as expected']
};
/** Families of codes, by how they begin; OpenSSL names the alert that the server sent. */
const FAMILIES = [
    [/^ERR_SSL_.*CERTIFICATE/, REFUSED_CERTIFICATE],
    [/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST)/, ['tls', 'it does not speak TLS on this port']],
    [/^ERR_SSL_/, ['tls', 'it and this program have no TLS version or cipher in common']],
    [/^ERR_TLS_/, ['tls', 'the TLS connection failed']],
    [/^HPE_/, ['not-http', 'what answers does not speak HTTP on this port']],
    [/^Z_/, ['other', 'the answer is not compressed as it says']]
];
/** Says in words what Node's error about a request means. */
function networkError(error) {
    if (error instanceof NetworkError)
        return error;
    const code = codeOf(error);
    const known = MEANINGS[code] ?? FAMILIES.find(([begin]) => begin.test(code))?.[1];
    if (known !== undefined)
        return new NetworkError(known[0], known[1], error);
    const message = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error);
    // Without a code it comes from the connection to a proxy, which broke off while the tunnel was made.
    if (/\bproxy\b/i.test(message))
        return new NetworkError('proxy', `the proxy failed: ${message}`, error);
    return new NetworkError('other', code === '' ? message : `${message} (${code})`, error);
}
/** Node's error code, or ''; of several errors (one an address tried) the first one's. */
function codeOf(error) {
    if (typeof error !== 'object' || error === null)
        return '';
    if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
        return codeOf(error.errors[0]);
    return 'code' in error && typeof error.code === 'string' ? error.code : '';
}


/***/ }),

/***/ 8018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);


/**
 * The proxy that the environment names for `url`, or null: HTTPS_PROXY or HTTP_PROXY by the url's scheme, then ALL_PROXY,
 * unless NO_PROXY names its host. Lower-case names win, as with curl.
 * @throws AppError of kind `input` when the variable holds no proxy that we can speak to.
 */
function proxyFor(url, env) {
    if (isExempt(url, variable(env, 'no_proxy').value))
        return null;
    const scheme = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const { name, value } = [variable(env, scheme), variable(env, 'all_proxy')].find((found) => found.value !== '') ?? NONE;
    return value === '' ? null : parseProxy(name, value);
}
const NONE = { name: '', value: '' };
/** A variable under its lower-case name or else its upper-case one; one that is set and empty hides the other. */
function variable(env, lower) {
    const name = env[lower] === undefined ? lower.toUpperCase() : lower;
    return { name, value: (env[name] ?? '').trim() };
}
function parseProxy(name, value) {
    const text = value.includes('://') ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && url.hostname !== '' && /^https?:$/.test(url.protocol))
        return url;
    // The value may hold a password.
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AppError */ .u(`${name} is not the address of an http or https proxy`, {
        kind: 'input',
        code: 'proxy-invalid',
        cure: `write ${name} as http://host:port, or http://user:password@host:port`
    });
}
/**
 * Whether a NO_PROXY list names the host: `*`, `host` and `.host` (each with everything below it), `*.host`, `host:port`,
 * an address, or a CIDR block. The forms that curl, Go and Python's requests know.
 */
function isExempt(url, list) {
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const entries = list.toLowerCase().split(/[\s,]+/);
    return entries.some((entry) => entry !== '' && matches(entry, host, port));
}
function matches(entry, host, port) {
    if (entry === '*')
        return true;
    if (entry.includes('/'))
        return inBlock(entry, host);
    const parts = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry);
    if (parts !== null && parts[2] !== port)
        return false;
    const name = (parts?.[1] ?? entry).replace(/^\[|\]$/g, '');
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) !== 0)
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) && inBlock(`${name}/${(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) === 4 ? 32 : 128}`, host);
    const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
    return domain !== '' && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 && (host === domain || host.endsWith(`.${domain}`));
}
/** Whether an address lies in a CIDR block such as `10.0.0.0/8` or `fd00::/8`. */
function inBlock(block, host) {
    const [base = '', bits = ''] = block.split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(base);
    const width = /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (family === 0 || family !== (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) || width < 0 || width > (family === 4 ? 32 : 128))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    const name = family === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(base, width, name);
    return list.check(host, name);
}


/***/ }),

/***/ 2151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ HttpClient)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8522);
/* harmony import */ var _http_agents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8102);
/* harmony import */ var _http_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3252);
/* harmony import */ var _http_proxy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8018);







const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const CONNECTED = 200;
const PROXY_LOGIN = 407;
/**
 * The one HTTP client, for one server. It never follows a redirect (a POST that turns into a GET loses its body and
 * looks like a success), never retries (core/retry.ts decides that), and never logs.
 */
class HttpClient {
    #agents;
    #proxy;
    /** @throws AppError of kind `input` when the proxy or a certificate cannot be used. */
    constructor(server, options) {
        this.#agents = (0,_http_agents_js__WEBPACK_IMPORTED_MODULE_4__/* .agentsFor */ .m)(server, options);
        this.#proxy = options.proxy ?? (0,_http_proxy_js__WEBPACK_IMPORTED_MODULE_6__/* .proxyFor */ .i)(server, options.env);
    }
    /** @throws NetworkError when no answer came; any status is an answer, but a proxy's own. */
    async request(request) {
        try {
            const answer = await exchange(request, this.#agents);
            if (this.#proxy !== null && answer.status === PROXY_LOGIN)
                throw refusedByProxy(PROXY_LOGIN);
            return answer;
        }
        catch (error) {
            throw this.#named((0,_http_error_js__WEBPACK_IMPORTED_MODULE_5__/* .networkError */ .x6)(error));
        }
    }
    /** Ends the connections that are kept alive. */
    close() {
        this.#agents.httpAgent.destroy();
        this.#agents.httpsAgent.destroy();
    }
    /** Behind a proxy it is the proxy that refuses a connection or is not found. */
    #named(error) {
        if (this.#proxy === null || !['refused', 'unknown-host', 'unreachable'].includes(error.reason))
            return error;
        return new _http_error_js__WEBPACK_IMPORTED_MODULE_5__/* .NetworkError */ .Dr('proxy', `the proxy ${this.#proxy.host} cannot be reached: ${error.message}`, error.cause);
    }
}
/** One request and the whole of its answer. */
function exchange(request, { httpAgent, httpsAgent }) {
    const { method, url, timeoutMs: timeout } = request;
    const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
    const length = body === undefined ? {} : { 'content-length': String(body.byteLength) };
    const options = { method, headers: { ...request.headers, ...length }, timeout };
    const outgoing = url.protocol === 'https:'
        ? (0,node_https__WEBPACK_IMPORTED_MODULE_2__.request)(url, { ...options, agent: httpsAgent })
        : (0,node_http__WEBPACK_IMPORTED_MODULE_1__.request)(url, { ...options, agent: httpAgent });
    return new Promise((resolve, reject) => {
        // What Node says of a request that was broken off on purpose is of no use, and comes late or never.
        watch(outgoing, request, (why) => {
            reject(why);
            outgoing.destroy(why);
        });
        outgoing.on('error', reject);
        outgoing.on('response', (message) => void answerOf(message, request).then(resolve, reject));
        outgoing.end(body);
    });
}
/** Breaks a request off when it takes too long, when it is cancelled, and when a proxy stands in its way. */
function watch(outgoing, request, breakOff) {
    const { timeoutMs, signal } = request;
    const stall = () => breakOff(new _http_error_js__WEBPACK_IMPORTED_MODULE_5__/* .NetworkError */ .Dr('timeout', `no answer within ${timeoutMs / 1000} s`));
    const cancel = () => breakOff(new _http_error_js__WEBPACK_IMPORTED_MODULE_5__/* .NetworkError */ .Dr('cancelled', 'the request was cancelled'));
    // Node's own timeout watches a connection, and a proxy's agent hands out none before the proxy has answered.
    const connecting = timeoutMs > 0 ? AbortSignal.timeout(timeoutMs) : null;
    connecting?.addEventListener('abort', stall, { once: true });
    outgoing.once('socket', () => connecting?.removeEventListener('abort', stall));
    outgoing.on('timeout', stall);
    outgoing.on('proxyConnect', ({ statusCode = CONNECTED }) => {
        if (statusCode !== CONNECTED)
            breakOff(refusedByProxy(statusCode));
    });
    outgoing.on('close', () => {
        signal?.removeEventListener('abort', cancel);
        connecting?.removeEventListener('abort', stall);
    });
    if (signal === undefined)
        return;
    // One signal ends all requests of a run: Node 20 would take so many listeners for a leak, and say so.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    if (signal.aborted)
        cancel();
    else
        signal.addEventListener('abort', cancel, { once: true });
}
const refusedByProxy = (status) => new _http_error_js__WEBPACK_IMPORTED_MODULE_5__/* .NetworkError */ .Dr('proxy', status === PROXY_LOGIN ? 'the proxy asks for a login' : `the proxy answered ${status}`);
async function answerOf(message, request) {
    const most = request.maxAnswerBytes ?? MAX_ANSWER_BYTES;
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (size > most)
            throw tooLong(most);
        chunks.push(chunk);
    }
    const bytes = decoded(Buffer.concat(chunks), message.headers['content-encoding'], most);
    return { status: message.statusCode ?? 0, headers: message.headers, text: bytes.toString(request.encoding ?? 'utf8') };
}
function decoded(bytes, encoding, most) {
    if (bytes.length === 0 || !/^(x-)?gzip$|^deflate$/i.test(encoding ?? ''))
        return bytes;
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_3__.unzipSync)(bytes, { maxOutputLength: most });
    }
    catch (error) {
        throw (0,_http_error_js__WEBPACK_IMPORTED_MODULE_5__/* .codeOf */ .$N)(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLong(most) : error;
    }
}
const tooLong = (most) => new _http_error_js__WEBPACK_IMPORTED_MODULE_5__/* .NetworkError */ .Dr('other', `the answer is longer than ${most} bytes, and was not read to its end`);


/***/ }),

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ escapeNonAscii),
/* harmony export */   i: () => (/* binding */ asciiJson)
/* harmony export */ });
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range starts right after ASCII on purpose
const NON_ASCII = /[^\x00-\x7f]/g;
/**
 * `value` as JSON in which every UTF-16 unit above U+007F is written `\uXXXX`, so that its length is its size in bytes.
 * GMS reads `aspect.value` as Pegasus bytes and refuses raw UTF-8 there (datahub-project/datahub#4700).
 */
function asciiJson(value) {
    return escapeNonAscii(JSON.stringify(value));
}
/** Escapes every UTF-16 unit above U+007F of a JSON text as `\uXXXX`. */
function escapeNonAscii(json) {
    return json.replace(NON_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 2848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ connectGms)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/http.js
var core_http = __webpack_require__(2151);
;// CONCATENATED MODULE: ./lib/core/retry.js
/**
 * Pauses of up to 1, 4, 16 and 60 seconds: with four retries 40 seconds on average, so that a restart of the server is
 * outlived (the peer waits 28 seconds). Retry-After up to two minutes.
 */
const DEFAULT_RETRY = {
    retries: 4,
    baseMs: 1_000,
    factor: 4,
    maxMs: 60_000,
    maxRetryAfterMs: 120_000
};
/**
 * How many milliseconds to wait before retry number `retry` (from 1), or null when there are no more. Full jitter
 * (`random` in [0, 1)) keeps many clients from coming back at the same moment
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/); what the server asked for is a minimum.
 */
function pauseBefore(retry, policy, given) {
    if (retry > policy.retries)
        return null;
    const ceiling = Math.min(policy.maxMs, policy.baseMs * policy.factor ** (retry - 1));
    if (given.retryAfterMs === null)
        return Math.round(ceiling * given.random);
    return Math.min(policy.maxRetryAfterMs, given.retryAfterMs + Math.round(policy.baseMs * given.random));
}
/** The three forms of a date that HTTP knows begin with the day's name (RFC 9110, 5.6.7); only one tells its zone always. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;
/** A Retry-After header, seconds or an HTTP date, in milliseconds from `now`; null when absent or unreadable. */
function retryAfterMs(header, now) {
    const text = header?.trim() ?? '';
    if (/^\d+(\.\d+)?$/.test(text))
        return Math.round(Number(text) * 1000);
    if (!HTTP_DATE.test(text))
        return null;
    const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
    return Number.isNaN(date) ? null : Math.max(0, date - now);
}

// EXTERNAL MODULE: ./lib/core/http-error.js
var http_error = __webpack_require__(3252);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/datahub/gms-answer.js
var gms_answer = __webpack_require__(2577);
// EXTERNAL MODULE: ./lib/model/tool.js
var tool = __webpack_require__(1207);
;// CONCATENATED MODULE: ./lib/datahub/gms-headers.js


/**
 * The headers of every call to GMS; what the peer sends in spirit (rest_emitter.py), under our own name.
 * `extraHeaders` win over every other one, as with the peer.
 * @throws AppError of kind `input` when a header cannot be sent, such as a token with a line break.
 */
function gmsHeaders(token, extraHeaders) {
    if (token !== null && !isSendable(token))
        throw unsendable('token');
    for (const [name, value] of Object.entries(extraHeaders)) {
        if (!TOKEN.test(name) || !isSendable(value))
            throw unsendable(`extra header '${name}'`);
    }
    const lowerCase = Object.entries(extraHeaders).map(([name, value]) => [name.toLowerCase(), value]);
    return {
        'user-agent': `${tool/* TOOL */.j.name}/${tool/* TOOL */.j.version} (ingestion)`,
        'x-datahub-client-mode': 'INGESTION',
        'x-restli-protocol-version': '2.0.0',
        'content-type': 'application/json',
        accept: '*/*',
        'accept-encoding': 'gzip, deflate',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...Object.fromEntries(lowerCase)
    };
}
/** A header's name, and the characters of its value (RFC 9110, 5.1 and 5.5). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const isSendable = (value) => /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value);
/** The value is not shown: it may be a secret. */
const unsendable = (what) => new errors/* AppError */.u(`The sink's ${what} holds a character that no HTTP header can carry, such as a line break`, {
    kind: 'input',
    code: 'header-invalid',
    cure: 'store it anew without line breaks; `echo` and most editors add one at the end'
});

;// CONCATENATED MODULE: ./lib/datahub/gms-retry.js


/** Statuses that are always worth another attempt, beside the recipe's own list. */
const ALWAYS_RETRIED = new Set([408, 429]);
const TOO_MANY_REQUESTS = 429;
/** The peer gives a server that asks for patience twice as many retries (rest_emitter.py). */
const PATIENCE = 2;
/** Nobody there: an address that is wrong stays wrong. */
const PROBE_RETRIES = 2;
/** Certificates and cancellations do not mend themselves. */
const RETRIED_REASONS = new Set([
    'refused',
    'reset',
    'timeout',
    'unknown-host',
    'unreachable',
    'proxy',
    'other'
]);
/** Why an attempt is made again and with which pauses, or null when its outcome stands. */
function retryOf(attempt, purpose, { policy, statuses }) {
    if (attempt instanceof http_error/* NetworkError */.Dr) {
        if (!RETRIED_REASONS.has(attempt.reason))
            return null;
        const retries = Math.min(policy.retries, PROBE_RETRIES);
        return { reason: attempt.message, policy: purpose === 'probe' ? { ...brisk(policy), retries } : policy };
    }
    const { status } = attempt;
    if (!statuses.has(status) && !ALWAYS_RETRIED.has(status))
        return null;
    const reason = `status ${status}`;
    if (status === TOO_MANY_REQUESTS)
        return { reason, policy: { ...policy, retries: policy.retries * PATIENCE } };
    if ((0,gms_answer/* answerOf */.ut)(attempt).kind !== 'faulty')
        return { reason, policy };
    return purpose === 'search' ? null : { reason, policy: brisk(policy) };
}
/** An error of GMS's own passes in seconds (a lock, a slow index) or not at all (a record that it chokes on). */
const brisk = (policy) => ({
    ...policy,
    baseMs: Math.min(policy.baseMs, 500),
    factor: Math.min(policy.factor, 2)
});

;// CONCATENATED MODULE: ./lib/datahub/gms-client.js






const SERVICE = 'DataHub';
/** DataHub's metadata service: one method for each endpoint, above one request with retries. */
class GmsClient {
    #options;
    #deps;
    #headers;
    #rules;
    /** @throws AppError of kind `input` when the token or an extra header cannot be sent. */
    constructor(options, deps) {
        this.#options = options;
        this.#deps = deps;
        this.#headers = gmsHeaders(options.token, options.extraHeaders);
        this.#rules = { policy: options.retry, statuses: new Set(options.retryStatusCodes) };
    }
    /** `GET /config`. @throws NetworkError when no answer came after all retries. */
    config(emit) {
        return this.#request({ method: 'GET', path: '/config', purpose: 'probe' }, emit);
    }
    /**
     * Sends a write. Never throws. `retryFaults: false` takes an error of GMS's own as its answer: it may be one record's
     * doing, and would come again.
     */
    async write(write, emit, retryFaults = true) {
        const purpose = retryFaults ? 'write' : 'search';
        try {
            return (0,gms_answer/* answerOf */.ut)(await this.#request({ ...write, purpose }, emit));
        }
        catch (error) {
            if (error instanceof http_error/* NetworkError */.Dr)
                return (0,gms_answer/* unanswered */.bj)(error.reason, error.message);
            throw error;
        }
    }
    /**
     * `POST /openapi/v3/entity/{type}/batchGet`: one aspect of several entities of a type; those without it are left out.
     * @throws NetworkError when no answer came after all retries.
     */
    batchGet({ entityType, aspectName, urns }, emit) {
        const body = Buffer.from((0,json/* asciiJson */.i)(urns.map((urn) => ({ urn, [aspectName]: {} }))));
        return this.#request({ method: 'POST', path: `/openapi/v3/entity/${entityType}/batchGet`, body, purpose: 'read' }, emit);
    }
    /** `GET /aspects/{urn}`: one aspect, as older servers have it. @throws NetworkError, as above. */
    aspect(urn, aspectName, emit) {
        const path = `/aspects/${encodeURIComponent(urn)}?aspect=${encodeURIComponent(aspectName)}&version=0`;
        return this.#request({ method: 'GET', path, purpose: 'read' }, emit);
    }
    /** `POST /entities?action=search`: entities of a type whose `name` is this one. @throws NetworkError, as above. */
    searchByName(entityType, name, emit) {
        const filter = { or: [{ and: [{ field: 'name', values: [name], condition: 'EQUAL' }] }] };
        const body = Buffer.from((0,json/* asciiJson */.i)({ input: '*', entity: entityType, start: 0, count: 10, filter }));
        return this.#request({ method: 'POST', path: '/entities?action=search', body, purpose: 'read' }, emit);
    }
    /**
     * `GET /openapi/v3/entity/{type}`: a page of the entities that a search finds, without those that are removed.
     * `scrollId`: where the page before it ended; null for the first. @throws NetworkError, as above.
     */
    scroll({ entityType, query, aspectName }, scrollId, emit) {
        const parameters = new URLSearchParams({
            systemMetadata: 'false',
            includeSoftDelete: 'false',
            skipCache: 'false',
            aspects: aspectName,
            count: '1000',
            query,
            ...(scrollId === null ? {} : { scrollId })
        });
        const path = `/openapi/v3/entity/${entityType.toLowerCase()}?${parameters.toString()}`;
        return this.#request({ method: 'GET', path, purpose: 'read' }, emit);
    }
    /**
     * `POST /aspects?action=getTimeseriesAspectValues`: the newest value of a timeseries aspect whose member `field` is
     * `value`. @throws NetworkError, as above.
     */
    latestValue({ urn, entityType, aspectName, field, value }, emit) {
        const filter = { or: [{ and: [{ field, values: [value], condition: 'EQUAL' }] }] };
        const body = Buffer.from((0,json/* asciiJson */.i)({ urn, entity: entityType, aspect: aspectName, limit: 1, filter }));
        return this.#request({ method: 'POST', path: '/aspects?action=getTimeseriesAspectValues', body, purpose: 'read' }, emit);
    }
    /** `POST /aspects?action=ingestProposal`: one aspect, stored before GMS answers. Never throws. */
    propose({ urn, entityType, aspectName, aspect, systemMetadata }, emit) {
        const content = { value: (0,json/* asciiJson */.i)(aspect), contentType: 'application/json' };
        const base = { entityType, entityUrn: urn, changeType: 'UPSERT', aspectName, aspect: content };
        const proposal = systemMetadata === undefined ? base : { ...base, systemMetadata };
        const body = Buffer.from((0,json/* asciiJson */.i)({ proposal, async: 'false' }));
        return this.write({ method: 'POST', path: '/aspects?action=ingestProposal', body }, emit);
    }
    async #request(call, emit) {
        for (let retry = 1;; retry++) {
            const attempt = await this.#attempt(call);
            const again = retryOf(attempt, call.purpose, this.#rules);
            const pause = again === null ? null : this.#pause(retry, again.policy, attempt);
            if (again === null || pause === null) {
                if (attempt instanceof http_error/* NetworkError */.Dr)
                    throw attempt;
                return attempt;
            }
            emit({ type: 'retried', service: SERVICE, reason: again.reason, after: pause });
            await this.#sleep(pause);
        }
    }
    async #attempt({ method, path, body }) {
        const { server, timeoutMs } = this.#options;
        const { http, signal } = this.#deps;
        const request = { method, url: new URL(`${server}${path}`), headers: this.#headers, timeoutMs, signal };
        try {
            return await http.request(body === undefined ? request : { ...request, body });
        }
        catch (error) {
            if (error instanceof http_error/* NetworkError */.Dr)
                return error;
            throw error;
        }
    }
    #pause(retry, policy, attempt) {
        const { clock } = this.#deps;
        const asked = attempt instanceof http_error/* NetworkError */.Dr ? null : retryAfterMs(attempt.headers['retry-after'], clock.now());
        return pauseBefore(retry, policy, { random: clock.random(), retryAfterMs: asked });
    }
    async #sleep(ms) {
        const { clock, signal } = this.#deps;
        try {
            await clock.sleep(ms, signal);
        }
        catch (error) {
            throw new http_error/* NetworkError */.Dr('cancelled', 'the request was cancelled', error);
        }
    }
}

;// CONCATENATED MODULE: ./lib/datahub/connect.js






/**
 * Makes the client that a recipe's options ask for. Nothing is sent yet. `sockets`: connections at once.
 * @throws AppError of kind `input` when a certificate cannot be read, or the token or a header cannot be sent.
 */
async function connectGms(options, sockets, deps) {
    const { server, token, extraHeaders, retryStatusCodes, retryMaxTimes, timeoutSeconds } = options;
    const tls = await certificates(options, deps);
    const http = new core_http/* HttpClient */.Q(new URL(server), { env: deps.env, maxSockets: sockets, ...tls });
    const retry = { ...DEFAULT_RETRY, retries: retryMaxTimes };
    try {
        const client = new GmsClient({ server, token, extraHeaders, timeoutMs: timeoutSeconds * 1000, retry, retryStatusCodes }, { http, clock: deps.clock, signal: deps.signal });
        return { client, close: () => http.close() };
    }
    catch (error) {
        http.close();
        throw error;
    }
}
/** The certificates that the recipe names, read from their files; without an authority the one that the environment names. */
async function certificates(options, { env, cwd }) {
    const { caCertificatePath, clientCertificatePath, clientKeyPath, disableSslVerification } = options;
    const needsNone = disableSslVerification || !/^https:/i.test(options.server);
    const usual = needsNone ? null : authorityOf(env);
    const authority = caCertificatePath === null ? usual : { path: caCertificatePath, name: CA_OPTION };
    return {
        ...(authority === null ? {} : { ca: await pem(authority.path, authority.name, cwd) }),
        ...(clientCertificatePath === null
            ? {}
            : {
                cert: await pem(clientCertificatePath, "The sink's client_certificate_path", cwd),
                key: await pem(clientKeyPath ?? clientCertificatePath, "The sink's client_key_path", cwd)
            }),
        ...(disableSslVerification ? { rejectUnauthorized: false } : {})
    };
}
const CA_OPTION = "The sink's ca_certificate_path";
/** The variables from which the peer's HTTP library takes its authorities (requests, Session.merge_environment_settings). */
function authorityOf(env) {
    const name = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'].find((variable) => (env[variable] ?? '') !== '');
    return name === undefined ? null : { path: env[name] ?? '', name };
}
async function pem(path, name, cwd) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, path), 'utf8');
    }
    catch (error) {
        throw new errors/* AppError */.u(`${name} '${path}' cannot be read: ${(0,errors/* messageOf */.b)(error)}`, {
            kind: 'input',
            code: 'certificate-file',
            cure: `give it the path of a PEM file; it is resolved against ${cwd}`,
            cause: error
        });
    }
}


/***/ }),

/***/ 2577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   bj: () => (/* binding */ unanswered),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/* unused harmony export originOf */
/* harmony import */ var _gms_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6013);

/** Statuses that say something about the data that was sent. */
const REJECTIONS = new Set([400, 409, 412, 422]);
const MAX_MESSAGE_LENGTH = 400;
/** As much of a text is looked at. */
const MAX_TEXT_LENGTH = 20_000;
/** Classifies an answer to a write that will not be tried again. */
function answerOf(response) {
    const { status } = response;
    const message = messageOf(response);
    if (status >= 200 && status < 300)
        return isHtml(response) ? misrouted(response) : { kind: 'ok' };
    if (status === 401 || status === 403)
        return { kind: 'unauthorized', message };
    if (status === 413)
        return { kind: 'too-large', message };
    if (isHtml(response) && status < 500)
        return misrouted(response);
    if (REJECTIONS.has(status))
        return { kind: 'rejected', message };
    if (status >= 300 && status < 500 && status !== 408 && status !== 429)
        return misrouted(response);
    return isGmsError(response) && status === 500 ? { kind: 'faulty', message } : { kind: 'unavailable', message };
}
/** The words for a request that got no answer. */
const unanswered = (reason, message) => ({
    kind: 'unavailable',
    message: reason === 'timeout' ? message : `no answer: ${message}`
});
function misrouted(response) {
    const { status, headers } = response;
    if (status >= 300 && status < 400) {
        return { kind: 'misrouted', message: `it redirects (${status}) to ${originOf(headers.location)}` };
    }
    const what = isHtml(response) ? 'a web page' : 'something that GMS would not say';
    return { kind: 'misrouted', message: `it answers ${status} with ${what}` };
}
/** Only the origin: the rest of a redirect may hold tokens. */
function originOf(location) {
    if (location === undefined)
        return 'nowhere';
    return URL.canParse(location) ? new URL(location).origin : 'another page of the same server';
}
function isHtml(response) {
    const type = String(response.headers['content-type'] ?? '');
    return type.includes('text/html') || /^\s*<(!doctype|html)/i.test(response.text.slice(0, MAX_TEXT_LENGTH));
}
/** Whether the body is a server error in GMS's own form, and not that of a proxy before it. */
const isGmsError = (response) => {
    const body = (0,_gms_config_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(response.text);
    return typeof body === 'object' && body !== null && ('exceptionClass' in body || 'message' in body);
};
/** GMS's message in one line: rest.li's `message`, a page's title, or the start of the body. Stack traces are left out. */
function messageOf({ status, text }) {
    const line = saidIn(text)
        .slice(0, MAX_TEXT_LENGTH)
        .replace(/\s+/g, ' ')
        .replace(/ at [\w.$/]+\(.*$/, '')
        .trim();
    const short = line.length > MAX_MESSAGE_LENGTH ? `${cut(line)}…` : line;
    return short === '' ? `status ${status}` : `${short} (status ${status})`;
}
function saidIn(text) {
    const body = (0,_gms_config_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if (typeof body === 'object' && body !== null) {
        const found = ['message', 'error', 'errorMessage'].map((name) => Object.entries(body).find(([key]) => key === name));
        return found.map((entry) => entry?.[1]).find((value) => typeof value === 'string' && value !== '') ?? text;
    }
    if (!/^\s*</.test(text))
        return text;
    return /<title>([^<]*)/i.exec(text.slice(0, MAX_TEXT_LENGTH))?.[1] ?? '';
}
/** Not in the middle of a character. */
const cut = (line) => line.slice(0, MAX_MESSAGE_LENGTH).replace(/[\ud800-\udbff]$/, '');


/***/ }),

/***/ 6013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PI: () => (/* binding */ parseGmsConfig),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* unused harmony export versionNumbers */
const members = (value) => (typeof value === 'object' && value !== null ? { ...value } : {});
/** GMS writes a version that it does not know as "null". */
const textOf = (value) => typeof value === 'string' && value !== '' && value.toLowerCase() !== 'null' ? value : null;
/**
 * Reads the answer of `/config`; null when it is not a GMS's. GMS says `"noCode": "true"`, a string, and the frontend
 * does not (the peer's rest_emitter.py test_connection).
 */
function parseGmsConfig(text) {
    const config = members(parseJson(text));
    if (config.noCode !== 'true' && config.noCode !== true)
        return null;
    const versions = members(config.versions);
    const datahub = members(versions['acryldata/datahub']);
    return {
        version: textOf(datahub.version),
        serverEnv: textOf(members(config.datahub).serverEnv) ?? 'core',
        statefulIngestionCapable: config.statefulIngestionCapable === true,
        patchCapable: config.patchCapable === true
    };
}
/** The value of a JSON text, or undefined. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The numbers of a server's version: `v1.3.0.2rc1` → [1, 3, 0, 2]; zeros when it tells none. */
function versionNumbers(version) {
    const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version ?? '');
    const part = (index) => Number(match?.[index] ?? 0);
    return [part(1), part(2), part(3), part(4)];
}
/** Whether the server is at least the version named for its kind, such as `{core: [1, 7, 0], managed: [2, 1, 0]}`. */
function isAtLeast(config, needed) {
    const floor = config.serverEnv === 'core' ? needed.core : needed.managed;
    const actual = versionNumbers(config.version);
    for (const [index, number] of floor.entries()) {
        const difference = (actual[index] ?? 0) - number;
        if (difference !== 0)
            return difference > 0;
    }
    return true;
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

/***/ 7504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ ReportFold)
});

// EXTERNAL MODULE: ./lib/report/changes.js
var changes = __webpack_require__(9495);
// EXTERNAL MODULE: ./lib/report/counts.js
var counts = __webpack_require__(5836);
// EXTERNAL MODULE: ./lib/report/exit-code.js
var exit_code = __webpack_require__(8456);
// EXTERNAL MODULE: ./lib/report/render/format.js
var format = __webpack_require__(9796);
;// CONCATENATED MODULE: ./lib/report/sample.js
/** How many names a group shows; its count is exact all the same. */
const SAMPLE_SIZE = 10;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** 32-bit FNV-1a over UTF-16 units: spreads the sample over the alphabet without chance. */
function hashOf(text) {
    let hash = FNV_OFFSET;
    for (let i = 0; i < text.length; i += 1)
        hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
    return hash >>> 0;
}
/**
 * Up to `SAMPLE_SIZE` different names out of any number, in bounded memory. Which ones are kept depends on the names
 * alone and not on their order: databases are listed side by side, and a report must not change with the weather.
 */
class Sample {
    #kept = [];
    add(name) {
        const hash = hashOf(name);
        const last = this.#kept.at(-1);
        const full = this.#kept.length === SAMPLE_SIZE;
        if (full && last !== undefined && !before({ name, hash }, last))
            return;
        if (this.#kept.some((kept) => kept.name === name))
            return;
        if (full)
            this.#kept.pop();
        const at = this.#kept.findIndex((kept) => before({ name, hash }, kept));
        this.#kept.splice(at < 0 ? this.#kept.length : at, 0, { name, hash });
    }
    /** The names kept, ordered by code unit. */
    names() {
        return this.#kept.map((kept) => kept.name).sort(byCodeUnit);
    }
}
const before = (a, b) => a.hash < b.hash || (a.hash === b.hash && a.name < b.name);
/** Orders strings by code unit, the same on every machine. */
const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

;// CONCATENATED MODULE: ./lib/report/groups.js


/** Different code and message pairs that are told apart; what comes after is counted under its code alone. */
const MAX_GROUPS = 500;
/** Longest message kept, in UTF-16 units: a server's HTML error page says no more after this. */
const MAX_MESSAGE = 2000;
const FURTHER = '(further messages)';
/** Failures of one severity, counted exactly by code and message. Memory is bounded however many there are. */
class FailureGroups {
    #groups = new Map();
    get isEmpty() {
        return this.#groups.size === 0;
    }
    add(failure) {
        const group = this.#groupOf(failure.code, (0,format/* clip */.$Q)(failure.message, MAX_MESSAGE));
        group.count += 1;
        if (failure.resource !== undefined)
            group.resources.add((0,format/* clip */.$Q)(failure.resource, MAX_MESSAGE));
        if (failure.cure !== undefined)
            group.cure = smaller(group.cure, failure.cure);
    }
    /** The most frequent first. */
    toList() {
        return [...this.#groups.values()]
            .sort((a, b) => b.count - a.count || byCodeUnit(a.code, b.code) || byCodeUnit(a.message, b.message))
            .map(({ code, message, cure, count, resources }) => ({
            code,
            message,
            ...(cure === undefined ? {} : { cure }),
            count,
            resources: resources.names()
        }));
    }
    #groupOf(code, message) {
        const known = this.#groups.get(keyOf(code, message));
        if (known !== undefined)
            return known;
        if (this.#groups.size < MAX_GROUPS || message === FURTHER)
            return this.#open(code, message);
        return this.#groupOf(code, FURTHER);
    }
    #open(code, message) {
        const group = { code, message, cure: undefined, count: 0, resources: new Sample() };
        this.#groups.set(keyOf(code, message), group);
        return group;
    }
}
/** What was left out, counted exactly by rule (or skip code) and kind. */
class FilteredGroups {
    #groups = new Map();
    /** `message` says why, where the rule's name does not; of several for a rule and kind one is kept, always the same. */
    add(rule, kind, name, message) {
        const key = keyOf(rule, kind);
        const group = this.#groups.get(key) ?? { rule, kind, message: undefined, count: 0, names: new Sample() };
        this.#groups.set(key, group);
        group.count += 1;
        group.names.add((0,format/* clip */.$Q)(name, MAX_MESSAGE));
        if (message !== undefined)
            group.message = smaller(group.message, (0,format/* clip */.$Q)(message, MAX_MESSAGE));
    }
    /** Ordered by rule and kind. */
    toList() {
        return [...this.#groups.values()]
            .sort((a, b) => byCodeUnit(a.rule, b.rule) || byCodeUnit(a.kind, b.kind))
            .map(({ rule, kind, message, count, names }) => ({
            rule,
            kind,
            ...(message === undefined ? {} : { message }),
            count,
            names: names.names()
        }));
    }
}
/** Retried requests, counted by service and reason. */
class RetryGroups {
    #counts = new Map();
    add(service, reason) {
        const known = this.#counts.get(keyOf(service, (0,format/* clip */.$Q)(reason, MAX_MESSAGE)));
        const kept = known === undefined && this.#counts.size >= MAX_GROUPS ? FURTHER : (0,format/* clip */.$Q)(reason, MAX_MESSAGE);
        const group = known ?? this.#counts.get(keyOf(service, kept)) ?? { service, reason: kept, count: 0 };
        this.#counts.set(keyOf(service, kept), group);
        group.count += 1;
    }
    /** The most frequent first. */
    toList() {
        return [...this.#counts.values()].sort((a, b) => b.count - a.count || byCodeUnit(a.service, b.service) || byCodeUnit(a.reason, b.reason));
    }
}
/** Of two texts always the same one, whichever came first. */
const smaller = (a, b) => (a === undefined || b < a ? b : a);
const keyOf = (a, b) => `${a}\u0000${b}`;

;// CONCATENATED MODULE: ./lib/report/fold.js





/**
 * Folds the events of one recipe's run into its report. Counts are exact; names are sampled; memory grows with the
 * number of databases and not with the number of tables.
 *
 * A database is `read` once, and its tables and views each once, as read, filtered or skipped; a database without a
 * `listing-ended` counts as one whose listing broke off.
 */
class ReportFold {
    #counts = (0,counts/* noCounts */.Y)();
    #databases = new Map();
    #groups = { failure: new FailureGroups(), warning: new FailureGroups(), notice: new FailureGroups() };
    #leftOut = new FilteredGroups();
    #retries = new RetryGroups();
    #changes = new changes/* Changes */.s();
    #removed = [];
    #kept = new FailureGroups();
    #databasesComplete = true;
    /** Counts one event. Never throws. */
    add(event) {
        switch (event.type) {
            case 'databases-listed':
                this.#databasesComplete &&= event.complete;
                return;
            case 'read':
                this.#read(event.kind, event.database);
                return;
            case 'filtered':
                this.#leftOut.add(event.rule, event.kind, event.name);
                this.#leave('filtered', event);
                return;
            case 'skipped':
                this.#leftOut.add(event.failure.code, event.kind, event.name, event.failure.message);
                this.#leave('skipped', event);
                return;
            case 'failed':
                this.#groups[event.severity].add(event.failure);
                return;
            case 'listing-ended':
                this.#database(event.database).listing = event.listing;
                return;
            case 'jobs-listed':
                return;
            case 'changes-known':
                this.#changes.begin();
                return;
            case 'changed':
                this.#changes.add(event.change, event.isRead);
                return;
            case 'removed':
                this.#counts.removed += 1;
                this.#removed.push(event.urn);
                return;
            case 'kept':
                this.#counts.kept += 1;
                this.#kept.add({ ...event.failure, resource: event.urn });
                return;
            case 'produced':
                this.#counts.produced += event.count;
                return;
            case 'delivered':
                this.#counts[event.kind] += event.count;
                return;
            case 'retried':
                this.#counts.retried += 1;
                this.#retries.add(event.service, event.reason);
                return;
        }
    }
    /** The report of everything added so far. To be called once, when the run has ended. */
    finish(end) {
        const { failOn, ...told } = end;
        const databases = [...this.#databases.values()].sort((a, b) => byCodeUnit(a.name, b.name));
        this.#account(end, databases);
        const run = {
            ...told,
            counts: { ...this.#counts },
            databases,
            filtered: this.#leftOut.toList(),
            changes: this.#changes.toReport(),
            removed: this.#removed,
            kept: this.#kept.toList(),
            failures: this.#groups.failure.toList(),
            warnings: this.#groups.warning.toList(),
            notices: this.#groups.notice.toList(),
            retries: this.#retries.toList()
        };
        return { ...run, ...(0,exit_code/* verdictOf */.Vj)(run, failOn) };
    }
    #read(kind, database) {
        const report = this.#database(database);
        if (kind === 'database')
            this.#counts.databases += 1;
        else {
            const counted = kind === 'table' ? 'tables' : 'views';
            this.#counts[counted] += 1;
            report[counted] += 1;
        }
    }
    #leave(fate, event) {
        this.#counts[fate] += 1;
        if (event.kind === 'database')
            return;
        const report = event.database === undefined ? this.#ownerOf(event.name) : this.#database(event.database);
        if (report !== undefined)
            report[fate] += 1;
    }
    /** The known database that `database.table` is in; database names may hold dots too. */
    #ownerOf(name) {
        for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            const report = this.#databases.get(name.slice(0, dot));
            if (report !== undefined)
                return report;
        }
        return undefined;
    }
    #database(name) {
        const known = this.#databases.get(name);
        if (known !== undefined)
            return known;
        const report = {
            name,
            tables: 0,
            views: 0,
            filtered: 0,
            skipped: 0,
            listing: 'incomplete'
        };
        this.#databases.set(name, report);
        return report;
    }
    /** Adds what the numbers say and no event did: a loss never goes without a line that names it. */
    #account(end, databases) {
        const mismatch = mismatchOf(this.#counts, end.dryRun);
        if (mismatch !== null)
            this.#groups.failure.add(mismatch);
        if (!this.#groups.failure.isEmpty || end.stopped !== null)
            return;
        if (!this.#databasesComplete)
            this.#groups.failure.add(DATABASES_INCOMPLETE);
        for (const { name, listing } of databases) {
            const failure = LISTING_FAILURES[listing];
            if (failure !== null)
                this.#groups.failure.add({ ...failure, resource: name });
        }
        if (this.#counts.rejected + this.#counts.undelivered > 0)
            this.#groups.failure.add(NOT_DELIVERED);
    }
}
/**
 * Delivery is accounted: every work unit that entered the sink has left it in exactly one way. A dry run has no sink,
 * so there only what is unchanged leaves.
 */
function mismatchOf(counts, dryRun) {
    const { produced, written, accepted, unchanged, rejected, undelivered } = counts;
    const accounted = written + accepted + unchanged + rejected + undelivered;
    if (accounted === produced || (dryRun && accounted === unchanged))
        return null;
    return {
        code: 'accounting-mismatch',
        message: `${produced} work units were produced, and the fate of ${accounted} is known`,
        cure: 'Run it again; if it comes back, report it as a defect of this program together with report.json'
    };
}
const DATABASES_INCOMPLETE = {
    code: 'database-listing-incomplete',
    message: 'The list of databases broke off, so some may be missing'
};
const NOT_DELIVERED = { code: 'not-delivered', message: 'Some work units did not reach DataHub' };
const LISTING_FAILURES = {
    complete: null,
    empty: null,
    incomplete: { code: 'listing-incomplete', message: 'The list of its tables broke off, so some may be missing' },
    denied: { code: 'listing-denied', message: 'AWS refused the list of its tables' }
};


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


/***/ }),

/***/ 4683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ contentTypeOf)
/* harmony export */ });
/** The content type of a proposal's aspect: GMS tells a patch from an aspect by it. */
const contentTypeOf = ({ changeType }) => changeType === 'PATCH' ? 'application/json-patch+json' : 'application/json';


/***/ }),

/***/ 4261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ DeadLetters)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3085);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4722);





const INDENT = 4;
const LOST = new Set(['rejected', 'undelivered']);
/**
 * Keeps what was rejected or not delivered in a file of the peer's file-sink format, so that it can be sent again. It is
 * written as the losses come, beside its place, and takes its place at the end: an earlier file stays until then, and goes
 * when nothing was lost.
 */
class DeadLetters {
    #deps;
    #file = null;
    #count = 0;
    #isBroken = false;
    constructor(deps) {
        this.#deps = deps;
    }
    /** Keeps those of the outcomes that are losses. Never throws: a loss that cannot be kept is told. */
    async add(outcomes) {
        const lost = outcomes.filter(({ kind }) => LOST.has(kind));
        if (lost.length === 0 || this.#isBroken)
            return;
        await this.#attempt(async () => {
            this.#file ??= await this.#open();
            const now = this.#deps.clock.now();
            const records = lost.map(({ unit }) => JSON.stringify((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .z)(unit, this.#deps.stamp, now), null, INDENT));
            await this.#file.appendFile(`${this.#count === 0 ? '[\n' : ',\n'}${(0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeNonAscii */ .A)(records.join(',\n'))}`);
            this.#count += lost.length;
        });
    }
    /** Ends the file; null when nothing was lost. `replaces`: whether an earlier file has had its time. */
    async end(replaces) {
        const { path, shownPath } = this.#deps;
        await this.#attempt(async () => {
            if (this.#isBroken)
                return;
            if (this.#file !== null) {
                await this.#file.appendFile('\n]\n');
                await this.#file.close();
                this.#file = null;
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(partOf(path), path);
            }
            else if (replaces)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        });
        await this.#file?.close().catch(() => undefined);
        return this.#count === 0 || this.#isBroken ? null : { path: shownPath, count: this.#count };
    }
    async #open() {
        const { path } = this.#deps;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(partOf(path), 'w');
    }
    async #attempt(work) {
        try {
            await work();
        }
        catch (error) {
            this.#isBroken = true;
            const failure = {
                ...NOT_KEPT,
                message: `${NOT_KEPT.message}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error)}`,
                resource: this.#deps.shownPath
            };
            this.#deps.emit({ type: 'failed', severity: 'failure', failure });
        }
    }
}
const partOf = (path) => `${path}.part`;
const NOT_KEPT = {
    code: 'dead-letters-not-kept',
    message: 'What could not be delivered could not be kept in a file either',
    cure: 'Give this process a folder that it may write to and that has room (RUNNER_TEMP, or --out); run it again'
};


/***/ }),

/***/ 1827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ openSink)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/datahub/connect.js + 4 modules
var connect = __webpack_require__(2848);
// EXTERNAL MODULE: ./lib/datahub/gms-probe.js
var gms_probe = __webpack_require__(8929);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/gate.js
var gate = __webpack_require__(8532);
// EXTERNAL MODULE: ./lib/core/http-error.js
var http_error = __webpack_require__(3252);
// EXTERNAL MODULE: ./lib/datahub/gms-answer.js
var gms_answer = __webpack_require__(2577);
// EXTERNAL MODULE: ./lib/datahub/gms-config.js
var gms_config = __webpack_require__(6013);
;// CONCATENATED MODULE: ./lib/datahub/gms-reader.js





/** Who asks within this time asks together; in milliseconds. */
const GATHERING_MS = 1;
const MOST_URNS = 100;
const REQUESTS_AT_ONCE = 4;
/** Reads aspects from GMS: what is asked for at the same time goes out in one request, and the same thing only once. */
class GmsReader {
    #client;
    #deps;
    #gate = new gate/* Gate */.i(REQUESTS_AT_ONCE);
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
            if (error instanceof http_error/* NetworkError */.Dr)
                throw this.#unread(error.message, error);
            throw error;
        }
    }
    #json(answer) {
        if (answer.status !== 200 || (0,gms_answer/* isHtml */._6)(answer))
            throw this.#unread((0,gms_answer/* messageOf */.bD)(answer));
        return (0,gms_config/* parseJson */.qF)(answer.text);
    }
    #unread(why, cause) {
        return new errors/* AppError */.u(`DataHub at ${this.#deps.server} could not be asked what it holds: ${why}`, {
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

;// CONCATENATED MODULE: ./lib/sink/announce.js
/** Counts outcomes in events, and names each work unit that GMS refused or that could not be sent. */
function announce(outcomes, emit) {
    const counts = new Map();
    for (const outcome of outcomes) {
        counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
        const failure = failureOf(outcome);
        if (failure !== null)
            emit({ type: 'failed', severity: 'failure', failure });
    }
    for (const [kind, count] of counts)
        emit({ type: 'delivered', kind, count });
}
/** A refusal is told with its record, which it is about; the reason why nothing could be sent is the same for many. */
function failureOf({ unit, kind, reason = 'no reason given' }) {
    const resource = `${unit.urn} ${unit.aspectName}`;
    if (kind === 'rejected')
        return { ...REJECTED, resource: `${resource}: ${reason}` };
    if (kind === 'undelivered')
        return { ...UNDELIVERED, message: `Could not be sent: ${reason}`, resource };
    return null;
}
const REJECTED = {
    code: 'gms-rejected',
    message: 'GMS refused it',
    cure: 'look at what GMS says of it; everything else in the same request was written'
};
const UNDELIVERED = {
    code: 'gms-undelivered',
    cure: 'run this again once GMS answers; what was written stays written'
};

;// CONCATENATED MODULE: ./lib/sink/blackhole.js

/** Swallows everything, which counts as written, as with the peer (sink/blackhole.py): to measure or to try a source. */
class BlackholeSink {
    async *deliver(units, emit) {
        for await (const page of units) {
            emit({ type: 'produced', count: page.length });
            const outcomes = page.map((unit) => ({ unit, kind: 'written' }));
            announce(outcomes, emit);
            yield outcomes;
        }
    }
}

// EXTERNAL MODULE: ./lib/sink/record.js
var record = __webpack_require__(4722);
;// CONCATENATED MODULE: ./lib/sink/console.js


/** Prints one proposal a line, as JSON in the file sink's shape. */
class ConsoleSink {
    #print;
    #stamp;
    #clock;
    constructor(print, stamp, clock) {
        this.#print = print;
        this.#stamp = stamp;
        this.#clock = clock;
    }
    async *deliver(units, emit) {
        for await (const page of units) {
            emit({ type: 'produced', count: page.length });
            const now = this.#clock.now();
            for (const unit of page)
                this.#print(`${JSON.stringify((0,record/* recordOf */.z)(unit, this.#stamp, now))}\n`);
            const outcomes = page.map((unit) => ({ unit, kind: 'written' }));
            announce(outcomes, emit);
            yield outcomes;
        }
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/sink/file.js






const INDENT = 4;
/**
 * Writes the peer's file-sink format (datahub/ingestion/sink/file.py), byte for byte as Python's json.dumps: a JSON array
 * of proposals whose aspects are plain JSON. It is written beside its place and moved there at the end, so that a run that
 * breaks off neither leaves half a file nor destroys an earlier one. Only then does anything count as written.
 */
class FileSink {
    #path;
    #stamp;
    #clock;
    #nestsText;
    /** @param nestsText whether aspects are texts within the JSON, as in the peer's old form */
    constructor(path, stamp, clock, nestsText = false) {
        this.#path = path;
        this.#stamp = stamp;
        this.#clock = clock;
        this.#nestsText = nestsText;
    }
    /**
     * The outcomes hold once the delivery has come to its end.
     * @throws AppError when the file cannot be written; whatever `units` throws.
     */
    async *deliver(units, emit) {
        const place = await this.#place();
        const file = await this.#ask(() => openNew(place.part));
        let count = 0;
        let whole = false;
        try {
            let separator = '[\n';
            for await (const page of units) {
                emit({ type: 'produced', count: page.length });
                count += page.length;
                if (page.length === 0)
                    continue;
                await this.#ask(() => file.appendFile(separator + this.#textOf(page)));
                separator = ',\n';
                yield page.map((unit) => ({ unit, kind: 'written' }));
            }
            await this.#ask(() => finish(file, count === 0 ? '[]' : '\n]', place));
            whole = true;
        }
        finally {
            if (!whole)
                await discard(file, place);
            if (count > 0)
                emit({ type: 'delivered', kind: whole ? 'written' : 'undelivered', count });
            if (count > 0 && !whole)
                emit({ type: 'failed', severity: 'failure', failure: { ...UNFINISHED, resource: this.#path } });
        }
    }
    #textOf(page) {
        const now = this.#clock.now();
        const records = page.map((unit) => JSON.stringify((0,record/* recordOf */.z)(unit, this.#stamp, now, this.#nestsText), null, INDENT));
        return (0,json/* escapeNonAscii */.A)(records.join(',\n'));
    }
    /** A link stays a link: what it points to is replaced. */
    async #place() {
        const known = await (0,promises_.stat)(this.#path).catch(() => null);
        if (known === null)
            return { part: `${this.#path}.part`, path: this.#path };
        if (!known.isFile())
            return { part: this.#path, path: this.#path };
        const path = await (0,promises_.realpath)(this.#path);
        return { part: `${path}.part`, path };
    }
    async #ask(work) {
        try {
            return await work();
        }
        catch (error) {
            throw new errors/* AppError */.u(`The file sink cannot write to ${this.#path}: ${(0,errors/* messageOf */.b)(error)}`, {
                kind: 'cannot-begin',
                code: 'file-sink',
                cure: 'give `filename` a path in a folder that this process may write to and that has room',
                cause: error
            });
        }
    }
}
const UNFINISHED = {
    code: 'file-not-written',
    message: 'The run broke off, so the file was not written; an earlier one stays as it was',
    cure: 'run this again once the cause is mended'
};
async function openNew(path) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    return (0,promises_.open)(path, 'w');
}
async function finish(file, end, { part, path }) {
    await file.appendFile(end);
    await file.close();
    if (part !== path)
        await (0,promises_.rename)(part, path);
}
/** Never throws: whatever ended the writing is what there is to say. */
async function discard(file, { part, path }) {
    await file.close().catch(() => undefined);
    if (part !== path)
        (0,external_node_fs_.rmSync)(part, { force: true });
}

;// CONCATENATED MODULE: ./lib/sink/none.js
/** The sink of a dry run: counts what would have been sent. Nothing leaves it, so it has no outcomes. */
class NoSink {
    async *deliver(units, emit) {
        for await (const page of units) {
            emit({ type: 'produced', count: page.length });
            yield [];
        }
    }
}

;// CONCATENATED MODULE: ./lib/sink/rest/joined.js
/**
 * ASCII texts with commas between them, in one body. It is written once into bytes: as one text it would be copied and
 * collected three times over.
 */
function joined(head, texts, end) {
    const commas = Math.max(0, texts.length - 1);
    const size = texts.reduce((sum, text) => sum + text.length, head.length + commas + end.length);
    const body = Buffer.allocUnsafe(size);
    let at = body.write(head, 'latin1');
    for (const [index, text] of texts.entries()) {
        if (index > 0)
            at += body.write(',', at, 'latin1');
        at += body.write(text, at, 'latin1');
    }
    body.write(end, at, 'latin1');
    return body;
}

;// CONCATENATED MODULE: ./lib/sink/rest/openapi.js


/** `endpoint: OPENAPI`: GMS's OpenAPI v3 entities, one entity type and one method a request (emitter/request_helper.py). */
const OPENAPI = {
    textOf: entityOf,
    split: byRoute,
    request(part, asynchronous) {
        const [first] = part;
        const unit = first?.unit;
        return {
            method: unit?.changeType === 'PATCH' ? 'PATCH' : 'POST',
            path: `/openapi/v3/entity/${unit?.entityType ?? ''}?async=${asynchronous}`,
            body: joined('[', part.map(({ text }) => text), ']')
        };
    }
};
/** One aspect of one entity, as JSON in JSON: everything is ASCII. */
function entityOf(unit, metadata) {
    const envelope = `{"value":${contentOf(unit)},"systemMetadata":${metadata},"headers":{}}`;
    return `{"urn":${(0,json/* asciiJson */.i)(unit.urn)},"${unit.aspectName}":${envelope}}`;
}
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
// EXTERNAL MODULE: ./lib/sink/stamp.js
var sink_stamp = __webpack_require__(4960);
;// CONCATENATED MODULE: ./lib/sink/rest/proposal.js




/** The `systemMetadata` of proposals sent at `now`, as an ASCII JSON object in text. */
const systemMetadataText = (stamp, now) => (0,json/* escapeNonAscii */.A)(JSON.stringify((0,sink_stamp/* systemMetadataOf */.k)(stamp, now)));
/**
 * One proposal as rest.li takes it: the aspect is a string in a string. Everything is ASCII, so the text's length is its
 * size in bytes as sent.
 */
function proposalOf(unit, metadata) {
    return (`{"entityType":"${unit.entityType}","entityUrn":${(0,json/* asciiJson */.i)(unit.urn)},"changeType":"${unit.changeType}",` +
        `"aspectName":"${unit.aspectName}","aspect":{"value":${JSON.stringify(unit.value)},"contentType":"${(0,content_type/* contentTypeOf */.J)(unit)}"},` +
        `"systemMetadata":${metadata}}`);
}
const HEAD = '{"proposals":[';
const tail = (asynchronous) => `],"async":"${asynchronous}"}`;
/** Bytes of a request around its proposals. */
const ENVELOPE_BYTES = HEAD.length + tail(false).length;
/** The body of ingestProposalBatch. `async` is a string there, not a boolean. */
function batchBody(proposals, asynchronous) {
    return joined(HEAD, proposals, tail(asynchronous));
}

;// CONCATENATED MODULE: ./lib/sink/rest/pack.js

/** The peer's limits of a request (rest_emitter.py): proposals, and bytes of the body as sent. */
const MAX_PROPOSALS = 200;
const MAX_BYTES = 15_728_640;
/** Whether a proposal is too large for any request of its own. */
const isTooLarge = (packed, limits) => packed.text.length + ENVELOPE_BYTES > limits.maxBytes;
/**
 * Gathers proposals into requests. Neighbours of one urn stay together where the limits allow it, so that few requests
 * have to wait for one another: the order of one urn's aspects is kept across requests (see Dispatcher).
 */
class Packer {
    #limits;
    #open = [];
    #bytes = ENVELOPE_BYTES;
    /** Where the last urn's run of neighbours begins in `#open`. */
    #runStart = 0;
    constructor(limits) {
        this.#limits = limits;
    }
    /** Takes one proposal; gives the request that became full by it, without it, or null. */
    add(packed) {
        const full = this.#isFullWith(packed) ? this.#cut(packed) : null;
        if (this.#open.at(-1)?.unit.urn !== packed.unit.urn)
            this.#runStart = this.#open.length;
        this.#open.push(packed);
        this.#bytes += packed.text.length + 1;
        return full;
    }
    /** The last request, or null when nothing is left. */
    flush() {
        const rest = this.#open;
        this.#restart([]);
        return rest.length === 0 ? null : rest;
    }
    #isFullWith(packed) {
        if (this.#open.length === 0)
            return false;
        return this.#open.length >= this.#limits.maxProposals || this.#bytes + packed.text.length > this.#limits.maxBytes;
    }
    /** Closes the request: before the run that `next` goes on with, if there is something before it and both fit together. */
    #cut(next) {
        const run = this.#open.at(-1)?.unit.urn === next.unit.urn ? this.#open.slice(this.#runStart) : [];
        const kept = this.#runStart > 0 && bytesOf(run) + next.text.length <= this.#limits.maxBytes ? run : [];
        const full = this.#open.slice(0, this.#open.length - kept.length);
        this.#restart(kept);
        return full;
    }
    #restart(open) {
        this.#open = open;
        this.#bytes = bytesOf(open);
        this.#runStart = 0;
    }
}
/** Bytes of a request that holds these and is to hold more: each is followed by a comma. */
const bytesOf = (open) => open.reduce((sum, { text }) => sum + text.length + 1, ENVELOPE_BYTES);

;// CONCATENATED MODULE: ./lib/sink/rest/breaker.js

/** Requests in a row of which nothing arrived, after all their retries, that end the delivery. */
const LIMIT = 5;
/** Ends a delivery that cannot succeed any more: a dead GMS, a token that is not accepted, something else in its place. */
class Breaker {
    #server;
    #lost = 0;
    #hasArrived = false;
    #reason = null;
    constructor(server) {
        this.#server = server;
    }
    /** Why the delivery ended early; null while it may go on. */
    get reason() {
        return this.#reason;
    }
    /** Ends the delivery because of something that nobody foresaw. */
    stop(thrown) {
        this.#reason ??= thrown instanceof Error ? thrown : new Error((0,errors/* messageOf */.b)(thrown));
    }
    /** Takes note of what became of a request. */
    note({ outcomes, stop }) {
        const arrived = outcomes.some(({ kind }) => kind !== 'undelivered');
        this.#hasArrived ||= arrived;
        this.#lost = arrived ? 0 : this.#lost + 1;
        if (stop !== null)
            this.#reason ??= this.#stopped(stop);
        const last = outcomes.findLast(({ kind }) => kind === 'undelivered')?.reason ?? 'no answer';
        if (this.#lost >= LIMIT)
            this.#reason ??= this.#opened(last);
    }
    #opened(last) {
        return new errors/* AppError */.u(`${LIMIT} requests in a row could not be delivered to ${this.#server}; the last: ${last}`, {
            kind: 'cannot-begin',
            code: 'gms-breaker-open',
            cure: 'look at the health, the load and the log of GMS, then run this again'
        });
    }
    #stopped(answer) {
        const message = answer.kind === 'ok' ? '' : answer.message;
        if (answer.kind === 'unauthorized')
            return this.#unauthorized(message);
        return new errors/* AppError */.u(`${this.#server} does not answer writes as GMS does: ${message}`, {
            kind: 'cannot-begin',
            code: 'gms-misrouted',
            cure: "set `server` to GMS's own address, past redirects and login pages; a redirected write would be lost"
        });
    }
    /** GMS answers `/config` to everyone: that a token is missing or wrong shows at the first write only. */
    #unauthorized(message) {
        const what = this.#hasArrived ? 'does not accept the token any more' : 'does not accept the token, or asks for one';
        return new errors/* AppError */.u(`${this.#server} ${what}: ${message}`, {
            kind: 'cannot-begin',
            code: 'gms-unauthorized',
            cure: this.#hasArrived
                ? 'the token may have expired during the run; give it a longer life'
                : 'set the sink’s `token` (input gms-token or DATAHUB_GMS_TOKEN) to an access token that has not expired and may write metadata'
        });
    }
}

;// CONCATENATED MODULE: ./lib/sink/rest/definition.js
/**
 * Whether a work unit makes something known that others refer to. GMS refuses values of a structured property whose
 * definition it has not stored before the request (the peer writes definitions past its sink for that reason: glue.py
 * _get_column_param_workunits).
 */
const isDefinition = ({ aspectName }) => aspectName === 'propertyDefinition';

;// CONCATENATED MODULE: ./lib/sink/rest/dispatcher.js
/**
 * Keeps a bounded number of requests under way. A request that holds a urn of another one under way waits for it, so that
 * the aspects of one urn arrive in the order in which they were made.
 */
class Dispatcher {
    #limit;
    #settle;
    #underWay = new Set();
    /** For each urn under way, the last request that holds it. */
    #byUrn = new Map();
    #settled = [];
    /** @param settle must not reject: nobody may be waiting when it does */
    constructor(limit, settle) {
        this.#limit = limit;
        this.#settle = settle;
    }
    /** Starts a request as soon as there is room for it and nothing before it has to be waited for. */
    async start(batch) {
        const urns = new Set(batch.map(({ unit }) => unit.urn));
        while (this.#underWay.size >= this.#limit)
            await Promise.race(this.#underWay);
        for (const urn of urns)
            await this.#byUrn.get(urn);
        const running = this.#run(batch).then(() => this.#end(running, urns));
        this.#underWay.add(running);
        for (const urn of urns)
            this.#byUrn.set(urn, running);
    }
    /** Waits until every request under way that holds one of these urns is settled. */
    async answered(batch) {
        for (const { unit } of batch)
            await this.#byUrn.get(unit.urn);
    }
    /** What has been settled since the last call. */
    take() {
        const settled = this.#settled;
        this.#settled = [];
        return settled;
    }
    /** Waits until one more request is settled; false when none is under way. */
    async next() {
        if (this.#underWay.size === 0)
            return false;
        await Promise.race(this.#underWay);
        return true;
    }
    /** Waits until no request is under way. */
    async idle() {
        await Promise.all(this.#underWay);
    }
    async #run(batch) {
        // The list is looked up only now: take() may have replaced it in the meantime.
        const settled = await this.#settle(batch);
        this.#settled.push(settled);
    }
    #end(request, urns) {
        this.#underWay.delete(request);
        for (const urn of urns)
            if (this.#byUrn.get(urn) === request)
                this.#byUrn.delete(urn);
    }
}

;// CONCATENATED MODULE: ./lib/sink/rest/settle.js
/** Why a work unit is undelivered that no request was made for. */
const NOT_TRIED = 'not tried any more';
/**
 * Server errors in a row after which they are no longer blamed on records. Halving 200 records down to one takes nine
 * requests, and each neighbour that GMS fails at too takes two more: a table has about ten aspects, whose urn they share.
 */
const PATIENCE = 40;
/**
 * Delivers one batch and finds the records in it that GMS refuses: a refused batch is halved until they are alone, and
 * everything else is written. A server error may be one record's doing, so it is halved too, but it is blamed on a record
 * only where GMS took or judged another one of the batch: where it did not, GMS is at fault, and what it said counts as
 * undelivered.
 */
async function settle(batch, send, done) {
    return new Settling(send, done).deliver(batch);
}
class Settling {
    #send;
    #done;
    #patience = PATIENCE;
    #first = true;
    /** Whether GMS took, or refused for a reason, anything of the batch. */
    #works = false;
    /** The records that were alone in a request that GMS answered with a server error. */
    #blamed = new Set();
    constructor(send, done) {
        this.#send = send;
        this.#done = done;
    }
    async deliver(batch) {
        const { outcomes, stop } = await this.#settle(batch);
        if (this.#works || this.#blamed.size === 0)
            return { outcomes, stop };
        const acquitted = (outcome) => this.#blamed.has(outcome) ? { ...outcome, kind: 'undelivered' } : outcome;
        return { outcomes: outcomes.map(acquitted), stop };
    }
    async #settle(batch) {
        if (this.#patience === 0)
            return ended(batch, 'undelivered', 'GMS answers every request with a server error');
        const answer = await this.#send(batch, this.#first);
        this.#first = false;
        switch (answer.kind) {
            case 'ok':
                this.#noteWorking();
                return ended(batch, this.#done);
            case 'faulty':
                this.#patience -= 1;
                return batch.length === 1 ? this.#blame(batch, answer.message) : this.#split(batch, answer.message);
            case 'rejected':
                this.#noteWorking();
                return this.#split(batch, answer.message);
            case 'too-large':
                return this.#split(batch, answer.message);
            case 'unavailable':
                return ended(batch, 'undelivered', answer.message);
            case 'unauthorized':
            case 'misrouted':
                return { ...ended(batch, 'undelivered', answer.message), stop: answer };
        }
    }
    #noteWorking() {
        this.#works = true;
        this.#patience = PATIENCE;
    }
    #blame(batch, message) {
        const settled = ended(batch, 'rejected', message);
        for (const outcome of settled.outcomes)
            this.#blamed.add(outcome);
        return settled;
    }
    /** One half after the other, which keeps the order of one urn's aspects. A record that is alone is the culprit. */
    async #split(batch, message) {
        if (batch.length === 1)
            return ended(batch, 'rejected', message);
        const middle = Math.ceil(batch.length / 2);
        const first = await this.#settle(batch.slice(0, middle));
        const rest = batch.slice(middle);
        const second = first.stop === null ? await this.#settle(rest) : ended(rest, 'undelivered', NOT_TRIED);
        return { outcomes: [...first.outcomes, ...second.outcomes], stop: first.stop ?? second.stop };
    }
}
/** The same fate for every work unit of a batch. */
function ended(batch, kind, reason) {
    const outcomes = batch.map(({ unit }) => (reason === undefined ? { unit, kind } : { unit, kind, reason }));
    return { outcomes, stop: null };
}

;// CONCATENATED MODULE: ./lib/sink/rest/rest-sink.js








/**
 * Writes to GMS, several requests at once, as fast as GMS takes them and no faster than they
 * are made. Every work unit that comes in leaves in one outcome. When GMS is dead or refuses the token, the work units
 * under way are given out as undelivered, no more are pulled, and the reason is thrown. When reading breaks off, what was
 * read is still delivered before its error is thrown.
 */
class RestSink {
    #settings;
    #client;
    #clock;
    constructor(settings, client, clock) {
        this.#settings = settings;
        this.#client = client;
        this.#clock = clock;
    }
    /** @throws AppError of kind `cannot-begin` when the delivery had to be stopped; whatever `units` throws. */
    async *deliver(units, emit) {
        const { limits, parallel, server } = this.#settings;
        const breaker = new Breaker(server);
        const dispatcher = new Dispatcher(parallel, (batch) => this.#settle(batch, breaker, emit));
        const delivery = { breaker, dispatcher, packer: new Packer(limits), definitions: new Packer(limits) };
        try {
            yield* this.#send(units, delivery, emit);
        }
        finally {
            await leave(delivery, emit);
        }
        if (breaker.reason !== null)
            throw breaker.reason;
    }
    async *#send(units, delivery, emit) {
        const { breaker, dispatcher } = delivery;
        let broken = null;
        try {
            for await (const page of units) {
                emit({ type: 'produced', count: page.length });
                for (const batch of this.#pack(page, delivery))
                    await start(batch, dispatcher);
                yield* given(dispatcher, emit);
                if (breaker.reason !== null)
                    break;
            }
        }
        catch (thrown) {
            broken = { thrown };
        }
        for (const batch of rest(delivery))
            await start(batch, dispatcher);
        while (await dispatcher.next())
            yield* given(dispatcher, emit);
        yield* given(dispatcher, emit);
        if (broken !== null && breaker.reason === null)
            throw broken.thrown;
    }
    /** The requests that a page fills, each behind the definitions that were made before it. */
    *#pack(page, { packer, definitions }) {
        const { wire } = this.#settings;
        const metadata = systemMetadataText(this.#settings.stamp, this.#clock.now());
        for (const unit of page) {
            const defines = isDefinition(unit);
            const full = (defines ? definitions : packer).add({ unit, text: wire.textOf(unit, metadata) });
            if (full === null)
                continue;
            const before = defines ? null : definitions.flush();
            if (before !== null)
                yield before;
            yield full;
        }
    }
    /** Sends a batch in as many requests as the interface needs for it, one after the other. */
    async #settle(batch, breaker, emit) {
        const parts = this.#settings.wire.split(batch);
        const outcomes = [];
        for (const part of parts)
            outcomes.push(...(await this.#settlePart(part, breaker, emit)));
        return { outcomes, stop: null };
    }
    /** Never rejects: what was not foreseen ends the delivery like a dead GMS. */
    async #settlePart(batch, breaker, emit) {
        if (breaker.reason !== null)
            return ended(batch, 'undelivered', NOT_TRIED).outcomes;
        const { limits, wire } = this.#settings;
        const [first] = batch;
        const asynchronous = this.#settings.asynchronous && !definesAny(batch);
        if (batch.length === 1 && first !== undefined && isTooLarge(first, limits)) {
            const size = `${first.text.length} bytes are more than the ${limits.maxBytes} that a request may have`;
            return ended(batch, 'rejected', size).outcomes;
        }
        const send = async (part, retryFaults) => {
            if (breaker.reason !== null)
                return { kind: 'unavailable', message: NOT_TRIED };
            return this.#client.write(wire.request(part, asynchronous), emit, retryFaults);
        };
        try {
            const settled = await settle(batch, send, asynchronous ? 'accepted' : 'written');
            breaker.note(settled);
            return settled.outcomes;
        }
        catch (error) {
            breaker.stop(error);
            return ended(batch, 'undelivered', (0,errors/* messageOf */.b)(error)).outcomes;
        }
    }
}
const definesAny = (batch) => batch.some(({ unit }) => isDefinition(unit));
/** What is left, definitions first. */
function* rest({ definitions, packer }) {
    for (const open of [definitions, packer]) {
        const batch = open.flush();
        if (batch !== null)
            yield batch;
    }
}
/** Starts a request. After definitions nothing else starts until GMS has answered: it knows only what it has stored. */
async function start(batch, dispatcher) {
    await dispatcher.start(batch);
    if (definesAny(batch))
        await dispatcher.answered(batch);
}
/** Gives out what was settled since the last time, after it was told in events: the consumer may leave in between. */
function* given(dispatcher, emit) {
    const settled = dispatcher.take();
    for (const { outcomes } of settled)
        announce(outcomes, emit);
    for (const { outcomes } of settled)
        yield outcomes;
}
/** Leaves no request running and no work unit untold, where the consumer went away before the end. */
async function leave(delivery, emit) {
    const { dispatcher } = delivery;
    for (const unsent of rest(delivery))
        announce(ended(unsent, 'undelivered', NOT_TRIED).outcomes, emit);
    await dispatcher.idle();
    for (const { outcomes } of dispatcher.take())
        announce(outcomes, emit);
}

;// CONCATENATED MODULE: ./lib/sink/rest/restli.js

/** `endpoint: RESTLI`: ingestProposalBatch takes proposals of any kind. */
const RESTLI = {
    textOf: proposalOf,
    split: (batch) => [batch],
    request: (part, asynchronous) => ({
        method: 'POST',
        path: '/aspects?action=ingestProposalBatch',
        body: batchBody(part.map(({ text }) => text), asynchronous)
    })
};

;// CONCATENATED MODULE: ./lib/sink/open.js












/**
 * Makes the recipe's sink. GMS is asked who it is first, in a dry run too: it decides which aspects are made, and a run
 * that could not write should not look as if it could.
 * @throws AppError of kind `cannot-begin` when GMS cannot be reached or is none.
 */
async function openSink(options, deps) {
    switch (options.type) {
        case 'datahub-rest':
            return openRest(options, deps);
        case 'file': {
            const path = (0,external_node_path_.resolve)(deps.cwd, options.filename);
            const sink = deps.dryRun ? new NoSink() : new FileSink(path, deps.stamp, deps.clock, options.nestsText);
            return local(sink, 'file', options.filename);
        }
        case 'console': {
            const sink = deps.dryRun ? new NoSink() : new ConsoleSink(deps.stdout, deps.stamp, deps.clock);
            return local(sink, 'console', 'console');
        }
        case 'blackhole':
            return local(deps.dryRun ? new NoSink() : new BlackholeSink(), 'blackhole', 'blackhole');
    }
}
const local = (sink, type, target) => ({
    sink,
    report: { type, target, version: null },
    gms: null,
    reader: null,
    client: null,
    close: () => { }
});
async function openRest(options, deps) {
    const { client, close } = await (0,connect/* connectGms */.I)(options, options.maxThreads, deps);
    try {
        const gms = await (0,gms_probe/* probeGms */.q)(client, options.server, deps.emit);
        const sink = deps.dryRun ? new NoSink() : restSink(options, client, deps);
        const report = { type: options.type, target: new URL(options.server).origin, version: gms.version };
        const reader = new GmsReader(client, { server: report.target, clock: deps.clock, emit: deps.emit });
        return { sink, report, gms, reader, client, close };
    }
    catch (error) {
        close();
        throw error;
    }
}
function restSink(options, client, deps) {
    const settings = {
        server: (0,gms_probe/* shownServer */.H)(options.server),
        limits: { maxProposals: Math.min(options.maxPerBatch, MAX_PROPOSALS), maxBytes: MAX_BYTES },
        parallel: options.maxThreads,
        asynchronous: options.mode === 'async',
        wire: options.endpoint === 'openapi' ? OPENAPI : RESTLI,
        stamp: deps.stamp
    };
    return new RestSink(settings, client, deps.clock);
}


/***/ }),

/***/ 4722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _datahub_python_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);
/* harmony import */ var _content_type_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4683);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4960);



/**
 * A proposal in the peer's file format (datahub/ingestion/sink/file.py): the aspect as JSON, not as text, and no
 * systemMetadata where the recipe's flags turn it off. `nestsText`: the old form, where the aspect is a text of its own,
 * written as Python's json.dumps does.
 */
function recordOf(unit, stamp, now, nestsText = false) {
    const aspect = JSON.parse(unit.value);
    const { properties: _client, ...systemMetadata } = (0,_stamp_js__WEBPACK_IMPORTED_MODULE_0__/* .systemMetadataOf */ .k)(stamp, now);
    return {
        entityType: unit.entityType,
        entityUrn: unit.urn,
        changeType: unit.changeType,
        aspectName: unit.aspectName,
        aspect: nestsText ? { value: (0,_datahub_python_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pythonJson */ .b)(aspect), contentType: (0,_content_type_js__WEBPACK_IMPORTED_MODULE_2__/* .contentTypeOf */ .J)(unit) } : { json: aspect },
        ...(stamp.setSystemMetadata ? { systemMetadata } : {})
    };
}


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
