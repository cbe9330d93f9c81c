import { inviteMember, joinClinic } from '@/lib/clinic/members';
import type { Scope } from '@/lib/clinic/scope';
import { makeSetupLink, setUpClinic } from '@/lib/clinic/set-up-clinic';
import type { PrismaClient } from '@/lib/intake/generated/client';
import type { Role } from '@/lib/intake/generated/enums';

export interface DemoMember extends Scope {
  readonly email: string;
}

export interface DemoMembers {
  readonly administrator: DemoMember;
  readonly clinician: DemoMember;
  readonly frontDesk: DemoMember;
}

const clinic = {
  name: 'Example Physiotherapy (fictional)',
  address: '1 Example Street\nExampleton',
};
const weeks = 7 * 24 * 60 * 60 * 1000;

/** The fictional clinic and its three members, who came as members come. */
export async function makeDemoMembers(
  database: PrismaClient,
  password: string,
  now: Date,
): Promise<DemoMembers> {
  const begun = new Date(now.getTime() - 30 * weeks);
  const taken = await database.user.count({ where: { email: { endsWith: '@demo.example' } } });
  const addressOf = (name: string) => `${name}${taken || ''}@demo.example`;
  const secret = await makeSetupLink(database, begun);
  const first = { name: 'Ada Example', email: addressOf('ada'), password };
  await setUpClinic(database, secret, clinic, first, begun);
  const administrator = await readMember(database, first.email);
  const join = async (role: Role, name: string, email: string) => {
    const link = await inviteMember(database, administrator, { email, role }, begun);
    await joinClinic(database, link, { account: { name, email, password } }, begun);
    return readMember(database, email);
  };
  return {
    administrator,
    clinician: await join('clinician', 'Cleo Sample', addressOf('cleo')),
    frontDesk: await join('frontDesk', 'Finn Fictive', addressOf('finn')),
  };
}

async function readMember(database: PrismaClient, email: string): Promise<DemoMember> {
  const { id, userId, clinicId, role, user } = await database.member.findFirstOrThrow({
    where: { user: { email } },
    include: { user: true },
  });
  return {
    clinicId,
    clinicName: clinic.name,
    memberId: id,
    userId,
    userName: user.name,
    role,
    email,
  };
}
