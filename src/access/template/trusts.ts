import { hasUnknown, readable } from '../../cloudformation/worked-out.ts'
import { strangerAt, tokenAt, whenText } from '../../iam/ask.ts'
import { actionMatches } from '../../iam/evaluate.ts'
import type { Condition, Statement } from '../../iam/policy.ts'
import { namedStatement, orWhyNot, seenThrough, standing } from './ask.ts'
import type { JudgeContext } from './judging.ts'
import type { PlacedPolicy } from './placed-policy.ts'
import { type Breach, isUnproven, type Judged } from './rules.ts'
import type { Subject } from './subjects.ts'

/** Who can become a role. */
export function judgeTrust(subject: Subject, context: JudgeContext): Judged[] {
  const { trust } = subject
  if (!trust) return []
  const open = anyone(subject, trust, context)
  return [...open, ...tokens(subject, trust, context), ...(open.some((one) => !isUnproven(one)) ? [] : accounts(subject, trust, context))]
}

function anyone({ id }: Subject, trust: PlacedPolicy, { account }: JudgeContext): Judged[] {
  const action = 'sts:AssumeRole'
  const found = orWhyNot(() => strangerAt(trust, action, account))
  if (typeof found === 'string')
    return [
      {
        rule: 'trust-excludes-strangers',
        resource: id,
        pointers: seenThrough([trust], [action], found),
        whether: `anyone with an AWS account can assume ${id}`,
        because: found,
      },
    ]
  if (!found) return []
  const { pointers, names } = standing([trust], found.request)
  const when = whenText(found.request)
  return [
    {
      rule: 'trust-excludes-strangers',
      resource: id,
      pointers,
      message: `Anyone with an AWS account can assume ${id}${when}, by ${names.join(' and ')}${when === '' ? '' : ': whoever asks chooses that'}.`,
      remedy:
        'Name who may: `Principal: { AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }`, or the service that uses it: `Principal: { Service: sagemaker.amazonaws.com }`.',
      ...(found.needsExternalId ? { severity: 'high' as const } : {}),
    },
  ]
}

/** Issuers that give tokens to everybody, with claims of a stranger’s token that a stranger cannot choose. */
const ISSUERS: readonly { host: RegExp; whose: string; claims: Readonly<Record<string, readonly string[]>>; remedy: string }[] = [
  {
    host: /token\.actions\.githubusercontent\.com$/,
    whose: 'any repository on GitHub',
    claims: {
      sub: ['repo:a-stranger/some-repository:ref:refs/heads/main'],
      repository: ['a-stranger/some-repository'],
      repository_owner: ['a-stranger'],
      repository_id: ['1'],
      repository_owner_id: ['2'],
      job_workflow_ref: ['a-stranger/some-repository/.github/workflows/x.yml@refs/heads/main'],
      workflow_ref: ['a-stranger/some-repository/.github/workflows/x.yml@refs/heads/main'],
      actor: ['a-stranger'],
      enterprise: [],
    },
    remedy:
      '`Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": sts.amazonaws.com, "token.actions.githubusercontent.com:sub": "repo:OWNER/REPO:ref:refs/heads/main" } }`.',
  },
  {
    host: /(?:^|\/)gitlab\.com$/,
    whose: 'any project on GitLab.com',
    claims: {
      sub: ['project_path:a-stranger/project:ref_type:branch:ref:main'],
      project_path: ['a-stranger/project'],
      namespace_path: ['a-stranger'],
    },
    remedy: '`Condition: { StringEquals: { "gitlab.com:sub": "project_path:GROUP/PROJECT:ref_type:branch:ref:main" } }`.',
  },
  {
    host: /app\.terraform\.io$/,
    whose: 'any workspace of Terraform Cloud',
    claims: { sub: ['organization:a-stranger:project:p:workspace:w:run_phase:apply'] },
    remedy: '`Condition: { StringLike: { "app.terraform.io:sub": "organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:*" } }`.',
  },
  {
    host: /cognito-identity\.amazonaws\.com$/,
    whose: 'anyone with an identity pool of their own',
    claims: { aud: ['us-east-1:a-stranger'], sub: ['us-east-1:a-stranger-too'] },
    remedy:
      '`Condition: { StringEquals: { "cognito-identity.amazonaws.com:aud": !Ref IdentityPool }, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": authenticated } }`.',
  },
  {
    host: /(?:accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com|api\.amazon\.com)$/,
    whose: 'anyone who signs in to any application there',
    claims: {
      aud: ['an-application-of-a-stranger'],
      oaud: ['an-application-of-a-stranger'],
      app_id: ['an-application-of-a-stranger'],
      sub: ['a-stranger'],
    },
    remedy: 'Demand your application’s id: `Condition: { StringEquals: { "accounts.google.com:aud": APPLICATION } }`.',
  },
]

/** A cluster gives tokens to every pod: which service account is meant must be said. */
const EKS_ISSUER = /oidc\.eks\.[\w-]+\.amazonaws\.com/

