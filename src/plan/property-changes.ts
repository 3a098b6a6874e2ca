import { POLICY_PROPERTIES } from '../iam/documents.ts'
import type { PropertyChange, ResourceChange } from '../model/plan.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { flatten, withDefaults } from './flatten.ts'
import { localChanges } from './local-changes.ts'

/** Told by meaning, not by text. */
const POLICIES: readonly string[] = [...POLICY_PROPERTIES, 'ManagedPolicyArns', 'PermissionsBoundary', 'Policies']

/** Adds to a change set what it does not say: values, consequences in words, and changes of the template that it leaves out. */
export function withDetail(
  changes: readonly ResourceChange[],
  before: ParsedTemplate | undefined,
  after: ParsedTemplate,
): ResourceChange[] {
  const known = new Set(changes.map((change) => change.logicalId))
  const leftOut = localChanges(before, after, [])
    .filter(({ action, logicalId }) => action === 'Modify' && !known.has(logicalId))
    .map((change): ResourceChange => ({ ...change, leftOut: true }))
  const [deployed, rendered] = [before && withDefaults(before), withDefaults(after)]
  return [...changes, ...(before ? leftOut : [])].map((change) => {
    const [old, now] = [deployed?.Resources[change.logicalId], rendered.Resources[change.logicalId]]
    const fromTemplates = change.action === 'Modify' && old && now ? propertyChanges(old.Properties ?? {}, now.Properties ?? {}) : []
    const { values: told = [], ...rest } = change
    // Templates say it as people wrote it; where they do not differ, what CloudFormation says of values is all there is.
    const values = fromTemplates.length > 0 ? fromTemplates : told.filter(isTold)
    const consequence = consequenceOf(change, old)
    return { ...rest, ...(values.length > 0 ? { values } : {}), ...(consequence ? { consequence } : {}) }
  })
}

/** Policies are told by meaning, and a value that stays is none. */
const isTold = ({ path, from, to }: PropertyChange) => from !== to && !POLICIES.includes(path.split(/[.[]/)[0] ?? '')

const isReplaced = ({ action, replacement }: ResourceChange) =>
  action === 'Modify' && (replacement === 'True' || replacement === 'Conditional')

const CONSEQUENCES: Readonly<Record<string, string>> = {
  'AWS::CloudTrail::Trail': 'a new trail is made before the old one goes; its digest chain starts anew',
  'AWS::KMS::Key': 'a new key encrypts from then on; the old one is kept, and old logs need it to be read',
  'AWS::S3::Bucket': 'a new, empty bucket takes its place; the old one is kept with its objects, outside of the stack',
  'AWS::S3::BucketPolicy': 'the bucket has no policy for a moment',
  'AWS::Logs::LogGroup': 'a new, empty log group takes its place; the old one is kept with its events, outside of the stack',
  'AWS::IAM::Role': 'sessions of the old role end, and policies elsewhere that name it no longer mean the new one',
  'AWS::IAM::ManagedPolicy': 'a new policy is attached before the old one goes',
  'AWS::IAM::OIDCProvider': 'runs cannot get credentials while it is exchanged',
  'AWS::SNS::Topic': 'subscriptions of the old topic are lost, and e-mail ones must be confirmed again',
}

/** What becomes of a resource that is replaced or removed. A removed one is kept where its template says so. */
function consequenceOf(change: ResourceChange, old: TemplateResource | undefined): string | undefined {
  if (isReplaced(change)) return CONSEQUENCES[change.type] ?? 'a new resource is made before the old one goes'
  if (change.action !== 'Remove') return undefined
  return old?.DeletionPolicy?.startsWith('Retain') ? 'it leaves the stack and stays in the account' : 'it is deleted'
}

function propertyChanges(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): PropertyChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !POLICIES.includes(name))
  return names.flatMap((name) => differences(name, flatten(before[name]), flatten(after[name])))
}

/** Outputs that come, go or change. */
export function outputChanges(before: ParsedTemplate, after: ParsedTemplate): PropertyChange[] {
  const [old, now] = [before.Outputs ?? {}, after.Outputs ?? {}]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) =>
    differences(name, flatten(old[name]), flatten(now[name])),
  )
}

/** What differs between two values, at the paths where it does. */
export function differences(path: string, before: unknown, after: unknown): PropertyChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isMapping(before) && isMapping(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differences(`${path}.${key}`, before[key], after[key]),
    )
  }
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(path, before, after)
  if (SECRET.test(path.split(/[.[]/).at(-1) ?? '')) return [{ path, from: hidden(before), to: hidden(after) }]
  return [{ path, from: shown(before), to: shown(after) }]
}

/** Properties whose values are nobody's business; their names are CloudFormation's. */
const SECRET = /(?:password|secret(?:string)?|token|privatekey|authkey)$/i

/** A reference says where a secret is, not what it is. */
function hidden(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'object') return shown(value)
  return String(value).includes('{{resolve:') ? shown(value) : '(hidden)'
}

/** Lists of mappings item by item where they are as long as each other; otherwise what came and what went. */
function listDifferences(path: string, before: readonly unknown[], after: readonly unknown[]): PropertyChange[] {
  if (before.length === after.length && [...before, ...after].every(isMapping)) {
    return before.flatMap((item, index) => differences(`${path}[${index}]`, item, after[index]))
  }
  const key = (value: unknown) => JSON.stringify(value)
  const only = (list: readonly unknown[], others: readonly unknown[]) =>
    list.filter((item) => !others.some((other) => key(other) === key(item)))
  const [gone, come] = [only(before, after), only(after, before)]
  // Nothing came and nothing went: the order is what differs.
  if (gone.length === 0 && come.length === 0) return [{ path, from: shown(before), to: shown(after) }]
  const listed = (list: readonly unknown[]) => (list.length === 0 ? undefined : list.map((item) => shown(item)).join(', '))
  return [{ path, from: listed(gone), to: listed(come) }]
}

const MOST_CHARACTERS = 160

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll('${AWS.', '${AWS::')
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
