import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { say } from '@/lib/triage/voice';
import { KnowledgeNavigation } from './knowledge-navigation';

/** Every page of the knowledge base says which version it shows, and who has reviewed it. */
export default async function KnowledgeLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('knowledge');
  const language = await getLocale();
  const { version, hash, review, notReviewedNotice } = knowledgeBase();
  return (
    <div className="page-wide">
      <KnowledgeNavigation />
      <p className="mt-4 max-w-none text-small text-quiet">
        {t('version', { version })} <code className="break-all">{hash}</code>
        <br />
        {review === null
          ? say(notReviewedNotice, { language })
          : t('reviewed', { reviewer: review.reviewer, on: review.on })}
      </p>
      <div className="mt-8">{children}</div>
    </div>
  );
}
