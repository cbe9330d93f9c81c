/**
 * What a member changes in an intake, from the tap to the server's word that it is stored. What is
 * not stored yet lies on the device, survives a lost connection and a reload, and is sent once.
 */
import { z } from 'zod';
import type { Clash } from '@/lib/clinic/change-intake';
import type { FieldValue } from '@/lib/clinic/intake-fields';
import type { InputFault } from '@/lib/triage/answers';

const value = z.union([z.string(), z.array(z.string()).readonly(), z.number(), z.null()]);
const change = z.object({ field: z.string(), was: value, value });
const unsentSchema = z.object({
  /** Sent, and not answered yet: the same again until it is. */
  sending: z.object({ changeId: z.string(), changes: z.array(change) }).nullable(),
  /** Changed since. */
  waiting: z.array(change),
});

export type Change = z.infer<typeof change>;
type Unsent = z.infer<typeof unsentSchema>;

/** The stored values, by the path of the field. */
export type Fields = Readonly<Record<string, FieldValue>>;

export type Stored =
  | {
      readonly outcome: 'stored';
      readonly revision: number;
      readonly fields: Fields;
      readonly clashes: readonly Clash[];
    }
  | { readonly outcome: 'refused'; readonly faults: readonly InputFault[] }
  /** Nobody knows whether it arrived: the same is safe to send again. */
  | { readonly outcome: 'not-reached' }
  /** The session has ended: it waits until somebody signs in again. */
  | { readonly outcome: 'signed-out' }
  /** It was signed meanwhile, or is not this clinic's. */
  | { readonly outcome: 'closed' };

export interface EditorState {
  /** As the member sees them: the stored ones with what is not stored yet. */
  readonly fields: Fields;
  readonly revision: number;
  readonly status: 'stored' | 'sending' | 'not-reached' | 'signed-out' | 'closed';
  /** What somebody else changed first, with what the member had written instead. */
  readonly clashes: readonly (Clash & { readonly mine: FieldValue })[];
  readonly faults: readonly InputFault[];
}

export interface EditorPorts {
  readonly send: (body: { changeId: string; changes: readonly Change[] }) => Promise<Stored>;
  /** What of this intake lies on the device; null takes it away. */
  readonly read: () => string | null;
  readonly write: (unsent: string | null) => void;
  readonly makeId: () => string;
  /** Calls back later; returns the way to stop it. */
  readonly later: (callback: () => void, ms: number) => () => void;
}

const pauseMs = 400;
const retryMs = [1000, 2000, 5000, 15_000, 30_000];

export class IntakeEditor {
  #stored: Fields;
  #revision: number;
  #unsent: Unsent;
  #status: EditorState['status'] = 'stored';
  #clashes: EditorState['clashes'] = [];
  #faults: readonly InputFault[] = [];
  #tries = 0;
  #underWay: Promise<void> | null = null;
  #stopTimer = () => {};
  #state: EditorState;
  readonly #ports: EditorPorts;
  readonly #listeners = new Set<() => void>();

  constructor(stored: { fields: Fields; revision: number }, ports: EditorPorts) {
    this.#ports = ports;
    this.#stored = stored.fields;
    this.#revision = stored.revision;
    this.#unsent = parseUnsent(ports.read());
    this.#state = this.#describe();
  }

