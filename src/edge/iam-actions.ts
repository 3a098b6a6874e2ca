import { gunzipSync } from 'node:zlib'
import { withResources } from '../iam/action-resources.ts'
import type { ActionIndex } from '../iam/actions.ts'

/** Actions of a service by the patterns of their resources, apart by spaces; a leading `*` where a request may name none. */
export type ServiceResources = Readonly<Record<string, readonly string[]>>

/** Ends a file that holds the resources too: start of their directory, and this mark. */
export const RESOURCES_MARK = 0x69_61_72_31

/**
 * Opens the index of IAM actions: gzipped JSON, then a chunk for each service that says which resources its actions are about, then where
 * they stand. A chunk is unpacked when it is first asked for.
 */
export function openIamActions(bytes: Buffer): ActionIndex {
  const end = bytes.length - 8
  if (bytes.readUInt32BE(end + 4) !== RESOURCES_MARK) return JSON.parse(gunzipSync(bytes).toString()) as ActionIndex
  const start = bytes.readUInt32BE(end)
  const places = JSON.parse(gunzipSync(bytes.subarray(start, end)).toString()) as Readonly<Record<string, readonly [number, number]>>
  const [, [first]] = Object.entries(places)[0] ?? ['', [start, start]]
  const index = JSON.parse(gunzipSync(bytes.subarray(0, first)).toString()) as ActionIndex
  const opened = new Map<string, ReadonlyMap<string, string>>()
  return withResources(index, (action) => {
    const [service = '', name = ''] = action.split(':')
    const place = Object.hasOwn(places, service) ? places[service] : undefined
    if (!place) return undefined
    const chunk = opened.get(service) ?? patternsByName(bytes.subarray(place[0], place[1]))
    opened.set(service, chunk)
    const types = chunk.get(name)?.split(' ')
    return types && { patterns: types.filter((pattern) => pattern !== '*'), optional: types.includes('*') }
  })
}

function patternsByName(chunk: Buffer): Map<string, string> {
  const service = JSON.parse(gunzipSync(chunk).toString()) as ServiceResources
  return new Map(Object.entries(service).flatMap(([patterns, names]) => names.map((name) => [name, patterns])))
}
