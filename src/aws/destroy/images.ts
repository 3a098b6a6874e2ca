import type { Found, FoundOf } from '../../destroy/found.ts'
import {
  all,
  ask,
  call,
  GONE,
  type KindOps,
  listIn,
  listOf,
  objectIn,
  onlyIn,
  requestsOf,
  type Teardown,
  tagsOf,
  text,
  textIn,
  textsOf,
  timeOf,
} from './teardown.ts'

/** Most image ids in one call of BatchGetImage. Source: ECR API reference. */
const BATCH = 100

const INDEXES = ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json']

interface Detail {
  digest: string
  tags: string[]
  bytes: number
  pushed: string | undefined
  isIndex: boolean
}

/** Images of the named repositories: with one of the tags, or without any. An image that a staying index names stays too. */
export const images: KindOps<'image'> = {
  find: async (account) => (await Promise.all(account.config.cleanUp.repositories.map((name) => imagesOf(account, name)))).flat(),
  again: async (account, { repository, digest }) => {
    const now = await imagesOf(account, repository)
    return now.find((one) => one.kind === 'image' && one.digest === digest)
  },
  remove: async (account, found) => {
    const { region, repository, digest, wanted } = found
    const imageIds = wanted.length > 0 ? wanted.map((imageTag) => ({ imageDigest: digest, imageTag })) : [{ imageDigest: digest }]
    const answer = await call(account, region, 'ecr:BatchDeleteImage', { repositoryName: repository, imageIds }, { resource: repository })
    const requestIds = requestsOf(answer)
    // A 200 says nothing of each image.
    const failure = listOf(answer['failures']).find((one) => one['failureCode'] !== 'ImageNotFound')
    if (failure) return { outcome: 'left', detail: `${text(failure['failureCode'])}: ${text(failure['failureReason'])}`, requestIds }
    if (textsOf(listOf(answer['imageIds']).map((one) => one['imageDigest'])).length === 0) return { ...GONE, requestIds }
    const kept = found.imageTags.filter((tag) => !wanted.includes(tag))
    return {
      outcome: 'deleted',
      detail: kept.length > 0 ? `tag ${wanted.join(', ')} removed; ${kept.join(', ')} keeps it` : 'deleted',
      requestIds,
    }
  },
}

async function imagesOf(account: Teardown, repository: string): Promise<Found[]> {
  const { cleanUp, workloadRegion: region } = account.config
  const absent = ['RepositoryNotFoundException']
  const described = await ask(
    account,
    region,
    'ecr:DescribeRepositories',
    { repositoryNames: [repository] },
    { resource: repository, absent },
  )
  if (!described) return []
  const at = onlyIn(described, 'repositories', 'ecr:DescribeRepositories')
  const resourceArn = text(at['repositoryArn'])
  const tags = tagsOf((await call(account, region, 'ecr:ListTagsForResource', { resourceArn }, { resource: repository }))['tags'])
  const listed = await all(
    account,
    region,
    'ecr:DescribeImages',
    { repositoryName: repository },
    { items: 'imageDetails', token: 'nextToken', resource: repository },
  )
  const details = listed.map(detailOf)
  const wantedOf = ({ tags: own }: Detail) => own.filter((tag) => cleanUp.imageTags.includes(tag))
  const goesWhole = (one: Detail) => wantedOf(one).length === one.tags.length
  const parents = await parentsIn(
    account,
    repository,
    details.filter(({ isIndex }) => isIndex),
  )
  const byDigest = new Map(details.map((one) => [one.digest, one]))
  /** Indexes that stay: they have a tag that is not asked for, or are named by one that stays. */
  const stays = (digest: string, seen: readonly string[] = []): boolean => {
    const one = byDigest.get(digest)
    if (!one || seen.includes(digest)) return false
    return !goesWhole(one) || (parents.get(digest) ?? []).some((parent) => stays(parent, [...seen, digest]))
  }
  const found = details
    .filter((one) => one.tags.length === 0 || wantedOf(one).length > 0)
    .map((one): FoundOf<'image'> => {
      const wanted = wantedOf(one)
      return {
        kind: 'image',
        class: 'workload',
        name: wanted.length > 0 ? `${repository}:${wanted.join(',')}` : `${repository}@${one.digest.slice(0, 19)}`,
        arn: `${resourceArn}@${one.digest}`,
        region,
        tags,
        created: one.pushed,
        repository,
        digest: one.digest,
        imageTags: one.tags,
        wanted,
        bytes: one.bytes,
        isIndex: one.isIndex,
        namedBy: goesWhole(one) ? (parents.get(one.digest) ?? []).filter((parent) => stays(parent)) : [],
      }
    })
  // An index goes before what it names: until then ECR keeps that.
  return found.sort((a, b) => Number(b.wanted.length > 0) - Number(a.wanted.length > 0) || Number(b.isIndex) - Number(a.isIndex))
}

function detailOf(item: Readonly<Record<string, unknown>>): Detail {
  return {
    digest: text(item['imageDigest']),
    tags: textsOf(item['imageTags']),
    bytes: Number(item['imageSizeInBytes'] ?? 0),
    pushed: timeOf(item['imagePushedAt']),
    isIndex: INDEXES.includes(text(item['imageManifestMediaType'])),
  }
}

/** By digest, the indexes that name it. */
async function parentsIn(account: Teardown, repository: string, indexes: readonly Detail[]): Promise<Map<string, string[]>> {
  const parents = new Map<string, string[]>()
  for (let start = 0; start < indexes.length; start += BATCH) {
    const imageIds = indexes.slice(start, start + BATCH).map(({ digest }) => ({ imageDigest: digest }))
    const answer = await call(
      account,
      account.config.workloadRegion,
      'ecr:BatchGetImage',
      { repositoryName: repository, imageIds },
      { resource: repository },
    )
    for (const image of listIn(answer, 'images', 'ecr:BatchGetImage')) {
      const digest = textIn(objectIn(image, 'imageId', 'ecr:BatchGetImage'), 'imageDigest', 'ecr:BatchGetImage')
      for (const child of childrenOf(text(image['imageManifest']))) parents.set(child, [...(parents.get(child) ?? []), digest])
    }
  }
  return parents
}

/** A manifest is whatever was pushed: one that is no JSON names nothing. */
function childrenOf(manifest: string): string[] {
  try {
    const index: unknown = JSON.parse(manifest)
    return typeof index === 'object' && index !== null && 'manifests' in index
      ? listOf(index.manifests).map(({ digest }) => text(digest))
      : []
  } catch {
    return []
  }
}
