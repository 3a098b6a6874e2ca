import { ALERT_CASES } from './alert.ts'
import { BUCKET_CASES } from './bucket.ts'
import type { Case } from './case.ts'
import { DIGEST_CASES } from './digest.ts'
import { KEY_CASES } from './key.ts'
import { LOGS_CASES } from './logs.ts'
import { OIDC_CASES } from './oidc.ts'
import { ROLE_CASES } from './role.ts'
import { TRAIL_CASES } from './trail.ts'

/** Cases by the folder of the checks, in the order of the catalogue. */
export const CASES_BY_SERVICE: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  trail: TRAIL_CASES,
  bucket: BUCKET_CASES,
  key: KEY_CASES,
  alert: ALERT_CASES,
  logs: LOGS_CASES,
  role: ROLE_CASES,
  oidc: OIDC_CASES,
  digest: DIGEST_CASES,
}
