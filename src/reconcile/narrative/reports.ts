import type { Filing, TextRecord } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import { keptWith } from '../remembered.ts';
import type { DocumentContext } from '../rule.ts';

/** 2031年旱厕改造项目绩效自评报告 above its paragraphs. */
const TITLE = /(?:自评|评价|自我评价|评估)(?:工作|总结|情况)?报告(?:（[^（）]{0,20}）)?$/;
const LONGEST_TITLE = 60;

/** Blocks at which the reports of a document begin; empty where it holds one report at most. */
const beginnings = keptWith((document: DocumentContext): readonly number[] => {
  const titles = new Map<string, number>();
  for (const { text, source } of document.texts) {
    const bare = text.trim();
    if (bare.length > LONGEST_TITLE || !TITLE.test(bare)) continue;
    const block = source.text?.block;
    if (block !== undefined && !titles.has(bare)) titles.set(bare, block);
  }
  return titles.size < 2 ? [] : [...titles.values()].sort((a, b) => a - b);
});

/** Whether a text and a form stand in one report: several are bound in one document, and each has a form of its own behind it. */
export function isOfReport(document: DocumentContext, text: TextRecord, form: Filing): boolean {
  const starts = beginnings(document);
  if (starts.length === 0) return true;
  const block = text.source.text?.block;
  const other = Object.values(form.source)[0]?.block;
  if (block === undefined || other === undefined) return true;
  const numberOf = (at: number): number => starts.findLastIndex((start) => start <= at);
  return numberOf(block) === numberOf(other);
}

/** Characters before a figure in which the project that it is told of is named. */
const REACH = 600;
/** Shortest name that tells a project, in characters. */
const SHORTEST_PROJECT = 3;

/** Of several forms the one of the project that a text names last in front of an offset; null where it names none, or two forms are of it. */
export function formNamed({ text }: TextRecord, offset: number, forms: readonly Filing[]): Filing | null {
  const before = normalised(text.slice(Math.max(0, offset - REACH), offset));
  const ends = forms.map((form) => {
    const name = normalised(form.project);
    const at = name.length < SHORTEST_PROJECT ? -1 : before.lastIndexOf(name);
    return { form, end: at < 0 ? -1 : at + name.length, length: name.length };
  });
  ends.sort((a, b) => b.end - a.end || b.length - a.length);
  const [best, next] = ends;
  if (best === undefined || best.end < 0) return null;
  return next !== undefined && next.end === best.end && next.length === best.length ? null : best.form;
}

const OWN_NAME =
  /(?:^|[，。；：\n、.）“"])([^，。；：\n、.）“”"]{3,30}?)["”]?(?:项目)?(?:支出)?(?:绩效)?自评(?:综述|情况|结果|得分)/g;
const NO_NAME = /^(?:[本该各]|项目|绩效|部门|单位|我|根据|综合|整体|年度|\d|经|目标|最终|总体)/;

/** Whether a text tells in front of an offset of the self-evaluation of a project by a name that is not that of the form. */
export function namesAnother({ text }: TextRecord, offset: number, form: Filing): boolean {
  const own = normalised(form.project);
  if (own === '') return false;
  const said = [...text.slice(Math.max(0, offset - REACH), offset + 1).matchAll(OWN_NAME)].at(-1)?.[1];
  const name = normalised(said ?? '');
  return name.length >= SHORTEST_PROJECT && !NO_NAME.test(name) && !own.includes(name) && !name.includes(own);
}
