/** Texts that a page must show and never obey. */
export const hostileTexts = {
  script: '<script>window.broken = 1</script>',
  ending: '</script><script>window.broken = 2</script>',
  image: '"><img src=x onerror="window.broken = 3">',
  link: "<a href='javascript:window.broken=4'>点此</a>",
  turned: '实付\u202e00.001\u202c元',
  separator: '一行\u2028二行\u2029三行',
  style: '</style><style>*{display:none}</style>',
  comment: '<!-- <script> -->',
  expression: '{{window.broken = 5}} `broken`',
} as const;

/** A self-evaluation whose cells hold hostile texts, with a total that is too high, as HTML that names each of them. */
export function hostileForm(): string {
  const { script, ending, image, link, turned, separator, style, comment, expression } = hostileTexts;
  const rows = [
    ['部门整体支出绩效目标申报表'],
    ['部门名称', `青岚县${script}馆`, '预算年度', '2024年'],
    ['收入构成（万元）', '金额', '占比', ''],
    ['合计', '40.00', '100%', ''],
    [`财政拨款${ending}`, '20.00', '', ''],
    [`其他资金${image}`, '10.00', '', ''],
    ['一级指标', '三级指标', '指标值', '权重'],
    ['产出指标', `${link}`, `${turned}`, '60'],
    ['效益指标', `${separator}${style}`, `${comment}${expression}`, '30'],
  ];
  const cells = (row: string[]) =>
    row.length === 1
      ? `<td colspan="4">${row[0]}</td>`
      : row.map((text) => `<td>${entities(text)}</td>`).join('');
  return `<!doctype html><meta charset="utf-8"><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table><p>${entities(image + turned)}</p>`;
}

function entities(text: string): string {
  return text.replace(/[&<>"\u2028\u2029]/g, (character) => `&#${character.codePointAt(0)};`);
}
