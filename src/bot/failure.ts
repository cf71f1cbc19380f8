// What the log is told of a failure: enough to find it, and nothing that anybody typed or that opens a door.

export type FailureLog = { error(fields: Record<string, unknown>, text: string): void }

/** Tokens of platforms, signed tokens, passwords in addresses, and answer addresses that whoever has them may use. */
const secrets = [/xox[a-z]-[\w-]+/g, /xapp-[\w-]+/g, /eyJ[\w.-]{10,}/g, /(?<=:\/\/)[^\s/@]+@/g, /https:\/\/hooks\.slack\.com\S+/g]

const withoutSecrets = (text: string): string => secrets.reduce((safe, pattern) => safe.replace(pattern, '[secret]'), text).slice(0, 500)

/** Name, code, message without secrets, and where in our code; never a cause's body or the words of the invocation. */
export const describeFailure = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: error.code } : {}
  return { error: error.name, ...code, message: withoutSecrets(error.message), frames: frames.slice(0, 8).map((line) => line.trim()) }
}
