import type { LinearEdit, Term } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import type { Fact } from '../facts/fact.ts';
import { normalised } from '../keys.ts';
import { commonSize } from '../sums/sums.ts';
import { type Claim, factOf } from './claims.ts';
import { isFund } from './spent-of-funds.ts';

/** A sum of money that a sentence names. */
interface Named {
  name: string;
  fact: Fact;
}

const FIRST = /年初预算|年初批复|批复预算|预算批复/;
const ADDED = /追加|调增|新增预算/;
const TAKEN = /调减|压减|核减|收回/;
/** 本年追加150万元，调减10万元: a change of the budget, named by its verb. */
const MOVES = /(追加|调增|调减|压减|核减|收回)(?:了|预算|资金|指标)*$/;
const THEN = /调整后|调整预算|全年预算/;
const WAS_THERE = /(?:年初|期初|上年)[^，]{0,6}(?:结转|结余)/;
const AT_START = /^(?:年初|期初|上年)[^，]{0,6}(?:结转|结余)/;
const LEFT = /^(?:资金|年末|项目|当年|收支)*(?:结余|结转结余|结转|剩余)(?:资金|下年)?$/;
const CAME = /到位|预算|下达|拨入|收入/;
const SPENT = /支出|使用|执行|支付|拨付/;

/** A sentence has few figures; a longer run is a table that lost its lines. */
const MOST = 30;

/** What the sentences of a text say a sum was, what was added or taken off and what it is then; what came, was spent and is left; what is owned and owed. */
export function movedSums(claim: Claim): LinearEdit[] {
  return sentencesOf(claim).flatMap((named) =>
    named.length < 3 || named.length > MOST
      ? []
      : [...adjusted(claim, named), ...left(claim, named), ...balanced(claim, named), ...owned(claim, named)],
  );
}

/** The money of each sentence. */
function sentencesOf(claim: Claim): Named[][] {
  const { figures, text } = claim.text;
  const sentences: Named[][] = [[]];
  let from = 0;
  for (const [index, figure] of figures.entries()) {
    if (/[。！？\n]/.test(text.slice(from, figure.offset))) sentences.push([]);
    from = figure.offset;
    const isMoney = figure.op === '=' && figure.base_unit === '元';
    const name =
      figure.role === 'stated' ? (figure.item ?? '') : isMoney ? verbBefore(text, from, figure.role) : null;
    const fact = isMoney && name !== null ? factOf(claim, index) : null;
    if (fact !== null) sentences.at(-1)!.push({ name: normalised(name), fact });
  }
  return sentences;
}

const verbBefore = (text: string, offset: number, role: string): string | null =>
  role === 'change' ? (MOVES.exec(text.slice(Math.max(0, offset - 10), offset))?.[1] ?? null) : null;

/** 年初预算1505万元，年中追加69万元，调整后预算1574万元 */
function adjusted(claim: Claim, named: readonly Named[]): LinearEdit[] {
  const then = named.findIndex(({ name }) => THEN.test(name));
  const first = named.findIndex(({ name }) => FIRST.test(name) && !THEN.test(name));
  if (first < 0 || then <= first + 1) return [];
  const between = named.slice(first + 1, then);
  if (!between.every(({ name }) => ADDED.test(name) || TAKEN.test(name))) return [];
  const terms = between.map(({ name, fact }): [Fact, bigint] => [fact, TAKEN.test(name) ? -1n : 1n]);
  return [equation(claim, named[then]!.fact, [[named[first]!.fact, 1n], ...terms])];
}

