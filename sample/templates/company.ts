// Who can sign: the two companies of the sample and how a party is introduced.

import type { Signature } from './agreement.ts'
import { longDate, type Style } from './words.ts'

export type Company = {
  name: string
  form: string
  address: string
  signer: string
  role: string
}

export type OurSide = 'berlin' | 'boston'

export const OUR_COMPANIES: Record<OurSide, Company> = {
  berlin: {
    name: 'Lindenmoor Systems GmbH',
    form: 'a limited company registered at the local court of Charlottenburg, Berlin, under HRB 204418 B',
    address: 'Köpenicker Straße 48, 10179 Berlin, Germany',
    signer: 'Helen Marchetti',
    role: 'Managing Director and Chief Financial Officer',
  },
  boston: {
    name: 'Lindenmoor Systems Inc.',
    form: 'a Delaware corporation',
    address: '210 Summer Street, Suite 900, Boston, MA 02110, United States',
    signer: 'Helen Marchetti',
    role: 'Treasurer',
  },
}

/** American paper for the Boston company, European for Berlin. */
export function styleOf(side: OurSide): Style {
  return side === 'boston' ? 'american' : 'european'
}

/** "Penhallow Freight Ltd, a private company ..., of Unit 6, ... (the "Customer")" */
export function introduced(company: Company, called: string): string {
  return `${company.name}, ${company.form}, of ${company.address} ("${called}")`
}

export type Signing = { side: OurSide; counterparty: Company; signedOn?: { us: string; them: string } | undefined }

/** Both signature blocks, with dates once signed. */
export function signatures({ side, counterparty, signedOn }: Signing): Signature[] {
  const ours = OUR_COMPANIES[side]
  const style = styleOf(side)
  return [
    { company: ours.name, name: ours.signer, role: ours.role, signedOn: signedOn && longDate(signedOn.us, style) },
    {
      company: counterparty.name,
      name: counterparty.signer,
      role: counterparty.role,
      signedOn: signedOn && longDate(signedOn.them, style),
    },
  ]
}
