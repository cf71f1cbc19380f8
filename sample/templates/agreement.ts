// The neutral form of an agreement that every template returns and every renderer reads.

/** A numbered clause; its number comes from its place. Items become (a), (b), (c). */
export type Clause = string | { text: string; items: string[] }

export type Section = { heading: string; clauses: Clause[]; table?: Table }

export type Table = { header: string[]; rows: string[][] }

export type Signature = { company: string; name: string; role: string; signedOn?: string | undefined }

export type Comment = { author: string; at: string; text: string }

/**
 * Text may carry tracked changes, which only the .docx renderer shows:
 * `[[ins:Author|words]]`, `[[del:Author|words]]`, and `[[open:0]]words[[close:0]]` for words with comment 0.
 */
export type Agreement = {
  title: string
  subtitle?: string
  opening: string[]
  sections: Section[]
  annexes?: { title: string; paragraphs: string[]; table?: Table }[]
  closing: string
  signatures: Signature[]
  comments?: Comment[]
  changedAt?: string
}

/** One printed line of an agreement. `level` 0 is a heading, 1 a clause, 2 an item, 3 plain text. */
export type Line = { label: string; text: string; level: 0 | 1 | 2 | 3 }

/** The numbered lines of one section, `number` counted from 1. */
export function sectionLines(section: Section, number: number): Line[] {
  const clauses = section.clauses.flatMap((clause, index): Line[] => {
    const label = `${number}.${index + 1}`
    if (typeof clause === 'string') return [{ label, text: clause, level: 1 }]
    const items = clause.items.map((text, at): Line => ({ label: `(${String.fromCharCode(97 + at)})`, text, level: 2 }))
    return [{ label, text: clause.text, level: 1 }, ...items]
  })
  return [{ label: `${number}.`, text: section.heading, level: 0 }, ...clauses]
}

/** The rows under a signature line, the same in every format. */
export function signatureRows(signature: Signature): string[] {
  const signed = signature.signedOn
  return [
    `For ${signature.company}`,
    signed ? `Signed: ${signature.name}` : 'Signature: ______________________',
    `Name: ${signature.name}`,
    `Title: ${signature.role}`,
    `Date: ${signed ?? '______________________'}`,
  ]
}
