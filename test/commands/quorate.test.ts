import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { showCase, showHistory, showVerdict } from '../../commands/quorate/audit.ts';
import { homeMessage } from '../../commands/quorate/home.ts';
import { steps } from '../../commands/quorate/next-step.ts';
import type { Call } from '../../src/chat/call.ts';
import type { Message } from '../../src/chat/message.ts';
import { recuse } from '../../src/features/access/operations.ts';
import { committeeHeader } from '../../src/features/committees/operations/look.ts';
import { setDeadline } from '../../src/features/deadlines/operations/set.ts';
import { addPerson } from '../../src/features/people/operations/register.ts';
import { emptyShortForm } from '../../src/features/people/types.ts';
import { makePlan } from '../../src/features/plans/operations/make.ts';
import { createFeatures } from '../../src/features.ts';
import { en } from '../../src/i18n/en/all.ts';
import { type Act, freshSaving } from '../../src/kernel/act.ts';
import { newId } from '../../src/kernel/ids.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { createWorld } from '../support/worlds.ts';

const { handle } = await createTestDatabase();
const nobody = async () => null;
const features = createFeatures({ accounts: nobody, channelAccounts: nobody, publicUrl: null } as never);

function callBy(act: Act): Call {
  return { ...act, saving: freshSaving(), platform: 'slack', team: 'T', user: 'U', channel: null };
}

const position = { title: 'Chair', seats: 1, level: null, isCommittee: false, rank: 1 };

async function withPlan() {
  const world = await createWorld(handle);
  const plan = await makePlan(callBy(world.clerk), {
    ...{ committee: world.committee, title: 'Board 2026', unit: 'Board', track: 'board' },
    ...{ termFrom: '2026-06', termTo: '2029-06', congress: null, positions: [position], names: null },
  });
  if (!plan.ok) throw new Error(plan.reason);
  return { ...world, plan: plan.value.plan };
}

async function home(act: Act): Promise<string> {
  return JSON.stringify(await homeMessage(callBy(act), [], features));
}

describe('the first steps', () => {
  test('follow what is there: members, then a plan, its names, the freeze', async () => {
    const world = await createWorld(handle);
    const texts = en.quorate.next;

    const alone = await home(world.clerk);
    await world.person('Mona', ['member']);
    const withMembers = await home(world.clerk);

    expect(alone).toContain(texts.members);
    expect(alone).toContain('"1"," of 6: "');
    expect(withMembers).toContain(texts.plan);
    expect(withMembers).not.toContain(texts.members);
    expect(steps).toHaveLength(6);
  });

  test('a plan with positions asks for names; members are never guided', async () => {
    const world = await withPlan();
    const mona = await world.person('Mona', ['member']);

    expect(await home(world.clerk)).toContain(en.quorate.next.names);
    expect(await home(mona)).not.toContain(en.quorate.next.title);
  });

  test('end once a conference was called', async () => {
    const world = await withPlan();
    await world.person('Mona', ['member']);
    const subject = { kind: 'conference', id: newId() };
    const stated = { date: '2026-03-20', time: '08:00' };
    await setDeadline(world.clockwork, { committee: world.committee, subject, ladder: 'conference', stated });

    expect(await home(world.clerk)).not.toContain(en.quorate.next.title);
  });
});

describe('the history', () => {
  test('shows who did what, for those who may read it', async () => {
    const world = await withPlan();
    const mona = await world.person('Mona', ['member']);

    const seen = await showHistory(callBy(world.clerk), world.committee);
    const refused = await showHistory(callBy(mona), world.committee);

    expect(textOf(seen)).toContain(en.history.events.plans.made);
    expect(textOf(seen)).toContain('Clara Clerk');
    expect(textOf(refused)).toContain('Your role does not allow this');
  });

  test('a case that is closed to the reader leaves no line, not even when asked for by name', async () => {
    const world = await withPlan();
    const form = { ...emptyShortForm, fullName: 'Nora Nominee' };
    const nora = await addPerson(callBy(world.clerk), { committee: world.committee, form, source: 'form' });
    if (!nora.ok) throw new Error(nora.reason);
    const before = textOf(await showCase(callBy(world.clerk), await header(world), 'nora nominee'));
    await recuse(callBy(world.clerk), {
      ...{ committee: world.committee, person: world.clerk.person, nominee: nora.value, recordedBy: null },
    });

    const byName = textOf(await showCase(callBy(world.clerk), await header(world), 'nora nominee'));
    const byId = textOf(await showHistory(callBy(world.clerk), world.committee, nora.value));
    const all = textOf(await showHistory(callBy(world.clerk), world.committee));

    expect(before).not.toContain(en.quorate.audit.nobody);
    expect(byName).toContain(en.quorate.audit.nobody);
    expect(byId).toContain(en.quorate.audit.none);
    expect(all).not.toContain('Nora');
    expect(all).not.toContain(en.history.events.people.added);
  });

  test('the check says that the record is whole, how long it is, and its head', async () => {
    const world = await withPlan();

    const verdict = textOf(await showVerdict(callBy(world.clerk), world.committee));

    expect(verdict).toContain(en.quorate.audit.whole_other.slice(2, 20));
    expect(verdict).toMatch(/[0-9a-f]{64}/);
  });

  test('every kind of entry that the code records has words', () => {
    const recorded = sources('src/features').flatMap((text) =>
      [...text.matchAll(/record(?:All)?\(\s*(?:tx|store|here)[\s\S]{0,300}?kind:\s*([^,]*)/g)].flatMap((found) =>
        [...(found[1] ?? '').matchAll(/'([a-z]+)\.([a-z-]+)'/g)].map((kind) => [kind[1] ?? '', kind[2] ?? ''] as const),
      ),
    );
    const events = en.history.events as Record<string, Record<string, string>>;
    const missing = recorded.filter(([feature, what]) => !events[feature]?.[what]).map((kind) => kind.join('.'));

    expect(recorded.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });
});

async function header(world: { clerk: Act; committee: Parameters<typeof committeeHeader>[1] }) {
  const committee = await committeeHeader(world.clerk, world.committee);
  if (!committee) throw new Error('no committee');
  return committee;
}

function textOf(reply: { kind: string; message?: Message }): string {
  return JSON.stringify(reply.message);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
