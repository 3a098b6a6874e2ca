/** A refusal in AWS's own words: the code, the message and the HTTP status the service uses. */
export class AwsError extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.name = code
    this.code = code
    this.status = status
  }
}

/** The sandbox does not model it: never an empty success. */
export function notImplemented(what: string): AwsError {
  return new AwsError('NotImplemented', `The sandbox does not model ${what}. docs/sandbox.md says how to add it.`, 501)
}
