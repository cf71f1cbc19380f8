// The sample's story, played through the real thing: linked by command, heard as deliveries, decided by dispatch.

import type { Answer } from '../bot/answer.ts'
import type { Folder } from '../bot/capture.ts'
import type { Dispatch } from '../bot/dispatch.ts'
import type { Invocation } from '../bot/invocation.ts'
import type { Heard } from '../bot/platform.ts'
import { type Account, accountKey } from '../contracts/identity.ts'
import { messageId } from '../contracts/talk.ts'
import type { Store } from '../store/store.ts'
import type { SampleEvent, SampleMessage, SampleStory } from './sample.ts'
import type { SampleWorld } from './sample-platform.ts'

export type Stage = {
  store: Store
  dispatch: Dispatch
  folder: Folder
  world: SampleWorld
  accountOf: (email: string) => Account
  nameOf: (email: string) => string
  /** Number of the contract that was made of a file. */
  numberOf: (file: string) => string
  setClock: (at: string) => void
  now: () => Date
}

type Moment = { at: string; play: () => Promise<void> }

/** Everything that happens, edits and deletions too, in the order of time. */
export const playStory = async (story: SampleStory, stage: Stage): Promise<void> => {
  const moments = story.events.flatMap((event, index) => momentsOf(event, index, stage))
  for (const { at, play } of moments.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) {
    stage.setClock(at)
    await play()
  }
  await foldAll(stage)
}

const momentsOf = (event: SampleEvent, index: number, stage: Stage): Moment[] => {
  const at = new Date(event.at).toISOString()
  switch (event.kind) {
    case 'message':
      return messageMoments(event, stage)
    case 'link':
      return [{ at, play: () => type(stage, `sample-${index}`, event.by, `link ${stage.numberOf(event.contract)}`, event.thread, []) }]
    case 'command':
      return [{ at, play: () => type(stage, `sample-${index}`, event.by, lineOf(event.text, stage), event.thread, event.cites) }]
    default:
      return event satisfies never
  }
}

const lineOf = (text: string, { numberOf }: Stage): string => {
  const line = text.replace(/\{contract:([^}]+)\}/g, (_whole, file: string) => numberOf(file))
  return line.startsWith('set ') ? `${line} confirm:yes` : line
}

const messageMoments = (message: SampleMessage, stage: Stage): Moment[] => {
  const time = (at: string) => new Date(at).toISOString()
  const { id, author } = message
  const by = { account: accountKey(stage.accountOf(author)), name: stage.nameOf(author) }
  const hear = (at: string, key: string, heard: () => Heard): Moment => ({
    at: time(at),
    play: () => keep(stage, message.thread, { id: `${id}:${key}`, receivedAt: time(at), body: JSON.stringify([heard()]) }),
  })
  return [
    hear(message.at, 'm', () => ({ type: 'message', message: stage.world.say(message) })),
    ...message.edits.map((edit) =>
      hear(edit.at, `v:${edit.at}`, () => ({
        type: 'edited',
        id,
        text: edit.text,
        editedAt: time(edit.at),
        author: by,
        postedAt: time(message.at),
      })),
    ),
    ...message.reactions.map(({ at, emoji, by: person }) =>
      hear(at, `r:${person}:${emoji}`, () => ({
        type: 'reaction',
        id,
        emoji,
        by: accountKey(stage.accountOf(person)),
        at: time(at),
        added: true,
      })),
    ),
    ...(message.deletedAt
      ? [hear(message.deletedAt, 'd', () => ({ type: 'deleted', id, deletedAt: time(message.deletedAt as string) }))]
      : []),
  ]
}

type Arrived = { id: string; receivedAt: string; body: string }

/** As a platform would: kept only where the thread is linked. */
const keep = async ({ store, world }: Stage, name: string, arrived: Arrived): Promise<void> => {
  const thread = world.threadOf(name)
  const linked = await store.threads.linked(thread)
  if (!linked || linked.contracts.length === 0) return
  await store.inbox.keep({ ...arrived, platform: thread.startsWith('slack') ? 'slack' : 'teams', thread, roster: linked.roster })
}

const foldAll = async ({ folder }: Stage): Promise<void> => {
  while ((await folder.foldOnce()) > 0);
}

const type = async (
  stage: Stage,
  id: string,
  email: string,
  text: string,
  thread: string | undefined,
  cites: readonly string[],
): Promise<void> => {
  await foldAll(stage)
  const invocation = invocationOf(stage, id, email, text, thread, cites)
  const first = await stage.dispatch(invocation)
  const answer = isUnderWay(first) ? await laterOn(stage, () => stage.dispatch(invocation)) : first
  if (answer.refusal || answer.failure) throw new Error(`the sample's story was refused at "${text}": ${answer.card.summary}`)
}

/** A process that was killed while it played this line still holds it, and by the story's clock its hold would never end. */
const isUnderWay = ({ refusal }: Answer): boolean =>
  refusal?.kind === 'conflict' && refusal.message.startsWith('This is still being worked on')

const laterOn = (stage: Stage, act: () => Promise<Answer>): Promise<Answer> => {
  stage.setClock(new Date(stage.now().getTime() + 60_000).toISOString())
  return act()
}

const invocationOf = (
  { world, accountOf, nameOf }: Stage,
  id: string,
  email: string,
  text: string,
  thread: string | undefined,
  cites: readonly string[],
): Invocation => {
  const conversation = thread === undefined ? undefined : world.conversationOf(thread)
  return {
    id,
    door: 'typed',
    text,
    fields: {},
    speaker: { account: accountOf(email), name: nameOf(email), email, standing: 'member' },
    ...(thread !== undefined && conversation && { conversation, thread: world.threadOf(thread) }),
    ...(conversation && cites.length > 0 && { cites: cites.map((cited) => messageId(conversation.id, cited)) }),
    files: [],
  }
}
