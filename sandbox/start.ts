import { findEmulator, startEmulator } from './emulator.ts'
import { Sandbox, type SandboxOptions } from './server.ts'

export const AWS_REGION_DEFAULT = 'us-east-1'

export interface StartedSandbox {
  sandbox: Sandbox
  url: string
  /** Environment for clients that act as the account's root. */
  environment: Record<string, string>
  stop(): Promise<void>
}

/** Emulator and recorder together, on a free port, for demo and tests. */
export async function startSandbox(options: Partial<Omit<SandboxOptions, 'emulatorUrl'>> = {}): Promise<StartedSandbox> {
  const region = options.region ?? AWS_REGION_DEFAULT
  const emulator = await startEmulator({ binary: findEmulator(), region })
  const sandbox = await Sandbox.start({ port: 0, region, ...options, emulatorUrl: emulator.url }).catch(async (error: unknown) => {
    await emulator.stop()
    throw error
  })
  return {
    sandbox,
    url: sandbox.url,
    environment: {
      AWS_ENDPOINT_URL: sandbox.url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    },
    stop: async () => {
      await sandbox.stop()
      await emulator.stop()
    },
  }
}
