import type { Finding, Hypothesis } from '../../../schemas/index.ts';
import { isSamePlace } from '../../reconcile/places.ts';
import { place } from '../place.ts';
import { count, type Language, severityNames, words } from '../wording.ts';
import { type Paint, severityMarks } from './paint.ts';
import { displayWidth, pad, printable, truncateMiddle, wrap } from './width.ts';

/** Cells and guesses that are written out for one finding; `--json` gives all of them. */
const evidenceLines = 12;
const guessLines = 3;

/** Columns of the word before a detail: 位置, cells. */
const labelColumns: Record<Language, number> = { zh: 4, en: 5 };
const indent = '    ';

/** The lines of one finding: what is wrong, the equation, the cells, the change that would mend it. */
export function findingLines(
  finding: Finding,
  language: Language,
  width: number,
  paint: Paint,
  nameOf: (documentId: string) => string | null = () => null,
): string[] {
  const { message, equation, hypotheses, related } = finding;
  const room = width - indent.length - labelColumns[language] - 2;
  const details = (word: keyof typeof words, lines: string[]) =>
    detail(words[word][language], lines, language, paint);
  return [
    ...sentence(finding, language, width, paint),
    ...(equation === null || message[language].includes(equation)
      ? []
      : details('equation', wrap(printable(equation), room))),
    ...details('places', places(finding, nameOf, language, room, paint)),
    ...worthShowing(finding).flatMap((hypothesis) => {
      const lines = wrap(proposal(hypothesis, language), room);
      return hypothesis.suggested ? details('proposal', lines.map(paint.good)) : details('guess', lines);
    }),
    ...hiddenGuesses(hypotheses, language).flatMap((line) => details('guess', [paint.faint(line)])),
    ...related.flatMap((message) => details('related', wrap(printable(message[language]), room))),
  ];
}

/** Mark, severity and rule, then the sentence, its further lines under the mark. */
function sentence(
  { severity, rule, message }: Finding,
  language: Language,
  width: number,
  paint: Paint,
): string[] {
  const head = `${severityMarks[severity]} ${severityNames[severity][language]} ${rule}`;
  const [first = '', ...more] = wrap(`${head}  ${printable(message[language])}`, width - indent.length);
  return [
    `  ${paint.severity(severity, head)}${paint.strong(first.slice(head.length))}`,
    ...more.map((line) => indent + paint.strong(line)),
  ];
}

function detail(word: string, lines: string[], language: Language, paint: Paint): string[] {
  return lines.map((line, index) => {
    const label = pad(index === 0 ? word : '', labelColumns[language]);
    return `${indent}${paint.faint(label)}  ${line}`.trimEnd();
  });
}

/** Every cell on a line of its own: the document where it is another one, where it stands, and what is printed there. */
function places(
  { evidence, document_id: home }: Pick<Finding, 'evidence' | 'document_id'>,
  nameOf: (documentId: string) => string | null,
  language: Language,
  room: number,
  paint: Paint,
): string[] {
  const shown = evidence.slice(0, evidenceLines);
  const spots = shown.map(({ source, document_id: other }) => {
    // A cell of another document says whose it is.
    const name = other === null || other === home ? null : nameOf(other);
    const spot = printable(place(source, language));
    return name === null ? spot : `${truncateMiddle(printable(name), Math.floor(room / 2))} ${spot}`;
  });
  const spotColumns = Math.min(32, Math.max(0, ...spots.map(displayWidth)));
  const lines = shown.map(({ text }, index) => {
    const spot = spots[index]!;
    const column = displayWidth(spot) > spotColumns ? spot : pad(spot, spotColumns);
    return `${paint.faint(column)}  ${truncateMiddle(printable(text), Math.max(8, room - displayWidth(column) - 2))}`;
  });
  const hidden = evidence.length - shown.length;
  return hidden > 0 ? [...lines, paint.faint(`… ${count(hidden, 'more', language)}`)] : lines;
}

/** What is safe enough to propose; where nothing is, the best guesses, and what the equation gives for the figure that it is of. */
function worthShowing({ hypotheses, evidence: [total] }: Finding): Hypothesis[] {
  const suggested = hypotheses.filter((hypothesis) => hypothesis.suggested);
  if (suggested.length > 0) return suggested;
  const best = hypotheses.slice(0, guessLines);
  const isOfTotal = ({ change }: Hypothesis): boolean =>
    total !== undefined && isSamePlace(change.source, total.source);
  const anew = best.some(isOfTotal) ? undefined : hypotheses.slice(guessLines).find(isOfTotal);
  return anew === undefined ? best : [...best.slice(0, -1), anew];
}

function hiddenGuesses(hypotheses: readonly Hypothesis[], language: Language): string[] {
  const hidden = hypotheses.some(({ suggested }) => suggested) ? 0 : hypotheses.length - guessLines;
  return hidden > 0 ? [`… ${count(hidden, 'moreGuesses', language)}`] : [];
}

/** The cell, what it would become, and why; a reason that tells the change itself stands alone. */
function proposal({ change, reason }: Hypothesis, language: Language): string {
  const spot = printable(place(change.source, language));
  const why = printable(reason[language]);
  if (why.includes('→')) return `${spot}  ${why}`;
  const becomes = `${printable(change.from) || words.none[language]} → ${printable(change.to)}`;
  return `${spot}  ${becomes}  ${language === 'zh' ? `（${why}）` : `(${why})`}`;
}
