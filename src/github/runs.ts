import { statusOf } from './status.ts'
import type { RunFacts } from './writer.ts'

/** The part of Octokit that knows of runs. */
interface Actions {
  getWorkflowRun(question: { owner: string; repo: string; run_id: number }): Promise<{ data: unknown }>
}

/** Asks what GitHub knows of runs, of each once. */
export function askForRun(actions: Actions, { owner, repo }: { owner: string; repo: string }): (id: number) => Promise<RunFacts> {
  const runs = new Map<number, Promise<RunFacts>>()
  const ask = async (id: number): Promise<RunFacts> => {
    try {
      const { data } = await actions.getWorkflowRun({ owner, repo, run_id: id })
      return factsOf(data)
    } catch (error) {
      if (statusOf(error) === 404) return { state: 'unknown' }
      if (statusOf(error) === 403 || statusOf(error) === 401) return { state: 'untold' }
      throw error
    }
  }
  return (id) => {
    const asked = runs.get(id) ?? ask(id)
    runs.set(id, asked)
    return asked
  }
}

/** An answer without what a run has tells of none. */
function factsOf(data: unknown): RunFacts {
  if (!isRun(data)) return { state: 'untold' }
  const { id, run_attempt: attempt, repository, path: workflow, created_at: from, updated_at, status } = data
  const until = status === 'completed' ? updated_at : undefined
  return { state: 'known', id, attempt: attempt ?? 1, repository: repository.full_name, workflow, from, until }
}

interface Run extends Record<'path' | 'created_at' | 'updated_at' | 'status', string> {
  id: number
  run_attempt?: number
  repository: { full_name: string }
}

function isRun(data: unknown): data is Run {
  if (!isObject(data)) return false
  const { id, run_attempt: attempt = 1, repository, path, created_at, updated_at, status } = data
  const texts = [path, created_at, updated_at, status, isObject(repository) ? repository['full_name'] : undefined]
  return typeof id === 'number' && typeof attempt === 'number' && texts.every((text) => typeof text === 'string')
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
