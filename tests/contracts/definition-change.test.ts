// The fold of definitions: what each change makes of the one before, whatever the entries, in whatever portions they are read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bundledDefinitions,
  changed,
  type DefinitionChange,
  DefinitionChange as DefinitionChangeSchema,
  type Definitions,
  foldDefinition,
  newDefinition,
} from '../../src/contracts/definition-change.ts'
import { FieldDefinition } from '../../src/contracts/field-definition.ts'
import { chain, type Draft, type Entry, genesis } from '../../src/contracts/record/entry.ts'
import { openEntry } from '../../src/contracts/record/open-entry.ts'

const entriesOf = (changes: readonly { key: string; change: unknown; by?: string }[]): Entry[] => {
  let head = genesis('COMPANY')
  return changes.map(({ key, change, by = 'P-1' }, index) => {
    const draft = { kind: 'field_definition', key: `field_definition:${index}`, actor: by, source: 'test', payload: { key, change } }
    const entry = chain('COMPANY', head, draft as Draft, '2026-11-24T10:00:00.000Z')
    head = entry
    return entry
  })
}

const fold = (definitions: Definitions, entries: readonly Entry[]): Definitions =>
  entries.reduce((folded, entry) => {
    const opened = openEntry(entry)
    return opened?.kind === 'field_definition' ? foldDefinition(folded, opened) : folded
  }, definitions)

const folded = (...changes: { key: string; change: unknown; by?: string }[]) => fold(bundledDefinitions, entriesOf(changes))

describe('a change', () => {
  it('keeps what it does not name, takes away by null, and counts', () => {
    const after = folded(
      { key: 'seats', change: { standard: 100, most: 500 } },
      { key: 'seats', change: { standard: null, label: 'Places' } },
    )
    const before = bundledDefinitions.get('seats')?.definition
    expect(after.get('seats')?.definition).toEqual({ ...before, most: 500, label: 'Places', version: 2 })
    expect(after.get('seats')?.versions.map(({ version }) => version)).toEqual([1, 2])
    expect([...after.keys()]).toEqual([...bundledDefinitions.keys()])
  })

  it('of a key that nothing defines begins a field, behind all others', () => {
    const after = folded({ key: 'dataResidency', change: { label: 'Data residency', type: 'choice', choices: ['eu'] }, by: 'P-9' })
    expect([...after.keys()].at(-1)).toBe('dataResidency')
    expect(after.get('dataResidency')?.definition).toEqual({
      ...newDefinition('dataResidency'),
      ...{ label: 'Data residency', type: 'choice', choices: ['eu'], version: 1 },
    })
    expect(after.get('dataResidency')?.versions[0]?.by).toBe('P-9')
  })

  it.each([
    [{ shape: 'round' }],
    [{ type: 'sculpture' }],
    [{ label: '' }],
    [{ label: null }],
    [{ contractTypes: ['lease'] }],
    [{ least: 'low' }],
  ])('that this program can not read (%j) leaves the field as it was, and still counts', (change) => {
    const after = folded({ key: 'seats', change })
    expect(after.get('seats')?.definition).toEqual({ ...bundledDefinitions.get('seats')?.definition, version: 1 })
    const later = folded({ key: 'seats', change }, { key: 'seats', change: { label: 'Places' } })
    expect(later.get('seats')?.definition).toMatchObject({ label: 'Places', version: 2 })
  })

  it('never touches what was folded before it', () => {
    const before = folded({ key: 'seats', change: { label: 'Places' } })
    const kept = structuredClone([...before])
    fold(before, entriesOf([{ key: 'seats', change: { label: 'Chairs' } }]))
    expect([...before]).toEqual(kept)
  })
})

const change: fc.Arbitrary<DefinitionChange> = fc.record(
  {
    label: fc.string({ minLength: 1, maxLength: 60 }),
    least: fc.option(fc.integer(), { nil: null }),
    most: fc.option(fc.integer(), { nil: null }),
    standard: fc.option(fc.oneof(fc.integer(), fc.boolean(), fc.string()), { nil: null }),
    aliases: fc.array(fc.string({ maxLength: 10 }), { maxLength: 3 }),
    audience: fc.constantFrom('internal' as const, 'shared' as const),
    retired: fc.boolean(),
  },
  { requiredKeys: [] },
)
const changes = fc.array(fc.record({ key: fc.constantFrom('seats', 'governingLaw', 'myOwn', 'another'), change }), { maxLength: 12 })

describe('whatever is changed', () => {
  it('folds the same in one portion as in any two', () => {
    fc.assert(
      fc.property(changes, fc.nat(12), (all, cut) => {
        const entries = entriesOf(all)
        const inTwo = fold(fold(bundledDefinitions, entries.slice(0, cut)), entries.slice(cut))
        expect([...inTwo]).toEqual([...fold(bundledDefinitions, entries)])
      }),
    )
  })

  it('makes definitions, one version an entry, and the versions replayed make the same definition', () => {
    fc.assert(
      fc.property(changes, (all) => {
        for (const [key, { definition, versions }] of folded(...all)) {
          expect(FieldDefinition.safeParse(definition).success).toBe(true)
          expect(definition.version).toBe(versions.length)
          const begun = bundledDefinitions.get(key)?.definition ?? newDefinition(key)
          expect(versions.reduce((before, version) => changed(before, version.change), begun)).toEqual(definition)
        }
      }),
    )
  })

  it('is what the schema of changes takes', () => {
    fc.assert(
      fc.property(change, (one) => {
        expect(DefinitionChangeSchema.safeParse(one).success).toBe(true)
      }),
    )
  })
})
