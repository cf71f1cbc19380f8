// A link that says where it goes: only web and mail addresses, and no label that poses as another address.
import type { Link } from './card.ts'
import { oneLine } from './display-text.ts'

const allowed = new Set(['http:', 'https:', 'mailto:'])
const longest = 2000
// No .md and .zip: these are domains as well.
const fileName = /\.(?:docx?|pdf|txt|eml|csv|xlsx|json|png)$/i

/** The link as it may be offered, or undefined when its address is none that a person should open. */
export const safeLink = (link: Link): Link | undefined => {
  const url = URL.parse(link.url)
  if (!url || !allowed.has(url.protocol) || url.username || url.password || url.href.length > longest) return undefined
  const label = oneLine(link.label, url.host || 'link')
  const honest = !posesAsAddress(label) || [link.url, url.href, url.host].includes(label)
  return { label: honest ? label : `${label} (${url.host || url.pathname})`, url: url.href }
}

/** What is shown in place of a link that safeLink refuses. */
export const linkLeftOut = (link: Link): string => `${oneLine(link.label, 'Link')} (link left out: its address is not safe to open)`

const posesAsAddress = (label: string): boolean =>
  label.includes('://') || label.split(/[\s/|]+/).some((word) => /[\p{L}\p{N}]\.\p{L}{2,}/u.test(word) && !fileName.test(word))
