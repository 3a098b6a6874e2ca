import type { Statement } from '../../iam/policy.ts'
import type { RoleFacts } from '../../model/facts.ts'
import { githubIssuerOf } from '../../model/github-issuer.ts'
import { trustOf } from '../policies.ts'

/** A statement that lets a GitHub issuer's tokens in. Condition keys for claims start with that issuer. */
export interface GithubStatement extends Statement {
  issuer: string
  /** The condition key IAM offers for a claim of the token. */
  claim(name: string): string
}

/** Statements that let a provider of GitHub's in, once for each issuer: github.com's, an enterprise's own, a server's. */
export function githubStatements(role: RoleFacts): GithubStatement[] {
  return trustOf(role).flatMap((statement) => {
    if (statement.effect !== 'Allow') return []
    const federated = (statement.principals ?? []).filter(({ type }) => type === 'Federated')
    const issuers = new Set(federated.flatMap(({ value }) => githubIssuerOf(value) ?? []))
    return [...issuers].map((issuer): GithubStatement => ({ ...statement, issuer, claim: (name) => `${issuer}:${name}` }))
  })
}

/** The repository a `sub` is of, whichever claims it is made of, with no wildcard up to there. */
const REPOSITORY = /^[^*?]*?(?:^|:)(?:(?:repo|repository):([A-Za-z0-9-]+)(?:@\d+)?\/([\w.-]+?)(?:@\d+)?|repository_id:(\d+))(?::|$)/

/** Whether a `sub` is one repository's; and the given one's, when given. */
export function namesOneRepository(
  subject: string,
  designed: { repository: string; repositoryId: string | undefined } | undefined,
): boolean {
  const [, owner, name, id] = REPOSITORY.exec(subject) ?? []
  if (id !== undefined) return designed?.repositoryId === undefined || id === designed.repositoryId
  if (owner === undefined || name === undefined) return false
  return designed === undefined || `${owner}/${name}`.toLowerCase() === designed.repository.toLowerCase()
}
