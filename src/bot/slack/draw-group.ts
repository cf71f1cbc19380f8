// What belongs together: a container that folds where Slack can draw it, else a heading above the same blocks.
// https://docs.slack.dev/reference/block-kit/blocks/container-block
import type { ContainerBlock, KnownBlock } from '@slack/types'
import type { CardElement, SimpleElement } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { limits, plain, type Surface } from './limits.ts'

type Group = Extract<CardElement, { type: 'group' }>
type Child = ContainerBlock['child_blocks'][number]

/** The kinds of blocks that we draw and that a container takes; a table with pages is none of them. */
const kinds: Child['type'][] = ['actions', 'context', 'divider', 'header', 'image', 'rich_text', 'section']

const isChild = (block: KnownBlock): block is Child => kinds.some((kind) => kind === block.type)

type Drawing = {
  surface: Surface
  draw: (element: SimpleElement, surface: Surface) => KnownBlock[]
  heading: (text: string) => KnownBlock[]
}

/** More than a container takes stands open, where a long list has pages. */
export const drawGroup = (group: Group, { surface, draw, heading }: Drawing): KnownBlock[] => {
  const children = group.elements.flatMap((element) => draw(element, { ...surface, tables: 'text' }))
  if (children.length === 0) return []
  const isHeld = surface.groups === 'drawn' && children.length <= limits.containerBlocks && children.every(isChild)
  if (isHeld) return [container(group, children)]
  return [...heading(oneLine(group.title)), ...group.elements.flatMap((element) => draw(element, surface))]
}

const container = ({ title, folded = false }: Group, children: Child[]): ContainerBlock => ({
  type: 'container',
  title: plain(oneLine(title), limits.header),
  width: 'full',
  is_collapsible: true,
  default_collapsed: folded,
  child_blocks: children,
})
