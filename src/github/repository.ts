/** The longest that the start of a run waits for the answer. */
const WAIT_MS = 5000

/** Whether GitHub says that the repository is not public. No answer is no: what everyone may read must not depend on luck. */
export async function isPrivateRepository(place: { token: string; apiUrl: string; repository: string }): Promise<boolean> {
  try {
    // Actions' own client goes through the proxy that the environment names; Node's fetch does not.
    const { HttpClient } = await import('@actions/http-client')
    const client = new HttpClient('mlops-audit', [], { allowRedirects: false, socketTimeout: WAIT_MS })
    const { statusCode, result } = await client.getJson<Record<string, unknown>>(`${place.apiUrl}/repos/${place.repository}`, {
      authorization: `Bearer ${place.token}`,
      accept: 'application/vnd.github+json',
    })
    const { private: isPrivate, visibility, full_name: name } = result ?? {}
    return (
      statusCode === 200 &&
      isPrivate === true &&
      (visibility === 'private' || visibility === 'internal') &&
      String(name).toLowerCase() === place.repository.toLowerCase()
    )
  } catch {
    return false
  }
}
