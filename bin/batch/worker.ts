/** What runs in each worker thread: a twin of its own, and chunk after chunk. */
import { workerData } from 'piscina';
import { makeRecheck } from '@/lib/triage/recheck';
import { twinOf } from '@/lib/triage/twin';
import { type BatchJob, makeAssessChunk } from './assess-chunk';

const job: BatchJob = workerData;
const twin = twinOf(job.knowledgeBase);

export default makeAssessChunk(job, twin, makeRecheck(twin));
