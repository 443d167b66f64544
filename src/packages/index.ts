export { packageContent, packagesOfDeals } from './loading';
export { DealPackageResolver, HandoffPackageResolver } from './resolver';
export {
  CommitmentMadeResolver,
  PackageRevisionResolver,
  PackageRevisionsResolver,
} from './revisions/resolver';
export { savePackage } from './saving';
