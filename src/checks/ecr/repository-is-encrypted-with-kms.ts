import { defineCheck, notApplicable, passUnless } from '../define.ts'
import { inside, propertyOf } from '../resource.ts'

export const repositoryIsEncryptedWithKms = defineCheck({
  id: 'repository-is-encrypted-with-kms',
  code: 'ECR-005',
  severity: 'low',
  title: 'Images are encrypted with a KMS key',
  on: 'resource',
  types: ['AWS::ECR::Repository'],
  reads: ['ecr:DescribeRepositories'],
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
  why: 'With a key, each use of an image leaves a record, and taking the key away takes the images away.',
  remedy:
    'Encryption is chosen when a repository is made: make a new one with `encryptionType=KMS` and move the images, or except this one.',
  messages: {
    aes: 'encrypted with AES-256, and not with a key',
    adopted: 'an adopted repository keeps the encryption it was made with',
    kms: 'encrypted with KMS',
  },
  examples: { good: 'EncryptionConfiguration: { EncryptionType: KMS }', bad: 'EncryptionConfiguration: { EncryptionType: AES256 }' },
  evaluate: (repository, { config }, say) => {
    const { EncryptionType } = inside(propertyOf(repository, 'EncryptionConfiguration'))
    if (['KMS', 'KMS_DSSE'].includes(String(EncryptionType))) return passUnless([], say('kms'))
    // The template leaves the encryption of what it took over unsaid: nothing could change it.
    if (config && repository.designed.properties['EncryptionConfiguration'] === undefined) return notApplicable(say('adopted'))
    return passUnless([say('aes')], say('kms'))
  },
})
