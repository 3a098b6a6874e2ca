/** A row of the catalogue that has no check of its own code. */
export interface Elsewhere {
  /** Codes of the rows. */
  rows: readonly string[]
  /** Codes of the checks that answer it; none where nothing does. */
  by: readonly string[]
  why: string
}

const numbered = (family: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${family}-${String(from + index).padStart(3, '0')}`)

/** Every row that was asked for: what prowler, Security Hub, AWS Config, checkov and AWS's guides look at in this field, and more. */
export const CATALOGUE: readonly string[] = [
  ...numbered('TRAIL', 1, 14),
  ...numbered('BKT', 1, 18),
  ...numbered('DATA', 1, 4),
  ...numbered('KEY', 1, 7),
  ...numbered('LOG', 1, 6),
  ...numbered('ALARM', 1, 19),
  ...numbered('SNS', 1, 2),
  ...numbered('ROLE', 1, 18),
  ...numbered('OIDC', 1, 8),
  ...numbered('ECR', 1, 5),
  ...numbered('CFG', 1, 3),
  ...numbered('TAMPER', 1, 3),
  ...numbered('DELIV', 1, 5),
  ...numbered('DIG', 1, 8),
  ...numbered('REG', 1, 3),
  ...numbered('COST', 1, 2),
]

/** Rows that are answered by another check, or by none, and why. A test holds catalogue, this list and the registry together. */
export const ELSEWHERE: readonly Elsewhere[] = [
  {
    rows: ['TRAIL-011'],
    by: ['DESIGN-002'],
    why: 'Delivery notices are a choice (`audit.delivery-notices`); where they are designed, the trail’s topic is compared.',
  },
  {
    rows: ['TRAIL-014'],
    by: ['DESIGN-002'],
    why: 'SageMaker’s data events are a choice; where they are designed, the selectors are compared.',
  },
  {
    rows: ['BKT-002'],
    by: ['BKT-001'],
    why: 'Not looked at yet: the account’s own public-access block. Each bucket’s block stands for itself.',
  },
  {
    rows: ['BKT-017'],
    by: ['DESIGN-003'],
    why: 'A replica is a choice (`access.replica`); where it is designed, the replication is compared.',
  },
  {
    rows: ['BKT-018'],
    by: ['DESIGN-001'],
    why: 'A deployment reads the template back and compares it word for word; laws over every config ask for `Retain`.',
  },
  {
    rows: numbered('DATA', 1, 4),
    by: ['DESIGN-003', 'DESIGN-004', 'TRAIL-004', 'TRAIL-005'],
    why: 'Not looked at yet beyond policies that the access stack gives: the buckets are the team’s, and not in a stack.',
  },
  {
    rows: numbered('ALARM', 1, 15),
    by: ['DESIGN-008', 'DESIGN-009', 'ALARM-016', 'ALARM-017', 'ALARM-018'],
    why: 'The filters of `audit.alarms` have CIS’s patterns, and are compared with what was rendered; whether an alarm watches and tells is asked of each.',
  },
  { rows: ['ALARM-019'], by: ['ALERT-003'], why: 'A confirmed subscriber is asked for once, of the topic.' },
  {
    rows: ['ROLE-006'],
    by: ['DESIGN-014', 'ROLE-020'],
    why: 'Gates of jobs are a choice (`access.sagemaker.gates`): compared where designed, and held against what the role may use.',
  },
  {
    rows: ['ROLE-009'],
    by: ['ROLE-008'],
    why: 'One check for pod roles, whichever way the pod comes by them: exact `sub` and `aud` of the cluster’s issuer for IRSA.',
  },
  {
    rows: ['ROLE-015'],
    by: ['ROLE-004'],
    why: 'Of the services these roles trust only SageMaker must bring a source; EC2, EventBridge and pods bring none, and EKS need not.',
  },
  {
    rows: ['OIDC-005'],
    by: ['OIDC-003', 'OIDC-007'],
    why: 'The form of `sub` is decided by the config and compared with the trust; the run’s own token is not looked at.',
  },
  {
    rows: ['TAMPER-001', 'TAMPER-002', 'TAMPER-003'],
    by: ['ALERT-001', 'DESIGN-013'],
    why: 'Rule, pattern and target are one finding; every region’s rule is compared with its template.',
  },
  {
    rows: ['DELIV-002', 'DELIV-003'],
    by: ['TRAIL-008', 'ALERT-002'],
    why: 'Delivery to CloudWatch Logs is judged with the trail’s setting; of notices no more than the topic’s policy.',
  },
  { rows: ['DELIV-005'], by: [], why: 'A canary would write or wait; `verify` reads only. `integrity` shows what was delivered.' },
  {
    rows: ['REG-001', 'REG-003'],
    by: ['TRAIL-012', 'BKT-005'],
    why: 'Trail, key and log group are asked for by ARNs that name their region: one elsewhere is another one.',
  },
  { rows: ['COST-001', 'COST-002'], by: [], why: 'A price is no fault. `plan` shows what the selectors cost.' },
]
