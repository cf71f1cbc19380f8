// Entries for talk that never was in chat: a call that somebody noted, a mail that somebody kept.

import { sameCompany } from '../contracts/company-name.ts'
import { type Contract, field } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import type { Draft } from '../contracts/record/entry.ts'
import { Refusal } from '../contracts/refusal.ts'
import { type Audience, messageId, threadId } from '../contracts/talk.ts'
import type { Mail } from '../documents/document.ts'
import type { App } from './command.ts'
import type { IncomingFile, Invocation } from './invocation.ts'

type Act = { person: Person; contract: Contract; invocation: Invocation; at: string }

/** Notes of a contract stand in a conversation of their own, which everybody who reads the contract may read. */
const notesOf = (contract: Contract) => `terminal:notes:${contract.id}`

const noted = (act: Act, id: string, kind: 'call' | 'mail', audience: Audience) => {
  const conversation = notesOf(act.contract)
  return {
    message: messageId(conversation, id),
    thread: threadId(conversation, '-'),
    kind,
    postedAt: act.at,
    audience,
    visibility: 'contract' as const,
    files: [],
    backfilled: false,
  }
}

export const callDraft = (act: Act, words: string, others: readonly string[]): Draft<'message'> => ({
  kind: 'message',
  key: `m:note:${act.invocation.id}`,
  actor: act.person.id,
  source: act.invocation.door,
  payload: {
    ...noted(act, act.invocation.id, 'call', 'internal'),
    author: { name: act.person.name, person: act.person.id },
    text: others.length > 0 ? `${words} (with ${others.join(', ')})` : words,
  },
})

/** A mail is shared talk when somebody of the counterparty stands in From, To or Cc (rule P3); its date is never invented. */
export const mailDraft = async (app: App, act: Act, file: IncomingFile): Promise<Draft<'message'>> => {
  const reading = await app.reader.read(await file.fetch(), file.name)
  if (!reading.ok) throw new Refusal('invalid', `This file could not be read: ${reading.reason}.`, { next: 'Give a mail saved as .eml.' })
  const { mail, text } = reading.document
  if (!mail) throw new Refusal('invalid', `${file.name} is no mail.`, { next: `Keep it as a document instead: upload ${act.contract.id}` })
  const from = mail.from ? mail.from.name || mail.from.address : 'unknown sender'
  const id = mail.messageId ?? act.invocation.id
  return {
    kind: 'message',
    key: `m:mail:${id}`,
    actor: act.person.id,
    source: act.invocation.door,
    payload: {
      ...noted({ ...act, at: mail.date ?? act.at }, id, 'mail', audienceOfMail(act.contract, mail)),
      author: { name: from },
      text: `${mail.subject}\n${text}`,
      raw: mail.rawHeaders,
    },
  }
}

const audienceOfMail = (contract: Contract, mail: Mail): Audience => {
  const counterparty = field(contract, 'counterparty')
  const people = [mail.from, ...mail.to, ...mail.cc].flatMap((one) => (one ? [one.address] : []))
  const theirs = (email: string) => counterparty !== undefined && sameCompany(counterparty, { company: undefined, email })
  return people.some(theirs) ? 'shared' : 'internal'
}
