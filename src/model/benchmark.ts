/** What the tests of a run say of one control of a framework. That a control is met is nobody's to say here. */
export interface ControlResult {
  id: string
  fit: 'direct' | 'supports'
  state: 'tests passed' | 'exceptions' | 'not tested' | 'not applicable'
  passed: number
  failed: number
  /** Failures that an exception of the config accepts. */
  accepted: number
  /** What could not be read or decided. */
  untested: number
  /** Codes of the checks that fail or could not be read. */
  because: readonly string[]
}

/** A framework, control by control, as `verify --framework` shows it. */
export interface Benchmark {
  id: string
  title: string
  version: string
  controls: readonly ControlResult[]
}
