export const id = 440;
export const ids = [440];
export const modules = {

/***/ 9122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ readKeptValues),
/* harmony export */   m: () => (/* binding */ keptBy)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9597);
/* harmony import */ var _model_iam_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7098);



const isSecret = (reference) => reference.target.service === 'secretsmanager';
const names = (references) => [
    ...new Set(references.map(({ target }) => target.name))
];
/** The parameters and secrets that references name. */
const keptBy = (references) => ({
    parameters: names(references.filter((reference) => !isSecret(reference))),
    secrets: names(references.filter(isSecret))
});
/**
 * Asks AWS for what references stand for, each parameter and secret once.
 * @throws AppError (cannot-begin) when AWS refuses or does not answer
 */
async function readKeptValues(references, session, signal) {
    const kept = keptBy(references);
    const parameters = await parametersOf(kept.parameters, { references, session, signal });
    const secrets = await secretsOf(kept.secrets, { references, session, signal });
    const values = new Map();
    const missing = [];
    for (const reference of references) {
        const read = isSecret(reference)
            ? valueInSecret(reference, secrets.get(reference.target.name))
            : valueOrFault(parameters.get(reference.target.name), 'there is no such parameter');
        if (read.ok)
            values.set(reference.text, read.value);
        else
            missing.push(notThere(reference, read.fault, session));
    }
    return { values, missing };
}
async function parametersOf(wanted, asking) {
    if (wanted.length === 0)
        return new Map();
    const reader = await asking.session.parameterReader();
    try {
        return await reader.parameters(wanted, asking.signal);
    }
    catch (error) {
        const resources = wanted.map((name) => (0,_model_iam_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .parameterArn */ .vi)(name, asking.session.identity));
        throw explained(error, asking.references.find((reference) => !isSecret(reference)), resources, asking);
    }
}
/** The texts of secrets; null: bytes. A secret that does not exist has none. */
async function secretsOf(wanted, asking) {
    const texts = new Map();
    if (wanted.length === 0)
        return texts;
    const reader = await asking.session.secretReader();
    for (const id of wanted) {
        try {
            texts.set(id, await reader.secret(id, asking.signal));
        }
        catch (error) {
            if (error instanceof _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .i && error.kind === 'not-found')
                continue;
            const reference = asking.references.find(({ target }) => target.name === id);
            throw explained(error, reference, [(0,_model_iam_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .secretArn */ .eU)(id, asking.session.identity)], asking);
        }
    }
    return texts;
}
const valueOrFault = (value, fault) => value === undefined ? { ok: false, fault } : { ok: true, value };
/** The whole secret, or a member of the JSON that it holds. Nothing of the secret is told. */
function valueInSecret({ target }, text) {
    if (text === undefined)
        return { ok: false, fault: 'there is no such secret' };
    if (text === null)
        return { ok: false, fault: 'the secret holds bytes and no text' };
    if (target.key === null)
        return { ok: true, value: text };
    const members = objectIn(text);
    if (members === null)
        return { ok: false, fault: 'the secret holds no JSON object' };
    const value = Object.hasOwn(members, target.key) ? Reflect.get(members, target.key) : undefined;
    if (value === undefined || value === null)
        return { ok: false, fault: `the secret has no key '${target.key}'` };
    return { ok: true, value: typeof value === 'string' ? value : JSON.stringify(value) };
}
function objectIn(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
    }
    catch {
        return null;
    }
}
function notThere({ text, at }, fault, { identity }) {
    const message = `${text} has no value: ${fault} in account ${identity.account}, ${identity.region}`;
    const cure = 'check its name; what another account or region keeps is named by its ARN';
    return { ...at, severity: 'error', code: 'reference-without-value', message, cure };
}
/** Names the permission that is missing, as the statement to add. */
function explained(error, reference, resources, { session }) {
    if (!(error instanceof _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .i))
        return error;
    const { identity, region } = session;
    const place = reference === undefined ? '' : ` (line ${reference.at.line} of the recipe)`;
    const message = `${reference?.text ?? error.action} cannot be read${place}: ${error.message}`;
    if (error.kind !== 'denied') {
        const cure = 'try again later, or check the name, and the network between here and AWS';
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(message, { kind: 'cannot-begin', code: 'reference-failed', cure, cause: error });
    }
    const isKey = /kms|ciphertext|decrypt/iu.test(error.message);
    const statement = {
        Effect: 'Allow',
        Action: [isKey ? 'kms:Decrypt' : error.action],
        Resource: isKey ? [`arn:aws:kms:${region}:${identity.account}:key/*`] : resources
    };
    const cure = `Let ${identity.arn} do it by this statement:\n${JSON.stringify(statement, null, 2)}`;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(message, { kind: 'cannot-begin', code: 'reference-denied', cure, cause: error });
}


