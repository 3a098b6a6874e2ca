/** What is said of a call in one number, so that calls alike are counted as one. */
export const FLAG = {
  change: 1,
  failed: 2,
  denied: 4,
  /** Before the time that is asked for: read to know what is new. */
  baseline: 8,
  /** Seen at a VPC endpoint; a call refused there never reached the service. */
  network: 16,
  /** Made by this tool. */
  own: 32,
  data: 64,
  console: 128,
} as const

/** Where the reason of a denial stands in the number. */
export const REASON_SHIFT = 8

/** What refused a call, by AWS's own sentence. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const REASONS = [
  'not said',
  'no identity-based policy allows it',
  'explicit deny in an identity-based policy',
  'service control policy',
  'resource control policy',
  'permissions boundary',
  'session policy',
  'resource-based policy',
  'VPC endpoint policy',
  'role trust policy',
  'key policy',
] as const
type Reason = (typeof REASONS)[number]

const SAID: readonly (readonly [RegExp, Reason])[] = [
  [/service control polic/i, 'service control policy'],
  [/resource control polic/i, 'resource control policy'],
  [/VPC endpoint polic/i, 'VPC endpoint policy'],
  [/permissions boundar/i, 'permissions boundary'],
  [/session polic/i, 'session policy'],
  [/role trust polic/i, 'role trust policy'],
  [/key policy|key's policy/i, 'key policy'],
  [/explicit deny in (?:an|the) identity-based|with an explicit deny$/i, 'explicit deny in an identity-based policy'],
  [/resource-based polic/i, 'resource-based policy'],
  [/no identity-based policy/i, 'no identity-based policy allows it'],
]

export function reasonOf(message: string): number {
  const said = SAID.find(([pattern]) => pattern.test(message))?.[1]
  return said ? REASONS.indexOf(said) : 0
}

/** `is not authorized to perform: s3:GetObject on resource: arn:…`: the permission and the place that AWS decided about. */
export function refusedOf(message: string): { action: string; resource: string | undefined } | undefined {
  const [, action, resource] =
    /not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource: ("?)([^\s"]+)\2)?/
      .exec(message)
      ?.filter((_, index) => index !== 2) ?? []
  return action === undefined ? undefined : { action, resource }
}

const REFUSED =
  /AccessDenied|Unauthorized|AuthFailure|NotAuthorized|AuthorizationError|Forbidden|OptInRequired|SignatureDoesNotMatch|InvalidClientTokenId/i

/** Whether an error code says that the caller may not. A dry run that would have worked says so by failing. */
export function isRefusal(errorCode: string): boolean {
  return REFUSED.test(errorCode)
}

export function isDryRun(errorCode: string): boolean {
  return errorCode === 'Client.DryRunOperation' || errorCode === 'DryRunOperation'
}

/** Old records do not say whether they only read; the verb does. */
const READS =
  /^(?:Get|List|Describe|Head|Lookup|Search|Query|Scan|BatchGet|View|Check|Select|Download|Read|Estimate|Validate|Simulate|Preview|Test|Detect|Discover|Assume|Decode|Decrypt|Verify|Generate(?:DataKey|Mac|Random|CredentialReport|ServiceLastAccessedDetails))/

export function isReadByName(eventName: string): boolean {
  return READS.test(eventName)
}
