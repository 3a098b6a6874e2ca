/** A control framework: which checks speak to which control. What it concludes from them is the auditor's. */
export interface Framework {
  id: string
  title: string
  version: string
  /** Check ids by control id. */
  controls: Readonly<Record<string, readonly string[]>>
}
