import { cis } from './cis.ts'
import type { Framework } from './framework.ts'
import { fsbp } from './fsbp.ts'
import { gdpr } from './gdpr.ts'
import { hipaa } from './hipaa.ts'
import { iso27001 } from './iso-27001.ts'
import { nist80053 } from './nist-800-53.ts'
import { soc2 } from './soc2.ts'

export const FRAMEWORKS: readonly Framework[] = [cis, nist80053, soc2, iso27001, gdpr, hipaa, fsbp]

export const FRAMEWORK_IDS: readonly string[] = FRAMEWORKS.map(({ id }) => id)

/** Control ids of a check by framework id, for reports. */
export function controlsOf(checkId: string): Readonly<Record<string, readonly string[]>> {
  const pairs = FRAMEWORKS.map((framework) => [
    framework.id,
    Object.entries(framework.controls).flatMap(([control, { checks }]) => (checks.includes(checkId) ? [control] : [])),
  ]) as [string, string[]][]
  return Object.fromEntries(pairs.filter(([, controls]) => controls.length > 0))
}
