// An agreement as plain text, and as Markdown.

import { type Agreement, type Line, sectionLines, signatureRows, type Table } from '../templates/agreement.ts'

const WIDTH = 84

/** Plain text, wrapped, with numbers in a hanging margin. */
export function textOf(agreement: Agreement): string {
  const blocks = [
    `${agreement.title.toUpperCase()}\n${agreement.subtitle ?? ''}`,
    ...agreement.opening.map((text) => wrapped(text, '', '')),
    ...agreement.sections.flatMap((section, index) => [
      ...sectionLines(section, index + 1).map(textLine),
      ...(section.table ? [columns(section.table)] : []),
    ]),
    ...(agreement.annexes ?? []).flatMap((annex) => [annex.title, ...annex.paragraphs, ...(annex.table ? [columns(annex.table)] : [])]),
    agreement.closing,
    ...agreement.signatures.map((signature) => signatureRows(signature).join('\n')),
  ]
  return `${blocks.join('\n\n')}\n`
}

function textLine({ label, text, level }: Line): string {
  if (level === 0) return `${label.padEnd(6)}${text.toUpperCase()}`
  const margin = level === 1 ? '' : '      '
  return wrapped(text, margin + label.padEnd(6), `${margin}      `)
}

function wrapped(text: string, first: string, rest: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length + rest.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.map((line, index) => (index === 0 ? first : rest) + line).join('\n')
}

function columns({ header, rows }: Table): string {
  const all = [header, ...rows]
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all.map((row) => `      ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd()).join('\n')
}

/** Markdown, for drafts that live in an editor. */
export function markdownOf(agreement: Agreement): string {
  const blocks = [
    `# ${agreement.title}`,
    `_${agreement.subtitle ?? ''}_`,
    ...agreement.opening,
    ...agreement.sections.flatMap((section, index) => [
      ...sectionLines(section, index + 1).map(markdownLine),
      ...(section.table ? [markdownTable(section.table)] : []),
    ]),
    agreement.closing,
    ...agreement.signatures.map((signature) => signatureRows(signature).join('  \n')),
  ]
  return `${blocks.join('\n\n')}\n`
}

function markdownLine({ label, text, level }: Line): string {
  if (level === 0) return `## ${label} ${text}`
  return level === 1 ? `**${label}** ${text}` : `- ${label} ${text}`
}

function markdownTable({ header, rows }: Table): string {
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n')
}
