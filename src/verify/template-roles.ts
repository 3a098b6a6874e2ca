import { managedDocument } from '../iam/well-known-policies.ts'
import { type Evidence, read } from '../model/evidence.ts'
import type { PolicyText, RoleFacts, RoleKind, TrailFacts } from '../model/facts.ts'
import { designedRoles } from './collect/collect.ts'
import { kindByTrust } from './collect/discovered.ts'
import { isOfAws, type Policies, together } from './collect/role.ts'
import { arnOf, describedBy, type Found, ofType, type World } from './template-resources.ts'
import { isOpen, known, knownList, list, mapping, type Properties, text, UNDECIDED } from './template-values.ts'

/** A role of a template as it will be in the account, where it is of a kind that checks judge. */
export function roleOf(found: Found, trails: readonly TrailFacts[], world: World): RoleFacts[] {
  const { logicalId, properties } = found
  const { all, config } = world
  const name = text(properties['RoleName']) || logicalId
  const arn = arnOf(found, world) ?? name
  const trust = JSON.stringify(properties['AssumeRolePolicyDocument'] ?? {})
  const designed = config ? designedRoles(config).find(([, role]) => role === name)?.[0] : undefined
  const isLogsRole = describedBy(trails, (described) => described['CloudWatchLogsRoleArn'] === arn) !== undefined
  const kind: RoleKind | undefined = designed ?? (isLogsRole ? 'cloudwatch-logs' : kindByTrust(trust))
  if (kind === undefined) return []
  const separate = all
    .filter(({ resource }) => resource.Type === 'AWS::IAM::ManagedPolicy' || resource.Type === 'AWS::IAM::Policy')
    .filter((policy) => list(policy.properties['Roles']).includes(name))
    .map((policy) => documentOf(policy.properties, policy.logicalId))
  const boundary = properties['PermissionsBoundary']
  const attached = knownList(properties['ManagedPolicyArns'], (arns) => arns.map(text), '')
  const inline = knownList(
    properties['Policies'],
    (policies) => [...policies.map((given) => documentOf(mapping(given), text(mapping(given)['PolicyName']))), ...separate],
    '',
  )
  return [
    {
      arn,
      name,
      kind,
      role: known(
        { AssumeRolePolicyDocument: trust, ...(boundary === undefined ? {} : { PermissionsBoundaryArn: arnText(boundary) }) },
        '',
      ),
      policies: isOpen(separate)
        ? UNDECIDED
        : together(
            inline,
            documentsOf(attached, (one) => !isOfAws(one), world),
          ),
      attached,
      managed: documentsOf(attached, isOfAws, world),
      boundary: boundaryOf(boundary, world),
    },
  ]
}

const documentOf = (policy: Properties, name: string): PolicyText => ({ name, document: JSON.stringify(policy['PolicyDocument'] ?? null) })

/** Texts of attached policies: those of the templates, and those of AWS that are known here. Of any other a template does not tell. */
function documentsOf(attached: Evidence<string[]>, isAsked: (arn: string) => boolean, world: World): Policies {
  if (attached.state !== 'read') return attached
  const documents = attached.value.filter(isAsked).map((arn) => textOf(arn, world))
  return documents.every((one) => one !== undefined) ? read(documents) : UNDECIDED
}

function textOf(arn: string, world: World): PolicyText | undefined {
  const document = isOfAws(arn) ? managedDocument(arn) : ownDocument(arn, world)
  return document === undefined || isOpen(document) ? undefined : { name: arn, document: JSON.stringify(document) }
}

function ownDocument(arn: string, world: World): unknown {
  const policies = ofType(world.all, 'AWS::IAM::ManagedPolicy')
  return policies.find((policy) => arnOf(policy, world) === arn)?.properties['PolicyDocument']
}

/** That there is a boundary is known, even where only a deployment says which. */
const arnText = (boundary: unknown) => text(boundary) || 'known at deployment only'

function boundaryOf(boundary: unknown, world: World): RoleFacts['boundary'] {
  if (boundary === undefined || boundary === null) return read(undefined)
  const found = textOf(text(boundary), world)
  return found ? read(found) : UNDECIDED
}
