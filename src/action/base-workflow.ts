import { relative, resolve } from 'node:path'
import type { InputValues } from '../commands/inputs.ts'
import type { BaseInputs } from '../commands/world.ts'
import { parseLocatedYaml } from '../config/yaml.ts'
import { AuditError } from '../model/errors.ts'

/** The inputs that decide what is judged, and how strictly. */
const JUDGING = ['config', 'environment', 'account', 'aws-region', 'fail-on'] as const

interface Sources {
  environment: NodeJS.ProcessEnv
  /** A file of the checkout, as it is or as it was; the path is relative to the working directory. */
  now(path: string): Promise<string | undefined>
  before(path: string): Promise<string | undefined>
}

/**
 * What the workflow of the base gave this step. A pull request runs its own workflow, so that what it says of `fail-on` or `config` is
 * as much a rule that changes as the config is. A job that the change removes cannot be seen from within it: that is for required
 * checks and for owners of `.github/workflows`.
 */
export async function baseInputs(inputs: InputValues, { environment, now, before }: Sources): Promise<BaseInputs> {
  const [, file] = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(environment['GITHUB_WORKFLOW_REF'] ?? '') ?? []
  if (file === undefined) return { kind: 'unknown', because: 'the runner does not say which workflow this is' }
  const path = relative('.', resolve(environment['GITHUB_WORKSPACE'] ?? '.', file))
  try {
    const [was, is] = await Promise.all([before(path), now(path)])
    if (was === undefined) return { kind: 'unknown', because: `it has no ${file}` }
    const [old, own] = [stepOf(was, file, environment), is === undefined ? undefined : stepOf(is, file, environment)]
    if (!old) return { kind: 'unknown', because: `its ${file} has no such step in a job of this name` }
    return compared(inputs, old, own)
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    return { kind: 'unknown', because: `its ${file} could not be read: ${error.message}` }
  }
}

type Given = Readonly<Record<string, unknown>>

/** What is written alike is alike now; another literal is what it was; an expression that was replaced had a value nobody knows. */
function compared(inputs: InputValues, old: Given, own: Given | undefined): BaseInputs {
  const values = new Map(inputs)
  const changes = JUDGING.flatMap((name) => {
    const [was, is] = [textOf(old[name]), own && textOf(own[name])]
    if (was === is) return []
    const current = inputs.get(name)
    if (was === undefined) values.delete(name)
    else if (!was.includes('${{')) values.set(name, was)
    return was === current ? [] : [{ name, from: was, to: current }]
  })
  return { kind: 'known', values, changes }
}

const textOf = (value: unknown) => (value === undefined || value === null || value === '' ? undefined : String(value).trim())

/** The inputs of this step in a workflow: that with its id, or the so-manieth that uses this action. */
function stepOf(text: string, file: string, environment: NodeJS.ProcessEnv): Given | undefined {
  const job = member(member(parseLocatedYaml(text, file).value, 'jobs'), environment['GITHUB_JOB'] ?? '')
  const steps = member(job, 'steps')
  if (!Array.isArray(steps)) return undefined
  const id = environment['GITHUB_ACTION'] ?? ''
  const named = steps.find((step) => member(step, 'id') === id && id !== '')
  const repository = (environment['GITHUB_ACTION_REPOSITORY'] ?? '').toLowerCase()
  const isOurs = (uses: unknown) =>
    typeof uses === 'string' && (repository === '' ? uses.startsWith('./') : new RegExp(`^${repository}[@/]`, 'i').test(uses))
  const at = Number(/_(\d+)$/.exec(id)?.[1] ?? 1) - 1
  const step = named ?? steps.filter((one) => member(one, 'id') === undefined && isOurs(member(one, 'uses')))[at]
  if (step === undefined) return undefined
  const given = member(step, 'with')
  return typeof given === 'object' && given !== null ? (given as Given) : {}
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Given)[name] : undefined
}
