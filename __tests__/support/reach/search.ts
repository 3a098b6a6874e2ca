import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/paths.mjs'
import { type Caller, principalCallers } from '../../../src/access/callers.ts'
import { accessModel } from '../../../src/access/from-templates.ts'
import type { AccessModel, RoleAccess } from '../../../src/access/model.ts'
import { parseTemplate } from '../../../src/cloudformation/parse.ts'
import { openIamActions } from '../../../src/edge/iam-actions.ts'
import { type ActionIndex, expandAction } from '../../../src/iam/actions.ts'
import type { NamedPolicy } from '../../../src/iam/authorize.ts'
import { parsePolicy, type Statement } from '../../../src/iam/policy.ts'
import { findRequest } from '../../../src/iam/search/find-request.ts'
import type { Config } from '../../../src/model/config.ts'
import type { ParsedTemplate } from '../../../src/model/template.ts'
import { templateStoreOf, templateUrl } from '../../../src/model/template-store.ts'
import managed from '../../data/managed-policies.json' with { type: 'json' }
import { render } from '../config.ts'
import { foreignRoles, type Target, targetsOf } from './account.ts'
import { isAskedOn, isWrite } from './actions.ts'
import { SERVICES_THAT_RUN_CODE } from './services.ts'

export const index: ActionIndex = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))

/** An account with the templates of a config and other teams besides. */
export interface World {
  config: Config
  model: AccessModel
  targets: readonly Target[]
  roles: readonly Target[]
}

export type Change = (template: ParsedTemplate, name: string) => void

/** The account as a config makes it, after a change to the templates. */
export function worldOf(config: Config, change: Change = () => undefined): World {
  const templates = render(config).map(({ name, body, region }) => {
    const parsed = structuredClone(parseTemplate(body, name))
    change(parsed, name)
    return { parsed, region, positionOf: () => ({ file: name, line: 1, column: 1 }) }
  })
  const model = accessModel(templates, config.account)
  const boundaryOf = new Map(templates.flatMap(({ parsed }) => boundaries(parsed, config)))
  const arn = (name: string) => `arn:${config.partition.id}:iam::${config.account}:role/${name}`
  const ci = new Set(ciRoles(config))
  const own = model.roles.map(
    (role): Target => ({
      owner: ci.has(role.name) ? 'bootstrap' : 'workload',
      name: `role ${roleName(role.name, config)}`,
      arn: role.arn,
      policy: role.trust,
      facts: {
        'iam:PermissionsBoundary': [boundaryOf.get(role.name) ?? `policy/${config.names.workloadBoundary}`].map((to) =>
          policyArn(to, config),
        ),
      },
    }),
  )
  const theirs = foreignRoles(config).map(
    ({ name, trust }): Target => ({
      owner: 'others',
      name: `role ${name}`,
      arn: arn(name),
      policy: trust,
      facts: { 'iam:PermissionsBoundary': [] },
    }),
  )
  // The boundary of a role that does not exist yet is the caller's choice.
  const fresh: Target = { owner: 'others', name: 'a new role', arn: arn('new-role'), facts: {} }
  return { config, model, targets: targetsOf(config, model), roles: [...own, ...theirs, fresh] }
}

const policyArn = (to: string, { partition, account }: Config) => `arn:${partition.id}:iam::${account}:${to}`

function boundaries({ Resources }: ParsedTemplate, { names }: Config): [string, string][] {
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::IAM::Role')
    .map(({ Properties = {} }) => [
      String(Properties['RoleName']),
      JSON.stringify(Properties['PermissionsBoundary'] ?? '').includes('PipelineBoundary')
        ? `policy/${names.pipelineBoundary}`
        : `policy/${names.workloadBoundary}`,
    ])
}

/** The roles of bootstrap, as GitHub takes them. */
export function ciRoles({ names }: Config): string[] {
  return [names.planRole, names.publishRole, names.deployRole, names.verifyRole, names.imagePushRole, names.evidenceRole]
}

/** A role by the key of its name: `deployRole`. */
export function roleName(name: string, { names }: Config): string {
  return Object.entries(names).find(([, value]) => value === name)?.[0] ?? name
}

