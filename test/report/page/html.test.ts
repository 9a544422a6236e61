import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { escaped, html, joined, shown } from '../../../src/report/page/html.ts';
import { scriptSafe } from '../../../src/report/page/shell.ts';

describe('html', () => {
  test('escapes what is put in, and keeps what is HTML already', () => {
    const inner = html`<b title="${'"\'<&>'}">${'<i>'}</b>`;
    expect(html`<p>${inner}${[inner, html`${3}`]}${null}</p>`.html).toBe(
      '<p><b title="&quot;&#39;&lt;&amp;&gt;">&lt;i&gt;</b><b title="&quot;&#39;&lt;&amp;&gt;">&lt;i&gt;</b>3</p>',
    );
    expect(joined([html`a`, html`<`], '·').html).toBe('a·<');
  });

  test('no text, in an element or in an attribute, makes an element or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tree = parse(`<!doctype html><p title="${escaped(text)}">${escaped(text)}</p>`);
        const seen: string[] = [];
        const walk = (node: object): void => {
          const {
            tagName,
            attrs = [],
            childNodes = [],
          } = node as {
            tagName?: string;
            attrs?: { name: string }[];
            childNodes?: object[];
          };
          if (tagName !== undefined) seen.push([tagName, ...attrs.map(({ name }) => name)].join(' '));
          for (const child of childNodes) walk(child);
        };
        walk(tree);
        expect(seen).toEqual(['html', 'head', 'body', 'p title']);
      }),
    );
  });

  test('what turns the writing or cannot be seen is written out; line breaks stay', () => {
    expect(shown('a\u202eb\0c\u200b\u2066')).toBe('a\\u{202e}b\\u{0}c\\u{200b}\\u{2066}');
    expect(shown('一\u2028二\r\n三')).toBe('一\n二\n三');
  });
});

test('data in a script element hold no sign that could end it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = scriptSafe(value);
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
