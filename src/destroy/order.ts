import { TEARDOWN_KINDS, type TeardownClass, type TeardownKind } from '../model/teardown.ts'

/**
 * What must be gone before a kind may go: where one of these was left, the kind stays too. A bucket that is left needs its key, a
 * stack that is left needs the boundary.
 */
const AFTER: Readonly<Partial<Record<TeardownKind, readonly TeardownKind[]>>> = {
  'access stack': ['addition to a role'],
  'audit stack': ['delivery to CloudWatch Logs', 'tamper stack'],
  trail: ['audit stack', 'tamper stack'],
  bucket: ['audit stack', 'trail'],
  'log group': ['delivery to CloudWatch Logs', 'audit stack', 'trail'],
  key: ['audit stack', 'trail', 'bucket', 'log group'],
  'bootstrap stack': ['access stack', 'access role', 'tamper stack', 'audit stack', 'audit role'],
  'template bucket': ['bootstrap stack'],
}

/** What of these stands in the way of a kind. */
export function inTheWay(kind: TeardownKind, left: readonly { kind: TeardownKind; name: string }[]): string | undefined {
  const before = AFTER[kind] ?? []
  const found = left.filter((one) => before.includes(one.kind))
  return found.length === 0 ? undefined : `${found.map(({ kind: what, name }) => `the ${what} ${name}`).join(', ')} is left, and goes first`
}

/** Kinds in their order. */
export function kindsInOrder(): readonly TeardownKind[] {
  return TEARDOWN_KINDS
}

/** By kinds, then by name. */
export function byOrder(a: { kind: TeardownKind; name: string }, b: { kind: TeardownKind; name: string }): number {
  return TEARDOWN_KINDS.indexOf(a.kind) - TEARDOWN_KINDS.indexOf(b.kind) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

/** The class of a kind; undefined for what is of the class of the role it hangs on. */
export const CLASS_OF: Readonly<Record<TeardownKind, TeardownClass | undefined>> = {
  'training job': 'workload',
  endpoint: 'workload',
  'model package': 'workload',
  image: 'workload',
  'add-on': 'workload',
  'insights log group': 'workload',
  'addition to a role': undefined,
  'access stack': 'access',
  'access role': 'access',
  'tamper stack': 'audit',
  'delivery to CloudWatch Logs': 'audit',
  'audit stack': 'audit',
  'audit role': 'audit',
  trail: 'audit',
  bucket: 'logs',
  'log group': 'logs',
  key: 'keys',
  'bootstrap stack': 'bootstrap',
  'bootstrap role': 'bootstrap',
  'template bucket': 'bootstrap',
}

/** Kinds of which some are meant to stay, such as approved packages: one that stays by its own state is no failure. */
const CHOSEN: readonly TeardownKind[] = ['training job', 'endpoint', 'model package', 'image']

/** Whether a thing that stays by the rules is something that was asked for and not done. */
export function isUnfinished(kind: TeardownKind): boolean {
  return !CHOSEN.includes(kind)
}
