import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsOptional } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursor, isInstant, isUuid, outcome, type Page, PageArgs, pageOf, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { setEmployeeNumber } from './employeeNumbers';
import {
  CreatePayRunInput,
  EmployeeNumberPayload,
  MarkPayRunPaidInput,
  PayRunConnection,
  PayRunInput,
  PayRunPayload,
  PayrollColumn,
  type PayrollColumnName,
  SetEmployeeNumberInput,
} from './inputs';
import { eventsOfRuns, payeesOfRuns, RUN, runOf } from './loading';
import { PAYROLL_COLUMNS, paidBy, payrollColumns, payrollFile } from './payroll';
import { PayRun, PayRunEvent, PayRunPayee } from './run';
import { approveRun, createRun, discardRun, payRun } from './steps';

@ArgsType()
class PayrollArgs {
  @Field(() => [PayrollColumn], {
    nullable: true,
    description: 'Its columns, in this order; those that the server is set to when left out.',
  })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(PAYROLL_COLUMNS.length)
  columns?: PayrollColumnName[] | null;
}

const PLACES = cursor<[string, string]>('payRuns', isInstant, isUuid);

@Resolver(() => PayRun)
export class PayRunResolver {
  @Query(() => PayRunConnection, { description: 'Pay runs, the latest first.' })
  async payRuns(@Args() page: PageArgs, @Ctx() { db }: Request): Promise<Page<PayRun>> {
    const [createdAt, id] = PLACES.read(page.after) ?? [null, null];
    const rows = await db.query<PayRun>(LIST, [page.first + 1, createdAt, id], 'pay_runs');
    return pageOf(rows.map(runOf), page, (run) => PLACES.write([run.createdAt, run.runId]));
  }

  @Mutation(() => PayRunPayload, {
    description:
      'Creates the pay run of a month: a snapshot of its lines. The one that there is, if it is not paid yet.',
  })
  createPayRun(
    @Arg('input', { description: 'Which month.' }) { period }: CreatePayRunInput,
    @Ctx() request: Request,
  ): Promise<PayRunPayload> {
    return outcome(() => createRun(request, period));
  }

  @Mutation(() => PayRunPayload, { description: 'Approves a pay run that somebody else has created.' })
  approvePayRun(
    @Arg('input', { description: 'Which run.' }) input: PayRunInput,
    @Ctx() request: Request,
  ): Promise<PayRunPayload> {
    return outcome(() => approveRun(request, input.payRun));
  }

  @Mutation(() => PayRunPayload, { description: 'Marks an approved pay run as paid, which closes its month for good.' })
  markPayRunPaid(
    @Arg('input', { description: 'Which run.' }) input: MarkPayRunPaidInput,
    @Ctx() request: Request,
  ): Promise<PayRunPayload> {
    return outcome(() => payRun(request, input.payRun, input.reference));
  }

  @Mutation(() => PayRunPayload, { description: 'Discards a pay run that is not paid; another can be created then.' })
  discardPayRun(
    @Arg('input', { description: 'Which run.' }) input: PayRunInput,
    @Ctx() request: Request,
  ): Promise<PayRunPayload> {
    return outcome(() => discardRun(request, input.payRun));
  }

  @Mutation(() => EmployeeNumberPayload, { description: 'Says by which number payroll knows somebody.' })
  setEmployeeNumber(
    @Arg('input', { description: 'Whose, and which.' }) input: SetEmployeeNumberInput,
    @Ctx() request: Request,
  ): Promise<EmployeeNumberPayload> {
    return outcome(() => setEmployeeNumber(request, input));
  }

  @FieldResolver(() => Person, { description: 'Who created it.' })
  createdBy(@Root() { createdByKey }: PayRun, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(createdByKey);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who approved it; null while nobody did.' })
  approvedBy(@Root() { approvedByKey }: PayRun, @Ctx() { loading }: Request): Promise<Person> | null {
    return approvedByKey === null ? null : loading.by(peopleByKey).load(approvedByKey);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who marked it as paid; null while nobody did.' })
  paidBy(@Root() { paidByKey }: PayRun, @Ctx() { loading }: Request): Promise<Person> | null {
    return paidByKey === null ? null : loading.by(peopleByKey).load(paidByKey);
  }

  @FieldResolver(() => [PayRunPayee], { description: 'What it pays to whom, by payee, then currency.' })
  payees(@Root() { runId }: PayRun, @Ctx() { loading }: Request): Promise<PayRunPayee[]> {
    return loading.by(payeesOfRuns).load(runId);
  }

  @FieldResolver(() => [PayRunEvent], {
    description: 'What was done to it, or tried and refused, in the order of time.',
  })
  history(@Root() { runId }: PayRun, @Ctx() { loading }: Request): Promise<PayRunEvent[]> {
    return loading.by(eventsOfRuns).load(runId);
  }

  @FieldResolver(() => String, {
    description: 'The payroll file as CSV: everybody who is paid more than nothing. No cell is a formula.',
  })
  async payroll(@Root() run: PayRun, @Args() { columns }: PayrollArgs, @Ctx() request: Request): Promise<string> {
    return payrollFile(await paidBy(request, run), payrollColumns(columns ?? null, request.payrollColumns));
  }
}

@Resolver(() => PayRunPayee)
export class PayRunPayeeResolver {
  @FieldResolver(() => Person, { description: 'Who is paid.' })
  payee(@Root() { row }: PayRunPayee, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(row.payeeKey);
  }
}

@Resolver(() => PayRunEvent)
export class PayRunEventResolver {
  @FieldResolver(() => Person, { description: 'Who did it, or tried to.' })
  by(@Root() { byKey }: PayRunEvent, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(byKey);
  }
}

const LIST = `
  select ${RUN} from pay_run r
  where $3::uuid is null or (r.created_at, r.id) < ($2::timestamptz, $3::uuid)
  order by r.created_at desc, r.id desc limit $1`;
