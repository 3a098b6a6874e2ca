import type { IncomingMessage, ServerResponse } from 'node:http'
import { AwsError } from '../aws/error.ts'
import type { Fault, Faults } from '../faults.ts'
import { isS3 } from './http.ts'

/** Waits as long as calls take, and ends the connection where that is what goes wrong. */
export async function faultOf(faults: Faults, call: string, response: ServerResponse): Promise<Fault | undefined> {
  const fault = faults.of(call)
  const latencyMs = faults.latencyOf(call)
  if (latencyMs > 0) await new Promise((done) => setTimeout(done, latencyMs))
  if (fault === 'cutBefore') response.destroy()
  // Whoever answers finds the connection gone.
  if (fault === 'cutAfter')
    response.writeHead = () => {
      response.destroy()
      return response
    }
  return fault
}

/** Load, in the words of the protocol. */
export function loadError(request: IncomingMessage, fault: 'throttle' | 'unavailable'): AwsError {
  const isJson = request.headers['x-amz-target'] !== undefined
  const code = fault === 'unavailable' ? 'ServiceUnavailable' : isS3(request) ? 'SlowDown' : isJson ? 'ThrottlingException' : 'Throttling'
  const status = fault === 'unavailable' || isS3(request) ? 503 : 400
  return new AwsError(code, fault === 'throttle' ? 'Rate exceeded' : 'Service is unable to handle request.', status)
}
