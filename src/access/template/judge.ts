import type { StackPlace } from '../../cloudformation/resolved.ts'
import { readable, scenariosOf, workOut } from '../../cloudformation/worked-out.ts'
import type { ActionIndex } from '../../iam/actions.ts'
import { atLeast } from '../../model/finding.ts'
import type { ParsedTemplate } from '../../model/template.ts'
import { judgeSubject } from './principals.ts'
import { judgeProperties, publicAccessIn } from './properties.ts'
import { judgeGuarded } from './resources.ts'
import { type Breach, isUnproven, TEMPLATE_RULES, type Unproven } from './rules.ts'
import { judgeSecrets } from './secrets.ts'
import { concernsAccess, givenIn } from './subjects.ts'
import { judgeTrust } from './trusts.ts'
import { judgeWildcards } from './wildcards.ts'

/** What a template was judged to say about access. */
export interface AccessJudged {
  breaches: readonly Breach[]
  /** What may be wrong, where the search gave up: neither a breach nor a hold. */
  unproven: readonly Unproven[]
  /** Logical ids of what was judged, by what it is. */
  judged: Readonly<Record<'principals' | 'policies' | 'resources', readonly string[]>>
  /** What has a say and was not read: managed policies by name, with who has them. */
  unread: readonly string[]
}

/** Judges everything in a template that gives rights, under every combination of the conditions that its policies depend on. */
export function judgeTemplateAccess(template: ParsedTemplate, place: StackPlace, index: ActionIndex): AccessJudged {
  const breaches = new Map<string, Breach>()
  const unproven = new Map<string, Unproven>()
  const judged = { principals: new Set<string>(), policies: new Set<string>(), resources: new Set<string>() }
  const unread = new Set<string>()
  for (const scenario of scenariosOf(template, concernsAccess)) {
    const worked = workOut(template, place, scenario, concernsAccess)
    const { subjects, guarded } = givenIn(template, worked, place)
    const context = { account: place.account, index }
    const block = publicAccessIn(worked, template)
    const found = [
      ...subjects.flatMap((subject) => [
        ...judgeSubject(subject, context),
        ...judgeTrust(subject, context),
        ...judgeWildcards(subject, context),
      ]),
      ...guarded.flatMap((one) => judgeGuarded(one, context, block)),
      ...Object.entries(worked.properties).flatMap(([id, properties]) =>
        judgeProperties(id, template.Resources[id]?.Type ?? '', properties),
      ),
    ]
    for (const one of found) {
      if (isUnproven(one)) unproven.set(about(one), unproven.get(about(one)) ?? one)
      else keep(breaches, one)
    }
    for (const { id, unread: names } of subjects) {
      judged.principals.add(id)
      for (const name of names) unread.add(`${name} of ${id}`)
    }
    for (const { id } of guarded) judged.policies.add(id)
    for (const id of Object.keys(worked.properties))
      if (/^AWS::(?:S3::Bucket|KMS::Key|Lambda::Url)$/.test(template.Resources[id]?.Type ?? '')) judged.resources.add(id)
  }
  for (const breach of judgeSecrets(template)) keep(breaches, breach)
  return {
    breaches: [...breaches.values()],
    unproven: [...unproven.values()].filter((one) => ![...breaches.values()].some((breach) => outweighs(breach, one))),
    judged: { principals: [...judged.principals], policies: [...judged.policies], resources: [...judged.resources] },
    unread: [...unread],
  }
}

/** Whether a breach says at least what may be wrong, too: one that is milder than its rule leaves the rest open. */
function outweighs(breach: Breach, unproven: Unproven): boolean {
  return about(breach) === about(unproven) && atLeast(severityOf(breach), TEMPLATE_RULES[unproven.rule].severity)
}

const severityOf = ({ rule, severity }: Breach) => severity ?? TEMPLATE_RULES[rule].severity

const about = ({ rule, resource }: Pick<Breach, 'rule' | 'resource'>) => `${rule} ${resource}`

/** Each once, at its worst, however many combinations show it: a statement that breaks a rule badly is not said to break it a little, too. */
function keep(breaches: Map<string, Breach>, breach: Breach): void {
  const key = JSON.stringify([breach.rule, breach.resource, breach.pointers])
  const known = breaches.get(key)
  if (!known || !atLeast(severityOf(known), severityOf(breach)))
    breaches.set(key, { ...breach, message: readable(breach.message), remedy: readable(breach.remedy) })
}
