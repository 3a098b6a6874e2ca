import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const podAssociationIsAsDesigned = defineCheck({
  id: 'pod-association-is-as-designed',
  code: 'DESIGN-018',
  severity: 'high',
  title: 'Every pod identity association joins the service account and role of its template',
  on: 'designed',
  types: ['AWS::EKS::PodIdentityAssociation'],
  reads: ['cloudformation:ListStackResources', 'eks:DescribePodIdentityAssociation'],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
