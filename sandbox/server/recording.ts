import type { IncomingMessage } from 'node:http'
import type { Clock } from '../clock.ts'
import { buildRecord } from '../cloudtrail/record.ts'
import type { Recorder } from '../cloudtrail/recorder.ts'
import type { UserIdentity } from '../identities.ts'
import type { Operation } from '../operation.ts'

export interface Refusal {
  code: string
  message: string
}

/** Turns calls into CloudTrail records. */
export class Recording {
  readonly #recorder: Recorder
  readonly #clock: Clock

  constructor(recorder: Recorder, clock: Clock) {
    this.#recorder = recorder
    this.#clock = clock
  }

  /** What a client asked for. */
  client(request: IncomingMessage, operation: Operation, identity: UserIdentity, account: string, error: Refusal | undefined): void {
    // CloudTrail does not record log traffic.
    if (operation.service === 'logs' && /^(?:PutLogEvents|GetLogEvents|FilterLogEvents)$/.test(operation.name)) return
    this.#record(operation, account, error, {
      identity,
      sourceIp: String(request.headers['x-forwarded-for'] ?? '203.0.113.10'),
      userAgent: String(request.headers['user-agent'] ?? 'unknown'),
    })
  }

  /** What CloudFormation did: with the caller's rights, shown as the service that invoked the call. */
  forwarded(operation: Operation, identity: UserIdentity, account: string, error: Refusal | undefined): void {
    const service = 'cloudformation.amazonaws.com'
    this.#record(operation, account, error, { identity: { ...identity, invokedBy: service }, sourceIp: service, userAgent: service })
  }

  #record(
    operation: Operation,
    account: string,
    error: Refusal | undefined,
    who: Pick<CloudTrailRecordInput, 'identity' | 'sourceIp' | 'userAgent'>,
  ): void {
    this.#recorder.record(
      buildRecord({ operation, account, requestId: crypto.randomUUID(), clock: this.#clock, ...who, ...(error ? { error } : {}) }),
    )
  }
}

type CloudTrailRecordInput = Parameters<typeof buildRecord>[0]

/** Who comes with a token is shown by its subject, whether or not it is let in. */
export function webIdentity(token: unknown): UserIdentity {
  let subject = 'unknown'
  let issuer = 'unknown'
  try {
    const payload = Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8')
    const { sub, iss } = JSON.parse(payload) as { sub?: string; iss?: string }
    subject = String(sub)
    issuer = String(iss).replace('https://', '')
  } catch {
    // An unreadable token is recorded as an unknown caller, as CloudTrail does.
  }
  return {
    type: 'WebIdentityUser',
    principalId: `${issuer}:sts.amazonaws.com:${subject}`,
    userName: subject,
    identityProvider: issuer,
  }
}
