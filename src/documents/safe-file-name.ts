// A file name that is safe to show and to store, whatever its sender called it.

const longest = 120

// Controls, line separators, and the invisible marks that turn "exe.fdp" around or hide inside a name.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu
const reserved = /[<>:"|?*]/g
const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The last part of a name without path, controls and direction marks, at most 120 characters with its ending kept.
 * `a.pdf NUL .exe` becomes `a.pdf.exe`: every ending shows, so nobody is deceived.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(unseen, '')
    .replace(reserved, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
  const named = clean.replace(windowsDevice, '_$1')
  return named === '' ? 'unnamed' : shorten(named)
}

/** The ending of a name in lower case with its dot, or '' when it has none. */
export function fileEnding(name: string): string {
  return /\.[^.\s/\\]{1,10}$/u.exec(name)?.[0].toLowerCase() ?? ''
}

function shorten(name: string): string {
  const letters = Array.from(name)
  if (letters.length <= longest) return name
  const ending = Array.from(fileEnding(name))
  return [...letters.slice(0, longest - ending.length - 1), '…', ...ending].join('')
}
