import { ALARM_CASES } from './alarm.ts'
import { ALERT_CASES } from './alert.ts'
import { BUCKET_CASES } from './bucket.ts'
import type { Case } from './case.ts'
import { CONFIG_CASES } from './config.ts'
import { DIGEST_CASES } from './digest.ts'
import { ECR_CASES } from './ecr.ts'
import { KEY_CASES } from './key.ts'
import { LOGS_CASES } from './logs.ts'
import { OIDC_CASES } from './oidc.ts'
import { ROLE_CASES } from './role.ts'
import { TOPIC_CASES } from './topic.ts'
import { TRAIL_CASES } from './trail.ts'

/** Cases by the folder of the checks, in the order of the catalogue. */
export const CASES_BY_SERVICE: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  trail: TRAIL_CASES,
  bucket: BUCKET_CASES,
  key: KEY_CASES,
  alert: ALERT_CASES,
  alarm: ALARM_CASES,
  topic: TOPIC_CASES,
  logs: LOGS_CASES,
  role: ROLE_CASES,
  oidc: OIDC_CASES,
  ecr: ECR_CASES,
  config: CONFIG_CASES,
  digest: DIGEST_CASES,
}
