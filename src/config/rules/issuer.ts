import { closest } from '../../model/closest.ts'
import type { Problem } from '../../model/errors.ts'
import { isEnterpriseServer, offersClaims } from '../../model/github-issuer.ts'
import { DERIVED_CLAIMS, NAMING_CLAIMS, type SubjectClaim } from '../../model/github-subject.ts'
import { claimsOf, issuerOf } from '../derive/github.ts'
import type { RawGithub } from '../raw.ts'
import type { Judge, Rule, RuleContext } from './rule.ts'

/** Claims of a token that say something of a run, beside those of the repository. Source: GitHub documentation, "OpenID Connect reference". */
const CLAIMS_OF_A_RUN = [
  'actor',
  'actor_id',
  'base_ref',
  'enterprise',
  'enterprise_id',
  'environment',
  'event_name',
  'head_ref',
  'job_workflow_ref',
  'job_workflow_sha',
  'ref',
  'ref_protected',
  'ref_type',
  'repository_visibility',
  'runner_environment',
  'sha',
  'workflow',
  'workflow_ref',
  'workflow_sha',
]

/** Ids belong to a repository: another one's are not ours. */
function pushIds(
  { 'subject-claims': _, ...github }: RawGithub,
  push: NonNullable<RawGithub['image-push']>,
): Parameters<typeof claimProblems>[0] {
  const { repository = github.repository } = push
  return repository === github.repository ? { ...github, ...push } : push
}

function providerHasIssuer(github: RawGithub, { yaml }: RuleContext): Problem[] {
  const provider = github['oidc-provider']
  const [key, arn] = typeof provider === 'object' ? (Object.entries(provider)[0] ?? []) : []
  const found = arn?.slice(arn.indexOf('oidc-provider/') + 'oidc-provider/'.length)
  const issuer = issuerOf(github)
  if (key === undefined || found === issuer) return []
  return [
    {
      message: `\`github.oidc-provider.${key}\` is the provider of ${found}, and tokens come from ${issuer}: nobody could be let in.`,
      position: yaml.positionOf(`/github/oidc-provider/${key}`),
      remedy: `Name the provider \`…:oidc-provider/${issuer}\`, or set \`github.issuer: https://${found}\`.`,
    },
  ]
}

function serverHasNoIds(github: RawGithub, { yaml }: RuleContext): Problem[] {
  if (!isEnterpriseServer(issuerOf(github)) || github.subject === undefined || github.subject === 'name') return []
  return [
    {
      message: `\`github.subject\` is "${github.subject}", and a GitHub Enterprise Server writes no ids into \`repo:\`.`,
      position: yaml.positionOf('/github/subject'),
      remedy: 'Remove `subject:`. To pin the repository, have `repository_id` put into the `sub` and name it in `github.subject-claims`.',
    },
  ]
}

function claimProblems(
  github: Pick<RawGithub, 'subject-claims' | 'owner-id' | 'repository-id'>,
  at: string,
  { yaml }: RuleContext,
): Problem[] {
  if (github['subject-claims'] === undefined) return []
  const key = `${at.slice(1).replaceAll('/', '.')}.subject-claims`
  const claims = claimsOf(github)
  const names = claims.map(({ claim }) => claim)
  const each = claims.flatMap((claim, index) => {
    const problem = claimProblem(claim, names.indexOf(claim.claim) < index, github)
    return problem
      ? [{ ...problem, message: `\`${key}[${index}]\` ${problem.message}`, position: yaml.positionOf(`${at}/subject-claims/${index}`) }]
      : []
  })
  const whole = (message: string, remedy: string): Problem => ({ message, position: yaml.positionOf(`${at}/subject-claims`), remedy })
  return [
    ...each,
    ...(names.some((name) => NAMING_CLAIMS.includes(name))
      ? []
      : [
          whole(
            `\`${key}\` is ${names.join(', ')}: such a \`sub\` does not say which repository a run is of.`,
            'Have `repo` or `repository_id` put into the `sub` at GitHub, and name it here too.',
          ),
        ]),
    ...(names.includes('context')
      ? []
      : [
          whole(
            `\`${key}\` is ${names.join(', ')}: such a \`sub\` does not tell a pull request from a branch, so a pull request could deploy.`,
            'Have `context` put into the `sub` at GitHub, and name it here too.',
          ),
        ]),
  ]
}

