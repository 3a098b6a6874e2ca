import { randomUUID } from 'node:crypto'
import { booleanInput, type InputValues, listInput, textInput } from '../commands/inputs.ts'
import type { World } from '../commands/world.ts'
import { pullRequestOf } from '../github/api.ts'
import { type CommentMode, type CommentTarget, markSuperseded, writeComment } from '../github/comment.ts'
import { markerOf } from '../github/sections.ts'
import { AuditError } from '../model/errors.ts'
import type { RunReport } from '../model/report.ts'
import { verdictOf } from '../verdict/verdict.ts'
import type { RunnerEvent } from './event.ts'
import type { Output } from './output.ts'

/** Jobs of a matrix end within moments of each other; a write of GitHub's API takes less. */
const SETTLE_MS = 700

/** Where the result is commented; undefined where it is not. A push to the default branch answers on the pull request it came from. */
async function commentTarget(
  world: World,
  inputs: InputValues,
  event: RunnerEvent,
  warn: (text: string) => void,
): Promise<CommentTarget | undefined> {
  const token = textInput(inputs, 'github-token')
  if (event.isFork || !booleanInput(inputs, 'comment') || token === '' || token.includes('${{')) return undefined
  const place = { token, apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com', repository: event.repository }
  const merged = event.name === 'push' && event.ref === `refs/heads/${event.defaultBranch}` ? event.sha : undefined
  const issue = event.pullRequest ?? (merged === undefined ? undefined : await pullRequestOf(place, merged))
  if (issue === undefined) return undefined
  return {
    token,
    apiUrl: place.apiUrl,
    identity: {
      repository: event.repository,
      issue,
      author: textInput(inputs, 'comment-author'),
      key: textInput(inputs, 'comment-key') || undefined,
    },
    // What the job was told, so that a run whose config cannot be read answers in the same place.
    marker: markerOf(
      textInput(inputs, 'config'),
      (['environment', 'account', 'aws-region'] as const)
        .map((name) => textInput(inputs, name))
        .filter(Boolean)
        .join(' '),
    ),
    run: event.run,
    workflows: listInput(inputs, 'comment-workflows'),
    commit: event.sha,
    settleMs: SETTLE_MS,
    sleep: world.sleep,
    nonce: randomUUID,
    warn,
  }
}

/** What stands on the pull request is of an older commit from now on. Best effort: the result says the same in a moment. */
export async function markOlder(world: World, inputs: InputValues, event: RunnerEvent): Promise<void> {
  if (event.name !== 'pull_request') return
  const target = await commentTarget(world, inputs, event, () => undefined)
  if (!target) return
  const run = event.runUrl ? `[a newer run](${event.runUrl})` : 'a newer run'
  const commit = event.sha ? ` looks at ${event.sha.slice(0, 7)}` : ' is at work'
  await markSuperseded(target, `> ⏳ **Superseded:** ${run}${commit}; what follows is of an earlier one.`).catch(() => undefined)
}

export interface Commented {
  inputs: InputValues
  event: RunnerEvent
  report: RunReport
  markdown(limit: number): string
}

/** Answers the URL of the comment; empty where there is none. A comment that fails is no reason to fail what was otherwise done. */
export async function comment(output: Output, world: World, { inputs, event, report, markdown }: Commented): Promise<string> {
  if (event.isFork && event.pullRequest !== undefined && booleanInput(inputs, 'comment'))
    await output.annotate('notice', 'From a fork the token is read-only: the result is in the job summary instead of a comment.')
  const warnings: string[] = []
  const url = await written(world, { inputs, event, report, markdown }, (text) => warnings.push(text))
  for (const text of warnings) await output.annotate('warning', text)
  return url
}

async function written(world: World, { inputs, event, report, markdown }: Commented, warn: (text: string) => void): Promise<string> {
  const { changes, good } = verdictOf(report)
  const content = { markdown, isClean: good && Object.values(changes).every((count) => count === 0) }
  try {
    const target = await commentTarget(world, inputs, event, warn)
    return (target && (await writeComment(target, content, textInput(inputs, 'comment-mode') as CommentMode))) ?? ''
  } catch (error) {
    warn(error instanceof AuditError ? `${error.message} ${error.remedy ?? ''}` : String(error))
    return ''
  }
}
