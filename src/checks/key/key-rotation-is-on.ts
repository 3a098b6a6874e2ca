import { defineCheck, fail, need, pass } from '../define.ts'

export const keyRotationIsOn = defineCheck({
  id: 'key-rotation-is-on',
  code: 'KEY-002',
  severity: 'medium',
  title: 'The log key rotates at least once a year',
  on: 'key',
  reads: ['kms:GetKeyRotationStatus'],
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
  remedy: 'Set `audit.key.rotation-days` to at most 365 and deploy.',
  settings: ['audit.key.rotation-days'],
  evaluate: (key) => {
    const { KeyRotationEnabled, RotationPeriodInDays } = need(key.rotation)
    if (!KeyRotationEnabled) return fail('rotation is off')
    if (RotationPeriodInDays === undefined) return fail('rotates, and nothing says how often')
    return RotationPeriodInDays <= 365
      ? pass(`rotates every ${RotationPeriodInDays} days`)
      : fail(`rotates every ${RotationPeriodInDays} days only`)
  },
})
