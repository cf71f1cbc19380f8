// An order form under a master agreement, or alone: lines, price, term.

import type { Agreement, Section } from './agreement.ts'
import { type Company, introduced, OUR_COMPANIES, type OurSide, signatures, styleOf } from './company.ts'
import { type Term, termClauses } from './term.ts'
import { counted, longDate, money } from './words.ts'

/** `price` is in minor units, for one unit and one month, or once. */
export type OrderLine = { item: string; quantity: number; price: number; months: number | 'once' }

export type OrderTerms = {
  side: OurSide
  counterparty: Company
  number: string
  effective: string
  master?: string
  term: Term
  currency: string
  lines: OrderLine[]
  billing: string
  paymentDays: number
  overage?: string
  special?: string[]
  signedOn?: { us: string; them: string }
}

/** What the lines add up to over the stated months, in minor units. */
export function orderTotal(lines: OrderLine[]): number {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0)
}

const lineTotal = ({ quantity, price, months }: OrderLine): number => quantity * price * (months === 'once' ? 1 : months)

/** An order form with its table of lines. */
export function orderForm(terms: OrderTerms): Agreement {
  const style = styleOf(terms.side)
  const under = terms.master
    ? `It is placed under the ${terms.side === 'boston' ? 'Master Subscription Agreement' : 'Master Services Agreement'} between the ` +
      `parties dated ${longDate(terms.master, style)} (the "Master Agreement"), whose words have the same meaning here.`
    : 'It is placed under Lindenmoor’s standard terms of subscription, edition of May 2023, which the Customer has received.'
  return {
    title: `Order Form ${terms.number}`,
    subtitle: terms.counterparty.name,
    opening: [
      `This order is made between ${introduced(OUR_COMPANIES[terms.side], 'Lindenmoor')} and ${introduced(terms.counterparty, 'the Customer')}.`,
      under,
    ],
    sections: [orderSection(terms), priceSection(terms), termSection(terms), ...specialSection(terms)],
    closing: 'Ordered and accepted by the persons named below.',
    signatures: signatures(terms),
  }
}

function orderSection({ lines, currency }: OrderTerms): Section {
  const rows = lines.map((line) => [
    line.item,
    line.quantity.toLocaleString('en-US'),
    money(currency, line.price),
    line.months === 'once' ? 'once' : String(line.months),
    money(currency, lineTotal(line)),
  ])
  return {
    heading: 'What is ordered',
    clauses: ['The Customer orders the following. Prices are for one unit and one month unless "once" is stated.'],
    table: {
      header: ['Item', 'Quantity', 'Unit price', 'Months', 'Amount'],
      rows: [...rows, ['Total', '', '', '', money(currency, orderTotal(lines))]],
    },
  }
}

function priceSection(terms: OrderTerms): Section {
  return {
    heading: 'Invoicing',
    clauses: [
      `Fees are invoiced ${terms.billing} and payable within ${counted(terms.paymentDays, 'day')} of the date of the invoice.`,
      ...(terms.overage ? [terms.overage] : []),
      'Quantities may be raised at any time at the unit price above, and lowered only at the end of the term.',
    ],
  }
}

function termSection(terms: OrderTerms): Section {
  const wording = { effective: terms.effective, subject: 'This Order Form', style: styleOf(terms.side), term: terms.term }
  return { heading: 'Term', clauses: termClauses(wording) }
}

function specialSection({ special }: OrderTerms): Section[] {
  return special ? [{ heading: 'Special conditions', clauses: special }] : []
}
