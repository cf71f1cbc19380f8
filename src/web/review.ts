// The review form: values that were read of an uploaded document, each with its sentence, confirmed or changed in the browser.
import express, { type Request, type Response, type Router } from 'express'
import { counted } from '../bot/counted.ts'
import { parseFieldValue } from '../bot/field-values.ts'
import { settledWords, settleProposals, type Verdicts } from '../bot/settle-proposals.ts'
import { dayOf } from '../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../contracts/contract.ts'
import { countedEnd } from '../contracts/counted-end.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { definitionOf, showFieldValue } from '../contracts/fields.ts'
import { inReviewOrder, type Proposal, sourceOf } from '../contracts/proposal.ts'
import { Refusal } from '../contracts/refusal.ts'
import { linkMinutes } from '../contracts/signed-link.ts'
import { excerptOf, tellingWords } from '../contracts/telling-words.ts'
import { type LinkKey, renewed } from './link.ts'
import { sendPage } from './page.ts'
import { type Uploader, type UploadOptions, whoAsks } from './uploader.ts'

/** What the browser sent, by the names of the inputs. */
export type Sent = Record<string, unknown>

const verdicts = [
  ['confirm', 'Record this value'],
  ['dismiss', 'Not in this contract'],
  ['later', 'Later'],
] as const

/** Reads what the form sends. */
export const reviewBody = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 2_000 })

/** Adds the form of the upload page; the same personal link opens and sends it. */
export const addReview = (router: Router, options: UploadOptions): void => {
  router.get('/upload/:token/review', async (request, response) => {
    const asked = await whoAsks(options, request, response)
    if (asked) sendReview(response, asked.contract, await options.store.fields.list(), reviewAction(options, request.params.token))
  })
  router.post('/upload/:token/review', reviewBody, async (request, response) => {
    const asked = await whoAsks(options, request, response)
    if (asked) await settle(options, asked, request, response)
  })
}

/** Where the form is sent: by the personal link that its page was opened by, renewed, so that whoever records in steps has time for each. */
export const reviewAction = (link: LinkKey, token: unknown): string => `/upload/${encodeURIComponent(renewed(link, String(token)))}/review`

