import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../../parsers/detect.ts';
import { zip } from '../../../scripts/generate/render/zip.ts';
import { firstPicture, writeOfd } from '../../../scripts/ofd/write-package.ts';
import { gridsOf, shape } from '../pdf/reading.ts';
import { cellTexts, lattice, onePage, page, text } from './drawing.ts';
import { codesOf, paragraphsOf, readOfd, refused, wordsOf } from './reading.ts';

const rows = [
  ['指标', '数值', '权重'],
  ['数量', '32.5', '10'],
];
const table = lattice(2, 3) + cellTexts(rows);
const read = ['0,0 指标', '0,1 数值', '0,2 权重', '1,0 数量', '1,1 32.5', '1,2 10'];
const fonts = '<ofd:Font ID="1" FontName="宋体"/>';
const gridOf = async (bytes: Uint8Array): Promise<string[]> => shape(gridsOf(await readOfd(bytes))[0]!);

describe('the package', () => {
  test('is told by its parts, whatever the file is called', () => {
    expect(detectFormat(onePage(table), 'a.zip')).toEqual({ format: 'ofd', error: null });
  });

  test('is read where it was packed again together with its folder', async () => {
    const parts = partsOf(onePage(table)).map(({ path, data }) => ({ path: `申报表/${path}`, data }));
    const ofMac = { path: '__MACOSX/申报表/._OFD.xml', data: Buffer.from('x') };
    expect(await gridOf(zip([...parts, ofMac]))).toEqual(read);
  });

  test.each([
    ['ofd', 'http://www.ofdspec.org/2016'],
    ['', 'http://www.ofdspec.org/2016'],
    ['o', 'http://www.ofdspec.org'],
    ['ofd', 'http://www.ofdspec.org/2008'],
    ['ns0', 'http://www.ofdspec.org/2011'],
  ])('its elements may bear any prefix and address: %s %s', async (prefix, namespace) => {
    expect(await gridOf(onePage(table, { prefix, namespace }))).toEqual(read);
  });

  test('its places lead from the root or from the part that names them, with either slash', async () => {
    for (const place of [
      '/Doc_0/Pages/Page_0/Content.xml',
      './Pages/../Pages/Page_0/Content.xml',
      'pages\\page_0\\content.xml',
    ]) {
      const bytes = withPart(onePage(table), 'Doc_0/Document.xml', (xml) =>
        xml.replace('"Pages/Page_0/Content.xml"', `"${place}"`),
      );
      expect(await gridOf(bytes)).toEqual(read);
    }
  });

  test('may hold several documents, whose pages follow each other', async () => {
    const bytes = withPart(
      writeOfd({ pages: [page(table)], fonts, parts: secondDocument() }),
      'OFD.xml',
      (xml) =>
        xml.replace(
          '</ofd:OFD>',
          '<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        ),
    );
    const source = await readOfd(bytes);
    expect(source.pages.map(({ number, width }) => [number, Math.round(width!)])).toEqual([
      [1, 595],
      [2, 283],
    ]);
    expect(paragraphsOf(source).map(({ location, text: words }) => [location.page, words])).toEqual([
      [2, '附件'],
    ]);
  });

  test('may name its document by its current version alone', async () => {
    const version =
      '<ofd:Versions><ofd:Version ID="v1" Current="false" BaseLoc="none.xml"/><ofd:Version ID="v2" Current="true" BaseLoc="Doc_0/Versions/v2.xml"/></ofd:Versions>';
    const parts = [
      {
        path: 'Doc_0/Versions/v2.xml',
        data: '<ofd:DocVersion xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocRoot>../Document.xml</ofd:DocRoot></ofd:DocVersion>',
      },
    ];
    const bytes = withPart(onePage(table, { parts, body: version }), 'OFD.xml', (xml) =>
      xml.replace(/<ofd:DocRoot>.*?<\/ofd:DocRoot>/, ''),
    );
    expect(await gridOf(bytes)).toEqual(read);
  });

  test('that is encrypted says so', async () => {
    const bytes = onePage(table, { parts: [{ path: 'Encryptions.xml', data: '<Encryptions/>' }] });
    expect((await refused(bytes)).code).toBe('encrypted');
  });

  test('names its attachments and opens none', async () => {
    const parts = [
      {
        path: 'Doc_0/Attachs/Attachments.xml',
        data: '<ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Attachment ID="1" Name="明细.xlsx"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>',
      },
    ];
    const source = await readOfd(
      onePage(table, { parts, document: '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>' }),
    );
    expect(source.warnings.map(({ code, message }) => [code, message.zh])).toEqual([
      ['unsupported_format', '附件未打开：明细.xlsx'],
    ]);
  });
});

describe('a page', () => {
  test('lies over its template, and has its size where it gives none', async () => {
    const source = await readOfd(
      writeOfd({ pages: [{ ...page(cellTexts(rows)), template: 1 }], templates: [lattice(2, 3)], fonts }),
    );
    expect(shape(gridsOf(source)[0]!)).toEqual(read);
    expect(source.warnings).toEqual([]);
  });

  test('draws units, one inside another, each in its own space', async () => {
    const unit = (id: number, objects: string) =>
      `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${objects}</ofd:Content></ofd:CompositeGraphicUnit>`;
    const use = (id: number, x: number, ctm = '') =>
      `<ofd:PageBlock ID="1"><ofd:PageBlock ID="2"><ofd:CompositeObject ID="3" Boundary="${x} 0 210 297" ResourceID="${id}"${ctm}/></ofd:PageBlock></ofd:PageBlock>`;
    const resources = `<ofd:CompositeGraphicUnits>${unit(50, use(51, 5))}${unit(51, table)}</ofd:CompositeGraphicUnits>`;
    const source = await readOfd(onePage(use(50, 10, ' CTM="0.5 0 0 0.5 0 0"'), { resources }));
    const [grid] = gridsOf(source);
    expect(shape(grid!)).toEqual(read);
    const scale = 72 / 25.4;
    expect(grid!.parts[0]!.box!.map((value) => value / scale)).toEqual(
      [22.5, 10, 67.5, 20].map((value) => expect.closeTo(value, 1)),
    );
  });

  test('takes colours and widths from parameters that go back to others, and from spaces of colours', async () => {
    const resources = [
      '<ofd:ColorSpaces><ofd:ColorSpace ID="60" Type="CMYK"/><ofd:ColorSpace ID="61" Type="RGB"><ofd:Palette><ofd:CV>#FF #FF #FF</ofd:CV><ofd:CV>0 0 0</ofd:CV></ofd:Palette></ofd:ColorSpace></ofd:ColorSpaces>',
      '<ofd:DrawParams><ofd:DrawParam ID="70" LineWidth="0.3"><ofd:FillColor ColorSpace="61" Index="0"/></ofd:DrawParam><ofd:DrawParam ID="71" Relative="70"/><ofd:DrawParam ID="72" Relative="72"/></ofd:DrawParams>',
    ].join('');
    const white = text('看不见', 20, 80, ' DrawParam="71"');
    const seen = text('看得见', 20, 90, ' DrawParam="72"');
    const inks = text('青底', 20, 100).replace(
      '<ofd:TextCode',
      '<ofd:FillColor ColorSpace="60" Value="0 0 0 255"/><ofd:TextCode',
    );
    const source = await readOfd(onePage(white + seen + inks, { resources }));
    expect(wordsOf(source)).toEqual(['看得见', '青底']);
    expect(codesOf(source)).toEqual(['text_left_out']);
  });

  test('has its layers in their order, whatever order they are written in', async () => {
    const cover =
      '<ofd:PathObject ID="2" Boundary="10 20 100 20" Fill="true" Stroke="false"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>';
    const layer = (type: string, objects: string) =>
      `<ofd:Layer ID="5" Type="${type}">${objects}</ofd:Layer>`;
    const under = writeOfd({
      pages: [{ ...page(''), layers: layer('Body', text('绩效目标', 20, 30)) + layer('Background', cover) }],
      fonts,
    });
    expect(wordsOf(await readOfd(under))).toEqual(['绩效目标']);
    const over = writeOfd({
      pages: [{ ...page(''), layers: layer('Foreground', cover) + layer('Body', text('绩效目标', 20, 30)) }],
      fonts,
    });
    expect(codesOf(await readOfd(over))).toEqual(['text_left_out']);
  });

  test('draws circles that are no lines', async () => {
    const circle =
      '<ofd:PathObject ID="2" Boundary="20 60 30 30"><ofd:AbbreviatedData>M 0 15 A 15 15 0 0 1 30 15 A 15 15 0 0 1 0 15 C</ofd:AbbreviatedData></ofd:PathObject>';
    expect(gridsOf(await readOfd(onePage(text('绩效目标', 20, 30) + circle)))).toEqual([]);
  });

  test('whose table goes on is joined with the next', async () => {
    const tall =
      lattice(26, 3) +
      cellTexts([rows[0]!, ...Array.from({ length: 25 }, (_, i) => [`数量${i}`, String(i), '4'])]);
    const rest = lattice(3, 3) + cellTexts([rows[0]!, ['质量', '1', '2'], ['时效', '3', '4']]);
    const [grid, ...others] = gridsOf(await readOfd(writeOfd({ pages: [page(tall), page(rest)], fonts })));
    expect(others).toEqual([]);
    expect(grid!.parts.map(({ page: number }) => number)).toEqual([1, 2]);
    expect(grid!.rows).toBe(28);
  });
});

describe('what was laid on a page', () => {
  const laid = (annotations: string) => writeOfd({ pages: [{ ...page(table), annotations }], fonts });
  const annotation = (kind: string, objects: string, more = '') =>
    `<ofd:Annot ID="8" ${kind}${more}><ofd:Appearance Boundary="20 100 60 20">${objects}</ofd:Appearance></ofd:Annot>`;

  test('stands aside: stamps, marks and watermarks', async () => {
    const source = await readOfd(
      laid(
        annotation('Type="Stamp"', text('已审核', 0, 5)) +
          annotation('Type="Watermark"', text('内部', 0, 150)),
      ),
    );
    expect(shape(gridsOf(source)[0]!)).toEqual(read);
    expect(paragraphsOf(source).map(({ role, text: words }) => [role, words])).toEqual([
      ['furniture', '已审核'],
      ['furniture', '内部'],
    ]);
  });

  test('is an entry where somebody typed it', async () => {
    const source = await readOfd(laid(annotation('Type="Path" Subtype="FreeText"', text('补充说明', 0, 5))));
    expect(paragraphsOf(source).map(({ role }) => role)).not.toContain('furniture');
  });

  test('is left out where it is not shown, and told', async () => {
    const source = await readOfd(laid(annotation('Type="Stamp"', text('已审核', 0, 5), ' Visible="false"')));
    expect(paragraphsOf(source)).toEqual([]);
    expect(codesOf(source)).toEqual(['text_left_out']);
  });

  test('electronic seals bear their names, which are none of the text', async () => {
    const parts = sealParts('云溪县水务局财务专用章');
    const source = await readOfd(
      onePage(table, { parts, body: '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>' }),
    );
    expect(shape(gridsOf(source)[0]!)).toEqual(read);
    const [seal] = paragraphsOf(source);
    expect([seal?.role, seal?.text]).toEqual(['furniture', '云溪县水务局财务专用章']);
    expect(seal?.location.box?.x0).toBeCloseTo(60 * (72 / 25.4), 1);
    expect(source.warnings).toEqual([]);
  });
});

describe('pictures', () => {
  const white = encode({
    width: 40,
    height: 40,
    channels: 1,
    depth: 8,
    data: new Uint8Array(1600).fill(255),
  });
  const picture = (place: string) => `<ofd:ImageObject ID="2" ${place} ResourceID="${firstPicture}"/>`;

  test('that a table is drawn beside change nothing', async () => {
    const bytes = onePage(table + picture('Boundary="20 100 30 30" CTM="30 0 0 30 0 0"'), {
      pictures: [{ name: 'a.png', data: white }],
    });
    const source = await readOfd(bytes);
    expect(shape(gridsOf(source)[0]!)).toEqual(read);
    expect(source.warnings).toEqual([]);
  });

  test('that hide text, and those that are not there, are told', async () => {
    const over = onePage(text('绩效目标', 30, 60) + picture('Boundary="20 40 160 80" CTM="160 0 0 80 0 0"'), {
      pictures: [{ name: 'a.png', data: white }],
    });
    expect(codesOf(await readOfd(over))).toContain('text_left_out');
    expect(
      codesOf(await readOfd(onePage(table + picture('Boundary="20 100 30 30" CTM="30 0 0 30 0 0"')))),
    ).toEqual(['page_failed']);
  });

  test('of a whole page make it a scan; one that cannot be decoded is told', async () => {
    const whole = picture('Boundary="0 0 210 297" CTM="210 0 0 297 0 0"');
    const damaged = await readOfd(
      onePage(whole, {
        pictures: [{ name: 'a.jb2', data: Uint8Array.from([0x97, 0x4a, 0x42, 0x32, 1, 2, 3]) }],
      }),
    );
    expect(damaged.pages[0]!.kind).toBe('scanned');
    expect(codesOf(damaged)).toEqual(['no_text']);
  });
});

/** The same package with a part written anew. */
function withPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  return zip(
    partsOf(bytes).map((part) => (part.path === path ? { path, data: change(part.data.toString()) } : part)),
  );
}

