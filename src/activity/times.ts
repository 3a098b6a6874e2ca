/** Days before each month of a year that is no leap year. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const decoder = new TextDecoder()

/**
 * Seconds since 1970 of a JSON text `"2026-11-25T10:00:00Z"`, which is how CloudTrail writes every time; any other way to write one
 * goes through `Date`. Undefined where it is none.
 */
export function secondsAt(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to - from === 22 && bytes[from + 20] === 0x5a && bytes[from + 5] === 0x2d && bytes[from + 11] === 0x54) {
    const year = digits(bytes, from + 1, 4)
    const month = digits(bytes, from + 6, 2)
    const day = digits(bytes, from + 9, 2)
    const [hour, minute, second] = [digits(bytes, from + 12, 2), digits(bytes, from + 15, 2), digits(bytes, from + 18, 2)]
    const isTime = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 60
    if (isTime) return (daysBefore(year, month) + day - 1) * 86_400 + hour * 3600 + minute * 60 + second
  }
  return slowly(bytes, from, to)
}

function digits(bytes: Uint8Array, from: number, length: number): number {
  let number = 0
  for (let at = from; at < from + length; at += 1) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

function daysBefore(year: number, month: number): number {
  const leaps = (upTo: number) => Math.floor(upTo / 4) - Math.floor(upTo / 100) + Math.floor(upTo / 400)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return (year - 1970) * 365 + leaps(year - 1) - leaps(1969) + (BEFORE[month - 1] as number) + (isLeap && month > 2 ? 1 : 0)
}

function slowly(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (from === to) return undefined
  const value: unknown = JSON.parse(decoder.decode(bytes.subarray(from, to)))
  const time = typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? value * (value > 1e11 ? 1 : 1000) : Number.NaN
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000)
}
