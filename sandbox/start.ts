import type { Backend } from './backend/backend.ts'
import { EmbeddedBackend } from './backend/embedded.ts'
import { findEmulator, startEmulator } from './backend/emulator.ts'
import { RemoteBackend } from './backend/remote.ts'
import { Sandbox, type SandboxOptions } from './sandbox.ts'
import { listen } from './server/server.ts'

export const AWS_REGION_DEFAULT = 'us-east-1'

export interface StartedSandbox {
  sandbox: Sandbox
  url: string
  /** Environment for clients that act as the account's root. */
  environment: Record<string, string>
  stop(): Promise<void>
}

/** Our own AWS; with `SANDBOX_BACKEND=fakecloud` the emulator, as an outside judge. */
export async function openBackend(region: string, environment: NodeJS.ProcessEnv = process.env): Promise<Backend> {
  if (environment['SANDBOX_BACKEND'] !== 'fakecloud') return new EmbeddedBackend(region)
  return new RemoteBackend(await startEmulator({ binary: findEmulator(environment), region }), region)
}

/** A sandbox on a free port, for demo and tests. */
export async function startSandbox(options: Partial<Omit<SandboxOptions, 'backend'>> & { region?: string } = {}): Promise<StartedSandbox> {
  const { region = AWS_REGION_DEFAULT, ...rest } = options
  const sandbox = new Sandbox({ ...rest, backend: await openBackend(region) })
  const { url, close } = await listen(sandbox, 0)
  return {
    sandbox,
    url,
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    },
    stop: close,
  }
}
