import { globalId } from '../../src/graphql';
import { type Api, startApi } from '../harness/api';
import { answered, type Opened, openDeal } from '../harness/deals';
import {
  ChangeCommitmentDocument,
  type ChangeCommitmentInput,
  CommitmentsDocument,
  CreateCommitmentDocument,
  type CreateCommitmentInput,
  DealHandedOverDocument,
  ObjectByIdDocument,
} from './generated/operations';

let api: Api;
let deal: Opened;
beforeAll(async () => {
  api = await startApi();
  deal = await openDeal(api);
});
afterAll(() => api.stop());

const REPORT = { words: '"We\'ll send the culture report at Week 4."', promisedTo: 'Dana, HR', promisedBy: 'ae-1' };

const create = async (input: Partial<CreateCommitmentInput> = {}) =>
  answered(await api.run('ae-1', CreateCommitmentDocument, { input: { deal: deal.key, ...REPORT, ...input } }))
    .createCommitment;
const created = async (input: Partial<CreateCommitmentInput> = {}) => {
  const { commitment, errors } = await create(input);
  if (!commitment) throw new Error(`not created: ${JSON.stringify(errors)}`);
  return commitment;
};
const change = async (input: ChangeCommitmentInput) =>
  answered(await api.run('am-1', ChangeCommitmentDocument, { input })).changeCommitment;
const countCommitments = async () => (await api.db.query<{ n: string }>('select count(*) as n from commitment'))[0]!.n;

describe('a commitment that is written down', () => {
  test('keeps the exact words, and says to whom and by whom it was made and who is to keep it', async () => {
    const { commitment, errors } = await create({ owner: 'am-1', dueWeek: 4, evidence: 'Call of 3 March, 14:20' });
    expect(errors).toEqual([]);
    expect(commitment).toMatchObject({
      words: REPORT.words,
      promisedTo: 'Dana, HR',
      promisedBy: { key: 'ae-1' },
      owner: { key: 'am-1' },
      dueWeek: 4,
      dueOn: null,
      status: 'OPEN',
      evidence: 'Call of 3 March, 14:20',
      version: 1,
      deal: { key: deal.key },
      updatedBy: { key: 'ae-1' },
    });
  });

  test.each([
    [{ dueWeek: -4 }, { dueWeek: -4, dueOn: null }],
    [{ dueWeek: 520 }, { dueWeek: 520, dueOn: null }],
    [{ dueOn: '2028-02-29' }, { dueWeek: null, dueOn: '2028-02-29' }],
    [
      { dueOn: '2026-12-01', dueWeek: null },
      { dueWeek: null, dueOn: '2026-12-01' },
    ],
    [{}, { dueWeek: null, dueOn: null }],
  ])('is due as given: %j', async (given, due) => {
    expect(await created(given)).toMatchObject(due);
  });

  test('is found again by its id, among those of its deal, and among those of all', async () => {
    const { id } = await created({ deal: deal.id });
    const { node } = answered(await api.run('an-1', ObjectByIdDocument, { id }));
    expect(node).toEqual({ __typename: 'Commitment', id });
    const { deal: whole } = answered(await api.run('an-1', DealHandedOverDocument, { key: deal.key, first: 100 }));
    expect(whole?.commitments.nodes.at(-1)?.id).toBe(id);
    const { commitments } = answered(await api.run('an-1', CommitmentsDocument, { first: 100 }));
    expect(commitments.nodes.at(-1)?.id).toBe(id);
  });
});

