import { accessModel } from '../access/from-templates.ts'
import { judgeMatrix } from '../access/judge.ts'
import type { OrganizationPolicies } from '../access/model.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { AccessResult } from '../model/access.ts'
import type { Config } from '../model/config.ts'
import type { Finding } from '../model/finding.ts'
import type { PlanEffects } from '../model/report.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { judgeTemplates } from '../verify/judge-templates.ts'

interface Placed {
  parsed: ParsedTemplate
  region: string
}

/** What the templates of a plan do to checks and to the access matrix, beside those that are deployed. */
export function planEffects(
  config: Config,
  { before, after }: { before: readonly Placed[]; after: readonly Placed[] },
  { index, now, organization }: { index: ActionIndex; now: Date; organization?: OrganizationPolicies | undefined },
): PlanEffects {
  const judged = (templates: readonly Placed[]) =>
    judgeTemplates(templates, { account: config.account, region: config.region, config, collectedAt: now.toISOString() })
  const [old, next] = [judged(before), judged(after)]
  const failed = (finding: Finding) => finding.status === 'fail'
  const isIn = (findings: readonly Finding[]) => (finding: Finding) =>
    findings.some((other) => failed(other) && other.id === finding.id && other.resource === finding.resource)
  const rowsThen = new Map(rowsOf(config, before, { index, organization }).map((row) => [keyOf(row), row.state]))
  return {
    introduced: next.filter(failed).filter((finding) => !isIn(old)(finding)),
    fixed: old.filter(failed).filter((finding) => !isIn(next)(finding)),
    rows: rowsOf(config, after, { index, organization }).filter(
      (row) => rowsThen.has(keyOf(row)) && rowsThen.get(keyOf(row)) !== row.state,
    ),
  }
}

const keyOf = ({ who, effect, actions, on }: AccessResult) => JSON.stringify([who, effect, actions, on])

function rowsOf(
  config: Config,
  templates: readonly Placed[],
  { index, organization }: { index: ActionIndex; organization: OrganizationPolicies | undefined },
): readonly AccessResult[] {
  const nowhere = () => ({ file: config.file, line: 1, column: 1 })
  const placed = templates.map((template) => ({ ...template, positionOf: nowhere }))
  return judgeMatrix({ config, model: accessModel(placed, config.account, organization), index, positionOf: nowhere }).access
}
