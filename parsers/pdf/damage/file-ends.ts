const end = '%%EOF';
/** Before a header there are no more blanks than these. */
const longestGap = 64;

/** Whether a whole document is followed by another in the file (two that were joined as files are): readers show one of them. */
export function holdsSeveral(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('%PDF-', 1); at >= 0; at = file.indexOf('%PDF-', at + 1))
    if (
      file
        .toString('latin1', Math.max(0, at - longestGap), at)
        .trimEnd()
        .endsWith(end) &&
      file.subarray(0, at).includes(' obj')
    )
      return true;
  return false;
}

/**
 * Whether objects stand behind the last place that the file names (`startxref`): a change that was cut off before it ended, and of which
 * nothing is read.
 */
export function holdsUnlisted(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = file.lastIndexOf('startxref');
  return last >= 0 && /\b\d{1,9}\s+\d{1,5}\s+obj\b/.test(file.toString('latin1', last));
}
