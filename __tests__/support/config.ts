import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/paths.mjs'
import { CHECKS } from '../../src/checks/registry.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/model/config.ts'
import type { RenderedTemplate } from '../../src/model/template.ts'
import { renderTemplates } from '../../src/render/render.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export function load(text: string, file = 'mlops-audit.yml'): Config {
  return loadConfig({ text, file, sha256, checkIds: CHECKS.map((check) => check.id) }).config
}

export const MINIMAL = `version: 1
project: retail
environment: dev
account: "123456789012"
region: us-east-1
`

export const exampleText = (): string => readFileSync(join(root, 'examples/retail-prediction/mlops-audit.yml'), 'utf8')

export function example(): Config {
  return load(exampleText())
}

const fragment = (file: string): string => readFileSync(join(root, 'templates', file), 'utf8')

/** Version and hash in goldens are fixed, so that neither a release nor a new setting rewrites them. */
export function render(config: Config): RenderedTemplate[] {
  return renderTemplates({ ...config, hash: '0'.repeat(64) }, { fragment, version: '0.0.0-golden' })
}

const GITHUB = 'github: { repository: acme/retail, owner-id: "81", repository-id: "4512" }\n'
const KEY = (region: string) => `arn:aws:kms:${region}:123456789012:key/11111111-2222-3333-4444-555555555555`

/** Configs whose templates are goldens; each is deployed, updated to its neighbour and deleted on the sandbox. */
export const CONFIGS: Readonly<Record<string, string>> = {
  minimal: MINIMAL,
  example: exampleText(),
  'everything-on': readFileSync(join(root, 'examples/everything-on/mlops-audit.yml'), 'utf8'),
  lab: `${MINIMAL}access: { eks: false, sagemaker: { profile: lab } }\n`,
  'no-tamper-no-access': `${MINIMAL}audit: { tamper-rule: false, insights: false }\naccess: { eks: false, sagemaker: false }\n`,
  china: `${MINIMAL.replace('us-east-1', 'cn-north-1')}github: { repository: acme/retail }\n`,
  govcloud:
    MINIMAL.replace('us-east-1', 'us-gov-west-1') +
    'github: { repository: acme/retail, owner-id: "81", repository-id: "4512", subject: immutable }\n',
  organization: `${MINIMAL}audit: { organization: { id: o-exampleorgid }, reader-accounts: ["210987654321"], analytics: {} }\n`,
  'adopted-bucket': `${MINIMAL}${GITHUB}audit: { log-bucket: { adopt: acme-old-trail-logs }, data-events: [acme-gold] }\n`,
  'adopted-trail': `${MINIMAL}audit:
  trail: { adopt: acme-old-trail }
  log-bucket: { adopt: acme-old-trail-logs }
  log-group: { adopt: acme-old-trail-group }
  key: { adopt: 11111111-2222-3333-4444-555555555555 }
access: { eks: false, sagemaker: false, ecr: { repositories: [{ adopt: acme/old-api }] } }
`,
  'used-trail': `${MINIMAL}audit:
  trail: { use: "arn:aws:cloudtrail:us-east-1:210987654321:trail/org-trail" }
  log-bucket: { use: acme-org-trail-logs }
  log-group: { use: acme-org-trail-group }
  alarms: [root-use, trail-changes]
  config: {}
  analytics: {}
access: { sagemaker: false }
`,
  'object-lock': `${MINIMAL}audit: { object-lock: { mode: compliance, days: 365, confirm: nobody can shorten this }, encryption: sse-s3, tamper-rule: false }\n`,
  'least-privilege': `${MINIMAL}${GITHUB}audit: { data-events: [acme-gold, acme-models], break-glass: ["arn:aws:iam::123456789012:role/break-glass"] }
access:
  eks: { cni: aws-node, clusters: [{ name: retail }] }
  sagemaker: { prefixes: [gold/, artifacts/], repositories: [mlops/retail-api], gates: { network-isolation: true, instance-types: [ml.m5.large], max-runtime-hours: 6 } }
  bucket-policies: [{ bucket: acme-gold }, { bucket: acme-models }]
`,
  'pod-identity': `${MINIMAL}access:
  eks:
    clusters: [{ name: retail }, { name: retail-blue }]
    pods:
      model-read: { namespace: serving, service-account: retail-api, buckets: [acme-models], prefixes: [artifacts/] }
      monitoring: { namespace: amazon-cloudwatch, service-account: cloudwatch-agent, metric-namespaces: [ContainerInsights, Retail] }
`,
  irsa: `${MINIMAL}access:
  eks:
    cni: aws-node
    pod-identity: irsa
    clusters:
      - { name: retail, issuer: "https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE", oidc-provider: create }
      - { name: Retail_2, issuer: "https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0000D4633E53DE1B71EXAMPLE" }
    pods:
      model-read: { namespace: serving, service-account: retail-api, buckets: [acme-models] }
      secrets-read: { namespace: serving, service-account: retail-api, secrets: [retail/db, retail/api-key], keys: ["${KEY('us-east-1')}"] }
`,
  exports: `${MINIMAL}stack-references: export
template-bucket: { use: acme-cfn-templates }
audit: { key: { use: "${KEY('us-east-1')}" }, delivery-notices: true, dashboard: true }
access: { ecr: { repositories: [retail-api], tags: mutable } }
`,
  'enterprise-issuer': `${MINIMAL}github:
  repository: acme/retail
  owner-id: "81"
  repository-id: "4512"
  issuer: https://token.actions.githubusercontent.com/acme-inc
  oidc-provider: { adopt: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com/acme-inc" }
  environments: [prod]
  image-push: { repositories: [retail-api] }
access: { eks: false, ecr: { repositories: [retail-api] } }
`,
  'enterprise-server': `${MINIMAL}github:
  repository: acme/retail
  repository-id: "4512"
  issuer: https://github.acme.example/_services/token
  subject-claims: [repo, context, repository_id, { job_workflow_ref: [acme/automation/.github/workflows/audit.yml@refs/heads/main, acme/automation/.github/workflows/audit.yml@refs/tags/v1] }]
access: { eks: false, sagemaker: false }
`,
  replica: `${MINIMAL}workload-region: us-west-2
audit: { data-events: [acme-gold] }
access: { eks: false, replica: { bucket: acme-gold, region: eu-west-1, prefixes: [gold/, artifacts/] } }
`,
}