const TEXTS = managed.policies as Readonly<Record<string, { document: unknown }>>

/** A session of a role, with the texts of AWS's own policies. */
export function sessionOf(role: RoleAccess, { model }: World): Caller {
  const known = sessions.get(role)
  if (known) return known
  const [caller] = principalCallers({ ...role, unknown: [] }, model, 'cannot')
  if (!caller) throw new Error(`${role.name} has no session`)
  const aws = role.unknown.map((arn): NamedPolicy => {
    const name = arn.split('/').at(-1) ?? arn
    const text = TEXTS[name]
    if (!text) throw new Error(`__tests__/data/managed-policies.json lacks ${name}`)
    return { name, statements: parsePolicy(JSON.parse(JSON.stringify(text.document).replaceAll('arn:aws:', `${arn.split(':iam:')[0]}:`))) }
  })
  const session = { ...caller, policies: { ...caller.policies, identity: [...caller.policies.identity, ...aws] } }
  sessions.set(role, session)
  return session
}

/** One caller for each role, so that what it is allowed is searched once. */
const sessions = new WeakMap<RoleAccess, Caller>()

/** A role whose own policies someone has made to allow everything: what is left is its boundary. */
export function withAllPolicies(caller: Caller): Caller {
  const known = unlimited.get(caller) ?? {
    ...caller,
    policies: { ...caller.policies, identity: [{ name: 'everything', statements: parsePolicy(EVERYTHING) }] },
  }
  unlimited.set(caller, known)
  return known
}

const unlimited = new WeakMap<Caller, Caller>()

/** A role as its own policies would have it. */
export function withoutBoundary(caller: Caller): Caller {
  const known = unbounded.get(caller) ?? { ...caller, policies: { ...caller.policies, boundary: undefined } }
  unbounded.set(caller, known)
  return known
}

const unbounded = new WeakMap<Caller, Caller>()

const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

export type Mode = 'directly' | 'through CloudFormation'
/** EKS tags the sessions of Auto Mode with their cluster. */
const TAGGED = { 'aws:PrincipalTag/eks:eks-cluster-name': ['cluster'] }
const CHAIN: Readonly<Record<Mode, Record<string, readonly string[]>>> = {
  directly: { ...TAGGED, 'aws:CalledVia': [], 'aws:CalledViaFirst': [] },
  'through CloudFormation': {
    ...TAGGED,
    'aws:CalledVia': ['cloudformation.amazonaws.com'],
    'aws:CalledViaFirst': ['cloudformation.amazonaws.com'],
  },
}

export function ask(
  world: World,
  caller: Caller,
  action: string,
  target: Target,
  mode: Mode,
  when: Target['facts'] = {},
  always = false,
): boolean {
  const trust = always || action === 'sts:AssumeRole' || !target.arn.includes(':role/')
  const found = findRequest({
    policies: { ...caller.policies, resource: trust ? target.policy : undefined },
    principal: caller.principal,
    action,
    on: [target.arn],
    except: [],
    resourceAccount: world.model.account,
    fixed: { 'aws:ResourceAccount': [world.model.account], ...caller.pinned, ...CHAIN[mode], ...target.facts, ...when },
    among: caller.among,
  })
  // What was not searched to the end may be possible.
  return found.kind !== 'none'
}

export interface Grant {
  mode: Mode
  action: string
  target: Target
  write: boolean
  /** More about what is allowed, for actions that alone say too little. */
  to?: string
}

/** Every action of AWS on everything there is, that some request of the caller is allowed. */
export function grantsOf(world: World, caller: Caller, mode: Mode): Grant[] {
  const known = searched.get(caller) ?? new Map<string, Grant[]>()
  searched.set(caller, known)
  const key = `${mode} ${world.targets.filter(({ facts }) => facts === FREED).map(({ arn }) => arn)}`
  const grants = known.get(key) ?? searchGrants(world, caller, mode)
  known.set(key, grants)
  return grants
}

const searched = new WeakMap<Caller, Map<string, Grant[]>>()
/** The facts of a resource whose tags and aliases the caller chooses. */
const FREED: Target['facts'] = {}

