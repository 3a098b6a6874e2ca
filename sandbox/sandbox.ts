import type { Restore } from './aws/call.ts'
import { ACCOUNT, type Backend } from './backend/backend.ts'
import { Clock } from './clock.ts'
import { CloudFormationService } from './cloudformation/service.ts'
import { Recorder } from './cloudtrail/recorder.ts'
import { CloudTrailService } from './cloudtrail/service.ts'
import { SigningKeys } from './cloudtrail/signing-keys.ts'
import type { Trail } from './cloudtrail/trail.ts'
import { Enforcement } from './enforcement.ts'
import { Faults } from './faults.ts'
import { Forwarded } from './forwarded.ts'
import { GithubApi } from './github/api.ts'
import { OidcIssuer } from './github/oidc.ts'
import { Identities } from './identities.ts'
import { Recording } from './server/recording.ts'
import { Sts } from './sts.ts'

export interface SandboxOptions {
  backend: Backend
  /** How long before now the sandbox's clock starts, in milliseconds. */
  clockBehindMs?: number
  paceMs?: number
  /** Milliseconds between log deliveries; 0 delivers only when asked. */
  deliveryMs?: number
}

/** Who may not do what, by user or role name. */
interface Denial {
  principal: string
  action: string
}

/** A local AWS with GitHub beside it: the services, CloudTrail over all of them, and what a test may do to them. */
export class Sandbox {
  readonly account = ACCOUNT
  readonly clock: Clock
  readonly github = new GithubApi()
  readonly issuer: OidcIssuer
  readonly cloudtrail: CloudTrailService
  readonly cloudformation: CloudFormationService
  readonly recorder: Recorder
  readonly recording: Recording
  /** The services themselves, past the recorder. */
  readonly backend: Backend
  readonly identities: Identities
  readonly enforcement: Enforcement
  readonly sts: Sts
  readonly faults = new Faults()
  readonly #denials: Denial[] = []
  readonly #trails = new Map<string, Trail>()
  #timer: NodeJS.Timeout | undefined
  #digestDue: number
  /** Sees every answer that was a success, as it goes out; S3's objects excepted. */
  onAnswer: (service: string, operation: string, body: string) => void = () => undefined
  /** Where it listens; empty until it does. */
  url = ''

  constructor(options: SandboxOptions) {
    const { backend } = options
    this.clock = new Clock(-(options.clockBehindMs ?? 0))
    this.backend = backend
    this.identities = new Identities(backend)
    this.enforcement = new Enforcement(backend)
    this.issuer = new OidcIssuer(this.clock)
    const keys = new SigningKeys()
    this.recorder = new Recorder({ backend, clock: this.clock, keys, trails: this.#trails })
    this.recording = new Recording(this.recorder, this.clock)
    this.cloudtrail = new CloudTrailService({ trails: this.#trails, recorder: this.recorder, keys, clock: this.clock, backend })
    this.sts = new Sts({ backend, issuer: this.issuer, identities: this.identities, propagationMs: () => this.faults.propagationMs })
    const forwarded = new Forwarded({ backend, cloudtrail: this.cloudtrail, enforcement: this.enforcement, recording: this.recording })
    this.cloudformation = new CloudFormationService({
      services: forwarded,
      readObject: (actor, call, at) => forwarded.readObject(actor, call, at),
      paceMs: options.paceMs ?? 40,
    })
    this.#digestDue = this.clock.now().getTime() + 3_600_000
    if (options.deliveryMs !== 0) {
      this.#timer = setInterval(() => void this.#tick(), options.deliveryMs ?? 5000)
      this.#timer.unref()
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.backend.stop()
  }

  async #tick(): Promise<void> {
    await this.recorder.deliver()
    if (this.clock.now().getTime() >= this.#digestDue) await this.#closePeriod()
  }

  async #closePeriod(): Promise<void> {
    this.#digestDue = this.clock.now().getTime() + 3_600_000
    await this.recorder.closeDigestPeriod()
  }

  /** Moves the clock forward hour by hour, writing each hour's digests. */
  async advanceHours(hours: number): Promise<void> {
    await this.recorder.deliver()
    for (let hour = 0; hour < hours; hour += 1) {
      this.clock.advance(3_600_000)
      await this.#closePeriod()
    }
  }

  /** Refuses calls of one user or role from now on. `action` is `service:Operation`. */
  deny(principal: string, action: string): void {
    this.#denials.push({ principal, action })
  }

  allowAll(): void {
    this.#denials.length = 0
  }

  isDenied(arn: string, action: string): boolean {
    return this.#denials.some((denial) => denial.action === action && (denial.principal === '*' || arn.includes(`/${denial.principal}`)))
  }

  /** Takes a picture of the account to come back to: settings of everything but stacks, objects and delivered logs. */
  snapshot(): Restore {
    const services = this.backend.snapshot()
    const trails = structuredClone(this.#trails)
    return () => {
      services()
      this.#trails.clear()
      for (const [arn, trail] of structuredClone(trails)) this.#trails.set(arn, trail)
    }
  }

  /** Someone follows the links in the mails of all topics. */
  confirmSubscriptions(): void {
    this.backend.cloud?.sns.confirmAll()
  }
}
