/** 目 of 项目, 科目 and 品目 read as 日, where what follows begins no word with 日 (各项日常工作, 食品日期). */
const misread = /(?<=[项科品])[日曰](?=$|[名上总编类支金收资预申代绩负明基概情单、，()（）:：])/gu;

/** 项自支出, 科自编码: the same read as 自, which such words as 各项自筹资金 may hold. */
const misreadSelf =
  /(?<=[项科品])自(?=$|支出|名称|编[码号]|代码|类[别型]|资金|预算|属性|单位|级次|概况|负责人)/gu;

/** No word holds 拔款. */
const drawnFunds = /拔(?=款)/gu;

/** A label in which a character makes no word with its neighbours, and its look-alike does: 采购品日 is 采购品目. Null where there is none. */
export function withWholeWords(text: string): string | null {
  const mended = text.replace(misread, '目').replace(misreadSelf, '目').replace(drawnFunds, '拨');
  return mended === text ? null : mended;
}

/** 2C24年度: the nought of a year that was read as a letter. */
const openNought = /(?<![\dA-Za-z])2[COco](?=\d\d年)/gu;

/** A text whose year is mended; null where none of its noughts was read as a letter. */
export function withWholeYears(text: string): string | null {
  const mended = text.replace(openNought, '20');
  return mended === text ? null : mended;
}
