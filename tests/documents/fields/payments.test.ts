// Within how many days an amount is due, counted from what; and days that are no payment terms.
import { describe, expect, it } from 'vitest'
import type { PaymentTerms } from '../../../src/documents/fields/finding.ts'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

describe('payment terms', () => {
  it.each<[text: string, terms: [days: number | null, from: string] | undefined]>([
    ['Birch shall pay all undisputed invoices within thirty (30) days of receipt.', [30, 'invoice_receipt']],
    ['Payment terms are net 30 days from the date of invoice.', [30, 'invoice_date']],
    ['Payment terms: Net 45.', [45, 'unspecified']],
    ['All invoices are due and payable within 60 days of the date thereof.', [60, 'invoice_date']],
    ['Alder will invoice Birch monthly in arrears. Invoices are due net thirty (30) days.', [30, 'unspecified']],
    ['Customer will pay each invoice within forty-five (45) days after its receipt of such invoice.', [45, 'invoice_receipt']],
    ['Amounts due under each invoice shall be paid within thirty (30) days after the invoice date.', [30, 'invoice_date']],
    ['Royalties shall be paid within forty-five (45) days after the end of each calendar quarter.', [45, 'period_end']],
    ['Within thirty (30) days following the close of each month, Licensee shall pay Licensor the royalties due.', [30, 'period_end']],
    ['Licensee shall make payments no later than 20 days after the last day of each calendar quarter.', [20, 'period_end']],
    ['Payment shall be made within thirty (30) days of delivery of the Products.', [30, 'delivery']],
    ['Buyer shall pay the purchase price within ten (10) business days after shipment.', [10, 'delivery']],
    ['Birch shall pay Alder within fifteen (15) days of receipt of an invoice therefor.', [15, 'invoice_receipt']],
    ['The license fee shall be due and payable within ten (10) days of the Effective Date.', [10, 'effective_date']],
    ['The initial fee is payable within 30 days after execution of this Agreement.', [30, 'effective_date']],
    ['Payment is due thirty days after receipt of the monthly statement.', [30, 'statement_receipt']],
    ['Terms of payment shall be net thirty (30) days from date of invoice, subject to credit approval.', [30, 'invoice_date']],
    ['Invoices shall be payable within 30 days of issuance.', [30, 'invoice_date']],
    ['Customer agrees to pay within 30 days from the invoice receipt date.', [30, 'invoice_receipt']],
    ['Distributor shall pay for Products within [***] days of invoice.', [null, 'invoice_date']],
    ['Each invoice is payable within 14 days of the date on which it was issued.', [14, 'invoice_date']],
    ['Alder shall submit invoices and Birch shall pay such invoices within sixty (60) days of receipt thereof.', [60, 'invoice_receipt']],
    ['Birch shall remit payment to Alder within thirty (30) calendar days from the date an invoice is received.', [30, 'invoice_receipt']],
    ['Fees will be payable thirty (30) days from the date of the invoice.', [30, 'invoice_date']],
    ['Any overdue amounts shall bear interest after thirty (30) days.', undefined],
    ['Either party may terminate if the other fails to pay within thirty (30) days after notice.', undefined],
    ['Birch shall cure the breach within thirty (30) days.', undefined],
    ['Refunds shall be made within thirty (30) days of return.', undefined],
    ['Franchisee shall pay royalties on or before the tenth (10th) day of each month.', undefined],
    ["The parties shall pay undisputed amounts within thirty (30) days after the date of Alder's invoice.", [30, 'invoice_date']],
    ["Payment in full is due within ten (10) business days following Birch's receipt of the applicable invoice.", [10, 'invoice_receipt']],
    ['Unless otherwise agreed, payment shall be due thirty (30) days after the date of the respective invoice.', [30, 'invoice_date']],
    [
      'Such payment will be accompanied by a report and be made within 60 days following the end of each Contract Quarter.',
      [60, 'period_end'],
    ],
  ])('%s', (text, terms) => {
    const found = readFields(`This Agreement is made.\n\n${text}`).fields.find(({ key }) => key === 'paymentTerms')?.value as
      | PaymentTerms
      | undefined
    expect(found && [found.days, found.from]).toEqual(terms)
  })
})
