const LOGS = 'policy of retail-dev-logs-eu-west-1-123456789012'
const ACCESS_LOGS = 'policy of retail-dev-s3-access-eu-west-1-123456789012'
const WITHOUT_CONDITION = ['OIDC-002', 'OIDC-003', 'OIDC-007']

/** Changes of policies of which another check speaks than the design's own: the one that knows what is unsafe about it. */
export const SPOKEN_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  [`${LOGS} loses its last statement`]: ['BKT-013'],
  [`${LOGS} loses a condition`]: ['BKT-012'],
  [`${ACCESS_LOGS} loses its last statement`]: ['BKT-010'],
  [`${ACCESS_LOGS} loses a condition`]: ['BKT-010'],
  'policy of retail-dev-audit-alerts loses a condition': ['SNS-002'],
  'policy of retail-dev-audit-deliveries loses a condition': ['SNS-002'],
  ...Object.fromEntries(
    ['aws-node', 'model-read', 'monitoring', 'secrets-read'].flatMap((role) => [
      [`trust of retail-dev-${role} loses a condition`, ['ROLE-008']],
      [`trust of retail-dev-${role} lets another account in`, ['ROLE-008']],
    ]),
  ),
  'StoreEvidence of retail-dev-audit-evidence loses a condition': ['ROLE-012'],
  'Verify of retail-dev-audit-verify loses a condition': ['ROLE-012'],
  'WriteMetricsAndLogs of retail-dev-monitoring loses a condition': ['ROLE-018'],
  'ReadSecrets of retail-dev-secrets-read reaches everything': ['ROLE-018'],
  'policy of logKey loses its last statement': ['KEY-007'],
  'policy of logKey loses a condition': ['KEY-003'],
  'policy of logKey lets another account in': ['KEY-005'],
  ...Object.fromEntries(
    ['audit-evidence', 'audit-plan', 'audit-verify', 'github-publish', 'image-push'].map((role) => [
      `trust of retail-dev-${role} loses a condition`,
      WITHOUT_CONDITION,
    ]),
  ),
  'trust of retail-dev-audit-deploy loses a condition': [...WITHOUT_CONDITION, 'OIDC-006'],
  'trust of retail-dev-cloudtrail-logs-eu-west-1 lets another account in': ['LOG-004'],
  'trust of retail-dev-eks-cluster-role lets another account in': ['ROLE-001'],
  'trust of retail-dev-eks-nodegroup-role lets another account in': ['ROLE-002'],
  'trust of retail-dev-sagemaker-execution lets another account in': ['ROLE-004'],
  'trust of retail-dev-sagemaker-execution loses a condition': ['ROLE-004'],
  'WriteTrailEvents of retail-dev-cloudtrail-logs-eu-west-1 allows an action more': ['LOG-005'],
  'WriteTrailEvents of retail-dev-cloudtrail-logs-eu-west-1 reaches everything': ['LOG-005'],
  'WriteTrailEvents of retail-dev-cloudtrail-logs-eu-west-1 allows one more service': ['LOG-005'],
}
