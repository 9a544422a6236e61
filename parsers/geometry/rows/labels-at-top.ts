/** Rows of a head above the first group of a table, at most. */
const mostHeads = 3;

/** Fewest groups. */
const fewestGroups = 2;

/**
 * Whether the labels of a column, none of them Chinese, stand at the top of their groups: the first in the first row below the head,
 * and all in groups of one size, or where no groups have them in their middles. `rows` are the rows
 * of the labels, that of a head too, `total` the count of all rows.
 */
export function standAtTop(rows: readonly number[], texts: readonly string[], total: number): boolean {
  if (texts.some((text) => /\p{Script=Han}/u.test(text))) return false;
  const groups = rows[1] === rows[0]! + 1 ? rows.slice(1) : rows;
  if (groups.length < fewestGroups || groups[0]! > mostHeads) return false;
  const sizes = groups.map((row, i) => (groups[i + 1] ?? total) - row);
  return sizes.every((size) => size === sizes[0]) || !standInMiddle(groups, total);
}

/** Whether each label stands in the middle row of a group, the first in one of its own. */
function standInMiddle(labels: readonly number[], total: number): boolean {
  let from = labels[0]!;
  for (const [i, row] of labels.entries()) {
    const end = 2 * row - from + 1;
    if (end <= from || end > (labels[i + 1] ?? total)) return false;
    from = end;
  }
  return from === total;
}
