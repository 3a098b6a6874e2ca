/** Issuer of github.com's tokens, without `https://`; an IAM provider's ARN and its condition keys start with it. */
export const GITHUB_ISSUER = 'token.actions.githubusercontent.com'

/**
 * The issuers GitHub has: github.com's, an enterprise's own below it, that of a GHE.com subdomain, and a GitHub Enterprise
 * Server's. Source: GitHub documentation, "OpenID Connect reference", for each product.
 */
const ISSUER =
  /^(?:token\.actions\.githubusercontent\.com(?:\/[\w.-]+)?|token\.actions\.[\w-]+\.ghe\.com(?:\/[\w.-]+)?|[\w.-]+\/_services\/token)$/

/** The GitHub issuer that a provider's ARN or URL ends in; undefined where the provider is someone else's. */
export function githubIssuerOf(provider: string): string | undefined {
  const issuer = provider.replace(/^arn:[^/]*:oidc-provider\//, '').replace(/^https:\/\//, '')
  return ISSUER.test(issuer) ? issuer : undefined
}

/**
 * Whether STS offers a token's own claims (`repository_id`, `job_workflow_ref`, …) as condition keys: it is documented for
 * github.com's issuer only. A condition on a key that STS does not offer refuses every run.
 */
export function offersClaims(issuer: string): boolean {
  return issuer === GITHUB_ISSUER
}

/** Whether tokens are a GitHub Enterprise Server's, which knows no immutable `sub`. */
export function isEnterpriseServer(issuer: string): boolean {
  return issuer.endsWith('/_services/token')
}

/** Where the repositories are whose tokens an issuer signs: their addresses, and those of their workflows and runs, begin with it. */
export function serverOf(issuer: string): string {
  if (isEnterpriseServer(issuer)) return `https://${issuer.replace(/\/_services\/token$/, '')}`
  const subdomain = /^token\.actions\.([\w-]+)\.ghe\.com(?:\/|$)/.exec(issuer)?.[1]
  return subdomain === undefined ? 'https://github.com' : `https://${subdomain}.ghe.com`
}

/** A provider's ARN in an account. */
export function providerArn({ partition, account, issuer }: { partition: string; account: string; issuer: string }): string {
  return `arn:${partition}:iam::${account}:oidc-provider/${issuer}`
}
