import { parseTemplate } from '../../src/cloudformation/parse.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'
import { type Body, list } from '../aws/call.ts'
import { AwsError } from '../aws/error.ts'
import { dependenciesOf, type StackVersion } from './changes.ts'
import { checkFunctions } from './resolve.ts'
import type { ImportRequest } from './stack.ts'
import { validation } from './store.ts'

/** What CloudFormation takes for the name of a change set, and for a token. */
const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/
const TOKEN = /^[a-zA-Z0-9][-a-zA-Z0-9]{0,127}$/

export function checkNames(input: Body): void {
  const given: [unknown, RegExp][] = [
    [input['ChangeSetName'], NAME],
    [input['ClientToken'], TOKEN],
    [input['ClientRequestToken'], TOKEN],
    [input['StackName'], /^(?:[a-zA-Z][-a-zA-Z0-9]{0,127}|arn:[-a-zA-Z0-9:/._+]*)$/],
  ]
  const wrong = given.find(([value, pattern]) => value !== undefined && !String(value).startsWith('arn:') && !pattern.test(String(value)))
  if (wrong)
    throw validation(
      `Value '${String(wrong[0])}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${wrong[1].source}`,
    )
}

/**
 * The bucket, key and version a TemplateURL names, in either style, or at an endpoint on loopback: aws-cli makes the address of the
 * endpoint it uploads to, in the region it is called for. @throws ValidationError
 */
export function templateLocation(
  url: string,
  callRegion: string,
): { bucket: string; key: string; versionId: string | undefined; region: string } {
  const match =
    /^https:\/\/(?:([^/]+)\.s3\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/|s3\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^/]+)\/)([^?]+)(?:\?versionId=(.+))?$/.exec(
      url,
    )
  const local = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(url)
  if (local) return { bucket: local[1] ?? '', key: local[2] ?? '', versionId: local[3], region: callRegion }
  if (!match) throw validation('TemplateURL must reference a valid S3 object to which you have access.')
  const [, host, hostRegion, pathRegion, path, key = '', versionId] = match
  return { bucket: host ?? path ?? '', key, versionId, region: hostRegion ?? pathRegion ?? '' }
}

/** Parses a template and looks at what CloudFormation looks at before it makes anything. @throws ValidationError */
export function checkedTemplate(body: string): ParsedTemplate {
  let template: ParsedTemplate
  try {
    template = parseTemplate(body, 'the template')
  } catch (error) {
    throw validation(`Template format error: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
  checkFunctions(template.Resources)
  checkFunctions(template.Outputs)
  const names = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})])
  const missing = [...new Set(dependenciesOf(template.Resources))].filter((name) => !names.has(name) && !name.startsWith('AWS'))
  if (missing.length > 0)
    throw validation(
      `Template format error: Unresolved resource dependencies [${missing.join(', ')}] in the Resources block of the template`,
    )
  return template
}

/** Values of parameters: given, as before, or none. @throws ValidationError */
export function parametersOf(input: Body, template: ParsedTemplate, current: StackVersion | undefined): ReadonlyMap<string, string> {
  const given = list<{ ParameterKey: string; ParameterValue?: string; UsePreviousValue?: string }>(input['Parameters'])
  const declared = template.Parameters ?? {}
  const extra = given.map(({ ParameterKey }) => ParameterKey).filter((key) => !(key in declared))
  if (extra.length > 0) throw validation(`Parameters: [${extra.join(', ')}] do not exist in the template`)
  const pairs = given.flatMap(({ ParameterKey, ParameterValue, UsePreviousValue }): [string, string][] => {
    const value = UsePreviousValue === 'true' ? current?.parameters.get(ParameterKey) : ParameterValue
    return value === undefined ? [] : [[ParameterKey, value]]
  })
  const values = new Map(pairs)
  const missing = Object.entries(declared).filter(([name, { Default }]) => Default === undefined && !values.has(name))
  if (missing.length > 0) throw validation(`Parameters: [${missing.map(([name]) => name).join(', ')}] must have values`)
  for (const [name, declaration] of Object.entries(declared)) checkParameter(name, declaration, values.get(name))
  return values
}

function checkParameter(name: string, declaration: object, value: string | undefined): void {
  const { AllowedPattern, AllowedValues, MinValue, MaxValue, ConstraintDescription } = declaration as Record<string, unknown>
  if (value === undefined) return
  const refused = (why: string) =>
    validation(`Parameter '${name}' must ${ConstraintDescription === undefined ? why : `be ${String(ConstraintDescription)}`}`)
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${String(AllowedPattern)})$`).test(value))
    throw refused(`match pattern ${String(AllowedPattern)}`)
  if (Array.isArray(AllowedValues) && !AllowedValues.map(String).includes(value)) throw refused(`be one of [${AllowedValues.join(', ')}]`)
  if (MinValue !== undefined && Number(value) < Number(MinValue)) throw refused(`be a number not less than ${String(MinValue)}`)
  if (MaxValue !== undefined && Number(value) > Number(MaxValue)) throw refused(`be a number not greater than ${String(MaxValue)}`)
}

const NAMED = ['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::InstanceProfile']

/** A template that makes principals or policies needs the caller's word. @throws InsufficientCapabilitiesException */
export function checkCapabilities(input: Body, template: ParsedTemplate): readonly string[] {
  const given = list<string>(input['Capabilities'])
  const iam = Object.values(template.Resources).filter(({ Type }) => NAMED.includes(Type))
  const hasNames = iam.some(({ Properties = {} }) =>
    ['RoleName', 'ManagedPolicyName', 'UserName', 'GroupName', 'InstanceProfileName'].some((name) => name in Properties),
  )
  const wanted = hasNames ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM'
  if (iam.length > 0 && !given.includes('CAPABILITY_NAMED_IAM') && !(wanted === 'CAPABILITY_IAM' && given.includes(wanted)))
    throw new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${wanted}]`)
  return given
}

export function importsOf(input: Body): ImportRequest[] {
  return list<Body>(input['ResourcesToImport']).map((resource) => {
    const [identifier = ''] = Object.values((resource['ResourceIdentifier'] ?? {}) as Record<string, string>)
    return { logicalId: String(resource['LogicalResourceId']), type: String(resource['ResourceType']), identifier }
  })
}

/** What CloudFormation wants of an import before it looks at the resources. @throws ValidationError */
export function checkImports(requests: readonly ImportRequest[], before: ParsedTemplate | undefined, after: ParsedTemplate): void {
  if (requests.length === 0) throw validation('ResourcesToImport must be specified for an IMPORT change set')
  const named = new Set(requests.map((request) => request.logicalId))
  const old = before?.Resources ?? {}
  const added = Object.keys(after.Resources).filter((id) => !(id in old))
  const changed = Object.keys(old).some((id) => JSON.stringify(old[id]) !== JSON.stringify(after.Resources[id]))
  if (changed || added.some((id) => !named.has(id)) || named.size !== added.length)
    throw validation('As part of the import operation, you cannot modify or add [Resources] other than those to import')
  if (JSON.stringify(after.Outputs ?? {}) !== JSON.stringify(before?.Outputs ?? {}))
    throw validation('As part of the import operation, you cannot modify or add [Outputs]')
  for (const { logicalId } of requests)
    if (after.Resources[logicalId]?.DeletionPolicy === undefined)
      throw validation(`Resource [${logicalId}] must have a DeletionPolicy attribute`)
}
