/**
 * What PDF/UA-1 (ISO 14289-1) asks for and a paper of ours has not, as far as a program can see it,
 * by the numbers of the Matterhorn Protocol 1.1; 00-000 and those that end in 000 are rules of ours.
 * It reads the file with another library than the one that wrote it. Whether a text says what a
 * drawing shows, or a heading what it heads, only somebody who looks can tell.
 */
import { checkContent } from './check-content';
import { checkFile } from './check-file';
import { checkStructure } from './check-structure';
import { openPdf } from './open-pdf';

export function findUaFaults(bytes: Uint8Array): string[] {
  const pdf = openPdf(bytes);
  return [...checkFile(pdf), ...checkStructure(pdf), ...checkContent(pdf)];
}
