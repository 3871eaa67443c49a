export const id = 215;
export const ids = [215];
export const modules = {

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
    // Counting bytes is many times faster than looking for such a unit, and nearly every text has none.
    if (Buffer.byteLength(json) === json.length)
        return json;
    return json.replace(NON_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 7493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ pauseBefore),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   vI: () => (/* binding */ DEFAULT_RETRY)
/* harmony export */ });
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


/***/ }),

/***/ 5215:
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
// EXTERNAL MODULE: ./lib/core/retry.js
var core_retry = __webpack_require__(7493);
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
    batchGet({ entityType, aspectName, urns, withWriters }, emit) {
        const body = Buffer.from((0,json/* asciiJson */.i)(urns.map((urn) => ({ urn, [aspectName]: {} }))));
        const path = `/openapi/v3/entity/${entityType}/batchGet${withWriters === true ? '?systemMetadata=true' : ''}`;
        return this.#request({ method: 'POST', path, body, purpose: 'read' }, emit);
    }
    /**
     * `GET /openapi/v3/entity/{type}`: a page of what a search finds, without what is removed, with who wrote it.
     * @throws NetworkError, as above.
     */
    entities(wanted, emit) {
        const { entityType, query, aspectNames, count, newestBy, scrollId } = wanted;
        const parameters = new URLSearchParams({
            systemMetadata: 'true',
            includeSoftDelete: 'false',
            skipCache: 'true',
            aspects: aspectNames.join(','),
            count: String(count),
            query,
            ...(newestBy === null ? {} : { sortCriteria: newestBy, sortOrder: 'DESCENDING' }),
            ...(scrollId === null ? {} : { scrollId })
        });
        const path = `/openapi/v3/entity/${entityType.toLowerCase()}?${parameters.toString()}`;
        return this.#request({ method: 'GET', path, purpose: 'read' }, emit);
    }
    /** `POST /api/graphql`: a question that changes nothing. @throws NetworkError, as above. */
    graphql(query, emit) {
        const body = Buffer.from((0,json/* asciiJson */.i)({ query }));
        return this.#request({ method: 'POST', path: '/api/graphql', body, purpose: 'read' }, emit);
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
    /**
     * `POST /runs?action={list|describe|rollback}`: what GMS knows of runs by the run ids of aspects. A rollback is tried
     * again only when it was not begun. @throws NetworkError, as above.
     */
    runs(action, body, emit) {
        const purpose = action === 'rollback' ? 'search' : 'read';
        return this.#request({ method: 'POST', path: `/runs?action=${action}`, body: Buffer.from((0,json/* asciiJson */.i)(body)), purpose }, emit);
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
        const { tokens } = this.#deps;
        for (let retry = 1;; retry++) {
            let attempt = await this.#attempt(call);
            if (tokens !== undefined && isRefusal(attempt)) {
                // It may have been revoked before its time; a second refusal is an answer.
                tokens.drop();
                attempt = await this.#attempt(call);
            }
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
        const headers = await this.#authorised();
        const request = { method, url: new URL(`${server}${path}`), headers, timeoutMs, signal };
        try {
            return await http.request(body === undefined ? request : { ...request, body });
        }
        catch (error) {
            if (error instanceof http_error/* NetworkError */.Dr)
                return error;
            throw error;
        }
    }
    /** As with the peer, the token of `auth` takes the place of an extra header. */
    async #authorised() {
        const { tokens } = this.#deps;
        return tokens === undefined
            ? this.#headers
            : { ...this.#headers, authorization: `Bearer ${await tokens.current()}` };
    }
    #pause(retry, policy, attempt) {
        const { clock } = this.#deps;
        const asked = attempt instanceof http_error/* NetworkError */.Dr ? null : (0,core_retry/* retryAfterMs */.Vs)(attempt.headers['retry-after'], clock.now());
        return (0,core_retry/* pauseBefore */.GB)(retry, policy, { random: clock.random(), retryAfterMs: asked });
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
const UNAUTHORISED = 401;
const isRefusal = (attempt) => !(attempt instanceof http_error/* NetworkError */.Dr) && attempt.status === UNAUTHORISED;

// EXTERNAL MODULE: ./lib/datahub/gms-config.js
var gms_config = __webpack_require__(6013);
;// CONCATENATED MODULE: ./lib/datahub/token-source.js





/** Seconds that a token has to be good for when it is used; of short-lived ones half their life (emitter/token_provider.py). */
const BUFFER_SECONDS = 300;
const TIMEOUT_MS = 30_000;
/** The source that a recipe's `auth` names. */
function tokenSource(options, deps) {
    if (options.type === 'token')
        return { current: () => Promise.resolve(options.token), drop: () => undefined };
    // A mounted file is changed in place, and cheap to read.
    if (options.type === 'file')
        return { current: () => tokenIn(options.path, deps), drop: () => undefined };
    return new ClientCredentials(options, deps);
}
async function tokenIn(path, { cwd, mask }) {
    try {
        const token = (await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, path), 'utf8')).trim();
        if (token === '')
            throw new Error('it is empty');
        mask(token);
        return token;
    }
    catch (error) {
        throw notHad(`The file of the token for GMS '${path}' cannot be read: ${(0,errors/* messageOf */.b)(error)}`, error);
    }
}
/** OAuth 2.0 client credentials (RFC 6749, 4.4): one token for many requests, renewed before it runs out. */
class ClientCredentials {
    #options;
    #deps;
    #token = null;
    constructor(options, deps) {
        this.#options = options;
        this.#deps = deps;
    }
    async current() {
        const { token, until } = await this.#shared();
        if (this.#deps.clock.now() < until)
            return token;
        this.drop();
        return (await this.#shared()).token;
    }
    drop() {
        this.#token = null;
    }
    /** Who asks while a token is being fetched gets the same one; a failure is nobody's but theirs. */
    #shared() {
        if (this.#token !== null)
            return this.#token;
        const asked = this.#ask();
        this.#token = asked;
        asked.catch(() => {
            if (this.#token === asked)
                this.#token = null;
        });
        return asked;
    }
    async #ask() {
        const { endpoint, clientId, clientSecret, scope, audience } = this.#options;
        const { env, clock, signal, mask } = this.#deps;
        const body = new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: clientId,
            client_secret: clientSecret,
            ...(scope === null ? {} : { scope }),
            ...(audience === null ? {} : { audience })
        }).toString();
        const url = new URL(endpoint);
        const http = new core_http/* HttpClient */.Q(url, { env });
        const at = clock.now();
        try {
            const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
            const answer = await http.request({ method: 'POST', url, headers, body, timeoutMs: TIMEOUT_MS, signal });
            const { access_token: token, expires_in: seconds } = ((0,gms_config/* parseJson */.qF)(answer.text) ?? {});
            if (answer.status !== 200 || typeof token !== 'string' || token === '') {
                throw new Error(`it answers ${answer.status}${answer.status === 200 ? ' without an access_token' : ''}`);
            }
            mask(token);
            return { token, until: at + goodFor(seconds) * 1000 };
        }
        catch (error) {
            throw notHad(`${url.origin} gives no token for GMS: ${(0,errors/* messageOf */.b)(error)}`, error);
        }
        finally {
            http.close();
        }
    }
}
/** Of a token that does not say how long it is good for, nothing is known beyond its first request. */
function goodFor(seconds) {
    const life = Number(seconds);
    return Number.isFinite(life) && life > 0 ? life - Math.min(BUFFER_SECONDS, life / 2) : 0;
}
const notHad = (message, cause) => new errors/* AppError */.u(message, {
    kind: 'cannot-begin',
    code: 'gms-token-not-had',
    cure: 'check `auth` of the sink, and that this process may reach and read what it names',
    cause
});

;// CONCATENATED MODULE: ./lib/datahub/connect.js







/**
 * Makes the client that a recipe's options ask for. Nothing is sent yet. `sockets`: connections at once.
 * @throws AppError of kind `input` when a certificate cannot be read, or the token or a header cannot be sent.
 */
async function connectGms(options, sockets, deps) {
    const { server, token, extraHeaders, retryStatusCodes, retryMaxTimes, timeoutSeconds } = options;
    const tls = await certificates(options, deps);
    const http = new core_http/* HttpClient */.Q(new URL(server), { env: deps.env, maxSockets: sockets, ...tls });
    const retry = { ...core_retry/* DEFAULT_RETRY */.vI, retries: retryMaxTimes };
    try {
        const client = new GmsClient({ server, token, extraHeaders, timeoutMs: timeoutSeconds * 1000, retry, retryStatusCodes }, {
            http,
            clock: deps.clock,
            signal: deps.signal,
            ...(options.auth === null ? {} : { tokens: tokenSource(options.auth, deps) })
        });
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


/***/ })

};
