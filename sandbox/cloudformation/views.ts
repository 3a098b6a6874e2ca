import { escapeXml, queryError } from '../xml.ts'
import type { ResourceChange, StackVersion } from './changes.ts'
import type { Stack, StackEvent } from './stack.ts'

export const NAMESPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/'

export interface Answer {
  status: number
  body: string
}

export function eventXml(stack: Stack, event: StackEvent): string {
  const reason = event.reason ? `<ResourceStatusReason>${escapeXml(event.reason)}</ResourceStatusReason>` : ''
  const token = event.token ? `<ClientRequestToken>${escapeXml(event.token)}</ClientRequestToken>` : ''
  return `<member><StackId>${stack.id}</StackId><EventId>${event.id}</EventId><StackName>${stack.name}</StackName><LogicalResourceId>${event.logicalId}</LogicalResourceId><PhysicalResourceId>${escapeXml(event.physicalId)}</PhysicalResourceId><ResourceType>${event.type}</ResourceType><Timestamp>${event.time.toISOString()}</Timestamp><ResourceStatus>${event.status}</ResourceStatus>${reason}${token}</member>`
}

export function propertiesOf(version: StackVersion, logicalId: string): Record<string, unknown> {
  return version.template.Resources[logicalId]?.Properties ?? {}
}

export function resourceXml(stack: Stack, logicalId: string, physicalId: string): string {
  const type = stack.current?.template.Resources[logicalId]?.Type ?? ''
  return `<member><StackId>${stack.id}</StackId><StackName>${stack.name}</StackName><LogicalResourceId>${logicalId}</LogicalResourceId><PhysicalResourceId>${escapeXml(physicalId)}</PhysicalResourceId><ResourceType>${type}</ResourceType><ResourceStatus>UPDATE_COMPLETE</ResourceStatus><LastUpdatedTimestamp>${new Date().toISOString()}</LastUpdatedTimestamp><Timestamp>${new Date().toISOString()}</Timestamp></member>`
}

/** AWS's physical id where the emulator uses the ARN instead. */
export function awsPhysicalId(type: string, physical: string): string {
  if (type === 'AWS::IAM::Role') return physical.replace(/^arn:.*:role\//, '')
  if (type === 'AWS::Logs::LogGroup') return physical.replace(/^arn:.*:log-group:/, '').replace(/:\*$/, '')
  return physical
}

export function refuse(code: string, message: string): Answer {
  return { status: 400, body: queryError(code, message, NAMESPACE) }
}

/** Stacks are named by name or by ARN. */
export function stackName(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? (nameOrArn.split('/')[1] ?? nameOrArn) : nameOrArn
}

export function parametersOf(form: URLSearchParams, current: StackVersion | undefined): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  for (let index = 1; form.has(`Parameters.member.${index}.ParameterKey`); index += 1) {
    const key = form.get(`Parameters.member.${index}.ParameterKey`) ?? ''
    const value =
      form.get(`Parameters.member.${index}.UsePreviousValue`) === 'true'
        ? current?.parameters.get(key)
        : form.get(`Parameters.member.${index}.ParameterValue`)
    if (value !== undefined && value !== null) parameters.set(key, value)
  }
  return parameters
}

/** Dependencies first, as CloudFormation creates them; removals last. */
export function ordered(changes: readonly ResourceChange[], version: StackVersion): ResourceChange[] {
  const byId = new Map(changes.map((change) => [change.logicalId, change]))
  const done = new Set<string>()
  const result: ResourceChange[] = []
  const visit = (logicalId: string, path: ReadonlySet<string>): void => {
    if (done.has(logicalId) || path.has(logicalId)) return
    const resource = version.template.Resources[logicalId]
    for (const dependency of dependenciesOf(resource)) visit(dependency, new Set([...path, logicalId]))
    done.add(logicalId)
    const change = byId.get(logicalId)
    if (change) result.push(change)
  }
  for (const change of changes) if (change.action !== 'Remove') visit(change.logicalId, new Set())
  return [...result, ...changes.filter((change) => change.action === 'Remove')]
}

function dependenciesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(dependenciesOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'Ref' || key === 'DependsOn') return [item].flat().map(String)
    if (key === 'Fn::GetAtt') return [String((item as string[])[0])]
    if (key === 'Fn::Sub') return [...JSON.stringify(item).matchAll(/\$\{(\w+)[.}]/g)].map((match) => match[1] ?? '')
    return dependenciesOf(item)
  })
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
