import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'

export const stackIsDeployed = defineCheck({
  id: 'stack-is-deployed',
  code: 'DESIGN-001',
  severity: 'critical',
  title: 'Every stack of the design is deployed',
  on: 'designed',
  types: ['AWS::CloudFormation::Stack'],
  reads: ['cloudformation:ListStackResources'],
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-listing-stack-resources.html',
  remedy: "Deploy: `mlops-audit deploy` makes what is missing; the bootstrap stack is an administrator's to deploy.",
  evaluate: judgeDesigned,
})
