import { readPeriod } from '../../values/period.ts';
import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** A project that runs into another fiscal year without saying so. */
export const TMP_02: FilingRule = {
  id: 'TMP-02',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '项目期跨年度而未注明', en: 'Period crosses the fiscal year' },
  explanation: {
    zh: '项目名称或说明中的起止时间跨两个预算年度，而没有注明跨年或延续项目，年度预算与产出的口径可能不同。',
    en: 'The period in a name or a note runs over two budget years and the form does not call the project a multi-year one; budget and outputs may be of different spans.',
  },
  tolerance: 'TS',
  severity: 'info',
  parameters: {},
  example: { zh: '项目名称含“2030年4月-2031年3月”', en: 'a name with 2030年4月-2031年3月' },
  check,
};

const SPAN =
  /20\d{2}年\d{1,2}月(?:\d{1,2}日)?\s*[-—~至到]{1,2}\s*20\d{2}年\d{1,2}月(?:\d{1,2}日)?|20\d{4}\s*[-—~至]\s*20\d{4}/g;
const DECLARED = /跨年|延续|续建|多年|分期|分年度/;

function check(context: FilingContext): Outcome[] {
  const { filing, texts } = context;
  const places = [
    cellOf(filing, 'project', 'project', filing.project ?? ''),
    ...texts.filter(({ role }) => role !== 'prose').map((text) => cellOf(text, 'text', text.role, text.text)),
  ];
  if (places.some(({ text }) => DECLARED.test(text))) return [passed(filing.filing_id)];
  const crossing = places.flatMap((place) => {
    const span = (place.text.match(SPAN) ?? []).find(crossesYear);
    return span === undefined ? [] : [{ place, span }];
  });
  const [first] = crossing;
  if (first === undefined) return [];
  return [
    notice(context, {
      verdict: 'explained',
      message: {
        zh: `起止时间“${first.span}”跨预算年度，未注明跨年`,
        en: `the period “${first.span}” crosses the fiscal year`,
      },
      evidence: crossing.map(({ place }) => place),
      operands: ['period', first.span],
    }),
  ];
}

function crossesYear(span: string): boolean {
  const period = readPeriod(span);
  return period !== null && period.from.slice(0, 4) !== period.to.slice(0, 4);
}
