import { Field, Int, ObjectType } from 'type-graphql';
import { DealEvent, eventOf, type StoredEvent, shownEvent } from '../../facts';
import { DateTime } from '../../graphql';
import type { PackageContent } from '../../rules';
import { PackageSections } from '../sections/sections';
import { shownSections } from '../shown';
import { storedContent } from '../stored';
import { CommitmentMade, RiskFlagged } from './listed';

/** A handoff package as it was submitted. */
@ObjectType({
  description: 'A handoff package as it was submitted once: it never changes.',
  simpleResolvers: true,
})
export class PackageRevision {
  dealId!: string;

  @Field(() => Int, { description: 'Its number; a number is missing where another system submitted that one.' })
  revision!: number;

  @Field(() => DateTime, { description: 'When it was submitted.' })
  submittedAt!: string;

  /** The key of who submitted it. */
  submittedByKey!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its submission was withdrawn by an `eventRetracted`; null while it stands.',
  })
  retractedAt!: string | null;

  /** When it was recorded: its place in the list. */
  recordedAt!: string;

  /** As it is stored, and its deal's currency. */
  storedContent!: object;
  storedEvent!: StoredEvent;
  currency!: string;

  /** What it said. */
  get content(): PackageContent {
    return storedContent(this.storedContent);
  }

  @Field(() => PackageSections, { description: 'Sections A to E, as they were.' })
  get sections(): PackageSections {
    return shownSections(this.content, this.currency);
  }

  @Field(() => [RiskFlagged], { description: 'Section F: the risks, as they were.' })
  get risks(): RiskFlagged[] {
    return [...this.content.risks];
  }

  @Field(() => [CommitmentMade], { description: 'Section G: the commitments, as they were.' })
  get commitments(): CommitmentMade[] {
    return this.content.commitments.map(({ promisedBy, ...made }) => ({ ...made, promisedByKey: promisedBy }));
  }

  @Field(() => Boolean, { description: 'The AE stated that there were no risks, and that they had asked.' })
  get noRisksAndIHaveAsked(): boolean {
    return this.content.noRisksAndIHaveAsked;
  }

  @Field(() => Boolean, { description: 'The AE stated that nothing was promised, and that they had asked.' })
  get noCommitmentsAndIHaveAsked(): boolean {
    return this.content.noCommitmentsAndIHaveAsked;
  }

  @Field(() => DealEvent, { description: 'The fact that was recorded with it.' })
  get event(): DealEvent {
    return shownEvent(eventOf(this.dealId, this.storedEvent), this.currency);
  }
}
