import { expect, test } from 'vitest';
import { boundQuestions } from '@/app/check/bound-questions';

test.each([
  ['first, with room for what answers may open', null, 0, 28, 35],
  ['first, near the end', null, 12, 3, 15],
  ['no more while what is foreseen stays within it', 35, 10, 23, 35],
  ['less where answers leave fewer', 35, 12, 3, 15],
  ['no more for a question or two that come back', 20, 14, 4, 20],
  ['more where the answers open more than was said', 35, 15, 21, 45],
])('%s', (_, said, asked, toCome, bound) => {
  expect(boundQuestions(said, asked, toCome)).toBe(bound);
});
