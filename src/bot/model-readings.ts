// What waits for the model is read by it, behind the answers: what it finds joins the proposals, and who gave the document is told.
import type { Contract } from '../contracts/contract.ts'
import { fieldsToRead, offeredValues, typeOfReading } from '../contracts/offered-values.ts'
import { maySee } from '../contracts/permission.ts'
import { type ProposedValue, proposedDrafts } from '../contracts/proposal.ts'
import { canonicalJson, type Json } from '../contracts/record/canonical-json.ts'
import { type FieldReader, FieldReaderAway } from '../documents/field-reader.ts'
import type { Reader } from '../documents/read-document.ts'
import type { ClaimedModelReading, ModelReadingOutcome, Store } from '../store/store.ts'
import { bellOf } from './bell.ts'
import type { Card } from './card.ts'
import { modelAwayCard, modelReadCard } from './cards/model-reading.ts'
import { claimedValues } from './propose-claims.ts'
import { maySeeTexts } from './schedule-model-reading.ts'
import { tellPerson } from './tell-person.ts'
import { workLoop } from './work-loop.ts'

export type ModelReadings = {
  /** Reads what is due now; how many documents that were. */
  readOnce(signal?: AbortSignal): Promise<number>
  /** Reads until the signal is aborted; what the model is asked then is given up, and asked again after the next start. */
  run(signal: AbortSignal): Promise<void>
}

export type ModelReadingOptions = {
  store: Store
  reader: Reader
  model: FieldReader
  worker: string
  clock: () => Date
  report: (line: string) => void
}

const atOnce = 3
const idleMs = 5_000
/** Half a minute, then twice as long each time: given up after some hours, or soon where its answers are of no use. */
const firstPauseMs = 30_000
const mostTries = { away: 10, answered: 3 }

export const createModelReadings = (options: ModelReadingOptions): ModelReadings => {
  const { store, worker, report } = options
  const readOnce = async (signal?: AbortSignal): Promise<number> => {
    const claimed = await store.modelReadings.claim(worker, atOnce)
    await Promise.all(claimed.map((one) => settleOne(options, one, signal)))
    return claimed.length
  }
  return {
    readOnce,
    run: (signal) =>
      workLoop(
        {
          step: () => readOnce(signal),
          bell: bellOf(store.modelReadings),
          idleMs,
          report: (error) => report(`The model's reading stopped for a moment: ${error instanceof Error ? error.message : error}`),
        },
        signal,
      ),
  }
}

const settleOne = async (options: ModelReadingOptions, claimed: ClaimedModelReading, signal?: AbortSignal): Promise<void> => {
  const { store, model, report } = options
  const outcome = await outcomeOf(options, claimed, signal)
  if (outcome.state === 'failed') {
    report(`The model did not read ${claimed.name} of ${claimed.contract}: ${outcome.reason}`)
    await tell(options, claimed, (contract) => modelAwayCard(contract, { ...claimed, model: model.name, reason: outcome.reason }))
  }
  await store.modelReadings.settle(claimed, outcome)
}

/** Without an answer it is asked again; a document that is not kept yet will be in a moment. */
const outcomeOf = async (
  options: ModelReadingOptions,
  claimed: ClaimedModelReading,
  signal: AbortSignal | undefined,
): Promise<ModelReadingOutcome> => {
  const { clock } = options
  const again = (reason: string, tries: number, most: number): ModelReadingOutcome => {
    if (tries >= most) return { state: 'failed', reason }
    const due = new Date(clock().getTime() + (tries < claimed.tries ? 0 : firstPauseMs * 2 ** (tries - 1))).toISOString()
    return { state: 'later', due, tries, reason }
  }
  try {
    return (await readByModel(options, claimed, signal)) ? { state: 'done' } : again('it is not kept', claimed.tries, mostTries.away)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    // Stopping is no failure of the model.
    if (signal?.aborted) return again(reason, claimed.tries - 1, Infinity)
    const answered = error instanceof FieldReaderAway && error.answered
    return again(reason, claimed.tries, answered ? mostTries.answered : mostTries.away)
  }
}

/** False: the document is not in the record. Whether the model may see it is asked right before it does. */
const readByModel = async (options: ModelReadingOptions, claimed: ClaimedModelReading, signal?: AbortSignal): Promise<boolean> => {
  const { store, reader, model } = options
  const { contract: id, document, name, actor, source, today } = claimed
  const reading = await reader.read(await store.files.read(document), name, { meaning: true })
  const contract = await store.contracts.state(id)
  if (!contract?.documents.some(({ sha256 }) => sha256 === document)) return false
  if (!reading.ok) throw new Error(reading.reason)
  if (!maySeeTexts(model, contract)) return true
  const read = reading.document
  const ofDocument = read.meaning?.type ?? 'other'
  const definitions = await store.fields.list()
  const asked = fieldsToRead(definitions, typeOfReading(contract, ofDocument))
  const values = await claimedValues(model, read, { store, today, definitions: asked, signal })
  const { contract: after } = await store.record.append(id, (now) =>
    proposedDrafts(now, newIn(now, offeredValues(now, values, { definitions, ofDocument })), {
      ...{ document, name, actor, source },
      reader: model.name,
    }),
  )
  const count = after.proposals.filter((one) => one.reader === model.name && one.evidence.document === document).length
  const partly = read.text.length > model.mostCharacters ? model.mostCharacters : undefined
  if (count > 0) await tell(options, claimed, (contract) => modelReadCard(contract, { name, model: model.name, count, partly }))
  return true
}

/** Without what waits already: the rules say it with more certainty. */
const newIn = (contract: Contract, values: readonly ProposedValue[]): ProposedValue[] => {
  const waiting = new Set(contract.proposals.map(({ field, value }) => `${field}:${canonicalJson(value as Json)}`))
  return values.filter(({ field, value }) => !waiting.has(`${field}:${canonicalJson(value as Json)}`))
}

/** Once a document, to whoever gave it and may still see the contract. */
const tell = async (
  { store }: ModelReadingOptions,
  { contract: id, document, actor }: ClaimedModelReading,
  card: (contract: Contract) => Card,
) => {
  const person = await store.people.get(actor)
  const contract = await store.contracts.state(id)
  if (person && contract && maySee(person, contract)) await tellPerson(store, person, `model:${id}:${document}`, card(contract))
}
