import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** A text that a page holds, with the source expression that its content policy allows it by. */
export interface Asset {
  text: string;
  allowed: string;
}

/** Sources are TypeScript; what the package ships is compiled, in the same places. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** The style sheets of a page, one after another. */
export function styles(names: readonly string[]): Asset {
  return asset(names.map((name) => read(`./styles/${name}.css`)).join('\n'));
}

/** The modules of a page's script as one script: their names are all different, so that they can stand side by side. */
export function script(names: readonly string[]): Asset {
  const modules = names.map((name) => asPlainScript(compiled(read(`./client/${name}.${extension}`))));
  return asset(`(() => {\n'use strict';\n${modules.join('\n')}\n})();`);
}

function compiled(source: string): string {
  return extension === 'ts' ? stripTypeScriptTypes(source) : source;
}

function asPlainScript(module: string): string {
  return module
    .replace(/^import\b[^;]*;$/gm, '')
    .replace(/^export \{\};?$/gm, '')
    .replace(/^export (?=(?:async )?function|const|let|class)/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function asset(text: string): Asset {
  return { text, allowed: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8').replace(/\r\n/g, '\n');
}
