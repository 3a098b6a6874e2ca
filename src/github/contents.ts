import { AuditError } from '../model/errors.ts'
import { openOctokit } from './api.ts'

export interface ContentSource {
  token: string
  /** REST root, e.g. `https://api.github.com`. */
  apiUrl: string
  repository: string
  commit: string
}

/** A file of a commit, as GitHub has it; undefined where the commit has no such file. @throws GITHUB_CALL_FAILED */
export async function contentOf({ token, apiUrl, repository, commit }: ContentSource, path: string): Promise<string | undefined> {
  const { rest } = await openOctokit({ token, apiUrl, repository })
  const [owner = '', repo = ''] = repository.split('/')
  try {
    const { data } = await rest.repos.getContent({ owner, repo, path, ref: commit, mediaType: { format: 'raw' } })
    // As raw text the answer is the text itself, which its type does not say.
    if (typeof data === 'string') return data
    throw failed(path, commit, 'it is no file')
  } catch (error) {
    if (error instanceof AuditError) throw error
    if (!isNotFound(error)) throw failed(path, commit, error instanceof Error ? error.message : String(error))
    // Without the right to read, GitHub says the same as without the file.
    await rest.repos.getCommit({ owner, repo, ref: commit }).catch(() => {
      throw failed(path, commit, 'GitHub shows this token neither the file nor the commit')
    })
    return undefined
  }
}

const isNotFound = (error: unknown) => typeof error === 'object' && error !== null && 'status' in error && error.status === 404

function failed(path: string, commit: string, why: string): AuditError {
  return new AuditError('GITHUB_CALL_FAILED', `${path} of ${commit.slice(0, 7)} could not be read: ${why}.`, {
    remedy: 'Give the job `permissions: contents: read`, or check out with `fetch-depth: 0`.',
  })
}