  readonly state = (): EditorState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends what an earlier visit to the page left behind. */
  start(): void {
    if (this.#hasUnsent()) this.#schedule(0);
  }

  stop(): void {
    this.#stopTimer();
  }

  /** Changes a field on the page at once, and on the server soon. */
  change(field: string, next: FieldValue): void {
    const earlier = this.#unsent.waiting.find((one) => one.field === field);
    const was = earlier?.was ?? this.#sentValue(field);
    const others = this.#unsent.waiting.filter((one) => one.field !== field);
    const waiting = isSame(was, next) ? others : [...others, { field, was, value: next }];
    this.#faults = this.#faults.filter((fault) => fault.field !== field);
    this.#keep({ ...this.#unsent, waiting });
    if (this.#hasUnsent()) this.#schedule(pauseMs);
  }

  /** Ends a clash: what the member had written goes in after all, or theirs stays. */
  settle(field: string, with_: 'mine' | 'theirs'): void {
    const clash = this.#clashes.find((one) => one.field === field);
    this.#clashes = this.#clashes.filter((one) => one !== clash);
    if (clash && with_ === 'mine') this.change(field, clash.mine);
    else this.#tell();
  }

  /** Takes over what the server says now, e.g. what somebody else changed. */
  takeOver(stored: { fields: Fields; revision: number }): void {
    if (stored.revision < this.#revision) return;
    this.#stored = stored.fields;
    this.#revision = stored.revision;
    this.#tell();
  }

  /**
   * Sends now what is not stored yet, e.g. because the connection is back or somebody signs.
   * Resolves when all is stored, or something stands in the way of it.
   */
  async flush(): Promise<void> {
    this.#stopTimer();
    // What is under way goes first; its answer may leave more to be sent.
    while (this.#underWay || this.#hasUnsent()) {
      this.#underWay ??= this.#sendOnce();
      await this.#underWay;
      if (this.#status !== 'sending') return;
    }
  }

  async #sendOnce(): Promise<void> {
    const { sending, waiting } = this.#unsent;
    const batch = sending ?? { changeId: this.#ports.makeId(), changes: waiting };
    if (!sending) this.#unsent = { sending: batch, waiting: [] };
    this.#status = 'sending';
    this.#keep(this.#unsent);
    const answer = await this.#ports.send(batch);
    this.#underWay = null;
    this.#receive(batch.changes, answer);
  }

  #receive(changes: readonly Change[], answer: Stored): void {
    switch (answer.outcome) {
      case 'stored':
        this.#tries = 0;
        this.#stored = answer.fields;
        this.#revision = answer.revision;
        this.#clashes = [
          ...this.#clashes.filter(({ field }) => !changes.some((one) => one.field === field)),
          ...answer.clashes.map((clash) => ({ ...clash, mine: mineOf(changes, clash.field) })),
        ];
        this.#status = this.#unsent.waiting.length > 0 ? 'sending' : 'stored';
        this.#keep({ ...this.#unsent, sending: null });
        return;
      case 'refused': {
        // What was at fault goes, with the reason beside its field; the rest is sent again.
        const faulty = new Set(answer.faults.map(({ field }) => field));
        const sound = changes.filter(({ field }) => !faulty.has(field));
        const rest = sound.length < changes.length ? sound : [];
        this.#faults = [...this.#faults, ...answer.faults];
        const again = rest.filter(
          ({ field }) => !this.#unsent.waiting.some((one) => one.field === field),
        );
        this.#status = 'sending';
        this.#keep({ sending: null, waiting: [...again, ...this.#unsent.waiting] });
        if (!this.#hasUnsent()) this.#status = 'stored';
        this.#tell();
        return;
      }
      case 'not-reached': {
        this.#status = 'not-reached';
        const wait = retryMs[Math.min(this.#tries, retryMs.length - 1)] ?? 0;
        this.#tries += 1;
        this.#tell();
        this.#schedule(wait);
        return;
      }
      case 'signed-out':
      case 'closed':
        this.#status = answer.outcome;
        this.#tell();
    }
  }

  #schedule(ms: number): void {
    this.#stopTimer();
    this.#stopTimer = this.#ports.later(() => void this.flush(), ms);
  }

  /** What the server has in the field once what is under way has arrived. */
  #sentValue(field: string): FieldValue {
    const sent = this.#unsent.sending?.changes.find((one) => one.field === field);
    return sent ? sent.value : (this.#stored[field] ?? null);
  }

  #hasUnsent(): boolean {
    return this.#unsent.sending !== null || this.#unsent.waiting.length > 0;
  }

  #keep(unsent: Unsent): void {
    this.#unsent = unsent;
    this.#ports.write(this.#hasUnsent() ? JSON.stringify(unsent) : null);
    this.#tell();
  }

  #tell(): void {
    this.#state = this.#describe();
    for (const listener of this.#listeners) listener();
  }

  #describe(): EditorState {
    const fields: Record<string, FieldValue> = { ...this.#stored };
    for (const { field, value: next } of [
      ...(this.#unsent.sending?.changes ?? []),
      ...this.#unsent.waiting,
    ]) {
      fields[field] = next;
    }
    return {
      fields,
      revision: this.#revision,
      status: this.#status,
      clashes: this.#clashes,
      faults: this.#faults,
    };
  }
}

function parseUnsent(text: string | null): Unsent {
  const nothing: Unsent = { sending: null, waiting: [] };
  if (text === null) return nothing;
  try {
    return unsentSchema.parse(JSON.parse(text));
  } catch {
    return nothing;
  }
}

function mineOf(changes: readonly Change[], field: string): FieldValue {
  return changes.find((one) => one.field === field)?.value ?? null;
}

function isSame(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
