import { describe, expect, it } from '@jest/globals'
import { parseRecipe } from '../../src/recipe/parse.ts'

const GMS = 'http://gms:8080'
const RECIPE = `
source: { type: glue, config: { aws_region: eu-central-1 } }
sink: { type: datahub-rest, config: { server: '${GMS}' } }`

/** The token and `auth` of a sink, and what is hidden. */
function credentials(env: Readonly<Record<string, string>>, gmsToken: string | null = null, text = RECIPE) {
  const parsed = parseRecipe({ file: 'r.yml', text, env, mode: 'ingest', defaults: { gmsUrl: GMS, gmsToken } })
  if (!parsed.ok) return parsed.error.map(({ message }) => message)
  const { sink } = parsed.value.recipe
  if (sink.type !== 'datahub-rest') throw new Error('the sink is another')
  return { token: sink.token, auth: sink.auth, secrets: parsed.value.secrets }
}

const OIDC = {
  DATAHUB_AUTH_TYPE: 'oidc_client_credentials',
  DATAHUB_AUTH_TOKEN_ENDPOINT: 'https://idp/token',
  DATAHUB_AUTH_CLIENT_ID: 'glue',
  DATAHUB_AUTH_CLIENT_SECRET: 's3cret',
  DATAHUB_AUTH_SCOPE: ''
}

describe('a sink without credentials takes those that the environment describes', () => {
  it('of any provider there is', () => {
    expect(credentials(OIDC)).toEqual({
      token: null,
      secrets: ['s3cret'],
      auth: {
        type: 'oidc',
        endpoint: 'https://idp/token',
        clientId: 'glue',
        clientSecret: 's3cret',
        scope: null,
        audience: null
      }
    })
    const azure = {
      DATAHUB_AUTH_TYPE: 'azure_entra',
      DATAHUB_AUTH_AZURE_TENANT_ID: 't',
      DATAHUB_AUTH_AZURE_CLIENT_ID: 'c',
      DATAHUB_AUTH_AZURE_SCOPE: 's'
    }
    const auth = { type: 'azure', tenantId: 't', clientId: 'c', scope: 's', clientSecret: null }
    expect(credentials(azure)).toMatchObject({ token: null, auth })
    expect(credentials({ DATAHUB_AUTH_TYPE: 'k8s_oidc', DATAHUB_AUTH_AUDIENCE: 'a' })).toMatchObject({
      auth: { type: 'file', path: '/var/run/secrets/eks.amazonaws.com/serviceaccount/token' }
    })
  })

  it('before the token of the inputs, which is the one of pat without a file', () => {
    expect(credentials(OIDC, 'input')).toMatchObject({ token: null, auth: { type: 'oidc' } })
    expect(credentials({ DATAHUB_AUTH_TYPE: 'pat' }, 'input')).toMatchObject({ token: 'input', auth: null })
    const both = { DATAHUB_AUTH_TYPE: 'pat', DATAHUB_AUTH_TOKEN_FILE: 'token.txt' }
    expect(credentials(both, 'input')).toMatchObject({ token: null, auth: { type: 'file', path: 'token.txt' } })
    expect(credentials({ DATAHUB_AUTH_TYPE: 'pat' })).toEqual([
      'DATAHUB_AUTH_TYPE is pat, which lacks DATAHUB_AUTH_TOKEN_FILE or DATAHUB_GMS_TOKEN'
    ])
  })

  it('and none of a type that there is not', () => {
    for (const type of ['PAT', 'constructor', 'oauth_session'])
      expect(credentials({ DATAHUB_AUTH_TYPE: type }, 'input')).toEqual([
        'DATAHUB_AUTH_TYPE is none of the token providers that variables describe'
      ])
  })

  it('and none that has its own, or goes to another server', () => {
    const own = RECIPE.replace(`'${GMS}'`, `'${GMS}', token: own`)
    expect(credentials(OIDC, 'input', own)).toMatchObject({ token: 'own', auth: null })
    const other = RECIPE.replace(GMS, 'http://other:8080')
    expect(credentials(OIDC, 'input', other)).toMatchObject({ token: null, auth: null })
  })
})
