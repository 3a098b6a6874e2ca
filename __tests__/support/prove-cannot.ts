import { judgeRow } from '../../src/access/matrix.ts'
import type { AccessModel } from '../../src/access/model.ts'
import type { ActionIndex } from '../../src/iam/actions.ts'
import { expandAction } from '../../src/iam/actions.ts'
import type { AccessResult, AccessRow } from '../../src/model/access.ts'
import type { Config } from '../../src/model/config.ts'
import { contextsFor, resourcesFor, simulates, statementsAbout } from './access-judge.ts'

/** A row that holds although iam-simulate allows a request. */
interface FalseGreen {
  role: string
  action: string
  resource: string
  context: object
}

export interface Proof {
  rows: number
  requests: number
  states: Record<AccessResult['state'], number>
  wrong: FalseGreen[]
}

export interface ProofBounds {
  /** Requests put to the other judge for each row that does not break. */
  requests: number
  /** Takes every how many-th action. */
  every: number
}

/** `cannot ACTION` on anything, for every role and every action that its policies name, held against the other judge. */
export async function proveCannot(
  config: Config,
  model: AccessModel,
  index: ActionIndex,
  { requests, every }: ProofBounds,
): Promise<Proof> {
  const proof: Proof = { rows: 0, requests: 0, states: { holds: 0, broken: 0, 'not-proven': 0 }, wrong: [] }
  const options = { model, index, partition: config.partition, positionOf: () => ({ file: 'c', line: 1, column: 1 }) }
  for (const role of model.roles) {
    const statements = statementsAbout(role, model)
    const named = [
      ...new Set(
        statements
          .flatMap(({ actions = [], notActions = [] }) => [...actions, ...notActions])
          .flatMap((pattern) => (pattern === '*' ? [] : expandAction(index, pattern))),
      ),
    ]
    for (const action of named.sort().filter((_, at) => at % every === 0)) {
      const row: AccessRow = {
        who: { principals: [role.arn], text: role.name },
        effect: 'cannot',
        actions: [action],
        on: [],
        onText: 'anything',
        except: [],
        when: {},
        why: undefined,
        index: undefined,
      }
      const { state } = judgeRow(row, options)
      proof.rows += 1
      proof.states[state] += 1
      // A row that is not proven is red, and claims nothing.
      if (state !== 'holds') continue
      const speaking = statements.filter(
        (one) => (one.actions ?? []).some((pattern) => expandAction(index, pattern).includes(action)) || one.notActions,
      )
      const resources = await resourcesFor(action, speaking, config.partition.id, config.account)
      const contexts = contextsFor(speaking, Math.max(1, Math.ceil(requests / resources.length)))
      for (const resource of resources.slice(0, requests)) {
        for (const context of contexts) {
          proof.requests += 1
          if (await simulates(role, model, action, { resource, context })) proof.wrong.push({ role: role.name, action, resource, context })
        }
      }
    }
  }
  return proof
}
