export const id = 379;
export const ids = [379];
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

/***/ 9006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ openRecipeSession)
});

// EXTERNAL MODULE: ./lib/model/iam-actions.js
var iam_actions = __webpack_require__(7098);
// EXTERNAL MODULE: ./lib/aws/auth-mode.js
var auth_mode = __webpack_require__(1483);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/aws/check-identity.js

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, `RoleSessionName` and `DurationSeconds`. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/u;
const SHORTEST_SECONDS = 900;
const LONGEST_SECONDS = 43_200;
/** Refuses inputs that STS would refuse, before anyone is asked for a token. @throws AppError (input) */
function checkIdentityOptions(identity) {
    const { roleSessionName, roleDurationSeconds, allowedAccountIds } = identity;
    if (!SESSION_NAME.test(roleSessionName)) {
        throw wrong(`"${roleSessionName}" cannot be the name of a role session`, 'Set role-session-name to 2 to 64 letters, digits and _ + = , . @ -');
    }
    if (!Number.isInteger(roleDurationSeconds) ||
        roleDurationSeconds < SHORTEST_SECONDS ||
        roleDurationSeconds > LONGEST_SECONDS) {
        throw wrong(`A role session cannot last ${roleDurationSeconds} seconds`, `Set role-duration-seconds to a whole number from ${SHORTEST_SECONDS} to ${LONGEST_SECONDS}`);
    }
    const strange = allowedAccountIds.find((id) => !/^\d{12}$/u.test(id));
    if (strange !== undefined) {
        throw wrong(`"${strange}" in allowed-account-ids is not an AWS account`, 'Write account ids with all their twelve digits');
    }
}
/** The guard against acting in the wrong account; checked on the identity that the run ends up with, however it came by it. */
function checkAccount(account, arn, allowed) {
    if (allowed.length === 0 || allowed.includes(account))
        return;
    throw new errors/* AppError */.u(`This run would act in account ${account} (as ${arn}), which allowed-account-ids does not name`, {
        kind: 'cannot-begin',
        code: 'account-not-allowed',
        cure: `Correct the role, or add ${account} to allowed-account-ids (now ${allowed.join(', ')})`
    });
}
function wrong(message, cure) {
    return new errors/* AppError */.u(message, { kind: 'input', code: 'identity-input-invalid', cure });
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-glue/dist-cjs/index.js
var dist_cjs = __webpack_require__(6542);
// EXTERNAL MODULE: ./lib/aws/call.js
var aws_call = __webpack_require__(1093);
;// CONCATENATED MODULE: ./lib/aws/answer-shape.js
/**
 * Reads a value that JSON.parse made of an answer: what has the wrong type, is null or is not known is left out, as the SDKs
 * leave out what their model does not know. Nearly all that AWS answers is as it should be, and then the value itself is
 * given back, with its times changed in place: a copy would cost as much as JSON.parse did.
 * @returns `undefined` when nothing is left
 */
function readShape(shape, value) {
    if (typeof shape === 'string')
        return readScalar(shape, value);
    if (typeof value !== 'object' || value === null)
        return undefined;
    if ('list' in shape)
        return Array.isArray(value) ? readList(shape.list, value) : undefined;
    if (Array.isArray(value))
        return undefined;
    return 'map' in shape ? readMap(shape.map, value) : readMembers(shape, value);
}
function readScalar(shape, value) {
    if (shape === 'time')
        return readTime(value);
    const type = shape === 'text' ? 'string' : shape;
    return typeof value === type ? value : undefined;
}
function readList(shape, values) {
    let kept = 0;
    for (const value of values) {
        const item = readShape(shape, value);
        if (item !== undefined)
            values[kept++] = item;
    }
    values.length = kept;
    return values;
}
function readMap(shape, value) {
    for (const [key, entry] of Object.entries(value)) {
        const item = readShape(shape, entry);
        if (item === undefined)
            Reflect.deleteProperty(value, key);
        else if (item !== entry)
            answer_shape_define(value, key, item);
    }
    return value;
}
/** The place of each member in its structure. */
const places = new WeakMap();
function placesOf(structure) {
    const known = places.get(structure);
    if (known !== undefined)
        return known;
    const made = new Map(Object.keys(structure.members).map((name, place) => [name, place]));
    places.set(structure, made);
    return made;
}
function readMembers(structure, value) {
    // An object that JSON.parse made: its members are of any type.
    const source = value;
    const order = placesOf(structure);
    let last = -1;
    for (const name in source) {
        const place = order.get(name) ?? -1;
        const shape = structure.members[name];
        if (place <= last || shape === undefined)
            return sorted(structure, source);
        last = place;
        const item = readShape(shape, source[name]);
        if (item === undefined)
            return sorted(structure, source);
        if (item !== source[name])
            source[name] = item;
    }
    return source;
}
/** The known members, in the order of the structure. Members that have been read already read as themselves. */
function sorted({ members }, source) {
    const record = {};
    for (const name in members) {
        const shape = members[name];
        const value = Object.hasOwn(source, name) ? source[name] : undefined;
        const item = shape === undefined || value instanceof Date ? value : readShape(shape, value);
        if (item !== undefined)
            record[name] = item;
    }
    return record;
}
/** A key that people chose may be `__proto__`, which an assignment would swallow. */
function answer_shape_define(map, key, value) {
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}
/** Seconds since the epoch, with fractions, as JSON-1.1 services write times. */
function readTime(value) {
    const seconds = typeof value === 'string' ? Number(value) : value;
    if (typeof seconds === 'number' && Number.isFinite(seconds))
        return new Date(Math.trunc(toMicros(seconds) * 1_000));
    const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(parsed) ? undefined : new Date(parsed);
}
/**
 * Seconds rounded to the microsecond, as a Python datetime holds them; cut off to the millisecond from there, they are
 * what the peer writes: `int(datetime.timestamp() * 1000)`. The fraction is rounded apart from the whole seconds, whose
 * microseconds are too many for a number in distant times.
 */
function toMicros(seconds) {
    const whole = Math.trunc(seconds);
    const fraction = seconds - whole;
    const micros = Math.sign(fraction) * Math.round(Math.abs(fraction) * 1e6);
    const total = whole * 1e6 + micros;
    return Number.isSafeInteger(total) ? total / 1e6 : whole + micros / 1e6;
}

;// CONCATENATED MODULE: ./lib/aws/glue-shapes.js
/*
 * The members of Glue's answers that this program reads, in the order of Glue's API model: where the peer prints a
 * structure as text, it prints it in this order. https://docs.aws.amazon.com/glue/latest/webapi/API_Table.html
 */
const texts = { list: 'text' };
const parameters = { map: 'text' };
const column = { members: { Name: 'text', Type: 'text', Comment: 'text', Parameters: parameters } };
const storageDescriptor = {
    members: {
        Columns: { list: column },
        Location: 'text',
        AdditionalLocations: texts,
        InputFormat: 'text',
        OutputFormat: 'text',
        Compressed: 'boolean',
        NumberOfBuckets: 'number',
        SerdeInfo: { members: { Name: 'text', SerializationLibrary: 'text', Parameters: parameters } },
        BucketColumns: texts,
        SortColumns: { list: { members: { Column: 'text', SortOrder: 'number' } } },
        Parameters: parameters,
        SkewedInfo: {
            members: { SkewedColumnNames: texts, SkewedColumnValues: texts, SkewedColumnValueLocationMaps: parameters }
        },
        StoredAsSubDirectories: 'boolean',
        SchemaReference: {
            members: {
                SchemaId: { members: { SchemaArn: 'text', SchemaName: 'text', RegistryName: 'text' } },
                SchemaVersionId: 'text',
                SchemaVersionNumber: 'number'
            }
        }
    }
};
const target = { members: { CatalogId: 'text', DatabaseName: 'text', Name: 'text', Region: 'text' } };
const table = {
    members: {
        Name: 'text',
        DatabaseName: 'text',
        Description: 'text',
        Owner: 'text',
        CreateTime: 'time',
        UpdateTime: 'time',
        LastAccessTime: 'time',
        LastAnalyzedTime: 'time',
        Retention: 'number',
        StorageDescriptor: storageDescriptor,
        PartitionKeys: { list: column },
        ViewOriginalText: 'text',
        ViewExpandedText: 'text',
        TableType: 'text',
        Parameters: parameters,
        CreatedBy: 'text',
        IsRegisteredWithLakeFormation: 'boolean',
        TargetTable: target,
        CatalogId: 'text',
        VersionId: 'text',
        IsMultiDialectView: 'boolean',
        IsMaterializedView: 'boolean'
    }
};
const database = {
    members: {
        Name: 'text',
        Description: 'text',
        LocationUri: 'text',
        Parameters: parameters,
        CreateTime: 'time',
        TargetDatabase: target,
        CatalogId: 'text'
    }
};
const partition = {
    members: {
        Values: texts,
        StorageDescriptor: { members: { Columns: { list: column } } },
        Parameters: parameters
    }
};
/** The answers that are read without the SDK's own deserialiser, by operation. */
const FAST_ANSWERS = new Map([
    ['GetDatabases', { members: { DatabaseList: { list: database }, NextToken: 'text' } }],
    ['GetPartitions', { members: { Partitions: { list: partition }, NextToken: 'text' } }],
    ['GetTables', { members: { TableList: { list: table }, NextToken: 'text' } }]
]);

// EXTERNAL MODULE: ./lib/aws/json-answer.js
var json_answer = __webpack_require__(2842);
;// CONCATENATED MODULE: ./lib/aws/fast-answers.js



/**
 * Lets a Glue client read the answers with many tables by JSON.parse and one pass over what is used, which takes a third
 * of the time of the SDK's deserialiser. That replaces a method of the SDK's protocol object, which no promise of its
 * covers: where anything about it is not as expected, the SDK's own way is taken, with the same result. The SDK stays in
 * charge of everything else: requests, errors, operations that are not listed in glue-shapes.ts.
 * @returns whether the method could be replaced
 */
function readFaster(client) {
    const protocol = client.config.protocol;
    if (!hasDeserialiser(protocol))
        return false;
    const original = protocol.deserializeResponse.bind(protocol);
    protocol.deserializeResponse = async (operation, context, response) => {
        const shape = FAST_ANSWERS.get(nameOf(operation));
        if (shape === undefined || !isPlainAnswer(response))
            return original(operation, context, response);
        const text = await (0,json_answer/* bodyText */.G)(response.body);
        const output = text === '' ? {} : readShape(shape, JSON.parse(text));
        const requestId = response.headers['x-amzn-requestid'];
        return { ...Object(output), $metadata: { httpStatusCode: response.statusCode, requestId } };
    };
    return true;
}
function hasDeserialiser(protocol) {
    return (typeof protocol === 'object' &&
        protocol !== null &&
        'deserializeResponse' in protocol &&
        typeof protocol.deserializeResponse === 'function' &&
        protocol.deserializeResponse.length === 3);
}
function nameOf(operation) {
    if (typeof operation !== 'object' || operation === null || !('name' in operation))
        return '';
    return typeof operation.name === 'string' ? operation.name : '';
}
/** A success whose body is a stream of JSON that nobody has packed. */
function isPlainAnswer(response) {
    if (typeof response !== 'object' || response === null)
        return false;
    if (!('statusCode' in response && 'headers' in response && 'body' in response))
        return false;
    const { statusCode, headers, body } = response;
    return (statusCode === 200 &&
        typeof headers === 'object' &&
        headers !== null &&
        !('content-encoding' in headers) &&
        typeof body === 'object' &&
        body !== null &&
        'on' in body);
}

;// CONCATENATED MODULE: ./lib/aws/clients.js



/** A Glue client that acts as the owner of `credentials`. */
function createGlueClient(deps) {
    const { clock, emit, retries, limit, credentials } = deps;
    const client = new dist_cjs/* GlueClient */.lPz({ ...deps.transport.settingsFor('GLUE'), credentials });
    readFaster(client);
    const policy = { service: 'glue', retries, clock, emit, limit, renew: credentials.dropOlderThan };
    return {
        send: (command, options = {}) => {
            const signal = options.abortSignal;
            const operation = command.constructor.name.replace(/Command$/u, '');
            return (0,aws_call/* callAws */.I)(policy, operation, () => client.send(command, signal === undefined ? {} : { abortSignal: signal }), signal);
        }
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/credential-providers/dist-cjs/index.js
var credential_providers_dist_cjs = __webpack_require__(9719);
// EXTERNAL MODULE: ./lib/model/aws-call-error.js
var aws_call_error = __webpack_require__(9597);
// EXTERNAL MODULE: ./lib/aws/explain-oidc.js
var explain_oidc = __webpack_require__(778);
// EXTERNAL MODULE: ./lib/aws/retry.js
var retry = __webpack_require__(8083);
;// CONCATENATED MODULE: ./lib/aws/explain-sts.js


/**
 * What failed when AWS was asked who we are or for a role's session, in words that say which side is wrong.
 * The errors that only one call has are explained elsewhere: explain-oidc.ts, explain-chain.ts.
 */
function explainSts(error, attempt) {
    const advice = adviceFor(error, attempt);
    return new errors/* AppError */.u(advice.message, {
        kind: advice.kind ?? 'cannot-begin',
        code: advice.code,
        cure: advice.cure,
        cause: error
    });
}
function adviceFor(error, attempt) {
    const advise = ADVICE[error.code];
    if (advise !== undefined)
        return advise(error, attempt);
    if (/MaxSessionDuration|DurationSeconds/iu.test(error.message))
        return tooLong(error, attempt);
    if (/valid region/iu.test(error.message))
        return wrongRegion(error, attempt);
    if (/^[A-Z][A-Z_]+$/u.test(error.code) || error.kind === 'transient')
        return unreachable(error, attempt);
    if (error.kind === 'throttle') {
        return {
            code: 'sts-throttled',
            message: `AWS STS throttled ${error.action} ${error.attempts} times: ${error.message}`,
            cure: 'Run it again later; many jobs that assume roles at the same moment share one quota'
        };
    }
    return {
        code: 'sts-failed',
        message: `${error.action} failed with ${error.code}: ${error.message}`,
        cure: attempt.roleArn === null ? 'Check the credentials of this run' : `Check the role ${attempt.roleArn}`
    };
}
const ADVICE = {
    PackedPolicyTooLarge: (error) => ({
        code: 'session-policy-too-large',
        kind: 'input',
        message: `AWS cannot pack the session policy: ${error.message}`,
        cure: 'Give a shorter inline-session-policy, fewer managed-session-policies, or set least-privilege to false'
    }),
    MalformedPolicyDocument: (error) => ({
        code: 'session-policy-malformed',
        kind: 'input',
        message: `AWS does not accept the session policy: ${error.message}`,
        cure: 'Check the input inline-session-policy: it must be an IAM policy document in JSON'
    }),
    RegionDisabled: (_error, { region }) => ({
        code: 'sts-region-disabled',
        message: `AWS STS is not activated in ${region} for this account`,
        cure: `Activate it (IAM console, Account settings, Security Token Service), or set aws-region to another region`
    }),
    InvalidClientTokenId: (_error, { region }) => badKeys(region),
    UnrecognizedClient: (_error, { region }) => badKeys(region),
    SignatureDoesNotMatch: badSignature,
    InvalidSignature: badSignature,
    RequestExpired: skewed,
    RequestTimeTooSkewed: skewed,
    [retry/* UNREADABLE_ANSWER */.RY]: (error) => ({
        code: 'sts-not-aws',
        message: `What answers in place of AWS STS is not AWS (${error.message})`,
        cure: 'Look for a proxy or firewall that shows a page of its own; check HTTPS_PROXY, NO_PROXY and AWS_ENDPOINT_URL'
    }),
    ExpiredToken: (error) => ({
        code: 'aws-credentials-expired',
        message: `The AWS credentials of this run have expired: ${error.message}`,
        cure: 'Get new ones; with role-to-assume in GitHub Actions they are renewed as long as the run lasts'
    })
};
function badKeys(region) {
    return {
        code: 'aws-credentials-invalid',
        message: 'AWS does not know the access key, or the session token does not belong to it',
        cure: `Check the access key id and the session token (temporary keys need it); keys of another partition, and accounts that have not enabled ${region}, give the same error`
    };
}
function badSignature(error, attempt) {
    if (/valid region/iu.test(error.message))
        return wrongRegion(error, attempt);
    if (/expired|not yet current/iu.test(error.message))
        return skewed(error);
    return {
        code: 'aws-credentials-invalid',
        message: 'AWS does not accept the signature: the secret access key does not belong to the access key id',
        cure: "Check the secret for missing characters or spaces around it, and the machine's clock"
    };
}
function skewed(error) {
    return {
        code: 'clock-skew',
        message: `The clock of this machine differs too much from AWS's: ${error.message}`,
        cure: 'Correct the clock (NTP); AWS accepts a difference of five minutes'
    };
}
function tooLong(error, { roleArn, durationSeconds }) {
    return {
        code: 'role-duration-too-long',
        kind: 'input',
        message: `The role ${roleArn ?? ''} does not allow sessions of ${durationSeconds ?? '?'} seconds: ${error.message}`,
        cure: "Lower the input role-duration-seconds (3600 always works: sessions are renewed while a run lasts), or raise the role's maximum session duration"
    };
}
function wrongRegion(error, { region }) {
    return {
        code: 'aws-region-wrong',
        kind: 'input',
        message: `AWS does not accept the region ${region}: ${error.message}`,
        cure: 'Check aws_region in the recipe and the input aws-region'
    };
}
function unreachable(error, { region }) {
    if (error.code === 'ENOTFOUND') {
        return {
            code: 'aws-region-unknown',
            message: `The host of AWS STS in ${region} cannot be found (${error.message})`,
            cure: `Check that ${region} is an AWS region (aws_region in the recipe, the input aws-region), and this machine's DNS`
        };
    }
    return {
        code: 'sts-unreachable',
        message: `AWS STS in ${region} cannot be reached: ${error.code} after ${error.attempts} attempts (${error.message})`,
        cure: 'Check the network of the runner: a VPC endpoint or NAT for STS and Glue, HTTPS_PROXY and NO_PROXY, AWS_ENDPOINT_URL'
    };
}

// EXTERNAL MODULE: ./lib/aws/oidc-token.js
var oidc_token = __webpack_require__(7368);
;// CONCATENATED MODULE: ./lib/aws/refreshing-credentials.js
/** New credentials are loaded this long before the old ones run out, as the SDK and the peer do (aws_common.py). */
const MARGIN_MS = 5 * 60_000;
/** Of a very short session only a third is given up. */
const MARGIN_SHARE = 1 / 3;
/** When loading fails although the old credentials still hold, they are used on for this long before the next try. */
const GRACE_MS = 30_000;
/** Keeps what `load` gives until it is about to expire. Every credential is masked before anyone can use it. */
function refreshing(load, deps) {
    let held = null;
    let loading = null;
    const renew = async () => {
        const loadedAt = deps.clock.monotonic();
        const credentials = await load();
        maskCredentials(credentials, deps.mask);
        return { credentials, loadedAt, ...lifeOf(credentials, deps.clock.now()) };
    };
    const current = async () => {
        const old = held;
        if (old !== null && deps.clock.now() < old.renewAt)
            return old.credentials;
        loading ??= renew().finally(() => {
            loading = null;
        });
        try {
            held = await loading;
            return held.credentials;
        }
        catch (error) {
            const retryAt = deps.clock.now() + GRACE_MS;
            if (old === null || retryAt >= old.expiresAt)
                throw error;
            old.renewAt = retryAt;
            return old.credentials;
        }
    };
    return Object.assign(current, {
        memoized: true,
        dropOlderThan: (moment) => {
            if (held !== null && held.loadedAt <= moment)
                held = null;
        }
    });
}
function lifeOf(credentials, now) {
    const expiresAt = credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    const margin = Math.min(MARGIN_MS, (expiresAt - now) * MARGIN_SHARE);
    return { renewAt: expiresAt - margin, expiresAt };
}
function maskCredentials(credentials, mask) {
    for (const secret of [credentials.secretAccessKey, credentials.sessionToken, credentials.accessKeyId]) {
        if (secret !== undefined && secret !== '')
            mask(secret);
    }
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var client_sts_dist_cjs = __webpack_require__(1695);
;// CONCATENATED MODULE: ./lib/aws/sts.js





/** How STS is called: few calls, so nothing paces them. */
function stsPolicy(deps, renew) {
    const { clock, emit, retries } = deps;
    return { service: 'sts', retries, clock, emit, limit: null, renew };
}
/** The configuration of any STS client of a run, the nested ones of the SDK's credential providers included. */
function stsClientConfig(deps) {
    return deps.transport.settingsFor('STS');
}
/** Proves credentials by using them. GetCallerIdentity needs no permission. */
async function whoAmI(credentials, deps) {
    const client = new client_sts_dist_cjs/* STSClient */.iM({ ...stsClientConfig(deps), credentials });
    const policy = stsPolicy(deps, credentials.dropOlderThan);
    try {
        const answer = await (0,aws_call/* callAws */.I)(policy, 'GetCallerIdentity', () => client.send(new client_sts_dist_cjs/* GetCallerIdentityCommand */.zI({})));
        if (answer.Account === undefined || answer.Arn === undefined)
            throw incomplete();
        return { account: answer.Account, arn: answer.Arn };
    }
    catch (error) {
        if (!(error instanceof aws_call_error/* AwsCallError */.i))
            throw error;
        const { region } = deps.transport;
        throw explainSts(error, { action: error.action, region, roleArn: null, durationSeconds: null });
    }
}
function incomplete() {
    return new errors/* AppError */.u('AWS STS did not say who we are', {
        kind: 'cannot-begin',
        code: 'sts-failed',
        cure: 'Check AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL: something that is not STS answers there'
    });
}

;// CONCATENATED MODULE: ./lib/aws/first-credentials.js









/** The credentials that a run begins with. They are asked for when first used, and renewed as long as it lasts. */
function firstCredentials(mode, deps) {
    return refreshing(loaderOf(mode, deps), deps);
}
function loaderOf(mode, deps) {
    switch (mode.kind) {
        case 'recipe-keys':
            return async () => credentialsOf(mode.keys.id, mode.keys.secret, mode.keys.sessionToken);
        case 'recipe-profile':
            return profileLoader(mode.profile, deps);
        case 'web-identity':
            return () => assumeWithToken(mode, deps);
        case 'default-chain':
            return chainLoader(mode.ifNone, deps);
    }
}
function credentialsOf(id, secret, token) {
    const session = token === null || token === undefined || token === '' ? {} : { sessionToken: token };
    return { accessKeyId: id, secretAccessKey: secret, ...session };
}
/** A new token of GitHub's each time: they live five minutes. */
async function assumeWithToken({ role, idToken }, deps) {
    const { identity, sessionPolicy, mask, transport } = deps;
    const token = await requestToken(() => idToken(identity.audience));
    mask(token);
    const provider = (0,credential_providers_dist_cjs/* fromWebToken */.G7)({
        webIdentityToken: token,
        roleArn: role.arn,
        roleSessionName: identity.roleSessionName,
        durationSeconds: identity.roleDurationSeconds,
        ...policyParameters(sessionPolicy),
        clientConfig: stsClientConfig(deps)
    });
    try {
        return await (0,aws_call/* callAws */.I)(stsPolicy(deps, null), 'AssumeRoleWithWebIdentity', () => provider());
    }
    catch (error) {
        if (!(error instanceof aws_call_error/* AwsCallError */.i))
            throw error;
        const attempt = { role, claims: (0,oidc_token/* claimsOf */.d)(token), audience: identity.audience };
        throw ((0,explain_oidc/* explainWebIdentity */.Qb)(error, attempt) ??
            explainSts(error, {
                action: error.action,
                region: transport.region,
                roleArn: role.arn,
                durationSeconds: identity.roleDurationSeconds
            }));
    }
}
function policyParameters({ policy, policyArns }) {
    return {
        ...(policy === null ? {} : { policy }),
        ...(policyArns.length === 0 ? {} : { policyArns: policyArns.map((arn) => ({ arn })) })
    };
}
async function requestToken(request) {
    try {
        return await request();
    }
    catch (error) {
        throw (0,explain_oidc/* tokenRequestFailed */.kM)(error);
    }
}
/** Keys in the environment win over AWS_PROFILE, as with botocore; the SDK for JavaScript does it the other way round. */
function chainLoader(ifNone, deps) {
    const { env } = deps;
    const id = env.AWS_ACCESS_KEY_ID ?? '';
    const secret = env.AWS_SECRET_ACCESS_KEY ?? '';
    if (id !== '' && secret !== '')
        return async () => credentialsOf(id, secret, env.AWS_SESSION_TOKEN);
    const chain = (0,credential_providers_dist_cjs/* fromNodeProviderChain */.br)({ clientConfig: stsClientConfig(deps) });
    return async () => {
        try {
            // The chain has a memory of its own; whoever calls here wants new ones.
            return await chain({ forceRefresh: true });
        }
        catch (error) {
            throw ifNone ?? noCredentials(error, env);
        }
    };
}
function profileLoader(profile, deps) {
    const provider = (0,credential_providers_dist_cjs/* fromIni */.nJ)({ profile, clientConfig: stsClientConfig(deps), ignoreCache: true });
    return async () => {
        try {
            return await provider();
        }
        catch (error) {
            throw new errors/* AppError */.u(`The AWS profile "${profile}" gives no credentials: ${(0,errors/* messageOf */.b)(error)}`, {
                kind: 'cannot-begin',
                code: 'aws-profile-unusable',
                cure: `Check aws_profile in the recipe and the section of that name in ~/.aws/config and ~/.aws/credentials${ssoHint(error, profile)}`,
                cause: error
            });
        }
    };
}
function noCredentials(cause, env) {
    const inActions = env.GITHUB_ACTIONS === 'true';
    return new errors/* AppError */.u('There are no AWS credentials', {
        kind: 'cannot-begin',
        code: 'aws-credentials-missing',
        cure: inActions
            ? 'Set the input role-to-assume (or the variable AWS_ROLE) and give the job the permission id-token: write'
            : `Log in (aws sso login), set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; what was found: ${(0,errors/* messageOf */.b)(cause)}`,
        cause
    });
}
function ssoHint(error, profile) {
    return /sso/iu.test((0,errors/* messageOf */.b)(error)) ? `, or log in again: aws sso login --profile ${profile}` : '';
}

// EXTERNAL MODULE: ./lib/model/aws-partition.js
var aws_partition = __webpack_require__(2723);
// EXTERNAL MODULE: ./lib/model/tool.js
var tool = __webpack_require__(1207);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/aws/request-signer.js

const ALGORITHM = 'AWS4-HMAC-SHA256';
/**
 * Signs requests to one service in one region with AWS Signature Version 4, for the calls that a run makes by the
 * thousand: the SDK's signer spends five times as much on keys as on the signature. A test holds that both sign alike.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
class RequestSigner {
    #service;
    #region;
    /** The key of a day, which is the same for all requests until the credentials are renewed. */
    #kept = null;
    constructor(service, region) {
        this.#service = service;
        this.#region = region;
    }
    /** The headers to send. */
    sign(request, credentials) {
        const time = request.time.toISOString().replace(/[-:]|\.\d{3}/g, '');
        const day = time.slice(0, 8);
        const token = credentials.sessionToken;
        const headers = {
            'content-type': request.contentType,
            host: request.host,
            'x-amz-date': time,
            ...(token === undefined ? {} : { 'x-amz-security-token': token })
        };
        const names = Object.keys(headers).join(';');
        const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
        const canonical = `POST\n${canonicalPath(request.path)}\n\n${lines.join('')}\n${names}\n${sha256(request.body)}`;
        const scope = `${day}/${this.#region}/${this.#service}/aws4_request`;
        const text = `${ALGORITHM}\n${time}\n${scope}\n${sha256(canonical)}`;
        const signature = (0,external_node_crypto_.createHmac)('sha256', this.#keyOf(day, credentials)).update(text).digest('hex');
        const credential = `${credentials.accessKeyId}/${scope}`;
        return {
            ...headers,
            authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`
        };
    }
    #keyOf(day, credentials) {
        const kept = this.#kept;
        if (kept !== null && kept.day === day && kept.credentials === credentials)
            return kept.key;
        const parts = [day, this.#region, this.#service, 'aws4_request'];
        const secret = parts.reduce(hmac, Buffer.from(`AWS4${credentials.secretAccessKey}`));
        const key = (0,external_node_crypto_.createSecretKey)(secret);
        this.#kept = { day, credentials, key };
        return key;
    }
}
const hmac = (key, part) => (0,external_node_crypto_.createHmac)('sha256', key).update(part).digest();
const sha256 = (text) => (0,external_node_crypto_.hash)('sha256', text);
/** Each step of the path percent-encoded once more. */
const canonicalPath = (path) => path.split('/').map(encoded).join('/');
const encoded = (step) => encodeURIComponent(step).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

;// CONCATENATED MODULE: ./lib/aws/json-service.js




/**
 * Calls a service whose operations are asked thousands of times in a run. The SDK's client takes 0.42 ms of this process
 * for a call with a small answer and this 0.08 ms (Node 20): what stays is the SDK's HTTP handler, and what goes are its
 * middleware, command classes, schemas and signer. Errors are thrown in the SDK's form, which aws/retry.ts reads.
 * @param service in lower case, as in the host's name and as it is signed for
 */
function jsonService(service, { transport, credentials, clock, env }) {
    const settings = transport.settingsFor(service.toUpperCase());
    const { endpoint, requestHandler, region } = settings;
    const url = new URL(endpoint ?? `https://${hostOf(service, settings, env)}`);
    const place = {
        method: 'POST',
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port === '' ? {} : { port: Number(url.port) }),
        query: {}
    };
    const userAgent = userAgentOf(settings);
    const base = url.pathname.replace(/\/$/u, '');
    const signer = new RequestSigner(service, region);
    const skew = new ClockSkew(clock);
    return async (operation, input, signal) => {
        const path = `${base}${operation}`;
        // As a text: Node sends it together with the headers.
        const body = JSON.stringify(input);
        const signable = { host: url.host, path, contentType: 'application/json', body, time: skew.now() };
        const headers = signer.sign(signable, await credentials());
        headers['content-length'] = String(Buffer.byteLength(body));
        headers['user-agent'] = userAgent;
        const request = { ...place, path, headers, body };
        const { response } = await requestHandler.handle(
        // The handler's type asks for the SDK's class, of which it uses no method.
        request, signal === undefined ? {} : { abortSignal: signal });
        const text = await (0,json_answer/* bodyText */.G)(response.body);
        if (response.statusCode !== 200)
            throw skew.corrected((0,json_answer/* serviceError */.c)(response, text), response.headers);
        return text === '' ? {} : JSON.parse(text);
    };
}
const userAgentOf = ({ userAgentAppId, customUserAgent }) => [`${tool/* TOOL */.j.name}/${tool/* TOOL */.j.version}`, ...(userAgentAppId === undefined ? [] : [`app/${userAgentAppId}`]), customUserAgent]
    .filter((part) => part !== undefined)
    .join(' ');
/**
 * The host of a service; the variables are those of all SDKs
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html).
 */
function hostOf(service, settings, env) {
    const { region } = settings;
    const name = (settings.useFipsEndpoint ?? env.AWS_USE_FIPS_ENDPOINT === 'true') ? `${service}-fips` : service;
    const { dnsSuffix, dualStackDnsSuffix } = (0,aws_partition/* partitionOf */.i)(region);
    const isDual = settings.useDualstackEndpoint ?? env.AWS_USE_DUALSTACK_ENDPOINT === 'true';
    return `${name}.${region}.${isDual ? dualStackDnsSuffix : dnsSuffix}`;
}
/** What AWS may say of a signature whose time is wrong. */
const ABOUT_TIME = /^(InvalidSignature|SignatureDoesNotMatch|RequestExpired|RequestTimeTooSkewed|RequestInTheFuture|AuthFailure)/u;
/** AWS refuses signatures that are older than five minutes, or from so far in the future. */
const TOLERATED_MS = 4 * 60_000;
/** The difference between this machine's clock and AWS's, learned from what AWS refuses, as the SDK does. */
class ClockSkew {
    #clock;
    #offset = 0;
    constructor(clock) {
        this.#clock = clock;
    }
    now() {
        return new Date(this.#clock.now() + this.#offset);
    }
    /** Learns from a refusal's date whether this clock was wrong, and says so in the error: the next attempt is right. */
    corrected(error, headers) {
        if (!ABOUT_TIME.test(error.name))
            return error;
        const theirs = Date.parse(headers.date ?? '');
        if (Number.isNaN(theirs) || Math.abs(theirs - this.now().getTime()) < TOLERATED_MS)
            return error;
        this.#offset = theirs - this.#clock.now();
        error.$metadata.clockSkewCorrected = true;
        return error;
    }
}

;// CONCATENATED MODULE: ./lib/aws/lake-formation.js



const pairs = { list: { members: { CatalogId: 'text', TagKey: 'text', TagValues: { list: 'text' } } } };
const answer = {
    members: {
        LFTagOnDatabase: pairs,
        LFTagsOnTable: pairs,
        LFTagsOnColumns: { list: { members: { Name: 'text', LFTags: pairs } } }
    }
};
/** A client for Lake Formation that acts as the owner of `credentials`. */
function createLakeFormationClient(deps) {
    const { clock, emit, retries, limit, credentials } = deps;
    const call = jsonService('lakeformation', deps);
    const policy = { service: 'lakeformation', retries, clock, emit, limit, renew: credentials.dropOlderThan };
    return {
        resourceLfTags: (resource, signal) => {
            const input = inputFor(resource);
            const attempt = async () => 
            // The shape says what is in it.
            (readShape(answer, await call('/GetResourceLFTags', input, signal)) ?? {});
            return (0,aws_call/* callAws */.I)(policy, 'GetResourceLFTags', attempt, signal);
        }
    };
}
/** In the form of the peer's calls (glue.py get_table_lf_tags). */
function inputFor({ account: CatalogId, database, table }) {
    const Resource = table === undefined
        ? { Database: { CatalogId, Name: database } }
        : { Table: { CatalogId, DatabaseName: database, Name: table } };
    return { CatalogId, Resource, ShowAssignedLFTags: true };
}

// EXTERNAL MODULE: ./lib/aws/transport.js
var transport = __webpack_require__(1352);
;// CONCATENATED MODULE: ./lib/aws/region.js



const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/u;
/**
 * The region that a run acts in: the recipe's, else the input's, else AWS_REGION, AWS_DEFAULT_REGION, else the profile's.
 * @throws AppError (input) when there is none, or when it cannot be the name of a region.
 */
async function resolveRegion(sources) {
    const { recipe, input, env } = sources;
    const named = [
        [recipe, 'aws_region in the recipe'],
        [input, 'the input aws-region'],
        [env.AWS_REGION, 'the environment variable AWS_REGION'],
        [env.AWS_DEFAULT_REGION, 'the environment variable AWS_DEFAULT_REGION']
    ];
    for (const [value, where] of named) {
        if (value !== null && value !== undefined && value.trim() !== '')
            return checked(value.trim(), where);
    }
    const ofProfile = await regionOfProfile(sources.profile ?? env.AWS_PROFILE ?? null);
    if (ofProfile !== null)
        return checked(ofProfile, 'the AWS configuration file');
    throw new errors/* AppError */.u('No AWS region is given', {
        kind: 'input',
        code: 'aws-region-missing',
        cure: 'Set the input aws-region, aws_region in the recipe, or the environment variable AWS_REGION'
    });
}
function checked(region, where) {
    if (REGION.test(region))
        return region;
    throw new errors/* AppError */.u(`"${region}" cannot be the name of an AWS region (from ${where})`, {
        kind: 'input',
        code: 'aws-region-invalid',
        cure: 'Write a region code such as eu-central-1'
    });
}
/** The SDK reads ~/.aws/config (or AWS_CONFIG_FILE) itself. */
async function regionOfProfile(profile) {
    const client = new client_sts_dist_cjs/* STSClient */.iM({ ...(profile === null ? {} : { profile }), logger: transport/* QUIET */.D });
    try {
        return await client.config.region();
    }
    catch {
        return null;
    }
    finally {
        client.destroy();
    }
}

// EXTERNAL MODULE: ./lib/aws/arn.js
var arn = __webpack_require__(8690);
// EXTERNAL MODULE: ./lib/aws/trust-policy.js
var trust_policy = __webpack_require__(3158);
;// CONCATENATED MODULE: ./lib/aws/explain-chain.js



/** AccessDenied on AssumeRole: which role, asked by whom, and what either side's policy needs. */
function explainRefusedLink(error, link) {
    const { role, callerArn } = link;
    const principal = principalOf(link);
    const target = (0,arn/* parseRoleArn */.DM)(role.roleArn);
    const external = role.externalId === null
        ? 'If it asks for an external id, write the role as {RoleArn: …, ExternalId: …} in the recipe.'
        : 'The external id in the recipe must be the one in the trust policy, character by character.';
    const cure = [
        `1. The trust policy of ${target?.name ?? role.roleArn} needs:`,
        '',
        (0,trust_policy/* assumeRoleTrust */.$C)(principal, role.externalId),
        '',
        `2. ${principal} needs:`,
        '',
        JSON.stringify({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role.roleArn }, null, 2),
        '',
        external
    ];
    if (/session policy/iu.test(error.message)) {
        cure.push('The session policy of this run stands in the way: check inline-session-policy and managed-session-policies.');
    }
    return new errors/* AppError */.u(`${callerArn} may not assume the role ${role.roleArn}`, {
        kind: 'cannot-begin',
        code: 'role-chain-denied',
        cure: cure.join('\n'),
        cause: error
    });
}
/** What a trust policy names: a session's role rather than the session, whose name may change. */
function principalOf({ callerArn, callerRole }) {
    if (callerRole !== null && (0,arn/* isSessionOf */.oi)(callerArn, callerRole))
        return callerRole;
    const [, partition, account, name] = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//u.exec(callerArn) ?? [];
    return partition === undefined ? callerArn : `arn:${partition}:iam::${account ?? ''}:role/${name ?? ''}`;
}

;// CONCATENATED MODULE: ./lib/aws/session-policy.js


/** No narrowing. */
const NO_SESSION_POLICY = { policy: null, policyArns: [] };
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html, `Policy` and `PolicyArns`. */
const MAX_POLICY_CHARACTERS = 2_048;
const MAX_POLICY_ARNS = 10;
/**
 * The policy of every session of a run: the input `inline-session-policy`, else what the recipe needs unless
 * `least-privilege` is off; and `managed-session-policies` beside it.
 * @throws AppError (input) when STS would not take it.
 */
function sessionPolicyOf(inputs, needed) {
    const arns = inputs.managedSessionPolicies;
    if (arns.length > MAX_POLICY_ARNS) {
        throw session_policy_wrong(`managed-session-policies names ${arns.length} policies, STS takes ${MAX_POLICY_ARNS}`, 'Name fewer of them');
    }
    for (const arn of arns) {
        if (!/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/\S+$/u.test(arn)) {
            throw session_policy_wrong(`"${arn}" in managed-session-policies is not the ARN of a policy`, 'Write it as arn:aws:iam::123456789012:policy/NAME');
        }
    }
    return { policy: inlinePolicy(inputs, needed), policyArns: arns };
}
function inlinePolicy(inputs, needed) {
    if (inputs.inlineSessionPolicy !== null)
        return checkedInline(inputs.inlineSessionPolicy);
    if (!inputs.leastPrivilege)
        return null;
    const policy = (0,iam_actions/* compactPolicy */.e2)(needed);
    if (policy.length <= MAX_POLICY_CHARACTERS)
        return policy;
    throw session_policy_wrong(`The session policy that this recipe needs has ${policy.length} characters, STS takes ${MAX_POLICY_CHARACTERS}`, 'Set least-privilege to false, or give a shorter policy as inline-session-policy (with * for the many roles, say)');
}
function checkedInline(text) {
    const compact = compactJson(text);
    if (compact.length > MAX_POLICY_CHARACTERS) {
        throw session_policy_wrong(`inline-session-policy has ${compact.length} characters, STS takes ${MAX_POLICY_CHARACTERS}`, 'Shorten it, or move it into a managed policy and name that in managed-session-policies');
    }
    return compact;
}
/** The document without the spaces that people write: they count too. */
function compactJson(text) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        throw session_policy_wrong('inline-session-policy is not JSON', 'Give an IAM policy document: {"Version": "2012-10-17", "Statement": […]}');
    }
    if (typeof document === 'object' && document !== null && 'Statement' in document)
        return JSON.stringify(document);
    throw session_policy_wrong('inline-session-policy has no Statement', 'Give an IAM policy document: {"Version": "2012-10-17", "Statement": […]}');
}
function session_policy_wrong(message, cure) {
    return new errors/* AppError */.u(message, { kind: 'input', code: 'session-policy-invalid', cure });
}

;// CONCATENATED MODULE: ./lib/aws/role-chain.js









/** AWS ends a session that was made from another role's session after an hour, whatever the role allows. */
const CHAINED_SECONDS = 3_600;
/**
 * Assumes the roles one after the other, each with the credentials of the one before, and skips those that the current
 * identity is a session of already. Every link renews itself, and the ones before it when it must.
 * @throws AppError that names the role, who asked for it, and the statement that is missing.
 */
async function followChain(start, chain, deps) {
    let current = start;
    for (const role of chain) {
        if ((0,arn/* isSessionOf */.oi)(current.caller.arn, role.roleArn)) {
            deps.told?.({ kind: 'skipped', role: role.roleArn });
            continue;
        }
        const before = current;
        const credentials = refreshing(() => assume(role, before, deps), deps);
        const caller = await whoAmI(credentials, deps);
        deps.told?.({ kind: 'proven', role: role.roleArn, caller });
        current = { credentials, caller, roles: [...before.roles, role.roleArn] };
    }
    return current;
}
async function assume(role, by, deps) {
    const params = argumentsOf(role, deps);
    const provider = (0,credential_providers_dist_cjs/* fromTemporaryCredentials */.ss)({
        masterCredentials: by.credentials,
        clientConfig: stsClientConfig(deps),
        params
    });
    try {
        return await (0,aws_call/* callAws */.I)(stsPolicy(deps, by.credentials.dropOlderThan), 'AssumeRole', () => provider());
    }
    catch (error) {
        if (!(error instanceof aws_call_error/* AwsCallError */.i))
            throw error;
        if (error.kind === 'denied') {
            throw explainRefusedLink(error, { role, callerArn: by.caller.arn, callerRole: by.roles.at(-1) ?? null });
        }
        const { region } = deps.transport;
        const durationSeconds = params.DurationSeconds;
        throw explainSts(error, { action: error.action, region, roleArn: role.roleArn, durationSeconds });
    }
}
/** What the recipe says of a role wins; it knows what the role's session is for, and STS takes one policy only. */
function argumentsOf({ roleArn, externalId, others = {} }, deps) {
    const { identity, sessionPolicy } = deps;
    const { PolicyArns, Tags, TransitiveTagKeys, ...scalars } = others;
    const isNarrowed = others.Policy !== undefined || PolicyArns !== undefined;
    const { policy, policyArns } = isNarrowed ? NO_SESSION_POLICY : sessionPolicy;
    const arns = PolicyArns ?? policyArns.map((arn) => ({ arn }));
    return {
        RoleArn: roleArn,
        RoleSessionName: identity.roleSessionName,
        ...(externalId === null ? {} : { ExternalId: externalId }),
        ...(policy === null ? {} : { Policy: policy }),
        ...(arns.length === 0 ? {} : { PolicyArns: [...arns] }),
        ...(Tags === undefined ? {} : { Tags: [...Tags] }),
        ...(TransitiveTagKeys === undefined ? {} : { TransitiveTagKeys: [...TransitiveTagKeys] }),
        ...scalars,
        DurationSeconds: others.DurationSeconds ?? Math.min(identity.roleDurationSeconds, CHAINED_SECONDS)
    };
}

;// CONCATENATED MODULE: ./lib/aws/session.js











/**
 * Finds out who the run acts as, assumes the roles on the way, and proves the result by GetCallerIdentity.
 * @throws AppError: `input` when what the user wrote cannot work, `cannot-begin` when AWS or GitHub says no; its `cure`
 * names the side that is wrong and what to add there.
 */
async function openAwsSession(request) {
    const { options, identity: inputs, env, clock, mask, emit, logger } = request;
    checkIdentityOptions(inputs);
    const plan = (0,auth_mode/* planAuth */.M)({ ...request, aws: options.aws });
    warnOfIgnoredRoles(plan, emit);
    const sources = { recipe: options.aws.region, input: inputs.region, env, profile: options.aws.profile };
    const region = await resolveRegion(sources);
    request.told?.(plannedStep(plan, region));
    const scope = { region, account: null, ...rolesForSessions(plan), ...(request.kept ? { kept: request.kept } : {}) };
    const sessionPolicy = sessionPolicyOf(inputs, (0,iam_actions/* iamPolicy */.e_)(options, scope));
    const transport = transportOf(request, region);
    const deps = {
        env,
        clock,
        mask,
        emit,
        transport,
        retries: options.aws.retries,
        identity: inputs,
        sessionPolicy,
        ...(request.told === undefined ? {} : { told: request.told })
    };
    const proven = await prove(plan, deps).catch((error) => {
        transport.close();
        throw error;
    });
    checkAccount(proven.caller.account, proven.caller.arn, inputs.allowedAccountIds);
    const identity = { ...proven.caller, region, source: plan.source, roles: proven.roles };
    const clientDeps = (service) => ({
        ...deps,
        credentials: proven.credentials,
        limit: request.limits.for(service, identity.account, region)
    });
    logger.info(`AWS: ${identity.arn} in ${region}`);
    return {
        identity,
        region,
        glueClient: () => createGlueClient(clientDeps('glue')),
        lakeFormationClient: () => createLakeFormationClient({ ...clientDeps('lakeformation'), env }),
        s3Client: async () => {
            const { createS3Client } = await Promise.all(/* import() */[__webpack_require__.e(711), __webpack_require__.e(59)]).then(__webpack_require__.bind(__webpack_require__, 59));
            return createS3Client(clientDeps('s3'), options.aws);
        },
        parameterReader: async () => {
            const { createParameterReader } = await Promise.all(/* import() */[__webpack_require__.e(736), __webpack_require__.e(98)]).then(__webpack_require__.bind(__webpack_require__, 98));
            return createParameterReader(clientDeps('ssm'));
        },
        secretReader: async () => {
            const { createSecretReader } = await Promise.all(/* import() */[__webpack_require__.e(994), __webpack_require__.e(868)]).then(__webpack_require__.bind(__webpack_require__, 5487));
            return createSecretReader(clientDeps('secretsmanager'));
        },
        close: () => transport.close()
    };
}
function transportOf({ options, env, ca, clientCertificate }, region) {
    return new transport/* Transport */.o({
        aws: options.aws,
        region,
        env,
        ...(ca === undefined ? {} : { ca }),
        ...(clientCertificate === undefined ? {} : { clientCertificate })
    });
}
async function prove(plan, deps) {
    const credentials = firstCredentials(plan.mode, deps);
    const caller = await whoAmI(credentials, deps);
    const roles = plan.mode.kind === 'web-identity' ? [plan.mode.role.arn] : [];
    deps.told?.({ kind: 'proven', role: roles[0] ?? null, caller });
    return followChain({ credentials, caller, roles }, plan.chain, deps);
}
const plannedStep = ({ mode, source, chain }, region) => ({
    kind: 'planned',
    source,
    firstRole: mode.kind === 'web-identity' ? mode.role.arn : null,
    chain: chain.map(({ roleArn }) => roleArn),
    region
});
/** The roles that sessions of this run assume themselves: the first role is assumed by what comes before all sessions. */
function rolesForSessions({ mode, chain }) {
    const roles = mode.kind === 'web-identity' ? chain.filter(({ roleArn }) => roleArn !== mode.role.arn) : chain.slice(1);
    const roleActions = [
        ...(roles.some(({ others }) => others?.Tags !== undefined) ? ['sts:TagSession'] : []),
        ...(roles.some(({ others }) => others?.SourceIdentity !== undefined) ? ['sts:SetSourceIdentity'] : [])
    ];
    return { rolesToAssume: roles.map(({ roleArn }) => roleArn), roleActions };
}
function warnOfIgnoredRoles(plan, emit) {
    if (plan.ignoredRoles.length === 0)
        return;
    emit({
        type: 'failed',
        severity: 'warning',
        failure: {
            code: 'aws-role-ignored',
            message: 'aws_role is not assumed: the recipe also gives keys or a profile, and DataHub then ignores it',
            cure: 'Remove aws_role, or the keys or aws_profile, from the recipe'
        }
    });
}

// EXTERNAL MODULE: ./lib/app/grace.js
var grace = __webpack_require__(5131);
// EXTERNAL MODULE: ./lib/app/trust.js
var trust = __webpack_require__(9137);
;// CONCATENATED MODULE: ./lib/app/recipe-session.js



/**
 * Opens the AWS session that a recipe asks for, and does not wait for it once the run is cancelled.
 * @param kept parameters and secrets that will be asked for in it
 * @throws AppError that says what kept it from an identity, or which file of certificates cannot be read; the signal's reason
 */
async function openRecipeSession({ source }, { request, deps, env, limits, emit, told }, kept) {
    const { cwd, clock, logger, mask, idToken, github, signal } = deps;
    const opening = openAwsSession({
        options: source,
        identity: request.identity,
        env,
        idToken,
        github,
        limits,
        clock,
        logger,
        mask,
        emit,
        ...(told === undefined ? {} : { told }),
        ...(kept === undefined ? {} : { kept }),
        ...(await (0,trust/* trustOf */.A)(source.aws, env, cwd))
    });
    return (0,grace/* unlessAborted */.W)(opening, signal, (late) => late.close());
}


/***/ }),

/***/ 9137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ trustOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);



/**
 * Reads the files that AWS_CA_BUNDLE, `proxy_ca_bundle` and `client_cert` name.
 * @throws AppError (input) when one cannot be read
 */
async function trustOf({ advanced }, env, cwd) {
    const bundle = env.AWS_CA_BUNDLE ?? '';
    const proxy = advanced?.proxyAuthorityPath ?? '';
    const client = advanced?.clientCertificate ?? null;
    const authorities = [
        ...(bundle === '' ? [] : [await readPem((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, bundle), 'AWS_CA_BUNDLE')]),
        ...(proxy === '' ? [] : [await readPem((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, proxy), 'proxy_ca_bundle')])
    ];
    const certificate = async () => {
        if (client === null)
            return {};
        const cert = await readPem((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, client.certificatePath), 'client_cert');
        return { clientCertificate: { cert, key: await readPem((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, client.keyPath), 'client_cert') } };
    };
    return { ...(authorities.length === 0 ? {} : { ca: authorities.join('\n') }), ...(await certificate()) };
}
async function readPem(path, named) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AppError */ .u(`The file that ${named} names cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error)}`, {
            kind: 'input',
            code: 'certificate-file',
            cure: `let ${named} name a PEM file, or unset it`,
            cause: error
        });
    }
}


