// Whether bytes begin as a web page begins.
import { decodeText } from '../text/decode-text.ts'

const start =
  /^\s{0,999}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s{0,99}){0,9}<(?:!doctype\s{1,9}html|html|head|body)[\s>]/i

/** True when the file opens with a declaration or an element that only pages have. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  return start.test(decodeText(bytes.subarray(0, 4_096)))
}
