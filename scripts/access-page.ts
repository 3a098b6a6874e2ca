/** Writes `docs/access.md`: how the matrix is read, and the rows of the foundation as the example config gets them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { accessModel } from '../src/access/from-templates.ts'
import { judgeMatrix } from '../src/access/judge.ts'
import { CHECKS } from '../src/checks/registry.ts'
import { parseTemplate } from '../src/cloudformation/parse.ts'
import { loadConfig } from '../src/config/load.ts'
import type { ActionIndex } from '../src/iam/actions.ts'
import { renderTemplates } from '../src/render/render.ts'
import { root } from './paths.mjs'

const read = (file: string) => readFileSync(join(root, file), 'utf8')

function foundationRows(): string[] {
  const file = 'examples/retail-prediction/mlops-audit.yml'
  const { config } = loadConfig({ text: read(file), file, checkIds: CHECKS.map((check) => check.id), sha256: () => '' })
  const templates = renderTemplates(config, { fragment: (name) => read(`templates/${name}`), version: '' }).map(
    ({ name, body, region }) => ({
      parsed: parseTemplate(body, name),
      region,
      positionOf: () => ({ file: name, line: 1, column: 1 }),
    }),
  )
  const index = JSON.parse(gunzipSync(readFileSync(join(root, 'dist/iam-actions.bin'))).toString()) as ActionIndex
  const { access } = judgeMatrix({
    config,
    model: accessModel(templates, config.account),
    index,
    positionOf: () => ({ file, line: 1, column: 1 }),
  })
  return access.map(
    ({ who, effect, actions, on, why }) => `| ${who} | ${effect} | ${actions} | ${on.replaceAll('*', '\\*')} | ${why ?? ''} |`,
  )
}

export function accessPage(): string {
  return `# Access matrix

\`check\` decides from the rendered templates who could do what, before anything is deployed: identity policies, boundaries, trust policies, bucket and key policies together, as AWS would. The rows of the foundation are always held; your own go into the config.

\`\`\`yaml
access-matrix:
  - who: sagemaker-role
    can: [s3:GetObject, s3:PutObject]
    on: arn:aws:s3:::acme-models/artifacts/*
  - who: workload-roles
    cannot: [dynamodb:*, rds:*]
    why: features come through S3
  - who: { repository: acme/experiments, branch: main }
    cannot: sts:AssumeRoleWithWebIdentity
    on: deploy-role
  - who: sagemaker-role
    cannot: sagemaker:CreateTrainingJob
    on: "*"
    when: { "sagemaker:NetworkIsolation": "false" }
\`\`\`

\`access-matrix: access-matrix.yml\` keeps the list in a file of its own beside the config.

| Key | What it takes |
|---|---|
| \`who\` | a role by its key under \`names\` (\`sagemaker-role\`, \`deploy-role\`) or by its name; \`workload-roles\`; \`any-role\`; or a run of a workflow: \`repository\` with \`branch\`, \`tag\`, \`environment\` or \`pull-request: true\`, and the ids its token carries (\`owner-id\`, \`repository-id\`) |
| \`can\`, \`cannot\` | actions, wildcards allowed; \`write\` is every action that is not a List or Read action |
| \`on\` | ARNs, wildcards allowed, or \`trail\`, \`log-key\`, \`log-group\`, \`log-bucket\` and the other buckets, the boundaries, a role, \`self\` |
| \`except\` | what \`on\` does not mean |
| \`when\` | condition keys of the request; \`null\` for a key it does not have |
| \`why\` | shown with the row |

**\`can\`** holds when every action is allowed on every resource that the row and the policies can tell apart. Condition keys have the values of \`when\`; of the others a request carries those that every request of a role has (\`aws:PrincipalArn\`, \`aws:SecureTransport: true\` and the like).

**\`cannot\`** holds when no request is allowed, whatever its context: each condition key that a policy mentions is tried absent, with each value the policies name, and with one they do not; each resource where their patterns meet the row's. A row that would need more than 20,000 requests is refused with its condition keys named, not guessed.

A managed policy whose text is not in the templates counts as all it may allow for \`cannot\` (for the EKS, ECR and CloudWatch policies used here: the services they are about; otherwise everything), and as nothing for \`can\`. Organization policies (SCP, RCP) and session policies are not looked at: they can only take away. A denial by them can break a \`can\` that holds here.

A broken row fails \`check\` with exit code 1. It names a request that decides otherwise and the statements that made the decision, with file and line. A row that names what is not rendered, or an action AWS does not have, is an error in the config (exit code 3).

## Rows of the foundation

As they are for [the example](../examples/retail-prediction/mlops-audit.yml). Rows about what a config does not render are left out. The lab profile of SageMaker may pass roles as AmazonSageMakerFullAccess does; its row about \`iam:PassRole\` is left out.

| Who | | What | On | Why |
|---|---|---|---|---|
${foundationRows().join('\n')}
`
}
