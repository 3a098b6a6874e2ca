import type { Body, Place, Tag } from '../../aws/call.ts'
import { AwsError } from '../../aws/error.ts'
import type { S3Options, S3Read } from '../../backend/backend.ts'

export type Properties = Readonly<Record<string, unknown>>

/** What a resource handler may do: call the services in the name of whoever changes the stack. */
export interface Provision extends Place {
  stackName: string
  logicalId: string
  /** @throws AwsError, AccessDenied where the caller may not */
  call(service: string, operation: string, parameters: Body): Promise<Body>
  s3(method: string, path: string, options?: Pick<S3Options, 'body' | 'headers'>): Promise<S3Read>
  /** Says what the resource is called as soon as it is there, so that a later failure finds it. */
  claim(physicalId: string): void
}

/** How CloudFormation makes, changes and removes a resource of one type: a row of the table. */
export interface ResourceType {
  /** Every property that is carried out; a template with another one fails. */
  properties: readonly string[]
  /** Properties whose change replaces the resource. Source: CloudFormation resource reference. */
  createOnly: readonly string[]
  /** The property that names an existing resource for an import; left out where none can be imported. */
  identifier?: string
  /** Makes it, claims its physical id and gives that back. */
  create(properties: Properties, at: Provision): Promise<string>
  /** Makes it what the properties say, whatever it was; `before` tells what they no longer say. Left out where every change replaces. */
  update?(physicalId: string, properties: Properties, at: Provision, before: Properties): Promise<void>
  delete(physicalId: string, properties: Properties, at: Provision): Promise<void>
  /** Properties as they are now, as far as drift is looked for; undefined where it is gone. */
  read(physicalId: string, properties: Properties, at: Provision): Promise<Properties | undefined>
}

/** The stack's name, the logical id and twelve characters: what CloudFormation calls a thing that was given no name. */
export function generatedName({ stackName, logicalId }: Provision, longest = 64): string {
  const suffix = crypto.randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()
  return `${`${stackName}-${logicalId}`.slice(0, longest - 13)}-${suffix}`
}

export function named(properties: Properties, property: string, at: Provision, longest?: number): string {
  const given = properties[property]
  return given === undefined ? generatedName(at, longest) : String(given)
}

/** The answer of a read, or undefined where the thing is not there. */
export async function unlessGone<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    if (error instanceof AwsError && isGone(error)) return undefined
    throw error
  }
}

function isGone({ code }: AwsError): boolean {
  return /^NoSuch(?!PublicAccessBlock)|NotFound|^EntityNotFound|TrailNotFound/.test(code)
}

export function tagsIn(properties: Properties): Tag[] {
  return ((properties['Tags'] ?? []) as Tag[]).map(({ Key, Value }) => ({ Key, Value: String(Value) }))
}

/** Brings tags to what the properties say, with the service's own calls. */
export async function syncTags(
  before: Properties,
  after: Properties,
  sync: { tag(tags: Tag[]): Promise<unknown>; untag(keys: string[]): Promise<unknown> },
): Promise<void> {
  const [old, wanted] = [tagsIn(before), tagsIn(after)]
  const gone = old.filter(({ Key }) => !wanted.some((tag) => tag.Key === Key)).map(({ Key }) => Key)
  const changed = wanted.filter(({ Key, Value }) => !old.some((tag) => tag.Key === Key && tag.Value === Value))
  if (gone.length > 0) await sync.untag(gone)
  if (changed.length > 0) await sync.tag(changed)
}

export function json(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Booleans may come as texts, through parameters. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}
