import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ACCOUNT } from './aws/aws.ts'
import { jobsOf } from './catalogue/jobs.ts'
import { namedCatalogue } from './catalogue/named.ts'
import { type Catalogue, catalogueToJson } from './catalogue/types.ts'
import { REGION, ROLE_ARN, type StandInOptions, type StandIns, startStandIns } from './stand-ins.ts'

const { values } = parseArgs({
  options: {
    catalogue: { type: 'string', default: 'realistic' },
    tables: { type: 'string' },
    columns: { type: 'string' },
    databases: { type: 'string' },
    'view-every': { type: 'string' },
    seed: { type: 'string', default: '1' },
    'save-catalogue': { type: 'string' },
    'port-file': { type: 'string' },
    'port-aws': { type: 'string', default: '0' },
    'port-gms': { type: 'string', default: '0' },
    'port-oidc': { type: 'string', default: '0' },
    record: { type: 'string' },
    mode: { type: 'string', default: 'store' },
    token: { type: 'string' },
    'server-version': { type: 'string' },
    'accept-any-key': { type: 'boolean', default: false },
    'lf-tags': { type: 'string' },
    jobs: { type: 'string' },
    'keep-requests': { type: 'boolean', default: false },
    faults: { type: 'string', default: '{}' },
    options: { type: 'string', default: '{}' }
  }
})

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))
const keep = values['keep-requests'] ? 'bodies' : 'none'

/** Starts what the flags ask for; see README.md beside this file. */
async function main(): Promise<void> {
  const seed = Number(values.seed)
  const catalogue = catalogueOf(seed)
  if (values['save-catalogue'] !== undefined) {
    writeFileSync(values['save-catalogue'], JSON.stringify(catalogueToJson(catalogue), null, 1))
  }
  const standIns = await startStandIns({ catalogue, seed, ...serviceOptions(seed) })
  const line = JSON.stringify(description(standIns))
  if (values['port-file'] !== undefined) writeFileSync(values['port-file'], `${line}\n`)
  process.stdout.write(`${line}\n`)
  const stop = (): void => {
    end(standIns).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exitCode = 1
    })
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function catalogueOf(seed: number): Catalogue {
  const { tables, columns, databases } = values
  const size = {
    tables: numberOf(tables),
    columns: numberOf(columns),
    databases: numberOf(databases),
    viewEvery: numberOf(values['view-every'])
  }
  if (!values.catalogue.endsWith('.json')) return namedCatalogue(values.catalogue, { seed, ...size })
  return JSON.parse(readFileSync(values.catalogue, 'utf8')) as Catalogue
}

/** `--faults '{"gms": [rule…]}'` and `--options '{"aws": {"glue": {…}}}'`, on top of what the other flags say. */
function serviceOptions(seed: number): Pick<StandInOptions, 'oidc' | 'aws' | 'gms'> {
  const faults = JSON.parse(values.faults) as { oidc?: []; aws?: []; gms?: [] }
  const more = JSON.parse(values.options) as Pick<StandInOptions, 'oidc' | 'aws' | 'gms'>
  return {
    oidc: { keep, port: Number(values['port-oidc']), faults: faults.oidc ?? [], ...more.oidc },
    aws: {
      keep,
      port: Number(values['port-aws']),
      faults: faults.aws ?? [],
      ...(values['lf-tags'] === undefined ? {} : { lakeFormation: { tags: lfTagsKind(values['lf-tags']) } }),
      ...(values['accept-any-key'] ? { acceptAnyKey: { account: ACCOUNT } } : {}),
      ...more.aws,
      ...(values.jobs === undefined ? {} : { glue: { jobs: jobsOf(seed, Number(values.jobs)), ...more.aws?.glue } })
    },
    gms: {
      keep,
      port: Number(values['port-gms']),
      faults: faults.gms ?? [],
      recordInMemory: false,
      mode: values.mode === 'count' ? 'count' : 'store',
      ...(values.record === undefined ? {} : { recordTo: values.record }),
      ...(values.token === undefined ? {} : { token: values.token }),
      ...(values['server-version'] === undefined ? {} : { version: values['server-version'] }),
      ...more.gms
    }
  }
}

function lfTagsKind(text: string): 'plain' | 'odd' {
  if (text === 'plain' || text === 'odd') return text
  throw new Error(`--lf-tags is plain or odd, not ${text}`)
}

function description(standIns: StandIns): object {
  const { oidc, aws, gms, environment } = standIns
  return {
    pid: process.pid,
    oidc: oidc.url,
    aws: aws.url,
    gms: gms.url,
    account: ACCOUNT,
    region: REGION,
    role: ROLE_ARN,
    environment
  }
}

/** Stops, and prints one last line: what was accepted and asked, and what it cost. */
async function end(standIns: StandIns): Promise<void> {
  const { gms, aws } = standIns
  await standIns.close()
  const { user, system } = process.cpuUsage()
  const summary = {
    accepted: gms.accepted(),
    gmsRequests: Object.fromEntries(gms.counts),
    awsRequests: [...aws.counts.values()].reduce((sum, count) => sum + count, 0),
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024)
  }
  process.stdout.write(`${JSON.stringify(summary)}\n`)
}

await main()
