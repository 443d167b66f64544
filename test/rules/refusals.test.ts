import { type CommissionPlan, checkFact, checkPlan, type Fact, type PayeeShare, STANDARD_PLAN } from '../../src/rules';

const split = (...shares: [string, number][]): Fact => ({
  type: 'SPLIT_AGREED',
  payees: shares.map(([person, shareBp]): PayeeShare => ({ person, shareBp })),
});

describe('a fact is refused where it is wrong', () => {
  test.each<[string, Fact, string]>([
    ['a split among nobody', split(), 'f'],
    ['shares of more than the whole', split(['a', 10_000], ['b', 1]), 'f'],
    ['shares of less than the whole', split(['a', 9_999]), 'f'],
    ['a person twice', split(['a', 5_000], ['a', 5_000]), 'f'],
    ['a share of nothing', split(['a', 10_000], ['b', 0]), 'f.payees.1.shareBp'],
    ['a negative share', split(['a', -1], ['b', 10_001]), 'f.payees.0.shareBp'],
    ['a negative fee', { type: 'FEE_AGREED', amount: -1n }, 'f.amount'],
    ['a deposit of nothing', { type: 'DEPOSIT_INVOICED', amount: 0n }, 'f.amount'],
    ['a negative deposit', { type: 'DEPOSIT_INVOICED', amount: -1n }, 'f.amount'],
    ['revision 0', { type: 'PACKAGE_SUBMITTED', revision: 0 }, 'f.revision'],
    ['Week 0', { type: 'WORKSHOP_DELIVERED', week: 0, cohort: 1, attended: 1 }, 'f.week'],
    ['Week -5', { type: 'BOARD_REPORT_DELIVERED', week: -5 }, 'f.week'],
    ['Week 521', { type: 'QUALITY_GATE_PASSED', week: 521 }, 'f.week'],
    ['cohort 0', { type: 'WORKSHOP_DELIVERED', week: 1, cohort: 0, attended: 1 }, 'f.cohort'],
    ['fewer than nobody', { type: 'WORKSHOP_DELIVERED', week: 1, cohort: 1, attended: -1 }, 'f.attended'],
  ])('%s', (_, fact, path) => {
    expect(() => checkFact(fact, 'f')).toThrow(expect.objectContaining({ name: 'RuleError', path }));
  });

  test.each<[string, Fact]>([
    ['a fee of nothing', { type: 'FEE_AGREED', amount: 0n }],
    ['a share of one basis point', split(['a', 9_999], ['b', 1])],
    ['a workshop to which nobody came', { type: 'WORKSHOP_DELIVERED', week: -4, cohort: 1, attended: 0 }],
    ['a report ten years later', { type: 'BOARD_REPORT_DELIVERED', week: 520 }],
  ])('but not %s', (_, fact) => {
    expect(() => checkFact(fact, 'f')).not.toThrow();
  });
});

type Effects = CommissionPlan['effects'];
const tranches = (...sharesBp: number[]) => ({
  tranches: STANDARD_PLAN.tranches.flatMap(({ code }, index) =>
    sharesBp[index] === undefined ? [] : [{ code, shareBp: sharesBp[index] }],
  ),
});
const effects = (...given: Effects) => ({ effects: given });
const twice = { tranches: [...tranches(5_000).tranches, ...tranches(5_000).tranches] };

describe('a plan is refused where it is wrong', () => {
  test.each<[string, Partial<CommissionPlan>, string]>([
    ['a negative rate', { rateBp: -1 }, 'plan.rateBp'],
    ['a rate above the whole', { rateBp: 10_001 }, 'plan.rateBp'],
    ['half a basis point', { rateBp: 0.5 }, 'plan.rateBp'],
    ['a rate that is no number', { rateBp: Number.NaN }, 'plan.rateBp'],
    ['no tranche', tranches(), 'plan.tranches'],
    ['tranches of less than the whole', tranches(5_000, 4_999), 'plan.tranches'],
    ['tranches of more than the whole', tranches(5_000, 5_000, 1), 'plan.tranches'],
    ['a tranche twice', twice, 'plan.tranches'],
    ['a negative tranche', tranches(5_000, 5_001, -1), 'plan.tranches.2.shareBp'],
    ['half a basis point of a tranche', tranches(9_999.5, 0.5), 'plan.tranches.0.shareBp'],
    [
      'a clock twice',
      effects({ sla: 'HOLD_CALL', effect: 'HOLD' }, { sla: 'HOLD_CALL', effect: 'NONE' }),
      'plan.effects',
    ],
    ['money over who is assigned', effects({ sla: 'ASSIGN_AM', effect: 'HOLD' }), 'plan.effects'],
    ['money over another’s contact', effects({ sla: 'FIRST_CONTACT', effect: 'FORFEIT' }), 'plan.effects'],
    ['a cut of nothing', effects({ sla: 'HOLD_CALL', effect: 'REDUCE', reduceBp: 0 }), 'plan.effects.0.reduceBp'],
    [
      'a cut of more than the whole',
      effects({ sla: 'SEND_INTRO', effect: 'REDUCE', reduceBp: 10_001 }),
      'plan.effects.0.reduceBp',
    ],
    ['a cut of unknown size', effects({ sla: 'SEND_INTRO', effect: 'REDUCE' }), 'plan.effects.0.reduceBp'],
    [
      'a cut of null',
      effects({ sla: 'HOLD_CALL', effect: 'HOLD' }, { sla: 'SEND_INTRO', effect: 'REDUCE', reduceBp: null }),
      'plan.effects.1.reduceBp',
    ],
  ])('%s', (_, wrong, path) => {
    expect(() => checkPlan({ ...STANDARD_PLAN, ...wrong })).toThrow(
      expect.objectContaining({ name: 'RuleError', path }),
    );
  });

  test.each<[string, Partial<CommissionPlan>]>([
    ['a tranche of nothing', tranches(10_000, 0, 0)],
    ['one tranche alone', tranches(10_000)],
    ['a rate of nothing, or of all', { rateBp: 0 }],
    ['NONE on any clock', effects({ sla: 'ASSIGN_AM', effect: 'NONE' }, { sla: 'FIRST_CONTACT', effect: 'NONE' })],
    ['a reduceBp that is not read', effects({ sla: 'HOLD_CALL', effect: 'HOLD', reduceBp: 0 })],
  ])('but not %s', (_, right) => {
    expect(() => checkPlan({ ...STANDARD_PLAN, ...right })).not.toThrow();
  });
});
