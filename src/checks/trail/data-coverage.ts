import type { Facts, TrailFacts } from '../../model/facts.ts'
import type { Verdict } from '../../model/finding.ts'
import { need, notApplicable, passUnless } from '../define.ts'
import { records } from './selectors.ts'

/** Judges each data bucket by itself: a selector that is there may still be scoped to another bucket. */
export function judgeDataCoverage(trail: TrailFacts, facts: Facts, readOnly: boolean): Verdict {
  const { config } = facts
  if (!config) return notApplicable('without a config the data buckets are not known')
  const named = config.audit.dataEvents === 'all' ? [] : config.audit.dataEvents
  const buckets = [...new Set([...named, ...(config.access.sagemaker?.dataBuckets ?? [])])]
  if (buckets.length === 0) return notApplicable('the config names no data bucket')
  const selectors = need(trail.eventSelectors)
  const blind = buckets.filter(
    (bucket) => !records(selectors, { category: 'Data', readOnly, arn: `arn:${facts.partition}:s3:::${bucket}/any/key` }),
  )
  const verb = readOnly ? 'reads' : 'writes'
  return passUnless(
    blind.map((bucket) => `object ${verb} in ${bucket} are not recorded`),
    `object ${verb} in ${buckets.length === 1 ? buckets[0] : `${buckets.length} buckets`} are recorded`,
  )
}
