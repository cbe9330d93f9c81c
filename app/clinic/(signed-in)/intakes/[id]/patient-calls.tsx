'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LocalTime } from '@/app/check/summary/local-time';
import type { PageCall } from '@/app/clinic/page-calls';
import { CallForm } from './call-form';

interface PatientCallsProps {
  readonly intakeId: string;
  readonly calls: readonly PageCall[];
  readonly isOpenToCalls: boolean;
  /** Whether the member reads the notes. */
  readonly readsNotes: boolean;
}

/** Who called the patient when, and what came of it; and the form for the next call. */
export function PatientCalls({ intakeId, calls, isOpenToCalls, readsNotes }: PatientCallsProps) {
  const t = useTranslations('calls');
  const [shown, setShown] = useState(calls);
  return (
    <section aria-labelledby="calls-title">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="calls-title" className="font-semibold">
          {t('title')}
        </h2>
        {shown.length === 0 && <p className="text-quiet">{t('nothing')}</p>}
      </div>
      <ol>
        {shown.map(({ id, at, by, result, note }) => (
          <li key={id} className="break-words">
            <LocalTime iso={at} />: <b className="font-semibold">{t(`results.${result}`)}</b>,{' '}
            {t('by', { name: by })}
            {note && <span className="block pl-4">{note}</span>}
          </li>
        ))}
      </ol>
      {isOpenToCalls && (
        <details>
          <summary className="button-text">{t('record')}</summary>
          <CallForm intakeId={intakeId} readsNotes={readsNotes} onRecorded={setShown} />
        </details>
      )}
    </section>
  );
}