function searchGrants(world: World, caller: Caller, mode: Mode): Grant[] {
  const allowing = caller.policies.identity.flatMap(({ statements }) => statements).filter(({ effect }) => effect === 'Allow')
  const all = [...caller.policies.identity, ...(caller.policies.boundary ? [caller.policies.boundary] : [])].flatMap(
    ({ statements }) => statements,
  )
  // With a boundary that names actions nothing beyond them can be.
  const naming = [allowing, caller.policies.boundary?.statements.filter(({ effect }) => effect === 'Allow')].filter(
    (list) => list !== undefined,
  )
  const sets = naming.map((list) => new Set(list.flatMap(actionsOf)))
  const [least = new Set<string>(), ...rest] = sets.sort((a, b) => a.size - b.size)
  const actions = [...least].filter((action) => rest.every((set) => set.has(action))).sort()
  const known = new Map<string, boolean>()
  const bits = (statements: readonly Statement[], action: string) => statements.map((one) => (speaksOf(one, action) ? 1 : 0)).join('')
  return actions.flatMap((action) => {
    const service = `${action.split(':')[0]} ${action === 'sts:AssumeRole'} ${bits(all, action)}`
    return [...world.targets, ...world.roles].flatMap((target): Grant[] => {
      if (!isAskedOn(action, target.arn)) return []
      // Actions that the same statements speak of are decided alike.
      const key = `${target.arn} ${service} ${bits(target.policy?.statements ?? [], action)}`
      const is = known.get(key) ?? ask(world, caller, action, target, mode)
      known.set(key, is)
      if (!is) return []
      const write = isWrite(action)
      // Whom a role can be handed to, and whether what is there can be written over, is not seen from the action alone.
      if (action === 'iam:PassRole') return passes(world, caller, target, mode).map((to) => ({ mode, action, target, write, to }))
      const over =
        action === 's3:PutObject' && ask(world, caller, action, target, mode, { 's3:if-none-match': [] }) ? ['over what is there'] : []
      return [{ mode, action, target, write }, ...over.map((to) => ({ mode, action, target, write, to }))]
    })
  })
}

const spoken = new WeakMap<Statement, ReadonlySet<string>>()

/** As `actionMatches`, for actions AWS has: looked up instead of matched. */
function speaksOf(statement: Statement, action: string): boolean {
  const known =
    spoken.get(statement) ?? new Set((statement.actions ?? statement.notActions ?? []).flatMap((pattern) => expandAction(index, pattern)))
  spoken.set(statement, known)
  return known.has(action) === (statement.actions !== undefined)
}

/** The services a role can be handed to: those its holder's policies name, and one that nobody names. */
function passes(world: World, caller: Caller, target: Target, mode: Mode): string[] {
  const { identity, boundary } = caller.policies
  const named = [...identity, ...(boundary ? [boundary] : [])].flatMap(({ statements }) =>
    statements.flatMap(({ conditions }) => conditions.filter(({ key }) => key === 'iam:PassedToService').flatMap(({ values }) => values)),
  )
  return [...new Set([...named, 'anything.amazonaws.com'])].filter((to) =>
    ask(world, caller, 'iam:PassRole', target, mode, { 'iam:PassedToService': [to] }),
  )
}

const expanded = new WeakMap<Statement, readonly string[]>()

function actionsOf(statement: Statement): readonly string[] {
  if (statement.notActions) throw new Error('an Allow with NotAction is not searched')
  const actions = expanded.get(statement) ?? (statement.actions ?? []).flatMap((pattern) => expandAction(index, pattern))
  expanded.set(statement, actions)
  return actions
}

/** A role someone holds, and whether its own policies have been made to allow everything. */
interface Held {
  role: RoleAccess
  caller: Caller
  all: boolean
}

export interface Reach {
  /** Roles taken on the way, with how. */
  becomes: ReadonlyMap<string, string>
  grants: readonly Grant[]
  /** How a template that nobody published can be executed; undefined when it cannot. */
  anyTemplate: string | undefined
}

/**
 * Everything that can be had from some roles: role after role taken by assumption, by editing who is trusted, or by handing it to a
 * service that runs code; policies and tags edited on the way; until nothing new comes. With `anyTemplate`, CloudFormation does
 * what the roles may do through it; without, only if they can make it execute what nobody published.
 */
