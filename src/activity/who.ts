import { type Facts, SESSION } from './facts.ts'
import { rowsOf } from './intern.ts'

type ActorKind = 'root' | 'person' | 'workload' | 'service' | 'account' | 'session' | 'unknown'

/** Who stands behind a call, and how that is known. */
export interface Who {
  /** The same for the same person or thing, whatever sessions it had. */
  key: string
  kind: ActorKind
  name: string
  account: string
  /** How the name was found; what is not proven says so. */
  proof: string
  isProven: boolean
  /** From whoever began to whoever made the call: person → role → role. */
  chain: readonly string[]
  /** ARN of the role that made the call. */
  role: string | undefined
  /** Name of its session: chosen by the caller. */
  session: string | undefined
  /** A service that called on behalf of the actor. */
  via: string | undefined
  hasMfa: boolean | undefined
  repository: string | undefined
}

/** `userIdentity` as far as it is read; every part of it may be missing or of another type. */
interface Identity {
  type: string
  principalId: string
  arn: string
  accountId: string
  accessKeyId: string
  userName: string
  invokedBy: string
  identityProvider: string
  sourceIdentity: string
  issuerArn: string
  issuerName: string
  createdAt: string
  mfa: string
  provider: string
  onBehalfOf: string
  isInstance: boolean
}

/** Role chains are two or three long; a log that says otherwise goes in circles. */
const MOST_LINKS = 8

interface Issued {
  caller: number
  time: number
  event: string
  sourceIdentity: string
}

/** Resolves every identity of the facts to whoever stands behind it. */
export class Resolver {
  readonly #identities: readonly Identity[]
  readonly #byKey = new Map<string, Issued>()
  readonly #byRole = new Map<string, Issued[]>()
  readonly #services = new Map<string, string>()
  readonly #known = new Map<number, Who>()

  constructor(facts: Facts) {
    this.#identities = facts.identities.map(parseIdentity)
    for (const { key, first, last } of rowsOf(facts.sessions)) {
      const [accessKey, roleId] = [facts.texts[key[SESSION.key] ?? 0] ?? '', facts.texts[key[SESSION.roleId] ?? 0] ?? '']
      const issued: Issued = {
        caller: key[SESSION.caller] ?? 0,
        time: first,
        event: facts.values[key[SESSION.event] ?? 0] ?? '',
        sourceIdentity: facts.texts[key[SESSION.sourceIdentity] ?? 0] ?? '',
      }
      if (accessKey !== '') this.#byKey.set(accessKey, issued)
      const caller = this.#identities[issued.caller]
      if (caller?.type === 'AWSService') this.#services.set(roleId, caller.invokedBy)
      else if (roleId !== '' && first === last) this.#byRole.set(roleId, [...(this.#byRole.get(roleId) ?? []), issued])
    }
  }

  /** Whoever stands behind the identity of that number. */
  who(identity: number): Who {
    const known = this.#known.get(identity)
    if (known) return known
    const found = this.#resolve(identity, 0)
    this.#known.set(identity, found)
    return found
  }

  /** The access key of an identity; empty for none. */
  accessKeyOf(identity: number): string {
    return this.#identities[identity]?.accessKeyId ?? ''
  }

