import { readable } from '../../cloudformation/worked-out.ts'
import { type ActionIndex, expandAction } from '../../iam/actions.ts'
import { type StrangerFound, strangerAt, whenText } from '../../iam/ask.ts'
import type { Statement } from '../../iam/policy.ts'
import type { Severity } from '../../model/finding.ts'
import { namedStatement, orWhyNot, type Searched, seenThrough, standing } from './ask.ts'
import type { Guarded } from './guarded.ts'
import type { JudgeContext } from './judging.ts'
import type { PlacedPolicy } from './placed-policy.ts'
import type { PublicAccess } from './properties.ts'
import type { Breach, Judged } from './rules.ts'
import { otherAccounts } from './trusts.ts'

/** Who of outside reaches a resource through its own policy. */
export function judgeGuarded(guarded: Guarded, context: JudgeContext, block: PublicAccess): Judged[] {
  const open = strangers(guarded, context, block)
  return [...open, ...others(guarded, context), ...services(guarded), ...negated(guarded)]
}

function strangers({ id, type, policy, service, guards }: Guarded, context: JudgeContext, block: PublicAccess): Judged[] {
  const tried = openActions(policy, service, context)
  const found = new Map(tried.flatMap(([action, one]) => (typeof one === 'object' ? [[action, one] as const] : [])))
  const [first] = found.values()
  if (!first) {
    const [action, because] = tried.find(([, one]) => typeof one === 'string') ?? []
    if (action === undefined || typeof because !== 'string') return []
    const pointers = seenThrough([policy], [action], because)
    return [
      { rule: 'resource-excludes-strangers', resource: id, pointers, whether: `anyone can ${action} through ${policy.name}`, because },
    ]
  }
  const { pointers, names } = standing([policy], first.request)
  const actions = [...found.keys()]
  const shown = actions.length > 4 ? `${actions.slice(0, 4).join(', ')} and ${actions.length - 4} more` : actions.join(', ')
  const kept = KEPT[type === 'AWS::S3::BucketPolicy' ? block(guards) : 'open']
  const when = whenText(first.request)
  return [
    {
      rule: 'resource-excludes-strangers',
      resource: id,
      pointers,
      message: `Anyone can ${shown} through ${names.join(' and ')}${when}${when === '' ? '' : ': whoever asks chooses that'}.${kept}`,
      remedy:
        'Name who may: `Principal: { AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }`; or bind it to your organization: `Condition: { StringEquals: { aws:PrincipalOrgID: o-… } }`.',
      severity: severityOf(type, actions, kept !== '', first.needsExternalId),
    },
  ]
}

/** What stands between a bucket's open policy and the public. */
const KEPT: Readonly<Record<ReturnType<PublicAccess>, string>> = {
  blocked: ' The bucket’s public access block keeps them out; the policy will be refused.',
  'blocked-by-default':
    ' New buckets block public access since April 2023, so that the policy will be refused; nothing but that default stands between.',
  open: '',
  unknown: '',
}

function openActions(
  policy: PlacedPolicy,
  service: string,
  { account, index }: JudgeContext,
): (readonly [string, Searched<StrangerFound>])[] {
  const allowing = policy.statements.filter(({ effect }) => effect === 'Allow')
  const actions = [...new Set(allowing.flatMap((statement) => actionsOf(statement, service, index)))]
  return actions.map((action) => [action, orWhyNot(() => strangerAt(policy, action, account))] as const)
}

function severityOf(type: string, actions: readonly string[], isKept: boolean, needsExternalId: boolean): Severity {
  if (isKept) return 'low'
  if (needsExternalId || isMild(type, actions)) return 'medium'
  return isHarmful(actions) ? 'critical' : 'high'
}

/** An API that is called by everyone is what most of them are for. */
const isMild = (type: string, actions: readonly string[]) =>
  type === 'AWS::ApiGateway::RestApi' || actions.every((action) => action === 'lambda:InvokeFunctionUrl')

/** Whether reading, writing or taking over is among it. */
const isHarmful = (actions: readonly string[]) =>
  actions.some((action) => /^(?:s3:|kms:|secretsmanager:|ecr:|dynamodb:|es:|lambda:|elasticfilesystem:|backup:)/.test(action))

