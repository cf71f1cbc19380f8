// Money: minor units and an ISO code; read from the ways people write it, shown the way they expect it.
export type Money = { minor: number; currency: string }