/***/ }),

/***/ 1483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planAuth),
/* harmony export */   S: () => (/* binding */ hasCredentialsOfItsOwn)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8690);
/* harmony import */ var _explain_oidc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(778);



/**
 * Decides who a run acts as. What the recipe says wins: keys, then a profile, either without `aws_role`, which the peer
 * then ignores too (aws_common.py get_session); else GitHub's OIDC token for `role-to-assume`; else the SDK's default
 * chain, which has to assume `role-to-assume` first when one is given.
 * @throws AppError when a role is not one, or when nothing can come of it: no token on a hosted runner, a fork's run.
 */
function planAuth(facts) {
    const { aws, identity, idToken } = facts;
    for (const role of aws.roles)
        checkRole(role.roleArn, 'aws_role in the recipe');
    const ignored = { chain: [], ignoredRoles: aws.roles };
    if (aws.keys !== null)
        return { mode: { kind: 'recipe-keys', keys: aws.keys }, source: 'recipe-keys', ...ignored };
    if (aws.profile !== null) {
        return { mode: { kind: 'recipe-profile', profile: aws.profile }, source: 'recipe-profile', ...ignored };
    }
    const first = identity.roleToAssume === null ? null : checkRole(identity.roleToAssume, 'the input role-to-assume');
    if (first !== null && idToken !== null) {
        const mode = { kind: 'web-identity', role: first, idToken };
        return { mode, source: 'github-oidc', chain: aws.roles, ignoredRoles: [] };
    }
    const own = first === null ? [] : [{ roleArn: first.arn, externalId: null }];
    const mode = { kind: 'default-chain', ifNone: withoutToken(facts) };
    return { mode, source: 'default-chain', chain: [...own, ...aws.roles], ignoredRoles: [] };
}
/** Why there is no OIDC token although a role is to be assumed in GitHub Actions; thrown where nothing else can help. */
function withoutToken({ identity, idToken, github, env }) {
    if (identity.roleToAssume === null || idToken !== null || github === null)
        return null;
    const reason = github.isForkPullRequest ? (0,_explain_oidc_js__WEBPACK_IMPORTED_MODULE_1__/* .noTokenForForks */ .xr)(github.eventName) : (0,_explain_oidc_js__WEBPACK_IMPORTED_MODULE_1__/* .missingIdTokenPermission */ .El)();
    if (hasCredentialsOfItsOwn(env))
        return reason;
    throw reason;
}
/** Variables that lead the SDK to credentials: keys, a profile, a token file, a container's endpoint. */
const LEADS = [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI'
];
/** A runner of one's own may have an instance profile, which no variable tells of. */
function hasCredentialsOfItsOwn(env) {
    return env.RUNNER_ENVIRONMENT === 'self-hosted' || LEADS.some((name) => (env[name] ?? '') !== '');
}
function checkRole(text, where) {
    const role = (0,_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRoleArn */ .DM)(text);
    if (role !== null)
        return role;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`"${text}" ${(0,_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .faultOfRoleArn */ .BI)(text)} (${where})`, {
        kind: 'input',
        code: 'role-arn-invalid',
        cure: 'Write it as arn:aws:iam::123456789012:role/NAME; the IAM console shows it on the page of the role'
    });
}


