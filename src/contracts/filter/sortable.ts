// Numbers as text whose order is that of numbers.

const digits = 16
const spell = (bits: bigint): string => bits.toString(16).padStart(digits, '0')

/** The bits of a double, turned over where it is negative: sixteen characters. */
export const sortable = (value: number): string => {
  const view = new DataView(new ArrayBuffer(8))
  // Zero has two spellings, which are one number.
  view.setFloat64(0, value === 0 ? 0 : value)
  const bits = view.getBigUint64(0)
  return spell(value < 0 ? ~bits & 0xffffffffffffffffn : bits | 0x8000000000000000n)
}

/** The spelling of the nearest number below or above. */
export const besides = (spelled: string, step: 1 | -1): string => spell(BigInt(`0x${spelled}`) + BigInt(step))
