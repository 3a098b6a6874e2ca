/** In the order they are deployed; bootstrap by an administrator. */
export const TEMPLATE_NAMES = ['bootstrap', 'audit', 'global', 'access', 'replica'] as const
export type TemplateName = (typeof TEMPLATE_NAMES)[number]

/** CloudFormation takes this many bytes in a call; larger templates are read from S3. */
export const INLINE_LIMIT = 51_200

/** A rendered CloudFormation template. */
export interface RenderedTemplate {
  name: TemplateName
  stackName: string
  /** Where the stack lives: the audit region, the workload region, or one a setting names. */
  region: string
  /** YAML with short-form intrinsics and comments; ends in a newline. */
  body: string
}

/** A rendered template with what it says: parsed when someone asks, and once. */
export interface ProjectTemplate extends RenderedTemplate {
  parsed: ParsedTemplate
}

/** A template where deployments read it. */
export interface PublishedTemplate {
  stackName: string
  /** `s3://` address. */
  location: string
  /** Of the text, hex; the name is made of it. */
  sha256: string
  /** Undefined where it was there before and whoever published may not read it. */
  versionId: string | undefined
  /** Put by this run. */
  isNew: boolean
}

/** A CloudFormation template after parsing: intrinsics are in their long form (`{ Ref: … }`, `{ 'Fn::Sub': … }`). */
export interface ParsedTemplate {
  Description?: string
  Metadata?: unknown
  AWSTemplateFormatVersion?: unknown
  Transform?: unknown
  'Fn::Transform'?: unknown
  Mappings?: unknown
  Conditions?: unknown
  Rules?: unknown
  Parameters?: Record<string, { Type: string; Default?: unknown }>
  Resources: Record<string, TemplateResource>
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>
}

export interface TemplateResource {
  Type: string
  Properties?: Record<string, unknown>
  Condition?: unknown
  Metadata?: unknown
  DependsOn?: string | string[]
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}
