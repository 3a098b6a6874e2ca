import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const repositoryIsAsDesigned = defineCheck({
  id: 'repository-is-as-designed',
  code: 'DESIGN-017',
  severity: 'high',
  title: 'Every image repository has the settings and policies of its template',
  on: 'designed',
  types: ['AWS::ECR::Repository'],
  reads: [
    'cloudformation:ListStackResources',
    'ecr:DescribeRepositories',
    'ecr:GetRepositoryPolicy',
    'ecr:GetLifecyclePolicy',
    'ecr:ListTagsForResource',
  ],
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/security-best-practices.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
