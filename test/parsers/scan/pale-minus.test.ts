import { describe, expect, it } from 'vitest';
import { hasPaleMinus } from '../../../parsers/scan/figures/pale-minus.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { fill } from './drawing.ts';

const em = 18;
/** A digit of 10 × 15 pixels. */
const digit = { x0: 50, x1: 60, y0: 20, y1: 35 };

const seen = (draw: (page: Raster) => void): boolean => {
  const page = blank(100, 60);
  fill(page, digit.x0, digit.y0, digit.x1, digit.y1);
  draw(page);
  return hasPaleMinus(page, digit, em);
};

describe('a minus too pale for ink', () => {
  it('is seen before the digit, at half its height', () => {
    expect(seen((page) => fill(page, 42, 28, 47, 30, 210))).toBe(true);
  });

  it('is none that is shorter or paler, upright, low, or far away', () => {
    expect(seen(() => undefined)).toBe(false);
    expect(seen((page) => fill(page, 44, 28, 46, 30, 210))).toBe(false);
    expect(seen((page) => fill(page, 42, 28, 47, 30, 245))).toBe(false);
    expect(seen((page) => fill(page, 44, 10, 48, 50, 210))).toBe(false);
    expect(seen((page) => fill(page, 42, 35, 47, 37, 210))).toBe(false);
    expect(seen((page) => fill(page, 20, 28, 27, 30, 210))).toBe(false);
  });
});
