'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startSelfCheck, takeInvitation, useSelfCheck } from '@/app/check/use-self-check';

interface BeginInvitedProps {
  readonly secret: string;
  readonly clinicName: string;
}

/** The ways on: begin, go on where this invitation was left, or send what was answered before. */
export function BeginInvited({ secret, clinicName }: BeginInvitedProps) {
  const t = useTranslations('invited');
  const router = useRouter();
  const selfCheck = useSelfCheck();
  const invitation = { secret, clinicName };
  if (selfCheck === undefined) return <p className="mt-6 text-quiet">{t('loading')}</p>;
  const hasAnswers = selfCheck?.audience === 'patient' && Object.keys(selfCheck.answers).length > 0;
  const isSame = hasAnswers && selfCheck.invitation?.secret === secret;
  const goOn = () => {
    if (!selfCheck) return;
    if (!isSame) takeInvitation(selfCheck, invitation);
    router.push(selfCheck.finishedAt ? '/check/result' : '/check');
  };
  const begin = () => {
    startSelfCheck('patient', invitation);
    router.push('/check');
  };
  return (
    <div className="mt-6 grid justify-items-start gap-3">
      {hasAnswers && (
        <button type="button" className="button-primary" onClick={goOn}>
          {t(isSame ? 'goOn' : 'useThese')}
        </button>
      )}
      <button
        type="button"
        className={hasAnswers ? 'button-quiet' : 'button-primary'}
        onClick={begin}
      >
        {t(hasAnswers ? 'anew' : 'begin')}
      </button>
    </div>
  );
}
