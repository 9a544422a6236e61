import { generateDocument } from '../generate/document.ts';
import { type Random, seededRandom } from '../generate/random.ts';
import { escapeXml } from '../generate/render/xml.ts';

/** Faces that filings are printed in: black ones, 宋体 and 楷体. */
export const faces = [
  'Noto Sans CJK SC',
  'Noto Serif CJK SC',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'WenQuanYi Zen Hei',
] as const;

/** Cells that a page has room for without running over, at the largest size of letters. */
const rows = 24;

/** A page of HTML with one table whose cells hold figures of all kinds, labels and long texts of fictional filings. */
export function cellPage(seed: number): string {
  const random = seededRandom(seed * 7919 + 13);
  const texts = generateDocument(seed)
    .sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'grid' ? block.cells : []))
    .map(({ text }) => text.trim())
    .filter((text) => /\p{Script=Han}/u.test(text));
  const labels = texts.filter((text) => text.length < 30 && !/\d/.test(text));
  const long = texts.filter((text) => text.length >= 30);
  const lines = Array.from({ length: rows }, (_, i) => {
    const words = i % 6 === 0 && long.length > 0 ? random.pick(long) : random.pick(labels);
    const cells = [words, ...Array.from({ length: 5 }, () => figure(random)), random.pick(labels)];
    return `<tr>${cells.map((text) => `<td>${escapeXml(text)}</td>`).join('')}</tr>`;
  });
  const face = faces[seed % faces.length]!;
  const size = 8 + random.int(0, 8) / 2;
  const css = [
    '@page{size:A4 landscape;margin:12mm}',
    `body{font:${size}pt/1.3 "${face}";margin:0}`,
    'table{border-collapse:collapse;table-layout:fixed;width:100%}',
    'td{border:1px solid #000;padding:1px 3px;text-align:center;word-wrap:break-word}',
    'col.words{width:24%}',
  ].join('\n');
  const columns = `<col class="words">${'<col>'.repeat(5)}<col class="words">`;
  return `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>${css}</style><table>${columns}${lines.join('')}</table></html>`;
}

const units = ['%', '万元', '元', '人', '人次', '个', '次', '项', '套', '天', '平方米', '公里', '亩', '户'];

/** A figure as forms print them: amounts, shares, targets with a sign, ranges, dates, figures in brackets. */
export function figure(random: Random): string {
  const sign = random.pick(['≥', '≤', '=', '＞', '＜', '≥', '≤', '≥']);
  switch (random.int(0, 9)) {
    case 0:
    case 1:
      return amount(random, true);
    case 2:
      return amount(random, false) + (random.chance(0.5) ? '万元' : '');
    case 3:
    case 4:
      return `${sign}${share(random)}%`;
    case 5:
      return `${sign}${random.int(1, 9999)}${random.pick(units)}`;
    case 6:
      return `${share(random)}%`;
    case 7:
      return `${random.int(1, 99_999)}${random.pick(units)}`;
    case 8: {
      const from = random.int(1, 400) / 10;
      return `${from}${random.pick(['-', '--', '—', '～'])}${(from + random.int(1, 90) / 10).toFixed(1)}${random.pick(units)}`;
    }
    default:
      return random.pick([
        `${random.int(2015, 2027)}年${random.int(1, 12)}月${random.int(1, 28)}日`,
        `${random.int(2015, 2027)}年${random.int(1, 12)}月底前`,
        `（${amount(random, false)}）`,
        `-${amount(random, true)}`,
        `${sign}${amount(random, random.chance(0.5))}`,
        `${random.int(1, 9)}.${random.int(1, 9)}.${random.int(1, 9)}`,
        `第${random.int(1, 4)}季度`,
        `${random.int(0, 20)}`,
      ]);
  }
}

function amount(random: Random, grouped: boolean): string {
  const whole = random.int(0, 10 ** random.int(1, grouped ? 7 : 5));
  const text = grouped ? String(whole).replace(/\B(?=(\d{3})+$)/g, ',') : String(whole);
  const places = random.int(0, 3);
  return places === 0 ? text : `${text}.${String(random.int(0, 10 ** places - 1)).padStart(places, '0')}`;
}

function share(random: Random): string {
  return random.chance(0.5)
    ? String(random.int(1, 100))
    : (random.int(1, 9999) / 100).toFixed(random.int(1, 2));
}
