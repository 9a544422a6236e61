import { changed, partsOf, renamed } from './parts.ts';

/** Another way to write the same package: what is read of it is the same. */
export interface Habit {
  name: string;
  write: (bytes: Uint8Array) => Uint8Array;
}

const all = /\.xml$/;
const document = /Document\.xml$/;
const content = /Content\.xml$/;
const resources = /Res\.xml$/;

const xmlWith =
  (write: (xml: string) => string | Uint8Array, where = all) =>
  (bytes: Uint8Array) =>
    changed(bytes, where, write);

/** Places of other parts as they stand in a part of a folder, made absolute. */
const absolute = (xml: string, path: string): string => {
  const folder = path.includes('/') ? `/${path.slice(0, path.lastIndexOf('/'))}` : '';
  return xml
    .replaceAll(/ BaseLoc="(?!\/)([^"]+)"/g, ` BaseLoc="${folder}/$1"`)
    .replaceAll(
      /(<ofd:(?:DocRoot|PublicRes|DocumentRes|Annotations|Attachments|FileLoc|CustomTags)>)(?!\/)/g,
      `$1${folder}/`,
    );
};

const utf16 = (xml: string): Uint8Array =>
  Buffer.from(`\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le');

/** How the markup is written. */
const markup: readonly Habit[] = [
  { name: 'byte order mark', write: xmlWith((xml) => `\ufeff${xml}`) },
  { name: 'UTF-16', write: xmlWith(utf16) },
  { name: 'no declaration', write: xmlWith((xml) => xml.replace(/^<\?xml[^>]*\?>\s*/, '')) },
  { name: 'apostrophes', write: xmlWith((xml) => xml.replaceAll(/="([^"']*)"/g, "='$1'")) },
  { name: 'set out in lines', write: xmlWith((xml) => xml.replaceAll('><', '>\r\n    <')) },
  { name: 'attributes in lines', write: xmlWith((xml) => xml.replaceAll(/ (\w+)="/g, '\n\t$1 = "')) },
  {
    name: 'comments and instructions',
    write: xmlWith((xml) => xml.replaceAll('><ofd:', '><!-- <ofd:x> --><?p a="b"?><ofd:')),
  },
  {
    name: 'CDATA',
    write: xmlWith((xml) => xml.replaceAll(/(<ofd:TextCode[^>]*>)([^<&]+)</g, '$1<![CDATA[$2]]><'), content),
  },
  {
    name: 'numbers of characters',
    write: xmlWith(
      (xml) =>
        xml.replaceAll(
          /(<ofd:TextCode[^>]*>)([^<&]+)</g,
          (_, tag: string, words: string) =>
            `${tag}${Array.from(words, (sign) => `&#x${sign.codePointAt(0)!.toString(16)};`).join('')}<`,
        ),
      content,
    ),
  },
  {
    name: 'no prefix',
    write: xmlWith((xml) => xml.replaceAll(/(<\/?)ofd:/g, '$1').replace('xmlns:ofd=', 'xmlns=')),
  },
  {
    name: 'a long prefix',
    write: xmlWith((xml) =>
      xml.replaceAll(/(<\/?)ofd:/g, '$1ns2.ofd-x:').replace('xmlns:ofd=', 'xmlns:ns2.ofd-x='),
    ),
  },
  {
    name: 'the namespace of before',
    write: xmlWith((xml) => xml.replaceAll('http://www.ofdspec.org/2016', 'http://www.ofdspec.org')),
  },
  {
    name: 'another namespace',
    write: xmlWith((xml) => xml.replaceAll('http://www.ofdspec.org/2016', 'http://www.ofdspec.org/2023')),
  },
  {
    name: 'two namespaces',
    write: xmlWith((xml) =>
      xml.replace(
        ' xmlns:ofd=',
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:vendor" v:Maker="1" xmlns:ofd=',
      ),
    ),
  },
];

/** How parts are named and referred to. */
const places: readonly Habit[] = [
  { name: 'absolute places', write: (bytes) => changed(bytes, all, absolute) },
  {
    name: 'places with steps',
    write: xmlWith((xml) => xml.replaceAll('BaseLoc="Pages/', 'BaseLoc="./Tpls/../Pages/'), document),
  },
  {
    name: 'another folder',
    write: (bytes) =>
      renamed(
        changed(bytes, all, (xml) => xml.replaceAll('Doc_0/', '文档 1/')),
        (path) => path.replace('Doc_0/', '文档 1/'),
      ),
  },
  {
    name: 'pages by other names',
    write: (bytes) =>
      renamed(
        changed(bytes, document, (xml) => xml.replaceAll(/Pages\/Page_(\d+)\/Content/g, 'P/第$1页')),
        (path) => path.replace(/Pages\/Page_(\d+)\/Content/, 'P/第$1页'),
      ),
  },
  { name: 'names with backslashes', write: (bytes) => renamed(bytes, (path) => path.replaceAll('/', '\\')) },
  { name: 'names from the root', write: (bytes) => renamed(bytes, (path) => `/${path}`) },
  { name: 'names from here', write: (bytes) => renamed(bytes, (path) => `./${path}`) },
  {
    name: 'names in capitals',
    write: (bytes) => renamed(bytes, (path) => (path === 'OFD.xml' ? path : path.toUpperCase())),
  },
  {
    name: 'names with escapes',
    write: (bytes) =>
      renamed(
        changed(bytes, document, (xml) => xml.replaceAll('Pages/Page_', 'Pages/Page%20')),
        (path) => path.replace('Pages/Page_', 'Pages/Page '),
      ),
  },
  {
    name: 'resources below a folder twice',
    write: xmlWith((xml) => xml.replaceAll(/(<ofd:(?:MediaFile|FontFile)>)/g, '$1Res/'), resources),
  },
  {
    name: 'resources from the root',
    write: xmlWith((xml) => xml.replaceAll(/(<ofd:(?:MediaFile|FontFile)>)/g, '$1/Doc_0/Res/'), resources),
  },
  {
    name: 'resources without a folder',
    write: xmlWith(
      (xml) => xml.replace(' BaseLoc="Res"', '').replaceAll(/(<ofd:(?:MediaFile|FontFile)>)/g, '$1Res/'),
      resources,
    ),
  },
  { name: 'resources of the page', write: (bytes) => pageResources(bytes) },
  {
    name: 'folders as parts',
    write: (bytes) =>
      renamed(bytes, (path) => path, [
        { path: 'Doc_0/Res/', data: '' },
        { path: 'Doc_0/', data: '' },
      ]),
  },
  {
    name: 'no page container',
    write: (bytes) => renamed(bytes, (path) => path, [{ path: 'main.xml', data: '<a/>' }]),
  },
];

function pageResources(bytes: Uint8Array): Uint8Array {
  const own = changed(bytes, document, (xml) =>
    xml.replaceAll(/<ofd:(?:PublicRes|DocumentRes)>[^<]*<\/ofd:\w+>/g, ''),
  );
  return changed(own, content, (xml) =>
    xml.replace(
      '<ofd:Content>',
      '<ofd:PageRes>/Doc_0/PublicRes.xml</ofd:PageRes><ofd:PageRes>../../DocumentRes.xml</ofd:PageRes><ofd:Content>',
    ),
  );
}

const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** What else packages hold. */
const contents: readonly Habit[] = [
  {
    name: 'tags with the meaning of objects',
    write: (bytes) =>
      renamed(
        changed(bytes, document, (xml) =>
          xml.replace(
            '</ofd:Document>',
            '<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags></ofd:Document>',
          ),
        ),
        (path) => path,
        [
          {
            path: 'Doc_0/Tags/CustomTags.xml',
            data: `<ofd:CustomTags ${ns}><ofd:CustomTag TypeID=""><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`,
          },
          {
            path: 'Doc_0/Tags/CustomTag.xml',
            data: `<fp:eForm xmlns:fp="urn:form" ${ns}><Total><ofd:ObjectRef PageRef="1">64</ofd:ObjectRef></Total></fp:eForm>`,
          },
        ],
      ),
  },
  {
    name: 'outlines, actions, permissions',
    write: xmlWith(
      (xml) =>
        xml.replace(
          '</ofd:Document>',
          '<ofd:Outlines><ofd:OutlineElem Title="第一页"><ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="XYZ" PageID="1"/></ofd:Goto></ofd:Action></ofd:Actions></ofd:OutlineElem></ofd:Outlines><ofd:Permissions><ofd:Edit>false</ofd:Edit></ofd:Permissions><ofd:VPreferences><ofd:ZoomMode>FitWidth</ofd:ZoomMode></ofd:VPreferences><ofd:Bookmarks><ofd:Bookmark Name="a"/></ofd:Bookmarks><ofd:Extensions>Exts/Extensions.xml</ofd:Extensions></ofd:Document>',
        ),
      document,
    ),
  },
  {
    name: 'data of the document',
    write: xmlWith(
      (xml) =>
        xml.replace(
          '</ofd:DocInfo>',
          '<ofd:Title>表</ofd:Title><ofd:Creator>Writer</ofd:Creator><ofd:CustomDatas><ofd:CustomData Name="金额">12345.67</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>',
        ),
      /^OFD\.xml$/,
    ),
  },
  {
    name: 'a link without a look',
    write: (bytes) =>
      annotated(bytes, '<ofd:Annot ID="9001" Type="Link"><ofd:Remark>1</ofd:Remark></ofd:Annot>'),
  },
  {
    name: 'a mark over text',
    write: (bytes) =>
      annotated(
        bytes,
        '<ofd:Annot ID="9002" Type="Highlight" Subtype="Highlight"><ofd:Appearance Boundary="20 20 60 40"><ofd:PathObject ID="9003" Boundary="0 0 60 40" Alpha="128" Fill="true" Stroke="false"><ofd:FillColor Value="255 255 0"/><ofd:AbbreviatedData>M 0 0 L 60 0 L 60 40 L 0 40 C</ofd:AbbreviatedData></ofd:PathObject></ofd:Appearance></ofd:Annot>',
      ),
  },
];

/** Something laid on every page. */
function annotated(bytes: Uint8Array, annotation: string): Uint8Array {
  const pages = partsOf(bytes).filter(({ path }) => /Pages\/.*Content\.xml$/.test(path)).length;
  const list = Array.from(
    { length: pages },
    (_, i) => `<ofd:Page PageID="${i + 1}"><ofd:FileLoc>Own.xml</ofd:FileLoc></ofd:Page>`,
  ).join('');
  return renamed(
    changed(bytes, document, (xml) =>
      xml.replace(
        '</ofd:Document>',
        '<ofd:Annotations>OwnAnnots/Annotations.xml</ofd:Annotations></ofd:Document>',
      ),
    ),
    (path) => path,
    [
      { path: 'Doc_0/OwnAnnots/Annotations.xml', data: `<ofd:Annotations ${ns}>${list}</ofd:Annotations>` },
      { path: 'Doc_0/OwnAnnots/Own.xml', data: `<ofd:PageAnnot ${ns}>${annotation}</ofd:PageAnnot>` },
    ],
  );
}

/** Ways of writers to lay out a package. */
export const packageHabits: readonly Habit[] = [...markup, ...places, ...contents];
