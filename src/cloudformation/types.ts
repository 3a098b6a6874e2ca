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

/** One service's chunk. */
export interface ServiceTypes {
  resources: Readonly<Record<string, ResourceTypeCode>>
  definitions: Readonly<Record<string, Readonly<Record<string, PropertyCode>>>>
}

/** `AWS::S3::Bucket` → `AWS::S3`. */
export function namespaceOf(type: string): string {
  return type.split('::').slice(0, 2).join('::')
}

/** Index file: the length of its head in 4 bytes, the head `{ namespace: [offset, length] }`, gzipped chunks. */
export type IndexHead = Readonly<Record<string, readonly [number, number]>>
