import type { Summary } from '../summary';
import { verificationAddress } from '../verification-address';
import { verificationCode } from '../verification-code';
import type { Words } from '../words';
import { type Block, paragraph, plain, strong } from './document';

/** The code over what the page says, and the way to replay it where the answers are known. */
export function verificationBlock(summary: Summary, { t }: Words, origin: string): Block[] {
  const code = verificationCode(summary);
  const lines = [[strong(code)], [plain(t('verify.onPaper'))]];
  if (summary.replay === null) return lines.map((runs) => paragraph(...runs));
  const address = verificationAddress(origin, summary.replay);
  return [{ kind: 'qr', address, alt: t('verify.qr', { code }), lines }];
}
