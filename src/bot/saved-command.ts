// The command line behind a button: kept whole or not at all, because a cut command would do another thing.

/** Slack's limit for the value of a button, which we keep on every platform. */
export const longestCommand = 2000

/** The command itself. A longer one is a bug of whoever built the card. */
export const savedCommand = (command: string): string => {
  if (command.length <= longestCommand) return command
  throw new Error(`A button's command has ${command.length} characters, ${longestCommand} is the limit: ${command.slice(0, 60)}…`)
}
