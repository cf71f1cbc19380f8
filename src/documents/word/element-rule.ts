// What an element of a Word part does to the story that is read.
import type { Story } from './story.ts'

export type ElementRule = {
  open?(story: Story, tag: string, path: readonly string[]): void
  close?(story: Story): void
}

/** The inside of the element is passed over: formatting before a change, the second form of a text box. */
export const skip = {
  open(story: Story, _tag: string, path: readonly string[]): void {
    story.skipping = path.length
  },
} satisfies ElementRule