const settle = async (options: UploadOptions, { contract, person }: Uploader, request: Request, response: Response): Promise<void> => {
  const { store } = options
  const definitions = await store.fields.list()
  const sent = (request.body ?? {}) as Sent
  const today = dayOf(options.clock().toISOString(), options.zone)
  const read = await verdictsOf(contract, definitions, sent, (definition, typed) => parseFieldValue(definition, typed, { store, today }))
  const again = (errors: ReadonlyMap<string, string>, problem: string) =>
    sendReview(response, contract, definitions, reviewAction(options, request.params.token), { sent, errors, problem }, 422)
  if (read.errors.size > 0) return again(read.errors, `Nothing is recorded yet: ${counted(read.errors.size, 'value')} can't be as typed.`)
  if (read.verdicts.confirmed.length + read.verdicts.dismissed.length === 0)
    return again(new Map(), 'Nothing is recorded: choose for a value first, or correct it.')
  try {
    const act = { actor: person.id, source: 'upload page', definitions, was: wasOf(sent) }
    const settled = await settleProposals(store, contract, read.verdicts, act)
    sendReview(response, settled.contract, definitions, reviewAction(options, request.params.token), {
      said: settledWords(settled, definitions),
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    again(new Map(), error.inOneLine)
  }
}

type Parse = (definition: FieldDefinition, typed: string) => Promise<Proposal['value']>

/** The contract's last entry that the page knew. */
const wasOf = ({ was }: Sent): number | undefined => (/^\d{1,9}$/.test(String(was)) ? Number(was) : undefined)

/** A bad value is told beside its input, and nothing at all is recorded. */
const verdictsOf = async (contract: Contract, definitions: readonly FieldDefinition[], sent: Sent, parse: Parse) => {
  const confirmed: NonNullable<Verdicts['confirmed']>[number][] = []
  const dismissed: Proposal[] = []
  const errors = new Map<string, string>()
  for (const proposal of contract.proposals) {
    const definition = definitionOf(definitions, proposal.field)
    const typed = typedFor(sent, proposal, definition)
    const verdict = verdictOn(proposal, sent, typed)
    if (verdict === 'dismiss') dismissed.push(proposal)
    if (verdict !== 'confirm') continue
    if (typed === undefined) confirmed.push({ proposal })
    else {
      try {
        confirmed.push({ proposal, value: await parse(definition, typed) })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        errors.set(proposal.id, error.inOneLine)
      }
    }
  }
  return { verdicts: { confirmed, dismissed }, errors }
}

/** What somebody typed in the place of the value that was read. */
const typedFor = (sent: Sent, { id, value }: Proposal, definition: FieldDefinition): string | undefined => {
  const typed = sent[`value-${id}`]
  const isAltered = typed !== undefined && spaced(String(typed)) !== spaced(showFieldValue(definition, value, String))
  return isAltered ? String(typed) : undefined
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * What was chosen for a value stands, whichever button sends it. Whoever altered a value wants it recorded. What the page did not show is
 * not among the sure ones.
 */
const verdictOn = ({ id, sure }: Proposal, sent: Sent, typed: string | undefined): string => {
  const chosen = sent[`verdict-${id}`]
  if (chosen === 'confirm' || chosen === 'dismiss') return chosen
  const isSure = sent.settle === 'sure' && sure && sent[`value-${id}`] !== undefined
  return isSure || typed !== undefined ? 'confirm' : 'later'
}

type Again = { sent?: Sent; errors?: ReadonlyMap<string, string>; said?: string; problem?: string }

export const sendReview = (
  response: Response,
  contract: Contract,
  definitions: readonly FieldDefinition[],
  action: string,
  again: Again = {},
  status = 200,
): void =>
  sendPage(response, status, 'review', {
    contract: contract.id,
    title: titleOf(contract),
    minutes: linkMinutes,
    ...reviewForm(contract, contract.proposals, definitions, action, again),
  })

/** What the template of the form shows; what was typed before stays typed. */
export const reviewForm = (
  contract: Contract,
  waiting: readonly Proposal[],
  definitions: readonly FieldDefinition[],
  action: string,
  { sent = {}, errors, said, problem }: Again = {},
): object => {
  const proposals = inReviewOrder(waiting)
  return {
    action,
    was: contract.head.seq,
    said,
    problem,
    verdicts,
    sure: proposals.filter(({ sure }) => sure).length,
    intro: `${counted(proposals.length, 'value')} read; none counts before you record it. Where one is wrong, correct it.`,
    nothing: 'Nothing more waits.',
    proposals: proposals.map((proposal) => {
      const definition = definitionOf(definitions, proposal.field)
      const held = contract.fields[proposal.field]?.value
      return {
        id: proposal.id,
        label: definition.label,
        typed: sent[`value-${proposal.id}`] ?? showFieldValue(definition, proposal.value, String),
        verdict: sent[`verdict-${proposal.id}`] ?? 'later',
        error: errors?.get(proposal.id),
        ...evidenceShown(proposal),
        where: sourceOf(proposal.evidence),
        remarks: remarksOn(contract, proposal, held === undefined ? undefined : showFieldValue(definition, held, String)),
      }
    }),
  }
}

const remarksOn = (contract: Contract, proposal: Proposal, held: string | undefined): string[] => {
  const counted = proposal.field === 'expirationDate' ? countedEnd(contract, proposal, { withRead: true }) : undefined
  const remarks = [counted && `Counted: ${counted}.`, !proposal.sure && 'Please check.', held !== undefined && `Replaces ${held}.`]
  return remarks.filter((remark) => typeof remark === 'string')
}

/** So much of a sentence is read at a glance; what is longer is cut around the words that say the value, the whole behind it. */
const glance = 320

const evidenceShown = ({ value, evidence: { sentence } }: Proposal): object => {
  const excerpt = excerptOf(sentence, value, glance)
  const span = tellingWords(excerpt, value) ?? { start: 0, end: 0 }
  return {
    before: excerpt.slice(0, span.start),
    words: excerpt.slice(span.start, span.end),
    behind: excerpt.slice(span.end),
    whole: excerpt === sentence ? undefined : sentence,
  }
}
