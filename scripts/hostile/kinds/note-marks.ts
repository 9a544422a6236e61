import { changed, form, type Kind, page, told } from './kind.ts';
import { declaration, docx, namespaces, officeTypes, p, part, run, table } from './word-markup.ts';

const grant = run('20.00');
const raised = run('1', '<w:vertAlign w:val="superscript"/>');
const withGrant = (markup: string, file: Parameters<typeof docx>[1] = {}): Buffer =>
  docx(changed(table, grant, markup), file);
const style = (id: string, properties: string, basedOn = ''): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn}<w:rPr>${properties}</w:rPr></w:style>`;
const styled: Parameters<typeof docx>[1] = {
  relations: [['rId6', 'styles', 'styles.xml']],
  types: [['/word/styles.xml', `${officeTypes}wordprocessingml.styles+xml`]],
  more: [
    part(
      'word/styles.xml',
      `${declaration}<w:styles ${namespaces}>${style('up', '<w:vertAlign w:val="superscript"/>')}${style('note', '', '<w:basedOn w:val="up"/>')}</w:styles>`,
    ),
  ],
};
const withNote: Parameters<typeof docx>[1] = {
  relations: [['rId6', 'footnotes', 'footnotes.xml']],
  types: [['/word/footnotes.xml', `${officeTypes}wordprocessingml.footnotes+xml`]],
  more: [
    part(
      'word/footnotes.xml',
      `${declaration}<w:footnotes ${namespaces}><w:footnote w:id="2">${p('含结转5.00万元')}</w:footnote></w:footnotes>`,
    ),
  ],
};

/** Marks of notes behind figures, which are none of their digits. */
export const noteMarks: readonly Kind[] = [
  ['mark-raised.docx', () => withGrant(grant + raised), form],
  ['mark-raised-by-style.docx', () => withGrant(grant + run('1', '<w:rStyle w:val="note"/>'), styled), form],
  [
    'mark-of-a-note-of-its-own.docx',
    () =>
      withGrant(
        `${grant}<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>1</w:t></w:r>`,
        withNote,
      ),
    form,
  ],
  ...['①', '*', '※', '注1', '（注1）', '[1]', '¹'].map(
    (mark): Kind => [`mark-${mark}.html`, () => Buffer.from(changed(page(), '20.00', `20.00${mark}`)), form],
  ),
  [
    'simple-field-without-result.docx',
    () => docx(changed(table, run('30.00'), '<w:fldSimple w:instr=" =SUM(BELOW) "/>')),
    told('figures_left_out'),
  ],
];
