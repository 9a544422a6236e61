import { type HostileCase, read, refused, survived } from './case.ts';
import { form } from './form.ts';

const table = (inner: string) => `<!doctype html><meta charset="utf-8"><table>${inner}</table>`;

/** Pages and delimited texts that ask for too much, or carry what a reader might run. */
export const texts: readonly HostileCase[] = [
  {
    name: 'wide-span.html',
    make: () => Buffer.from(table('<tr><td colspan="1000000000" rowspan="1000000000">一<td>二')),
    expected: survived,
  },
  {
    name: 'nested-tables.html',
    make: () => Buffer.from('<table><tr><td>'.repeat(20_000) + form()),
    expected: survived,
  },
  {
    name: 'deep-elements.html',
    heavy: true,
    make: () => Buffer.from(`${'<div>'.repeat(200_000)}${form()}`),
    expected: survived,
  },
  {
    name: 'many-rows.html',
    heavy: true,
    make: () => Buffer.from(table('<tr><td>一<td>二'.repeat(1_500_000))),
    expected: { status: ['failed', 'partial'], codes: ['too_large', 'timeout', 'out_of_memory', 'corrupt'] },
  },
  {
    name: 'entity-of-a-file.xml',
    make: () =>
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&x;</Data></Cell></Row></Table></Worksheet></Workbook>',
      ),
    expected: { ...survived, absent: 'root:' },
  },
  {
    name: 'script.html',
    make: () =>
      Buffer.from(
        form(
          '30.00',
          '<script>while(1);</script><img src=x onerror=alert(1)><iframe src="http://127.0.0.1:9/"></iframe>',
        ),
      ),
    expected: read,
  },
  {
    name: 'formula.csv',
    make: () => Buffer.from('三级指标,指标值\n=1+1,@SUM(A1)\n-cmd|calc,+1\n'),
    expected: read,
  },
  {
    name: 'one-long-line.csv',
    heavy: true,
    make: () => Buffer.from(`${'甲,'.repeat(3_000_000)}\n`),
    expected: { status: ['failed', 'partial'], codes: ['too_large', 'timeout', 'out_of_memory'] },
  },
  {
    name: 'unclosed-quote.csv',
    make: () => Buffer.from(`三级指标,指标值\n"${'甲乙\n'.repeat(500_000)}`),
    expected: survived,
  },
  {
    name: 'utf-16-without-a-mark.csv',
    make: () => Buffer.from('一级指标,指标值\n演出场次,≥12场\n', 'utf16le'),
    expected: read,
  },
  { name: 'utf-16-without-a-mark.html', make: () => Buffer.from(form(), 'utf16le').swap16(), expected: read },
  {
    name: 'long-spans.xml',
    make: () =>
      Buffer.from(
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Column ss:Span="2000000000"/><Row ss:Span="2000000000">${['指标', '数量'].map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row></Table></Worksheet></Workbook>`,
      ),
    expected: read,
  },
  { name: 'zeros.xlsx', make: () => Buffer.alloc(4096), expected: refused('empty', 'unknown_format') },
  { name: 'nothing.pdf', make: () => new Uint8Array(), expected: refused('empty') },
  {
    name: 'noise.xls',
    make: () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255)),
    expected: refused('unknown_format', 'corrupt'),
  },
  { name: 'page.pdf', make: () => Buffer.from(form()), expected: read },
  { name: 'page.doc', make: () => Buffer.from(form()), expected: read },
];