/** Parts of a package that is stored without compression. */
function partsOf(bytes: Uint8Array): { path: string; data: Buffer }[] {
  const file = Buffer.from(bytes);
  const parts: { path: string; data: Buffer }[] = [];
  for (let at = 0; file.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name] = [file.readUInt32LE(at + 18), file.readUInt16LE(at + 26)];
    parts.push({
      path: file.toString('utf8', at + 30, at + 30 + name),
      data: file.subarray(at + 30 + name, at + 30 + name + size),
    });
    at += 30 + name + size;
  }
  return parts;
}

function secondDocument(): { path: string; data: string }[] {
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  return [
    {
      path: 'Doc_1/Document.xml',
      data: `<ofd:Document ${ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 100 100</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>`,
    },
    {
      path: 'Doc_1/P.xml',
      data: `<ofd:Page ${ns}><ofd:Content><ofd:Layer ID="1">${text('附件', 20, 30)}</ofd:Layer></ofd:Content></ofd:Page>`,
    },
  ];
}

/** A list of signatures with one seal of 40 mm on the first page, whose signature names it (GB/T 38540). */
function sealParts(name: string): { path: string; data: string | Uint8Array }[] {
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const der = (tag: number, ...inner: Uint8Array[]): Buffer => {
    const body = Buffer.concat(inner);
    return Buffer.concat([
      Buffer.from(body.length < 128 ? [tag, body.length] : [tag, 0x81, body.length]),
      body,
    ]);
  };
  const header = der(
    0x30,
    der(0x16, Buffer.from('ES')),
    der(2, Buffer.from([4])),
    der(0x16, Buffer.from('V')),
  );
  const property = der(0x30, der(2, Buffer.from([1])), der(0x0c, Buffer.from(name)));
  const seal = der(0x30, der(0x30, header, der(0x16, Buffer.from('1')), property));
  return [
    {
      path: 'Doc_0/Signs/Signatures.xml',
      data: `<ofd:Signatures ${ns}><ofd:Signature ID="1" Type="Seal" BaseLoc="/Doc_0/Signs/Sign_0/Signature.xml"/></ofd:Signatures>`,
    },
    {
      path: 'Doc_0/Signs/Sign_0/Signature.xml',
      data: `<ofd:Signature ${ns}><ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="1" Boundary="60 60 40 40"/></ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>`,
    },
    {
      path: 'Doc_0/Signs/Sign_0/SignedValue.dat',
      data: new Uint8Array(der(0x30, der(0x30, der(2, Buffer.from([1])), seal))),
    },
  ];
}
