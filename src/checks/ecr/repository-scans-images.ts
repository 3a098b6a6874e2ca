import { defineCheck, passUnless } from '../define.ts'
import { inside, propertyOf } from '../resource.ts'

export const repositoryScansImages = defineCheck({
  id: 'repository-scans-images',
  code: 'ECR-001',
  severity: 'medium',
  title: 'Images are scanned when they are pushed',
  on: 'resource',
  types: ['AWS::ECR::Repository'],
  reads: ['ecr:DescribeRepositories'],
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
  why: 'An image with a known hole is deployed as long as nobody looks; a scan at the push is the first one who does.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift`; the template scans on push.',
    foreign:
      'Run `aws ecr put-image-scanning-configuration --image-scanning-configuration scanOnPush=true`, or scan in the whole registry.',
  },
  messages: { off: 'nothing is scanned on push', on: 'scanned on push' },
  examples: { good: 'ImageScanningConfiguration: { ScanOnPush: true }', bad: 'ImageScanningConfiguration: { ScanOnPush: false }' },
  evaluate: (repository, _, say) => {
    const { ScanOnPush } = inside(propertyOf(repository, 'ImageScanningConfiguration'))
    return passUnless(String(ScanOnPush) === 'true' ? [] : [say('off')], say('on'))
  },
})
