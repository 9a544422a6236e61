/** A list of places ends before this many entries, whatever it says. */
const mostEntries = 1_000_000;

/**
 * Numbers of the objects that the lists of places call free at last (ISO 32000-1 §7.5.4, §7.5.6): a later list frees what an update deleted, whose bytes stay in
 * the file. Lists that are streams are not looked into.
 */
export function freedObjects(file: Buffer): ReadonlySet<number> {
  const freed = new Set<number>();
  for (let at = file.indexOf('xref'); at >= 0; at = file.indexOf('xref', at + 4))
    if (file[at - 1] !== 0x74) noteList(file, at + 4, freed);
  return freed;
}

/** Whether an entry in use has the place 0, where the file's head stands: readers take its object for none. */
const isNowhere = (file: Buffer, at: number): boolean =>
  file.toString('latin1', at, at + 10) === '0000000000';

/** Sections of a list: a first number and a count, then a line of 20 bytes each. */
function noteList(file: Buffer, start: number, freed: Set<number>): void {
  let at = start;
  for (;;) {
    const head = /^\s*(\d{1,9}) (\d{1,9})\s+(?=\d{10} )/.exec(file.toString('latin1', at, at + 40));
    if (head === null) return;
    at += head[0].length;
    const first = Number(head[1]);
    const count = Math.min(Number(head[2]), mostEntries);
    for (let i = 0; i < count; i++, at += 20) {
      const kind = file[at + 17];
      if (kind === 0x66 || (kind === 0x6e && isNowhere(file, at))) freed.add(first + i);
      else if (kind === 0x6e) freed.delete(first + i);
      else return;
    }
  }
}
