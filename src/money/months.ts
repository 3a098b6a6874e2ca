import type { Config } from '../model/config.ts'
import type { CostLine, CostMonth } from '../model/money.ts'
import { line, sumOf } from './lines.ts'
import type { PriceId } from './prices.ts'
import { GB, MONTH_DAYS, MONTH_HOURS, SMALL_OBJECT, type Volumes } from './volumes.ts'

type Lifecycle = Config['audit']['lifecycle']

interface Step {
  afterDays: number
  storage: PriceId
  move: PriceId
}

const CLASS_NAMES: Readonly<Partial<Record<PriceId, string>>> = {
  's3.standard': 'Standard',
  's3.standard-ia': 'Standard-IA',
  's3.glacier-ir': 'Glacier Instant Retrieval',
  's3.glacier': 'Glacier Flexible Retrieval',
  's3.deep-archive': 'Deep Archive',
}

/** Bytes that a class adds to each object, at its own price and at that of Standard. Source: S3 storage classes page. */
const OVERHEAD: Readonly<Partial<Record<PriceId, { own: number; standard: number }>>> = {
  's3.glacier': { own: 32_768, standard: 8_192 },
  's3.deep-archive': { own: 32_768, standard: 8_192 },
}

/** A compressed digest, bytes. */
const DIGEST_BYTES = 1_200

/** What came in one month and is of one size. */
interface Cohort {
  born: number
  gb: number
  objects: number
  moves: boolean
}

function stepsOf(lifecycle: Lifecycle): Step[] {
  const { standardIaAfterDays, glacierAfterDays, glacierClass, deepArchiveAfterDays } = lifecycle
  const isFlexible = glacierClass === 'GLACIER'
  const all: [number | undefined, PriceId, PriceId][] = [
    [standardIaAfterDays, 's3.standard-ia', 's3.transition-ia'],
    [glacierAfterDays, isFlexible ? 's3.glacier' : 's3.glacier-ir', isFlexible ? 's3.transition-glacier' : 's3.transition-glacier-ir'],
    [deepArchiveAfterDays, 's3.deep-archive', 's3.transition-deep-archive'],
  ]
  return all.flatMap(([afterDays, storage, move]) => (afterDays === undefined ? [] : [{ afterDays, storage, move }]))
}

interface Ahead {
  region: string
  volumes: Volumes
  lifecycle: Lifecycle
  months?: number
  /** What a month comes to beside storage. */
  otherUsd: number
}

/** Month by month what is stored where, as the lifecycle moves it: what came in a month moves as one, at its end. */
export function monthsAhead({ region, volumes, lifecycle, otherUsd, months = 12 }: Ahead): (CostMonth & { lines: readonly CostLine[] })[] {
  const steps = stepsOf(lifecycle)
  const cohorts = [stored(volumes)]
  return Array.from({ length: months }, (_, index) => {
    const month = index + 1
    cohorts.push(...arriving(volumes, month))
    const alive = cohorts.filter(({ born }) => !isGone(ageOf(born, month), lifecycle))
    const storage = storageLines(alive, { month, steps, region })
    const moves = moveLines(alive, { month, steps, region })
    const [storageUsd, movesUsd] = [sumOf(storage), sumOf(moves)]
    return {
      month,
      stored: Object.fromEntries(storage.map(({ item, amount }) => [CLASS_NAMES[item as PriceId] ?? item, amount])),
      storageUsd,
      movesUsd,
      otherUsd,
      usd: storageUsd + movesUsd + otherUsd,
      lines: [...storage, ...moves],
    }
  })
}

/** Days that what came in a month has at the end of another. */
const ageOf = (born: number, month: number) => (month - born) * MONTH_DAYS

/** What expires is a version first, and gone when that has had its days too. */
function isGone(age: number, { expireAfterDays, expireNoncurrentAfterDays = 0 }: Lifecycle): boolean {
  return expireAfterDays !== undefined && age >= expireAfterDays + expireNoncurrentAfterDays
}

/** What is there already stays where it is: how old it is, nobody said. */
function stored(volumes: Volumes): Cohort {
  return { born: 0, gb: volumes.of('stored-gb'), objects: 0, moves: false }
}

function arriving(volumes: Volumes, born: number): Cohort[] {
  const share = volumes.of('large-share') / 100
  const [gb, objects] = [volumes.of('log-gb'), volumes.of('log-files')]
  const digests = volumes.of('regions') * MONTH_HOURS
  // Large files are as many as their bytes say, at the average of the month, or at the least that is large.
  const large = Math.min(objects, share * objects, (share * gb * GB) / SMALL_OBJECT)
  return [
    { born, gb: share * gb, objects: large, moves: true },
    { born, gb: (1 - share) * gb, objects: objects - large, moves: false },
    { born, gb: (digests * DIGEST_BYTES) / GB, objects: digests, moves: false },
  ]
}

interface At {
  month: number
  steps: readonly Step[]
  region: string
}

const placeOf = ({ born, moves }: Cohort, { month, steps }: At) =>
  moves ? steps.findLast(({ afterDays }) => ageOf(born, month) >= afterDays) : undefined

function storageLines(cohorts: readonly Cohort[], at: At): CostLine[] {
  const gb = new Map<PriceId, number>()
  const add = (id: PriceId, amount: number) => gb.set(id, (gb.get(id) ?? 0) + amount)
  for (const cohort of cohorts) {
    const id = placeOf(cohort, at)?.storage ?? 's3.standard'
    const overhead = OVERHEAD[id]
    add(id, cohort.gb + ((overhead?.own ?? 0) * cohort.objects) / GB)
    if (overhead) add('s3.standard', (overhead.standard * cohort.objects) / GB)
  }
  return [...gb].filter(([, amount]) => amount > 0).map(([id, amount]) => line(id, `stored in ${CLASS_NAMES[id] ?? id}`, amount, at.region))
}

/** A step that is reached in this month, once for each object; steps that are passed at once are one move. */
function moveLines(cohorts: readonly Cohort[], at: At): CostLine[] {
  const before = { ...at, month: at.month - 1 }
  return cohorts.flatMap((cohort) => {
    const [was, is] = [placeOf(cohort, before), placeOf(cohort, at)]
    return is && is !== was && cohort.objects > 0
      ? [line(is.move, `moved to ${CLASS_NAMES[is.storage] ?? is.storage}`, cohort.objects, at.region)]
      : []
  })
}
