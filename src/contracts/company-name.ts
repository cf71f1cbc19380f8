// Names of companies as people type them: folded for matching, so that "societe generale" finds "Société Générale S.A.".

/** Legal forms that say nothing about which company is meant. */
const legalForms = new Set(
  'ab ag as asa bv co company corp corporation gmbh inc incorporated kg kk limited llc llp lp ltd nv oy oyj plc pte pty sa sarl sas se spa srl the und and of'.split(
    ' ',
  ),
)

/** Lower case, no accents, dotted abbreviations closed up (`L.L.C.` is `llc`). */
export const foldCase = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/\b(?:\p{L}\.){2,}/gu, (dotted) => dotted.replaceAll('.', ''))
    .replace(/['’]/g, '')

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] => foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of a name that tell which company it is; all of them when it is made of nothing but legal forms. */
export const nameWords = (name: string): string[] => {
  const words = wordsOf(name)
  const telling = words.filter((word) => !legalForms.has(word))
  return telling.length > 0 ? telling : words
}

/** Whether a person of that company or e-mail domain belongs to the named company. Unsure is no. */
export const sameCompany = (named: string, person: { company: string | undefined; email: string | undefined }): boolean => {
  const name = nameWords(named)
  if (person.company !== undefined) return nameWords(person.company).join(' ') === name.join(' ')
  const label = person.email?.split('@')[1]?.split('.').at(-2)
  return label !== undefined && label.replace(/-/g, '') === name.join('')
}
