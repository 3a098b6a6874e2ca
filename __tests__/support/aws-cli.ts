import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { root, venvFolder } from '../../scripts/paths.mjs'

export interface Said {
  code: number
  stdout: string
  stderr: string
}

interface Running {
  child: ChildProcessByStdio<Writable, Readable, null>
  /** Who waits for an answer, in the order of asking. */
  waiting: { resolve: (said: Said) => void; reject: (error: Error) => void }[]
}

let running: Running | undefined

/** A call of aws-cli with an environment of its own, as from a shell. The process that carries the calls out ends with the suite. */
export function awsCli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Said> {
  running ??= start()
  const { child, waiting } = running
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject })
    child.stdin.write(`${JSON.stringify({ args, env })}\n`)
  })
}

function start(): Running {
  const script = join(root, '__tests__/support/aws-cli.py')
  const child = spawn(join(venvFolder, 'bin/python'), [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting: Running['waiting'] = []
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)))
  child.on('exit', (code, signal) => {
    running = undefined
    for (const { reject } of waiting.splice(0)) reject(new Error(`aws-cli's process ended: ${signal ?? `code ${code}`}`))
  })
  return { child, waiting }
}
