import { createHash, createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

/*
 * The least that a program in this language can do: pages through the catalogue, parses the answers, and posts as many
 * bytes in as many requests as an ingestion sends. No mapping, no retries; signatures only because AWS answers nobody
 * without them.
 *
 *   floor.js AWS_URL GMS_URL BYTES REQUESTS TABLES
 *
 * Fails when it has not read all tables: a floor that reads nothing says nothing.
 */

const DATABASES_AT_ONCE = 8
const POSTS_AT_ONCE = 15
const agent = new Agent({ keepAlive: true, maxSockets: DATABASES_AT_ONCE + POSTS_AT_ONCE })

const REGION = 'eu-west-1'
const KEY = { id: 'test', secret: 'test' }

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The headers of a call to Glue, signed by AWS's Signature Version 4. */
function signed(url: string, operation: string, body: Buffer): Readonly<Record<string, string>> {
  const moment = new Date().toISOString().replace(/[-:]|\.\d{3}/gu, '')
  const scope = [moment.slice(0, 8), REGION, 'glue', 'aws4_request']
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    host: new URL(url).host,
    'x-amz-date': moment,
    'x-amz-target': `AWSGlue.${operation}`
  }
  const names = Object.keys(headers).join(';')
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`)
  const canonical = ['POST', '/', '', lines.join(''), names, sha256(body)].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', moment, scope.join('/'), sha256(canonical)].join('\n')
  const key = scope.reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${KEY.secret}`)
  const credential = `Credential=${KEY.id}/${scope.join('/')}`
  const signature = hmac(key, toSign).toString('hex')
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names}, Signature=${signature}`
  }
}

function send(url: string, headers: Readonly<Record<string, string>>, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts).toString()))
    })
    call.on('error', reject)
    call.end(body)
  })
}

interface Answer {
  readonly DatabaseList?: readonly { readonly Name: string }[]
  readonly TableList?: readonly object[]
  readonly NextToken?: string
}

async function* pages(aws: string, operation: string, input: object): AsyncGenerator<Answer> {
  let token: string | undefined
  do {
    const body = Buffer.from(JSON.stringify(token === undefined ? input : { ...input, NextToken: token }))
    const answer = JSON.parse(await send(aws, signed(aws, operation, body), body)) as Answer
    yield answer
    token = answer.NextToken
  } while (token !== undefined)
}

/** Runs tasks side by side. */
async function atOnce(count: number, next: () => Promise<unknown> | null): Promise<void> {
  const lane = async (): Promise<void> => {
    for (let task = next(); task !== null; task = next()) await task
  }
  await Promise.all(Array.from({ length: count }, lane))
}

async function readAll(aws: string): Promise<number> {
  const names: string[] = []
  for await (const { DatabaseList = [] } of pages(aws, 'GetDatabases', {})) {
    names.push(...DatabaseList.map(({ Name }) => Name))
  }
  let tables = 0
  const read = async (DatabaseName: string): Promise<void> => {
    for await (const { TableList = [] } of pages(aws, 'GetTables', { DatabaseName })) tables += TableList.length
  }
  await atOnce(DATABASES_AT_ONCE, () => {
    const name = names.shift()
    return name === undefined ? null : read(name)
  })
  return tables
}

async function postAll(gms: string, bytes: number, requests: number): Promise<void> {
  const body = Buffer.alloc(Math.round(bytes / requests), 'x')
  let left = requests
  const url = `${gms}/aspects?action=ingestProposalBatch`
  await atOnce(POSTS_AT_ONCE, () => {
    if (left === 0) return null
    left -= 1
    return send(url, { 'content-type': 'application/json' }, body)
  })
}

const [aws = '', gms = '', bytes = '0', requests = '1', expected = '0'] = process.argv.slice(2)
const [tables] = await Promise.all([readAll(aws), postAll(gms, Number(bytes), Number(requests))])
process.stdout.write(`${tables} of ${expected} tables\n`)
if (tables !== Number(expected)) process.exitCode = 1
agent.destroy()
