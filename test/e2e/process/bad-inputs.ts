// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { ACCOUNT } from '../../emulator/aws/aws.ts'
import { defaultRole, type StandInOptions, type StandIns } from '../../emulator/stand-ins.ts'
import { TEMPLATE } from './scene.ts'

/** One thing that a user gets wrong, and what has to be said about it. */
export interface BadInput {
  readonly name: string
  /** The checkout. Default: recipes/glue.yml as it is. */
  readonly files?: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  /** What the environment says instead; undefined: the variable is not there. */
  readonly env?: (standIns: StandIns) => Readonly<Record<string, string | undefined>>
  readonly standIns?: Partial<StandInOptions>
  readonly exitCode: 1 | 2 | 3
  /** The codes that the report gives it: the one that matters, and what follows from it. */
  readonly codes: readonly [string, ...string[]]
  /** The line that says what is wrong. */
  readonly says: RegExp
  /** How to mend it. */
  readonly cure: RegExp
}

/** recipes/glue.yml with one part of it written otherwise. */
function recipe(from: string, to: string): Readonly<Record<string, string>> {
  if (!TEMPLATE.includes(from)) throw new Error(`recipes/glue.yml does not hold ${from}`)
  return { 'recipes/glue.yml': TEMPLATE.replace(from, to) }
}

/** Without the pauses between retries, which are not what is tested here. */
const IMPATIENT = recipe("server: '${GMS_URL}'", "server: '${GMS_URL}'\n    retry_max_times: 1")

/** A port of this machine at which nobody listens: 1 is reserved, and needs more rights than a test has. */
const NOBODY = 'http://127.0.0.1:1'

/** The faults of the recipe itself: nobody is asked anything. */
export const BAD_RECIPES: readonly BadInput[] = [
  {
    name: 'missing file',
    inputs: { recipe: 'recipes/gleu.yml' },
    exitCode: 2,
    codes: ['file-not-found'],
    says: /recipes\/gleu\.yml/u,
    cure: /actions\/checkout/u
  },
  {
    name: 'bad YAML',
    files: recipe('    aws_region:', '\taws_region:'),
    exitCode: 2,
    codes: ['yaml-syntax'],
    says: /recipes\/glue\.yml:4:1.*tab/u,
    cure: /spaces/u
  },
  {
    name: 'unknown source type',
    files: recipe('type: glue', 'type: gleu'),
    exitCode: 2,
    codes: ['unknown-source'],
    says: /recipes\/glue\.yml:2:\d+.*gleu/u,
    cure: /glue/u
  },
  {
    name: 'unknown key',
    files: recipe('aws_region:', 'aws_regoin:'),
    exitCode: 2,
    codes: ['unknown-key'],
    says: /recipes\/glue\.yml:4:5.*aws_regoin/u,
    cure: /aws_region/u
  },
  {
    name: 'missing variables, all of them at once',
    env: () => ({ AWS_ROLE: undefined, GLUE_EXTRACT_TRANSFORMS: undefined, GMS_URL: undefined }),
    exitCode: 2,
    codes: ['missing-variable', 'missing-variable', 'missing-variable'],
    says: /AWS_ROLE/u,
    cure: /env/u
  },
  {
    name: 'bad regular expression',
    files: recipe("    aws_role: '${AWS_ROLE}'", "    table_pattern:\n      deny: ['sales\\..*_tmp', '[a-']"),
    exitCode: 2,
    codes: ['bad-pattern'],
    says: /recipes\/glue\.yml:6:\d+.*\[a-/u,
    cure: /Python/u
  },
  {
    name: 'a region that cannot be one',
    env: () => ({ AWS_DEFAULT_REGION: 'frankfurt' }),
    exitCode: 2,
    codes: ['invalid-input'],
    says: /frankfurt/u,
    cure: /eu-central-1/u
  }
]

/** What only GitHub, AWS or GMS can tell. */
export const BAD_SURROUNDINGS: readonly BadInput[] = [
  {
    name: 'unreachable GMS',
    files: IMPATIENT,
    env: () => ({ GMS_URL: NOBODY }),
    exitCode: 3,
    codes: ['gms-unreachable'],
    says: /http:\/\/127\.0\.0\.1:1\b.*refused/u,
    cure: /self-hosted runner/u
  },
  {
    name: '401 from GMS: no token',
    standIns: { gms: { token: 'right', configNeedsToken: true } },
    exitCode: 3,
    codes: ['gms-unauthorized'],
    says: /127\.0\.0\.1.*token/u,
    cure: /gms-token/u
  },
  {
    name: '401 from GMS: a wrong token, which is not shown',
    inputs: { 'gms-token': 'wrong-token-of-the-test' },
    standIns: { gms: { token: 'right' } },
    exitCode: 3,
    codes: ['gms-unauthorized', 'gms-undelivered'],
    says: /token/u,
    cure: /gms-token/u
  },
  {
    name: '403 from GMS: the token may write nothing',
    standIns: {
      gms: { faults: [{ match: 'ingestProposal', status: 403, message: 'Unauthorized to perform this action.' }] }
    },
    exitCode: 1,
    codes: ['gms-rejected'],
    says: /the token may not write it/u,
    cure: /Edit Entity.*Settings, Permissions, Policies/u
  },
  {
    name: 'GMS answers HTML',
    standIns: {
      gms: {
        faults: [
          { status: 200, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><title>DataHub</title>' }
        ]
      }
    },
    exitCode: 3,
    codes: ['gms-not-gms'],
    says: /web page/u,
    cure: /\/api\/gms/u
  },
  {
    name: 'denied role',
    standIns: { roles: [defaultRole(`arn:aws:iam::${ACCOUNT}:role/datahub-glue`, 'someone/else')] },
    exitCode: 3,
    codes: ['role-not-trusting'],
    says: /role\/datahub-glue/u,
    cure: /repo:example\/data-platform:ref:refs\/heads\/main[\s\S]*repo:example@\d+\/data-platform@\d+:ref:refs\/heads\/main/u
  },
  {
    name: 'no id-token permission',
    env: () => ({ ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }),
    exitCode: 3,
    codes: ['oidc-permission-missing'],
    says: /id-token: write/u,
    cure: /permissions:\s+id-token: write/u
  },
  {
    name: 'an account that is not allowed',
    inputs: { 'allowed-account-ids': '999988887777' },
    exitCode: 3,
    codes: ['account-not-allowed'],
    says: new RegExp(ACCOUNT, 'u'),
    cure: /allowed-account-ids/u
  },
  {
    name: 'a role without Glue permissions',
    standIns: {
      aws: { glue: {}, faults: [{ match: '^GetDatabases', code: 'AccessDeniedException', status: 400, message: 'no' }] }
    },
    exitCode: 3,
    codes: ['glue-access-denied'],
    says: /may not list the databases/u,
    cure: /glue:GetDatabases/u
  }
]
