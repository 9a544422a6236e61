/** The data of the page of a run. Numbers where a text is meant are places in `texts`. */
export interface RunData {
  documents: readonly PackedDocument[];
  filings: readonly PackedFiling[];
  findings: readonly PackedFinding[];
  texts: readonly string[];
  /** Names of the kinds of forms, and of what became of documents. */
  forms: Readonly<Record<string, string>>;
  statuses: Readonly<Record<string, string>>;
}

export type PackedDocument = [
  path: string,
  status: string,
  format: string,
  pages: number,
  ocrPages: number,
  bytes: number,
  error: string,
  warnings: string[],
  href: string,
];

export type PackedFiling = [
  document: number,
  title: string,
  form: string,
  organisation: number,
  year: number | null,
  project: string,
  confidence: number,
  coverage: number,
  /** What the filters call the organisation. */
  unit: number,
];

export type PackedFinding = [
  severity: string,
  rule: string,
  document: number,
  filing: number,
  sentence: string,
  equation: string,
  figures: [name: number, text: string, key: string][],
  regime: number,
  cells: PackedCell[],
  cellCount: number,
  proposals: PackedProposal[],
  related: string[],
  difference: number | null,
  excerpt: PackedExcerpt,
];

/** Rows of the table that a finding speaks of: the number of each from 1, and its cells. */
export type PackedExcerpt = [row: number, cells: [columns: number, text: string, marked: 0 | 1][]][];

export type PackedCell = [role: number, place: number, text: string, document: number];

export type PackedProposal = [
  suggested: 0 | 1,
  place: number,
  from: string,
  to: string,
  reason: string,
  confirmedBy: string[],
  refutedBy: string[],
];

/** A finding with what it stands in, as the lists show it. */
export interface Found {
  severity: string;
  rule: string;
  document: PackedDocument | undefined;
  filing: PackedFiling | undefined;
  organisation: string;
  /** What the filters call the organisation. */
  unit: string;
  year: string;
  form: string;
  packed: PackedFinding;
}

export function foundIn(data: RunData): Found[] {
  return data.findings.map((packed) => {
    const [severity, rule, document, at] = packed;
    const filing = data.filings[at];
    return {
      severity,
      rule,
      document: data.documents[document],
      filing,
      organisation: filing === undefined ? '' : (data.texts[filing[3]] ?? ''),
      unit: filing === undefined ? '' : (data.texts[filing[8]] ?? ''),
      year: filing?.[4] == null ? '' : String(filing[4]),
      form: filing?.[2] ?? '',
      packed,
    };
  });
}
