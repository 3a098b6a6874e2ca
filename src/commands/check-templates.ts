import { TEMPLATE_RULES } from '../access/template/rules.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import { partitionOf } from '../model/partition.ts'
import { accessFindings } from './access-findings.ts'
import { type Examined, examine, finish, judge, knownToAws, tell } from './examined.ts'
import { type InputValues, textInput } from './inputs.ts'
import { lintersOf } from './linter.ts'
import type { CommandResult } from './result.ts'
import { eachFaultOnce } from './same-fault.ts'
import { problemsOf, templateSources } from './template-sources.ts'
import type { World } from './world.ts'

/** Where templates of others are taken to be deployed: a config would say. */
export function placeOf(world: World, inputs: InputValues): { account: string; region: string } {
  const region = textInput(inputs, 'aws-region') || (world.defaultRegion ?? 'us-east-1')
  if (!partitionOf(region)) {
    throw new AuditError('BAD_INPUT', `"${region}" is no AWS region this version knows.`, {
      remedy: 'Set `aws-region` (--aws-region us-east-1), or AWS_REGION.',
    })
  }
  return { account: textInput(inputs, 'account') || '123456789012', region }
}

/**
 * Templates of others, each by itself: two files may use one logical id. They have no config: what only a config says is left open, and
 * what was not judged is said.
 */
export async function checkTemplates(world: World, inputs: InputValues): Promise<CommandResult> {
  const place = placeOf(world, inputs)
  const [{ sources, problems: missing, skipped }, known] = await Promise.all([templateSources(world, inputs), knownToAws(world)])
  const examined: (Examined & { region: string })[] = []
  const problems: Problem[] = [...missing]
  const findings: Finding[] = []
  const undecided: string[] = []
  const judged = { principals: 0, policies: 0, resources: 0 }
  const unproven: string[] = []
  for (const { file, body } of sources) {
    try {
      const one = { ...examine(body, file, known), region: place.region }
      const facts = judge(world, [one], { ...place, config: undefined })
      const access = accessFindings(one, place, known.index)
      const unjudged = [...one.unjudged, ...access.unread.map((name) => `${name}, whose text is not known here`)]
      examined.push({ ...one, notices: [...one.notices, ...unjudged.map((what) => `${file}: not judged: ${what}.`)] })
      findings.push(...facts.findings, ...access.findings)
      undecided.push(...facts.undecided)
      unproven.push(...access.unproven.map(({ rule, resource }) => `${TEMPLATE_RULES[rule].code} of ${resource}`))
      for (const kind of ['principals', 'policies', 'resources'] as const) judged[kind] += access.judged[kind].length
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      problems.push(...problemsOf(error, file))
    }
  }
  tell(world, examined)
  const linted = await lintersOf(world, inputs, sources)
  const own = [...problems, ...examined.flatMap((one) => one.problems)]
  const once = eachFaultOnce(own, linted.problems)
  const rules = [...new Set(undecided)]
  const notices = [
    ...(rules.length > 0 ? [`Depends on values that only a deployment has: ${rules.join(', ')}.`] : []),
    ...(unproven.length > 0
      ? [`${countOf(unproven.length, 'rule is', 'rules are')} not proven, as a search gave up: ${unproven.join(', ')}.`]
      : []),
    ...linted.notices,
    ...(skipped > 0 ? [`${skipped} files are no templates, and were left out.`] : []),
    `Judged: ${countOf(examined.length, 'template')}, with ${countOf(judged.principals, 'role, user or policy', 'roles, users and policies')}, ${countOf(judged.policies, 'resource policy', 'resource policies')}, ${countOf(judged.resources, 'bucket, key or URL', 'buckets, keys and URLs')}.${linted.isLinted ? '' : ' Not looked at: what only cfn-lint knows, such as retired runtimes and values that services compare; `--with cfn-lint` runs it where it is installed.'}`,
  ]
  // The account is made up, so the report is not about it.
  return finish(
    world,
    inputs,
    examined.map((one) => ({ ...one, problems: [] })),
    { findings, undecided: [], notices },
    { region: place.region, problems: [...once.ours, ...once.theirs] },
  )
}

const countOf = (count: number, one: string, many = `${one}s`) => (count === 1 ? `one ${one}` : `${count} ${many}`)
