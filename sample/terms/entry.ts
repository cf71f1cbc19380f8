// One agreement of the sample as data: what the list says of it and the terms that its template takes.

import type { AmendmentTerms } from '../templates/amendment.ts'
import type { ProcessingTerms } from '../templates/data-processing.ts'
import type { HostingTerms } from '../templates/hosting-agreement.ts'
import type { MasterTerms } from '../templates/master-agreement.ts'
import type { DisclosureTerms } from '../templates/non-disclosure.ts'
import type { OrderTerms } from '../templates/order-form.ts'
import type { LevelTerms } from '../templates/service-levels.ts'
import type { WorkTerms } from '../templates/statement-of-work.ts'

type Facts = {
  file: string
  title: string
  owner: string
  team: string
  status: 'draft' | 'in-negotiation' | 'executed' | 'expired' | 'terminated'
  /** The last day of the term, ISO; absent where it has no fixed end or follows its master agreement. */
  expiration?: string
  /** Where the terms do not add up to a value by themselves. */
  value?: string
  restricted?: true
  /** Fields that the text states and its terms do not hold by themselves, by their keys. */
  states?: Record<string, string>
  /** A picture of the signed paper, without text. */
  scan?: true
}

export type Entry = Facts &
  (
    | { type: 'msa'; terms: MasterTerms }
    | { type: 'hosting'; terms: HostingTerms }
    | { type: 'order-form'; terms: OrderTerms }
    | { type: 'sow'; terms: WorkTerms }
    | { type: 'nda'; terms: DisclosureTerms }
    | { type: 'dpa'; terms: ProcessingTerms }
    | { type: 'sla'; terms: LevelTerms }
    | { type: 'amendment'; terms: AmendmentTerms }
  )
