import type { Amount, Doubt, Filing, Issue, Paragraph, SourceDocument } from '../../../schemas/index.ts';

/** A title whose line is surer than this was legible. */
const legible = 0.8;

const faintTitle = 'the title was hardly legible';
const noTitle = 'no title was read above the table';
const struckHead = 'strokes run over writing above a table';

/** 2C24年度, 202A年: a year with a letter in it. */
const garbledYear = /(?<![\dA-Za-z])(?=[12]\d*[A-Za-z])[12][\dA-Za-z]{3}年/u;

/** What the parser of pictures says of a page: `parsers/scan/grid/doubted-grids.ts`. */
const isHeadStruck = ({ warnings }: SourceDocument, page: number): boolean =>
  warnings.some(
    ({ code, message, place }) =>
      code === 'uncertain_grid' && place === `page ${page}` && message.en.includes(struckHead),
  );

/**
 * Says of forms on scanned pages what the head of the page leaves open: a title that was hardly legible, with its year unless two readers agree on its figures, and a year that no title was read for.
 * The year is then a doubt of the form, and of the figures that have none of their own, and so is a unit that no caption of their table prints; a warning names the page.
 */
export function doubtHeads(
  source: SourceDocument,
  filings: readonly Filing[],
  amounts: readonly Amount[],
): Issue[] {
  const warnings = new Map<number, Issue>();
  for (const filing of filings) {
    const page = scannedPageOf(source, filing);
    if (page === null) continue;
    const line = titleLine(source, filing);
    const isFaint = line !== null && line.confidence < legible;
    const isUntold = filing.year === null || filing.inferred.includes('year');
    const isGarbled = isUntold && garbledYear.test(filing.title ?? '');
    const isLost = isUntold && (filing.title === null || isGarbled || isHeadStruck(source, page));
    if (!isFaint && !isLost) continue;
    const reason = isFaint || isGarbled ? faintTitle : filing.title === null ? noTitle : struckHead;
    const doubt = (text: string): Doubt => ({
      text,
      reason,
      alternatives: [],
    });
    if (isFaint) note(filing, 'title', doubt(filing.title ?? ''), line.confidence);
    // Figures of a line are read by two readers: where they agree, a character that is hard to read says nothing of the year.
    const isOfTitle =
      isFaint && filing.source.year?.block === line.location.block && line.doubt !== undefined;
    if (isLost || isOfTitle || (isFaint && filing.year === null)) {
      const confidence = line?.confidence ?? lostConfidence;
      note(filing, 'year', doubt(String(filing.year ?? '')), confidence);
      for (const amount of amounts)
        if (amount.filing_id === filing.filing_id && mayFollow(amount, filing.year))
          note(amount, 'year', doubt(String(amount.year ?? '')), confidence);
    }
    noteUnits(filing, amounts, reason);
    warnings.set(page, headWarning(page));
  }
  return [...warnings.values()];
}

/**
 * Figures whose unit was lost with a head: the form prints none, or its caption stands above another table of the page, and the
 * table may belong to a form whose title and unit were not read.
 */
function noteUnits(filing: Filing, amounts: readonly Amount[], reason: string): void {
  const { money_unit: printed, grids, source } = filing;
  const isCaption = source.money_unit?.grid === null;
  for (const amount of amounts) {
    if (amount.filing_id !== filing.filing_id || amount.value === null || amount.unit !== printed) continue;
    const isBelow = isCaption && amount.source.value?.grid !== grids[0];
    if (printed !== null && !isBelow) continue;
    note(amount, 'unit', { text: printed ?? '', reason, alternatives: [] }, lostConfidence);
  }
}

/** Confidence of a year or a unit that no title or caption was read for. */
const lostConfidence = 0.6;

/** Whether the year of a figure may come from that of its form; a total over all years has none. */
const mayFollow = ({ year, measure }: Amount, of: number | null): boolean =>
  measure !== 'total_budget' && (year === null || year === of || year === (of ?? 0) - 1);

function note(record: Filing | Amount, field: string, doubt: Doubt, confidence: number): void {
  record.doubts = { ...record.doubts, [field]: record.doubts?.[field] ?? doubt };
  record.confidences = {
    ...record.confidences,
    [field]: Math.min(record.confidences?.[field] ?? 1, confidence),
  };
}

/** The page that a form begins on, where that is a scan. */
function scannedPageOf({ blocks, pages }: SourceDocument, { grids: [first] }: Filing): number | null {
  if (pages.every(({ kind }) => kind !== 'scanned')) return null;
  const grid = blocks.find(
    (block) => block.kind === 'grid' && block.cells.some(({ location }) => location.grid === first),
  );
  const page = grid?.kind === 'grid' ? (grid.parts[0]?.page ?? null) : null;
  return pages.some(({ number, kind }) => number === page && kind === 'scanned') ? page : null;
}

function titleLine({ blocks }: SourceDocument, { source: { title } }: Filing): Paragraph | null {
  const block = title === undefined ? undefined : blocks[title.block];
  return block?.kind === 'paragraph' ? block : null;
}

const headWarning = (page: number): Issue => ({
  code: 'text_left_out',
  message: {
    zh: `第 ${page} 页表格的标题未能辨认，表名和年度可能缺失或有误，请核对原件`,
    en: `the title above a table of page ${page} was not legible: the name of the form and its year may be missing or wrong`,
  },
  place: `page ${page}`,
});
