// A number with its word, as people write it: "1 value", "1,200 values".
export const counted = (count: number, word: string): string => `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`
