// Contracts by name: the one that fits and no other, or a refusal that lists what could be meant.
import { ratio } from 'fuzzball'
import { nameWords, wordsOf } from '../contracts/company-name.ts'
import { type Contract, field, titleOf } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { type Choice, Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'

type Fit = { contract: Contract; score: number }

/** Of 100: two words this alike are one word typed wrong, and a winner must be so far before the next one. */
const alike = 80
/** Choices of a pick list; of more than these the list says that there are more. */
const mostChoices = 6
const clearly = 10

/** Those that the words name: by beginnings of words, and only where that finds none, by words that are nearly right. */
export const contractsNamed = async (store: Store, person: Person, name: string): Promise<{ fitting: Fit[]; nearest: Fit[] }> => {
  const found = await store.contracts.named(person, name.slice(0, 256), mostChoices + 1)
  const typed = nameWords(name.slice(0, 256))
  const begun = found.filter(({ contract }) => isNamedBy(contract, typed, (word, part) => word.startsWith(part)))
  const nearly = found.filter(({ contract }) => isNamedBy(contract, typed, (word, part) => ratio(word, part) >= alike))
  return { fitting: begun.length > 0 ? begun : nearly, nearest: found.slice(0, 3) }
}

/** Every typed word is a word of one of its names: one word in common is no name. */
const isNamedBy = (contract: Contract, typed: readonly string[], fits: (word: string, part: string) => boolean): boolean => {
  const names = [titleOf(contract), field(contract, 'counterparty') ?? '', ...(field(contract, 'parties') ?? [])].map(wordsOf)
  return typed.length > 0 && names.some((name) => typed.every((part) => name.some((word) => fits(word, part))))
}

export const clearWinner = ([first, second]: readonly Fit[]): Contract | undefined =>
  first && (!second || first.score - second.score >= clearly) ? first.contract : undefined

/** The only contract that fits; several are a pick list, none the nearest three and how to begin one. */
export const contractNamed = async (store: Store, person: Person, name: string, again: (contract: string) => string): Promise<Contract> => {
  const { fitting, nearest } = await contractsNamed(store, person, name)
  const winner = clearWinner(fitting)
  if (winner) return winner
  const shown = name.slice(0, 60)
  if (fitting.length > 0) {
    const choices = fitting.slice(0, mostChoices).map(({ contract }) => choiceOf(contract, again))
    const isMore = fitting.length > mostChoices
    throw new Refusal('ambiguous', `"${shown}" fits ${isMore ? `more than ${mostChoices}` : fitting.length} contracts.`, {
      next: `Pick one, or type its number.${isMore ? ` All of them: find ${shown}` : ''}`,
      choices,
    })
  }
  throw new Refusal('not-found', `No contract that you can see is called "${shown}".`, {
    next: `Look for its words: find ${shown}. Or begin it: contract new "${shown}"`,
    choices: nearest.map(({ contract }) => choiceOf(contract, again)),
  })
}

/** `C-142 Acme MSA (Acme Ltd)` */
export const choiceOf = (contract: Contract, again: (contract: string) => string): Choice => {
  const counterparty = field(contract, 'counterparty')
  const title = `${contract.id} ${titleOf(contract)}`
  return { label: counterparty ? `${title} (${counterparty})` : title, command: again(contract.id) }
}
