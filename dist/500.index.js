export const id = 500;
export const ids = [500];
export const modules = {

/***/ 2500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentOn: () => (/* binding */ commentOn)
});

// EXTERNAL MODULE: ./lib/app/github/api.js
var github_api = __webpack_require__(7571);
// EXTERNAL MODULE: ./lib/app/github/retry.js
var github_retry = __webpack_require__(6249);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/retry.js
var core_retry = __webpack_require__(7493);
// EXTERNAL MODULE: ./lib/report/render/plan-markdown.js + 4 modules
var plan_markdown = __webpack_require__(3189);
// EXTERNAL MODULE: ./lib/report/render/plan-markdown-words.js
var plan_markdown_words = __webpack_require__(5460);
// EXTERNAL MODULE: ./lib/core/http-error.js
var http_error = __webpack_require__(3252);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
;// CONCATENATED MODULE: ./lib/action/comment-thread.js
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholder is that of workflows





/** GitHub did not take a comment because it is too long, or says something that it does not take. */
class UnprocessableComment extends errors/* AppError */.u {
}
/** It is not known whether the comment was made. */
class UncertainComment extends errors/* AppError */.u {
}
const PER_PAGE = 100;
/** "Commenting is disabled on issues with more than 2500 comments", says GitHub. */
const MOST_PAGES = 30;
/** GitHub's messages are shorter. */
const LONGEST_MESSAGE = 200;
/**
 * The comments of a pull request by REST: to GitHub it is an issue in this respect, and `pull-requests: write` suffices.
 * All of it throws an AppError that says what is missing.
 * @param repository `owner/name`.
 */
function commentThread(api, repository, number) {
    const comments = `/repos/${repository}/issues/${number}/comments`;
    const one = (id) => `/repos/${repository}/issues/comments/${id}`;
    return {
        list: () => listed(api, comments),
        create: async (body) => {
            await sent(api, { method: 'POST', path: comments, body: { body } }, [201]);
        },
        update: async (id, body) => {
            await sent(api, { method: 'PATCH', path: one(id), body: { body } }, [200]);
        },
        remove: async (id) => {
            await sent(api, { method: 'DELETE', path: one(id) }, [204, 404]);
        },
        viewer: () => api.viewer()
    };
}
async function listed(api, path) {
    const all = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await sent(api, { method: 'GET', path: `${path}?per_page=${PER_PAGE}&page=${page}` }, [200]);
        const items = (0,github_api/* jsonOf */.o_)(answer);
        if (!Array.isArray(items))
            throw refusal('its answer is no list of comments');
        all.push(...items.flatMap(commentOf));
        if (items.length < PER_PAGE)
            break;
    }
    return all;
}
function commentOf(item) {
    const id = (0,github_api/* memberOf */.C5)(item, 'id');
    const user = (0,github_api/* memberOf */.C5)(item, 'user');
    if (typeof id !== 'number')
        return [];
    return [
        {
            id,
            body: (0,github_api/* textAt */.$6)(item, 'body') ?? '',
            login: (0,github_api/* textAt */.$6)(user, 'login') ?? '',
            isBot: (0,github_api/* textAt */.$6)(user, 'type') === 'Bot'
        }
    ];
}
async function sent(api, request, wanted) {
    let answer;
    try {
        answer = await api.request(request);
    }
    catch (error) {
        if (!(error instanceof http_error/* NetworkError */.Dr))
            throw error;
        if (request.method === 'POST')
            throw new UncertainComment(...failed(error.message));
        throw refusal(error.message);
    }
    if (wanted.includes(answer.status))
        return answer;
    throw refused(answer, request);
}
function refused(answer, { method }) {
    const { status } = answer;
    const said = (0,quote/* oneLine */.TN)((0,github_api/* textAt */.$6)((0,github_api/* jsonOf */.o_)(answer), 'message') ?? '').slice(0, LONGEST_MESSAGE);
    const why = said === '' ? `it answered ${status}` : `it answered ${status}, ${said}`;
    if (status === 422)
        return new UnprocessableComment(...failed(why));
    if (status === 401)
        return refusal(why, "Give the job's own token: github-token: ${{ github.token }}");
    if (/\b(?:locked|disabled)\b/i.test(said))
        return refusal(why, CLOSED);
    if ((0,github_retry/* isLimited */.lU)(answer))
        return refusal(why, 'Run the job again later');
    if (status === 403 || status === 404)
        return refusal(why, PERMISSION);
    if (method === 'POST' && status >= 500)
        return new UncertainComment(...failed(why));
    return refusal(why);
}
const CLOSED = 'The conversation takes no more comments: unlock it, or let the input comment be false';
const PERMISSION = 'The job needs permissions: pull-requests: write. Pull requests of forks and of Dependabot never have it';
const refusal = (why, cure) => new errors/* AppError */.u(...failed(why, cure));
const failed = (why, cure) => [
    `The comment on the pull request could not be written: ${why}`,
    { kind: 'cannot-begin', code: 'comment-failed', ...(cure === undefined ? {} : { cure }) }
];