/***/ }),

/***/ 1093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callAws)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9597);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8083);



/**
 * Makes one call to AWS: waits for its turn, tries again what is worth trying again, and renews a session that has run
 * out. Every retry is an event. The SDK's own retries are off: each attempt has to pass the rate limit and be counted.
 * @throws AwsCallError when it failed for good · AppError when the identity itself was lost · the signal's reason
 */
async function callAws(policy, operation, attempt, signal) {
    const tries = { action: `${policy.service}:${operation}`, retries: 0, renewed: false };
    for (;;) {
        await policy.limit?.take(signal);
        const startedAt = policy.clock.monotonic();
        try {
            const result = await attempt();
            policy.limit?.succeeded(startedAt);
            return result;
        }
        catch (error) {
            signal?.throwIfAborted();
            const wait = waitBeforeRetry(policy, tries, error, startedAt);
            if (wait > 0)
                await policy.clock.sleep(wait, signal);
        }
    }
}
/** Milliseconds until the next attempt. Throws when there is to be none. */
function waitBeforeRetry(policy, tries, error, startedAt) {
    if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u)
        throw error;
    const failure = (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .classify */ .L8)(error);
    if (failure.kind === 'throttle')
        policy.limit?.throttled(startedAt);
    let wait = 0;
    if (failure.kind === 'expired' && policy.renew !== null && !tries.renewed) {
        tries.renewed = true;
        policy.renew(startedAt);
    }
    else if (worthRetrying(failure, tries.retries, policy.retries)) {
        wait = (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .backoff */ .JN)(tries.retries, policy.clock.random());
    }
    else {
        throw failed(failure, tries, error);
    }
    tries.retries += 1;
    policy.emit({ type: 'retried', service: policy.service, reason: failure.code, after: wait });
    return wait;
}
function worthRetrying(failure, retries, allowed) {
    if (failure.kind !== 'throttle' && failure.kind !== 'transient')
        return false;
    return retries < Math.min(allowed, failure.retryLimit ?? allowed);
}
function failed(failure, tries, cause) {
    const { kind, code, message, requestId } = failure;
    const attempts = tries.retries + 1;
    return new _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .i({ kind, code, action: tries.action, attempts, message, requestId }, cause);
}


