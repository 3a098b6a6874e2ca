import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler'

/** The proxy that the environment names for an address, by the rules of GitHub's own client, so that both go the same way. */
export type ProxyOf = (url: URL) => Promise<URL | undefined>

/**
 * HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in either case; loopback is never sent through a proxy. Node 20 has no rule of its own for
 * them, and Node 24's has to be switched on.
 */
export const proxyFromEnvironment: ProxyOf = async (url) => {
  if (!PROXY_VARIABLES.some((name) => process.env[name])) return undefined
  const { getProxyUrl } = await import('@actions/http-client/lib/proxy')
  const found = getProxyUrl(url)
  return found && new URL(found.href)
}

const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']

/** Sends through a proxy: HTTPS in a tunnel, so that the proxy sees the host and nothing else. */
export function handlerThrough(proxy: URL, options: NodeHttpHandlerOptions): NodeHttpHandler {
  return new NodeHttpHandler(async () => {
    const [{ HttpsProxyAgent }, { HttpProxyAgent }] = await Promise.all([import('https-proxy-agent'), import('http-proxy-agent')])
    return {
      ...options,
      httpsAgent: new HttpsProxyAgent(proxy, { keepAlive: true }),
      httpAgent: new HttpProxyAgent(proxy, { keepAlive: true }),
    }
  })
}
