import { parseEvents, YAMLException } from 'js-yaml'
import { AuditError, type Position, type Problem } from '../model/errors.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { lineColumn, lineStarts, locate, nearest } from '../yaml/locate.ts'
import { readTemplate } from './parse.ts'
import { validateReferences } from './references.ts'
import type { ServiceTypes } from './types.ts'
import { duplicateNames, MOST_PROBLEMS, validateResources } from './validate.ts'
import type { TemplateProblem } from './values.ts'

/** CloudFormation reads templates up to this many bytes, from S3. */
const MAX_BYTES = 1_000_000

/** A template with what is wrong with it, each at its line. */
export interface ExaminedTemplate {
  file: string
  body: string
  parsed: ParsedTemplate
  problems: readonly Problem[]
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
  const found = [...misshapen, ...tooMany(parsed), ...validateResources(parsed, typesOf)]
  // Beyond what CloudFormation takes, comparing everything with everything is not worth its time.
  if (found.length < MOST_PROBLEMS && tooMany(parsed).length === 0)
    found.push(...duplicateNames(parsed, typesOf), ...validateReferences(parsed, typesOf))
  const listed = found
    .slice(0, MOST_PROBLEMS)
    .map(({ pointer, message, remedy }): Problem => ({ message, position: positionOf(pointer), remedy }))
    .sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0))
  const more: Problem = { message: `${file} has more problems than are listed here.`, position: { file, line: 1, column: 1 } }
  const problems = found.length >= MOST_PROBLEMS ? [...listed, more] : listed
  return { file, body, parsed, problems, positionOf }
}

const MOST_RESOURCES = 500
const MOST_PARAMETERS = 200

function tooMany({ Resources, Parameters = {} }: ParsedTemplate): TemplateProblem[] {
  const over = (section: string, count: number, most: number): TemplateProblem[] =>
    count > most
      ? [
          {
            pointer: `/${section}`,
            message: `${section} holds ${count}; CloudFormation takes ${most}.`,
            remedy: 'Split the template into several, or into nested stacks.',
          },
        ]
      : []
  return [
    ...over('Resources', Object.keys(Resources).length, MOST_RESOURCES),
    ...over('Parameters', Object.keys(Parameters).length, MOST_PARAMETERS),
  ]
}

/** Where a JSON pointer stands in a template; worked out when something is wrong: most templates never ask. */
export function positions(body: string, file: string): (pointer: string) => Position {
  let offsets: ReturnType<typeof locate> | undefined
  const lines = lineStarts(body)
  return (pointer) => {
    try {
      offsets ??= locate(parseEvents(body, { maxDepth: 60 }), body)
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      return { file, line: 1, column: 1 }
    }
    return { file, ...lineColumn(lines, offsets.keys.get(pointer) ?? nearest(offsets.values, pointer)) }
  }
}
