import { useTranslations } from 'next-intl';
import { outcomeOf } from '@/lib/summary/outcome';
import { SendToClinic } from '../share/send-to-clinic';
import { LazyDetails } from './lazy-details';
import { NotExcluded } from './not-excluded';
import { RehabilitationAdviceList } from './rehabilitation-advice-list';
import { ResultActions } from './result-actions';
import { ResultHeadline } from './result-headline';
import type { Assessed } from './use-assessment';
import { WhatItMayBe } from './what-it-may-be';
import { GetHelpSooner, WhatToDo } from './what-to-do';
import { WhatWouldChange } from './what-would-change';
import { WhyThisUrgency } from './why-this-urgency';

/**
 * The whole result, the urgency first; the order is that of what a person needs next. Whoever has to
 * call for help now reads what to do, and unfolds the rest when there is time for it.
 */
export function ResultReport({ assessed }: { assessed: Assessed }) {
  const t = useTranslations('result');
  const { invitation, audience } = assessed.selfCheck;
  const isAssessed = outcomeOf(assessed.assessment) === 'assessed';
  const isHurried = audience === 'patient' && assessed.assessment.urgency === 'emergency-now';
  const explained = () => (
    <>
      {isHurried && <GetHelpSooner {...assessed} />}
      {isAssessed && <WhatItMayBe {...assessed} />}
      <WhyThisUrgency {...assessed} />
      <NotExcluded {...assessed} />
      {isAssessed && <WhatWouldChange {...assessed} />}
      {isAssessed && <RehabilitationAdviceList {...assessed} />}
    </>
  );
  return (
    <article>
      <ResultHeadline {...assessed} />
      <div className="page pt-0">
        <WhatToDo {...assessed} />
        {!isHurried && <GetHelpSooner {...assessed} />}
        {invitation && <SendToClinic selfCheck={assessed.selfCheck} invitation={invitation} />}
        {isHurried ? (
          <div className="mt-10">
            <LazyDetails summary={t('whenThereIsTime')}>{explained}</LazyDetails>
          </div>
        ) : (
          explained()
        )}
        <div className="print:hidden">
          <ResultActions {...assessed} />
        </div>
        <p className="mt-10 text-small text-quiet">{t('onDevice')}</p>
      </div>
    </article>
  );
}