/***/ }),

/***/ 778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ missingIdTokenPermission),
/* harmony export */   Qb: () => (/* binding */ explainWebIdentity),
/* harmony export */   kM: () => (/* binding */ tokenRequestFailed),
/* harmony export */   xr: () => (/* binding */ noTokenForForks)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _trust_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3158);


/** A job that asks for a role and may not ask for a token. */
function missingIdTokenPermission() {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u('GitHub gives this job no OIDC token: it lacks the permission id-token: write', {
        kind: 'cannot-begin',
        code: 'oidc-permission-missing',
        cure: [
            'Add to the job (or the workflow):',
            '',
            'permissions:',
            '  id-token: write',
            '  contents: read',
            '',
            'A reusable workflow needs it from the workflow that calls it too.'
        ].join('\n')
    });
}
/** https://docs.github.com/actions/reference/security/oidc: a fork's run gets no token, whatever its permissions say. */
function noTokenForForks(eventName) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`GitHub gives no OIDC token to a pull request from a fork (${eventName}), whatever its permissions say`, {
        kind: 'cannot-begin',
        code: 'oidc-fork',
        cure: 'Run ingest on schedule, workflow_dispatch or push; on pull requests run the command validate, which needs no AWS'
    });
}
/** GitHub's OIDC endpoint did not give a token. */
function tokenRequestFailed(cause) {
    if (/ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN)/u.test((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(cause)))
        return missingIdTokenPermission();
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`GitHub's OIDC endpoint gave no token: ${firstLine((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(cause))}`, {
        kind: 'cannot-begin',
        code: 'oidc-token-unavailable',
        cure: 'Run the job again; if it comes back, see https://www.githubstatus.com',
        cause
    });
}
/** Why AssumeRoleWithWebIdentity refused a token, for the errors that only it has; null for all others. */
function explainWebIdentity(failure, attempt) {
    const { role, claims, audience } = attempt;
    if (failure.kind === 'denied')
        return claims === null ? null : notTrusted(role, claims, audience);
    if (failure.code === 'InvalidIdentityToken')
        return invalidToken(failure, attempt);
    if (failure.code === 'IDPRejectedClaim') {
        return cannotBegin('oidc-claim-rejected', `AWS rejects a claim of GitHub's token: ${failure.message}`, [
            "Check the conditions of the role's trust policy; the token says:",
            ...describe(claims)
        ]);
    }
    if (failure.kind === 'expired') {
        return cannotBegin('oidc-token-expired', `AWS says that GitHub's token has expired: ${failure.message}`, [
            "A token is valid for five minutes, so the clocks differ: correct the runner's clock (NTP) and run again."
        ]);
    }
    return null;
}
function notTrusted(role, claims, audience) {
    const forms = (0,_trust_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectForms */ .wO)(claims);
    const note = forms.length > 1
        ? [
            '',
            'It names the subject in both of the forms that GitHub uses: keep the first,',
            "or both while the repository's form may change."
        ]
        : [];
    return cannotBegin('role-not-trusting', `The role ${role.arn} does not let this workflow in, or does not exist`, [
        "GitHub's token says:",
        ...describe(claims),
        '',
        `The trust policy of ${role.name} in account ${role.account} needs this statement:`,
        '',
        (0,_trust_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .webIdentityTrust */ .NB)(role, claims, audience),
        ...note,
        '',
        `If it has it already: check that the role exists in account ${role.account}, and that no organisation policy denies it.`
    ]);
}
function invalidToken(failure, { role, claims, audience }) {
    const said = `AWS does not accept GitHub's token: ${failure.message}`;
    if (/audience/iu.test(failure.message)) {
        return cannotBegin('oidc-audience', said, [
            `The token's audience (aud) is ${claims?.audience ?? audience}, and the identity provider`,
            `${(0,_trust_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .providerArn */ .Zj)(role, claims)} does not list it.`,
            `Add it to the provider's audiences (client ids), or set the input audience to one that it lists,`,
            role.partition === 'aws-cn' ? 'in China usually sts.amazonaws.com.cn.' : 'usually sts.amazonaws.com.'
        ]);
    }
    if (/no openidconnect provider/iu.test(failure.message)) {
        return cannotBegin('oidc-provider-missing', said, [
            `Account ${role.account} has no OIDC identity provider for ${(0,_trust_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .issuerHost */ .c1)(claims)}. Create it once:`,
            '',
            `aws iam create-open-id-connect-provider --url https://${(0,_trust_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .issuerHost */ .c1)(claims)} --client-id-list ${audience}`
        ]);
    }
    return cannotBegin('oidc-token-invalid', said, [
        `Check the identity provider ${(0,_trust_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .providerArn */ .Zj)(role, claims)}; the token says:`,
        ...describe(claims)
    ]);
}
function describe(claims) {
    if (claims === null)
        return ['  (it is not a JWT)'];
    const { issuer, audience, subject } = claims;
    return [`  iss: ${issuer ?? '(none)'}`, `  aud: ${audience ?? '(none)'}`, `  sub: ${subject ?? '(none)'}`];
}
function cannotBegin(code, message, cure) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(message, { kind: 'cannot-begin', code, cure: cure.join('\n') });
}
function firstLine(text) {
    return text.trim().split('\n', 1)[0] ?? '';
}


