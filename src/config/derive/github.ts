import type { Config, GithubConfig, GithubSubject } from '../../model/config.ts'
import { GITHUB_ISSUER, isEnterpriseServer, offersClaims } from '../../model/github-issuer.ts'
import { DEFAULT_CLAIMS, type SubjectClaim } from '../../model/github-subject.ts'
import type { RawGithub, SettledConfig, SettledGithub } from '../raw.ts'

/** Uploading needs a bucket only where CI deploys; by hand `aws cloudformation deploy --s3-bucket` does it. */
export function templateBucketOf(raw: SettledConfig): Config['templateBucket'] {
  const given = raw['template-bucket'] ?? (raw.github ? 'create' : false)
  if (given === false) return 'none'
  return given === 'create' ? 'create' : 'use'
}

export function deriveGithub(raw: SettledGithub): GithubConfig {
  const subject = subjectOf(raw.repository, raw, raw)
  const push = raw['image-push']
  const pushRepository = push?.repository ?? raw.repository
  return {
    ...subject,
    repository: raw.repository,
    issuer: issuerOf(raw),
    oidcProvider: raw['oidc-provider'],
    deploy: raw.deploy,
    publishEnvironments: raw['publish-environments'],
    maxSessionSeconds: raw['max-session-seconds'],
    imagePush: push && {
      repositories: push.repositories,
      // Ids belong to a repository: another one's are not ours.
      ...subjectOf(pushRepository, pushRepository === raw.repository ? { ...raw, ...push } : push, { ...raw, ...push }),
    },
  }
}

type Ids = Pick<SettledGithub, 'owner-id' | 'repository-id'>
type Contexts = Pick<SettledGithub, 'branches' | 'environments' | 'subject' | 'subject-claims' | 'issuer'>

/** Without `https://`, as IAM names providers. */
export function issuerOf({ issuer }: Pick<RawGithub, 'issuer'>): string {
  return issuer?.replace('https://', '') ?? GITHUB_ISSUER
}

/** The template of the `sub`, as `include_claim_keys` at GitHub has it. */
export function claimsOf(raw: Pick<RawGithub, 'subject-claims'>): readonly SubjectClaim[] {
  return (
    raw['subject-claims']?.map((given): SubjectClaim => {
      if (typeof given === 'string') return { claim: given, values: [] }
      const [claim, values] = Object.entries(given)[0] ?? ['', []]
      return { claim, values: [values].flat() }
    }) ?? DEFAULT_CLAIMS
  )
}

function subjectOf(repository: string, ids: Ids, contexts: Contexts): GithubSubject {
  const [owner = '', name = ''] = repository.split('/')
  const issuer = issuerOf(contexts)
  const hasIds = ids['owner-id'] !== undefined && ids['repository-id'] !== undefined && !isEnterpriseServer(issuer)
  return {
    owner,
    name,
    ownerId: ids['owner-id'],
    repositoryId: ids['repository-id'],
    branches: contexts.branches,
    environments: contexts.environments,
    // Where no condition on an id keeps a recycled name out, only the `sub` with ids does.
    subject: hasIds ? (contexts.subject ?? (offersClaims(issuer) ? 'both' : 'immutable')) : 'name',
    claims: claimsOf(contexts),
  }
}
