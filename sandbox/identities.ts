import { randomBytes } from 'node:crypto'
import type { Caller } from './aws/call.ts'
import { AwsError } from './aws/error.ts'
import { ACCOUNT, type Backend } from './backend/backend.ts'

/** CloudTrail's `userIdentity`, as far as it can be told. */
export type UserIdentity = Record<string, unknown>

/** Who is behind a call: for policies, and for the record. */
export interface Actor {
  caller: Caller
  identity: UserIdentity
  /** Name of the role whose policies decide, for sessions that are enforced. */
  role?: string
  /** Session of a role, of whatever kind: what it assumes next is a chain. */
  isSession?: boolean
  /** Made outside the emulator, which knows nothing of it. */
  isOwn?: boolean
  expires?: Date
}

export interface SessionCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  arn: string
  /** `AROA…:session` */
  userId: string
}

/** A session to be opened. */
export interface NewSession {
  roleArn: string
  roleId: string
  sessionName: string
  account: string
  expires: Date
  /** Identity policies of the role decide every call. */
  isEnforced: boolean
  federatedProvider?: string
}

/** Knows who is behind an access key: from the sessions opened here, else by asking. */
export class Identities {
  readonly #known = new Map<string, Actor>()
  readonly #backend: Backend

  constructor(backend: Backend) {
    this.#backend = backend
  }

  openSession(session: NewSession): SessionCredentials {
    const { roleArn, roleId, sessionName, account, expires, isEnforced, federatedProvider } = session
    const role = roleArn.split('/').at(-1) ?? ''
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`
    const arn = `arn:${this.#backend.partition}:sts::${account}:assumed-role/${role}/${sessionName}`
    const userId = `${roleId}:${sessionName}`
    const federation = federatedProvider ? { webIdFederationData: { federatedProvider, attributes: {} } } : {}
    const identity = {
      type: 'AssumedRole',
      principalId: userId,
      arn,
      accountId: account,
      accessKeyId,
      sessionContext: {
        sessionIssuer: { type: 'Role', principalId: roleId, arn: roleArn, accountId: account, userName: role },
        ...federation,
        attributes: { creationDate: new Date().toISOString(), mfaAuthenticated: 'false' },
      },
    }
    const caller: Caller = { type: 'AWS', value: arn, account, isEnforced }
    this.#known.set(accessKeyId, { caller, identity, ...(isEnforced ? { role } : {}), isSession: true, isOwn: true, expires })
    return {
      accessKeyId,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(64).toString('base64'),
      arn,
      userId,
    }
  }

  /** @throws InvalidClientTokenId for a key nobody has, ExpiredToken for a session that is over */
  async of(accessKeyId: string | undefined): Promise<Actor> {
    if (!accessKeyId) return ANONYMOUS
    const known = this.#known.get(accessKeyId)
    if (known?.expires && known.expires.getTime() < Date.now())
      throw new AwsError('ExpiredToken', 'The security token included in the request is expired', 403)
    if (known) return known
    const actor = await this.#ask(accessKeyId)
    this.#known.set(accessKeyId, actor)
    return actor
  }

  async #ask(accessKeyId: string): Promise<Actor> {
    // `test` is the root of the sandbox's account, and a number that of an account of its own.
    if (accessKeyId === 'test') return this.#root(ACCOUNT, accessKeyId)
    if (/^\d{12}$/.test(accessKeyId)) return this.#root(accessKeyId, accessKeyId)
    const { UserName } = await this.#backend
      .call('iam', 'GetAccessKeyLastUsed', { AccessKeyId: accessKeyId })
      .catch(() => ({ UserName: undefined }))
    if (UserName === undefined) throw new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403)
    const arn = `arn:${this.#backend.partition}:iam::${ACCOUNT}:user/${String(UserName)}`
    const identity = {
      type: 'IAMUser',
      principalId: `AIDA${String(UserName).toUpperCase()}`,
      arn,
      accountId: ACCOUNT,
      accessKeyId,
      userName: UserName,
    }
    return { caller: { type: 'AWS', value: arn, account: ACCOUNT, isEnforced: false }, identity }
  }

  #root(account: string, accessKeyId: string): Actor {
    const arn = `arn:${this.#backend.partition}:iam::${account}:root`
    const identity = { type: 'Root', principalId: account, arn, accountId: account, accessKeyId }
    return { caller: { type: 'AWS', value: arn, account, isEnforced: false }, identity }
  }
}

const ANONYMOUS: Actor = {
  caller: { type: 'AWS', value: 'anonymous', account: 'anonymous', isEnforced: false },
  identity: { type: 'AWSAccount', accountId: 'anonymous', principalId: '' },
}

/** The session in which CloudFormation works with a stack's service role: its policies decide, whoever asked. */
export function serviceRole(arn: string, { partition, account }: { partition: string; account: string }): Actor {
  const role = arn.split('/').at(-1) ?? ''
  const session = `arn:${partition}:sts::${account}:assumed-role/${role}/AWSCloudFormation`
  const sessionIssuer = { type: 'Role', arn, accountId: account, userName: role }
  return {
    caller: { type: 'AWS', value: session, account, isEnforced: true },
    identity: { type: 'AssumedRole', arn: session, accountId: account, sessionContext: { sessionIssuer } },
    role,
    isSession: true,
    isOwn: true,
  }
}
