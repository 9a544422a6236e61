import { form, type Kind, told } from './kind.ts';
import {
  author,
  declaration,
  docx,
  inTarget,
  namespaces,
  officeTypes,
  p,
  part,
  run,
  table,
  target,
  tc,
  tr,
  withRows,
} from './word-markup.ts';

/** A cell of a merge down. */
const merged = (text: string, merge: string): string => tc(p(text), 1, `<w:vMerge w:val="${merge}"/>`);
const inNotes = (note: string, body: string): Buffer =>
  docx(body, {
    types: [['/word/footnotes.xml', `${officeTypes}wordprocessingml.footnotes+xml`]],
    relations: [['rId6', 'footnotes', 'footnotes.xml']],
    more: [
      part(
        'word/footnotes.xml',
        `${declaration}<w:footnotes ${namespaces}><w:footnote w:id="2">${note}</w:footnote></w:footnotes>`,
      ),
    ],
  });

/** What stands in a cell as Word, WPS and others write it: controls, changes, signs, fields, equations, notes. */
export const wordTexts: readonly Kind[] = [
  [
    'sdt-date-and-dropdown.docx',
    () =>
      inTarget(
        `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="1" w:displayText="≥99场"/></w:dropDownList></w:sdtPr><w:sdtContent>${target}</w:sdtContent></w:sdt>`,
      ),
    form,
  ],
  [
    'sdt-data-bound.docx',
    () =>
      inTarget(
        `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a/b" w:storeItemID="{x}"/></w:sdtPr><w:sdtContent>${target}</w:sdtContent></w:sdt>`,
      ),
    form,
  ],
  [
    'smart-tags.docx',
    () =>
      inTarget(
        `<w:smartTag w:uri="u" w:element="chmetcnv"><w:smartTagPr/><w:r><w:t>≥12</w:t></w:r></w:smartTag>${run('场')}`,
      ),
    form,
  ],
  ['bdo-dir.docx', () => inTarget(`<w:dir w:val="ltr"><w:bdo w:val="ltr">${target}</w:bdo></w:dir>`), form],
  [
    'ruby.docx',
    () =>
      inTarget(
        `<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>chǎng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>≥12场</w:t></w:r></w:rubyBase></w:ruby></w:r>`,
      ),
    form,
  ],
  ['sym.docx', () => inTarget(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run('12场')}`), form],
  ['sym-low.docx', () => inTarget(`<w:r><w:sym w:font="Symbol" w:char="00B3"/></w:r>${run('12场')}`), form],
  [
    'symbol-font-letters.docx',
    () =>
      inTarget(
        `<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>&#xF0B3;</w:t></w:r>${run('12场')}`,
      ),
    form,
  ],
  ['omath-figures.docx', () => inTarget(`<m:oMath><m:r><m:t>≥12</m:t></m:r></m:oMath>${run('场')}`), form],
  ['ins.docx', () => inTarget(`<w:ins ${author}>${target}</w:ins>`), form],
  [
    'ins-del.docx',
    () =>
      inTarget(
        `<w:del ${author}><w:r><w:delText>≥99场</w:delText></w:r></w:del><w:ins ${author}>${target}</w:ins>`,
      ),
    form,
  ],
  [
    'del-with-w-t.docx',
    () => inTarget(`<w:del ${author}><w:r><w:t>≥99场</w:t></w:r></w:del>${target}`),
    form,
  ],
  [
    'movefrom-moveto.docx',
    () =>
      inTarget(
        `<w:moveFrom ${author}><w:r><w:t>≥99场</w:t></w:r></w:moveFrom><w:moveTo ${author}>${target}</w:moveTo>`,
      ),
    form,
  ],
  [
    'paragraph-mark-deleted.docx',
    () => inTarget(`</w:p><w:p><w:pPr><w:rPr><w:del ${author}/></w:rPr></w:pPr>${target}</w:p><w:p>`),
    form,
  ],
  [
    'vmerge-continue-with-text.docx',
    () =>
      docx(
        withRows((rs) => [
          ...rs.slice(0, 7),
          tr(merged('产出指标', 'restart'), tc(p('演出场次')), tc(p('≥12场')), tc(p('60'))),
          tr(merged('效益指标', 'continue'), tc(p('观众满意度')), tc(p('≥90%')), tc(p('40'))),
        ]),
      ),
    told('text_left_out'),
  ],
  ['soft-hyphen-nobreak.docx', () => inTarget(`<w:r><w:t>≥12</w:t><w:softHyphen/><w:t>场</w:t></w:r>`), form],
  ['ptab-tab-cr.docx', () => inTarget(`<w:r><w:ptab/><w:tab/><w:t>≥12场</w:t><w:cr/></w:r>`), form],
  [
    'proof-errors-bookmarks.docx',
    () =>
      inTarget(
        `<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:t>≥1</w:t></w:r><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellEnd"/><w:r><w:t>2场</w:t></w:r>`,
      ),
    form,
  ],
  [
    'comment-ranges.docx',
    () =>
      docx(
        table.replace(
          target,
          `<w:commentRangeStart w:id="0"/>${target}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
        ),
        {
          types: [['/word/comments.xml', `${officeTypes}wordprocessingml.comments+xml`]],
          relations: [['rId7', 'comments', 'comments.xml']],
          more: [
            part(
              'word/comments.xml',
              `${declaration}<w:comments ${namespaces}><w:comment w:id="0" w:author="x">${p('应为≥99场')}</w:comment></w:comments>`,
            ),
          ],
        },
      ),
    form,
  ],
  [
    'comments-missing.docx',
    () =>
      inTarget(
        `<w:commentRangeStart w:id="0"/>${target}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
    form,
  ],
  [
    'footnote-with-table.docx',
    () =>
      inNotes(
        table + p('注'),
        `${p('正文')}<w:p>${run('见注')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      ),
    told('text_left_out'),
  ],
  [
    'footnote-in-cell.docx',
    () =>
      inNotes(p('注：含巡演'), table.replace(target, `${target}<w:r><w:footnoteReference w:id="2"/></w:r>`)),
    form,
  ],
  ['footnote-nowhere-referenced.docx', () => inNotes(p('未引用'), table), form],
  [
    'hyperlink-field.docx',
    () => inTarget(`<w:hyperlink r:id="rId99"><w:r><w:t>≥12场</w:t></w:r></w:hyperlink>`),
    form,
  ],
  [
    'fldsimple.docx',
    () => inTarget(`<w:fldSimple w:instr=" DOCPROPERTY x "><w:r><w:t>≥12场</w:t></w:r></w:fldSimple>`),
    form,
  ],
  [
    'formula-field.docx',
    () =>
      docx(
        table.replace(
          '<w:r><w:t xml:space="preserve">30.00</w:t></w:r>',
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(BELOW) \\# "0.00" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>30.00</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
      ),
    form,
  ],
  [
    'field-without-result.docx',
    () =>
      docx(
        table.replace(
          '<w:r><w:t xml:space="preserve">30.00</w:t></w:r>',
          `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText> =SUM(BELOW) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
      ),
    told('figures_left_out'),
  ],
  [
    'ffdata-text.docx',
    () =>
      inTarget(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:textInput><w:default w:val="≥99场"/></w:textInput></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>≥12场</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    form,
  ],
  [
    'ffdata-dropdown.docx',
    () =>
      inTarget(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="≥99场"/><w:listEntry w:val="≥12场"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    form,
  ],
  ['vanish.docx', () => inTarget(`${target}${run('99', '<w:vanish/>')}`), form],
  ['webhidden-specvanish.docx', () => inTarget(`${target}${run('9', '<w:specVanish/><w:vanish/>')}`), form],
  [
    'caps-superscript-fittext.docx',
    () => inTarget(`<w:r><w:rPr><w:fitText w:val="900"/><w:w w:val="50"/></w:rPr><w:t>≥12场</w:t></w:r>`),
    form,
  ],
  [
    'eastasianlayout-combine.docx',
    () =>
      inTarget(
        `<w:r><w:t>≥</w:t></w:r><w:r><w:rPr><w:eastAsianLayout w:combine="1"/></w:rPr><w:t>12</w:t></w:r>${run('场')}`,
      ),
    form,
  ],
  [
    'font-size-one.docx',
    () =>
      inTarget(
        `${target}<w:r><w:rPr><w:sz w:val="2"/><w:color w:val="FFFFFF"/></w:rPr><w:t>隐藏99</w:t></w:r>`,
      ),
    form,
  ],
  [
    'numbered-cells.docx',
    () =>
      docx(
        table.replaceAll(
          '<w:p><w:r><w:t xml:space="preserve">演出场次',
          '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">演出场次',
        ),
      ),
    form,
  ],
  [
    'mce-nested.docx',
    () =>
      inTarget(
        `<mc:AlternateContent><mc:Choice Requires="zz"><w:r><w:t>≥12场</w:t></w:r></mc:Choice><mc:Fallback><mc:AlternateContent><mc:Choice Requires="zz"/><mc:Fallback>${target}</mc:Fallback></mc:AlternateContent></mc:Fallback></mc:AlternateContent>`,
      ),
    form,
  ],
];
