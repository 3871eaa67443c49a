import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import type { AwsOptions } from '../model/recipe.ts'

/** PEM texts: authorities to trust beside the usual ones, and who connections to AWS are made as. */
export interface Trust {
  readonly ca?: string
  readonly clientCertificate?: { readonly cert: string; readonly key: string }
}

/**
 * Reads the files that AWS_CA_BUNDLE, `proxy_ca_bundle` and `client_cert` name.
 * @throws AppError (input) when one cannot be read
 */
export async function trustOf({ advanced }: AwsOptions, env: Environment, cwd: string): Promise<Trust> {
  const bundle = env.AWS_CA_BUNDLE ?? ''
  const proxy = advanced?.proxyAuthorityPath ?? ''
  const client = advanced?.clientCertificate ?? null
  const authorities = [
    ...(bundle === '' ? [] : [await readPem(resolve(cwd, bundle), 'AWS_CA_BUNDLE')]),
    ...(proxy === '' ? [] : [await readPem(resolve(cwd, proxy), 'proxy_ca_bundle')])
  ]
  const certificate = async () => {
    if (client === null) return {}
    const cert = await readPem(resolve(cwd, client.certificatePath), 'client_cert')
    return { clientCertificate: { cert, key: await readPem(resolve(cwd, client.keyPath), 'client_cert') } }
  }
  return { ...(authorities.length === 0 ? {} : { ca: authorities.join('\n') }), ...(await certificate()) }
}

async function readPem(path: string, named: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new AppError(`The file that ${named} names cannot be read: ${messageOf(error)}`, {
      kind: 'input',
      code: 'certificate-file',
      cure: `let ${named} name a PEM file, or unset it`,
      cause: error
    })
  }
}