describe('a change of a commitment', () => {
  test('changes what is given and nothing else, counts, and says who made it', async () => {
    const commitment = await created({ owner: 'am-1', dueWeek: 4 });
    const input = { commitment: commitment.id, expectedVersion: 1, status: 'KEPT', evidence: 'Sent 8 April' } as const;
    const changed = await change(input);
    expect(changed.errors).toEqual([]);
    expect(changed.commitment).toEqual({
      ...commitment,
      status: 'KEPT',
      evidence: 'Sent 8 April',
      version: 2,
      updatedAt: changed.commitment!.updatedAt,
      updatedBy: expect.objectContaining({ key: 'am-1' }),
    });
  });

  test.each([
    ['a date in the place of a week', { dueWeek: 4 }, { dueOn: '2026-05-01' }, { dueWeek: null, dueOn: '2026-05-01' }],
    ['a week in the place of a date', { dueOn: '2026-05-01' }, { dueWeek: 12 }, { dueWeek: 12, dueOn: null }],
    ['neither', { dueWeek: 4 }, { dueWeek: null }, { dueWeek: null, dueOn: null }],
    ['no other week by emptying the date', { dueWeek: 4 }, { dueOn: null }, { dueWeek: 4, dueOn: null }],
    ['what it was by nothing', { dueOn: '2026-05-01' }, {}, { dueWeek: null, dueOn: '2026-05-01' }],
  ])('makes it due by %s', async (_name, before, given, due) => {
    const { id } = await created(before);
    const { commitment, errors } = await change({ commitment: id, expectedVersion: 1, ...given });
    expect(errors).toEqual([]);
    expect(commitment).toMatchObject(due);
  });

  test.each(['KEPT', 'BROKEN'] as const)('to %s needs to say what shows it, in the same change', async (status) => {
    const { id } = await created({ evidence: 'Call of 3 March, 14:20' });
    const refused = { commitment: null, errors: [{ code: 'BAD_USER_INPUT', path: 'evidence' }] };
    for (const evidence of [undefined, null, ' '])
      expect(await change({ commitment: id, expectedVersion: 1, status, evidence })).toMatchObject(refused);
    const shown = { status, evidence: 'Her mail of 8 April' };
    expect((await change({ commitment: id, expectedVersion: 1, ...shown })).commitment).toMatchObject(shown);
    expect(await change({ commitment: id, expectedVersion: 2, evidence: null })).toMatchObject(refused);
    const owned = await change({ commitment: id, expectedVersion: 2, owner: 'am-1', status });
    expect(owned.commitment).toMatchObject({ ...shown, version: 3 });
    const reopened = await change({ commitment: id, expectedVersion: 3, status: 'OPEN', evidence: null });
    expect(reopened.commitment).toMatchObject({ status: 'OPEN', evidence: null });
  });

  test('to RELEASED needs nothing', async () => {
    const { id } = await created();
    const { commitment } = await change({ commitment: id, expectedVersion: 1, status: 'RELEASED' });
    expect(commitment).toMatchObject({ status: 'RELEASED', evidence: null });
  });

  test('from a version that is not current is a conflict that says both, and shows what there is now', async () => {
    const { id } = await created();
    await change({ commitment: id, expectedVersion: 1, status: 'BROKEN', evidence: 'Her complaint of 9 April' });
    const refused = await change({ commitment: id, expectedVersion: 1, status: 'KEPT' });
    const message = 'It has changed: version 1 is expected, version 2 is current';
    expect(refused.errors).toEqual([{ code: 'CONFLICT', path: 'expectedVersion', message }]);
    expect(refused.commitment).toMatchObject({ status: 'BROKEN', version: 2 });
  });
});

const NO_UUID = '00000000-0000-7000-8000-000000000000';
const BOTH = { dueWeek: 4, dueOn: '2026-05-01' };

