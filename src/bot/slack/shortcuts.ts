// Shortcuts: on a message "Link to contract" and "Mark as decision", and from anywhere "Ask Throughline"; each opens a form.
import { z } from 'zod'
import { titleOf } from '../../contracts/contract.ts'
import { outsidersOf } from '../../contracts/roster.ts'
import type { ConversationRow } from '../../store/store.ts'
import { askerOf } from '../asker.ts'
import { type Card, card, context, text } from '../card.ts'
import { clamp } from '../display-text.ts'
import { circumstancesOf, type Origin, strangerAnswer } from './circumstances.ts'
import { clauseChoices } from './clause-choices.ts'
import { meetConversation } from './conversations.ts'
import { threadIdOf } from './ids.ts'
import { type Opener, openView } from './open-view.ts'
import type { Parts } from './parts.ts'
import { type About, cardView, type Form, formView, limits } from './view.ts'
import { plainText } from './words.ts'

export const MessageShortcut = z.looseObject({
  trigger_id: z.string(),
  user: z.looseObject({ id: z.string(), team_id: z.string().nullish() }),
  channel: z.looseObject({ id: z.string() }),
  message_ts: z.string().nullish(),
  message: z.looseObject({ ts: z.string().nullish(), thread_ts: z.string().nullish(), text: z.string().nullish() }),
})
type MessageShortcut = z.infer<typeof MessageShortcut>

type Meant = { origin: Origin & { channel: string; root: string }; message: string; said: string }

const meantIn = ({ user, channel, message, message_ts }: MessageShortcut): Meant => {
  const ts = message.ts || message_ts || ''
  return {
    origin: { user: user.id, team: user.team_id ?? undefined, channel: channel.id, root: message.thread_ts || ts },
    message: ts,
    said: message.text ?? '',
  }
}

const linkTitle = 'Link to contract'
const decideTitle = 'Mark as decision'
const askTitle = 'Ask Throughline'

/** As they stand in the app's manifest. */
export const shortcuts = [
  { name: linkTitle, type: 'message', callback_id: 'link', description: 'Keep this thread with a contract.' },
  { name: decideTitle, type: 'message', callback_id: 'decide', description: 'Record what was agreed here.' },
  { name: askTitle, type: 'global', callback_id: 'ask', description: 'Find a contract, or ask anything.' },
] as const

const contractInput = { type: 'contract', name: 'contract', label: 'Contract', required: true } as const

export const openLinkForm = (parts: Parts, body: MessageShortcut): Promise<void> => {
  const { origin } = meantIn(body)
  const about: About = { ...placeIn(origin), command: 'link', title: linkTitle, submit: 'Link' }
  return openView(parts, { trigger: body.trigger_id, origin }, about, async () => {
    const { isKnown } = await circumstancesOf(parts, origin)
    if (!isKnown) return cardView(about, strangerAnswer.card)
    return formView(about, linkForm(await meetConversation(parts, origin.channel)))
  })
}

export const openDecideForm = (parts: Parts, body: MessageShortcut): Promise<void> => {
  const { origin, message, said } = meantIn(body)
  const about: About = { ...placeIn(origin), message, command: 'decide', title: decideTitle, submit: 'Record' }
  return openView(parts, { trigger: body.trigger_id, origin }, about, async () => {
    const { isKnown, speaker } = await circumstancesOf(parts, origin)
    if (!isKnown) return cardView(about, strangerAnswer.card)
    return formView(
      about,
      decideForm(
        plainText(said, () => undefined),
        await linkedContract(parts, origin, speaker),
      ),
    )
  })
}

const placeIn = ({ channel, root }: Origin) => ({ ...(channel !== undefined && { channel }), ...(root !== undefined && { root }) })

/** The words of the message, to be put shorter, and the contract of its thread where that is known. */
export const decideForm = (said: string, linked: Omit<Form, 'inputs'>): Form => ({
  ...linked,
  inputs: [
    contractInput,
    { type: 'text', name: 'text', label: 'What was decided', multiline: true, required: true },
    { type: 'choice', name: 'clause', label: 'Clause', choices: clauseChoices },
  ],
  values: { ...linked.values, text: clamp(said, limits.text) },
})

/** The contract of the thread, chosen already where there is one and the asker may see it. */
const linkedContract = async (
  parts: Parts,
  origin: Meant['origin'],
  speaker: Parameters<typeof askerOf>[1],
): Promise<Omit<Form, 'inputs'>> => {
  const linked = await parts.store.threads.linked(threadIdOf(parts.teams, origin.channel, origin.root))
  const [only] = linked?.contracts.length === 1 ? linked.contracts : []
  if (only === undefined) return {}
  const person = await askerOf(parts.store, speaker)
  const contract = await parts.store.contracts.get(person, only).catch(() => undefined)
  return contract ? { values: { contract: only }, labels: { contract: `${only} · ${titleOf(contract)}` } } : {}
}

export const linkForm = (conversation: Pick<ConversationRow, 'visibility' | 'roster'>): Form => ({
  inputs: [contractInput],
  above: linkWords(conversation),
})

/** What linking means for who may read it, said before it is done. */
const linkWords = ({ visibility, roster }: Pick<ConversationRow, 'visibility' | 'roster'>): Card => {
  const outsiders = roster ? outsidersOf(roster) : []
  const who =
    visibility === 'contract'
      ? 'Everyone who may read the contract may read this thread.'
      : 'This conversation is private, so only its members may read the thread. Any of them can open it to all readers of the contract later: widen C-142.'
  const names = outsiders.map(({ name }) => name)
  return card(
    'Choose the contract that this thread belongs to.',
    text('The thread is kept with the contract: what was said so far, and everything said from now on.'),
    context(who),
    names.length > 0 &&
      text(
        `${new Intl.ListFormat('en').format(names)} ${names.length === 1 ? 'is' : 'are'} from outside the company and will see the note that it is linked.`,
        'warning',
      ),
  )
}

/** The line itself is what is asked: the form has no command of its own. */
const askAbout: About = { command: '', title: askTitle, submit: 'Ask' }
export const askForm: Form = {
  inputs: [
    {
      type: 'text',
      name: 'line',
      label: 'What would you like to know or do?',
      placeholder: 'find acme expires<90d',
      required: true,
    },
  ],
}

export const openAskForm = (parts: Parts, opener: Opener): Promise<void> =>
  openView(parts, opener, askAbout, async () => formView(askAbout, askForm))
