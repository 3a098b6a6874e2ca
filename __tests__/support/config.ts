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

/** The version in goldens is fixed, so that a release does not rewrite them. */
export function render(config: Config): RenderedTemplate[] {
  return renderTemplates(config, { fragment, version: '0.0.0-golden' })
}

export const CONFIGS: Readonly<Record<string, string>> = {
  minimal: MINIMAL,
  example: exampleText(),
  'everything-on': `${MINIMAL.replace('us-east-1', 'eu-west-1')}tags: { Team: "platform: audit", "cost center": "42" }
github: { repository: acme/retail, owner-id: "81", repository-id: "4512", branches: [main, release], environments: [prod], subject: both, oidc-provider: { use: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } }
audit:
  data-events: all
  data-events-access: write
  insights: true
  bucket-key: true
  key: { rotation-days: 180, administrators: ["arn:aws:iam::123456789012:role/security-admin"], allow-deletion: true, reader-accounts: ["210987654321"] }
  lifecycle: { standard-ia: null, glacier: 30, glacier-class: GLACIER, deep-archive: 200, expire: 2555, scope: all }
  alert: [a@example.com, b@example.com]
  alarms: true
access:
  eks: { auto-mode: true, cni: aws-node, ecr-pull: read-only }
  sagemaker: { data-buckets: [acme-gold], prefixes: [gold/], repositories: [mlops/api], keys: ["arn:aws:kms:eu-west-1:123456789012:key/0000-1111"], vpc: true }
`,
  lab: `${MINIMAL}access: { eks: false, sagemaker: { profile: lab } }\n`,
  'no-tamper-no-access': `${MINIMAL}audit: { tamper-rule: false, insights: false }\naccess: { eks: false, sagemaker: false }\n`,
  china: `${MINIMAL.replace('us-east-1', 'cn-north-1')}github: { repository: acme/retail }\n`,
  govcloud:
    MINIMAL.replace('us-east-1', 'us-gov-west-1') +
    'github: { repository: acme/retail, owner-id: "81", repository-id: "4512", subject: immutable }\n',
}
