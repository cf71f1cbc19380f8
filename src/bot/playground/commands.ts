// Commands that exist in the playground alone: to be somebody else, and to let others speak, edit and delete.
import { z } from 'zod'
import { Refusal } from '../../contracts/refusal.ts'
import type { ThreadId } from '../../contracts/talk.ts'
import { type AnyCommand, defineCommand } from '../command.ts'
import type { Invocation } from '../invocation.ts'
import { placeOf } from '../teams/ids.ts'
import { editForm, saidCard, whoCard } from './cards.ts'
import { personMeant } from './people.ts'
import { place } from './place.ts'
import type { PlaygroundWorld } from './world.ts'

/** Added to the registry when the playground runs; with credentials set they do not exist. */
export const playgroundCommands = (world: PlaygroundWorld): AnyCommand[] => [
  asCommand(world),
  sayCommand(world),
  editCommand(world),
  unsayCommand(world),
]

const Text = z.string().trim().min(1).max(4000)

const asCommand = (world: PlaygroundWorld) =>
  defineCommand({
    name: 'as',
    summary: 'Be somebody else on this page; alone it lists who there is.',
    examples: ['as lee', 'as'],
    requires: 'anyone',
    contract: 'none',
    positional: ['name'],
    args: z.object({ name: z.string().max(100).optional() }),
    async run({ args }) {
      if (args.name !== undefined) world.state.setSpeaker(personMeant(world.people, args.name, 'as').email)
      return whoCard(world.people, world.speaker())
    },
  })

const sayCommand = (world: PlaygroundWorld) =>
  defineCommand({
    name: 'say',
    summary: 'Let somebody reply in this thread.',
    examples: ['say lee "Twelve months works for us"'],
    requires: 'member',
    contract: 'none',
    changes: true,
    positional: ['who', 'text'],
    args: z.object({ who: z.string().max(100), text: Text }),
    async run({ args, invocation }) {
      const who = personMeant(world.people, args.who, 'say')
      await world.voices.say(threadIn(invocation), who, args.text)
      return saidCard(world.people, `Said as ${who.name}.`)
    },
  })

const editCommand = (world: PlaygroundWorld) =>
  defineCommand({
    name: 'edit',
    summary: 'Edit what somebody was made to say last in this thread.',
    examples: ['edit "Eighteen months works for us"'],
    requires: 'member',
    contract: 'none',
    changes: true,
    positional: ['text'],
    args: z.object({ text: Text.optional() }),
    async run({ args, invocation }) {
      const thread = threadIn(invocation)
      const said = world.state.lastSaid(thread)
      const name = world.people.find(({ email }) => email === said?.who)?.name ?? 'somebody'
      if (args.text === undefined && said) return editForm(said, name)
      await world.voices.edit(thread, args.text ?? '')
      return saidCard(world.people, `Edited what ${name} said.`)
    },
  })

const unsayCommand = (world: PlaygroundWorld) =>
  defineCommand({
    name: 'unsay',
    summary: 'Delete what somebody was made to say last in this thread.',
    examples: ['unsay'],
    requires: 'member',
    contract: 'none',
    changes: true,
    args: z.object({}),
    async run({ invocation }) {
      await world.voices.remove(threadIn(invocation))
      return saidCard(world.people, 'Deleted.')
    },
  })

const threadIn = ({ thread }: Invocation): ThreadId => {
  if (thread !== undefined && placeOf(thread).conversation !== place.personalChat) return thread
  throw new Refusal('invalid', 'There is nobody else here who could say something.', {
    next: 'Do it in a thread of a channel, or in the group chat.',
  })
}
