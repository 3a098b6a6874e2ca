import { gunzipSync } from 'node:zlib'
import { type IndexHead, namespaceOf, type ServiceTypes } from '../cloudformation/types.ts'
import { own } from '../cloudformation/values.ts'

/** Opens the compact index of resource types; a service's chunk is unpacked when it is first asked for. */
export function openResourceTypes(bytes: Buffer): (type: string) => ServiceTypes | undefined {
  const start = 4 + bytes.readUInt32BE(0)
  const head = JSON.parse(bytes.subarray(4, start).toString()) as IndexHead
  const opened = new Map<string, ServiceTypes>()
  return (type) => {
    const namespace = namespaceOf(type)
    const known = opened.get(namespace)
    const place = own(head, namespace)
    if (known || !place) return known
    const chunk = JSON.parse(gunzipSync(bytes.subarray(start + place[0], start + place[0] + place[1])).toString()) as ServiceTypes
    opened.set(namespace, chunk)
    return chunk
  }
}
