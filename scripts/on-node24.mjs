/** Runs a TypeScript file with a Node that strips types by itself; the machine's may be Node 20. */
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { root } from './paths.mjs'
import { node24 } from './tools.mjs'
import { ensureValidators } from './validators.mjs'

const node = node24()
await ensureValidators()
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 130 : (code ?? 1)
})
