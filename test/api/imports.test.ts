import { readDocument } from '../../src/packages/document';
import { documentNamed } from '../documents/documents';
import { type Api, type Asker, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, type Opened, openDeal } from '../harness/deals';
import { A_TO_E, Draft } from '../harness/packages';
import {
  CreateCommitmentDocument,
  CreateRiskDocument,
  ImportedDealDocument,
  ImportHandoffDocumentDocument,
  PackageDocumentDocument,
} from './generated/operations';

let api: Api;
let deal: Opened;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  deal = await openDeal(api);
});
afterAll(() => api.stop());

const importing = async (markdown: string, expectedVersion = 0, by: Asker = 'ae-1', of = deal) =>
  answered(await api.run(by, ImportHandoffDocumentDocument, { input: { deal: of.key, expectedVersion, markdown } }))
    .importHandoffDocument;
const stored = async (of = deal) => answered(await api.run('ae-1', ImportedDealDocument, { key: of.key })).deal!;
const exported = async (of = deal) =>
  answered(await api.run('ae-1', PackageDocumentDocument, { key: of.key })).deal!.handoffPackage!.document!.markdown;

/** A deal whose package has something of everything, as a document. */
async function written(): Promise<string> {
  const other = await openDeal(api);
  await new Draft(api, other).save(A_TO_E);
  const risk = {
    deal: other.key,
    description: 'Exec sponsor is new in role',
    likelihood: 'HIGH',
    mitigation: 'Early call',
  } as const;
  answered(await api.run('ae-1', CreateRiskDocument, { input: risk }));
  const promise = {
    deal: other.key,
    words: '"We\'ll send the report at Week 4."',
    promisedTo: 'Dana',
    promisedBy: 'ae-1',
    dueWeek: 4,
  };
  answered(await api.run('ae-1', CreateCommitmentDocument, { input: promise }));
  return (await exported(other)).replaceAll(other.key, deal.key);
}

describe('importing a document', () => {
  test('makes it the draft of the package, with risks and commitments, as it was elsewhere', async () => {
    const markdown = await written();
    const { errors, findings, missing, handoffPackage } = await importing(markdown);
    expect([errors, missing]).toEqual([[], []]);
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(handoffPackage).toMatchObject({ version: 1, revision: null });
    const { risks, commitments } = await stored();
    expect(risks.nodes).toMatchObject([
      { description: 'Exec sponsor is new in role', likelihood: 'HIGH', mitigation: 'Early call', status: 'OPEN' },
    ]);
    expect(commitments.nodes).toMatchObject([
      { words: '"We\'ll send the report at Week 4."', promisedTo: 'Dana', dueWeek: 4, promisedBy: { key: 'ae-1' } },
    ]);
    expect(await exported()).toBe(markdown);
  });

  test('twice changes nothing but the version; an edit changes what was edited', async () => {
    const markdown = await written();
    await importing(markdown);
    const before = await stored();
    expect((await importing(markdown, 1)).errors).toEqual([]);
    const after = await stored();
    expect([after.risks, after.commitments]).toEqual([before.risks, before.commitments]);
    const edited = markdown.replace('Early call', 'A call in her first week').replace('Week 4."', 'Week 5."');
    const { errors, findings } = await importing(edited, 2);
    expect(errors).toEqual([]);
    expect(findings).toMatchObject([
      {
        severity: 'WARNING',
        path: 'commitments',
        message: expect.stringContaining('it stays: "We\'ll send the report'),
      },
    ]);
    const { risks, commitments } = await stored();
    expect(risks.nodes).toMatchObject([
      { id: before.risks.nodes[0]!.id, mitigation: 'A call in her first week', version: 2 },
    ]);
    expect(commitments.nodes.map(({ words }) => words)).toEqual([
      '"We\'ll send the report at Week 4."',
      '"We\'ll send the report at Week 5."',
    ]);
  });
});

describe('an imported document', () => {
  test('leaves what it does not say', async () => {
    await importing(await written());
    const { errors, missing } = await importing(
      `# Handoff: Larch\n\n**Deal:** ${deal.key}\n\n## Section A — Client basics\n\n**Sector:** Games\n`,
      1,
    );
    expect([errors, missing]).toEqual([[], []]);
    const { handoffPackage } = await stored();
    expect(handoffPackage!.sections.clientBasics).toMatchObject({ sector: 'Games', legalName: 'Larch & Finch Ltd' });
  });

  test('takes people by key, by name, and the AE where nobody is named', async () => {
    const table = (by: string) =>
      [
        '# Handoff: Larch\n\n## Section G — Commitments AE made\n',
        '| Exact words | To whom | By whom | Due in week | Due on |\n|---|---|---|---|---|',
        `| "We will" | Dana | ${by} | | |\n`,
      ].join('\n');
    const promiser = async (by: string) => {
      deal = await openDeal(api);
      const { errors, findings } = await importing(table(by));
      if (errors.length > 0)
        return findings
          .filter(({ severity }) => severity === 'ERROR')
          .map(({ line, message }) => `${line}: ${message}`);
      return (await stored()).commitments.nodes[0]!.promisedBy.key;
    };
    expect(await promiser('dl-2')).toBe('dl-2');
    expect(await promiser('Somebody (dl-2)')).toBe('dl-2');
    expect(await promiser('name OF dl-1')).toBe('dl-1');
    expect(await promiser('')).toBe('ae-1');
    expect(await promiser('Nobody')).toEqual(['7: there is no person "Nobody"']);
  });
});

