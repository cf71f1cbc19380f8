// The labelled contracts beside the project, if they are there, in the shapes that the reader's fields have.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type DateLabel = { value: string | null; status: string; raw?: string }
export type LabelSpan = { text: string; at?: [number, number][] }
type Spanned<Value> = { value: Value; spans?: LabelSpan[]; pattern?: string }
export type Labels = {
  parties: { value: { name: string; aliases: string[] }[]; spans: LabelSpan[] }
  agreement_date: DateLabel & { spans: LabelSpan[] }
  effective_date: DateLabel & { spans: LabelSpan[] }
  expiration_date: DateLabel & { spans: LabelSpan[] }
  renewal_term: Spanned<{ count: number; unit: string } | null>
  notice_period_to_terminate_renewal: Spanned<{ count: number; unit: string } | null>
  governing_law: Spanned<string[] | null>
  cap_on_liability: Spanned<boolean>
} & Record<string, { value: unknown; spans?: LabelSpan[] }>

export type HandLabels = {
  id: string
  renewal_kind?: string
  auto_renewal?: boolean
  renewal_kind_source?: string
  payment_terms?: { present: boolean; days: number | null; from: string; redacted: boolean }
  liability_cap_monetary?: { present: boolean; basis: string; amount: string | null }
  sla_uptime_percent?: { values: number[] }
}

export type LabelledContract = {
  id: string
  type: string
  text: string
  labels: Labels
  hand: HandLabels | undefined
  isHeldOut: boolean
  isClosed: boolean
}

const folder = fileURLToPath(new URL('../../shared/corpus/contracts', import.meta.url))

/** Whether the labelled contracts lie beside the project. */
export const hasCorpus = (): boolean => existsSync(join(folder, 'labels.jsonl'))

/** Every third contract by number is held out: clause types are never trained on it. */
export const isHeldOut = (id: string): boolean => Number(id.slice(1)) % 3 === 0

/** Every fourth one of those stays closed to the rules of fields as well; the others were opened to them. */
export const isClosed = (id: string): boolean => Number(id.slice(1)) % 12 === 0

/** All labelled contracts, in the order of their ids. */
export function readCorpus(): LabelledContract[] {
  const hand = new Map(linesOf<HandLabels>('hand-labels.jsonl').map((label) => [label.id, label]))
  return linesOf<{ id: string; contract_type: string; text: string; labels: Labels }>('labels.jsonl').map((line) => ({
    id: line.id,
    type: line.contract_type,
    text: readFileSync(join(folder, line.text), 'utf8'),
    labels: line.labels,
    hand: hand.get(line.id),
    isHeldOut: isHeldOut(line.id),
    isClosed: isClosed(line.id),
  }))
}

function linesOf<Line>(name: string): Line[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line)
}
