/** How a writer puts the same drawing into OFD. */
export interface Manner {
  name: string;
  prefix: string;
  namespace: string;
  /** Texts in millimetres, in the units of the source under a transformation, or large numbers under one that makes them small. */
  space: 'page' | 'points' | 'fine';
  /** Every sign a text object of its own, or a text of one operator in one. */
  single: boolean;
  /** Steps that repeat as `g 3 4.5`. */
  repeats: boolean;
  /** What lines are drawn from. */
  lines: 'page' | 'template' | 'unit';
  /** Colours and widths by parameters of drawing. */
  params: boolean;
  /** Fonts embedded with a map of characters; embedded without, so that texts number their glyphs, or hold nothing but these numbers; or only named. */
  fonts: 'mapped' | 'numbered' | 'untold' | 'named';
}

const plain: Manner = {
  name: 'suwell',
  prefix: 'ofd',
  namespace: 'http://www.ofdspec.org/2016',
  space: 'page',
  single: false,
  repeats: true,
  lines: 'page',
  params: false,
  fonts: 'mapped',
};

/** As the writers of Suwell, ofdrw, WPS, Foxit, of printers' drivers and of invoices do it, and by numbers of glyphs alone. */
export const manners: readonly Manner[] = [
  plain,
  { ...plain, name: 'wps', space: 'points', repeats: false },
  { ...plain, name: 'foxit', prefix: '', space: 'fine', repeats: false, params: true, fonts: 'numbered' },
  { ...plain, name: 'driver', namespace: 'http://www.ofdspec.org', single: true, fonts: 'named' },
  { ...plain, name: 'invoice', prefix: 'o', lines: 'template', params: true, fonts: 'named' },
  { ...plain, name: 'unit', lines: 'unit' },
  { ...plain, name: 'numbers', fonts: 'untold' },
];