/***/ }),

/***/ 2842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ bodyText),
/* harmony export */   c: () => (/* binding */ serviceError)
/* harmony export */ });
/** A stream of bytes as text. */
function bodyText(body) {
    if (!isReadable(body))
        return Promise.resolve('');
    const chunks = [];
    // By events: an iterator over the stream costs a third of the whole call.
    return new Promise((resolve, reject) => {
        body.on('data', (chunk) => chunks.push(chunk));
        body.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        body.on('error', reject);
        body.on('aborted', () => reject(brokenOff()));
    });
}
/** A connection that ended in the middle of the answer: worth another try. */
function brokenOff() {
    return Object.assign(new Error('the answer broke off'), { code: 'ECONNRESET' });
}
const isReadable = (body) => typeof body === 'object' && body !== null && 'on' in body && typeof body.on === 'function';
/**
 * The error of a REST-JSON service in the form of the SDK's exceptions, for aws/retry.ts: its code is in a header or in
 * the body, with a namespace before it or a URL behind it (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 * #operation-error-serialization).
 */
function serviceError(head, text) {
    const body = parsed(text);
    const code = head.headers['x-amzn-errortype'] ?? textOf(body, '__type') ?? textOf(body, 'code');
    const name = code === undefined ? null : (code.split(':')[0] ?? '').replace(/^.*#/u, '');
    const message = textOf(body, 'message') ?? textOf(body, 'Message') ?? '';
    const $metadata = { httpStatusCode: head.statusCode, requestId: head.headers['x-amzn-requestid'] };
    // Without a code and without JSON it is not the service that speaks.
    return Object.assign(new Error(message), {
        name: name ?? (body === null ? 'SyntaxError' : 'UnknownError'),
        $metadata
    });
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function textOf(body, member) {
    const value = typeof body === 'object' && body !== null ? Reflect.get(body, member) : undefined;
    return typeof value === 'string' ? value : undefined;
}


/***/ }),

