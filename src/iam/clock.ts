import { epoch, parseOperator } from './conditions.ts'
import type { Condition } from './policy.ts'

/**
 * `aws:CurrentTime` and `aws:EpochTime` are one clock, as a date and as whole seconds since 1970: what a condition asks of one, it asks
 * of the other. Source: IAM User Guide, "AWS global condition context keys".
 */
export const CLOCK = 'aws:currenttime'
const SECONDS = 'aws:epochtime'

type Asked = Pick<Condition, 'key' | 'operator'>

/** Whether a condition is about the clock in seconds; one that compares it as a text is left to itself. */
export function asksSeconds({ key, operator }: Asked): boolean {
  const { base, negates } = parseOperator(operator)
  return key.toLowerCase() === SECONDS && /^(?:Null$|Numeric|Date)/.test(negates ?? base)
}

/** The key that a condition asks for, in lower case, the same for both names of the clock. */
export function keyOf(condition: Asked): string {
  return asksSeconds(condition) ? CLOCK : condition.key.toLowerCase()
}

/** The seconds that are on the clock at a time. */
export function secondsAt(time: string): string {
  return String(Math.floor(epoch(time) / 1000))
}

/** A value of the key that `keyOf` names, as the condition's own key has it. */
export function valueFor(condition: Asked, value: string): string {
  return asksSeconds(condition) ? secondsAt(value) : value
}

/** The dates at which what seconds are compared with comes out otherwise: as each of them begins, and as it ends. */
export function datesOfSeconds(values: readonly string[], base: string): string[] {
  return values
    .map((value) => Math.floor((base.startsWith('Date') ? epoch(value) / 1000 : Number(value)) || 0))
    .flatMap((seconds) => [seconds, seconds + 1].map((second) => new Date(second * 1000)))
    .flatMap((date) => (Number.isNaN(date.getTime()) ? [] : [date.toISOString()]))
}
