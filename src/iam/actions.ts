import { matchesWildcard } from './match.ts'

/** How AWS sorts actions (Service Authorization Reference). */
export const ACCESS_LEVELS = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const
export type AccessLevel = (typeof ACCESS_LEVELS)[number]

/** Every action of AWS by service prefix and access level, e.g. `{ s3: { Read: ['GetObject', …] } }`; made at build time. */
export type ActionIndex = Readonly<Record<string, Readonly<Partial<Record<AccessLevel, readonly string[]>>>>>

/** What patterns came to, by index: policies repeat themselves. */
const expanded = new WeakMap<ActionIndex, Map<string, readonly string[]>>()

function known(index: ActionIndex): Map<string, readonly string[]> {
  const all = expanded.get(index) ?? new Map<string, readonly string[]>()
  expanded.set(index, all)
  return all
}

/** All actions of some access levels. */
export function actionsOfLevels(index: ActionIndex, levels: readonly AccessLevel[]): readonly string[] {
  return Object.entries(index).flatMap(([service, byLevel]) =>
    levels.flatMap((level) => (byLevel[level] ?? []).map((name) => `${service}:${name}`)),
  )
}

/** The actions a pattern of a policy means, as AWS writes them; empty when AWS has none. */
export function expandAction(index: ActionIndex, pattern: string): readonly string[] {
  const cache = known(index)
  let actions = cache.get(pattern)
  if (!actions) {
    if (pattern === '*') actions = actionsOfLevels(index, ACCESS_LEVELS)
    else actions = actionsOfPattern(index, pattern)
    cache.set(pattern, actions)
  }
  return actions
}

function actionsOfPattern(index: ActionIndex, pattern: string): readonly string[] {
  const colon = pattern.indexOf(':')
  const [service, name] = [pattern.slice(0, Math.max(0, colon)).toLowerCase(), pattern.slice(colon + 1)]
  const among = actionsOfService(index, service)
  if (name === '*' && !/[*?]/.test(service)) return among
  if (/[*?]/.test(pattern)) return among.filter((action) => matchesWildcard(pattern, action, { ignoreCase: true }))
  // Nearly always written as AWS does; a search without regard to case is the rare one.
  return among.includes(pattern) ? [pattern] : among.filter((action) => action.toLowerCase() === pattern.toLowerCase())
}

function actionsOfService(index: ActionIndex, service: string): readonly string[] {
  if (/[*?]/.test(service)) return expandAction(index, '*')
  const cache = known(index)
  const all = cache.get(`${service}:*`) ?? actionsOfLevels({ [service]: index[service] ?? {} }, ACCESS_LEVELS)
  cache.set(`${service}:*`, all)
  return all
}
