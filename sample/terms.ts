// All agreements of the sample, in the order in which the list names them.

import { CENTRAL_EUROPE_ENTRIES } from './terms/central-europe.ts'
import type { Entry } from './terms/entry.ts'
import { LARCHMERE_ENTRIES } from './terms/larchmere.ts'
import { MONTCLAR_ENTRIES } from './terms/montclar.ts'
import { NORTH_AMERICA_ENTRIES } from './terms/north-america.ts'
import { NORTHERN_EUROPE_ENTRIES } from './terms/northern-europe.ts'
import { PENHALLOW_ENTRIES } from './terms/penhallow.ts'
import { PENHALLOW_RENEWAL } from './terms/penhallow-renewal.ts'
import { PROSPECT_ENTRIES } from './terms/prospects.ts'
import { SUPPLIER_ENTRIES } from './terms/suppliers.ts'

export const ENTRIES: Entry[] = [
  ...PENHALLOW_ENTRIES,
  PENHALLOW_RENEWAL,
  ...MONTCLAR_ENTRIES,
  ...CENTRAL_EUROPE_ENTRIES,
  ...NORTHERN_EUROPE_ENTRIES,
  ...NORTH_AMERICA_ENTRIES,
  ...LARCHMERE_ENTRIES,
  ...PROSPECT_ENTRIES,
  ...SUPPLIER_ENTRIES,
]
