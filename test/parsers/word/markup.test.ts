import { describe, expect, it } from 'vitest';
import { attribute, decodeEntities, elementEnd, nextTag, rootOf } from '../../../parsers/word/markup.ts';
import { writeOrdinal } from '../../../parsers/word/ordinals.ts';

describe('tags', () => {
  it('are read past comments, instructions, CDATA and signs in quotes', () => {
    const xml = `<?a <b> ?><!-- <c> --><![CDATA[<d>]]><e f="<>/>" g='1'/>`;
    const tag = nextTag(xml, 0);
    expect(tag).toMatchObject({ name: 'e', kind: 'empty', end: xml.length });
    expect(attribute(xml, 'g')).toBe('1');
  });

  it('end with the element of their own depth', () => {
    const xml = '<a><a/><a></a></a><a/>';
    const tag = nextTag(xml, 0);
    expect(tag && elementEnd(xml, tag)).toBe(18);
  });

  it('show what is wrong with a part', () => {
    expect(rootOf('<?x?><a><b x=">"/></a><!-- -->', 2)).toEqual({ start: 5, end: 22 });
    expect(rootOf('<a><b><c/></b></a>', 1)).toBe('deep');
    expect(rootOf('<a ><b\n></b ></a\t>', 9)).toEqual({ start: 0, end: 18 });
    expect(rootOf('<?x?>\n<!DOCTYPE a SYSTEM "a.dtd"><a/>', 9)).toEqual({ start: 33, end: 37 });
    expect(rootOf('<!DOCTYPE a [<!ENTITY b "c">]><a/>', 9)).toBe('dtd');
    expect(rootOf('<a/><!DOCTYPE a>', 9)).toBe('dtd');
    for (const cut of [
      '',
      'a',
      '<a>',
      '<a',
      '<a></a',
      '</a>',
      '<a/><a/>',
      '<a></a><a></a>',
      '<a></a></a>',
      '<a><b></a></b>',
      '<a></ab>',
      '<ab></a>',
    ])
      expect(rootOf(cut, 9)).toBe('cut');
  });

  it('decode the entities of XML and no other', () => {
    expect(decodeEntities('&lt;&#x4e2d;&#25991;&amp;lt;&nbsp;&#x110000;')).toBe('<中文&lt;&nbsp;&#x110000;');
  });
});

describe('list numbers', () => {
  it.each([
    [1, 'chineseCounting', '一'],
    [10, 'chineseCountingThousand', '十'],
    [21, 'chineseCounting', '二十一'],
    [105, 'chineseCounting', '一百零五'],
    [200, 'chineseCounting', '二百'],
    [15, 'ideographDigital', '一五'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [3, 'decimalEnclosedCircle', '③'],
    [21, 'decimalEnclosedCircle', '21'],
    [4, 'lowerRoman', 'iv'],
    [28, 'upperLetter', 'BB'],
    [7, 'decimalZero', '07'],
    [2, 'ideographTraditional', '乙'],
    [9, 'no such format', '9'],
    [0, 'chineseCounting', '0'],
  ])('%i in %s is %s', (value, format, expected) => {
    expect(writeOrdinal(value, format)).toBe(expected);
  });
});
