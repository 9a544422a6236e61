import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../parsers/limits.ts';
import { parsePdf } from '../../../parsers/pdf/index.ts';
import { show, type TestPage, writePdf } from './pdf-writer.ts';
import { paragraphsOf, readPdf } from './reading.ts';
import { form } from './small-form.ts';
import { drawTable } from './table-drawing.ts';

const options = { name: 'a.pdf', format: 'pdf', limits: defaultLimits } as const;
const codeOf = async (
  bytes: Uint8Array,
  more: { password?: string; limits?: typeof defaultLimits } = {},
): Promise<string> => {
  const result = await parsePdf(bytes, { ...options, ...more });
  return result.status === 'read' ? 'read' : result.error.code;
};
const texts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ content: show(`page ${i + 1} text`, 60, 700) }));

describe('files that cannot be read are error values', () => {
  test('empty', async () => expect(await codeOf(new Uint8Array())).toBe('empty'));
  test('not a PDF inside', async () =>
    expect(await codeOf(Buffer.from('%PDF-1.7\nnothing here'))).toBe('corrupt'));
  test('without pages', async () => expect(['empty', 'corrupt']).toContain(await codeOf(writePdf([]))));
  test('too large', async () =>
    expect(await codeOf(writePdf(texts(1)), { limits: { ...defaultLimits, maxBytes: 100 } })).toBe(
      'too_large',
    ));
});

test('a file without its end is recovered', async () => {
  const bytes = writePdf(texts(3));
  const source = await readPdf(bytes.subarray(0, bytes.length - 400));
  expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['page 1 text', 'page 2 text', 'page 3 text']);
});

test('a page that cannot be read is named, the others are kept', async () => {
  const pdf = Buffer.from(writePdf(texts(3))).toString('latin1');
  const broken = pdf.replace('22 0 obj\n<< /Type /Page', '22 0 obj\n<< /Type /Nope');
  const result = await parsePdf(Buffer.from(broken, 'latin1'), options);
  expect(result.status).toBe('read');
  const source = result.status === 'read' ? result.source : null;
  expect(paragraphsOf(source!).map(({ text }) => text)).toContain('page 1 text');
  expect(paragraphsOf(source!).map(({ text }) => text)).toContain('page 3 text');
});

test('a page whose object is not where the file says ends no program, and nothing is said on its terminal', () => {
  const pdf = Buffer.from(writePdf(texts(3)))
    .toString('latin1')
    .replace('22 0 obj', '77 0 obj');
  const program = `
    import { parsePdf } from ${JSON.stringify(new URL('../../../parsers/pdf/index.ts', import.meta.url).href)};
    import { defaultLimits } from ${JSON.stringify(new URL('../../../parsers/limits.ts', import.meta.url).href)};
    const bytes = Buffer.from(${JSON.stringify(pdf)}, 'latin1');
    const result = await parsePdf(bytes, { name: 'a.pdf', format: 'pdf', limits: defaultLimits });
    await new Promise((done) => setTimeout(done, 20));
    console.log(result.status, process.listenerCount('unhandledRejection'));`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: 'read 0\n' });
});

test('pages beyond the limit are named', async () => {
  const source = await readPdf(writePdf(texts(4)), { limits: { maxPages: 2 } });
  expect(source.pages).toHaveLength(2);
  expect(source.warnings).toMatchObject([{ code: 'too_large', place: 'pages 3-4' }]);
});

test('attachments are listed and not opened', async () => {
  const bytes = writePdf(texts(1), {
    catalog: '/Names << /EmbeddedFiles << /Names [(budget.xlsx) 100 0 R] >> >>',
    objects: [
      { number: 100, dict: '/Type /Filespec /F (budget.xlsx) /UF (budget.xlsx) /EF << /F 101 0 R >>' },
      { number: 101, dict: '/Type /EmbeddedFile', stream: 'PK' },
    ],
  });
  const { warnings } = await readPdf(bytes);
  expect(warnings).toMatchObject([{ code: 'unsupported_format', place: 'attachments' }]);
  expect(warnings[0]!.message.en).toContain('budget.xlsx');
});

test('a file that is attached to a place of a page is named', async () => {
  const bytes = writePdf([{ ...texts(1)[0]!, extra: '/Annots [100 0 R]' }], {
    objects: [
      { number: 100, dict: '/Type /Annot /Subtype /FileAttachment /Rect [9 9 19 19] /FS 101 0 R' },
      { number: 101, dict: '/Type /Filespec /F (budget.xlsx) /EF << /F 102 0 R >>' },
      { number: 102, dict: '/Type /EmbeddedFile', stream: 'PK' },
    ],
  });
  const { warnings } = await readPdf(bytes);
  expect(warnings).toMatchObject([{ code: 'unsupported_format', place: 'attachments' }]);
  expect(warnings[0]!.message.en).toContain('budget.xlsx');
});

