import { arnOf } from '../../cloudformation/identities.ts'
import { isMapping, scalarText } from '../../cloudformation/values.ts'
import { readable, type WorkedOut } from '../../cloudformation/worked-out.ts'
import type { NamedPolicy } from '../../iam/authorize.ts'
import { statementsOfManaged } from '../../iam/well-known-policies.ts'
import type { ParsedTemplate } from '../../model/template.ts'
import { type Guarded, guardedIn, isGuarded } from './guarded.ts'
import { listOf, type PlacedPolicy, PolicyReader, type Properties, textsOf } from './placed-policy.ts'

/** Someone with rights: a role, a user, a group, a function's role that SAM makes, or a policy that nobody has yet. */
export interface Subject {
  id: string
  type: string
  arn: string
  policies: readonly PlacedPolicy[]
  boundary: NamedPolicy | undefined
  /** Managed policies whose text is not here, by name. */
  unread: readonly string[]
  trust: PlacedPolicy | undefined
}

/** Everything in a template that gives rights. */
export interface Given {
  subjects: readonly Subject[]
  guarded: readonly Guarded[]
  /** Policies that could not be read, with the reason. */
  unreadable: readonly { pointer: string; reason: string }[]
}

/** Types that rights are read from; other resources need not be worked out. */
export function concernsAccess(type: string): boolean {
  return isGuarded(type) || HOLDERS.test(type)
}

const HOLDERS =
  /^AWS::(?:IAM::|Serverless::(?:Function|StateMachine)$|SSO::PermissionSet$|S3::Bucket$|KMS::|Lambda::(?:Permission|Url|LayerVersionPermission)$|SNS::|SQS::|SecretsManager::)/

/** Reads who has which rights, and which resources have policies, out of worked-out properties. */
export function givenIn(template: ParsedTemplate, worked: WorkedOut, place: { account: string; region: string }): Given {
  return new GivenReader(template, worked, place).read()
}

class GivenReader {
  readonly #template: ParsedTemplate
  readonly #worked: WorkedOut
  readonly #place: { account: string; region: string }
  readonly #policies: PolicyReader

  constructor(template: ParsedTemplate, worked: WorkedOut, place: { account: string; region: string }) {
    this.#template = template
    this.#worked = worked
    this.#place = place
    this.#policies = new PolicyReader(worked)
  }

