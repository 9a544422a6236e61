import type { Language } from './wording.ts';

/** Why a cell was read with doubt, as readers of formats say it, and the same in Chinese; `$1` and `$2` are what they read. */
const doubts: readonly (readonly [said: RegExp, zh: string])[] = [
  [/^read as (.*), and as (.*) at a second look$/, '先读作“$1”，复读作“$2”'],
  [/^read as (.*), a list mark without its sign$/, '读作“$1”，为缺少标点的序号'],
  [/^read as (.*) where a sign is due$/, '此处应有符号，读作“$1”'],
  [/^read as (.*) among signs$/, '同列均为符号，此处读作“$1”'],
  [/^a sign by its shape, read as (.*)$/, '形状似符号，读作“$1”'],
  [/^read as (.*) and as (.*)$/, '分别读作“$1”和“$2”'],
  [/^read: ocr, settled by vocabulary$/, '识别所得，由已知用语确定'],
  [/^read: ocr, settled by .*$/, '识别所得，由算式确定'],
  [/^the text layer reads (.*)$/, '文字层为“$1”'],
  [/^(.*) is set over the writing$/, '原字上盖有“$1”'],
  [/^its head was taken for another word: (.*)$/, '所在列的表头“$1”有一字之差，按已知用语理解'],
  [/^its unit was not read: (.*)$/, '未能识别单位：$1'],
  [/^error value ?(.*)$/, '单元格为错误值 $1'],
  [/^covers (.*)$/, '合并单元格下盖住“$1”'],
  [/^a field that holds another value: (.*)$/, '表单域中另有值：$1'],
  [/^a field whose value is in no known encoding$/, '表单域的值编码不明'],
  [/^nothing was read where a sign is due$/, '此处应有符号，未能识别'],
  [/^nothing could be read of its writing$/, '有字迹而未能识别'],
  [/^the page end may cut a row here$/, '此行可能被分页截断'],
  [/^formula without a stored value$/, '公式没有保存结果'],
  [/^number format not understood$/, '数字格式无法识别'],
  [/^hidden by its number format$/, '被数字格式隐藏'],
  [/^hidden by a conditional format$/, '被条件格式隐藏'],
  [/^white letters on white$/, '白底白字'],
  [/^struck through$/, '带删除线'],
  [/^in a hidden row or column$/, '位于隐藏的行或列'],
  [/^damaged characters$/, '字符损坏'],
  [/^its first digit touches the border$/, '首位数字紧贴边框'],
  [/^its first digit may be a sign$/, '首位数字可能是符号'],
  [/^its % may be a ‰$/, '“%”可能是“‰”'],
  [/^a stroke beside it is no minus of its line$/, '旁有另一行的笔画，不作负号'],
  [/^a bar under it may be lost$/, '可能丢失下横线（> 或为 ≥）'],
  [/^cut off at the border$/, '文字被边框截断'],
  [/^strokes run over the writing$/, '有笔画划过文字'],
  [/^a seal lies over the writing$/, '文字上压有印章'],
  [/^a white streak runs through the writing$/, '有白道穿过文字'],
  [/^a white streak runs through the page$/, '有白道穿过页面'],
  [/^lines are lost in several cells$/, '多处表格线缺失'],
  [/^a line runs out of the grid$/, '有表格线伸出表外'],
  [/^a row is too low for writing$/, '有一行过矮，容不下文字'],
  [/^a border is drawn in part$/, '边框不完整'],
  [/^writing runs over a border$/, '文字越过边框'],
  [/^a piece of a line stands in the cell$/, '格内有一段线'],
  [/^a hole lies over writing of the cell$/, '装订孔压住文字'],
  [/^the picture is too coarse$/, '图片分辨率过低'],
  [/^lines run through writing beside the grids$/, '表外文字有线穿过'],
  [/^the title was hardly legible$/, '标题难以辨认'],
  [/^no title was read above the table$/, '表上方没有读到标题'],
];

/** The doubt in the reader's language; one that has no words yet stands as it is. */
export function doubtName(reason: string, language: Language): string {
  if (language === 'en') return reason;
  const [said, zh] = doubts.find(([said]) => said.test(reason)) ?? [];
  return said === undefined || zh === undefined ? reason : reason.replace(said, zh).trim();
}
