import type { Evidence, Finding, Hypothesis } from '../../../schemas/index.ts';
import { place } from '../place.ts';
import { count, type Language, severityNames, words } from '../wording.ts';
import { type Paint, severityMarks } from './paint.ts';
import { displayWidth, pad, printable, truncate, wrap } from './width.ts';

/** Cells and guesses that are written out for one finding; `--json` gives all of them. */
const evidenceLines = 12;
const guessLines = 3;

/** Columns before the text of a detail: two spaces, a word of up to four columns (位置), two spaces. */
const labelColumns = 4;
const indent = '    ';

/** The lines of one finding: what is wrong, the equation, the cells, the change that would mend it. */
export function findingLines(finding: Finding, language: Language, width: number, paint: Paint): string[] {
  const { severity } = finding;
  const label = `${severityMarks[severity]} ${severityNames[severity][language]} ${finding.rule}`;
  const room = width - displayWidth(label) - 4;
  const [first = '', ...more] = wrap(printable(finding.message[language]), Math.min(room, width - 4));
  const hang = ' '.repeat(displayWidth(label) + 4);
  const details = (word: keyof typeof words, lines: string[]) => detail(words[word][language], lines, paint);
  return [
    `  ${paint.severity(severity, label)}  ${paint.strong(first)}`,
    ...more.map((line) => hang + paint.strong(line)),
    ...(finding.equation === null
      ? []
      : details('equation', wrap(printable(finding.equation), detailRoom(width)))),
    ...details('places', places(finding.evidence, language, detailRoom(width), paint)),
    ...finding.hypotheses
      .slice(0, guessLines)
      .flatMap((hypothesis) => proposal(hypothesis, language, width, paint)),
    ...finding.related.flatMap((message) =>
      details('related', wrap(printable(message[language]), detailRoom(width))),
    ),
  ];
}

/** Columns left for the text of a detail. */
function detailRoom(width: number): number {
  return width - indent.length - labelColumns - 2;
}

function detail(word: string, lines: string[], paint: Paint): string[] {
  return lines.map((line, index) =>
    `${indent}${paint.faint(pad(index === 0 ? word : '', labelColumns))}  ${line}`.trimEnd(),
  );
}

/** Every cell on a line of its own: where it stands, and what is printed there. */
function places(evidence: Evidence[], language: Language, room: number, paint: Paint): string[] {
  const shown = evidence.slice(0, evidenceLines);
  const spots = shown.map(({ source }) => printable(place(source, language)));
  const spotColumns = Math.min(24, Math.max(0, ...spots.map(displayWidth)));
  const lines = shown.map(({ text }, index) => {
    const spot = spots[index]!;
    const column = displayWidth(spot) > spotColumns ? spot : pad(spot, spotColumns);
    return `${paint.faint(column)}  ${truncate(printable(text), Math.max(8, room - displayWidth(column) - 2))}`;
  });
  const hidden = evidence.length - shown.length;
  return hidden > 0 ? [...lines, paint.faint(`… ${count(hidden, 'more', language)}`)] : lines;
}

function proposal(
  { change, reason, suggested }: Hypothesis,
  language: Language,
  width: number,
  paint: Paint,
): string[] {
  const becomes = `${printable(change.from) || words.none[language]} → ${printable(change.to)}`;
  const why = printable(reason[language]);
  const sentence = `${printable(place(change.source, language))}  ${becomes}  ${language === 'zh' ? `（${why}）` : `(${why})`}`;
  const lines = wrap(sentence, detailRoom(width));
  const word = words[suggested ? 'proposal' : 'guess'][language];
  return detail(word, suggested ? lines.map(paint.good) : lines, paint);
}
