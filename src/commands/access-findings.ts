import { type AccessJudged, judgeTemplateAccess } from '../access/template/judge.ts'
import { type Breach, TEMPLATE_RULES, type TemplateRuleId } from '../access/template/rules.ts'
import type { ExaminedTemplate } from '../cloudformation/examine.ts'
import type { ActionIndex } from '../iam/actions.ts'
import { type Finding, SEVERITIES } from '../model/finding.ts'

/** What a template says of access, as findings at their lines: what is wrong, and what was looked at without finding anything. */
export function accessFindings(
  template: Pick<ExaminedTemplate, 'parsed' | 'positionOf'>,
  place: { account: string; region: string },
  index: ActionIndex,
): Pick<AccessJudged, 'judged' | 'unread'> & { findings: Finding[] } {
  const { breaches, judged, unread } = judgeTemplateAccess(template.parsed, place, index)
  const failing = breaches.map((breach) => failed(breach, template)).sort(worstFirst)
  const broken = new Set(breaches.map(({ rule, resource }) => `${rule} ${resource}`))
  const unknown = new Set(unread.map((text) => text.split(' of ').at(-1)))
  const passed = (rule: TemplateRuleId, ids: readonly string[]) =>
    ids.filter((id) => !broken.has(`${rule} ${id}`) && !unknown.has(id)).map((id) => held(rule, id, template))
  const principals = judged.principals.filter((id) => !broken.has(`principal-is-no-administrator ${id}`))
  return {
    findings: [
      ...failing,
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

function held(rule: TemplateRuleId, id: string, template: Pick<ExaminedTemplate, 'parsed'>): Finding {
  const { code, title, severity } = TEMPLATE_RULES[rule]
  return { id: rule, code, title, status: 'pass', severity, resource: named(id, template), message: title, remedy: '', frameworks: {} }
}
