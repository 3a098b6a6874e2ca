import type { JudgedRows } from '../access/judge.ts'
import type { MatrixOptions } from '../access/matrix.ts'
import { besideSilence, besideSimulator, type Sample, type Simulated, sampleOf } from '../access/simulation.ts'
import { type Evidence, mapEvidence, type Unread } from '../model/evidence.ts'
import type { Reader } from '../reads/reader.ts'

/** The rows with AWS's own answer beside ours: a request of each is put to its simulator, where the caller may. */
export async function besideAws(
  reader: Reader,
  judged: JudgedRows,
  options: MatrixOptions,
): Promise<JudgedRows & { notices: readonly string[] }> {
  const samples = judged.rows.map((row) => sampleOf(row, options))
  const [first] = samples.filter((sample) => sample !== undefined)
  if (!first) return { ...judged, notices: [] }
  // Who may not ask once may not ask at all.
  const one = await simulated(reader, first)
  if (one.state === 'denied') return { ...judged, notices: [notAsked(`${one.action} is denied`)] }
  const answers = await Promise.all(samples.map((sample) => sample && simulated(reader, sample)))
  const unread = answers.filter((answer) => answer !== undefined && answer.state !== 'read')
  const [reason] = unread.map((answer) => (answer && 'reason' in answer ? answer.reason : ''))
  return {
    ...judged,
    access: judged.access.map((row, at) => {
      const [sample, answer] = [samples[at], answers[at]]
      if (!sample || !answer) return row
      if (answer.state === 'read') return besideSimulator(row, sample, answer.value)
      return isUnasked(answer) ? row : besideSilence(row, sample, answer.reason)
    }),
    notices:
      unread.length === 0 ? [] : [`AWS's simulator did not answer for ${unread.length} of ${judged.access.length} access rows: ${reason}`],
  }
}

/** Who may not ask, and a recording of a run that did not, have no second answer; one that was given and cannot be read is another matter. */
const isUnasked = (answer: Unread) => answer.state === 'denied' || (answer.state === 'failed' && answer.code === 'not-recorded')

const notAsked = (why: string) => `The access rows were not put to AWS's simulator: ${why}. They stand on the policies that were read.`

async function simulated(reader: Reader, { role, action, resource, context }: Sample): Promise<Evidence<Simulated>> {
  const answer = await reader.read('iam:SimulatePrincipalPolicy', {
    PolicySourceArn: role,
    ActionNames: [action],
    ResourceArns: [resource],
    ContextEntries: Object.entries(context)
      .filter(([, values]) => values.length > 0)
      .map(([ContextKeyName, ContextKeyValues]) => ({ ContextKeyName, ContextKeyValues, ContextKeyType: typeOf(ContextKeyValues) })),
  })
  return mapEvidence(answer, ({ EvaluationResults: [result] }) => ({
    decision: result?.EvalDecision ?? 'implicitDeny',
    byOrganization: result?.OrganizationsDecisionDetail?.AllowedByOrganizations,
  }))
}

/** Values are texts to all operators but those for truth, dates and addresses (IAM API Reference, ContextEntry). */
function typeOf(values: readonly string[]): string {
  const kinds: readonly [string, RegExp][] = [
    ['boolean', /^(?:true|false)$/],
    ['date', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/],
    ['ip', /^\d{1,3}(?:\.\d{1,3}){3}$/],
  ]
  const kind = kinds.find(([, pattern]) => values.every((value) => pattern.test(value)))?.[0] ?? 'string'
  return values.length > 1 ? `${kind}List` : kind
}
