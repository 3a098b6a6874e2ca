import { WRITERS_EVENTS } from '../model/github-events.ts'
import { serverOf } from '../model/github-issuer.ts'
import type { Signer } from '../model/proof.ts'

/** What a certificate says of the run that signed; undefined what it does not say. */
export interface Identity {
  /** The address in the certificate's name. */
  name: string | undefined
  issuer: string | undefined
  /** Address of the workflow whose job signed, with its ref. */
  buildSigner: string | undefined
  repository: string | undefined
  ref: string | undefined
  repositoryId: string | undefined
  ownerId: string | undefined
  /** Address of the workflow that was started, with its ref. */
  buildConfig: string | undefined
  event: string | undefined
  runUrl: string | undefined
}

/**
 * Fulcio's numbers of what it takes over from the token of a run (github.com/sigstore/fulcio, docs/oid-info.md); the ones before 8
 * say the same, are superseded, and are not read.
 */
export const OIDS: Readonly<Record<Exclude<keyof Identity, 'name'>, string>> = {
  issuer: '1.3.6.1.4.1.57264.1.8',
  buildSigner: '1.3.6.1.4.1.57264.1.9',
  repository: '1.3.6.1.4.1.57264.1.12',
  ref: '1.3.6.1.4.1.57264.1.14',
  repositoryId: '1.3.6.1.4.1.57264.1.15',
  ownerId: '1.3.6.1.4.1.57264.1.17',
  buildConfig: '1.3.6.1.4.1.57264.1.18',
  event: '1.3.6.1.4.1.57264.1.20',
  runUrl: '1.3.6.1.4.1.57264.1.21',
}

/**
 * Events whose runs may vouch for a file. A pull request's and a merge queue's are told by their refs. Of the others, strangers start
 * runs on the default branch too (`pull_request_target`, `issue_comment`), with files of theirs at hand.
 */
const EVENTS = [...WRITERS_EVENTS, 'workflow_run', 'pull_request', 'merge_group']

/** What of the run is not as wanted, each with what it is and what it has to be. Empty where the run is the one. */
export function otherwise(identity: Identity, signer: Signer): string[] {
  const server = serverOf(signer.issuer)
  const repository = `${server}/${signer.repository}`
  const { config, reusable } = workflowsOf(identity, signer, repository)
  const is = (wanted: string) => ({ wanted, holds: (found: string) => found === wanted })
  const among = (wanted: readonly string[]) => ({ wanted: wanted.join(' or '), holds: (found: string) => wanted.includes(found) })
  const rules: [string, string | undefined, { wanted: string; holds(found: string): boolean } | undefined][] = [
    ['its token is of', identity.issuer, is(`https://${signer.issuer}`)],
    ['its repository is', identity.repository, { wanted: repository, holds: (found) => isSameAddress(found, repository) }],
    ['its repository has the id', identity.repositoryId, is(signer.repositoryId)],
    ['its owner has the id', identity.ownerId, signer.ownerId === undefined ? undefined : is(signer.ownerId)],
    ['it ran for', identity.ref, among(signer.refs)],
    ['its workflow is', identity.buildConfig, config],
    ['its job is of', identity.buildSigner, reusable],
    ['its certificate is for', identity.name, reusable],
    ['it was started by', identity.event, among(EVENTS)],
  ]
  return rules.flatMap(([says, found, rule]) =>
    rule && !(found !== undefined && rule.holds(found)) ? [`${says} ${found ?? 'nothing that it says'}, and not ${rule.wanted}`] : [],
  )
}

/** Where the workflow that was started has to be, and the one whose job signed: the same, unless a reusable one is named. */
function workflowsOf({ ref }: Identity, { workflow, refs }: Signer, repository: string) {
  const isReusable = workflow.includes('@')
  const server = repository.split('/').slice(0, 3).join('/')
  const at = ref !== undefined && refs.includes(ref) ? ref : refs.join(' or ')
  const started = `${repository}/${isReusable ? '.github/workflows/' : workflow}`
  const config = {
    wanted: isReusable ? `one of ${repository} at ${at}` : `${started}@${at}`,
    holds: (found: string) => {
      const file = isReusable ? (found.slice(started.length).split('@')[0] ?? '') : ''
      return isSameAddress(found, `${started}${file}@${at}`)
    },
  }
  if (!isReusable) return { config, reusable: config }
  const wanted = `${server}/${workflow}`
  return { config, reusable: { wanted, holds: (found: string) => isSameAddress(found, wanted) } }
}

/** Names of owners and repositories have no case at GitHub; paths and refs behind them have. */
function isSameAddress(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(address: string): string {
  const parts = address.split('/')
  return [...parts.slice(0, 5).map((part) => part.toLowerCase()), ...parts.slice(5)].join('/')
}
