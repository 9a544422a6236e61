import { expect, test } from 'vitest';
import { isErrorValue } from '../../src/values/index.ts';

test.each([
  '#REF!',
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#SPILL!',
  ' Err:502 ',
  'NaN',
  '-Infinity',
  '#####',
  'null',
  'undefined',
  'None',
  '«金额»',
  '\u0024{amount}',
  '{{ total }}',
])('%s stands for a figure that is missing', (text) => expect(isErrorValue(text)).toBe(true));

test.each(['', '#', '#1', '1#楼', '错误!', 'REF', 'N/A', '12', '无', '{}', '«»', 'nullable'])(
  '%s does not',
  (text) => expect(isErrorValue(text)).toBe(false),
);
