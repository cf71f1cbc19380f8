// The part of Adaptive Cards 1.5 that we draw with, as types. https://adaptivecards.io/explorer

export type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large'
export type Colour = 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention'
export type ContainerStyle = 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent'

export type Execute = {
  type: 'Action.Execute'
  title: string
  tooltip?: string
  verb: 'command'
  data: { command: string; nonce: string }
  style?: 'positive' | 'destructive'
  /** `none`: a button that is not the form's own sends no inputs and does not wait for them to be valid. */
  associatedInputs?: 'none'
}

export type OpenUrl = { type: 'Action.OpenUrl'; title?: string; url: string }
export type ShowCard = { type: 'Action.ShowCard'; title: string; tooltip?: string; style?: 'positive' | 'destructive'; card: AdaptiveCard }
export type ToggleVisibility = { type: 'Action.ToggleVisibility'; title: string; tooltip?: string; targetElements: string[] }
export type Action = Execute | OpenUrl | ShowCard | ToggleVisibility

export type TextRun = {
  type: 'TextRun'
  text: string
  weight?: 'Bolder'
  size?: 'Small' | 'Medium' | 'Large'
  color?: Colour
  isSubtle?: true
  italic?: true
  selectAction?: OpenUrl
}

/** `id`: by which a toggle finds it. */
type Placed = { spacing?: Spacing; separator?: true; id?: string; isVisible?: false }

export type RichTextBlock = Placed & { type: 'RichTextBlock'; inlines: TextRun[]; horizontalAlignment?: 'Right' }
export type TextBlock = Placed & { type: 'TextBlock'; text: string; style: 'heading'; size: 'Large'; weight: 'Bolder'; wrap: true }
export type Container = Placed & { type: 'Container'; style?: ContainerStyle; items: Element[]; selectAction?: Execute }
export type Column = { type: 'Column'; width: string; items: Element[] }
export type ColumnSet = Placed & { type: 'ColumnSet'; columns: Column[] }
export type TableCell = { type: 'TableCell'; items: Element[]; selectAction?: Execute }
export type TableRow = { type: 'TableRow'; cells: TableCell[] }
export type Table = Placed & {
  type: 'Table'
  /** A share of the width, or a width in pixels (`58px`). */
  columns: { width: number | string; horizontalCellContentAlignment?: 'Right' }[]
  rows: TableRow[]
  firstRowAsHeader: true
  gridStyle: 'default'
}
export type ActionSet = Placed & { type: 'ActionSet'; actions: Action[] }

type Asked = Placed & { id: string; label: string; isRequired?: true; errorMessage?: string; value?: string }
export type InputText = Asked & { type: 'Input.Text'; isMultiline?: true; placeholder?: string }
export type InputDate = Asked & { type: 'Input.Date' }
export type InputChoiceSet = Asked & {
  type: 'Input.ChoiceSet'
  style: 'compact' | 'filtered'
  choices: { title: string; value: string }[]
  placeholder?: string
  'choices.data'?: { type: 'Data.Query'; dataset: 'contracts' }
}
export type Input = InputText | InputDate | InputChoiceSet

export type Image = Placed & { type: 'Image'; url: string; altText: string; size?: 'Small'; style?: 'Person' }

export type Element = Image | RichTextBlock | TextBlock | Container | ColumnSet | Table | ActionSet | Input

export type AdaptiveCard = {
  type: 'AdaptiveCard'
  version: '1.5'
  fallbackText?: string
  msteams?: { width: 'Full' }
  body: Element[]
  actions?: Action[]
}
