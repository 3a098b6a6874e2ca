import type { Config, GithubConfig, GithubSubject } from '../../model/config.ts'
import { GITHUB_ISSUER, offersClaims } from '../../model/github-issuer.ts'
import { type SubjectForm, subjectsOf } from '../../model/github-subject.ts'
import { globalTemplateIn } from '../../model/presence.ts'
import { templateStoreOf, templateUrl } from '../../model/template-store.ts'
import type { Entries } from './entries.ts'

export function githubSettings({ github, partition }: Config): Entries {
  const provider = github?.oidcProvider ?? 'create'
  const use = typeof provider === 'object' && 'use' in provider ? provider.use : ''
  const push = github?.imagePush
  const issuer = github?.issuer ?? GITHUB_ISSUER
  const pinned = (id: string | undefined) => (offersClaims(issuer) ? (id ?? '') : '')
  return [
    ['oidc.issuer', issuer],
    ['oidc.audience', partition.audience],
    ['oidc.ours', use === ''],
    ['oidc.adopted', typeof provider === 'object' && 'adopt' in provider],
    ['oidc.use', use !== ''],
    ['oidc.providerArn', use],
    ['oidc.repositoryId', pinned(github?.repositoryId)],
    ['oidc.planSubjects', github ? subjects(github, ['pull_request', ...branchesOf(github)]) : []],
    ['oidc.deploySubjects', github ? environmentsOrBranches(github) : []],
    ['oidc.publishSubjects', github ? publishSubjects(github) : []],
    ['oidc.verifySubjects', github ? subjects(github, [...branchesOf(github), ...environmentsOf(github)]) : []],
    ['imagePush', push !== undefined],
    ['imagePush.repositoryId', pinned(push?.repositoryId)],
    ['imagePush.subjects', push ? environmentsOrBranches(push) : []],
  ]
}

/** A job with `environment:` gets the environment's subject only; then the branch must not do it by itself. */
const environmentsOrBranches = (subject: GithubSubject) =>
  subjects(subject, subject.environments.length > 0 ? environmentsOf(subject) : branchesOf(subject))

/** Without environments of their own, the jobs that deploy publish as well. */
const publishSubjects = (github: GithubConfig) =>
  github.publishEnvironments.length > 0
    ? subjects(github, environmentsOf({ ...github, environments: github.publishEnvironments }))
    : environmentsOrBranches(github)

const branchesOf = (subject: GithubSubject) => subject.branches.map((branch) => `ref:refs/heads/${branch}`)
const environmentsOf = (subject: GithubSubject) => subject.environments.map((environment) => `environment:${environment}`)

const FORMS: Readonly<Record<GithubSubject['subject'], readonly SubjectForm[]>> = {
  both: ['name', 'immutable'],
  immutable: ['immutable'],
  name: ['name'],
}

/** The `sub` claims that tokens of the repository's runs may have, each once. */
function subjects(github: GithubSubject, contexts: readonly string[]): string[] {
  return [...new Set(FORMS[github.subject].flatMap((form) => contexts.flatMap((context) => subjectsOf(github, form, context))))]
}

/** Where templates lie: what plans wrote, and what was published to be deployed. */
export function templateStoreSettings(config: Config): Entries {
  const { names, region, workloadRegion, partition, access } = config
  const store = templateStoreOf(config)
  const stacks = [
    { sid: 'Audit', name: names.auditStack, region },
    { sid: 'Access', name: names.accessStack, region: workloadRegion },
    ...(globalTemplateIn(config) ? [{ sid: 'Global', name: names.globalStack, region: partition.globalRegion }] : []),
    ...(access.replica ? [{ sid: 'Replica', name: names.replicaStack, region: access.replica.region }] : []),
  ]
  return [
    ['templates.plan', store.plan],
    ['templates.publish', store.publish],
    // What lies in a bucket that is not ours alone is found by our prefix only.
    ['templates.created', config.templateBucket === 'create'],
    ['templates.shared', config.templateBucket === 'use'],
    ['templates.root', config.templateBucket === 'use' ? `${config.prefix}/` : ''],
    ['templates.url', templateUrl({ ...store, key: store.publish, region, dnsSuffix: partition.dnsSuffix })],
    ['stacksOfCi', stacks],
  ]
}
