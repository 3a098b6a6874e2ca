/**
 * CloudFormation's resource types as a compact index, made at build time from `@aws-cdk/aws-service-spec`: one chunk per
 * service namespace (`AWS::S3`), so that a template loads what it uses.
 */

/** `s` text, `i` integer, `n` number, `b` boolean, `d` date, `j` any JSON, `t` tag, `z` null. */
type Primitive = 's' | 'i' | 'n' | 'b' | 'd' | 'j' | 't' | 'z'
export type TypeCode =
  | Primitive
  /** A text with allowed values. */
  | { e: readonly string[] }
  /** A list, a map, a definition by its id in the chunk, one of several. */
  | { a: TypeCode }
  | { m: TypeCode }
  | { r: string }
  | { u: readonly TypeCode[] }

export interface PropertyCode {
  t: TypeCode
  /** Required. */
  q?: 1
  /** A change replaces the resource: `1` always, `2` perhaps. */
  c?: 1 | 2
}

export interface ResourceTypeCode {
  p: Readonly<Record<string, PropertyCode>>
  /** What `Fn::GetAtt` may ask for. */
  a: readonly string[]
  /** Properties of the primary identifier. */
  i: readonly string[]
}

/** From and to, both allowed; null for no bound. */
export type Bounds = readonly [number | null, number | null]

/** What a schema allows of a value beyond its type. */
export interface Limits {
  /** Of properties, of a list's items, of a map's values, of a definition by name. */
  p?: Readonly<Record<string, Limits>> | undefined
  i?: Limits | undefined
  m?: Limits | undefined
  r?: string | undefined
  /** Numbers, lengths of a text, counts of a list. */
  n?: Bounds | undefined
  l?: Bounds | undefined
  c?: Bounds | undefined
  /** Pattern that is found in a text; allowed values, exactly and in any case. */
  x?: string | undefined
  e?: readonly string[] | undefined
  f?: readonly string[] | undefined
  /** No list. */
  o?: 1 | undefined
  /** Items differ. */
  u?: 1 | undefined
  /** Of these properties exactly one, at least one; with a key none of these, all of these. */
  one?: readonly string[] | undefined
  any?: readonly string[] | undefined
  not?: Readonly<Record<string, readonly string[]>> | undefined
  with?: Readonly<Record<string, readonly string[]>> | undefined
}

/** Of a resource type, with its definitions, and properties that the specification alone demands. */
export type TypeLimits = Limits & { d?: Readonly<Record<string, Limits>>; free?: readonly string[] }

/** One service's chunk. */
export interface ServiceTypes {
  resources: Readonly<Record<string, ResourceTypeCode>>
  limits?: Readonly<Record<string, TypeLimits>>
  definitions: Readonly<Record<string, Readonly<Record<string, PropertyCode>>>>
}

/** `AWS::S3::Bucket` → `AWS::S3`. */
export function namespaceOf(type: string): string {
  return type.split('::').slice(0, 2).join('::')
}

/** Index file: the length of its head in 4 bytes, the head `{ namespace: [offset, length] }`, gzipped chunks. */
export type IndexHead = Readonly<Record<string, readonly [number, number]>>
