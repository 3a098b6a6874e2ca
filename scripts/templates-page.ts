/** docs/templates.md: what each setting makes appear, found by rendering with and without it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTemplate } from '../src/cloudformation/parse.ts'
import { loadConfig } from '../src/config/load.ts'
import type { TemplateResource } from '../src/model/template.ts'
import { renderTemplates } from '../src/render/render.ts'
import { root } from './paths.mjs'

const BASE = {
  version: 1,
  project: 'retail',
  environment: 'dev',
  account: '123456789012',
  region: 'us-east-1',
  github: { repository: 'acme/retail', 'owner-id': '81', 'repository-id': '4512' },
}
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/1234'
const ROLE = 'arn:aws:iam::123456789012:role/break-glass'
const POD = { namespace: 'serving', 'service-account': 'api' }
const CLUSTERS = [{ name: 'retail' }]

/** A setting, as it is written; laid over the smallest config with a repository. */
export const SETTINGS: readonly { setting: string; config: Record<string, unknown> }[] = [
  { setting: '`region:` other than the global one', config: { region: 'eu-west-1' } },
  { setting: '`workload-region`', config: { 'workload-region': 'eu-west-1' } },
  { setting: '`template-bucket: { use }`', config: { 'template-bucket': { use: 'templates' } } },
  { setting: '`stack-references: export`', config: { 'stack-references': 'export' } },
  { setting: '`github.environments`', config: { github: { ...BASE.github, environments: ['prod'] } } },
  { setting: '`github.publish-environments`', config: { github: { ...BASE.github, 'publish-environments': ['publish'] } } },
  {
    setting: '`github.oidc-provider: { use }`',
    config: {
      github: { ...BASE.github, 'oidc-provider': { use: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' } },
    },
  },
  { setting: '`github.image-push`', config: { github: { ...BASE.github, 'image-push': { repositories: ['api'] } } } },
  { setting: '`audit.trail: { use }`', config: { audit: { trail: { use: 'arn:aws:cloudtrail:us-east-1:123456789012:trail/theirs' } } } },
  { setting: '`audit.trail: { adopt }`', config: { audit: { trail: { adopt: 'by-hand' } } } },
  { setting: '`audit.log-bucket: { use }`', config: { audit: { 'log-bucket': { use: 'archive' } } } },
  { setting: '`audit.log-group: { use }`', config: { audit: { 'log-group': { use: 'theirs' } } } },
  { setting: '`audit.organization`', config: { audit: { organization: { id: 'o-exampleorgid' } } } },
  { setting: '`audit.data-events: [bucket]`', config: { audit: { 'data-events': ['gold'] } } },
  { setting: '`audit.data-events: all`', config: { audit: { 'data-events': 'all' } } },
  { setting: '`audit.data-resources`', config: { audit: { 'data-resources': ['AWS::SageMaker::FeatureGroup'] } } },
  { setting: '`audit.network-activity`', config: { audit: { 'network-activity': { 'event-sources': ['s3.amazonaws.com'] } } } },
  { setting: '`audit.insights: false`', config: { audit: { insights: false } } },
  { setting: '`audit.delivery-notices`', config: { audit: { 'delivery-notices': true } } },
  { setting: '`audit.encryption: sse-s3`', config: { audit: { encryption: 'sse-s3' } } },
  { setting: '`audit.key.use`', config: { audit: { key: { use: KEY } } } },
  { setting: '`audit.key.administrators`', config: { audit: { key: { administrators: [ROLE] } } } },
  { setting: '`audit.bucket-key`', config: { audit: { 'bucket-key': true } } },
  { setting: '`audit.reader-accounts`', config: { audit: { 'reader-accounts': ['210987654321'] } } },
  { setting: '`audit.object-lock`', config: { audit: { 'object-lock': { mode: 'governance', days: 365 } } } },
  { setting: '`audit.break-glass`', config: { audit: { 'break-glass': [ROLE] } } },
  { setting: '`audit.lifecycle.expire`', config: { audit: { lifecycle: { expire: 2555 } } } },
  { setting: '`audit.lifecycle.expire-noncurrent`', config: { audit: { lifecycle: { expire: 2555, 'expire-noncurrent': 400 } } } },
  { setting: '`audit.alert`', config: { audit: { alert: 'security@example.com' } } },
  { setting: '`audit.tamper-rule: false`', config: { audit: { 'tamper-rule': false } } },
  { setting: '`audit.alarms: [root-use]`', config: { audit: { alarms: ['root-use'] } } },
  { setting: '`audit.dashboard`', config: { audit: { dashboard: true } } },
  { setting: '`audit.config`', config: { audit: { config: { rules: ['cloud-trail-enabled'] } } } },
  { setting: '`audit.config.recorder: create`', config: { audit: { config: { rules: false, recorder: 'create' } } } },
  { setting: '`audit.analytics`', config: { audit: { analytics: {} } } },
  { setting: '`audit.evidence`', config: { audit: { evidence: { mode: 'governance', days: 365 } } } },
  { setting: '`access.eks: false`', config: { access: { eks: false } } },
  { setting: '`access.eks.auto-mode`', config: { access: { eks: { 'auto-mode': true } } } },
  { setting: '`access.eks.cni: aws-node` with a cluster', config: { access: { eks: { cni: 'aws-node', clusters: CLUSTERS } } } },
  { setting: '`access.eks.ecr-pull: read-only`', config: { access: { eks: { 'ecr-pull': 'read-only' } } } },
  {
    setting: '`access.eks.pods.model-read`',
    config: { access: { eks: { clusters: CLUSTERS, pods: { 'model-read': { ...POD, buckets: ['models'] } } } } },
  },
  { setting: '`access.eks.pods.monitoring`', config: { access: { eks: { clusters: CLUSTERS, pods: { monitoring: POD } } } } },
  {
    setting: '`access.eks.pods.secrets-read`, `pod-identity: irsa`, `oidc-provider: create`',
    config: {
      access: {
        eks: {
          'pod-identity': 'irsa',
          clusters: [{ name: 'retail', issuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE', 'oidc-provider': 'create' }],
          pods: { 'secrets-read': { ...POD, secrets: ['db'] } },
        },
      },
    },
  },
  { setting: '`access.sagemaker: false`', config: { access: { sagemaker: false } } },
  { setting: '`access.sagemaker.profile: lab`', config: { access: { sagemaker: { profile: 'lab' } } } },
  { setting: '`access.sagemaker.jobs`', config: { access: { sagemaker: { jobs: ['training', 'pipelines'] } } } },
  { setting: '`access.sagemaker.vpc`', config: { access: { sagemaker: { vpc: true } } } },
  { setting: '`access.sagemaker.gates`', config: { access: { sagemaker: { gates: { 'network-isolation': true } } } } },
  { setting: '`access.ecr`', config: { access: { ecr: { repositories: ['retail-api'] } } } },
  { setting: '`access.bucket-policies`', config: { access: { 'bucket-policies': [{ bucket: 'gold' }] } } },
  { setting: '`access.replica`', config: { access: { replica: { bucket: 'gold', region: 'eu-west-1' } } } },
]

type Resources = Map<string, TemplateResource>

function resourcesOf(config: Record<string, unknown>): Resources {
  const loaded = loadConfig({
    text: JSON.stringify({ ...BASE, ...config }),
    file: 'mlops-audit.yml',
    checkIds: [],
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  })
  const templates = renderTemplates(loaded.config, {
    fragment: (file) => readFileSync(join(root, 'templates', file), 'utf8'),
    version: '0',
  })
  return new Map(
    templates.flatMap(({ name, body }) =>
      Object.entries(parseTemplate(body, name).Resources).map(([id, resource]) => [`${name}: ${id}`, resource]),
    ),
  )
}

/** The names of the region and of existing resources run through everything; what only carries them has not changed. */
function neutral(resource: TemplateResource): string {
  return JSON.stringify(resource).replaceAll('eu-west-1', 'us-east-1')
}

function differences(base: Resources, other: Resources): { added: string[]; removed: string[]; changed: string[] } {
  const changed = [...other].flatMap(([id, resource]) => {
    const before = base.get(id)
    if (!before || neutral(before) === neutral(resource)) return []
    const properties = new Set([...Object.keys(before.Properties ?? {}), ...Object.keys(resource.Properties ?? {})])
    const names = [...properties].filter(
      (name) => JSON.stringify(before.Properties?.[name]) !== JSON.stringify(resource.Properties?.[name]),
    )
    const attributes = (['DeletionPolicy', 'DependsOn'] as const).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(resource[name]),
    )
    return [`${id} (${[...names, ...attributes].join(', ')})`]
  })
  return {
    added: [...other.keys()].filter((id) => !base.has(id)),
    removed: [...base.keys()].filter((id) => !other.has(id)),
    changed,
  }
}

/** `audit: A`, `audit: B` → `audit: A, B`. */
function listed(ids: readonly string[]): string {
  const byTemplate = new Map<string, string[]>()
  for (const id of ids) {
    const [template = '', name = ''] = id.split(': ')
    byTemplate.set(template, [...(byTemplate.get(template) ?? []), name])
  }
  return [...byTemplate].map(([template, names]) => `**${template}** ${names.join(', ')}`).join('<br>')
}

export function templatesPage(): string {
  const base = resourcesOf({})
  const rows = SETTINGS.map(({ setting, config }) => {
    const { added, removed, changed } = differences(base, resourcesOf(config))
    return `| ${setting} | ${listed(added)} | ${listed(removed)} | ${listed(changed)} |`
  })
  const start = new Map<string, string[]>()
  for (const [id, resource] of base) {
    const [template = '', name = ''] = id.split(': ')
    start.set(template, [...(start.get(template) ?? []), `${name} (${resource.Type})`])
  }
  return `# What each setting makes appear

Generated by rendering (\`npm run docs\`). The smallest config with a repository renders:

${[...start].map(([template, names]) => `- **${template}.yml**: ${names.join(', ')}`).join('\n')}

Each row lays one setting over that config.

| Setting | Appears | Goes | Changes |
|---|---|---|---|
${rows.join('\n')}

Settings are described in the [config reference](config.md), with AWS's reasons in [docs/settings](settings/README.md).
`
}
