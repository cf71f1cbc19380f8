// The first card in a conversation: why the bot is here, what to try, and how to be rid of it.
import { buttons, type Card, card, context, heading, text } from '../card.ts'
import type { ConversationKind } from './activity.ts'

const reads: Record<ConversationKind, string> = {
  channel: 'I keep only threads that somebody links to a contract; of everything else here I keep nothing.',
  groupChat: 'I keep this chat only if somebody links it to a contract; until then I keep nothing.',
  personal: 'What you ask me here is between us.',
}

const tries: Record<ConversationKind, string[]> = {
  channel: ['@Throughline find acme', '@Throughline link C-142, as a reply in a thread', '@Throughline why liability, in a linked thread'],
  groupChat: ['@Throughline find acme', '@Throughline link C-142', '@Throughline why liability'],
  personal: ['find acme', 'show C-142', 'why C-142 liability'],
}

export const welcomeCard = (kind: ConversationKind): Card =>
  card(
    'Throughline ties chat threads to contracts and answers questions about them.',
    heading('Throughline'),
    text(
      'I tie chat threads to contracts, so that the talk which shaped a contract stays with it for good, and I answer questions about them.',
    ),
    text('Try:'),
    tries[kind].map((line) => text(`• ${line}`)),
    context(
      kind === 'personal'
        ? `${reads[kind]} To be rid of me, uninstall the app.`
        : `${reads[kind]} "unlink" in a thread ends its capture; an owner can remove the app from this ${kind === 'channel' ? 'team' : 'chat'}.`,
    ),
    buttons({ label: 'What can I ask?', command: 'help', style: 'primary' }),
  )
