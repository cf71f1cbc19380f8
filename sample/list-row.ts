// What the list says of an agreement, drawn from its terms so that list and text cannot disagree.

import { OUR_COMPANIES } from './templates/company.ts'
import { orderTotal } from './templates/order-form.ts'
import { workTotal } from './templates/statement-of-work.ts'
import { money } from './templates/words.ts'
import type { Entry } from './terms/entry.ts'

export const LIST_COLUMNS = [
  'file',
  'title',
  'counterparty',
  'parties',
  'owner',
  'team',
  'type',
  'status',
  'effectiveDate',
  'expirationDate',
  'value',
  'restricted',
  'executedOn',
] as const

/** One row of contracts.csv. */
export function listRow(entry: Entry): Record<(typeof LIST_COLUMNS)[number], string> {
  const { side, counterparty } = entry.terms
  const signedOn = entry.terms.signedOn
  return {
    file: entry.file,
    title: entry.title,
    counterparty: counterparty.name,
    parties: `${OUR_COMPANIES[side].name};${counterparty.name}`,
    owner: entry.owner,
    team: entry.team,
    type: entry.type === 'hosting' ? 'msa' : entry.type,
    status: entry.status,
    effectiveDate: effectiveDate(entry) ?? '',
    expirationDate: entry.expiration ?? '',
    value: statedValue(entry),
    restricted: entry.restricted ? 'yes' : '',
    executedOn: signedOn ? [signedOn.us, signedOn.them].sort().at(-1)! : '',
  }
}

function effectiveDate(entry: Entry): string | undefined {
  return entry.type === 'sow' ? entry.terms.dates?.effective : entry.terms.effective
}

function statedValue(entry: Entry): string {
  if (entry.type === 'order-form') return money(entry.terms.currency, orderTotal(entry.terms.lines))
  if (entry.type === 'sow') return money(entry.terms.currency, workTotal(entry.terms.milestones))
  return entry.value ?? ''
}