describe('a picture of a page', () => {
  const image = {
    number: 100,
    dict: '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
    stream: '\u0000\u00ff\u00ff\u0000',
  };
  const page = (text: string) => ({
    content: `q 595 0 0 842 0 0 cm /I Do Q ${text}`,
    resources: '/XObject << /I 100 0 R >>',
  });

  test('with the hidden text of an OCR is scanned, and its text is not taken for print', async () => {
    const source = await readPdf(
      writePdf([page(`3 Tr ${show('hidden words of a scanning program', 60, 700)}`)], { objects: [image] }),
    );
    expect(source.pages[0]!.kind).toBe('scanned');
    expect(JSON.stringify(source.blocks)).not.toContain('hidden');
  });

  test('behind a page of text is a background', async () => {
    const source = await readPdf(
      writePdf([page(show('a page with a letterhead behind its forty and more characters', 60, 700))], {
        objects: [image],
      }),
    );
    expect(source.pages[0]!.kind).toBe('digital');
    expect(paragraphsOf(source)).toHaveLength(1);
  });
});

test('characters without a meaning mark their page for recognition', async () => {
  const codes = Array.from({ length: 30 }, (_, i) => (0x4e00 + i).toString(16)).join('');
  const source = await readPdf(writePdf([{ content: `BT /F3 10 Tf 1 0 0 1 60 700 Tm <${codes}> Tj ET` }]));
  expect(source.warnings).toMatchObject([{ code: 'no_text', place: 'page 1' }]);
});

describe('an encrypted file', () => {
  const bytes = encrypted('tide');
  test('asks for its password', async () => expect(await codeOf(bytes)).toBe('encrypted'));
  test('refuses a wrong one', async () => expect(await codeOf(bytes, { password: 'ebb' })).toBe('encrypted'));
  test('opens with the right one', async () => {
    expect(paragraphsOf(await readPdf(bytes, { password: 'tide' })).map(({ text }) => text)).toEqual([
      'page 1 text',
    ]);
  });
});

test('a file that is only restricted opens with whatever password is given for others', async () => {
  const [first] = paragraphsOf(await readPdf(encrypted(''), { password: 'tide' }));
  expect(first?.text).toBe('page 1 text');
});

/** Standard security handler, revision 2: ISO 32000-1 §7.6.3. */
function encrypted(password: string): Uint8Array {
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const padded = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), padding]).subarray(0, 32);
  const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password));
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded(password), owner, permissions, id).subarray(0, 5);
  const user = rc4(key, padding);
  const hex = (data: Uint8Array) => `<${Buffer.from(data).toString('hex')}>`;
  return writePdf(texts(1), {
    objects: [{ number: 100, dict: `/Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -4` }],
    trailer: `/Encrypt 100 0 R /ID [${hex(id)} ${hex(id)}]`,
    cipher: (data, object) =>
      rc4(md5(key, Buffer.from([object & 0xff, object >> 8, 0, 0, 0])).subarray(0, 10), data),
  });
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const s = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + s[i]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
    return byte ^ s[(s[i]! + s[j]!) & 255]!;
  });
}

test('a form that its reader lays out (XFA) is refused, one with fields and one that shows its table are read', async () => {
  const xfa = '/XFA [(template) 400 0 R]';
  const objects = [
    { number: 300, dict: '/Type /Annot /Subtype /Widget /F 4 /FT /Tx /T (a) /V (95) /Rect [60 600 90 620]' },
    { number: 400, dict: '', stream: '<template/>' },
  ];
  const page = { content: show('Please wait...', 60, 700), extra: '/Annots [300 0 R]' };
  const codes = async (fields: string, shown: TestPage): Promise<string[]> => {
    const source = await readPdf(writePdf([shown], { objects, catalog: `/AcroForm << ${fields} ${xfa} >>` }));
    return source.warnings.map(({ code }) => code);
  };
  await expect(codes('/Fields []', { ...page, extra: '' })).rejects.toThrow('unsupported_format');
  const notice = 'Your PDF viewer may not be able to display this type of document.';
  const framed = `40 560 400 200 re S 40 660 m 440 660 l S ${show('Please wait...', 60, 700)}${show(notice, 60, 600)}`;
  await expect(codes('/Fields [300 0 R]', { ...page, content: framed })).rejects.toThrow(
    'unsupported_format',
  );
  expect(await codes('/Fields [300 0 R]', page)).toEqual([]);
  expect(await codes('/Fields []', { content: drawTable(form, 'strokes') })).toEqual([]);
});
