import { type Api, startApi } from '../harness/api';
import { answered, type Opened, openDeal } from '../harness/deals';
import { COMPLETE, Draft } from '../harness/packages';
import { columnsWith } from '../harness/sweeping';

const ERASE = `mutation ($input: EraseContactInput!) {
  eraseContact(input: $input) { deals { key } errors { code message path } } }`;

interface Payload {
  deals: { key: string }[] | null;
  errors: { code: string; message: string; path: string }[];
}

let api: Api;
let deal: Opened;
beforeEach(async () => {
  api = await startApi();
  deal = await openDeal(api);
});
afterEach(() => api.stop());

async function erase(email: string, alsoKnownAs: string[] = []): Promise<Payload> {
  const asked = await api.ask<{ eraseContact: Payload }>('ad-1', ERASE, { input: { email, alsoKnownAs } });
  return answered(asked).eraseContact;
}

/** Somebody in the champion's place of a package. */
async function champion(of: Opened, contact: object, expectedVersion = 0) {
  const { sections } = COMPLETE;
  const people = { ...sections!.people, champion: { whatIsInItForThem: 'A name', ...contact } };
  return new Draft(api, of).save({ expectedVersion, sections: { people } } as object);
}

const risk = (of: Opened, description: string) =>
  api.ask('ae-1', 'mutation ($input: CreateRiskInput!) { createRisk(input: $input) { errors { message } } }', {
    input: { deal: of.id, description, likelihood: 'LOW', mitigation: 'Wait' },
  });

const risks = () => api.db.query<{ description: string }>('select description from risk order by created_at, id');

test('an email that is nowhere, one of our people, and a name of signs are refused with their place', async () => {
  expect((await erase('nobody@x.example')).errors).toMatchObject([{ code: 'NOT_FOUND', path: 'email' }]);
  expect((await erase('AE-1@baton.example')).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'email' }]);
  expect((await erase('nobody@x.example', ['Dana', '...'])).errors).toMatchObject([
    { code: 'BAD_USER_INPUT', path: 'alsoKnownAs.1' },
  ]);
  expect(await columnsWith(api.db, ['nobody@x.example'])).toEqual([]);
});

test.each([
  [
    'Anna Lee',
    'a.lee@fir.example',
    '020 7946 0019',
    'ANNA\u00a0LEE, A.LEE@fir.example, +44 20 7946-0019',
    '[erased], [erased], [erased]',
  ],
  ["Sinéad O'Neill", 'sinead@fir.example', '+353 1 496 0123', "Sinéad  O'Neill; (01) 4960123", '[erased]; [erased]'],
  ['Zoë "Z" Ng', 'z_ng@fir.example', '0161 496 0123', 'Zoë "Z" Ng or z_ng@fir.example.', '[erased] or [erased].'],
])('%s goes however they are written', async (name, email, phone, written, left) => {
  expect(await champion(deal, { name, email, phone })).toMatchObject({ errors: [] });
  await risk(deal, written);
  expect((await erase(email.toUpperCase())).errors).toEqual([]);
  const [{ description } = { description: '' }] = await risks();
  expect(description).toBe(left);
  expect(await columnsWith(api.db, [email.replace('_', '\\_'), phone])).toEqual([]);
});

test('others keep what looks alike: longer names, shared numbers, and the same name elsewhere', async () => {
  const elsewhere = await openDeal(api, { clientName: 'Another Ltd' });
  const ann = { name: 'Ann Lee', email: 'lee@fir.example', phone: '0161 496 0145' };
  expect(await champion(deal, ann)).toMatchObject({ errors: [] });
  const texts = ['Joann Leeson and ann.lee@fir.example', 'Ring 0161 496 0145', 'Ann Lee again'];
  for (const text of texts.slice(0, 2)) await risk(deal, text);
  await risk(elsewhere, texts[2]!);
  expect(await erase(ann.email)).toMatchObject({ deals: [{ key: deal.key }], errors: [] });
  expect((await risks()).map(({ description }) => description)).toEqual(texts);
});

test('all deals of the client are looked through, with all addresses and names of somebody', async () => {
  const later = await openDeal(api);
  expect(await champion(deal, { name: 'Bo Ek', email: 'bo@fir.example', phone: '0161 496 0150' })).toMatchObject({});
  expect(await champion(later, { name: 'Bo Ek', email: 'ek@old.example', phone: '0161 496 0151' })).toMatchObject({});
  await risk(later, 'Bosse (ek@old.example, 0161 496 0151) doubts it');
  const { deals } = await erase('bo@fir.example', ['Bosse']);
  expect(deals!.map(({ key }) => key).sort()).toEqual([deal.key, later.key].sort());
  expect(await risks()).toEqual([{ description: '[erased] ([erased], [erased]) doubts it' }]);
  expect(await columnsWith(api.db, ['Bo Ek', 'old.example', 'Bosse', '496 0151'])).toEqual([]);
});

test('whoever has the old text open cannot save it back without seeing that it has changed', async () => {
  const cy = { name: 'Cy Oh', email: 'cy@fir.example', phone: '0161 496 0160' };
  expect(await champion(deal, cy)).toMatchObject({ errors: [] });
  expect((await erase(cy.email)).errors).toEqual([]);
  expect((await champion(deal, cy, 1)).errors).toMatchObject([{ code: 'CONFLICT' }]);
});

test('an email of theirs is not forwarded any more', async () => {
  const log = `mutation ($input: LogClientEmailInput!) { logClientEmail(input: $input) { email { id } } }`;
  const input = { deal: deal.key, receivedAt: '2026-03-05T09:00:00Z', from: 'dee@fir.example', subject: 'Hi' };
  const logged = await api.ask<{ logClientEmail: { email: { id: string } } }>('ae-1', log, { input });
  const email = answered(logged).logClientEmail.email.id;
  expect((await erase('dee@fir.example')).errors).toEqual([]);
  const forward =
    'mutation ($input: ForwardClientEmailInput!) { forwardClientEmail(input: $input) { errors { code } } }';
  const { data } = await api.ask('ae-1', forward, { input: { deal: deal.key, email } });
  expect(data).toEqual({ forwardClientEmail: { errors: [{ code: 'CONFLICT' }] } });
});
