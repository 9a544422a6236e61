import type { Issue } from '../../schemas/index.ts';
import type { LeftOut } from '../geometry/marks.ts';
import type { ReadMarks } from './page-marks.ts';

const place = (number: number): string => `page ${number}`;

export function pageFailed(number: number, error: unknown): Issue {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'page_failed',
    message: { zh: `第 ${number} 页无法读取：${reason}`, en: `page ${number} could not be read: ${reason}` },
    place: place(number),
  };
}

/** pdf.js gives a blank page, or a part of one, in its place. */
export function contentLost(number: number): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: `第 ${number} 页的内容（或其一部分）在文件中缺失，未能读取`,
      en: `the content of page ${number}, or a part of it, is missing from the file and was not read`,
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

export function severalDocuments(): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: '文件由多个 PDF 首尾相接而成，只读取了其中一个，请拆开后分别保存',
      en: 'the file is several PDF files one behind another, of which one was read: save them apart',
    },
    place: null,
  };
}

export function unlistedObjects(): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: '文件末尾的修改不完整，未读取',
      en: 'the file ends in a change that is cut off, which was not read',
    },
    place: null,
  };
}

/** `lost`: entries that lead to no page. */
export function treeDamaged(pages: number, lost: number): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: `文件的页面目录已损坏，按找到的 ${pages} 页读取${lost > 0 ? `，另有 ${lost} 处指向的页面不存在` : ''}`,
      en: `the list of pages is damaged: the ${pages} pages that were found are read${lost > 0 ? `, ${lost} entries lead to no page` : ''}`,
    },
    place: null,
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

export function tooLarge(bytes: number, limit: number): Issue {
  return {
    code: 'too_large',
    message: {
      zh: `文件 ${bytes} 字节，超过上限 ${limit}`,
      en: `the file has ${bytes} bytes, more than ${limit}`,
    },
    place: null,
  };
}

export function emptyFile(): Issue {
  return { code: 'empty', message: { zh: '文件为空', en: 'the file is empty' }, place: null };
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

/** Numbers of the objects that hold the streams. */
export function damagedText(objects: readonly number[]): Issue {
  const [count, first] = [objects.length, objects.slice(0, 5).join(', ')];
  return {
    code: 'page_failed',
    message: {
      zh: `有 ${count} 段页面内容已损坏或不完整（对象 ${first}），其中的文字可能缺失或有误`,
      en: `${count} pieces of page content are damaged or cut off (objects ${first}): text of them may be missing or wrong`,
    },
    place: null,
  };
}

/** Where no object can be named: what is packed is encrypted, or packed in several ways. */
export function damagedPiece({ number }: { number: number }): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: `第 ${number} 页有压缩的内容已损坏或不完整，其中的文字可能缺失或有误`,
      en: `packed content of page ${number} is damaged or cut off: text of it may be missing or wrong`,
    },
    place: place(number),
  };
}

/** pdf.js opens such a file and can read no page of it. */
export function unknownCipher(): Issue {
  return {
    code: 'encrypted',
    message: {
      zh: '文件的加密方式不能解开，请去掉口令或证书另存',
      en: 'the file is encrypted in a way that is not read, save it without',
    },
    place: null,
  };
}

export function dynamicForm(): Issue {
  return {
    code: 'unsupported_format',
    message: {
      zh: '文件是动态表单（XFA），其中填写的内容未读取：请打印成普通 PDF 后再读',
      en: 'the file is a dynamic form (XFA), what was filled in was not read: print it to a plain PDF first',
    },
    place: null,
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
  const byReason = Map.groupBy(marks.leftOut, ({ reason }) => reason);
  return [...byReason].flatMap(([reason, left]): Issue[] => {
    const words = reasons[reason];
    if (!words) return [];
    const sample = left
      .slice(0, 60)
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 60);
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
}
