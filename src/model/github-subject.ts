/** One claim of a `sub` that GitHub was told to write; the values are those a run may have, none where they follow from the repository. */
export interface SubjectClaim {
  claim: string
  values: readonly string[]
}

/** What the `sub` claim is made of. */
export interface SubjectParts {
  owner: string
  name: string
  ownerId: string | undefined
  repositoryId: string | undefined
  /** Claims in GitHub's order, as `include_claim_keys` has them. */
  claims: readonly SubjectClaim[]
}

/** GitHub's default: `repo:OWNER/REPO:<context>`. */
export const DEFAULT_CLAIMS: readonly SubjectClaim[] = [
  { claim: 'repo', values: [] },
  { claim: 'context', values: [] },
]

type Values = (parts: SubjectParts, form: SubjectForm) => string | undefined

/** How a repository is named in `repo`: by name, or since July 2026 with the ids that no rename passes on. */
export type SubjectForm = 'name' | 'immutable'

/** Claims whose value follows from the repository. Source: GitHub documentation, "OpenID Connect reference". */
const OF_THE_REPOSITORY: Readonly<Record<string, Values>> = {
  repo: ({ owner, name, ownerId, repositoryId }, form) =>
    form === 'name' ? `${owner}/${name}` : `${owner}@${ownerId ?? '*'}/${name}@${repositoryId ?? '*'}`,
  repository: ({ owner, name }) => `${owner}/${name}`,
  repository_id: ({ repositoryId }) => repositoryId,
  repository_owner: ({ owner }) => owner,
  repository_owner_id: ({ ownerId }) => ownerId,
}

/** Claims a config need not give values for. */
export const DERIVED_CLAIMS: readonly string[] = [...Object.keys(OF_THE_REPOSITORY), 'context']

/** Claims that each say which repository a run is of. */
export const NAMING_CLAIMS: readonly string[] = ['repo', 'repository', 'repository_id']

/**
 * The `sub` claims of a repository's runs in a context (`ref:refs/heads/main`, `environment:prod`, `pull_request`): each claim
 * of the template by its name, but for `context`, which stands for itself. What is not known is `*`.
 */
export function subjectsOf(parts: SubjectParts, form: SubjectForm, context: string): string[] {
  const texts = parts.claims.map(({ claim, values }) => {
    if (claim === 'context') return [context]
    const derived = OF_THE_REPOSITORY[claim]?.(parts, form)
    const known = values.length > 0 ? values : [derived ?? '*']
    return known.map((value) => `${claim}:${value}`)
  })
  return texts.reduce<string[]>(
    (before, choices) => before.flatMap((start) => choices.map((end) => [start, end].filter(Boolean).join(':'))),
    [''],
  )
}
