export { CommitmentDiscoveryResolver, RiskDiscoveryResolver } from './resolver';
