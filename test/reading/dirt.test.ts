import { describe, expect, it } from 'vitest';
import { withoutDirt } from '../../src/reading/index.ts';
import { document, grid } from './drawing.ts';

/** The text of one recognised cell without dirt, and whether it is in doubt. */
function cleaned(text: string, confidence = 0.96) {
  const table = grid(`| 站点数 | ${text.replaceAll('\n', '⏎')} |`);
  const cells = table.cells.map((cell) => ({ ...cell, confidence }));
  const [block] = withoutDirt(document({ ...table, cells })).blocks;
  const cell = block?.kind === 'grid' ? block.cells[1] : undefined;
  return [cell?.text, cell?.doubt !== undefined];
}

describe('marks beside a recognised text', () => {
  it('are left out, and put a figure in doubt', () => {
    expect(cleaned('1,250,000.')).toEqual(['1,250,000', true]);
    expect(cleaned('…\n100%\n....')).toEqual(['100%', true]);
    expect(cleaned('…15')).toEqual(['15', true]);
    expect(cleaned('1.0....')).toEqual(['1.0', true]);
    expect(cleaned('86处·.')).toEqual(['86处', true]);
    expect(cleaned('....得分')).toEqual(['得分', false]);
  });

  it('stay where they are all of it, count a row, end a text, or where nothing was recognised', () => {
    expect(cleaned('……')).toEqual(['……', false]);
    expect(cleaned('1.')).toEqual(['1.', false]);
    expect(cleaned('其他……')).toEqual(['其他……', false]);
    expect(cleaned('1,250,000.', 1)).toEqual(['1,250,000.', false]);
    expect(cleaned('3.86')).toEqual(['3.86', false]);
  });
});
