/** `npm run test:emulator`: the suites again with fakecloud behind the sandbox's front, as an outside judge of our own AWS. */
import { jest } from './jest.ts'

/** What does not stand on services the emulator lacks; docs/sandbox.md lists how the two differ. */
const SUITES = ['deploy', 'adopt', 'templates', 'faults', 'credentials', 'sandbox'].map((name) => `__tests__/integration/${name}.test.ts`)

process.env['SANDBOX_BACKEND'] = 'fakecloud'
const given = process.argv.slice(2)
process.exitCode = await jest(given.length > 0 ? given : SUITES)
