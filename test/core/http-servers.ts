import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { TlsOptions } from '../emulator/http/server.ts'

/** A server on a free port, which `close` ends with all its connections. */
export interface TestServer {
  readonly port: number
  readonly close: () => Promise<void>
}

export type Listener = (message: IncomingMessage, response: ServerResponse) => unknown

/** An HTTP server, or with certificates an HTTPS server, on all addresses of this machine. */
export function httpServer(listen: Listener, tls?: TlsOptions): Promise<TestServer> {
  const listener = (message: IncomingMessage, response: ServerResponse): void => void listen(message, response)
  if (tls === undefined) return started(createHttpServer(listener))
  const { key, cert, clientCa } = tls
  const client = clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true }
  return started(createHttpsServer({ key, cert, ...client }, listener))
}

/** A server that speaks nothing by itself: for answers that no HTTP library would send. */
export function tcpServer(serve: (socket: Socket) => void): Promise<TestServer> {
  return started(createTcpServer(serve))
}

/** A forward proxy as squid is one: absolute urls for http, CONNECT for https. `seen` has the request line of each. */
export async function proxyServer(
  seen: string[],
  answer: { readonly status?: number; readonly silent?: boolean; readonly login?: string } = {}
): Promise<TestServer> {
  return tcpServer((client) => {
    client.on('error', () => client.destroy())
    client.once('data', (head) => {
      const text = head.toString('latin1')
      seen.push(text.slice(0, text.indexOf('\r\n')))
      if (answer.silent === true) return
      const authorised = answer.login === undefined || text.includes(`Proxy-Authorization: Basic ${answer.login}`)
      const status = authorised ? (answer.status ?? 200) : 407
      if (status !== 200) {
        client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 5\r\nconnection: close\r\n\r\nnever`)
        return
      }
      const target = /^(?:CONNECT |\w+ http:\/\/)([^/ :]+):(\d+)/.exec(text)
      const server = connect(Number(target?.[2]), target?.[1], () => {
        if (text.startsWith('CONNECT')) client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        else server.write(head)
        client.pipe(server).pipe(client)
      })
      server.on('error', () => client.destroy())
    })
  })
}

/** A port of this machine on which nobody listens. */
export async function unusedPort(): Promise<number> {
  const server = await tcpServer(() => undefined)
  await server.close()
  return server.port
}

async function started(server: Server): Promise<TestServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { port, close }
}
