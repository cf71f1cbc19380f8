// Colours of a terminal, or none at all.
import type { Tone } from '../card.ts'

type Brush = (line: string) => string

export type Paint = { heading: Brush; quiet: Brush; tone(tone: Tone | undefined): Brush }

const plain: Brush = (line) => line
const escapeCode = String.fromCharCode(0x1b)
const brush =
  (code: number): Brush =>
  (line) =>
    line === '' ? line : `${escapeCode}[${code}m${line}${escapeCode}[0m`

const colours: Record<Tone, number> = { good: 32, warning: 33, bad: 31 }

export const painter = (colour: boolean): Paint =>
  colour
    ? { heading: brush(1), quiet: brush(2), tone: (tone) => (tone ? brush(colours[tone]) : plain) }
    : { heading: plain, quiet: plain, tone: () => plain }
