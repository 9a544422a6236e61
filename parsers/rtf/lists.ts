import { signFonts } from '../word/written-markup.ts';
import { encodingOfCharset, encodingOfPage, symbolCharset } from './code-pages.ts';
import { begin, type Reading } from './group.ts';

/** Tables at the head of a document: fonts, colours, styles (RTF 1.9.1, "Font Table", "Color Table", "Style Sheet"). */

export function readFonts(reading: Reading): void {
  let number = 0;
  let name = '';
  let charset = 0;
  let page: string | null = null;
  const finish = (): void => {
    const own = name.replace(/;[\s\S]*$/, '').trim();
    if (own !== '')
      reading.fonts.set(number, {
        name: own,
        encoding: encodingOfCharset(charset) ?? page,
        isOfSigns: charset === symbolCharset || signFonts.test(own),
      });
    name = '';
  };
  begin(reading, {
    isText: false,
    text(text) {
      name += text;
      if (text.includes(';')) finish();
    },
    word(word, value) {
      if (word === 'f') {
        finish();
        [number, charset, page] = [value ?? 0, 0, null];
      } else if (word === 'fcharset') charset = value ?? 0;
      else if (word === 'cpg') page = encodingOfPage(value);
    },
    close: finish,
  });
}

export function readColours(reading: Reading): void {
  let colour: [number, number, number] | null = null;
  const part = (index: 0 | 1 | 2, value: number | null): void => {
    colour ??= [0, 0, 0];
    colour[index] = Math.max(0, Math.min(255, value ?? 0));
  };
  begin(reading, {
    isText: false,
    text(text) {
      for (const sign of text) {
        if (sign !== ';') continue;
        const hex = colour?.map((value) => value.toString(16).padStart(2, '0')).join('');
        reading.colours.push(hex ?? null);
        colour = null;
      }
    },
    word(name, value) {
      if (name === 'red') part(0, value);
      else if (name === 'green') part(1, value);
      else if (name === 'blue') part(2, value);
    },
  });
}

export function readStyles(reading: Reading): void {
  let number: number | null = 0;
  let name = '';
  begin(reading, {
    isText: false,
    text(text) {
      name += text;
      const end = name.indexOf(';');
      if (end < 0) return;
      if (number !== null) reading.styles.set(String(number), name.slice(0, end).trim());
      // The normal style has no number.
      [number, name] = [0, ''];
    },
    word(word, value) {
      if (word === 's') number = value ?? 0;
      else if (word === 'cs' || word === 'ts' || word === 'ds') number = null;
    },
  });
}
