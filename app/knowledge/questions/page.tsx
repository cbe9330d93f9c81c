import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { say } from '@/lib/triage/voice';
import { Section } from '../section';
import { QuestionEntry } from './question-entry';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('questions.title') };
}

/** The questions of the self-check, in the order in which they are asked. */
export default async function QuestionsPage() {
  const t = await getTranslations('knowledge.questions');
  const language = await getLocale();
  const { questionnaire, questions } = knowledgeBase();
  return (
    <>
      <h1 className="text-display">{t('heading')}</h1>
      <p className="measure mt-4 mb-10">{t('lead')}</p>
      {questionnaire.map((block) => (
        <Section key={block.id} id={`block-${block.id}`} title={say(block.name, { language })}>
          {block.emergency && <p className="measure mb-3">{t('emergency')}</p>}
          {questions
            .filter(({ id }) => block.fields.includes(id))
            .map((question) => (
              <QuestionEntry key={question.id} question={question} />
            ))}
        </Section>
      ))}
    </>
  );
}
