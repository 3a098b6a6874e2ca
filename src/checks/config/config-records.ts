import { defineCheck, passUnless } from '../define.ts'
import { inside, propertyOf } from '../resource.ts'

export const configRecords = defineCheck({
  id: 'config-records',
  code: 'CFG-001',
  severity: 'medium',
  title: 'AWS Config records, and records every type of resource',
  on: 'resource',
  types: ['AWS::Config::ConfigurationRecorder'],
  reads: ['config:DescribeConfigurationRecorders', 'config:DescribeConfigurationRecorderStatus'],
  source: 'https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html',
  why: 'The trail says what was called; how a resource then looked, and since when, only Config can tell.',
  remedy: {
    ours: 'Run `aws configservice start-configuration-recorder --configuration-recorder-name <name>`, then `mlops-audit deploy --revert-drift`.',
    foreign: 'Start the recorder, with `allSupported: true`.',
  },
  messages: {
    stopped: 'the recorder is stopped',
    failing: 'its last delivery failed',
    some: 'it leaves out types of resources',
    on: 'records everything',
  },
  examples: {
    good: 'RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true }',
    bad: 'RecordingGroup: { AllSupported: false }',
  },
  evaluate: (recorder, _, say) => {
    const group = inside(propertyOf(recorder, 'RecordingGroup'))
    const state = propertyOf(recorder, 'Recording')
    return passUnless(
      [
        ...(state === 'stopped' ? [say('stopped')] : []),
        ...(state === 'failing' ? [say('failing')] : []),
        ...(String(group['AllSupported'] ?? true) === 'true' ? [] : [say('some')]),
      ],
      say('on'),
    )
  },
})
