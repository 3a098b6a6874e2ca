import { policyOfBucket, policyOfKey } from '../aws/discover.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import { resolvedTemplate } from '../cloudformation/resolved.ts'
import { isMapping } from '../cloudformation/values.ts'
import { requestContext } from '../iam/conditions.ts'
import { evaluatePolicy } from '../iam/evaluate.ts'
import { matchesArn } from '../iam/match.ts'
import { parsePolicy, type Statement } from '../iam/policy.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import { renderTemplates } from '../render/render.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** A bucket or key that is used as it is, and the statements for services that our own one would have. */
interface Used {
  what: string
  arn: string
  wanted: readonly Readonly<Record<string, unknown>>[]
  policy: string | undefined
  /** How to put the statements there. */
  how: string
}

/**
 * Looks whether a used log bucket and a used key let AWS's services do what the audit needs; CloudTrail would refuse the trail, and
 * SNS would drop alerts. Returns notices about policies that nobody here may read. @throws STACK_UNREADY with the missing statements
 */
export async function requireUsable(world: World, { clients }: Pick<Session, 'clients'>, config: Config): Promise<string[]> {
  const { audit, names } = config
  const notices: string[] = []
  const used = [
    ...(audit.logBucket === 'use' && audit.trail !== 'use' ? [() => usedBucket(names.logBucket)] : []),
    ...(audit.key.source === 'use' && audit.key.id !== undefined ? [() => usedKey(audit.key.id ?? '')] : []),
  ]
  for (const look of used) {
    const found = await look()
    if (found.policy === undefined) {
      notices.push(`The policy of ${found.what} could not be read; it must have: ${JSON.stringify(found.wanted)}`)
      continue
    }
    refuseWithout(found, found.policy)
  }
  return notices

  async function usedBucket(name: string): Promise<Used> {
    const ours = statementsOf(world, { ...config, audit: { ...audit, logBucket: 'create' } }, 'LogBucketPolicy', 'PolicyDocument')
    return {
      what: `log bucket ${name}`,
      arn: `arn:${config.partition.id}:s3:::${name}`,
      wanted: ours,
      policy: await unlessDenied(policyOfBucket(clients, name)),
      how: `\`aws s3api put-bucket-policy --bucket ${name} --policy file://policy.json\` replaces the whole policy: add the statements to those it has.`,
    }
  }

  async function usedKey(id: string): Promise<Used> {
    const ours = statementsOf(world, { ...config, audit: { ...audit, key: { ...audit.key, source: 'create' } } }, 'LogKey', 'KeyPolicy')
    const found = await unlessDenied(policyOfKey(clients, id))
    return {
      what: `key ${id}`,
      arn: found?.arn ?? id,
      wanted: ours,
      policy: found?.policy,
      how: `\`aws kms put-key-policy --key-id ${id} --policy-name default --policy file://policy.json\` replaces the whole policy: add the statements to those it has.`,
    }
  }
}

/** What was read, or undefined where the owner lets nobody here look: another account's policy stays untold. */
async function unlessDenied<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AuditError && error.about.action !== undefined) return undefined
    throw error
  }
}

/** Statements that let services in, of the resource as we would make it. */
function statementsOf(world: World, config: Config, logicalId: string, property: string): Readonly<Record<string, unknown>>[] {
  const template = renderTemplates(config, { fragment: world.fragment, version: world.version }).find(({ name }) => name === 'audit')
  if (!template) return []
  const document = resolvedTemplate(parseTemplate(template.body, template.name), config).Resources[logicalId]?.Properties?.[property]
  const statements = isMapping(document) ? document['Statement'] : []
  return (Array.isArray(statements) ? statements : [])
    .filter(isMapping)
    .filter(({ Effect, Principal }) => Effect === 'Allow' && isMapping(Principal) && Principal['Service'] !== undefined)
}

/** @throws STACK_UNREADY with the statements that are missing, as they may be put in */
function refuseWithout({ what, arn, wanted, how }: Used, policy: string): void {
  const existing = policy === '' ? [] : parsePolicy(policy)
  const missing = wanted.filter((statement) => !allowsAll(existing, statement, arn))
  if (missing.length === 0) return
  const lacks = policy === '' ? 'has no policy' : 'has a policy that does not let them'
  const sids = missing.map(({ Sid }) => String(Sid)).join(', ')
  throw new AuditError(
    'STACK_UNREADY',
    `AWS's services must use ${what}, which ${lacks}: ${sids} ${missing.length === 1 ? 'is' : 'are'} missing. Nothing was changed.`,
    { remedy: `Its owner adds these statements:\n${JSON.stringify(missing, null, 2)}\n${how}` },
  )
}

/** Whether a policy allows what a statement of ours does, asked as the service would ask. */
function allowsAll(existing: readonly Statement[], wanted: Readonly<Record<string, unknown>>, arn: string): boolean {
  const [statement] = parsePolicy({ Statement: [wanted] })
  const service = statement?.principals?.find(({ type }) => type === 'Service')
  if (!statement || !service) return true
  const context = contextOf(statement, arn)
  const resources = (statement.resources ?? []).map((resource) => (resource === '*' ? arn : resource.replaceAll('*', 'x')))
  const actions = (statement.actions ?? []).map((action) => action.replace(/\*$/, ''))
  return actions.every((action) =>
    resources.every((resource) => evaluatePolicy(existing, { action, resource, context, principal: service }).decision === 'allowed'),
  )
}

/** What the service brings: what our conditions ask for, the account beside a source, and that it is a service over TLS. */
function contextOf({ conditions }: Statement, arn: string) {
  const source = conditions.find(({ key }) => key.toLowerCase() === 'aws:sourcearn')?.values[0]
  const entries = conditions.map(({ key, values: [value = ''] }): [string, string] => [
    key,
    source !== undefined && matchesArn(value, source) ? source : value.replaceAll('*', 'x'),
  ])
  return requestContext({
    'aws:PrincipalIsAWSService': 'true',
    'aws:SecureTransport': 'true',
    ...(source === undefined ? {} : { 'aws:SourceAccount': source.split(':')[4] ?? arn.split(':')[4] }),
    ...Object.fromEntries(entries),
  })
}
