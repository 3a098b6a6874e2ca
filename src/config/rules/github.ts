import type { Problem } from '../../model/errors.ts'
import type { Judge, Rule } from './rule.ts'

const subjectHasIds: Judge = (raw, { yaml }) => {
  const github = raw.github
  if (!github?.subject || github.subject === 'name') return []
  const missing = (['owner-id', 'repository-id'] as const).filter((key) => github[key] === undefined)
  if (missing.length === 0) return []
  return [
    {
      message: `\`github.subject\` is "${github.subject}", but ${missing.map((key) => `\`${key}\``).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      position: yaml.positionOf('/github/subject'),
      remedy: 'The immutable `sub` is repo:OWNER@ID/REPO@ID:…; both ids are in `gh api repos/OWNER/REPO --jq ".owner.id, .id"`.',
    },
  ]
}

/** An environment that deploys and publishes holds both halves, which is what a second environment is there to prevent. */
const publishingIsApart: Judge = (raw, { yaml }) =>
  (raw.github?.['publish-environments'] ?? []).flatMap((environment, index): Problem[] => {
    if (!raw.github?.environments?.includes(environment)) return []
    return [
      {
        message: `\`github.publish-environments\` names "${environment}", which \`github.environments\` names too: one job would publish and deploy.`,
        position: yaml.positionOf(`/github/publish-environments/${index}`),
        remedy: 'Name an environment of its own, with required reviewers, whose job runs `publish` only.',
      },
    ]
  })

/** CI deploys published templates only, and a template that goes in a call was published by nobody. */
const templatesHaveABucket: Judge = (raw, { yaml }) => {
  if (!raw.github || raw['template-bucket'] !== false) return []
  return [
    {
      message: '`template-bucket` is false, but `github:` is there: CI deploys templates that were published to a bucket, and no others.',
      position: yaml.positionOf('/template-bucket'),
      remedy: 'Remove `template-bucket:` to have a bucket made, or name one with `template-bucket: { use: <bucket> }`.',
    },
  ]
}

/** A role trusts a provider of its own account only. */
const providerIsOurs: Judge = (raw, { yaml }) => {
  const provider = raw.github?.['oidc-provider']
  const [key, arn] = typeof provider === 'object' ? (Object.entries(provider)[0] ?? []) : []
  const account = arn?.split(':')[4]
  if (key === undefined || account === raw.account) return []
  return [
    {
      message: `\`github.oidc-provider.${key}\` is of account ${account}, \`account\` is ${raw.account}.`,
      position: yaml.positionOf(`/github/oidc-provider/${key}`),
      remedy: 'A role can only trust a provider of its own account: name that one, or leave the key out to create it.',
    },
  ]
}

export const GITHUB_RULES = [
  { id: 'subject-has-ids', demands: 'A `sub` with immutable ids needs both ids.', judge: subjectHasIds },
  { id: 'publishing-is-apart', demands: 'An environment that publishes does not deploy.', judge: publishingIsApart },
  { id: 'templates-have-a-bucket', demands: 'Where CI deploys, templates lie in a bucket.', judge: templatesHaveABucket },
  { id: 'provider-is-ours', demands: 'An OIDC provider is of the account itself.', judge: providerIsOurs },
] as const satisfies readonly Rule[]
