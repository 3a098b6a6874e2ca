import { AuditError, type Problem } from '../model/errors.ts'
import { type InputValues, textInput } from './inputs.ts'
import type { World } from './world.ts'

/** A template as it was given, with the name that is shown for it. */
export interface Source {
  file: string
  body: string
}

export interface Sources {
  sources: readonly Source[]
  /** What was named and is not there, or cannot be read; each loses itself and nothing else. */
  problems: readonly Problem[]
  /** Files of folders that are no templates. */
  skipped: number
}

/** Whether a file that nobody named is a template at all. */
const LOOKS_LIKE_ONE = /^\s*["']?(?:AWSTemplateFormatVersion|Resources)["']?\s*:|"(?:AWSTemplateFormatVersion|Resources)"\s*:/m

/**
 * Reads what `template` names: files, folders, patterns, and `-` for what is piped in; a line or an item between commas each. A name with
 * commas is taken as it is, where there is such a file.
 */
export async function templateSources(world: World, inputs: InputValues): Promise<Sources> {
  const sources = new Map<string, Source>()
  const problems: Problem[] = []
  let skipped = 0
  for (const name of await namesOf(world, textInput(inputs, 'template'))) {
    try {
      const { files, chosen } = await filesOf(world, name)
      for (const file of files.filter((path) => !sources.has(path))) {
        const body = await bodyOf(world, file)
        if (chosen || LOOKS_LIKE_ONE.test(body)) sources.set(file, { file: file === '-' ? STANDARD_INPUT : file, body })
        else skipped += 1
      }
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      problems.push(...problemsOf(error, name))
    }
  }
  return { sources: [...sources.values()], problems, skipped }
}

/** What is piped in has no name of its own. */
export const STANDARD_INPUT = 'standard-input'

async function filesOf(world: World, name: string): Promise<{ files: readonly string[]; chosen: boolean }> {
  if (name === '-') return { files: ['-'], chosen: true }
  const found = await world.filesAt(name)
  if (!found || found.files.length === 0) throw nothingAt(name, found !== undefined)
  return found
}

async function bodyOf(world: World, file: string): Promise<string> {
  const body = file === '-' ? await world.standardInput() : await world.readText(file)
  if (body === undefined) throw nothingAt(file, false)
  return body
}

async function namesOf(world: World, given: string): Promise<string[]> {
  const lines = given
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const names = await Promise.all(
    lines.map(async (line) => (!line.includes(',') || (await world.filesAt(line)) ? [line] : line.split(','))),
  )
  return names
    .flat()
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function nothingAt(name: string, isPattern: boolean): AuditError {
  return new AuditError('BAD_INPUT', isPattern ? `No template matches ${name}.` : `There is no template at ${name}.`, {
    remedy: 'Name files, folders or patterns: --template a.yml --template stacks/ --template "**/*.yaml"; `-` reads what is piped in.',
  })
}

/** An error as problems of a file. */
export function problemsOf(error: AuditError, file: string): readonly Problem[] {
  if (error.problems.length > 0) return error.problems
  return [
    { id: 'syntax', message: error.message, position: { file, line: 1, column: 1 }, ...(error.remedy ? { remedy: error.remedy } : {}) },
  ]
}
