// What elements of HTML mean for a text that is read.

const words = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that begin and end on a line of their own. */
export const blocks = words(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead title tr ul',
)

/** Elements that part the words before them from those inside, be it on the same line. */
export const separating: ReadonlySet<string> = new Set([...blocks, 'td', 'th', 'br'])

/** Elements whose inside no page shows. */
export const unread = words('script style title template noscript iframe noframes noembed svg math audio video canvas datalist xml')

/** Elements that never have an inside. */
export const voids = words('area base br col embed hr img input link meta param source track wbr')

/** Whether a page hides what stands inside, by its own words; style sheets are not read. */
export function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.has('hidden')) return true
  const style = attributes.get('style')
  return style !== undefined && /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse))/i.test(style)
}