/***/ }),

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isInAws),
/* harmony export */   K: () => (/* binding */ settleRecipe)
/* harmony export */ });
/* harmony import */ var _core_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8490);
/* harmony import */ var _recipe_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5335);
/* harmony import */ var _kept_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9122);



/**
 * Reads a recipe, has AWS fill in its references, and reads it again. Those in the AWS options come first: the session
 * that reads them is opened without what they say, by the environment or by OIDC. All others are read as the run's own
 * identity.
 * @throws AppError when there is no identity, or when AWS refuses a value
 */
async function settleRecipe(deps) {
    const values = new Map();
    let session = null;
    let parsed = deps.read(values);
    while (parsed.ok && parsed.value.references.length > 0) {
        session?.close();
        for (const secret of parsed.value.secrets)
            deps.mask(secret);
        const references = nextOf(parsed.value.references);
        session = await deps.open(parsed.value.recipe, (0,_kept_values_js__WEBPACK_IMPORTED_MODULE_1__/* .keptBy */ .m)(references));
        const found = await closingUnlessDone(session, (opened) => (0,_kept_values_js__WEBPACK_IMPORTED_MODULE_1__/* .readKeptValues */ .d)(references, opened, deps.signal));
        if (found.missing.length > 0) {
            session.close();
            return { parsed: (0,_core_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(found.missing.map((told) => ({ file: deps.file, ...told }))), session: null };
        }
        for (const value of (0,_recipe_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsAmong */ .o0)(found.values.values()))
            deps.mask(value);
        for (const [text, value] of found.values)
            values.set(text, value);
        parsed = deps.read(values);
        if (parsed.ok && !references.some(isInSource))
            continue;
        // What the session was opened for, or narrowed to, may be another thing now.
        session.close();
        session = null;
    }
    return { parsed, session };
}
const isInSource = ({ path }) => path[0] === 'source';
/** Whether it stands in the options that say how AWS is reached: it is read before all others. */
const isInAws = ({ path: [top, config, name = ''] }) => top === 'source' && config === 'config' && (name.startsWith('aws_') || name === 'read_timeout');
function nextOf(references) {
    const first = references.filter(isInAws);
    return first.length > 0 ? first : references;
}
async function closingUnlessDone(session, work) {
    try {
        return await work(session);
    }
    catch (error) {
        session.close();
        throw error;
    }
}


/***/ }),

/***/ 8690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ faultOfRoleArn),
/* harmony export */   DM: () => (/* binding */ parseRoleArn),
/* harmony export */   oi: () => (/* binding */ isSessionOf)
/* harmony export */ });
const ROLE = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:[\x21-\x7e]+\/)?([\w+=,.@-]{1,64})$/u;
const SESSION = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/[\w+=,.@-]+$/u;
/** Takes a role's ARN apart; null when it is not one. */
function parseRoleArn(arn) {
    const [, partition, account, name] = ROLE.exec(arn) ?? [];
    return partition === undefined || account === undefined || name === undefined
        ? null
        : { arn, partition, account, name };
}
/**
 * Whether a caller, as GetCallerIdentity names it, is a session of a role. A session's ARN says
 * `assumed-role/NAME/SESSION` and leaves the role's path out; names are unique in an account whatever their path.
 */
function isSessionOf(callerArn, roleArn) {
    const [, partition, account, name] = SESSION.exec(callerArn) ?? [];
    const role = parseRoleArn(roleArn);
    return role !== null && role.partition === partition && role.account === account && role.name === name;
}
/** What is wrong with a text that should be a role's ARN, as the end of a sentence. */
function faultOfRoleArn(text) {
    if (SESSION.test(text))
        return 'is the ARN of a session of a role, not of the role';
    if (/^arn:aws[a-z-]*:iam::\d{12}:instance-profile\//u.test(text))
        return 'is the ARN of an instance profile';
    if (/^arn:aws[a-z-]*:iam::\d{12}:user\//u.test(text))
        return 'is the ARN of a user';
    if (/^[\w+=,.@-]{1,64}$/u.test(text))
        return "is a role's name, not its ARN";
    if (text !== text.trim())
        return 'has spaces around it';
    return 'is not the ARN of an IAM role';
}


/***/ }),

