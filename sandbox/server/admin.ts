import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FaultPlan } from '../faults.ts'
import type { Run } from '../github/oidc.ts'
import type { WorkflowRunRecord } from '../github/repository-views.ts'
import type { Sandbox } from '../sandbox.ts'
import { readBody, sendJson } from './http.ts'

type Body = Record<string, unknown>

/** Control calls: what a test or a user in another process does to the sandbox itself. */
const CALLS: Readonly<Record<string, (sandbox: Sandbox, body: Body) => unknown>> = {
  health: (sandbox) => ({ status: 'ok', url: sandbox.url, now: sandbox.clock.now().toISOString() }),
  deliver: (sandbox) => sandbox.recorder.deliver(),
  advance: async (sandbox, body) => {
    await sandbox.advanceHours(Number(body['hours'] ?? 1))
    return { now: sandbox.clock.now().toISOString() }
  },
  runs: (sandbox, body) => sandbox.issuer.startRun(body as unknown as Run, sandbox.url),
  'workflow-run': (sandbox, body) => sandbox.github.repository.at(body as unknown as WorkflowRunRecord),
  fail: (sandbox, body) => sandbox.cloudformation.failNext(String(body['logicalId']), String(body['reason'])),
  deny: (sandbox, body) => sandbox.deny(String(body['principal']), String(body['action'])),
  allow: (sandbox) => sandbox.allowAll(),
  faults: (sandbox, body) => sandbox.faults.set(body as Partial<FaultPlan>),
  calls: (sandbox, body) => {
    const counted = Object.fromEntries(sandbox.faults.calls)
    if (body['reset'] === true) sandbox.faults.calls.clear()
    return counted
  },
  confirm: (sandbox) => sandbox.confirmSubscriptions(),
  delivered: (sandbox) => sandbox.backend.cloud?.sns.delivered ?? [],
}

export async function adminCall(sandbox: Sandbox, request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
  const body = JSON.parse((await readBody(request)).toString('utf8') || '{}') as Body
  const name = url.pathname.slice('/_sandbox/'.length)
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined
  if (!call) return sendJson(response, 404, { message: `unknown sandbox call ${name}; there are: ${Object.keys(CALLS).join(', ')}` })
  sendJson(response, 200, (await call(sandbox, body)) ?? {})
}
