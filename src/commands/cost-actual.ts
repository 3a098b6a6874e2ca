import { join } from 'node:path'
import { activeCostTags, billed } from '../aws/billing.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { ActualCost } from '../model/money.ts'
import { figure, priceOf, round } from '../money/prices.ts'
import { type InputValues, textInput } from './inputs.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

const DAY_MS = 86_400_000

/** Cost Explorer answers from here, whatever the region of what it tells of. */
const HOME = 'us-east-1'

/** Two questions of cost and one of tags; a further page is a further request. */
const LEAST_REQUESTS = 3

/** What tags cannot part: a trail's events carry none. Source: CloudTrail User Guide, "Managing CloudTrail trail costs". */
const WHOLE_SERVICES = ['AWS CloudTrail']

interface Asked {
  config: Config
  session: Session
}

/** What was billed in the last 30 days, asked once a day, or why it was not asked. @throws BAD_INPUT, ACCESS_DENIED, AWS_CALL_FAILED */
export async function actualCost(
  world: World,
  inputs: InputValues,
  { config, session }: Asked,
): Promise<{ cost: ActualCost } | { why: string }> {
  const price = priceOf('ce.request', HOME)?.usd
  if (config.partition.id !== 'aws' || price === undefined)
    return { why: `What was billed was not asked: Cost Explorer answers for ${config.partition.id} in the account it is billed to.` }
  const to = world.now().toISOString().slice(0, 10)
  const from = new Date(world.now().getTime() - 30 * DAY_MS).toISOString().slice(0, 10)
  const file = join(textInput(inputs, 'output-dir'), `cost-actual-${session.account}-${config.prefix}.json`)
  const kept = await keptAnswer(world, file, { from, to })
  if (kept) return { cost: kept }
  const most = await spendable(world, inputs, price)
  if (most === undefined)
    return {
      why: `Cost Explorer was not asked: it bills $${figure(price)} a request, and nobody allowed it. \`--spend ${figure(price * LEAST_REQUESTS)}\` does.`,
    }
  let requests = 0
  const onRequest = () => {
    if ((requests + 1) * price > most + 1e-9)
      throw new AuditError(
        'WRITE_REFUSED',
        `Cost Explorer was not asked further: ${requests} requests were $${figure(requests * price)}, and $${figure(most)} may be spent.`,
        {
          remedy: 'Allow more with `--spend`; every page of the answer is a request.',
        },
      )
    requests += 1
  }
  const clients = session.clientsIn(HOME)
  const [key, value] = ['Project', config.tags['Project'] ?? config.project]
  const active = await activeCostTags(clients, [key], onRequest)
  const { lines, isEstimated } = await billed(clients, { from, to, services: WHOLE_SERVICES, tag: { key, value }, onRequest })
  const cost: ActualCost = {
    from,
    to,
    asked: world.now().toISOString(),
    requests,
    lines,
    usd: round(
      lines.reduce((sum, { usd }) => sum + usd, 0),
      9,
    ),
    remarks: [
      `AWS CloudTrail is counted whole, other services by the tag ${key}=${value}: tags of a trail do not part its costs.`,
      ...tagRemark(active, key),
      ...(isEstimated ? ['The month is not closed: Cost Explorer calls these figures estimated.'] : []),
    ],
  }
  await world.writeText(file, `${JSON.stringify(cost, null, 2)}\n`)
  return { cost }
}

function tagRemark(active: ReadonlySet<string> | undefined, key: string): string[] {
  if (active === undefined)
    return [
      `Whether the tag ${key} is activated for costs could not be read (ce:ListCostAllocationTags); where it is not, its services read as nothing.`,
    ]
  if (active.has(key)) return []
  return [
    `The tag ${key} is not activated for costs: all but CloudTrail is missing here. Activate it in the account that is billed (Billing, Cost allocation tags); it can be filled in for up to twelve months back.`,
  ]
}

/** How much may be spent on asking, US dollars; undefined where nobody allows anything. */
async function spendable(world: World, inputs: InputValues, price: number): Promise<number | undefined> {
  const given = textInput(inputs, 'spend')
  if (given !== '') {
    if (!/^\d{1,4}(?:\.\d{1,4})?$/.test(given))
      throw new AuditError('BAD_INPUT', `\`spend\` is "${given}".`, { remedy: 'Allowed: US dollars as a number, e.g. 0.05.' })
    return Number(given) >= price ? Number(given) : undefined
  }
  const least = figure(price * LEAST_REQUESTS)
  const answer = await world.ask?.(`Cost Explorer bills $${figure(price)} a request, here at least $${least}. Ask it? (yes or no)`, 'no')
  return answer !== undefined && /^y(?:es)?$/i.test(answer.trim()) ? price * 20 : undefined
}

/** An answer of less than a day ago for the same days. */
async function keptAnswer(world: World, file: string, { from, to }: { from: string; to: string }): Promise<ActualCost | undefined> {
  const text = await world.readText(file)
  if (text === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  return isAnswer(value) && value.from === from && value.to === to && world.now().getTime() - Date.parse(value.asked) < DAY_MS
    ? value
    : undefined
}

/** A file that somebody else wrote is asked again rather than believed. */
function isAnswer(value: unknown): value is ActualCost {
  if (typeof value !== 'object' || value === null) return false
  const { from, to, asked, requests, lines, usd, remarks } = value as Record<string, unknown>
  const isText = (one: unknown) => typeof one === 'string'
  return (
    [from, to, asked].every(isText) &&
    [requests, usd].every((one) => typeof one === 'number') &&
    Array.isArray(remarks) &&
    remarks.every(isText) &&
    Array.isArray(lines) &&
    lines.every(
      (line) =>
        typeof line === 'object' &&
        line !== null &&
        [line.service, line.usageType, line.unit].every(isText) &&
        [line.usd, line.quantity].every((one) => typeof one === 'number'),
    )
  )
}
