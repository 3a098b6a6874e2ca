import type { ActionIndex } from '../iam/actions.ts'
import { POLICY_HOLDERS } from '../iam/documents.ts'
import type { AccessChange, DriftedResource, PropertyChange, ResourceChange } from '../model/plan.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { accessChanges } from './access-changes.ts'
import { localChanges } from './local-changes.ts'
import { differences } from './property-changes.ts'

interface DriftContext {
  before: ParsedTemplate
  after: ParsedTemplate
  index: ActionIndex
}

/** What a drift-aware change set says, taken apart. */
export interface PartedDrift {
  /** What the template asks for. A resource with both is in both. */
  meant: ResourceChange[]
  /** What a deployment leaves as it is, unless told to put it back. */
  drift: DriftedResource[]
  /** The deployed template with the values that drifted, as they were deployed and as they are: judged like any other change. */
  templates: { asDeployed: ParsedTemplate; asItIs: ParsedTemplate }
}

export function partDrift(changes: readonly ResourceChange[], { before, after, index }: DriftContext): PartedDrift {
  const differs = new Set(localChanges(before, after, []).map(({ logicalId }) => logicalId))
  const templates = driftedTemplates(changes, before)
  const access = accessChanges(templates.asDeployed, templates.asItIs, index)
  const drift = changes.flatMap(({ logicalId, type, drift: found }): DriftedResource[] => {
    if (!found) return []
    const own = access.filter(({ subject }) => subject === logicalId)
    const values = found.values
      .filter((value) => !isToldByMeaning(value))
      .flatMap(({ path, from, to }) => differences(path, unpacked(from), unpacked(to)))
    return [
      {
        logicalId,
        type,
        status: found.status,
        values,
        access: [...own, ...unreadable(logicalId, found.values, before.Resources[logicalId])],
      },
    ]
  })
  const meant = changes.filter((change) => change.drift === undefined || differs.has(change.logicalId))
  return { meant, drift, templates }
}

/** Properties that decide who may do what. */
const ACCESS: readonly string[] = [
  ...POLICY_HOLDERS,
  'Policies',
  'ManagedPolicyArns',
  'PermissionsBoundary',
  'Roles',
  'Users',
  'Groups',
  'Topics',
]

const first = (path: string) => path.split(/[.[]/)[0] ?? ''
const isPolicy = ({ path }: PropertyChange) => POLICY_HOLDERS.includes(path)

/** A whole policy that can be read: CloudFormation cuts long values, which are then no JSON. */
function isToldByMeaning(value: PropertyChange): boolean {
  const { from = '{}', to = '{}' } = value
  return isPolicy(value) && [from, to].every((text) => typeof unpacked(text) === 'object')
}

/** A part of what decides access that is shown cut short, or stands where only a function of the template says what is there. */
function isUnreadable(value: PropertyChange, resource: TemplateResource | undefined): boolean {
  if (!ACCESS.includes(first(value.path))) return false
  if (isPolicy(value) && !isToldByMeaning(value)) return true
  const isCut = (text: string | undefined) => text !== undefined && /^[[{]/.test(text) && typeof unpacked(text) === 'string'
  return isCut(value.from) || isCut(value.to) || !resource || holderOf(structuredClone(resource), value.path) === undefined
}

/** Access that was changed and cannot be told: it counts as granted. */
function unreadable(subject: string, values: readonly PropertyChange[], resource: TemplateResource | undefined): AccessChange[] {
  return values
    .filter((value) => isUnreadable(value, resource))
    .map(({ path }) => ({
      subject,
      change: 'added',
      effect: 'Allow',
      text: `what its ${path}, changed by hand, may grant: CloudFormation shows only a part of it`,
      widens: true,
    }))
}

function driftedTemplates(changes: readonly ResourceChange[], deployed: ParsedTemplate): PartedDrift['templates'] {
  const [was, is] = [structuredClone(deployed), structuredClone(deployed)]
  for (const { logicalId, drift } of changes) {
    if (drift?.status === 'DELETED') delete is.Resources[logicalId]
    for (const value of drift?.status === 'MODIFIED' ? drift.values : []) {
      if (isUnreadable(value, deployed.Resources[logicalId])) continue
      setIn(was.Resources[logicalId], value.path, value.from)
      setIn(is.Resources[logicalId], value.path, value.to)
    }
  }
  return { asDeployed: was, asItIs: is }
}

/** Sets `A.B[0].C` of a resource; what stands behind a function stays as it is. */
function setIn(resource: TemplateResource | undefined, path: string, text: string | undefined): void {
  const holder = resource && holderOf(resource, path)
  const last = keysOf(path).at(-1)
  if (!holder || last === undefined) return
  if (text === undefined) delete holder[last]
  else holder[last] = typedLike(holder[last], unpacked(text))
}

const keysOf = (path: string) => path.split(/[.[\]]+/).filter((key) => key !== '')

/** What `A.B[0].C` is a member of, made where it is not there; undefined where a function stands on the way. */
function holderOf(resource: TemplateResource, path: string): Record<string, unknown> | undefined {
  resource.Properties ??= {}
  const keys = keysOf(path)
  let place: Record<string, unknown> = resource.Properties
  for (const [at, key] of keys.slice(0, -1).entries()) {
    place[key] ??= /^\d+$/.test(keys[at + 1] ?? '') ? [] : {}
    const inner = place[key]
    if (typeof inner !== 'object' || inner === null || isFunction(inner)) return undefined
    place = inner as Record<string, unknown>
  }
  return place
}

const isFunction = (value: object) => Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'))

/** CloudFormation gives every value as a text. */
function typedLike(old: unknown, value: unknown): unknown {
  if (value === 'true' || value === 'false') return typeof old === 'string' ? value : value === 'true'
  return typeof old === 'number' && typeof value === 'string' && value.trim() !== '' ? Number(value) : value
}

/** Mappings and lists are JSON. */
function unpacked(text: string | undefined): unknown {
  if (text === undefined || !/^[[{]/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
