import schema from '../../schema.json' with { type: 'json' }
import { closest } from '../model/closest.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import { ALL_REGIONS, partitionOf } from '../model/partition.ts'
import type { Checkout } from './checkout.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import type { World } from './world.ts'

/** What a config needs to say before it is one; the rest has defaults. */
export interface Answers {
  project: string
  environment: string
  account: string
  region: string
  /** Empty: no GitHub roles are rendered. */
  repository: string
  ownerId: string
  repositoryId: string
}

const { project, environment, account, github } = schema.properties
const byPattern =
  ({ pattern, description }: { pattern: string; description: string }) =>
  (value: string): string | undefined =>
    new RegExp(pattern).test(value) ? undefined : `Allowed: ${description}.`

/** What is wrong with an answer, as the schema says it; undefined for a good one. */
const WRONG = {
  project: byPattern(project),
  environment: byPattern(environment),
  account: byPattern({ ...account, description: 'the AWS account id: 12 digits' }),
  repository: (value: string) => (value === '' ? undefined : byPattern(github.properties.repository)(value)),
  'owner-id': (value: string) => (value === '' ? undefined : byPattern(github.properties['owner-id'])(value)),
  'repository-id': (value: string) => (value === '' ? undefined : byPattern(github.properties['repository-id'])(value)),
  'aws-region': (value: string) => {
    if (partitionOf(value)) return undefined
    const guess = closest(value, ALL_REGIONS)
    return `This version knows no such region.${guess ? ` Did you mean ${guess}?` : ''}`
  },
} as const

type Flag = keyof typeof WRONG

/** What stands in the place of answers to play with: the account and repository of the sandbox. */
const DEMO: Readonly<Record<Flag, string>> = {
  project: 'retail-prediction',
  environment: 'dev',
  account: '123456789012',
  'aws-region': 'us-east-1',
  repository: 'acme/retail',
  'owner-id': '81',
  'repository-id': '4512',
}

interface Known {
  checkout: Checkout | undefined
  /** From the account itself. */
  account: string | undefined
}

/** Flags first, then questions, then defaults. A bad flag is refused with every other one; a bad answer is asked for again. @throws BAD_INPUT */
export async function answersOf(world: Pick<World, 'ask' | 'defaultRegion'>, inputs: InputValues, known: Known): Promise<Answers> {
  refuseBadFlags(inputs)
  const isDemo = booleanInput(inputs, 'demo')
  const answer = async (flag: Flag, question: string, fallback: string): Promise<string> => {
    const given = textInput(inputs, flag)
    if (given !== '') return given
    if (isDemo) return DEMO[flag]
    return world.ask ? ask(world.ask, flag, question, fallback) : fallback
  }
  const repository = await answer('repository', 'GitHub repository (OWNER/REPO, or none)', known.checkout?.repository ?? '')
  const ids = {
    ownerId: isDemo && repository === DEMO.repository ? DEMO['owner-id'] : textInput(inputs, 'owner-id'),
    repositoryId: isDemo && repository === DEMO.repository ? DEMO['repository-id'] : textInput(inputs, 'repository-id'),
  }
  const answers = {
    repository,
    project: await answer('project', 'Project', projectFor(repository)),
    environment: await answer('environment', 'Environment', 'dev'),
    account: await answer('account', 'AWS account id (12 digits)', known.account ?? ''),
    region: await answer('aws-region', 'Audit region', world.defaultRegion ?? 'us-east-1'),
    ...(repository === '' ? { ownerId: '', repositoryId: '' } : ids),
  }
  if (answers.account === '') {
    throw new AuditError('BAD_INPUT', 'The AWS account is not known.', {
      remedy: 'Give it with --account 123456789012, or let --from-account ask AWS with the credentials of your shell.',
    })
  }
  return answers
}

/** A project as the schema has it, from a repository's name. */
function projectFor(repository: string): string {
  const name = (repository.split('/')[1] ?? '').toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')
  const fitting = name.replace(/^[^a-z]+/, '').slice(0, 41)
  return WRONG.project(fitting) === undefined ? fitting : 'mlops'
}

/** Asks until the answer is one; what was answered before stays. */
async function ask(question: NonNullable<World['ask']>, flag: Flag, text: string, fallback: string): Promise<string> {
  for (let hint = ''; ; ) {
    const said = (await question(`${hint}${text}`, fallback)).trim()
    // A default can be declined: a checkout on GitHub need not be where this runs.
    const value = flag === 'repository' && /^(?:none|-)$/i.test(said) ? '' : said || fallback
    const wrong = value === '' && flag === 'account' ? 'An account id is needed; `--from-account` asks AWS for it.' : WRONG[flag](value)
    if (wrong === undefined) return value
    hint = `  "${value}": ${wrong}\n`
  }
}

function refuseBadFlags(inputs: InputValues): void {
  const flags = Object.keys(WRONG).filter((flag): flag is Flag => flag in WRONG)
  const problems = flags.flatMap((flag): Problem[] => {
    const given = textInput(inputs, flag)
    const wrong = given === '' ? undefined : WRONG[flag](given)
    return wrong === undefined ? [] : [{ message: `--${flag} is "${given}".`, remedy: wrong }]
  })
  const [owner, repository] = [textInput(inputs, 'owner-id'), textInput(inputs, 'repository-id')]
  if ((owner === '') !== (repository === '')) {
    problems.push({
      message: `--${owner === '' ? 'repository-id' : 'owner-id'} is given without --${owner === '' ? 'owner-id' : 'repository-id'}; both ids are pinned, or none.`,
      remedy: 'gh api repos/OWNER/REPO --jq ".owner.id, .id" says both.',
    })
  }
  if (problems.length > 0) throw new AuditError('BAD_INPUT', `${problems.length} flags cannot be taken.`, { problems })
}
