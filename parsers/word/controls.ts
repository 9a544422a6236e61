import { isOn, propertiesOf } from './layout.ts';
import { decodeEntities, elementEnd, type Tag } from './markup.ts';
import type { Handler, Pass } from './pass.ts';

/** Content controls (ECMA-376 part 1 §17.5.2). */
export const controlHandlers: [string, Handler][] = [
  ['w:sdt', control],
  ['w:sdtContent', bareContent],
];

const asking =
  /[单點点]击|双击|轻[触敲]|点按|此处|请(?:输入|选择|填写)|选择一项|输入(?:文字|文本|内容|日期)|选择构建基块|choose an item|\b(?:click|tap)\b.*\b(?:here|to)\b|enter (?:any|text|a date)/i;

/** The content of a control without the control, as some programs leave it: it stands where the control stood. */
function bareContent(pass: Pass, tag: Tag): number {
  if (tag.start >= pass.controlUntil) pass.replace(tag.start, tag.end, '');
  return tag.end;
}

function control(pass: Pass, tag: Tag): number {
  if (tag.kind === 'open') pass.controlUntil = Math.max(pass.controlUntil, elementEnd(pass.xml, tag));
  if (tag.kind !== 'open' || (pass.prompt && tag.start < pass.prompt.end)) return tag.end;
  const properties = propertiesOf(pass.xml, tag, 'w:sdtPr');
  if (!properties || !isOn(properties.text, 'w:showingPlcHdr')) return tag.end;
  const end = elementEnd(pass.xml, tag);
  const texts = pass.xml.slice(properties.end, end).matchAll(/<w:t(?:\s[^>]*)?>([^<]*)</g);
  const text = Array.from(texts, ([, words = '']) => decodeEntities(words)).join('');
  pass.prompt = { end, asks: asking.test(text) };
  return tag.end;
}

/**
 * Whether a run is a prompt and no value: by its words, or by the style that Word gives to prompts. Programs that fill a form in often leave the
 * mark of the prompt: what neither asks nor is set as a prompt is a value.
 */
export function isPrompt(pass: Pass, run: Tag, style: string | null): boolean {
  const { prompt } = pass;
  if (prompt === null || run.start >= prompt.end) return false;
  return prompt.asks || (style !== null && pass.styles.placeholder.has(style));
}
