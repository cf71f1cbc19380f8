// The price: an amount that is to be paid for the whole or for each period, where the text says so in one place.
import type { FindingOf } from './finding.ts'
import { type FlatText, sentenceAround } from './flat-text.ts'
import { findMoney } from './money-text.ts'
import { occurrences } from './occurrences.ts'

const pays =
  /(?:pay|paid|payable|fees?|price|charge|sum|amount|rate|consideration|retainer)[^.;]{0,90}(?:of|is|be|:|equal to|at|total(?:ing)?|to [a-z ]{1,40})[ (]{0,2}(?:[a-z -]{0,60}\()?$/
const negative =
  /liab|exceed|insur|penalt|damages|interest|capital|indemn|minimum|threshold|excess|late|par value|deposit|deduct|up to|per occurrence|aggregate|claims?|\bcap\b/
const per =
  /^[ ,)]{0,3}(?:per|a|each|every|for each|\/) ?(year|month|quarter|week|day|hour|annum|unit|user|seat|copy|transaction)|^[ ,)]{0,3}(annually|monthly|quarterly|yearly|hourly)/
const periods: Record<string, string> = {
  annum: 'year',
  annually: 'year',
  yearly: 'year',
  monthly: 'month',
  quarterly: 'quarter',
  hourly: 'hour',
}

const signs = ['$', '\u20ac', '\u00a3', 'usd', 'eur ', 'gbp', ' dollars']

/** The first amount that is called a price, a fee or a payment. */
export function findPrice(view: FlatText): FindingOf<'price'> | undefined {
  for (const place of occurrences(view.lower, signs, { most: 150, apart: 6 })) {
    const from = Math.max(0, place - 12)
    const money = findMoney(view.lower.slice(from, place + 40), from)[0]
    if (money === undefined || money.start > place + 4 || Number(money.amount) === 0) continue
    const { start } = sentenceAround(view, place)
    const before = view.lower.slice(Math.max(start, money.start - 170), money.start)
    if (!pays.test(before) || negative.test(before.slice(-120))) continue
    const match = per.exec(view.lower.slice(money.end, money.end + 30))
    const unit = match === null ? 'one-off' : (periods[match[1] ?? match[2] ?? ''] ?? match[1] ?? 'one-off')
    return {
      key: 'price',
      value: { amount: money.amount, currency: money.currency, unit },
      sure: false,
      start: money.start,
      end: money.end,
    }
  }
  return undefined
}
