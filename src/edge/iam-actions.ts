import { gunzipSync } from 'node:zlib'
import type { ActionIndex } from '../iam/actions.ts'

/** Opens the index of IAM actions: gzipped JSON. */
export function openIamActions(bytes: Buffer): ActionIndex {
  return JSON.parse(gunzipSync(bytes).toString()) as ActionIndex
}