describe('a commitment that cannot be', () => {
  test.each([
    ['a deal that is not there', { deal: 'D-2020-0001' }, 'NOT_FOUND', 'deal', 'There is no deal "D-2020-0001"'],
    ['blank words', { words: ' ' }, 'BAD_USER_INPUT', 'words', 'it cannot be blank'],
    ['nobody it was made to', { promisedTo: '' }, 'BAD_USER_INPUT', 'promisedTo', 'it cannot be blank'],
    ['an unknown promiser', { promisedBy: 'ae-99' }, 'BAD_USER_INPUT', 'promisedBy', 'There is no person "ae-99"'],
    ['an unknown owner', { owner: 'am-99' }, 'BAD_USER_INPUT', 'owner', 'There is no person "am-99"'],
    ['a week and a date', BOTH, 'BAD_USER_INPUT', 'dueOn', 'it is due in a week or on a date, not both'],
  ])('with %s is not written down', async (_name, input, code, path, message) => {
    const before = await countCommitments();
    expect(await create(input)).toEqual({ commitment: null, warnings: [], errors: [{ code, path, message }] });
    expect(await countCommitments()).toBe(before);
  });

  test.each([
    ['dueWeek', 0],
    ['dueWeek', -5],
    ['dueWeek', 521],
    ['dueOn', '2027-02-29'],
    ['dueOn', 'tomorrow'],
    ['words', 'x'.repeat(4_001)],
    ['promisedTo', 'x'.repeat(201)],
  ])('with %s %j is refused at its place', async (path, value) => {
    const input = { deal: deal.key, ...REPORT, [path]: value };
    const { data, errors } = await api.run('ae-1', CreateCommitmentDocument, { input });
    const problem = errors?.[0]?.extensions ?? data?.createCommitment.errors[0];
    expect(problem).toMatchObject({ code: 'BAD_USER_INPUT', path: expect.stringContaining(path) });
  });

  test.each([
    [{ words: null }, 'words', 'it cannot be emptied; left out, it stays as it is'],
    [{ promisedTo: null }, 'promisedTo', 'it cannot be emptied; left out, it stays as it is'],
    [{ promisedBy: null }, 'promisedBy', 'it cannot be emptied; left out, it stays as it is'],
    [{ status: null }, 'status', 'it cannot be emptied; left out, it stays as it is'],
    [{ promisedBy: 'nobody' }, 'promisedBy', 'There is no person "nobody"'],
    [BOTH, 'dueOn', 'it is due in a week or on a date, not both'],
  ])('is not what %j would make of it', async (given, path, message) => {
    const { id } = await created();
    const refused = await change({ commitment: id, expectedVersion: 1, ...given });
    expect(refused).toEqual({ commitment: null, errors: [{ code: 'BAD_USER_INPUT', path, message }] });
    expect((await change({ commitment: id, expectedVersion: 1 })).commitment).toMatchObject({
      version: 2,
      dueOn: null,
    });
  });

  test('is not found by the id of a risk, or of what is not there', async () => {
    for (const [id, code] of [
      [globalId('Risk', NO_UUID, NO_UUID), 'BAD_USER_INPUT'],
      [globalId('Commitment', NO_UUID, NO_UUID), 'NOT_FOUND'],
    ] as const) {
      const refused = await change({ commitment: id, expectedVersion: 1 });
      expect(refused).toMatchObject({ commitment: null, errors: [{ code, path: 'commitment' }] });
    }
  });
});

describe('lists of commitments', () => {
  const ids: string[] = [];
  let other: Opened;
  beforeAll(async () => {
    other = await openDeal(api, { accountExecutive: 'ae-2' });
    for (const promisedBy of ['ae-2', 'dl-1', 'ae-2', 'ae-2', 'dl-1']) {
      const input = { ...REPORT, deal: other.key, promisedBy, owner: promisedBy === 'dl-1' ? 'am-2' : null };
      ids.push(answered(await api.run('ae-2', CreateCommitmentDocument, { input })).createCommitment.commitment!.id);
    }
    await change({ commitment: ids[0]!, expectedVersion: 1, status: 'RELEASED' });
  });

  test.each([
    ['nothing but the deal', {}, [0, 1, 2, 3, 4]],
    ['a status', { status: ['RELEASED'] }, [0]],
    ['an owner', { owner: 'am-2' }, [1, 4]],
    ['a promiser and a status', { promisedBy: 'ae-2', status: ['OPEN'] }, [2, 3]],
  ])('can be restricted to %s', async (_name, restriction, expected) => {
    const filter = { deal: other.key, ...restriction } as object;
    const { commitments } = answered(await api.run('fin-1', CommitmentsDocument, { filter }));
    expect(commitments.nodes.map(({ id }) => ids.indexOf(id)).sort()).toEqual(expected);
  });

  test('are read in pages, longest unchanged first, each commitment once', async () => {
    const page = async (after: string | null) =>
      answered(await api.run('fin-1', CommitmentsDocument, { filter: { deal: other.key }, first: 3, after }))
        .commitments;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual([...ids.slice(1), ids[0]]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test('of a deal are read in pages in the order of writing down, whatever has changed', async () => {
    const read = async (commitmentsAfter: string | null) =>
      answered(await api.run('dl-1', DealHandedOverDocument, { key: other.key, first: 3, commitmentsAfter })).deal!
        .commitments;
    const first = await read(null);
    const second = await read(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids);
  });
});
