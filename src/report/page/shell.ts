import type { Language } from '../wording.ts';
import type { Asset } from './assets.ts';
import { type Html, html, joined } from './html.ts';

export interface Shell {
  language: Language;
  title: string;
  /** Version of hedui, as the page names it. */
  version: string;
  style: Asset;
  script: Asset;
  body: Html;
  /** Data that the script reads: by the id of the element that holds them, as text that {@link scriptSafe} made. */
  data?: readonly { id: string; type: string; text: string }[];
}

/**
 * A whole page in one file. It may run its own script and wear its own style, by their hashes, and nothing else: no other
 * script, no attribute that is one, no address to load from or send to.
 */
export function pageText({ language, title, version, style, script, body, data = [] }: Shell): string {
  const policy = [
    "default-src 'none'",
    `script-src ${script.allowed}`,
    `style-src ${style.allowed}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const blocks = data.map(
    ({ id, type, text }) => html`<script type="${type}" id="${id}">${raw(text)}${scriptEnd}\n`,
  );
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="hedui ${version}">
<title>${title}</title>
<style>${raw(style.text)}</style>
</head>
<body>
${body}
${joined(blocks)}<script>${raw(script.text)}${scriptEnd}
</body>
</html>
`.html;
}

/** Bundlers rewrite templates that hold this themselves, with a helper of a package that nobody installs. */
const scriptEnd = raw('</script>');

/** Text of ours, or made safe already. */
function raw(text: string): Html {
  return { html: text };
}

/** JSON that can stand inside a script element: no sign of it can end the element or begin a comment. */
export function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
