// The verdict on a record: how many entries, intact or not, and which entry is at fault.
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { ChainReport, Fault } from '../../contracts/record/verify.ts'
import { type Card, card, context, heading, text } from '../card.ts'

export const verifiedCard = (
  contract: Contract,
  report: ChainReport | undefined,
  anchorFaults: readonly Fault[],
  anchors: number,
): Card => {
  const entries = report?.entries ?? 0
  const faults = [...(report?.faults ?? []), ...anchorFaults]
  const title = heading(`Record of ${contract.id} ${titleOf(contract)}`)
  if (report && faults.length === 0) {
    const line = `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'}, chain intact.`
    return card(`${contract.id}: ${line}`, title, text(line, 'good'), context(detailsOf(report, anchors)))
  }
  const lines = faults.slice(0, 10).map((fault) => `Entry ${fault.seq} ${fault.text}.`)
  const more = faults.length > 10 ? [context(`${faults.length - 10} more faults: throughline verify --contract ${contract.id}`)] : []
  return card(
    `${contract.id}: the record is NOT intact. ${lines[0] ?? 'It has no entries.'}`,
    title,
    text('The record is not intact.', 'bad'),
    (lines.length > 0 ? lines : ['It has no entries.']).map((line) => text(line)),
    more,
    context('Tell your administrator, and keep the database and the anchors file as they are.'),
  )
}

const detailsOf = (report: ChainReport, anchors: number): string =>
  [
    `Head ${report.head?.hash.slice(0, 12) ?? 'none'}`,
    `${report.erased} erased`,
    `${report.gaps} gaps`,
    anchors > 0 ? `agrees with ${anchors} signed anchor${anchors === 1 ? '' : 's'}` : 'no anchor was signed yet',
  ].join(', ')
