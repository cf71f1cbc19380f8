// Where rare words stand in a text: rules look for these first and read only around them, so that long texts stay cheap.

/** Places of any of the words, in order, at most `most` of each; a hit within `apart` of the one before counts once. */
export function occurrences(
  lower: string,
  words: readonly string[],
  { most = 200, apart = 0, from = 0, to = lower.length } = {},
): number[] {
  const places: number[] = []
  for (const word of words) {
    let count = 0
    for (let at = lower.indexOf(word, from); at >= 0 && at < to && count < most; at = lower.indexOf(word, at + word.length)) {
      places.push(at)
      count++
    }
  }
  places.sort((one, other) => one - other)
  return apart === 0 ? places : places.filter((place, index) => index === 0 || place - (places[index - 1] ?? 0) > apart)
}
