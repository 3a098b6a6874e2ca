import { amount } from '../model/money.ts'

/** Days of a month in prices: AWS bills by the hour, 30 days are what its examples take. */
export const MONTH_DAYS = 30
export const MONTH_HOURS = MONTH_DAYS * 24

/** What AWS calls a GB. */
export const GB = 1024 ** 3

/** A size that a lifecycle rule compares with, and the colder classes bill as a least. Bytes; source: S3 User Guide. */
export const SMALL_OBJECT = 131_072

/** Regions that an account has enabled of itself; each has a digest an hour. */
export const DEFAULT_REGIONS = 17

export interface VolumeSpec {
  name: string
  meaning: string
  /** What is taken where nobody says it, by the others. */
  fallback(known: (name: string) => number): number
  /** Why that. */
  because: string
}

const none = () => 0
const nothing = 'none'

/** What a month is made of, in the order in which one is worked out from another. */
export const VOLUMES: readonly VolumeSpec[] = [
  {
    name: 'management-events',
    meaning: 'management events a month',
    fallback: () => 50_000,
    because: 'as in the second example of the guides',
  },
  { name: 'write-share', meaning: 'percent of management events that write', fallback: () => 20, because: 'what most accounts have' },
  { name: 'data-events', meaning: 'data events a month', fallback: none, because: nothing },
  { name: 'network-events', meaning: 'network activity events a month', fallback: none, because: nothing },
  { name: 'regions', meaning: 'regions that are enabled', fallback: () => DEFAULT_REGIONS, because: 'those an account has of itself' },
  { name: 'busy-regions', meaning: 'regions with events all the time', fallback: () => 1, because: 'one region is worked in' },
  {
    name: 'log-files',
    meaning: 'log files a month',
    fallback: (known) => known('busy-regions') * 12 * MONTH_HOURS,
    because: 'a file every five minutes per busy region',
  },
  {
    name: 'log-gb',
    meaning: 'GB of log files a month, as S3 has them',
    fallback: (known) => (events(known) * 200) / GB,
    because: '200 bytes an event when compressed',
  },
  {
    name: 'large-share',
    meaning: 'percent of the bytes that lie in files over 128 KB',
    fallback: (known) => ((known('log-gb') * GB) / Math.max(1, known('log-files')) > SMALL_OBJECT ? 100 : 0),
    because: 'by the average size of a file',
  },
  { name: 'stored-gb', meaning: 'GB of logs that are stored already, taken as Standard', fallback: none, because: nothing },
  {
    name: 'logs-gb',
    meaning: 'GB that CloudWatch Logs takes in a month',
    fallback: (known) => (events(known) * 1500) / GB,
    because: '1,500 bytes an event',
  },
  { name: 'alarm-hours', meaning: 'hours a month in which a metric filter matches, all together', fallback: none, because: nothing },
  { name: 'config-items', meaning: 'configuration items that AWS Config records a month', fallback: none, because: nothing },
  { name: 'athena-gb', meaning: 'GB that Athena reads a month', fallback: none, because: nothing },
  { name: 'replicated-gb', meaning: 'GB a month copied to the replica', fallback: none, because: nothing },
  { name: 'replicated-objects', meaning: 'objects a month copied to the replica', fallback: none, because: nothing },
]

function events(known: (name: string) => number): number {
  return known('management-events') + known('data-events') + known('network-events')
}

const NOT_COUNTED = 'not counted: server access logs, evidence, what queries leave, reads of logs, taxes, discounts, free allowances'

/** All volumes, and where each is from. */
export interface Volumes {
  of(name: string): number
  /** What was given or measured, and what was taken instead. */
  basis: readonly string[]
}

export function volumesOf(given: ReadonlyMap<string, { value: number; from: string }>): Volumes {
  const values = new Map<string, number>()
  const known = (name: string): number => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`no volume ${name}`)
    return value
  }
  const basis = VOLUMES.flatMap(({ name, meaning, fallback, because }) => {
    const one = given.get(name)
    values.set(name, one?.value ?? fallback(known))
    if (one) return [`${meaning}: ${amount(one.value)} (${one.from})`]
    return because === nothing ? [] : [`${meaning}: ${amount(known(name))} (assumed: ${because}; \`${name}\`)`]
  })
  return { of: known, basis: [...basis, NOT_COUNTED] }
}