function tokens(subject: Subject, trust: PlacedPolicy, { account }: JudgeContext): Judged[] {
  const action = 'sts:AssumeRoleWithWebIdentity'
  const providers = new Set(
    trust.statements
      .filter((statement) => statement.effect === 'Allow' && actionMatches(statement, action))
      .flatMap(({ principals = [] }) => principals.filter(({ type }) => type === 'Federated' || type === '*').map(({ value }) => value)),
  )
  const undecided = (whose: string, because: string): Judged => ({
    rule: 'trust-of-tokens-names-whose',
    resource: subject.id,
    pointers: seenThrough([trust], [action], because),
    whether: `a token of ${whose} is enough to assume ${subject.id}`,
    because,
  })
  return [...providers].flatMap((provider): Judged[] => {
    const host = provider.replace(/^.*:oidc-provider\//, '')
    const issuer = ISSUERS.find((known) => known.host.test(host))
    if (issuer) {
      const claims = Object.fromEntries(Object.entries(issuer.claims).map(([key, values]) => [`${host}:${key}`, values]))
      const found = orWhyNot(() => tokenAt(trust, action, provider, claims, account))
      if (typeof found === 'string') return [undecided(issuer.whose, found)]
      if (found) return [tokenBreach(subject, trust, found, issuer.whose, issuer.remedy)]
      return organization(subject, trust, host)
    }
    const isCluster = EKS_ISSUER.test(provider) || (hasUnknown(provider) && /oidc/i.test(provider) && mentionsServiceAccount(trust))
    if (!isCluster) return []
    const keys = [
      ...new Set(trust.statements.flatMap(({ conditions }) => conditions.map(({ key }) => key)).filter((key) => key.endsWith(':sub'))),
    ]
    const claims = Object.fromEntries(
      (keys.length > 0 ? keys : [`${host}:sub`]).map((key) => [key, ['system:serviceaccount:some-other:pod']]),
    )
    const found = orWhyNot(() => tokenAt(trust, action, provider, claims, account))
    if (typeof found === 'string') return [undecided('any pod of the cluster', found)]
    if (!found) return []
    const remedy =
      '`Condition: { StringEquals: { "<issuer>:sub": system:serviceaccount:NAMESPACE:NAME, "<issuer>:aud": sts.amazonaws.com } }`.'
    return [{ ...tokenBreach(subject, trust, found, 'any pod of the cluster', remedy), severity: 'high' }]
  })
}

const mentionsServiceAccount = ({ statements }: PlacedPolicy) =>
  statements.some(({ conditions }) =>
    conditions.some(({ key, values }) => key.endsWith(':sub') || values.some((value) => value.startsWith('system:serviceaccount'))),
  )

function tokenBreach({ id }: Subject, trust: PlacedPolicy, found: Parameters<typeof standing>[1], whose: string, remedy: string): Breach {
  const { pointers, names } = standing([trust], found)
  return {
    rule: 'trust-of-tokens-names-whose',
    resource: id,
    pointers,
    message: `A token of ${whose} is enough to assume ${id}, by ${names.join(' and ')}.`,
    remedy,
  }
}

/** A whole organization on GitHub: every repository of it, also the next one. */
function organization({ id }: Subject, trust: PlacedPolicy, host: string): Breach[] {
  if (!host.endsWith('token.actions.githubusercontent.com')) return []
  return trust.statements.flatMap((statement) => {
    const wide = statement.conditions
      .filter(({ key }) => key.toLowerCase() === `${host}:sub`)
      .flatMap(({ values }: Condition) => values)
      .filter((value) => /^repo:[^/*]+\/\*/.test(value) || /^repo:[^:*]+:\*$/.test(value) || /^repo:[^:]*:pull_request$/.test(value))
    const pinned = statement.conditions.some(({ key }) => /:(?:job_workflow_ref|environment|ref|repository|repository_id)$/.test(key))
    return wide.length === 0 || pinned || statement.effect === 'Deny'
      ? []
      : [
          {
            rule: 'trust-of-tokens-names-whose' as const,
            resource: id,
            pointers: [trust.pointerOf(statement)],
            message: `${wide.map(readable).join(', ')} in ${namedStatement(trust, statement)} lets in ${/\/\*/.test(wide[0] ?? '') ? 'every repository of the owner' : 'every branch and pull request of the repository'}.`,
            remedy: 'Name repository and branch, or an environment with reviewers: `repo:OWNER/REPO:environment:prod`.',
            severity: /\/\*/.test(wide[0] ?? '') ? ('high' as const) : ('medium' as const),
          },
        ]
  })
}

/** Account ids that a statement lets in, other than its own. */
export function otherAccounts({ principals = [] }: Statement, account: string): string[] {
  const found = principals.flatMap(({ type, value }) =>
    type === 'AWS' ? (/^(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::.*)?$/.exec(value)?.[1] ?? []) : [],
  )
  return [...new Set(found)].filter((other) => other !== account)
}

function accounts({ id }: Subject, trust: PlacedPolicy, { account }: JudgeContext): Breach[] {
  return trust.statements.flatMap((statement) => {
    const others = statement.effect === 'Allow' && actionMatches(statement, 'sts:AssumeRole') ? otherAccounts(statement, account) : []
    if (others.length === 0 || statement.conditions.length > 0) return []
    return [
      {
        rule: 'trust-of-accounts-has-condition' as const,
        resource: id,
        pointers: [trust.pointerOf(statement)],
        message: `Account ${others.join(', ')} can assume ${id} without a condition, by ${namedStatement(trust, statement)}: whoever gets that account to ask for it, too.`,
        remedy:
          'Of your own accounts, name the organization: `Condition: { StringEquals: { aws:PrincipalOrgID: o-… } }`; of somebody else’s, an external id: `Condition: { StringEquals: { sts:ExternalId: … } }`.',
      },
    ]
  })
}
