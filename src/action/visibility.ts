import { type InputValues, textInput } from '../commands/inputs.ts'
import { isPrivateRepository } from '../github/repository.ts'
import type { RunnerEvent } from './event.ts'

/** The event with what GitHub says of the repository, where the payload says nothing (a schedule's does not always). */
export async function withVisibility(event: RunnerEvent, inputs: InputValues): Promise<RunnerEvent> {
  const token = textInput(inputs, 'github-token')
  if (event.visibility !== 'unknown' || token === '' || token.includes('${{') || event.repository === '') return event
  const apiUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com'
  const isPrivate = await isPrivateRepository({ token, apiUrl, repository: event.repository })
  return { ...event, visibility: isPrivate ? 'private' : 'unknown' }
}
