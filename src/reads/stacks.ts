import { readWith, unlessSame } from './define.ts'
import { anyText, boolean, listOf, matching, object, oneOf, optional, type Shape, text, whole } from './shape.ts'

/** What is left of a list that was read to its end. */
const atItsEnd: Shape<undefined> & { optional: true } = optional((value, at) => {
  oneOf('the end of the list')(value, at)
  return undefined
})

const tags = listOf(object({ Key: text, Value: anyText }), { unique: 'Key' })

/** Of a missing stack CloudFormation says that the request is not valid. */
const NO_STACK = ['ValidationError']

export const CLOUDFORMATION_READS = {
  'cloudformation:ListStackResources': readWith<{ StackName: string }>()({
    action: 'cloudformation:ListStackResources',
    absent: NO_STACK,
    shape: object({
      StackResourceSummaries: listOf(
        object({ LogicalResourceId: text, PhysicalResourceId: optional(text), ResourceType: text, ResourceStatus: text }),
        { unique: 'LogicalResourceId' },
      ),
      NextToken: atItsEnd,
    }),
    pages: { list: 'StackResourceSummaries', next: 'NextToken', parameter: 'NextToken' },
  }),
}

const alarm = whole(
  object({
    AlarmName: text,
    AlarmArn: matching(/^arn:[\w-]+:cloudwatch:[a-z0-9-]+:\d{12}:alarm:.+$/, 'the ARN of an alarm'),
    ActionsEnabled: boolean,
    AlarmActions: listOf(text),
    OKActions: optional(listOf(text)),
    InsufficientDataActions: optional(listOf(text)),
  }),
)

const dashboard = object({ DashboardName: text, DashboardBody: text })

export const CLOUDWATCH_READS = {
  'cloudwatch:DescribeAlarms': readWith<{ AlarmNames: readonly string[] }>()({
    action: 'cloudwatch:DescribeAlarms',
    absent: [],
    shape: object({ MetricAlarms: listOf(alarm, { unique: 'AlarmName' }), NextToken: atItsEnd }),
    pages: { list: 'MetricAlarms', next: 'NextToken', parameter: 'NextToken' },
  }),
  'cloudwatch:GetDashboard': readWith<{ DashboardName: string }>()({
    action: 'cloudwatch:GetDashboard',
    absent: ['ResourceNotFound', 'DashboardNotFoundError'],
    shape: dashboard,
    contradiction: ({ DashboardName }, asked) => unlessSame('dashboard', DashboardName, asked.DashboardName),
  }),
  'cloudwatch:ListTagsForResource': readWith<{ ResourceARN: string }>()({
    action: 'cloudwatch:ListTagsForResource',
    absent: ['ResourceNotFoundException'],
    shape: object({ Tags: tags }),
  }),
}
