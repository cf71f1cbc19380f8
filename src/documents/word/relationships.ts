// How the parts of a Word file hang together, and what of it lies outside the file.
import { attribute, scanXml } from './xml.ts'

export type Relationship = { type: string; target: string; isExternal: boolean }

/** Reads a relationships part; `type` is the last word of its address, such as "header". */
export function readRelationships(xml: string): Relationship[] {
  const found: Relationship[] = []
  scanXml(xml, {
    open(name, tag) {
      if (!name.endsWith('Relationship')) return
      found.push({
        type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
        target: attribute(tag, 'Target') ?? '',
        isExternal: attribute(tag, 'TargetMode')?.toLowerCase() === 'external',
      })
    },
    close() {},
    wantsText: () => false,
    text() {},
  })
  return found
}

/** Where a part's relationships are written. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** The part that a relationship of another part points to; it cannot leave the archive. */
export function targetPart(from: string, target: string): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const path: string[] = []
  for (const step of [...base, ...target.split('/')]) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** Whether an address may be kept as a link: the web and mail, no script, no local file. */
export function isLinkAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(address)
}
