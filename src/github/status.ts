/** For what may have been tidied away by somebody else. */
export function goneIsNothing(error: unknown): undefined {
  if (statusOf(error) !== 404) throw error
}

/** The HTTP status that Octokit failed with. */
export function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : undefined
}
