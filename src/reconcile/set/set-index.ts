import type { Evidence } from '../../../schemas/index.ts';
import type { Family, FilingDigest, SameUnit } from './digest.ts';
import type { Packed } from './place.ts';
import type { Report } from './statement.ts';

/** Filings of one name, code and department above: nothing tells them apart as units. */
export interface Bearer {
  readonly filings: readonly FilingDigest[];
}

export interface Bearers {
  bearerOf: (filing: FilingDigest) => Bearer;
  kin: Kin;
}

/** One filing that arrived several times: the copy that is trusted most, and the others. */
export interface Twins {
  kept: FilingDigest;
  others: readonly FilingDigest[];
}

/** Filings of many documents, found by what they are: rules walk its groups, never all pairs. */
export interface SetIndex {
  /** One of each filing: copies and other formats of it left out. */
  filings: readonly FilingDigest[];
  /** What prose outside all forms states. */
  reports: readonly Report[];
  /** Filings that arrived more than once. */
  twins: readonly Twins[];
  /** The filings of one family of the unit and year of one of them: the same array for all of them. */
  ofUnit: (filing: FilingDigest, family: Family) => readonly FilingDigest[];
  /** Whether two filings whose units bear one name can be of one. */
  isOneUnit: SameUnit;
  /** By unit, all years, in order of the year. */
  units: ReadonlyMap<string, readonly FilingDigest[]>;
  /** Of a name in `units`: who bears it. */
  bearers: (unit: string) => Bearers;
  /** By project and year, whoever filed it. */
  projects: ReadonlyMap<string, readonly FilingDigest[]>;
  /** By code of the project. */
  codes: ReadonlyMap<string, readonly FilingDigest[]>;
  /** By 主管部门 and year. */
  supervised: ReadonlyMap<string, readonly FilingDigest[]>;
  /** A cell of a filing as evidence, with the document that it stands in. */
  evidence: (
    filing: FilingDigest,
    role: string,
    text: string,
    value: number | null,
    place: Packed,
  ) => Evidence;
}

/** Of a filing, the bearers of its name that can be of one unit with it. */
export type Kin = (filing: FilingDigest) => ReadonlySet<Bearer>;
