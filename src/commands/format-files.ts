import { join } from 'node:path'
import type { RunReport } from '../model/report.ts'
import { createPaint } from '../progress/progress.ts'
import { FILE_FORMATS } from '../report/formats.ts'
import { logText } from '../text/log.ts'
import { booleanInput, type InputValues, listInput, textInput } from './inputs.ts'
import type { World } from './world.ts'

/**
 * Writes the report in some formats to `output-dir` and answers where each is, by id. A format whose file would not be true of this report
 * is left out. What cannot be written is told to `failed`, and the others are written.
 */
export async function writeFormats(
  world: World,
  inputs: InputValues,
  ids: readonly string[],
  report: RunReport,
  failed: (error: Error) => unknown,
): Promise<ReadonlyMap<string, string>> {
  const place = { paint: createPaint(false), maskAccountId: booleanInput(inputs, 'mask-aws-account-id'), folder: process.cwd() }
  const written = new Map<string, string>()
  for (const { id, file, load, isFor } of FILE_FORMATS) {
    if (!ids.includes(id) || isFor?.(report) === false) continue
    const path = join(textInput(inputs, 'output-dir'), file)
    try {
      await world.writeText(path, fileText(file, (await load())(report, place)))
      written.set(id, path)
    } catch (error) {
      await failed(error as Error)
    }
  }
  return written
}

/**
 * A report as a file may have it, which a later step prints: no line of it is a command to the runner. JSON has no line of a text's own, and
 * stays as it is.
 */
export function fileText(file: string, text: string): string {
  return /\.(?:json|sarif)$/.test(file) ? text : logText(text)
}

/** The formats that were asked for beside those that a run always leaves. */
export function wantedFormats(inputs: InputValues, always: readonly string[]): string[] {
  return [...always, ...listInput(inputs, 'formats')]
}
