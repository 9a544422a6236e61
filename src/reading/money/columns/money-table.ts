/** The head of a money table: its rows and its columns. */
export interface MoneyHeader {
  first: number;
  end: number;
  /** First grid column of the table; what stands left of it is a side label. */
  left: number;
  /** Row after the last one beside which the side label runs; the grid's end where there is none. */
  sideEnd: number;
  /** The side label folded and as printed; empty where there is none. */
  side: string;
  sideText: string;
}
