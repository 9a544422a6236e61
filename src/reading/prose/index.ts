import type { TextFigure, TextRelation } from '../../../schemas/index.ts';
import { settleSubjects } from './breakdowns.ts';
import { comparisonRelations, equalityRelations } from './comparisons.ts';
import { draftFigures } from './draft-figures.ts';
import { partRelations } from './parts.ts';
import { settlePlanChanges } from './plan-changes.ts';
import { rateRelations } from './rates.ts';
import { foldProse, sightFigures, withClauseCommas } from './scan.ts';
import { withSharedBases } from './shared-bases.ts';

/** What a text claims: its figures in order, and what it says they have to do with one another. */
export interface Claims {
  figures: TextFigure[];
  relations: TextRelation[];
}

/** Longest text that is read; a paragraph has some hundred characters, a page some thousand. Figures behind it are not read. */
const MAX_TEXT = 200_000;

/**
 * Reads the figures of a paragraph: 2023年基本支出416.14万元，其中：人员经费338.16万元，占基本支出的81.26%. Each has the noun phrase that
 * names it, its year where the text gives one, and its place. Dates, document numbers, classification codes, list marks, formulas
 * and the clauses of scoring rules are no figures; numbers spelled in Chinese are not read. `year` is that of the filing and gives
 * 上年 and 本年 their meaning. Pure; never throws; linear in the length of the text.
 *
 * To check the relations see {@link TextRelation}: every kind has its equation over `figures[from]`, `[to]` and `[base]`, all by
 * `base_value`. Where `to` or `base` is null, look the operand up in the tables by the figure's `item` and `year`, or by `base_item` and
 * `base_year`. A figure with role `change`, `growth` or `share` bears the item of its subject, so match only `stated` ones with cells.
 */
export function readClaims(text: string, year: number | null = null): Claims {
  const read = withClauseCommas(text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text);
  if (!/[\d０-９]/.test(read)) return { figures: [], relations: [] };
  const folded = foldProse(read);
  const sightings = sightFigures(read, folded);
  const drafts = draftFigures(read, folded, sightings, year);
  const tail = read.slice(sightings.at(-1)?.end ?? 0);
  // The words that say how figures hang together are Chinese: in other languages a colon or a dash says nothing of them.
  const relations = /\p{Script=Han}/u.test(read) ? relationsOf(drafts, tail) : [];
  const figures = drafts.map(({ sighting, role, item, year }) => ({
    ...sighting.quantity,
    role,
    item,
    year,
    offset: sighting.start,
  }));
  return { figures, relations };
}

/** What the figures of a text have to do with one another, in the order of the figures; settles what each of them is. */
function relationsOf(drafts: ReturnType<typeof draftFigures>, tail: string): TextRelation[] {
  const parts = partRelations(drafts);
  settleSubjects(drafts, parts);
  settlePlanChanges(drafts);
  const rates = rateRelations(drafts, parts);
  for (const { from } of rates) (drafts[from] as { role: TextFigure['role'] }).role = 'rate';
  const relations = [
    ...parts,
    ...withSharedBases(drafts, comparisonRelations(drafts, parts)),
    ...equalityRelations(drafts, tail),
    ...rates,
  ];
  return relations.sort((a, b) => a.from - b.from);
}
