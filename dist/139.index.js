export const id = 139;
export const ids = [139];
export const modules = {

/***/ 139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scaffold: () => (/* binding */ scaffold)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/http-error.js
var http_error = __webpack_require__(3252);
// EXTERNAL MODULE: ./lib/core/yaml.js + 7 modules
var yaml = __webpack_require__(1937);
// EXTERNAL MODULE: ./lib/dag/file/parse.js + 2 modules
var parse = __webpack_require__(6121);
// EXTERNAL MODULE: ./lib/app/find-files.js
var find_files = __webpack_require__(3786);
// EXTERNAL MODULE: ./lib/core/config/node.js
var node = __webpack_require__(6672);
;// CONCATENATED MODULE: ./lib/app/scaffold/variables.js


/** What an identity and a server are always taken from. */
const ALWAYS = ['AWS_DEFAULT_REGION', 'AWS_ROLE', 'GMS_URL'];
/** What a run gets otherwise: by inputs, by the runner, by the program itself. */
const OTHERWISE = /^(?:DATAHUB_GMS_TOKEN|DATAHUB_GMS_URL|AWS_REGION|CI|HOME|PATH|(?:GITHUB|RUNNER|ACTIONS|DAG|TASK)_.*)$/u;
const IS_SECRET = /TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|WEBHOOK|(?:^|_)KEY(?:$|_)/u;
/** `${NAME}` and `$NAME` in recipes, but no `${ssm:…}`; `env.NAME` in DAG files. */
const IN_RECIPE = /\$(?:\{(?!ssm:|secretsmanager:)([A-Za-z_]\w*)|([A-Z_][A-Z0-9_]+))/gu;
const IN_DAG = /\benv\.([A-Za-z_]\w*)/gu;
/** Keys of a DAG file whose text is nothing but text, or a shell's. */
const NO_TEMPLATES = new Set(['run', 'description']);
/** The variables that files name, sorted, with those that every run needs. Files that cannot be read name none. */
function variablesIn(recipes, dags) {
    const named = [
        ...recipes.flatMap((file) => textsOf(file).flatMap((text) => namesIn(text, IN_RECIPE))),
        ...dags.flatMap((file) => textsOf(file).flatMap((text) => namesIn(text, IN_DAG)))
    ];
    return [...new Set([...ALWAYS, ...named])].filter((name) => !OTHERWISE.test(name)).sort();
}
/** Where a workflow takes a variable from. `extract_transforms` is off unless somebody says otherwise. */
function sourceOf(name) {
    if (name === 'GLUE_EXTRACT_TRANSFORMS')
        return 'false';
    return `\${{ ${IS_SECRET.test(name) ? 'secrets' : 'vars'}.${name} }}`;
}
/** Those that a person has to set, by the place where that is done. */
function toSet(names) {
    const open = names.filter((name) => name !== 'GLUE_EXTRACT_TRANSFORMS');
    return { vars: open.filter((name) => !IS_SECRET.test(name)), secrets: open.filter((name) => IS_SECRET.test(name)) };
}
const namesIn = (text, pattern) => [...text.matchAll(pattern)].map(([, name = '', plain = '']) => name || plain);
function textsOf(file) {
    const document = (0,yaml/* parseConfigFile */.me)(file);
    const root = document.ok ? document.value.root : null;
    return root === null ? [] : [...texts((0,node/* toJson */.aB)(root))];
}
function* texts(value) {
    if (typeof value === 'string')
        yield value;
    else if (Array.isArray(value))
        for (const item of value)
            yield* texts(item);
    else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value))
            if (item !== undefined && !NO_TEMPLATES.has(key))
                yield* texts(item);
    }
}