export function reachOf(world: World, start: readonly string[], { anyTemplate = false } = {}): Reach {
  const held = new Map<string, Held>()
  const becomes = new Map<string, string>()
  const take = (name: string, how: string, all = false): boolean => {
    const role = world.model.roles.find((one) => one.name === name)
    const before = held.get(name)
    if (!role || (before && (before.all || !all))) {
      if (role || becomes.has(name)) return false
      becomes.set(name, how)
      return true
    }
    const caller = sessionOf(role, world)
    held.set(name, { role, caller: all ? withAllPolicies(caller) : caller, all })
    if (!start.includes(name) || all) becomes.set(name, how)
    return true
  }
  for (const name of start) if (world.model.roles.some((role) => role.name === name)) take(name, 'held')
  const targets = new Set<string>()
  for (;;) {
    const tagged = { ...world, targets: world.targets.map((target) => (targets.has(target.arn) ? { ...target, facts: FREED } : target)) }
    const how = foreignTemplate(tagged, [...held.values()])
    const grants = [...held.values()].flatMap(({ caller }) => [
      ...grantsOf(tagged, caller, 'directly'),
      ...((anyTemplate || how) && executes(tagged, caller) ? grantsOf(tagged, caller, 'through CloudFormation') : []),
    ])
    let changed = false
    for (const { action, target, mode } of grants) {
      if (/^kms:(?:TagResource|CreateAlias|UpdateAlias)$/.test(action) && target.owner === 'others' && !targets.has(target.arn)) {
        targets.add(target.arn)
        changed = true
      }
      changed = stepsFrom({ action, target, mode }, take, held) || changed
    }
    for (const { caller } of held.values()) {
      changed = passedRoles(tagged, caller, anyTemplate || how !== undefined).some(([name, by]) => take(name, by)) || changed
    }
    if (!changed) return { becomes, grants, anyTemplate: how }
  }
}

const EDITS_RIGHTS = /^iam:(?:PutRolePolicy|AttachRolePolicy)$/
const EDITS_WHO = /^(?:sts:AssumeRole|iam:UpdateAssumeRolePolicy|iam:CreateRole)$/

function stepsFrom(
  { action, target, mode }: Pick<Grant, 'action' | 'target' | 'mode'>,
  take: (name: string, how: string, all?: boolean) => boolean,
  held: ReadonlyMap<string, Held>,
): boolean {
  const name = target.arn.split(':role/')[1]
  if (name === undefined) return false
  if (EDITS_WHO.test(action) && !held.has(name)) return take(name, `${action} ${mode}`)
  if (EDITS_RIGHTS.test(action) && held.has(name)) return take(name, `${action} ${mode}`, true)
  return false
}

/** Roles that can be handed to a service which then runs the caller's code with them. */
function passedRoles(world: World, caller: Caller, anyTemplate: boolean): [string, string][] {
  const job = world.targets.find(({ name }) => name === 'own training job')?.facts ?? {}
  const modes: Mode[] = anyTemplate ? ['directly', 'through CloudFormation'] : ['directly']
  return world.roles.flatMap((target) =>
    SERVICES_THAT_RUN_CODE.flatMap(({ service, run }): [string, string][] => {
      // A trust that names namespace and service account gives the role to the pods that have it anyway.
      const trusts = (target.policy?.statements ?? []).some(
        ({ principals = [], conditions }) =>
          principals.some(({ value }) => value.startsWith(service)) &&
          !conditions.some(({ key }) => key.startsWith('aws:RequestTag/kubernetes-')),
      )
      if (!trusts) return []
      const mode = modes.find(
        (given) =>
          ask(world, caller, 'iam:PassRole', target, given, { 'iam:PassedToService': [`${service}.amazonaws.com`] }) &&
          run.every((action) => ask(world, caller, action, ANYTHING, given, job)),
      )
      return mode ? [[target.arn.split(':role/')[1] ?? '', `iam:PassRole to ${service}, ${run.join(', ')} ${mode}`]] : []
    }),
  )
}

const ANYTHING: Target = { owner: 'account', name: 'anything', arn: '*', facts: {} }

