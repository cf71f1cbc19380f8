// Reactions as people see them: the names that platforms send, turned into the signs.

const signs: Record<string, string> = {
  '+1': '👍',
  thumbsup: '👍',
  like: '👍',
  '-1': '👎',
  heart: '❤️',
  laugh: '😄',
  joy: '😂',
  surprised: '😮',
  sad: '😢',
  angry: '😠',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  eyes: '👀',
  tada: '🎉',
  pray: '🙏',
  raised_hands: '🙌',
  clap: '👏',
  fire: '🔥',
  rocket: '🚀',
  100: '💯',
  x: '❌',
  warning: '⚠️',
  thinking_face: '🤔',
}

/** `:name:` where no sign is known, as chat people write it. */
export const showEmoji = (name: string): string => signs[name.replace(/::.*$/, '')] ?? (/^[\w+-]+$/.test(name) ? `:${name}:` : name)
