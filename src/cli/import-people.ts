// `throughline people import people.csv`: colleagues with their teams, managers and roles.
import { z } from 'zod'
import { Role } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import { Hours, Zone } from '../contracts/working-time.ts'
import type { PersonChange, Store } from '../store/store.ts'
import { readCsv } from './read-csv.ts'

/** What an empty cell takes back. */
const orNothing = <Schema extends z.ZodType<unknown, string>>(schema: Schema) => z.union([z.literal('').transform(() => null), schema])
const email = z.email('an e-mail address such as lee@acme.example').transform((address) => address.toLowerCase())

/** A column that the file does not have stays as it is with everybody. */
const Row = z.object({
  email,
  name: z.string().min(1, 'a name'),
  team: orNothing(z.string().max(60).toLowerCase()).optional(),
  manager: orNothing(email).optional(),
  roles: z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[;,\s]+/)
        .filter(Boolean),
    )
    .pipe(z.array(Role))
    .optional(),
  zone: orNothing(Zone).optional(),
  hours: orNothing(Hours).optional(),
})
type Row = z.output<typeof Row>

const columns = Object.keys(Row.shape)

/** Makes or changes each person named; the whole file is checked before anything is changed. */
export const importPeople = async (store: Store, path: string, by: string): Promise<number> => {
  const rows = (await readCsv(path, { known: columns })).map(readRow)
  refuseTwins(rows)
  for (const row of rows) await refuseStrangeManager(store, row, rows)
  for (const { email, name } of rows) await store.people.ensure({ email, name, standing: 'member' })
  for (const row of rows) await changePerson(store, row, by)
  return rows.length
}

const unchanged = 'Nobody was changed.'

const readRow = (cells: unknown, index: number): Row => {
  const row = Row.safeParse(cells)
  if (row.success) return row.data
  const problems = row.error.issues.map((issue) => `${String(issue.path[0])} must be ${wantedBy(issue)}`).join('; ')
  throw new Refusal('invalid', `Row ${index + 2} of the people file can't be used: ${problems}.`, {
    next: `Columns: ${columns.join(', ')}. ${unchanged}`,
  })
}

const wantedBy = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_union') return issue.errors.flat().findLast((one) => one.code !== 'invalid_value')?.message ?? issue.message
  return issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.code === 'invalid_type' ? 'there' : issue.message
}

const refuseTwins = (rows: readonly Row[]): void => {
  const twin = rows.find((row, index) => rows.findIndex((other) => other.email === row.email) < index)
  if (twin) throw new Refusal('invalid', `${twin.email} has two rows.`, { next: `Keep one of them. ${unchanged}` })
}

const refuseStrangeManager = async (store: Store, { email, manager }: Row, rows: readonly Row[]): Promise<void> => {
  if (!manager) return
  if (manager === email) throw new Refusal('invalid', `${email} can't be their own manager.`, { next: unchanged })
  if (rows.some((row) => row.email === manager) || (await store.people.ofEmail(manager))) return
  throw new Refusal('not-found', `The manager ${manager} of ${email} is not known.`, { next: `Add a row for the manager. ${unchanged}` })
}

const changePerson = async (store: Store, { email, manager, ...told }: Row, by: string): Promise<void> => {
  const person = await store.people.ofEmail(email)
  if (!person) throw new Error(`${email} is not there after it was made`)
  const managed = manager ? (await store.people.ofEmail(manager))?.id : manager
  const given = Object.entries({ ...told, manager: managed }).filter(([, value]) => value !== undefined)
  await store.people.change(person.id, Object.fromEntries(given) as PersonChange, by, 'import')
}
