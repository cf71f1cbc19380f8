// Which addresses may be called at all: the connector hosts of Teams, Microsoft's sign-in and Graph, and the places where files lie.

/** Hosts from which Teams' connector is served where sign-in is the public one: world-wide, and for United States government (GCC). */
const connectorHosts = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com']

export const isLoopback = (url: URL): boolean => ['127.0.0.1', '[::1]'].includes(url.hostname)

const parse = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

/**
 * Whether an activity may name this address as the one to answer to. `loopback`: the playground and tests, and then nothing else.
 * Rule: a delivery that names a foreign server would send our token and our answers there.
 */
export const isServiceUrl = (text: string, { loopback }: { loopback: boolean }): boolean => {
  const url = parse(text)
  if (!url || url.username || url.password) return false
  if (loopback) return isLoopback(url)
  return url.protocol === 'https:' && url.port === '' && connectorHosts.includes(url.hostname)
}

/** Where the company's files lie; a request to any other place is never made. */
export const isFileHost = (url: URL, { loopback }: { loopback: boolean }): boolean => {
  if (loopback && isLoopback(url)) return true
  if (url.protocol !== 'https:' || url.port !== '' || url.username || url.password) return false
  return url.hostname === 'graph.microsoft.com' || /^[a-z0-9-]+\.sharepoint\.com$/.test(url.hostname)
}

export type Endpoints = { login: string; graph: string; openIdMetadata: string; issuer: string }

export const microsoft: Endpoints = {
  login: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com/v1.0',
  openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
}

/** Microsoft's own addresses, or in their place some on this machine; any other is refused, because it would be given our password. */
export const endpointsWith = (instead: Partial<Endpoints>): Endpoints => {
  for (const [name, address] of Object.entries(instead)) {
    if (name === 'issuer') continue
    const url = parse(address)
    if (!url || !isLoopback(url)) throw new Error(`The address for ${name} must be on this machine (127.0.0.1): ${address}`)
  }
  return { ...microsoft, ...instead }
}
