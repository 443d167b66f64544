export { Commitment } from './commitment';
export { commitmentsById } from './loading';
export { CommitmentResolver, DealCommitmentsResolver } from './resolver';
