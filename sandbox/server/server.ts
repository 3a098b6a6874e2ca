import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SandboxError } from '../backend/emulator.ts'
import type { Sandbox } from '../sandbox.ts'
import { adminCall } from './admin.ts'
import { awsCall } from './aws.ts'
import { githubCall, oidcCall } from './github.ts'
import { isGithub, send } from './http.ts'

/** Lets a sandbox answer on loopback; port 0 takes any free one. @throws SandboxError when the port is in use */
export async function listen(sandbox: Sandbox, port: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => void handle(sandbox, request, response))
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      fail(isTaken ? new SandboxError(`Port ${port} is in use. Choose another with --port, or end what listens there.`) : error)
    })
    server.listen(port, '127.0.0.1', done)
  })
  sandbox.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>((done) => server.close(() => done()))
    await sandbox.stop()
  }
  return { url: sandbox.url, close }
}

async function handle(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', sandbox.url)
    if (url.pathname.startsWith('/_sandbox/')) return await adminCall(sandbox, request, url, response)
    if (url.pathname === '/_oidc/token' || url.pathname.startsWith('/.well-known/')) return oidcCall(sandbox, request, url, response)
    if (isGithub(request)) return await githubCall(sandbox, request, url, response)
    await awsCall(sandbox, request, url, response)
  } catch (error) {
    if (response.headersSent || response.destroyed) response.destroy()
    else send(response, 500, { 'content-type': 'application/xml' }, internalError(error))
  }
}

/** A fault of the sandbox itself: said where it is looked for, and to the caller. */
function internalError(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : text}\n`)
  return `<ErrorResponse><Error><Code>InternalFailure</Code><Message>The sandbox itself failed: ${text.replaceAll(/[<&]/g, ' ')}</Message></Error></ErrorResponse>`
}
