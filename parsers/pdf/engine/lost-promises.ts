/** What pdf.js names the errors that it throws. */
const names = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'JpegError',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
]);

let open = 0;

/**
 * While files are open, takes the rejections that pdf.js leaves behind: it fetches the pages beside the one that is asked for and does
 * not wait for them, and one whose object is not where the file says would end a program that only wanted to read the others. Its
 * page is told when it is read. Whatever else is rejected goes the way it would have gone. Returns what ends this.
 */
export function holdLostPromises(): () => void {
  if (open++ === 0) process.on('unhandledRejection', onRejection);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    // A rejection is told after the turn in which it was left.
    setImmediate(() => {
      if (--open === 0) process.off('unhandledRejection', onRejection);
    });
  };
}

function onRejection(reason: unknown): void {
  if (names.has((reason as { name?: string } | null)?.name ?? '')) return;
  // With no other listener Node would have thrown it.
  if (process.listenerCount('unhandledRejection') === 1) throw reason;
}
