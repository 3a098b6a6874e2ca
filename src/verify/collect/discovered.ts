import { absent, ownedElsewhere, type Unread } from '../../model/evidence.ts'
import type { Facts, OidcProviderFacts, RoleFacts, RoleKind, TrailDescription, TrailFacts } from '../../model/facts.ts'
import { GITHUB_ISSUER, githubIssuerOf, providerArn } from '../../model/github-issuer.ts'
import type { Reader } from '../../reads/reader.ts'
import { discoverAlertPaths } from './alert-path.ts'
import { type Beside, collectBeside, unreadBeside } from './beside.ts'
import { otherOwner } from './owner.ts'
import type { Place } from './place.ts'
import { collectOidcProvider, collectRole, unreadRole } from './role.ts'
import { collectTrail, listTrails, unreadTrail } from './trail.ts'

/** Finds what an account has, without a config: every trail that records here, what it writes to, and the roles in scope. */
export async function collectDiscovered(reader: Reader, place: Place): Promise<Facts> {
  const [{ trails, logsRoles, ...beside }, oidcProviders, alertPaths] = await Promise.all([
    discoverTrails(reader, place),
    discoverProviders(reader, place),
    discoverAlertPaths(reader, place),
  ])
  const known = logsRoles.map(({ arn }) => arn)
  const roles = await discoverRoles(reader, known, place)
  return { ...place, config: undefined, trails, ...beside, alertPaths, roles: [...logsRoles, ...roles], oidcProviders }
}

type DiscoveredTrails = Beside & { trails: TrailFacts[]; logsRoles: RoleFacts[] }

async function discoverTrails(reader: Reader, place: Place): Promise<DiscoveredTrails> {
  const listed = await listTrails(reader)
  if (listed.state !== 'read') return noTrails(listed, place)
  const described = listed.value.filter((trail) => trail.HomeRegion === place.region || trail.IsMultiRegionTrail)
  if (described.length === 0) return noTrails(absent(`No trail records ${place.region}.`), place)
  const [trails, beside, logsRoles] = await Promise.all([
    Promise.all(described.map(({ TrailARN }) => collectTrail(reader, TrailARN, listed, place))),
    collectBeside(reader, described, place),
    collectLogsRoles(reader, described, place),
  ])
  return { trails, logsRoles, ...beside }
}

function noTrails(why: Unread, place: Place): DiscoveredTrails {
  const { account, region, partition } = place
  return {
    trails: [unreadTrail(`arn:${partition}:cloudtrail:${region}:${account}:trail/*`, why)],
    logsRoles: [unreadRole('cloudwatch-logs', `arn:${partition}:iam::${account}:role/*`, why)],
    ...unreadBeside(why, place),
  }
}

/** The roles that bring trails' events to CloudWatch Logs; one of another account is readable there only. */
function collectLogsRoles(reader: Reader, trails: readonly TrailDescription[], place: Place): Promise<RoleFacts[]> {
  const arns = [...new Set(trails.flatMap(({ CloudWatchLogsRoleArn }) => CloudWatchLogsRoleArn ?? []))]
  return Promise.all(
    arns.map((arn) => {
      const owner = otherOwner(arn, place)
      return owner === undefined ? collectRole(reader, 'cloudwatch-logs', arn) : unreadRole('cloudwatch-logs', arn, ownedElsewhere(owner))
    }),
  )
}

/** Kinds of roles that are found by whom they trust. */
const FOUND_BY_TRUST: readonly RoleKind[] = ['github', 'sagemaker', 'eks-cluster']

/** Which roles matter is told by their trust policies, which ListRoles already carries. */
async function discoverRoles(reader: Reader, known: readonly string[], { account, partition }: Place): Promise<RoleFacts[]> {
  const listed = await reader.read('iam:ListRoles', {})
  // A refused listing must show: an empty list would look like an account without roles.
  if (listed.state !== 'read') return FOUND_BY_TRUST.map((kind) => unreadRole(kind, `arn:${partition}:iam::${account}:role/*`, listed))
  const inScope = listed.value.Roles.flatMap(({ Arn, AssumeRolePolicyDocument }): [RoleKind, string][] => {
    const kind = isServiceLinked(Arn) || known.includes(Arn) ? undefined : kindByTrust(AssumeRolePolicyDocument)
    return kind ? [[kind, Arn]] : []
  })
  return Promise.all(inScope.map(([kind, arn]) => collectRole(reader, kind, arn)))
}

/** AWS writes trust and policies of service-linked roles, and nobody can change them: there is nothing to judge. */
function isServiceLinked(arn: string): boolean {
  return arn.includes(':role/aws-service-role/')
}

/** What a role is for, told by whom it trusts; undefined for roles out of scope. */
export function kindByTrust(trust: string): RoleKind | undefined {
  if ([...trust.matchAll(/"(arn:[^"]+:oidc-provider\/[^"]+)"/g)].some(([, arn = '']) => githubIssuerOf(arn) !== undefined)) return 'github'
  if (trust.includes('"sagemaker.amazonaws.com')) return 'sagemaker'
  if (trust.includes('"eks.amazonaws.com')) return 'eks-cluster'
  return undefined
}

async function discoverProviders(reader: Reader, place: Place): Promise<OidcProviderFacts[]> {
  const listed = await reader.read('iam:ListOpenIDConnectProviders', {})
  if (listed.state !== 'read') return [unreadProvider(place, listed)]
  const ours = listed.value.OpenIDConnectProviderList.filter(({ Arn }) => githubIssuerOf(Arn) !== undefined)
  return Promise.all(ours.map(({ Arn }) => collectOidcProvider(reader, Arn)))
}

function unreadProvider({ partition, account }: Place, why: Unread): OidcProviderFacts {
  return { arn: providerArn({ partition, account, issuer: GITHUB_ISSUER }), provider: why }
}
