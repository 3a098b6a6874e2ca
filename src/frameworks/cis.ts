import type { Framework } from './framework.ts'

export const cis: Framework = {
  id: 'cis',
  title: 'CIS AWS Foundations Benchmark',
  version: '5.0.0',
  controls: {
    '1.15': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
    '2.1.1': ['bucket-requires-tls'],
    '2.1.4': ['bucket-blocks-public-access'],
    '3.1': ['log-delivery-is-fresh', 'trail-includes-global-events', 'trail-is-logging', 'trail-is-multi-region'],
    '3.2': ['digest-delivery-is-fresh', 'trail-validates-log-files'],
    '3.4': ['bucket-logs-access'],
    '3.5': ['trail-encrypts-with-kms'],
    '3.6': ['key-rotation-is-on'],
    '3.8': ['trail-records-data-writes'],
    '3.9': ['trail-records-data-reads'],
  },
}