/***/ 7368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf),
/* harmony export */   p: () => (/* binding */ shownClaims)
/* harmony export */ });
/** Reads a token's claims without checking its signature, which is STS's business; null when it is not a JWT. */
function claimsOf(token) {
    const claims = allClaims(token);
    return claims === null ? null : pick(claims);
}
/** Claims that trust policies may be written for: https://docs.github.com/actions/reference/security/oidc */
const SHOWN = [
    'iss',
    'sub',
    'aud',
    'repository',
    'repository_id',
    'repository_owner_id',
    'ref',
    'environment',
    'event_name',
    'job_workflow_ref'
];
/** `sub: repo:…` and so on, those that the token has; null when it is not a JWT. Nothing of it is a secret. */
function shownClaims(token) {
    const claims = allClaims(token);
    if (claims === null)
        return null;
    return SHOWN.flatMap((name) => {
        const value = textOf(claims, name);
        return value === null ? [] : [`${name}: ${value}`];
    });
}
function allClaims(token) {
    const [header, body, signature, ...rest] = token.split('.');
    if (header === undefined || body === undefined || signature === undefined || rest.length > 0)
        return null;
    try {
        const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
        return typeof claims === 'object' && claims !== null ? new Map(Object.entries(claims)) : null;
    }
    catch {
        return null;
    }
}
function pick(claims) {
    const text = (name) => textOf(claims, name);
    return {
        issuer: text('iss'),
        subject: text('sub'),
        audience: text('aud'),
        repositoryId: text('repository_id'),
        repositoryOwnerId: text('repository_owner_id')
    };
}
function textOf(claims, name) {
    const value = claims.get(name);
    if (Array.isArray(value))
        return value.join(', ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}


/***/ }),

