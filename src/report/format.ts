import type { Paint } from '../model/progress.ts'
import type { RunReport } from '../model/report.ts'

/** What a format may ask of the place it is written to. */
interface Place {
  /** Colours, where that is a terminal. */
  paint: Paint
  maskAccountId: boolean
  /** The checkout: paths that a reader of another machine follows are relative to it. */
  folder: string
}

/** The whole report in one text, with names and findings. What everyone may read is `public.ts`, whatever the format. */
export type Format = (report: RunReport, place: Place) => string
