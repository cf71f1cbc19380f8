// Reads one part of a Word file in one pass over its XML.
import { closeChanges } from './changes.ts'
import { newStory, type Story, type StoryStyles, tell } from './story.ts'
import { elementRules } from './story-rules.ts'
import { scanXml } from './xml.ts'

/** Reads one part. @throws Unreadable for what scanXml refuses. */
export function readStory(xml: string, styles: StoryStyles): Story {
  const story = newStory(styles)
  scanXml(xml, {
    open(name, tag, path) {
      if (story.skipping === 0) elementRules.get(name)?.open?.(story, tag, path)
    },
    close(name, path) {
      if (story.skipping !== 0) {
        if (path.length === story.skipping) story.skipping = 0
        return
      }
      elementRules.get(name)?.close?.(story)
      closeChanges(story.changes, path.length)
    },
    wantsText: () => story.expects !== 'nothing' && story.skipping === 0,
    text: (text) => tell(story, text),
  })
  return story
}
