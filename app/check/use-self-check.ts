'use client';

import { useSyncExternalStore } from 'react';
import type { Audience } from '@/lib/triage/answers';
import { forgetShares } from './share/stored-shares';
import { readSelfCheck, type SelfCheck, watchSelfCheck, writeSelfCheck } from './stored-self-check';

export type { SelfCheck } from './stored-self-check';

/** The answers on this device: null if there are none, undefined until the device has been asked. */
export function useSelfCheck(): SelfCheck | null | undefined {
  return useSyncExternalStore<SelfCheck | null | undefined>(
    watchSelfCheck,
    readSelfCheck,
    () => undefined,
  );
}

/** Begins anew, without the answers of before. */
export function startSelfCheck(audience: Audience): void {
  forgetShares();
  writeSelfCheck({
    version: 1,
    audience,
    answers: {},
    unsure: [],
    asked: [],
    startedAt: new Date().toISOString(),
    finishedAt: null,
    submissionKey: makeSubmissionKey(),
  });
}

/** Other answers after the end are another submission, with a clock of its own. */
export function changeAnswers(
  selfCheck: SelfCheck,
  given: Pick<SelfCheck, 'answers' | 'unsure' | 'asked'>,
): void {
  writeSelfCheck({
    ...selfCheck,
    ...given,
    finishedAt: null,
    submissionKey: chooseSubmissionKey(selfCheck),
  });
}

/** Once what was shared is deleted, sharing again is another submission. */
export function renewSubmissionKey(selfCheck: SelfCheck): void {
  writeSelfCheck({ ...selfCheck, submissionKey: makeSubmissionKey() });
}

/** Sets the clock of the assessment. */
export function finishSelfCheck(selfCheck: SelfCheck): void {
  writeSelfCheck({
    ...selfCheck,
    finishedAt: new Date().toISOString(),
    submissionKey: chooseSubmissionKey(selfCheck),
  });
}

/** Deletes the answers from this device, and the references that open them. */
export function deleteSelfCheck(): void {
  forgetShares();
  writeSelfCheck(null);
}

/** Another clock, or another answer after the end, makes another submission. */
function chooseSubmissionKey({ finishedAt, submissionKey }: SelfCheck): string {
  return finishedAt ? makeSubmissionKey() : submissionKey;
}

/** A UUID v4; `crypto.randomUUID` is missing where a clinic serves plain http. */
function makeSubmissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
