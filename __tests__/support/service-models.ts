import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromQueryXml, parseXml } from '../../sandbox/aws/wire/xml.ts'
import { venvFolder } from '../../scripts/paths.mjs'

interface Shape {
  type: string
  members?: Record<string, Member>
  member?: Member
  value?: Member
  enum?: string[]
}

interface Member {
  shape: string
  locationName?: string
  location?: string
}

interface Model {
  operations: Record<string, { output?: { shape: string; resultWrapper?: string } }>
  shapes: Record<string, Shape>
}

/** Signing names whose models are filed under another. */
const FILED: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' }

const models = new Map<string, Model | undefined>()

/** What aws-cli ships: the outside judge of what a service answers. Undefined where the judges are not installed. */
function modelOf(service: string): Model | undefined {
  if (!models.has(service)) models.set(service, readModel(FILED[service] ?? service))
  return models.get(service)
}

function readModel(name: string): Model | undefined {
  const lib = join(venvFolder, 'lib')
  const python = existsSync(lib) ? readdirSync(lib).find((folder) => folder.startsWith('python3')) : undefined
  const folder = join(lib, python ?? '', 'site-packages/awscli/botocore/data', name)
  const version = existsSync(folder) ? readdirSync(folder).sort().at(-1) : undefined
  return version === undefined ? undefined : (JSON.parse(readFileSync(join(folder, version, 'service-2.json'), 'utf8')) as Model)
}

/** What AWS answers all the same, seen in its documentation and in real answers. */
const BEYOND: readonly RegExp[] = [
  // Events of a stack carry the stack's status, which the enumeration for resources lacks.
  /^cloudformation:DescribeStackEvents\..*\.ResourceStatus is (?:REVIEW_IN_PROGRESS|UPDATE_(?:ROLLBACK_)?COMPLETE_CLEANUP_IN_PROGRESS)/,
  // Examples of the IAM API reference.
  /\.PermissionsBoundaryType is Policy/,
]

/** What an answer says that the service's model does not know, as paths. S3's documents are held by the SDK and aws-cli reading them. */
export function unknownInAnswer(service: string, operation: string, body: string): string[] {
  const model = modelOf(service)
  if (!model || service === 's3' || body === '') return []
  const output = model.operations[operation]?.output
  if (!model.operations[operation]) return [`${service}:${operation} is no operation`]
  const value = body.startsWith('<')
    ? (fromQueryXml(parseXml(body).value) as Record<string, unknown>)[`${operation}Result`]
    : JSON.parse(body)
  if (!output) return []
  return walk(model, output.shape, value, `${service}:${operation}`).filter((path) => !BEYOND.some((known) => known.test(path)))
}

function walk(model: Model, name: string, value: unknown, path: string): string[] {
  const shape = model.shapes[name]
  // Query answers have texts only, and an empty structure or list is an empty text.
  if (!shape || value === undefined || value === null || value === '') return []
  if (shape.type === 'structure') return members(model, shape, value, path)
  if (shape.type === 'list')
    return Array.isArray(value)
      ? value.flatMap((item, index) => walk(model, shape.member?.shape ?? '', item, `${path}[${index}]`))
      : [`${path} is no list`]
  if (shape.type === 'map')
    return typeof value === 'object'
      ? Object.entries(value).flatMap(([key, item]) => walk(model, shape.value?.shape ?? '', item, `${path}.${key}`))
      : [`${path} is no map`]
  return scalar(shape, value, path)
}

function members(model: Model, shape: Shape, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no structure`]
  const known = new Map(Object.entries(shape.members ?? {}).map(([key, member]) => [member.locationName ?? key, member]))
  return Object.entries(value).flatMap(([key, item]) => {
    const member = known.get(key)
    return member ? walk(model, member.shape, item, `${path}.${key}`) : [`${path}.${key} is not in the model`]
  })
}

function scalar({ type, enum: allowed }: Shape, value: unknown, path: string): string[] {
  if (typeof value === 'object') return [`${path} is no ${type}`]
  const text = String(value)
  if (['integer', 'long', 'double', 'float'].includes(type) && !Number.isFinite(Number(text))) return [`${path} is ${text}, no ${type}`]
  if (type === 'boolean' && text !== 'true' && text !== 'false') return [`${path} is ${text}, no boolean`]
  return allowed && !allowed.includes(text) ? [`${path} is ${text}, which the model does not have`] : []
}