  read(): Given {
    const managed = this.#ofType('AWS::IAM::ManagedPolicy').map(({ id, properties }) => ({
      id,
      properties,
      arn: this.#arn('AWS::IAM::ManagedPolicy', id, properties, 'ManagedPolicyName'),
      policy: this.#policies.policy(
        properties['PolicyDocument'],
        `/Resources/${id}/Properties/PolicyDocument`,
        scalarText(properties['ManagedPolicyName']) ?? id,
      ),
    }))
    const holders = [
      ...this.#ofType('AWS::IAM::Role').map((found) => this.#holder(found, 'Role', managed)),
      ...this.#ofType('AWS::IAM::User').map((found) => this.#holder(found, 'User', managed)),
      ...this.#ofType('AWS::IAM::Group').map((found) => this.#holder(found, 'Group', managed)),
      ...this.#ofType('AWS::Serverless::Function').map((found) => this.#serverless(found)),
      ...this.#ofType('AWS::Serverless::StateMachine').map((found) => this.#serverless(found)),
      ...this.#ofType('AWS::SSO::PermissionSet').map((found) => this.#permissionSet(found)),
    ]
    const held = new Set(holders.flatMap(({ policies }) => policies))
    // A boundary limits; what it allows, nobody has by it.
    const boundaries = new Set(
      ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::Serverless::Function'].flatMap((type) =>
        this.#ofType(type).flatMap(({ properties }) => textsOf(properties['PermissionsBoundary'])),
      ),
    )
    const loose = [
      ...managed.filter(({ policy, arn }) => !held.has(policy) && !boundaries.has(arn)),
      ...['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy'].flatMap((type) =>
        this.#ofType(type)
          .map((found) => ({ id: found.id, properties: found.properties, arn: '', policy: this.#separate(found) }))
          .filter(({ properties }) => !holders.some(({ id }) => this.#isAttached(properties, id))),
      ),
    ].map(
      ({ id, policy }): Subject => ({
        id,
        type: this.#template.Resources[id]?.Type ?? '',
        arn: `arn:aws:iam::${this.#place.account}:role/whoever-has-${id}`,
        policies: [policy],
        boundary: undefined,
        unread: [],
        trust: undefined,
      }),
    )
    return {
      subjects: [...holders, ...loose],
      guarded: guardedIn(this.#template, this.#worked, this.#policies),
      unreadable: this.#policies.unreadable,
    }
  }

  #ofType(type: string): { id: string; properties: Properties }[] {
    return Object.entries(this.#worked.properties).flatMap(([id, properties]) =>
      this.#template.Resources[id]?.Type === type ? [{ id, properties }] : [],
    )
  }

  #name(id: string, properties: Properties, key: string): string {
    return scalarText(properties[key]) ?? id
  }

  #arn(type: string, id: string, properties: Properties, key: string): string {
    return arnOf(type, this.#name(id, properties, key), this.#place, scalarText(properties['Path']) ?? '/') ?? id
  }

  #separate({ id, properties }: { id: string; properties: Properties }): PlacedPolicy {
    return this.#policies.policy(
      properties['PolicyDocument'],
      `/Resources/${id}/Properties/PolicyDocument`,
      this.#name(id, properties, 'PolicyName'),
    )
  }

  /** Whether a policy names a holder, by its name or by its logical id where it has no other. */
  #isAttached(properties: Properties, id: string): boolean {
    const type = this.#template.Resources[id]?.Type.split('::')[2] ?? ''
    const own = this.#worked.properties[id] ?? {}
    const names = [...textsOf(properties[`${type}s`]), ...textsOf(properties[`${type}Name`])]
    return names.includes(this.#name(id, own, `${type}Name`))
  }

  #holder(
    { id, properties }: { id: string; properties: Properties },
    kind: 'Role' | 'User' | 'Group',
    managed: readonly Managed[],
  ): Subject {
    const at = `/Resources/${id}/Properties`
    const inline = listOf(properties['Policies']).flatMap((policy, index) =>
      isMapping(policy)
        ? [
            this.#policies.policy(
              policy['PolicyDocument'],
              `${this.#worked.pointerOf(policy) ?? `${at}/Policies/${index}`}/PolicyDocument`,
              scalarText(policy['PolicyName']) ?? `policy ${index + 1}`,
            ),
          ]
        : [],
    )
    const separate = ['AWS::IAM::Policy', `AWS::IAM::${kind}Policy`]
      .flatMap((type) => this.#ofType(type))
      .filter((found) => this.#isAttached(found.properties, id))
      .map((found) => this.#separate(found))
    const groups =
      kind === 'User'
        ? this.#ofType('AWS::IAM::Group')
            .filter((group) => textsOf(properties['Groups']).includes(this.#name(group.id, group.properties, 'GroupName')))
            .flatMap((group) => this.#holder(group, 'Group', managed).policies)
        : []
    const attached = this.#attached(textsOf(properties['ManagedPolicyArns']), `${at}/ManagedPolicyArns`, managed)
    const named = managed.filter((one) => this.#isAttached(one.properties, id)).map(({ policy }) => policy)
    return {
      id,
      type: `AWS::IAM::${kind}`,
      arn: this.#arn(`AWS::IAM::${kind}`, id, properties, `${kind}Name`),
      policies: [...inline, ...separate, ...attached.policies, ...named, ...groups],
      boundary: this.#boundary(properties, managed),
      unread: attached.unread,
      trust:
        kind === 'Role'
          ? this.#policies.policy(properties['AssumeRolePolicyDocument'], `${at}/AssumeRolePolicyDocument`, 'trust policy')
          : undefined,
    }
  }

  #boundary(properties: Properties, managed: readonly Managed[]): NamedPolicy | undefined {
    const arn = scalarText(properties['PermissionsBoundary'])
    if (arn === undefined) return undefined
    const own = managed.find((one) => one.arn === arn)
    if (own) return own.policy
    const statements = statementsOfManaged(arn)
    return statements ? { name: arn, statements } : undefined
  }

  #attached(arns: readonly string[], pointer: string, managed: readonly Managed[] = []): { policies: PlacedPolicy[]; unread: string[] } {
    const policies: PlacedPolicy[] = []
    const unread: string[] = []
    for (const [index, arn] of arns.entries()) {
      const own = managed.find((one) => one.arn === arn)
      const statements = statementsOfManaged(arn)
      const name = readable(arn.split('/').at(-1) ?? arn)
      if (own) policies.push(own.policy)
      else if (statements) policies.push({ name, statements, managed: name, pointerOf: () => `${pointer}/${index}` })
      else unread.push(name)
    }
    return { policies, unread }
  }

  /** The role that SAM makes of a function's policies. */
  #serverless({ id, properties }: { id: string; properties: Properties }): Subject {
    const at = `/Resources/${id}/Properties/Policies`
    const given = listOf(properties['Policies'])
    const documents = given.flatMap((policy, index) =>
      isMapping(policy) && 'Statement' in policy
        ? [this.#policies.policy(policy, this.#worked.pointerOf(policy) ?? `${at}/${index}`, `policy ${index + 1}`)]
        : [],
    )
    const arns = textsOf(given).map((name) => (name.startsWith('arn:') ? name : `arn:aws:iam::aws:policy/${name}`))
    const { policies, unread } = this.#attached(arns, at)
    return {
      id,
      type: this.#template.Resources[id]?.Type ?? '',
      arn: `arn:aws:iam::${this.#place.account}:role/${id}Role`,
      policies: [...documents, ...policies],
      boundary: this.#boundary(properties, []),
      unread,
      trust:
        properties['AssumeRolePolicyDocument'] === undefined
          ? undefined
          : this.#policies.policy(
              properties['AssumeRolePolicyDocument'],
              `/Resources/${id}/Properties/AssumeRolePolicyDocument`,
              'trust policy',
            ),
    }
  }

  #permissionSet({ id, properties }: { id: string; properties: Properties }): Subject {
    const at = `/Resources/${id}/Properties`
    const { policies, unread } = this.#attached(textsOf(properties['ManagedPolicies']), `${at}/ManagedPolicies`)
    return {
      id,
      type: 'AWS::SSO::PermissionSet',
      arn: `arn:aws:iam::${this.#place.account}:role/${id}`,
      policies: [this.#policies.policy(properties['InlinePolicy'], `${at}/InlinePolicy`, 'InlinePolicy'), ...policies],
      boundary: undefined,
      unread,
      trust: undefined,
    }
  }
}

interface Managed {
  id: string
  properties: Properties
  arn: string
  policy: PlacedPolicy
}
