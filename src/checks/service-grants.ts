import { ANY } from '../iam/ask.ts'
import { requestContext } from '../iam/conditions.ts'
import { evaluatePolicy } from '../iam/evaluate.ts'
import { parsePolicy } from '../iam/policy.ts'
import { findRequest } from '../iam/search/find-request.ts'
import { statementName } from './rights.ts'

export interface ServiceRequest {
  /** e.g. `cloudtrail.amazonaws.com`. */
  service: string
  action: string
  resource: string
}

/** An account that nobody named. */
const STRANGER = '999999999999'

const always = (service: string) => ({
  'aws:PrincipalIsAWSService': 'true',
  'aws:PrincipalServiceName': service,
  'aws:SecureTransport': 'true',
})

/** The statements of a resource's policy that let a service in when it acts for something of ours; undefined where none does. */
export function serviceMay(
  document: string,
  { service, action, resource }: ServiceRequest,
  source: string,
  context: Readonly<Record<string, string | readonly string[]>> = {},
): string[] | undefined {
  const carried = { ...always(service), 'aws:SourceArn': source, 'aws:SourceAccount': source.split(':')[4] ?? '', ...context }
  const request = { action, resource, context: requestContext(carried), principal: { type: 'Service', value: service } }
  const { decision, statements } = evaluatePolicy(parsePolicy(document), request)
  return decision === 'allowed' ? statements.map(statementName) : undefined
}

/** A service has no account of its own in a request. */
const NO_PRINCIPAL: Readonly<Record<string, readonly string[]>> = {
  'aws:PrincipalAccount': [],
  'aws:PrincipalArn': [],
  'aws:PrincipalOrgID': [],
  'aws:PrincipalOrgPaths': [],
  'kms:CallerAccount': [],
}

/** ARNs of what a service acts for in a stranger's account; a bucket's names no account. */
const strangersSource = (service: string) =>
  /(?:^|\.)s3\./.test(service) ? `arn:*:s3:::${ANY}` : `arn:*:${service.split('.')[0]}:*:${STRANGER}:*`

/** Narrows a question to requests for such a resource, compared part by part as ARNs are. */
const onlyFrom = (pattern: string) =>
  parsePolicy({
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*', Condition: { ArnNotLike: { 'aws:SourceArn': pattern } } },
  })

/** The statements that let a service in when it acts for something of an account that nobody named: the confused deputy. */
export function serviceMayForStrangers(document: string, { service, action, resource }: ServiceRequest): string[] | undefined {
  const fixed = Object.fromEntries(Object.entries(always(service)).map(([key, value]): [string, string[]] => [key, [value]]))
  const found = findRequest({
    policies: { identity: [], resource: { name: 'policy', statements: [...parsePolicy(document), ...onlyFrom(strangersSource(service))] } },
    principal: { type: 'Service', value: service },
    action,
    on: [resource],
    except: [],
    resourceAccount: resource.split(':')[4] ?? '',
    fixed: { ...fixed, 'aws:SourceAccount': [STRANGER], 'aws:SourceOrgID': ['o-stranger00'], ...NO_PRINCIPAL },
  })
  return found.kind === 'found' ? found.request.decided.by.map(({ statement }) => statementName(statement)) : undefined
}
