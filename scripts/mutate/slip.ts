import type { Records } from '../../src/reconcile/records.ts';
import type { Random } from '../generate/random.ts';
import type { Cell } from './cells.ts';

/** What a slip did: which cells are wrong, and what they should read. */
export interface Slip {
  generator: string;
  cells: readonly Cell[];
  /** A removed row has no cell: the value that is missing. */
  missing?: number;
  apply(records: Records): void;
}

export type Maker = (random: Random, cells: readonly Cell[], records: Records) => Slip | null;
