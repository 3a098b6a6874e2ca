/** Writes `docs/access.md`: how the matrix is read, and the rows of the foundation as the example config gets them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessModel } from '../src/access/from-templates.ts'
import { judgeMatrix } from '../src/access/judge.ts'
import { CHECKS } from '../src/checks/registry.ts'
import { parseTemplate } from '../src/cloudformation/parse.ts'
import { loadConfig } from '../src/config/load.ts'
import { openIamActions } from '../src/edge/iam-actions.ts'
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
  const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
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

A row comes out in one of three states.

| State | \`cannot\` | \`can\` |
|---|---|---|
| holds | there is no request that is allowed, whatever its resource, session and context | every request of the row is allowed |
| broken | a request is allowed; it is shown, with the statements | a request is refused; it is shown, with the reason |
| not proven | the search did not come to an end; what was not searched is said. Red, as broken | a policy that is not known has a say; which one is said. Not red |

A row is about requests that can be: of each action, resources of the types that AWS lists for it. A policy that allows an object action at a bucket, or an action of another service, allows nothing by it. A \`can\` of that kind is broken, and a \`cannot\` that no request could break is not proven; both say what the action is about. Where only some actions of a row of yours are so, the row says which. Actions for which AWS lists no type (\`ListAllMyBuckets\`) ask for everything, so that they matter to rows on everything alone.

**\`can\`** is about resources of the account. Condition keys have the values of \`when\`; of the others a request carries those that every request of a role has (\`aws:PrincipalArn\`, \`aws:SecureTransport: true\` and the like), and no more.

**\`cannot\`** is solved, not sampled. All policies together are one formula over the resource and the condition keys, and a request that it takes is looked for: texts by walking all patterns at once, numbers, dates and addresses by every bound that is named and what lies between, keys with several values by one for each thing that some value must be, policy variables first for anything, then for what the rest leaves them. What comes out is decided again as AWS would, so that a broken row is certain; where the formula has no request, that is the proof. Not proven is left: variables of which no value that was tried fits, a key compared as text and as a number, more than 5,000 ways through the statements.

What nobody has shown counts at its worst for \`cannot\`:

- A key, bucket or role whose policy is not in the templates lets the account's own policies decide, as AWS's default does; one of another account lets the role in as well. What such a policy grants by itself, past the account's, is not seen.
- A managed policy that AWS publishes counts as the services it is about (for those that the templates attach), any other as everything; for \`can\`, as what is published.
- A run of a workflow may be a job that names an environment; its token then says no branch. Where such a token is let in, the row says that only the environment's protection rules stand between. Ids that a row leaves out are those of \`github\` for its repository, and any for others.
- Roles that AWS keeps for itself (\`aws-service-role/\`, \`aws-reserved/\`), its managed policies and \`alias/aws/*\` cannot be changed; no row breaks on them.

Service and resource control policies take part where \`organization\` names their files, a list for each level; without, they are not looked at: they can only take away, and a denial by them can break a \`can\` that holds here. Session policies are not looked at, for the same reason.

\`\`\`yaml
organization:
  service-control-policies: [[policies/root.json], [policies/ml-unit.json]]
  resource-control-policies: [[policies/perimeter.json]]
\`\`\`

A level whose files allow nothing is taken to have AWS's FullAWSAccess beside them.

## In an account

\`verify\`, \`deploy\` after its stacks, and a replay of their evidence hold the same rows against the account: the roles' policies, boundaries and trust, AWS's own policies in the version in force, and the policies of the log key, the buckets of the templates and those with data. Which rows there are follows from the config, so a role that is gone takes no row with it.

| In the account | \`cannot\` | \`can\` |
|---|---|---|
| a role that is not there | holds, and says so | broken |
| a role of which a part could not be read | not proven, red | not proven |
| a key or bucket of the templates that is not there | the rest decides | broken |
| a policy of a key or bucket that could not be read | not proven, red | not proven |
| a bucket of data that is not there, or is another account's | as any whose policy is not known | not proven |

Policies of repositories and topics are read where the templates have one or a row names them, and count as those of buckets; policies of queues, secrets, functions, tables and all else that has one (\`src/access/policy-carriers.ts\` lists the kinds) are not. A \`can\` on which a policy that was not read has a say is not proven, and neither is a \`cannot\` that names the resource: such a policy may let the caller in by itself. KMS grants, S3 access points and ACLs are not looked at.

Where the caller may, a request of each row is put to AWS's own simulator too (\`SimulatePrincipalPolicy\`; it knows a role's policies, its boundary and the organization's, and no policy of a resource). Where it says something else than the policies that were read, both answers are shown and the row is not proven. Where the caller may not, that is said. A policy that a role is designed to have and does not have fails the check \`role-has-designed-policies\` by its name.

Held against another judge: [iam-simulate](https://github.com/cloud-copilot/iam-simulate) decides requests made of every golden config's policies one by one, and generated cases and random policies with variables, dates, addresses and sets; the tests list where it and AWS's documentation differ. \`node scripts/on-node24.mjs scripts/prove-access.ts\` does so at full length: on 1 December 2026, for everything-on, govcloud, china, exports, object-lock and adopted-trail, 46,409 rows and 348,829 requests, with no false green.

A broken row fails \`check\` with exit code 1. It names a request that decides otherwise and the statements that made the decision, with file and line. A row that names what is not rendered, or an action AWS does not have, is an error in the config (exit code 3).

## Rows of the foundation

As they are for [the example](../examples/retail-prediction/mlops-audit.yml). Rows about what a config does not render are left out. The lab profile of SageMaker may pass roles as AmazonSageMakerFullAccess does; its row about \`iam:PassRole\` is left out.

| Who | | What | On | Why |
|---|---|---|---|---|
${foundationRows().join('\n')}
`
}
