/** Empties one bucket of the sandbox as `destroy` does: what `bench/emptying.ts` measures in a process of its own. */
import { createClients } from '../src/aws/clients.ts'
import { emptyBucket } from '../src/aws/destroy/empty-bucket.ts'

const [bucket = ''] = process.argv.slice(2)
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const s3 = await createClients({ region: 'us-east-1', credentials, userAgent: 'bench' }).s3()
await emptyBucket({
  s3,
  bucket,
  account: '123456789012',
  bypassGovernance: false,
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  onProgress: () => undefined,
})
