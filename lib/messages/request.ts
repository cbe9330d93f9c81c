import { getRequestConfig } from 'next-intl/server';
import messages from './en.json';

/** The language of a request and its texts. English is the only one so far. */
export default getRequestConfig(() => ({ locale: 'en', messages }));
