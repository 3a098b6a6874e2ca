/** The account that is judged, and where from. */
export interface Place {
  account: string
  region: string
  partition: string
  /** UTC, ISO 8601. */
  collectedAt: string
}
