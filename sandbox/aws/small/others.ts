import { type Body, type Call, type Operations, page, Scoped } from '../call.ts'
import { AwsError } from '../error.ts'

/** DynamoDB's tables as names. */
export class DynamoDb {
  readonly #tables = new Scoped<Map<string, Body>>(() => new Map())
  readonly operations: Operations = {
    ListTables: (call) => ({ TableNames: [...this.#tables.of(call).keys()] }),
    CreateTable: (call) => {
      const name = String(call.parameters['TableName'])
      if (this.#tables.of(call).has(name)) throw new AwsError('ResourceInUseException', `Table already exists: ${name}`)
      const { AttributeDefinitions, KeySchema } = call.parameters
      const arn = `arn:${call.partition}:dynamodb:${call.region}:${call.account}:table/${name}`
      const table = {
        TableName: name,
        TableArn: arn,
        TableStatus: 'ACTIVE',
        AttributeDefinitions,
        KeySchema,
        CreationDateTime: new Date(),
        ItemCount: 0,
        TableSizeBytes: 0,
      }
      this.#tables.of(call).set(name, table)
      return { TableDescription: table }
    },
    DescribeTable: (call) => ({ Table: this.#table(call) }),
    DeleteTable: (call) => {
      const table = this.#table(call)
      this.#tables.of(call).delete(String(call.parameters['TableName']))
      return { TableDescription: { ...table, TableStatus: 'DELETING' } }
    },
  }

  #table(call: Call): Body {
    const found = this.#tables.of(call).get(String(call.parameters['TableName']))
    if (!found)
      throw new AwsError(
        'ResourceNotFoundException',
        `Requested resource not found: Table: ${String(call.parameters['TableName'])} not found`,
      )
    return found
  }
}

/** The organization an account is in: the account manages it, until a test says otherwise. */
export class Organizations {
  organization: { id: string; management: string | undefined } | undefined = { id: 'o-exampleorgid', management: undefined }
  readonly operations: Operations = {
    DescribeOrganization: (call) => {
      const { organization } = this
      if (!organization) throw new AwsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.')
      const { id } = organization
      const management = organization.management ?? call.account
      const of = `arn:${call.partition}:organizations::${management}`
      return {
        Organization: {
          Id: id,
          Arn: `${of}:organization/${id}`,
          FeatureSet: 'ALL',
          MasterAccountId: management,
          MasterAccountArn: `${of}:account/${id}/${management}`,
          MasterAccountEmail: 'management@acme.example',
          AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
        },
      }
    },
  }
}

/** Secrets Manager's secrets, each with its newest value. */
export class SecretsManager {
  readonly #secrets = new Scoped<Map<string, Body>>(() => new Map())
  readonly operations: Operations = {
    CreateSecret: (call) => {
      const name = String(call.parameters['Name'])
      if (this.#secrets.of(call).has(name))
        throw new AwsError('ResourceExistsException', `The operation failed because the secret ${name} already exists.`)
      const secret = {
        Name: name,
        ARN: `arn:${call.partition}:secretsmanager:${call.region}:${call.account}:secret:${name}-${crypto.randomUUID().slice(0, 6)}`,
        VersionId: crypto.randomUUID(),
        SecretString: call.parameters['SecretString'],
        KmsKeyId: call.parameters['KmsKeyId'],
        CreatedDate: new Date(),
      }
      this.#secrets.of(call).set(name, secret)
      return { ARN: secret.ARN, Name: name, VersionId: secret.VersionId }
    },
    GetSecretValue: (call) => {
      const { KmsKeyId: _, ...secret } = this.#secret(call)
      return { ...secret, VersionStages: ['AWSCURRENT'] }
    },
    DescribeSecret: (call) => {
      const { SecretString: _, VersionId: __, ...secret } = this.#secret(call)
      return secret
    },
    ListSecrets: (call) => {
      const { items, next } = page([...this.#secrets.of(call).values()], call.parameters['NextToken'], 100)
      return { SecretList: items.map(({ SecretString: _, VersionId: __, ...secret }) => secret), NextToken: next }
    },
  }

  #secret(call: Call): Body {
    const id = String(call.parameters['SecretId'])
    const found = this.#secrets.of(call).get(id) ?? [...this.#secrets.of(call).values()].find(({ ARN }) => ARN === id)
    if (!found) throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")
    return found
  }
}
