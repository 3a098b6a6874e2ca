import { denied } from '../../../src/model/evidence.ts'
import { facts, refused, things } from '../../support/facts.ts'
import type { Case } from './case.ts'

const FILTER = 'AWS::Logs::MetricFilter'
const ALARM = 'AWS::CloudWatch::Alarm'
const alarm = (changes?: Record<string, unknown>) => things(ALARM, changes)
const unreadAlarms = {
  resources: (facts().resources ?? []).map((one) =>
    one.designed.type === ALARM ? { ...one, exists: denied('some:Action', 'User is not authorized'), live: {} } : one,
  ),
}

export const ALARM_CASES: Readonly<Record<string, Case>> = {
  'metric-filter-feeds-an-alarm': {
    fails: {
      'another namespace': alarm({ Namespace: 'Elsewhere' }),
      'another metric': things(FILTER, { MetricTransformations: [{ MetricNamespace: 'x', MetricName: 'y', MetricValue: '1' }] }),
      'no alarms': alarm(),
      'no metric': things(FILTER, { MetricTransformations: [] }),
    },
    errors: unreadAlarms,
  },
  'alarm-tells-someone': {
    fails: { nobody: alarm({ AlarmActions: [] }), 'nothing said': alarm({ AlarmActions: undefined }) },
    errors: alarm({ AlarmActions: refused }),
  },
  'alarm-is-on': {
    fails: { off: alarm({ ActionsEnabled: false }) },
    passes: { 'nothing said': alarm({ ActionsEnabled: undefined }) },
    errors: alarm({ ActionsEnabled: refused }),
  },
}