;// CONCATENATED MODULE: ./lib/action/comment-sticky.js

/** The most bytes of UTF-8 that a comment gets, and those it gets when GitHub finds that too long. */
const LIMITS = [65_000, 30_000];
/**
 * Sees to it that the pull request has the wanted comment, once: edits the newest comment of ours in place, leaves one that
 * says the same already alone, and removes others with the same label, which runs side by side may have left.
 * @param pause Waits before it is looked again whether a comment was made, or says that it was waited often enough.
 * @throws AppError as the thread does.
 */
async function settle(thread, wanted, pause) {
    for (let retry = 1;; retry++) {
        try {
            return await settled(thread, wanted);
        }
        catch (error) {
            // The comment may be there all the same: looking again is what keeps it from being made twice.
            if (!(error instanceof UncertainComment) || !(await pause(retry)))
                throw error;
        }
    }
}
async function settled(thread, wanted) {
    const own = await ownComments(thread, markerOf(wanted.label));
    const became = await written(thread, wanted, own.at(-1));
    for (const other of own.slice(0, -1))
        await thread.remove(other.id);
    return became;
}
async function written(thread, wanted, newest) {
    if (newest === undefined) {
        if (!wanted.mayCreate)
            return 'none';
        await shortening(wanted, (body) => thread.create(body));
        return 'created';
    }
    if (isLater(newest.body, wanted.runId))
        return 'later';
    // Either may have been what GitHub took the last time.
    if (LIMITS.some((limit) => sameText(newest.body, bodyOf(wanted, limit))))
        return 'unchanged';
    await shortening(wanted, (body) => thread.update(newest.id, body));
    return 'updated';
}
async function shortening(wanted, write) {
    const [whole, shorter] = LIMITS.map((limit) => bodyOf(wanted, limit));
    try {
        await write(whole ?? '');
    }
    catch (error) {
        if (!(error instanceof UnprocessableComment) || shorter === undefined || shorter === whole)
            throw error;
        await write(shorter);
    }
}
/**
 * Comments that begin with the marker and were made with this very token's identity. A person who quotes one, or another
 * app that does, keeps what they wrote.
 */
async function ownComments(thread, marker) {
    const marked = (await thread.list()).filter(({ body }) => body.startsWith(marker));
    if (marked.length === 0)
        return [];
    const viewer = (await thread.viewer()) ?? 'github-actions[bot]';
    return marked.filter(({ login, isBot }) => login === viewer || (isBot && login === `${viewer}[bot]`));
}
/** The hidden first line of a comment. Inputs hold no label that could end it. */
const markerOf = (label) => `<!-- datahub-glue-plan:${label} -->`;
/** The hidden line before the part that is another with every run. */
const RUN = /\n<!-- datahub-glue-plan-run:(\d*) -->\n/;
function bodyOf({ label, text, origin, runId }, limit) {
    const [before, after] = [`${markerOf(label)}\n\n`, `\n<!-- datahub-glue-plan-run:${runId} -->\n\n${origin}`];
    return `${before}${text(limit - Buffer.byteLength(before) - Buffer.byteLength(after))}${after}`;
}
/** What a comment says, without its run. GitHub's own editor ends lines otherwise. */
const saidIn = (body) => (body.replaceAll('\r\n', '\n').split(RUN)[0] ?? '').trimEnd();
const sameText = (a, b) => saidIn(a) === saidIn(b);
function isLater(body, runId) {
    const before = RUN.exec(body.replaceAll('\r\n', '\n'))?.[1] ?? '';
    return /^\d+$/.test(before) && /^\d+$/.test(runId) && BigInt(before) > BigInt(runId);
}

