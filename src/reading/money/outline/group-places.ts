import type { Amount } from '../../../../schemas/index.ts';
import { moneyUnitIn, stripMarks } from '../../../values/index.ts';
import type { MoneyHalf } from '../columns/money-columns.ts';
import type { AmountDraft } from '../money.ts';
import type { RowName } from '../money-row.ts';
import type { OpenPart } from '../open-parts.ts';
import { joinDetails, settleDetails } from './coded-details.ts';
import { partCounts } from './counts-apart.ts';
import { summedAbove } from './headings.ts';
import { liftLists, lowerLists, lowerOfWhich, raiseOfWhich } from './lifted-lists.ts';
import { markedSubtotals } from './marked-subtotals.ts';
import { nestLists } from './nested-lists.ts';
import { netValues } from './net-values.ts';
import { endOfWhich, nestOfWhich } from './of-which.ts';
import { endListsOfWhich } from './of-which-lists.ts';
import type { OutlinePlace, OutlineRow } from './outline-row.ts';
import { sumAtFoot } from './sum-at-foot.ts';
import { sumsAtHead } from './sums-at-head.ts';
import { totalTwice } from './total-twice.ts';

/** Rows that are outlined together: under one side label (收入构成), up to the next. */
export function groupsOf(names: readonly RowName[]): RowName[][] {
  settleDetails(names);
  const groups: RowName[][] = [];
  for (const name of names) {
    const last = groups.at(-1);
    if (last && last[0]?.group === name.group) last.push(name);
    else groups.push([name]);
  }
  return groups;
}

/** A row as the outline sees it. */
export function outlineRow(name: RowName, section: Amount['section']): OutlineRow {
  return {
    name: name.key,
    mark: name.mark,
    ordinal: stripMarks(name.label).marks.find(({ level }) => level !== null)?.ordinal ?? null,
    ofWhich: name.ofWhich,
    code: name.code ?? name.officeCode,
    detail: name.detail === true,
    ofOffice: name.code === null && name.officeCode !== null,
    indent: name.indent,
    total: name.total,
    funding: section === 'funding' && name.mark === null ? name.funding : null,
    unit: name.counted ?? (name.unit === null || moneyUnitIn(name.unit) !== null ? null : name.unit),
  };
}

/** Moves the rows of lists whose place only their figures tell. */
export function settlePlaces(
  group: readonly RowName[],
  places: OutlinePlace[],
  drafts: readonly Map<number, AmountDraft>[],
): void {
  joinDetails(group, places, drafts);
  netValues(group, places);
  totalTwice(group, places, drafts);
  markedSubtotals(group, places, drafts);
  endListsOfWhich(group, places, drafts);
  endOfWhich(group, places, drafts);
  nestOfWhich(group, places, drafts);
  sumsAtHead(group, places, drafts);
  nestLists(group, places, drafts);
  liftLists(group, places, drafts);
  lowerLists(group, places, drafts);
  lowerOfWhich(group, places, drafts);
  raiseOfWhich(group, places, drafts);
  sumAtFoot(group, places, drafts);
  partCounts(group, places, drafts);
}

/** Says of every figure what it is part of; gives those whose whole has no figure in the half. */
export function joinParts(
  half: MoneyHalf,
  group: readonly RowName[],
  places: readonly OutlinePlace[],
  drafts: readonly Map<number, AmountDraft>[],
): OpenPart[] {
  const open: OpenPart[] = [];
  const beside = half.figures.map(({ column }) => column);
  group.forEach((name, at) => {
    const { parent, depth } = places[at] as OutlinePlace;
    for (const [column, draft] of drafts[at] ?? []) {
      draft.record.depth = depth;
      draft.record.role = name.total ? 'total' : parent === null ? 'item' : 'part';
      draft.record.parent = parent === null ? null : (group[parent]?.name ?? null);
      const summed = summedAbove(group, places, drafts, parent);
      draft.whole = summed === null ? null : (drafts[summed]?.get(column) ?? null);
      if (parent !== null && draft.whole === null)
        open.push({ draft, named: group[parent]?.at ?? null, beside });
    }
  });
  return open;
}
