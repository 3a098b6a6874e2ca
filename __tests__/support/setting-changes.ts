import { RESOURCE_TYPES } from '../../sandbox/cloudformation/types/table.ts'
import schema from '../../schema.json' with { type: 'json' }
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { parseLocatedYaml } from '../../src/config/yaml.ts'
import { destructive, type ResourceChange } from '../../src/model/plan.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'
import { refusedInCi } from '../../src/model/withheld.ts'
import { localChanges } from '../../src/plan/local-changes.ts'
import { load, render } from './config.ts'

/** As much of JSON Schema as a walk over settings needs. */
interface Node {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Node[]
  properties?: Record<string, Node>
  minimum?: number
  maximum?: number
}

type Value = Record<string, unknown>

/** What a setting is set to where the schema alone does not tell another value. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  tags: [{ Team: 'other', Extra: '1' }],
  'github.branches': [['main']],
  'github.environments': [['prod', 'staging']],
  'github.publish-environments': [['publish']],
  'github.subject-claims': [['repo', 'context']],
  'github.image-push.repositories': [['mlops/retail-api', 'mlops/other']],
  'github.image-push.branches': [['main', 'next']],
  'github.image-push.environments': [['push']],
  'github.image-push.repository': ['acme/images'],
  'github.image-push.subject-claims': [['repo', 'context']],
  'audit.log-prefix': ['other'],
  'audit.data-events': ['all', ['acme-gold'], ['acme-models']],
  'audit.data-resources': [['AWS::Lambda::Function'], ['AWS::SageMaker::Endpoint', 'AWS::DynamoDB::Table']],
  'audit.network-activity.event-sources': [['s3.amazonaws.com'], ['ec2.amazonaws.com', 'kms.amazonaws.com']],
  'audit.key.administrators': [['arn:aws:iam::123456789012:role/other-admin']],
  'audit.reader-accounts': [['310987654321'], ['210987654321', '310987654321']],
  'audit.break-glass': [['arn:aws:iam::123456789012:role/other-glass']],
  'audit.alert': ['c@example.com', ['a@example.com', 'c@example.com']],
  'audit.alarms': [['root-use'], ['trail-changes', 'no-trail-events'], true],
  'audit.config.rules': [['cloud-trail-log-file-validation-enabled'], true],
  'audit.analytics.since': ['2024/01/01'],
  'audit.analytics.regions': [['eu-west-1']],
  'access.eks': [false],
  'access.eks.clusters': [[{ name: 'retail' }, { name: 'retail-blue' }]],
  'access.eks.pods.model-read.buckets': [['acme-models', 'acme-gold']],
  'access.eks.pods.model-read.prefixes': [['artifacts/']],
  'access.eks.pods.monitoring.metric-namespaces': [['Retail']],
  'access.eks.pods.secrets-read.secrets': [['retail/db', 'retail/api']],
  'access.sagemaker': [false],
  'access.sagemaker.data-buckets': [['acme-gold', 'acme-models']],
  'access.sagemaker.prefixes': [['gold/', 'silver/']],
  'access.sagemaker.read-prefixes': [['reference/']],
  'access.sagemaker.jobs': [['processing'], ['processing', 'transform', 'tuning']],
  'access.sagemaker.repositories': [['mlops/api', 'mlops/other']],
  'access.sagemaker.gates.subnets': [['subnet-0aaaaaaaaaaaaaaa1']],
  'access.sagemaker.gates.security-groups': [['sg-0aaaaaaaaaaaaaaa1', 'sg-0aaaaaaaaaaaaaaa2']],
  'access.sagemaker.gates.instance-types': [['ml.m5.large']],
  'access.ecr.repositories': [['mlops/retail-api', 'retail-batch', 'new-api']],
  'access.bucket-policies': [[{ bucket: 'acme-gold' }], [{ bucket: 'acme-models' }]],
  'access.replica.prefixes': [['gold/']],
  'stacks.notifications': [['arn:aws:sns:eu-west-1:123456789012:other-events']],
}

/** Not a change of what stands, or no change of a stack at all. */
const ELSEWHERE: readonly [RegExp, string][] = [
  [/^(?:version|project|environment|prefix|account|region|workload-region)$/, 'other stacks altogether, and a first creation'],
  [/^names\.(?:\w+-)?stack$/, 'other stacks altogether'],
  [/^(?:access-matrix|organization\.|gates\.|exceptions|fail-on)/, 'judged, and never rendered'],
  [/\.(?:use|adopt)$/, "another's resource, named by the account at hand"],
  [/^access\.replica\.(?:bucket|region)$/, 'another replica: a first creation'],
  [/^stack-references$/, 'an export cannot be taken back while it is used'],
]

const parsed = (text: string) => parseLocatedYaml(text, 'mlops-audit.yml').value as Value

const base = (path: string) => path.split('.')

function get(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => (typeof found === 'object' && found !== null ? (found as Value)[name] : undefined), value)
}

