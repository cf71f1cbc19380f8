// What is said of a document in which no value was found, so that silence is never taken for "nothing is in it".
import type { Contract } from '../contracts/contract.ts'
import type { AddedDocument } from './add-document.ts'

/** Nothing to say where something waits to be confirmed, or where a warning tells already that it could not be read. */
export const nothingRead = (contract: Contract, { document, read, known }: AddedDocument): string | undefined => {
  if (!read || !document.hasText) return undefined
  if (read.type === 'mail') return `A mail: what is attached was read, its own words were not. To keep them as talk: note ${contract.id}`
  const waits =
    contract.proposals.some(({ evidence }) => evidence.document === document.sha256) ||
    contract.waitingObligations.some((one) => one.document === document.sha256)
  if (waits || known) return undefined
  return `No value was found in it that ${contract.id} does not say already. To enter one by hand: set ${contract.id} expires=2027-12-31`
}

/** Whether it holds more than its clean text: what `changes` shows. */
export const holdsChanges = ({ read }: AddedDocument): boolean =>
  read !== undefined && read.revisions.length + read.comments.length + read.hiddenText.length > 0
