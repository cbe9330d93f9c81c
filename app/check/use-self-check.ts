'use client';

import { useSyncExternalStore } from 'react';
import type { Audience } from '@/lib/triage/answers';
import { makeUuid } from '../components/make-uuid';
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

/** Begins anew, without the answers of before; for a clinic that invited, if one did. */
export function startSelfCheck(audience: Audience, invitation?: SelfCheck['invitation']): void {
  forgetShares();
  writeSelfCheck({
    version: 1,
    audience,
    answers: {},
    unsure: [],
    asked: [],
    startedAt: new Date().toISOString(),
    finishedAt: null,
    submissionKey: makeUuid(),
    ...(invitation && { invitation }),
  });
}

/**
 * Has the answers that are there go to a clinic that invited. Where another invitation had them, the
 * clinic may know their key already, so they get one of their own.
 */
export function takeInvitation(
  selfCheck: SelfCheck,
  invitation: NonNullable<SelfCheck['invitation']>,
): void {
  const submissionKey = selfCheck.invitation ? makeUuid() : selfCheck.submissionKey;
  writeSelfCheck({ ...selfCheck, invitation, submissionKey });
}

/** Notes that the clinic has these answers. */
export function noteSent(selfCheck: SelfCheck): void {
  const { invitation, submissionKey } = selfCheck;
  if (!invitation) return;
  writeSelfCheck({ ...selfCheck, invitation: { ...invitation, sentKey: submissionKey } });
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
  writeSelfCheck({ ...selfCheck, submissionKey: makeUuid() });
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
  return finishedAt ? makeUuid() : submissionKey;
}
