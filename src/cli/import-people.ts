// `throughline people import people.csv`: colleagues with their teams, managers and roles.
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Role } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import { Hours, Zone } from '../contracts/working-time.ts'
import type { Store } from '../store/store.ts'

const empty = (text: string) => (text.trim() === '' ? undefined : text.trim())
const optional = z.string().default('').transform(empty)

const Row = z.object({
  email: z.email().transform((email) => email.toLowerCase()),
  name: z.string().min(1),
  team: optional,
  manager: optional,
  roles: z
    .string()
    .default('')
    .transform((text) => text.split(/[;,\s]+/).filter(Boolean))
    .pipe(z.array(Role)),
  zone: optional.pipe(Zone.optional()),
  hours: optional.pipe(Hours.optional()),
})
type Row = z.output<typeof Row>

/** Makes or changes each person named; the whole file is checked before anything is changed. */
export const importPeople = async (store: Store, path: string, by: string): Promise<number> => {
  const rows = readRows(await readFile(path, 'utf8'))
  for (const row of rows) await store.people.ensure({ email: row.email, name: row.name, standing: 'member' })
  for (const row of rows) await changePerson(store, row, by)
  return rows.length
}

const readRows = (csv: string): Row[] => {
  const raw = parse(csv, { columns: true, bom: true, skip_empty_lines: true, trim: true }) as unknown[]
  return raw.map((one, index) => {
    const row = Row.safeParse(one)
    if (row.success) return row.data
    const problems = row.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    throw new Refusal('invalid', `Row ${index + 2} of the people file can't be used: ${problems}.`, {
      next: 'Columns: email, name, team, manager, roles, zone, hours. Nobody was changed.',
    })
  })
}

const changePerson = async (store: Store, row: Row, by: string): Promise<void> => {
  const person = await store.people.ofEmail(row.email)
  if (!person) throw new Error(`${row.email} is not there after it was made`)
  const manager = row.manager === undefined ? undefined : await store.people.ofEmail(row.manager.toLowerCase())
  if (row.manager && !manager)
    throw new Refusal('not-found', `The manager ${row.manager} of ${row.email} is not known.`, { next: 'Add a row for the manager.' })
  await store.people.change(
    person.id,
    {
      name: row.name,
      roles: row.roles,
      team: row.team ?? null,
      manager: manager?.id ?? null,
      zone: row.zone ?? null,
      hours: row.hours ?? null,
    },
    by,
    'import',
  )
}
