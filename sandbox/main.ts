import { parseArgs } from 'node:util'
import { SandboxError } from './backend/emulator.ts'
import { Sandbox } from './sandbox.ts'
import { listen } from './server/server.ts'
import { openBackend } from './start.ts'

const HELP = `mlops-audit sandbox [--port 4566] [--region us-east-1] [--clock-behind 6]

Starts a local AWS on loopback that records CloudTrail like the real one, with GitHub's API and OIDC tokens beside it.
  --port          where to listen (4566; 0 takes any free port)
  --region        the region it starts in
  --clock-behind  hours the sandbox's clock starts before now, so that \`POST /_sandbox/advance {"hours":1}\` can catch up
Ends cleanly on Ctrl-C.
`

/** Runs until it is told to stop; the answer is the exit code. */
export async function runSandbox(args: readonly string[]): Promise<number> {
  return serve(args).catch((error: unknown) => {
    process.stderr.write(
      `sandbox: ${error instanceof SandboxError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    )
    return 1
  })
}

async function serve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4566' },
      region: { type: 'string', default: 'us-east-1' },
      'clock-behind': { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new SandboxError(`--port is "${values.port}"; allowed: 0 to 65535.`)
  const backend = await openBackend(values.region)
  const sandbox = new Sandbox({ backend, clockBehindMs: Number(values['clock-behind']) * 3_600_000 })
  const { url, close } = await listen(sandbox, port).catch(async (error: unknown) => {
    await sandbox.stop()
    throw error
  })
  process.stdout.write(
    `Sandbox ready: ${url}, recording. In another terminal:\n\n` +
      `export AWS_ENDPOINT_URL=${url}\nexport AWS_ACCESS_KEY_ID=test\nexport AWS_SECRET_ACCESS_KEY=test\nexport AWS_REGION=${values.region}\nexport AWS_DEFAULT_REGION=${values.region}\nexport GITHUB_API_URL=${url}\n\nCtrl-C ends it.\n`,
  )
  const stopped = new Promise<undefined>((done) => {
    process.once('SIGINT', () => done(undefined))
    process.once('SIGTERM', () => done(undefined))
  })
  const why = await Promise.race([stopped, backend.ended])
  await close()
  if (why !== undefined) throw new SandboxError(`The emulator ended unexpectedly: ${why}`)
  process.stdout.write('\nSandbox stopped; nothing left running.\n')
  return 0
}
