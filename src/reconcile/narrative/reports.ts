import type { Filing, TextRecord } from '../../../schemas/index.ts';
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
