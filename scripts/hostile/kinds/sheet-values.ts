import { changed, form, type Kind, told } from './kind.ts';
import {
  data,
  grant,
  merges,
  share,
  sheetRelations,
  sheetRows,
  styles,
  total,
  value,
  weight,
  withCell,
  xlsx,
} from './sheet-markup.ts';
import { declaration, part } from './word-markup.ts';

/** Values and formulas as Excel and programs store them, or do not. */
export const sheetValues: readonly Kind[] = [
  [
    'shared-formula-no-cache.xlsx',
    () =>
      xlsx({
        sheet: data(
          changed(
            sheetRows,
            total,
            '<c r="B4" s="1"><f t="shared" ref="total:B4" si="0">SUM(grant:B6)</f></c>',
          ),
        ),
      }),
    told('figures_left_out'),
  ],
  [
    'shared-formula-child-no-cache.xlsx',
    () =>
      xlsx({
        sheet: data(
          changed(
            sheetRows,
            grant,
            '<c r="B5" s="1"><f t="shared" ref="grant:B6" si="0">E5</f><v>20</v></c>',
          ).replace('<c r="B6" s="1"><v>10</v></c>', '<c r="B6" s="1"><f t="shared" si="0"/></c>'),
        ),
      }),
    told('figures_left_out'),
  ],
  ['formula-cached.xlsx', () => withCell(total, '<c r="B4" s="1"><f>SUM(grant:B6)</f><v>30</v></c>'), form],
  [
    'array-formula.xlsx',
    () => withCell(total, '<c r="B4" s="1"><f t="array" ref="B4">SUM(grant:B6*1)</f><v>30</v></c>'),
    form,
  ],
  [
    'dynamic-array-cm.xlsx',
    () =>
      withCell(
        total,
        '<c r="B4" s="1" cm="1" vm="1"><f t="array" ref="total:B9">_xlfn._xlws.FILTER(grant:B6,1)</f><v>30</v></c>',
      ),
    form,
  ],
  [
    'data-table-formula.xlsx',
    () =>
      withCell(
        total,
        '<c r="B4" s="1"><f t="dataTable" ref="total:B5" dt2D="1" dtr="1" r1="A1" r2="A2"/><v>30</v></c>',
      ),
    form,
  ],
  [
    'formula-error-cached.xlsx',
    () => withCell(total, '<c r="B4" s="1" t="e"><f>E1/0</f><v>#DIV/0!</v></c>'),
    told('figures_left_out'),
  ],
  [
    'formula-str-empty.xlsx',
    () => withCell(total, '<c r="B4" s="1" t="str"><f>SUM(grant:B6)</f><v></v></c>'),
    told('figures_left_out'),
  ],
  [
    'formula-str-number.xlsx',
    () => withCell(total, '<c r="B4" s="1" t="str"><f>TEXT(30,"0.00")</f><v>30.00</v></c>'),
    form,
  ],
  [
    'formula-let-ai.xlsx',
    () => withCell(total, '<c r="B4" s="1"><f>_xlfn.LET(_xlpm.x,1,_xlpm.x)</f><v>30</v></c>'),
    form,
  ],
  [
    'wps-dispimg.xlsx',
    () =>
      withCell(value, '<c r="C8" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>', {
        more: [
          part(
            'xl/cellimages.xml',
            `${declaration}<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>`,
          ),
        ],
      }),
    told('text_left_out'),
  ],
  [
    'cell-image-richvalue.xlsx',
    () =>
      withCell(value, '<c r="C8" t="e" vm="1"><v>#VALUE!</v></c>', {
        more: [part('xl/richData/rdrichvalue.xml', '<rvData/>')],
      }),
    told('figures_left_out'),
  ],
  ['text-number.xlsx', () => withCell(grant, '<c r="B5" t="inlineStr"><is><t>20.00</t></is></c>'), form],
  [
    'text-number-apostrophe.xlsx',
    () =>
      withCell(grant, '<c r="B5" t="inlineStr" s="2"><is><t>20.00</t></is></c>', {
        styles: styles('', '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="49" quotePrefix="1"/>'),
      }),
    form,
  ],
  [
    'text-with-real-apostrophe.xlsx',
    () => withCell(grant, `<c r="B5" t="inlineStr"><is><t>'20.00</t></is></c>`),
    form,
  ],
  [
    'text-number-nbsp.xlsx',
    () => withCell(grant, '<c r="B5" t="inlineStr"><is><t>20.00\u00a0</t></is></c>'),
    form,
  ],
  [
    'text-number-full-width.xlsx',
    () => withCell(grant, '<c r="B5" t="inlineStr"><is><t>２０．００</t></is></c>'),
    form,
  ],
  ['number-scientific.xlsx', () => withCell(grant, '<c r="B5" s="1"><v>2.0E+1</v></c>'), form],
  [
    'number-with-digits-tail.xlsx',
    () => withCell(grant, '<c r="B5" s="1"><v>20.000000000000004</v></c>'),
    form,
  ],
  ['number-blank-around.xlsx', () => withCell(grant, '<c r="B5" s="1"><v> 20 </v></c>'), form],
  ['t-n-with-text.xlsx', () => withCell(value, '<c r="C8" t="n"><v>≥12场</v></c>'), form],
  ['t-s-with-text.xlsx', () => withCell(value, '<c r="C8" t="s"><v>≥12场</v></c>'), told('sheet_failed')],
  ['error-cells.xlsx', () => withCell(grant, '<c r="B5" t="e"><v>#REF!</v></c>'), told('figures_left_out')],
  [
    'error-new-kinds.xlsx',
    () => withCell(grant, '<c r="B5" t="e"><v>#SPILL!</v></c>'),
    told('figures_left_out'),
  ],
  [
    'error-getting-data.xlsx',
    () => withCell(grant, '<c r="B5" t="e"><v>#GETTING_DATA</v></c>'),
    told('figures_left_out'),
  ],
  [
    'inline-rich.xlsx',
    () => withCell(value, '<c r="C8" t="inlineStr"><is><r><t>≥1</t></r><r><t>2场</t></r></is></c>'),
    form,
  ],
  [
    'inline-with-phonetic.xlsx',
    () =>
      withCell(value, '<c r="C8" t="inlineStr"><is><t>≥12场</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'),
    form,
  ],
  [
    'text-box-drawing.xlsx',
    () =>
      xlsx({
        sheet: data(sheetRows, `${merges}<drawing r:id="rId1"/>`),
        more: [
          sheetRelations([['rId1', 'drawing', '../drawings/drawing1.xml']]),
          part(
            'xl/drawings/drawing1.xml',
            `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>20</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>单位负责人意见：同意 35 万元</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`,
          ),
        ],
      }),
    form,
  ],
  ['weight-no-cache.xlsx', () => withCell(weight, '<c r="D8"><f>30*2</f></c>'), told('figures_left_out')],
  [
    'weight-error.xlsx',
    () => withCell(weight, '<c r="D8" t="e"><v>#NAME?</v></c>'),
    told('figures_left_out'),
  ],
  [
    'weight-spill.xlsx',
    () => withCell(weight, '<c r="D8" t="e"><v>#SPILL!</v></c>'),
    told('figures_left_out'),
  ],
  ['target-no-cache.xlsx', () => withCell(value, '<c r="C8"><f>6*2</f></c>'), told('figures_left_out')],
  ['target-error.xlsx', () => withCell(value, '<c r="C8" t="e"><v>#N/A</v></c>'), told('figures_left_out')],
  ['share-error.xlsx', () => withCell(share, '<c r="C4" t="e"><v>#N/A</v></c>'), told('figures_left_out')],
  ['share-no-cache.xlsx', () => withCell(share, '<c r="C4"><f>A1/A2</f></c>'), told('figures_left_out')],
  [
    'spill.xlsx',
    () => withCell('<c r="B5" s="1"><v>20</v></c>', '<c r="B5" t="e"><v>#SPILL!</v></c>'),
    told('figures_left_out'),
  ],
  [
    'calc.xlsx',
    () => withCell('<c r="B5" s="1"><v>20</v></c>', '<c r="B5" t="e"><v>#CALC!</v></c>'),
    told('figures_left_out'),
  ],
];
