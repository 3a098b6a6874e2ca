import type { Run } from '../../sandbox/github/oidc.ts'
import type { World } from '../../src/commands/world.ts'
import type { Bench } from './sandbox.ts'

const RUN: Run = { repository: 'acme/retail', repositoryId: '4512', ownerId: '81', ref: 'refs/heads/main', event: 'push', actor: 'ana' }

interface GithubWorld {
  world: Partial<World>
  masked: string[]
  tokens: string[]
}

/** A world with GitHub's token endpoint, as the action has it. */
export function githubWorld(bench: Bench, run: Partial<Run> = {}): GithubWorld {
  const variables = bench.started.sandbox.issuer.startRun({ ...RUN, ...run }, bench.started.url)
  const masked: string[] = []
  const tokens: string[] = []
  const idToken = async (audience: string) => {
    const answer = await fetch(`${variables.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${audience}`, {
      headers: { authorization: `bearer ${variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
    })
    const { value } = (await answer.json()) as { value: string }
    tokens.push(value)
    return value
  }
  const maskSecret = (secret: string) => Promise.resolve(void masked.push(secret))
  const tags = { Repository: 'acme/retail', Ref: 'refs/heads/main', Workflow: 'audit [nightly]' }
  return {
    world: { idToken, maskSecret, run: { key: '77-1-audit', commit: 'c', url: undefined, tags, actor: 'dependabot[bot]' } },
    masked,
    tokens,
  }
}