type Told = Pick<Problem, 'message'> & { remedy: string }

function claimProblem(
  { claim, values }: SubjectClaim,
  isTwin: boolean,
  ids: Pick<RawGithub, 'owner-id' | 'repository-id'>,
): Told | undefined {
  if (isTwin) return { message: `is \`${claim}\`, which is named before.`, remedy: 'Name each claim once, in the order of the `sub`.' }
  if (DERIVED_CLAIMS.includes(claim)) {
    if (values.length > 0)
      return { message: `gives \`${claim}\` a value, which follows from the repository.`, remedy: `Write \`${claim}\` alone.` }
    const needed = claim === 'repository_id' ? 'repository-id' : claim === 'repository_owner_id' ? 'owner-id' : undefined
    if (needed && ids[needed] === undefined)
      return {
        message: `is \`${claim}\`, and \`${needed}\` is missing.`,
        remedy: 'Both ids are in `gh api repos/OWNER/REPO --jq ".owner.id, .id"`.',
      }
    return undefined
  }
  if (!CLAIMS_OF_A_RUN.includes(claim) && !/^repo_property_\w+$/.test(claim)) {
    const guess = closest(claim, [...DERIVED_CLAIMS, ...CLAIMS_OF_A_RUN])
    return {
      message: `is \`${claim}\`, which is no claim of GitHub's tokens.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
      remedy: `Allowed: ${DERIVED_CLAIMS.join(', ')}; with values ${CLAIMS_OF_A_RUN.join(', ')}, repo_property_….`,
    }
  }
  return values.length > 0
    ? undefined
    : {
        message: `is \`${claim}\` without a value, and its value does not follow from the repository.`,
        remedy: `Write \`${claim}: <value>\`, or a list of values that are trusted.`,
      }
}

/** Where STS does not judge `repository_id`, an id that is not in the `sub` pins nothing, and whoever gave it thinks it does. */
function idsPin(github: RawGithub, { yaml }: RuleContext): Problem[] {
  const issuer = issuerOf(github)
  if (github['repository-id'] === undefined || offersClaims(issuer)) return []
  const claims = claimsOf(github).map(({ claim }) => claim)
  const byForm =
    claims.includes('repo') &&
    !isEnterpriseServer(issuer) &&
    (github.subject ?? 'immutable') === 'immutable' &&
    github['owner-id'] !== undefined
  if (claims.includes('repository_id') || byForm) return []
  return [
    {
      message: `\`github.repository-id\` pins nothing here: for tokens of ${issuer} AWS judges \`sub\` and \`aud\` alone, and this \`sub\` has no id.`,
      position: yaml.positionOf('/github/repository-id'),
      remedy: isEnterpriseServer(issuer)
        ? 'Have `repository_id` put into the `sub` and set `github.subject-claims: [repo, context, repository_id]`, or remove the id.'
        : 'Use `subject: immutable` with both ids, or have `repository_id` put into the `sub` and name it in `github.subject-claims`, or remove the id.',
    },
  ]
}

const withGithub =
  (judge: (github: RawGithub, context: RuleContext) => Problem[]): Judge =>
  ({ github }, context) =>
    github === undefined ? [] : judge(github, context)

export const ISSUER_RULES = [
  { id: 'provider-has-the-issuer', demands: 'An OIDC provider is that of `github.issuer`.', judge: withGithub(providerHasIssuer) },
  { id: 'server-has-no-ids', demands: 'A GitHub Enterprise Server is asked for no immutable `sub`.', judge: withGithub(serverHasNoIds) },
  {
    id: 'subject-claims-name-a-run',
    demands: 'The claims of a customised `sub` exist, have values, and say repository and context.',
    judge: withGithub((github, context) => [
      ...claimProblems(github, '/github', context),
      ...(github['image-push'] ? claimProblems(pushIds(github, github['image-push']), '/github/image-push', context) : []),
    ]),
  },
  { id: 'repository-id-pins', demands: 'A repository id that is given is one that AWS judges.', judge: withGithub(idsPin) },
] as const satisfies readonly Rule[]
