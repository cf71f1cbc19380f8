// The cards whose drawings are kept as files, by the names of these files.
import type { Card } from '../../../src/bot/card.ts'
import { audit } from './audit.card.ts'
import { contract } from './contract.card.ts'
import { contractFields } from './contract-fields.card.ts'
import { familyTree, inForce, termsOn } from './family.card.ts'
import { find } from './find.card.ts'
import { findCompared } from './find-compared.card.ts'
import { form } from './form.card.ts'
import { group } from './group.card.ts'
import { emptyHome, home } from './home.card.ts'
import { hostile } from './hostile.card.ts'
import { linked } from './linked.card.ts'
import { pickList } from './pick-list.card.ts'
import { modelAway, modelRead, obligations, proposals } from './proposals.card.ts'
import { refusal } from './refusal.card.ts'
import { table } from './table.card.ts'
import { talk } from './talk.card.ts'
import { upload } from './upload.card.ts'
import { verified } from './verified.card.ts'
import { why } from './why.card.ts'
import { wideTable } from './wide-table.card.ts'

export const cards: Record<string, Card> = {
  audit,
  contract,
  'contract-fields': contractFields,
  family: familyTree,
  find,
  'find-compared': findCompared,
  form,
  group,
  home,
  'home-empty': emptyHome,
  hostile,
  'in-force': inForce,
  linked,
  'model-away': modelAway,
  'model-read': modelRead,
  obligations,
  'pick-list': pickList,
  proposals,
  refusal,
  table,
  talk,
  'terms-on': termsOn,
  upload,
  verified,
  why,
  'wide-table': wideTable,
}
