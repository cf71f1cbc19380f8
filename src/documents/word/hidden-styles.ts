// Styles whose text Word does not show.
import { attribute, scanXml } from './xml.ts'

type Style = { basedOn: string; hides: boolean }

/** The identifiers of styles that hide their text, by themselves or through the style that they are based on. */
export function readHiddenStyles(xml: string): Set<string> {
  const styles = readStyles(xml)
  const hidden = new Set([...styles].filter(([, style]) => style.hides).map(([id]) => id))
  // Word allows ten steps from a style to its base and no more.
  for (let step = 0; step < 10 && hidden.size > 0; step++) {
    for (const [id, style] of styles) if (hidden.has(style.basedOn)) hidden.add(id)
  }
  return hidden
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  scanXml(xml, {
    open(name, tag, path) {
      if (name === 'w:style') {
        style = { basedOn: '', hides: false }
        styles.set(attribute(tag, 'styleId') ?? '', style)
      } else if (style === undefined) return
      else if (name === 'w:basedOn') style.basedOn = attribute(tag, 'val') ?? ''
      else if (name === 'w:vanish' && path.at(-3) === 'w:style')
        style.hides = !['0', 'false', 'off'].includes(attribute(tag, 'val') ?? 'true')
    },
    close() {},
    wantsText: () => false,
    text() {},
  })
  return styles
}
