// Shortcuts: on a message "Link to contract" and "Mark as decision", and from anywhere "Ask Throughline"; each opens a form.
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { titleOf } from '../../contracts/contract.ts'
import { outsidersOf } from '../../contracts/roster.ts'
import type { ConversationRow } from '../../store/store.ts'
import { askerOf } from '../asker.ts'
import { type Card, card, context, text } from '../card.ts'
import { circumstancesOf, type Origin, strangerAnswer } from './circumstances.ts'
import { clauseChoices } from './clause-choices.ts'
import { meetConversation } from './conversations.ts'
import { threadIdOf } from './ids.ts'
import type { Parts } from './parts.ts'
import { type About, cardView, type Form, formView, waitingView } from './view.ts'
import { plainText } from './words.ts'

const Opened = z.looseObject({ view: z.looseObject({ id: z.string(), hash: z.string().nullish() }) })

/** Opens a view that waits, at once, and fills it when it is known what goes in. */
export const openView = async (parts: Parts, trigger: string, about: About, fill: () => Promise<ModalView>): Promise<void> => {
  const reply = await parts.call('views.open', { trigger_id: trigger, view: waitingView(about, 'One moment …') })
  if (!reply.ok) return parts.log.warn({ error: reply.error }, 'Slack did not open a form.')
  const { id, hash } = Opened.parse(reply.body).view
  const filled = await parts.call('views.update', { view_id: id, ...(hash && { hash }), view: await fill() })
  if (!filled.ok) parts.log.warn({ error: filled.error }, 'Slack did not fill a form.')
}

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
  return openView(parts, body.trigger_id, about, async () => {
    const { isKnown } = await circumstancesOf(parts, origin)
    if (!isKnown) return cardView(about, strangerAnswer.card)
    return formView(about, { inputs: [contractInput], above: linkWords(await meetConversation(parts, origin.channel)) })
  })
}

export const openDecideForm = (parts: Parts, body: MessageShortcut): Promise<void> => {
  const { origin, message, said } = meantIn(body)
  const about: About = { ...placeIn(origin), message, command: 'decide', title: decideTitle, submit: 'Record' }
  return openView(parts, body.trigger_id, about, async () => {
    const { isKnown, speaker } = await circumstancesOf(parts, origin)
    if (!isKnown) return cardView(about, strangerAnswer.card)
    const linked = await linkedContract(parts, origin, speaker)
    const words = plainText(said, () => undefined).slice(0, 2000)
    return formView(about, { inputs: decideInputs, ...linked, values: { ...linked.values, text: words } })
  })
}

const placeIn = ({ channel, root }: Origin) => ({ ...(channel !== undefined && { channel }), ...(root !== undefined && { root }) })

const decideInputs: Form['inputs'] = [
  contractInput,
  { type: 'text', name: 'text', label: 'What was decided', multiline: true, required: true },
  { type: 'choice', name: 'clause', label: 'Clause', choices: clauseChoices },
]

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

/** What linking means for who may read it, said before it is done. */
const linkWords = ({ visibility, roster }: ConversationRow): Card => {
  const outsiders = roster ? outsidersOf(roster) : []
  const who =
    visibility === 'contract'
      ? 'Everyone who may read the contract may read this thread.'
      : 'This conversation is private: only its members may read the thread, unless one of them opens it with "widen".'
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
const lineInput = {
  type: 'text',
  name: 'line',
  label: 'What would you like to know or do?',
  placeholder: 'find acme expires<90d',
  required: true,
} as const

export const openAskForm = (parts: Parts, trigger: string): Promise<void> =>
  openView(parts, trigger, askAbout, async () => formView(askAbout, { inputs: [lineInput] }))
