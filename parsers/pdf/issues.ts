import type { Issue } from '../../schemas/index.ts';

/** pdf.js gives a blank page, or a part of one, in its place. */
export function contentLost(number: number): Issue {
  return {
    code: 'page_failed',
    message: {
      zh: `第 ${number} 页的内容（或其一部分）在文件中缺失，未能读取`,
      en: `the content of page ${number}, or a part of it, is missing from the file and was not read`,
    },
    place: `page ${number}`,
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
      zh: `第 ${number} 页的内容已损坏或不完整，其中的文字可能缺失或有误`,
      en: `content of page ${number} is damaged or not whole: text of it may be missing or wrong`,
    },
    place: `page ${number}`,
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
