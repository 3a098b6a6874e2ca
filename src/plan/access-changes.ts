import type { ActionIndex } from '../iam/actions.ts'
import { compareStatements, type GrantChange } from '../iam/compare.ts'
import { policyDocuments } from '../iam/documents.ts'
import { inWords, requestInWords, shorten } from '../iam/grant-words.ts'
import { parsePolicy, type Statement } from '../iam/policy.ts'
import type { AccessChange } from '../model/plan.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { type Attached, boundaryChanges, managedChanges, mayStillAllow } from './attached.ts'
import { branchesOf } from './branches.ts'
import { concreteIn, type PolicyPlace, SOMEWHERE } from './concrete.ts'
import { flatten, flattenedText, withDefaults } from './flatten.ts'
import { joinChanges } from './joins.ts'

/** One of two templates, with what its references stand for. */
interface Side {
  template: ParsedTemplate
  concrete(text: string): string
}

interface Sides {
  before: Side
  after: Side
  index: ActionIndex
}

/**
 * What two versions of a template grant differently, by meaning: a statement that says the same in other words is no change, and
 * what widens does so because a request shows it.
 */
export function accessChanges(
  deployed: ParsedTemplate | undefined,
  rendered: ParsedTemplate,
  index: ActionIndex,
  place: PolicyPlace = SOMEWHERE,
): AccessChange[] {
  const side = (template: ParsedTemplate): Side => ({ template, concrete: concreteIn(template, place) })
  const [before, after] = [deployed ? withDefaults(deployed) : { Resources: {} }, withDefaults(rendered)]
  const subjects = [...new Set([...Object.keys(before.Resources), ...Object.keys(after.Resources)])].sort()
  return subjects.flatMap((subject) => {
    const branches = branchesOf(before, after, subject).map((branch) => {
      const sides = { before: side(branch.before), after: side(branch.after), index }
      const changes = heldChanges(subject, branch.before.Resources[subject], branch.after.Resources[subject], sides)
      return { where: branch.where, changes }
    })
    return together(branches)
  })
}

/** Each change once: what does not come in every branch says in which it does first. */
function together(branches: readonly { where: string; changes: readonly AccessChange[] }[]): AccessChange[] {
  const found = new Map<string, { change: AccessChange; where: string; count: number }>()
  for (const { where, changes } of branches) {
    for (const [id, change] of new Map(changes.map((change) => [JSON.stringify(change), change]))) {
      const known = found.get(id)
      if (known) known.count += 1
      else found.set(id, { change, where, count: 1 })
    }
  }
  return [...found.values()].map(({ change, where, count }) =>
    count === branches.length ? change : { ...change, text: `${change.text}, where ${where}` },
  )
}

type Maybe = TemplateResource | undefined

/** By whom a policy is held: one that moves to another role or bucket goes from the one and comes to the other. */
function heldChanges(subject: string, old: Maybe, now: Maybe, sides: Sides): AccessChange[] {
  const [was, is] = [holdersOf(old, sides.before), holdersOf(now, sides.after)]
  const came = is.filter(({ stands }) => !was.some((holder) => holder.stands === stands))
  const gone = was.filter(({ stands }) => !is.some((holder) => holder.stands === stands))
  if (!old || !now || came.length + gone.length === 0) return resourceChanges(subject, old, now, sides)
  const held = (changes: readonly AccessChange[], holders: readonly Holder[]) =>
    changes.map((change) => ({ ...change, text: `${change.text} for ${holders.map(({ written }) => shorten(written)).join(' and ')}` }))
  return [
    ...(came.length < is.length ? resourceChanges(subject, old, now, sides) : []),
    ...(came.length > 0 ? held(resourceChanges(subject, undefined, now, sides), came) : []),
    ...(gone.length > 0 ? held(resourceChanges(subject, old, undefined, sides), gone) : []),
  ]
}

interface Holder {
  written: string
  stands: string
}

