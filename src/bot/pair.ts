// A pair: `key:value`, `key<90d`, `key!=standard`, as it was typed.
export type PairComparison = ':' | '=' | '!=' | '<' | '<=' | '>' | '>='

export type Pair = { key: string; comparison: PairComparison; value: string }
