import { type AccessJudged, judgeTemplateAccess } from '../access/template/judge.ts'
import { type Breach, TEMPLATE_RULES, type TemplateRuleId, type Unproven } from '../access/template/rules.ts'
import type { ExaminedTemplate } from '../cloudformation/examine.ts'
import { readable } from '../cloudformation/worked-out.ts'
import type { ActionIndex } from '../iam/actions.ts'
import { UNSEARCHED_REMEDY } from '../iam/ask.ts'
import { type Finding, SEVERITIES } from '../model/finding.ts'

/** What a template says of access, as findings at their lines: what is wrong, and what was looked at without finding anything. */
export function accessFindings(
  template: Pick<ExaminedTemplate, 'parsed' | 'positionOf'>,
  place: { account: string; region: string },
  index: ActionIndex,
): Pick<AccessJudged, 'judged' | 'unread' | 'unproven'> & { findings: Finding[] } {
  const { breaches, unproven, judged, unread } = judgeTemplateAccess(template.parsed, place, index)
  const failing = breaches.map((breach) => failed(breach, template)).sort(worstFirst)
  const broken = new Set([...breaches, ...unproven].map(({ rule, resource }) => `${rule} ${resource}`))
  const unknown = new Set(unread.map((text) => text.split(' of ').at(-1)))
  const passed = (rule: TemplateRuleId, ids: readonly string[]) =>
    ids.filter((id) => !broken.has(`${rule} ${id}`) && !unknown.has(id)).map((id) => held(rule, id, template))
  const administrators = new Set(breaches.flatMap(({ rule, resource }) => (rule === 'principal-is-no-administrator' ? [resource] : [])))
  const principals = judged.principals.filter((id) => !administrators.has(id))
  return {
    findings: [
      ...failing,
      ...unproven.map((one) => undecided(one, template)).sort(worstFirst),
      ...passed('principal-is-no-administrator', judged.principals),
      ...passed('principal-cannot-escalate', principals),
      ...passed(
        'trust-excludes-strangers',
        judged.principals.filter((id) => template.parsed.Resources[id]?.Type === 'AWS::IAM::Role'),
      ),
      ...passed('resource-excludes-strangers', judged.policies),
    ],
    judged,
    unread,
    unproven,
  }
}

const worstFirst = (a: Finding, b: Finding) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)

function named(id: string, { parsed }: Pick<ExaminedTemplate, 'parsed'>): string {
  return `${id} (${parsed.Resources[id]?.Type ?? 'resource'})`
}

function failed(
  { rule, resource, pointers, message, remedy, severity }: Breach,
  template: Pick<ExaminedTemplate, 'parsed' | 'positionOf'>,
): Finding {
  const { code, title, severity: usual } = TEMPLATE_RULES[rule]
  return {
    id: rule,
    code,
    title,
    status: 'fail',
    severity: severity ?? usual,
    resource: named(resource, template),
    message,
    remedy,
    frameworks: {},
    positions: pointers.map((pointer) => template.positionOf(pointer)),
  }
}

/** What nobody knows is no hold: it counts as what could not be read does. */
function undecided(
  { rule, resource, pointers, whether, because }: Unproven,
  template: Pick<ExaminedTemplate, 'parsed' | 'positionOf'>,
): Finding {
  return {
    ...held(rule, resource, template),
    status: 'error',
    message: `Whether ${readable(whether)} is not proven: ${readable(because)}.`,
    remedy: UNSEARCHED_REMEDY,
    unread: { state: 'failed', operation: 'judge', code: 'unsearched', retryable: false },
    positions: pointers.map((pointer) => template.positionOf(pointer)),
  }
}

function held(rule: TemplateRuleId, id: string, template: Pick<ExaminedTemplate, 'parsed'>): Finding {
  const { code, title, severity } = TEMPLATE_RULES[rule]
  return { id: rule, code, title, status: 'pass', severity, resource: named(id, template), message: title, remedy: '', frameworks: {} }
}
