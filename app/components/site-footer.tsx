import { getLocale, getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { say } from '@/lib/triage/voice';

/** What every page says at its end: what this is, in which version, and who has reviewed it. */
export async function SiteFooter() {
  const t = await getTranslations('site');
  const language = await getLocale();
  const { version, hash, review, disclaimer, notReviewedNotice } = knowledgeBase();
  return (
    <footer className="border-t border-line text-small text-quiet print:hidden">
      <div className="page-wide grid gap-3 py-6">
        <p className="measure">{say(disclaimer, { language })}</p>
        <p id="draft" className="measure">
          {review === null ? say(notReviewedNotice, { language }) : t('reviewed', review)}
        </p>
        <p>{t('version', { version, hash: hash.slice(0, 12) })}</p>
      </div>
    </footer>
  );
}
