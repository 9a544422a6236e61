import { encodeEntities } from '../word/markup.ts';
import { begin, type Destination, nowhere, type Reading } from './group.ts';
import { putRun } from './runs.ts';

/** Parts of equations that are read, as OMML calls them; RTF writes an `m` before each (RTF 1.9.1, "Mathematics"). */
const structures = new Set(
  'f num den sSup sSub sSubSup sPre e sup sub rad deg d nary func fName m mr r acc bar box borderBox groupChr limLow limUpp lim eqArr dPr naryPr'.split(
    ' ',
  ),
);
/** Signs that properties name. */
const signs = new Set(['begChr', 'endChr', 'sepChr', 'chr']);

/** An equation, handed on as Word writes it. */
export function readEquation(reading: Reading): void {
  const written: string[] = [];
  begin(reading, {
    ...piece(reading, written, false),
    close: () => putRun(reading, `<m:oMath>${written.join('')}</m:oMath>`),
  });
}

/** `isRun`: what stands in it is shown. */
function piece(reading: Reading, written: string[], isRun: boolean): Destination {
  return {
    isText: false,
    text: (text) => {
      if (isRun) written.push(`<m:t>${encodeEntities(text)}</m:t>`);
    },
    word: (word) => {
      if (!word.startsWith('m') || reading.group.owns) return;
      const name = word.slice(1);
      if (signs.has(name)) readSign(reading, written, name);
      else if (structures.has(name)) {
        written.push(`<m:${name}>`);
        const close = (): void => {
          written.push(`</m:${name}>`);
        };
        begin(reading, { ...piece(reading, written, name === 'r'), close });
      } else if (name.endsWith('Pr')) reading.group.destination = nowhere;
    },
  };
}

function readSign(reading: Reading, written: string[], name: string): void {
  let sign = '';
  begin(reading, {
    isText: false,
    text: (text) => {
      sign += text;
    },
    close: () => {
      written.push(`<m:${name} m:val="${encodeEntities(sign)}"/>`);
    },
  });
}
