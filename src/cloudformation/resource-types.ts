import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import type { Declared } from './declared.ts'
import type { ServiceTypes } from './types.ts'
import { isRewritten, own, type TemplateProblem } from './values.ts'

/** Types whose schema nobody ships, or that a transform turns into others. */
export function hasOwnSchema(type: string): boolean {
  return (
    !type.startsWith('AWS::') ||
    type.endsWith('::MODULE') ||
    type === 'AWS::CloudFormation::CustomResource' ||
    type === 'AWS::CDK::Metadata' ||
    type.startsWith('AWS::Serverless::')
  )
}

/** Resource types that this version does not know and that are not misspelt: perhaps newer, and not judged. */
export function unknownTypes(template: ParsedTemplate, typesOf: (type: string) => ServiceTypes | undefined): string[] {
  const types = Object.values(template.Resources).map(({ Type }) => Type)
  return [...new Set(types)].filter((type) => {
    if (type === '' || type.startsWith('Fn::') || hasOwnSchema(type)) return false
    const known = typesOf(type)?.resources
    return !own(known, type) && misspelt(type, Object.keys(known ?? {})) === undefined
  })
}

/** The type that was meant, where only a letter or two are wrong: another type of the service may simply be newer than this version. */
export function misspelt(type: string, known: readonly string[]): string | undefined {
  const guess = closest(type, known)
  if (guess === undefined) return undefined
  const [given = '', meant = ''] = [type.split('::')[2], guess.split('::')[2]]
  return closest(given, [meant]) !== undefined && Math.abs(given.length - meant.length) <= 1 && sharedLetters(given, meant)
    ? guess
    : undefined
}

/** Whether two words differ in no more than two neighbouring letters. */
function sharedLetters(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start]?.toLowerCase() === b[start]?.toLowerCase()) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end)?.toLowerCase() === b.at(-1 - end)?.toLowerCase()) end += 1
  return Math.max(a.length, b.length) - start - end <= 2
}

/** The one property without which SAM makes nothing of a type. Source: SAM specification, 2016-10-31. */
const DEMANDED_BY_SAM: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'StageName',
  'AWS::Serverless::Application': 'Location',
  'AWS::Serverless::LayerVersion': 'ContentUri',
}

/** What can be said of a resource whose schema is not known. */
export function withoutSchema(
  logicalId: string,
  type: string,
  properties: Readonly<Record<string, unknown>>,
  { serverless }: Declared,
): TemplateProblem[] {
  const pointer = `/Resources/${escapePointer(logicalId)}`
  if (type.startsWith('AWS::Serverless::') && !serverless) {
    return [
      {
        id: 'transform-missing',
        pointer: `${pointer}/Type`,
        message: `${type} is a type of SAM, and the template does not name its transform.`,
        remedy: 'Add `Transform: AWS::Serverless-2016-10-31` to the template.',
      },
    ]
  }
  const demanded = Object.hasOwn(DEMANDED_BY_SAM, type) ? DEMANDED_BY_SAM[type] : undefined
  if (demanded !== undefined && !(demanded in properties) && !isRewritten(properties)) {
    return [
      {
        id: 'property-missing',
        pointer,
        message: `${logicalId} (${type}) lacks \`${demanded}\`, which is required.`,
        remedy: `Add \`${demanded}:\`.`,
      },
    ]
  }
  const isCustom = type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'
  if (isCustom && !('ServiceToken' in properties) && !isRewritten(properties)) {
    return [
      {
        id: 'property-missing',
        pointer,
        message: `${logicalId} (${type}) lacks \`ServiceToken\`, which is required: nobody would answer for it.`,
        remedy: 'Add `ServiceToken:` with the ARN of a function or a topic.',
      },
    ]
  }
  return []
}
