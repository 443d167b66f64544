export { demandOneDue } from './changes';
export { Commitment, CommitmentStatus } from './commitment';
export { CommitmentConnection } from './inputs';
export { COMMITMENT, commitmentOf, commitmentPages, commitmentsById } from './loading';
export { projectDiscoveries, projectDueDates } from './projection';
export { CommitmentResolver, DealCommitmentsResolver } from './resolver';
