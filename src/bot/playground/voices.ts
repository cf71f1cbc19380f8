// Letting somebody say, edit or delete something in a thread: heard down the same path as in Teams, and shown on the page.
import { Refusal } from '../../contracts/refusal.ts'
import type { ThreadId } from '../../contracts/talk.ts'
import { addressOf, placeOf } from '../teams/ids.ts'
import type { TeamsApp } from '../teams/teams.ts'
import type { PlaygroundPerson } from './people.ts'
import { place, serviceUrlOf } from './place.ts'
import { stagedActivity } from './staged-activity.ts'
import type { PlaygroundState, Said } from './state.ts'

export type Voices = {
  say(thread: ThreadId, who: PlaygroundPerson, text: string): Promise<void>
  /** Changes what was said last in the thread. Refuses when nothing was. */
  edit(thread: ThreadId, text: string): Promise<void>
  remove(thread: ThreadId): Promise<void>
}

type Options = {
  people: readonly PlaygroundPerson[]
  state: PlaygroundState
  app: () => Pick<TeamsApp, 'receive' | 'connector'>
  port: number
  clock: () => Date
}

export const createVoices = ({ people, state, app, port, clock }: Options): Voices => {
  const staged = (thread: ThreadId, who: PlaygroundPerson, id: string) => ({ thread, who, id, at: clock(), serviceUrl: serviceUrlOf(port) })
  const last = (thread: ThreadId): { said: Said; who: PlaygroundPerson } => {
    const said = state.lastSaid(thread)
    const who = people.find(({ email }) => email === said?.who)
    if (said && who) return { said, who }
    throw new Refusal('not-found', 'Nobody was made to say anything in this thread yet.', {
      next: 'Say something: say lee "That works for us"',
    })
  }
  return {
    async say(thread, who, text) {
      const id = String(clock().getTime())
      await app().receive(stagedActivity(staged(thread, who, id), { type: 'message', text }))
      const shown = await show(app(), port, thread, `${who.name}: ${text}`)
      state.setLastSaid(thread, { id, shown, who: who.email, text })
    },
    async edit(thread, text) {
      const { said, who } = last(thread)
      const eventType = 'editMessage'
      await app().receive(stagedActivity(staged(thread, who, said.id), { type: 'messageUpdate', text, eventType }))
      await show(app(), port, thread, `${who.name}: ${text} (edited)`, said.shown)
      state.setLastSaid(thread, { ...said, text })
    },
    async remove(thread) {
      const { said, who } = last(thread)
      await app().receive(stagedActivity(staged(thread, who, said.id), { type: 'messageDelete', eventType: 'softDeleteMessage' }))
      await show(app(), port, thread, `${who.name} deleted a message.`, said.shown)
      state.setLastSaid(thread, undefined)
    },
  }
}

/** Posted by the bot, which the page lets nobody else do; the id of the line on the page. */
const show = async (app: Pick<TeamsApp, 'connector'>, port: number, thread: ThreadId, line: string, shown?: string): Promise<string> => {
  const at = { serviceUrl: serviceUrlOf(port), conversation: addressOf(placeOf(thread)) }
  const message = { type: 'message', from: place.bot, conversation: { id: at.conversation }, text: line, textFormat: 'plain' }
  const reply = await (shown === undefined ? app.connector.post(at, message) : app.connector.replace(at, shown, { ...message, id: shown }))
  if (reply.status >= 300) throw new Error(`The playground answered ${reply.status} to a line for its page.`)
  return String((reply.body as { id?: unknown } | undefined)?.id ?? shown)
}
