import type { Summary } from '../summary';
import { verificationCode } from '../verification-code';
import type { Words } from '../words';
import { detailPages } from './detail-pages';
import { type Block, type Document, type Draft, type Section, sizePtMin } from './document';
import type { DocumentKind } from './document-kind';
import { firstPage } from './first-page';
import type { Letterhead } from './letterhead';
import { patientSheet } from './patient-sheet';
import { referralLetter } from './referral-letter';
import { middleDot } from './runs';
import { everShorter, leastShown, type Shown } from './shown';

export interface DocumentOptions {
  readonly words: Words;
  /** Of the site whose page replays the answers, such as `https://surae.example`. */
  readonly origin: string;
  readonly letterhead: Letterhead;
  /** A clinic hands it on before a clinician has signed: every page says so. */
  readonly isUnsigned?: boolean;
}

const shortHash = 12;

/** One of the papers that are made of a Summary: same content, another reader. */
export function makeDocument(
  kind: DocumentKind,
  summary: Summary,
  { words, origin, letterhead, isUnsigned = false }: DocumentOptions,
): Document {
  const { t, time } = words;
  const { knowledgeBase, reference, assessedAt, language, disclaimer } = summary;
  const { version, hash, review, notice } = knowledgeBase;
  const reviewed = review
    ? t('summary.footer.reviewed', { reviewer: review.reviewer, on: review.on })
    : notice;
  const marks = [
    t('summary.footer.version', { version, hash: hash.slice(0, shortHash) }),
    time(assessedAt),
    t('summary.footer.code', { code: verificationCode(summary) }),
    ...(reference ? [t('summary.footer.reference', { reference })] : []),
  ];
  return {
    title: t(`documents.titles.${kind}`),
    language,
    subject: t('documents.subject'),
    keywords: [`knowledge base ${version}`, `sha256 ${hash}`],
    madeAt: assessedAt,
    sections: sectionsOf(kind),
    mark: isUnsigned ? t('documents.unsigned') : null,
    footer: {
      text: [disclaimer, reviewed, marks.join(middleDot)].filter(Boolean).join(' '),
      pageOf: (page, pages) => t('documents.pageOf', { page, pages }),
    },
  };

  function sectionsOf(made: DocumentKind): Section[] {
    switch (made) {
      case 'summary':
        return [
          { drafts: draftFirstPage() },
          { drafts: [{ blocks: detailPages(summary, words), sizePt: sizePtMin }] },
        ];
      case 'patient-sheet':
        return [inSizes(patientSheet(summary, words, origin), [14, 13, 12, 12.5])];
      case 'referral-letter':
        return [inSizes(referralLetter(summary, words, letterhead, origin), [10.5, 10, 9.5])];
    }
  }

  /** First smaller, then shorter. */
  function draftFirstPage(): Draft[] {
    const draft = (shown: Shown, sizePt: number): Draft => ({
      blocks: firstPage(summary, words, letterhead, origin, shown),
      sizePt,
    });
    return [
      ...[9.5, 9].map((sizePt) => draft(everShorter[0], sizePt)),
      ...everShorter.map((shown) => draft(shown, sizePtMin)),
      { ...draft(leastShown, sizePtMin), isTight: true },
    ];
  }
}

function inSizes(blocks: readonly Block[], sizesPt: readonly number[]): Section {
  return { drafts: sizesPt.map((sizePt) => ({ blocks, sizePt })) };
}
