import type { Place } from '../aws/call.ts'
import { AwsError } from '../aws/error.ts'
import type { ChangeSet, Stack } from './stack.ts'

type Where = Pick<Place, 'account' | 'region'>

export function validation(message: string): AwsError {
  return new AwsError('ValidationError', message)
}

/** Stacks and change sets by where they are and what they are called. */
export class StackStore {
  readonly #stacks: Stack[] = []
  readonly #changeSets: ChangeSet[] = []

  /** By name, a stack that is there; by ARN, also one that was deleted. */
  find({ account, region }: Where, nameOrId: string): Stack | undefined {
    const here = this.#stacks.filter((stack) => stack.account === account && stack.region === region)
    if (nameOrId.startsWith('arn:')) return here.find(({ id }) => id === nameOrId)
    return here.find(({ name, deleted }) => name === nameOrId && deleted === undefined)
  }

  /** @throws ValidationError as CloudFormation words it for most calls */
  require(where: Where, nameOrId: string): Stack {
    const stack = this.find(where, nameOrId)
    if (!stack) throw validation(`Stack with id ${nameOrId} does not exist`)
    return stack
  }

  in({ account, region }: Where): Stack[] {
    return this.#stacks.filter((stack) => stack.account === account && stack.region === region)
  }

  add(stack: Stack): void {
    this.#stacks.push(stack)
  }

  remove(stack: Stack): void {
    const index = this.#stacks.indexOf(stack)
    if (index !== -1) this.#stacks.splice(index, 1)
  }

  addChangeSet(changeSet: ChangeSet): void {
    this.#changeSets.push(changeSet)
  }

  /** By ARN, or by name within a stack: the newest. */
  findChangeSet(where: Where, stackName: string | undefined, nameOrId: string): ChangeSet | undefined {
    if (nameOrId.startsWith('arn:')) return this.#changeSets.find(({ id }) => id === nameOrId)
    const stack = stackName === undefined ? undefined : this.find(where, stackName)
    return this.#changeSets.findLast((set) => set.name === nameOrId && set.stack === stack)
  }

  requireChangeSet(where: Where, stackName: string | undefined, nameOrId: string): ChangeSet {
    const found = this.findChangeSet(where, stackName, nameOrId)
    if (!found) throw new AwsError('ChangeSetNotFound', `ChangeSet [${nameOrId}] does not exist`, 404)
    return found
  }

  changeSetsOf(stack: Stack): ChangeSet[] {
    return this.#changeSets.filter((set) => set.stack === stack)
  }

  removeChangeSet(changeSet: ChangeSet): void {
    const index = this.#changeSets.indexOf(changeSet)
    if (index !== -1) this.#changeSets.splice(index, 1)
  }
}
