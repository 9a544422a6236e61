import type { Issue, IssueCode } from '../../schemas/index.ts';
import type { PictureReading } from '../embedded/read-picture.ts';
import { reasonUnread } from '../embedded/reasons.ts';
import { issue } from '../issue.ts';
import { gridWarnings } from '../scan/grid/doubted-grids.ts';
import type { LeftOut, Scan } from './pass.ts';
import type { LargePicture } from './pictures.ts';

/** Notes, labels of lists or headings are not read where their part is damaged. */
export function partLost(name: string): Issue {
  return issue(
    'page_failed',
    '部件已损坏，未读取',
    'a part of the package is damaged and was not read',
    name,
  );
}

/** Rows whose cells are not as many as the columns of their table. */
export function unevenTables(rows: number): Issue[] {
  if (rows === 0) return [];
  return [
    issue(
      'page_failed',
      `有 ${rows} 行的单元格与所在表格的列数不符，单元格可能缺失或错位`,
      `the cells of ${rows} rows do not fit the columns of their table: cells may be missing, or stand in other columns`,
    ),
  ];
}

/** What was not read, or only noted. `readings`: what became of the pictures, in their order; none where nobody tried. */
export function wordWarnings(
  scan: Scan,
  mergedTexts: number,
  pictures: LargePicture[],
  messages: string[],
  readings: readonly PictureReading[] = [],
): Issue[] {
  const warnings = pictures.flatMap((picture, i) => {
    const reading = readings[i];
    return reading?.kind === 'table'
      ? gridWarnings(
          reading.gridDoubts,
          { zh: `第 ${i + 1} 张图片`, en: `picture ${i + 1}` },
          placeOf(picture, i),
        )
      : [pictureOnly(picture, i, reading)];
  });
  if (scan.hiddenTexts > 0) {
    const n = scan.hiddenTexts;
    warnings.push(issue('text_left_out', `有 ${n} 处隐藏文字未读取`, `${n} hidden texts were not read`));
  }
  warnings.push(...leftOutWarnings(scan.leftOut));
  if (mergedTexts > 0) {
    warnings.push(
      issue(
        'text_left_out',
        `有 ${mergedTexts} 个已并入其他单元格的单元格仍有文字，Word 不显示，未读取`,
        `${mergedTexts} cells that belong to merged cells hold texts of their own, which Word does not show; they were not read`,
      ),
    );
  }
  for (const message of messages) {
    const sign = /unsupported character was ignored: char (\S+) in font (.+)$/.exec(message);
    if (!sign) continue;
    const [, code, font] = sign;
    warnings.push(
      issue(
        'text_left_out',
        `字体 ${font} 的符号 ${code} 无法识别，未读取`,
        `the sign ${code} of the font ${font} is not known and was not read`,
      ),
    );
  }
  return warnings;
}

function leftOutWarnings(leftOut: LeftOut): Issue[] {
  const { strayTexts, prompts, documents, drawings, notes, unknown, objects, outerTables, pictures, struck } =
    leftOut;
  const told = (code: IssueCode, n: number, zh: string, en: string) =>
    n === 0 ? [] : [issue(code, `有 ${n} ${zh}`, `${n} ${en}`)];
  return [
    ...told(
      'page_failed',
      strayTexts,
      '处文字在表格内却不在任何单元格内，未读取',
      'texts stand in a table and in none of its cells; they were not read',
    ),
    ...told(
      'page_failed',
      documents,
      '处引用的其他文档不在文件内，未读取',
      'documents that are named are not in the file and were not read',
    ),
    ...told(
      'page_failed',
      pictures,
      '张图片不在文件内，其中的文字未读取',
      'pictures are not in the file, and nor are texts that they show',
    ),
    ...told('page_failed', notes, '处脚注或尾注缺失', 'notes that the text refers to are not there'),
    ...told(
      'page_failed',
      unknown,
      '处文字在无法识别的标记内，未读取',
      'texts stand in markup that is not known; they were not read',
    ),
    ...told(
      'text_left_out',
      prompts,
      '处内容控件的占位文字未读取',
      'texts that stand as prompts of content controls were not read',
    ),
    ...told(
      'text_left_out',
      drawings,
      '处图表、图示、艺术字或公式的文字未读取',
      'charts, diagrams, drawn texts or equations were not read',
    ),
    ...told(
      'picture_only',
      objects,
      '个嵌入对象（如工作表）只显示为图标或没有图片，未读取其内容',
      'embedded objects (worksheets and the like) are shown as an icon or have no picture; what they hold was not read',
    ),
    ...told(
      'text_left_out',
      outerTables,
      '张位于脚注、尾注、页眉或页脚中的表格未读取',
      'tables in notes, page headers or page footers were not read',
    ),
    ...told(
      'text_left_out',
      struck,
      '处带删除线的文字未读取',
      'texts with a line through them were not read',
    ),
  ];
}

function pictureOnly(picture: LargePicture, index: number, reading: PictureReading | undefined): Issue {
  const [zh, en] = picture.object ? ['嵌入对象', 'an embedded object'] : ['图片', 'a picture'];
  const why = reasonUnread(reading);
  return issue(
    'picture_only',
    `此处的内容只是${zh}，未读取其中的文字${why.zh}`,
    `what stands here is only ${en}; its text was not read${why.en}`,
    placeOf(picture, index),
  );
}

const placeOf = ({ gridsBefore }: LargePicture, index: number): string =>
  `picture ${index + 1}, after table ${gridsBefore}`;
