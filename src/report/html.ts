import type { RunReport } from '../model/report.ts'
import { maskAccounts } from '../text/mask.ts'
import { mapStrings } from '../text/strings.ts'
import { type Verdict, verdictOf } from '../verdict/verdict.ts'
import type { Format } from './format.ts'
import { headlineOf } from './headline.ts'
import { accessSection, changesSection, deploymentSection, gatesSection } from './html/changes.ts'
import { controlsSection, findingsSection, notAssessedSection, resourcesSection, statusChart } from './html/findings.ts'
import { htmlPage, htmlTable, htmlText as text } from './html/page.ts'

/** The whole report as one page that needs nothing but itself: the verdict, the worst first, then what it stands on. */
export const toHtml: Format = (given, { maskAccountId }) => {
  const report = maskAccountId ? mapStrings(given, maskAccounts) : given
  const verdict = verdictOf(report)
  const headline = headlineOf(report, verdict)
  return htmlPage({
    title: text(`${report.subject}: ${headline}`),
    head: `<p class="soft">mlops-audit ${text(report.command)}</p>
<h1><span class="mark ${verdict.good ? 'good' : 'bad'}">${verdict.good ? '✓' : '✗'}</span> ${text(report.subject)}</h1>
<p class="headline">${text(headline)}</p>
${figures(report, verdict)}`,
    main: [
      problemsSection(report),
      statusChart(report),
      findingsSection('To fix', verdict.blocking),
      gatesSection(report),
      accessSection(report),
      changesSection(report, verdict),
      deploymentSection(report),
      findingsSection(`Below ${report.failOn}`, verdict.otherFailures),
      controlsSection(report),
      resourcesSection(report),
      notAssessedSection(report),
      noticesSection(report),
      contextSection(report),
    ]
      .filter((section) => section !== '')
      .join('\n'),
    foot: `Written by mlops-audit ${text(report.context.version)} at ${text(report.context.time)} (UTC). A test that passes supports a control; it does not meet one by itself.`,
  })
}

function figures({ summary, access = [] }: RunReport, { widened, blocking }: Verdict): string {
  const cells: [string, number, boolean][] = [
    ['blocking', blocking.length, blocking.length > 0],
    ['pass', summary.pass, false],
    ['fail', summary.fail, summary.fail > 0],
    ['not readable', summary.error, summary.error > 0],
    ['excepted', summary.excepted, false],
    ['not applicable', summary.notApplicable, false],
    ['access rows', access.length, false],
    ['access widened', widened.length, widened.length > 0],
  ]
  return `<div class="figures">${cells
    .filter(([name, count]) => count > 0 || name === 'pass')
    .map(([name, count, isBad]) => `<div${isBad ? ' class="bad"' : ''}><b>${count}</b>${name}</div>`)
    .join('')}</div>`
}

function problemsSection({ problems }: RunReport): string {
  if (problems.length === 0) return ''
  const rows = problems.map(({ message, remedy = '', position }) => [
    position ? `<code>${text(`${position.file}:${position.line}:${position.column}`)}</code>` : '',
    text(message),
    text(remedy),
  ])
  return `<section><h2>Problems</h2>${htmlTable(['Where', 'What', 'Fix'], rows)}</section>`
}

function noticesSection({ notices }: RunReport): string {
  if (notices.length === 0) return ''
  return `<section><h2>Notices</h2><ul>${notices.map((notice) => `<li>${text(notice)}</li>`).join('')}</ul></section>`
}

function contextSection({ context }: RunReport): string {
  const rows: [string, string | undefined][] = [
    ['Time (UTC)', context.time],
    ['Account', context.account],
    ['Region', context.region],
    ['Config', context.configFile],
    ['Config hash', context.configHash],
    ['Commit', context.commit],
    ['Run', context.runUrl],
    ['Tool', `mlops-audit ${context.version}`],
  ]
  const known = rows.flatMap(([name, value]) => (value ? [[name, `<code>${text(value)}</code>`]] : []))
  return `<section><h2>This run</h2>${htmlTable(['', ''], known)}</section>`
}
