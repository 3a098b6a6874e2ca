import { ACCOUNT, type Account, REGION } from './account.ts'

/** A policy as its service has it. */
export interface PolicyDocument {
  Version?: string
  Statement: Statement[]
}

export type Statement = Record<string, unknown> & { Sid?: string }

/** A policy of a deployed resource: how it is read and put back through the API. */
export interface Held {
  /** What it is called in the names of cases. */
  name: string
  /** Services whose answers may change. */
  service: string
  /** What questions about it have in their parameters. */
  about: string
  read(account: Account): Promise<string>
  write(account: Account, text: string): Promise<unknown>
}

const decoded = (text: unknown) => decodeURIComponent(String(text))

export const bucketPolicy = (bucket: string): Held => ({
  name: `policy of ${bucket}`,
  service: 's3',
  about: bucket,
  read: (account) => account.s3('GET', `/${bucket}?policy`),
  write: (account, text) => account.s3('PUT', `/${bucket}?policy`, text),
})

export const keyPolicy = (which: 'logKey' | 'replicaKey', region: string): Held => ({
  name: `policy of ${which}`,
  service: 'kms',
  about: '',
  read: async (account) =>
    String((await account.call('kms', 'GetKeyPolicy', { KeyId: account[which], PolicyName: 'default' }, region))['Policy']),
  write: (account, Policy) => account.call('kms', 'PutKeyPolicy', { KeyId: account[which], PolicyName: 'default', Policy }, region),
})

export const topicPolicy = (topic: string): Held => {
  const TopicArn = `arn:aws:sns:${REGION}:${ACCOUNT}:${topic}`
  return {
    name: `policy of ${topic}`,
    service: 'sns',
    about: topic,
    read: async (account) => {
      const { Attributes } = await account.call('sns', 'GetTopicAttributes', { TopicArn })
      return String(Attributes instanceof Map ? Attributes.get('Policy') : (Attributes as Record<string, unknown>)['Policy'])
    },
    write: (account, AttributeValue) => account.call('sns', 'SetTopicAttributes', { TopicArn, AttributeName: 'Policy', AttributeValue }),
  }
}

export const trust = (RoleName: string): Held => ({
  name: `trust of ${RoleName}`,
  service: 'iam',
  about: RoleName,
  read: async (account) => decoded(((await account.call('iam', 'GetRole', { RoleName }))['Role'] as Statement)['AssumeRolePolicyDocument']),
  write: (account, PolicyDocument) => account.call('iam', 'UpdateAssumeRolePolicy', { RoleName, PolicyDocument }),
})

export const inline = (RoleName: string, PolicyName: string): Held => ({
  name: `${PolicyName} of ${RoleName}`,
  service: 'iam',
  about: RoleName,
  read: async (account) => decoded((await account.call('iam', 'GetRolePolicy', { RoleName, PolicyName }))['PolicyDocument']),
  write: (account, PolicyDocument) => account.call('iam', 'PutRolePolicy', { RoleName, PolicyName, PolicyDocument }),
})

export const managed = (name: string): Held => {
  const PolicyArn = `arn:aws:iam::${ACCOUNT}:policy/${name}`
  return {
    name: `policy ${name}`,
    service: 'iam',
    about: name,
    read: async (account) => {
      const policy = (await account.call('iam', 'GetPolicy', { PolicyArn }))['Policy'] as Statement
      const { PolicyVersion } = await account.call('iam', 'GetPolicyVersion', { PolicyArn, VersionId: policy['DefaultVersionId'] })
      return decoded((PolicyVersion as Statement)['Document'])
    },
    write: (account, PolicyDocument) => account.call('iam', 'CreatePolicyVersion', { PolicyArn, PolicyDocument, SetAsDefault: true }),
  }
}

export const repositoryPolicy = (repositoryName: string, region: string): Held => ({
  name: `policy of ${repositoryName}`,
  service: 'ecr',
  about: repositoryName,
  read: async (account) => String((await account.call('ecr', 'GetRepositoryPolicy', { repositoryName }, region))['policyText']),
  write: (account, policyText) => account.call('ecr', 'SetRepositoryPolicy', { repositoryName, policyText }, region),
})

/** Reads a policy, changes it, and puts it back. */
export async function edit(account: Account, held: Held, change: (document: PolicyDocument) => unknown): Promise<void> {
  const document = JSON.parse(await held.read(account)) as PolicyDocument
  await held.write(account, JSON.stringify(change(document) ?? document))
}
