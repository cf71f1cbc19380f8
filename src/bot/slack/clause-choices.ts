// The kinds of clause as choices of a form.
import { clauseTypes, showClause } from '../../contracts/clause-type.ts'

export const clauseChoices = clauseTypes.map((value) => ({ label: showClause(value), value }))