;// CONCATENATED MODULE: ./lib/app/scaffold/yaml-text.js
/** Words that YAML takes for something else than text, in one of its versions. */
const OTHER = /^(?:true|false|yes|no|on|off|y|n|null|~)$/iu;
const PLAIN = /^[A-Za-z](?:[\w./()+,;'" -]*[\w./)])?$/u;
/** A text as a value in YAML, in quotes where it needs them. Expressions of GitHub are left as they are. */
function yamlText(text) {
    if (/^\$\{\{[\x20-\x7e]*\}\}$/u.test(text) && !/: | #/u.test(text))
        return text;
    if (PLAIN.test(text) && !OTHER.test(text))
        return text;
    // JSON's strings are YAML's: the only ones that hold every character.
    return /^[\x20-\x7e\u00a0-\ud7ff]*$/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
/** A text as a comment: no line of it can be anything else. */
const yamlComment = (text) => text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these end a line in YAML, or are not allowed there
    .split(/[\n\r\u0085\u2028\u2029\u0000-\u0008\u000b-\u001f]+/u)
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');

;// CONCATENATED MODULE: ./lib/app/scaffold/workflow.js


/** The actions that workflows use, pinned; the repository's own workflows use the same (a test holds that). */
const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const UPLOAD = 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0';
/** A workflow that runs the action on a schedule and by hand. */
function workflowText(plan) {
    return [...head(plan), ...triggers(plan), ...workflow_frame(plan), ...job(plan), ''].join('\n');
}
const RUNS_ON = 'RUNS_ON (the label of a self-hosted runner) when GMS is reachable from inside a network only';
const TOKEN = 'DATAHUB_GMS_TOKEN, when GMS asks for a token';
function head({ about, name, variables }) {
    const { vars, secrets } = toSet(variables);
    const ofSecrets = secrets.length === 0 ? `Repository secret: ${TOKEN}` : `Repository secrets: ${secrets.join(', ')}, and ${TOKEN}`;
    return [
        yamlComment(about),
        '#',
        ...wrapped(`Repository variables: ${vars.join(', ')}, and ${RUNS_ON}. ${ofSecrets}.`),
        `name: ${yamlText(name)}`,
        ''
    ];
}
const WIDTH = 118;
/** A text as comments, of lines that are not too long. */
function wrapped(text) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length < WIDTH)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(`# ${word}`);
    }
    return lines;
}
const AT_FULL_HOUR = /^\s*(?:\*|0+(?!\d))/u;
const LATE = 'at the full hour GitHub starts schedules late, or drops them.';
function triggers({ cron, timezone, inputs }) {
    return [
        'on:',
        '  schedule:',
        `    # ${AT_FULL_HOUR.test(cron) ? 'Another minute is better' : 'An odd minute'}: ${LATE}`,
        `    - cron: '${cron.trim().replace(/\s+/gu, ' ')}'`,
        ...(timezone === 'UTC' ? [] : [`      timezone: ${yamlText(timezone)}`]),
        '  workflow_dispatch:',
        ...(inputs.length === 0 ? [] : ['    inputs:', ...inputs.flatMap(inputLines)]),
        ''
    ];
}
function inputLines({ id, description, type, fallback, options }) {
    return [
        `      ${id}:`,
        `        description: ${yamlText(description)}`,
        `        type: ${type}`,
        fallback === null
            ? '        required: true'
            : `        default: ${type === 'string' || type === 'choice' ? yamlText(fallback) : fallback}`,
        ...(options === undefined ? [] : ['        options:', ...options.map((one) => `          - ${yamlText(one)}`)])
    ];
}
function workflow_frame({ group }) {
    return [
        'permissions: {}',
        '',
        '# One run at a time; the one that is under way ends first.',
        'concurrency:',
        `  group: ${yamlText(group)}`,
        '  cancel-in-progress: false',
        ''
    ];
}
function job({ job: { id, name, minutes }, permissions, variables, checkout, step, upload }) {
    return [
        'jobs:',
        `  ${id}:`,
        `    name: ${yamlText(name)}`,
        `    runs-on: \${{ vars.RUNS_ON || 'ubuntu-latest' }}`,
        `    timeout-minutes: ${minutes}`,
        '    permissions:',
        ...Object.entries(permissions).map(([permission, why]) => `      ${permission} # ${why}`),
        '    env:',
        ...variables.map((variable) => `      ${variable}: ${yamlText(sourceOf(variable))}`),
        '    steps:',
        `      - name: ${yamlText(checkout)}`,
        `        uses: ${CHECKOUT}`,
        '        with:',
        '          persist-credentials: false',
        '',
        `      - name: ${yamlText(step.name)}`,
        `        id: ${id}`,
        `        uses: ${step.uses}`,
        '        with:',
        ...Object.entries(step.with).map(([input, value]) => `          ${input}: ${yamlText(value)}`),
        '',
        ...(upload.about === null ? [] : [`      # ${upload.about}`]),
        `      - name: ${yamlText(upload.step)}`,
        '        if: always()',
        `        uses: ${UPLOAD}`,
        '        with:',
        `          name: ${upload.name}-\${{ github.run_id }}-\${{ github.run_attempt }}`,
        `          path: ${upload.path}`,
        '          if-no-files-found: warn',
        '          retention-days: 30'
    ];
}

;// CONCATENATED MODULE: ./lib/app/scaffold/checks.js



const OWN = 'github.event.pull_request.head.repo.full_name == github.repository';
/** The workflow that validates the recipes of a pull request, and tells what its change of them would do. */
function checksWorkflow({ recipes, uses, variables }) {
    return [
        ...checks_head(variables),
        'on:',
        '  pull_request:',
        '',
        'permissions: {}',
        '',
        'concurrency:',
        `  group: validate-recipes-\${{ github.event.pull_request.number || github.ref }}`,
        '  cancel-in-progress: true',
        '',
        'jobs:',
        ...validateJob(recipes, uses),
        '',
        ...planJob(recipes, uses, variables),
        ''
    ].join('\n');
}
function checks_head(variables) {
    const { vars, secrets } = toSet(variables);
    const hidden = ['DATAHUB_GMS_TOKEN, when GMS asks for a token', ...secrets];
    return [
        ...wrapped('Checks every recipe of a pull request, and tells in a comment what its change of recipes would do. Nothing is ' +
            'written to DataHub. There is no path filter: a check that is required but does not run would hold a pull ' +
            'request up for ever.'),
        '#',
        ...wrapped('Pull requests from forks get no OIDC token, no secrets and no right to comment: there the recipes are validated ' +
            'and compared, and that is told on the page of the run. It is never pull_request_target, which would give all of that to ' +
            'what a fork has written.'),
        '#',
        ...wrapped(`Repository variables: ${vars.join(', ')}, and RUNS_ON (the label of a self-hosted runner) when GMS is reachable ` +
            `from inside a network only. Repository secret${secrets.length === 0 ? '' : 's'}: ${hidden.join('; ')}. The role's trust policy has to let in ` +
            'the subject `repo:OWNER/NAME:pull_request`.'),
        'name: Validate recipes',
        ''
    ];
}
const checkout = (depth) => [
    '      - name: Check out the pull request',
    `        uses: ${CHECKOUT}`,
    '        with:',
    ...depth,
    '          persist-credentials: false'
];
function validateJob(recipes, uses) {
    return [
        '  validate:',
        '    name: Validate recipes',
        '    runs-on: ubuntu-latest',
        '    timeout-minutes: 5',
        '    permissions:',
        '      contents: read # the recipes, by actions/checkout',
        '    steps:',
        ...checkout([]),
        '',
        '      - name: Validate',
        `        uses: ${uses}`,
        '        with:',
        '          command: validate',
        ...recipeInput(recipes)
    ];
}
function planJob(recipes, uses, variables) {
    return [
        '  plan:',
        '    name: Plan',
        '    needs: validate',
        '    # A recipe that is wrong keeps nobody from seeing what the others would do.',
        `    if: \${{ !cancelled() }}`,
        '    # What a fork has written runs on no machine of ours.',
        `    runs-on: \${{ ${OWN} && vars.RUNS_ON || 'ubuntu-latest' }}`,
        '    timeout-minutes: 30',
        '    permissions:',
        '      contents: read # both versions of the recipes, by actions/checkout',
        "      id-token: write # GitHub's OIDC token, which AWS STS takes for the role",
        '      pull-requests: write # the comment',
        '    env:',
        ...variables.map((variable) => `      ${variable}: ${yamlText(sourceOf(variable))}`),
        '    steps:',
        ...checkout(['          fetch-depth: 2 # the base to compare with']),
        '',
        '      - name: Plan',
        '        id: plan',
        `        uses: ${uses}`,
        '        with:',
        '          command: plan',
        ...recipeInput(recipes),
        `          github-token: \${{ github.token }}`,
        `          gms-token: \${{ secrets.DATAHUB_GMS_TOKEN }}`,
        '',
        '      - name: Keep the plan',
        '        if: always()',
        `        uses: ${UPLOAD}`,
        '        with:',
        `          name: datahub-glue-plan-\${{ github.run_id }}-\${{ github.run_attempt }}`,
        `          path: \${{ runner.temp }}/datahub-glue/plan.json`,
        '          if-no-files-found: warn',
        '          retention-days: 30'
    ];
}
const recipeInput = (recipes) => recipes.length === 1
    ? [`          recipe: ${yamlText(recipes[0] ?? '')}`]
    : ['          recipe: |', ...recipes.map((recipe) => `            ${recipe}`)];

// EXTERNAL MODULE: ./lib/core/diagnostic.js
var diagnostic = __webpack_require__(876);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
// EXTERNAL MODULE: ./lib/recipe/open-texts.js
var open_texts = __webpack_require__(2421);
// EXTERNAL MODULE: ./lib/app/environment.js
var app_environment = __webpack_require__(7918);
// EXTERNAL MODULE: ./lib/app/kept-values.js
var kept_values = __webpack_require__(9122);
// EXTERNAL MODULE: ./lib/app/load-recipe.js
var load_recipe = __webpack_require__(4034);
// EXTERNAL MODULE: ./lib/app/settle-recipe.js
var settle_recipe = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/aws/arn.js
var aws_arn = __webpack_require__(8690);
// EXTERNAL MODULE: ./lib/aws/trust-policy.js
var trust_policy = __webpack_require__(3158);
// EXTERNAL MODULE: ./lib/model/aws-partition.js
var aws_partition = __webpack_require__(2723);
// EXTERNAL MODULE: ./lib/model/iam-actions.js
var iam_actions = __webpack_require__(7098);
;// CONCATENATED MODULE: ./lib/app/scaffold/iam.js






/** The account of a role that is not known. */
const SOME_ACCOUNT = '<account>';
const AUDIENCE = 'sts.amazonaws.com';
/** The path of a role, such as `/team/`; `/` where it has none. */
const pathOfRole = ({ arn, name }) => arn.slice(arn.indexOf(':role/') + 5, -name.length) || '/';
/** What a role is called that nobody has named. */
const USUAL_ROLE = 'datahub-glue';
/**
 * The roles that a recipe is run by, from the one that GitHub's tokens assume to the one that reads: each trusts the one
 * before it and nothing else, and may do what is left to do.
 */
function rolePlans(facts) {
    const { options, region } = facts;
    const chain = chainOf(facts);
    const known = chain.map(({ roleArn }) => roleOf(roleArn));
    const arns = known.length === 0 ? [null] : known;
    return arns.map((arn, index) => {
        const next = chain[index + 1];
        const own = arn ?? unknownRole(region);
        const before = arns[index - 1];
        const catalogue = { region, account: options.catalogId || own.account, rolesToAssume: [] };
        const kept = keptArns(index, next === undefined, facts, own);
        return {
            arn,
            trust: policyOf(before === undefined || before === null
                ? (0,trust_policy/* webIdentityStatement */._8)(own, claimsFor(facts), AUDIENCE, pullRequestsIn(facts))
                : trustIn(before.arn, chain[index])),
            permissions: next === undefined
                ? (0,iam_actions/* iamPolicy */.e_)(options, { ...catalogue, kept })
                : (0,iam_actions/* wayPolicy */.ur)({ ...catalogue, kept, rolesToAssume: [next.roleArn], roleActions: actionsFor(next) })
        };
    });
}
/** Parameters and secrets are those of the role's own account, wherever the catalogue is. */
function keptArns(index, isLast, { kept, region }, { account }) {
    const read = [...(index === 0 ? [kept.first] : []), ...(isLast ? [kept.last] : [])];
    const once = (arns) => [...new Set(arns)];
    return {
        parameters: once(read.flatMap(({ parameters }) => parameters.map((name) => (0,iam_actions/* parameterArn */.vi)(name, { region, account })))),
        secrets: once(read.flatMap(({ secrets }) => secrets.map((name) => (0,iam_actions/* secretArn */.eU)(name, { region, account }))))
    };
}
function chainOf({ options, role }) {
    const { roles } = options.aws;
    if (role === null || roles[0]?.roleArn === role)
        return roles;
    return [{ roleArn: role, externalId: null }, ...roles];
}
const unknownRole = (region) => ({
    arn: '',
    partition: (0,aws_partition/* partitionOf */.i)(region).id,
    account: SOME_ACCOUNT,
    name: USUAL_ROLE
});
function roleOf(arn) {
    const role = (0,aws_arn/* parseRoleArn */.DM)(arn);
    if (role !== null)
        return role;
    throw new errors/* AppError */.u(`${(0,quote/* quoted */.TL)(arn)} ${(0,aws_arn/* faultOfRoleArn */.BI)(arn)}`, {
        kind: 'input',
        code: 'bad-role-arn',
        cure: 'write it as arn:aws:iam::<account id>:role/<name>'
    });
}
/** Tags and a source identity have to be allowed by both sides. */
function trustIn(before, role) {
    const statement = (0,trust_policy/* assumeRoleStatement */.AH)(before, role?.externalId ?? null);
    const more = role === undefined ? [] : actionsFor(role);
    return more.length === 0 ? statement : { ...statement, Action: [...[statement.Action].flat(), ...more] };
}
/** What STS asks for besides AssumeRole. */
const actionsFor = ({ others }) => [
    ...(others?.Tags === undefined ? [] : ['sts:TagSession']),
    ...(others?.SourceIdentity === undefined ? [] : ['sts:SetSourceIdentity'])
];
function claimsFor({ repository, branch }, context = `ref:refs/heads/${branch}`) {
    const { owner, name, ownerId, id } = repository;
    return {
        issuer: null,
        subject: `repo:${owner}/${name}:${context}`,
        audience: null,
        repositoryId: id,
        repositoryOwnerId: ownerId
    };
}
/** The subject of pull requests, in both forms: https://docs.github.com/actions/reference/security/oidc */
const pullRequestsIn = (facts) => facts.pullRequests ? (0,trust_policy/* subjectForms */.wO)(claimsFor(facts, 'pull_request')) : [];
const policyOf = (statement) => ({ Version: '2012-10-17', Statement: [statement] });

;// CONCATENATED MODULE: ./lib/app/scaffold/repository.js




const NAMED = /^([\w-]+)(?:@(\d+))?\/([\w.-]+?)(?:@(\d+))?$/u;
const REMOTE = /^\s*url\s*=\s*(?:https:\/\/(?:[^/@\s]*@)?github\.com\/|(?:ssh:\/\/)?git@github\.com[:/])([\w-]+)\/([\w.-]+?)(?:\.git)?\/?\s*$/mu;
/** `OWNER/NAME` or `OWNER@ID/NAME@ID`; without it the remote `origin` of the working directory. @throws AppError */
async function repositoryOf(given, cwd) {
    if (given !== null)
        return parsed(given);
    const origin = await originOf(cwd);
    if (origin !== null)
        return origin;
    throw wrong('Which repository may assume the role is not known');
}
function parsed(text) {
    const [, owner, ownerId = null, name, id = null] = NAMED.exec(text) ?? [];
    if (owner === undefined || name === undefined || (ownerId === null) !== (id === null)) {
        throw wrong(`${(0,quote/* quoted */.TL)(text)} is no repository`);
    }
    return { owner, name, ownerId, id };
}
const wrong = (message) => new errors/* AppError */.u(message, {
    kind: 'input',
    code: 'scaffold',
    cure: 'write --repository OWNER/NAME, or with their numbers OWNER@ID/NAME@ID'
});
/** What the clone in `cwd` was made from; null: that is not GitHub, or there is no clone. */
async function originOf(cwd) {
    const config = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, '.git', 'config'), 'utf8').catch(() => '');
    const origin = config.split(/^(?=\[)/mu).find((section) => /^\[remote "origin"\]/u.test(section)) ?? '';
    const [, owner, name] = REMOTE.exec(origin) ?? [];
    return owner === undefined || name === undefined ? null : { owner, name, ownerId: null, id: null };
}

