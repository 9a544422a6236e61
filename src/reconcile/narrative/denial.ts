import type { TextRecord } from '../../../schemas/index.ts';
import type { Concept } from './concept.ts';

/** A sentence that says that there was none of something: 在年度决算中未做项目支出. */
export interface Denial {
  item: string;
  measure: Concept['measure'];
  offset: number;
  sentence: string;
  start: number;
}

const NONE =
  /(?:未做|未有|没有|未发生|未安排|未列支|未列|未开支|未产生|无)(?:任何|发生|安排|列支)?(项目支出|公务接待费?支?出?|因公出国（?境?）?费?|公务用车购置费?)/g;
/** Said of another year, of a plan for later, or under a condition. */
const ELSEWHERE = /上年|去年|往年|以前年度|如|若|应当|不得|严禁|除/;

/** Sentences of a text that deny an expense, each with what it is denied of. */
export function denialsIn({ text }: TextRecord): Denial[] {
  return [...text.matchAll(NONE)].flatMap((match): Denial[] => {
    const start = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, match.index))) + 1;
    const end = text.slice(match.index).search(/[。；\n]/);
    const sentence = text.slice(start, end < 0 ? undefined : match.index + end);
    // Behind the words another noun may follow: 无项目支出绩效目标.
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 1);
    if (ELSEWHERE.test(sentence) || !/^[，。；、\n）)]?$/.test(after)) return [];
    const measure = /决算|执行|实际|发生/.test(sentence)
      ? 'executed'
      : /预算|计划/.test(sentence)
        ? 'planned'
        : null;
    return [{ item: match[1]!, measure, offset: match.index, sentence, start }];
  });
}
