import type { IntakeContent } from '@/lib/clinic/intake-content';
import { toFields } from '@/lib/clinic/intake-fields';
import type { OpenedClinicIntake, Person } from '@/lib/clinic/open-clinic-intake';
import type { Fields } from './intake-editor';

/** An intake as it travels to the page: times as ISO 8601 in UTC. */
export interface PageIntake {
  readonly id: string;
  readonly state: OpenedClinicIntake['state'];
  readonly person: { readonly name: string; readonly dateOfBirth: string | null } | null;
  readonly revision: number;
  readonly receivedAt: string;
  readonly answeredAt: string;
  readonly recheckAt: string | null;
  readonly audience: IntakeContent['audience'];
  readonly answers: IntakeContent['answers'];
  readonly unsure: readonly string[];
  readonly fields: Fields;
  readonly amendment: string | null;
  readonly versions: readonly PageVersion[];
  readonly followsId: string | null;
  readonly followedBy: readonly { readonly id: string; readonly receivedAt: string }[];
}

export interface PageVersion {
  readonly version: number;
  readonly kind: OpenedClinicIntake['versions'][number]['kind'];
  readonly reason: string | null;
  readonly signedAt: string;
  readonly by: string;
}

export function toPageIntake(opened: OpenedClinicIntake, person: Person | null): PageIntake {
  const { id, state, revision, amendment, followsId, content } = opened;
  const { audience, answers, unsure } = content;
  return {
    ...{ id, state, revision, amendment, followsId, audience, answers, unsure },
    person: person && {
      name: person.name,
      dateOfBirth: person.dateOfBirth?.toISOString().slice(0, 10) ?? null,
    },
    receivedAt: opened.receivedAt.toISOString(),
    answeredAt: opened.answeredAt.toISOString(),
    recheckAt: opened.recheckAt?.toISOString() ?? null,
    fields: toFields(content),
    versions: opened.versions.map(({ version, kind, reason, signedAt, signedByName }) => ({
      ...{ version, kind, reason },
      signedAt: signedAt.toISOString(),
      by: signedByName,
    })),
    followedBy: opened.followedBy.map((one) => ({
      id: one.id,
      receivedAt: one.receivedAt.toISOString(),
    })),
  };
}
