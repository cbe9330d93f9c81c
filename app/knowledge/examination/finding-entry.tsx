import { useLocale, useTranslations } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Finding } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import { CitationList } from '../citation-list';
import { FieldValues } from '../field-values';

/** One finding: how to look for it, how to read it, how far it can be trusted. */
export function FindingEntry({ finding }: { finding: Finding }) {
  const t = useTranslations('knowledge.examination');
  const voice = { audience: 'clinician', language: useLocale() } as const;
  return (
    <article id={finding.id} className="border-t border-line py-4">
      <h3 className="text-lead">{say(finding.name, voice)}</h3>
      {finding.core && <p className="text-small text-quiet">{t('core')}</p>}
      <div className="mt-2 grid gap-x-10 gap-y-3 md:grid-cols-[1fr_18rem]">
        <div className="measure grid content-start gap-2">
          <p>{say(finding.procedure, voice)}</p>
          <p>{say(finding.interpretation, voice)}</p>
          <p>
            <span className="font-semibold">{t('accuracy')}</span> {say(finding.accuracy, voice)}
          </p>
          <CitationList citations={finding.sources} sources={knowledgeBase().sources} />
        </div>
        <FieldValues field={finding} voice={voice} />
      </div>
    </article>
  );
}
