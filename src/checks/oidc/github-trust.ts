import type { Statement } from '../../iam/policy.ts'
import type { RoleFacts } from '../../model/facts.ts'
import { trustOf } from '../policies.ts'

const ISSUER = 'token.actions.githubusercontent.com'

/** The condition key IAM offers for a claim of GitHub's token. */
export function claim(name: string): string {
  return `${ISSUER}:${name}`
}

/** Statements that let GitHub's provider in. */
export function githubStatements(role: RoleFacts): Statement[] {
  return trustOf(role).filter(
    (statement) =>
      statement.effect === 'Allow' &&
      (statement.principals ?? []).some((principal) => principal.type === 'Federated' && principal.value.endsWith(`/${ISSUER}`)),
  )
}

/** `repo:OWNER/REPO:…` or `repo:OWNER@ID/REPO@ID:…`, no wildcard before the second colon; and the given repository, when given. */
export function namesOneRepository(subject: string, repository: string | undefined): boolean {
  const [, owner, name] = /^repo:([A-Za-z0-9-]+)(?:@\d+)?\/([\w.-]+)(?:@\d+)?:.+$/.exec(subject) ?? []
  if (owner === undefined || name === undefined) return false
  return repository === undefined || `${owner}/${name}`.toLowerCase() === repository.toLowerCase()
}
