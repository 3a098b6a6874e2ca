import type { Config } from '../../../src/model/config.ts'
import {
  ciRoles,
  deniedOf,
  type Grant,
  grantsOf,
  type Mode,
  type Reach,
  reachOf,
  roleName,
  sessionOf,
  type World,
  withAllPolicies,
  withoutBoundary,
  worldOf,
} from './search.ts'

const INTRO = `# What can be reached: every action of AWS, on everything of an account with other teams' things in it.
# "role x: directly" are requests of its own; "through CloudFormation" is what executing any template would give, which takes
# both halves: a template that the publish role put there, and the deploy role. "whatever its policies say" is the boundary alone.
`

/** The reviewed page: what each role of a config can have, and what it could with both halves. */
export function printReach(config: Config, world: World = worldOf(config)): string {
  return `${INTRO}\n${[...sectionsOf(config, world).values()].map((print) => print()).join('\n')}`
}

/** The parts of the page by their titles, printed when asked for. */
export function sectionsOf(config: Config, world: World): Map<string, () => string> {
  const ci = ciRoles(config).filter((name) => world.model.roles.some((role) => role.name === name))
  const workloads = world.model.roles.map((role) => role.name).filter((name) => !ci.includes(name))
  const name = (role: string) => roleName(role, config)
  const together: [string, () => string][] =
    ci.length === 0
      ? []
      : [
          [
            DRAFT_AND_EXECUTE,
            () => section(DRAFT_AND_EXECUTE, reachOf(world, [config.names.planRole, config.names.deployRole]), config, { steps: true }),
          ],
          [ALL_OF_CI, () => section(ALL_OF_CI, reachOf(world, ci), config, { cloudFormation: true })],
        ]
  return new Map([
    ...[...ci, ...workloads].map((role): [string, () => string] => [name(role), () => section(name(role), reachOf(world, [role]), config)]),
    ...ci.map((role): [string, () => string] => [`${name(role)} alone`, () => aloneSection(role, world, name(role))]),
    ...together,
    ...[...(ci[0] ? [ci[0]] : []), ...workloads].map((role): [string, () => string] => {
      const title = ci.includes(role) ? 'CI' : name(role)
      return [`${title} boundary`, () => boundarySection(role, world, title)]
    }),
  ])
}

const DRAFT_AND_EXECUTE = 'planRole and deployRole together'
const ALL_OF_CI = 'all of CI together, and so any template'

function section(title: string, reach: Reach, config: Config, { steps = false, cloudFormation = false } = {}): string {
  const becomes = [...reach.becomes].map(([role, how]) => `  ${roleName(role, config)} by ${how}`).sort()
  const lines = (mode: Mode, write: boolean) => grouped(reach.grants.filter((grant) => grant.mode === mode && grant.write === write))
  const part = (label: string, list: readonly string[]) => (list.length > 0 ? [`${label}:`, ...list] : [])
  return [
    `## ${title}`,
    ...part('becomes', becomes),
    `executes what nobody published: ${reach.anyTemplate ?? 'no'}`,
    ...(steps
      ? []
      : [
          ...(cloudFormation
            ? []
            : [...part('writes directly', lines('directly', true)), ...part('reads directly', lines('directly', false))]),
          ...part('writes through CloudFormation', lines('through CloudFormation', true)),
          ...part('reads through CloudFormation', cloudFormation ? [] : lines('through CloudFormation', false)),
        ]),
    '',
  ].join('\n')
}

/** What the role's own policies say, so that nothing hides behind the boundary. */
function aloneSection(role: string, world: World, title: string): string {
  const access = world.model.roles.find((one) => one.name === role)
  if (!access) return ''
  const caller = withoutBoundary(sessionOf(access, world))
  const lines = (mode: Mode) => grouped(grantsOf(world, caller, mode).filter(({ write }) => write))
  const reads = grouped(grantsOf(world, caller, 'through CloudFormation').filter(({ write }) => !write))
  return [
    `## ${title} by its own policies, without its boundary`,
    'writes directly:',
    ...lines('directly'),
    'writes through CloudFormation:',
    ...lines('through CloudFormation'),
    'reads through CloudFormation:',
    ...reads,
    '',
  ].join('\n')
}

function boundarySection(role: string, world: World, title: string): string {
  const access = world.model.roles.find((one) => one.name === role)
  if (!access?.boundary) return `## ${title}, whatever its policies say\nno boundary\n`
  const caller = withAllPolicies(sessionOf(access, world))
  const lines = (mode: Mode) => grouped(grantsOf(world, caller, mode).filter(({ write }) => write))
  return [
    `## ${title}, whatever its policies say`,
    'writes directly:',
    ...lines('directly'),
    ...(title === 'CI' ? ['writes through CloudFormation:', ...lines('through CloudFormation')] : []),
    'denied, also where a resource names the session:',
    ...grouped(deniedOf(world, caller, 'directly')),
    ...(title === 'CI' ? ['denied through CloudFormation too:', ...grouped(deniedOf(world, caller, 'through CloudFormation'))] : []),
    '',
  ].join('\n')
}

/** One line for each set of actions of a service that reach the same things. */
function grouped(grants: readonly Grant[]): string[] {
  const where = new Map<string, Set<string>>()
  for (const { action: call, target, to } of grants) {
    const action = to === undefined ? call : `${call}(${to})`
    const name = target.owner === 'account' ? 'account' : `${target.owner}: ${target.name}`
    where.set(action, (where.get(action) ?? new Set()).add(name))
  }
  const lines = new Map<string, string[]>()
  for (const [action, names] of where) {
    const [service = '', call = ''] = action.split(':')
    const key = `${service}\t${[...names].sort().join(', ')}`
    lines.set(key, [...(lines.get(key) ?? []), call])
  }
  return [...lines]
    .map(([key, calls]) => {
      const [service = '', names = ''] = key.split('\t')
      return `  ${names}\n    ${service}: ${calls.sort().join(' ')}`
    })
    .sort()
}
