/** A head-count that a cell lists with others. */
interface ListedCount {
  /** As printed: 编制, 公务用车. */
  item: string;
  /** With its unit: 52人. */
  figure: string;
  unit: string;
}

const piece =
  /(?:^|[\s,，、;；。])(?:其\s*中\s*[:：]?\s*)?(\p{Script=Han}{1,12})\s*[:：]?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})\s*([人名辆台])(?=$|[\s,，、;；。])/gu;
const ofStaff = /人员|人数|编制|车辆|用车|职工|队伍|在编|在职/;
/** Longest cell that is read so, in characters. */
const LONGEST = 120;

/**
 * 人员及车辆情况 | 编制52人，实有50人，车辆6辆, or all of it in one cell behind a colon: the counts where the cell holds two of them at
 * least and nothing else, and the label says that it is of people or cars; empty for any other text.
 */
export function listedCounts(label: string, text: string): ListedCount[] {
  if (text.length > LONGEST || !/\d\s*[人名辆台]/.test(text)) return [];
  const [, own, behind] = /^\s*([^:：\d]{2,14})[:：]\s*(.*)$/s.exec(text) ?? [];
  if (!ofStaff.test(own ?? label)) return [];
  const list = (behind ?? text).trim();
  const found: ListedCount[] = [];
  let left = list;
  for (const [whole, item = '', figure = '', unit = ''] of list.matchAll(piece)) {
    found.push({ item, figure: `${figure}${unit}`, unit });
    left = left.replace(whole, '');
  }
  return found.length < 2 || /[^\s,，、;；。]/.test(left) ? [] : found;
}
