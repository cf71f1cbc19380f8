// Canonical JSON (RFC 8785 order): the one spelling of a value that is hashed and stored.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * One text for one value: keys sorted by UTF-16 unit, absent keys left out. A lone surrogate is written as its escape,
 * so what arrives broken from a platform is kept exactly and still is valid UTF-8 in the database.
 */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`)
  return `{${members.join(',')}}`
}

/** Whether two values are the same in the record; what is absent is the same as null. */
export const isSameJson = (one: unknown, other: unknown): boolean =>
  canonicalJson((one ?? null) as Json) === canonicalJson((other ?? null) as Json)

const isList = (value: object): value is readonly Json[] => Array.isArray(value)
