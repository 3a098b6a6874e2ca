import type { Config, GithubConfig, GithubSubject } from '../../model/config.ts'
import type { SettledConfig, SettledGithub } from '../raw.ts'

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
type Contexts = Pick<SettledGithub, 'branches' | 'environments' | 'subject'>

function subjectOf(repository: string, ids: Ids, contexts: Contexts): GithubSubject {
  const [owner = '', name = ''] = repository.split('/')
  const hasIds = ids['owner-id'] !== undefined && ids['repository-id'] !== undefined
  return {
    owner,
    name,
    ownerId: ids['owner-id'],
    repositoryId: ids['repository-id'],
    branches: contexts.branches,
    environments: contexts.environments,
    subject: hasIds ? (contexts.subject ?? 'both') : 'name',
  }
}
