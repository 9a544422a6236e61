import { generateDocument } from '../generate/document.ts';
import type { Section } from '../generate/page.ts';
import { seededRandom } from '../generate/random.ts';
import { type Drawing, type HtmlStyle, renderHtml } from '../generate/render/html.ts';
import { printByChromium } from '../generate/render/pdf.ts';

/** Fonts like those of office forms: 黑体, 宋体, 楷体. What is not installed falls back to the first. */
const faces = [
  'Noto Sans CJK SC',
  'Noto Serif CJK SC',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'WenQuanYi Zen Hei',
] as const;

/** How often tables are drawn otherwise than with plain lines: each as often as the others. */
const oddDrawings: readonly Drawing[] = [
  'separate',
  'dashed',
  'dotted',
  'double',
  'open-sides',
  'three-line',
  'horizontal-only',
  'grey-hairlines',
];

export const sectionsOfSeeds = (seeds: readonly number[]): Section[] =>
  seeds.flatMap((seed) => generateDocument(seed).sections);

/** Prints the filings of some seeds as one PDF. `plain`: one font and plain lines; `varied`: fonts, lines and shades by the seed. */
export function printFilings(seeds: readonly number[], look: 'plain' | 'varied'): Promise<Uint8Array> {
  const random = seededRandom(seeds[0]! + 7);
  const fontSize = random.int(8, 13);
  const landscape = random.chance(0.5);
  const plain: HtmlStyle = { drawing: 'plain', flow: true, fontSize, landscape };
  if (look === 'plain') return printByChromium(renderHtml(sectionsOfSeeds(seeds), plain));
  const rules = [
    random.chance(0.2) ? 'td.head{background:#d9d9d9}' : '',
    random.chance(0.15) ? 'table{border:2.5px solid #000}' : '',
    random.chance(0.2) ? 'td.first{font-weight:bold}' : '',
    random.chance(0.2) ? 'h1{text-decoration:underline}' : '',
  ];
  const style: HtmlStyle = {
    ...plain,
    drawing: random.chance(0.65) ? 'plain' : random.pick(oddDrawings),
    face: random.pick(faces),
    repeatHeaders: random.chance(0.3),
    rules: rules.join('\n'),
  };
  return printByChromium(renderHtml(sectionsOfSeeds(seeds), style));
}
