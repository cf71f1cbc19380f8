// Capture, as the other parts see it: hearing, folding, linking, and reading what was said before.
export { createFolder, type Folder } from './capture/folder.ts'
export { createHear, type Hear } from './capture/hear.ts'
export { createHistoryReader, type HistoryReader } from './capture/history-reader.ts'
export { linkThread, unlinkThread, widenConversation } from './capture/link-thread.ts'
