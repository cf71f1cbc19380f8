// The registry: every command that people can ask, one line each; the order is the order of help.
import type { AnyCommand } from '../bot/command.ts'
import { contractAudit } from './contract/audit.ts'
import { contractChanges } from './contract/changes.ts'
import { contractDecide } from './contract/decide.ts'
import { contractFile } from './contract/file.ts'
import { contractFind } from './contract/find.ts'
import { contractGrant } from './contract/grant.ts'
import { contractLink } from './contract/link.ts'
import { contractNew } from './contract/new.ts'
import { contractNote } from './contract/note.ts'
import { contractRestrict } from './contract/restrict.ts'
import { contractSet } from './contract/set.ts'
import { contractShow } from './contract/show.ts'
import { contractTalk } from './contract/talk.ts'
import { contractUnlink } from './contract/unlink.ts'
import { contractUpload } from './contract/upload.ts'
import { contractVerify } from './contract/verify.ts'
import { contractWhy } from './contract/why.ts'
import { contractWiden } from './contract/widen.ts'
import { familyAdd } from './family/add.ts'
import { familyRemove } from './family/remove.ts'
import { fieldAdd } from './field/add.ts'
import { fieldList } from './field/list.ts'
import { fieldRestore } from './field/restore.ts'
import { fieldRetire } from './field/retire.ts'
import { fieldSet } from './field/set.ts'
import { fieldShow } from './field/show.ts'
import { help } from './general/help.ts'
import { home } from './general/home.ts'
import { whoami } from './general/whoami.ts'
import { obligationAdd } from './obligation/add.ts'
import { obligationConfirm } from './obligation/confirm.ts'
import { obligationDismiss } from './obligation/dismiss.ts'
import { obligationDone } from './obligation/done.ts'
import { obligationDrop } from './obligation/drop.ts'
import { obligationList } from './obligation/list.ts'
import { personList } from './person/list.ts'
import { personSet } from './person/set.ts'
import { personShow } from './person/show.ts'
import { reviewChange } from './review/change.ts'
import { reviewConfirm } from './review/confirm.ts'
import { reviewDismiss } from './review/dismiss.ts'
import { reviewList } from './review/list.ts'
import { reviewNext } from './review/next.ts'
import { usageImport } from './usage/import.ts'
import { usageList } from './usage/list.ts'
import { usageSet } from './usage/set.ts'

export const commands: readonly AnyCommand[] = [
  contractFind,
  contractShow,
  contractLink,
  contractTalk,
  contractWhy,
  contractNew,
  contractSet,
  contractUpload,
  contractFile,
  contractChanges,
  contractUnlink,
  contractWiden,
  contractNote,
  contractDecide,
  contractGrant,
  contractRestrict,
  contractAudit,
  contractVerify,
  familyAdd,
  familyRemove,
  reviewList,
  reviewNext,
  reviewConfirm,
  reviewChange,
  reviewDismiss,
  obligationList,
  obligationAdd,
  obligationDone,
  obligationDrop,
  obligationConfirm,
  obligationDismiss,
  usageSet,
  usageList,
  usageImport,
  fieldList,
  fieldShow,
  fieldAdd,
  fieldSet,
  fieldRetire,
  fieldRestore,
  personShow,
  personList,
  personSet,
  home,
  help,
  whoami,
]
