import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sealAll, verifyLog } from '../../src/audit';
import { folderDrive } from '../../src/drive';
import { Caretaker } from '../../src/privacy';
import { LogClientEmailDocument } from '../api/generated/operations';
import { type Api, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, type Opened, openDeal, record } from '../harness/deals';
import { COMPLETE, Draft } from '../harness/packages';
import { columnsWith, filesBelow, filesWith } from '../harness/sweeping';

const KEEPS_ALL = { contactsMonths: 0, mailsDays: 0, auditMonths: 0 };
const THEIRS = ['larchfinch.example', 'client@fir.example', '496 0123', 'Dana Okafor'];

let api: Api;
let deal: Opened;
beforeEach(async () => {
  api = await startApi();
  deal = await openDeal(api);
  await record(api, deal.key, [['2026-03-02T09:00:00Z', { feeAgreed: { amount: '48000.00' } }]]);
  expect(await new Draft(api, deal).save(COMPLETE)).toMatchObject({ errors: [] });
  expect(await new Draft(api, deal).submit(1)).toMatchObject({ errors: [] });
  const email = { deal: deal.key, receivedAt: '2026-03-05T09:00:00Z', from: 'client@fir.example', subject: 'A secret' };
  answered(await api.run('ae-1', LogClientEmailDocument, { input: { ...email, body: 'The body' } }));
});
afterEach(() => api.stop());

/** A caretaker who looks once, and all that it complained about. */
async function takesCare(retention: object = {}): Promise<string[]> {
  const complaints: string[] = [];
  const caretaker = new Caretaker({
    db: api.db,
    drive: folderDrive(api.driveDirectory),
    retention: { ...KEEPS_ALL, ...retention },
    onFault: (error, what) => complaints.push(`${what}: ${(error as Error).message}`),
  });
  await caretaker.look();
  await caretaker.stop();
  return complaints;
}

/** Makes it so long ago that things were recorded, sent and noted: only the owner can. */
const age = (months: number) =>
  onServer(
    api.databaseUrl,
    `update deal set last_recorded_at = last_recorded_at - interval '${months} months';
     update client_email set received_at = received_at - interval '${months} months';
     update handoff_package set updated_at = updated_at - interval '${months} months'`,
  );

const cancel = () => record(api, deal.key, [[new Date().toISOString(), { dealCancelled: { reason: 'Lost' } }]], 'ad-1');

test('nothing is erased unasked, however old it is', async () => {
  await cancel();
  await age(500);
  const before = await columnsWith(api.db, THEIRS);
  expect(await takesCare()).toEqual([]);
  expect(await columnsWith(api.db, THEIRS)).toEqual(before);
});

test('contacts of a deal that was lost 13 months ago go after 12 months, and stay for 24', async () => {
  await cancel();
  await age(13);
  const everywhere = await columnsWith(api.db, THEIRS);
  expect(await takesCare({ contactsMonths: 24 })).toEqual([]);
  expect(await columnsWith(api.db, THEIRS)).toEqual(everywhere);
  expect(await takesCare({ contactsMonths: 12 })).toEqual([]);
  expect(await columnsWith(api.db, THEIRS)).toEqual([]);
  expect(await filesWith([api.driveDirectory], THEIRS)).toEqual([]);
  expect(filesBelow(api.driveDirectory)).toHaveLength(1);
  const [erasures] = await api.db.query<{ count: string }>("select count(*) from erasure where reason = 'RETENTION'");
  await takesCare({ contactsMonths: 12 });
  expect(await api.db.query("select count(*) from erasure where reason = 'RETENTION'")).toEqual([erasures]);
});

test('contacts of a deal that goes on stay, however long nothing was recorded', async () => {
  await age(36);
  const before = await columnsWith(api.db, THEIRS);
  expect(await takesCare({ contactsMonths: 12 })).toEqual([]);
  expect(await columnsWith(api.db, THEIRS)).toEqual(before);
});

test('texts of mails go after their days, and from whom and when they were stays', async () => {
  await age(2);
  expect(await columnsWith(api.db, ['A secret', 'The body'])).toContain('client_email.body');
  expect(await takesCare({ mailsDays: 30 })).toEqual([]);
  expect((await columnsWith(api.db, ['A secret', 'The body'])).filter((place) => !place.startsWith('audit'))).toEqual(
    [],
  );
  const [email] = await api.db.query<{ sender: string; body: string }>('select sender, body from client_email');
  expect(email).toEqual({ sender: 'client@fir.example', body: '[erased]' });
});

test('details of the audit log go after their months, and the chain is whole', async () => {
  await sealed();
  const [before] = await api.db.query<{ count: string }>('select count(*) from audit_detail');
  expect(Number(before!.count)).toBeGreaterThan(5);
  expect(await takesCare({ auditMonths: 1 })).toEqual([]);
  expect(await api.db.query('select count(*) from audit_detail')).toEqual([before]);
  await later(40, () => takesCare({ auditMonths: 1 }));
  expect(await api.db.query('select count(*) from audit_detail')).toEqual([{ count: '0' }]);
  await sealed();
  expect(await api.db.reading((snapshot) => verifyLog(snapshot))).toMatchObject({ flaw: null });
});

test('a drive that takes nothing is tried again, and cleared once it does', async () => {
  const folder = path.join(api.driveDirectory, 'clients', 'larch-finch-ltd', '01-handoff');
  const [file] = filesBelow(folder);
  rmSync(path.join(folder, file!));
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'in the way');
  const query = `mutation { eraseContact(input: { email: "dana.okafor@larchfinch.example" }) {
    warnings errors { message } } }`;
  const { eraseContact } = answered(await api.ask<{ eraseContact: { warnings: string[] } }>('ad-1', query));
  expect(eraseContact).toEqual({ errors: [], warnings: [expect.stringMatching(/^It is erased, but .*tried again/)] });
  expect(await takesCare()).toEqual([expect.stringMatching(/^clearing the drive after an erasure: /)]);
  rmSync(folder);
  expect(await takesCare()).toEqual([]);
  expect(existsSync(path.join(folder, file!))).toBe(true);
  expect(await filesWith([api.driveDirectory], ['Dana Okafor'])).toEqual([]);
});

test('what somebody wrote with the old words meanwhile is written again two minutes later', async () => {
  const [file] = filesBelow(api.driveDirectory);
  answered(
    await api.ask('ad-1', 'mutation { eraseContact(input: { email: "dana.okafor@larchfinch.example" }) { warnings } }'),
  );
  writeFileSync(path.join(api.driveDirectory, file!), 'Dana Okafor');
  await takesCare();
  expect(await filesWith([api.driveDirectory], ['Dana Okafor'])).toHaveLength(1);
  await onServer(
    api.databaseUrl,
    "update erasure set erased_at = erased_at - interval '3 minutes', cleared_at = erased_at - interval '3 minutes'",
  );
  await takesCare();
  expect(await filesWith([api.driveDirectory], ['Dana Okafor'])).toEqual([]);
});

/** Some work as if it were done so many days later. */
async function later<T>(days: number, work: () => Promise<T>): Promise<T> {
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + days * 86_400_000);
  try {
    return await work();
  } finally {
    now.mockRestore();
  }
}

async function sealed(): Promise<void> {
  do await sealAll(api.db);
  while ((await api.db.reading((snapshot) => verifyLog(snapshot))).unsealed > 0);
}