/***/ 3158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ assumeRoleTrust),
/* harmony export */   AH: () => (/* binding */ assumeRoleStatement),
/* harmony export */   NB: () => (/* binding */ webIdentityTrust),
/* harmony export */   Zj: () => (/* binding */ providerArn),
/* harmony export */   _8: () => (/* binding */ webIdentityStatement),
/* harmony export */   c1: () => (/* binding */ issuerHost),
/* harmony export */   wO: () => (/* binding */ subjectForms)
/* harmony export */ });
/** GitHub's issuer on github.com. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** `sub` of a repository, in either form: names alone, or each with its number. */
const REPOSITORY_SUBJECT = /^repo:([^/@:]+)(?:@\d+)?\/([^@:]+)(?:@\d+)?:(.*)$/su;
/**
 * The forms in which GitHub may write a token's subject, the token's own first. Repositories made, renamed or moved since
 * 15 July 2026 have immutable ids in it: https://docs.github.com/actions/reference/security/oidc
 */
function subjectForms(claims) {
    const { subject, repositoryId, repositoryOwnerId } = claims;
    if (subject === null)
        return [];
    const [, owner, name, context] = REPOSITORY_SUBJECT.exec(subject) ?? [];
    if (owner === undefined || name === undefined || context === undefined)
        return [subject];
    const forms = [subject, `repo:${owner}/${name}:${context}`];
    if (repositoryId !== null && repositoryOwnerId !== null) {
        forms.push(`repo:${owner}@${repositoryOwnerId}/${name}@${repositoryId}:${context}`);
    }
    return [...new Set(forms)];
}
/** An issuer's name as IAM uses it in condition keys and provider ARNs: without the scheme. */
function issuerHost(claims) {
    return (claims?.issuer ?? GITHUB_ISSUER).replace(/^https?:\/\//u, '').replace(/\/$/u, '');
}
/** The ARN of the OIDC identity provider that has to exist in the role's account. */
function providerArn(role, claims) {
    return `arn:${role.partition}:iam::${role.account}:oidc-provider/${issuerHost(claims)}`;
}
/** The statement of a role's trust policy that admits a token with these claims and no other subject, as JSON. */
const webIdentityTrust = (role, claims, audience) => JSON.stringify(webIdentityStatement(role, claims, audience), null, 2);
/** The same as an object. @param others More subjects that are let in, such as those of pull requests. */
function webIdentityStatement(role, claims, audience, others = []) {
    const host = issuerHost(claims);
    return {
        Effect: 'Allow',
        Principal: { Federated: providerArn(role, claims) },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
            StringEquals: {
                [`${host}:aud`]: claims.audience ?? audience,
                [`${host}:sub`]: [...subjectForms(claims), ...others]
            }
        }
    };
}
/** The statement of a role's trust policy that lets another principal assume it, as JSON. */
const assumeRoleTrust = (principalArn, externalId) => JSON.stringify(assumeRoleStatement(principalArn, externalId), null, 2);
/** The same as an object. */
function assumeRoleStatement(principalArn, externalId) {
    return {
        Effect: 'Allow',
        Principal: { AWS: principalArn },
        Action: 'sts:AssumeRole',
        ...(externalId === null ? {} : { Condition: { StringEquals: { 'sts:ExternalId': externalId } } })
    };
}


/***/ }),

