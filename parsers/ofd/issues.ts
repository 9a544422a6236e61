import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';

/** One of several documents of a package that cannot be read. */
export function documentLost({ message, place }: Issue): Issue {
  return issue(
    'page_failed',
    `文件包中的一个文档未能读取：${message.zh}`,
    `a document of the package could not be read: ${message.en}`,
    place,
  );
}

/** A list of resources, annotations or signatures that is damaged or not there. */
export function resourcesLost(path: string): Issue {
  return issue(
    'page_failed',
    `部件 ${path} 缺失或已损坏，其中的内容未读取`,
    `the part ${path} is missing or damaged, what it holds was not read`,
    path,
  );
}

export function pageLost(number: number, { message }: Issue): Issue {
  return issue(
    'page_failed',
    `第 ${number} 页无法读取：${message.zh}`,
    `page ${number} could not be read: ${message.en}`,
    `page ${number}`,
  );
}

/** So many pages in a row that cannot be read are told by their number. */
export function furtherPagesLost(count: number): Issue {
  return issue('page_failed', `另有 ${count} 页无法读取`, `${count} more pages could not be read`, null);
}

export function encrypted(): Issue {
  return issue('encrypted', '文件已加密，请解密后另存', 'the file is encrypted: save it without encryption');
}
