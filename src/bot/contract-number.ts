// A contract's number as people type it.

/** `C-142`, `c142` and what phones make of the dash; a colon or comma behind it is not part of it. */
export const contractNumber = (typed: string | undefined): string | undefined => {
  const digits = /^#?c[-‐‑–—_ ]?0*([1-9]\d{0,8})[:,.;]?$/i.exec(typed?.trim() ?? '')?.[1]
  return digits && `C-${digits}`
}
