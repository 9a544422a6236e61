import type { Issue } from '../../schemas/index.ts';
import type { LeftOut, LeftOutText } from '../geometry/marks.ts';
import { thrownDetail } from '../issue.ts';
import type { ReadMarks } from './page-marks.ts';

const place = (number: number): string => `page ${number}`;

/** Why there is no picture of a page. */
export function notDrawn(number: number, { zh, en }: Issue['message']): Issue {
  return {
    code: 'page_failed',
    message: { zh: `第 ${number} 页无法画出：${zh}`, en: `page ${number} cannot be drawn: ${en}` },
    place: place(number),
  };
}

/** There is no such page to draw. */
export const pageBeyondLast = (number: number, total: number): Issue =>
  notDrawn(number, { zh: `文件共 ${total} 页`, en: `the file has ${total} pages` });

export function pageFailed(number: number, error: unknown): Issue {
  const { zh, en } = thrownDetail(error);
  return {
    code: 'page_failed',
    message: {
      zh: `第 ${number} 页无法读取，页面数据可能已损坏${zh}`,
      en: `page ${number} could not be read, its data may be damaged${en}`,
    },
    place: place(number),
  };
}

/** pdf.js gave a page up: an error, more graphics states inside one another than any reader follows, or forms without end. */
export function cutShort(number: number): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: `第 ${number} 页的内容有误、图形状态嵌套过深或图形对象过多，其后的内容未读取`,
      en: `page ${number} has an error, too many graphics states inside one another or too many forms, what follows was not read`,
    },
    place: place(number),
  };
}

/** A form holds text as a page does; what is not there does not say that it was a picture. */
export function lostObjects(number: number, count: number): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: `第 ${number} 页绘制的 ${count} 个对象在文件中缺失或已损坏，未读取`,
      en: `${count} objects that page ${number} draws are missing or damaged and were not read`,
    },
    place: place(number),
  };
}

/** Several pages of a document were printed on one, and their tables go on as well from another as from the one before. */
export function doubtfulOrder(number: number, sheets: number): Issue {
  return {
    code: 'uncertain_grid',
    message: {
      zh: `第 ${number} 页上缩印了 ${sheets} 页，其先后次序无法确定，按从左到右、从上到下读取`,
      en: `page ${number} holds ${sheets} pages made smaller, whose order cannot be told: they were read from left to right, then downwards`,
    },
    place: place(number),
  };
}

/** Values of fields that are streams, or rich text alone. */
export function unreadFields(number: number, count: number): Issue {
  return {
    code: 'text_left_out',
    message: {
      zh: `第 ${number} 页有 ${count} 个表单域的值为流或富文本，未读取`,
      en: `${count} fields of page ${number} hold a stream or rich text and were not read`,
    },
    place: place(number),
  };
}

export function pagesBeyondLimit(total: number, read: number): Issue {
  return {
    code: 'too_large',
    message: {
      zh: `共 ${total} 页，只读取前 ${read} 页`,
      en: `the file has ${total} pages, only the first ${read} were read`,
    },
    place: `pages ${read + 1}-${total}`,
  };
}

export function noPages(): Issue {
  return { code: 'empty', message: { zh: '文件没有页面', en: 'the file has no pages' }, place: null };
}

export function noText(number: number): Issue {
  return {
    code: 'no_text',
    message: {
      zh: `第 ${number} 页是扫描图像，未识别`,
      en: `page ${number} is a scanned picture and was not recognised`,
    },
    place: place(number),
  };
}

/** A picture on a page with text that is not read: it cannot be decoded, or the document has too many. */
export function pictureOnly(number: number, why: 'damaged' | 'many'): Issue {
  const reason = {
    damaged: { zh: '图片已损坏', en: 'the picture is damaged' },
    many: { zh: '图片过多', en: 'there are too many pictures' },
  }[why];
  return {
    code: 'picture_only',
    message: {
      zh: `第 ${number} 页的图片未读取（${reason.zh}）`,
      en: `a picture on page ${number} was not read (${reason.en})`,
    },
    place: place(number),
  };
}

/** A picture on a page with text, in which text was found and no table. */
export function pictureText(number: number, text: string): Issue {
  const sample = text.slice(0, 60);
  return {
    code: 'text_left_out',
    message: {
      zh: `第 ${number} 页的图片中没有找到表格，其中的文字未采用：${sample}`,
      en: `no table was found in a picture on page ${number}, its text was not used: ${sample}`,
    },
    place: place(number),
  };
}

