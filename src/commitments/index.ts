export { changeCommitment, createCommitment, demandOneDue } from './changes';
export { Commitment } from './commitment';
export { COMMITMENT, commitmentOf, commitmentsById } from './loading';
export { projectDueDates } from './projection';
export { CommitmentResolver, DealCommitmentsResolver } from './resolver';
