/** A control framework: which checks speak to which control. What it concludes from them is the auditor's. */
export interface Framework {
  id: string
  title: string
  version: string
  /** By control id, what is looked at here for it. A control that is not listed is not covered. */
  controls: Readonly<Record<string, Control>>
}

export interface Control {
  /**
   * `direct`: the checks are what the control asks of what this tool looks at. `supports`: they are one piece of evidence for it among
   * others, and say nothing of the rest. Neither is ever called "met".
   */
  fit: 'direct' | 'supports'
  /** Ids of checks. */
  checks: readonly string[]
}
