import { booleanInput, type InputValues, textInput } from '../commands/inputs.ts'
import type { World } from '../commands/world.ts'
import { type CommentMode, type CommentTarget, markSuperseded, pullRequestOf, writeComment } from '../github/comment.ts'
import { markerOf } from '../github/sections.ts'
import { AuditError } from '../model/errors.ts'
import type { RunReport } from '../model/report.ts'
import { verdictOf } from '../verdict/verdict.ts'
import type { RunnerEvent } from './event.ts'

type Core = typeof import('@actions/core')

/** Jobs of a matrix end within moments of each other; a write of GitHub's API takes less. */
const SETTLE_MS = 700

/** Where the result is commented; undefined where it is not. A push to the default branch answers on the pull request it came from. */
async function commentTarget(world: World, inputs: InputValues, event: RunnerEvent): Promise<CommentTarget | undefined> {
  const token = textInput(inputs, 'github-token')
  if (event.isFork || !booleanInput(inputs, 'comment') || token === '' || token.includes('${{')) return undefined
  const place = { token, apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com', repository: event.repository }
  const merged = event.name === 'push' && event.ref === `refs/heads/${event.defaultBranch}` ? event.sha : undefined
  const issue = event.pullRequest ?? (merged === undefined ? undefined : await pullRequestOf(place, merged))
  if (issue === undefined) return undefined
  return {
    ...place,
    issue,
    // What the job was told, so that a run whose config cannot be read answers in the same place.
    marker: markerOf(
      textInput(inputs, 'config'),
      ['environment', 'account', 'aws-region']
        .map((name) => textInput(inputs, name))
        .filter(Boolean)
        .join(' '),
    ),
    run: event.run,
    commit: event.sha,
    author: textInput(inputs, 'comment-author'),
    settleMs: SETTLE_MS,
    sleep: world.sleep,
  }
}

/** What stands on the pull request is of an older commit from now on. Best effort: the result says the same in a moment. */
export async function markOlder(world: World, inputs: InputValues, event: RunnerEvent): Promise<void> {
  if (event.name !== 'pull_request') return
  const target = await commentTarget(world, inputs, event)
  if (!target) return
  const run = event.runUrl ? `[a newer run](${event.runUrl})` : 'a newer run'
  const commit = event.sha ? ` looks at ${event.sha.slice(0, 7)}` : ' is at work'
  await markSuperseded(target, `> ⏳ **Superseded:** ${run}${commit}; what follows is of an earlier one.`).catch(() => undefined)
}

export async function comment(
  core: Core,
  world: World,
  inputs: InputValues,
  event: RunnerEvent,
  report: RunReport,
  markdown: (limit: number) => string,
): Promise<string> {
  if (event.isFork && booleanInput(inputs, 'comment'))
    core.notice('From a fork the token is read-only: the result is in the job summary instead of a comment.')
  const target = await commentTarget(world, inputs, event)
  if (!target) return ''
  const { changes, good } = verdictOf(report)
  try {
    const content = { markdown, isClean: good && Object.values(changes).every((count) => count === 0) }
    return (await writeComment(target, content, textInput(inputs, 'comment-mode') as CommentMode)) ?? ''
  } catch (error) {
    // A read-only token is no reason to fail what was otherwise done.
    core.warning(error instanceof AuditError ? `${error.message} ${error.remedy ?? ''}` : String(error))
    return ''
  }
}
