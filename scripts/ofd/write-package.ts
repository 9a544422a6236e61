import { type Entry, zip } from '../generate/render/zip.ts';

/** Namespace of GB/T 33190-2016. */
export const namespace = 'http://www.ofdspec.org/2016';

/** A page to be written: its objects as markup, and what goes with it. Millimetres. */
export interface WrittenPage {
  width: number;
  height: number;
  /** Objects of its one layer of text. */
  objects: string;
  /** More layers, whole. */
  layers?: string;
  /** Number of the template under it. */
  template?: number;
  /** Annot elements laid on it. */
  annotations?: string;
}

/** What pages of a package refer to. */
export interface WrittenPackage {
  pages: readonly WrittenPage[];
  /** Objects of the templates, by the order of their numbers from 1. */
  templates?: readonly string[];
  /** Font elements. */
  fonts?: string;
  /** DrawParam, ColorSpace and CompositeGraphicUnit elements, in their lists. */
  resources?: string;
  /** Files of pictures: name in the folder Res, and bytes. The number of a picture is its place in the list from 900 000. */
  pictures?: readonly { name: string; data: Uint8Array }[];
  /** Prefix of the elements; "" for the namespace alone. */
  prefix?: string;
  namespace?: string;
  /** Further parts. */
  parts?: readonly { path: string; data: string | Uint8Array }[];
  /** Markup in the body of the package and of the document. */
  body?: string;
  document?: string;
}

export const firstPicture = 900_000;
const firstTemplate = 800_000;

/** An OFD package with one document, set out as Suwell, Foxit and ofdrw do (Doc_0/Pages/Page_0/Content.xml). Elements in `objects` bear the prefix ofd:, which is changed to the one given. */
export const writeOfd = (what: WrittenPackage): Uint8Array => zip(ofdParts(what));

/** The parts of such a package. */
export function ofdParts(what: WrittenPackage): Entry[] {
  const { pages, templates = [], fonts = '', resources = '', pictures = [], parts = [] } = what;
  const { prefix = 'ofd', namespace: address = namespace, body = '', document = '' } = what;
  const own = (markup: string): string =>
    prefix === 'ofd' ? markup : markup.replaceAll(/(<\/?)ofd:/g, prefix === '' ? '$1' : `$1${prefix}:`);
  const part = (root: string, inner: string, attributes = ''): string =>
    own(
      `<?xml version="1.0" encoding="UTF-8"?>\n<ofd:${root} ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${address}"${attributes}>${inner}</ofd:${root}>`,
    );
  const box = ({ width, height }: WrittenPage): string =>
    `<ofd:PhysicalBox>0 0 ${n(width)} ${n(height)}</ofd:PhysicalBox>`;
  const annotated = pages
    .map(({ annotations }, i) => ({ annotations, i }))
    .filter(({ annotations }) => annotations);
  const media = pictures
    .map(
      ({ name }, i) =>
        `<ofd:MultiMedia ID="${firstPicture + i}" Type="Image"><ofd:MediaFile>${name}</ofd:MediaFile></ofd:MultiMedia>`,
    )
    .join('');
  const common = [
    '<ofd:CommonData><ofd:MaxUnitID>999999</ofd:MaxUnitID>',
    `<ofd:PageArea>${pages[0] ? box(pages[0]) : '<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>'}</ofd:PageArea>`,
    '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
    ...templates.map(
      (_, i) => `<ofd:TemplatePage ID="${firstTemplate + i + 1}" BaseLoc="Tpls/Tpl_${i}/Content.xml"/>`,
    ),
    '</ofd:CommonData>',
  ].join('');
  const list = pages
    .map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
    .join('');
  const layer = (objects: string): string =>
    objects === '' ? '' : `<ofd:Layer ID="700000" Type="Body">${objects}</ofd:Layer>`;
  return [
    {
      path: 'OFD.xml',
      data: part(
        'OFD',
        `<ofd:DocBody><ofd:DocInfo><ofd:DocID>44f68e9d7c3d4e0a8b1c2d3e4f506172</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody>`,
        ' Version="1.0" DocType="OFD"',
      ),
    },
    {
      path: 'Doc_0/Document.xml',
      data: part(
        'Document',
        `${common}<ofd:Pages>${list}</ofd:Pages>${annotated.length > 0 ? '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>' : ''}${document}`,
      ),
    },
    { path: 'Doc_0/PublicRes.xml', data: part('Res', `<ofd:Fonts>${fonts}</ofd:Fonts>`, ' BaseLoc="Res"') },
    {
      path: 'Doc_0/DocumentRes.xml',
      data: part('Res', `${resources}<ofd:MultiMedias>${media}</ofd:MultiMedias>`, ' BaseLoc="Res"'),
    },
    ...pages.map((page, i) => ({
      path: `Doc_0/Pages/Page_${i}/Content.xml`,
      data: part(
        'Page',
        `${page.template === undefined ? '' : `<ofd:Template TemplateID="${firstTemplate + page.template}" ZOrder="Background"/>`}<ofd:Area>${box(page)}</ofd:Area><ofd:Content>${page.layers ?? ''}${layer(page.objects)}</ofd:Content>`,
      ),
    })),
    ...templates.map((objects, i) => ({
      path: `Doc_0/Tpls/Tpl_${i}/Content.xml`,
      data: part('Page', `<ofd:Content>${layer(objects)}</ofd:Content>`),
    })),
    ...(annotated.length === 0
      ? []
      : [
          {
            path: 'Doc_0/Annots/Annotations.xml',
            data: part(
              'Annotations',
              annotated
                .map(
                  ({ i }) =>
                    `<ofd:Page PageID="${i + 1}"><ofd:FileLoc>Page_${i}/Annotation.xml</ofd:FileLoc></ofd:Page>`,
                )
                .join(''),
            ),
          },
        ]),
    ...annotated.map(({ annotations, i }) => ({
      path: `Doc_0/Annots/Page_${i}/Annotation.xml`,
      data: part('PageAnnot', annotations!),
    })),
    ...pictures.map(({ name, data }) => ({ path: `Doc_0/Res/${name}`, data })),
    ...parts.map(({ path, data }) => ({ path, data: typeof data === 'string' ? own(data) : data })),
  ];
}

/** A number as writers print it: to a thousandth of a millimetre. */
export function n(value: number): string {
  const text = value.toFixed(3);
  return String(Number(text));
}

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
