import { parseArgs } from 'node:util'
import { EMULATOR_VERSION, emulatorVersion, findEmulator, SandboxError, startEmulator } from './emulator.ts'
import { Sandbox } from './server.ts'

const HELP = `npm run sandbox -- [--port 4566] [--region us-east-1] [--clock-behind 6]

Starts a local AWS on loopback that records CloudTrail like the real one, with GitHub's API and OIDC tokens beside it.
  --port          where to listen (4566; 0 takes any free port)
  --region        the region the emulator says it is in
  --clock-behind  hours the sandbox's clock starts before now, so that \`POST /_sandbox/advance {"hours":1}\` can catch up
Ends cleanly on Ctrl-C.
`

async function main(): Promise<number> {
  const { values } = parseArgs({
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
  const binary = findEmulator()
  const version = emulatorVersion(binary)
  if (version !== undefined && version !== EMULATOR_VERSION)
    process.stderr.write(`! fakecloud ${version} found; this project is tested with ${EMULATOR_VERSION}\n`)
  const emulator = await startEmulator({ binary, region: values.region })
  const sandbox = await Sandbox.start({
    emulatorUrl: emulator.url,
    port,
    region: values.region,
    clockBehindMs: Number(values['clock-behind']) * 3_600_000,
  }).catch(async (error: unknown) => {
    await emulator.stop()
    throw error
  })
  process.stdout.write(
    `Sandbox ready: ${sandbox.url}, recording. In another terminal:\n\n` +
      `export AWS_ENDPOINT_URL=${sandbox.url}\nexport AWS_ACCESS_KEY_ID=test\nexport AWS_SECRET_ACCESS_KEY=test\nexport AWS_REGION=${values.region}\nexport AWS_DEFAULT_REGION=${values.region}\nexport GITHUB_API_URL=${sandbox.url}\n\nCtrl-C ends it.\n`,
  )
  const stopped = new Promise<'asked'>((done) => {
    process.once('SIGINT', () => done('asked'))
    process.once('SIGTERM', () => done('asked'))
  })
  const why = await Promise.race([stopped, emulator.ended])
  await sandbox.stop()
  if (why !== 'asked') throw new SandboxError(`The emulator ended unexpectedly: ${why}`)
  await emulator.stop()
  process.stdout.write('\nSandbox stopped; nothing left running.\n')
  return 0
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(
      `sandbox: ${error instanceof SandboxError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    )
    process.exitCode = 1
  },
)
