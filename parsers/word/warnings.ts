import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import type { LargePicture } from './pictures.ts';
import type { Scan } from './scan.ts';

/** What was not read, or only noted. */
export function wordWarnings(scan: Scan, pictures: LargePicture[], messages: string[]): Issue[] {
  const warnings = pictures.map(pictureOnly);
  if (scan.hiddenTexts > 0) {
    const n = scan.hiddenTexts;
    warnings.push(issue('text_left_out', `有 ${n} 处隐藏文字未读取`, `${n} hidden texts were not read`));
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

function pictureOnly(picture: LargePicture, index: number): Issue {
  const [zh, en] = picture.object ? ['嵌入对象', 'an embedded object'] : ['图片', 'a picture'];
  return issue(
    'picture_only',
    `此处的内容只是${zh}，未读取其中的文字`,
    `what stands here is only ${en}; its text was not read`,
    `picture ${index + 1}, after table ${picture.gridsBefore}`,
  );
}