  #resolve(number: number, links: number): Who {
    const identity = this.#identities[number] ?? parseIdentity('')
    if (identity.type !== 'AssumedRole' && identity.type !== 'FederatedUser')
      return withVia(direct(identity, this.#byKey.get(identity.accessKeyId)), identity)
    const session = sessionOf(identity)
    const own = identity.type === 'AssumedRole' ? `${identity.issuerName || roleName(identity)} (${session})` : `federated user ${session}`
    const base = {
      role: roleArn(identity),
      session,
      via: identity.invokedBy || undefined,
      hasMfa: identity.mfa === '' ? undefined : identity.mfa === 'true',
    }
    const issued = this.#issued(identity)
    if (issued && links < MOST_LINKS && issued.caller !== number) {
      const before = this.#resolve(issued.caller, links + 1)
      const joined = { ...before, ...base, hasMfa: base.hasMfa ?? before.hasMfa, chain: [...before.chain, own] }
      // Set once, and kept through every further role: the trust policies decide who may set it.
      if (identity.sourceIdentity !== '') return { ...joined, ...bySource(identity) }
      return { ...joined, proof: issued.proof, isProven: before.isProven }
    }
    return { ...sessionItself(identity, this.#services.get(identity.principalId)), ...base, chain: [own] }
  }

  /** The record that gave these credentials out. */
  #issued(identity: Identity): (Issued & { proof: string }) | undefined {
    const byKey = this.#byKey.get(identity.accessKeyId)
    if (byKey) return { ...byKey, proof: `${byKey.event} record of this access key` }
    const created = Date.parse(identity.createdAt) / 1000
    const same = (this.#byRole.get(identity.principalId) ?? []).filter(({ time }) => time === created)
    const [first] = same
    // Two people may choose one session name in the same second: then it is nobody's.
    if (first && same.every(({ caller }) => caller === first.caller))
      return { ...first, proof: `${first.event} record of this session and second` }
    return undefined
  }
}

/** An identity that says itself who it is. */
function direct(identity: Identity, issued: Issued | undefined): Who {
  const { type, userName, arn, accountId, principalId } = identity
  const base = {
    account: accountId,
    isProven: true,
    role: undefined,
    session: undefined,
    via: undefined,
    hasMfa: identity.mfa === '' ? undefined : identity.mfa === 'true',
    repository: undefined,
  }
  const be = (kind: ActorKind, name: string, proof: string, more: Partial<Who> = {}): Who => ({
    ...base,
    key: `${kind} ${accountId} ${name}`,
    kind,
    name,
    proof,
    chain: [name],
    ...more,
  })
  switch (type) {
    case 'Root':
      return be('root', `root of ${accountId || 'the account'}`, 'userIdentity')
    case 'IAMUser':
      return be('person', userName || arn.split('/').at(-1) || principalId, issued ? `IAM user, by ${issued.event}` : 'IAM user')
    case 'SAMLUser':
      return be('person', userName || principalId, `SAML provider ${identity.identityProvider}`)
    case 'WebIdentityUser':
      return webIdentity(identity, be)
    case 'AWSService':
      return be('service', identity.invokedBy || 'an AWS service', 'userIdentity')
    case 'AWSAccount':
      return be('account', `${principalId || 'a principal'} of account ${accountId}`, 'another account; its own trail names the caller')
    case 'IdentityCenterUser':
    case 'Directory':
      return be('person', identity.onBehalfOf || userName || principalId || type, `${type}; the identity store has the name`)
    default:
      return identity.invokedBy === ''
        ? be(
            'unknown',
            userName || arn || principalId || 'nobody named',
            type === '' ? 'the record names nobody' : `userIdentity of type ${type}`,
            { isProven: false },
          )
        : be('service', identity.invokedBy, 'invokedBy')
  }
}

/** GitHub's subject names the repository, Kubernetes' the service account. */
function webIdentity(
  { userName, principalId, identityProvider }: Identity,
  be: (kind: ActorKind, name: string, proof: string, more?: Partial<Who>) => Who,
): Who {
  const subject = userName || principalId.split(':').slice(-3).join(':')
  const provider = identityProvider.split('oidc-provider/').at(-1) ?? identityProvider
  const repository = /^repo:([^:]+):/.exec(subject)?.[1]?.replace(/@\d+/g, '')
  if (repository !== undefined) return be('workload', subject, `token of ${provider}`, { repository, key: `workload ${repository}` })
  return be(subject.startsWith('system:serviceaccount:') ? 'workload' : 'person', subject, `token of ${provider}`)
}

function bySource({
  sourceIdentity,
  accountId,
}: Identity): Pick<Who, 'key' | 'kind' | 'name' | 'account' | 'proof' | 'isProven' | 'repository'> {
  return {
    key: `person ${accountId} ${sourceIdentity}`,
    kind: 'person',
    name: sourceIdentity,
    account: accountId,
    proof: 'source identity',
    isProven: true,
    repository: undefined,
  }
}

/** A role session no record explains: what its own fields prove, else its name is a hint. */
function sessionItself(identity: Identity, service: string | undefined): Omit<Who, 'role' | 'session' | 'via' | 'hasMfa' | 'chain'> {
  const { accountId, provider } = identity
  const role = identity.issuerName || roleName(identity)
  const session = sessionOf(identity)
  const be = (kind: ActorKind, name: string, proof: string, isProven = true) => ({
    key: `${kind} ${accountId} ${name}`,
    kind,
    name,
    account: accountId,
    proof,
    isProven,
    repository: undefined,
  })
  if (identity.sourceIdentity !== '') return bySource(identity)
  if (service !== undefined) return be('service', `${role} by ${service}`, 'the service took the role')
  // Only Identity Center may take these roles, and it names the session after the user.
  if (/^AWSReservedSSO_/.test(role)) return be('person', session, 'Identity Center')
  if (identity.isInstance || /^i-[0-9a-f]{8,17}$/.test(session))
    return be('workload', `${role} on ${session}`, 'credentials of an instance')
  if (/\/aws-service-role\//.test(identity.issuerArn) || /^AWSServiceRoleFor/.test(role)) return be('service', role, 'service-linked role')
  if (identity.type === 'FederatedUser')
    return be('session', `${role || accountId}/${session}`, 'federated by this user', identity.issuerArn !== '')
  const hint =
    provider === '' ? 'no record of who took the role' : `by a token of ${provider.split('oidc-provider/').at(-1)}, and no record of whose`
  return be('session', `${role}/${session}`, `${hint}; the caller chose the session name`, false)
}

/** Whoever asked stays responsible; only root's own services act by themselves. */
function withVia(who: Who, { invokedBy, type }: Identity): Who {
  if (invokedBy === '' || type === 'AWSService') return who
  const name = `${invokedBy} for root`
  return type === 'Root'
    ? { ...who, kind: 'service', name, key: `service ${who.account} ${name}`, chain: [name], via: invokedBy }
    : { ...who, via: invokedBy }
}

function sessionOf({ principalId, arn }: Identity): string {
  return principalId.includes(':') ? principalId.slice(principalId.indexOf(':') + 1) : (arn.split('/').at(-1) ?? '')
}

function roleName({ arn }: Identity): string {
  return /:assumed-role\/([^/]+)\//.exec(arn)?.[1] ?? ''
}

/** Old records and collectors leave the issuer out. */
function roleArn(identity: Identity): string | undefined {
  if (identity.issuerArn !== '') return identity.issuerArn
  const [, partition, account, role] = /^arn:([\w-]+):sts::(\d*):assumed-role\/([^/]+)\//.exec(identity.arn) ?? []
  return role === undefined ? undefined : `arn:${partition}:iam::${account}:role/${role}`
}

function parseIdentity(json: string): Identity {
  const value: unknown = json === '' ? {} : JSON.parse(json)
  const at = (...path: string[]): unknown =>
    path.reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name) ? (inner as Record<string, unknown>)[name] : undefined,
      value,
    )
  const text = (...path: string[]): string => {
    const found = at(...path)
    return typeof found === 'string' ? found : typeof found === 'boolean' ? String(found) : ''
  }
  const context = 'sessionContext'
  return {
    type: text('type'),
    principalId: text('principalId'),
    arn: text('arn'),
    accountId: text('accountId'),
    accessKeyId: text('accessKeyId'),
    userName: text('userName'),
    invokedBy: text('invokedBy'),
    identityProvider: text('identityProvider'),
    sourceIdentity: text(context, 'sourceIdentity') || text('sourceIdentity'),
    issuerArn: text(context, 'sessionIssuer', 'arn'),
    issuerName: text(context, 'sessionIssuer', 'userName'),
    createdAt: text(context, 'attributes', 'creationDate'),
    mfa: text(context, 'attributes', 'mfaAuthenticated'),
    provider: text(context, 'webIdFederationData', 'federatedProvider'),
    onBehalfOf: text('onBehalfOf', 'userId') || text(context, 'onBehalfOf', 'userId'),
    isInstance: at(context, 'ec2RoleDelivery') !== undefined,
  }
}
