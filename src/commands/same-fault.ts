import type { Problem } from '../model/errors.ts'

/**
 * Two judges of the same templates, each fault once: what a linter says at a place of which we say the same is named by its ids behind our
 * words. It is the same where the place is, to the column, and our message has the name or number that the linter's is about. What is not
 * certainly the same stays beside.
 */
export function eachFaultOnce(ours: readonly Problem[], theirs: readonly Problem[]): { ours: Problem[]; theirs: Problem[] } {
  const taken = new Set<Problem>()
  const named = ours.map((problem): Problem => {
    const same = theirs.filter((their) => !taken.has(their) && isSame(problem, their))
    for (const their of same) taken.add(their)
    const ids = [...new Set(same.flatMap(({ id = [] }) => id))]
    return ids.length > 0 ? { ...problem, message: `${problem.message} (cfn-lint: ${ids.join(', ')})` } : problem
  })
  return { ours: named, theirs: theirs.filter((their) => !taken.has(their)) }
}

function isSame({ position: here, message }: Problem, { position: there, message: said }: Problem): boolean {
  if (!(here && there) || here.file !== there.file || here.line !== there.line || here.column !== there.column) return false
  const subject = subjectOf(said)
  return subject !== undefined && message.split(/[^\w.:/-]+/).some((word) => word.replace(/[.:]$/, '') === subject)
}

/** What a message of cfn-lint is about: the first word that it quotes, or the number that it begins with. */
const subjectOf = (message: string): string | undefined => /^[^'{[]*'([\w.:/-]+)'|^(-?\d[\d.]*) /.exec(message)?.slice(1).find(Boolean)
