export { changeCommitment, createCommitment } from './changes';
export { commitmentsById } from './loading';
export { CommitmentResolver, DealCommitmentsResolver } from './resolver';
