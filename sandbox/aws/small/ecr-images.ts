import { createHash } from 'node:crypto'
import { type Body, type Call, list, page } from '../call.ts'
import { AwsError } from '../error.ts'

interface Image {
  digest: string
  tags: Set<string>
  size: number
  pushed: Date
  mediaType: string
  manifest: string
  /** Digests that an index names. */
  children: readonly string[]
}

/** The images of one repository, by digest. */
export type Images = Map<string, Image>

interface ImageId {
  imageDigest?: string
  imageTag?: string
}

/** Most images in one call of BatchDeleteImage. Source: ECR API reference. */
const BATCH = 100

/** A manifest is named by the hash of its bytes; a tag names one image and leaves the one it named before. */
export function putImage(images: Images, { parameters }: Call, named: (more: Body) => Body): Body {
  const manifest = String(parameters['imageManifest'])
  const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`
  const document = JSON.parse(manifest) as {
    mediaType?: string
    config?: { size?: number }
    manifests?: { digest: string }[]
    layers?: { size: number }[]
  }
  const image = images.get(digest) ?? {
    digest,
    tags: new Set<string>(),
    size: (document.layers ?? []).reduce((sum, { size }) => sum + size, 0),
    pushed: new Date(),
    mediaType: document.mediaType ?? 'application/vnd.docker.distribution.manifest.v2+json',
    manifest,
    children: (document.manifests ?? []).map((child) => child.digest),
  }
  const tag = parameters['imageTag']
  if (tag !== undefined) {
    for (const other of images.values()) other.tags.delete(String(tag))
    image.tags.add(String(tag))
  }
  images.set(digest, image)
  return { image: named({ imageId: { imageDigest: digest, imageTag: tag }, imageManifest: manifest }) }
}

export function listImages(images: Images, { parameters }: Call): Body {
  const status = (parameters['filter'] as Body | undefined)?.['tagStatus']
  const ids = [...images.values()].flatMap(({ digest, tags }): ImageId[] =>
    tags.size === 0 ? [{ imageDigest: digest }] : [...tags].map((imageTag) => ({ imageDigest: digest, imageTag })),
  )
  const chosen = ids.filter(
    ({ imageTag }) => status === undefined || status === 'ANY' || (imageTag === undefined) === (status === 'UNTAGGED'),
  )
  const { items, next } = page(chosen, parameters['nextToken'], Number(parameters['maxResults'] ?? 100))
  return { imageIds: items, nextToken: next }
}

export function describeImages(images: Images, { parameters, account }: Call): Body {
  const status = (parameters['filter'] as Body | undefined)?.['tagStatus']
  const asked = list<ImageId>(parameters['imageIds'])
  const chosen = [...images.values()].filter(
    (image) =>
      (asked.length === 0 || asked.some((id) => isMeant(image, id))) &&
      (status === undefined || status === 'ANY' || (image.tags.size === 0) === (status === 'UNTAGGED')),
  )
  if (asked.length > 0 && chosen.length === 0) throw new AwsError('ImageNotFoundException', 'The image requested does not exist.')
  const { items, next } = page(chosen, parameters['nextToken'], Number(parameters['maxResults'] ?? 100))
  const imageDetails = items.map(({ digest, tags, size, pushed, mediaType }) => ({
    registryId: account,
    repositoryName: parameters['repositoryName'],
    imageDigest: digest,
    ...(tags.size > 0 ? { imageTags: [...tags] } : {}),
    imageSizeInBytes: size,
    imagePushedAt: pushed,
    imageManifestMediaType: mediaType,
  }))
  return { imageDetails, nextToken: next }
}

/** Manifests as they were pushed. */
export function getImages(images: Images, { parameters, account }: Call): Body {
  const ids = list<ImageId>(parameters['imageIds'])
  const found = ids.map((id) => ({ id, image: [...images.values()].find((one) => isMeant(one, id)) }))
  return {
    images: found.flatMap(({ id, image }) =>
      image
        ? [
            {
              registryId: account,
              repositoryName: parameters['repositoryName'],
              imageId: { ...id, imageDigest: image.digest },
              imageManifest: image.manifest,
              imageManifestMediaType: image.mediaType,
            },
          ]
        : [],
    ),
    failures: found
      .filter(({ image }) => !image)
      .map(({ id }) => ({ imageId: id, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' })),
  }
}

/** By tag only the tag goes, unless it is the last; what an index names stays as long as the index. Failures come with a 200. */
export function deleteImages(images: Images, { parameters }: Call): Body {
  const ids = list<ImageId>(parameters['imageIds'])
  if (ids.length === 0 || ids.length > BATCH)
    throw new AwsError(
      'InvalidParameterException',
      `Invalid parameter at 'imageIds' failed to satisfy constraint: 'Member must have length between 1 and ${BATCH}'`,
    )
  const imageIds: ImageId[] = []
  const failures: Body[] = []
  for (const imageId of ids) {
    const image = [...images.values()].find((one) => isMeant(one, imageId))
    const index = image && [...images.values()].find(({ children }) => children.includes(image.digest))
    const isWhole = image !== undefined && (imageId.imageTag === undefined || image.tags.size === 1)
    if (!image) failures.push({ imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' })
    else if (isWhole && index)
      failures.push({
        imageId,
        failureCode: 'ImageReferencedByManifestList',
        failureReason: `Requested image referenced by manifest list: [${index.digest}]`,
      })
    else {
      imageIds.push({ imageDigest: image.digest, ...(imageId.imageTag === undefined ? {} : { imageTag: imageId.imageTag }) })
      if (isWhole) images.delete(image.digest)
      else image.tags.delete(String(imageId.imageTag))
    }
  }
  return { imageIds, failures }
}

function isMeant({ digest, tags }: Image, { imageDigest, imageTag }: ImageId): boolean {
  return (imageDigest === undefined || imageDigest === digest) && (imageTag === undefined || tags.has(imageTag))
}
