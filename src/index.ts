#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads'
import { enableCompileCache } from './edge/compile-cache.ts'

/** The one entry of the bundle: arguments make it the CLI; none, inside a runner, the action; a thread of it reads logs. */
enableCompileCache(process.env)
// Node 20 is supported here; the SDK's word on its own later versions is for whoever builds, not for whoever runs.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
const isAction = process.argv.length <= 2 && process.env['GITHUB_ACTIONS'] === 'true'
const face = !isMainThread
  ? import('./edge/scan-worker.ts').then(() => 0)
  : isAction
    ? import('./action/main.ts').then(({ runAction }) => runAction())
    : import('./cli/main.ts').then(({ runCli }) => runCli(process.argv.slice(2)))

process.exitCode = await face.catch(async (error: unknown) => {
  const { lastWords } = await import('./text/last-words.ts')
  process.stderr.write(lastWords(error, process.env))
  return 2
})

// What hangs (a service that never answers, a connection that is kept open) does not keep a run that is done.
if (isMainThread) setTimeout(() => process.exit(), 1000).unref()
