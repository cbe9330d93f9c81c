import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LocalTime } from '@/app/check/summary/local-time';
import type { OpenedClinicIntake } from '@/lib/clinic/open-clinic-intake';
import {
  expectedRecovery,
  firstValues,
  judgeProgress,
  type OutcomeLine,
} from '@/lib/clinic/outcomes';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { say, sayTo } from '@/lib/triage/voice';
import { OutcomeForm } from './outcome-form';
import { OutcomeTrend } from './outcome-trend';

interface FollowUpProps {
  readonly base: KnowledgeBase;
  readonly intake: OpenedClinicIntake;
  readonly outcomes: readonly OutcomeLine[];
  readonly mayExamine: boolean;
}

const voice = { audience: 'clinician', language: 'en' } as const;

/** How it went on: the trend beside what was expected, each value, and the form for the next ones. */
export async function FollowUp({ base, intake, outcomes, mayExamine }: FollowUpProps) {
  const t = await getTranslations('followUp');
  const { id, content, answeredAt, courseFrom, recheckAt } = intake;
  const expected = courseFrom && expectedRecovery(base, content, courseFrom);
  const first = firstValues(base, { ...content.answers, ...content.findings });
  const series = [{ at: answeredAt, values: first, note: null }, ...outcomes];
  const items = base.followUp.items.map((item) => ({
    ...item,
    title: sayTo(item.name, voice),
    unitText: item.unit ? say(item.unit, voice) : '',
  }));
  const shown = items.filter((item) => series.some(({ values }) => item.id in values));
  return (
    <section
      aria-labelledby="follow-up-title"
      className="mt-6 border-t border-line pt-3 print:hidden"
    >
      <h2 id="follow-up-title" className="text-lead">
        {t('title')}
      </h2>
      <p className="measure">
        {t(`progress.${judgeProgress(base, content, outcomes)}`)}{' '}
        {recheckAt && t.rich('next', { at: () => <LocalTime iso={recheckAt.toISOString()} /> })}
      </p>
      {outcomes.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-8">
          {shown
            .filter(({ improvedBy }) => improvedBy)
            .map((item) => (
              <OutcomeTrend key={item.id} item={item} series={series} expected={expected} />
            ))}
        </div>
      )}
      {shown.length > 0 && (
        <table className="mt-3 text-small">
          <caption className="sr-only">{t('table')}</caption>
          <thead>
            <tr>
              <th scope="col" className="pr-4 text-left font-semibold">
                {t('when')}
              </th>
              {shown.map(({ id: item, title }) => (
                <th key={item} scope="col" className="max-w-40 pr-4 text-left font-semibold">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.map(({ at, values }) => (
              <tr key={at.toISOString()} className="border-t border-line">
                <th scope="row" className="pr-4 text-left font-normal">
                  <LocalTime iso={at.toISOString()} />
                </th>
                {shown.map(({ id: item, unitText }) => (
                  <td key={item} className="pr-4">
                    {values[item] === undefined ? t('notAsked') : `${values[item]} ${unitText}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayExamine && (
        <div className="mt-3 flex flex-wrap gap-x-8">
          <OutcomeForm intakeId={id} items={items} />
          <Link href={`/clinic/invite?follows=${id}`} className="button-text">
            {t('inviteAgain')}
          </Link>
        </div>
      )}
    </section>
  );
}