;// CONCATENATED MODULE: ./lib/app/scaffold/hcl.js
const attribute = (name, value) => ({ name, value });
/** A block with attributes and blocks in it, laid out as `terraform fmt` does. */
function block(head, body) {
    const lines = [];
    for (const [index, part] of body.entries()) {
        const before = body[index - 1];
        if (typeof part === 'string') {
            // A blank line before each block but the first thing.
            lines.push(...(before === undefined ? [] : ['']), ...part.split('\n').map(indented));
            continue;
        }
        if (typeof before === 'string')
            lines.push('');
        lines.push(...attributeLines(part, widthAround(body, index)).map(indented));
    }
    return [`${head} {`, ...lines, '}'].join('\n');
}
const indented = (line) => (line === '' ? '' : `  ${line}`);
function attributeLines({ name, value }, width) {
    const [first = '', ...rest] = value.split('\n');
    return [`${name.padEnd(rest.length === 0 ? width : 0)} = ${first}`, ...rest];
}
/** Values of neighbouring attributes on one line each begin in one column. */
function widthAround(body, index) {
    const isShort = (part) => part !== undefined && typeof part !== 'string' && !part.value.includes('\n');
    let [from, to] = [index, index];
    while (isShort(body[from - 1]))
        from -= 1;
    while (isShort(body[to + 1]))
        to += 1;
    return Math.max(...body.slice(from, to + 1).map((part) => (isShort(part) ? part.name.length : 0)));
}
/** A text as a template without any: `${` and `%{` would begin one (HCL's native syntax, "Template Expressions"). */
const hcl_text = (value) => JSON.stringify(value).replace(/[$%](?=\{)/gu, '$&$&');
const LONGEST = 100;
/** A list of expressions, over several lines when it is long. */
function list(values) {
    const short = `[${values.join(', ')}]`;
    return short.length <= LONGEST ? short : `[\n${values.map((value) => `  ${value},\n`).join('')}]`;
}

;// CONCATENATED MODULE: ./lib/app/scaffold/terraform.js



/** Roles and their policies in Terraform. Roles behind the first may lie in other accounts: only their policies are made. */
function terraformOf(plans, about) {
    const [first, ...others] = plans;
    if (first === undefined)
        return '';
    return `${[
        [yamlComment(about), 'data "aws_caller_identity" "current" {}'],
        [PROVIDER_NOTE, PROVIDER],
        ...documents(first, LABEL).map((one) => [one]),
        [role(first.arn)],
        [ROLE_POLICY],
        ...others.flatMap((plan, index) => further(plan, `${LABEL}_${index + 2}`))
    ]
        .map((lines) => lines.join('\n'))
        .join('\n\n')}\n`;
}
const LABEL = 'datahub_glue';
const PROVIDER_NOTE = '# Once for each account. Where there is one already, make this a data source: data "aws_iam_openid_connect_provider".';
const PROVIDER = block('resource "aws_iam_openid_connect_provider" "github"', [
    attribute('url', hcl_text('https://token.actions.githubusercontent.com')),
    attribute('client_id_list', list([hcl_text('sts.amazonaws.com')]))
]);
const role = (arn) => block(`resource "aws_iam_role" "${LABEL}"`, [
    attribute('name', hcl_text(arn?.name ?? USUAL_ROLE)),
    ...(arn === null || pathOfRole(arn) === '/' ? [] : [attribute('path', hcl_text(pathOfRole(arn)))]),
    attribute('assume_role_policy', `data.aws_iam_policy_document.${LABEL}_trust.json`)
]);
const ROLE_POLICY = block(`resource "aws_iam_role_policy" "${LABEL}"`, [
    attribute('name', hcl_text('datahub-glue')),
    attribute('role', `aws_iam_role.${LABEL}.name`),
    attribute('policy', `data.aws_iam_policy_document.${LABEL}.json`)
]);
function further(plan, label) {
    const [trust = '', permissions = ''] = documents(plan, label);
    const about = `What ${plan.arn?.arn ?? USUAL_ROLE} needs, which the role before it assumes: add it where that role is made.`;
    return [[yamlComment(about), trust], [permissions]];
}
const documents = ({ trust, permissions }, label) => [
    documentOf(trust, `${label}_trust`),
    documentOf(permissions, label)
];
const documentOf = ({ Statement: statements }, label) => block(`data "aws_iam_policy_document" "${label}"`, statements.map((statement) => block('statement', [
    ...('Sid' in statement && statement.Sid !== undefined ? [attribute('sid', hcl_text(statement.Sid))] : []),
    attribute('actions', terraform_texts(statement.Action)),
    ...('Resource' in statement ? [attribute('resources', terraform_texts(statement.Resource))] : []),
    ...('Principal' in statement ? Object.entries(statement.Principal).map(principal) : []),
    ...Object.entries(statement.Condition ?? {}).flatMap(([test, variables]) => Object.entries(variables).map(([variable, values]) => condition(test, variable, values)))
])));
/** GitHub's provider is made beside the role, so its ARN need not be known. */
const principal = ([type, arn]) => block('principals', [
    attribute('type', hcl_text(type)),
    attribute('identifiers', type === 'Federated' ? list(['aws_iam_openid_connect_provider.github.arn']) : list([hcl_text(arn)]))
]);
const condition = (test, variable, values) => block('condition', [
    attribute('test', hcl_text(test)),
    attribute('variable', hcl_text(variable)),
    attribute('values', terraform_texts(values))
]);
/** An account that is not known is the one that Terraform runs in. */
const terraform_texts = (values) => list([values]
    .flat()
    .map((value) => hcl_text(value).replaceAll(SOME_ACCOUNT, `\${data.aws_caller_identity.current.account_id}`)));

;// CONCATENATED MODULE: ./lib/app/scaffold/make-iam.js













/** The roles that the recipe in `file` is run by, with their policies, as Terraform or JSON. @throws AppError */
async function makeIam(file, { inputs, env, repository: given, role, branch, pullRequests, columnStatistics }, { cwd, format }) {
    const environment = await (0,app_environment/* recipeEnvironment */.gl)(inputs, env, cwd);
    const parsed = await (0,load_recipe/* loadRecipe */.Tc)(file, { env: environment, cwd, inputs, mode: 'validate' });
    if (!parsed.ok) {
        const cure = parsed.error.map(diagnostic/* formatDiagnostic */.xy).join('\n');
        throw new errors/* AppError */.u(`The recipe '${file}' is wrong`, { kind: 'input', code: 'invalid-recipe', cure });
    }
    const { recipe, references } = parsed.value;
    const open = openOptions({ file, text: await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8') }, environment);
    const repository = await repositoryOf(given, cwd);
    const plans = rolePlans({
        options: { ...recipe.source, columnStatistics },
        kept: { first: (0,kept_values/* keptBy */.m)(references.filter(settle_recipe/* isInAws */.D)), last: (0,kept_values/* keptBy */.m)(references.filter((one) => !(0,settle_recipe/* isInAws */.D)(one))) },
        region: regionOf(parsed.value, inputs.identity.region),
        role,
        repository,
        branch,
        pullRequests
    });
    const hints = [
        ...(repository.id === null ? [NUMBERS] : []),
        ...(open.length === 0 ? [] : [`Taken as their defaults, as their variables are not set: ${open.join(', ')}`])
    ];
    if (format === 'terraform') {
        const text = terraformOf(plans, `What ${file} needs of AWS, and who may ask: branch ${branch}${pullRequests ? ' and pull requests' : ''} of ${repository.owner}/${repository.name}.`);
        return { text, next: () => [...hints, 'Set the repository variable AWS_ROLE to the ARN of the role'] };
    }
    if (plans.some(({ arn }) => arn === null)) {
        throw make_iam_wrong('The account of the role is not known, and JSON has no variables', 'write --role ARN, or set AWS_ROLE');
    }
    return { text: jsonOf(plans), next: (path) => [...hints, ...jsonSteps(plans, path)] };
}
const NUMBERS = 'A repository made, renamed or transferred since 15 July 2026 has numbers in its tokens: write --repository OWNER@ID/NAME@ID';
const make_iam_wrong = (message, cure) => new errors/* AppError */.u(message, { kind: 'input', code: 'scaffold', cure });
/**
 * Options whose values are not known here; a role that is not known is one to be made.
 * @throws AppError when it is not known who assumes whom, or by which external id.
 */
function openOptions(written, env) {
    const open = (0,open_texts/* openTexts */.n)(written, ['source', 'config'], env);
    const ofRoles = open.filter(({ path: [name] }) => name === 'aws_role');
    const [first] = ofRoles;
    const isOneRole = ofRoles.length === 1 && first?.path.length === 1;
    if (first !== undefined && !isOneRole) {
        throw new errors/* AppError */.u(`${written.file}:${first.at.line}:${first.at.column} aws_role depends on ${(0,quote/* quoted */.TL)(first.written)}, whose value is not known here`, {
            kind: 'input',
            code: 'missing-variable',
            cure: 'set its variables in the environment, or give them by --env-file'
        });
    }
    return open.flatMap(({ path: [name = ''] }) => (name === 'aws_role' || name === 'aws_region' ? [] : [name]));
}
function regionOf({ recipe }, region) {
    const known = recipe.source.aws.region ?? region;
    if (known !== null && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/u.test(known))
        return known;
    throw make_iam_wrong('The region of the catalogue is not known', 'set AWS_REGION, or give the recipe an aws_region');
}
const jsonOf = (plans) => `${JSON.stringify({
    roles: plans.map(({ arn, trust, permissions }) => ({
        role: arn?.arn,
        trustPolicy: trust,
        permissionsPolicy: permissions
    }))
}, null, 2)}\n`;
const jsonSteps = ([first], file) => {
    const part = (name) => `"$(jq '.roles[0].${name}' ${file})"`;
    const arn = first?.arn ?? null;
    const name = arn?.name ?? USUAL_ROLE;
    const path = arn === null || pathOfRole(arn) === '/' ? '' : ` --path ${pathOfRole(arn)}`;
    return [
        `aws iam create-role --role-name ${name}${path} --assume-role-policy-document ${part('trustPolicy')}`,
        `aws iam put-role-policy --role-name ${name} --policy-name datahub-glue --policy-document ${part('permissionsPolicy')}`
    ];
};

;// CONCATENATED MODULE: ./lib/app/scaffold/schema-line.js

const OF_A_REPOSITORY = /^([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)@([\w./-]+)$/u;
/**
 * The comment by which editors find the JSON Schema of a file (yaml-language-server): that of the action's own version, or
 * where the action is a folder of the same repository the file there. `path` is the file's own.
 */
function schemaLine(name, uses, path) {
    return `# yaml-language-server: $schema=${placeOf(name, uses, path)}\n`;
}
function placeOf(name, uses, path) {
    const [, repository, folder = '', ref] = OF_A_REPOSITORY.exec(uses) ?? [];
    if (repository !== undefined && ref !== undefined) {
        return `https://raw.githubusercontent.com/${repository}/${ref}${folder}/dist/schema/${name}`;
    }
    return external_node_path_.posix.relative(external_node_path_.posix.dirname(path.replaceAll('\\', '/')), external_node_path_.posix.join(uses, 'dist/schema', name));
}

;// CONCATENATED MODULE: ./lib/app/scaffold/starters.js


/** A recipe to begin with: everything that differs between places is a variable. */
const STARTER_RECIPE = `# What is read from AWS Glue, and where it goes. Variables are set in the workflow, or on the command line.
source:
  type: glue
  config:
    aws_region: '\${AWS_DEFAULT_REGION}'
    aws_role: '\${AWS_ROLE}'
    # Jobs need permissions beyond those for tables (glue:GetJobs, s3:GetObject).
    extract_transforms: '\${GLUE_EXTRACT_TRANSFORMS:-false}'
    # Only some databases or tables:
    # database_pattern: { allow: ['^sales'] }
    # table_pattern: { deny: ['.*\\._tmp_.*'] }
sink:
  type: datahub-rest
  config:
    server: '\${GMS_URL}'
`;
/** A DAG of these recipes, side by side, with a check behind each. */
function starterDag(recipes) {
    const ids = taskIds(recipes);
    const tasks = recipes.flatMap((recipe, index) => {
        const id = ids[index] ?? '';
        return [
            `  - task_id: ${yamlText(id)}`,
            `    recipe: ${yamlText(recipe)}`,
            '',
            `  - task_id: ${yamlText(`${id}_enough`)}`,
            `    check: { task: ${yamlText(id)}, assert: [tables >= 1, undelivered == 0] }`,
            '    retries: 0',
            ''
        ];
    });
    return [
        '# Recipes as a DAG, with the words and semantics of Airflow.',
        '#   datahub-glue dag recipes/dag.yml',
        'dag_id: glue-catalogues',
        "schedule: '37 3 * * *'",
        'timezone: UTC',
        '',
        'default_args:',
        '  retries: 2',
        '  retry_delay: 30s',
        '  retry_exponential_backoff: 2',
        '  max_retry_delay: 5m',
        '  retry_rules:',
        '    # What a person has to mend first does not get better by trying again.',
        '    - { errors: [denied, input], action: fail }',
        '  execution_timeout: 45m',
        '',
        'tasks:',
        ...tasks
    ]
        .join('\n')
        .replace(/\n+$/u, '\n');
}
/** The names of the files; a name that comes twice is numbered. */
function taskIds(recipes) {
    const taken = new Set();
    return recipes.map((recipe) => {
        const name = external_node_path_.posix
            .basename(recipe)
            .replace(/\.\w+$/u, '')
            .replace(/[^\w-]/gu, '_') || 'recipe';
        let id = name;
        for (let number = 2; taken.has(id) || taken.has(`${id}_enough`); number++)
            id = `${name}_${number}`;
        taken.add(id).add(`${id}_enough`);
        return id;
    });
}

;// CONCATENATED MODULE: ./lib/app/scaffold/dispatch-inputs.js
/** GitHub takes 25 inputs; two are those of every DAG. */
const MOST = 23;
const TAKEN = new Set(['tasks', 'clear']);
const ONE_FOR_ALL = {
    inputs: [{ id: 'params', description: 'Params of the run, as a JSON object', type: 'string', fallback: '{}' }],
    expression: `\${{ inputs.params || '{}' }}`
};
/** Each param becomes an input by its JSON Schema; lists and objects are written as JSON. */
function paramInputs(params) {
    if (params.length > MOST)
        return ONE_FOR_ALL;
    const ids = new Set();
    const made = params.map((param) => ({ param, input: inputOf(param, idOf(param.name, ids)) }));
    if (made.length === 0)
        return { inputs: [], expression: "'{}'" };
    const members = made.map(({ param }, index) => `${braced(JSON.stringify(param.name))}:{${index}}`);
    const values = made.map(({ input, param }) => (isText(param) ? `toJSON(inputs.${input.id})` : `inputs.${input.id}`));
    const json = `format('{{${members.join(',')}}}', ${values.join(', ')})`;
    return {
        inputs: made.map(({ input }) => input),
        expression: `\${{ github.event_name == 'workflow_dispatch' && ${json} || '{}' }}`
    };
}
const EXPRESSION = '${{';
const isExpression = (value) => typeof value === 'string' && value.includes(EXPRESSION);
/** In a text of `format` braces are written twice, and in a text of an expression single quotes. */
const braced = (text) => text.replace(/[{}]/gu, '$&$&').replaceAll("'", "''");
function idOf(name, taken) {
    const plain = name.replace(/\W/gu, '_');
    const begun = /^[A-Za-z_]/u.test(plain) && !TAKEN.has(plain.toLowerCase()) ? plain : `param_${plain}`;
    let id = begun;
    for (let number = 2; taken.has(id.toLowerCase()); number++)
        id = `${begun}_${number}`;
    taken.add(id.toLowerCase());
    return id;
}
function inputOf(param, id) {
    const { description, fallback } = param;
    const type = typeOf(param);
    // GitHub refuses expressions in descriptions.
    const told = (description === '' ? param.name : description).replaceAll(EXPRESSION, '{{');
    const options = type === 'choice' ? { options: choicesOf(param) ?? [] } : {};
    return {
        id,
        description: isText(param) || type !== 'string' ? told : `${told} (JSON)`,
        type,
        fallback: fallback === undefined ? null : textOf(fallback, param),
        ...options
    };
}
/** GitHub refuses expressions in defaults too; JSON can write them otherwise. */
const textOf = (value, param) => isText(param) && typeof value === 'string' ? value : JSON.stringify(value).replaceAll(EXPRESSION, '\\u0024{{');
/** Whether what is typed is the value itself, and not JSON. */
const isText = (param) => (param.schema.type === 'string' && !isExpression(param.fallback)) || choicesOf(param) !== null;
function typeOf(param) {
    const { type } = param.schema;
    if (choicesOf(param) !== null)
        return 'choice';
    if (type === 'boolean')
        return 'boolean';
    return type === 'integer' || type === 'number' ? 'number' : 'string';
}
/** A choice is one of a few texts. */
function choicesOf({ schema, fallback }) {
    const { enum: values } = schema;
    const fit = (value) => typeof value === 'string' && !isExpression(value);
    if (!Array.isArray(values) || values.length === 0 || !values.every(fit))
        return null;
    return fallback === undefined || values.some((value) => value === fallback) ? values : null;
}

;// CONCATENATED MODULE: ./lib/app/scaffold/workflows.js



const ID_TOKEN = "GitHub's OIDC token, which AWS STS takes for the role";
const workflows_TOKEN = `\${{ secrets.DATAHUB_GMS_TOKEN }}`;
const OUT = `\${{ runner.temp }}/datahub-glue`;
const only = (id, description) => ({ id, description, type: 'string', fallback: '' });
const given = (id, otherwise) => `\${{ inputs.${id} || '${otherwise.replaceAll("'", "''")}' }}`;
/** The workflow of a DAG file. */
function dagWorkflow(dagFile, { file, uses, variables }) {
    const { dagId } = dagFile.spec;
    const { inputs, expression } = paramInputs(dagFile.params);
    return workflowText({
        about: 'Runs a DAG of recipes on a schedule, and by hand. "Re-run failed jobs" goes on with what failed.',
        name: 'Run DAG',
        cron: dagFile.schedule ?? oddCron(dagId),
        timezone: dagFile.timezone,
        inputs: [
            ...inputs,
            only('tasks', 'The only tasks to run; TASK+ with all after it'),
            only('clear', 'Tasks to run again in the last run; TASK+ with all after it')
        ],
        group: `datahub-glue-dag-${dagId}`,
        job: { id: 'dag', name: 'Run the DAG', minutes: 180 },
        permissions: {
            'actions: read': 'the records that earlier attempts and runs have kept as artifacts',
            'id-token: write': ID_TOKEN,
            'contents: read': 'the DAG and its recipes, by actions/checkout'
        },
        variables,
        checkout: 'Check out the DAG',
        step: {
            name: 'Run the DAG',
            uses,
            with: {
                command: 'dag',
                dag: file,
                ...(inputs.length === 0 ? {} : { params: expression }),
                tasks: given('tasks', ''),
                clear: given('clear', ''),
                'github-token': `\${{ github.token }}`,
                'gms-token': workflows_TOKEN
            }
        },
        upload: {
            about: 'A later attempt goes on from this record. The dag_id is part of its name.',
            step: 'Keep the record',
            name: `datahub-glue-dagrun-${dagId}`,
            path: `${OUT}/*`
        }
    });
}
/** What the workflow of a recipe is called, and its group: each recipe has its own, since a group runs one at a time. */
function ingestName(file) {
    const name = external_node_path_.posix
        .basename(file)
        .replace(/\.\w+$/u, '')
        .replace(/[^\w.-]/gu, '_');
    return name === 'glue' ? 'ingest' : `ingest-${name}`;
}
/** The workflow of a recipe. */
function recipeWorkflow({ file, uses, variables }) {
    return workflowText({
        about: 'Ingests the Glue catalogue into DataHub on a schedule, and by hand.',
        name: 'Ingest Glue',
        cron: oddCron(file),
        timezone: 'UTC',
        inputs: [
            { id: 'dry-run', description: 'Read and map everything, write nothing', type: 'boolean', fallback: 'false' }
        ],
        group: `datahub-glue-${ingestName(file)}`,
        job: { id: 'ingest', name: 'Ingest', minutes: 60 },
        permissions: { 'id-token: write': ID_TOKEN, 'contents: read': 'the recipe, by actions/checkout' },
        variables,
        checkout: 'Check out the recipe',
        step: { name: 'Ingest', uses, with: { recipe: file, 'dry-run': given('dry-run', 'false'), 'gms-token': workflows_TOKEN } },
        upload: { about: null, step: 'Keep the report', name: 'datahub-glue-report-glue', path: `${OUT}/*.json` }
    });
}
const MINUTES = 60;
/** Some minute after three in the morning that is no multiple of five, always the same for a name. */
function oddCron(name) {
    const sum = [...name].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7);
    const minute = sum % MINUTES;
    return `${minute % 5 === 0 ? minute + 2 : minute} 3 * * *`;
}

;// CONCATENATED MODULE: ./lib/app/scaffold/scaffold.js













/** Makes a recipe, a DAG file or a workflow to begin with (model/request.ts App). */
async function scaffold(request, cwd) {
    const { text, path, next } = await MAKERS[request.kind](request, cwd);
    const place = request.output ?? path;
    if (place === '-')
        return { text, path: null, next: [] };
    await write((0,external_node_path_.resolve)(cwd, place), text, { place, force: request.force });
    return { text, path: place, next: next(place) };
}
const MAKERS = {
    recipe: makeRecipe,
    dag: makeDag,
    workflow: makeWorkflow,
    checks: makeChecks,
    iam: makeRoles
};
const RECIPE = 'recipes/glue.yml';
const DAG = 'recipes/dag.yml';
async function makeRecipe({ files, output, uses }) {
    const [surplus] = files;
    if (surplus !== undefined)
        throw scaffold_wrong(`A recipe is made from nothing, not from '${surplus}'`, 'name its place with --output');
    return {
        text: schemaLine('recipe.schema.json', uses, placed(output, RECIPE)) + STARTER_RECIPE,
        path: RECIPE,
        next: (path) => [`datahub-glue validate ${path}`, `datahub-glue scaffold workflow ${path}`]
    };
}
async function makeDag({ files, output, uses }, cwd) {
    const found = await readAll(files.length > 0 ? files : ['recipes'], cwd);
    const recipes = found.filter((file) => !(0,parse/* isDagText */.A)(file)).map(({ file }) => file);
    if (recipes.length === 0)
        throw scaffold_wrong('There is no recipe to make a DAG of', "make one with 'datahub-glue scaffold recipe'");
    return {
        text: schemaLine('dag.schema.json', uses, placed(output, DAG)) + starterDag(recipes),
        path: output ?? DAG,
        next: (path) => [`datahub-glue validate ${path}`, `datahub-glue scaffold workflow ${path}`]
    };
}
/** Where a file will stand: what goes to standard output is meant for its usual place. */
const placed = (output, usual) => (output === null || output === '-' ? usual : output);
async function makeWorkflow({ files: [file, ...others], uses }, cwd) {
    if (others.length > 0)
        throw scaffold_wrong('A workflow runs one recipe or one DAG file', 'make a DAG of several recipes');
    const [read] = file === undefined ? await firstOf([DAG, RECIPE], cwd) : await readAll([file], cwd);
    if (read === undefined)
        throw scaffold_wrong('There is no recipe to make a workflow for', "make one with 'datahub-glue scaffold recipe'");
    const name = external_node_path_.posix.normalize(read.file.replaceAll('\\', '/'));
    if (name.includes('${{'))
        throw scaffold_wrong(`'${name}' would be an expression in a workflow`, 'give the file another name');
    const folder = '.github/workflows';
    const next = () => [...SET_VARIABLES, ...pinned(uses), 'datahub-glue scaffold checks'];
    if (!(0,parse/* isDagText */.A)(read)) {
        told(read, (0,yaml/* parseConfigFile */.me)(read));
        return {
            text: recipeWorkflow({ file: name, uses, variables: variablesIn([read], []) }),
            path: `${folder}/${ingestName(name)}.yml`,
            next
        };
    }
    const dag = told(read, (0,parse/* parseDagFile */.W)(read));
    const patterns = dag.recipes.map(({ pattern }) => pattern);
    const recipes = patterns.length === 0 ? [] : await readAll(patterns, cwd);
    const text = dagWorkflow(dag.dagFile, { file: name, uses, variables: variablesIn(recipes, [read]) });
    return { text, path: `${folder}/${external_node_path_.posix.basename(name).replace(/\.\w+$/u, '')}.yml`, next };
}
const CHECKS = '.github/workflows/validate-recipes.yml';
async function makeChecks({ files, uses }, cwd) {
    const recipes = files.length > 0 ? files.map((file) => external_node_path_.posix.normalize(file.replaceAll('\\', '/'))) : ['recipes'];
    const odd = recipes.find((recipe) => recipe.includes('${{') || /[\n\r]/u.test(recipe));
    if (odd !== undefined)
        throw scaffold_wrong(`'${odd}' means something else in a workflow`, 'give the file another name');
    const found = (await readAll(recipes, cwd)).filter((file) => !(0,parse/* isDagText */.A)(file));
    return {
        text: checksWorkflow({ recipes, uses, variables: variablesIn(found, []) }),
        path: CHECKS,
        next: () => [
            ...SET_VARIABLES,
            "Let the role's trust policy take the subject repo:OWNER/NAME:pull_request",
            ...pinned(uses)
        ]
    };
}
const SET_VARIABLES = ['Set the variables that it names, under Settings, Secrets and variables, Actions'];
const pinned = (uses) => uses.startsWith('./') ? [] : ['Pin the action in it to the full commit sha of the version that you use (--uses)'];
const IAM = 'datahub-glue.tf';
async function makeRoles({ files: [file, ...others], output, iam }, cwd) {
    if (others.length > 0)
        throw scaffold_wrong('Roles are made for one recipe', 'call it once for each, with --output');
    if (iam === undefined)
        throw new Error('roles are made for somebody');
    const [recipe, surplus] = file === undefined ? await firstOf([RECIPE], cwd) : await readAll([file], cwd);
    if (surplus !== undefined)
        throw scaffold_wrong(`'${file}' names several recipes`, 'name one of them');
    if (recipe === undefined)
        throw scaffold_wrong('There is no recipe to make roles for', "make one with 'datahub-glue scaffold recipe'");
    if (output !== null && !/^-$|\.(?:tf|json)$/u.test(output))
        throw scaffold_wrong(`'${output}' is neither Terraform nor JSON`, 'let it end in .tf or .json');
    const format = output?.endsWith('.json') === true ? 'json' : 'terraform';
    return { path: IAM, ...(await makeIam(recipe.file, iam, { cwd, format })) };
}
/** @throws AppError with the first of what is wrong. */
function told({ file }, parsed) {
    if (parsed.ok)
        return parsed.value;
    const [first] = parsed.error;
    const place = first === undefined ? file : `${file}:${first.line}:${first.column}`;
    throw scaffold_wrong(`${place} ${first?.message ?? 'cannot be read'}`, `'datahub-glue validate ${file}' tells all that is wrong`);
}
async function readAll(patterns, cwd) {
    const files = await (0,find_files/* findFiles */.l)(patterns, cwd);
    return Promise.all(files.map(async (file) => ({ file, text: await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8') })));
}
/** The first of these files that is there. */
async function firstOf(paths, cwd) {
    for (const file of paths) {
        try {
            return [{ file, text: await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8') }];
        }
        catch (error) {
            if ((0,http_error/* codeOf */.$N)(error) !== 'ENOENT')
                throw error;
        }
    }
    return [];
}
const ANOTHER = 'give another place with --output, or --force';
async function write(path, text, { place, force }) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text, { flag: force ? 'w' : 'wx' });
    }
    catch (error) {
        if ((0,http_error/* codeOf */.$N)(error) === 'EEXIST')
            throw new errors/* AppError */.u(`${place} is there already`, { kind: 'input', code: 'file-exists', cure: ANOTHER });
        throw scaffold_wrong(`${place} cannot be written: ${(0,errors/* messageOf */.b)(error)}`, 'give another place with --output');
    }
}
const scaffold_wrong = (message, cure) => new errors/* AppError */.u(message, { kind: 'input', code: 'scaffold', cure });


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

/***/ 2421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ expandedNode),
/* harmony export */   n: () => (/* binding */ openTexts)
/* harmony export */ });
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _core_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1937);
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5232);



/** The node at a path of a file, variables filled in as far as they are known; undefined: there is none. */
function expandedNode({ file, text }, path, env) {
    const document = (0,_core_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfigFile */ .me)({ file, text });
    if (!document.ok || document.value.root?.kind !== 'map')
        return undefined;
    const { root } = (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expandTree */ .r)(document.value.root, { file, env, mayBeOpen: () => true, values: new Map() });
    return path.reduce(_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5, root);
}
/** What names variables that are not set, or values that AWS keeps, below a path of a recipe. */
function openTexts(file, path, env) {
    const node = expandedNode(file, path, env);
    return node === undefined ? [] : openIn(node, []);
}
function openIn(node, path) {
    if (node.kind === 'map')
        return node.entries.flatMap(({ key, value }) => openIn(value, [...path, (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)(key)]));
    if (node.kind === 'list')
        return node.items.flatMap((item, index) => openIn(item, [...path, String(index)]));
    return (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(node) ? [{ path, written: node.written ?? String(node.value), at: node.at }] : [];
}


/***/ })

};
