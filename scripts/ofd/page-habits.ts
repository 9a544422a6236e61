import type { Habit } from './package-habits.ts';
import { changed } from './parts.ts';

const content = /Pages\/.*Content\.xml$/;
const drawn = /Content\.xml$/;
const document = /Document\.xml$/;

const pageWith =
  (write: (xml: string) => string, where = content) =>
  (bytes: Uint8Array) =>
    changed(bytes, where, write);

const area = /<ofd:Area>.*?<\/ofd:Area>/;
const layer = /<ofd:Layer ID="700000" Type="Body">(.*)<\/ofd:Layer>/s;
const objects = /<ofd:(TextObject|PathObject|ImageObject) .*?<\/ofd:\1>/gs;

/** Attributes of all text objects changed. */
const textObjects = (change: (tag: string) => string) =>
  pageWith((xml) => xml.replaceAll(/<ofd:TextObject [^>]*>/g, change), drawn);

const box = (tag: string): number[] => (/Boundary="([^"]*)"/.exec(tag)?.[1] ?? '').split(' ').map(Number);

/** A text whose Boundary is the page, as invoices have it: its place is in its transformation. */
function overPage(tag: string): string {
  const [x = 0, y = 0] = box(tag);
  const ctm = (/ CTM="([^"]*)"/.exec(tag)?.[1] ?? '1 0 0 1 0 0').split(' ').map(Number);
  const moved = [...ctm.slice(0, 4), ctm[4]! + x, ctm[5]! + y].map((value) =>
    String(Number(value.toFixed(6))),
  );
  return tag
    .replace(/Boundary="[^"]*"/, 'Boundary="0 0 420 420"')
    .replace(/ CTM="[^"]*"/, '')
    .replace('>', ` CTM="${moved.join(' ')}">`);
}

/** A text with a TextCode for each of its signs. */
const eachCode = (xml: string): string =>
  xml.replaceAll(
    /<ofd:TextCode X="([^"]*)" Y="([^"]*)" DeltaX="([^"]*)">([^<&\\]*)<\/ofd:TextCode>/g,
    (whole, x: string, y: string, deltas: string, words: string) => {
      const steps = deltas
        .replaceAll(/g (\d+) (\S+)/g, (_, count: string, step: string) =>
          Array(Number(count)).fill(step).join(' '),
        )
        .split(' ')
        .map(Number);
      const signs = [...words];
      if (signs.length !== steps.length + 1) return whole;
      let at = Number(x);
      return signs
        .map((sign, i) => {
          const code = `<ofd:TextCode X="${Number(at.toFixed(4))}" Y="${y}">${sign}</ofd:TextCode>`;
          at += steps[i] ?? 0;
          return code;
        })
        .join('');
    },
  );

/** How pages are set up. */
const pages: readonly Habit[] = [
  { name: 'the size of the document', write: pageWith((xml) => xml.replace(area, '')) },
  {
    name: 'all boxes of a page',
    write: pageWith((xml) =>
      xml.replace(
        '</ofd:Area>',
        '<ofd:ApplicationBox>10 10 190 277</ofd:ApplicationBox><ofd:ContentBox>20 20 170 257</ofd:ContentBox><ofd:BleedBox>0 0 216 303</ofd:BleedBox></ofd:Area>',
      ),
    ),
  },
  {
    name: 'a layer for each object',
    write: pageWith((xml) =>
      xml.replace(layer, (_, inner: string) => inner.replaceAll(objects, '<ofd:Layer ID="1">$&</ofd:Layer>')),
    ),
  },
  { name: 'layers of no kind', write: pageWith((xml) => xml.replaceAll(' Type="Body"', '')) },
  {
    name: 'blocks in blocks',
    write: pageWith((xml) =>
      xml.replace(
        layer,
        '<ofd:Layer ID="1"><ofd:PageBlock ID="2"><ofd:PageBlock ID="3">$1</ofd:PageBlock></ofd:PageBlock></ofd:Layer>',
      ),
    ),
  },
  {
    name: 'a content for each layer',
    write: pageWith((xml) => xml.replace('<ofd:Content>', '<ofd:Content/><ofd:Content>')),
  },
  {
    name: 'the order of a template in the document',
    write: (bytes) =>
      changed(
        changed(bytes, content, (xml) => xml.replace(' ZOrder="Background"', '')),
        document,
        (xml) => xml.replaceAll('<ofd:TemplatePage ', '<ofd:TemplatePage ZOrder="Background" '),
      ),
  },
  {
    name: 'a template over the page',
    write: pageWith((xml) => xml.replace('ZOrder="Background"', 'ZOrder="Foreground"')),
  },
  {
    name: 'objects with actions',
    write: pageWith(
      (xml) =>
        xml.replaceAll(
          /(<ofd:TextObject [^>]*>)/g,
          '$1<ofd:Actions><ofd:Action Event="CLICK"><ofd:URI URI="http://a"/></ofd:Action></ofd:Actions>',
        ),
      drawn,
    ),
  },
];

