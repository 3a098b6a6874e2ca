/** Why a question failed; each has a remedy of its own. */
export type FailureCode =
  /** AWS or the network did not answer: 5xx, connection, time-out. */
  | 'unavailable'
  /** Too many questions. */
  | 'throttled'
  /** Credentials that are expired, wrong or missing. */
  | 'credentials'
  /** The clock of this machine is wrong. */
  | 'clock'
  /** The region is not enabled for the account. */
  | 'region'
  /** The answer is not one to the question: wrong shape, members missing, about another resource, at an impossible time. */
  | 'malformed'
  /** It is there, and archived: it has to be restored before anyone can read it. */
  | 'archived'
  /** A recording has no answer to the question. */
  | 'not-recorded'
  /** AWS refused the question itself. */
  | 'refused'
  /** A search for a request that would show a fault did not come to an end. */
  | 'unsearched'
  /** The answer could not be judged. */
  | 'unjudged'
