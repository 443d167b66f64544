import { migrate } from '../../src/database';
import { storedContent } from '../../src/packages/stored';
import { EMPTY_PACKAGE } from '../../src/rules';
import { onServer } from '../harness/database';
import { databaseOfThen } from '../harness/then';

/** How many migrations there were when a package was free text. */
const WHEN_TEXT = 8;

/** A package that was submitted then, without the deal around it: nothing here looks at that. */
const SUBMITTED = `
  set session_replication_role = replica;
  insert into handoff_package (deal_id, people, no_risks_and_i_have_asked, no_commitments_and_i_have_asked, revision,
    submitted_at, version, updated_at, updated_by)
  values ('01900000-0000-7000-8000-000000000001', 'Dana', false, true, 1, now(), 2, now(), 'ae-1');
  insert into package_revision (deal_id, revision, event_id, package, risks, commitments)
  select deal_id, 1, deal_id, to_jsonb(p),
    '[{"id": "r2", "description": "Summer", "likelihood": "LOW", "mitigation": null, "status": "OPEN"},
      {"id": "r1", "description": "A new sponsor", "likelihood": "HIGH", "mitigation": "Meet", "status": "CLOSED"}]',
    '[{"words": "A report", "promised_to": "Dana", "promised_by": "ae-1", "due_week": 4, "due_on": null}]'
  from handoff_package p`;

test('a revision from when sections were free text reads back, with what F and G said', async () => {
  const url = await databaseOfThen(WHEN_TEXT);
  await onServer(url, SUBMITTED);
  await migrate(url);
  const [row] = await onServer<{ content: object; package: object }>(
    url,
    'select content, package from package_revision',
  );
  expect(storedContent(row!.content)).toEqual({
    ...EMPTY_PACKAGE,
    risks: [
      { description: 'Summer', likelihood: 'LOW', mitigation: null },
      { description: 'A new sponsor', likelihood: 'HIGH', mitigation: 'Meet' },
    ],
    commitments: [{ words: 'A report', promisedTo: 'Dana', promisedBy: 'ae-1', dueWeek: 4, dueOn: null }],
    noRisksAndIHaveAsked: false,
    noCommitmentsAndIHaveAsked: true,
  });
  expect(row!.package).toMatchObject({ people: 'Dana' });
  expect(await onServer(url, 'select sections, people from handoff_package')).toEqual([
    { sections: {}, people: 'Dana' },
  ]);
});
