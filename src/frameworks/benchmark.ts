import type { Benchmark, ControlResult } from '../model/benchmark.ts'
import type { Finding } from '../model/finding.ts'
import type { Control, Framework } from './framework.ts'

/** What a run's findings say of each control of a framework, in its order. Controls that nothing here looks at are not in it. */
export function benchmarkOf({ id, title, version, controls }: Framework, findings: readonly Finding[]): Benchmark {
  return { id, title, version, controls: Object.entries(controls).map(([control, of]) => resultOf(control, of, findings)) }
}

function resultOf(id: string, { fit, checks }: Control, findings: readonly Finding[]): ControlResult {
  const of = findings.filter((finding) => checks.includes(finding.id))
  const count = (status: Finding['status']) => of.filter((finding) => finding.status === status).length
  const [passed, failed, accepted, untested] = [count('pass'), count('fail'), count('excepted'), count('error')]
  const because = of.filter(({ status }) => status === 'fail' || status === 'error').map(({ code }) => code)
  const state = stateOf({ passed, failed, accepted, untested, judged: of.length })
  return { id, fit, state, passed, failed, accepted, untested, because: [...new Set(because)] }
}

/** The worst first: nothing that was not tested is called passed, and neither is what only an exception lets through. */
function stateOf(counts: Record<'passed' | 'failed' | 'accepted' | 'untested' | 'judged', number>): ControlResult['state'] {
  if (counts.failed > 0 || counts.accepted > 0) return 'exceptions'
  if (counts.untested > 0 || counts.judged === 0) return 'not tested'
  return counts.passed > 0 ? 'tests passed' : 'not applicable'
}
