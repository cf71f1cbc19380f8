// Fields that are computed and never set: they are asked about like others, and stand in no record.
import { bundled } from './core-fields.ts'
import type { FieldDefinition } from './field-definition.ts'

export const computedFields: readonly FieldDefinition[] = [
  bundled('noticeDeadline', 'Notice deadline', 'date', { aliases: ['noticeby', 'deadline', 'noticedate'] }),
]
