import { defineCheck, passUnless } from '../define.ts'
import { propertyOf } from '../resource.ts'

export const repositoryTagsStay = defineCheck({
  id: 'repository-tags-stay',
  code: 'ECR-002',
  severity: 'medium',
  title: 'A tag names one image for ever',
  on: 'resource',
  types: ['AWS::ECR::Repository'],
  reads: ['ecr:DescribeRepositories'],
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  why: 'A tag that can be moved lets somebody put another image under the name that was reviewed.',
  remedy: {
    ours: 'Set `access.ecr.tags: IMMUTABLE`, or run `mlops-audit deploy --revert-drift` where the template has it.',
    foreign: 'Run `aws ecr put-image-tag-mutability --image-tag-mutability IMMUTABLE`.',
  },
  settings: ['access.ecr.tags'],
  messages: { mutable: 'tags can be moved ({found})', immutable: 'tags stay where they are' },
  examples: { good: 'ImageTagMutability: IMMUTABLE', bad: 'ImageTagMutability: MUTABLE_WITH_EXCLUSION' },
  evaluate: (repository, _, say) => {
    const found = String(propertyOf(repository, 'ImageTagMutability') ?? 'MUTABLE')
    // Exclusions of an immutable repository are patterns that its owner has chosen; of a mutable one they keep nearly everything movable.
    return passUnless(/^IMMUTABLE(?:_WITH_EXCLUSION)?$/.test(found) ? [] : [say('mutable', { found })], say('immutable'))
  },
})
