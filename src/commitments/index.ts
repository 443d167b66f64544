export { changeCommitment, createCommitment } from './changes';
export { Commitment } from './commitment';
export { commitmentsById } from './loading';
export { CommitmentResolver, DealCommitmentsResolver } from './resolver';