function executes(world: World, caller: Caller): boolean {
  return ['cloudformation:ExecuteChangeSet', 'cloudformation:UpdateStack', 'cloudformation:CreateStack'].some((action) =>
    ask(world, caller, action, ANYTHING, 'directly'),
  )
}

/** A way to make CloudFormation execute what was not published: by one role, or by one drafting and another executing. */
function foreignTemplate(world: World, held: readonly Held[]): string | undefined {
  const { config } = world
  const { bucket, plan, publish } = templateStoreOf(config)
  const at = (key: string, name = bucket) =>
    templateUrl({ bucket: name, key, region: config.region, dnsSuffix: config.partition.dnsSuffix })
  const { names } = config
  const stacks = [names.auditStack, names.accessStack, names.globalStack, names.replicaStack].filter((name) =>
    world.targets.some((target) => target.arn.includes(`:stack/${name}/`)),
  )
  const stack = (name: string) => world.targets.find((target) => target.arn.includes(`:stack/${name}/`)) ?? ANYTHING
  for (const name of stacks) {
    const other = stacks.find((one) => one !== name) ?? ''
    const urls = [
      [],
      [at(`${plan}${name}/x.yml`)],
      [at(`${publish}${name}/../../${plan}${name}/x.yml`)],
      [at(`${publish}${name}/%2e%2e/x.yml`)],
      [at(`${publish}${other}/x.yml`)],
      [at('x.yml', 'attackers')],
      [at(`${publish}${name}/x.yml`, `attackers.${bucket}`)],
    ]
    for (const url of urls) {
      const with_ = (more: Target['facts'] = {}) => ({ 'cloudformation:TemplateUrl': url, ...more })
      const may = (action: string, when: Target['facts']) =>
        held.find(({ caller }) => ask(world, caller, action, stack(name), 'directly', when)) !== undefined
      const text = url[0] ?? 'a template in the call'
      if (may('cloudformation:UpdateStack', with_())) return `UpdateStack of ${name} with ${text}`
      const changeSet = ['mlops-audit-deploy-x', 'mlops-audit-plan-x', 'x'].find(
        (one) =>
          may('cloudformation:CreateChangeSet', with_({ 'cloudformation:ChangeSetName': [one] })) &&
          may('cloudformation:ExecuteChangeSet', { 'cloudformation:ChangeSetName': [one] }),
      )
      if (changeSet) return `change set ${changeSet} of ${name} with ${text}`
    }
    const published: Target = {
      owner: 'store',
      name: 'x',
      arn: `arn:${config.partition.id}:s3:::${bucket}/${publish}${name}/x.yml`,
      facts: {},
    }
    const puts = held.some(({ caller }) =>
      ask(
        world,
        caller,
        's3:PutObject',
        { ...published, policy: world.model.resources.get(published.arn.split('/')[0] ?? '') },
        'directly',
      ),
    )
    const runs = held.some(({ caller }) => ask(world, caller, 'cloudformation:ExecuteChangeSet', stack(name), 'directly'))
    if (puts && runs) return `publishes a template of ${name} and executes it`
  }
  return undefined
}

/** What is denied in every case: also where a resource's own policy names the session, which no silence of a boundary stops. */
export function deniedOf(world: World, caller: Caller, mode: Mode): Grant[] {
  const denying = [...caller.policies.identity, ...(caller.policies.boundary ? [caller.policies.boundary] : [])]
    .flatMap(({ statements }) => statements)
    .filter(({ effect, actions }) => effect === 'Deny' && actions)
  const actions = [
    ...new Set(denying.flatMap((statement) => (statement.actions ?? []).flatMap((pattern) => expandAction(index, pattern)))),
  ].sort()
  const open = {
    name: 'names the session',
    statements: parsePolicy({
      Version: '2012-10-17',
      Statement: [{ ...EVERYTHING.Statement[0], Principal: { AWS: caller.principal.value } }],
    }),
  }
  return actions.flatMap((action) =>
    [...world.targets, ...world.roles].flatMap((target): Grant[] => {
      if (!isAskedOn(action, target.arn)) return []
      const named = { ...target, policy: open }
      return ask(world, caller, action, named, mode, {}, true) ? [] : [{ mode, action, target, write: true }]
    }),
  )
}