/** 到位资金3016万元，实际使用2823万元，…，结余193万元: told where no pair before it leaves that much. */
function left(claim: Claim, named: readonly Named[]): LinearEdit[] {
  const at = named.findIndex(({ name }) => LEFT.test(name));
  // What was there at first is spent and left too.
  if (at < 2 || named.some(({ name }) => WAS_THERE.test(name))) return [];
  const rest = named[at]!.fact;
  // 区级资金1052万元，支出915万元，结余137万元: of these three and no more.
  const isOnly = named.length === 3;
  const came = named
    .slice(0, at)
    .filter(({ name }, i) => (CAME.test(name) && !SPENT.test(name)) || (isOnly && i === 0 && isFund(name)));
  const spent = named.slice(0, at).filter(({ name }) => SPENT.test(name) && !CAME.test(name));
  const edits = came.flatMap(({ fact: whole }) =>
    spent.map(({ fact }) =>
      equation(claim, rest, [
        [whole, 1n],
        [fact, -1n],
      ]),
    ),
  );
  const fits = edits.find((edit) => evaluate(edit)?.within === true);
  // What came last and what was spent of it are the likeliest.
  const likeliest = edits.at(-1);
  return fits !== undefined ? [fits] : likeliest !== undefined && spent.length === 1 ? [likeliest] : [];
}

const CAME_IN = /^(?:本年|当年|全年)?收入(?:合计|决算数?)?$/;
const WENT_OUT = /^(?:本年|当年|全年)?支出(?:合计|决算数?)?$/;
const AT_END = /^(?:年末|期末|年终)?(?:累计)?结[转余](?:[和及与]?结余)?(?:资金)?$/;

/** 年初结转和结余156万元，本年收入8652万元，本年支出8569万元，年末结转和结余239万元: of these four and no more. */
function balanced(claim: Claim, named: readonly Named[]): LinearEdit[] {
  if (named.length !== 4) return [];
  const [start, came, spent, end] = [AT_START, CAME_IN, WENT_OUT, AT_END].map((words) =>
    named.filter(({ name }) => words.test(name)),
  );
  if ([start, came, spent, end].some((one) => one?.length !== 1) || end![0] !== named[3]) return [];
  return [
    equation(claim, end![0]!.fact, [
      [start![0]!.fact, 1n],
      [came![0]!.fact, 1n],
      [spent![0]!.fact, -1n],
    ]),
  ];
}

/** 资产总额8650万元，…；负债总额850万元，净资产7800万元 */
function owned(claim: Claim, named: readonly Named[]): LinearEdit[] {
  const [all, owed, own] = [
    /^资产(?:总额|总计|合计)$/,
    /^负债(?:总额|总计|合计)$/,
    /^净资产(?:总额|合计)?$/,
  ].map((words) => named.filter(({ name }) => words.test(name)));
  if (all?.length !== 1 || owed?.length !== 1 || own?.length !== 1) return [];
  return [
    equation(claim, all[0]!.fact, [
      [owed[0]!.fact, 1n],
      [own[0]!.fact, 1n],
    ]),
  ];
}

/** What is left of a thing's first value: 净值5400万元（原值7200万元，累计折旧1800万元）; null where the parts are no such. */
export function netOf(claim: Claim, whole: Fact, parts: readonly Fact[]): LinearEdit | null {
  if (!/净[值额]/.test(whole.label)) return null;
  const signs = parts.map(({ label }) => (/原值/.test(label) ? 1n : /折旧|摊销|减值/.test(label) ? -1n : 0n));
  if (!signs.includes(1n) || signs.includes(0n)) return null;
  return equation(
    claim,
    whole,
    parts.map((fact, i) => [fact, signs[i]!] as const),
  );
}

function equation(claim: Claim, result: Fact, of: readonly (readonly [Fact, bigint])[]): LinearEdit {
  const size = commonSize([result, ...of.map(([fact]) => fact)]);
  const terms = of.map(
    ([fact, sign]): Term => ({ fact, coefficient: -sign * (fact.factor / size), role: 'operand' }),
  );
  const said = of
    .map(([fact, sign], i) => `${i === 0 ? '' : sign > 0n ? ' + ' : ' − '}${fact.label}`)
    .join('');
  return {
    type: 'linear',
    rule: 'NAR-02',
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    method: 'T1',
    relation: '=',
    says: {
      zh: `文字中“${result.label}”应等于 ${said}`,
      en: `“${result.label}” in the text should be ${said}`,
    },
    terms: [{ fact: result, coefficient: result.factor / size, role: 'result' }, ...terms],
    constant: 0n,
  };
}
