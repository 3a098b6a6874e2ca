import { parseEvents, YAMLException } from 'js-yaml'
import { AuditError, type Position, type Problem } from '../model/errors.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { lineColumn, lineStarts, locate, nearest } from '../yaml/locate.ts'
import { circles } from './circles.ts'
import { type Declared, declaredIn } from './declared.ts'
import { validateFunctions } from './functions.ts'
import { asYaml, givenColumn } from './lenient.ts'
import { readTemplate } from './parse.ts'
import { unknownTypes } from './resource-types.ts'
import { isTooLarge, validateSections } from './sections.ts'
import type { ServiceTypes } from './types.ts'
import { duplicateNames, MOST_PROBLEMS, validateResources } from './validate.ts'

/** CloudFormation reads templates up to this many bytes, from S3. */
const MAX_BYTES = 1_000_000

/** A template with what is wrong with it, each at its line. */
export interface ExaminedTemplate {
  file: string
  body: string
  parsed: ParsedTemplate
  problems: readonly Problem[]
  /** What of it was not judged, and why. */
  unjudged: readonly string[]
  positionOf(pointer: string): Position
}

/**
 * Reads a template as CloudFormation would, and holds it against the schemas of its types.
 * @throws BAD_INPUT when it is too large, no YAML or JSON, or no template.
 */
export function examineTemplate(body: string, file: string, typesOf: (type: string) => ServiceTypes | undefined): ExaminedTemplate {
  const bytes = Buffer.byteLength(body)
  if (bytes > MAX_BYTES) {
    throw new AuditError('BAD_INPUT', `${file} has ${(bytes / 1_000_000).toFixed(1)} MB; CloudFormation takes templates up to 1 MB.`, {
      remedy: 'Split it into nested stacks, or name another file.',
    })
  }
  const positionOf = positions(body, file)
  const { template: parsed, problems: misshapen } = readTemplate(body, file)
  const declared = declaredIn(parsed)
  const found = [...misshapen, ...validateSections(parsed, declared), ...validateResources(parsed, typesOf, declared)]
  // Beyond what CloudFormation takes, comparing everything with everything is not worth its time.
  if (found.length < MOST_PROBLEMS && !isTooLarge(parsed)) {
    found.push(...duplicateNames(parsed, typesOf), ...validateFunctions({ template: parsed, declared, typesOf, most: MOST_PROBLEMS }))
    if (declared.macros.length === 0) found.push(...circles(parsed))
  }
  const said = new Set<string>()
  const listed = found
    .filter(({ id, pointer }) => !said.has(`${id} ${pointer}`) && said.add(`${id} ${pointer}`))
    .slice(0, MOST_PROBLEMS)
    .map(({ id, pointer, message, remedy }): Problem => ({ id, message, position: positionOf(pointer), remedy }))
    .sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0))
  const more: Problem = { id: 'limit', message: `${file} has more problems than are listed here.`, position: { file, line: 1, column: 1 } }
  const problems = found.length >= MOST_PROBLEMS ? [...listed, more] : listed
  return { file, body, parsed, problems, unjudged: unjudgedIn(parsed, declared, typesOf), positionOf }
}

function unjudgedIn(
  parsed: ParsedTemplate,
  { macros, serverless }: Declared,
  typesOf: (type: string) => ServiceTypes | undefined,
): string[] {
  const types = Object.values(parsed.Resources).map(({ Type }) => Type)
  const rained = [...new Set([...JSON.stringify(parsed).matchAll(/"(?:Fn::)?(Rain::\w+)":/g)].map(([, name = '']) => name))]
  const without = [...new Set(types)].filter((type) => type !== '' && !/^(?:AWS|Custom|Fn)::/.test(type))
  return [
    ...(macros.length > 0
      ? [`${macros.join(' and ')} may rewrite all of it: properties and references are judged by whoever deploys it`]
      : []),
    ...(serverless ? ['what SAM makes of its resources is not judged, only what stands here'] : []),
    ...(types.some((type) => type.startsWith('Fn::')) ? ['resources of loops and macros'] : []),
    ...rained.map((name) => `what ${name} puts in before the deployment`),
    ...unknownTypes(parsed, typesOf).map((type) => `${type}, a type that this version does not know`),
    ...without.map((type) => `${type}, whose schema is its publisher’s`),
  ]
}

/** Where a JSON pointer stands in a template; worked out when something is wrong: most templates never ask. */
export function positions(body: string, file: string): (pointer: string) => Position {
  let read: { offsets: ReturnType<typeof locate>; starts: readonly number[]; text: string } | undefined
  return (pointer) => {
    try {
      read ??= asYaml(body, (text) => ({ offsets: locate(parseEvents(text, { maxDepth: 100 }), text), starts: lineStarts(text), text }))
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      return { file, line: 1, column: 1 }
    }
    const { offsets, starts, text } = read
    const { line, column } = lineColumn(starts, offsets.keys.get(pointer) ?? nearest(offsets.values, pointer))
    return { file, line, column: givenColumn(text.slice(starts[line - 1], starts[line]), column) }
  }
}
