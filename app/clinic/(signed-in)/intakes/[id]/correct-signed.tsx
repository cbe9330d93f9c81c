'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { makeUuid } from '@/app/components/make-uuid';
import { amendIntake, markInError, type Signed } from './sign-intake';
import { TextField } from './text-field';

const ways = ['amend', 'error'] as const;
type Way = (typeof ways)[number];

interface CorrectSignedProps {
  readonly intakeId: string;
  /** The one that the member sees. */
  readonly revision: number;
  /** What is not signed yet is not amended. */
  readonly isSigned: boolean;
}

/** The two ways to correct what was signed: the next version, or that it should never have been. */
export function CorrectSigned({ intakeId, revision, isSigned }: CorrectSignedProps) {
  const t = useTranslations('intake.correct');
  return (
    <div className="mt-3 flex flex-wrap gap-x-8">
      {ways
        .filter((way) => isSigned || way === 'error')
        .map((way) => (
          <details key={way} className="min-w-64">
            <summary className="button-text">{t(`${way}.title`)}</summary>
            <WayForm way={way} intakeId={intakeId} revision={revision} />
          </details>
        ))}
    </div>
  );
}

function WayForm({ way, intakeId, revision }: { way: Way; intakeId: string; revision: number }) {
  const t = useTranslations('intake.correct');
  const router = useRouter();
  const [versionId] = useState(makeUuid);
  const [reason, setReason] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Signed | 'no-reason' | null>(null);

  async function correct() {
    if (!reason) return setOutcome('no-reason');
    const done = await (way === 'amend'
      ? amendIntake(intakeId, { reason })
      : markInError(intakeId, { versionId, revision, reason }));
    if (done === 'signed') return router.refresh();
    setOutcome(done);
  }

  return (
    <div className="measure grid gap-2 pb-3">
      <p>{t(`${way}.text`)}</p>
      <TextField
        id={`reason-${way}`}
        label={t('reason')}
        value={reason ?? undefined}
        fault={outcome === 'no-reason' && !reason ? t('noReason') : null}
        onChange={setReason}
        lengthMax={1000}
        rows={2}
      />
      <p>
        <button type="button" className="button-quiet" onClick={() => void correct()}>
          {t(`${way}.action`)}
        </button>
      </p>
      <p role="alert">
        {outcome && outcome !== 'no-reason' && outcome !== 'signed' && t('failed')}
      </p>
    </div>
  );
}
