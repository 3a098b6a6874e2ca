import { defineCheck, need, passUnless } from '../define.ts'

export const keyIsUsable = defineCheck({
  id: 'key-is-usable',
  code: 'KEY-001',
  severity: 'critical',
  title: 'The log key is enabled, symmetric and customer managed',
  on: 'key',
  reads: ['kms:DescribeKey'],
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
  remedy: 'Run `aws kms cancel-key-deletion` or `aws kms enable-key`: without the key no log can be written or read.',
  evaluate: (key) => {
    const { KeyState, KeySpec, KeyManager } = need(key.description)
    return passUnless(
      [
        ...(KeyState === 'Enabled' ? [] : [`its state is ${KeyState}`]),
        ...(KeySpec === 'SYMMETRIC_DEFAULT' ? [] : [`its spec is ${KeySpec}`]),
        ...(KeyManager === 'CUSTOMER' ? [] : ['it is managed by AWS, and its policy cannot be set']),
      ],
      'enabled, symmetric, customer managed',
    )
  },
})
