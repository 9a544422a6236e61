import type { Issue } from '../../schemas/index.ts';
import type { PictureReading } from '../embedded/read-picture.ts';
import { reasonUnread } from '../embedded/reasons.ts';
import { issue } from '../issue.ts';
import { gridWarnings } from '../scan/grid/doubted-grids.ts';
import type { LargePicture } from './pictures.ts';
import type { Scan } from './scan.ts';

/** Notes, labels of lists or headings are not read where their part is damaged. */
export function partLost(name: string): Issue {
  return issue(
    'page_failed',
    '部件已损坏，未读取',
    'a part of the package is damaged and was not read',
    name,
  );
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
