import { expect, it } from 'vitest';
import { exact } from '../../../src/reconcile/facts/exact.ts';
import { cellAlike, printedAlike } from '../../../src/reconcile/localise/printed-alike.ts';

const alike = (text: string, printed: number, right: number) => printedAlike({ text, printed }, exact(right));

it('keeps the decimals of a figure, and is a plain number', () => {
  expect(alike('880.60', 880.6, 886)).toBe('886.00');
  expect(alike('1,024,500.00', 1_024_500, 1_042_500)).toBe('1042500.00');
  expect(alike('1,024.5', 1024.5, 924.5)).toBe('924.5');
  expect(alike('57.80万元', 57.8, 58)).toBe('58.00');
  expect(alike('¥84.6', 84.6, 99.6)).toBe('99.6');
});

it('drops no digit that is right', () => {
  expect(alike('51824', 51_824, 518.24)).toBe('518.24');
  expect(alike('12.50', 12.5, 12.375)).toBe('12.375');
  expect(alike('0.523%', 0.523, 52.3)).toBe('52.3');
  expect(alike('5230.00', 5230, 52.3)).toBe('52.3');
});

it('gives the bare figure where the cell says it otherwise', () => {
  expect(alike('3600元×12', 43_200, 42_000)).toBe('42000');
  expect(alike('0.998', 99.8, 98.8)).toBe('98.8');
  expect(alike('—', 0, 32.5)).toBe('32.5');
  expect(alike('(60.00)', -60, 60)).toBe('60');
  expect(alike('60.00元', 60, -60)).toBe('-60.00');
});

it('shows people the cell as it would stand', () => {
  const stands = (text: string, printed: number, right: number) => cellAlike({ text, printed }, exact(right));
  expect(stands('97.00%', 97, 95)).toBe('95.00%');
  expect(stands('≤30万元/公里', 30, 40)).toBe('≤40万元/公里');
  expect(stands('1,024.50万元', 1024.5, 1042.5)).toBe('1,042.50万元');
  expect(stands('9,999,000', 9_999_000, 999_900.5)).toBe('999,900.5');
  expect(stands('60.00元', 60, -60)).toBe('-60.00元');
  expect(stands('3600元×12', 43_200, 42_000)).toBe('42000');
});
