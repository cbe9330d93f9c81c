import { useTranslations } from 'next-intl';
import { outcomeOf } from '@/lib/summary/outcome';
import { SendToClinic } from '../share/send-to-clinic';
import { NotExcluded } from './not-excluded';
import { RehabilitationAdviceList } from './rehabilitation-advice-list';
import { ResultActions } from './result-actions';
import { ResultHeadline } from './result-headline';
import type { Assessed } from './use-assessment';
import { WhatItMayBe } from './what-it-may-be';
import { WhatToDo } from './what-to-do';
import { WhatWouldChange } from './what-would-change';
import { WhyThisUrgency } from './why-this-urgency';

/** The whole result, the urgency first; the order is that of what a person needs next. */
export function ResultReport({ assessed }: { assessed: Assessed }) {
  const t = useTranslations('result');
  const { invitation } = assessed.selfCheck;
  const isAssessed = outcomeOf(assessed.assessment) === 'assessed';
  return (
    <article>
      <ResultHeadline {...assessed} />
      <div className="page pt-0">
        <WhatToDo {...assessed} />
        {invitation && <SendToClinic selfCheck={assessed.selfCheck} invitation={invitation} />}
        {isAssessed && <WhatItMayBe {...assessed} />}
        <WhyThisUrgency {...assessed} />
        <NotExcluded {...assessed} />
        {isAssessed && <WhatWouldChange {...assessed} />}
        {isAssessed && <RehabilitationAdviceList {...assessed} />}
        <ResultActions {...assessed} />
        <p className="mt-10 text-small text-quiet">{t('onDevice')}</p>
      </div>
    </article>
  );
}
