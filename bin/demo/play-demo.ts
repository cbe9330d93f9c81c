/** Plays the stories through the functions that the pages use, in the order in which things happened. */
import { randomUUID } from 'node:crypto';
import { changeIntake } from '@/lib/clinic/change-intake';
import type { ClinicHouse } from '@/lib/clinic/clinic-house';
import { invitePatient } from '@/lib/clinic/invite-patient';
import { openClinicIntake } from '@/lib/clinic/open-clinic-intake';
import { recordOutcome } from '@/lib/clinic/outcomes';
import { receiveSelfCheck } from '@/lib/clinic/receive-self-check';
import { scopeDatabase } from '@/lib/clinic/scoped-database';
import { beginAmendment, enterInError, signAssessment } from '@/lib/clinic/sign-assessment';
import { urgencyLevels } from '@/lib/triage/schema';
import { type DemoStory, demoStories } from './demo-stories';
import type { DemoMembers } from './make-demo-members';

const hourMs = 60 * 60 * 1000;
const weekHours = 7 * 24;

interface Step {
  readonly at: Date;
  readonly run: (at: Date) => Promise<void>;
}

/** Returns how many patients there were. */
export async function playDemo(
  house: ClinicHouse,
  members: DemoMembers,
  now: Date,
  signal: AbortSignal,
): Promise<number> {
  const stories = demoStories();
  const steps = stories.flatMap((story) => planStory(house, members, story, now));
  for (const { at, run } of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    signal.throwIfAborted();
    await run(at);
  }
  return stories.length;
}

function planStory(
  house: ClinicHouse,
  { frontDesk, clinician, administrator }: DemoMembers,
  { name, born, state, hoursAgo, answers }: DemoStory,
  now: Date,
): Step[] {
  const at = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const { database } = house;
  const tables = scopeDatabase(database, clinician);
  const submissionKey = randomUUID();
  let secret = '';
  let id = '';
  const row = () => tables.clinicIntake.findUniqueOrThrow({ where: { id } });
  const change = async (values: Readonly<Record<string, string>>, when: Date) => {
    const changes = Object.entries(values).map(([field, value]) => ({ field, was: null, value }));
    await changeIntake(house, clinician, id, { changeId: randomUUID(), changes }, when);
  };

  const invite: Step = {
    at: at(hoursAgo + 20),
    run: async (when) => {
      const invitation = {
        ...{ name, dateOfBirth: born, email: '', validDays: 30 },
        ...{ followsId: '', renewsId: '', patientId: '' },
        appointmentAt: at(hoursAgo - 26).toISOString(),
      };
      secret = (await invitePatient(database, frontDesk, invitation, when))?.secret ?? '';
    },
  };
  const answer: Step = {
    at: at(hoursAgo),
    run: async (when) => {
      const submission = { submissionKey, audience: 'patient' as const, answers, unsure: [] };
      await receiveSelfCheck(house, secret, { ...submission, answeredSecondsAgo: 90 }, when);
      id = (await tables.clinicIntake.findFirstOrThrow({ where: { submissionKey } })).id;
    },
  };
  const examine: Step = {
    at: at(hoursAgo - Math.min(hoursAgo * 0.2, 20)),
    run: async (when) => {
      await openClinicIntake(database, clinician, id, when);
      await change({ 'findings.ankle-reflex': 'normal' }, when);
    },
  };
  const sign: Step = {
    at: at(hoursAgo - Math.min(hoursAgo * 0.25, 24)),
    run: async (when) => {
      const { leading, urgency } = await row();
      const level = urgencyLevels[urgency] ?? 'same-day';
      const override = state === 'overridden' && {
        'conclusion.overrideReason': 'history-says-otherwise',
        'conclusion.comment': 'The patient told more in the room than on the form.',
      };
      await change(
        {
          'conclusion.condition': leading ?? 'gastrocnemius-strain',
          'conclusion.urgency': override
            ? (urgencyLevels[Math.max(0, urgency - 1)] ?? level)
            : level,
          'conclusion.plan': 'Explained, with the sheet. Knows when to come sooner.',
          ...override,
        },
        when,
      );
      await signNow(when);
    },
  };
  const signNow = async (when: Date) => {
    const { revision } = await row();
    const versionId = randomUUID();
    const signed = await signAssessment(
      house,
      clinician,
      id,
      { versionId, revision, knowledgeBase: house.base.hash },
      when,
    );
    if (signed.outcome !== 'signed')
      throw new Error(`demo: ${name} was not signed, ${signed.outcome}`);
  };
  const amend: Step = {
    at: at(hoursAgo * 0.6),
    run: async (when) => {
      const reason = 'The scan was read again';
      await beginAmendment(house, administrator, id, { reason }, when);
      await change({ 'conclusion.comment': 'Second reading: partial tear.' }, when);
      await signNow(when);
    },
  };
  const error: Step = {
    at: at(hoursAgo * 0.7),
    run: async (when) => {
      const reason = 'Answers of another patient';
      const { revision } = await row();
      const versionId = randomUUID();
      await enterInError(house, clinician, id, { versionId, revision, reason }, when);
    },
  };
  const outcome = (weeksAfter: number, pain: number, does: number): Step => ({
    at: at(hoursAgo - weeksAfter * weekHours),
    run: async (when) => {
      const values = { 'worst-pain': pain, function: does };
      await recordOutcome(
        house,
        clinician,
        id,
        { outcomeId: randomUUID(), values, note: null },
        when,
      );
    },
  });

  switch (state) {
    case 'waiting':
      return [{ ...invite, at: at(hoursAgo) }];
    case 'unread':
      return [invite, answer];
    case 'examined':
      return [invite, answer, examine];
    case 'signed':
    case 'overridden':
    case 'due':
      return [invite, answer, examine, sign];
    case 'amended':
      return [invite, answer, examine, sign, amend];
    case 'in-error':
      return [invite, answer, error];
    case 'improving':
      return [invite, answer, examine, sign, outcome(2, 5, 5), outcome(4, 2, 8)];
    case 'not-improving':
      return [invite, answer, examine, sign, outcome(6, 7, 4), outcome(15, 7, 4)];
  }
}
