import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Deal, dealsById } from '../deals';
import { outcome, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { missingItems } from '../rules';
import { HandoffPackage, MissingItem } from './handoffPackage';
import { SaveHandoffPackagePayload, SubmitHandoffPackageInput, SubmitHandoffPackagePayload } from './inputs';
import { packageContent, packagesOfDeals } from './loading';
import { savePackage } from './saving';
import { SaveHandoffPackageInput } from './savingInput';
import { submitPackage } from './submitting';

@Resolver(() => HandoffPackage)
export class HandoffPackageResolver {
  @Mutation(() => SaveHandoffPackagePayload, {
    description:
      'Saves sections of a handoff package, unless somebody else has since you saw it. An AE does so for their own ' +
      'deals.',
  })
  saveHandoffPackage(
    @Arg('input', { description: 'The sections.' }) input: SaveHandoffPackageInput,
    @Ctx() request: Request,
  ): Promise<SaveHandoffPackagePayload> {
    return outcome(() => savePackage(request, input));
  }

  @Mutation(() => SubmitHandoffPackagePayload, {
    description:
      'Submits a handoff package: freezes it as the next revision, and records `PACKAGE_SUBMITTED`. An incomplete ' +
      'one is refused with what is missing.',
  })
  async submitHandoffPackage(
    @Arg('input', { description: 'The package.' }) input: SubmitHandoffPackageInput,
    @Ctx() request: Request,
  ): Promise<SubmitHandoffPackagePayload> {
    return { missing: [], warnings: [], ...(await outcome(() => submitPackage(request, input))) };
  }

  @FieldResolver(() => Deal, { description: 'The deal that it hands over.' })
  deal(@Root() { dealId }: HandoffPackage, @Ctx() { loading }: Request): Promise<Deal | null> {
    return loading.by(dealsById).load(dealId);
  }

  @FieldResolver(() => [MissingItem], {
    description: 'What it lacks to be submitted, in the order of the document; empty when it is complete.',
  })
  async missing(@Root() { dealId }: HandoffPackage, @Ctx() request: Request): Promise<MissingItem[]> {
    return missingItems(await packageContent(request, dealId));
  }

  @FieldResolver(() => Person, { description: 'Who saved or submitted it last.' })
  updatedBy(@Root() { updatedByKey }: HandoffPackage, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(updatedByKey);
  }
}

@Resolver(() => Deal)
export class DealPackageResolver {
  @FieldResolver(() => HandoffPackage, {
    nullable: true,
    description: 'What the AE hands over with it; null until something of it is saved.',
  })
  handoffPackage(@Root() { dealId }: Deal, @Ctx() { loading }: Request): Promise<HandoffPackage | null> {
    return loading.by(packagesOfDeals).load(dealId);
  }
}
