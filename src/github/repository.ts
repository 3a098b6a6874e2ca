/** The longest that the start of a run waits for the answer. */
const WAIT_MS = 5000

/** Whether GitHub says that the repository is not public. No answer is no: what everyone may read must not depend on luck. */
export async function isPrivateRepository(place: { token: string; apiUrl: string; repository: string }): Promise<boolean> {
  try {
    const answer = await fetch(`${place.apiUrl}/repos/${place.repository}`, {
      headers: { authorization: `Bearer ${place.token}`, accept: 'application/vnd.github+json', 'user-agent': 'mlops-audit' },
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
    })
    const { private: isPrivate, visibility, full_name: name } = (await answer.json()) as Record<string, unknown>
    return (
      answer.ok &&
      isPrivate === true &&
      (visibility === 'private' || visibility === 'internal') &&
      String(name).toLowerCase() === place.repository.toLowerCase()
    )
  } catch {
    return false
  }
}
