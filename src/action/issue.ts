import { booleanInput, type InputValues, listInput, textInput } from '../commands/inputs.ts'
import type { World } from '../commands/world.ts'
import { openIssues } from '../github/issue/api.ts'
import { type Deed, type IssueTarget, keepIssue } from '../github/issue/keep.ts'
import { accountHash } from '../github/issue/memory.ts'
import { statusOf } from '../github/status.ts'
import type { Severity } from '../model/finding.ts'
import type { RunReport } from '../model/report.ts'
import { issueView } from '../report/issue.ts'
import type { Open } from '../report/public.ts'
import { link } from '../text/markdown.ts'
import type { RunnerEvent } from './event.ts'
import type { Output } from './output.ts'

/** Two schedules meet within moments; a write of GitHub's API takes less. */
const SETTLE_MS = 700

export interface Issued {
  inputs: InputValues
  event: RunnerEvent
  report: RunReport
  open: Open
}

/**
 * Keeps the issue that a schedule speaks through. Answers its URL; empty where there is none. What goes wrong here is said, and is no reason
 * to call the account better or worse than it is.
 */
export async function issue(output: Output, world: World, { inputs, event, report, open }: Issued): Promise<string> {
  const whyNot = reasonAgainst(inputs, event, report)
  if (whyNot !== undefined) {
    if (whyNot !== '') await output.annotate('notice', whyNot)
    return ''
  }
  const told = await kept(world, { inputs, event, report, open })
  for (const notice of told.notices) await output.annotate('warning', notice)
  await output.summary(`\n${told.summary}\n`)
  return told.url
}

/** Undefined: it is kept. Empty: nobody asked for it here. */
function reasonAgainst(inputs: InputValues, event: RunnerEvent, report: RunReport): string | undefined {
  if (!booleanInput(inputs, 'issue')) return ''
  const token = textInput(inputs, 'github-token')
  if (token === '' || token.includes('${{')) return 'There is no `github-token`: no issue is kept.'
  if (event.repository === '' || event.isFork || event.pullRequest !== undefined) return ''
  // A run that gave up before its command began is one of the schedule all the same.
  if (report.command !== 'verify' && report.command !== 'auto') return ''
  const isOfDefault = event.name === 'schedule' || event.defaultBranch === undefined || event.ref === `refs/heads/${event.defaultBranch}`
  return isOfDefault ? undefined : `The issue is kept by runs of the default branch; this one is of ${event.ref}.`
}

async function kept(
  world: World,
  { inputs, event, report, open }: Issued,
): Promise<{ url: string; summary: string; notices: readonly string[] }> {
  const view = issueView(report, {
    isPublic: event.visibility !== 'private',
    maskAccountId: booleanInput(inputs, 'mask-aws-account-id'),
    open,
    mentions: listInput(inputs, 'issue-mentions').map((name) => (name.startsWith('@') ? name : `@${name}`)),
  })
  try {
    const apiUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com'
    const place = { token: textInput(inputs, 'github-token'), apiUrl, repository: event.repository }
    const { did, url = '', notices } = await keepIssue(await openIssues(place, world.sleep), targetOf(world, inputs, event, report), view)
    return { url, notices, summary: summaryOf(did, url) }
  } catch (error) {
    const said = explain(error)
    return { url: '', notices: [said], summary: `> ⚠️ **The issue is not up to date:** ${said}` }
  }
}

function targetOf(world: World, inputs: InputValues, event: RunnerEvent, { context }: RunReport): IssueTarget {
  const account = textInput(inputs, 'account') || context.account
  return {
    repository: event.repository,
    author: textInput(inputs, 'comment-author'),
    seal: textInput(inputs, 'comment-key') || undefined,
    key: {
      config: textInput(inputs, 'config'),
      environment: textInput(inputs, 'environment') || context.environment,
      account: account === undefined ? undefined : accountHash(event.repository, account),
    },
    labels: listInput(inputs, 'issue-labels'),
    assignees: listInput(inputs, 'issue-assignees').map((name) => name.replace(/^@/, '')),
    run: event.run,
    workflows: listInput(inputs, 'comment-workflows'),
    rules: { notifyOn: textInput(inputs, 'issue-notify-on') as Severity, remindDays: Number(textInput(inputs, 'issue-remind-days')) },
    settleMs: SETTLE_MS,
    sleep: world.sleep,
  }
}

const DEEDS: Readonly<Record<Deed, string>> = {
  nothing: 'There is nothing to keep an issue for.',
  created: 'opened',
  edited: 'brought up to date',
  commented: 'brought up to date, with a comment',
  closed: 'closed: everything was read and nothing is wrong',
  reopened: 'opened again',
  'left-closed': 'stays closed: a person has closed it, and nothing is new',
  overtaken: 'left as it is: a newer run has written it',
  contested: 'was overwritten by others again and again; the next run writes it anew',
}

function summaryOf(did: Deed, url: string): string {
  return did === 'nothing' ? `> ${DEEDS.nothing}` : `> **Issue** ${link(numberOf(url), url)}: ${DEEDS[did]}.`
}

function numberOf(url: string): string {
  return /\/issues\/(\d+)$/.exec(url)?.[1] ?? url
}

function explain(error: unknown): string {
  const { message, response } = error as { message?: string; response?: { headers?: Record<string, string> } }
  const status = statusOf(error)
  if (status === 410) return 'the repository has no issues (410); turn them on in its settings, or leave `issue` out.'
  const wanted = response?.headers?.['x-accepted-github-permissions']
  if (status === 403 || status === 401)
    return `GitHub refused it (${status}${message ? `: ${message}` : ''}); give the job \`permissions: issues: write\`${wanted ? ` (GitHub asks for ${wanted})` : ''}, or leave \`issue\` out.`
  return `GitHub did not take it${message ? `: ${message}` : ''}.`
}
