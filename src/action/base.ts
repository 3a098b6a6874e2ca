import { relative, resolve } from 'node:path'
import { type InputValues, textInput } from '../commands/inputs.ts'
import type { BaseFiles } from '../commands/world.ts'
import { gitFiles } from '../edge/git-files.ts'
import { contentOf } from '../github/contents.ts'
import { AuditError } from '../model/errors.ts'
import { baseInputs } from './base-workflow.ts'
import type { RunnerEvent } from './event.ts'

/** The files that a change goes on top of: of the checkout where it has the commit, of GitHub where it has not. */
export function baseFiles(event: RunnerEvent, inputs: InputValues, given: string, now: BaseFiles['readText']): BaseFiles | undefined {
  // What a pull request says of its own base is part of what it changes.
  const commit = event.base ?? (given === '' ? undefined : given)
  if (commit === undefined) return undefined
  const files = filesOf(event, inputs, commit)
  const sources = { environment: process.env, now, before: files.readText }
  return { ...files, inputs: (values) => baseInputs(values, sources) }
}

function filesOf(event: RunnerEvent, inputs: InputValues, commit: string): BaseFiles {
  const checkout = gitFiles(commit)
  const token = textInput(inputs, 'github-token')
  // Undeclared, the default is an expression of the runner and no token.
  if (token === '' || token.startsWith('$')) return checkout
  const workspace = process.env['GITHUB_WORKSPACE'] ?? '.'
  const source = { token, apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com', repository: event.repository, commit }
  return {
    name: checkout.name,
    readText: (path) =>
      checkout.readText(path).catch((error: unknown) => {
        if (!(error instanceof AuditError)) throw error
        return contentOf(source, relative(workspace, resolve(path)))
      }),
  }
}