export function illegible(number: number, count: number): Issue {
  return {
    code: 'no_text',
    message: {
      zh: `第 ${number} 页有 ${count} 个字符缺少编码，需要图像识别`,
      en: `${count} characters of page ${number} have no known meaning: it needs recognition`,
    },
    place: place(number),
  };
}

export function drawnText(number: number): Issue {
  return {
    code: 'no_text',
    message: {
      zh: `第 ${number} 页的文字已转成曲线，需要图像识别`,
      en: `the characters of page ${number} are drawn as curves: it needs recognition`,
    },
    place: place(number),
  };
}

/** Texts in a font that cannot be read leave no glyph behind. */
export function lostTexts(number: number, count: number): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: `第 ${number} 页有 ${count} 处文字的字体已损坏，未读取`,
      en: `${count} texts of page ${number} are in a damaged font and were not read`,
    },
    place: place(number),
  };
}

export function attachments(names: readonly string[]): Issue {
  return {
    code: 'unsupported_format',
    message: {
      zh: `附件未打开：${names.join('、')}`,
      en: `attachments were not opened: ${names.join(', ')}`,
    },
    place: 'attachments',
  };
}

const reasons: Record<LeftOut, { zh: string; en: string } | null> = {
  invisible: { zh: '隐形文字', en: 'invisible text' },
  background_colour: { zh: '与底色相同的文字', en: 'text in the colour of its background' },
  hidden_layer: { zh: '隐藏图层', en: 'a hidden layer' },
  clipped: { zh: '裁剪区外的文字', en: 'text beyond its clip' },
  covered: { zh: '被盖住的文字', en: 'text that is painted over' },
  outside: { zh: '页面外的文字', en: 'text beyond the page' },
  doubled: null,
};

/** One warning a page and reason for text that was not read; an OCR layer of a scan is no such text. */
export function leftOutIssues(marks: ReadMarks): Issue[] {
  const [unseen, unread] = [true, false].map((isRead) =>
    marks.leftOut.filter(({ note }) => (note?.isRead ?? false) === isRead),
  );
  const byReason = Map.groupBy(unread ?? [], ({ reason }) => reason);
  const issues = [...byReason].flatMap(([reason, left]): Issue[] => {
    const words = reasons[reason];
    if (!words) return [];
    const sample = sampleOf(left);
    return [
      {
        code: 'text_left_out',
        message: {
          zh: `第 ${marks.number} 页未读${words.zh}：${sample}`,
          en: `${words.en} of page ${marks.number} was not read: ${sample}`,
        },
        place: place(marks.number),
      },
    ];
  });
  if (unseen === undefined || unseen.length === 0) return issues;
  const sample = sampleOf(unseen);
  const message = {
    zh: `第 ${marks.number} 页有文字超出单元格、印出时看不到，已补入所在单元格，请核对原件：${sample}`,
    en: `text of page ${marks.number} that its cells have no room for, and that is not seen in print, was read with its cells: ${sample}`,
  };
  return [...issues, { code: 'text_left_out', message, place: place(marks.number) }];
}

function sampleOf(left: readonly LeftOutText[]): string {
  const texts = left.slice(0, 60).map(({ text }) => text);
  return texts.join(' ').slice(0, 60);
}

/** Texts of a table that no lines draw out stand otherwise than those of its cells would. */
export function uncertainGrid(number: number): Issue {
  return {
    code: 'uncertain_grid',
    message: {
      zh: `第 ${number} 页的表格未画全格线，行列由文字位置推定，有文字与推定的单元格不符，可能归错行列，请核对原件`,
      en: `a table of page ${number} draws no full grid, and texts stand otherwise than in the cells taken for theirs: some may be in other rows or columns`,
    },
    place: place(number),
  };
}

/** Cells show #### or #REF! where a figure was to stand. */
export function errorValues(number: number, cells: number): Issue {
  return {
    code: 'figures_left_out',
    message: {
      zh: `第 ${number} 页有 ${cells} 个单元格显示错误值或列宽不足（如 #REF!、####），没有数值`,
      en: `${cells} cells of page ${number} show an error or that their column is too narrow (#REF!, ####) and no figure`,
    },
    place: place(number),
  };
}

/** Cells hold texts that are printed over one another: one of them belongs elsewhere. */
export function overlaidTexts(number: number): Issue {
  return {
    code: 'uncertain_grid',
    message: {
      zh: `第 ${number} 页的单元格中有相互重叠的文字，可能混入了页眉、印章或批注，请核对原件`,
      en: `texts in cells of page ${number} are printed over one another: a running title, a stamp or a remark may be among them`,
    },
    place: place(number),
  };
}
