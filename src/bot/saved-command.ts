// The command line behind a button: kept whole or not at all, because a cut command would do another thing.

/** Slack's limit for the value of a button, which we keep on every platform. */
export const longestCommand = 2000

/** Control characters and broken surrogates mean nothing in a command, and grow sixfold on their way to a platform. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const meaningless = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/** The command itself. A longer one is a bug of whoever built the card. */
export const savedCommand = (command: string): string => {
  if (command.length <= longestCommand) return command.toWellFormed().replace(meaningless, ' ')
  throw new Error(`A button's command has ${command.length} characters, ${longestCommand} is the limit: ${command.slice(0, 60)}…`)
}