/***/ 729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ createRateLimits)
/* harmony export */ });
/* unused harmony export createRateLimit */
/** However hard AWS throttles, a call every two seconds is tried. */
const SLOWEST = 0.5;
/** What a run is taken to have asked for a second when it is throttled before it has asked for that much. */
const MODEST = 10;
/** After a throttle the rate grows by a tenth a second: back where it was after some seven seconds. */
const RECOVERY_A_SECOND = 0.1;
/** Without a limit of its own, a rate this high no longer holds anything back. */
const FREE = 1_000;
const WINDOW_MS = 1_000;
/**
 * A limit of `perSecond` calls, evenly spaced; null: none until AWS throttles for the first time. AWS publishes no
 * figures for Glue's quotas, which differ by account and are shared with Athena and EMR; what limits an unthrottled run
 * is the number of databases listed side by side. The first throttled call tells that there is a limit: from then on half
 * of the rate observed is used, which grows slowly and is halved again with every further throttle, as TCP finds its share.
 */
function createRateLimit(clock, perSecond) {
    let rate = perSecond;
    let nextTurn = Number.NEGATIVE_INFINITY;
    let slowedAt = Number.NEGATIVE_INFINITY;
    let grownAt = Number.NEGATIVE_INFINITY;
    const recent = [];
    const observed = (now) => {
        while (recent.length > 0 && (recent[0] ?? 0) <= now - WINDOW_MS)
            recent.shift();
        return recent.length;
    };
    return {
        async take(signal) {
            signal?.throwIfAborted();
            const now = clock.monotonic();
            const turn = rate === null ? now : Math.max(now, nextTurn);
            nextTurn = rate === null ? now : turn + 1_000 / rate;
            if (turn > now)
                await clock.sleep(turn - now, signal);
            recent.push(clock.monotonic());
            observed(clock.monotonic());
        },
        succeeded(startedAt) {
            const now = clock.monotonic();
            if (rate === null || startedAt < slowedAt)
                return;
            const seconds = Math.max(0, now - Math.max(grownAt, slowedAt)) / 1_000;
            grownAt = now;
            rate = Math.min(perSecond ?? FREE, rate * (1 + RECOVERY_A_SECOND * seconds));
            if (perSecond === null && rate >= FREE)
                rate = null;
        },
        throttled(startedAt) {
            if (startedAt < slowedAt)
                return;
            const now = clock.monotonic();
            const before = rate ?? Math.max(MODEST, observed(now));
            slowedAt = now;
            grownAt = now;
            rate = Math.max(Math.min(SLOWEST, perSecond ?? SLOWEST), before / 2);
        },
        rate: () => rate
    };
}
/** @param perSecond the input `rate-limit`; null: as fast as AWS lets us */
function createRateLimits(clock, perSecond) {
    const limits = new Map();
    return {
        for(service, account, region) {
            const key = [service, account, region].join(' ');
            const limit = limits.get(key) ?? createRateLimit(clock, perSecond);
            limits.set(key, limit);
            return limit;
        }
    };
}


/***/ }),

/***/ 8083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ backoff),
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   RY: () => (/* binding */ UNREADABLE_ANSWER)
/* harmony export */ });
/** Codes of AWS services, without the suffix `Exception`. */
const CODES = [
    [
        'throttle',
        [
            'Throttling',
            'Throttled',
            'TooManyRequests',
            'RequestLimitExceeded',
            'RequestThrottled',
            'BandwidthLimitExceeded',
            'LimitExceeded',
            'ProvisionedThroughputExceeded',
            'PriorRequestNotComplete',
            'SlowDown',
            'EC2Throttled'
        ]
    ],
    [
        'transient',
        [
            'InternalService',
            'InternalServer',
            'InternalServerError',
            'InternalFailure',
            'InternalError',
            'ServiceUnavailable',
            'Unavailable',
            'OperationTimeout',
            'RequestTimeout',
            'Timeout',
            'IDPCommunicationError',
            'FederationSourceRetryable',
            'TransactionInProgress'
        ]
    ],
    [
        'denied',
        [
            'AccessDenied',
            'UnauthorizedOperation',
            'Unauthorized',
            'AuthorizationError',
            'Forbidden',
            'PermissionTypeMismatch',
            // Glue's word for a key of the catalogue that may not be used.
            'GlueEncryption'
        ]
    ],
    ['not-found', ['EntityNotFound', 'ResourceNotFound', 'NoSuchEntity', 'NoSuchKey', 'NoSuchBucket', 'NotFound']],
    ['expired', ['ExpiredToken', 'TokenRefreshRequired', 'ExpiredCredentials']],
    [
        'other',
        [
            'IncompleteSignature',
            'InvalidClientTokenId',
            'InvalidSignature',
            'MissingAuthenticationToken',
            'RequestExpired',
            'SignatureDoesNotMatch',
            'UnrecognizedClient'
        ]
    ]
];
const BY_CODE = new Map(CODES.flatMap(([kind, codes]) => codes.map((code) => [code, kind])));
/** Errors of the network and the resolver, by Node's codes. */
const NETWORK_CODE = /^(ECONN(RESET|REFUSED|ABORTED)|E(HOST|NET)(UNREACH|DOWN)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL|EPROTO|ERR_STREAM_PREMATURE_CLOSE|ERR_SSL_[A-Z_]+|HPE_[A-Z_]+)$/u;
/** What the SDK calls answers that it cannot read: HTML pages, mostly. */
const UNREADABLE = new Set(['SyntaxError', 'Unknown', 'UnknownError']);
/** The code of an answer that is not AWS's: a proxy, a captive portal, a wrong endpoint. */
const UNREADABLE_ANSWER = 'UnreadableAnswer';
/** TLS that cannot be agreed on now cannot be in a second. */
const CERTIFICATE_CODE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ALTNAME|^ERR_SSL_|^EPROTO$/u;
/** A name that does not exist may be a hiccup of the resolver, once. */
const NAME_RETRIES = 1;
/** Says what a thrown error means for the caller. Pure: looks only at the error. */
function classify(thrown) {
    const error = facts(thrown);
    const unreadable = error.network === null && isUnreadable(error);
    const about = {
        code: error.network ?? (unreadable ? UNREADABLE_ANSWER : withoutSuffix(error.name)),
        message: unreadable
            ? `${error.status === null ? '' : `HTTP ${error.status}, `}a body that AWS would not send`
            : error.message,
        status: error.status,
        requestId: error.requestId
    };
    if (error.network === 'ENOTFOUND')
        return { ...about, kind: 'transient', retryLimit: NAME_RETRIES };
    return { ...about, kind: kindOf(error, about.code), retryLimit: null };
}
/** The SDK's credential providers say the latter of an answer without credentials. */
function isUnreadable(error) {
    return UNREADABLE.has(error.name) || error.message.startsWith('Invalid response from STS');
}
function kindOf(error, code) {
    if (error.network !== null)
        return CERTIFICATE_CODE.test(error.network) ? 'other' : 'transient';
    if (error.clockSkewCorrected)
        return 'transient';
    const known = BY_CODE.get(code);
    if (known !== undefined)
        return known;
    if (error.status === 429 || /rate exceeded|throttl/iu.test(error.message))
        return 'throttle';
    if (error.status !== null && error.status >= 500)
        return 'transient';
    // A good status with something else than JSON: the page of some proxy, or cut off on the way.
    if (code === UNREADABLE_ANSWER && error.status === 200)
        return 'transient';
    if (/not authorized to perform/iu.test(error.message))
        return 'denied';
    return 'other';
}
/** Errors are told by their members and not by `instanceof`: some come from Node's own realm. */
function facts(thrown) {
    const error = membersOf(thrown);
    const metadata = membersOf(error.get('$metadata'));
    const status = metadata.get('httpStatusCode');
    const requestId = metadata.get('requestId');
    return {
        name: textOf(error.get('name'), 'Error'),
        message: firstLine(textOf(error.get('message'), String(thrown))),
        network: networkCode(error),
        status: typeof status === 'number' ? status : null,
        requestId: typeof requestId === 'string' ? requestId : null,
        clockSkewCorrected: metadata.get('clockSkewCorrected') === true
    };
}
const MEMBERS = [
    'name',
    'message',
    'code',
    'cause',
    'errors',
    '$metadata',
    'httpStatusCode',
    'requestId',
    'clockSkewCorrected'
];
function membersOf(value) {
    if (typeof value !== 'object' || value === null)
        return new Map();
    return new Map(MEMBERS.map((name) => [name, Reflect.get(value, name)]));
}
const textOf = (value, otherwise) => (typeof value === 'string' ? value : otherwise);
const DEEPEST_CAUSE = 5;
/** The network error's code of an error or of what caused it: Node gathers several addresses in an AggregateError. */
function networkCode(error, depth = 0) {
    const code = error.get('code');
    if (typeof code === 'string' && (NETWORK_CODE.test(code) || CERTIFICATE_CODE.test(code)))
        return code;
    if (error.get('name') === 'TimeoutError')
        return 'ETIMEDOUT';
    const errors = error.get('errors');
    const inner = membersOf(Array.isArray(errors) ? errors[0] : error.get('cause'));
    return inner.size === 0 || depth === DEEPEST_CAUSE ? null : networkCode(inner, depth + 1);
}
/** The SDK adds hints for programmers below the first line. */
function firstLine(message) {
    return message.split('\n', 1)[0] ?? '';
}
/** `AccessDeniedException` and `AccessDenied` are one thing: services differ in how they write codes. */
function withoutSuffix(code) {
    return code.replace(/Exception$/u, '');
}
const LONGEST_WAIT_MS = 20_000;
const FIRST_WAIT_MS = 500;
/**
 * Milliseconds to wait before a retry: exponential, with full jitter, 20 seconds at most
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
 * @param retries how many times it was retried already
 * @param chance a number in [0, 1)
 */
