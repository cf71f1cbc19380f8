// Retiring a field and restoring it: one act with two directions.
import { z } from 'zod'
import type { Card } from './card.ts'
import { changeDefinition, refuseOldVersion } from './change-definition.ts'
import type { Context } from './command.ts'
import { definitionMeant } from './field-meant.ts'

export const retiringArguments = z.object({
  field: z.string(),
  confirm: z.stringbool().default(false),
  was: z.coerce.number().int().optional(),
})

/** `verb` is the command's own, for its buttons. */
export const setRetired = async (
  { args, person, app, invocation }: Context<z.output<typeof retiringArguments>>,
  verb: 'retire' | 'restore',
): Promise<Card> => {
  const retired = verb === 'retire'
  const definitions = await app.store.fields.list()
  const before = definitionMeant(definitions, args.field, (key) => `field ${verb} ${key}`)
  refuseOldVersion(before, args.was)
  const change = before.retired === retired ? {} : { retired }
  const line = `field ${verb} ${before.key}`
  return changeDefinition(app, { before, change, definitions, person, source: invocation.door, line, confirmed: args.confirm })
}
