import { defineCheck, passUnless } from '../define.ts'
import { documentText, inside, listIn, propertyOf } from '../resource.ts'

export const repositoryForgetsOldImages = defineCheck({
  id: 'repository-forgets-old-images',
  code: 'ECR-003',
  severity: 'low',
  title: 'Old images go by rule',
  on: 'resource',
  types: ['AWS::ECR::Repository'],
  reads: ['ecr:DescribeRepositories', 'ecr:GetLifecyclePolicy'],
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
  why: 'Images that nobody maintains stay deployable with all holes that were found since.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift`; `access.ecr.keep-images` says how many stay.',
    foreign: 'Run `aws ecr put-lifecycle-policy` with a rule that expires what is untagged or old.',
  },
  settings: ['access.ecr.keep-images'],
  messages: { none: 'no lifecycle rule: every image stays', rules: '{count} lifecycle rules' },
  examples: {
    good: '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":14},"action":{"type":"expire"}}]}',
    bad: '{"rules":[]}',
  },
  evaluate: (repository, _, say) => {
    const text = documentText(inside(propertyOf(repository, 'LifecyclePolicy'))['LifecyclePolicyText'])
    const count = text === undefined ? 0 : listIn(inside(JSON.parse(text))['rules']).length
    return passUnless(count > 0 ? [] : [say('none')], say('rules', { count }))
  },
})
