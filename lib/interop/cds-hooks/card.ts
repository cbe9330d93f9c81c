/** A card of CDS Hooks 2.0. */
import type { FhirResource } from 'fhir/r4';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { systemOf } from '../fhir/canonical';
import { stableUuid } from '../fhir/stable-uuid';

export type Indicator = 'info' | 'warning' | 'critical';

interface Coding {
  readonly code: string;
  readonly system: string;
  readonly display: string;
}

export type Action =
  | { readonly type: 'create'; readonly description: string; readonly resource: FhirResource }
  | { readonly type: 'delete'; readonly description: string; readonly resourceId: string };

export interface Suggestion {
  readonly label: string;
  readonly uuid: string;
  readonly isRecommended?: boolean;
  readonly actions: readonly Action[];
}

export interface Card {
  readonly uuid: string;
  /** Fewer than 140 characters. */
  readonly summary: string;
  /** Markdown. */
  readonly detail?: string;
  readonly indicator: Indicator;
  readonly source: { readonly label: string; readonly url: string; readonly topic: Coding };
  readonly suggestions?: readonly Suggestion[];
  readonly selectionBehavior?: 'at-most-one' | 'any';
  readonly overrideReasons?: readonly Coding[];
  readonly links?: readonly {
    readonly label: string;
    readonly url: string;
    readonly type: 'absolute';
  }[];
}

/** What all cards of one answer share. */
export interface CardFrame {
  readonly base: KnowledgeBase;
  /** The address of this server, without a slash at its end. */
  readonly origin: string;
  /** Of the request: with it a card has the same name each time it is asked for. */
  readonly hookInstance: string;
  readonly words: CardWords;
}

/** The labels, in the reader's language; clinical sentences come from `rules/`. */
export interface CardWords {
  readonly notExcluded: string;
  readonly ceiling: string;
  readonly redFlags: string;
  readonly reasons: string;
  readonly considered: string;
  readonly referral: string;
  readonly open: string;
  readonly fromRecord: string;
  readonly answered: string;
  readonly refer: string;
  readonly withdraw: string;
  readonly selfCheck: string;
  readonly knowledge: string;
  readonly patientView: { readonly title: string; readonly description: string };
  readonly orderSign: { readonly title: string; readonly description: string };
}

export interface CardContent {
  /** What the card is about, among the cards of one answer. */
  readonly key: string;
  readonly summary: string;
  /** Paragraphs and lists in Markdown. */
  readonly detail: readonly string[];
  readonly indicator: Indicator;
  readonly suggestions?: readonly Suggestion[];
  readonly links?: Card['links'];
}

const summaryLengthMax = 139;

/** A card that keeps to the specification's limits; a longer summary is cut and stands whole in the detail. */
export function makeCard(frame: CardFrame, content: CardContent): Card {
  const { base, origin } = frame;
  const { key, summary, detail, indicator, suggestions = [], links = [] } = content;
  const short = cut(summary, summaryLengthMax);
  const { cards } = base.interoperability;
  const notices = [
    ...(base.review ? [] : [base.notReviewedNotice.en]),
    base.disclaimer.en,
    `${base.name} ${base.version}, ${base.hash.slice(0, 12)}`,
  ].map((text) => `*${escapeMarkdown(text)}*`);
  return {
    uuid: uuidOf(frame, key),
    summary: short,
    detail: [...(short === summary ? [] : [escapeMarkdown(summary)]), ...detail, ...notices].join(
      '\n\n',
    ),
    indicator,
    source: {
      label: base.name,
      url: `${origin}/knowledge`,
      topic: { system: systemOf('cards'), code: key.split(' ', 1)[0] ?? key, display: base.name },
    },
    ...(suggestions.length > 0 && { suggestions, selectionBehavior: 'any' as const }),
    overrideReasons: cards.overrideReasons.map(({ id, name }) => ({
      system: systemOf('override-reasons'),
      code: id,
      display: name.en,
    })),
    ...(links.length > 0 && { links }),
  };
}

/** The same for the same request, so that feedback can name it. */
export function uuidOf({ hookInstance, base }: CardFrame, key: string): string {
  return stableUuid(hookInstance, base.hash, key);
}

/** At a word's end where there is one. */
function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const part = text.slice(0, lengthMax - 1);
  const end = part.lastIndexOf(' ');
  return `${(end > lengthMax / 2 ? part.slice(0, end) : part).trimEnd()}…`;
}

export function toList(title: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  return [
    `**${escapeMarkdown(title)}**`,
    texts.map((text) => `- ${escapeMarkdown(text)}`).join('\n'),
  ];
}

/** Texts of `rules/` and of a record are words, never mark-up. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`).replace(/\s*\n\s*/g, ' ');
}
