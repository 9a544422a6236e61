import { normalised } from '../keys.ts';
import { type DocumentContext, type FilingContext, notEvaluated, type Outcome, passed } from '../rule.ts';
import { type Claim, claimsOf, factOf, quoteOf } from './claims.ts';
import { conceptOf, likeness } from './concept.ts';
import { isNear, mismatch } from './mismatch.ts';
import { agrees, bothMoney, type Cell } from './tables.ts';

/** 现下达, 拨付, 安排: what a notice does with the sum that it names. */
const ALLOTS = /下达|拨付|分配|安排/;

/** 本次下达资金总额, of the one list behind it: the sum of a notice that does not name it again. */
const BARE =
  /^(?:本次|此次|现|共)(?:共?(?:下达|拨付|分配|安排))+(?:补助|奖补|专项)?资金(?:总额|总量|总计|合计)?$/;

/** Least share of neighbouring characters between the name of the sum and the title of its list. */
const ALIKE = 0.6;

/** What a notice allots, against the total of the list that it comes with: 现下达…资金299.42万元 over …资金分配表 / 合计. */
export function allotted(document: DocumentContext, nearness: number): Outcome[] {
  const lists = document.filings.filter(({ filing }) => filing.form_type === 'allocation_table');
  if (lists.length === 0) return [];
  return claimsOf(document).flatMap((claim) =>
    claim.filing === null && !LISTED.test(claim.text.text)
      ? claim.text.figures.flatMap((_, i) => against(lists, claim, i, nearness))
      : [],
  );
}

/** 2.基础设施项目5个，安排资金800万元: a line of a list tells a part of what is allotted. */
const LISTED =
  /^\s*(?:\d{1,2}[.、．](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳])(?!.{0,40}(?:共|合计|总))/;

function against(lists: readonly FilingContext[], claim: Claim, index: number, nearness: number): Outcome[] {
  const figure = claim.text.figures[index]!;
  const fact = factOf(claim, index);
  if (fact === null || figure.role !== 'stated' || figure.op !== '=') return [];
  if (figure.item === null || !ALLOTS.test(quoteOf(claim, figure.offset))) return [];
  if (claim.text.relations.some(({ from, kind }) => from === index && kind === 'part_of')) return [];
  const isBare = lists.length === 1 && BARE.test(normalised(figure.item));
  const named = lists.filter(({ filing }) => isBare || isNamed(figure.item!, filing.title));
  const [list, other] = named;
  if (list === undefined) return [];
  const id = list.filing.filing_id;
  if (other !== undefined) return [notEvaluated(id, 'several lists of that name')];
  const cells = list.amounts.flatMap((amount): Cell[] => {
    const value = amount.role === 'total' ? list.facts.amount(amount) : null;
    const concept = conceptOf(amount.item);
    return value === null || concept === null ? [] : [{ amount, fact: value, concept, filing: list }];
  });
  const totals = cells.filter(({ fact: total }) => bothMoney(total, fact));
  const [total] = totals;
  if (total === undefined) return [];
  if (totals.some((each) => agrees(each.fact, fact))) return [passed(id)];
  if (!isNear(total.fact, fact, nearness)) return [notEvaluated(id, 'figures of another scope')];
  return [mismatch(claim, index, fact, total)];
}

function isNamed(item: string, title: string | null): boolean {
  const name = normalised(item);
  return name.length >= 4 && likeness(name, normalised(title)) >= ALIKE;
}
