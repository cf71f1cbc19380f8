// From an entry of the sample to its agreement: the one place that knows which type takes which template.

import type { Entry } from '../terms/entry.ts'
import type { Agreement } from './agreement.ts'
import { amendment } from './amendment.ts'
import { dataProcessing } from './data-processing.ts'
import { hostingAgreement } from './hosting-agreement.ts'
import { masterAgreement } from './master-agreement.ts'
import { nonDisclosure } from './non-disclosure.ts'
import { orderForm } from './order-form.ts'
import { serviceLevels } from './service-levels.ts'
import { statementOfWork } from './statement-of-work.ts'

/** The agreement that an entry's template makes of its terms. */
export function agreementOf(entry: Entry): Agreement {
  switch (entry.type) {
    case 'msa':
      return masterAgreement(entry.terms)
    case 'hosting':
      return hostingAgreement(entry.terms)
    case 'order-form':
      return orderForm(entry.terms)
    case 'sow':
      return statementOfWork(entry.terms)
    case 'nda':
      return nonDisclosure(entry.terms)
    case 'dpa':
      return dataProcessing(entry.terms)
    case 'sla':
      return serviceLevels(entry.terms)
    case 'amendment':
      return amendment(entry.terms)
    default:
      return entry satisfies never
  }
}
