/** What runs in the thread that makes papers: one after the other. */
import { workerData } from 'piscina';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { type DrawnPaper, drawPaper, type PaperJob } from './draw-paper';

const base: KnowledgeBase = workerData;

export default (job: PaperJob): Promise<DrawnPaper> => drawPaper(base, job);
