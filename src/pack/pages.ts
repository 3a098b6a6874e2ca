import type { AccessResult } from '../model/access.ts'
import type { EvidenceFile } from '../model/evidence.ts'
import type { Finding, Status } from '../model/finding.ts'
import type { RunReport } from '../model/report.ts'
import { rowText } from '../report/headline.ts'
import { csvTable } from '../text/csv.ts'
import { escapeMarkdown, inlineCode } from '../text/markdown.ts'

/** The words of an auditor for what a check came to. */
const WORDS: Readonly<Record<Status, string>> = {
  pass: 'test passed',
  fail: 'exception',
  excepted: 'exception, accepted',
  error: 'not tested',
  'not-applicable': 'not applicable',
}

/** Every question that was put to the account: source, query, caller, time and completeness, a line each. */
function populationCsv({ reads }: EvidenceFile): string {
  const head = ['operation', 'parameters', 'region', 'account', 'caller', 'time (UTC)', 'request id', 'pages', 'answer', 'items', 'sha256']
  return csvTable(
    head,
    reads.map((read) => [
      read.operation,
      JSON.stringify(read.parameters),
      read.region,
      read.account,
      read.caller,
      read.time,
      read.requestId ?? '',
      String(read.pages),
      read.answer.state,
      itemsIn(read.answer.state === 'read' ? read.answer.value : undefined),
      read.sha256,
    ]),
  )
}

/** How many there are in each list of an answer. */
function itemsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, list]) => (Array.isArray(list) ? [`${name}: ${list.length}`] : []))
}

/** What was tested of each resource, and how it ended. */
function testedCsv(findings: readonly Finding[]): string {
  const head = ['resource', 'tests', ...Object.values(WORDS)]
  const resources = [...new Set(findings.map(({ resource }) => resource))].sort()
  return csvTable(
    head,
    resources.map((resource) => {
      const of = findings.filter((finding) => finding.resource === resource)
      return [resource, String(of.length), ...Object.keys(WORDS).map((status) => String(of.filter((one) => one.status === status).length))]
    }),
  )
}

/** A row for each right that the access matrix speaks of, for a reviewer to decide and sign. */
function accessReviewCsv(rows: readonly AccessResult[]): string {
  const head = ['who', 'row', 'why', 'state', 'keep or revoke', 'reviewer', 'date', 'remark']
  return csvTable(
    head,
    rows.map((row) => [row.who, rowText(row), row.why ?? '', row.state, '', '', '', '']),
  )
}

/**
 * What the run came to, with counts that are reckoned twice: from the list of findings and from its summary.
 * @throws Error where they differ, which a bug alone can make them do
 */
function summaryPage(report: RunReport, evidence: EvidenceFile, proof: string): string {
  const { findings, summary, access = [], context } = report
  const count = (status: Status) => findings.filter((finding) => finding.status === status).length
  const told: Readonly<Record<Status, number>> = {
    pass: summary.pass,
    fail: summary.fail,
    error: summary.error,
    excepted: summary.excepted,
    'not-applicable': summary.notApplicable,
  }
  const statuses = Object.keys(WORDS) as Status[]
  const sum = statuses.reduce((total, status) => total + count(status), 0)
  if (sum !== summary.total || statuses.some((status) => count(status) !== told[status])) throw new Error('the counts of a report differ')
  const reads = (state: string) => evidence.reads.filter(({ answer }) => answer.state === state).length
  const rows = (state: AccessResult['state']) => access.filter((row) => row.state === state).length
  const untested = findings.filter(({ status }) => status === 'error')
  const lines = [
    `# Audit pack: ${escapeMarkdown(report.subject)}`,
    '',
    `Account ${inlineCode(evidence.account)}, region ${inlineCode(evidence.region)}; asked from ${evidence.collectedAt} to ${evidence.finishedAt} by ${inlineCode(evidence.caller)} with ${escapeMarkdown(evidence.tool)}; the evidence is ${escapeMarkdown(proof)}.`,
    '',
    '| Tests | |',
    '|---|---|',
    `| tests passed | ${count('pass')} |`,
    `| exceptions | ${count('fail')} |`,
    `| exceptions that are accepted, with reason, owner and end | ${count('excepted')} |`,
    `| not tested: could not be read or decided | ${count('error')} |`,
    `| not applicable | ${count('not-applicable')} |`,
    `| **all** | **${sum}** |`,
    '',
    '| Access matrix | |',
    '|---|---|',
    `| rows that hold | ${rows('holds')} |`,
    `| rows that are broken | ${rows('broken')} |`,
    `| rows that are not proven | ${rows('not-proven')} |`,
    `| **all** | **${access.length}** |`,
    '',
    '| Questions to the account | |',
    '|---|---|',
    `| answered | ${reads('read')} |`,
    `| not there | ${reads('absent')} |`,
    `| denied | ${reads('denied')} |`,
    `| failed | ${reads('failed')} |`,
    `| **all** | **${evidence.reads.length}** |`,
    '',
    ...(untested.length > 0 ? ['## Not tested', '', ...untested.map(untestedLine), ''] : []),
    '## Manual',
    '',
    'No run can test these; they are for a person:',
    '',
    '- whether the addresses that alerts go to are read (the test alert, its date and who confirmed it)',
    `- whether each right is still needed: ${inlineCode('access-review.csv')}`,
    '- whether accepted exceptions are still acceptable, by their owners',
    '- what the frameworks ask for beside the controls in `results.csv`: this tool covers those and no others',
    ...(context.configFile === undefined ? ['- the design itself: this run had no config to hold the account against'] : []),
    '',
    '## Files',
    '',
    ...Object.entries(FILES).map(([name, what]) => `- ${inlineCode(name)}: ${what}`),
    '',
  ]
  return lines.join('\n')
}

