/** A Document: what stands on paper, in reading order, before anybody has drawn it. */
import type { Urgency } from '../../triage/schema';
import type { Figure } from '../leg-map/figure';
import type { Level } from '../summary';

export interface Document {
  readonly title: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  /** What a reader of the file's properties is told. */
  readonly subject: string;
  readonly keywords: readonly string[];
  /** ISO 8601, UTC: the file's date, so that the same content gives the same bytes. */
  readonly madeAt: string;
  readonly sections: readonly Section[];
  /** At the head of every page, such as that nobody has signed; null where there is none. */
  readonly mark: string | null;
  /** On every page. */
  readonly footer: { readonly text: string; readonly pageOf: PageOf };
}

/** The words for page `page` of `pages`. */
export type PageOf = (page: number, pages: number) => string;

/** Begins on a new page. */
export interface Section {
  /** The first that fits one page is taken, else the last: then it flows on. */
  readonly drafts: readonly Draft[];
}

export interface Draft {
  readonly blocks: readonly Block[];
  /** Of the letters. */
  readonly sizePt: number;
  /** With less space between the lines. */
  readonly isTight?: boolean;
}

/** No letter of any paper is smaller. */
export const sizePtMin = 8.5;

export interface Run {
  readonly text: string;
  readonly tone: 'plain' | 'strong' | 'quiet';
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Columns
  | UrgencyBlock
  | LegMapBlock
  | QrBlock
  /** Something to be filled in by hand. */
  | { readonly kind: 'blank'; readonly label: string }
  | { readonly kind: 'cut'; readonly label: string };

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  readonly isLarge?: boolean;
}

/** A level as shape, word and segments in a frame, with lines below the word. */
export interface UrgencyBlock {
  readonly kind: 'urgency';
  readonly urgency: Urgency;
  readonly name: string;
  readonly lines: readonly (readonly Run[])[];
}

export interface LegMapBlock {
  readonly kind: 'leg-map';
  /** Options of the question `pain-location`. */
  readonly marked: readonly string[];
  readonly isLeft: boolean;
  readonly captions: Readonly<Record<Figure['id'], string>>;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
}

export interface List {
  readonly kind: 'list';
  readonly isNumbered?: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** Drawn as the shape of this level instead of a bullet, and read by its name. */
  readonly level?: Level;
  readonly runs: readonly Run[];
  /** Lines of their own below. */
  readonly notes?: readonly (readonly Run[])[];
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  /** A cell for each column; the first heads its row. */
  readonly rows: readonly { readonly urgency?: Urgency; readonly cells: readonly string[] }[];
}

export interface Columns {
  readonly kind: 'columns';
  readonly columns: readonly Column[];
}

/** A part of the width, as one share of all. */
export interface Column {
  readonly share: number;
  readonly blocks: readonly Block[];
}

export interface QrBlock {
  readonly kind: 'qr';
  readonly address: string;
  readonly alt: string;
  /** Beside the code. */
  readonly lines: readonly (readonly Run[])[];
}

export const plain = (text: string): Run => ({ text, tone: 'plain' });
export const strong = (text: string): Run => ({ text, tone: 'strong' });
export const quiet = (text: string): Run => ({ text, tone: 'quiet' });

export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: 'heading',
  level,
  text,
});
export const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs });

/** A bullet for each text; nothing where there is none. */
export function bullets(texts: readonly string[]): Block[] {
  return texts.length > 0
    ? [{ kind: 'list', items: texts.map((text) => ({ runs: [plain(text)] })) }]
    : [];
}
