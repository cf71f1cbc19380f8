// Usage as cards: what is used of what is allowed, and the warning where that comes near or goes above.
import { showDay } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { definitionOf, showFieldValue } from '../../contracts/fields.ts'
import { type Measured, measuredUsage } from '../../contracts/usage.ts'
import type { ListedContracts } from '../../store/store.ts'
import { buttons, type Card, type CardElement, card, context, type Fact, heading, text } from '../card.ts'
import { counted } from '../counted.ts'
import type { ImportedUsage } from '../import-usage.ts'

type Definitions = readonly FieldDefinition[]

/** "480 of 500 seats (96 %)" */
const shareWords = ({ field, usage, limit, share }: Measured, definitions: Definitions): string => {
  const definition = definitionOf(definitions, field)
  const most = showFieldValue(definition, limit.most, String)
  return `${usage.value.toLocaleString('en')} of ${most}${limit.most > 0 ? ` (${Math.floor(share * 100)} %)` : ''}`
}

const nearWords = (measured: Measured, definitions: Definitions): string => {
  const { field, limit, nearness, usage } = measured
  const what = nearness === 'over' ? 'above the limit' : usage.value === limit.most ? 'at the limit' : 'near the limit'
  const hangs = limit.obligation ? `; above it ${limit.obligation.id} is owed: ${limit.obligation.what}` : ''
  return `${definitionOf(definitions, field).label}: ${shareWords(measured, definitions)}, ${what}${hangs}`
}

const warnings = (measured: readonly Measured[], definitions: Definitions): CardElement[] =>
  measured
    .filter(({ nearness }) => nearness !== 'below')
    .map((one) => text(nearWords(one, definitions), one.nearness === 'over' ? 'bad' : 'warning'))

/** What one contract uses; `said` is what was just recorded, `writes`: its reader may record more. */
export const usageCard = (contract: Contract, definitions: Definitions, { said, writes }: { said?: string; writes: boolean }): Card => {
  const title = `${contract.id} ${titleOf(contract)}`
  const measured = measuredUsage(contract)
  const facts = Object.entries(contract.usage).map(([field, { value, on, source }]): Fact => {
    const definition = definitionOf(definitions, field)
    const limit = measured.find((one) => one.field === field && !one.limit.obligation)
    return {
      label: definition.label,
      value: limit ? shareWords(limit, definitions) : `${showFieldValue(definition, value, String)}; no limit is known`,
      note: [`counted ${showDay(on)}`, source].filter(Boolean).join(', '),
    }
  })
  const told = measured.filter(({ nearness }) => nearness !== 'below').map((one) => nearWords(one, definitions))
  return card(
    [said, told.length > 0 ? told.join('. ') : usedWords(title, facts)].filter(Boolean).join(' '),
    heading(title),
    said !== undefined && text(said, 'good'),
    warnings(measured, definitions),
    facts.length > 0 ? { type: 'facts', facts } : text('Nothing is counted for it yet.'),
    facts.length === 0 && writes && context(`Record it: usage set ${contract.id} seats=480`),
    buttons({ label: 'Show', command: `show ${contract.id}` }),
  )
}

const usedWords = (title: string, facts: readonly Fact[]): string =>
  facts.length === 0
    ? `Nothing is counted for ${title} yet.`
    : `${title}: ${facts.map(({ label, value }) => `${label} ${value}`).join('; ')}`

/** For the owner, alone: once, when it happens. */
export const nearLimitCard = (contract: Contract, crossed: readonly Measured[], definitions: Definitions): Card =>
  card(
    `${contract.id} ${titleOf(contract)}: ${crossed.map((one) => nearWords(one, definitions)).join('. ')}`,
    heading(`${contract.id} ${titleOf(contract)}`),
    warnings(crossed, definitions),
    buttons({ label: 'Show', command: `show ${contract.id}` }, { label: 'Usage', command: `usage list ${contract.id}` }),
  )

/** Contracts of which much or all is used, those above their limit first. */
export const nearLimitsCard = ({ contracts, isAll }: ListedContracts, definitions: Definitions): Card => {
  const rows = contracts.flatMap((contract) =>
    measuredUsage(contract)
      .filter(({ nearness }) => nearness !== 'below')
      .map((one) => ({
        cells: [
          `${contract.id} ${titleOf(contract)}`,
          definitionOf(definitions, one.field).label,
          shareWords(one, definitions),
          one.nearness === 'over' ? 'above' : 'near',
        ],
        command: `usage list ${contract.id}`,
      })),
  )
  if (rows.length === 0)
    return card('No contract is near a limit.', text('No contract is near a limit.'), context('What is counted: usage set C-142 seats=480'))
  const line = `${counted(rows.length, 'limit')} near or exceeded`
  const columns = [{ label: 'Contract' }, { label: 'What' }, { label: 'Used' }, { label: 'Limit' }]
  return card(line, !isAll && context('These are of the 200 contracts that are furthest above or nearest to a limit.'), {
    type: 'table',
    caption: line,
    columns,
    rows,
  })
}

const shownProblems = 10

export const importedUsageCard = ({ recorded, contracts, crossed, problems }: ImportedUsage, definitions: Definitions): Card => {
  const line = `${counted(recorded, 'count')} recorded for ${counted(contracts, 'contract')}${problems.length > 0 ? `; ${counted(problems.length, 'row')} could not be used` : ''}.`
  const more = problems.length - shownProblems
  return card(
    line,
    text(line, problems.length > 0 ? 'warning' : 'good'),
    problems.slice(0, shownProblems).map((problem) => text(problem)),
    more > 0 && context(`${more} more rows could not be used; mend these and send the table again: what is recorded stays as it is.`),
    crossed.flatMap(({ contract, measured }) => [heading(`${contract.id} ${titleOf(contract)}`), ...warnings(measured, definitions)]),
    buttons({ label: 'Near a limit', command: 'usage list' }),
  )
}
