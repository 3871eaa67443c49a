export const id = 985;
export const ids = [985];
export const modules = {

/***/ 8238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./lib/aws/rate-limit.js
var rate_limit = __webpack_require__(729);
// EXTERNAL MODULE: ./lib/app/dag/validate.js + 1 modules
var validate = __webpack_require__(9218);
// EXTERNAL MODULE: ./lib/app/environment.js
var environment = __webpack_require__(7918);
// EXTERNAL MODULE: ./lib/app/find-files.js
var find_files = __webpack_require__(3786);
// EXTERNAL MODULE: ./lib/core/once.js
var once = __webpack_require__(3898);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-glue/dist-cjs/index.js
var dist_cjs = __webpack_require__(6542);
// EXTERNAL MODULE: ./lib/source/glue/map/record-values.js
var record_values = __webpack_require__(3992);
// EXTERNAL MODULE: ./lib/source/glue/read/pages.js
var pages = __webpack_require__(4464);
// EXTERNAL MODULE: ./lib/source/glue/read/selection.js
var selection = __webpack_require__(1546);
// EXTERNAL MODULE: ./lib/model/aws-call-error.js
var aws_call_error = __webpack_require__(9597);
;// CONCATENATED MODULE: ./lib/source/glue/read/trial.js

const untried = (action, said) => ({ action, said, outcome: 'untried' });
/**
 * Makes one call. What does not exist may be asked for; what is not a lack of permission either is told as it is.
 * @param resource what it was tried on, for people
 * @throws AppError when the identity was lost · the signal's reason
 */
async function tried(action, resource, call, say) {
    try {
        const answer = await call();
        const said = say(answer);
        const trial = typeof said === 'string' ? { action, said, outcome: 'allowed' } : { action, said: said.empty, outcome: 'empty' };
        return { trial, answer };
    }
    catch (error) {
        if (!(error instanceof aws_call_error/* AwsCallError */.i))
            throw error;
        return { trial: trialOf(action, resource, error), answer: null };
    }
}
/** Of a bucket that does not exist, S3 says so to everybody. */
function trialOf(action, resource, error) {
    if (error.code === 'NoSuchBucket')
        return untried(action, `${resource}: there is no such bucket`);
    if (error.kind === 'not-found' && action !== LIST_OF_ALL) {
        return { action, said: `allowed; ${resource} does not exist`, outcome: 'allowed' };
    }
    return { action, said: error.message, outcome: 'refused', error, resource };
}
/** What does not exist is then the catalogue itself: nothing can be read. */
const LIST_OF_ALL = 'glue:GetDatabases';

;// CONCATENATED MODULE: ./lib/source/glue/read/try-catalogue.js





/** Databases that are looked at for one that the recipe wants, and those of them that are looked at for a table. */
const DATABASES = 25;
const DATABASES_FOR_A_TABLE = 3;
/** Tries what reading the catalogue needs, and what its tables' partitions and statistics need where they are read. */
async function tryCatalogue(context) {
    const { options } = context;
    const listed = await tryDatabases(context);
    const [database] = listed.databases;
    const tables = await tryTables(context, listed.databases);
    const { table } = tables;
    const trials = [
        listed.trial,
        await tryDatabase(context, database),
        tables.trial,
        await tryTable(context, table),
        ...(options.profiling !== null || options.columnStatistics ? await tryPartitions(context, table) : [])
    ];
    return { trials, found: { database: tables.database ?? database ?? null, table } };
}
const isNamed = (database) => (database.Name ?? '') !== '';
/** Those that the recipe wants come first: others may well be hidden from it. */
async function tryDatabases({ client, options, signal }) {
    const command = new dist_cjs/* GetDatabasesCommand */.GGh({ ...(0,pages/* catalogueOf */.v)(options), MaxResults: DATABASES });
    const { trial, answer } = await tried(LIST_OF_ALL, 'the catalogue', () => client.send(command, { abortSignal: signal }), ({ DatabaseList = [] }) => DatabaseList.length === 0 ? { empty: 'it shows no database' } : `it shows ${namesOf(DatabaseList)}`);
    // The SDK's types allow members that are undefined, where its answers leave them out.
    const all = (answer?.DatabaseList ?? []).filter(isNamed);
    const wanted = all.filter((one) => (0,selection/* databaseVerdict */.NQ)(options, one, one.Name) === 'keep');
    return { trial, databases: wanted.length > 0 ? wanted : all };
}
function namesOf(list) {
    const names = list.slice(0, 3).map(({ Name = '' }) => Name);
    return `${names.join(', ')}${list.length > names.length ? ' and others' : ''}`;
}
async function tryDatabase({ client, options, signal }, database) {
    const action = 'glue:GetDatabase';
    if (database === undefined)
        return untried(action, 'no database is seen to try it on');
    const command = new dist_cjs/* GetDatabaseCommand */.vU({ ...(0,pages/* catalogueOf */.v)(options), Name: database.Name });
    const call = () => client.send(command, { abortSignal: signal });
    return (await tried(action, database.Name, call, () => `tried on ${database.Name}`)).trial;
}
/** Tables of the first databases, until one has any: an empty database says nothing about what is hidden in others. */
async function tryTables({ client, options, signal }, databases) {
    const action = 'glue:GetTables';
    const looked = [];
    let last = untried(action, 'no database is seen to try it on');
    for (const database of databases.slice(0, DATABASES_FOR_A_TABLE)) {
        looked.push(database.Name);
        const command = new dist_cjs/* GetTablesCommand */.dhF({ ...(0,pages/* catalogueOf */.v)(options), DatabaseName: database.Name, MaxResults: 1 });
        const { trial, answer } = await tried(action, database.Name, () => client.send(command, { abortSignal: signal }), ({ TableList = [] }) => TableList.length === 0 ? { empty: `it shows no table in ${looked.join(', ')}` } : `tried on ${database.Name}`);
        last = trial;
        // As above.
        const [table] = (answer?.TableList ?? []);
        const { Name = '', DatabaseName = database.Name } = table ?? {};
        if (table !== undefined && Name !== '')
            return { trial, database, table: { ...table, Name, DatabaseName } };
        if (trial.outcome === 'refused')
            break;
    }
    return { trial: last, database: null, table: null };
}
async function tryTable({ client, options, signal }, table) {
    const action = 'glue:GetTable';
    if (table === null)
        return untried(action, NO_TABLE);
    const { DatabaseName, Name } = table;
    const command = new dist_cjs/* GetTableCommand */.QuZ({ ...(0,pages/* catalogueOf */.v)(options), DatabaseName, Name });
    const resource = `${DatabaseName}.${Name}`;
    return (await tried(action, resource, () => client.send(command, { abortSignal: signal }), () => `tried on ${resource}`)).trial;
}
const NO_TABLE = 'no table is seen to try it on';
async function tryPartitions(context, table) {
    const { client, options, signal } = context;
    const actions = [
        'glue:GetPartitions',
        ...(options.columnStatistics ? ['glue:GetColumnStatisticsForTable', 'glue:GetColumnStatisticsForPartition'] : [])
    ];
    if (table === null)
        return actions.map((action) => untried(action, NO_TABLE));
    const where = { ...(0,pages/* catalogueOf */.v)(options), DatabaseName: table.DatabaseName, TableName: table.Name };
    const resource = `${table.DatabaseName}.${table.Name}`;
    const { trial, answer } = await tried('glue:GetPartitions', resource, () => client.send(new dist_cjs/* GetPartitionsCommand */.fr1({ ...where, MaxResults: 1 }), { abortSignal: signal }), () => `tried on ${resource}`);
    if (!options.columnStatistics)
        return [trial];
    return [trial, ...(await tryStatistics(context, { table, where, values: answer?.Partitions?.[0]?.Values ?? null }))];
}
async function tryStatistics({ client, signal }, { table, where, values }) {
    const [ofTable, ofPartition] = ['glue:GetColumnStatisticsForTable', 'glue:GetColumnStatisticsForPartition'];
    const resource = `${table.DatabaseName}.${table.Name}`;
    const [column] = (0,record_values/* recordsOf */.M$)(table.StorageDescriptor?.Columns).flatMap(({ Name }) => (0,record_values/* textOf */.b6)(Name) ?? []);
    if (column === undefined) {
        return [ofTable, ofPartition].map((action) => untried(action, `${resource} has no columns to try it on`));
    }
    const asked = { ...where, ColumnNames: [column] };
    const say = () => `tried on ${resource}`;
    const whole = await tried(ofTable, resource, () => client.send(new dist_cjs/* GetColumnStatisticsForTableCommand */.gF8(asked), { abortSignal: signal }), say);
    if (values === null)
        return [whole.trial, untried(ofPartition, `${resource} has no partition to try it on`)];
    const command = new dist_cjs/* GetColumnStatisticsForPartitionCommand */.OnW({ ...asked, PartitionValues: [...values] });
    const part = await tried(ofPartition, resource, () => client.send(command, { abortSignal: signal }), say);
    return [whole.trial, part.trial];
}

;// CONCATENATED MODULE: ./lib/source/glue/read/try-jobs.js



/** Jobs that are looked at for one with a script and one with a connection. */
const JOBS = 25;
/** A script of nothing: the action has no resource, and what Glue finds in it does not matter. */
const EMPTY_SCRIPT = 'pass\n';
/** Tries what reading jobs needs. */
async function tryJobs(context) {
    const { client, signal } = context;
    const { trial, answer } = await tried('glue:GetJobs', 'the jobs of the account', () => client.send(new dist_cjs/* GetJobsCommand */.Al6({ MaxResults: JOBS }), { abortSignal: signal }), ({ Jobs = [] }) => (Jobs.length === 0 ? 'answered; there are no jobs' : 'tried on the jobs of the account'));
    const jobs = answer?.Jobs ?? [];
    return [
        trial,
        await tryJob(context, jobs),
        await tryGraph(context),
        await tryConnection(context, jobs),
        await tryScript(context, jobs)
    ];
}
async function tryJob({ client, signal }, jobs) {
    const action = 'glue:GetJob';
    const [name] = jobs.flatMap(({ Name }) => Name ?? []);
    if (name === undefined)
        return untried(action, 'no job is seen to try it on');
    const call = () => client.send(new dist_cjs/* GetJobCommand */.jEM({ JobName: name }), { abortSignal: signal });
    return (await tried(action, name, call, () => `tried on ${name}`)).trial;
}
async function tryGraph({ client, signal }) {
    const action = 'glue:GetDataflowGraph';
    const command = new dist_cjs/* GetDataflowGraphCommand */.oov({ PythonScript: EMPTY_SCRIPT });
    const { trial } = await tried(action, 'a script', () => client.send(command, { abortSignal: signal }), () => TRIED);
    // Glue reads the script only of those who may ask.
    const isAnswer = trial.outcome === 'refused' && trial.error.code === 'InvalidInput';
    return isAnswer ? { action, said: TRIED, outcome: 'allowed' } : trial;
}
const TRIED = 'tried on an empty script';
async function tryConnection({ client, options, signal }, jobs) {
    const action = 'glue:GetConnection';
    const [name] = jobs.flatMap(({ Connections }) => Connections?.Connections ?? []);
    if (name === undefined)
        return untried(action, 'none of the jobs that were looked at has a connection');
    const command = new dist_cjs/* GetConnectionCommand */.GoN({ Name: name, HidePassword: true, ...(0,pages/* catalogueOf */.v)(options) });
    return (await tried(action, name, () => client.send(command, { abortSignal: signal }), () => `tried on ${name}`)).trial;
}
async function tryScript({ s3, signal }, jobs) {
    const action = 's3:GetObject';
    const [location] = jobs.flatMap(({ Command }) => Command?.ScriptLocation ?? []);
    const [, bucket = '', key = ''] = /^s3:\/\/([^/?]*)\/?([^?]*)/s.exec(location ?? '') ?? [];
    if (bucket === '' || key === '')
        return untried(action, 'no job with a script in S3 is seen to try it on');
    const resource = `s3://${bucket}/${key}`;
    const call = async () => (await s3()).getObject(bucket, key, signal);
    return (await tried(action, resource, call, () => `tried on ${resource}`)).trial;
}

;// CONCATENATED MODULE: ./lib/source/glue/read/try-tags.js



/** Tries what the tags of Lake Formation and S3 need, where the recipe wants them. */
async function tryTags(context, found) {
    const { lakeFormationTags, s3BucketTags, s3ObjectTags } = context.options;
    return [
        ...(lakeFormationTags === null ? [] : [await tryLfTags(context, found)]),
        ...(s3BucketTags ? [await tryBucket(context, found)] : []),
        ...(s3ObjectTags ? [await tryObject(context, found)] : [])
    ];
}
async function tryLfTags({ lakeFormation, options, account, signal }, found) {
    const action = 'lakeformation:GetResourceLFTags';
    const { database, table } = found;
    if (database === null)
        return untried(action, 'no database is seen to try it on');
    const owner = (0,record_values/* textOf */.b6)((table ?? database).CatalogId) || options.catalogId || account;
    const asked = {
        account: owner,
        database: table?.DatabaseName ?? database.Name,
        ...(table === null ? {} : { table: table.Name })
    };
    const resource = table === null ? database.Name : `${table.DatabaseName}.${table.Name}`;
    const call = () => lakeFormation.resourceLfTags(asked, signal);
    return (await tried(action, resource, call, () => `tried on ${resource}`)).trial;
}
/** Where the table's data lie. */
function placeOf({ table }) {
    const [, bucket = '', key = ''] = /^s3[na]?:\/\/([^/]*)(?:\/(.*))?$/s.exec((0,record_values/* textOf */.b6)(table?.StorageDescriptor?.Location) ?? '') ?? [];
    return bucket === '' ? null : { bucket, key };
}
const nowhere = ({ table }) => table === null ? NO_TABLE : `${table.DatabaseName}.${table.Name}, the table that is looked at, is not in S3`;
async function tryBucket({ s3, signal }, found) {
    const action = 's3:GetBucketTagging';
    const place = placeOf(found);
    if (place === null)
        return untried(action, nowhere(found));
    const call = async () => (await s3()).getBucketTagging(place.bucket, signal);
    return (await tried(action, place.bucket, call, () => `tried on ${place.bucket}`)).trial;
}
async function tryObject({ s3, signal }, found) {
    const action = 's3:GetObjectTagging';
    const place = placeOf(found);
    if (place === null || place.key === '')
        return untried(action, nowhere(found));
    const resource = `s3://${place.bucket}/${place.key}`;
    const call = async () => (await s3()).getObjectTagging(place.bucket, place.key, signal);
    return (await tried(action, resource, call, () => `tried on ${resource}`)).trial;
}

;// CONCATENATED MODULE: ./lib/source/glue/read/trials.js



/** Tries every action that a recipe with these options may need, each with the smallest call there is. */
async function tryActions(context) {
    const { trials, found } = await tryCatalogue(context);
    return [...trials, ...(context.options.jobs ? await tryJobs(context) : []), ...(await tryTags(context, found))];
}

// EXTERNAL MODULE: ./lib/app/recipe-session.js + 17 modules
var recipe_session = __webpack_require__(9006);
// EXTERNAL MODULE: ./lib/app/settle-recipe.js
var settle_recipe = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/app/trust.js
var app_trust = __webpack_require__(9137);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/app/doctor/check.js

const well = (about, found, details = []) => ({
    ...about,
    ...NOTHING_WRONG,
    status: 'ok',
    found,
    details
});
const check_untested = (about, why) => ({
    ...about,
    ...NOTHING_WRONG,
    status: 'not-tested',
    found: why,
    details: []
});
const NOTHING_WRONG = { cure: null, code: null, isInput: false };
const failed = (about, fault) => withFault(about, 'failed', fault);
const warned = (about, fault) => withFault(about, 'warning', fault);
function withFault(about, status, fault) {
    const { code, found, cure, details = [], isInput = false } = fault;
    return { ...about, status, found, details, cure, code, isInput };
}
/** A check that ended with an error that a user can act on. */
const failedBy = (about, { code, message, cure, kind }) => failed(about, { code, found: message, cure: cure === undefined ? null : sentence(cure), isInput: kind === 'input' });
/** Errors write their cure behind a semicolon at times. */
const sentence = (cure) => `${cure.charAt(0).toUpperCase()}${cure.slice(1)}`;
/** What `work` gives, or the AppError that it ended with. @throws everything else */
async function outcomeOf(work) {
    try {
        return { value: await work(), error: null };
    }
    catch (error) {
        if (error instanceof errors/* AppError */.u)
            return { value: null, error };
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/app/doctor/identity.js

const about = (id, title) => ({ id, family: 'identity', title });
const CREDENTIALS = about('aws-credentials', 'AWS credentials');
const CALLER = about('aws-identity', 'Identity (sts:GetCallerIdentity)');
const ACCOUNT = about('allowed-account-ids', 'Account');
/** The checks of the way to an identity: where it begins, each role of the chain, who it is in the end. */
function identityChecks({ steps, failure, allowedAccounts }) {
    const plan = steps.find((step) => step.kind === 'planned');
    if (plan === undefined)
        return failure === null ? [] : [failedBy(CREDENTIALS, failure)];
    const proven = steps.filter((step) => step.kind === 'proven');
    // The role that a token was exchanged for may be named by the recipe, too.
    const after = steps.filter((step) => step !== plan && step !== proven[0]);
    const hops = plan.chain.map((role) => after.find((step) => step.kind !== 'planned' && step.role === role));
    const isWhole = proven.length > 0 && hops.every((hop) => hop !== undefined);
    return [
        beginning(plan, proven[0], failure),
        ...hopChecks(plan, hops, proven, failure),
        ...endChecks(plan, isWhole ? proven.at(-1) : undefined, { failure, allowedAccounts })
    ];
}
/** GitHub's token is exchanged for a role that has to trust it; anything else is only proven. */
function beginning({ firstRole, source }, first, failure) {
    const what = firstRole === null ? CREDENTIALS : about('role-trust', `Trust policy of ${nameOf(firstRole)}`);
    if (first === undefined)
        return failure === null ? check_untested(what, 'it was not asked for') : failedBy(what, failure);
    if (firstRole === null)
        return well(what, `${FROM[source]}: AWS knows them as ${first.caller.arn}`);
    return well(what, `${firstRole} lets this workflow's token in`);
}
const FROM = {
    'github-oidc': "from GitHub's token",
    'default-chain': "from the SDK's default chain",
    'recipe-keys': "the recipe's keys",
    'recipe-profile': "the recipe's profile"
};
function hopChecks({ chain }, hops, proven, failure) {
    const broken = proven.length === 0 ? -1 : hops.indexOf(undefined);
    return chain.map((role, index) => {
        const what = about(`role-chain-${index + 1}`, `Role ${nameOf(role)} (sts:AssumeRole)`);
        const hop = hops[index];
        if (hop?.kind === 'skipped')
            return well(what, `${role} is the current role already`);
        if (hop !== undefined)
            return well(what, `${role} was assumed`);
        if (index === broken && failure !== null)
            return failedBy(what, failure);
        return check_untested(what, 'the identity that would assume it is not there');
    });
}
function endChecks({ region }, last, { failure, allowedAccounts }) {
    if (last === undefined)
        return [check_untested(CALLER, 'the way to it is broken'), check_untested(ACCOUNT, 'it is not known')];
    const { arn, account } = last.caller;
    return [
        well(CALLER, `${arn} in ${region}`),
        failure?.code === 'account-not-allowed'
            ? failedBy(ACCOUNT, failure)
            : well(ACCOUNT, `${account}${allowedAccounts.length > 0 ? ' is among allowed-account-ids' : '; any is allowed'}`)
    ];
}
/** The last part of a role's ARN. */
const nameOf = (arn) => arn.slice(arn.lastIndexOf('/') + 1);

// EXTERNAL MODULE: ./lib/aws/explain-oidc.js
var explain_oidc = __webpack_require__(778);
// EXTERNAL MODULE: ./lib/aws/oidc-token.js
var oidc_token = __webpack_require__(7368);
;// CONCATENATED MODULE: ./lib/app/doctor/oidc.js



const TOKEN = { id: 'oidc-token', family: 'identity', title: "GitHub's OIDC token" };
/** Asks GitHub for a token and shows its claims, which are what a trust policy is written for. The token is shown nowhere. */
async function oidcCheck({ identity }, { idToken, github, mask }) {
    if (github === null && idToken === null)
        return check_untested(TOKEN, 'only a job of GitHub Actions gets one');
    if (idToken === null)
        return withoutToken(identity.roleToAssume, github);
    let token;
    try {
        token = await idToken(identity.audience);
    }
    catch (error) {
        return failedBy(TOKEN, (0,explain_oidc/* tokenRequestFailed */.kM)(error));
    }
    mask(token);
    const claims = (0,oidc_token/* shownClaims */.p)(token);
    if (claims !== null)
        return well(TOKEN, 'GitHub gives one; trust policies see these claims', claims);
    return failed(TOKEN, {
        code: 'oidc-token-unavailable',
        found: 'What GitHub gives is no JWT',
        cure: 'Run the job again; if it comes back, see https://www.githubstatus.com'
    });
}
/** Other credentials may do; whether they do is told by the checks that follow. */
function withoutToken(role, github) {
    if (role === null)
        return check_untested(TOKEN, 'no role is to be assumed by one: role-to-assume (AWS_ROLE) is not set');
    const isFork = github?.isForkPullRequest === true;
    const { code, message, cure = null } = isFork ? (0,explain_oidc/* noTokenForForks */.xr)(github.eventName) : (0,explain_oidc/* missingIdTokenPermission */.El)();
    return warned(TOKEN, { code, found: message, cure });
}

// EXTERNAL MODULE: ./lib/model/iam-actions.js
var iam_actions = __webpack_require__(7098);
;// CONCATENATED MODULE: ./lib/app/doctor/permissions.js


const permissions_about = (action) => ({ id: action, family: 'permissions', title: action });
/** Roles are assumed before, and told hop by hop. */
const ELSEWHERE = /^sts:/u;
const KMS = 'kms:Decrypt';
/** One check for each action that the recipe's options need, by the table that policies are made from. */
function permissionChecks(facts) {
    const statements = statementsFor(facts);
    const named = statements.flatMap((statement) => statement.Action.map((action) => ({ action, statement })));
    const checks = named
        .filter(({ action }) => !ELSEWHERE.test(action) && action !== KMS)
        .map(({ action, statement }) => actionCheck(action, statement, facts));
    return [...checks, kmsCheck(facts)];
}
/** The same actions, none of which could be tried. */
const untriedPermissions = (options, why) => (0,iam_actions/* iamPolicy */.e_)(options, { region: 'us-east-1', account: null, rolesToAssume: [] })
    .Statement.flatMap(({ Action }) => Action)
    .map((action) => check_untested(permissions_about(action), why));
const statementsFor = ({ options, identity, kept }) => (0,iam_actions/* iamPolicy */.e_)(options, {
    region: identity.region,
    account: options.catalogId || identity.account,
    rolesToAssume: [],
    kept
}).Statement;
function actionCheck(action, statement, { identity, trials }) {
    const what = permissions_about(action);
    if (/^(?:ssm|secretsmanager):/u.test(action))
        return well(what, "the recipe's references were read");
    const trial = trials.find((one) => one.action === action);
    if (trial === undefined)
        return check_untested(what, 'there is no call for it');
    switch (trial.outcome) {
        case 'allowed':
            return well(what, trial.said);
        case 'untried':
            return check_untested(what, trial.said);
        case 'empty':
            return warned(what, { code: 'glue-nothing-seen', found: trial.said, cure: emptyCure(identity) });
        case 'refused':
            return refused(what, trial, statement, identity);
    }
}
const emptyCure = ({ account, region, arn }) => `Check that the catalogue is that of account ${account} in ${region} (aws_region and catalog_id in the recipe). Where Lake Formation governs it, grant DESCRIBE on the databases and their tables to ${arn}: what a role may not describe, Glue leaves out without a word`;
function refused(what, { error, resource }, statement, identity) {
    const isDenied = error.kind === 'denied';
    return failed(what, {
        code: isDenied ? 'aws-access-denied' : `aws-call-${error.kind}`,
        found: `AWS ${isDenied ? 'refuses it' : `answers ${error.code}`} on ${resource}: ${error.message}`,
        cure: isDenied ? grant(error, resource, statement, identity) : CURES[error.kind]
    });
}
const CURES = {
    throttle: 'Run it at a quieter time: Athena, EMR and crawlers share the quota of the account',
    transient: 'Run it again; if it comes back, check the network between the runner and AWS',
    denied: 'Grant the permission that is named',
    'not-found': 'Check catalog_id in the recipe (an account id of twelve digits, as text in quotes) and aws_region',
    expired: 'Use role-to-assume, whose sessions are renewed',
    other: 'Check catalog_id and aws_region in the recipe; look for the error code in the AWS documentation'
};
/** Who stands in the way, by what AWS says, and what to add there. */
function grant({ action, message }, resource, statement, identity) {
    const principal = principalOf(identity);
    if (isOfLakeFormation(message)) {
        const tags = action.startsWith('lakeformation:') ? ', and on its LF-Tags,' : '';
        return `Grant DESCRIBE on ${resource}${tags} to ${principal} in Lake Formation (Permissions, Data permissions)`;
    }
    if (/kms:|\bKMS\b/u.test(message)) {
        return `Allow kms:Decrypt on the key that encrypts it, in the policies of ${principal} and of the key`;
    }
    if (/session policy/iu.test(message)) {
        return 'The session policy of this run stands in the way: check inline-session-policy and managed-session-policies, or set least-privilege to false';
    }
    if (/service control policy|permissions boundary/iu.test(message)) {
        return `A service control policy or the permissions boundary of ${principal} denies it: ask who administers the AWS organisation`;
    }
    const { Sid: _, ...rest } = statement;
    const added = JSON.stringify({ ...rest, Action: [action] }, null, 2);
    const foreign = /resource-based policy/iu.test(message)
        ? '\n\nThe resource policy of what belongs to another account has to allow it, too.'
        : '';
    return `Add to the policy of ${principal}:\n\n${added}${foreign}`;
}
/** IAM says who may not do what, and may name an action of Lake Formation; that service says which permission is insufficient. */
const isOfLakeFormation = (message) => /lake ?formation/iu.test(message) && !/not authorized to perform/iu.test(message);
/** The role, whose policy is edited, and not its session. */
const principalOf = ({ roles, arn }) => roles.at(-1) ?? arn;
/** No call asks for it by itself: services decrypt in the caller's name. */
function kmsCheck({ trials }) {
    const what = permissions_about(KMS);
    const denied = trials.find((trial) => trial.outcome === 'refused' && /kms:|\bKMS\b/u.test(trial.said));
    if (denied !== undefined) {
        const cure = `See ${denied.action}; without a customer managed key the catalogue needs no kms:Decrypt`;
        return failed(what, { code: 'glue-kms-denied', found: `${denied.action} was refused for its key`, cure });
    }
    const isRead = trials.some(({ action, outcome }) => action.startsWith('glue:') && outcome === 'allowed');
    return isRead
        ? well(what, 'nothing was refused for its key: there is none, or it may be used')
        : check_untested(what, 'no call of Glue was answered');
}

;// CONCATENATED MODULE: ./lib/app/doctor/aws.js









/** Someone waits for the answer, and a network or a quota that is in the way is what is looked for. */
const PATIENCE = { retries: 2, connectTimeoutSeconds: 10, readTimeoutSeconds: 30 };
const REFERENCES = { id: 'recipe-references', family: 'permissions', title: 'Values that AWS keeps' };
const IDENTITY = { id: 'aws-identity', family: 'identity', title: 'AWS identity' };
/** Looks at the way to AWS: the token, the roles, and every action that the recipe needs. */
async function lookAtAws(file, { reader, recipe }, deps) {
    const oidc = await oidcCheck(deps.inputs, deps);
    if (reader === null) {
        const checks = [oidc, check_untested(IDENTITY, 'the recipe is invalid: how it reaches AWS is not known')];
        return { checks, identity: null, recipe: null, transport: null };
    }
    const way = { steps: [], warnings: [], kept: { parameters: [], secrets: [] } };
    const opened = await outcomeOf(() => openWay(file ?? 'inputs', reader, way, deps));
    const identity = identityChecks({
        steps: way.steps,
        failure: opened.error !== null && !isAboutReferences(opened.error) ? opened.error : null,
        allowedAccounts: deps.inputs.identity.allowedAccountIds
    });
    const begin = [oidc, ...identity, ...way.warnings.map(warningCheck)];
    const transport = await transportFor(recipe.source.aws, way, deps);
    if (opened.error === null && opened.value.session !== null) {
        const { session, recipe: settled } = opened.value;
        const checks = [...begin, ...(await triedActions(session, settled, way, deps))];
        return { checks, identity: session.identity, recipe: settled, transport };
    }
    const references = opened.error === null ? missing(opened.value) : faultOf(opened.error);
    const why = references.length > 0 ? 'values of the recipe are not known' : 'there is no AWS identity to try it as';
    const checks = [...begin, ...references, ...untriedPermissions(withInputs(recipe, deps).source, why)];
    return { checks, identity: null, recipe: null, transport };
}
/** As a run opens it: values that AWS keeps are read on the way. @throws AppError that says what kept it from it */
async function openWay(file, read, way, deps) {
    const open = async (known, kept) => {
        // Only the last way is told: those before it are the same but for what they could not know.
        way.steps.length = 0;
        if (kept !== undefined)
            way.kept = kept;
        return (0,recipe_session/* openRecipeSession */.p)(withInputs(known, deps), settingFor(way, deps), kept);
    };
    const settled = await (0,settle_recipe/* settleRecipe */.K)({ file, read, open, mask: deps.mask, signal: deps.signal });
    if (!settled.parsed.ok)
        return { session: null, missing: settled.parsed.error };
    for (const secret of settled.parsed.value.secrets)
        deps.mask(secret);
    const recipe = withInputs(settled.parsed.value.recipe, deps);
    return { session: settled.session ?? (await open(recipe)), recipe };
}
const settingFor = (way, deps) => ({
    request: deps.inputs,
    deps,
    env: deps.env,
    limits: deps.limits,
    emit: (event) => {
        if (event.type === 'failed')
            way.warnings.push(event.failure);
    },
    told: (step) => void way.steps.push(step)
});
const withInputs = (recipe, { columnStatistics }) => ({
    ...recipe,
    source: {
        ...recipe.source,
        columnStatistics,
        aws: impatient(recipe.source.aws)
    }
});
const impatient = (aws) => ({
    ...aws,
    retries: Math.min(aws.retries, PATIENCE.retries),
    connectTimeoutSeconds: Math.min(aws.connectTimeoutSeconds, PATIENCE.connectTimeoutSeconds),
    readTimeoutSeconds: Math.min(aws.readTimeoutSeconds, PATIENCE.readTimeoutSeconds)
});
async function transportFor(aws, { steps }, { env, cwd }) {
    const plan = steps.find((step) => step.kind === 'planned');
    if (plan === undefined)
        return null;
    const trust = await outcomeOf(() => (0,app_trust/* trustOf */.A)(aws, env, cwd));
    return trust.error === null ? { aws: impatient(aws), region: plan.region, env, ...trust.value } : null;
}
async function triedActions(session, { source: options }, { kept }, { signal }) {
    const { identity } = session;
    try {
        const tried = await outcomeOf(() => tryActions({
            client: session.glueClient(),
            lakeFormation: session.lakeFormationClient(),
            s3: (0,once/* once */.O)(() => session.s3Client()),
            options,
            account: identity.account,
            signal
        }));
        if (tried.error !== null)
            return [failedBy(IDENTITY, tried.error), ...untriedPermissions(options, 'the identity was lost')];
        return permissionChecks({ options, identity, kept, trials: tried.value });
    }
    finally {
        session.close();
    }
}
const isAboutReferences = ({ code }) => code.startsWith('reference');
const faultOf = (error) => (isAboutReferences(error) ? [failedBy(REFERENCES, error)] : []);
const missing = ({ missing: diagnostics = [] }) => [
    failed(REFERENCES, {
        code: diagnostics[0]?.code ?? 'reference-without-value',
        found: diagnostics[0]?.message ?? 'a reference has no value',
        details: diagnostics.slice(1).map(({ message }) => message),
        cure: diagnostics[0]?.cure ?? null,
        isInput: true
    })
];
const warningCheck = ({ code, message, cure }) => warned({ id: code, family: 'identity', title: 'Roles of the recipe' }, { code, found: message, cure: cure ?? null });

// EXTERNAL MODULE: ./lib/model/aws-partition.js
var aws_partition = __webpack_require__(2723);
// EXTERNAL MODULE: ./lib/aws/json-answer.js
var json_answer = __webpack_require__(2842);
// EXTERNAL MODULE: ./lib/aws/transport.js
var aws_transport = __webpack_require__(1352);
;// CONCATENATED MODULE: ./lib/aws/server-time.js



/**
 * Asks STS for nothing, without a signature: whatever it answers is dated. Needs no credentials.
 * @throws what Node says when there is no answer
 */
async function awsTime(options, signal) {
    const transport = new aws_transport/* Transport */.o(options);
    try {
        const { endpoint, requestHandler, region } = transport.settingsFor('STS');
        const url = new URL(endpoint ?? `https://sts.${region}.${(0,aws_partition/* partitionOf */.i)(region).dnsSuffix}`);
        const request = {
            method: 'GET',
            protocol: url.protocol,
            hostname: url.hostname,
            ...(url.port === '' ? {} : { port: Number(url.port) }),
            path: '/',
            query: {},
            headers: { host: url.host }
        };
        const { response } = await requestHandler.handle(
        // The handler's type asks for the SDK's class, of which it uses no method.
        request, { abortSignal: signal });
        await (0,json_answer/* bodyText */.G)(response.body);
        const at = Date.parse(response.headers.date ?? '');
        return { host: url.host, at: Number.isNaN(at) ? null : at };
    }
    finally {
        transport.close();
    }
}

// EXTERNAL MODULE: ./lib/core/age.js
var core_age = __webpack_require__(6515);
// EXTERNAL MODULE: ./lib/core/http-error.js
var http_error = __webpack_require__(3252);
;// CONCATENATED MODULE: ./lib/app/doctor/clocks.js




const WARN_SECONDS = 60;
/** What AWS tolerates in a signature: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html */
const FAIL_SECONDS = 300;
const clocks_about = (id) => ({
    id,
    family: 'clock',
    title: id === 'clock-aws' ? "This clock and AWS's" : "This clock and GMS's"
});
/** Two clocks, in milliseconds since the epoch. Servers tell theirs in whole seconds. */
function clockCheck(id, here, there, host) {
    const seconds = Math.round((here - there) / 1000);
    const apart = Math.abs(seconds);
    if (apart <= WARN_SECONDS)
        return well(clocks_about(id), `${apart <= 1 ? 'the same time' : `${apart} s apart`} (${host})`);
    const found = `This machine is ${(0,core_age/* formatAge */.n)(apart)} ${seconds > 0 ? 'ahead of' : 'behind'} ${host}`;
    const cure = 'Correct the clock (NTP). AWS refuses signatures that are five minutes off, and tokens live about as long';
    const fault = { code: 'clock-skew', found, cure };
    return apart > FAIL_SECONDS ? failed(clocks_about(id), fault) : warned(clocks_about(id), fault);
}
/** GMS's clock, by the header `Date` of an answer. */
function gmsClockCheck(date, here, host) {
    const there = Date.parse(date ?? '');
    return Number.isNaN(there)
        ? check_untested(clocks_about('clock-gms'), `${host} does not say what time it has`)
        : clockCheck('clock-gms', here, there, host);
}
/** AWS's clock; any answer of STS tells it. `options`: null where the region is not known. */
async function awsClockCheck(options, clock, signal) {
    const what = clocks_about('clock-aws');
    if (options === null)
        return check_untested(what, 'the region is not known');
    try {
        const { host, at } = await awsTime(options, signal);
        return at === null
            ? check_untested(what, `${host} does not say what time it has`)
            : clockCheck('clock-aws', clock.now(), at, host);
    }
    catch (error) {
        return check_untested(what, `STS does not answer: ${(0,http_error/* networkError */.x6)(error).message}`);
    }
}
const untestedGmsClock = (why) => check_untested(clocks_about('clock-gms'), why);
const untestedAwsClock = (why) => untested(clocks_about('clock-aws'), why);

// EXTERNAL MODULE: ./lib/core/http-proxy.js
var http_proxy = __webpack_require__(8018);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/core/network-place.js



const LOOPBACK = blocks(['127.0.0.0/8', '::1/128']);
/** RFC 1918, the shared space of carriers and of AWS (RFC 6598), link-local and unique local addresses. */
const PRIVATE = blocks([
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '100.64.0.0/10',
    '169.254.0.0/16',
    'fc00::/7',
    'fe80::/10'
]);
function blocks(list) {
    const made = new external_node_net_.BlockList();
    for (const block of list) {
        const [base = '', bits = '0'] = block.split('/');
        made.addSubnet(base, Number(bits), (0,external_node_net_.isIP)(base) === 4 ? 'ipv4' : 'ipv6');
    }
    return made;
}
function addressKind(address) {
    const family = (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
    if (LOOPBACK.check(address, family))
        return 'loopback';
    return PRIVATE.check(address, family) ? 'private' : 'public';
}
/** Looks a host name up as a connection would; an address stands for itself. Never rejects. */
async function resolveHost(hostname) {
    const host = hostname.replace(/^\[|\]$/g, '');
    if ((0,external_node_net_.isIP)(host) !== 0)
        return { addresses: [host] };
    try {
        const found = await (0,promises_.lookup)(host, { all: true });
        return { addresses: found.map(({ address }) => address) };
    }
    catch (error) {
        return { error: (0,http_error/* codeOf */.$N)(error) };
    }
}

// EXTERNAL MODULE: ./lib/datahub/connect.js + 4 modules
var connect = __webpack_require__(5215);
// EXTERNAL MODULE: ./lib/datahub/gms-probe.js
var gms_probe = __webpack_require__(8929);
;// CONCATENATED MODULE: ./lib/app/doctor/route.js


const ROUTE = { id: 'gms-route', family: 'gms', title: 'Route to GMS' };
const INSIDE = 'Let the job run on a self-hosted runner inside that network (runs-on: in the workflow, or the repository variable RUNS_ON), or give GMS an address that this machine can reach';
/** Tells how GMS is reached from here, and above all when it is in a network that this machine is not in. */
function routeCheck({ url, proxy, resolved, isReached }) {
    const host = url.hostname;
    if (proxy !== null)
        return well(ROUTE, `${host} through the proxy ${proxy.host}, as the environment says`);
    if ('error' in resolved) {
        return failed(ROUTE, {
            code: 'gms-host-unknown',
            found: `${host} is not known here (${resolved.error === '' ? 'no answer' : resolved.error})`,
            cure: `Check the name. A private DNS zone is known inside its VPC only. ${INSIDE}`
        });
    }
    const kinds = new Set(resolved.addresses.map(addressKind));
    const shown = resolved.addresses.slice(0, 3).join(', ');
    const isInside = kinds.size > 0 && !kinds.has('public') && !kinds.has('loopback');
    if (isInside && !isReached) {
        return failed(ROUTE, {
            code: 'gms-in-another-network',
            found: `${host} has a private address (${shown}) that nothing answers at: GMS is in a network that this machine is not in, or a security group keeps it out`,
            cure: `${INSIDE}. Let its security group into GMS's, at port ${portOf(url)}`
        });
    }
    const kind = isInside ? 'a private address' : kinds.has('loopback') ? 'this machine' : 'a public address';
    return well(ROUTE, `${host} is ${kind} (${shown}), without a proxy`);
}
const portOf = ({ port, protocol }) => port || (protocol === 'https:' ? '443' : '80');

// EXTERNAL MODULE: ./lib/datahub/gms-answer.js
var gms_answer = __webpack_require__(2577);
// EXTERNAL MODULE: ./lib/datahub/gms-config.js
var gms_config = __webpack_require__(6013);
;// CONCATENATED MODULE: ./lib/app/doctor/token.js





const token_TOKEN = { id: 'gms-token', family: 'gms', title: 'Token for GMS' };
const PRIVILEGES = { id: 'gms-privileges', family: 'gms', title: 'Privilege to manage ingestion' };
const WRITES = { id: 'gms-write', family: 'gms', title: 'Privilege to write metadata' };
const NOT_WITHOUT_WRITING = 'GMS tells it only of something that is written, and nothing is written here; ingest with dry-run: false shows it';
/** The three checks, where GMS cannot be asked. */
const untriedToken = (why) => [token_TOKEN, PRIVILEGES, WRITES].map((one) => check_untested(one, why));
/** Since DataHub 0.8.x; whatever the server adds to it, these stay. */
const ME = 'query me { me { corpUser { urn } platformPrivileges { manageIngestion } } }';
/** Asks GMS whose the token is and what it may do; where GMS has no GraphQL, whether it is taken at all. */
async function tokenChecks(client, emit) {
    const untriedWrites = check_untested(WRITES, NOT_WITHOUT_WRITING);
    const asked = await answerOf(() => client.graphql(ME, emit));
    if (typeof asked !== 'string' && asked.status === 401)
        return [refusedToken(asked), ...afterRefusal()];
    const me = typeof asked === 'string' || asked.status !== 200 || (0,gms_answer/* isHtml */._6)(asked) ? null : meIn(asked.text);
    if (me !== null)
        return [well(token_TOKEN, `GMS takes it for ${me.urn}`), privilegeCheck(me), untriedWrites];
    const why = typeof asked === 'string' ? asked : (0,gms_answer/* messageOf */.bD)(asked);
    const privileges = check_untested(PRIVILEGES, `GMS does not tell by GraphQL: ${why}`);
    return [await readCheck(client, emit), privileges, untriedWrites];
}
const afterRefusal = () => [PRIVILEGES, WRITES].map((one) => check_untested(one, 'the token is refused'));
function privilegeCheck({ urn, manageIngestion }) {
    if (manageIngestion)
        return well(PRIVILEGES, 'runs can be shown in the ingestion tab');
    return warned(PRIVILEGES, {
        code: 'gms-no-manage-ingestion',
        found: `${urn} may not manage ingestion: runs are not shown in DataHub's ingestion tab`,
        cure: `Give ${urn} the platform privilege Manage Metadata Ingestion (DataHub: Settings, Permissions, Policies)`
    });
}
/** Reads what every DataHub holds. */
async function readCheck(client, emit) {
    const wanted = { entityType: 'dataPlatform', aspectName: 'dataPlatformInfo', urns: ['urn:li:dataPlatform:glue'] };
    const answer = await answerOf(() => client.batchGet(wanted, emit));
    if (typeof answer === 'string')
        return check_untested(token_TOKEN, answer);
    if (answer.status === 401 || answer.status === 403)
        return refusedToken(answer);
    if (answer.status === 200 && !(0,gms_answer/* isHtml */._6)(answer))
        return well(token_TOKEN, 'GMS takes it, and does not tell whose it is');
    return check_untested(token_TOKEN, `GMS answers neither by GraphQL nor by OpenAPI: ${(0,gms_answer/* messageOf */.bD)(answer)}`);
}
const refusedToken = (answer) => failed(token_TOKEN, {
    code: 'gms-unauthorized',
    found: `GMS refuses the token, or asks for one: ${(0,gms_answer/* messageOf */.bD)(answer)}`,
    cure: "Set the sink's `token` (input gms-token or DATAHUB_GMS_TOKEN) to a personal access token that has not expired (DataHub: Settings, Access Tokens)"
});
/** An answer, or why there is none. */
async function answerOf(ask) {
    try {
        return await ask();
    }
    catch (error) {
        // As with a token of `auth` that cannot be had.
        if (error instanceof http_error/* NetworkError */.Dr || error instanceof errors/* AppError */.u)
            return error.message;
        throw error;
    }
}
function meIn(text) {
    const me = objectIn(objectIn(objectIn((0,gms_config/* parseJson */.qF)(text)).data).me);
    const { urn } = objectIn(me.corpUser);
    const { manageIngestion } = objectIn(me.platformPrivileges);
    return typeof urn === 'string' && typeof manageIngestion === 'boolean' ? { urn, manageIngestion } : null;
}
const objectIn = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

;// CONCATENATED MODULE: ./lib/app/doctor/gms.js









const gms_about = (id, title) => ({ id, family: 'gms', title });
const REACHED = gms_about('gms-reachable', 'GMS');
const TLS = gms_about('gms-tls', 'TLS');
const STATE = gms_about('gms-state', 'Stateful ingestion');
/** Requests at once, while it is asked what it holds. */
const SOCKETS = 4;
/** Someone waits for the answer, and a server that is ill is what is looked for. */
const gms_impatient = (sink) => ({
    ...sink,
    retryMaxTimes: Math.min(sink.retryMaxTimes, 1),
    timeoutSeconds: sink.timeoutSeconds > 0 ? Math.min(sink.timeoutSeconds, LONGEST_SECONDS) : LONGEST_SECONDS
});
const LONGEST_SECONDS = 30;
/** Reasons that lie in TLS, where the server is there and answers. */
const OF_TLS = new Set([
    'untrusted-certificate',
    'expired-certificate',
    'wrong-host-certificate',
    'client-certificate',
    'tls'
]);
/** Looks at the GMS of the recipe's sink, without writing anything. */
async function lookAtGms(recipe, deps) {
    const { sink } = recipe;
    if (sink.type !== 'datahub-rest')
        return noGms('no GMS is named, neither by the sink of the recipe nor by gms-url (GMS_URL)');
    const connected = await outcomeOf(() => (0,connect/* connectGms */.I)(gms_impatient(sink), SOCKETS, deps));
    if (connected.error !== null) {
        const rest = noGms('the connection cannot be made');
        return { ...rest, checks: [failedBy(REACHED, connected.error), ...rest.checks.slice(1)] };
    }
    try {
        return await look(recipe, sink, connected.value, deps);
    }
    catch (error) {
        connected.value.close();
        throw error;
    }
}
/** Nobody can be asked, and why. */
const noGms = (why) => ({
    checks: [check_untested(REACHED, why), ...untriedToken(why)],
    clock: untestedGmsClock(why),
    gms: null,
    close: () => { }
});
async function look(recipe, sink, { client, close }, deps) {
    const url = new URL(sink.server);
    const proxy = (0,http_proxy/* proxyFor */.i)(url, deps.env);
    const resolved = proxy === null ? await resolveHost(url.hostname) : { addresses: [] };
    const heard = { date: undefined, at: 0 };
    const begun = deps.clock.monotonic();
    const probed = await outcomeOf(() => (0,gms_probe/* probeGms */.q)(listening(client, heard, deps), sink.server, deps.onEvent));
    const took = Math.round(deps.clock.monotonic() - begun);
    const isReached = probed.error === null || heard.at > 0 || OF_TLS.has(reasonOf(probed.error) ?? 'other');
    const route = routeCheck({ url, proxy, resolved, isReached });
    const tls = tlsCheck(url, sink, probed.error, resolved);
    const clock = heard.at === 0 ? untestedGmsClock('GMS does not answer') : gmsClockCheck(heard.date, heard.at, url.hostname);
    if (probed.error !== null) {
        const why = 'GMS does not answer as one';
        const reached = OF_TLS.has(reasonOf(probed.error) ?? 'other')
            ? check_untested(REACHED, 'TLS stands in the way')
            : failedBy(REACHED, probed.error);
        return { checks: [route, tls, reached, ...untriedToken(why)], clock, gms: null, close };
    }
    const server = (0,gms_probe/* shownServer */.H)(sink.server);
    const checks = [
        route,
        tls,
        well(REACHED, `${server}, DataHub ${probed.value.version ?? 'of an unknown version'}, answers in ${took} ms`),
        ...(await tokenChecks(client, deps.onEvent)),
        ...stateChecks(recipe, sink, probed.value)
    ];
    return { checks, clock, gms: { client, server }, close };
}
/** The same client, whose answer is looked at for its date. */
const listening = (client, heard, { clock }) => ({
    config: async (emit) => {
        const answer = await client.config(emit);
        heard.date = answer.headers.date;
        heard.at = clock.now();
        return answer;
    }
});
const reasonOf = ({ cause }) => (cause instanceof http_error/* NetworkError */.Dr ? cause.reason : null);
function tlsCheck(url, sink, error, resolved) {
    if (error !== null && OF_TLS.has(reasonOf(error) ?? 'other'))
        return failedBy(TLS, error);
    if (url.protocol === 'http:') {
        const hasToken = sink.token !== null || sink.auth !== null;
        const leaves = 'addresses' in resolved && resolved.addresses.some((one) => addressKind(one) === 'public');
        if (!hasToken || !leaves)
            return check_untested(TLS, `${url.origin} is reached without it`);
        return warned(TLS, {
            code: 'gms-without-tls',
            found: `The token goes to ${url.origin} in the clear, over public addresses`,
            cure: 'Give GMS a certificate, and let `server` begin with https://'
        });
    }
    if (error !== null && error.cause instanceof http_error/* NetworkError */.Dr)
        return check_untested(TLS, 'no connection was made');
    if (!sink.disableSslVerification)
        return well(TLS, 'the certificate is trusted and is for this host');
    return warned(TLS, {
        code: 'gms-tls-unverified',
        found: 'disable_ssl_verification is set: whoever answers is taken for GMS, and gets the token',
        cure: 'Take it out of the sink, and give the authority as `ca_certificate_path`'
    });
}
/** Only of a recipe that keeps its state in the GMS that it writes to. */
function stateChecks({ stateful }, sink, gms) {
    if (stateful?.provider.type !== 'datahub' || stateful.provider.connection.server !== sink.server)
        return [];
    if (gms.statefulIngestionCapable)
        return [well(STATE, 'GMS keeps the state of ingestions')];
    const cure = 'Upgrade DataHub, or set `stateful_ingestion: {enabled: false}`';
    return [failed(STATE, { code: 'state-not-supported', found: 'GMS keeps no state of ingestions', cure })];
}

// EXTERNAL MODULE: ./lib/report/render/format.js
var format = __webpack_require__(9796);
// EXTERNAL MODULE: ./lib/core/gate.js
var gate = __webpack_require__(8532);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
;// CONCATENATED MODULE: ./lib/datahub/gms-entities.js

/** What stands for the run of whoever names none (metadata/Constants.java DEFAULT_RUN_ID). */
const NO_RUN = 'no-run-id-provided';
/** The entities of a page, or of an answer to batchGet; of anything else none. */
function entitiesIn(text) {
    const answer = (0,gms_config/* parseJson */.qF)(text);
    const page = isObject(answer) ? answer : {};
    const list = Array.isArray(answer) ? answer : Array.isArray(page.entities) ? page.entities : [];
    const scrollId = typeof page.scrollId === 'string' && page.scrollId !== '' ? page.scrollId : null;
    return { entities: list.flatMap((entity) => entityOf(entity) ?? []), scrollId };
}
function entityOf(entity) {
    if (!isObject(entity) || typeof entity.urn !== 'string')
        return null;
    const aspects = new Map();
    let writer = null;
    for (const [name, envelope] of Object.entries(entity)) {
        if (!isObject(envelope) || !isObject(envelope.value))
            continue;
        aspects.set(name, envelope.value);
        const found = writerIn(envelope.systemMetadata);
        // As GMS itself tells when something was ingested last (graphql SystemMetadataUtils.java).
        if (found !== null && found.at > (writer?.at ?? 0))
            writer = found;
    }
    return { urn: entity.urn, aspects, writer };
}
function writerIn(metadata) {
    if (!isObject(metadata))
        return null;
    const { lastObserved, runId, pipelineName } = metadata;
    if (typeof lastObserved !== 'number' || lastObserved <= 0)
        return null;
    if (typeof runId !== 'string' || runId === '' || runId === NO_RUN)
        return null;
    return { at: lastObserved, runId, pipelineName: typeof pipelineName === 'string' ? pipelineName : null };
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./lib/app/doctor/ask-gms.js






/** Requests at once. */
const AT_ONCE = 4;
/** Asks GMS what it holds. What it does not tell is an answer, too: the reason. */
class GmsQuestions {
    client;
    #emit;
    #gate = new gate/* Gate */.i(AT_ONCE);
    constructor(client, emit) {
        this.client = client;
        this.#emit = emit;
    }
    /** A page of entities, and where the next one begins. */
    async entities(wanted) {
        const answer = await this.text(() => this.client.entities(wanted, this.#emit));
        return answer.ok ? (0,result.ok)(entitiesIn(answer.value)) : answer;
    }
    /** Single entities with one aspect and its writer; those without it are left out. */
    async some(entityType, aspectName, urns) {
        if (urns.length === 0)
            return [];
        const wanted = { entityType, aspectName, urns, withWriters: true };
        const answer = await this.text(() => this.client.batchGet(wanted, this.#emit));
        return answer.ok ? entitiesIn(answer.value).entities : [];
    }
    /** The body of a good answer, or why there is none. */
    text(ask) {
        return this.#gate.run(async () => {
            try {
                const answer = await ask(this.#emit);
                return answer.status === 200 && !(0,gms_answer/* isHtml */._6)(answer) ? (0,result.ok)(answer.text) : (0,result/* err */._)((0,gms_answer/* messageOf */.bD)(answer));
            }
            catch (error) {
                // A token that is fetched for each request may be had once and not again.
                if (error instanceof http_error/* NetworkError */.Dr || error instanceof errors/* AppError */.u)
                    return (0,result/* err */._)(error.message);
                throw error;
            }
        });
    }
}
/** A condition of a query string: the field has this value. */
const term = (field, value) => `${field}:"${value.replace(/["\\]/gu, '\\$&')}"`;

// EXTERNAL MODULE: ./lib/report/history/aspects.js
var aspects = __webpack_require__(1576);
;// CONCATENATED MODULE: ./lib/app/doctor/sources.js


const INFO = 'dataHubIngestionSourceInfo';
const INPUT = 'dataHubExecutionRequestInput';
const RESULT = 'dataHubExecutionRequestResult';
const REQUEST = 'urn:li:dataHubExecutionRequest:';
const MOST_SOURCES = 50;
const RUNS = 5;
/** The executor of runs that DataHub's CLI, or this program, tells of (report/history/aspects.ts). */
const CLI_EXECUTOR = '__datahub_cli_';
/** The ingestion sources that read Glue, with their schedules and newest runs; the error says why they are not told. */
async function glueSources(gms) {
    const found = await gms.entities({
        entityType: 'dataHubIngestionSource',
        query: term('type', 'glue'),
        aspectNames: [INFO],
        count: MOST_SOURCES,
        newestBy: null,
        scrollId: null
    });
    if (!found.ok)
        return (0,result/* err */._)(found.error);
    const sources = found.value.entities.flatMap((entity) => {
        const info = entity.aspects.get(INFO);
        // The index may be behind: what the source says itself counts.
        return info?.type === 'glue' ? [{ urn: entity.urn, info }] : [];
    });
    return (0,result.ok)(await Promise.all(sources.map(async ({ urn, info }) => sourceOf(urn, info, await runsOf(urn, gms)))));
}
function sourceOf(urn, info, runs) {
    const { interval, timezone } = sources_objectIn(info.schedule);
    const schedule = typeof interval === 'string' && interval !== '' ? { cron: interval, timezone: textOr(timezone, 'UTC') } : null;
    const isCli = sources_objectIn(info.config).executorId === CLI_EXECUTOR;
    return { kind: isCli ? 'cli' : 'ui', name: textOr(info.name, urn), source: urn, schedule, runs };
}
/** What is not told of them is left out: the source alone says something, too. */
async function runsOf(source, gms) {
    const found = await gms.entities({
        entityType: 'dataHubExecutionRequest',
        query: term('ingestionSource', source),
        aspectNames: [INPUT, RESULT],
        count: RUNS,
        newestBy: 'requestTimeMs',
        scrollId: null
    });
    return found.ok ? found.value.entities.map(runOf) : [];
}
function runOf({ urn, aspects }) {
    const result = aspects.get(RESULT) ?? {};
    const start = numberOr(result.startTimeMs, numberOr(aspects.get(INPUT)?.requestedAt, 0));
    const end = typeof result.durationMs === 'number' && start > 0 ? start + result.durationMs : 0;
    return {
        runId: urn.slice(REQUEST.length),
        status: textOr(result.status, 'RUNNING'),
        startedAt: start > 0 ? new Date(start).toISOString() : null,
        endedAt: end > 0 ? new Date(end).toISOString() : null
    };
}
/** The ingestion source that asked for a run; null: it is not told. */
async function sourceOfRun(runId, gms) {
    const urn = runId.startsWith(REQUEST) ? runId : `${REQUEST}${runId}`;
    const [request] = await gms.some('dataHubExecutionRequest', INPUT, [urn]);
    const { ingestionSource } = sources_objectIn(request?.aspects.get(INPUT)?.source);
    return typeof ingestionSource === 'string' ? ingestionSource : null;
}
const sources_objectIn = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const textOr = (value, otherwise) => typeof value === 'string' && value !== '' ? value : otherwise;
const numberOr = (value, otherwise) => (typeof value === 'number' ? value : otherwise);

;// CONCATENATED MODULE: ./lib/app/doctor/ingesters.js


const SOURCE = 'urn:li:dataHubIngestionSource:';
/**
 * The ingestion source that wrote it, by what the write says: DataHub's executor names pipelines by the urn of their
 * source, and DataHub's CLI makes the urn of the source from the name of the pipeline. null: ask for the run.
 */
function sourceOfWrite({ runId, pipelineName }, sources, { platformInstance }) {
    if (pipelineName?.startsWith(SOURCE) === true)
        return pipelineName;
    const id = runId.startsWith(REQUEST) ? runId.slice(REQUEST.length) : runId;
    const byRun = sources.find(({ runs }) => runs.some((run) => run.runId === id));
    if (byRun !== undefined)
        return byRun.source;
    if (pipelineName === null)
        return null;
    const possible = [platformInstance, null].map((instance) => (0,aspects/* sourceUrn */.HS)({ pipelineName, platformInstance: instance }));
    return sources.find(({ source }) => possible.includes(source))?.source ?? null;
}
/** Who ingests Glue: the sources that DataHub knows, and who else has written; those that did so last first. */
function ingestersOf(sources, writes, own) {
    const urn = (0,aspects/* sourceUrn */.HS)(own);
    const isRecipe = (source, pipelineName) => source === urn || (own.pipelineName !== null && pipelineName === own.pipelineName);
    const known = sources.map((source) => {
        const write = newest(writes.filter((one) => one.source === source.source));
        const pipelineName = write?.pipelineName ?? null;
        return { ...source, pipelineName, wrote: plain(write), isRecipe: isRecipe(source.source, pipelineName) };
    });
    const strangers = new Map();
    for (const write of writes) {
        if (sources.some(({ source }) => source === write.source))
            continue;
        const name = ingesters_nameOf(write);
        if ((strangers.get(name)?.at ?? '') < write.at)
            strangers.set(name, write);
    }
    const unknown = [...strangers].map(([name, write]) => {
        const { source, pipelineName } = write;
        const of = isRecipe(source, pipelineName);
        return { kind: 'unknown', name, source, pipelineName, schedule: null, runs: [], wrote: plain(write), isRecipe: of };
    });
    return [...known, ...unknown].sort((a, b) => ((a.wrote?.at ?? '') < (b.wrote?.at ?? '') ? 1 : -1));
}
function newest(writes) {
    return writes.reduce((last, one) => (last !== null && last.at >= one.at ? last : one), null);
}
function plain(write) {
    if (write === null)
        return null;
    const { at, urn, runId, pipelineName } = write;
    return { at, urn, runId, pipelineName };
}
/** Runs without a pipeline are told apart by how their ids begin: `glue-2026_11_23-…` is one of `glue`. */
const ingesters_nameOf = ({ source, pipelineName, runId }) => pipelineName ?? source ?? `runs named ${runId.replace(/-?\d{4}[_-]\d\d[_-]\d\d.*$/su, '') || runId}`;
/** Statuses of runs that have done what they should; the second is the one of DataHub's executor. */
const SUCCESSES = new Set(['SUCCESS', 'SUCCEEDED_WITH_WARNINGS', 'SUCCEEDED']);
const isSuccess = (status) => SUCCESSES.has(status);
/** When the newest run that succeeded ended; null: none is known. */
function lastSuccess(sources) {
    const ends = sources
        .flatMap(({ runs }) => runs)
        .flatMap(({ status, endedAt, startedAt }) => (isSuccess(status) ? (endedAt ?? startedAt ?? []) : []));
    return ends.toSorted().at(-1) ?? null;
}

;// CONCATENATED MODULE: ./lib/app/doctor/freshness.js




const FRESH = { id: 'glue-freshness', family: 'ingestion', title: 'Is anything ingesting Glue?' };
const OWN = { id: 'recipe-freshness', family: 'ingestion', title: "Is this recipe's pipeline ingesting?" };
/** Without max-age, what is older than this is worth a look: hardly anybody ingests more seldom than once a week. */
const OLD_SECONDS = 8 * 86_400;
/** Whether anything ingests Glue: a dataset that a run wrote, or a run that succeeded, since there may be nothing to write. */
function freshnessCheck(freshness, ingesters) {
    const { maxAgeSeconds, ageSeconds } = freshness;
    const bad = maxAgeSeconds === null ? warned : failed;
    if (ageSeconds === null)
        return bad(FRESH, nothingAtAll(freshness));
    const found = foundOf(freshness, ageSeconds);
    const details = [writerLine(freshness, ingesters), successLine(freshness)].filter((line) => line !== '');
    if (ageSeconds <= (maxAgeSeconds ?? OLD_SECONDS))
        return well(FRESH, found, details);
    const limit = maxAgeSeconds === null ? '' : `, and max-age is ${(0,core_age/* formatAge */.n)(maxAgeSeconds)}`;
    return bad(FRESH, { code: 'glue-stale', found: `${found}${limit}`, details, cure: staleCure(ingesters) });
}
/** Nobody can be asked: an alarm that cannot see is one that rings. */
const unknownFreshness = (maxAgeSeconds, why) => maxAgeSeconds === null
    ? { ...well(FRESH, why), status: 'not-tested' }
    : failed(FRESH, {
        code: 'freshness-unknown',
        found: `It cannot be told, and max-age is ${(0,core_age/* formatAge */.n)(maxAgeSeconds)}: ${why}`,
        cure: 'See the checks of GMS above; the token has to be allowed to read metadata'
    });
function nothingAtAll({ looked, isAll }) {
    if (looked === 0) {
        return {
            code: 'glue-nothing',
            found: 'No: DataHub holds no Glue dataset, and no run of a Glue source has succeeded',
            cure: 'Run ingest; if it has run, compare `server` in its recipe with the GMS that is asked here'
        };
    }
    return {
        code: 'glue-no-run',
        found: `No run is known to have written any of the ${(0,format/* formatCount */.B4)(looked)} Glue datasets${isAll ? '' : ' that were looked at'}`,
        cure: 'Run ingest. Datasets that were written with set_system_metadata: false (flags of a recipe) do not tell of their runs'
    };
}
function foundOf({ newest, succeededAt, looked, isAll }, ageSeconds) {
    const age = (0,core_age/* formatAge */.n)(ageSeconds);
    const of = `of ${(0,format/* formatNoun */.i$)(looked, 'Glue dataset')}${isAll ? '' : ' that were looked at'}`;
    if (newest !== null && newest.at >= (succeededAt ?? ''))
        return `The newest ${of} was written ${age} ago`;
    return `The last run that succeeded ended ${age} ago`;
}
function writerLine({ newest, checkedAt }, ingesters) {
    if (newest === null)
        return 'no dataset tells which run wrote it';
    const by = ingesters.find(({ wrote }) => wrote?.runId === newest.runId);
    const who = by === undefined ? '' : ` of ${by.name}`;
    const age = (0,core_age/* formatAge */.n)((Date.parse(checkedAt) - Date.parse(newest.at)) / 1000);
    return `written last: ${(0,format/* formatInstant */.r4)(newest.at)} (${age} ago), by the run ${newest.runId}${who}`;
}
const successLine = ({ succeededAt, checkedAt }) => succeededAt === null
    ? ''
    : `succeeded last: ${(0,format/* formatInstant */.r4)(succeededAt)} (${(0,core_age/* formatAge */.n)((Date.parse(checkedAt) - Date.parse(succeededAt)) / 1000)} ago)`;
function staleCure(ingesters) {
    const broken = ingesters.find(({ runs: [last] }) => last !== undefined && !isSuccess(last.status));
    if (broken !== undefined) {
        const status = broken.runs[0]?.status ?? '';
        const end = status === 'RUNNING' ? 'has not told its end' : `ended with ${status}`;
        return `The last run of ${broken.name} ${end}: read its log (DataHub: Ingestion, or the workflow's page), mend that, and run it`;
    }
    const [last] = ingesters;
    const schedule = last?.schedule ?? null;
    if (last !== undefined && schedule !== null) {
        return `Look at the schedule of ${last.name} (${schedule.cron}, ${schedule.timezone}) in DataHub, Ingestion, and whether its executor is running`;
    }
    return 'Look whether the workflow that ingests still runs: GitHub stops the schedules of a public repository after 60 days without a commit, and runs them on the default branch only';
}
/** Others may still write when this recipe's own pipeline has stopped. null: it is not known, or nobody writes any more. */
function ownFreshnessCheck({ maxAgeSeconds, checkedAt, ageSeconds }, ingesters) {
    const own = ingesters.find(({ isRecipe }) => isRecipe);
    if (own === undefined || (maxAgeSeconds !== null && (ageSeconds ?? 0) > maxAgeSeconds))
        return null;
    const last = [own.wrote?.at, lastSuccess([own])]
        .flatMap((at) => at ?? [])
        .toSorted()
        .at(-1);
    if (last === undefined)
        return null;
    const age = (Date.parse(checkedAt) - Date.parse(last)) / 1000;
    const found = `${own.name} was alive ${(0,core_age/* formatAge */.n)(age)} ago`;
    if (maxAgeSeconds === null || age <= maxAgeSeconds)
        return well(OWN, found);
    const cure = 'Look whether the workflow that runs it still does; if another pipeline has taken its place, give doctor that recipe';
    return warned(OWN, { code: 'recipe-stale', found: `${found}, and max-age is ${(0,core_age/* formatAge */.n)(maxAgeSeconds)}`, cure });
}

// EXTERNAL MODULE: ./lib/datahub/urn.js
var datahub_urn = __webpack_require__(8568);
;// CONCATENATED MODULE: ./lib/app/doctor/writes.js



/** Aspects that every full run writes of every dataset, and that are small. */
const ASPECTS = ['status', 'container'];
const PAGE = 1000;
const PAGES = 5;
/** Runs that GMS is asked for, those of them that are looked at, and what is looked at of each. */
const writes_RUNS = 100;
const RUNS_LOOKED = 24;
const ROWS = 500;
/**
 * Looks at the datasets of a platform, the first thousands by urn, and at what the newest runs have written: a run that
 * sends only what changed need not have touched the first thousands.
 */
async function glueWrites(platform, gms) {
    const [sample, ofRuns] = await Promise.all([sampled(platform, gms), writtenByRuns(platform, gms)]);
    const newest = new Map();
    for (const write of [...sample.writes, ...ofRuns]) {
        const known = newest.get(write.runId);
        if (known === undefined || known.at < write.at)
            newest.set(write.runId, write);
    }
    const writes = [...newest.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
    const untold = writes.length > 0 ? null : sample.untold;
    return { looked: Math.max(sample.looked, ofRuns.length), isAll: sample.isAll, writes, untold };
}
async function sampled(platform, gms) {
    const urn = (0,datahub_urn/* platformUrn */.ty)(platform);
    // The index has a platform as a text with a keyword below it, or as a keyword.
    const query = `${term('platform.keyword', urn)} OR ${term('platform', urn)}`;
    const writes = [];
    let looked = 0;
    let scrollId = null;
    for (let page = 0; page < PAGES; page++) {
        const wanted = { entityType: 'dataset', query, aspectNames: ASPECTS, count: PAGE, newestBy: null, scrollId };
        const found = await gms.entities(wanted);
        if (!found.ok)
            return { looked, isAll: false, writes, untold: looked === 0 ? found.error : null };
        const datasets = found.value.entities.filter((one) => isOf(platform, one.urn));
        looked += datasets.length;
        writes.push(...datasets.flatMap(writeOf));
        scrollId = found.value.scrollId;
        if (scrollId === null || found.value.entities.length === 0)
            return { looked, isAll: true, writes, untold: null };
    }
    return { looked, isAll: false, writes, untold: null };
}
/** What the newest runs wrote, by their own lists; those that look like runs of Glue are looked at first. */
async function writtenByRuns(platform, gms) {
    const list = { pageOffset: 0, pageSize: writes_RUNS, includeSoft: false };
    const answer = await gms.text((emit) => gms.client.runs('list', list, emit));
    const ids = answer.ok ? rowsIn(answer.value).flatMap(({ runId }) => (typeof runId === 'string' ? [runId] : [])) : [];
    const likely = ids.filter((id) => /glue/iu.test(id));
    const others = ids.filter((id) => !likely.includes(id));
    const looked = [...likely.slice(0, RUNS_LOOKED / 2), ...others.slice(0, RUNS_LOOKED / 2)];
    const urns = await Promise.all(looked.map((runId) => datasetOf(runId, platform, gms)));
    const known = [...new Set(urns.flatMap((urn) => urn ?? []))];
    const found = await gms.some('dataset', 'status', known);
    return found.filter(({ aspects }) => aspects.get('status')?.removed !== true).flatMap(writeOf);
}
/** A dataset of the platform among what a run wrote. */
async function datasetOf(runId, platform, gms) {
    const body = { runId, start: 0, count: ROWS, includeSoft: false };
    const answer = await gms.text((emit) => gms.client.runs('describe', body, emit));
    if (!answer.ok)
        return null;
    const row = rowsIn(answer.value).find(({ urn, aspectName }) => aspectName === 'status' && isOf(platform, urn));
    return typeof row?.urn === 'string' ? row.urn : null;
}
function rowsIn(text) {
    const answer = (0,gms_config/* parseJson */.qF)(text);
    const { value } = writes_isObject(answer) ? answer : {};
    return Array.isArray(value) ? value.filter(writes_isObject) : [];
}
function writeOf({ urn, writer }) {
    if (writer === null)
        return [];
    const { at, runId, pipelineName } = writer;
    return [{ at: new Date(at).toISOString(), urn, runId, pipelineName }];
}
const isOf = (platform, urn) => typeof urn === 'string' && urn.startsWith(`urn:li:dataset:(${(0,datahub_urn/* platformUrn */.ty)(platform)},`);
const writes_isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./lib/app/doctor/ingestion.js








const SOURCES = { id: 'ingestion-sources', family: 'ingestion', title: 'Ingestion sources of Glue' };
const WRITERS = { id: 'ingesters', family: 'ingestion', title: 'Who writes Glue datasets' };
/** Runs whose source GMS is asked for. */
const MOST_ASKED = 12;
/** Asks DataHub who ingests Glue, and since when. */
async function lookAtIngestion(recipe, gms, deps) {
    const questions = new GmsQuestions(gms.client, deps.onEvent);
    const { platform, platformInstance } = recipe.source;
    const own = { pipelineName: recipe.pipelineName, platformInstance };
    const [asked, found] = await Promise.all([glueSources(questions), glueWrites(platform, questions)]);
    const sources = asked.ok ? asked.value : [];
    const writes = await attributed(found.writes, sources, own, questions);
    const ingesters = ingestersOf(sources, writes, own);
    const now = deps.clock.now();
    const succeededAt = lastSuccess(sources);
    const newest = found.writes[0] ?? null;
    const alive = [newest?.at, succeededAt]
        .flatMap((at) => at ?? [])
        .toSorted()
        .at(-1);
    const freshness = {
        checkedAt: new Date(now).toISOString(),
        maxAgeSeconds: deps.maxAgeSeconds,
        looked: found.looked,
        isAll: found.isAll,
        newest,
        succeededAt,
        ageSeconds: alive === undefined ? null : Math.max(0, Math.floor((now - Date.parse(alive)) / 1000))
    };
    const isUnknown = found.untold !== null && succeededAt === null;
    const checks = [
        asked.ok ? sourcesCheck(sources, now) : check_untested(SOURCES, `GMS does not tell: ${asked.error}`),
        isUnknown
            ? unknownFreshness(deps.maxAgeSeconds, `GMS does not tell: ${found.untold}`)
            : freshnessCheck(freshness, ingesters),
        ...writersChecks(ingesters),
        ...[ownFreshnessCheck(freshness, ingesters) ?? []].flat()
    ];
    return { checks, ingesters, freshness: isUnknown ? null : freshness };
}
/** Nobody can be asked, and why. */
const noIngestion = (maxAgeSeconds, why) => ({
    checks: [check_untested(SOURCES, why), unknownFreshness(maxAgeSeconds, why)],
    ingesters: [],
    freshness: null
});
/** Of what does not tell by itself, the newest runs are asked for. */
async function attributed(writes, sources, own, gms) {
    let left = MOST_ASKED;
    return Promise.all(writes.map(async (write) => {
        const source = sourceOfWrite(write, sources, own);
        if (source !== null || left === 0)
            return { ...write, source };
        left -= 1;
        return { ...write, source: await sourceOfRun(write.runId, gms) };
    }));
}
function sourcesCheck(sources, now) {
    if (sources.length === 0)
        return well(SOURCES, 'DataHub knows none');
    const details = sources.map((source) => `${source.name}: ${scheduleOf(source)}; ${lastRunOf(source, now)}`);
    const found = (0,format/* formatNoun */.i$)(sources.length, 'source');
    const broken = sources.filter(({ runs: [last] }) => last !== undefined && isBroken(last.status));
    if (broken.length === 0)
        return well(SOURCES, found, details);
    const names = broken.map(({ name }) => name).join(', ');
    return warned(SOURCES, {
        code: 'ingestion-run-failed',
        found: `${found}; the last run of ${names} did not succeed`,
        cure: 'Read its log: DataHub, Ingestion, the source, its last run; of runs of this action the page of the workflow run',
        details
    });
}
const isBroken = (status) => !isSuccess(status) && status !== 'RUNNING';
const scheduleOf = ({ kind, schedule }) => {
    if (schedule !== null)
        return `DataHub runs it at ${schedule.cron} (${schedule.timezone})`;
    return kind === 'cli' ? 'run by a command line or a workflow, whose schedule DataHub does not know' : 'not scheduled';
};
function lastRunOf({ runs: [last] }, now) {
    if (last === undefined)
        return 'it has never run';
    const age = last.startedAt === null ? '' : `, ${(0,core_age/* formatAge */.n)((now - Date.parse(last.startedAt)) / 1000)} ago`;
    return `last run ${last.status}${age}`;
}
const WEEK_MS = 7 * 86_400_000;
/** Several may well each have a part of the catalogue; DataHub's own schedule beside this recipe is what a move leaves behind. */
function writersChecks(ingesters) {
    const newest = Date.parse(ingesters[0]?.wrote?.at ?? '');
    const active = ingesters.filter(({ wrote }) => wrote !== null && newest - Date.parse(wrote.at) < WEEK_MS);
    if (active.length === 0)
        return [];
    const names = active.map(({ name, kind }) => `${name} (${KINDS[kind]})`);
    const found = active.length === 1 ? (names[0] ?? '') : `${active.length} processes: ${names.join(', ')}`;
    const rival = active.find(({ kind, schedule, isRecipe }) => kind === 'ui' && schedule !== null && !isRecipe);
    if (rival === undefined || !active.some(({ isRecipe }) => isRecipe))
        return [well(WRITERS, found)];
    return [
        warned(WRITERS, {
            code: 'several-ingesters',
            found,
            cure: `Where both read the same databases they write the same datasets, each with a state of its own: take the schedule from ${rival.name} in DataHub, Ingestion, or give each its own database_pattern`
        })
    ];
}
const KINDS = {
    ui: "run by DataHub's executor",
    cli: 'run by a command line or a workflow',
    unknown: 'no ingestion source of Glue'
};

// EXTERNAL MODULE: ./lib/recipe/parse.js + 18 modules
var parse = __webpack_require__(3785);
// EXTERNAL MODULE: ./lib/app/load-recipe.js
var load_recipe = __webpack_require__(4034);
;// CONCATENATED MODULE: ./lib/app/doctor/read-recipe.js




const RECIPE = { id: 'recipe', family: 'recipe', title: 'Recipe' };
/** A recipe that says nothing but what inputs and environment say; without a server its sink is none. */
function standIn(inputs, env) {
    const read = (sink) => {
        const text = `source: { type: glue, config: { extract_transforms: false } }\n${sink}`;
        return (0,parse/* parseRecipe */.C)({ file: 'inputs.yml', text, env, mode: 'ingest', defaults: (0,load_recipe/* sinkDefaults */.qI)(inputs) });
    };
    const parsed = inputs.gmsUrl === null ? read(NO_SINK) : read('');
    const usable = parsed.ok ? parsed : read(NO_SINK);
    if (usable.ok)
        return usable;
    throw new Error(`what stands in for a recipe is invalid: ${usable.error.map(({ message }) => message).join(', ')}`);
}
const NO_SINK = 'sink: { type: console }';
/** Reads the recipe in `file`; without one, or where it is invalid, what the inputs say stands in for it. */
async function readRecipe(file, inputs, { env, cwd }) {
    const inputsOnly = standIn(inputs, env);
    const rest = { reader: null, recipe: inputsOnly.value.recipe, parsed: inputsOnly };
    if (file === null) {
        const check = check_untested(RECIPE, 'none is given: what the inputs and the environment say is looked at');
        return { ...rest, check, reader: () => inputsOnly };
    }
    const read = await outcomeOf(() => (0,load_recipe/* recipeReader */._s)(file, { env, cwd, inputs, mode: 'ingest' }));
    if (read.error !== null)
        return { ...rest, check: failedBy(RECIPE, read.error) };
    const parsed = read.value(new Map());
    if (!parsed.ok)
        return { ...rest, check: invalid(file, parsed.error) };
    const { recipe, diagnostics } = parsed.value;
    return { check: validCheck(file, diagnostics), reader: read.value, recipe, parsed };
}
const lineOf = ({ line, column, message, cure }) => `${line}:${column} ${message}${cure === undefined ? '' : `; ${cure}`}`;
const invalid = (file, diagnostics) => failed(RECIPE, {
    code: diagnostics[0]?.code ?? 'invalid-recipe',
    found: `${file} is wrong`,
    details: diagnostics.filter(({ severity }) => severity === 'error').map(lineOf),
    cure: `'datahub-glue validate ${file}' tells all that is wrong`,
    isInput: true
});
function validCheck(file, diagnostics) {
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
    if (warnings.length === 0)
        return well(RECIPE, `${file} is valid`);
    return warned(RECIPE, {
        code: warnings[0]?.code ?? 'recipe-warning',
        found: `${file} is valid, with ${(0,format/* formatNoun */.i$)(warnings.length, 'warning')}`,
        details: warnings.map(lineOf),
        cure: null
    });
}

;// CONCATENATED MODULE: ./lib/app/doctor/diagnose.js





/**
 * Looks at one recipe and its surroundings, one thing after the other; whatever is wrong, what does not depend on it is
 * looked at all the same. Nothing is written anywhere.
 */
async function diagnose(file, deps) {
    const read = await readRecipe(file, deps.inputs, deps);
    if (read.parsed.ok)
        for (const secret of read.parsed.value.secrets)
            deps.mask(secret);
    deps.signal.throwIfAborted();
    const aws = await lookAtAws(file, read, deps);
    deps.signal.throwIfAborted();
    const recipe = aws.recipe ?? read.recipe;
    const gms = await gmsOf(read, aws, recipe, deps);
    try {
        const ingestion = await ingestionOf(recipe, gms, deps);
        const clock = await awsClockCheck(aws.transport, deps.clock, deps.signal);
        return {
            recipe: file,
            pipelineName: recipe.pipelineName,
            server: gms.gms?.server ?? null,
            identity: aws.identity,
            checks: distinct([read.check, ...aws.checks, ...gms.checks, clock, gms.clock, ...ingestion.checks]),
            ingesters: ingestion.ingesters,
            freshness: ingestion.freshness
        };
    }
    finally {
        gms.close();
    }
}
/** Server and token of the sink may be values that AWS keeps. */
function gmsOf({ parsed }, aws, recipe, deps) {
    const isOpen = parsed.ok && parsed.value.references.some(({ path }) => path[0] === 'sink');
    if (isOpen && aws.recipe === null)
        return noGms('its address or token is a value that AWS keeps, and was not read');
    return lookAtGms(recipe, deps);
}
async function ingestionOf(recipe, { gms }, deps) {
    deps.signal.throwIfAborted();
    return gms === null ? noIngestion(deps.maxAgeSeconds, 'GMS cannot be asked') : lookAtIngestion(recipe, gms, deps);
}
/** An id stands for one check: the worse of two, as when an identity is lost after it was proven. */
function distinct(checks) {
    const byId = new Map();
    for (const check of checks) {
        const known = byId.get(check.id);
        if (known === undefined || (known.status === 'ok' && check.status !== 'ok'))
            byId.set(check.id, check);
    }
    return [...byId.values()];
}

;// CONCATENATED MODULE: ./lib/app/doctor/doctor.js





/**
 * Looks at each recipe in turn and gives what was found, in their order (model/request.ts App).
 * @throws AppError when there is no such recipe · the signal's reason
 */
async function doctor(request, deps) {
    const files = request.recipes.length === 0 ? [null] : await (0,find_files/* findFiles */.l)(request.recipes, deps.cwd);
    const env = await (0,environment/* recipeEnvironment */.gl)(request, deps.env, deps.cwd);
    const { maxAgeSeconds, columnStatistics } = request;
    const limits = (0,rate_limit/* createRateLimits */.V)(deps.clock, null);
    const lent = { ...deps, env, inputs: request, limits, maxAgeSeconds, columnStatistics };
    const found = [];
    for (const file of files) {
        deps.signal.throwIfAborted();
        // A folder of recipes may hold the DAG that runs them. Named by itself, it is told to be no recipe.
        if (file !== null && files.length > 1 && (await (0,validate/* dagDiagnostics */.t)(file, deps.cwd)) !== null)
            continue;
        found.push(await diagnose(file, lent));
    }
    deps.signal.throwIfAborted();
    return found;
}


/***/ }),

/***/ 6515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseAge),
/* harmony export */   n: () => (/* binding */ formatAge)
/* harmony export */ });
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** `90m`, `26h`, `2d` or several of them, the largest first (`1d12h`), as seconds; null: it is no such text, or nothing. */
function parseAge(text) {
    const [whole, days = '0', hours = '0', minutes = '0'] = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(text) ?? [];
    if (whole === undefined)
        return null;
    const seconds = Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE;
    return seconds > 0 && Number.isSafeInteger(seconds) ? seconds : null;
}
/** Seconds as people tell an age: `45 s`, `12 min`, `26 h`, `3 d 4 h`. Rounded down, as ages are. */
function formatAge(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    if (whole < MINUTE)
        return `${whole} s`;
    if (whole < HOUR)
        return `${Math.floor(whole / MINUTE)} min`;
    if (whole < 2 * DAY)
        return `${Math.floor(whole / HOUR)} h${rest(Math.floor((whole % HOUR) / MINUTE), 'min')}`;
    return `${Math.floor(whole / DAY)} d${rest(Math.floor((whole % DAY) / HOUR), 'h')}`;
}
const rest = (count, unit) => (count === 0 ? '' : ` ${count} ${unit}`);


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
        return [`${formatNoun(counts.produced - counts.unchanged, 'aspect')} to write`];
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


/***/ })

};
