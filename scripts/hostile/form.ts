/** An invented form as HTML: clean, or with a total that is not the sum of its parts. */
export function form(total = '30.00', extra = ''): string {
  const rows = [
    ['部门整体支出绩效目标申报表'],
    ['部门名称', '青岚县文化馆', '预算年度', '2024年'],
    ['收入构成（万元）', '金额', '占比', ''],
    ['合计', total, '100%', ''],
    ['财政拨款', '20.00', '', ''],
    ['其他资金', '10.00', '', ''],
    ['一级指标', '三级指标', '指标值', '权重'],
    ['产出指标', '演出场次', '≥12场', '60'],
    ['效益指标', '观众满意度', '≥90%', '40'],
  ];
  const cells = (row: string[]) =>
    row.length === 1 ? `<td colspan="4">${row[0]}</td>` : row.map((text) => `<td>${text}</td>`).join('');
  const lines = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
  return `<!doctype html><meta charset="utf-8"><table>${lines}</table>${extra}`;
}
