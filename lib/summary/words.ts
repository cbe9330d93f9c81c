import { createFormatter, createTranslator } from 'next-intl';
import messages from '../messages/en.json';
import { momentFormat } from './moment-format';

/** The app's wording for what is more than a page: PDF, note text. */
export interface Words {
  /** A message by its path, such as `summary.ask.title`. */
  readonly t: ReturnType<typeof translatorFor>;
  /** A moment (ISO 8601) as page and paper say it, with its time zone. */
  readonly time: (iso: string) => string;
}

/**
 * The words outside of any page.
 * @param language of the texts; the messages have English only so far
 * @param timeZone an IANA name, such as `Europe/Berlin`: that of who reads
 */
export function wordsFor(language: string, timeZone: string): Words {
  const format = createFormatter({ locale: language, timeZone });
  return {
    t: translatorFor(language),
    time: (iso) => format.dateTime(new Date(iso), momentFormat),
  };
}

function translatorFor(language: string) {
  return createTranslator({ locale: language, messages });
}
