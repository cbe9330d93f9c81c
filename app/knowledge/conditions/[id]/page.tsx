import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { UrgencyMark } from '@/app/components/urgency-mark';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { dispositionOf } from '@/lib/triage/disposition';
import { say, sayTo } from '@/lib/triage/voice';
import { CitationList } from '../../citation-list';
import { RecoveryTime } from '../../recovery-time';
import { Section } from '../../section';
import { TextList } from '../../text-list';
import { EvidenceTable } from './evidence-table';
import { ExaminationLinks } from './examination-links';
import { FlagsPointingHere } from './flags-pointing-here';
import { ReferralDetails } from './referral-details';
import { RehabilitationTable } from './rehabilitation-table';

interface ConditionPageProps {
  readonly params: Promise<{ id: string }>;
}

async function findCondition({ params }: ConditionPageProps) {
  const { id } = await params;
  const condition = knowledgeBase().conditions.find((one) => one.id === id);
  return condition ?? notFound();
}

export async function generateMetadata(props: ConditionPageProps): Promise<Metadata> {
  const condition = await findCondition(props);
  return { title: sayTo(condition.name, { audience: 'clinician', language: await getLocale() }) };
}

/** Everything that the knowledge base holds about one condition. */
export default async function ConditionPage(props: ConditionPageProps) {
  const condition = await findCondition(props);
  const t = await getTranslations('knowledge.condition');
  const language = await getLocale();
  const base = knowledgeBase();
  const clinician = { audience: 'clinician', language } as const;
  const patient = { audience: 'patient', language } as const;
  const { referral, recovery, pretest, advice, codes } = condition;
  const inWords = (texts: readonly Parameters<typeof say>[0][]) =>
    texts.map((text) => say(text, clinician));

  return (
    <article>
      <h1 className="text-display">{sayTo(condition.name, clinician)}</h1>
      <p className="mt-2 text-lead text-quiet">{sayTo(condition.name, patient)}</p>
      <dl className="mt-6 grid gap-x-10 gap-y-3 sm:grid-cols-[auto_auto_1fr]">
        <div>
          <dt className="text-small text-quiet">{t('usualReferral')}</dt>
          <dd>
            <UrgencyMark
              urgency={referral.urgency}
              name={sayTo(dispositionOf(base, referral.urgency).name, clinician)}
            />
          </dd>
        </div>
        <div>
          <dt className="text-small text-quiet">{t('recovery')}</dt>
          <dd className="text-lead font-semibold">
            <RecoveryTime weeks={recovery.weeks} />
          </dd>
        </div>
        {condition.dangerous && (
          <div>
            <dt className="text-small text-quiet">{t('dangerousLabel')}</dt>
            <dd className="text-lead font-semibold">{t('dangerous')}</dd>
          </div>
        )}
      </dl>

      <div className="mt-10 grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <div className="measure grid gap-3">
          <h2 className="text-lead">{t('forClinicians')}</h2>
          <p>{sayTo(condition.definition, clinician)}</p>
          <p>{sayTo(condition.presentation, clinician)}</p>
        </div>
        <div className="measure grid content-start gap-3">
          <h2 className="text-lead">{t('inPlainWords')}</h2>
          <p>{sayTo(condition.definition, patient)}</p>
          <p>{sayTo(condition.presentation, patient)}</p>
        </div>
      </div>

      <Section id="evidence-for" title={t('supports')}>
        <EvidenceTable condition={condition} side="supports" />
      </Section>
      <Section id="evidence-against" title={t('opposes')}>
        <EvidenceTable condition={condition} side="opposes" />
      </Section>
      <Section id="pretest" title={t('pretest')}>
        <p className="measure">
          {t('pretestOdds', { odds: pretest.odds, basis: pretest.basis })}{' '}
          {say(pretest.text, clinician)}
        </p>
        <CitationList citations={pretest.sources} sources={base.sources} />
        {condition.riskFactors.length > 0 && (
          <>
            <h3 className="mt-6 mb-2 text-lead">{t('riskFactors')}</h3>
            <TextList texts={inWords(condition.riskFactors)} />
          </>
        )}
      </Section>
      <Section id="red-flags" title={t('redFlags')}>
        <FlagsPointingHere condition={condition.id} />
      </Section>
      <Section id="examination" title={t('examination')}>
        <ExaminationLinks title={t('confirm')} findings={condition.examine.confirm} />
        <ExaminationLinks title={t('exclude')} findings={condition.examine.exclude} />
      </Section>
      <Section id="referral" title={t('referral')}>
        <ReferralDetails condition={condition} />
      </Section>
      <Section id="advice" title={t('advice')}>
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-3">
          {(['do', 'avoid', 'safetyNet'] as const).map((part) => (
            <div key={part}>
              <h3 className="mb-2 text-lead">{t(`adviceParts.${part}`)}</h3>
              <TextList texts={inWords(advice[part])} />
            </div>
          ))}
        </div>
      </Section>
      <Section id="rehabilitation" title={t('rehabilitation')}>
        <RehabilitationTable condition={condition} />
      </Section>
      <Section id="recovery" title={t('recovery')}>
        <p className="text-lead font-semibold">
          <RecoveryTime weeks={recovery.weeks} />
        </p>
        <p className="measure mt-1">{say(recovery.text, clinician)}</p>
        {recovery.milestones && (
          <dl className="mt-4 grid gap-3">
            {recovery.milestones.map(({ to, text, basis, sources }) => (
              <div key={to} className="measure">
                <dt className="font-semibold">{t(`milestones.${to}`)}</dt>
                <dd>
                  {say(text, clinician)}{' '}
                  <span className="text-small text-quiet">{t(`basis.${basis}`)}</span>
                  <CitationList citations={sources} sources={base.sources} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      <Section id="sources" title={t('sources')}>
        <CitationList citations={condition.sources} sources={base.sources} />
        {(codes.icd10cm || codes.snomedCt) && (
          <p className="mt-4 text-small text-quiet">
            {codes.icd10cm && t('icd10cm', { codes: codes.icd10cm.join(', ') })}{' '}
            {codes.snomedCt && t('snomedCt', { code: codes.snomedCt })}
          </p>
        )}
      </Section>
    </article>
  );
}
