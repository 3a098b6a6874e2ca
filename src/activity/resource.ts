/** Which resources a record is about. */

/** Parameters that name what a call changes, most exact first: an ARN before a name. Field names: the services' own request shapes. */
const NAMING =
  /(?:Arn|ARN|arn)$|^(?:resourceId|keyId|bucketName|roleName|userName|groupName|policyArn|functionName|stackName|trailName|name|tableName|topicArn|queueUrl|secretId|repositoryName|clusterName|logGroupName|alarmName|dBInstanceIdentifier|instanceId|groupId|id|ruleName|streamName|domainName)$/i

/** Deep enough for what services nest a name in, and no deeper than a hostile record may send us. */
const MOST_DEPTH = 3
const MOST = 5

/** ARNs of `resources`, else what the request names; as the record writes them, and never more than a handful. */
export function resourcesOf(resources: unknown, parameters: unknown): string[] {
  const named = arnsOf(resources)
  return named.length > 0 ? named : namesIn(parameters)
}

/** Collectors write `resources: null` and lists of `null`. */
function arnsOf(resources: unknown): string[] {
  if (!Array.isArray(resources)) return []
  const found = resources.flatMap((resource: unknown) => {
    if (typeof resource !== 'object' || resource === null) return []
    const { ARN, arn, ARNPrefix } = resource as Record<string, unknown>
    const name = ARN ?? arn ?? ARNPrefix
    return typeof name === 'string' && name !== '' ? [name] : []
  })
  return [...new Set(found)].slice(0, MOST)
}

function namesIn(parameters: unknown): string[] {
  const found: string[] = []
  const look = (value: unknown, depth: number): void => {
    if (found.length >= MOST || depth > MOST_DEPTH || typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) {
      if (typeof item === 'string' && item !== '' && item.length <= 2048 && NAMING.test(key)) found.push(item)
      else look(item, depth + 1)
    }
  }
  look(parameters, 0)
  return [...new Set(found)].slice(0, MOST)
}

/** An object of a bucket stands for its first folder: there are more objects than anyone reads, and policies speak of folders. */
export function folded(arn: string): string {
  const [, bucket, key] = /^(arn:[\w-]+:s3:::[^/]+)\/(.+)$/.exec(arn) ?? []
  if (bucket === undefined || key === undefined) return arn
  const slash = key.indexOf('/')
  return slash > 0 ? `${bucket}/${key.slice(0, slash)}/*` : `${bucket}/*`
}
