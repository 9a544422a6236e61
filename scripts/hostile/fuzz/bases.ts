import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import UTIF from 'utif2';
import * as sheetjs from 'xlsx';
import { cellTexts, lattice, page } from '../../../test/parsers/ofd/drawing.ts';
import { writePdf } from '../../../test/parsers/pdf/pdf-writer.ts';
import { drawings, drawTable } from '../../../test/parsers/pdf/table-drawing.ts';
import { tablePage } from '../../../test/parsers/scan/drawing.ts';
import { generateDocument } from '../../generate/document.ts';
import type { Random } from '../../generate/random.ts';
import { renderDoc } from '../../generate/render/doc.ts';
import { renderDocx } from '../../generate/render/docx.ts';
import { renderHtml } from '../../generate/render/html.ts';
import { renderOds, renderOdt } from '../../generate/render/open-document.ts';
import { renderRtf } from '../../generate/render/rtf.ts';
import { renderXls } from '../../generate/render/xls.ts';
import { renderXlsx } from '../../generate/render/xlsx.ts';
import { type WrittenPackage, writeOfd } from '../../ofd/write-package.ts';

/** An honest document that damage is done to. */
export interface Base {
  /** Ending of its name. */
  kind: string;
  bytes: Buffer;
}

type Make = (random: Random) => Uint8Array | string;

const sections = (random: Random) => generateDocument(random.int(1, 500)).sections;

/** Streams of Excel 2 to 4 stand bare; what is in use is of Excel 97. */
const versions = ['biff8', 'biff8', 'biff5', 'biff4', 'biff3', 'biff2'] as const;

/** SheetJS writes more versions than its types name. */
function inVersion(workbook: Uint8Array, version: string): Uint8Array {
  const written: unknown = sheetjs.write(sheetjs.read(workbook), {
    type: 'buffer',
    bookType: version as sheetjs.BookType,
  });
  return new Uint8Array(written as Buffer);
}

const makers: Record<string, Make> = {
  docx: (random) => renderDocx(sections(random)),
  doc: (random) => renderDoc(sections(random)),
  xlsx: (random) => renderXlsx(sections(random)),
  xls: (random) => inVersion(renderXls(sections(random)), random.pick(versions)),
  xlsb: (random) => inVersion(renderXls(sections(random)), 'xlsb'),
  html: (random) => renderHtml(sections(random)),
  rtf: (random) => renderRtf(sections(random)),
  odt: (random) => renderOdt(sections(random)),
  ods: (random) => renderOds(sections(random)),
  ofd: (random) => writeOfd({ ...honestOfd, prefix: random.pick(['ofd', '', 'o']) }),
  pdf: (random) =>
    writePdf([
      { content: drawTable(table, random.pick(drawings)) },
      { content: drawTable(table, 'strokes') },
    ]),
  png: () => encodePng({ ...picture, depth: 8 }),
  jpg: () => encodeJpeg({ ...picture, data: coloured() }, 80).data,
  tif: () => new Uint8Array(UTIF.encodeImage(coloured(), picture.width, picture.height)),
};

/** Pictures take a hundred times as long as the others, and come less often. */
export const kinds =
  'docx docx docx doc doc xlsx xlsx xlsx xls xls xlsb html html rtf rtf odt ods pdf pdf pdf pdf ofd ofd png jpg tif'.split(
    ' ',
  );

export function baseOf(kind: string, random: Random): Base {
  return { kind, bytes: Buffer.from(makers[kind]!(random)) };
}

const table = {
  xs: [60, 160, 320, 420],
  ys: [100, 130, 160, 190, 220],
  cells: Array.from({ length: 12 }, (_, i) => ({
    row: Math.floor(i / 3),
    column: i % 3,
    lines: [['target', 'value', 'points'][i % 3]!, String(i * 7)],
  })),
};

/** Two pages of a table over a template, with a unit, parameters and a stamp. */
const honestOfd: WrittenPackage = {
  pages: [1, 2].map((number) => ({
    ...page(
      `${cellTexts([
        ['指标', '数值'],
        ['数量', `${number}.5`],
      ])}<ofd:CompositeObject ID="3" Boundary="0 100 210 50" ResourceID="50"/>`,
    ),
    template: 1,
    annotations: `<ofd:Annot ID="8" Type="Stamp"><ofd:Appearance Boundary="100 200 60 20">${cellTexts([['已审']])}</ofd:Appearance></ofd:Annot>`,
  })),
  templates: [lattice(2, 2)],
  fonts: '<ofd:Font ID="1" FontName="宋体"/>',
  resources: `<ofd:DrawParams><ofd:DrawParam ID="70" LineWidth="0.3"/></ofd:DrawParams><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50" Width="210" Height="50"><ofd:Content>${lattice(1, 2)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
};

const whole = tablePage(4);
/** A corner of a table, for to recognise a whole page takes seconds. */
const picture = {
  width: 300,
  height: 240,
  channels: 1,
  data: Uint8Array.from(
    { length: 300 * 240 },
    (_, i) => whole.data[(90 + Math.floor(i / 300)) * whole.width + 90 + (i % 300)]!,
  ),
};

function coloured(): Buffer {
  const pixels = Buffer.alloc(picture.data.length * 4, 255);
  picture.data.forEach((grey, i) => {
    pixels.fill(grey, i * 4, i * 4 + 3);
  });
  return pixels;
}
