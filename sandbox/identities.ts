import { randomBytes } from 'node:crypto'
import { ACCOUNT, type Backend } from './backend.ts'
import { tagText } from './xml.ts'

/** CloudTrail's `userIdentity`, as far as it can be told. */
export type UserIdentity = Record<string, unknown>

export interface SessionCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  arn: string
  roleId: string
}

/** Knows who is behind an access key: from the STS answers that went by, else by asking. */
export class Identities {
  readonly #known = new Map<string, UserIdentity>()
  readonly #own = new Set<string>()
  readonly #backend: Backend

  constructor(backend: Backend) {
    this.#backend = backend
  }

  /** Opens a session of our own: the emulator would refuse it, because it does not know the claims the trust asks for. */
  openSession(roleArn: string, roleId: string, sessionName: string, provider: string): SessionCredentials {
    const role = roleArn.split('/').at(-1) ?? ''
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${sessionName}`
    this.#own.add(accessKeyId)
    this.#known.set(
      accessKeyId,
      assumedRole(arn, `${roleId}:${sessionName}`, accessKeyId, { webIdFederationData: { federatedProvider: provider, attributes: {} } }),
    )
    return {
      accessKeyId,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(64).toString('base64'),
      arn,
      roleId: `${roleId}:${sessionName}`,
    }
  }

  /** Whether the emulator does not know this key; such calls reach it as its root. */
  isOwn(accessKeyId: string | undefined): boolean {
    return accessKeyId !== undefined && this.#own.has(accessKeyId)
  }

  learnSession(xml: string): void {
    const accessKeyId = tagText(xml, 'AccessKeyId')
    const arn = tagText(xml, 'Arn')
    if (accessKeyId && arn) this.#known.set(accessKeyId, assumedRole(arn, tagText(xml, 'AssumedRoleId') ?? '', accessKeyId, {}))
  }

  async of(accessKeyId: string | undefined): Promise<UserIdentity> {
    if (!accessKeyId) return { type: 'AWSAccount', accountId: 'anonymous', principalId: '' }
    const known = this.#known.get(accessKeyId)
    if (known) return known
    const identity = await this.#ask(accessKeyId)
    this.#known.set(accessKeyId, identity)
    return identity
  }

  async #ask(accessKeyId: string): Promise<UserIdentity> {
    if (accessKeyId === 'test')
      return { type: 'Root', principalId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT, accessKeyId }
    const xml = await this.#backend.query('iam', 'GetAccessKeyLastUsed', { AccessKeyId: accessKeyId }).catch(() => '')
    const userName = tagText(xml, 'UserName')
    if (!userName) return { type: 'Unknown', accountId: ACCOUNT, accessKeyId }
    return {
      type: 'IAMUser',
      principalId: `AIDA${userName.toUpperCase()}`,
      arn: `arn:aws:iam::${ACCOUNT}:user/${userName}`,
      accountId: ACCOUNT,
      accessKeyId,
      userName,
    }
  }
}

function assumedRole(arn: string, principalId: string, accessKeyId: string, federation: Record<string, unknown>): UserIdentity {
  const role = arn.split('/')[1] ?? ''
  return {
    type: 'AssumedRole',
    principalId,
    arn,
    accountId: ACCOUNT,
    accessKeyId,
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${ACCOUNT}:role/${role}`, accountId: ACCOUNT, userName: role },
      ...federation,
      attributes: { mfaAuthenticated: 'false' },
    },
  }
}
