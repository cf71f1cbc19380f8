// One request, one reply: with a deadline, without following anybody elsewhere, and with failures told apart by what may have happened.

export type Reply = { status: number; body: unknown; retryAfterMs: number | undefined }

/** The request never reached the other side, so that it may be sent again; `unclear`: it may have. */
export class Unanswered extends Error {
  readonly unclear: boolean

  constructor(message: string, unclear: boolean) {
    super(message)
    this.name = 'Unanswered'
    this.unclear = unclear
  }
}

const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** Sends and reads the answer as JSON where it is JSON. Throws Unanswered when no answer came within 10 s. */
export const readReply = async (url: string, init: RequestInit): Promise<Reply> => {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(10_000) })
    const text = await response.text()
    return { status: response.status, body: parse(text), retryAfterMs: retryAfter(response.headers.get('retry-after')) }
  } catch (error) {
    const code = codeOf(error)
    throw new Unanswered(`no answer from ${new URL(url).host}: ${code}`, !neverReached.has(code))
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Seconds, the only form that Microsoft's interfaces use. */
const retryAfter = (header: string | null): number | undefined => {
  const seconds = Number(header ?? '')
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : undefined
}

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause as { code?: unknown } | undefined
  return typeof cause?.code === 'string' ? cause.code : error.name
}
