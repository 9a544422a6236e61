import { failed, type Kind, told } from './kind.ts';
import { olderBooks } from './older-books.ts';
import { pages } from './pages.ts';
import { texts } from './texts.ts';
import { wordOneText } from './word-one-text.ts';

/** A download that ends after a share of its bytes. */
const cut = (name: string, share: number, ending: Kind[2]): Kind => {
  const whole = [...olderBooks, ...pages, ...texts, ...wordOneText].find(([own]) => own === name);
  if (whole === undefined) throw new Error(`no ${name}`);
  const make = () => {
    const bytes = whole[1]();
    return bytes.subarray(0, Math.floor(bytes.length * share));
  };
  return [`cut-at-${share * 100}-${name}`, make, ending];
};

/** Downloads of texts that were cut off, which have no checksum and no directory that would be missed. */
export const cutFiles: readonly Kind[] = [0.7, 0.9, 0.97].flatMap((share) => [
  cut('ss2003.xml', share, told('sheet_failed')),
  cut('word-html.doc', share, told('page_failed')),
  cut('excel-html.xls', share, told('page_failed')),
  cut('mht-qp.mht', share, told('page_failed')),
  cut('mht-base64.mht', share, share > 0.95 ? { comesTo: 'form' } : told('page_failed')),
  cut('csv-gbk.csv', share, told('sheet_failed')),
  cut('fods.fods', share, failed('corrupt')),
  cut('flat-opc.xml', share, failed('corrupt')),
  cut('word-2003.xml', share, failed('corrupt')),
]);
