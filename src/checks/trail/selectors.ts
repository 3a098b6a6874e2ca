import type { EventSelectors, FieldSelector } from '../../model/facts.ts'

export interface EventProbe {
  category: 'Management' | 'Data'
  readOnly: boolean
  /** ARN of the S3 object, for data events. */
  arn?: string
  eventSource?: string
}

/** Whether the selectors record an event, decided as CloudTrail decides it. */
export function records(selectors: EventSelectors, probe: EventProbe): boolean {
  const advanced = selectors.AdvancedEventSelectors ?? []
  if (advanced.length > 0) return advanced.some((selector) => selector.FieldSelectors.every((field) => fieldMatches(field, probe)))
  return (selectors.EventSelectors ?? []).some((selector) => basicMatches(selector, probe))
}

function fieldMatches(field: FieldSelector, probe: EventProbe): boolean {
  const value = {
    eventCategory: probe.category,
    readOnly: String(probe.readOnly),
    'resources.type': probe.category === 'Data' ? 'AWS::S3::Object' : '',
    'resources.ARN': probe.arn ?? '',
    eventSource: probe.eventSource ?? (probe.category === 'Data' ? 's3.amazonaws.com' : ''),
  }[field.Field]
  // A field this probe does not speak about narrows the selector: it cannot be said to record everything.
  if (value === undefined) return false
  const any = (list: string[] | undefined, test: (text: string) => boolean) => list === undefined || list.some(test)
  const none = (list: string[] | undefined, test: (text: string) => boolean) => list === undefined || !list.some(test)
  return (
    any(field.Equals, (text) => value === text) &&
    any(field.StartsWith, (text) => value.startsWith(text)) &&
    any(field.EndsWith, (text) => value.endsWith(text)) &&
    none(field.NotEquals, (text) => value === text) &&
    none(field.NotStartsWith, (text) => value.startsWith(text)) &&
    none(field.NotEndsWith, (text) => value.endsWith(text))
  )
}

type Basic = NonNullable<EventSelectors['EventSelectors']>[number]

function basicMatches(selector: Basic, probe: EventProbe): boolean {
  const type = selector.ReadWriteType ?? 'All'
  if (type === (probe.readOnly ? 'WriteOnly' : 'ReadOnly')) return false
  if (probe.category === 'Management')
    return selector.IncludeManagementEvents !== false && !(selector.ExcludeManagementEventSources ?? []).includes(probe.eventSource ?? '')
  const s3 = (selector.DataResources ?? []).filter((resource) => resource.Type === 'AWS::S3::Object')
  return s3.some((resource) => resource.Values.some((value) => /^arn:[\w-]+:s3(?::::?)?$/.test(value) || probe.arn?.startsWith(value)))
}
