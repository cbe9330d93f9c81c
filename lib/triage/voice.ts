/** In which language, and to whom, an assessment speaks. */
import type { Audience } from './answers';
import type { Text, Wording } from './schema';

export interface Voice {
  readonly audience: Audience;
  /** A language of the knowledge base, such as `en`. */
  readonly language: string;
}

/** The text in the voice's language, else in English. */
export function say(text: Text, { language }: Pick<Voice, 'language'>): string {
  return text[language] ?? text.en;
}

/** The wording for the voice's audience. */
export function sayTo(wording: Wording, voice: Voice): string {
  return say(wording[voice.audience], voice);
}

export function sayAll(texts: readonly Text[], voice: Voice): string[] {
  return texts.map((text) => say(text, voice));
}
