/**
 * Runs every suite in a Node of its own, without Jest's module system. Jest loads each module again for each suite through its own
 * loader, which took most of the time of our tests; Node does it in a tenth, strips the types itself and keeps what it compiled. Tests,
 * hooks, time limits, matchers and reports are Jest's as ever, and suites are apart from each other as processes are.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TestResult } from '@jest/test-result'
import type { Config } from '@jest/types'
import type { CallbackTestRunnerInterface, OnTestFailure, OnTestStart, OnTestSuccess, Test, TestWatcher } from 'jest-runner'

const SUITE = fileURLToPath(new URL('suite.ts', import.meta.url))
const FLAGS = ['--disable-warning=ExperimentalWarning']

/** What the process of a suite is told, and what it answers. */
export interface Order {
  path: string
  globalConfig: Config.GlobalConfig
  config: Config.ProjectConfig
}
export type Answer = { result: TestResult } | { thrown: string }

/** Jest asks for a default export. */
// biome-ignore lint/style/noDefaultExport: see above.
export default class ProcessRunner implements CallbackTestRunnerInterface {
  readonly isSerial = false
  readonly #globalConfig: Config.GlobalConfig

  constructor(globalConfig: Config.GlobalConfig) {
    this.#globalConfig = globalConfig
  }

  /** In the order Jest gives, which is the slowest of last time first; as many at a time as it has workers. */
  async runTests(
    tests: Array<Test>,
    watcher: TestWatcher,
    onStart: OnTestStart,
    onResult: OnTestSuccess,
    onFailure: OnTestFailure,
  ): Promise<void> {
    const waiting = [...tests]
    const worker = async () => {
      for (let test = waiting.shift(); test !== undefined && !watcher.isInterrupted(); test = waiting.shift()) {
        await onStart(test)
        const answer = await suite({ path: test.path, globalConfig: this.#globalConfig, config: test.context.config })
        if ('result' in answer) await onResult(test, answer.result)
        else await onFailure(test, { message: answer.thrown, stack: answer.thrown, type: 'Error' })
      }
    }
    await Promise.all(Array.from({ length: this.#globalConfig.maxWorkers }, worker))
  }
}

/** A process that ends without an answer is a failure, whatever its code. */
function suite(order: Order): Promise<Answer> {
  return new Promise((resolve) => {
    const child = fork(SUITE, { execArgv: FLAGS, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    let answer: Answer | undefined
    child.once('message', (given) => {
      answer = given as Answer
    })
    child.once('error', (error) => resolve({ thrown: String(error) }))
    child.once('exit', (code, signal) =>
      resolve(answer ?? { thrown: `the suite's process ended before its results: ${signal ?? `code ${code}`}` }),
    )
    child.send(order)
  })
}
