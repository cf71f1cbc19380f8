// The thread that a command is about: the one it was said in.
import { Refusal } from '../contracts/refusal.ts'
import type { ThreadId } from '../contracts/talk.ts'
import type { App } from './command.ts'
import type { Invocation } from './invocation.ts'
import type { Platform } from './platform.ts'

export const threadMeant = (app: App, invocation: Invocation, line: string): { thread: ThreadId; platform: Platform } => {
  const platform = app.platforms.find(invocation.speaker.account.platform)
  if (invocation.thread && platform) return { thread: invocation.thread, platform }
  throw new Refusal('invalid', 'Which thread? This was not said in one.', {
    next: `Type "${line}" as a reply in the thread itself, or use "Link to contract" on one of its messages.`,
  })
}
