import { defineCheck, need, passUnless } from '../define.ts'

export const trailHasInsights = defineCheck({
  id: 'trail-has-insights',
  code: 'TRAIL-009',
  severity: 'low',
  title: 'Insights watch call rate and error rate',
  on: 'trail',
  reads: ['cloudtrail:GetInsightSelectors'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html',
  remedy: 'Set `audit.insights: true` and deploy.',
  settings: ['audit.insights'],
  evaluate: (trail) => {
    const types = need(trail.insightSelectors).InsightSelectors.map((selector) => selector.InsightType)
    const missing = ['ApiCallRateInsight', 'ApiErrorRateInsight'].filter((type) => !types.includes(type))
    return passUnless(
      missing.map((type) => `${type} is off`),
      'both insight types are on',
    )
  },
})