/***/ 9597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ AwsCallError)
/* harmony export */ });
/** A call to AWS that failed for good: retries are used up, or would not help. Made by aws/call.ts. */
class AwsCallError extends Error {
    kind;
    code;
    action;
    attempts;
    requestId;
    constructor(failure, cause) {
        super(failure.message, { cause });
        this.name = 'AwsCallError';
        this.kind = failure.kind;
        this.code = failure.code;
        this.action = failure.action;
        this.attempts = failure.attempts;
        this.requestId = failure.requestId;
    }
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ partitionOf)
/* harmony export */ });
const COMMERCIAL = { id: 'aws', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: 'api.aws' };
/** By the first words of a region's name, as the SDKs' `partitions.json` tells them apart. */
const OTHERS = [
    [/^cn-/u, { id: 'aws-cn', dnsSuffix: 'amazonaws.com.cn', dualStackDnsSuffix: 'api.amazonwebservices.com.cn' }],
    [/^us-gov-/u, { id: 'aws-us-gov', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: 'api.aws' }],
    [/^us-iso-/u, { id: 'aws-iso', dnsSuffix: 'c2s.ic.gov', dualStackDnsSuffix: 'api.aws.ic.gov' }],
    [/^us-isob-/u, { id: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov', dualStackDnsSuffix: 'api.aws.scloud' }],
    [/^eu-isoe-/u, { id: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk', dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk' }],
    [/^us-isof-/u, { id: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov', dualStackDnsSuffix: 'api.aws.hci.ic.gov' }],
    [/^eusc-/u, { id: 'aws-eusc', dnsSuffix: 'amazonaws.eu', dualStackDnsSuffix: 'api.amazonwebservices.eu' }]
];
/** Regions that were asked for: every table's ARN asks. */
const known = new Map();
/** The partition of a region; a region that is not known is taken for a commercial one, as the peer does (glue.py). */
function partitionOf(region) {
    const found = known.get(region) ?? OTHERS.find(([name]) => name.test(region))?.[1] ?? COMMERCIAL;
    known.set(region, found);
    return found;
}


/***/ }),

/***/ 7098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e2: () => (/* binding */ compactPolicy),
/* harmony export */   eU: () => (/* binding */ secretArn),
/* harmony export */   e_: () => (/* binding */ iamPolicy),
/* harmony export */   pY: () => (/* binding */ glueStatement),
/* harmony export */   ur: () => (/* binding */ wayPolicy),
/* harmony export */   vi: () => (/* binding */ parameterArn)
/* harmony export */ });
/* unused harmony export prettyPolicy */
/* harmony import */ var _aws_partition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2723);

/**
 * The one table of what a recipe's options need: session policies, the README's policies and the errors about missing
 * permissions are made from it. Actions and resource types:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html
 */
