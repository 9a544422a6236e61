import type { Location } from '../../../schemas/index.ts';

/** What names a row of a money table. */
export interface RowName {
  row: number;
  /** Without marks. */
  name: string;
  /** As printed. */
  label: string;
  /** The name folded. */
  key: string;
  at: Location | null;
  code: string | null;
  codeAt: Location | null;
  /** The code of the office that the row is of: it ranks the row and is none of a classification. */
  officeCode: string | null;
  mark: number | null;
  ofWhich: boolean;
  /** A heading that stands in the cell of the row below it: it has no figures of its own. */
  headsOnly?: true;
  /** One of the rows that tell for what the subject of their code is spent. */
  detail?: true;
  indent: number;
  total: boolean;
  /** 特定目标类 in a row of its own: the projects below are of that kind, and its figures are their sum. */
  ofKind: boolean;
  funding: number | null;
  /** Folded label of the group that the row stands in: 收入构成. */
  group: string;
  year: number | null;
  project: string | null;
  confidence: number;
  /** The unit of what is counted, where the name says that it is no money: 车辆数（辆）. */
  counted: string | null;
  /** The unit that a column of its own prints for the row. */
  unit: string | null;
}