/** Properties that say whose a policy is, or whose policies a resource holds. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Policy': ['Roles', 'Users', 'Groups'],
  'AWS::IAM::ManagedPolicy': ['Roles', 'Users', 'Groups'],
  'AWS::IAM::RolePolicy': ['RoleName'],
  'AWS::IAM::UserPolicy': ['UserName'],
  'AWS::IAM::GroupPolicy': ['GroupName'],
  'AWS::IAM::Role': ['RoleName'],
  'AWS::IAM::User': ['UserName'],
  'AWS::IAM::Group': ['GroupName'],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::SNS::TopicPolicy': ['Topics'],
  'AWS::SNS::TopicInlinePolicy': ['TopicArn'],
  'AWS::SQS::QueuePolicy': ['Queues'],
  'AWS::SQS::QueueInlinePolicy': ['Queue'],
  'AWS::SecretsManager::ResourcePolicy': ['SecretId'],
  'AWS::ECR::Repository': ['RepositoryName'],
}

function holdersOf(resource: Maybe, { concrete }: Side): Holder[] {
  return (HOLDERS[resource?.Type ?? ''] ?? []).flatMap((property) =>
    listOf(resource?.Properties?.[property]).map((value) => {
      const written = flattenedText(value)
      return { written, stands: `${property} ${concrete(written)}` }
    }),
  )
}

function resourceChanges(subject: string, old: Maybe, now: Maybe, sides: Sides): AccessChange[] {
  const { before, after, index } = sides
  const boundaries = [attachedIn(before, old, 'PermissionsBoundary')[0], attachedIn(after, now, 'PermissionsBoundary')[0]] as const
  const managed = { old: attachedIn(before, old, 'ManagedPolicyArns'), now: attachedIn(after, now, 'ManagedPolicyArns') }
  const [was, is] = [documentsOf(old), documentsOf(now)]
  const concrete = { before: before.concrete, after: after.concrete }
  const compared = (kind: keyof Documents) => compareStatements(was[kind], is[kind], { index, concrete })
  const identity = compared('identity').map((change) => {
    if (change.effect === 'Deny' || change.change === 'added' || change.change === 'widened') return toldOf(subject, change)
    return toldOf(subject, change, mayStillAllow(managed.now, change.grant))
  })
  return [
    ...identity,
    ...compared('others').map((change) => toldOf(subject, change)),
    ...managedChanges(subject, managed, { index, concrete, inline: was.identity, boundary: boundaries[1] }),
    ...boundaryChanges(subject, ...boundaries),
    ...joinChanges(subject, old, now, concrete),
  ]
}

function toldOf(subject: string, { change, effect, grant, before, request }: GrantChange, allowedBy: readonly string[] = []): AccessChange {
  const grows = change === 'added' || change === 'widened'
  return {
    subject,
    change,
    effect,
    text: `${inWords(grant)}${allowedBy.length > 0 ? `, which ${allowedBy.join(' and ')} may still allow` : ''}`,
    ...(before ? { was: inWords(before) } : {}),
    widens: grows === (effect === 'Allow'),
    ...(request ? { request: requestInWords(request) } : {}),
  }
}

/** Statements of a resource, by whom they are about: who may become a role is no matter of what it may do. */
interface Documents {
  identity: readonly Statement[]
  others: readonly Statement[]
}

function documentsOf(resource: Maybe): Documents {
  const all = resource ? policyDocuments(resource) : []
  const isIdentity = (path: string) => resource?.Type.startsWith('AWS::IAM::') === true && path !== 'AssumeRolePolicyDocument'
  const parsed = (identity: boolean) =>
    all.filter(({ path }) => isIdentity(path) === identity).flatMap(({ document }) => parsePolicy(flatten(document)))
  return { identity: parsed(true), others: parsed(false) }
}

/** Policies a resource names by ARN, with the text where it is of the same template. */
function attachedIn({ template, concrete }: Side, resource: Maybe, property: 'ManagedPolicyArns' | 'PermissionsBoundary'): Attached[] {
  return listOf(resource?.Properties?.[property]).map((value) => {
    const written = flattenedText(value)
    const arn = concrete(written)
    const own = Object.entries(template.Resources).find(
      ([id, { Type }]) => Type === 'AWS::IAM::ManagedPolicy' && concrete(`\${${id}}`) === arn,
    )
    return { written, arn, statements: own && documentsOf(own[1]).identity }
  })
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
