import { describe, expect, it } from 'vitest';
import { decoded } from '../../../parsers/scan/line-model/ctc.ts';

const alphabet = ['1', '2', '.'];

/** What the model tells of steps, from the likelihoods of none and of each character. */
const told = (...rows: number[][]): Float32Array =>
  Float32Array.from(
    rows.flatMap((row) => {
      const [first, second] = row.map((score, kind) => ({ score, kind })).sort((a, b) => b.score - a.score);
      return [first!.score, second!.score, first!.kind, second!.kind];
    }),
  );
const textOf = (rows: number[][]): string =>
  decoded(told(...rows), alphabet)
    .characters.map(({ text }) => text)
    .join('');

const none = [1, 0, 0, 0];
const one = [0.02, 0.9, 0.05, 0.03];
const two = [0.02, 0.05, 0.9, 0.03];

describe('steps of a line', () => {
  it('of one character in a row are one, with none between them two', () => {
    expect(textOf([one, one, none, two])).toBe('12');
    expect(textOf([one, none, one, none, two, two])).toBe('112');
    expect(textOf([none, none])).toBe('');
  });

  it('tell where a character stands and what else it may be', () => {
    const steps = told(none, none, [0.1, 0.5, 0.4, 0], one, none, none, none, none);
    const { characters, leftOut } = decoded(steps, alphabet);
    expect(characters).toHaveLength(1);
    expect(characters[0]).toMatchObject({ text: '1', at: 3.5 / 8, rival: '2' });
    expect(characters[0]?.confidence).toBeCloseTo(0.9);
    expect(characters[0]?.rivalConfidence).toBeCloseTo(0.4);
    expect(leftOut).toBe(0);
  });

  it('tell of a character that nearly was one', () => {
    const steps = told(one, none, none, none, [0.6, 0, 0, 0.4], none, none, none, two);
    expect(decoded(steps, alphabet).leftOut).toBeCloseTo(0.4);
  });

  it('that only fade into their neighbour leave nothing out', () => {
    expect(decoded(told([0.6, 0.4, 0, 0], one, [0.7, 0.3, 0, 0], none), alphabet).leftOut).toBe(0);
  });

  it('share one likelihood between the broad and the narrow form of a character, and make one of both', () => {
    const widths = ['(', '（', '²', '2'];
    const both = [0.02, 0.5, 0.46, 0, 0];
    const seen = decoded(told(none, both, [0.02, 0.3, 0.66, 0, 0], none), widths).characters;
    expect(seen).toMatchObject([{ text: '(', rival: '', rivalConfidence: 0 }]);
    expect(seen[0]?.confidence).toBeCloseTo(0.96);
    // What differs in more than its width stays a rival.
    const raised = decoded(told([0.02, 0, 0, 0.5, 0.46]), widths).characters;
    expect(raised[0]).toMatchObject({ text: '²', rival: '2' });
    expect(raised[0]?.confidence).toBeCloseTo(0.5);
  });
});
