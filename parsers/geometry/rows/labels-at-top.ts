/** Rows of a head above the first group of a table, at most. */
const mostHeads = 3;

/** Fewest groups. */
const fewestGroups = 2;

/**
 * Whether the labels of a column stand at the top of their groups: the first in the first row below the head,
 * and all in groups of one size, or where no groups have them in their middles. Chinese ones stand in the middle as a rule: only where no
 * groups up to the last have them there, for the page may cut that one. `rows` are the rows
 * of the labels, that of a head too, `total` the count of all rows.
 */
export function standAtTop(rows: readonly number[], texts: readonly string[], total: number): boolean {
  const isChinese = texts.some((text) => /\p{Script=Han}/u.test(text));
  const hasHead = rows[1] === rows[0]! + 1;
  const groups = hasHead ? rows.slice(1) : rows;
  if (isChinese)
    return hasHead && rows[0] === 0 && !standInMiddle(groups.slice(0, -1), groups.at(-1)!, false);
  if (groups.length < fewestGroups || groups[0]! > mostHeads) return false;
  const sizes = groups.map((row, i) => (groups[i + 1] ?? total) - row);
  return sizes.every((size) => size === sizes[0]) || !standInMiddle(groups, total);
}

/** Whether each label stands in the middle row of a group, the first in one of its own, and the last group ends (where it `mustEnd`) at the last row. */
function standInMiddle(labels: readonly number[], total: number, mustEnd = true): boolean {
  let from = labels[0]!;
  for (const [i, row] of labels.entries()) {
    const end = 2 * row - from + 1;
    if (end <= from || end > (labels[i + 1] ?? total)) return false;
    from = end;
  }
  return !mustEnd || from === total;
}
