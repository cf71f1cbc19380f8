// The audit list: who did what to a contract and when, entry by entry, newest first.

import { showInstant } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import { showEmoji } from '../../contracts/emoji.ts'
import type { FieldValue } from '../../contracts/field-value.ts'
import type { Entry } from '../../contracts/record/entry.ts'
import { type Opened, openEntry } from '../../contracts/record/open-entry.ts'
import { type Card, card, context, heading } from '../card.ts'
import { counted } from '../counted.ts'
import { type FieldWords, fieldLabel, fieldText } from '../field-words.ts'

export const auditCard = (
  contract: Contract,
  entries: readonly Entry[],
  words: FieldWords,
  options: { zone: string; line: string; next: number | undefined },
): Card => {
  const title = `Audit of ${contract.id} ${titleOf(contract)}`
  const total = contract.head.seq + 1
  return card(
    `${title}: ${total} entries`,
    heading(title),
    context(`${total.toLocaleString('en')} entries, newest first. To see that nobody altered them: verify ${contract.id}`),
    {
      type: 'table',
      caption: 'Who did what, and when',
      columns: [{ label: 'Entry', align: 'right' }, { label: 'When' }, { label: 'Who' }, { label: 'What' }],
      rows: entries.map((entry) => ({
        cells: [String(entry.seq), showInstant(entry.at, options.zone), words.nameOf(entry.actor), deedOf(entry, words)],
      })),
    },
    options.next !== undefined && { type: 'buttons', buttons: [{ label: 'Earlier', command: `${options.line} before:${options.next}` }] },
  )
}

/** An administrator, who reads no contract by that, learns how much was done, not what. */
export const auditCountsCard = (contract: string, counts: ReadonlyMap<string, number>): Card => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return card(
    `${contract}: ${total} entries`,
    heading(`Audit of ${contract}: counts`),
    { type: 'facts', facts: [...counts].map(([kind, count]) => ({ label: kind.replaceAll('_', ' '), value: String(count) })) },
    context('Names and words are for the owner, legal and record keepers.'),
  )
}

/** What an entry did, one line. Talk is named by its kind, never quoted: who may read the words is another rule. */
export const deedOf = (entry: Entry, words: FieldWords): string => {
  const opened = openEntry(entry)
  if (!opened) return entry.payload === undefined ? `${entry.kind} (erased)` : entry.kind
  return deeds[opened.kind]?.(opened as never, words) ?? entry.kind.replaceAll('_', ' ')
}

type Deeds = { [Kind in Opened['kind']]?: (opened: Extract<Opened, { kind: Kind }>, words: FieldWords) => string }

const deeds: Deeds = {
  created: () => 'created the contract',
  field: ({ payload }, words) => {
    const { field, previous, value, source } = payload
    const show = (one: unknown) => fieldText(words, field, one as FieldValue | null | undefined)
    return `set ${fieldLabel(words, field)}: ${show(previous)} → ${show(value)}${source ? ` (${source})` : ''}`
  },
  granted: ({ payload }, { nameOf }) => `granted ${payload.level} to ${nameOf(payload.person)}`,
  revoked: ({ payload }, { nameOf }) => `took back the access of ${nameOf(payload.person)}`,
  restricted: ({ payload }) => (payload.restricted ? 'restricted it' : 'opened it to every member'),
  document: ({ payload }) =>
    `uploaded ${payload.name}${payload.executedOn ? `, executed ${payload.executedOn}` : ''} (sha256 ${payload.sha256.slice(0, 8)}…)`,
  linked: ({ payload }) => `linked a thread in ${payload.conversationName}`,
  unlinked: () => 'unlinked a thread',
  membership: ({ payload }) => `noted the ${payload.members.length} members of a linked conversation`,
  visibility: ({ payload }) =>
    payload.visibility === 'contract' ? 'opened a private conversation to readers' : 'closed a conversation to its members',
  conversation: ({ payload: { change, name, was } }) =>
    ({
      renamed: `noted that ${was ?? 'a linked conversation'} is called ${name} now`,
      shared: `noted that ${name} is shared with another organization`,
      unshared: `noted that ${name} is no longer shared with another organization`,
      private: `noted that ${name} is private now`,
      unarchived: `noted that ${name} is no longer archived`,
    })[change],
  message: ({ payload }) => ({ message: 'wrote a message', call: 'noted a call', mail: 'kept a mail' })[payload.kind],
  version: () => 'edited a message',
  deleted: () => 'deleted a message on its platform',
  undeleted: () => 'restored a message on its platform',
  reaction: ({ payload }) => (payload.added ? `reacted ${showEmoji(payload.emoji)}` : `took back ${showEmoji(payload.emoji)}`),
  file: ({ payload }) => `posted the file ${payload.file.name}`,
  file_pending: ({ payload }) => `file ${payload.name} is not kept yet: ${payload.reason}`,
  file_missing: ({ payload }) => `file ${payload.name} could not be kept: ${payload.reason}`,
  gap: ({ payload }) => `gap: ${payload.reason}`,
  decision: ({ payload }) => `recorded decision ${payload.decision}`,
  // Without the other contract's number: who reads this one may not be able to see that one.
  family: ({ payload }) =>
    payload.relation === null ? 'took it out of a family of contracts' : `put it into a family of contracts (${payload.relation})`,
  proposed: ({ payload }, words) =>
    `proposed ${payload.values.length} values read from ${payload.name}: ${payload.values.map(({ field }) => fieldLabel(words, field)).join(', ')}`,
  dismissed: ({ payload }) =>
    `turned down ${counted(payload.proposals.length, 'value')} that ${payload.proposals.length === 1 ? 'was' : 'were'} read`,
  obligations_proposed: ({ payload }) => `proposed ${counted(payload.obligations.length, 'obligation')} read from ${payload.name}`,
  obligation: ({ payload }) => `recorded obligation ${payload.obligation}: ${payload.what}`,
  obligation_done: ({ payload }) => `obligation ${payload.obligation} done on ${payload.on}`,
  obligation_dropped: ({ payload }) =>
    payload.obligation
      ? `dropped obligation ${payload.obligation}: ${payload.reason}`
      : `turned down ${counted(payload.proposals?.length ?? 0, 'obligation')} read`,
  usage: ({ payload }, words) => `counted ${payload.value.toLocaleString('en')} ${fieldLabel(words, payload.field)} on ${payload.on}`,
  file_read: ({ payload }) => `took the file ${payload.name}`,
  keeper_read: ({ payload }) => `read as record keeper: ${payload.reason}`,
  erasure: ({ payload }) => `erased ${payload.seqs.length} payloads: ${payload.basis}`,
}
