import { ACCOUNT, type Backend } from './backend.ts'
import { tagText } from './xml.ts'

/** CloudTrail's `userIdentity`, as far as it can be told. */
export type UserIdentity = Record<string, unknown>

/** Knows who is behind an access key: from the STS answers that went by, else by asking. */
export class Identities {
  readonly #known = new Map<string, UserIdentity>()
  readonly #backend: Backend

  constructor(backend: Backend) {
    this.#backend = backend
  }

  learnSession(xml: string, principal: { type: 'AssumedRole' | 'WebIdentityUser'; provider?: string; subject?: string }): void {
    const accessKeyId = tagText(xml, 'AccessKeyId')
    const arn = tagText(xml, 'Arn')
    if (!accessKeyId || !arn) return
    const role = arn.split('/')[1] ?? ''
    this.#known.set(accessKeyId, {
      type: 'AssumedRole',
      principalId: tagText(xml, 'AssumedRoleId') ?? '',
      arn,
      accountId: ACCOUNT,
      accessKeyId,
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${ACCOUNT}:role/${role}`, accountId: ACCOUNT, userName: role },
        ...(principal.provider ? { webIdFederationData: { federatedProvider: principal.provider, attributes: {} } } : {}),
        attributes: { mfaAuthenticated: 'false' },
      },
    })
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