/** How objects are written. */
const drawing: readonly Habit[] = [
  { name: 'a Boundary as large as the page', write: textObjects(overPage) },
  {
    name: 'no Boundary',
    write: pageWith(
      (xml) =>
        xml.replaceAll(/<ofd:TextObject [^>]*>/g, (tag) => overPage(tag).replace(/ Boundary="[^"]*"/, '')),
      drawn,
    ),
  },
  {
    name: 'a Boundary of no height',
    write: textObjects((tag) => tag.replace(/Boundary="(\S+) (\S+) (\S+) \S+"/, 'Boundary="$1 $2 $3 0"')),
  },
  {
    name: 'a transformation that does nothing',
    write: textObjects((tag) => (tag.includes('CTM=') ? tag : tag.replace('>', ' CTM="1 0 0 1 0 0">'))),
  },
  {
    name: 'all attributes',
    write: textObjects((tag) =>
      tag.replace(
        '>',
        ' LineWidth="0.353" MiterLimit="3.527" Join="Miter" Cap="Butt" Stroke="false" Fill="true" Weight="400" Italic="false" ReadDirection="0" CharDirection="0" Visible="true" Alpha="255">',
      ),
    ),
  },
  { name: 'ones for yes', write: textObjects((tag) => tag.replace('>', ' Visible="1">')) },
  {
    name: 'grey by its number',
    write: pageWith(
      (xml) => xml.replaceAll('<ofd:FillColor Value="0 0 0"', '<ofd:FillColor ColorSpace="15" Value="0"'),
      drawn,
    ),
  },
  {
    name: 'colours with commas',
    write: pageWith((xml) => xml.replaceAll(/Value="(\d+) (\d+) (\d+)"/g, 'Value="$1,$2,$3"'), drawn),
  },
  {
    name: 'colours in hexadecimal',
    write: pageWith(
      (xml) =>
        xml.replaceAll(
          /Value="(\d+) (\d+) (\d+)"/g,
          (_, ...levels: string[]) =>
            `Value="${levels
              .slice(0, 3)
              .map((level) => `#${Number(level).toString(16)}`)
              .join(' ')}"`,
        ),
      drawn,
    ),
  },
  {
    name: 'numbers with exponents',
    write: pageWith(
      (xml) =>
        xml.replaceAll(
          /DeltaX="(\d[\d.]*)"/g,
          (_, step: string) => `DeltaX="${Number(step).toExponential()}"`,
        ),
      drawn,
    ),
  },
  {
    name: 'steps with blanks around',
    write: pageWith(
      (xml) =>
        xml.replaceAll(
          /DeltaX="([^"]*)"/g,
          (_, steps: string) => `DeltaX="  ${steps.replaceAll(' ', '   ')} "`,
        ),
      drawn,
    ),
  },
  {
    name: 'a step behind the last sign',
    write: pageWith((xml) => xml.replaceAll(/DeltaX="([^"]*)"/g, 'DeltaX="$1 3.5"'), drawn),
  },
  {
    name: 'texts with lines around',
    write: pageWith((xml) => xml.replaceAll(/(<ofd:TextCode[^>]*>)([^<]*)</g, '$1\n      $2\n    <'), drawn),
  },
  { name: 'a code for each sign', write: pageWith(eachCode, drawn) },
  {
    name: 'codes before colours',
    write: pageWith(
      (xml) =>
        xml.replaceAll(
          /(<ofd:TextObject [^>]*>)((?:<ofd:(?:Fill|Stroke)Color [^>]*\/>)+)(<ofd:TextCode.*?<\/ofd:TextCode>)(?=<\/ofd:TextObject>)/gs,
          '$1$3$2',
        ),
      drawn,
    ),
  },
  {
    name: 'paths without blanks',
    write: pageWith(
      (xml) =>
        xml.replaceAll(
          /<ofd:AbbreviatedData>([^<]*)</g,
          (_, path: string) => `<ofd:AbbreviatedData>${path.replaceAll(/ ?([MLBQC]) ?/g, '$1')}<`,
        ),
      drawn,
    ),
  },
  {
    name: 'paths with S',
    write: pageWith((xml) => xml.replaceAll('<ofd:AbbreviatedData>M ', '<ofd:AbbreviatedData>S '), drawn),
  },
  {
    name: 'paths in lines',
    write: pageWith(
      (xml) =>
        xml.replaceAll(
          /<ofd:AbbreviatedData>([^<]*)</g,
          (_, path: string) => `<ofd:AbbreviatedData>\n${path.replaceAll(/ ([LBQC])/g, '\n$1')}\n<`,
        ),
      drawn,
    ),
  },
  {
    name: 'objects with clips that cut nothing',
    write: pageWith(
      (xml) =>
        xml.replaceAll(
          /(<ofd:TextObject [^>]*>)(?!<ofd:Clips)/g,
          '$1<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="-500 -500 2000 2000" Fill="true"><ofd:AbbreviatedData>M 0 0 L 2000 0 L 2000 2000 L 0 2000 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>',
        ),
      drawn,
    ),
  },
  {
    name: 'an area under all',
    write: pageWith((xml) =>
      xml.replace(
        layer,
        '<ofd:Layer ID="1" Type="Background"><ofd:PathObject ID="2" Boundary="0 0 420 420" Fill="true" Stroke="false"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 420 0 L 420 420 L 0 420 C</ofd:AbbreviatedData></ofd:PathObject></ofd:Layer>$&',
      ),
    ),
  },
  {
    name: 'a shading under all',
    write: pageWith((xml) =>
      xml.replace(
        layer,
        '<ofd:Layer ID="1" Type="Background"><ofd:PathObject ID="2" Boundary="0 0 420 420" Fill="true" Stroke="false"><ofd:FillColor><ofd:AxialShd StartPoint="0 0" EndPoint="420 0"><ofd:Segment><ofd:Color Value="250 250 250"/></ofd:Segment></ofd:AxialShd></ofd:FillColor><ofd:AbbreviatedData>M 0 0 L 420 0 L 420 420 L 0 420 C</ofd:AbbreviatedData></ofd:PathObject></ofd:Layer>$&',
      ),
    ),
  },
  { name: 'a font that is not there', write: textObjects((tag) => tag.replace(/ Font="\d+"/, ' Font="77"')) },
];

/** Ways of writers to draw a page. */
export const pageHabits: readonly Habit[] = [...pages, ...drawing];