describe('a real document, written by hand on a Friday evening,', () => {
  const markdown = () => documentNamed('friday-evening').replace('D-2026-0042', deal.key);
  beforeAll(() => onServer(api.databaseUrl, `update person set name = 'Sam' where key = 'ae-1'`));

  test('appears complete', async () => {
    const { errors, findings, missing } = await importing(markdown());
    expect([errors, missing]).toEqual([[], []]);
    expect(findings.length).toBeGreaterThan(5);
    const { handoffPackage, risks, commitments } = await stored();
    const { people, commercials, whatWeAreDelivering } = handoffPackage!.sections;
    expect(people.hrSponsor).toMatchObject({ name: 'Dana Okafor', engagementStyle: 'short calls, hates decks' });
    expect(commercials.fee).toEqual({ amount: '48000.00', currency: 'GBP' });
    expect(whatWeAreDelivering.cohorts!.length).toBeGreaterThan(1);
    const { content } = readDocument(markdown(), 'GBP');
    expect(
      risks.nodes.map(({ description, likelihood, mitigation }) => ({ description, likelihood, mitigation })),
    ).toEqual(content.risks);
    expect(commitments.nodes.map(({ words }) => words)).toEqual(content.commitments.map(({ words }) => words));
    const again = readDocument(await exported(), 'GBP');
    expect(again.findings).toEqual([]);
    const { commitments: _ours, ...others } = content;
    expect(again.content).toMatchObject(others);
  });

  test('can be submitted as it is, and is then the document of revision 1', async () => {
    await importing(markdown());
    const { errors, document } = await new Draft(api, deal).submit(1);
    expect([errors, document!.revision]).toEqual([[], 1]);
  });
});

describe('nothing is imported, and the answer says why by line,', () => {
  const isUntouched = async () => {
    const { handoffPackage, risks, commitments } = await stored();
    expect([handoffPackage, risks.nodes, commitments.nodes]).toEqual([null, [], []]);
  };

  test('when values cannot be: all of them at once', async () => {
    const markdown = (await written())
      .replace('dana.okafor@larchfinch.example', 'dana at larchfinch')
      .replace('01234567', '12345')
      .replace(/£19,200\.00/, '£19,201.00');
    const { errors, findings, handoffPackage } = await importing(markdown);
    expect(handoffPackage).toBeNull();
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'markdown' }]);
    const lines = markdown.split('\n');
    const wrong = findings.filter(({ severity }) => severity === 'ERROR');
    expect(wrong.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'clientBasics.companyNumber',
        'people.hrSponsor.email',
        'commercials.milestones.0.amount',
      ]),
    );
    const lineOf = (path: string) => lines[wrong.find((finding) => finding.path === path)!.line - 1];
    expect(lineOf('clientBasics.companyNumber')).toContain('12345');
    expect(lineOf('people.hrSponsor.email')).toContain('dana at larchfinch');
    expect(lineOf('commercials.milestones.0.amount')).toContain('19,201.00');
    await isUntouched();
  });

  test('when a part has no place, for it would be lost', async () => {
    const markdown = `${await written()}\n## Section H — Gossip\n\nThey are being sold.\n`;
    const { findings, errors } = await importing(markdown);
    expect(errors).toHaveLength(1);
    const [unknown] = findings.filter(({ code }) => code === 'UNKNOWN_PART');
    expect(markdown.split('\n')[unknown!.line - 1]).toBe('## Section H — Gossip');
    await isUntouched();
  });

  test('when it is of another deal, of another version, or of another AE', async () => {
    const markdown = await written();
    const other = await openDeal(api);
    const wrong = await importing(markdown, 0, 'ae-1', other);
    expect(wrong.findings).toMatchObject([
      { severity: 'ERROR', message: `the document is of ${deal.key}, not of ${other.key}` },
    ]);
    expect((await importing(markdown, 3)).errors).toMatchObject([{ code: 'CONFLICT', path: 'expectedVersion' }]);
    expect((await importing(markdown, 0, 'ae-2')).errors).toMatchObject([{ code: 'NOT_FOUND', path: 'deal' }]);
    await isUntouched();
  });

  test('when a risk has no likelihood, or a commitment nobody to whom it was made', async () => {
    const markdown = (await written()).replace(/\| High +\|/, '|      |').replace(/\| Dana +\|/, '|      |');
    const { findings } = await importing(markdown);
    expect(findings.filter(({ severity }) => severity === 'ERROR').map(({ path }) => path)).toEqual([
      'risks.0.likelihood',
      'commitments.0.promisedTo',
    ]);
    await isUntouched();
  });
});
