import type { Severity } from '../../model/finding.ts'

interface TemplateRule {
  code: string
  /** The good state as a sentence. */
  title: string
  severity: Severity
  /** AWS's own words on it. */
  source: string
}

/** What is judged of access in any template. An id names the good state; a code is never reused for another meaning. */
export const TEMPLATE_RULES = {
  'principal-is-no-administrator': {
    code: 'TPL-001',
    title: 'Nobody may do everything',
    severity: 'critical',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },
  'principal-cannot-escalate': {
    code: 'TPL-002',
    title: 'Nobody can give themselves more rights than they have',
    severity: 'high',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  },
  'principal-passes-named-roles': {
    code: 'TPL-003',
    title: 'Roles that may be passed are named',
    severity: 'medium',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
  'principal-names-actions': {
    code: 'TPL-004',
    title: 'What is allowed on everything is named, and not a whole service',
    severity: 'medium',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },
  'principal-reads-named-data': {
    code: 'TPL-005',
    title: 'Data that may be read or written is named',
    severity: 'medium',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },
  'policy-lists-what-it-allows': {
    code: 'TPL-006',
    title: 'A policy says what it allows, and not what it does not',
    severity: 'medium',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  },
  'user-gets-rights-from-groups': {
    code: 'TPL-007',
    title: 'Users have neither policies nor long-lived keys of their own',
    severity: 'low',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
  },
  'principal-names-resources': {
    code: 'TPL-008',
    title: 'What may be changed is named',
    severity: 'low',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },
  'trust-excludes-strangers': {
    code: 'TPL-010',
    title: 'No role can be assumed by anyone',
    severity: 'critical',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  },
  'trust-of-tokens-names-whose': {
    code: 'TPL-011',
    title: 'A trust of tokens names whose: repository, service account, identity pool',
    severity: 'critical',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
  },
  'trust-of-accounts-has-condition': {
    code: 'TPL-012',
    title: 'A trust of another account has a condition',
    severity: 'medium',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  },
  'resource-excludes-strangers': {
    code: 'TPL-020',
    title: 'No resource is open to anyone',
    severity: 'critical',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html',
  },
  'resource-is-of-one-account': {
    code: 'TPL-021',
    title: 'Other accounts that reach a resource are meant to',
    severity: 'low',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html',
  },
  'service-acts-for-own-account': {
    code: 'TPL-022',
    title: 'A service that is let in acts for this account',
    severity: 'low',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  },
  'function-url-asks-who': {
    code: 'TPL-023',
    title: 'A function URL asks for credentials',
    severity: 'medium',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  },
  'bucket-blocks-the-public': {
    code: 'TPL-030',
    title: 'A bucket blocks public access, and says so',
    severity: 'medium',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  },
  'bucket-grants-by-policy': {
    code: 'TPL-031',
    title: 'A bucket grants by policy, and not by ACL',
    severity: 'high',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  },
  'bucket-names-its-encryption': {
    code: 'TPL-032',
    title: 'A bucket names its encryption',
    severity: 'low',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
  },
  'key-changes-yearly': {
    code: 'TPL-033',
    title: 'The material of a key is rotated',
    severity: 'low',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
  },
  'password-is-not-written-down': {
    code: 'TPL-034',
    title: 'No password stands in a template or is shown by its stack',
    severity: 'high',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
  },
} as const satisfies Readonly<Record<string, TemplateRule>>

export type TemplateRuleId = keyof typeof TEMPLATE_RULES

/** A rule of which nobody knows whether something breaks it: the search for a request that would show it gave up. */
export interface Unproven {
  rule: TemplateRuleId
  /** Logical id of the resource that it is about. */
  resource: string
  /** JSON pointers to the statements that the search could not see through. */
  pointers: readonly string[]
  /** What would be wrong, as a clause after "whether". */
  whether: string
  because: string
}

export type Judged = Breach | Unproven

export const isUnproven = (judged: Judged): judged is Unproven => 'because' in judged

/** A rule that something in a template breaks. */
export interface Breach {
  rule: TemplateRuleId
  /** Logical id of the resource that is at fault. */
  resource: string
  /** JSON pointers into the template, the statement first. */
  pointers: readonly string[]
  message: string
  /** The lines to write. */
  remedy: string
  /** Where it weighs otherwise than its rule. */
  severity?: Severity
}