function untestedLine({ code, id, resource, message }: Finding): string {
  return `- ${escapeMarkdown(code)} ${inlineCode(id)} of ${inlineCode(resource)}: ${escapeMarkdown(message)}`
}

/** What is in a pack, for its first page. */
const FILES: Readonly<Record<string, string>> = {
  'report.html': 'everything on one page, for a browser without a network',
  'report.md': 'the same, for a ticket',
  'results.json': 'the same, for programs (docs/schemas/results.schema.json)',
  'results.csv': 'a line for each test and each row of the access matrix',
  'results.sarif': 'the same as SARIF 2.1.0',
  'population.csv': 'every question to the account, with caller, time, request id, pages and hash of the answer',
  'tested.csv': 'what was tested of each resource, and how it ended',
  'access-review.csv': 'the rights of each role, to keep or revoke',
  'sign-off.md': 'who prepared, reviewed and approved',
  'evidence.json': 'the answers themselves; `mlops-audit report --check-pack` judges them again',
  'config/': 'the config that the account was held against',
  'VERIFY.md': 'how to prove this folder, with this tool and without',
  'manifest.json': 'every file with its hash, and of which run it is',
  SHA256SUMS: 'the same for `sha256sum -c`',
}

function signOffPage(subject: string): string {
  const line = (who: string) => `| ${who} | | | |`
  return [
    `# Sign-off: ${escapeMarkdown(subject)}`,
    '',
    '| | Name | Date | Signature |',
    '|---|---|---|---|',
    ...['Prepared by', 'Reviewed by', 'Approved by'].map(line),
    '',
    'The review covers the exceptions, what was not tested, what is manual, and `access-review.csv`.',
    '',
  ].join('\n')
}

function verifyPage(): string {
  return `# How to prove this folder

With the tool, offline; it finds a file more, less or changed, judges the evidence again and says who signed:

\`\`\`
mlops-audit report --check-pack . --attestation BUNDLE --trusted-root ROOT --signer-repository OWNER/NAME --signer-repository-id ID --signer-workflow .github/workflows/NAME.yml --signer-ref refs/heads/BRANCH
mlops-audit report --check-pack . --signature SIGNATURE --public-key KEY.pem
\`\`\`

Without it:

\`\`\`
sha256sum --check --strict SHA256SUMS
gh attestation verify manifest.json --bundle BUNDLE --repo OWNER/NAME
openssl dgst -sha256 -verify KEY.pem -signature <(base64 -d SIGNATURE) manifest.json
\`\`\`

The hashes alone prove no more than that nothing was changed by accident: whoever changes a file can write its hash anew. What binds the
folder to a run is the signature on \`manifest.json\`.
`
}

/** The pages of a pack that follow from its evidence and nothing else, by path. */
export function papersOf(given: RunReport, file: EvidenceFile, proof: string): [string, string][] {
  return [
    ['README.md', summaryPage(given, file, proof)],
    ['population.csv', populationCsv(file)],
    ['tested.csv', testedCsv(given.findings)],
    ['access-review.csv', accessReviewCsv(given.access ?? [])],
    ['sign-off.md', signOffPage(given.subject)],
    ['VERIFY.md', verifyPage()],
  ]
}
