import type { ParsedTemplate, RenderedTemplate } from '../model/template.ts'
import { scalarText } from './values.ts'

export interface LimitBreach {
  template: string
  what: string
  size: number
  limit: number
}

/** Longest text an intrinsic can become: account ids, regions and partitions have known lengths. */
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws-us-gov',
  'AWS::AccountId': '123456789012',
  'AWS::Region': 'ap-northeast-1',
  'AWS::URLSuffix': 'amazonaws.com.cn',
}

/** AWS's limits on what a template may hold. Source: CloudFormation, IAM, S3, KMS and EventBridge quota pages, 2026-11. */
export function limitBreaches(rendered: RenderedTemplate, parsed: ParsedTemplate): LimitBreach[] {
  const breaches: LimitBreach[] = []
  const hold = (what: string, size: number, limit: number) => {
    if (size > limit) breaches.push({ template: rendered.name, what, size, limit })
  }
  // Over 51,200 bytes it goes through S3, which takes a million.
  hold('template body in bytes', Buffer.byteLength(rendered.body), 1_000_000)
  hold('resources', Object.keys(parsed.Resources).length, 500)
  hold('parameters', Object.keys(parsed.Parameters ?? {}).length, 200)
  hold('outputs', Object.keys(parsed.Outputs ?? {}).length, 200)
  for (const [logicalId, { Type, Properties = {} }] of Object.entries(parsed.Resources)) {
    const sized = (name: string) => (Properties[name] === undefined ? 0 : jsonSize(Properties[name]))
    if (Type === 'AWS::IAM::Role') {
      hold(`trust policy of ${logicalId}`, sized('AssumeRolePolicyDocument'), 2048)
      const inline = ((Properties['Policies'] as { PolicyDocument: unknown }[] | undefined) ?? []).map((policy) =>
        jsonSize(policy.PolicyDocument),
      )
      hold(
        `inline policies of ${logicalId}`,
        inline.reduce((sum, size) => sum + size, 0),
        10_240,
      )
      hold(`managed policies of ${logicalId}`, ((Properties['ManagedPolicyArns'] as unknown[] | undefined) ?? []).length, 10)
    }
    if (Type === 'AWS::IAM::ManagedPolicy') hold(`policy ${logicalId}`, sized('PolicyDocument'), 6144)
    if (Type === 'AWS::S3::BucketPolicy') hold(`bucket policy ${logicalId}`, sized('PolicyDocument'), 20_480)
    if (Type === 'AWS::KMS::Key') hold(`key policy of ${logicalId}`, sized('KeyPolicy'), 32_768)
    if (Type === 'AWS::Events::Rule') hold(`event pattern of ${logicalId}`, sized('EventPattern'), 2048)
  }
  return breaches
}

/** Blocks that AWS limits, by the line that opens them. */
const LIMITED: readonly [RegExp, number][] = [
  [/^ +AssumeRolePolicyDocument:$/, 2048],
  [/^ +Policies:$/, 10_240],
  [/^ +PolicyDocument:$/, 6144],
  [/^ +KeyPolicy:$/, 32_768],
  [/^ +EventPattern:$/, 2048],
]

/**
 * Whether a template is within every limit beyond doubt, told from its text: a line becomes at most its own characters,
 * the quotes and brackets around it, and what its references grow to. False means: parse it and count.
 */
export function surelyWithinLimits(body: string): boolean {
  const lines = body.split('\n')
  // Pseudo parameters are written longer than what they become; other references become at most an ARN.
  const references = /!(?:Ref|GetAtt|ImportValue) (?!AWS::)|\$\{(?!AWS::)/g
  const sizeOf = (line: string) =>
    /^ *#/.test(line)
      ? 0
      : line.trimStart().length + 6 + 100 * (line.includes('!') || line.includes('$') ? (line.match(references)?.length ?? 0) : 0)
  const open: { indent: number; left: number }[] = []
  let resources = 0
  for (const line of lines) {
    const indent = line.length - line.trimStart().length
    // Lists stand deeper than the key they belong to, so a line at a key's depth ends its block.
    while (line !== '' && indent <= (open.at(-1)?.indent ?? -1)) open.pop()
    const size = sizeOf(line)
    for (const block of open) {
      block.left -= size
      if (block.left < 0) return false
    }
    const limit = LIMITED.find(([opening]) => opening.test(line))?.[1]
    if (limit !== undefined) open.push({ indent, left: limit })
    // Parameters, resources and outputs alike: none of them comes near its limit without this sum doing so first.
    if (/^ {2}\w+:$/.test(line)) resources += 1
  }
  return resources < 200 && Buffer.byteLength(body) < 1_000_000
}

/** Characters of the document as IAM counts them: JSON without white space, intrinsics at their longest. */
export function jsonSize(document: unknown): number {
  return JSON.stringify(longest(document)).length
}

function longest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(longest)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only) {
    const [key, argument] = only
    if (key === 'Ref') return PSEUDO[scalarText(argument) ?? ''] ?? 'x'.repeat(100)
    if (key === 'Fn::GetAtt') return 'x'.repeat(100)
    if (key === 'Fn::Sub')
      return (scalarText(argument) ?? '').replace(/\$\{([^${}]+)\}/g, (_, name: string) => PSEUDO[name] ?? 'x'.repeat(100))
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, longest(item)]))
}