;// CONCATENATED MODULE: ./lib/action/comment.js








/**
 * Tells the plan in a comment on the pull request that the run is for. Never rejects: a comment that cannot be written is a
 * warning, and the plan stands elsewhere.
 */
async function commentOn(report, inputs, means) {
    const { github, logger, runner } = means;
    const silent = whySilent(inputs, github);
    if (silent !== null) {
        logger[silent.level](silent.why);
        return;
    }
    try {
        const became = await write(report, inputs, means);
        logger.info(BECAME[became]);
    }
    catch (error) {
        if (means.signal.aborted)
            return;
        const cure = error instanceof errors/* AppError */.u && error.cure !== undefined ? `. ${error.cure}` : '';
        const message = `${(0,errors/* messageOf */.b)(error)}${cure}`;
        logger.warning(message);
        runner.warning(message, { title: 'Comment on the pull request' });
    }
}
const BECAME = {
    created: 'The plan was told in a new comment on the pull request',
    updated: 'The comment on the pull request was brought up to date',
    unchanged: 'The comment on the pull request says the same already',
    none: 'There is nothing to tell in a comment on the pull request',
    later: 'A later run has written the comment on the pull request: it stays as it is'
};
function whySilent({ mode, token }, github) {
    if (mode === 'false')
        return { level: 'debug', why: 'No comment is asked for' };
    if (github === null || numberOf(github) === null) {
        return { level: 'debug', why: 'There is no pull request to comment on' };
    }
    if (github.isForkPullRequest) {
        return { level: 'info', why: 'No comment: GitHub gives pull requests from forks no right to write one' };
    }
    if (token === null)
        return { level: 'info', why: 'No comment: the input github-token is not given' };
    return null;
}
const numberOf = ({ pullRequest }) => pullRequest?.number ?? null;
async function write(report, { mode, label, token }, means) {
    const { github, env, clock, signal, logger } = means;
    const number = github === null ? null : numberOf(github);
    if (github === null || number === null || token === null)
        return 'none';
    const api = new github_api/* GithubApi */.QS({
        env,
        token,
        clock,
        signal,
        onRetry: (reason, afterMs) => logger.debug(`GitHub: ${reason}; tried again in ${Math.ceil(afterMs / 1000)} s`)
    });
    try {
        const thread = commentThread(api, github.repository, number);
        return await settle(thread, wantedOf(report, { mode, label, github }), (retry) => pause(retry, means));
    }
    finally {
        api.close();
    }
}
async function pause(retry, { clock, signal }) {
    const afterMs = (0,core_retry/* pauseBefore */.GB)(retry, github_retry/* GITHUB_RETRY */.Bp, { random: clock.random(), retryAfterMs: null });
    if (afterMs === null)
        return false;
    await clock.sleep(afterMs, signal);
    return true;
}
function wantedOf(report, { mode, label, github }) {
    const { runUrl, runId, pullRequest } = github;
    const origin = (0,plan_markdown/* renderOrigin */.rE)({ runUrl, head: pullRequest?.headSha ?? '', base: report.base });
    const isTouched = report.recipes.length > 0 || report.stopped !== null;
    return {
        label,
        origin,
        runId,
        text: isTouched ? (limit) => (0,plan_markdown/* renderPlanComment */.zk)(report, label, limit) : () => (0,plan_markdown/* renderOutdated */.nZ)(label),
        mayCreate: isTouched && (mode === 'true' || (0,plan_markdown_words/* hasNews */.OS)(report))
    };
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

/***/ 9531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   k5: () => (/* binding */ quotedKey)
/* harmony export */ });
const MAX_LENGTH = 80;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal or a log line
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/g;
/** `text` without line breaks and control characters. */
const oneLine = (text) => text.replace(UNSAFE, ' ');
/** `text` in single quotes for a one-line message: without line breaks and control characters, cut when long. */
function quoted(text) {
    const line = oneLine(text);
    return `'${line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line}'`;
}
/** A key in single quotes; of what does not look like one nothing is shown: a broken text may hold a secret there. */
function quotedKey(text) {
    return /^[\w.:/${}-]{1,60}$/.test(text) ? quoted(text) : "'…'";
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


/***/ })

};
