import { cellTexts, lattice, page } from '../../test/parsers/ofd/drawing.ts';
import { ofdParts, type WrittenPackage, type WrittenPage } from '../ofd/write-package.ts';
import { type Expectation, type HostileCase, refused } from './case.ts';
import { type LyingEntry, writeZip } from './zip-writer.ts';

export const table =
  lattice(3, 3) +
  cellTexts([
    ['指标', '数值', '权重'],
    ['数量', '32.5', '10'],
    ['质量', '95%', '5'],
  ]);
const fonts = '<ofd:Font ID="1" FontName="宋体"/>';
export const contentPart = 'Doc_0/Pages/Page_0/Content.xml';
export const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** An honest page with a table, and what is put into its package. */
export function parts(
  objects = '',
  more: Partial<WrittenPackage> = {},
  own: Partial<WrittenPage> = {},
): LyingEntry[] {
  const pages = [{ ...page(table + objects), ...own }];
  return ofdParts({ pages, fonts, ...more }).map(({ path, data }) => ({
    name: path,
    data: Buffer.from(data),
  }));
}

/** A part written anew: damage that does nothing would test nothing. */
export function changed(entries: LyingEntry[], name: string, from: RegExp | string, to: string): Buffer {
  return writeZip(
    entries.map((entry) => {
      if (entry.name !== name) return entry;
      const before = Buffer.from(entry.data).toString();
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`nothing to replace: ${from}`);
      return { name, data: Buffer.from(after) };
    }),
  );
}

export const without = (entries: LyingEntry[], name: string): Buffer =>
  writeZip(entries.filter((entry) => entry.name !== name));
export const withPart = (entries: LyingEntry[], entry: LyingEntry): Buffer =>
  writeZip([...entries.filter(({ name }) => name !== entry.name), entry]);

/** All of it is there, and has to be read. */
export const whole: Expectation = { status: ['ok'] };
export const inPart: Expectation = { status: ['partial'] };
export const noPage = refused('page_failed', 'corrupt', 'too_large');

/** Cases by what is wrong with them, as files. */
export type OfdCase = [name: string, make: () => Buffer, expected: Expectation, heavy?: true];

export const ofdCases = (cases: readonly OfdCase[]): HostileCase[] =>
  cases.map(([name, make, expected, heavy]) => ({
    name: `ofd-${name}.ofd`,
    make,
    expected,
    ...(heavy && { heavy }),
  }));