function backoff(retries, chance) {
    return Math.round(chance * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (retries + 1)));
}


/***/ }),

/***/ 1352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ QUIET),
/* harmony export */   o: () => (/* binding */ Transport)
/* harmony export */ });
/* harmony import */ var _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1279);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_agents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8102);
/* harmony import */ var _model_aws_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8791);
/* harmony import */ var _model_aws_partition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2723);





const silent = () => { };
/**
 * A logger that is never called. The SDK filters every answer for the log whenever `info` is a function, its own no-op
 * included, which costs a third of the reading time; an `info` that is not there spares it.
 */
const QUIET = { trace: silent, debug: silent, info: undefined, warn: silent, error: silent };
/** One attempt, whose error comes back as it is: retries are made by aws/call.ts, which counts and paces them. */
const ONE_ATTEMPT = { mode: 'none', retry: (next, args) => next(args) };
/** The connections of a session: kept alive, one pool a service, since NO_PROXY may name one host and not the other. */
class Transport {
    region;
    #options;
    #settings = new Map();
    constructor(options) {
        this.region = options.region;
        this.#options = options;
    }
    /** @param service as in AWS_ENDPOINT_URL_<SERVICE>; without `_` and in lower case it begins the host's name: `STS`, `GLUE` */
    settingsFor(service) {
        const settings = this.#settings.get(service) ?? settingsOf(service, this.#options);
        this.#settings.set(service, settings);
        return settings;
    }
    /** Ends the connections that are kept alive. */
    close() {
        for (const { requestHandler } of this.#settings.values())
            requestHandler.destroy();
        this.#settings.clear();
    }
}
function settingsOf(service, options) {
    const { aws, region, env, ca, clientCertificate } = options;
    const { advanced = _model_aws_options_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_ADVANCED_OPTIONS */ .o } = aws;
    const endpoint = endpointOf(service, advanced.ignoreConfiguredEndpoints === true ? {} : env);
    const host = `${service.toLowerCase().replaceAll('_', '')}.${region}.${(0,_model_aws_partition_js__WEBPACK_IMPORTED_MODULE_3__/* .partitionOf */ .i)(region).dnsSuffix}`;
    const url = new URL(endpoint.endpoint ?? `https://${host}`);
    const proxy = recipeProxy(url, aws);
    const requestHandler = new _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_4__.NodeHttpHandler({
        ...(0,_core_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .agentsFor */ .m)(url, {
            env,
            ...(proxy === null ? {} : { proxy }),
            ...(ca === undefined ? {} : { ca }),
            ...clientCertificate,
            ...(advanced.maxConnections === null ? {} : { maxSockets: advanced.maxConnections })
        }),
        connectionTimeout: aws.connectTimeoutSeconds * 1_000,
        socketTimeout: aws.readTimeoutSeconds * 1_000,
        logger: QUIET
    });
    return { region, ...endpoint, ...choicesOf(advanced), requestHandler, retryStrategy: ONE_ATTEMPT, logger: QUIET };
}
/** What the SDK itself makes of `aws_advanced_config`; what is not said there it takes from the environment. */
function choicesOf({ fips, dualStack, userAgentExtra, appId }) {
    return {
        ...(fips === null ? {} : { useFipsEndpoint: fips }),
        ...(dualStack === null ? {} : { useDualstackEndpoint: dualStack }),
        ...(userAgentExtra === null ? {} : { customUserAgent: userAgentExtra }),
        ...(appId === null ? {} : { userAgentAppId: appId })
    };
}
/** `aws_proxy`: by the scheme of what is asked, with or without a scheme of its own, as botocore takes it. */
function recipeProxy(url, aws) {
    const proxy = aws.proxies[url.protocol.replace(':', '')] ?? '';
    if (proxy === '')
        return null;
    const text = proxy.includes('://') ? proxy : `http://${proxy.replace(/^\/\//u, '')}`;
    if (URL.canParse(text))
        return new URL(text);
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u('aws_proxy in the recipe is not a URL', {
        kind: 'input',
        code: 'aws-proxy-invalid',
        cure: 'Write it as {https: "http://proxy.example.com:3128"}'
    });
}
/**
 * The endpoint that the environment names for a service, such as AWS_ENDPOINT_URL_GLUE or AWS_ENDPOINT_URL
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). As with the peer, the recipe's
 * `aws_endpoint_url` is for S3 alone (aws_common.py get_glue_client). An empty object leaves the choice to the SDK.
 */
function endpointOf(service, env) {
    if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true')
        return {};
    const endpoint = env[`AWS_ENDPOINT_URL_${service}`] ?? env.AWS_ENDPOINT_URL;
    if (endpoint === undefined || endpoint === '')
        return {};
    if (URL.canParse(endpoint))
        return { endpoint };
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`"${endpoint}" is not the URL of an AWS endpoint`, {
        kind: 'input',
        code: 'aws-endpoint-invalid',
        cure: `Correct AWS_ENDPOINT_URL_${service} or AWS_ENDPOINT_URL, such as http://127.0.0.1:4566`
    });
}


/***/ }),

/***/ 3898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** Makes a thing when it is first asked for, and gives the same from then on. */
function once(make) {
    let made = null;
    return () => {
        made ??= make();
        return made;
    };
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

/***/ 3992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   M$: () => (/* binding */ recordsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   eV: () => (/* binding */ millisOf)
/* harmony export */ });
/*
 * Members of a record whose types are what AWS promises, and which may be anything all the same. What is not of its type
 * counts as not there, as reading has it too.
 */
/** A text, the empty one included. */
const textOf = (value) => (typeof value === 'string' ? value : undefined);
/** A map of texts; entries that are none are left out, as GMS accepts no other. */
function textsOf(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return {};
    if (isTexts(value))
        return value;
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}
const isTexts = (value) => Object.values(value).every((text) => typeof text === 'string');
/** A list of structures; what is none is left out. */
function recordsOf(value) {
    if (!Array.isArray(value))
        return [];
    const items = value;
    // Nearly always all of them are some, and no copy is made. A loop sees holes too, which `every` passes over.
    for (const item of items)
        if (!isRecord(item))
            return items.filter(isRecord);
    return items;
}
const isRecord = (item) => typeof item === 'object' && item !== null;
/** Milliseconds since the epoch, which reading has cut off as the peer does (record.ts). null for a date that is none. */
function millisOf(value) {
    const millis = value instanceof Date ? value.getTime() : Number.NaN;
    return Number.isNaN(millis) ? null : millis;
}


/***/ }),

/***/ 4464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ pagesOf),
/* harmony export */   v: () => (/* binding */ catalogueOf)
/* harmony export */ });
/* harmony import */ var _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9597);

/**
 * All pages of a list, each asked for with the token of the one before. A page may be empty and not the last.
 * @throws AwsCallError what `ask` throws, and when a token comes twice, which would be followed for ever.
 */
async function* pagesOf(action, ask) {
    let token;
    do {
        const answer = await ask(token === undefined ? {} : { NextToken: token });
        yield answer.items;
        if (token !== undefined && answer.token === token)
            throw repeatedToken(action);
        token = answer.token === '' ? undefined : answer.token;
    } while (token !== undefined);
}
function repeatedToken(action) {
    const failure = { action, attempts: 1, message: 'AWS gave the same NextToken twice', requestId: null };
    return new _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .i({ ...failure, kind: 'other', code: 'RepeatedNextToken' }, null);
}
/** The catalogue that is asked for: none named is the caller's own (glue.py glue_catalog_kwargs). */
function catalogueOf({ catalogId }) {
    return catalogId === null || catalogId === '' ? {} : { CatalogId: catalogId };
}


/***/ }),

/***/ 1546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ tableVerdict),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   NQ: () => (/* binding */ databaseVerdict),
/* harmony export */   cb: () => (/* binding */ isDatabaseLink)
/* harmony export */ });
/** In the order of the peer's database_verdict (glue_selection.py). */
function databaseVerdict(options, database, name) {
    const isLink = isDatabaseLink(database);
    if (options.ignoreResourceLinks && isLink)
        return { rule: 'ignore_resource_links' };
    if (!options.databasePattern.allows(name))
        return { rule: 'database_pattern' };
    const { catalogId } = options;
    const owner = database.CatalogId ?? '';
    if (catalogId !== null && catalogId !== '' && owner !== '' && owner !== catalogId)
        return { rule: 'catalog_id' };
    return 'keep';
}
/**
 * In the order of the peer's table_verdict (glue_selection.py). A table's own DatabaseName counts: behind some links it
 * differs from the database whose list it is in, so the database's pattern is asked again.
 */
function tableVerdict(options, table, database, name) {
    const isLink = table.TargetTable !== undefined;
    if (options.ignoreResourceLinks && isLink)
        return { rule: 'ignore_resource_links' };
    if (!options.databasePattern.allows(database))
        return { rule: 'database_pattern' };
    if (!options.tablePattern.allows(`${database}.${name}`))
        return { rule: 'table_pattern' };
    return 'keep';
}
/** A table as DataHub tells them apart: only this type makes a view (glue.py _VIRTUAL_VIEW_TABLE_TYPE). */
function kindOf(table) {
    return table.TableType === 'VIRTUAL_VIEW' ? 'view' : 'table';
}
/** As the peer reads it, an empty TargetDatabase is no link, whereas any TargetTable makes one of a table. */
function isDatabaseLink(database) {
    return database.TargetDatabase !== undefined && Object.keys(database.TargetDatabase).length > 0;
}


/***/ })

};
