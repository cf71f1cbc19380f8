// The three characters that Slack reads as markup wherever it reads any: without them no mention, link or command can begin.
// https://docs.slack.dev/messaging/formatting-message-text#escaping

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export const escapeText = (text: string): string => text.replace(/[&<>]/g, (character) => entities[character] ?? character)

/** The length that Slack counts: it keeps plain text with these three escaped. */
export const escapedLength = (text: string): number => escapeText(text).length
