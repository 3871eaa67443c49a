import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { CreateDatabaseCommand, CreateTableCommand, GlueClient, type TableInput } from '@aws-sdk/client-glue'
import type { Catalogue, TableJson } from '../../emulator/catalogue/types.ts'

/** The region and the account that moto plays. */
export const REGION = 'eu-west-1'
export const ACCOUNT = '123456789012'

/** A running moto server: STS, Glue and the rest of AWS behind one address. */
export interface Moto {
  readonly url: string
  /** Puts a catalogue into its Glue, without the members that only AWS sets. */
  fill(catalogue: Catalogue): Promise<void>
  close(): Promise<void>
}

const ATTEMPTS = 600

/** Starts moto_server, from the variable MOTO_SERVER or the PATH, on a free port. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.env.MOTO_SERVER ?? 'moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore'
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`moto_server ended with ${String(code)}`)))
  })
  failed.catch(() => undefined)
  await Promise.race([failed, answers(`${url}/moto-api/`)])
  return {
    url,
    fill: (catalogue) => fill(url, catalogue),
    close: async () => {
      child.kill('SIGTERM')
      await ended
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** Waits for the server's first answer. Another process cannot be waited for but by asking. */
async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing answers at ${url}`)
}

async function fill(endpoint: string, catalogue: Catalogue): Promise<void> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = new GlueClient({ endpoint, region: REGION, credentials })
  try {
    for (const { database, tables } of catalogue) {
      const { CreateTime: _created, CatalogId: _catalog, ...DatabaseInput } = database
      await client.send(new CreateDatabaseCommand({ DatabaseInput }))
      for (const table of tables) {
        const command = new CreateTableCommand({ DatabaseName: database.Name, TableInput: tableInput(table) })
        await client.send(command)
      }
    }
  } finally {
    client.destroy()
  }
}

/** What CreateTable takes of a table as GetTables gives it. */
const TABLE_INPUT = [
  'Name',
  'Description',
  'Owner',
  'Retention',
  'StorageDescriptor',
  'PartitionKeys',
  'ViewOriginalText',
  'ViewExpandedText',
  'TableType',
  'Parameters'
]

function tableInput(table: TableJson): TableInput {
  const members = Object.entries(table).filter(([name]) => TABLE_INPUT.includes(name))
  return { Name: table.Name, ...Object.fromEntries(members) }
}