/** A copy with one setting set, or taken out. */
function withSetting(config: Value, path: readonly string[], value: unknown): Value {
  const [first = '', ...rest] = path
  const copy: Value = typeof config === 'object' && config !== null ? { ...config } : {}
  if (rest.length > 0) copy[first] = withSetting(copy[first] as Value, rest, value)
  else if (value === undefined) delete copy[first]
  else copy[first] = value
  return copy
}

/** Every setting of the schema by its path: a section that can be something else as a whole, too. */
function settings(node: Node, path = ''): [string, Node][] {
  const branches = node.anyOf ?? [node]
  const own = branches.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, child]) => settings(child, path === '' ? name : `${path}.${name}`)),
  )
  const isSetting = path !== '' && branches.some(({ properties }) => properties === undefined)
  return [...(isSetting ? [[path, node] as [string, Node]] : []), ...own]
}

function candidates(path: string, { anyOf, ...node }: Node, now: unknown): unknown[] {
  const branches = anyOf ?? [node]
  const generic = branches.flatMap(({ type, enum: allowed = [], const: only, minimum = 1, maximum = 1e9 }) => {
    if (allowed.length > 0) return allowed
    if (only !== undefined) return [only]
    if (type === 'boolean') return [true, false]
    if ([type].flat().includes('integer')) {
      const at = typeof now === 'number' ? now : minimum
      return [at + 1, at - 1].filter((value) => value >= minimum && value <= maximum)
    }
    return []
  })
  const name = path.startsWith('names.') ? ['another-name'] : []
  return [...(VALUES[path] ?? []), ...name, ...generic]
}

export interface SettingChange {
  path: string
  to: unknown
  config: Value
}

const isLoadable = (config: Value): boolean => {
  try {
    load(JSON.stringify(config))
    return true
  } catch {
    return false
  }
}

/** Each setting of a config changed to each other value that makes a good config, and taken out. */
function settingChanges(text: string): SettingChange[] {
  const config = parsed(text)
  return settings(schema as Node).flatMap(([path, node]) => {
    if (ELSEWHERE.some(([pattern]) => pattern.test(path))) return []
    const now = get(config, base(path))
    const others = candidates(path, node, now).filter((value) => JSON.stringify(value) !== JSON.stringify(now))
    return [...others, ...(now === undefined ? [] : [undefined])].flatMap((to) => {
      const changed = withSetting(config, base(path), to)
      return isLoadable(changed) ? [{ path, to, config: changed }] : []
    })
  })
}

export const apply = (text: string, changes: readonly Pick<SettingChange, 'path' | 'to'>[]): string =>
  JSON.stringify(changes.reduce((config, { path, to }) => withSetting(config, base(path), to), parsed(text)))

const REPLACES: Parameters<typeof localChanges>[3] = (type, properties) =>
  properties.some((name) => RESOURCE_TYPES[type]?.createOnly.includes(name)) ? 'True' : 'False'

interface Judged {
  /** A sentence of refusal, of the first stack that has one. */
  refused?: string
  changes: ResourceChange[]
}

const stacksOf = (text: string) =>
  new Map(render(load(text)).map(({ name, stackName, body }) => [stackName, { name, parsed: parseTemplate(body, name) }]))

/** What CI makes of a change, by the product's own rules. */
function judgedInCi(before: string | ReturnType<typeof stacksOf>, after: string): Judged {
  const old = typeof before === 'string' ? stacksOf(before) : before
  const changes: ResourceChange[] = []
  for (const [stackName, { name, parsed }] of stacksOf(after)) {
    if (name === 'bootstrap') continue
    const deployed: ParsedTemplate | undefined = old.get(stackName)?.parsed
    if (!deployed) return { refused: `${stackName} does not exist yet`, changes }
    const found = localChanges(deployed, parsed, [], REPLACES)
    changes.push(...found)
    const [lost] = destructive(found)
    const refused = lost ? `${lost.logicalId} holds evidence` : refusedInCi(found, { after: parsed, stackName })?.reason
    if (refused !== undefined) return { refused, changes }
  }
  return { changes }
}

const removes = ({ changes }: Judged) => changes.some(({ action }) => action === 'Remove')

/**
 * As many settings changed at once as make one good config that CI may deploy: one change for each setting that changes a stack.
 * What takes resources away is apart, as CI needs the bootstrap of before for it.
 */
export function changedAtOnce(text: string, kind: 'removing' | 'others'): { config: string; paths: string[] } {
  const old = stacksOf(text)
  const taken: SettingChange[] = []
  let config = JSON.stringify(parsed(text))
  const isGood = (judged: Judged) => judged.refused === undefined && judged.changes.length > 0 && removes(judged) === (kind === 'removing')
  for (const change of settingChanges(text)) {
    if (taken.some(({ path }) => change.path === path || change.path.startsWith(`${path}.`) || path.startsWith(`${change.path}.`))) continue
    if (kind === 'removing' && !/^audit\.(?:alarms|dashboard|config\.rules)$/.test(change.path)) continue
    if (!isGood(judgedInCi(old, JSON.stringify(change.config)))) continue
    const together = apply(config, [change])
    if (!isLoadable(parsed(together)) || !isGood(judgedInCi(old, together))) continue
    taken.push(change)
    config = together
  }
  return { config, paths: taken.map(({ path }) => path) }
}
