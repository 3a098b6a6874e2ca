import type { Body } from '../../aws/call.ts'
import { named, type Properties, type Provision, type ResourceType, syncTags, tagsIn, unlessGone } from './type.ts'

const cloudwatch = (at: Provision, operation: string, parameters: Body) => at.call('monitoring', operation, parameters)

const ALARM = [
  'AlarmDescription',
  'Namespace',
  'MetricName',
  'Dimensions',
  'Statistic',
  'Period',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
  'ActionsEnabled',
  'AlarmActions',
  'OKActions',
  'InsufficientDataActions',
  'Unit',
]

function alarmOf(AlarmName: string, properties: Properties): Body {
  return {
    AlarmName,
    ...Object.fromEntries(ALARM.filter((name) => properties[name] !== undefined).map((name) => [name, properties[name]])),
  }
}

async function putDashboard(name: string, properties: Properties, at: Provision): Promise<void> {
  await cloudwatch(at, 'PutDashboard', { DashboardName: name, DashboardBody: properties['DashboardBody'] })
}

const tagged = (at: Provision, ResourceARN: string) => ({
  tag: (Tags: unknown[]) => cloudwatch(at, 'TagResource', { ResourceARN, Tags }),
  untag: (TagKeys: string[]) => cloudwatch(at, 'UntagResource', { ResourceARN, TagKeys }),
})
const alarmArn = (at: Provision, name: string) => `arn:${at.partition}:cloudwatch:${at.region}:${at.account}:alarm:${name}`
const dashboardArn = (at: Provision, name: string) => `arn:${at.partition}:cloudwatch::${at.account}:dashboard/${name}`

export const MONITORING_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::CloudWatch::Alarm': {
    properties: ['AlarmName', ...ALARM, 'Tags'],
    createOnly: ['AlarmName'],
    create: async (properties, at) => {
      const name = named(properties, 'AlarmName', at, 255)
      await cloudwatch(at, 'PutMetricAlarm', { ...alarmOf(name, properties), Tags: tagsIn(properties) })
      at.claim(name)
      return name
    },
    update: async (name, properties, at, before) => {
      await cloudwatch(at, 'PutMetricAlarm', alarmOf(name, properties))
      await syncTags(before, properties, tagged(at, alarmArn(at, name)))
    },
    delete: async (name, _, at) => void (await cloudwatch(at, 'DeleteAlarms', { AlarmNames: [name] })),
    read: async (name, _, at) => {
      const { MetricAlarms = [] } = (await cloudwatch(at, 'DescribeAlarms', { AlarmNames: [name] })) as { MetricAlarms?: Body[] }
      return MetricAlarms[0] && {}
    },
  },
  'AWS::CloudWatch::Dashboard': {
    properties: ['DashboardName', 'DashboardBody', 'Tags'],
    createOnly: ['DashboardName'],
    create: async (properties, at) => {
      const name = named(properties, 'DashboardName', at, 255)
      await putDashboard(name, properties, at)
      at.claim(name)
      await syncTags({}, properties, tagged(at, dashboardArn(at, name)))
      return name
    },
    update: async (name, properties, at, before) => {
      await putDashboard(name, properties, at)
      await syncTags(before, properties, tagged(at, dashboardArn(at, name)))
    },
    delete: async (name, _, at) => void (await unlessGone(cloudwatch(at, 'DeleteDashboards', { DashboardNames: [name] }))),
    read: async (name, _, at) => ((await unlessGone(cloudwatch(at, 'GetDashboard', { DashboardName: name }))) ? {} : undefined),
  },
}
