/** Roles of AWS's services and of IAM Identity Center. */
const SERVICE_LINKED = 'arn:*:iam::*:role/aws-service-role/*'
const IDENTITY_CENTER = 'arn:*:iam::*:role/aws-reserved/*'

/** Becoming a role, with its tags and source identity. */
export function isBecoming(action: string): boolean {
  return /^sts:(?:AssumeRole|TagSession|SetSourceIdentity)/i.test(action)
}

/**
 * Patterns of what AWS refuses an action on whoever asks: roles that its services and IAM Identity Center keep for themselves (IAM User
 * Guide, "Service-linked roles"; Identity Center User Guide), its own managed policies, and its key aliases.
 */
export function unchangeable(action: string): readonly string[] {
  if (isBecoming(action)) return [SERVICE_LINKED, IDENTITY_CENTER]
  if (/^kms:(?:Create|Update|Delete)Alias$/i.test(action)) return ['arn:*:kms:*:*:alias/aws/*']
  if (!/^iam:(?!Get|List|Simulate|Generate)/i.test(action)) return []
  const own = [IDENTITY_CENTER, 'arn:*:iam::aws:policy/*']
  // Service-linked roles are made and deleted by calls of their own, and handed to the services they are of.
  return /^iam:(?:PassRole|CreateServiceLinkedRole|DeleteServiceLinkedRole)$/i.test(action) ? own : [SERVICE_LINKED, ...own]
}
