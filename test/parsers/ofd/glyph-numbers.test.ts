import { describe, expect, test } from 'vitest';
import { fontFile, type GlyphTelling } from '../../../scripts/ofd/font-file.ts';
import { gridsOf } from '../grids.ts';
import { cellTexts, lattice, onePage } from './drawing.ts';
import { codesOf, readOfd, wordsOf } from './reading.ts';

const signs = [...'绩效目标32𠮷'].map((text) => ({ text, width: /\d/.test(text) ? 500 : 1000 }));

/** A text of glyphs by their numbers, in an embedded font. */
const page = (code: string, numbers: string, telling: GlyphTelling): Uint8Array => {
  const count = numbers.split(' ').length;
  const object = `<ofd:TextObject ID="1" Boundary="20 20 60 6" Font="1" Size="4"><ofd:CGTransform CodePosition="0" CodeCount="${count}" GlyphCount="${count}"><ofd:Glyphs>${numbers}</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="5">${code}</ofd:TextCode></ofd:TextObject>`;
  return onePage(object, {
    fonts: '<ofd:Font ID="1" FontName="ABCDEF+Song"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font>',
    parts: [{ path: 'Doc_0/Res/f.ttf', data: fontFile(signs, telling) }],
  });
};

describe('signs that a text gives by the numbers of their glyphs alone', () => {
  test.each(['map', 'names'] as const)('are what the font says of its glyphs: %s', async (telling) => {
    for (const code of ['¤¤¤¤¤¤¤', '\ue101\ue102\ue103\ue104\ue105\ue106\ue107', ''])
      expect(wordsOf(await readOfd(page(code, '1 2 3 4 5 6 7', telling)))).toEqual(['绩效目标32𠮷']);
  });

  test('are what the text says where it says anything', async () => {
    expect(wordsOf(await readOfd(page('指标', '1 2', 'map')))).toEqual(['指标']);
  });

  test('are unknown where the font says nothing, and told', async () => {
    for (const code of ['¤'.repeat(14), '']) {
      const source = await readOfd(page(code, '1 2 3 4 5 6 7 1 2 3 4 5 6 7', 'nothing'));
      expect(wordsOf(source).join('')).toBe('�'.repeat(14));
      expect(codesOf(source)).toContain('no_text');
    }
  });

  test('are told where they are missing from one figure', async () => {
    const cell = `${lattice(2, 2)}${cellTexts([['项目', '金额']])}<ofd:TextObject ID="1" Boundary="52 32 20 6" Font="1" Size="4"><ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>9</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="5" DeltaX="2 2 2">¤2.5</ofd:TextCode></ofd:TextObject>`;
    expect(codesOf(await readOfd(onePage(cell)))).toContain('no_text');
  });

  test.each([
    ['another: in question', '6 5', true],
    ['the same: sure', '5 6', false],
  ])('of a figure that is drawn by the glyphs of %s', async (_, numbers, doubted) => {
    const cell = `${lattice(2, 2)}${cellTexts([['绩效', '目标']])}<ofd:TextObject ID="1" Boundary="52 32 20 6" Font="9" Size="4"><ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>${numbers}</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="5" DeltaX="2">32</ofd:TextCode></ofd:TextObject>`;
    const source = await readOfd(
      onePage(cell, {
        fonts: '<ofd:Font ID="9" FontName="Song"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font>',
        parts: [{ path: 'Doc_0/Res/f.ttf', data: fontFile(signs, 'map') }],
      }),
    );
    const figure = gridsOf(source)[0]!.cells.find(({ text }) => text === '32')!;
    expect(figure.confidence < 1).toBe(doubted);
  });

  test('are unknown in a font that is cut off', async () => {
    const whole = fontFile(signs, 'map');
    const bytes = onePage(
      '<ofd:TextObject ID="1" Boundary="20 20 60 6" Font="1" Size="4"><ofd:TextCode X="0" Y="5">\ue101目标</ofd:TextCode></ofd:TextObject>',
      {
        fonts: '<ofd:Font ID="1" FontName="Song"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font>',
        parts: [{ path: 'Doc_0/Res/f.ttf', data: whole.subarray(0, 130) }],
      },
    );
    expect(wordsOf(await readOfd(bytes))).toEqual(['\ue101目标']);
  });
});
