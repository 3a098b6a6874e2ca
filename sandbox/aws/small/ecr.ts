import { type Body, type Call, list, mergeTags, type Operations, page, Scoped, type Tag, withoutTags } from '../call.ts'
import { AwsError } from '../error.ts'
import { deleteImages, describeImages, getImages, type Images, listImages, putImage } from './ecr-images.ts'

interface Repository {
  settings: Body & { repositoryName: string; repositoryArn: string }
  policy?: string
  lifecycle?: string
  tags: Tag[]
  images: Images
}

/** ECR's repositories with their policies, and images as their manifests. */
export class Ecr {
  readonly #states = new Scoped<Map<string, Repository>>(() => new Map())
  readonly operations: Operations = {
    CreateRepository: (call) => this.#create(call),
    DescribeRepositories: (call) => this.#describe(call),
    DeleteRepository: (call) => {
      const { settings, images } = this.#repository(call)
      if (images.size > 0 && call.parameters['force'] !== true)
        throw new AwsError(
          'RepositoryNotEmptyException',
          `The repository with name '${settings.repositoryName}' in registry with id '${call.account}' cannot be deleted because it still contains images`,
        )
      this.#states.of(call).delete(settings.repositoryName)
      return { repository: settings }
    },
    PutImageTagMutability: (call) => this.#set(call, { imageTagMutability: call.parameters['imageTagMutability'] }),
    PutImageScanningConfiguration: (call) => this.#set(call, { imageScanningConfiguration: call.parameters['imageScanningConfiguration'] }),
    SetRepositoryPolicy: (call) => {
      const repository = this.#repository(call)
      repository.policy = String(call.parameters['policyText'])
      return this.#named(repository, { policyText: repository.policy })
    },
    GetRepositoryPolicy: (call) => {
      const repository = this.#repository(call)
      if (repository.policy === undefined)
        throw new AwsError(
          'RepositoryPolicyNotFoundException',
          `Repository policy does not exist for the repository with name '${repository.settings.repositoryName}'`,
        )
      return this.#named(repository, { policyText: repository.policy })
    },
    DeleteRepositoryPolicy: (call) => {
      const repository = this.#repository(call)
      if (repository.policy === undefined) throw new AwsError('RepositoryPolicyNotFoundException', 'Repository policy does not exist')
      delete repository.policy
      return this.#named(repository, {})
    },
    PutLifecyclePolicy: (call) => {
      const repository = this.#repository(call)
      repository.lifecycle = String(call.parameters['lifecyclePolicyText'])
      return this.#named(repository, { lifecyclePolicyText: repository.lifecycle })
    },
    GetLifecyclePolicy: (call) => {
      const repository = this.#repository(call)
      if (repository.lifecycle === undefined) throw new AwsError('LifecyclePolicyNotFoundException', 'Lifecycle policy does not exist')
      return this.#named(repository, { lifecyclePolicyText: repository.lifecycle })
    },
    DeleteLifecyclePolicy: (call) => {
      const repository = this.#repository(call)
      delete repository.lifecycle
      return this.#named(repository, {})
    },
    PutImage: (call) => {
      const repository = this.#repository(call)
      return putImage(repository.images, call, (more) => this.#named(repository, more))
    },
    ListImages: (call) => listImages(this.#repository(call).images, call),
    DescribeImages: (call) => describeImages(this.#repository(call).images, call),
    BatchGetImage: (call) => getImages(this.#repository(call).images, call),
    BatchDeleteImage: (call) => deleteImages(this.#repository(call).images, call),
    TagResource: (call) => {
      const repository = this.#byArn(call)
      repository.tags = mergeTags(repository.tags, list<Tag>(call.parameters['tags']))
    },
    UntagResource: (call) => {
      const repository = this.#byArn(call)
      repository.tags = withoutTags(repository.tags, list<string>(call.parameters['tagKeys']))
    },
    ListTagsForResource: (call) => ({ tags: this.#byArn(call).tags }),
  }

  #find(call: Call, name: unknown): Repository {
    const found = this.#states.of(call).get(String(name))
    if (!found)
      throw new AwsError(
        'RepositoryNotFoundException',
        `The repository with name '${String(name)}' does not exist in the registry with id '${call.account}'`,
      )
    return found
  }

  #repository(call: Call): Repository {
    return this.#find(call, call.parameters['repositoryName'])
  }

  #byArn(call: Call): Repository {
    return this.#find(call, String(call.parameters['resourceArn']).split(':repository/')[1])
  }

  #named({ settings }: Repository, more: Body): Body {
    return { registryId: settings['registryId'], repositoryName: settings.repositoryName, ...more }
  }

  #set(call: Call, changed: Body): Body {
    const repository = this.#repository(call)
    Object.assign(repository.settings, changed)
    return this.#named(repository, changed)
  }

  #create(call: Call): Body {
    const { parameters, partition, region, account } = call
    const name = String(parameters['repositoryName'] ?? '')
    if (!/^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name))
      throw new AwsError(
        'InvalidParameterException',
        `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression'`,
      )
    if (this.#states.of(call).has(name))
      throw new AwsError(
        'RepositoryAlreadyExistsException',
        `The repository with name '${name}' already exists in the registry with id '${account}'`,
      )
    const settings = {
      repositoryArn: `arn:${partition}:ecr:${region}:${account}:repository/${name}`,
      registryId: account,
      repositoryName: name,
      repositoryUri: `${account}.dkr.ecr.${region}.amazonaws.com/${name}`,
      createdAt: new Date(),
      imageTagMutability: parameters['imageTagMutability'] ?? 'MUTABLE',
      imageScanningConfiguration: parameters['imageScanningConfiguration'] ?? { scanOnPush: false },
      encryptionConfiguration: parameters['encryptionConfiguration'] ?? { encryptionType: 'AES256' },
    }
    this.#states.of(call).set(name, { settings, tags: list<Tag>(parameters['tags']), images: new Map() })
    return { repository: settings }
  }

  #describe(call: Call): Body {
    const names = list<string>(call.parameters['repositoryNames'])
    const chosen = names.length > 0 ? names.map((name) => this.#find(call, name)) : [...this.#states.of(call).values()]
    const { items, next } = page(chosen, call.parameters['nextToken'], Number(call.parameters['maxResults'] ?? 100))
    return { repositories: items.map(({ settings }) => settings), nextToken: next }
  }
}
