import { text } from '../../test/parsers/ofd/drawing.ts';
import type { WrittenPackage } from '../ofd/write-package.ts';
import type { HostileCase } from './case.ts';
import {
  changed,
  contentPart,
  inPart,
  noPage,
  type OfdCase,
  ofdCases,
  parts,
  whole,
  withPart,
} from './ofd.ts';
import { writeZip } from './zip-writer.ts';

const unit = (id: number, inner: string): string =>
  `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${inner}</ofd:Content></ofd:CompositeGraphicUnit>`;
const use = (id: number): string => `<ofd:CompositeObject ID="1" Boundary="0 0 210 297" ResourceID="${id}"/>`;
const units = (...list: string[]): Partial<WrittenPackage> => ({
  resources: `<ofd:CompositeGraphicUnits>${list.join('')}</ofd:CompositeGraphicUnits>`,
});
const steps = (deltas: string): string => text('数值说明', 22, 80, '', ` DeltaX="${deltas}"`);
const path = (data: string): string =>
  `<ofd:PathObject ID="1" Boundary="0 0 210 297"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
const picture = (file: string): Partial<WrittenPackage> => ({
  resources: `<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`,
});
const image = '<ofd:ImageObject ID="1" Boundary="20 100 160 120" CTM="160 0 0 120 0 0" ResourceID="7"/>';

const cases: readonly OfdCase[] = [
  ['honest', () => writeZip(parts()), whole],
  ['unit-in-itself', () => writeZip(parts(use(1), units(unit(1, use(1))))), inPart],
  [
    'units-in-a-ring',
    () => writeZip(parts(use(1), units(unit(1, use(2)), unit(2, use(3)), unit(3, use(1))))),
    inPart,
  ],
  [
    'units-doubled-thirty-times',
    () =>
      writeZip(
        parts(use(1), units(...Array.from({ length: 30 }, (_, i) => unit(i + 1, use(i + 2) + use(i + 2))))),
      ),
    inPart,
  ],
  ['unit-missing', () => writeZip(parts(use(99))), inPart],
  [
    'parameter-of-itself',
    () =>
      writeZip(
        parts(text('数值说明', 22, 80, ' DrawParam="5"'), {
          resources:
            '<ofd:DrawParams><ofd:DrawParam ID="5" Relative="6"/><ofd:DrawParam ID="6" Relative="5"/></ofd:DrawParams>',
        }),
      ),
    whole,
  ],
  ['template-missing', () => writeZip(parts('', {}, { template: 9 })), inPart],
  [
    'template-of-the-page',
    () =>
      changed(
        parts('', { templates: [''] }, { template: 1 }),
        'Doc_0/Document.xml',
        'Tpls/Tpl_0/Content.xml',
        'Pages/Page_0/Content.xml',
      ),
    whole,
  ],
  ['steps-by-the-billion', () => writeZip(parts(steps('g 1000000000 4'))), whole],
  ['steps-of-no-number', () => writeZip(parts(steps('NaN Infinity 1e999'))), whole],
  ['steps-less-than-none', () => writeZip(parts(steps('g -5 4 g'))), whole],
  [
    'boundary-of-no-number',
    () => writeZip(parts(text('数值说明', 22, 80).replace(/Boundary="[^"]*"/, 'Boundary="NaN 1e400 -1 x"'))),
    whole,
  ],
  [
    'matrix-of-noughts',
    () => writeZip(parts(text('数值说明', 22, 80, ' CTM="0 0 0 0 0 0"'))),
    { status: ['ok', 'partial'] },
  ],
  ['path-of-no-number', () => writeZip(parts(path('M 0 0 L NaN 5 X 7'))), inPart],
  ['path-far-away', () => writeZip(parts(path('M -999999 80 L 999999 80 A 1e5 1e-9 0 1 1 5 5'))), whole],
  ['page-huge', () => changed(parts(), contentPart, '0 0 210 297', '0 0 1e9 1e9'), whole],
  ['page-of-nothing', () => changed(parts(), contentPart, '0 0 210 297', '0 0 0 -5'), whole],
  [
    'page-outside',
    () => changed(parts(), 'Doc_0/Document.xml', '"Pages/Page_0/Content.xml"', '"../../../../../etc/passwd"'),
    { ...noPage, absent: 'root:' },
  ],
  [
    'picture-outside',
    () => writeZip(parts(image, picture('../../../../../../etc/passwd'))),
    { ...inPart, absent: 'root:' },
  ],
  [
    'picture-of-no-kind',
    () =>
      withPart(parts(image, picture('a.png')), { name: 'Doc_0/Res/a.png', data: Buffer.from('no picture') }),
    inPart,
  ],
  [
    'picture-of-many-pixels',
    () => withPart(parts(image, picture('a.png')), { name: 'Doc_0/Res/a.png', data: hugePng() }),
    inPart,
  ],
];

/** A PNG whose head says that it has ten thousand million pixels. */
function hugePng(): Buffer {
  const png = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png);
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  png[24] = 8;
  return png;
}

/** Pages of an OFD that draw what they should not. */
export const oddOfdPages: readonly HostileCase[] = ofdCases(cases);