/** Actions that stand for the others of their service. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket', 's3:PutBucketPolicy'],
  kms: ['kms:Decrypt', 'kms:Encrypt', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:CreateGrant'],
  sns: ['sns:Publish', 'sns:Subscribe', 'sns:SetTopicAttributes'],
  sqs: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
  secretsmanager: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
  ecr: ['ecr:BatchGetImage', 'ecr:PutImage'],
  es: ['es:ESHttpGet', 'es:ESHttpPost'],
  lambda: ['lambda:InvokeFunction'],
}

function actionsOf(statement: Statement, service: string, index: ActionIndex): string[] {
  const telling = TELLING[service] ?? []
  if (!statement.actions) return [...telling]
  return [
    ...new Set(
      statement.actions.flatMap((pattern) => {
        if (!/[*?]/.test(pattern)) return [pattern]
        if (pattern === '*' || pattern === '*:*') return telling.length > 0 ? telling : expandAction(index, `${service}:*`).slice(0, 3)
        const known = expandAction(index, pattern)
        const named = telling.filter((action) => known.includes(action))
        return named.length > 0 ? named : known.slice(0, 3)
      }),
    ),
  ]
}

function others({ id, policy }: Guarded, { account }: JudgeContext): Breach[] {
  return policy.statements.flatMap((statement) => {
    const named = statement.effect === 'Allow' ? otherAccounts(statement, account) : []
    if (named.length === 0) return []
    return [
      {
        rule: 'resource-is-of-one-account' as const,
        resource: id,
        pointers: [policy.pointerOf(statement)],
        message: `Account ${named.join(', ')} may ${(statement.actions ?? ['all but what is listed']).slice(0, 4).map(readable).join(', ')}, by ${namedStatement(policy, statement)}.`,
        remedy: 'Keep it where that account is meant to; name the role instead of the account, and say why in a comment.',
      },
    ]
  })
}

const BINDS =
  /^(?:aws:Source(?:Arn|Account|OrgID|OrgPaths|Owner)|aws:PrincipalOrgID|lambda:EventSourceToken|kms:(?:CallerAccount|EncryptionContext.*|ViaService))$/i

/** Services that act for whoever asks them, if nothing says for whom. */
function services({ id, policy, type }: Guarded): Breach[] {
  return policy.statements.flatMap((statement) => {
    const named = (statement.principals ?? []).filter((principal) => principal.type === 'Service').map(({ value }) => value)
    const acting = named.filter((name) => !/^(?:delivery\.logs|logdelivery|logging\.s3|autoscaling|ec2|billingreports)\./.test(name))
    if (
      statement.effect !== 'Allow' ||
      acting.length === 0 ||
      type === 'AWS::KMS::Key' ||
      statement.conditions.some(({ key }) => BINDS.test(key))
    )
      return []
    return [
      {
        rule: 'service-acts-for-own-account' as const,
        resource: id,
        pointers: [policy.pointerOf(statement)],
        message: `${acting.map(readable).join(', ')} may act here for any account that asks it to, by ${namedStatement(policy, statement)}.`,
        remedy:
          type === 'AWS::Lambda::Permission'
            ? 'Add `SourceAccount: !Ref AWS::AccountId`, or `SourceArn:` with what calls it.'
            : '`Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }`.',
      },
    ]
  })
}

function negated({ id, policy }: Guarded): Breach[] {
  return policy.statements.flatMap((statement) =>
    statement.effect === 'Allow' && (statement.notPrincipals || statement.notActions)
      ? [
          {
            rule: 'policy-lists-what-it-allows' as const,
            resource: id,
            pointers: [policy.pointerOf(statement)],
            message: `${namedStatement(policy, statement)} of ${id} allows with ${statement.notPrincipals ? 'NotPrincipal' : 'NotAction'}: everyone or everything that is not listed.`,
            remedy: `Write \`${statement.notPrincipals ? 'Principal' : 'Action'}:\` with what is meant.`,
            severity: statement.notPrincipals ? ('high' as const) : ('medium' as const),
          },
        ]
      : [],
  )
}
