import type { Indicator } from '../../schemas/index.ts';
import { readQuantity, stripMarks } from '../values/index.ts';
import type { WrittenIndicators } from './field-reading.ts';
import { newIndicator, type Owner } from './records.ts';

/** 【产出指标-数量指标】: the levels of the indicators that follow in the same cell. */
const block = /【\s*([^【】\-—－/]{2,16}?)\s*[-—－/]+\s*([^【】]{2,20}?)\s*】/g;
const firstBlock = new RegExp(block.source);
const item =
  /^(.{1,80}?)(?:[（(][^（）()]{0,4}\*+\s*([^（）()*]{0,10})[)）])?\s*(>=|<=|≥|≤|≧|≦|＞|＜|=|＝|>|<|[:：])\s*(.{1,60})$/s;

/** Longest cell that is read so, in characters. */
const LONGEST = 20_000;

/** Whether a cell holds indicators as running text under their levels in brackets. */
export function holdsWrittenIndicators(text: string): boolean {
  if (!text.includes('【') || text.length > LONGEST) return false;
  const found = firstBlock.exec(text);
  return found !== null && /指标|满意度|效益|成本/.test(found[1] as string);
}

/** Reads 【level1-level2】name(≥**unit)>=value;name… Each piece between semicolons or line ends is an indicator. */
export function readWritten(
  written: WrittenIndicators,
  owner: Owner,
  evaluation: boolean,
  ordinal: number,
): Indicator[] {
  const found: Indicator[] = [];
  const heads = [...written.text.matchAll(block)];
  heads.forEach((head, k) => {
    const from = head.index + head[0].length;
    const pieces = written.text.slice(from, heads[k + 1]?.index ?? written.text.length).split(/[;；\n。]/);
    for (const piece of pieces) {
      const text = stripMarks(piece).rest;
      if (text === '') continue;
      const record = newIndicator(owner, ordinal + found.length, evaluation ? 'evaluation' : 'annual', {});
      record.level1 = (head[1] as string).trim();
      record.level2 = (head[2] as string).trim();
      record.confidence = written.confidence;
      const parts = item.exec(text);
      record.level3 = (parts?.[1] ?? text).trim();
      if (parts) {
        const op = /[:：]/.test(parts[3] as string) ? null : (parts[3] as string);
        record.target = readQuantity((parts[4] as string).trim(), { unit: parts[2]?.trim() || null, op });
        record.source.target = written.at;
      }
      record.source.level3 = written.at;
      found.push(record);
    }
  });
  return found;
}
