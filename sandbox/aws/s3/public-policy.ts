import { parsePolicy, type Statement } from '../../../src/iam/policy.ts'

/** Condition keys that make a policy with `*` as principal not public, with values that are fixed. Source: S3 User Guide, "The meaning of public". */
const NARROWING =
  /^(?:aws:(?:sourcearn|sourcevpc|sourcevpce|sourceowner|sourceaccount|sourceip|userid|principalorgid|principalorgpaths|principalaccount|principalarn)|s3:(?:x-amz-server-side-encryption-aws-kms-key-id|dataaccesspointarn|dataaccesspointaccount))$/

/** What `GetBucketPolicyStatus` and the block on public policies mean by public. */
export function isPublicPolicy(document: string): boolean {
  return parsePolicy(document).some(isPublicStatement)
}

function isPublicStatement({ effect, principals, notPrincipals, conditions }: Statement): boolean {
  const everyone = notPrincipals !== undefined || principals?.some(({ type, value }) => value === '*' && (type === '*' || type === 'AWS'))
  if (effect !== 'Allow' || !everyone) return false
  return !conditions.some(
    ({ operator, key, values }) =>
      NARROWING.test(key.toLowerCase()) &&
      /equals|arnlike|like|ipaddress/i.test(operator) &&
      !/not/i.test(operator) &&
      values.every((value) => value !== '*' && !value.includes('*:*:*')),
  )
}