const NEEDS = [
    {
        sid: 'ReadGlueCatalog',
        // GetDatabase and GetTable confirm that what is no longer listed is really gone.
        actions: ['glue:GetDatabase', 'glue:GetDatabases', 'glue:GetTable', 'glue:GetTables'],
        ofCatalogue: true,
        when: () => true,
        resources: catalogArns
    },
    {
        // Calls to a catalogue that is encrypted with a customer managed key decrypt in the caller's name:
        // https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
        sid: 'DecryptGlueCatalog',
        actions: ['kms:Decrypt'],
        ofCatalogue: true,
        when: () => true,
        resources: () => ['*'],
        condition: ({ region }) => ({
            StringEquals: { 'kms:ViaService': `glue.${region}.${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).dnsSuffix}` }
        })
    },
    {
        sid: 'ReadGluePartitions',
        actions: ['glue:GetPartitions'],
        when: ({ profiling, columnStatistics }) => profiling !== null || columnStatistics,
        resources: catalogArns
    },
    {
        sid: 'ReadGlueColumnStatistics',
        actions: ['glue:GetColumnStatisticsForPartition', 'glue:GetColumnStatisticsForTable'],
        when: ({ columnStatistics }) => columnStatistics,
        resources: catalogArns
    },
    {
        sid: 'ReadGlueJobs',
        actions: ['glue:GetConnection', 'glue:GetDataflowGraph', 'glue:GetJob', 'glue:GetJobs'],
        when: ({ jobs }) => jobs,
        // Lists and graphs have no resource of their own.
        resources: () => ['*']
    },
    {
        sid: 'ReadJobScripts',
        actions: ['s3:GetObject'],
        when: ({ jobs }) => jobs,
        resources: ({ region }) => [`arn:${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).id}:s3:::*/*`]
    },
    {
        sid: 'ReadLakeFormationTags',
        // It has no resource types: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslakeformation.html
        actions: ['lakeformation:GetResourceLFTags'],
        when: ({ lakeFormationTags }) => lakeFormationTags !== null,
        resources: () => ['*']
    },
    {
        sid: 'ReadBucketTags',
        actions: ['s3:GetBucketTagging'],
        when: ({ s3BucketTags }) => s3BucketTags,
        resources: ({ region }) => [`arn:${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).id}:s3:::*`]
    },
    {
        sid: 'ReadObjectTags',
        actions: ['s3:GetObjectTagging'],
        when: ({ s3ObjectTags }) => s3ObjectTags,
        resources: ({ region }) => [`arn:${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).id}:s3:::*/*`]
    },
    {
        sid: 'AssumeRecipeRoles',
        actions: ['sts:AssumeRole'],
        when: (_options, scope) => scope.rolesToAssume.length > 0,
        resources: (scope) => scope.rolesToAssume
    },
    ...['sts:TagSession', 'sts:SetSourceIdentity'].map((action) => ({
        sid: action === 'sts:TagSession' ? 'TagRecipeSessions' : 'NameWhoStandsBehind',
        actions: [action],
        when: (_options, scope) => scope.roleActions?.includes(action) === true,
        resources: (scope) => scope.rolesToAssume
    })),
    {
        sid: 'ReadParameters',
        actions: ['ssm:GetParameters'],
        when: (_options, { kept }) => (kept?.parameters.length ?? 0) > 0,
        resources: (scope) => (scope.kept?.parameters ?? []).map((name) => parameterArn(name, scope))
    },
    {
        sid: 'ReadSecrets',
        actions: ['secretsmanager:GetSecretValue'],
        when: (_options, { kept }) => (kept?.secrets.length ?? 0) > 0,
        resources: (scope) => (scope.kept?.secrets ?? []).map((name) => secretArn(name, scope))
    },
    {
        // Both services decrypt in the caller's name: https://docs.aws.amazon.com/kms/latest/developerguide/services-secrets-manager.html
        sid: 'DecryptParameters',
        actions: ['kms:Decrypt'],
        when: (_options, { kept }) => (kept?.parameters.length ?? 0) > 0,
        resources: () => ['*'],
        condition: viaService('ssm')
    },
    {
        sid: 'DecryptSecrets',
        actions: ['kms:Decrypt'],
        when: (_options, { kept }) => (kept?.secrets.length ?? 0) > 0,
        resources: () => ['*'],
        condition: viaService('secretsmanager')
    }
];
/** The ARN of a parameter; a version or label behind its name is no part of it. */
function parameterArn(name, { region, account }) {
    if (name.startsWith('arn:'))
        return name.split(':').slice(0, 6).join(':');
    const path = (name.split(':')[0] ?? '').replace(/^\//u, '');
    return `arn:${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).id}:ssm:${region}:${account ?? '*'}:parameter/${path}`;
}
/** The ARN of a secret; AWS ends it with six characters of its own. */
function secretArn(name, { region, account }) {
    if (name.startsWith('arn:'))
        return name;
    return `arn:${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).id}:secretsmanager:${region}:${account ?? '*'}:secret:${name}-??????`;
}
function viaService(service) {
    return ({ region }) => ({
        StringEquals: { 'kms:ViaService': `${service}.${region}.${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).dnsSuffix}` }
    });
}
/** The policy that holds what a recipe with these options needs, and nothing else. */
function iamPolicy(options, scope) {
    return {
        Version: '2012-10-17',
        Statement: NEEDS.filter((need) => need.when(options, scope)).map((need) => statementOf(need, scope))
    };
}
/** The policy of a role that reads no catalogue: it assumes others, and reads what the recipe takes from AWS for that. */
function wayPolicy(scope) {
    const needs = NEEDS.filter((need) => need.ofCatalogue !== true && need.when(NO_OPTIONS, scope));
    return { Version: '2012-10-17', Statement: needs.map((need) => statementOf(need, scope)) };
}
const NO_OPTIONS = {
    catalogId: null,
    jobs: false,
    profiling: null,
    columnStatistics: false,
    lakeFormationTags: null,
    s3BucketTags: false,
    s3ObjectTags: false
};
/** A policy as STS takes it for a session: every character counts, so no names and no spaces. */
function compactPolicy(policy) {
    const statements = policy.Statement.map(({ Sid: _sid, ...statement }) => statement);
    return JSON.stringify({ ...policy, Statement: statements });
}
/** A policy as people read it: to paste into the console or Terraform. */
function prettyPolicy(policy) {
    return JSON.stringify(policy, null, 2);
}
/** The statement that would allow one Glue action on one database, for the cure of an error. */
function glueStatement(action, scope, database) {
    const catalog = catalogArn(scope);
    const resources = database === undefined
        ? [`${catalog}:catalog`, `${catalog}:database/*`]
        : [`${catalog}:catalog`, `${catalog}:database/${database}`, `${catalog}:table/${database}/*`];
    return { Effect: 'Allow', Action: [action], Resource: resources };
}
function statementOf(need, scope) {
    const condition = need.condition?.(scope);
    return {
        Sid: need.sid,
        Effect: 'Allow',
        Action: need.actions,
        Resource: need.resources(scope),
        ...(condition === undefined ? {} : { Condition: condition })
    };
}
/** `catalog*` also names the catalogues below the account's own, such as `catalog/s3tablescatalog`. */
function catalogArns(scope) {
    const catalog = catalogArn(scope);
    return [`${catalog}:catalog*`, `${catalog}:database/*`, `${catalog}:table/*`];
}
function catalogArn({ region, account }) {
    return `arn:${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).id}:glue:${region}:${account ?? '*'}`;
}


/***/ })

};
