import { strangerAt, whenText } from '../../iam/ask.ts'
import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, pass, passUnless } from '../define.ts'
import { documentText, propertyOf } from '../resource.ts'

/** Taking an image, and putting one in its place. */
const ACTIONS = ['ecr:BatchGetImage', 'ecr:PutImage', 'ecr:SetRepositoryPolicy', 'ecr:DeleteRepository']

export const repositoryIsNotPublic = defineCheck({
  id: 'repository-is-not-public',
  code: 'ECR-004',
  severity: 'critical',
  title: 'No account that nobody named may pull or push',
  on: 'resource',
  types: ['AWS::ECR::Repository'],
  reads: ['ecr:DescribeRepositories', 'ecr:GetRepositoryPolicy'],
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
  why: 'Whoever may push replaces what runs; whoever may pull has the model and what is baked into its image.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the policy back, and find event SetRepositoryPolicy.',
    foreign: 'Name roles under Principal; for accounts of an organization add `StringEquals: { aws:PrincipalOrgID: … }`.',
  },
  messages: { open: 'any AWS account may {action}{when}', none: 'no policy: only this account', named: 'who may pull and push is named' },
  examples: { good: 'Principal: { AWS: arn:aws:iam::123456789012:role/nodes }', bad: 'Principal: "*"' },
  evaluate: (repository, { account }, say) => {
    const text = documentText(propertyOf(repository, 'RepositoryPolicyText'))
    if (text === undefined) return pass(say('none'))
    const policy = { name: 'repository policy', statements: onRepository(text) }
    return passUnless(
      ACTIONS.flatMap((action) => {
        const found = strangerAt(policy, action, account)
        return found ? [say('open', { action, when: whenText(found.request) })] : []
      }),
      say('named'),
    )
  },
})

/** A repository's policy names no resource: it is about the repository. */
const onRepository = (text: string) => parsePolicy(text).map((statement) => ({ ...statement, resources: statement.resources ?? ['*'] }))
