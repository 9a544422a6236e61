import type { Amount, Filing, Indicator, Quantity } from '../../../schemas/index.ts';
import type { Packed } from './place.ts';

/** A printed figure with its place: all that a comparison between documents needs. */
export interface SetFigure {
  value: number;
  raw: string;
  unit: string | null;
  place: Packed;
}

export interface SetAmount extends SetFigure {
  /** Section, item, its parent, fund and code: the same in another form of the kind. */
  key: string;
  item: string;
  section: Amount['section'];
  measure: Amount['measure'];
  year: number | null;
  fund: string | null;
  /** A 合计 of its table or block, or the top of one. */
  isTop: boolean;
  project: string | null;
  /** The head of its column says 预算, and neither that it was adjusted nor carried out. */
  isBudget: boolean;
  /** The head of its column says that it is what a year began or ended with: 年初结转和结余, 年末结转和结余. */
  balance: 'opening' | 'closing' | null;
}

/** A target or an actual value; `value` null for words. */
export interface SetValue {
  raw: string;
  op: Quantity['op'];
  value: number | null;
  unit: string | null;
  place: Packed;
}

export interface SetIndicator {
  /** 二级指标 and 三级指标. */
  key: string;
  name: string;
  section: Indicator['section'];
  target: SetValue | null;
  actual: SetValue | null;
  priors: readonly (SetValue & { year: number | null })[];
  weight: number | null;
  weightPlace: Packed;
}

/** What rules over many documents know of a filing: its identity and its figures. */
export interface FilingDigest {
  filingId: string;
  documentId: string;
  ordinal: number;
  /** Kind of form, organisation, year, project. */
  key: string;
  formType: Filing['form_type'];
  family: Family;
  title: string | null;
  organisation: string;
  organisationName: string | null;
  organisationCode: string | null;
  /** The name says 本级 or 机关: not the whole department with the units below it, if it has any. */
  isOwn: boolean;
  supervisor: string;
  year: number | null;
  project: string;
  projectName: string | null;
  projectCode: string | null;
  /** Where the organisation, the project and the title stand. */
  places: { organisation: Packed; project: Packed; title: Packed };
  /** Names of the document's sheets, which places tell by number. */
  sheets: readonly string[];
  /** How the place of its cells is told: sheets before tables before pages where two extractions disagree. */
  medium: 'sheet' | 'table' | 'page';
  confidence: number;
  /** Its file says that it was revised (1), or that another one has taken its place (-1); 0 where it says neither. */
  revision: number;
  /** Approved anew within the year, by its title or its file: stands beside the form of the year's beginning, and is no copy of it. */
  isAdjusted: boolean;
  /** The total of its points, and where it stands. */
  total: { value: number; place: Packed } | null;
  /** How its table parts into rows and columns is in question. */
  isInQuestion: boolean;
  amounts: readonly SetAmount[];
  indicators: readonly SetIndicator[];
}

/** Kinds of forms that follow one another in the life of one budget. */
export type Family = 'targets' | 'monitoring' | 'evaluation' | 'money' | 'other';

/** Tells whether two filings whose units bear one name can be of one unit. */
export type SameUnit = (a: FilingDigest, b: FilingDigest) => boolean;
