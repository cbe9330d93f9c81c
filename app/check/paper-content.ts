import type { AnswersRequest } from '@/lib/summary/document/document-request';
import type { Assessed } from './result/use-assessment';

type PaperContent = Pick<
  AnswersRequest,
  'audience' | 'answers' | 'assessedAt' | 'language' | 'knowledgeBase'
> & { readonly unsure: readonly string[] };

/** What the server needs to make a paper of the answers on this device. */
export function paperContent({ input, selfCheck, assessment }: Assessed): PaperContent {
  return {
    audience: input.audience,
    answers: { ...input.answers },
    unsure: selfCheck.unsure,
    assessedAt: assessment.assessedAt,
    language: assessment.language,
    knowledgeBase: assessment.knowledgeBase.hash,
  };
}
